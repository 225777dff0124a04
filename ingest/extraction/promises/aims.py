"""Clauses that promise by what they are listed under, or by a verb that only aims.

局长掰开讲:淘汰黄标车420辆                 of a year to come, where the sentence before spoke of it
全镇立了三块“军令牌”:填平污水坑9个        what is listed under a pledge
三件跟孩子有关:建幼儿园6所                 the next part of a list that was promised
全年货运量冲540万吨                         a verb that tells of no deed that is done
现公开招聘讲解员6名                         people who are called for
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from datetime import date

from ingest.extraction.clauses.sentences import Clause, Date, Sentence
from ingest.extraction.clauses.terms import Frame, Term, as_term, date_of_heading
from ingest.extraction.words.lists import one_of
from ingest.extraction.words.moods import labels_in
from ingest.proposal import TargetFact

# … 定下3项:…, as a pledge is
_PLEDGE = re.compile(
    f"{one_of('pledge')}|{one_of('sets down')}了?[0-9一二两三四五六七八九十]+[件项条]"
)
_SAYS_ALOUD = re.compile(one_of("says", "says aloud") + "$")
_AIMS_ALONE = re.compile(
    f"{one_of('aims alone')}(?:近|约|超)?[0-9]|争取[^,、]{{0,12}}?(?:不少于|不低于)[0-9]"
)
_TO_DO_MORE = re.compile(f"(?:(?<![主重必紧首需])要|还将|拟)再?{one_of('make')}[^,]{{0,4}}?[0-9]")
# 秋季将招收新生270名: 将 before a deed and how much of it; 将培训教材1200册送到 is 把.
_WILL_DO = re.compile(
    f"(?<!即)将{one_of('make')}[^,、0-9]{{0,10}}?[0-9.]+[万亿余多]?[^,、0-9]{{1,4}}(?:$|、)"
)
# 现面向社会公开招聘讲解员6名: who is called for is still to come.
_CALLS_FOR = re.compile(
    f"(?:{one_of('before a call for people')})[^,、0-9]{{0,12}}?{one_of('calls for people')}"
    "[^,、0-9]{0,16}[0-9]+(?:余|多)?[名人]"
)
_PART_OF_A_LIST = re.compile("[一二三四五六七八九十两]+[件项][^,;:0-9]{0,12}")
_KEPT = re.compile("已[^,:]{0,4}" + one_of("kept"))  # 军令状已全部兑现:
_TOOK_ON = re.compile("(?<=[立定签列排])了")  # 立了三块“军令牌”
_AMONG_WHAT_WAS_SET = re.compile(
    "(?:其中)?(?:主要)?(?:包括|包含)(?:了|有)?|具体(?:包括|内容)?为?|分别(?:是|为)"
)
_WHAT_WAS_SET = re.compile(one_of("task of all"))
_THEN = re.compile("届时|到时|那时")
_WIDE = ("year", "half-year", "quarter")
_SOON = 8  # characters
_WE = re.compile("(?:我们|全[县市区镇乡])?(?:还|也)?[要将]")
_OF_A_PART = re.compile("前|以来|的|是|第一|首|底|初")  # 今年前九个月
_BEGINS = re.compile(one_of("begins a work"))
_NOTHING_NEW = re.compile(
    f"(?:全部|全面|基本|正式)?(?:[\u4e00-\u9fff]{{1,4}}|完成(?:全部)?{one_of('all of a work')})"
)
_BEHIND, _WHO = 4, 4  # clauses, characters
_OPENING = 3  # clauses


def with_aims(
    sentence: Sentence, terms: Sequence[Term], frame: Frame, before: Sequence[TargetFact]
) -> list[Term]:
    """The terms of a sentence, with those clauses promised that these rules know.

    `before` are the targets of the sentences before it.
    """
    head = _head_of(sentence.clauses)
    under = _promised_under(sentence.clauses[: head + 1], frame, before) if head >= 0 else None
    kept = head >= 0 and _KEPT.search(sentence.clauses[head].text) is not None
    found: list[Term] = []
    for place, (clause, term) in enumerate(zip(sentence.clauses, terms, strict=True)):
        listed = under is not None and place > head
        aimed = not _is_told(clause) and (listed or _aims_by_itself(clause))
        promised = term.promised or aimed
        if kept and place > head and not clause.dates:
            promised = False
        due = term.due or (under[0] if under is not None and place > head else None)
        due = _due_of(sentence, place, due, frame) if promised else due
        found.append(Term(promised, due))
    return found


def _due_of(sentence: Sentence, place: int, due: Date | None, frame: Frame) -> Date | None:
    """The date of a promised clause: its own year, the day that 届时 means, one that closes it."""
    own = _own_term(sentence.clauses[place], due, frame.today)
    due = own or _of_then(sentence.clauses, place, frame) or due
    due = _closing(sentence.clauses, place, due) or due
    return due or _of_the_next_year(sentence, frame)


def _own_term(clause: Clause, day: Date | None, today: date) -> Date | None:
    """今年先改40家,明年全部完成: the year that a clause begins with is its own.

    Of a promise it is the term, though by itself it might only be named: 全年货运量冲540万吨.
    """
    first = clause.dates[0] if clause.dates else None
    if first is None or len(clause.dates) > 1 or first.start - clause.start > _SOON:
        return None
    last = first.find.last
    if first.find.precision not in _WIDE or last is None or last < today:
        return None
    if _OF_A_PART.match(clause.text, first.end - clause.start):
        return None
    holds = day is None or (day.find.precision == "year" and day.find.last != last)
    return as_term(first) if holds else None


def _of_then(clauses: Sequence[Clause], place: int, frame: Frame) -> Date | None:
    """预计6月底前开餐,届时日供餐能力将达到500份: the day that the clause before names.

    12月底前投用。届时,床位将达到800张: or the sentence before.
    """
    alone = place > 0 and _THEN.fullmatch(clauses[place - 1].text) is not None
    if not alone and not _THEN.match(clauses[place].text):
        return None
    then = place - alone
    if not then:
        return frame.before
    due = [each for each in clauses[then - 1].dates if each.find.is_due]
    return due[-1] if due else None


def _closing(clauses: Sequence[Clause], place: int, day: Date | None) -> Date | None:
    """投放单车800辆,设停放点60处,力争4月中旬上路: a date behind that closes what is counted.

    It says more than the year. A beginning (5月开工) closes nothing.
    """
    if day is not None and day.find.precision != "year":
        return None
    counted = [each for each in clauses[place].sizes if each.kind != "percent"]
    if not counted or clauses[place].stop == ";":
        return None
    for each in clauses[place + 1 : place + 1 + _BEHIND]:
        due = [found for found in each.dates if found.find.is_due]
        if due:
            said = each.text[due[-1].end - each.start :]
            short = _NOTHING_NEW.fullmatch(said) is not None and due[-1].find.precision != "year"
            begins = due[0].start - each.start <= _WHO and _BEGINS.search(each.text) is None
            return due[-1] if short and begins else None
        if each.stop == ";" or not each.sizes or "(" in each.text:
            return None
    return None


def _of_the_next_year(sentence: Sentence, frame: Frame) -> Date | None:
    """明年是撤县设市的冲刺年。我们要把财政收入做到6.8亿元: all that is promised is of that year."""
    year = frame.year
    first = year.find.first if year is not None and _WE.match(sentence.text) else None
    return year if first is not None and first.year == frame.today.year + 1 else None


def _head_of(clauses: Sequence[Clause]) -> int:
    """The place of the clause with the colon under which a sentence lists, or -1."""
    heads = [place for place, each in enumerate(clauses[:_OPENING]) if each.stop == ":"]
    return heads[0] if heads and heads[0] < len(clauses) - 1 else -1


def _promised_under(
    head: Sequence[Clause], frame: Frame, before: Sequence[TargetFact]
) -> tuple[Date | None] | None:
    """The date (or none) of what is listed under a head, or nothing if it promises nothing."""
    last = head[-1].text
    if frame.mood == "done" or "done" in labels_in(_TOOK_ON.sub("", last)):
        return None
    if _PLEDGE.search(last):
        return (date_of_heading(head, frame.today),)
    to_come = frame.year is not None and (frame.year.find.first or frame.today) > frame.today
    if to_come and _SAYS_ALOUD.search(last):
        return (frame.year,)
    if before and (_PART_OF_A_LIST.fullmatch(last) or _goes_on(last, before[-1])):
        return (frame.year,)
    return None


def _goes_on(head: str, last: TargetFact) -> bool:
    """2012年为民办的15件实事敲定。其中包括:…"""
    return bool(_AMONG_WHAT_WAS_SET.fullmatch(head) and _WHAT_WAS_SET.search(last.indicator))


def _aims_by_itself(clause: Clause) -> bool:
    ways = (_AIMS_ALONE, _TO_DO_MORE, _WILL_DO, _CALLS_FOR)
    return any(way.search(clause.text) is not None for way in ways)


def calls_for_people(clause: Clause) -> bool:
    """现面向社会公开招聘讲解员6名"""
    return _CALLS_FOR.search(clause.text) is not None


def _is_told(clause: Clause) -> bool:
    return "done" in labels_in(clause.text) and not _TO_DO_MORE.search(clause.text)
