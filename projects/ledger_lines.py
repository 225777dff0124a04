"""The line from the ledger under a story: 账本：总投资2.6亿元，2027年6月试生产."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from typing import Any

from django.db.models import Count, F, OuterRef, Subquery
from django.db.models.functions import JSONObject

from articles import clock
from projects import presenting
from projects.models import Investment, Mention, Target

PROMISE = {field: field for field in ("indicator", "due_text", "due_precision")}
TOTAL = {field: field for field in ("printed", "comparator")}


def lines_of(article_ids: Sequence[int]) -> dict[int, str]:
    """The lines by article, in one query; an article without a project has none.

    An article about several projects takes the one that it speaks of most, then the larger.
    """
    lines: dict[int, str] = {}
    for row in _rows(article_ids) if article_ids else ():
        lines.setdefault(row["article"], line_of(row, clock.today()))
    return lines


def _rows(article_ids: Sequence[int]) -> Any:
    promise = (
        Target.objects.public()
        .open_to_readers()
        .filter(project=OuterRef("project"), due_on=OuterRef("project__next_due_on"))
        .order_by("id")
    )
    total = (
        Investment.objects.public()
        .of_one_project()
        .filter(
            projects=OuterRef("project"),
            measure=Investment.Measure.TOTAL,
            amount=OuterRef("project__total_yuan"),
        )
        .order_by("-id")
    )
    return (
        Mention.objects.filter(evidence__article__in=article_ids)
        .values("project", article=F("evidence__article"))
        .annotate(
            times=Count("id"),
            name=F("project__name"),
            stage=F("project__stage"),
            yuan=F("project__total_yuan"),
            due_on=F("project__next_due_on"),
            total=Subquery(total.values(said=JSONObject(**TOTAL))[:1]),
            promise=Subquery(promise.values(said=JSONObject(**PROMISE))[:1]),
        )
        .order_by("-times", F("yuan").desc(nulls_last=True), "project")
    )


def line_of(row: dict[str, Any], today: date) -> str:
    """What the ledger knows of a project, in one line: what is late before what it costs."""
    due = row["due_on"]
    target = Target(**(row["promise"] or {}), due_on=due)
    if due and due < today:
        when = presenting.near_due(target, today)
        return f"应于{when}{target.indicator}，{presenting.countdown(due, today)}"
    parts = []
    if row["yuan"] is not None:
        parts.append(f"总投资{presenting.figure(row['yuan'], **(row['total'] or {}))}")
    if due:
        parts.append(f"{presenting.due_words(target)}{target.indicator}")
    else:
        if not parts:
            parts.append(row["name"])
        if row["stage"]:
            parts.append(presenting.STAGES[row["stage"]])
    return "，".join(parts)
