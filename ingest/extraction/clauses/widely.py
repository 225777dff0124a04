"""What is told of a whole county or of all things of a kind, and so of no single work.

东关小区的电梯装好了。今年全县加装电梯36部,总投资1620万元
城关大桥开工。全年重点项目完成投资72亿元

Neither the count nor the sums are those of 东关小区 and 城关大桥.
"""

from __future__ import annotations

import re

from ingest.extraction.clauses.sentences import Clause
from ingest.extraction.words.lists import one_of

_WIDELY = re.compile(
    f"{one_of('before the whole county')}*"
    f"{one_of('the whole county', 'many places')}(?!{one_of('one of a county')})"
)
# 1至5月,重点项目完成投资72亿元: what was spent on all works of a class.
_ALL_OF_A_CLASS = re.compile(
    f"{one_of('before the whole county', 'the whole county')}*[省市县区]?"
    f"{one_of('class of works')}(?:建设)?(?:年度|累计|共|已|预计|计划)*(?:完成|实现)[^,]{{0,6}}投资"
)
_THINGS = ("座", "处", "个", "所", "部", "家", "条", "间", "台", "项", "栋", "幢", "口", "套")
_OF_PLACES = re.compile(one_of("place among others"))


def tells_of_a_class(clause: Clause) -> bool:
    """全年重点项目完成投资72亿元: what all works of a class cost, whichever was told of before."""
    return _ALL_OF_A_CLASS.match(clause.without_dates(clause.text)) is not None


def tells_of_many(clause: Clause) -> bool:
    """全县加装电梯36部, 各地改造危桥45座, 全县七个项目: the things of many places are counted.

    全县最大的电站 is one, and 全县12个乡镇 are whom it serves.
    """
    text = clause.without_dates(clause.text)
    if not _WIDELY.match(text):
        return False
    return any(
        size.unit in _THINGS
        and size.value is not None
        and size.value > 1
        and not _OF_PLACES.match(clause.text, size.end - clause.start)
        for size in clause.sizes
        if size.kind == "count"
    )
