"""The works that a clause names outright: by verb, subject, list or price."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from ingest.extraction.clauses.constructions import agreed_on, done_to, signed_for, written_about
from ingest.extraction.clauses.contents import (
    before_its_papers,
    behind_its_builder,
    costs_behind,
    is_built,
    is_counted_thing,
    is_fitted_in,
    is_part,
    owns_a_sum,
    tells_only_a_date,
)
from ingest.extraction.clauses.predicates import Predicate, read_predicate, verb_inside
from ingest.extraction.clauses.sentences import Clause, Sum
from ingest.extraction.names.naming import (
    names_bracketed,
    names_built,
    names_each,
    names_each_bracketed,
    names_enumerated,
    names_in,
    names_in_order,
    names_paid_for,
    names_priced,
    names_reached,
    names_told_alike,
    names_with_price,
)
from ingest.extraction.names.phrases import Named
from ingest.extraction.names.sized import names_sized
from ingest.extraction.names.things import COUNTED, noun_phrase
from ingest.extraction.words.lists import BUILT, HEADS, WORDS, one_of
from ingest.extraction.words.moods import stage_words
from ingest.extraction.words.nameable import NO_NAME, is_common, is_generic, is_policy
from ingest.extraction.works.ceremonies import held_for

_EACH = re.compile(one_of("each") + "|各(?=投资)")
_DEEDS_OF_A_YEAR = re.compile(one_of("deeds of a year"))
_ITS_COST = re.compile(r"(?:计划|预计)?(?:总投资|投资)?约?[0-9.]+[万亿]元的(?=.{3})")
_CONTRACT_PRICE = re.compile(one_of("price of a contract"))
_TELLS_OF_WORKS = re.compile("(?:投资额?|项目|工程)[^,]{0,8}(?:是|有|为|包括|如下|前.{1,2}位的是)$")
_STAGED_HEAD = re.compile(f"{one_of('built')}(?:项目|工程)?(?:清单|名单|的?有|的?是)?$")
_IN_BRACKETS = re.compile("[(][^()]*[)]")
_ALL = re.compile(one_of("all", "together"))
_WORKS = ("项目", "工程")
_WORKERS = re.compile(f"[^,]{{0,6}}?{one_of('worker')}")
_MEETS = re.compile(f"(?:与|同|跟)[^,]{{2,14}}{one_of('meets another')}$")
_THEN = re.compile("之?前(?![期往来后置沿端])")
_HOLDS_MANY = frozenset(WORDS["holds many works"])
_HAS_BUILT = re.compile("已?(?:累计)?(?:建成|完成)[^,0-9]{2,10}[0-9]")
_ENDING = 5  # characters
_TWO = 2  # clauses
_ONE_OF_A_KIND = re.compile("(?<![0-9二三四五六七八九十百])一[座个栋条处所家间幢眼]")
# 县疾控中心负责人: the body is named for somebody who speaks.
_PERSON = re.compile(r"(?:党[委组]|有关|相关)?" + one_of("person title"))


@dataclass(frozen=True)
class Around:
    """What is known around a clause.

    `paid`: it tells what a work costs; `paid_before`: a clause before it did; `goes_on`: a work
    was told of before it in its part of the sentence; `told_of`: as the subject of its clause;
    `money_before`: the clause before it holds a sum.
    """

    money_before: bool
    after_a_work: bool  # whether a work was told of before in this paragraph
    over: str  # the heading of the list in which the clause stands
    paid: bool
    paid_before: bool
    goes_on: bool
    told_of: bool


def works_named(segment: Sequence[Clause], predicate: Predicate, around: Around) -> list[Named]:
    """The works that the last clause of a part of a sentence names."""
    clause = segment[-1]
    if _MEETS.search(clause.text):
        return []  # 年底与石岭公路接通: the road that it meets
    return (
        names_each_bracketed(clause)
        or names_bracketed(clause)
        or names_enumerated(clause)
        or _listed(segment, predicate, around)
        or _named(clause, predicate, around)
        or names_priced(clause)
        or names_sized(clause, predicate)
        or names_reached(clause)
        or (names_paid_for(clause) if around.money_before or clause.sums else [])
        or ([] if around.goes_on else _named_before(segment))
    )


def _named(clause: Clause, predicate: Predicate, around: Around) -> list[Named]:
    start, end = behind_its_builder(clause, predicate), before_its_papers(clause, predicate)
    spoken_of = (
        done_to(clause)
        or agreed_on(clause)
        or signed_for(clause)
        or written_about(clause)
        or held_for(clause, predicate.start)
    )
    if spoken_of and (costs := _ITS_COST.match(spoken_of)):
        bare = spoken_of[costs.end() :]  # 签下总投资8000万元的配件项目
        own = [Sum(each.figure, "total") for each in clause.sums[:1]]
        return [Named(bare, sums=own)] if _may_be_named(bare) else []
    if spoken_of and _may_be_named(spoken_of):
        return [Named(spoken_of)]
    each = _EACH.search(clause.text)
    if each and (listed := names_each(clause, clause.start + each.start(), start)):
        return listed
    if ordered := names_in_order(clause, start, end):
        return ordered
    told = _tells_of_subject(clause, predicate) or around.paid
    subject = predicate.end < clause.end and clause.text[: end - clause.start].endswith(_WORKS)
    if not (predicate.verb or predicate.tail) and (built := names_built(clause, start)):
        return built
    if not (predicate.verb or subject or owns_a_sum(clause) or (told and predicate.tail)):
        return _inside(clause, start)
    if is_fitted_in(clause, predicate) or _is_part(clause, predicate, around):
        return []
    if _names_none(clause, predicate, around.paid):
        return []
    dated = bool(clause.dates) and bool(stage_words(predicate.tail))
    dated = (
        dated or (around.paid_before and bool(predicate.verb)) or costs_behind(clause, predicate)
    )
    governed = bool(predicate.verb) or told or subject
    found = names_in(clause, start, end, governed=governed, dated=dated)
    if _may_be_parts(clause, found, around):
        return []
    if is_built(clause, predicate):
        alike = names_told_alike(clause, start, end)
        found = alike if len(alike) > len(found) else found
    return found if found or predicate.verb else _inside(clause, start)


def _listed(segment: Sequence[Clause], predicate: Predicate, around: Around) -> list[Named]:
    """十件大事:①古城门抢险②…; 投产清单:长征电机5月、…: an item is but a name, or one and a day."""
    clause = segment[-1]
    if _is_next_priced(segment):
        return names_with_price(clause, predicate.start)
    if predicate.verb or not around.over:
        return []
    if len(clause.sums) == 1 and _TELLS_OF_WORKS.search(around.over):
        return names_with_price(clause, predicate.start)
    if clause.sums:
        return []
    is_first = len(segment) == 1 or segment[-2].stop == ":"
    if lists_deeds(around.over) and clause.stop in ";。" and is_first:
        named = names_told_alike(clause, predicate.start, clause.end)
        whole = len(named) == 1 and clause.text.endswith(named[0].name)
        return named if whole and _has_head(named[0].name) else []
    built = any(word in BUILT for _, word, _ in stage_words(around.over))
    staged = _STAGED_HEAD.search(around.over) is not None
    if not (built or staged):
        return []
    if is_first and staged and clause.text[-1:] not in "月日季年":
        return _all_of(clause, predicate)
    if clause.sizes or not clause.dates:
        return []
    last = clause.dates[-1]
    only = last.end == clause.end and len(clause.dates) == 1
    return names_told_alike(clause, predicate.start, last.start) if only else []


def _is_next_priced(segment: Sequence[Clause]) -> bool:
    """其中城东水厂投资3亿元,城西水厂2亿元: the next of a kind, with no more than its cost."""
    if len(segment) < _TWO or not all(len(each.sums) == 1 for each in segment[-2:]):
        return False
    before, clause = segment[-2:]
    name = clause.text[: clause.sums[0].figure.start - clause.start]
    kind = HEADS.before(name, len(name))
    alike = kind is not None and kind[1] == "facility" and kind[0] in before.text
    return alike and name not in before.text and before.sums[0].figure.end == before.end


def _all_of(clause: Clause, predicate: Predicate) -> list[Named]:
    """年底前交付:翡翠湾、书香名邸; 开工清单:甲、乙(2亿元)6月进场: all that a clause lists."""
    end = predicate.end - clause.start
    bare = _IN_BRACKETS.sub("", clause.text[:end])
    if any(each.isdigit() for each in bare) or not (predicate.tail or end == len(clause.text)):
        return []
    return names_told_alike(clause, predicate.start, predicate.end)


def lists_deeds(heading: str) -> bool:
    """十件实事: whether a heading speaks of the works and deeds of a year."""
    return _DEEDS_OF_A_YEAR.search(heading) is not None


def _has_head(name: str) -> bool:
    return HEADS.before(name, len(name)) is not None


def _may_be_named(name: str) -> bool:
    return not (is_generic(name, "") or NO_NAME.match(name) or is_policy(name[-_ENDING:], name))


def _is_part(clause: Clause, predicate: Predicate, around: Around) -> bool:
    return around.goes_on and is_part(clause, predicate, around.told_of)


def _may_be_parts(clause: Clause, named: list[Named], around: Around) -> bool:
    """建设综合楼一栋, behind a work: one common thing, and no more told, may be its part."""
    told = around.paid or clause.sums or clause.dates
    one = around.after_a_work and _ONE_OF_A_KIND.search(clause.text)
    return bool(one and named and not told) and all(is_common(each.name) for each in named)


def _names_none(clause: Clause, predicate: Predicate, paid: bool) -> bool:
    """Whether what is named is counted, or somebody who speaks."""
    behind = predicate.end - clause.start
    if not predicate.verb and _THEN.match(clause.text, behind):
        return True  # 10月小麦播种前投入使用
    if is_counted_thing(clause, predicate, paid) or _PERSON.match(clause.text, behind):
        return True
    named = clause.text.endswith(_WORKS, 0, behind) and not clause.text[behind:][:1].isdigit()
    return not (predicate.verb or named) and COUNTED.match(clause.text, behind) is not None


def _named_before(segment: Sequence[Clause]) -> list[Named]:
    """鹤岭水电站、城北大桥和宝塔山公园,总投资分别为…: as many names as sums."""
    clause = segment[-1]
    if len(segment) < 2:
        return []
    before = segment[-2]
    if _tells_of_all(clause) or (len(segment) == 2 and _is_only_a_day(clause)):
        start = read_predicate(before).start
        listed = names_in(before, start, before.end, governed=True)
        whole = len(listed) > 1 and before.text.endswith(listed[-1].name)
        return listed if whole and all(_has_head(each.name) for each in listed) else []
    if _CONTRACT_PRICE.match(clause.text) and (bid := noun_phrase(before)):
        whole = bid.is_work and before.text.endswith(bid.name) and not is_common(bid.name)
        return [Named(bid.name)] if whole else []
    if not clause.sums or not _EACH.search(clause.text):
        return []
    return names_each(before, before.end, read_predicate(before).start, sums=clause.sums)


def _tells_of_all(clause: Clause) -> bool:
    """10月前全部启用, behind a clause that is but a list of names."""
    predicate = read_predicate(clause)
    staged = predicate.says_nothing_new and bool(stage_words(clause.text))
    return staged and _ALL.search(clause.text) is not None


def _is_only_a_day(clause: Clause) -> bool:
    """8月25日, behind a list of names: the term of a row."""
    days = [each for each in clause.dates if each.find.is_due]
    return len(days) == 1 and clause.without_dates(clause.text).strip(" 前底") == ""


def _tells_of_subject(clause: Clause, predicate: Predicate) -> bool:
    dated = bool(predicate.dates) and tells_only_a_date(clause, predicate)
    if not predicate.dates and _is_a_park(clause, predicate):
        return False
    return bool(stage_words(predicate.tail)) or dated


def _is_a_park(clause: Clause, predicate: Predicate) -> bool:
    """纺织园已建成厂房21万平方米: a place where so much was built is no work of this day."""
    name = clause.text[: predicate.end - clause.start]
    ground = HEADS.before(name, len(name))
    is_ground = ground is not None and (ground[0] == "园" or ground[0] in _HOLDS_MANY)
    return is_ground and _HAS_BUILT.match(predicate.tail) is not None


def _inside(clause: Clause, start: int) -> list[Named]:
    if _WORKERS.match(clause.text, start - clause.start):
        return []  # 工人们正铺设管道: a part of what is built there
    inner = verb_inside(clause, start)
    ends = any(size.end >= clause.end - 1 and size.value != 1 for size in clause.sizes)
    if inner is None or (ends and not clause.sums):
        return []
    return names_in(clause, inner, clause.end, governed=True)
