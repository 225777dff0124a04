"""A target as a fact: its figure as printed, and its due date."""

from __future__ import annotations

import re

from chinese.figures import Figure
from ingest.extraction.clauses.sentences import Clause, Date, Sentence
from ingest.proposal import TargetFact

_FLOOR = re.compile(r"[^,。;]{0,6}(?:红线|底线)")


def target_of(sentence: Sentence, clause: Clause, figure: Figure, indicator: str) -> TargetFact:
    """The target that a figure of a clause sets."""
    behind = clause.text[figure.end - clause.start :]
    comparator = ">=" if figure.comparator == "=" and _FLOOR.match(behind) else figure.comparator
    unit = f"{figure.unit}/{figure.per}" if figure.per and "/" not in figure.unit else figure.unit
    return TargetFact(
        article="",
        kind="quantity",
        indicator=indicator,
        quote=sentence.quote,
        comparator=comparator,  # type: ignore[arg-type]
        value=figure.value,
        unit=unit or "元",
        value_text=sentence.folded.printed(figure.start, figure.end),
    )


def set_due(target: TargetFact, due: Date) -> None:
    """Gives a target the date that holds for it."""
    target.due_text, target.due_on = due.find.text, due.find.due_on
    target.due_precision = due.find.precision


def event_of(sentence: Sentence, indicator: str, due: Date, stage: str | None = None) -> TargetFact:
    """What is promised by a day without a figure."""
    event = TargetFact("", "event", indicator, sentence.quote, stage=stage)
    set_due(event, due)
    return event
