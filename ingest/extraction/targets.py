"""Targets: what is promised with a number or a date and is no stage of a named project.

粮食产量稳定在19万吨以上    an indicator reaches a figure
新增5个照料中心             a verb of making, a figure, a thing
实施重点项目14个            a verb of making, a thing, a figure
"""

from __future__ import annotations

import re

from chinese.figures import Figure
from ingest.extraction.clauses import PART_OF_WORK
from ingest.extraction.indicators import (
    Measured,
    indicator_of,
    listed_indicators,
    next_of_list,
    plain,
    without_number,
)
from ingest.extraction.lists import GENERIC, MAKE, REACH, one_of
from ingest.extraction.predicates import Predicate, read_predicate
from ingest.extraction.projects import Reading
from ingest.extraction.sentences import Clause, Date, Sentence, Sum
from ingest.extraction.terms import Frame, closes_all, for_all, terms_of
from ingest.proposal import TargetFact

_DONE_BY = ("完成", "全面完成", "按期完成", "确保完成")
_NO_EVENT = re.compile(r"^(?:请|凡|不|如|对|未)|的单位|罚款|停产|报送|举报")
_FLOOR = re.compile(r"[^,。;]{0,6}(?:红线|底线)")
_END = re.compile(one_of("event that ends") + "$")
_ASKED = re.compile(one_of("asked"))
_EVENT = re.compile(one_of("event"))


def read_targets(
    sentence: Sentence, reading: Reading, frame: Frame, before: list[TargetFact]
) -> list[TargetFact]:
    """The targets of a sentence whose projects have been read already.

    `before` are those of the sentences before it, which a date for all of them may still date.
    """
    found: list[TargetFact] = []
    if due := closes_all(sentence):
        _date_all(before, due)
        return found
    for clause, term in zip(sentence.clauses, terms_of(sentence, frame), strict=True):
        if due := for_all(clause):
            _date_all(found, due)
        if not term.promised or _heads_a_list(clause):
            continue
        quantities = _quantities(sentence, clause, reading, term.due)
        found += quantities
        predicate = read_predicate(clause)
        due = predicate.dates[-1] if predicate.dates else _of_an_end(clause, term.due)
        if not quantities and due:
            found += _events(sentence, clause, predicate, due, reading)
    return found


def _of_an_end(clause: Clause, due: Date | None) -> Date | None:
    """年底前,…,城区黑臭水体动态清零: what ends so is an event by the date over its clause."""
    return due if _END.search(clause.text) else None


def _heads_a_list(clause: Clause) -> bool:
    """道路8条: the count is that of the list behind it."""
    return clause.stop == ":" and bool(clause.sizes) and clause.end - clause.sizes[-1].end <= 1


def _date_all(targets: list[TargetFact], due: Date) -> None:
    for target in targets:
        if target.due_text is None or target.due_precision == "year":
            _set_due(target, due)


def _quantities(
    sentence: Sentence, clause: Clause, reading: Reading, due: Date | None
) -> list[TargetFact]:
    figures = [*clause.sizes, *(s.figure for s in clause.sums if _is_no_cost(clause, s))]
    figures = sorted(
        (f for f in figures if (f.start, f.end) not in reading.used and f.value is not None),
        key=lambda each: each.start,
    )
    if not figures:
        return []
    listed = listed_indicators(clause, figures)
    found: list[TargetFact] = []
    for figure in figures:
        said = Measured(sentence, clause, figure, figures, due)
        opened = _opened(sentence, figure, reading)
        indicator = listed.get(figure.start) or indicator_of(said, opened=opened)
        if not indicator and found and said.goes_on:
            indicator = next_of_list(said, found[-1].indicator)
        if indicator:
            target = _target(sentence, clause, figure, indicator)
            if due:
                _set_due(target, due)
            found.append(target)
    return found


def _is_no_cost(clause: Clause, said: Sum) -> bool:
    """技改投资突破20亿元, 引进到位资金28亿元: an indicator. 总投资3亿元 is what a work costs."""
    if said.measure in ("none", "done"):
        return True
    before = clause.text[: said.figure.start - clause.start]
    reached = REACH.before(before, len(before))
    return bool(reached) or (said.measure == "paid" and bool(MAKE.every(before)))


def _opened(sentence: Sentence, figure: Figure, reading: Reading) -> bool:
    """Whether a project was named before this figure: its sizes are no promises of their own."""
    said = sentence.text[: figure.start - sentence.start]
    before = [each for each in reading.current if each.name[-5:] not in sentence.text]
    return bool(before) or any(each.name[-5:] in said for each in reading.current)


def _target(sentence: Sentence, clause: Clause, figure: Figure, indicator: str) -> TargetFact:
    behind = clause.text[figure.end - clause.start :]
    comparator = ">=" if figure.comparator == "=" and _FLOOR.match(behind) else figure.comparator
    unit = f"{figure.unit}/{figure.per}" if figure.per and "/" not in figure.unit else figure.unit
    return TargetFact(
        article="",
        kind="quantity",
        indicator=indicator,
        quote=sentence.quote,
        comparator=comparator,  # type: ignore[arg-type]
        value=figure.value,
        unit=unit or "元",
        value_text=sentence.folded.printed(figure.start, figure.end),
    )


def _events(
    sentence: Sentence, clause: Clause, predicate: Predicate, due: Date, reading: Reading
) -> list[TargetFact]:
    """A dated promise without a figure and without a named work: 年内完成…创建."""
    text = _event(clause, predicate)
    named = any(each.name in clause.text for each in reading.current)
    named = named or bool(reading.current and PART_OF_WORK.search(text))
    figures = clause.sizes or clause.sums
    done = predicate.verb in _DONE_BY or _EVENT.search(text)
    if named or figures or not done or _NO_EVENT.search(text):
        return []
    if text in GENERIC or len(text) < 4 or (text.endswith("任务") and len(text) <= 6):
        return []
    found = []
    for indicator in _each_of(text):
        target = TargetFact("", "event", indicator, sentence.quote, stage=predicate.stage)
        _set_due(target, due)
        found.append(target)
    return found


def _event(clause: Clause, predicate: Predicate) -> str:
    """What is to have happened: the object of a verb, else the clause without its date."""
    if predicate.verb:
        return clause.text[predicate.start - clause.start : predicate.end - clause.start].strip()
    asked = _ASKED.search(clause.text)
    return plain(without_number(clause.without_dates(clause.text[asked.end() if asked else 0 :])))


def _each_of(text: str) -> list[str]:
    """甲医院和乙医院二级创建 is one promise for each of the two."""
    left, link, right = text.partition("和")
    kind = left[-2:]
    place = right.find(kind)
    if not link or len(left) < 3 or place < 0:
        return [text]
    tail = right[place + 2 :]
    return [left + tail, right] if tail else [text]


def _set_due(target: TargetFact, due: Date) -> None:
    target.due_text, target.due_on = due.find.text, due.find.due_on
    target.due_precision = due.find.precision
