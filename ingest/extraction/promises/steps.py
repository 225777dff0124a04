"""What is done of a work on the way to its end, by a day of its own: a step of that work.

石河大桥改造总投资2100万元,汛期前完成下部结构,11月底通车。

Such an event is promised of the work and stands with it; what an institution attains (年内通过二级
医院评审), or the whole county (年底前全部开通直接结算), stands on its own. So does what a body does
(县水利局6月底前完成人员竞聘), unless it is done to a work.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence

from chinese.folding import fold
from ingest.extraction.words.lists import BODY, HEADS, one_of
from ingest.proposal import ProjectFact, TargetFact

_STANDS_ALONE = re.compile(
    f"{one_of('attained', 'grade attained', 'business of a body')}|"
    "全[县市区旗镇乡]|所有|各[镇乡村校]"
)
_PARTS = re.compile("[;。!?]")
_OF_A_WORK = re.compile(one_of("done before works", "settled before works", "part of a work"))
_NAMED_BY = 4  # characters at its end by which a work is known again


def bind_steps(works: Sequence[ProjectFact], targets: Iterable[TargetFact]) -> None:
    """Gives each event that is a step of one of these works that work."""
    told: dict[str, list[ProjectFact]] = {}
    for work in works:
        for quote in {work.quote, work.term_quote}:
            told.setdefault(quote, []).append(work)
    for target in targets:
        if target.kind == "event" and not _STANDS_ALONE.search(target.indicator):
            works_told = () if _is_of_a_body(target) else told.get(target.quote, ())
            found = _work_of(target, works_told)
            target.project = found.name if found else target.project


def _work_of(step: TargetFact, works: Sequence[ProjectFact]) -> ProjectFact | None:
    """The work that is named last before the day of a step, or the only one told of there."""
    before = _before_the_day(step)
    open_ones = [each for each in works if _may_come_before_its_end(step, each)]
    named = [(before.rfind(_known_by(each)), place) for place, each in enumerate(open_ones)]
    last, place = max(named, default=(-1, 0))
    if last >= 0:
        return open_ones[place]
    goes_on = [each for each in open_ones if each.term_quote == step.quote != each.quote]
    return goes_on[0] if len(goes_on) == 1 else None


def _before_the_day(step: TargetFact) -> str:
    """What stands before the day of a step in its part of the sentence."""
    parts = _PARTS.split(fold(step.quote).text)
    day = fold(step.due_text or "").text
    return next((each[: each.index(day)] for each in parts if day in each), "")


def _is_of_a_body(step: TargetFact) -> bool:
    """县水利局6月底前完成年报: who does it stands before the day, and it is done to no work."""
    subject = _before_the_day(step).rpartition(",")[2]
    if not BODY.before(subject, len(subject)):
        return False
    done = fold(step.indicator).text
    return not (_OF_A_WORK.search(done) or HEADS.every(done))


def _known_by(work: ProjectFact) -> str:
    return fold(work.printed_name or work.name).text[-_NAMED_BY:]


def _may_come_before_its_end(step: TargetFact, work: ProjectFact) -> bool:
    if step.due_on is None or work.due_on is None:
        return True
    return step.due_on <= work.due_on
