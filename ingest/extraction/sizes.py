"""Which figures of a clause are sizes and yields of the work that is told of.

建筑面积860平方米      a word for a size before it
日处理生活垃圾600吨    a rate, with what is made or taken in between
更换朽坏梁柱22根       a deed of building, its thing, how much of it
北塔山风电二期40万千瓦  right behind the name
Who works there, who is served and how many firms came are none.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from chinese.figures import Figure
from ingest.extraction.lists import one_of
from ingest.extraction.measured import ABOUT, SIZE
from ingest.extraction.sentences import Clause

_NEAR = 24  # characters before a figure that are looked at
_SIZED = re.compile(f"(?:{SIZE}|{one_of('measure of a work')}{ABOUT}?)$")
_RATED = re.compile(
    "(?<![今昨去明前上本当全近同几数两0-9一二三四五六七八九十])(?:每|一)?(?P<per>[年月日天])均?(?:可|能|可以)?"
    f"{one_of('rate')}[^,。;、0-9]{{0,8}}$"
)
_BUILT = re.compile(
    f"(?:{one_of('deed of building')}|(?<![所没已还只共具])有)[^,。;、0-9]{{0,10}}$"
)
_GOES_ON = re.compile("[、和及与][^,。;、0-9]{0,8}$")
_NOBODY = ("人", "名", "户", "家", "人次", "户次", "位", "口", "人口")
_ROOM = re.compile(one_of("room for people") + "[^,。;0-9]{0,4}$")
# 日处理能力从800吨提到1400吨, 首批10万千瓦并网: what was before, and what is but a part.
_GREW = re.compile("[^,。;、0-9]{0,3}(?:提|扩|增|升|恢复)[^,。;、0-9]{0,3}[到至为]")
_GROWN = re.compile("(?:提|扩|增|升|恢复)[^,。;、0-9]{0,3}[到至]$")
_PART = re.compile(
    "(?:首批|其余|剩余|剩下|还剩|另外|率先)[^,。;、0-9]{0,4}$|其中(?![一二三四五首]期)[^,。;、0-9]{0,8}$"
)
# 可提供就业岗位2000个, 全县新增光伏装机已达236兆瓦: who works there, what the whole county has.
_JOBS = re.compile("岗位$")
_OF_THE_COUNTY = re.compile("全[县市区省旗州][^,。;、0-9]{0,12}$")
_NO_OWN = (_PART, _JOBS)
_TELL = (_SIZED, _GROWN, _ROOM)
_NO_SIZE = re.compile(one_of("counted but no size"))


def is_size(clause: Clause, size: Figure) -> bool:
    """Whether a figure may be a size of a work at all: no share, no people, no firms, no works."""
    if size.kind in ("percent", "times") or size.value is None:
        return False
    offset = size.end - clause.start
    if size.kind == "count" and _NO_SIZE.match(clause.text, offset):
        return False
    before = _before(clause, size)
    if _GREW.match(clause.text, offset) or any(each.search(before) for each in _NO_OWN):
        return False
    if size.unit == "期" or (size.kind != "count" and _OF_THE_COUNTY.search(before)):
        return False  # 项目分三期建设
    return size.unit not in _NOBODY or bool(_ROOM.search(_before(clause, size)))


def sizes_told(clause: Clause, name: str = "", *, strict: bool = False) -> Iterator[Figure]:
    """The sizes that a clause tells of a work, each with its rate.

    `name`: that it goes by here; `strict`: a deed of building may be that of another work.
    """
    goes_on = False
    for size in clause.sizes:
        if not is_size(clause, size):
            goes_on = False
            continue
        before = _before(clause, size)
        rated = _RATED.search(before)
        told = bool(rated or size.per or any(each.search(before) for each in _TELL))
        told = told or (not strict and _BUILT.search(before) is not None)
        named = bool(name) and before.endswith(name[-_NEAR:])
        if told or named or (goes_on and _GOES_ON.search(before)):
            goes_on = True
            per = {"天": "日"}.get(rated["per"], rated["per"]) if rated else size.per
            yield size._replace(per=per)


def _before(clause: Clause, size: Figure) -> str:
    offset = size.start - clause.start
    return clause.text[max(0, offset - _NEAR) : offset]
