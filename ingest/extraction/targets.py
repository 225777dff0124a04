"""Targets: what is promised with a number or a date and is no stage of a named project.

粮食产量稳定在19万吨以上    an indicator reaches a figure
新增5个照料中心             a verb of making, a figure, a thing
实施重点项目14个            a verb of making, a thing, a figure
"""

from __future__ import annotations

import re
from collections.abc import Sequence

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
from ingest.extraction.lists import GENERIC, REACH, one_of
from ingest.extraction.moods import labels_in
from ingest.extraction.predicates import Predicate, read_predicate
from ingest.extraction.projects import Reading
from ingest.extraction.sentences import Clause, Date, Sentence, Sum
from ingest.extraction.terms import Frame, closes_all, for_all, terms_of
from ingest.proposal import TargetFact

# 争取专项债券25亿元: money that is to be got.
_RAISED = re.compile("(?:引进|招引|争取|发行|利用|吸引|完成|实现)[^,、]{0,14}$")
_AIMED_MONEY = re.compile(
    "(?:引进|招引|争取)[^,、]{0,6}(?:到位)?资金(?:突破|达到|超过)?$|到位资金(?:突破|达到|超过)$|"
    "完成[^,、]{0,8}投资(?:突破|达到|超过)?$|投资(?:突破|达到)$"
)
_DONE_BY = ("完成", "全面完成", "按期完成", "确保完成")
_BY = "(?:须|要|应|务必|必须|将)?[在于]"  # 须在11月20日前通过验收
_STARTS = re.compile(
    "[日时点号]起|是[0-9]{2,4}年?[0-9]*月"
)  # 将于10月11日起入户: it begins, and is not done by then
_NO_EVENT = re.compile(r"^(?:请|凡|不|如|对|未)|艰巨|繁重|困难|的单位|罚款|停产|报送|举报")
_FLOOR = re.compile(r"[^,。;]{0,6}(?:红线|底线)")
_END = re.compile(one_of("event that ends") + "$")
# What is done with all that was counted, behind a date: 4月底前|全部治理到位.
_DEALT_WITH = re.compile(
    f"^(?:必须|要|须|再|将)?(?:{one_of('all', 'piece by piece', 'event that ends')})|到位$"
)
# … and with what was measured: 淤泥外运4.6万方,8月15日|扫尾.
_FINISHED = re.compile(one_of("finished") + "$")
_MEASURES = ("area", "volume", "length")
_WORKS = re.compile("[^,、]{0,4}?" + one_of("any work"))
_THING = re.compile("[^0-9,。;:、()“”的要由]{1,12}")
_BARE_END = re.compile(f"{one_of('before a bare end')}*(?:到位|{one_of('finished')})")
_SUBJECT = re.compile("[^0-9,。;:已未共约]{2,12}(?=已|未|共|约|[0-9])")
_LONGEST_DEED, _WHO, _BACK = 14, 6, 2  # characters, characters, clauses
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
        if quantities or not due:
            continue
        if not _is_left_to_do(sentence, clause, due, reading, found):
            found += _events(sentence, clause, predicate, due, reading)
    return found


def _is_left_to_do(
    sentence: Sentence, clause: Clause, due: Date, reading: Reading, found: list[TargetFact]
) -> bool:
    """Of 排查出隐患点87处,4月底前全部治理到位: what was counted before is to be dealt with."""
    deed = _deed_of_all(clause)
    kinds = ("count", *_MEASURES) if _DEALT_WITH.search(deed) else _MEASURES
    counted = _counted_before(sentence, clause, reading, kinds) if deed else None
    if counted is None:
        return False
    before, figure = counted
    told = [each for each in found if each.value == figure.value]
    if not told:
        thing = _THING.match(before.text, figure.end - before.start)
        told = [_target(sentence, before, figure, (thing[0] if thing else "") + deed)]
        found += told
    for each in told:
        _set_due(each, due)
    return True


