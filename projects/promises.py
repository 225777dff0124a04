"""Every promise that the paper printed, as readers choose among them: by year, outcome, department.

One query reads all of them (a county has some hundred a year); choosing and counting happen here,
so that a count and the list that it leads to can never disagree.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from functools import cached_property
from typing import Any
from urllib.parse import urlencode

from django.db.models import Q
from django.db.models.functions import Coalesce
from django.http import QueryDict
from django.urls import reverse

from articles import clock
from articles.listing import opens
from departments.models import Department
from projects import presenting
from projects.history import with_source
from projects.models import Target
from projects.models.facts import DUE_SOON

PAGE = 30
OUTCOME = "outcome_evidence__article"
LONG_TEXTS = ("project__summary", f"{OUTCOME}__body", f"{OUTCOME}__plain")
UNDATED = "none"
SETTLED = {"met", "met_late", "missed"}
KEPT = {"met", "met_late"}


@dataclass(frozen=True, eq=False)
class Promise:
    """A promise as readers see it on one day. `standing` is computed, never stored."""

    target: Target
    standing: str
    title: str
    result: str
    department_opens: bool = False

    @property
    def year(self) -> str:
        return str(self.target.due_on.year) if self.target.due_on else UNDATED

    @property
    def department(self) -> Department | None:
        """Whose promise it is: of the department itself, or of the one that leads the project."""
        project = self.target.project
        return self.target.department or (project.lead if project else None)

    @property
    def lead(self) -> str:
        return self.department.slug if self.department else ""

    @property
    def late(self) -> bool:
        return self.standing == "overdue"

    @property
    def summary(self) -> str:
        """蔬菜冷链中心投用，已逾期."""
        name = self.target.project.name if self.target.project else ""
        return f"{name}{self.title}，{presenting.STANDINGS[self.standing]}"

    def is_due(self, today: date) -> bool:
        """Whether one can ask what came of it: its day is over, or the paper has told already.

        What was changed is asked of the promise that replaced it.
        """
        if self.standing == "revised":
            return False
        past = self.target.due_on is not None and self.target.due_on < today
        return past or self.standing in SETTLED


def all_promises() -> list[Promise]:
    """Every public promise in one query, in the order in which they fall due."""
    found = (
        with_source(Target.objects.public().with_untold())
        .annotate(whose=Coalesce("department", "project__lead"), has_page=opens("whose"))
        .select_related(
            *("project__lead", "department", OUTCOME),
            *("evidence__article__issue", "evidence__article__page"),
        )
    )
    source = ("evidence__article__body", "evidence__article__plain")
    return _promises(found.defer(*source, *LONG_TEXTS))


def promises_in_sight() -> list[Promise]:
    """Those of this year and of the thirty days to come, without their sentences: one query."""
    today = clock.today()
    last = max(date(today.year, 12, 31), today + DUE_SOON)
    within = date(today.year, 1, 1), last
    # What replaced one of them may fall due in another year.
    near = Q(due_on__range=within) | Q(supersedes__due_on__range=within)
    found = Target.objects.public().with_untold().filter(near)
    found = found.select_related("project__lead", "department", OUTCOME)
    every = _promises(found.defer(*LONG_TEXTS))
    return [each for each in every if each.target.due_on and each.target.due_on <= last]


def _promises(found: Iterable[Target]) -> list[Promise]:
    today, targets = clock.today(), list(found)
    replaced_by = {target.supersedes_id: target for target in targets if target.supersedes_id}
    return [_promise(target, replaced_by.get(target.pk), today) for target in targets]


def _promise(target: Any, successor: Target | None, today: date) -> Promise:
    standing = presenting.standing_of(target, today)
    return Promise(
        target=target,
        standing=standing,
        title=presenting.title_of(target, successor if standing == "revised" else None),
        result=presenting.result_words(target, standing, today),
        department_opens=getattr(target, "has_page", False),
    )


@dataclass(frozen=True)
class Choice:
    """A way to choose: its words, how many promises it leads to, and its address."""

    value: str
    label: str
    count: int
    chosen: bool
    address: str


class PromiseFilter:
    """The reader's choice out of the address: what is unknown in it is passed over."""

    def __init__(self, query: QueryDict, promises: Sequence[Promise]) -> None:
        self.today = clock.today()
        self.all = promises
        self.years = self._years()
        self.standing = _known(query.get("standing"), presenting.STANDINGS)
        self.lead = _known(query.get("lead"), {each.lead for each in promises})
        self.year = _known(query.get("year"), self.years)
        self.after = query.get("after", "")

    def _years(self) -> list[str]:
        """The years in which something falls due, this one always; what has no day comes last."""
        return sorted({each.year for each in self.all} | {str(self.today.year)})

    @property
    def is_list(self) -> bool:
        """A chosen outcome or department is a list; without one the page is the year's account."""
        return bool(self.standing or self.lead)

    @property
    def shown_year(self) -> str:
        return self.year or str(self.today.year)

    @cached_property
    def of_the_year(self) -> list[Promise]:
        return [each for each in self.all if each.year == self.shown_year]

    @cached_property
    def due(self) -> list[Promise]:
        return [each for each in self.of_the_year if each.is_due(self.today)]

    @property
    def kept(self) -> int:
        return sum(each.standing in KEPT for each in self.due)

    @property
    def late(self) -> int:
        return sum(each.standing == "met_late" for each in self.due)

    @property
    def share(self) -> int | None:
        """How much of what fell due was kept, in per cent."""
        return round(100 * self.kept / len(self.due)) if self.due else None

    @cached_property
    def department(self) -> Department | None:
        return next((each.department for each in self._of_lead() if self.lead), None)

    @property
    def department_opens(self) -> bool:
        """Whether the chosen department has a page of its own that readers may open."""
        return bool(self.lead) and any(each.department_opens for each in self._of_lead())

    @cached_property
    def found(self) -> list[Promise]:
        """The list of what was chosen: overdue ones longest first, settled ones newest first."""
        chosen = [each for each in self._of_lead() if not self.year or each.year == self.year]
        found = [each for each in chosen if self.standing in ("", each.standing)]
        return found[::-1] if self.standing in SETTLED else found

    def _of_lead(self) -> list[Promise]:
        return [each for each in self.all if self.lead in ("", each.lead)]

    def page(self) -> tuple[list[Promise], str]:
        """The promises of this page, and the address to go on to ("" on the last page)."""
        keys = [str(each.target.pk) for each in self.found]
        start = keys.index(self.after) + 1 if self.after in keys else 0
        shown = self.found[start : start + PAGE]
        rest = len(keys) > start + PAGE
        return shown, self.address(after=str(shown[-1].target.pk)) if rest else ""

    @property
    def year_choices(self) -> list[Choice]:
        """The years, as far as the rest of the choice has a promise in them."""
        fitting = self._of_lead() if self.is_list else list(self.all)
        counts = Counter(e.year for e in fitting if self.standing in ("", e.standing))
        current = "" if self.is_list else str(self.today.year)
        choices = [
            Choice(
                year,
                "未说期限" if year == UNDATED else f"{year}年",
                counts[year],
                year == (self.year or current),
                self.address(year="" if year == current else year),
            )
            for year in self.years
            if counts[year] or year == self.shown_year
        ]
        if self.is_list:
            every = sum(counts.values())
            choices.insert(0, Choice("", "全部", every, not self.year, self.address(year="")))
        return choices

    @property
    def standing_choices(self) -> list[Choice]:
        """What came of them, with counts: in the year's account of the year, in a list of all."""
        year = self.year if self.is_list else self.shown_year
        within = [each for each in self._of_lead() if year in ("", each.year)]
        counts = Counter(each.standing for each in within)
        return [
            Choice(
                value,
                label,
                counts[value],
                value == self.standing,
                self.address(year=year, standing="" if value == self.standing else value),
            )
            for value, label in presenting.STANDINGS.items()
            if counts[value] or value == self.standing
        ]

    def address(self, **changed: str) -> str:
        """The page with this choice, and with what is `changed` in it."""
        chosen = {"year": self.year, "standing": self.standing, "lead": self.lead, **changed}
        return promises_address(**chosen)


