"""The promised stages of a work beside the announced one: which clauses tell them, and which stand.

Of 2027年3月开工,2029年底前建成 the last is announced, and the first would be lost. While an article
is read each clause that tells of a work is read once more (`dated_stages`); when it is known what
is announced of the work, only those are kept that agree with it.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from datetime import date

from chinese.folding import fold
from ingest.extraction.clauses.dated_stages import COME_ON_A_DAY, Dated, core_of, promised_in
from ingest.extraction.clauses.sentences import Clause, Sentence, segments
from ingest.extraction.clauses.telling import Told
from ingest.extraction.works.announced import take_over
from ingest.extraction.works.phases import is_whole_of, ordinal_of, phase_at, phase_ordinal
from ingest.proposal import STAGES, Milestone, ProjectFact

# How many days a period has at most that a day was printed as.
_DAYS = {"year": 366, "half-year": 184, "quarter": 92, "month": 31, "ten-days": 11, "day": 1}
_Stage = tuple[str | None, date]


@dataclass
class Milestones:
    """The dated stages that the clauses of one article promise of its works."""

    heard: dict[int, list[Milestone]] = field(default_factory=dict)  # by the id of its work

    def hear(self, facts: Sequence[ProjectFact], told: Told, segment: Sequence[Clause]) -> None:
        """Keeps the dated stages of a clause that tells of these works.

        `segment` is the part of the sentence up to this clause.
        """
        for fact in facts:
            found = promised_in(segment, fact.name)
            if len(facts) > 1 and len(found) > 1:
                continue  # 甲路、乙路6月开工、年底通车 may tell of each its own
            for stage in found:
                self.keep(fact, stage, told.sentence.quote)

    def keep(self, fact: ProjectFact, stage: Dated, quote: str) -> None:
        """Keeps one stage with its day and the sentence that tells both."""
        if stage.stage in COME_ON_A_DAY and stage.day.find.due_on:
            self.heard.setdefault(id(fact), []).append(stage.milestone(quote))

    def of(self, fact: ProjectFact, reached: frozenset[str]) -> list[Milestone]:
        """All that were heard of a work, but of stages that were reported as reached."""
        return [each for each in self.heard.get(id(fact), ()) if each.stage not in reached]


def read_beside(
    fact: ProjectFact, sentences: Iterable[Sentence], others: Iterable[str]
) -> list[Milestone]:
    """The milestones of a work whose day only the networks bind to it, from the sentence of it.

    They stand from the clause on that names the work; where another work is named too, none is
    surely its own.
    """
    sentence = next((each for each in sentences if each.quote == fact.term_quote), None)
    if sentence is None:
        return []
    name = fold(fact.name).text
    clauses = _part_of_the_day(sentence, fact, name)
    if any(other in each.text for other in others if other not in name for each in clauses):
        return []
    if any(_is_of_a_phase_that_is_not(each, name) for each in clauses):
        return []
    first = next((at for at, each in enumerate(clauses) if core_of(name) in each.text), 0)
    found = [
        stage
        for last in range(first, len(clauses))
        for stage in promised_in(clauses[: last + 1], name)
    ]
    return [each.milestone(sentence.quote) for each in found if each.day.find.due_on]


def _is_of_a_phase_that_is_not(clause: Clause, name: str) -> bool:
    """一期2021年底建成, of 南漳港码头 or its 二期: each phase has days of its own."""
    phase = phase_at(clause.text)
    return phase is not None and phase_ordinal(phase) != ordinal_of(name)


def _part_of_the_day(sentence: Sentence, fact: ProjectFact, name: str) -> Sequence[Clause]:
    """What stands between two semicolons with the name and the day of a work, else all of it."""
    for part in segments(sentence.clauses):
        days = [day.find.due_on for clause in part for day in clause.dates]
        if fact.due_on in days and any(core_of(name) in clause.text for clause in part):
            return part
    return sentence.clauses


def beside_the_announced(fact: ProjectFact) -> list[Milestone]:
    """The milestones of a work that agree with its announced stage and day, in order of days.

    One stage has one day: of two that contradict each other, or the announced one, none is
    kept; where one only tells the other more exactly (年底, 12月20日), that one is.
    """
    if fact.due_on is None:
        return []
    by_stage: dict[str, list[Milestone]] = {}
    for each in fact.milestones:
        is_announced = fact.stage is None and each.due_on == fact.due_on
        if each.stage != fact.stage and not is_announced:
            by_stage.setdefault(each.stage, []).append(each)
    single = [one for said in by_stage.values() if (one := _the_one(said))]
    announced: _Stage = (fact.stage, fact.due_on)
    near = [each for each in single if _in_order(_stage(each), announced)]
    kept = [each for each in near if all(_in_order(_stage(each), _stage(other)) for other in near)]
    return sorted(kept, key=lambda each: each.due_on)


def take_over_stages(works: Sequence[ProjectFact], phases: Sequence[ProjectFact]) -> None:
    """What is promised of phases that are no works of their own is a milestone of their whole:
    二期2024年6月开工. Of the stage that is announced of the whole it has but one day.

    A size of a phase is one of the whole as well, and so is its day where the whole has none.
    """
    for phase in phases:
        whole = next((each for each in works if is_whole_of(each.name, phase.name)), None)
        if whole is not None:
            whole.capacities = [*whole.capacities, *phase.capacities]
            if whole.due_on is None and whole.tense != "done":
                take_over(whole, phase)
        if whole is None or phase.stage is None or phase.due_on is None:
            continue
        own = Milestone(
            phase.stage, phase.due_text or "", phase.due_on, phase.due_precision or "day",
            phase.term_quote or phase.quote,
        )  # fmt: skip
        whole.milestones = [*whole.milestones, own, *phase.milestones]
        whole.milestones = beside_the_announced(whole)


def _stage(milestone: Milestone) -> _Stage:
    return milestone.stage, milestone.due_on


def _the_one(said: Sequence[Milestone]) -> Milestone | None:
    """The most exact of several days of one stage, if each of the others holds it."""
    exact = min(said, key=lambda each: (_DAYS.get(each.due_precision, 999), -each.confidence))
    return exact if all(_holds(each, exact) for each in said) else None


def _holds(wide: Milestone, exact: Milestone) -> bool:
    """Whether the day of one may be meant by the period of another: 12月20日 by 年底."""
    return 0 <= (wide.due_on - exact.due_on).days < _DAYS.get(wide.due_precision, 1)


def _in_order(one: _Stage, other: _Stage) -> bool:
    """Whether of two stages the earlier one is not due after the later one."""
    first, second = sorted((one, other), key=lambda each: _rank(each[0]))
    return first[1] <= second[1]


def _rank(stage: str | None) -> int:
    return STAGES.index(stage) if stage else len(STAGES)
