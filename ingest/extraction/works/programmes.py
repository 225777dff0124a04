"""Programmes that arrange a number of works, and are none: 三年行动共安排项目47个.

What is told behind one (总投资62.3亿元) is told of the set of its works.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from ingest.extraction.clauses.sentences import Clause
from ingest.extraction.words.lists import HEADS, WORDS, one_of

_PROGRAMME = f"([^,、]*?){one_of('programme')}(?:建设)?[”’]?"
_ADVERBS = f"(?:{one_of('before works are arranged')})*"
_KIND = "(?:[\u4e00-\u9fff]{0,6}?(?<!子))"
_NUMBER = "[0-9一二三四五六七八九十两]"
_SO_MANY = "[0-9一二三四五六七八九十百两]+余?[个项]"
_ARRANGES = (
    f"{_ADVERBS}{one_of('arranges works')}了?"
    f"(?:{_KIND}项目(?:共|有|为)?{_SO_MANY}|{_SO_MANY}{_KIND}项目)(?![部组一-鿿]*[资补][金助])"
)
_ARRANGED_BY = re.compile(f"{_PROGRAMME}{_ARRANGES}")
_ARRANGED = re.compile(_ARRANGES)
_NAMED_LAST = re.compile(_PROGRAMME)
# 实施农村公路、客运站建设四大类项目; 有冷链、职业教育等5类14个: kinds of works.
_CLASSES = re.compile(
    f"[、和等](?:[^,、]{{2,12}})?{_NUMBER}大?类(?:[0-9]+[个项])?(?:重点)?(?:项目|工程)?$"
)
_MAIN_THING = re.compile(f"以[^,]+为{one_of('main thing of a policy')}")
_PHASE = re.compile("[一二三四五六首]期$")


def mark_programmes(segment: Sequence[Clause]) -> None:
    """Marks the clauses that name a programme, or tell how many works the one before arranges."""
    for place, clause in enumerate(segment):
        arranges = _is_programme(_ARRANGED_BY.match(clause.without_dates(clause.text)))
        aims = place > 0 and _is_an_aim(segment[place - 1], clause)
        if arranges or aims or _CLASSES.search(clause.text):
            clause.of_programme = True
        elif place and _goes_on(segment[place - 1], clause):
            segment[place - 1].of_programme = clause.of_programme = True


def _is_an_aim(before: Clause, clause: Clause) -> bool:
    """以铸造、轴承为主导,打造装备制造基地: what a policy comes to, and nothing told of it."""
    told = clause.sums or clause.sizes or clause.dates or "、" in clause.text
    aims = clause.text.endswith(WORDS["aim of a policy"])
    return aims and not told and _MAIN_THING.fullmatch(before.text.strip()) is not None


def _goes_on(before: Clause, clause: Clause) -> bool:
    """启动城市品质提升行动,|共安排项目47个: of its cost nothing was told yet."""
    told = before.sums or before.sizes or before.stop != ","
    named = not told and _is_programme(_NAMED_LAST.fullmatch(before.text))
    return named and _ARRANGED.match(clause.without_dates(clause.text)) is not None


def _is_programme(found: re.Match[str] | None) -> bool:
    """Whether what was found is none: 滨河公园三期|工程 is a thing that is built."""
    if found is None:
        return False
    thing = _PHASE.sub("", found[1])
    head = HEADS.before(thing, len(thing))
    return head is None or head[1] != "facility"
