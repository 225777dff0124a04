"""A figure in its clause, and what the clause says before and behind it."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property

from chinese.figures import Figure
from chinese.wordlists import words
from ingest.extraction.clauses.sentences import Clause, Date, Sentence
from ingest.extraction.words.lists import ADVERB, MAKE, one_of
from ingest.extraction.words.moods import labels_in

_NUMBERED = re.compile(r"^(?:--|[▲●■◆※◎]|【[^】]*】|[(]?[0-9一二三四五六七八九十]{1,3}[)、.]+)")
# Behind a figure: 贫困人口全部脱贫, 隐患点逐一治理到位.
_DEED_OF_ALL = re.compile(
    f"[^0-9,;:、已]{{0,14}}?{one_of('all', 'piece by piece')}"
    f"(?!{one_of('in service')})[\u4e00-\u9fff]{{2,10}}(?=$|[、”)])"
)
_BOUNDS_BEHIND = (*words("bounds", "after >="), *words("bounds", "after <="))
_TAKES_SO_LONG = re.compile(
    "^(?:今后|未来)?(?:再?用)?[0-9一二两三四五六七八九十]+(?:年|个月|天)(?:左右)?(?:的?时间)?(?:要|将)?把?(?=.{2})"
)
_NEXT_COUNT = re.compile("[^0-9,、的]{1,6}[、和]")
_PAYS_OUT = re.compile(f"[^,、0-9]{{0,10}}?{one_of('pays out')}(?![日时])")
_LEFT = re.compile(f"(?:目前)?{one_of('what is left')}的?")
_TOLD_OF = re.compile("[了的]|等着|^等(?!级)|^(?:分别)?是")
_AIMS_OVER = re.compile(one_of("aims over a list"))
_IS_ADDED = re.compile(
    f"(?:还[将要]|[将计划要拟]再|另外?再?)(?:计划|拟)?{one_of('make')}[^,、0-9]{{0,8}}$"
)
_THAN = re.compile("^" + one_of("than before"))
_GROWS_BY = re.compile(f"{one_of('than before')}?{one_of('direction')}[0-9]")
# 同比增长12%; 达到98%,提高4个百分点 only tells how what is reached comes about.
_GROWS_BY_SHARE = re.compile(f"{one_of('than before')}?(?:增长|下降)[0-9.]+%")
_LEAD, _FAR = 60, 200  # characters
_FEW = 3  # dates
_BACK = 3  # clauses


@dataclass(frozen=True)
class Measured:
    """A figure in its clause, with the other figures of the clause and the date that holds."""

    sentence: Sentence
    clause: Clause
    figure: Figure
    figures: Sequence[Figure]
    due: Date | None

    @cached_property
    def since(self) -> str:
        """What the clause says since the figure before this one."""
        base = self.clause.start
        place = bisect_left(self.figures, self.figure.start, key=lambda each: each.start)
        first = max(0, self.figures[place - 1].end - base) if place else 0
        return self.clause.text[first : self.figure.start - base]

    @cached_property
    def before(self) -> str:
        """The same, without the number of an item of a list and without dates."""
        return self.clause.without_dates(without_number(self.since))

    @cached_property
    def behind(self) -> str:
        """What the clause says behind the figure, as far as it may be of it."""
        first = self.figure.end - self.clause.start
        return self.clause.text[first : first + _FAR]

    @cached_property
    def lead(self) -> str:
        """What the clause says before the figure, as far back as a verb may govern it."""
        return self.far_lead[-_LEAD:]

    @cached_property
    def far_lead(self) -> str:
        """The same, as far back as what is counted or measured may be named."""
        end = self.figure.start - self.clause.start
        return self.clause.text[max(0, end - _FAR) : end]

    @cached_property
    def told_behind(self) -> str:
        """The next words behind the figure, without dates: 管网全部换完 of 9公里管网6月全部换完."""
        first = self.figure.end - self.clause.start
        kept, position, end = [], first, min(first + _LEAD, len(self.clause.text))
        place = bisect_right(self.clause.dates, self.figure.end - 1, key=lambda each: each.start)
        for each in self.clause.dates[place : place + _FEW]:
            if each.start - self.clause.start >= end:
                break
            kept.append(self.clause.text[position : each.start - self.clause.start])
            position = each.end - self.clause.start
        return "".join((*kept, self.clause.text[position:end]))

    @property
    def is_growth_aimed_at(self) -> bool:
        """力争完成投资45亿元,同比增长28%"""
        before = self.clauses_before[-1:]
        dated = self.due is not None
        return any(tells_growth_aimed_at(each, self.clause, dated=dated) for each in before)

    @property
    def clauses_before(self) -> Sequence[Clause]:
        """The few clauses of its sentence before its own."""
        clauses = self.sentence.clauses
        place = bisect_left(clauses, self.clause.start, key=lambda each: each.start)
        return clauses[max(0, place - _BACK) : place]

    @property
    def clause_behind(self) -> Clause | None:
        """The clause of its sentence behind its own, in the same part of it."""
        clauses = self.sentence.clauses
        place = bisect_right(clauses, self.clause.start, key=lambda each: each.start)
        return clauses[place] if place < len(clauses) and self.clause.stop != ";" else None

    @cached_property
    def is_under_aims(self) -> bool:
        """2010年财政预算草案:…, 今年目标:…: what is listed under such a head is aimed at."""
        heads = [each for each in self.sentence.clauses[:_BACK] if each.stop == ":"]
        return any(_AIMS_OVER.search(each.text) for each in heads if each.end < self.clause.start)

    @property
    def has_its_date_before(self) -> bool:
        """6月底前,27个村通自来水: the clause before is a date to come and no more."""
        for before in self.clauses_before[-1:]:
            alone = len(before.without_dates(before.text).strip()) <= 1
            return alone and bool(before.dates) and before.dates[-1].find.is_due
        return False

    @property
    def is_in_hanzi(self) -> bool:
        """两座, 三道"""
        return not self.sentence.folded.text[self.figure.number_start].isdecimal()

    @property
    def is_dated_behind(self) -> bool:
        """签约的17个项目6月底前进场: a date to come stands behind the figure."""
        return self.clause.last_due >= self.figure.end

    @cached_property
    def dealt_with(self) -> str:
        """The 管网全部换完 of 余下9公里管网10月底前全部换完: what is to be done with all of it."""
        deed = _DEED_OF_ALL.match(self.told_behind)
        may_be = self.is_dated_behind if self.figure.kind == "money" else self.is_no_share
        return deed[0] if deed and may_be else ""

    @property
    def is_paid_behind(self) -> bool:
        """补发的640万元11月10日前打入账户"""
        dated = self.is_dated_behind or (self.due is not None and self.clause.last_due >= 0)
        paid = self.figure.kind == "money" and dated
        return paid and _PAYS_OUT.match(self.told_behind) is not None

    @property
    def is_of_the_rest(self) -> bool:
        """其余6个11月15日前全部完工, 还有4000亩要在3月底前栽完"""
        left = self.is_no_share and self.figure.kind != "money" and self.is_dated_behind
        left = left and _LEFT.fullmatch(self.before) is not None
        return left and _TOLD_OF.search(self.told_behind) is None  # 还有280人等着开班的技校

    @property
    def is_added(self) -> bool:
        """园区还将新建宿舍3栋, 计划再改造9个小区: a deed of its own, whatever work was named."""
        return self.due is not None and _IS_ADDED.search(self.lead) is not None

    @property
    def is_no_share(self) -> bool:
        """9公里, 1230人, 640万元, but not 9%"""
        return self.figure.kind != "percent"

    @property
    def is_bounded_before(self) -> bool:
        """编织袋不少于2000条"""
        bound = self.figure.comparator in (">=", "<=")
        return bound and self.figure.number_start > self.figure.start

    @property
    def is_bounded_behind(self) -> bool:
        """56人以上"""
        return self.sentence.folded.text[self.figure.end - 2 : self.figure.end] in _BOUNDS_BEHIND

    def next_of(self, figures: Sequence[Figure]) -> Figure | None:
        """The first of these figures, which are in order, that stands behind this one."""
        place = bisect_right(figures, self.figure.end - 1, key=lambda each: each.start)
        return figures[place] if place < len(figures) else None

    @property
    def is_count(self) -> bool:
        return self.figure.kind == "count"

    @property
    def goes_on(self) -> bool:
        """小麦45万亩、油菜22万亩, 28个、126栋, 60户210人: it carries on the list before it.

        22个小区、136栋楼: the thing of the figure before it may stand between.
        """
        if self.since[:1] in ("、", "和"):
            return True
        between = self.since.strip()
        if not between:  # 60户210人, 疏浚河道31条126公里; but 6台35蒸吨锅炉 tells how large
            ends = not self.behind or self.behind[0] in "、和)"
            return self.is_count or (ends and self.figure.kind not in ("percent", "money"))
        return self.is_count and _NEXT_COUNT.fullmatch(between) is not None


def tells_growth_aimed_at(before: Clause, clause: Clause, *, dated: bool) -> bool:
    """力争完成投资45亿元,同比增长28%: by how much what is aimed at is to grow.

    So does what stands behind a figure of a time to come (`dated`): 今年实现产值45亿元,同比增长28%.
    """
    if not _GROWS_BY.match(clause.text):
        return False
    labels = labels_in(before.text)
    to_come = (dated or before.last_due >= 0) and bool(before.figures)
    to_come = to_come and _GROWS_BY_SHARE.match(clause.text) is not None
    return ("planned" in labels or to_come) and "done" not in labels


def without_comparison(text: str) -> str:
    """The 增长 of 同比增长."""
    return _THAN.sub("", text)


def plain(text: str) -> str:
    """Without the adverbs before it: 粮食产量 of 力争粮食产量, 烤烟面积 of 三年要把烤烟面积."""
    text = _TAKES_SO_LONG.sub("", text.strip(" 、,的"))
    while adverb := ADVERB.at(text, 0):
        if MAKE.at(text, 0) or len(text) - len(adverb[0]) < 2:
            break
        text = text[len(adverb[0]) :].strip(" 、,的")
    return text


def without_number(text: str) -> str:
    """Without the number of an item before it: 新增车位 of 3.新增车位, (三)新增车位, ▲新增车位."""
    return _NUMBERED.sub("", text)
