"""The parts of a work, as the print lists them: 由大坝、溢洪道、输水洞组成, 新建索道、栈道."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence

from ingest.extraction.clauses.openings import past_adverbs
from ingest.extraction.clauses.sentences import Clause
from ingest.extraction.words.lists import HEADS, one_of
from ingest.extraction.words.nameable import is_common

_LIST = re.compile(f"{one_of('lists parts')}[了有]?([^;:。]+)")
_PARTED = re.compile("、|以及|[和及与]")
_COUNTED = re.compile(
    "^(?:[0-9一两二三四五六七八九十]+[余多]?[座个栋条处所家间口台片幢])|"
    "[0-9一两二三四五六七八九十]+[余多]?(?:平方米|公里|米|亩|[座个栋条处所家间口台片幢])?(?:部分|组成)?$"
)
_LAST = re.compile(f"等?(?:{one_of('ends a list of parts')})?$")
_FITTED = re.compile(one_of("what a house has"))
_QUOTES = str.maketrans("", "", "“”")
_OF_ALL = re.compile(one_of("all", "this work"))
_BESIDE = re.compile(f"{one_of('stands beside')}(?=[^,;]{{2}})")
_THE_WHOLE = re.compile(one_of("the whole work"))
_GOES_ON = re.compile("(?:将|要|再|继续|接着)?(?:续建|接续建设)")
_DONE_SO_FAR = re.compile("(?:去年|前年|上年|前期|目前)?已?(?:已|先期|先行)(?:建成|完成|修好|建好)")
_SHORTEST, _LONGEST = 2, 8  # characters
_MARKS = 4  # quotes in them
_NEAR_HEAD = 5  # characters
_WHOLE_NAME = 6  # characters of a name that stands for itself


def parts_in(clause: Clause, whole: str) -> list[str]:
    """What a clause lists as the parts of a work, each without its size and its count."""
    found = _LIST.search(clause.text)
    items = _PARTED.split(found[1]) if found else []
    named = [each for each in map(_bare, items) if _may_be(each) and not whole.endswith(each)]
    return named if len(named) > 1 and any(map(_is_a_thing, named)) else []


def is_of_a_part(clause: Clause, parts: Iterable[str]) -> bool:
    """“栈道”10月开放, 其中冷库6月底前投用: whether a clause tells of a part that was listed."""
    first = past_adverbs(clause.text)
    said = clause.text[first : first + _LONGEST + _MARKS].translate(_QUOTES)
    return any(
        said.startswith(each[-size:]) for each in parts for size in range(_SHORTEST, len(each) + 1)
    )


def stands_beside(clause: Clause) -> bool:
    """与之配套的管网还差2公里, 门前的停车场7月铺完: what stands beside the work told of."""
    beside = any(_BESIDE.match(clause.text, at) for at in (0, past_adverbs(clause.text)))
    return beside and not is_a_work_beside(clause)


def is_fitted_there(clause: Clause, name: str) -> bool:
    """操场塑胶月底铺完, 课桌椅下周到位: the day of what a house has, which is none of the whole."""
    told = _FITTED.match(clause.text, past_adverbs(clause.text))
    if told is None or not clause.dates or told[0] in name:
        return False
    behind = range(told.end(), told.end() + _NEAR_HEAD)
    return not any(HEADS.at(clause.text, at) for at in behind)  # 电梯厂技改项目12月完工


def is_a_work_beside(clause: Clause) -> bool:
    """紧邻的华海玻璃公司器皿项目: another work, and nothing that belongs to the one told of."""
    found = _BESIDE.match(clause.text, past_adverbs(clause.text))
    name = clause.text[found.end() :] if found and "配套" not in found[0] else ""
    head = HEADS.before(name, len(name))
    is_whole = head is not None and head[1] == "strong" and len(name) >= _WHOLE_NAME
    return is_whole and not is_common(name)


def names_its_neighbour(clause: Clause, name: str) -> bool:
    """客运站项目配套的停车场: whether what a clause tells is of what stands beside this work."""
    behind = clause.text.partition(name)[2]
    return _BESIDE.match(behind) is not None


def goes_on_building(segment: Sequence[Clause]) -> bool:
    """公园改造去年已完成步道,今年续建大门广场: more parts of a work, of which some are done."""
    if len(segment) < 2 or segment[-1].sums:
        return False
    goes_on = _GOES_ON.match(segment[-1].without_dates(segment[-1].text)) is not None
    return goes_on and bool(segment[-1].dates) and _DONE_SO_FAR.search(segment[-2].text) is not None


def is_said_of_all(clause: Clause) -> bool:
    """6月底全部完工, 整个项目明年完成"""
    return _OF_ALL.search(clause.text) is not None


def tells_of_the_whole(clause: Clause) -> bool:
    """整个工程计划明年6月建成: behind a phase or a part all of the work is meant."""
    return _THE_WHOLE.match(clause.text, past_adverbs(clause.text)) is not None


def _bare(item: str) -> str:
    """玻璃栈道 of 全长2600米的玻璃栈道, 教学楼 of 教学楼6栋"""
    bare = _LAST.sub("", item.rpartition("的")[2].translate(_QUOTES).strip())
    return _LAST.sub("", _COUNTED.sub("", _COUNTED.sub("", bare)))


def opened_by_its_parts(clause: Clause) -> str:
    """江滩公园 of 江滩公园主要建设亲水平台、儿童乐园: what stands before the list of its parts."""
    found = _LIST.search(clause.text)
    whole = clause.text[: found.start()] if found else ""
    return whole if _is_a_thing(whole) and parts_in(clause, whole) else ""


def _may_be(name: str) -> bool:
    return _SHORTEST <= len(name) <= _LONGEST and not re.search("[0-9,]", name)


def _is_a_thing(name: str) -> bool:
    head = HEADS.before(name, len(name))
    return head is not None and head[1] == "facility"
