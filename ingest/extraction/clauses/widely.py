"""What is told of a whole county or of all things of a kind, and so of no single work.

东关小区的电梯装好了。今年全县加装电梯36部,总投资1620万元
城关大桥开工。全年重点项目完成投资72亿元

Neither the count nor the sums are those of 东关小区 and 城关大桥.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from chinese.figures import Figure
from ingest.extraction.clauses.sentences import Clause
from ingest.extraction.words.lists import HEADS, MAKE, one_of
from ingest.extraction.words.nameable import is_generic

_WIDELY = re.compile(
    f"{one_of('before the whole county')}*"
    f"{one_of('the whole county', 'many places')}(?!{one_of('one of a county')})"
)
# 1至5月,重点项目完成投资72亿元: what was spent on all works of a class.
_ALL_OF_A_CLASS = re.compile(
    f"{one_of('before the whole county', 'the whole county')}*[省市县区]?"
    f"{one_of('class of works')}(?:建设)?(?:年度|累计|共|已|预计|计划)*(?:完成|实现)[^,]{{0,6}}投资"
)
# 这样的站年底前再建15个: others of the kind than the one told of.
_MORE_OF_THE_KIND = re.compile("(?:这样|这类|此类|类似|同样)的")
# 改造老旧小区14个, 对9座小型水库进行加固: each stands by itself wherever it is.
_BY_ITSELF = one_of("stands by itself")
_EACH_BY_ITSELF = re.compile(f"{_BY_ITSELF}(?:建设|改造|提升)?$")
_DONE_TO_THEM = re.compile(f"[^,0-9的]{{0,6}}{_BY_ITSELF}(?:进行|实施|开展|除险|改造)")
_THINGS = ("座", "处", "个", "所", "部", "家", "条", "间", "台", "项", "栋", "幢", "口", "套")
_LONGEST_DEED = 16  # characters
_OF_PLACES = re.compile(one_of("place among others"))
_SHORTEST_KIND = 5  # characters of 集中供水工程


def tells_of_a_class(clause: Clause) -> bool:
    """全年重点项目完成投资72亿元: what all works of a class cost, whichever was told of before."""
    return _ALL_OF_A_CLASS.match(clause.without_dates(clause.text)) is not None


def tells_of_many(clause: Clause) -> bool:
    """全县加装电梯36部, 各地改造危桥45座, 全县七个项目: the things of many places are counted.

    全县最大的电站 is one, and 全县12个乡镇 are whom it serves.
    """
    return makes_many(clause) or any(_counts_things(clause, each) for each in _widely(clause))


def makes_many(clause: Clause) -> bool:
    """全县共硬化村道60公里, 今年全区改造小区29个: what is done in many places, and how much of it.

    全市8个部门协同推进 may still speak of one work.
    """
    return any(_is_made(clause, each) for each in _widely(clause))


def makes_many_alone(clause: Clause) -> bool:
    """改造老旧小区14个, 对9座小型水库进行除险加固: many things, of which none is part of a work."""
    return any(_stands_alone(clause, each) for each in clause.sizes)


def counts_works_of_a_kind(clause: Clause, subject: int) -> bool:
    """4个乡镇集中供水工程11月底前通水: so many works that each stand by themselves reach a stage.

    两个项目年内投产 goes on about what was told of before. `subject`: where it begins.
    """
    counted = (each for each in clause.sizes if each.start == subject and _several(each))
    behind = next((clause.text[each.end - clause.start :] for each in counted), "")
    ends = [at + len(word) for at, word, kind in HEADS.every(behind) if kind == "strong"]
    kind = behind[: min(ends, default=0)]
    return len(kind) >= _SHORTEST_KIND and not is_generic(kind, kind[-2:])


def _stands_alone(clause: Clause, size: Figure) -> bool:
    if not _counts_things(clause, size):
        return False
    before = clause.text[: size.start - clause.start]
    made = MAKE.every(before[-_LONGEST_DEED:]) and _EACH_BY_ITSELF.search(before)
    done_to = before.endswith("对") and _DONE_TO_THEM.match(clause.text, size.end - clause.start)
    return bool(made or done_to)


def _widely(clause: Clause) -> Sequence[Figure]:
    """The sizes of a clause that begins with the whole county, or tells of others of the kind."""
    widely = clause.sizes and (
        _WIDELY.match(clause.without_dates(clause.text)) or _MORE_OF_THE_KIND.search(clause.text)
    )
    return clause.sizes if widely else ()


def _counts_things(clause: Clause, size: Figure) -> bool:
    return _several(size) and not _OF_PLACES.match(clause.text, size.end - clause.start)


def _several(size: Figure) -> bool:
    return size.kind == "count" and size.unit in _THINGS and (size.value or 0) > 1


def _is_made(clause: Clause, size: Figure) -> bool:
    end = size.start - clause.start
    made = MAKE.every(clause.text[max(0, end - _LONGEST_DEED) : end])
    return bool(made) and (size.kind in ("length", "area") or _counts_things(clause, size))
