"""Programmes that arrange a number of works, and are none: 三年行动共安排项目47个.

What is told behind one (总投资62.3亿元) is told of the set of its works.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from ingest.extraction.lists import HEADS, one_of
from ingest.extraction.sentences import Clause

_PROGRAMME = f"([^,、]*?){one_of('programme')}(?:建设)?[”’]?"
_ADVERBS = f"(?:{one_of('before works are arranged')})*"
_KIND = "(?:[\u4e00-\u9fff]{0,6}?(?<!子))"
_SO_MANY = "[0-9一二三四五六七八九十百两]+余?[个项]"
_ARRANGES = (
    f"{_ADVERBS}{one_of('arranges works')}了?"
    f"(?:{_KIND}项目(?:共|有|为)?{_SO_MANY}|{_SO_MANY}{_KIND}项目)(?![部组一-鿿]*[资补][金助])"
)
_ARRANGED_BY = re.compile(f"{_PROGRAMME}{_ARRANGES}")
_ARRANGED = re.compile(_ARRANGES)
_NAMED_LAST = re.compile(_PROGRAMME)
_PHASE = re.compile("[一二三四五六首]期$")


def mark_programmes(segment: Sequence[Clause]) -> None:
    """Marks the clauses that name a programme, or tell how many works the one before arranges."""
    for place, clause in enumerate(segment):
        if _is_programme(_ARRANGED_BY.match(clause.without_dates(clause.text))):
            clause.of_programme = True
        elif place and _goes_on(segment[place - 1], clause):
            segment[place - 1].of_programme = clause.of_programme = True


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