def _deed_of_all(clause: Clause) -> str:
    """The 全部治理到位 of a clause that begins with its date, or nothing."""
    if clause.sizes or clause.sums or not clause.dates or not clause.dates[-1].find.is_due:
        return ""
    if clause.dates[0].start - clause.start > _WHO:
        return ""
    deed = clause.text[clause.dates[-1].end - clause.start :].strip("”)")
    ends = _DEALT_WITH.search(deed) or _FINISHED.search(deed)
    return deed if ends and len(deed) <= _LONGEST_DEED else ""


def _counted_before(
    sentence: Sentence, clause: Clause, reading: Reading, kinds: Sequence[str]
) -> tuple[Clause, Figure] | None:
    """The nearest count in the clauses before this one, in its part of the sentence."""
    place = sentence.clauses.index(clause)
    for before in reversed(sentence.clauses[max(0, place - _BACK) : place]):
        if before.stop in (";", ":"):
            return None
        counts = [f for f in before.sizes if f.kind in kinds and f.value is not None]
        counts = [f for f in counts if (f.start, f.end) not in reading.used]
        if reading.current and any(_of_works(before, f) for f in counts):
            return None  # 两个项目,10月底前全部投产
        if counts:
            is_left = "done" not in labels_in(before.text)
            return (before, counts[0]) if is_left else None
    return None


def _of_works(clause: Clause, figure: Figure) -> bool:
    return _WORKS.match(clause.text, figure.end - clause.start) is not None


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
    sums = [s.figure for s in clause.sums if _is_no_cost(clause, s)]
    aimed = [s.figure for s in clause.sums if _is_aimed(clause, s)]
    figures = sorted(
        (
            each
            for each in (*clause.sizes, *sums)
            if each.value is not None
            and ((each.start, each.end) not in reading.used or each in aimed)
        ),
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


def _is_aimed(clause: Clause, said: Sum) -> bool:
    """全年引进到位资金30亿元, 年内完成投资45亿元: an aim, whatever work is told of beside it."""
    return _AIMED_MONEY.search(clause.text[: said.figure.start - clause.start]) is not None


def _is_no_cost(clause: Clause, said: Sum) -> bool:
    """技改投资突破20亿元, 引进到位资金28亿元: an indicator. 总投资3亿元 is what a work costs."""
    if said.measure in ("none", "done"):
        return True
    if said.measure == "part" and said.figure.number_start > said.figure.start:
        return said.figure.comparator == ">="  # 其中省外资金不低于42亿元
    before = clause.text[: said.figure.start - clause.start]
    reached = REACH.before(before, len(before))
    return bool(reached) or (
        said.measure in ("paid", "part") and _RAISED.search(before) is not None
    )


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
    starts = _STARTS.search(clause.text)
    if named or figures or not done or starts or _NO_EVENT.search(text):
        return []
    if text in GENERIC or (text.endswith("任务") and len(text) <= 6) or "前" in text[1:-1]:
        return []
    if _BARE_END.fullmatch(text):  # 春季造林已完成2.9万亩,预计4月中旬基本结束
        text = _subject_before(sentence, clause) + text
    if len(text) < 4 or _BARE_END.fullmatch(text):
        return []
    found = []
    for indicator in _each_of(text):
        target = TargetFact("", "event", indicator, sentence.quote, stage=predicate.stage)
        _set_due(target, due)
        found.append(target)
    return found


def _subject_before(sentence: Sentence, clause: Clause) -> str:
    """What the clause before tells of: the 春季造林 of 春季造林已完成2.9万亩."""
    place = sentence.clauses.index(clause)
    said = _SUBJECT.match(plain(sentence.clauses[place - 1].text)) if place else None
    return said[0] if said else ""


def _event(clause: Clause, predicate: Predicate) -> str:
    """What is to have happened: the object of a verb, else the clause without its date."""
    if predicate.verb:
        return clause.text[predicate.start - clause.start : predicate.end - clause.start].strip()
    asked = _ASKED.search(clause.text)
    said = clause.text[asked.end() if asked else 0 :]
    for each in clause.dates:
        said = re.sub(f"{_BY}{re.escape(each.find.text)}", "", said)
    return plain(without_number(clause.without_dates(said)))


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
