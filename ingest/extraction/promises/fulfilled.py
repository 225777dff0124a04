"""What was planned beside what came of it: 清洁取暖:计划1.7万户,完成1.82万户 promises nothing."""

from __future__ import annotations

import re
from bisect import bisect_left

from chinese.figures import Figure
from ingest.extraction.clauses.saying import Measured
from ingest.extraction.clauses.sentences import Clause
from ingest.extraction.words.lists import one_of

_PLANNED = re.compile(one_of("planned so many"))
_CAME_ABOUT = re.compile(
    f"[,、;: ]*(?P<so_far>{one_of('so far of a plan')})?{one_of('before what came about')}*"
    f"{one_of('came of a plan')}+了?(?P<thing>[\u4e00-\u9fff]{{0,8}}) *"
)
_ENDS = ("", "、", "(", ")", "和", " ")  # behind what came about; 完成9个小区改造 is another deed
_ANY = "个"
_FEW = 4  # figures
_FAR = 24  # characters from the word for a plan to its figure


def came_of_a_plan(said: Measured) -> bool:
    """The 开工9个 and 完工2个 of 计划14个,开工9个,完工2个."""
    if said.clause.dates or said.behind[:1] not in _ENDS or not _CAME_ABOUT.fullmatch(said.before):
        return False
    own = said.clause.figures
    place = bisect_left(own, said.figure.start, key=lambda each: each.start)
    plans = [(said.clause, each) for each in own[max(0, place - _FEW) : place]]
    plans += [(clause, each) for clause in said.clauses_before for each in clause.figures[:_FEW]]
    return any(_result(clause, each, said.before, said.figure) for clause, each in plans)


def is_a_plan_gone(said: Measured) -> bool:
    """The 计划1.7万户 of 计划1.7万户,完成1.82万户: it was reached, or had no day to come.

    计划新建300个,目前完成160个: a plan that goes on.
    """
    result = said.next_of(said.clause.figures)
    clause = said.clause if result else said.clause_behind
    result = result or (clause.figures[0] if clause and clause.figures else None)
    if clause is None or result is None or (clause is not said.clause and clause.dates):
        return False
    between = said.sentence.folded.text[said.figure.end : result.start]
    told = _result(said.clause, said.figure, between, result)
    if told is None:
        return False
    reached = (result.value or 0) >= (said.figure.value or 0)
    behind = result.end - clause.start
    ends = clause.text[behind : behind + 1] in _ENDS
    return ends and (reached or (said.due is None and not told["so_far"]))


def _result(clause: Clause, plan: Figure, said: str, result: Figure) -> re.Match[str] | None:
    """Whether behind a plan, in as many words, is told how many of the same it became."""
    alike = plan.unit == result.unit or (plan.kind == result.kind and result.unit == _ANY)
    told = _CAME_ABOUT.fullmatch(said) if alike else None
    before = clause.text[max(0, plan.start - clause.start - _FAR) : plan.start - clause.start]
    return told if told and _PLANNED.search(before) and told["thing"] in before else None
