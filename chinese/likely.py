"""Whether print around a date usually means a term: a second opinion beside the rules."""

from __future__ import annotations

from bisect import bisect
from collections.abc import Sequence
from datetime import date
from pathlib import Path

from chinese.hits import Hit
from chinese.weighing import Around, load

TABLE = Path(__file__).parent / "data" / "due.xz"
PRECISIONS = (
    "day", "ten-days", "month", "quarter", "half-year", "year", "five-year", "season",
)  # fmt: skip
# Days from the issue to a date, told apart no closer than this.
_DAYS = (-400, -100, -31, -7, 0, 1, 8, 32, 62, 93, 185, 370, 800)


def likely_due(text: str, dates: Sequence[tuple[int, Hit]], issue_date: date) -> list[float]:
    """For each date of a folded text how much the print around it speaks for a term; 0: as likely.

    `dates` are the places where they begin, and what was read there.
    """
    if not dates:
        return []
    return [float(each) for each in around_dates(text, dates, issue_date).weigh(load(TABLE))]


def around_dates(text: str, dates: Sequence[tuple[int, Hit]], issue_date: date) -> Around:
    """What is looked at: the print around the dates, how closely and how far off they are."""
    around = Around(text, [start for start, _ in dates], [hit.end for _, hit in dates])
    precisions = [_precision(hit) for _, hit in dates]
    first = [_days(hit.period.first if hit.period else None, issue_date) for _, hit in dates]
    last = [_days(hit.period.last if hit.period else None, issue_date) for _, hit in dates]
    ahead = [int(hit.period is not None and hit.period.first > issue_date) for _, hit in dates]
    around.by_kind(precisions)
    around.fact("precision", precisions)
    around.fact("first day", first)
    around.fact("last day", last)
    around.fact("ahead", ahead)
    around.fact(
        "how far", [p * 64 + a * 32 + d for p, a, d in zip(precisions, ahead, last, strict=True)]
    )
    around.fact("month of issue", [p * 16 + issue_date.month for p in precisions])
    return around


def _precision(hit: Hit) -> int:
    return PRECISIONS.index(hit.period.precision) if hit.period else len(PRECISIONS)


def _days(day: date | None, issue_date: date) -> int:
    return bisect(_DAYS, (day - issue_date).days) if day else len(_DAYS) + 1
