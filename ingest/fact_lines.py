"""Facts as the desk lists them: kind, value as understood, and what the ledger has already."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from typing import Any

from django.db.models import F
from django.utils.formats import date_format
from django.utils.functional import cached_property
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from articles.models import Status
from chinese.money import find_money, money_text
from ingest.desk.draft import Doc, is_step, milestones_of
from ingest.desk.reached import reached
from projects.days import printed_on
from projects.ledger import LONG_TEXTS
from projects.models import Investment, Project, Stage

SIGNS = {"=": "", ">=": "≥ ", "<=": "≤ ", "~": "≈ "}
# What a work costs altogether is one sum until another is told; those of years stand side by side.
LASTING = (Investment.Measure.TOTAL, Investment.Measure.APPROVED)
PRECISIONS = {
    "day": gettext_lazy("exact to the day"),
    "month": gettext_lazy("exact to the month"),
    "quarter": gettext_lazy("exact to the quarter"),
    "half-year": gettext_lazy("exact to the half-year"),
    "year": gettext_lazy("exact to the year"),
}


@dataclass(frozen=True)
class Line:
    """One line of the list: `sure` puts a tick behind it."""

    kind: str
    value: str
    note: str = ""
    sure: bool = False


class Ledger:
    """What the ledger says of the projects that an article's facts are matched to."""

    def __init__(self, facts: list[Doc], issued: date | None = None) -> None:
        self.issued = issued
        self.uids = {each["match"] for each in facts if each["kind"] == "project" and each["match"]}

    @cached_property
    def names(self) -> dict[str, str]:
        if not self.uids:
            return {}
        found = Project.objects.filter(uid__in=self.uids).values_list("uid", "name")
        return {str(uid): name for uid, name in found}

    @cached_property
    def sums(self) -> dict[tuple[str, str], list[tuple[Decimal, Decimal | None]]]:
        """(project, measure) -> the sums and ranges that the ledger has of this project alone,
        newest first: by the day of which they are or on which they were told. What it has of a
        joint sum is unknown: two projects for 15亿元 say nothing of either."""
        if not self.uids:
            return {}
        rows = (
            Investment.objects.of_one_project()
            .filter(projects__uid__in=self.uids, amount__isnull=False)
            .exclude(evidence__article__status=Status.WITHDRAWN)
            .select_related("evidence__article__issue")
            .defer(*LONG_TEXTS)
            .annotate(uid_of_project=F("projects__uid"))
        )
        found: dict[tuple[str, str], list[tuple[Decimal, Decimal | None]]] = {}
        for row in sorted(rows, key=_age, reverse=True):
            key = (str(row.uid_of_project), row.measure)
            found.setdefault(key, []).append((row.amount, row.amount_to))
        return found

    def compare(self, uid: str | None, said: Doc) -> tuple[str, bool]:
        """How a printed sum stands to the ledger, in words, and whether it agrees."""
        known = self.sums.get((uid or "", said["measure"]))
        if not known or said["amount"] is None:
            return "", False
        if _ends(said) == known[0]:
            return _("the same in the ledger"), True
        return _("the ledger says {} now").format(money_text(*known[0])), False

    def newer(self, fact: Doc, said: Doc) -> str:
        """The sum of now, where the printed one is what the ledger said before; else nothing.

        A page that prints the sum of now too tells of a change: 由2.6亿元调整为2.2亿元.
        """
        known = self.sums.get((fact["match"] or "", said["measure"]), [])
        if said["measure"] not in LASTING or said["amount"] is None or _ends(said) not in known[1:]:
            return ""
        printed = find_money(said.get("quote") or fact["quote"])
        if known[0] == _ends(said) or known[0][0] in [each.value for each in printed]:
            return ""
        return money_text(*known[0])


def _age(row: Investment) -> tuple[date, int]:
    return row.as_of or printed_on(row.evidence.article), row.pk


def with_newer_sums(doc: Doc, ledger: Ledger) -> Doc:
    """The document whose sums each say what the ledger has now (`newer`) in place of them."""
    facts = [
        {
            **fact,
            "investments": [
                {**said, "newer": ledger.newer(fact, said)} for said in fact["investments"]
            ],
        }
        if fact["kind"] == "project" and fact["match"]
        else fact
        for fact in doc["facts"]
    ]
    return {**doc, "facts": facts}


