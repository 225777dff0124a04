"""The facts that one article says, numbered as they stand in its text.

One query: a sentence with everything that hangs on it, joined; the product of two facts in one
sentence is small and is folded here.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import date
from typing import Any

from django.db.models import Model
from django.urls import reverse

from articles import clock
from articles.models import Article
from projects import presenting
from projects.days import reached_on
from projects.marking import Quote
from projects.models import Capacity, Evidence, Investment, Progress, Target
from projects.presenting import Figure
from projects.querysets import is_untold


@dataclass(frozen=True)
class ProjectLink:
    id: int
    name: str

    def get_absolute_url(self) -> str:
        return reverse("projects:project", args=[self.id])


@dataclass
class Fact:
    """One row of the facts card. `figure` or `text` says it; `standing` is a promise's badge."""

    label: str
    as_of: str = ""
    figure: Figure | None = None
    text: str = ""
    note: str = ""
    standing: str = ""
    uid: str = ""
    evidence_uid: str = ""
    project: ProjectLink | None = None
    at: tuple[int, int] = (0, 0)
    number: int = 0
    here: bool = False

    @property
    def words(self) -> str:
        """The fact in a phrase: 累计完成9860万元."""
        return f"{self.label}{self.figure or self.text}"


@dataclass
class Account:
    """The facts of one project; `project` is None for sums about a set of unnamed ones."""

    project: ProjectLink | None
    facts: list[Fact] = field(default_factory=list)


@dataclass(frozen=True, eq=False)
class ArticleFacts:
    """`accounts` for the card, `quotes` to mark, and the fact that the reader came from.

    One object stands for one state of the ledger: it is never changed.
    """

    accounts: list[Account]
    quotes: list[Quote]
    arrived: Fact | None


def facts_of(article: Article, arrived_uid: str = "") -> ArticleFacts:
    """All facts of an article; asked twice, the database is asked once."""
    kept: dict[str, ArticleFacts] = article.__dict__.setdefault("_facts_of", {})
    if arrived_uid not in kept:
        kept[arrived_uid] = _read(article, arrived_uid)
    return kept[arrived_uid]


def _read(article: Article, arrived_uid: str) -> ArticleFacts:
    facts: dict[str, Fact] = {}
    sentences: dict[str, dict[str, Any]] = {}
    for row in _rows(article):
        uid = str(row["uid"])
        sentences[uid] = row
        for fact in _facts_in(row, article, clock.today()):
            if fact.uid in facts:
                continue
            fact.evidence_uid, fact.here = uid, uid == arrived_uid
            fact.at = (article.plain.find(row["exact"]), row["mark_start"] or 0)
            facts[fact.uid] = fact
    ordered = sorted(facts.values(), key=lambda fact: fact.at)
    for number, fact in enumerate(ordered, 1):
        fact.number = number
    return ArticleFacts(
        accounts=_by_project(ordered),
        quotes=[_quote(uid, row, ordered) for uid, row in sentences.items()],
        arrived=next((fact for fact in ordered if fact.here), None),
    )


def _by_project(facts: list[Fact]) -> list[Account]:
    accounts: dict[ProjectLink | None, Account] = {}
    for fact in facts:
        accounts.setdefault(fact.project, Account(fact.project)).facts.append(fact)
    return list(accounts.values())


def _quote(uid: str, row: dict[str, Any], facts: list[Fact]) -> Quote:
    start, end = row["mark_start"], row["mark_end"]
    return Quote(
        uid=uid,
        exact=row["exact"],
        figure=None if start is None else (start, end),
        numbers=tuple(fact.number for fact in facts if fact.evidence_uid == uid),
        prefix=row["prefix"],
    )


# The joined row, and a fact out of its columns.

_SENTENCE = ("uid", "exact", "prefix", "mark_start", "mark_end")
_MONEY = ("amount", "amount_to", "printed", "measure", "comparator", "reason")
_DUE = ("due_text", "due_on", "due_precision", "outcome", "outcome_on")
_OUTCOME = ("outcome_evidence_id", "checked_on", "searched_in", "reason")
_VALUE = ("value", "unit")
# How a sentence reaches each kind of fact, the columns to read, and the way on to its project.
_KINDS: dict[str, tuple[type[Model], tuple[str, ...], str]] = {
    "investments": (
        Investment,
        ("uid", *_MONEY, "period_start", "period_end", "as_of"),
        "investments__projects",
    ),
    "targets": (
        Target,
        ("uid", "indicator", *_VALUE, "comparator", "printed", *_DUE, *_OUTCOME),
        "targets__project",
    ),
    "progresss": (Progress, ("uid", "date", "stage", *_VALUE, "note"), "progresss__project"),
    "capacitys": (Capacity, ("uid", *_VALUE, "per", "printed"), "capacitys__project"),
}


def _rows(article: Article) -> Any:
    fields = [*_SENTENCE, "is_untold"]
    for kind, (_, columns, project) in _KINDS.items():
        fields += [f"{kind}__{column}" for column in columns]
        fields += [f"{project}__{column}" for column in ("id", "name", "total_yuan")]
    standing = Evidence.objects.filter(article=article, broken=False)
    return standing.annotate(is_untold=is_untold("targets__")).order_by("id").values(*fields)


def _facts_in(row: dict[str, Any], article: Article, today: date) -> Iterator[Fact]:
    for kind, (model, columns, project) in _KINDS.items():
        if row[f"{kind}__uid"] is None:
            continue
        record: Any = model(**{column: row[f"{kind}__{column}"] for column in columns})
        record.evidence = Evidence(article=article)
        fact = _said(record, row, today)
        fact.uid = str(row[f"{kind}__uid"])
        if row[f"{project}__id"] is not None:
            fact.project = ProjectLink(row[f"{project}__id"], row[f"{project}__name"])
        yield fact


def _said(record: Model, row: dict[str, Any], today: date) -> Fact:
    match record:
        case Investment():
            return _money(record, row["investments__projects__total_yuan"], today)
        case Target():
            return _promise(record, row, today)
        case Progress():
            return _reached(record, today)
        case Capacity():
            per = "每年" if record.per == Capacity.Per.YEAR else "每天" if record.per else ""
            value = f"{presenting.number_words(record.value)}{record.unit}"
            return Fact("规模", text=record.printed or f"{per}{value}")
    raise TypeError(type(record))


def _money(record: Investment, total: Any, today: date) -> Fact:
    done = record.measure == Investment.Measure.DONE
    return Fact(
        label=presenting.measure_words(record, today),
        as_of=presenting.as_of_words(record, today),
        figure=presenting.figure_of(record),
        note=presenting.departure_words(record)
        or (presenting.share_words(record.amount, total) if done else ""),
    )


def _promise(record: Any, row: dict[str, Any], today: date) -> Fact:
    record.is_untold = row["is_untold"]
    standing = presenting.standing_of(record, today)
    value, due = presenting.value_words(record), presenting.due_words(record)
    result = presenting.result_words(record, standing, today)
    return Fact(
        label=record.indicator,
        text=value or due,
        note="，".join(filter(None, (f"期限{due}" if value else "", result, record.reason))),
        standing=standing,
    )


def _reached(record: Progress, today: date) -> Fact:
    day = presenting.near_day(reached_on(record), today)
    if record.stage:
        return Fact("进度", text=presenting.STAGES[record.stage], note=record.note or day)
    if record.value is not None:
        value = f"{presenting.number_words(record.value)}{record.unit}"
        return Fact("已见报", text=value, note=record.note or day)
    return Fact("进度", text=record.note, note=day)
