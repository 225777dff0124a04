"""What was reported of money, in the order in which it counts."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Iterable, Sequence
from datetime import date
from typing import Any, TypeVar

from django.db.models import F, Q, QuerySet

from articles import clock
from articles.models import Article, Status
from projects.days import printed_on
from projects.models import Investment

T = TypeVar("T", bound=QuerySet[Any])
SOURCE = "evidence__article"


def once_public(facts: T) -> T:
    """Facts that readers may know of: their article is public, or was and has been withdrawn.

    Of a withdrawn article they see date, amount and 来源已撤, of a sentence that was corrected
    away 来源已更正; `row.evidence.is_told` tells them from what still stands.
    """
    return facts.filter(
        Q(**{f"{SOURCE}__status": Status.PUBLISHED}) | Q(**{f"{SOURCE}__status": Status.WITHDRAWN}),
        **{f"{SOURCE}__published_at__lte": clock.horizon()},
    )


def with_source(facts: T) -> T:
    """Evidence, article, issue and page in one query, without the long texts."""
    return facts.select_related(f"{SOURCE}__issue", f"{SOURCE}__page").defer(
        f"{SOURCE}__body", f"{SOURCE}__plain"
    )


def corrected_in(fact: Any) -> Article | None:
    """The public article that does not say a fact any more; None where it was withdrawn itself."""
    article: Article = fact.evidence.article
    return article if article.is_published() else None


def age(row: Investment) -> tuple[date, str]:
    """The newest of two sums is the one as of the later day, else printed later, else by uid."""
    return row.as_of or printed_on(row.evidence.article), str(row.uid)


def totals_of(project_ids: Collection[int]) -> dict[int, list[Investment]]:
    """The public totals that speak of one project alone, oldest first, of many projects."""
    found = (
        with_source(Investment.objects.public().of_one_project())
        .filter(
            projects__in=project_ids,
            measure=Investment.Measure.TOTAL,
            amount__isnull=False,
        )
        .annotate(of=F("projects"))
    )
    totals: dict[int, list[Investment]] = defaultdict(list)
    for row in sorted(found, key=age):
        totals[row.of].append(row)
    return totals


def current(rows: Sequence[Investment]) -> Investment | None:
    """The figure that counts: the newest one that no other replaces."""
    replaced = {row.supersedes_id for row in rows}
    return next((row for row in reversed(rows) if row.pk not in replaced), None)


def first_said(row: Investment, rows: Sequence[Investment]) -> Investment:
    """The first of the rows in a line that gave this amount: since then it has stood."""
    since = row
    for old in reversed([old for old in rows if age(old) < age(row)]):
        if old.span != row.span:
            break
        since = old
    return since


def before(row: Investment, rows: Iterable[Investment]) -> Investment | None:
    """The figure that this one changed: the one it names, else the last one before it.

    Of two figures of one article none came before the other.
    """
    rows = list(rows)
    named = next((old for old in rows if old.pk == row.supersedes_id), None)
    article = row.evidence.article_id
    older = [old for old in rows if age(old) < age(row) and old.evidence.article_id != article]
    return named or (older[-1] if older else None)