def with_their_steps(facts: list[Doc]) -> list[Doc]:
    """The facts of an article, each step right behind its work, as the document tells them."""
    works = {each["name"]: each["id"] for each in reversed(facts) if each["kind"] == "project"}
    places = {each["id"]: place for place, each in enumerate(facts)}

    def place_of(fact: Doc) -> tuple[int, bool]:
        own, step = fact["id"], is_step(fact)
        return places[works.get(fact["project"], own) if step else own], step

    return sorted(facts, key=place_of)


def lines_of(fact: Doc, ledger: Ledger) -> list[Line]:
    makers = {"project": _project, "target": _target, "statement": _statement}
    return [*makers[fact["kind"]](fact, ledger), *_dues(fact)]


def _project(fact: Doc, ledger: Ledger) -> Iterator[Line]:
    yield Line("project", fact["name"], *_known(fact, ledger))
    for said in fact["investments"]:
        words, agrees = ledger.compare(fact["match"], said)
        yield _money(said, words, agrees)
    for each in fact["capacities"]:
        number = _number(each["value"], each["unit"])
        yield Line("target", SIGNS[each["comparator"]] + number, _("capacity"))
    if fact["stage"] in Stage.values and fact["tense"] != "planned" and ledger.issued:
        yield _reached(fact, ledger.issued)


def _reached(fact: Doc, issued: date) -> Line:
    """The stage that is reported, with the day that it will have in the ledger."""
    found, label = reached(fact, issued), str(Stage(fact["stage"]).label)
    day = found.exactly or date_format(found.day, "DATE_FORMAT")
    said = _("reached {day}") if found.is_told else _("reported {day}")
    return Line("due", label, said.format(day=day))


def _known(fact: Doc, ledger: Ledger) -> tuple[str, bool]:
    name = ledger.names.get(fact["match"] or "")
    if name == fact["name"]:
        return _("in the ledger under this name"), True
    if name:
        return _("in the ledger as {}").format(name), True
    if fact.get("similar") and not fact.get("decided"):
        return _("new, or {}?").format(fact["similar"][0]["name"]), False
    return _("new in the ledger"), False


def _money(said: Doc, words: str, agrees: bool) -> Line:
    measure = str(Investment.Measure(said["measure"]).label)
    note = _("{first}, {second}").format(first=measure, second=words) if words else measure
    return Line("money", _sum(said), note, agrees)


def _sum(said: Doc) -> str:
    if said["amount"] is None:
        return said["text"] or "—"
    sign = SIGNS[said["comparator"] or "="]
    return sign + money_text(*_ends(said))


def _ends(said: Doc) -> tuple[Decimal, Decimal | None]:
    """A sum in yuan, with the upper end where it is a range."""
    return Decimal(said["amount"]), Decimal(said["amount_to"]) if said["amount_to"] else None


def _target(fact: Doc, ledger: Ledger) -> Iterator[Line]:
    del ledger
    if fact["value"] is None:
        kind = "step" if is_step(fact) else "target"
        yield Line(kind, fact["indicator"], fact["project"] or "")
        return
    value = SIGNS[fact["comparator"] or "="] + _number(fact["value"], fact["unit"])
    yield Line("target", value, fact["indicator"])


def _statement(fact: Doc, ledger: Ledger) -> Iterator[Line]:
    del ledger
    measure = str(Investment.Measure(fact["measure"]).label)
    members = _("{} projects").format(fact["members"]) if fact["members"] else _("several projects")
    yield Line("money", _sum(fact), _("{first}, {second}").format(first=members, second=measure))


def _dues(fact: Doc) -> Iterator[Line]:
    """Everything that is promised of a fact with its day, the earliest first."""
    promised = [fact, *milestones_of(fact)]
    for each in sorted(promised, key=lambda each: each.get("due_on") or "~"):
        yield from _due(each)


def _due(fact: Doc) -> Iterator[Line]:
    if not (fact.get("due_on") or fact.get("due_text")):
        return
    stage = str(Stage(fact["stage"]).label) if fact.get("stage") in Stage.values else ""
    if fact["due_on"] is None:
        yield Line("due", fact["due_text"], stage or _("no date"))
        return
    precision = str(PRECISIONS.get(fact["due_precision"], ""))
    notes = [each for each in (stage, fact["due_text"], precision) if each]
    yield Line("due", _date(fact["due_on"]), _(", ").join(notes))


def _date(text: str) -> str:
    return date_format(date.fromisoformat(text), "DATE_FORMAT")


def _number(value: str, unit: str | None) -> str:
    number: Any = Decimal(value)
    for size, word in ((Decimal(10**8), "亿"), (Decimal(10**4), "万")):
        if number >= size:
            return f"{(number / size).normalize():f}{word}{unit or ''}"
    return f"{number.normalize():f}{unit or ''}"
