"""How money is counted. Pure arithmetic on rows: no database, no clock.

1. A figure about a set is a statement and never comes in here.
2. One measure per sum: the caller gives rows of one measure.
3. Per project and period the newest row counts: by date, then by uid.
4. A joint figure counts once. Once every member it names has a share of its own, and it
   names all its members, the shares replace it; until then the shares stay out.
5. A parent's own figure or its phases', never both.
6. Year-to-date replaces earlier year-to-date: both have the same period.
7. A sum with bounds says "at least" only where all bounds are `>=`, else "about".
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from decimal import Decimal

ZERO = Decimal(0)


@dataclass(frozen=True)
class Row:
    """One readable sum. `amount` in yuan; `period` is None for totals and cumulative figures."""

    uid: str
    amount: Decimal
    comparator: str
    dated: date
    projects: frozenset[int]
    members: int = 0
    period: date | None = None

    @property
    def age(self) -> tuple[date, str]:
        return self.dated, self.uid

    @property
    def names_all(self) -> bool:
        return self.members <= len(self.projects)


@dataclass(frozen=True)
class Money:
    """A sum in yuan with the bound it may claim, and the rows that it was added from."""

    yuan: Decimal = ZERO
    comparator: str = "="
    rows: tuple[Row, ...] = ()

    def __bool__(self) -> bool:
        return bool(self.rows)


def newest(rows: Iterable[Row]) -> list[Row]:
    """Rule 3: for every set of projects and period the newest row."""
    latest: dict[tuple[frozenset[int], date | None], Row] = {}
    for row in sorted(rows, key=lambda row: row.age):
        latest[row.projects, row.period] = row
    return list(latest.values())


def bound(comparators: Collection[str]) -> str:
    """Rule 7."""
    bounds = {comparator for comparator in comparators if comparator != "="}
    if not bounds:
        return "="
    return ">=" if bounds == {">="} else "~"


def addends(rows: Iterable[Row], parents: Mapping[int, int] | None = None) -> list[Row]:
    """The rows of one measure that may be added up, each amount of money once."""
    latest = newest(rows)
    singles = {(next(iter(row.projects)), row.period): row for row in latest if _single(row)}
    chosen: list[Row] = []
    covered: set[tuple[int, date | None]] = set()
    joints = [row for row in latest if not _single(row)]
    for joint in sorted(joints, key=lambda row: row.age, reverse=True):
        keys = {(project, joint.period) for project in joint.projects}
        if keys & covered or _shares_known(joint, singles):
            continue
        covered |= keys
        chosen.append(joint)
    chosen += [row for key, row in singles.items() if key not in covered]
    return _without_phases(chosen, parents or {})


def total(rows: Iterable[Row], parents: Mapping[int, int] | None = None) -> Money:
    counted = addends(rows, parents)
    return Money(
        yuan=sum((row.amount for row in counted), ZERO),
        comparator=bound([row.comparator for row in counted]),
        rows=tuple(counted),
    )


def _single(row: Row) -> bool:
    return len(row.projects) == 1


def _shares_known(joint: Row, singles: Mapping[tuple[int, date | None], Row]) -> bool:
    keys = [(project, joint.period) for project in joint.projects]
    return joint.names_all and all(key in singles for key in keys)


def _without_phases(rows: list[Row], parents: Mapping[int, int]) -> list[Row]:
    """Rule 5: a row falls away when a whole above all its projects is counted itself."""
    counted = {(project, row.period) for row in rows if _single(row) for project in row.projects}

    def under_a_counted_whole(project: int, period: date | None) -> bool:
        seen = {project}
        while (above := parents.get(project)) is not None and above not in seen:
            if (above, period) in counted:
                return True
            seen.add(above)
            project = above
        return False

    return [
        row
        for row in rows
        if not all(under_a_counted_whole(project, row.period) for project in row.projects)
    ]
