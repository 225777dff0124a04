"""Calendars of the printed issues: weeks from Monday, each day a link where an issue exists."""

from __future__ import annotations

from calendar import Calendar
from collections.abc import Collection, Sequence
from dataclasses import dataclass
from datetime import date

WEEKS = Calendar(firstweekday=0)


@dataclass(frozen=True)
class Day:
    date: date
    has_issue: bool
    is_shown: bool


@dataclass(frozen=True)
class Month:
    """`weeks` are rows of seven; None where a day belongs to another month."""

    first: date
    weeks: tuple[tuple[Day | None, ...], ...]
    before: date | None = None
    after: date | None = None


def month_of(shown: date, days: Sequence[date]) -> Month:
    """The month of an issue, with the nearest issue before and after that month."""
    first = shown.replace(day=1)
    earlier = [day for day in days if day < first]
    later = [
        day for day in days if day > first and (day.year, day.month) != (first.year, first.month)
    ]
    return Month(
        first=first,
        weeks=_weeks(first, set(days), shown),
        before=earlier[-1] if earlier else None,
        after=later[0] if later else None,
    )


def months_of(days: Sequence[date]) -> list[Month]:
    """Every month that has an issue, the newest first."""
    firsts = sorted({day.replace(day=1) for day in days}, reverse=True)
    known = set(days)
    return [Month(first, _weeks(first, known, None)) for first in firsts]


def _weeks(
    first: date, days: Collection[date], shown: date | None
) -> tuple[tuple[Day | None, ...], ...]:
    return tuple(
        tuple(
            Day(day, day in days, day == shown) if day.month == first.month else None
            for day in week
        )
        for week in WEEKS.monthdatescalendar(first.year, first.month)
    )
