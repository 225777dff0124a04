"""What is told of a whole county or of all things of a kind, and so of no single work.

东关小区的电梯装好了。今年全县加装电梯36部,总投资1620万元

Neither the count nor the sum is that of 东关小区.
"""

from __future__ import annotations

import re

from ingest.extraction.lists import one_of
from ingest.extraction.sentences import Clause

_WIDELY = re.compile(
    f"{one_of('before the whole county')}*"
    f"{one_of('the whole county', 'many places')}(?!{one_of('one of a county')})"
)
_THINGS = ("座", "处", "个", "所", "部", "家", "条", "间", "台", "项", "栋", "幢", "口", "套")
_OF_PLACES = re.compile(one_of("place among others"))


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
