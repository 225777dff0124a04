"""The list of projects: what may be chosen, how it is sorted, and paging by key.

One query reads the whole ledger as short rows (a county has some hundred projects); choosing,
counting and sorting happen here, so that counts and results can never disagree.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from decimal import Decimal
from functools import cached_property
from urllib.parse import urlencode

from django.db.models import Max, OuterRef, Subquery, Value
from django.db.models.functions import Coalesce, NullIf
from django.http import QueryDict

from articles import clock
from articles.models import Article
from projects.models import Project, Stage, Target

PAGE = 20
FAR = date(9999, 12, 31)
STAGE_GROUPS: dict[str, tuple[str, tuple[str, ...]]] = {
    "early": ("谋划、立项", (Stage.PLANNED, Stage.APPROVED)),
    "building": (
        "开工、在建",
        (Stage.STARTED, Stage.UNDER_CONSTRUCTION, Stage.STRUCTURE_COMPLETE),
    ),
    "done": ("完工、投运", (Stage.COMPLETED, Stage.OPERATING)),
    "stalled": ("停滞", (Stage.STALLED,)),
    "cancelled": ("取消", (Stage.CANCELLED,)),
    "none": ("未说阶段", ("",)),
}
SORTS = {"total": "投资额", "due": "期限", "reported": "最近见报"}
ONWARD = {"total": "投资额更小的", "due": "期限更晚的", "reported": "更早见报的"}
FACETS = {
    "promise": "承诺",
    "sector": "行业",
    "stage": "阶段",
    "due": "到期年份",
    "lead": "牵头部门",
}
# A county has dozens of departments: of more than LONG the first are SHOWN.
FOLDED = {"lead": "个部门"}
LONG, SHOWN = 8, 5
PROMISES = {"overdue": "有逾期未兑现的", "due_soon": "三十天内到期的"}


@dataclass(frozen=True)
class Row:
    """A public project, as short as the list needs it."""

    id: int
    name: str
    place: str
    bricks: int
    stage: str
    total: Decimal | None
    next_due_on: date | None
    due_on: date | None
    sector: str | None
    sector_name: str | None
    sector_order: int | None
    lead: str | None
    lead_name: str | None
    reported: datetime

    @property
    def project(self) -> Project:
        """The record as far as it was read: for its address and its bricks."""
        return Project(pk=self.id, name=self.name, stage=self.stage, bricks=self.bricks)

    @property
    def about(self) -> str:
        """县能源局·朱坑乡·能源; a township that leads is not named twice."""
        lead = "" if self.lead_name and self.place.startswith(self.lead_name) else self.lead_name
        return "·".join(part for part in (lead, self.place, self.sector_name) if part)

    def keys(self, today: date) -> dict[str, str]:
        """Its value in every facet."""
        return {
            "promise": _promise_key(self.next_due_on, today),
            "sector": self.sector or "",
            "stage": next(key for key, (_, group) in STAGE_GROUPS.items() if self.stage in group),
            "due": _due_key(self.due_on, today),
            "lead": self.lead or "",
        }


def _promise_key(next_due: date | None, today: date) -> str:
    """How the promise stands that falls due next, or should have been kept first."""
    standing = Target(due_on=next_due).standing(today)
    return standing if standing in PROMISES else ""


def _due_key(due: date | None, today: date) -> str:
    if due is None:
        return "none"
    if due.year < today.year:
        return "earlier"
    return str(due.year) if due.year < today.year + 2 else "later"


def all_rows() -> list[Row]:
    """Every public project in one query; `due_on` is the next due date, else the last one."""
    last_due = (
        Target.objects.public()
        .filter(project=OuterRef("pk"))
        .values("project")
        .annotate(last=Max("due_on"))
        .values("last")
    )
    # Public and last reported by the same join: databases lose their way in a second look.
    heard = Project.objects.filter(mentions__evidence__article__in=Article.objects.published())
    found = heard.annotate(
        due=Coalesce("next_due_on", Subquery(last_due)),
        lead_name=Coalesce(NullIf("lead__short_name", Value("")), "lead__name"),
        reported=Max("mentions__evidence__article__published_at"),
    )
    return [
        Row(*values)
        for values in found.order_by("pk").values_list(
            *("pk", "name", "place", "bricks", "stage", "total_yuan", "next_due_on", "due"),
            *("sector__code", "sector__name", "sector__order"),
            *("lead__slug", "lead_name", "reported"),
        )
    ]


@dataclass(frozen=True)
class Choice:
    """A box to tick: with its count, and for chosen ones the address without it."""

    value: str
    label: str
    count: int
    chosen: bool
    without: str = ""


@dataclass(frozen=True)
class Facet:
    """What may be chosen of one kind; of a long list the rest waits behind its first choices."""

    name: str
    title: str
    choices: list[Choice]

    @property
    def first(self) -> list[Choice]:
        is_folded = self.name in FOLDED and len(self.choices) > LONG
        return self.choices[:SHOWN] if is_folded else self.choices

    @property
    def rest(self) -> list[Choice]:
        return self.choices[len(self.first) :]

    @property
    def all_words(self) -> str:
        return f"全部{len(self.choices)}{FOLDED[self.name]}"

    @property
    def is_open(self) -> bool:
        """What is chosen is never out of sight."""
        return any(choice.chosen for choice in self.rest)


class ProjectFilter:
    """The reader's choice out of the address: what is unknown in it is passed over."""

    def __init__(self, query: QueryDict, rows: Sequence[Row]) -> None:
        self.today = clock.today()
        self.rows = rows
        self.chosen = {
            name: [value for value in query.getlist(name) if value in self._known(name)]
            for name in FACETS
        }
        self.sort = query.get("sort", "") if query.get("sort") in SORTS else "total"
        self.after = query.get("after", "")

    @cached_property
    def keys(self) -> list[dict[str, str]]:
        """The value of every row in every facet."""
        return [row.keys(self.today) for row in self.rows]

    @property
    def facets(self) -> list[Facet]:
        facets = []
        for name, title in FACETS.items():
            counts = Counter(each[name] for each in self.keys)
            choices = [
                self._choice(name, value, label, counts[value])
                for value, label in self._labels(name, counts)
                if counts[value] or value in self.chosen[name]
            ]
            facets.append(Facet(name, title, choices))
        return facets

    def _known(self, name: str) -> set[str]:
        """The values that a facet may have; an old address may name others."""
        return {value for value, _ in self._labels(name, Counter())}

    def _labels(self, name: str, counts: Counter[str]) -> Iterable[tuple[str, str]]:
        if name == "promise":
            return PROMISES.items()
        if name == "stage":
            return [(key, label) for key, (label, _) in STAGE_GROUPS.items()]
        if name == "due":
            years = [(str(year), f"{year}年") for year in (self.today.year, self.today.year + 1)]
            earlier, later = f"{self.today.year - 1}年及以前", f"{self.today.year + 2}年以后"
            return [("earlier", earlier), *years, ("later", later), ("none", "未说期限")]
        if name == "sector":
            sectors = {(row.sector_order, row.sector_name, row.sector) for row in self.rows}
            ordered = sorted(sectors, key=lambda each: (each[0] or 0, each[1] or ""))
            return [(code, label) for _, label, code in ordered if code and label]
        leads = {row.lead: row.lead_name for row in self.rows if row.lead and row.lead_name}
        return sorted(leads.items(), key=lambda each: (-counts[each[0] or ""], each[0]))

    def _choice(self, name: str, value: str, label: str, count: int) -> Choice:
        chosen = value in self.chosen[name]
        return Choice(value, label, count, chosen, self.address(drop=(name, value)))

    def address(
        self, *, drop: tuple[str, str] | None = None, sort: str = "", after: str = ""
    ) -> str:
        """The address of the same list with one choice less, another order, or further on."""
        pairs = [
            (name, value)
            for name, values in self.chosen.items()
            for value in values
            if (name, value) != drop
        ]
        order = sort or self.sort
        pairs += [("sort", order)] if order != "total" else []
        pairs += [("after", after)] if after else []
        return f"?{urlencode(pairs)}" if pairs else "?"

    @cached_property
    def found(self) -> list[Row]:
        """The chosen rows in order: any of the values of a facet, all of the facets."""
        pairs = zip(self.rows, self.keys, strict=True)
        return sorted((row for row, keys in pairs if self._fits(keys)), key=self._key)

    def _fits(self, keys: dict[str, str]) -> bool:
        return all(not values or keys[name] in values for name, values in self.chosen.items())

    def _key(self, row: Row) -> tuple[object, int]:
        """Ascending; what has no value comes last."""
        if self.sort == "due":
            return (row.next_due_on or FAR).isoformat(), row.id
        if self.sort == "reported":
            return -row.reported.timestamp(), row.id
        return -row.total if row.total is not None else Decimal(1), row.id

    def page(self) -> tuple[list[Row], str]:
        """The projects of this page, and the key to go on after ("" on the last page)."""
        rows = self.found
        if self.after:
            rows = [row for row in rows if self._is_after(row)]
        shown = rows[:PAGE]
        onward = self._mark(shown[-1]) if len(rows) > PAGE else ""
        return shown, onward

    def _mark(self, row: Row) -> str:
        return f"{self._key(row)[0]}~{row.id}"

    def _is_after(self, row: Row) -> bool:
        """A broken or foreign key pages from the start."""
        value, _, number = self.after.rpartition("~")
        own, own_number = self._key(row)
        try:
            mark = value if self.sort == "due" else type(own)(value)  # type: ignore[call-arg]
            return (own, own_number) > (mark, int(number))
        except (ValueError, ArithmeticError):
            return True
