"""What only the networks take for a work, though the print around it says that it is none."""

from __future__ import annotations

import re

from ingest.extraction.clauses.sentences import Clause
from ingest.extraction.words.lists import HEADS, WORDS, one_of
from ingest.extraction.words.nameable import is_generic, names_a_body
from ingest.extraction.works.items import is_under
from ingest.extraction.works.phases import is_part_of_a_phase

_RENTS = WORDS["takes for rent"]
_ONE_OF_TWO = ("前者", "后者")  # 前者路基工程
_BY_WHICH = re.compile("(?:按照?|依照)[^,。;0-9]{0,2}$")
_CHANCES = WORDS["chance"]
_GOES = WORDS["going to a site"]
_HELD_THERE = WORDS["held in a house"]
_IN_A_HALL = re.compile("在[县市区镇乡]?$")
_STANDS_AT = re.compile(one_of("stands at") + "$")
_MEASURES = re.compile(one_of("begins a measure"))
_BODY_GOES_ON = re.compile(one_of("ends a body"))
_WHAT_IS_PART = re.compile("[^,。;0-9]{2,12}[是为系属]于?$")
_OF_THE_WHOLE = re.compile(f"的{one_of('but a part of it')}")
_WHAT_IT_IS = re.compile("是(?:[我全本][县市省区镇乡]|[县市省][里内]|国内|目前)")


def is_no_work(name: str, clause: Clause, before: str, behind: str) -> bool:
    """Whether a name in a clause, between what its sentence says before and behind, is none."""
    return (
        names_a_body(name)
        or name.isdecimal()
        or _is_of_a_kind_only(name)
        or name.startswith(_ONE_OF_TWO)
        or clause.of_programme
        or clause.of_one is not None
        or _is_content(name, clause)
        or _is_rented(before)
        or _is_its_hall(before, behind)
        or _is_where_it_stands(before)
        or _is_but_the_whole(before, behind)
        or _is_cut(name, before, behind)
        or _is_said_of_others(clause, before, behind)
    )


def _is_of_a_kind_only(name: str) -> bool:
    """健康惠民工程, 农村公路建设: words of order and kind; 县体育中心 is a thing."""
    head = HEADS.before(name, len(name))
    return head is not None and head[1] != "facility" and is_generic(name, head[0])


def _is_content(name: str, clause: Clause) -> bool:
    """二期体育馆; 建设桃汁、桃罐头生产线各1条: a part of a work, without a cost of its own."""
    listed = bool(clause.under) and is_under(name, clause.under)
    return (listed or is_part_of_a_phase(name)) and not clause.sums


def _is_rented(before: str) -> bool:
    """租用园区|标准厂房, 利用|旧百货楼: a thing that is but taken or made use of."""
    return before.rstrip("旧老原").endswith(_RENTS)


def _is_its_hall(before: str, behind: str) -> bool:
    """开工仪式在县|文化中心|举行: where a thing is held."""
    return _IN_A_HALL.search(before) is not None and behind.startswith(_HELD_THERE)


def _is_where_it_stands(before: str) -> bool:
    """位于|青溪二桥|下游, 跨|梅溪河, 路修到|葫芦岗: what tells where a work is or goes."""
    return _STANDS_AT.search(before) is not None


def _is_but_the_whole(before: str, behind: str) -> bool:
    """河西泵站是|灌区改造项目|的配套工程: told of is the part, whose figures follow."""
    return _OF_THE_WHOLE.match(behind) is not None and _WHAT_IS_PART.search(before) is not None


def _is_cut(name: str, before: str, behind: str) -> bool:
    """200|米环形跑道, 铁路|部门: the rest of a measure, or a word of a body's name."""
    measured = before[-1:].isdigit() and _MEASURES.match(name) is not None
    return measured or name.endswith("部门") or _BODY_GOES_ON.match(behind) is not None


def _is_said_of_others(clause: Clause, before: str, behind: str) -> bool:
    """农村公路|方面, 按|二级公路|标准, 是我县|第一个棚改项目: what works are, or are about."""
    is_what = _WHAT_IT_IS.match(clause.text) is not None
    goes = behind.startswith(_GOES)  # 李晓东|走进教学楼
    is_chance = behind.startswith(_CHANCES)  # 抢抓“东数西算”大基地|建设机遇
    return is_what or goes or is_chance or _BY_WHICH.search(before) is not None
