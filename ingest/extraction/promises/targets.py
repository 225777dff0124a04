"""Targets: what is promised with a number or a date and is no stage of a named project.

粮食产量稳定在19万吨以上    an indicator reaches a figure
新增5个照料中心             a verb of making, a figure, a thing
实施重点项目14个            a verb of making, a thing, a figure
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from math import inf

from chinese.figures import Figure
from ingest.extraction.clauses.interim import behind, is_before_the_end
from ingest.extraction.clauses.predicates import read_predicate
from ingest.extraction.clauses.saying import Measured, plain
from ingest.extraction.clauses.sentences import Clause, Date, Sentence, Sum
from ingest.extraction.clauses.terms import Frame, closes_all, for_all, terms_of
from ingest.extraction.promises.aims import calls_for_people, with_aims
from ingest.extraction.promises.beginnings import beginnings
from ingest.extraction.promises.calendars import days_of_a_list
from ingest.extraction.promises.dealtwith import is_left_to_do, is_to_be_paid
from ingest.extraction.promises.events import due_of_an_end, read_events
from ingest.extraction.promises.indicators import (
    indicator_of,
    listed_indicators,
    names_no_thing,
    next_of_list,
)
from ingest.extraction.promises.occasions import occasions
from ingest.extraction.promises.surely import CONFIDENCE, affirmed, counts_projects, is_denied
from ingest.extraction.promises.targetfacts import set_due, target_of
from ingest.extraction.promises.unpromised import is_a_class
from ingest.extraction.words.lists import MAKE, REACH, one_of
from ingest.extraction.works.projects import Reading
from ingest.proposal import TargetFact

# 争取专项债券25亿元: money that is to be got.
_RAISED = re.compile(one_of("raises") + "[^,、]{0,14}$")
_BOUND = f"{one_of('bound of an aim')}?$"
_AIMED_MONEY = re.compile(
    f"{one_of('raises')}[^,、]{{0,6}}资金{_BOUND}|到位[^,、]{{0,6}}资金{_BOUND}|"
    f"{one_of('draws')}[^,、]{{0,6}}投资{_BOUND}|资金投入{_BOUND}|完成[^,、]{{0,8}}投资{_BOUND}|"
    f"投资{one_of('bound of an aim')}$|(?:投资|资金|收入|税收)目标(?:为|是)?$|"
    f"{one_of('pays out')}[^,、的]{{0,8}}$"
)
_INVESTED = re.compile(one_of("kind of county investment") + "投资(?:全年|年内|今年)?$")
_PART = re.compile("[^0-9,已的]{2,10}")
_LISTED = re.compile(f"(?!{one_of('begins no listed thing')})[\u4e00-\u9fff“”]{{2,10}}")
_ITEMS = ("件", "项", "条", "类")
_COMPLETES = re.compile("完成(?!了)(?:全部|剩余|所有)?[^,0-9]{0,10}$")
_ALL_OF_THEM = re.compile("[^,]{0,14}全部[^,、0-9]{2,6}$")
_LEFT = re.compile("(?:[剩余其尚还]{1,2}[余下有剩]?)的?(?:最后)?$")
_UP_TO_A_FIGURE = re.compile("[^0-9]+")
_LONGEST_HEAD = 6  # characters behind a count: 报了三个“明年”:
_LONGEST_LEFT = 6  # characters
_LONGEST_AIM = 24  # characters
_KNOWN_BY = 4  # characters at the end of a name


def read_targets(
    sentence: Sentence, reading: Reading, frame: Frame, before: list[TargetFact]
) -> list[TargetFact]:
    """The targets of a sentence whose projects have been read already.

    `before` are those of the sentences before it, which a date for all of them may still date.
    """
    found: list[TargetFact] = []
    went_on = False  # whether the clause before set a target
    if due := closes_all(sentence):
        _date_all(before, due)
        return found
    terms = with_aims(sentence, terms_of(sentence, frame), frame, before)
    for place, term in enumerate(terms):
        clause = sentence.clauses[place]
        if due := for_all(clause):
            _date_all(found, due)
        if not term.promised or _heads_a_list(clause):
            continue
        on_the_way = is_before_the_end(clause, behind(sentence, place))
        quantities = _quantities(sentence, clause, reading, term.due, on_the_way=on_the_way)
        if not quantities and found:
            quantities = _among_them(sentence, clause, found[-1])
        if went_on and not quantities and sentence.clauses[place - 1].stop == ",":
            quantities = _next_listed(sentence, clause, found[-1], reading)
        went_on = bool(quantities)
        clause.is_interim = went_on and on_the_way
        found += quantities
        predicate = read_predicate(clause)
        due = predicate.dates[-1] if predicate.dates else due_of_an_end(clause, term.due, found)
        if quantities or not due:
            continue
        settled = is_left_to_do(sentence, place, due, reading, found)
        if not (settled or is_to_be_paid(sentence, place, due, reading, found)):
            found += read_events(sentence, place, due, reading, found)
    found += days_of_a_list(sentence, reading, found)
    found += occasions(sentence, frame.today, found)
    found += beginnings(sentence, reading, frame.today, found)
    return found + affirmed(sentence, terms, found)


def _heads_a_list(clause: Clause) -> bool:
    """道路8条: or 有两件涉及卫生: the count is that of the list behind it."""
    if clause.stop != ":" or not clause.sizes:
        return False
    last = clause.sizes[-1]
    behind = clause.end - last.end
    in_hanzi = not clause.text[last.number_start - clause.start].isdecimal()
    return behind <= 1 or last.unit in _ITEMS or (in_hanzi and behind <= _LONGEST_HEAD)


def _date_all(targets: list[TargetFact], due: Date) -> None:
    for target in targets:
        begins = due.find.first
        earlier = target.due_on is not None and begins is not None and target.due_on < begins
        if target.due_text is None or (target.due_precision == "year" and not earlier):
            set_due(target, due)  # 今年先建96个,明年全部建成


def _quantities(
    sentence: Sentence, clause: Clause, reading: Reading, due: Date | None, *, on_the_way: bool
) -> list[TargetFact]:
    """The figures of a clause that are promised. `on_the_way`: its day comes before its work's."""
    sums = [s.figure for s in clause.sums if _is_no_cost(clause, s)]
    aimed = {s.figure.start for s in clause.sums if _is_aimed(clause, s)}
    figures = sorted(
        (
            each
            for each in (*clause.sizes, *sums)
            if each.value is not None
            and (
                (each.start, each.end) not in reading.used
                or each.start in aimed
                or _is_of_a_plan(clause, each, reading, due)
                or _is_bare_among_promises(sentence, clause, reading)
                or _is_left(clause, each, due)
                or (on_the_way and _is_done_by_its_day(clause, each))
                or Measured(sentence, clause, each, (), due).is_added
            )
        ),
        key=lambda each: each.start,
    )
    if not figures:
        return []
    listed, opens_at = listed_indicators(clause, figures), _opens_at(sentence, clause, reading)
    found: list[TargetFact] = []
    denied: list[TargetFact] = []  # what the next of a list goes on with is read all the same
    for figure in figures:
        said = Measured(sentence, clause, figure, figures, due)
        indicator = listed.get(figure.start) or indicator_of(said, opened=opens_at <= figure.start)
        if not indicator and found and said.goes_on and not is_a_class(said):
            indicator = next_of_list(said, found[-1].indicator)
        if indicator:
            target = target_of(sentence, clause, figure, indicator)
            target.confidence = CONFIDENCE if names_no_thing(said) else target.confidence
            if due:
                set_due(target, due)
            found.append(target)
            sure = (figure.start in aimed and due) or calls_for_people(clause)
            sure = sure or said.is_paid_behind
            is_none = is_denied(clause, figure) and not (sure or counts_projects(said))
            denied += [target] if is_none else []
    return [each for each in found if each not in denied]


