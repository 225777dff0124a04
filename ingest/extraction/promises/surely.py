"""Where the print around a figure leaves no doubt whether it is promised, rules give way.

A figure that the rules take for a target is none where it stands as figures do that promised
nothing (`is_denied`). One in a clause that promises, of which no rule says why it is none, is a
target where it stands as promises do (`affirmed`); it is not sure of itself: the desk asks.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from chinese.figures import Figure
from ingest.extraction.clauses.saying import Measured, plain
from ingest.extraction.clauses.sentences import Clause, Sentence
from ingest.extraction.clauses.terms import Term
from ingest.extraction.promises.indicators import past_what_takes, said_before
from ingest.extraction.promises.targetfacts import set_due, target_of
from ingest.extraction.promises.unpromised import promises_nothing
from ingest.extraction.words.lists import MAKE, REACH, one_of
from ingest.proposal import TargetFact

# Chosen on `tune7`, by weights that had not learned from the passages they judged.
NEVER, SURELY = -4.0, 1.5
CONFIDENCE = 0.7
_NOUN = re.compile("[一-鿿“”]{2,12}")
_NO_WORD = re.compile("[^一-鿿“”]+")
_FIGURE = re.compile("[由从约近]?[0-9]")
_PROJECTS_TO_COME = re.compile(
    f"{one_of('carries out')}(?:[0-9]+[个项][^,、0-9的]{{2,10}}?(?:项目|工程)|"
    "[^,、0-9的]{2,10}?(?:项目|工程)[0-9]+[个项])"
)
_HELD_TO = re.compile("(?:控制|稳定|保持)在$")
_JOINS = ("和", "与", "及")
_WORK_BEHIND = re.compile("[^,、0-9的]{2,12}(?:项目|工程)")
_LONGEST = 16  # characters
_SHORTEST = 2


def is_denied(clause: Clause, figure: Figure) -> bool:
    """Whether a figure stands as figures do that promise nothing."""
    return clause.promise.get(figure.start, 0.0) < NEVER


def counts_projects(said: Measured) -> bool:
    """实施28项强县项目, 安排重点项目14个: how many works are to be carried out is an aim."""
    if not said.is_count or said.clause.dates:
        return False
    text = said.clause.text
    return _PROJECTS_TO_COME.fullmatch(plain(text)) is not None


def is_sure_aim(sentence: Sentence, clause: Clause, figure: Figure) -> bool:
    """实施28项强县项目, 存栏控制在210万头以内: what no likeness to other print may deny."""
    said = Measured(sentence, clause, figure, clause.figures, None)
    held = said.is_no_share and _HELD_TO.search(said.before) is not None
    return held or counts_projects(said)


def affirmed(
    sentence: Sentence, terms: Sequence[Term], found: Sequence[TargetFact]
) -> list[TargetFact]:
    """The targets of a sentence besides those that were found, by the print around its figures."""
    known = {each.value_text for each in found} | {each.indicator for each in found}
    more: list[TargetFact] = []
    for clause, term in zip(sentence.clauses, terms, strict=True):
        sure = [place for place, weight in clause.promise.items() if weight > SURELY]
        if not sure or not term.promised:
            continue
        for figure in clause.figures:
            said = Measured(sentence, clause, figure, clause.figures, term.due)
            if figure.start not in sure or promises_nothing(said, opened=False):
                continue
            target = target_of(sentence, clause, figure, named(said))
            if is_in_a_name(said, target.indicator):
                continue
            if not target.indicator or {target.value_text, target.indicator} & known:
                continue
            target.confidence = CONFIDENCE
            if term.due:
                set_due(target, term.due)
            more.append(target)
    return more


def named(said: Measured) -> str:
    """What is promised of a figure: the words before it and the thing behind it.

    Where but a verb stands before it (由31个增至45个), what the clause begins with, or the last.
    """
    thing = _NOUN.match(said.behind) if said.is_count else None
    subject = plain(said.before)
    reached = REACH.before(subject, len(subject))
    if reached and reached[0] == subject:
        subject = plain(_FIGURE.split(said.clause.without_dates(said.lead))[0])
        subject, thing = subject or said_before(said), None
    deed = _NO_WORD.split(subject)[-1][-_LONGEST:] + (thing[0] if thing else "")
    if len(deed) >= _SHORTEST:
        return past_what_takes(said, deed) or ""
    behind = _NOUN.match(said.told_behind)
    return behind[0] if behind else ""


def is_in_a_name(said: Measured, indicator: str) -> bool:
    """建设|300亩果园项目, 洗煤和|80万吨干熄焦项目: a measure of the name that stands behind it."""
    deed = MAKE.at(indicator, 0)
    bare = indicator.endswith(_JOINS) or (deed is not None and deed[0] == indicator)
    return bare and _WORK_BEHIND.match(said.behind) is not None
