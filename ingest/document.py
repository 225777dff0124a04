"""The proposal as one JSON document: what `import_issue --json` prints and the upload keeps.

JSON values only. Numbers are whole where they can be, with 万 and 亿 multiplied out; dates are
ISO; what is unknown is None. `article` is the place of the article in `articles`.
"""

from __future__ import annotations

from collections.abc import Iterable
from decimal import Decimal
from typing import Any

from ingest.proposal import (
    Article,
    Capacity,
    Facts,
    Join,
    Milestone,
    Part,
    ProjectFact,
    Proposal,
    Statement,
    Sum,
    TargetFact,
)

Json = dict[str, Any]


def document(proposal: Proposal) -> Json:
    layout, facts = proposal.layout, proposal.facts
    places = {article.key: index for index, article in enumerate(layout.articles)}
    return {
        "articles": [_article(each, facts) for each in layout.articles],
        "projects": [_project(each, facts, places) for each in facts.projects],
        "targets": [_target(each, places) for each in facts.targets if not each.is_step],
        "statements": [_statement(each, places) for each in facts.statements],
        "joins": [_join(each) for each in layout.joins],
        "banners": _texts(layout.banners),
        "captions": _texts(layout.captions),
        "leftovers": _texts(layout.leftovers),
    }


def _article(article: Article, facts: Facts) -> Json:
    return {
        "kicker": _text(article.kicker),
        "headline": _text(article.headline),
        "deck": _text(article.deck),
        "dateline": article.dateline or None,
        "byline": article.byline or None,
        "bylines": _texts(article.bylines),
        "section": facts.sections.get(article.key),
        "incomplete": article.missing is not None,
        "incomplete_where": article.missing,
        "is_advertising": article.is_advertising,
        "paragraphs": _texts(article.paragraphs),
        "subheads": [{"text": each.text, "before": each.before} for each in article.subheads],
        "captions": _texts(article.captions),
        "departments": list(facts.departments.get(article.key, [])),
    }


def _project(project: ProjectFact, facts: Facts, places: dict[str, int]) -> Json:
    announced = project.announced
    steps = [each for each in facts.targets if each.is_step and _is_of(each, project)]
    return {
        "name": project.name,
        "article": places.get(project.article),
        "quote": project.quote,
        "investment_yuan": json_number(announced.yuan) if announced else None,
        "investment_text": announced.text if announced else None,
        "comparator": announced.comparator if announced else None,
        "investments": [_sum(each) for each in project.investments],
        "capacities": [_capacity(each) for each in project.capacities],
        "stage": project.stage,
        "tense": project.tense,
        "due_text": project.due_text,
        "due_on": project.due_on.isoformat() if project.due_on else None,
        "due_precision": project.due_precision,
        "reached_on": project.reached_on.isoformat() if project.reached_on else None,
        "term_quote": project.term_quote or project.quote,
        "milestones": [_milestone(each) for each in project.milestones],
        "steps": [_target(each, places) for each in steps],
        "sector": project.sector,
        "department": project.department,
        "place": project.place,
        "known": project.known,
        "confidence": project.confidence,
    }


def _is_of(step: TargetFact, project: ProjectFact) -> bool:
    return (step.project, step.article) == (project.name, project.article)


def _sum(said: Sum) -> Json:
    return {
        "yuan": json_number(said.yuan),
        "yuan_to": json_number(said.yuan_to),
        "text": said.text,
        "kind": said.kind,
        "comparator": said.comparator,
        "currency": said.currency,
        "as_of": said.as_of,
        "period": said.period_text,
        "reason": said.reason or None,
        "quote": said.quote,
    }


def _capacity(capacity: Capacity) -> Json:
    return {
        "value": json_number(capacity.value),
        "unit": capacity.unit,
        "text": capacity.text,
        "comparator": capacity.comparator,
        "per": capacity.per,
        "quote": capacity.quote,
    }


def _milestone(milestone: Milestone) -> Json:
    return {
        "stage": milestone.stage,
        "tense": milestone.tense,
        "due_text": milestone.due_text,
        "due_on": milestone.due_on.isoformat(),
        "due_precision": milestone.due_precision,
        "quote": milestone.quote,
        "confidence": milestone.confidence,
    }


def _target(target: TargetFact, places: dict[str, int]) -> Json:
    return {
        "article": places.get(target.article),
        "project": target.project,
        "department": target.department,
        "kind": target.kind,
        "indicator": target.indicator,
        "stage": target.stage,
        "comparator": target.comparator,
        "value": json_number(target.value),
        "unit": target.unit,
        "text": target.value_text,
        "due_text": target.due_text,
        "due_on": target.due_on.isoformat() if target.due_on else None,
        "due_precision": target.due_precision,
        "confidence": target.confidence,
        "quote": target.quote,
    }


def _statement(statement: Statement, places: dict[str, int]) -> Json:
    return {
        **_sum(statement.sum),
        "article": places.get(statement.article),
        "members": statement.members,
    }


def _join(join: Join) -> Json:
    return {
        "left": join.left,
        "right": join.right,
        "confidence": round(join.confidence, 3),
        "reason": join.reason,
        "at": join.at,
        "made": join.made,
        "second_choice": join.second_choice,
        "second_reason": join.second_reason,
    }


def json_number(value: Decimal | None) -> int | float | None:
    """Whole numbers as int, others as float: 15 digits pass unharmed."""
    if value is None:
        return None
    return int(value) if value == value.to_integral_value() else float(value)


def _text(part: Part | None) -> str | None:
    return part.text if part else None


def _texts(parts: Iterable[Part]) -> list[str]:
    return [each.text for each in parts]
