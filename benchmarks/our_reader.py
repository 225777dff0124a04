"""Our reader in the form that the scorer compares: every kind of fact of one passage."""

from __future__ import annotations

import re
from datetime import date
from typing import Any

from chinese.dates import find_dates
from chinese.finds import Amount
from chinese.money import find_money
from chinese.quantities import find_quantities
from ingest.extraction import extract
from ingest.proposal import Article, Known, Part, Subhead

Found = dict[str, list[dict[str, Any]]]
# As on a page that has been put together: a line that ends a sentence ends a paragraph, and one
# that is much shorter than the paragraph under it is a subhead.
PARAGRAPH = re.compile(r"(?<=[。！？：；”）.!?:;])\n")
_TITLE = r"[^，,。；;|｜\t\n]{3,28}[^，,。；;、|｜\t\n0-9０-９]\n"
_SUBHEAD = re.compile(rf"(?:{_TITLE})(?=(?:{_TITLE}){{0,2}}[^\n]{{60}})")


def article_of(text: str) -> Article:
    article = Article("a")
    for paragraph in PARAGRAPH.split(text):
        while head := _SUBHEAD.match(paragraph):
            article.subheads.append(Subhead(head[0].rstrip(), [], before=len(article.paragraphs)))
            paragraph = paragraph[head.end() :]
        article.paragraphs.append(Part(paragraph, []))
    return article


def read(text: str, issue_date: date) -> Found:
    facts = extract([article_of(text)], issue_date=issue_date, known=Known())
    return {
        "money": [_amount(each) | {"measure": each.measure} for each in find_money(text)],
        "quantities": [_amount(each) for each in find_quantities(text)],
        "dates": [
            {"start": d.start, "end": d.end, "due_on": d.due_on and d.due_on.isoformat()}
            for d in find_dates(text, issue_date)
            if d.is_due
        ],
        "projects": [
            {
                "name": p.name,
                "investment_yuan": p.announced.yuan if p.announced else None,
                "stage": p.stage,
                "tense": p.tense,
                "due_on": p.due_on.isoformat() if p.due_on else None,
                "capacities": [each.value for each in p.capacities],
                "milestones": [
                    {"stage": each.stage, "due_on": each.due_on.isoformat()}
                    for each in p.milestones
                ],
            }
            for p in facts.projects
        ],
        "targets": [
            {
                "indicator": t.indicator,
                "value": t.value,
                "comparator": t.comparator,
                "due_on": t.due_on.isoformat() if t.due_on else None,
            }
            for t in facts.targets
        ],
        "statements": [{"yuan": s.sum.yuan, "members": s.members} for s in facts.statements],
        "departments": [{"name": name} for name in facts.departments["a"]],
    }


def _amount(found: Amount) -> dict[str, Any]:
    return {
        "start": found.start,
        "end": found.end,
        "value": found.value,
        "value_to": found.value_to,
        "unit": found.unit,
        "currency": found.currency,
        "comparator": found.comparator,
    }
