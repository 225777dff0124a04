"""Whether two printed names mean one thing: in full and in short, or of one kind."""

from __future__ import annotations

import re

from ingest.extraction.words.lists import HEADS, WORDS, one_of
from ingest.extraction.words.nameable import is_common

_SHORTEST_WHOSE, _LONGEST_WHOSE = 2, 4
_CORE = re.compile(r"(?<=..)(?:项目|工程)?(?:建设)?(?:项目|工程)?$")
_ITS_FIRM = re.compile(one_of("firm") + "$")
_WHOLE = frozenset(WORDS["of the whole"])
_NUMBER = re.compile("[A-Z]?[0-9]+|[一二三四五六七八九十]+(?=[号标])")
_SHORTEST_ENDING = 3
_SHORT_NAME = 5


def core_of(name: str) -> str:
    """清水湾水库枢纽 of 清水湾水库枢纽工程: a name without the word for a work at its end."""
    return _CORE.sub("", name)


def differ_in_number(one: str, other: str) -> bool:
    """S209线改造工程 and S307线改造工程, 三号桥 and 五号桥: no number is in both names."""
    numbers = [{*_NUMBER.findall(each)} for each in (one, other)]
    return all(numbers) and not numbers[0] & numbers[1]


def is_short_for(full: str, name: str) -> bool:
    """南校区 is short for 实验中学南校区, of which a sentence before spoke."""
    whole = full if full.endswith(name) else core_of(full)
    return whole.endswith(name) and _SHORTEST_ENDING <= len(name) <= len(whole) - 2


def is_called(full: str, name: str) -> bool:
    """城东区棚户区改造安置房工程 is called 安置房工程 or 棚户区改造安置房 further down."""
    core, short = core_of(full), core_of(name)
    if differ_in_number(core, short):
        return False
    if _is_done_to(core, short):
        return True  # 清水湾水库, of 清水湾水库枢纽工程
    if is_short_for(short, core) and _ITS_FIRM.search(short.removesuffix(core)):
        return True  # 美达公司小家电生产项目, of 小家电生产项目
    return core == short or is_short_for(core, short)


def begins_its_name(full: str, name: str) -> bool:
    """宏远项目 is short for 宏远新材料产业园项目: whose it is, and that it is a work."""
    whose = name.removesuffix("项目")
    short = name != whose and _SHORTEST_WHOSE <= len(whose) <= _LONGEST_WHOSE
    return short and full.endswith("项目") and full.startswith(whose)


def is_in_full(name: str, known: str) -> bool:
    """清水湾水库枢纽工程, 马集镇粮食烘干中心: whether a name says more of what is known by less.

    Known were 清水湾水库 and 烘干中心.
    """
    core, short = core_of(name), core_of(known)
    if differ_in_number(core, short):
        return False
    short_name = len(short) <= _SHORT_NAME or is_common(known)
    return _is_done_to(core, short) or (short_name and is_short_for(core, short))


def _is_done_to(core: str, place: str) -> bool:
    """县医院整体迁建 is done to 县医院; 县医院住院楼 is but a part of it."""
    rest = core.removeprefix(place)
    head = HEADS.before(place, len(place))
    if rest == core or not rest or len(place) <= _SHORTEST_ENDING or is_common(place):
        return False
    deed = HEADS.before(rest, len(rest))
    done = deed is not None and deed[1] == "action"
    return head is not None and head[1] == "facility" and (done or rest in _WHOLE)


def is_of_a_kind(one: str, other: str) -> bool:
    """大桥 and 沅水二桥, 这栋小楼 and 小学寄宿楼: both end with the same sort of work."""
    kinds = [head[0] for name in (one, other) if (head := HEADS.before(name, house_end(name)))]
    return len(kinds) == 2 and (kinds[0].endswith(kinds[1]) or kinds[1].endswith(kinds[0]))


def house_end(name: str) -> int:
    """Where the house ends in 红旗小学迁建项目, whatever is done to it."""
    end = len(name)
    while (word := HEADS.before(name, end)) and word[1] != "facility":
        end -= len(word[0])
    return end if HEADS.before(name, end) else len(name)
