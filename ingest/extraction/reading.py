"""All that is read in a plain text, as rows for people: kind, place, print, values, reason."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import date
from decimal import Decimal
from typing import Any

from chinese.dates import find_dates
from chinese.finds import Amount
from chinese.folding import fold
from chinese.money import find_money
from chinese.quantities import find_quantities
from ingest.document import json_number
from ingest.extraction import extract
from ingest.proposal import Article, Facts, Known, Part


@dataclass(frozen=True)
class Row:
    kind: str
    start: int | None
    end: int | None
    text: str
    values: dict[str, Any] = field(default_factory=dict)

    def as_dict(self) -> dict[str, Any]:
        return {"kind": self.kind, "start": self.start, "end": self.end, "text": self.text} | {
            name: _plain(value) for name, value in self.values.items()
        }


def read_facts(text: str, issue_date: date) -> list[Row]:
    """Every find of a text. Paragraphs are parted by empty lines."""
    folded = fold(text)
    rows = [_amount("money", each, measure=each.measure) for each in find_money(folded)]
    rows += [_amount("quantity", each) for each in find_quantities(folded)]
    rows += [
        Row(
            "date",
            each.start,
            each.end,
            each.text,
            {"due_on": each.due_on, "precision": each.precision, "reason": each.reason or None},
        )
        for each in find_dates(folded, issue_date)
    ]
    paragraphs = [Part(each, []) for each in text.split("\n\n") if each.strip()]
    facts = extract([Article("text", paragraphs=paragraphs)], issue_date=issue_date, known=Known())
    return [*sorted(rows, key=lambda row: row.start or 0), *_facts(facts)]


def _facts(facts: Facts) -> Iterator[Row]:
    for project in facts.projects:
        sums = [f"{each.text} ({each.kind})" for each in project.investments]
        values: dict[str, Any] = {
            "stage": project.stage,
            "tense": project.tense,
            "due": project.due_text,
            "due_on": project.due_on,
            "milestones": ", ".join(f"{e.stage} {e.due_on}" for e in project.milestones) or None,
            "sums": ", ".join(sums) or None,
            "sizes": ", ".join(each.text for each in project.capacities) or None,
            "sector": project.sector,
        }
        yield Row("project", None, None, project.name, values)
    for target in facts.targets:
        values = {
            "comparator": target.comparator,
            "value": target.value,
            "unit": target.unit,
            "due_on": target.due_on,
        }
        yield Row("target", None, None, target.indicator, values)
    for statement in facts.statements:
        values = {"value": statement.sum.yuan, "members": statement.members}
        yield Row("statement", None, None, statement.sum.text, values)
    for names in facts.departments.values():
        yield from (Row("body", None, None, name) for name in names)


def _amount(kind: str, found: Amount, **more: Any) -> Row:
    values = {
        "comparator": found.comparator,
        "value": found.value,
        "to": found.value_to,
        "unit": found.currency if kind == "money" else found.unit,
        **more,
        "reason": found.reason or None,
    }
    return Row(kind, found.start, found.end, found.text, values)


def _plain(value: Any) -> Any:
    if isinstance(value, Decimal):
        return json_number(value)
    return value.isoformat() if isinstance(value, date) else value
