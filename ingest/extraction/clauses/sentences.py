"""A paragraph as sentences and clauses, with the figures, dates and stage words in each.

All places count characters of the folded paragraph, so that a quote can be printed exactly as
it stood in the original.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from datetime import date
from functools import cached_property
from typing import TYPE_CHECKING, Literal

from chinese.dates import find_dates
from chinese.figures import Figure
from chinese.finds import DateFind
from chinese.folding import Folded, fold
from chinese.money import money_figures
from chinese.periods import is_to_come
from chinese.quantities import quantity_figures
from ingest.extraction.clauses.costs import measure_beside_a_work
from ingest.extraction.words.lists import STAGES, one_of

if TYPE_CHECKING:
    from ingest.extraction.clauses.predicates import Predicate
    from ingest.extraction.names.things import Topic
    from ingest.proposal import ProjectFact

_SENTENCE = re.compile(r"[^。!?\n]*(?:[。!?]+[”’)》】]*|\n|$)")
_DATELINE = re.compile(r"(?:本报|[^,。!?\n]{0,6})讯 ?(?:[(](?:[^()\n]{0,40})[)])? ?")
# A comma inside 1,240 and a colon inside 8:30 part no clauses.
_CLAUSE = re.compile(
    r"(?:[(](?=[^()]*元)[^()。;!?\n]{1,30}[)]|[^,;:。!?…\n①-⑳]|(?<![^,;:。!?…\n 除第])[①-⑳]|"
    r"(?<=[0-9]),(?=[0-9]{3}(?![0-9]))|(?<=[0-9]):(?=[0-9]{2}))+"
)


_PRICED = re.compile(r"(?:[^0-9,的]|[0-9]+号){3,24}投资(?:约|达)?[0-9.]+(?:万|亿)元(?:以上|左右)?")
_BRACKETED = re.compile(r"[^0-9,()][^,()]{2,24}[(](?:总?投资)?约?[0-9.]+(?:万|亿)元[^()]*[)]")
_SHORTEST_DEED, _LONGEST_DEED = 2, 10  # characters behind a day
_AHEAD = 40  # characters behind a clause
_CIRCLED = re.compile("[①-⑳]")  # ①老城墙抢险②县二院门诊楼


@dataclass(frozen=True)
class Sum:
    """A sum of money in its sentence, with what it measures."""

    figure: Figure
    measure: str


@dataclass
class Clause:
    """What stands between two commas; places count characters of the folded paragraph."""

    start: int
    end: int
    text: str
    stop: str = ","
    behind: str = ""  # how its part of the sentence goes on, as far as a few clauses
    dates: list[Date] = field(default_factory=list)
    sums: list[Sum] = field(default_factory=list)
    sizes: list[Figure] = field(default_factory=list)
    predicate: Predicate | None = None  # read once, by `read_predicate`
    topic: Topic | Literal["unread"] | None = "unread"  # read once, by `topics`
    of_many: bool = False  # whether its figures are those of many things, as `steps` finds
    of_other_things: bool = False  # whether its days are those of no work, as `steps` finds
    is_the_work: bool = False  # whether it tells of what the work told of is, as `steps` finds
    is_interim: bool = False  # of a deed on the way to a work, as `interim` finds
    is_sure: bool = False  # whether what its day promises is certain, as `events` finds
    of_programme: bool = False  # whether it names no work but a set, entered by `programmes`
    of_one: ProjectFact | None = None  # the only work it tells of: the head of its item, 前者
    begins_with: ProjectFact | None = None  # the work with whose name it begins, by `steps`
    day_lent_to: ProjectFact | None = None  # the work that comes about with another it tells of
    under: str = ""  # the work of which it lists parts, as `steps` finds
    of_phase: str = ""  # the phase of a work that it tells of, as `steps` finds
    promise: dict[int, float] = field(default_factory=dict)  # of its figures, entered by `likely`

    @cached_property
    def date_at(self) -> dict[int, Date]:
        """The dates of the clause by the place where each begins."""
        return {each.start: each for each in self.dates}

    @cached_property
    def size_at(self) -> dict[int, Figure]:
        """The sizes of the clause by the place where each begins."""
        return {each.start: each for each in self.sizes}

    @cached_property
    def figures(self) -> list[Figure]:
        """Its sizes and the figures of its sums, in order."""
        sums = (each.figure for each in self.sums)
        return sorted((*self.sizes, *sums), key=lambda each: each.start)

    def without_dates(self, text: str) -> str:
        """Words of the clause without its dates: 新增车位 of 6月底前新增车位."""
        for each in self._date_texts:
            text = text.replace(each, "")
        return text

    @cached_property
    def _date_texts(self) -> list[str]:
        return list(dict.fromkeys(each.find.text for each in self.dates))

    @cached_property
    def last_due(self) -> int:
        """Where the last date to come begins, or -1."""
        return max((each.start for each in self.dates if each.find.is_due), default=-1)


@dataclass(frozen=True)
class Date:
    start: int
    end: int
    find: DateFind


@dataclass
class Sentence:
    start: int
    end: int
    text: str
    quote: str
    clauses: list[Clause]
    folded: Folded
    in_retrospect: bool = False  # whether a heading over it looks back, as `frames` finds
    among_promises: bool = False  # whether all around it is still to come, as `plans` finds
    is_carried: bool = False  # whether only the paragraphs around it promise, as `plans` finds
    tells_who_did: bool = False  # whether it tells behind promises what some did, by `plans`

    @cached_property
    def counts_works(self) -> bool:
        """Whether it tells of a number of works: 50个项目; before a colon stands a heading."""
        return any(counted_works(each) for each in self.clauses if each.stop != ":")


def read_sentences(paragraph: str, issue_date: date, year: int | None = None) -> list[Sentence]:
    """The sentences of a paragraph, with all that has a value in them.

    `year`: the year to come that the heading over the paragraph names.
    """
    folded = fold(paragraph)
    text = folded.text
    dates = [
        Date(folded.index(each.start), folded.index(each.end - 1) + 1, each)
        for each in find_dates(folded, issue_date, year)
    ]
    sums = [Sum(each, _measured(text, each, issue_date)) for each in money_figures(text)]
    sizes = quantity_figures(text)
    sentences = []
    for match in _SENTENCE.finditer(text):
        if match[0].strip():
            start, end = match.span()
            clauses = _listed(_clauses(text, start, end), dates)
            if not clauses:  # …… and the like
                continue
            _share_out(clauses, dates, sums, sizes)
            for clause in clauses:
                clause.behind = text[clause.end : min(clause.end + _AHEAD, end)].partition(";")[0]
            quote = folded.printed(start, end).strip()
            sentences.append(Sentence(start, end, match[0], quote, clauses, folded))
    return sentences


def _measured(text: str, figure: Figure, issue_date: date) -> str:
    """2026年投资3000万元,2027年投资5000万元: what is not spent yet is the plan of its year."""
    measure = measure_beside_a_work(text, figure)
    planned = measure == "done" and is_to_come(text, figure.start, issue_date)
    return "year" if planned else measure


def _clauses(text: str, start: int, end: int) -> list[Clause]:
    found = []
    if dateline := _DATELINE.match(text, start, end):
        start = dateline.end()
    for match in _CLAUSE.finditer(text, start, end):
        first, last = match.span()
        if text[first:last].strip():
            stop = text[last : last + 1]
            stop = ";" if _CIRCLED.match(stop) else stop
            found.append(Clause(first, last, text[first:last], stop))
    return found


def _listed(clauses: list[Clause], dates: list[Date]) -> list[Clause]:
    """甲隧道8月贯通、乙大桥10月合龙, 甲园投资4亿元、乙仓投资2亿元: each item is a clause."""
    found: list[Clause] = []
    starts = [each.start for each in dates]
    for clause in clauses:
        items = _items(clause) if "、" in clause.text else []
        alike = len(items) > 1 and (
            all(_BRACKETED.fullmatch(item.text) for item in items)
            or all(_is_dated_stage(item, starts) for item in items)
            or all(_ends_with_a_date(item, dates) for item in items)
            or _are_days_and_deeds(items, dates, starts)
            or all(_PRICED.fullmatch(item.text) for item in items)
        )
        found += items if alike else [clause]
    return found


def _items(clause: Clause) -> list[Clause]:
    """The clause parted at its 、, but not within brackets."""
    items, first = [], 0
    for cut in [*_cuts(clause.text), len(clause.text)]:
        if clause.text[first:cut].strip():
            items.append(
                Clause(clause.start + first, clause.start + cut, clause.text[first:cut], "、")
            )
        first = cut + 1
    if items:
        items[-1].stop = clause.stop
    return items


def _cuts(text: str) -> Iterator[int]:
    depth = 0
    for place, character in enumerate(text):
        depth += (character == "(") - (character == ")" and depth > 0)
        if character == "、" and depth == 0:
            yield place


def _ends_with_a_date(item: Clause, dates: list[Date]) -> bool:
    """长征电机5月, behind 投产清单:"""
    days = [each for each in dates if each.end == item.end and each.start > item.start + 2]
    return len(days) == 1


def _are_days_and_deeds(items: list[Clause], dates: list[Date], starts: list[int]) -> bool:
    """力争8月摘牌、年内开工: a day and what is done by it, and then the next."""
    days = [
        dates[bisect_left(starts, each.start) : bisect_left(starts, each.end)] for each in items
    ]
    if not all(len(each) == 1 for each in days):
        return False
    deeds = [item.end - day.end for item, (day,) in zip(items, days, strict=True)]
    opens = all(day.start == item.start for item, (day,) in zip(items[1:], days[1:], strict=True))
    told = opens and all(_SHORTEST_DEED <= size <= _LONGEST_DEED for size in deeds)
    return told and bool(STAGES.every(items[-1].text))


def _is_dated_stage(item: Clause, date_starts: list[int]) -> bool:
    dated = bisect_left(date_starts, item.start + 1) < bisect_left(date_starts, item.end)
    return dated and bool(STAGES.every(item.text))


def _share_out(
    clauses: list[Clause], dates: list[Date], sums: list[Sum], sizes: list[Figure]
) -> None:
    """Gives each clause what begins in it; all lists are in the order of the text."""
    date_starts = [each.start for each in dates]
    sum_starts = [each.figure.start for each in sums]
    size_starts = [each.start for each in sizes]
    for clause in clauses:
        clause.dates = dates[_within(date_starts, clause)]
        clause.sums = sums[_within(sum_starts, clause)]
        clause.sizes = sizes[_within(size_starts, clause)]


def _within(starts: list[int], clause: Clause) -> slice:
    return slice(bisect_left(starts, clause.start), bisect_left(starts, clause.end))


def segments(clauses: Sequence[Clause]) -> Iterator[Sequence[Clause]]:
    """A sentence parted at its semicolons."""
    first = 0
    for index, clause in enumerate(clauses):
        if clause.stop == ";" or index == len(clauses) - 1:
            yield clauses[first : index + 1]
            first = index + 1


_WORKS = re.compile(one_of("beside a count of works"))
_UNITS_OF_WORKS = ("个", "项", "处", "座", "所", "家")
_OF_THEM = re.compile(r"其中|安排|实施|签约|开工")


def counted_works(clause: Clause, *, after_another: bool = False) -> int | None:
    """The printed count of works of a clause: 50个项目, 重点项目14个, 其中安排58个."""
    for size in clause.sizes:
        if size.kind != "count" or size.unit not in _UNITS_OF_WORKS or size.value is None:
            continue
        beside = clause.text[max(0, size.start - clause.start - 8) : size.end - clause.start + 8]
        if _WORKS.search(beside) or (after_another and _OF_THEM.search(beside)):
            return int(size.value)
    return None
