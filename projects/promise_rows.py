"""The promises of one project as its page shows them, each with what became of it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from articles.models import Article
from projects import presenting
from projects.days import reached_on
from projects.history import corrected_in
from projects.models import Evidence, Progress, Target

# What is to come, the most urgent first; then what is settled.
_TO_COME = ("overdue", "missed", "due_soon", "open")
_ORDER = (*_TO_COME, "revised", "dropped", "met_late", "met")


@dataclass(frozen=True)
class PromiseRow:
    """One promise with what became of it, and the sentences that say so."""

    fact: Target
    standing: str
    title: str
    note: str
    due: str
    result: str
    quotes: list[Evidence]
    withdrawn: bool = False
    corrected: Article | None = None

    @property
    def late(self) -> bool:
        return self.standing == "overdue"


def promise_rows(
    targets: Sequence[Target], progress: Sequence[Progress], today: date
) -> list[PromiseRow]:
    """All promises with what was reported of them, the most urgent first."""
    told = [target for target in targets if target.evidence.is_told]
    successors = {target.supersedes_id: target for target in told if target.supersedes_id}
    rows = [
        _promise(target, successors.get(target.pk), _reports_of(target, progress), today)
        if target.evidence.is_told
        else _gone_promise(target)
        for target in targets
    ]
    return sorted(rows, key=_urgency)


def next_due(rows: Sequence[PromiseRow], today: date) -> Target | None:
    """The promise whose day comes next; where all days are past, the oldest that still waits."""
    waiting = [row.fact for row in rows if row.standing in presenting.WAITING and row.fact.due_on]
    waiting.sort(key=lambda target: target.due_on or date.max)
    to_come = [target for target in waiting if target.due_on and target.due_on >= today]
    return next(iter(to_come or waiting), None)


def _reports_of(target: Target, progress: Sequence[Progress]) -> list[Progress]:
    return [row for row in progress if row.target_id == target.pk and row.evidence.is_told]


def _urgency(row: PromiseRow) -> tuple[int, int]:
    """Overdue first, then what is still to come by its day, then what is settled, newest first."""
    order = _ORDER.index(row.standing) if row.standing in _ORDER else len(_ORDER)
    day = (row.fact.due_on or date.max).toordinal()
    return order, day if row.standing in _TO_COME else -day


def _promise(
    target: Target, successor: Target | None, reports: Sequence[Progress], today: date
) -> PromiseRow:
    standing = presenting.standing_of(target, today)
    settled = standing not in presenting.WAITING
    latest = max(reports, key=reached_on, default=None)
    quotes = [target.evidence]
    if latest:
        quotes.append(latest.evidence)
    if settled and target.outcome_evidence:
        quotes.append(target.outcome_evidence)
    return PromiseRow(
        fact=target,
        standing=standing,
        title=presenting.title_of(target, successor if standing == "revised" else None),
        note="，".join(filter(None, (_latest(standing, latest), target.reason))),
        due=presenting.due_words(target),
        result=presenting.result_words(target, standing, today),
        quotes=list({quote.pk: quote for quote in quotes}.values()),
    )


def _latest(standing: str, latest: Progress | None) -> str:
    return _reported(latest) if latest and standing not in {"met", "met_late"} else ""


def _reported(progress: Progress) -> str:
    if progress.value is not None:
        value = f"见报{presenting.number_words(progress.value)}{progress.unit}"
        return f"{value}，{progress.note}" if progress.note else value
    return progress.note


def _gone_promise(target: Target) -> PromiseRow:
    """一项承诺，600人: of what was said only the amount and the day stay."""
    value = f"{presenting.number_words(target.value)}{target.unit}" if target.value else ""
    title = f"一项承诺，{value}" if value else "一项承诺"
    due, corrected = presenting.due_words(target), corrected_in(target)
    withdrawn = corrected is None
    return PromiseRow(target, "", title, "", due, "", [], withdrawn, corrected)