def promises_address(**chosen: str) -> str:
    pairs = [(name, value) for name, value in chosen.items() if value]
    return reverse("promises") + (f"?{urlencode(pairs)}" if pairs else "")


def _known(value: str | None, choices: Iterable[str]) -> str:
    return value if value and value in choices else ""


@dataclass(frozen=True)
class Month:
    number: int
    promises: list[Promise]
    # Where it is the month of today.
    today: date | None


def months(promises: Iterable[Promise], year: str, today: date) -> list[Month]:
    """The calendar of a year: twelve months of promises."""
    by_month: dict[int, list[Promise]] = {number: [] for number in range(1, 13)}
    for promise in promises:
        if promise.target.due_on:
            by_month[promise.target.due_on.month].append(promise)
    here = today.month if year == str(today.year) else 0
    return [Month(n, found, today if n == here else None) for n, found in by_month.items()]


@dataclass(frozen=True)
class DepartmentLine:
    """What fell due of one department's promises, and what came of it."""

    department: Department
    promises: list[Promise]
    address: str

    @property
    def kept(self) -> int:
        return sum(each.standing in KEPT for each in self.promises)

    @property
    def overdue(self) -> int:
        return sum(each.late for each in self.promises)

    @property
    def share(self) -> int:
        return round(100 * self.kept / len(self.promises))

    @property
    def in_order(self) -> list[Promise]:
        """Kept ones first, so that rows can be compared."""
        order = list(presenting.STANDINGS)
        return sorted(self.promises, key=lambda each: order.index(each.standing))


def by_department(due: Iterable[Promise]) -> list[DepartmentLine]:
    """The departments with most promises that fell due first."""
    found: dict[str, list[Promise]] = {}
    for promise in due:
        if promise.department:
            found.setdefault(promise.lead, []).append(promise)
    lines = [
        DepartmentLine(of.department, promises, promises_address(lead=lead))
        for lead, promises in found.items()
        if (of := promises[0]) and of.department
    ]
    return sorted(lines, key=lambda line: (-len(line.promises), line.department.label))
