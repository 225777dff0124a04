"""What a passage speaks of, where no clause names a work outright.

半导体靶材基地通过审查,6月打桩     the first noun phrase, a word for a work at its end
在智能锁具产业园,…总投资6.3亿元    the place where one stands
镁法脱硫投资7800万元               a bare thing, only because its cost is told right behind it
公布北关片区改造时间表。项目总投资… any work named before, for 项目 or 该工程 to mean

A topic becomes a project only where the passage goes on to tell a cost or a dated stage.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from ingest.extraction.clauses.sentences import Clause
from ingest.extraction.names.things import (
    ENDS,
    LONGEST,
    Topic,
    may_name_a_work,
    noun_phrase,
    stands_for_itself,
)
from ingest.extraction.words.lists import (
    BODY,
    GOVERN,
    HEADS,
    WORDS,
    one_of,
)
from ingest.extraction.words.measured import COST, SIZE
from ingest.extraction.words.nameable import (
    TRADES,
    is_common,
    tagged,
)
from ingest.extraction.works.sites import Site, site_of

# 石材园用地45亩、投资6800万元: a measure may stand before the cost.
_COST = re.compile(f"(?:{SIZE}[0-9][^,。;:、]{{1,8}}、)?{COST}[0-9]")
_OFFICE = re.compile("[科办处局股]{1,2}[,长室负]")
_HOLDS_MANY = WORDS["holds many works"]
_LOOKED_AT = re.compile(
    f"[^,]{{0,12}}?{one_of('looks at')}了?([^,。的、]{{3,16}}?)的?(?:项目|工程)?"
    f"(?:建设|施工|推进|实施|改造)+(?:情况|进度|进展)$"
)
_OPENING = 4  # clauses of a sentence in which a place is entered
_REACHES, _FROM = ("至", "到"), 2
_SHORTEST, _LONGEST = 3, 24
_LOOKING_BACK = 8  # clauses
_LITTLE, _LONGEST_PLAN = 2, 14  # characters
_ITS_YEAR = re.compile(f"(?:{one_of('of its year')}|20[0-9]{{2}}年)")


def topic_of(clauses: Sequence[Clause], *, listed: bool = False) -> Topic | None:
    """What these clauses speak of when the last of them is told.

    The nearest clause that is nothing but the name of a work, else the place that they begin
    with, else their first noun phrase. `listed`: they are an item of a list of works.
    A programme that arranges works is none.
    """
    clauses = [each for each in clauses if not each.of_programme]
    if not clauses:
        return None
    for clause in reversed(clauses[-1 - _LOOKING_BACK : -1]):
        found = noun_phrase(clause)
        if found and found.is_work and clause.text.strip("“ ").endswith(found.name):
            return _of_the_many(found, clauses) or found
    for clause in clauses[:_OPENING]:
        if found := _looked_at(clause):
            return found
    for clause in clauses[:2]:
        found = site_of(clause) or noun_phrase(clause)
        if found and found.is_work:
            return _stands_there(found, clauses) or found
    return _bare(clauses, listed=listed)


def _looked_at(clause: Clause) -> Topic | None:
    """在河东社区,李明察看了|日间照料中心|建设情况: the thing, and not the place where it stands."""
    found = _LOOKED_AT.match(clause.text)
    head = HEADS.before(found[1], len(found[1])) if found else None
    thing = head is not None and head[1] == "facility" and len(head[0]) > 1
    return Topic(found[1], is_work=True) if found and thing else None


def _stands_there(site: Topic, clauses: Sequence[Clause]) -> Topic | None:
    """在循环经济产业园看到,鑫隆裂解基地的设备…: the work within a place that holds many."""
    if not isinstance(site, Site) or site.at_work or not site.name.endswith(_HOLDS_MANY):
        return None
    things = [noun_phrase(each) for each in clauses[:_OPENING]]
    return next((each for each in things if each and _is_one_of_many(each, site)), None)


def _of_the_many(place: Topic, clauses: Sequence[Clause]) -> Topic | None:
    """县酒业园区,泉水酒业技改二期全线贯通: the work behind the name of a place that holds many."""
    if not place.name.endswith(_HOLDS_MANY):
        return None
    ends = [each.text.endswith(place.name) for each in clauses]
    behind = clauses[ends.index(True) + 1 :][:1] if True in ends else ()
    thing = noun_phrase(behind[0]) if behind else None
    return thing if thing and _is_one_of_many(thing, place) else None


def _is_one_of_many(thing: Topic, site: Topic) -> bool:
    return stands_for_itself(thing) and thing.name not in site.name


def work_in(clauses: Sequence[Clause]) -> Topic | None:
    """The last work named anywhere in these clauses, for 该项目 to mean: 公布…改造时间表."""
    for clause in reversed(clauses[-_LOOKING_BACK:]):
        for place, word, kind in reversed(HEADS.every(clause.text)[-_LOOKING_BACK:]):
            if (
                clause.of_programme
                or word in TRADES
                or _is_of_a_body(clause.text, place + len(word))
            ):
                continue  # 检查安全生产
            name = back_over_nouns(clause.text, place + len(word))
            if len(name) - len(word) >= 2 and may_name_a_work(name, "") and kind != "action":
                return Topic(name, True)
            if kind == "action" and len(name) >= 6 and may_name_a_work(name, ""):
                return Topic(name, True)
    return None


def _is_of_a_body(text: str, end: int) -> bool:
    """江渚建设|集团, 县公路中心工程|科科长: a word for a work within the name of a body."""
    return BODY.at(text, end) is not None or _OFFICE.match(text, end) is not None


def _bare(clauses: Sequence[Clause], *, listed: bool) -> Topic | None:
    """镁法脱硫投资7800万元; 镁法脱硫,总投资7800万元: a thing whose cost is told at once.

    金马轴承,上马生产线,总投资1.9亿元: a firm that invests is no work.
    """
    heads = [index for index, each in enumerate(clauses[:-1]) if each.stop == ":"]
    told = clauses[heads[-1] + 1 :] if heads else clauses
    first = told[0]
    found = noun_phrase(first)
    if found is None or any(GOVERN.at(each.text, 0) for each in told[1:]):
        return None
    if costed(first):
        return found
    bare = first.text.endswith(found.name) and not first.sizes and not first.dates
    told_of = any(each.sums or (listed and each.dates) for each in told[1:])
    return found if bare and told_of else None  # listed: 锦绣华庭,486套,12月20日前交房


def costed(clause: Clause) -> Topic | None:
    """跨境电商保税仓投资2.2亿元: a thing with its cost right behind it."""
    found = noun_phrase(clause)
    if found is None:
        return None
    behind = clause.text[clause.text.find(found.name) + len(found.name) :]
    last = clause.sums[-1].figure.end if clause.sums else clause.start
    return found if _COST.match(behind) and clause.end - last <= 2 else None


def measured_by_its_year(clause: Clause) -> Topic | None:
    """农产品物流园年度计划投资1.2亿元: a work, by what a year is to bring or brought it."""
    found = noun_phrase(clause)
    if found is None or not found.is_work or is_common(found.name) or len(clause.sums) != 1:
        return None
    said, at = clause.sums[0], clause.text.find(found.name) + len(found.name)
    behind = clause.text[at : said.figure.start - clause.start]
    ends = clause.end - said.figure.end <= _LITTLE and 0 < len(behind) <= _LONGEST_PLAN
    alone = _ITS_YEAR.match(behind) is not None and HEADS.before(found.name, len(found.name))
    return found if said.measure in ("year", "done") and ends and alone else None


def back_over_nouns(text: str, end: int) -> str:
    """The noun phrase that ends at a place, as far back as a name may reach."""
    begin = max(0, end - LONGEST - 6)
    first = place = begin
    for word, kind in tagged(text[begin:end]):
        place += len(word)
        reaches = word in _REACHES and place - begin > _FROM  # 青石口|至|柳林段
        parts = kind in ENDS or kind in ("v", "x", "uj") or word in "的,、"
        if place < end and parts and not reaches:
            first = place
    return text[first:end].strip("“”")
