"""From a fact of the desk to rows of the ledger, each with the sentence that says it."""

from __future__ import annotations

import re
from collections.abc import Callable
from datetime import date
from decimal import Decimal
from typing import Any

from django.core.exceptions import ValidationError
from django.db import DatabaseError, models, transaction
from django.utils.translation import gettext as _

from articles.models import Article, Status
from chinese.periods import period_of
from departments.models import Department
from ingest.desk.certainty import is_bare
from ingest.desk.common import day_words, term_sentence
from ingest.desk.draft import Doc, milestones_of
from ingest.desk.reached import reached
from ingest.extraction.names.departments import bodies
from ingest.extraction.words.moods import stage_words
from ingest.matching import Import, project_of
from ingest.messages import IngestError
from projects.models import Evidence, Project, Target
from projects.models.facts import Precision
from projects.presenting import STAGES
from projects.recording import (
    mention,
    quote,
    record_capacity,
    record_investment,
    record_progress,
    record_target,
)

Recorder = Callable[[Doc, Article, Import], list[models.Model]]
# How exactly a date was printed; finer or coarser words of the reader fall to the nearest.
PRECISION = {"ten-days": "month", "five-year": "year", "season": "quarter"}
# …明年3月底前恢复通车。
_BEHIND_A_DAY = re.compile(r"[\u4e00-\u9fff]{2,8}(?=[，。；！])")
_IN_CHARGE = re.compile("^(?:负责|牵头|组织)")
DONE = "完成"  # what is promised by a day and called by no word for a stage
PER = {"年": "year", "year": "year", "日": "day", "天": "day", "day": "day"}


def record_fact(fact: Doc, *, article: Article, imported: Import) -> list[models.Model]:
    """The rows that a fact makes, evidence included."""
    recorders = {"project": _project, "target": _target, "statement": _statement}
    try:
        with transaction.atomic():
            return _with_evidence(recorders[fact["kind"]], fact, article, imported)
    except (ValidationError, DatabaseError) as error:
        label = fact.get("name") or fact.get("indicator") or fact.get("text") or fact["quote"]
        raise IngestError(
            _("“{fact}” in “{article}” cannot be recorded: {error}").format(
                fact=label, article=article.headline, error=error
            )
        ) from error


def _with_evidence(
    recorder: Recorder, fact: Doc, article: Article, imported: Import
) -> list[models.Model]:
    before = set(Evidence.objects.filter(article=article).values_list("pk", flat=True))
    rows = recorder(fact, article, imported)
    for row in rows:
        row.clean_fields(exclude=[each.name for each in row._meta.fields if each.is_relation])
    evidence = Evidence.objects.filter(article=article).exclude(pk__in=before)
    return [*evidence, *rows]


def _project(fact: Doc, article: Article, imported: Import) -> list[models.Model]:
    project = project_of(imported, fact)
    rows: list[Any] = []
    for said in fact["investments"]:
        evidence = quote(article, said.get("quote") or fact["quote"], mark=said["text"] or "")
        rows.append(
            record_investment(projects=[project], evidence=evidence, **_money(said, imported.date))
        )
    for each in fact["capacities"]:
        evidence = quote(article, each.get("quote") or fact["quote"], mark=each["text"] or "")
        rows.append(
            record_capacity(
                project=project,
                evidence=evidence,
                value=Decimal(each["value"]),
                unit=each["unit"] or "",
                per=PER.get(each["per"] or "", ""),
                comparator=each["comparator"],
                printed=each["text"] or "",
            )
        )
    rows += _stage(fact, project, article, imported.date)
    rows += _milestones(fact, project, article, imported)
    if fact["quote"] not in {row.evidence.exact for row in rows}:
        mention(project, quote(article, fact["quote"], mark=fact["name"]))
    return rows


def _stage(fact: Doc, project: Project, article: Article, issued: date) -> list[models.Model]:
    """A stage reported is progress; a stage or a date promised is a target."""
    promised = fact["tense"] == "planned"
    sentence = term_sentence(fact)
    if promised and (fact["stage"] or fact["due_text"]):
        evidence = quote(article, sentence, mark=day_words(fact["due_text"]))
        kind = "stage" if fact["stage"] else "event"
        return [
            record_target(
                project=project,
                evidence=evidence,
                kind=kind,
                indicator=_what_is_due(fact, sentence),
                stage=fact["stage"] or "",
                **_due(fact),
            )
        ]
    if fact["stage"]:
        found = reached(fact, issued)
        return [
            record_progress(
                project=project,
                evidence=quote(article, sentence, mark=found.mark),
                date=found.day,
                note=found.exactly,
                stage=fact["stage"],
            )
        ]
    return []


def _milestones(
    fact: Doc, project: Project, article: Article, imported: Import
) -> list[models.Model]:
    """The promised stages beside the announced one, each a target; none is entered twice."""
    rows: list[models.Model] = []
    for each in milestones_of(fact):
        if _is_promised_already(each, fact, project, imported):
            continue
        sentence = each["quote"] or fact["quote"]
        rows.append(
            record_target(
                project=project,
                evidence=quote(article, sentence, mark=day_words(each["due_text"])),
                kind="stage",
                indicator=_what_is_due(each, sentence),
                stage=each["stage"],
                **_due(each),
            )
        )
    return rows


