"""Counts that only tell how many there are, which ones, whose or for whom.

18处码头4月底前取缔11处    of how many it is told
安排24名维修人员           who is sent
榆交、川口2个乡镇          how many were just named
"""

from __future__ import annotations

import re
from collections.abc import Callable

from ingest.extraction.clauses.saying import Measured
from ingest.extraction.words.lists import MAKE, one_of

# 新上的320座温室连成一片: which ones they are. 尚未开工的7个 are still to come.
_WHICH = re.compile(f"(?<![未没在]){one_of('make')}的$")
# 安排24名维修人员: who is sent for a deed, and no deed.
_STAFF = re.compile(f"{one_of('sends')}(?:了)?$")
_STAFF_BEHIND = re.compile(f"[^,。;的]{{0,6}}?{one_of('staff')}")
_STAFF_BEFORE = re.compile(f"{one_of('sends')}[^,]{{0,16}}?{one_of('staff')}$")
# 43个在建项目年内完成投资18亿元, 27个乡镇站负荷率不低于60%: of how many it is told.
_REACHED_BY_THEM = re.compile("投资$|出资$|率$")
_REACH_AT_END = re.compile(f"(?:{one_of('reach', 'each')})+$")
_LONGEST_LEAD = 4  # characters before a count that begins its clause
_LONGEST_REACH = 24  # characters between a count and the figure that they reach
_FEW = 8  # sums of a clause
_A_LIST = re.compile("、[^、,]{1,8}$")
_OF_PLACES = re.compile(one_of("place among others") + "|部门|单位")
_STEPS = ("批", "步", "期", "次", "组", "片")
_MUST_BE = ("要有", "须有", "应有", "得有")  # 6月底前要有5个项目资金到位
_STILL = re.compile("[还尚仍]有$")
_WHOSE = re.compile("[^0-9,、]{1,8}的")
_DONE_FOR = re.compile(one_of("make", "done for"))
_IN = re.compile("在[^,、]{1,8}(?:、[^,、]{1,8})*$")


# 12个在建项目中, 其余三单分别是…, 3家企业也在抢时间, 96个站实行值守, 11户没有搬
_TOLD_OF_THEM = re.compile(
    "[^,、0-9]{1,8}[中里](?:$|[,(])|[^,、0-9]{0,6}(?:(?:分别)?[是为](?!$)|[也还正都]在|实行|保留|没有|没|未|等(?![级等,]))"
)
_EACH_OF_THEM = re.compile("每[处个村校户站乡镇]")


def counts_only(said: Measured) -> bool:
    """Whether the figure is such a count."""
    return any(tells(said) for tells in _TELLS)


def _counts_a_list(said: Measured) -> bool:
    """木作、瓦作、彩绘三道工序, 分两批到位: the count says nothing that is to be reached."""
    listed = said.is_count and said.is_in_hanzi and _A_LIST.search(said.before) is not None
    listed = listed and not MAKE.before(said.before, len(said.before))
    if not said.before.endswith("分"):
        return listed
    return said.figure.unit in _STEPS or said.is_in_hanzi  # 分两口气


def _counts_those_named(said: Measured) -> bool:
    """榆交、川口2个乡镇, 从税务、环保等9个部门: how many were just named."""
    if not said.is_count or not _OF_PLACES.match(said.behind):
        return False
    if _IN.search(said.before) and MAKE.every(said.behind):
        return False  # 在永宁、滨河2个社区建设长者食堂
    return said.before.endswith("等") or _A_LIST.search(said.before) is not None


def _is_one_of_which(said: Measured) -> bool:
    """新上的320座; but 签约的17个项目6月底前进场 are promised by the date behind them."""
    settled = said.is_dated_behind or said.dealt_with
    return _WHICH.search(said.before) is not None and not settled


def _is_staff(said: Measured) -> bool:
    """安排24名维修人员, 安排抢修队伍12支: who is sent."""
    if not said.is_count:
        return False
    if _STAFF_BEFORE.search(said.lead):
        return True
    return bool(_STAFF.search(said.before) and _STAFF_BEHIND.match(said.behind))


def _is_a_scope(said: Measured) -> bool:
    """Whether the count tells how many reach the figure that stands behind it in its clause."""
    if not said.is_count or len(said.before.strip()) > _LONGEST_LEAD:
        return False
    sums = [each.figure for each in said.clause.sums[:_FEW]]
    following = said.next_of(said.clause.sizes), said.next_of(sums)
    return any(
        each is not None
        and each.kind != "count"
        and _REACHED_BY_THEM.search(_up_to(said, each.start)) is not None
        for each in following
    )


def _up_to(said: Measured, place: int) -> str:
    """What stands between the figure and a later one, without the verb before that."""
    between = said.behind[: place - said.figure.end][-_LONGEST_REACH:]
    return _REACH_AT_END.sub("", between)


def _is_there(said: Measured) -> bool:
    """需要改造的锅炉有67台, 届时有86家企业: how many there are, unless something is done to all."""
    there = said.is_count and said.before.endswith("有") and not said.dealt_with
    there = there and not (said.due and said.before.endswith(_MUST_BE))
    return there and _STILL.search(said.before) is None


def _is_all_of_which(said: Measured) -> bool:
    """18处码头4月底前取缔11处: of how many it is told."""
    counted = said.next_of(said.clause.sizes) if said.is_count else None
    if counted is None or counted.unit != said.figure.unit or said.behind[:1] in "、和":
        return False
    less = counted.value is not None and counted.value < (said.figure.value or 0)
    between = said.behind[: counted.start - said.figure.end]
    made = MAKE.before(between, len(between)) is not None
    return less and made and "已" not in between


def _is_for_them(said: Measured) -> bool:
    """退还给418户居民: to whom, where nothing is done behind it."""
    given = said.is_count and said.before.endswith("给")
    return given and _DONE_FOR.search(said.behind) is None


def _tells_whose(said: Measured) -> bool:
    """5所学校的2100名学生: the count behind is what is told of."""
    counted = said.next_of(said.clause.sizes) if said.is_count else None
    if counted is None:
        return False
    return _WHOSE.fullmatch(said.behind, 0, counted.start - said.figure.end) is not None


def _is_told_of_them(said: Measured) -> bool:
    """12个在建项目中, 3家企业也在抢时间, 11户没有搬: what they are or do, with nothing asked."""
    told = said.is_count and not said.dealt_with and not said.is_dated_behind
    return told and not MAKE.every(said.before) and _TOLD_OF_THEM.match(said.behind) is not None


def _is_of_talk(said: Measured) -> bool:
    """要做三件事: the things are told behind it."""
    return said.figure.unit == "件" and said.behind[:1] == "事"


def _is_who_does(said: Measured) -> bool:
    """两个灌区10月底前衬砌渠道37公里, 在36个村布设喇叭112只: of the deed another figure tells."""
    if not said.is_count or MAKE.every(said.before) or said.dealt_with:
        return False
    counted = said.next_of(said.clause.sizes)
    if counted is None or counted.kind == "percent" or said.behind[:1] in ("、", "和", ""):
        return False
    between = said.behind[: counted.start - said.figure.end]
    if "、" in between or "和" in between:
        return False
    return bool(MAKE.every(between) or _EACH_OF_THEM.search(between))


_TELLS: tuple[Callable[[Measured], bool], ...] = (
    _counts_a_list,
    _is_told_of_them,
    _is_of_talk,
    _is_who_does,
    _counts_those_named,
    _is_one_of_which,
    _is_staff,
    _is_a_scope,
    _is_there,
    _is_all_of_which,
    _is_for_them,
    _tells_whose,
)
