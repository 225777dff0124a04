"""Constructions that name a work without building it: signed for, written about, done to a thing.

对南门大街实施雨污分流改造, 把卫生院的门诊楼翻修一遍    what is done, and to what
就建筑垃圾利用项目举行签约仪式, 与甲公司签订…项目协议  what two sides agree on
关于新建城南中学的请示                                  what somebody asks for
"""

from __future__ import annotations

import re

from ingest.extraction.clauses.sentences import Clause
from ingest.extraction.words.lists import BUILD, HEADS, one_of

_DONE_TO = re.compile(r"对([^,]{2,20}?)(?:实施|进行|开展|予以)了?([^,]{2,20})")
_BEFORE_NAME = re.compile("^" + one_of("before a name"))
_WRITTEN_ABOUT = re.compile(f"关于{BUILD}([^,的]{{3,24}}?)的?{one_of('paper on a work')}")
# 中心渔港扩容的方案通过评审
_PLAN_PASSED = re.compile(
    f"([^,、的“”]{{4,20}})的{one_of('plan of a work')}(?:顺利|正式|已|日前)*{one_of('passes')}"
)
_AGREED_ON = re.compile(
    f"就([^,、就]{{3,24}}(?:项目|工程)(?:建设)?){one_of('procured')}?(?:正式)?{one_of('agree')}"
)
_TENDERED = re.compile(
    f"([^,:、]{{6,40}}?)(?:{one_of('procured')}|EPC总承包|总承包)*(?:公开|竞争性)?"
    f"{one_of('step of a tender')}"
    "(?:候选人|结果)?(?:公告|公示)"
)
_ONE_WORK = re.compile("[建造盖修][成起]?一[座条所栋幢处家][^,的、]{2,12}$")
_NOTICE = re.compile("(?:项目|工程)[^,]{0,8}(?:公告|公示)$")  # 档案馆新馆项目公开招标公告:
_SIGNED_FOR = re.compile(
    f"[与和同][^,与和]{{2,24}}?(?:正式|成功)?{one_of('sign')}了?(?:关于)?([^,、]{{3,24}}?(?:项目|工程))"
    f"(?:{one_of('kind of agreement')}*{one_of('agreement')}|$)"
)
_TAKEN_AND_DONE = re.compile(
    f"(?:把|将)([^,把将0-9]{{4,20}}?)({one_of('head action')}){one_of('done through')}$"
)


def tendered(clause: Clause) -> str | None:
    """The work in the title of a notice: 县三院门诊楼施工中标公示|招标人:…"""
    found = _TENDERED.match(clause.text)
    name = found[1].lstrip("【[") if found else ""
    bare = name.partition("(")[0]
    return name if HEADS.before(bare, len(bare)) else None


def is_a_heading(clause: Clause) -> bool:
    """一季度新开工项目:…; but 建一座商会大厦:16层,6800万元 goes on about the one work named."""
    if clause.stop != ":" or clause.sums or _NOTICE.search(clause.text):
        return False
    work = HEADS.before(clause.text, len(clause.text))
    return work is None or _ONE_WORK.search(clause.text) is None


def agreed_on(clause: Clause) -> str | None:
    """The name of a work in 我县与甲公司就建筑垃圾利用项目举行签约仪式."""
    found = _AGREED_ON.search(clause.text)
    return found[1] if found else None


def signed_for(clause: Clause) -> str | None:
    """The name of a work in 甲公司与县政府签订果品深加工项目协议, 与乙集团签约县城管廊项目."""
    found = _SIGNED_FOR.search(clause.text)
    return found[1] if found else None


def written_about(clause: Clause) -> str | None:
    """The name of a work in 关于新建城南中学的请示, 中心渔港扩容的方案通过评审."""
    found = _WRITTEN_ABOUT.search(clause.text) or _PLAN_PASSED.match(clause.text)
    return found[1] if found and HEADS.before(found[1], len(found[1])) else None


def done_to(clause: Clause) -> str | None:
    """The name of a work in 对…实施…改造: 南门大街雨污分流改造, 把卫生院门诊楼翻修一遍."""
    if taken := _TAKEN_AND_DONE.search(clause.text):
        return taken[1].replace("的", "") + taken[2]
    found = _DONE_TO.search(clause.text)
    thing = _BEFORE_NAME.sub("", found[1]) if found else ""
    if not found or not thing or (clause.sizes and thing[0].isdecimal()):
        return None
    work = found[2]
    head = HEADS.before(work, len(work))
    return thing + work if head and head[1] != "facility" else None