def _is_promised_already(said: Doc, fact: Doc, project: Project, imported: Import) -> bool:
    """Whether a stage by a day is promised by the fact itself, its page or the ledger.

    A withdrawn article promises nothing any more.
    """
    promised = (said["stage"], said["due_on"])
    own = [fact] if fact["tense"] == "planned" else []
    targets = [
        each
        for each in imported.upload.document["facts"]
        if each["kind"] == "target"
        and each["project"] == fact["name"]
        and (each["article"] == fact["article"] or not is_bare(fact["name"]))
    ]
    if any((each["stage"], each["due_on"]) == promised for each in (*own, *targets)):
        return True
    same = Target.objects.filter(project=project, stage=said["stage"], due_on=_day(said["due_on"]))
    return same.exclude(evidence__article__status=Status.WITHDRAWN).exists()


def _what_is_due(fact: Doc, sentence: str) -> str:
    """并网, 恢复通车: the word by which the sentence tells the promised stage, else what it says
    behind the day and who is to do it. Whose deed it is, the project beside it says."""
    said = [word for _, word, stage in stage_words(sentence) if stage == fact["stage"]]
    due = sentence.find(fact["due_text"] or "")
    behind = [word for word in said if sentence.find(word, due) >= 0]
    told = _behind_a_day(sentence[due + len(fact["due_text"] or "") :]) if due > 0 else ""
    deeds = [*behind, *([told] if told else []), *said]
    return deeds[0] if deeds else STAGES.get(fact["stage"] or "", DONE)


def _behind_a_day(said: str) -> str:
    """恢复通车 of 由县交通局恢复通车, too; "" where it is unclear where the name of a body ends."""
    if said.startswith("由"):
        doer = next((each for each in bodies([said[1:]], ()) if said.startswith(each, 1)), None)
        if doer is None:
            return ""
        said = _IN_CHARGE.sub("", said[1 + len(doer) :])
    deed = _BEHIND_A_DAY.match(said)
    return deed[0] if deed else ""


def _deed(indicator: str, project: str | None) -> str:
    """投产, where the project beside it has the rest of 冷链中心投产 for its name."""
    deed = indicator.removeprefix(project or "").removeprefix("的")
    return deed or indicator


def _target(fact: Doc, article: Article, imported: Import) -> list[models.Model]:
    evidence = quote(article, fact["quote"], mark=fact["text"] or day_words(fact["due_text"]))
    department = fact["department"]
    named = fact["project"]
    stage = fact["stage"] or ""
    return [
        record_target(
            evidence=evidence,
            project=imported.project_named(named, fact["article"]) if named else None,
            department=Department.objects.by_printed_name(department) if department else None,
            kind=_kind(fact, stage),
            indicator=_deed(fact["indicator"], named),
            stage=stage,
            value=None if fact["value"] is None else Decimal(fact["value"]),
            unit=fact["unit"] or "",
            comparator=fact["comparator"] or "=",
            printed=fact["text"] or "",
            **_due(fact),
        )
    ]


def _kind(fact: Doc, stage: str) -> str:
    if fact["value"] is not None:
        return "quantity"
    return "stage" if stage else "event"


def _statement(fact: Doc, article: Article, imported: Import) -> list[models.Model]:
    evidence = quote(article, fact["quote"], mark=fact["text"] or "")
    members = fact["members"]
    return [
        record_investment(
            projects=[],
            evidence=evidence,
            members=int(members) if members else None,
            **_money(fact, imported.date),
        )
    ]


def _money(said: Doc, issued: date) -> dict[str, Any]:
    amount = None if said["amount"] is None else Decimal(said["amount"])
    upper = None if said["amount_to"] is None else Decimal(said["amount_to"])
    start, end = _period(said, issued)
    return {
        "amount": amount,
        "amount_to": upper if amount is not None and upper is not None and upper > amount else None,
        "currency": said["currency"] or "CNY",
        "printed": said["text"] or "",
        "measure": said["measure"],
        "comparator": said["comparator"] or "=",
        "period_start": start,
        "period_end": end,
        "as_of": _day(said["as_of"]),
    }


def _period(said: Doc, issued: date) -> tuple[date | None, date | None]:
    """The days of which a sum tells: the year of a plan, 前十月 of what was done; else none."""
    if said["measure"] == "year":
        return date(issued.year, 1, 1), None
    if said["measure"] == "done" and said["period"]:
        period = period_of(said["period"], issued)
        return period.start, period.end
    return None, None


def _day(text: str | None) -> date | None:
    try:
        return date.fromisoformat(text or "")
    except ValueError:
        return None


def _due(fact: Doc) -> dict[str, Any]:
    due_on = _day(fact["due_on"])
    precision = fact["due_precision"] or ""
    precision = PRECISION.get(precision, precision)
    if due_on and precision not in Precision.values:
        precision = Precision.DAY
    return {
        "due_text": fact["due_text"] or "",
        "due_on": due_on,
        "due_precision": precision if due_on else "",
    }