def _is_left(clause: Clause, figure: Figure, due: Date | None) -> bool:
    """余下9公里老旧管网10月底前全部换完: what is left of a work is an aim of its own."""
    first = figure.start - clause.start
    left = first <= _LONGEST_LEFT and _LEFT.fullmatch(clause.text, 0, first) is not None
    return left and due is not None


def _is_done_by_its_day(clause: Clause, figure: Figure) -> bool:
    """10月底完成路面60公里, 3座跨河桥6月底前全部合龙, before the whole is: an aim of its own."""
    before = clause.text[: figure.start - clause.start]
    deed = clause.text[figure.end - clause.start :]
    if figure.kind in ("percent", "money"):
        return False
    return _COMPLETES.search(before) is not None or _ALL_OF_THEM.search(deed) is not None


def _is_of_a_plan(clause: Clause, figure: Figure, reading: Reading, due: Date | None) -> bool:
    """今年计划实施公路防护工程210公里,改造危桥6座: a plan of a year, whatever names stand in it.

    A work with a cost of its own takes the figures beside it as its sizes.
    """
    if due is None or due.find.precision != "year" or figure.end < clause.end:
        return False
    if any(each.investments for each in reading.current):
        return False
    first = plain(clause.without_dates(clause.text))
    return MAKE.at(first, 0) is not None


