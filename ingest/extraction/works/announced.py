"""Which stage and which day of a work are the announced ones.

While an article is read, a clause only says what it says of a work: a stage, a day, in what tense.
What of it counts is decided here and nowhere else. Of all days said of a work each of `RULES` keeps
those that it prefers, if there are any, and of what is left the last one told counts. A result has
no due day, and where no day is promised the furthest stage counts that was told.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, field, replace
from typing import Literal

from chinese.finds import DateFind
from ingest.proposal import STAGES, ProjectFact, Tense

Kind = Literal["stage", "part", "deed", "over", "far"]

# The order in which a work goes through its stages; a stalled one has left it.
_ORDER = STAGES[: STAGES.index("stalled")]
ENDS = ("completed", "operating")
_REMEMBERED = 24  # clauses of one work
_WAITING = 3  # clauses of works without a name


@dataclass(frozen=True)
class Said:
    """What one clause says of how far a work is.

    stage   主桥6月合龙: a stage, and perhaps its day; or 6月底前: a day of the stage told before it
    part    操场塑胶月底铺完: a stage of what is not the work, but belongs to it
    deed    明年4月与一期接成环: a day and what is no stage
    over    今年重点工程:…: the day stands in the heading over the clause
    far     桥墩已露出水面,明年6月能走车: told before the sentence that names the work
    """

    quote: str
    stage: str | None = None
    tense: Tense | None = None
    day: DateFind | None = None
    kind: Kind = "stage"


@dataclass
class Announced:
    """What was said of each work of an article, in the order of the print."""

    said: dict[int, list[Said]] = field(default_factory=dict)  # by the id of its work
    waiting: list[tuple[str, Said]] = field(default_factory=list)  # and the sentence of each

    def hear(self, fact: ProjectFact, said: Said) -> None:
        """Keeps what a clause says of a work, and decides anew."""
        kept = [*self.said.get(id(fact), ())[1 - _REMEMBERED :], said]
        self.said[id(fact)] = kept
        decide(fact, kept)

    def reached(self, fact: ProjectFact) -> frozenset[str]:
        """The stages that are reported of a work as reached."""
        said = self.said.get(id(fact), ())
        return frozenset(e.stage for e in said if e.stage and e.tense == "done" and not e.day)

    def day_of(self, fact: ProjectFact) -> DateFind | None:
        """The day by which a work is announced, as it is printed."""
        days = (said.day for said in reversed(self.said.get(id(fact), ())))
        return next((each for each in days if each and each.due_on == fact.due_on), None)

    def wait(self, sentence: str, said: Said) -> None:
        """Keeps what a sentence says of a work that no step knows yet."""
        self.waiting = [*self.waiting[1 - _WAITING :], (sentence, said)]

    def hand_over(self, opened: Sequence[ProjectFact]) -> None:
        """Gives the works that were opened what was said of them before they were named."""
        for fact in opened:
            for sentence, said in self.waiting:
                if fact.name in sentence and fact.tense != "done":
                    self.hear(fact, said)


def decide(fact: ProjectFact, said: Sequence[Said]) -> None:
    """Enters the announced stage, tense and due day of a work, of all that was said of it."""
    fact.stage = fact.tense = fact.due_text = fact.due_on = fact.due_precision = None
    told = _with_stages(said)
    promised = [each for each in told if each.day and not _is_reached(each, said)]
    for rule in RULES:
        promised = rule(promised) or promised
    if promised:
        place = told.index(promised[-1])
        _enter_promise(fact, told[: place + 1], told[place + 1 :])
    else:
        _enter_report(fact, said)


def goes_back(fact: ProjectFact, stage: str | None) -> bool:
    """Whether a work of which more was reported is said to be but at this stage.

    正式投产…,安装风机33台: what is told behind the report was before it.
    """
    reported = fact.tense != "planned" and fact.due_on is None
    return reported and _is_before(stage, fact.stage)


def take_over(whole: ProjectFact, last: ProjectFact) -> None:
    """A work that is done with its last phase has the stage and the day of that phase."""
    whole.stage, whole.tense, whole.term_quote = last.stage, last.tense, last.term_quote
    whole.due_text, whole.due_on = last.due_text, last.due_on
    whole.due_precision = last.due_precision


def _promised(days: Sequence[Said]) -> list[Said]:
    """Of what is told as done no day counts beside one that is promised."""
    return [each for each in days if each.tense != "done"]


def _with_a_stage(days: Sequence[Said]) -> list[Said]:
    """8月底前开放,年内创成4A级景区: a dated deed that is no stage counts beside none."""
    return [each for each in days if each.stage]


def _said_of_it(days: Sequence[Said]) -> list[Said]:
    """桥墩已露出水面,明年6月能走车: a day that waited for the name counts where no other does."""
    return [each for each in days if each.kind != "far"]


def _its_own(days: Sequence[Said]) -> list[Said]:
    """今年要抓好五件实事:…文化馆10月开馆: its own day says more than the one over them all."""
    return [each for each in days if each.kind != "over"]


def _of_the_whole(days: Sequence[Said]) -> list[Said]:
    """9月1日启用…,体育馆10月底完工: the day of a part is not that of the whole.

    Beside 3月底取得核准, which but begins the whole, 2031年首台机组发电 says more.
    """
    built = _ORDER.index("structure_complete")
    return [each for each in days if each.kind != "part" and _rank(each.stage) >= built]


def _of_the_latest_stage(days: Sequence[Said]) -> list[Said]:
    """今年6月开工,2028年10月通车: with several stages the latest promised one counts."""
    last = max((_rank(each.stage) for each in days), default=0)
    return [each for each in days if _rank(each.stage) == last]


def _at_the_very_end(days: Sequence[Said]) -> list[Said]:
    """首开段年底通车,2026年6月全线贯通: of being done and being used the later one."""
    if len({each.stage for each in days}) < 2:
        return []
    last = max((each.day.due_on for each in days if each.day and each.day.due_on), default=None)
    return [each for each in days if each.day and each.day.due_on == last]


# Which days of several count, in this order.
RULES: tuple[Callable[[Sequence[Said]], list[Said]], ...] = (
    _promised,
    _with_a_stage,
    _said_of_it,
    _its_own,
    _of_the_whole,
    _of_the_latest_stage,
    _at_the_very_end,
)


def _with_stages(said: Sequence[Said]) -> list[Said]:
    """Each day with its stage: that told before it, or the end of what was to begin earlier.

    拟于8月开工,明年4月与一期接成环: a later day than that of the beginning tells the end.
    """
    told: list[Said] = []
    stage: str | None = None
    begun: DateFind | None = None
    for each in said:
        if each.day and not each.stage:
            ends = begun and _is_earlier(begun.due_on, each.day.due_on)
            carried = None if each.kind == "deed" else stage
            each = replace(each, stage="completed" if ends else carried)
        stage = each.stage or stage
        begun = each.day if each.day and each.stage == "started" else begun
        told.append(each)
    return told


def _enter_promise(fact: ProjectFact, told: Sequence[Said], behind: Sequence[Said]) -> None:
    """The last day told is the one that counts; behind it a stage may be hoped for without a day.

    主体封顶了,明年秋季迎新: where a day has no stage, the one told before it stands.
    确保年底完工,早日投用: the end of it is that it is used.
    """
    chosen = told[-1]
    day = chosen.day
    if day is None:
        return
    fact.due_text, fact.due_on, fact.due_precision = day.text, day.due_on, day.precision
    stages = [each.stage for each in told if each.stage]
    fact.stage = chosen.stage or (stages[-1] if stages else None)
    fact.tense, fact.term_quote = "planned", chosen.quote
    for each in behind:
        hoped = each.tense == "planned" and each.stage and not each.day
        if hoped and not _is_before(each.stage, fact.stage):
            fact.stage = each.stage


def _enter_report(fact: ProjectFact, said: Sequence[Said]) -> None:
    """封顶了,…。安装电梯12部: what is told behind a report and goes back was before it."""
    for each in said:
        if _is_before(each.stage, fact.stage) and fact.tense != "planned":
            continue
        if each.stage:
            fact.stage, fact.tense, fact.term_quote = each.stage, each.tense, each.quote
        fact.tense = each.tense or fact.tense


def _is_reached(day: Said, said: Sequence[Said]) -> bool:
    """今年重点建设…;变电站增容5月已完工: a result has no due day, though its year is over it."""
    return day.kind == "over" and any(
        each.tense == "done" and each.stage in ENDS and not each.day for each in said
    )


def _rank(stage: str | None) -> int:
    """How far a stage is. What is done and what is used have both come to the end."""
    if stage in ENDS:
        return len(_ORDER)
    return _ORDER.index(stage) if stage in _ORDER else -1


def _is_before(stage: str | None, other: str | None) -> bool:
    return stage in _ORDER and other in _ORDER and _ORDER.index(stage) < _ORDER.index(other)


def _is_earlier(one: object, other: object) -> bool:
    return one is not None and other is not None and one < other  # type: ignore[operator]