def _is_bare_among_promises(sentence: Sentence, clause: Clause, reading: Reading) -> bool:
    """新打机井240眼。 behind the sentence of a work, among promises: it is no size of that work."""
    named = any(each.name[-_KNOWN_BY:] in sentence.text for each in reading.current)
    if named or not sentence.among_promises:
        return False
    told = plain(clause.without_dates(clause.text))
    counted = _UP_TO_A_FIGURE.match(told)
    thing = counted[0] if counted else ""  # 乡镇文化站改造6个
    return MAKE.at(told, 0) is not None or MAKE.before(thing, len(thing)) is not None


def _among_them(sentence: Sentence, clause: Clause, whole: TargetFact) -> list[TargetFact]:
    """其中农田防护林2200亩、经济林4300亩: parts of a figure that was promised just before."""
    if not clause.text.startswith("其中") or not clause.sizes:
        return []
    found: list[TargetFact] = []
    position = clause.start + 2
    for figure in clause.sizes:
        thing = plain(sentence.folded.text[position : figure.start])
        position = figure.end
        if figure.unit != whole.unit or figure.value is None or not _PART.fullmatch(thing):
            return []
        if MAKE.before(thing, len(thing)):
            return []  # 其中凤凰山完成6300亩
        found.append(target_of(sentence, clause, figure, thing))
    return found


def _next_listed(
    sentence: Sentence, clause: Clause, last: TargetFact, reading: Reading
) -> list[TargetFact]:
    """新建公厕45座,候车亭12个: the next thing of a list, under the verb of the one before."""
    verb = MAKE.at(last.indicator, 0)
    if verb is None or len(clause.sizes) != 1 or clause.sums or clause.dates:
        return []
    figure = clause.sizes[0]
    thing = clause.text[: figure.start - clause.start]
    told = figure.kind != "count" or figure.value is None or figure.end != clause.end
    if told or (figure.start, figure.end) in reading.used or not _LISTED.fullmatch(thing):
        return []
    target = target_of(sentence, clause, figure, verb[0] + thing)
    target.due_text, target.due_on = last.due_text, last.due_on
    target.due_precision = last.due_precision
    return [target]


def _is_aimed(clause: Clause, said: Sum) -> bool:
    """全年引进到位资金30亿元, 年内完成投资45亿元: an aim, whatever work is told of beside it."""
    end = said.figure.start - clause.start
    first = max(0, end - _LONGEST_AIM)
    if said.figure.number_start > said.figure.start and _INVESTED.search(clause.text, first, end):
        return True  # 固定资产投资全年不低于120亿元
    return _AIMED_MONEY.search(clause.text, first, end) is not None


def _is_no_cost(clause: Clause, said: Sum) -> bool:
    """技改投资突破20亿元, 引进到位资金28亿元: an indicator. 总投资3亿元 is what a work costs."""
    if said.measure in ("none", "done") or _is_aimed(clause, said):
        return True
    if said.measure == "part" and said.figure.number_start > said.figure.start:
        return said.figure.comparator == ">="  # 其中省外资金不低于42亿元
    end = said.figure.start - clause.start
    before = clause.text[max(0, end - _LONGEST_AIM) : end]
    reached = REACH.before(before, len(before))
    return bool(reached) or (
        said.measure in ("paid", "part") and _RAISED.search(before) is not None
    )


def _opens_at(sentence: Sentence, clause: Clause, reading: Reading) -> float:
    """Where the first of the works told of has been named; what they were before is at once.

    The figures behind it are their sizes and no promises of their own; not so, among promises,
    in a later part of the sentence that names none of them.
    """
    endings = [each.name[-5:] for each in reading.current]
    first = sentence.text.rfind(";", 0, clause.start - sentence.start) + 1
    if first and sentence.among_promises and not _names_one(sentence.text[first:], endings):
        return inf
    places = [(sentence.text.find(each), len(each)) for each in endings]
    ends = [sentence.start + at + length if at >= 0 else 0 for at, length in places]
    return min(ends, default=inf)


def _names_one(text: str, endings: Sequence[str]) -> bool:
    return any(each in text.partition(";")[0] for each in endings)
