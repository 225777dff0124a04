"""Which clauses of a sentence promise something, and by when.

A clause is promised by its own word (力争, 要, 确保), by its own date to come, by one that stands
before it in its part of the sentence, by one that closes the part (…,10月底前完成), or by the
heading that the sentence stands under. What is told as done is never promised.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date

from chinese.dates import GONE_BY
from chinese.promises import NO_PROMISE
from chinese.wordlists import any_of, words
from ingest.extraction.clauses.predicates import read_predicate
from ingest.extraction.clauses.saying import tells_growth_aimed_at, without_number
from ingest.extraction.clauses.sentences import Clause, Date, Sentence, segments
from ingest.extraction.words.lists import REACH, one_of
from ingest.extraction.words.moods import Mood, heading_of, labels_in, plans, tense_of

_ALL_ABOVE = re.compile(f"(?:以上|上述|这些)(?:[^,]{{0,4}}{one_of('task')}|均|都|全部)")
_EVERY_TASK = re.compile(f"(?:以上|上述|这些|各项|所有)[^,]{{0,6}}?{one_of('task')}")
_COMPARED = re.compile(any_of(words("moods", "compared")))
_ALTOGETHER = re.compile("共(?!同|产|享|建|青|和|济|性)")
_SOME_ARE_DONE = re.compile("其中[^,]{0,8}已")
# 将建设服务站12个, 该公司将投运…, 停车位再增400个: such a clause promises.
_WILL = re.compile(
    f"(?:还|也|并|又)?将(?![军领士近])|[^,。;]{{0,8}}?(?:还|也|并|又)?(?:将|再|拟|要|必须|须){one_of('will')}"
)
# 保护率要从目前的61%提高到75%: what is to change promises, though it tells how things are.
_IS_TO_CHANGE = re.compile(f"[^,。;0-9]{{2,14}}?[要将][由从](?:{one_of('as it was')}的?)?[0-9]")
_BARE_DEED = re.compile(
    f"{one_of('must by')}?(?:[\u4e00-\u9fff]?{one_of('bare deed')}|"
    f"[\u4e00-\u9fff]{{0,4}}?{one_of('result of a deed')}|落实到[\u4e00-\u9fff]{{1,3}})[”)]?$"
)
_LONGEST_TERM = 16  # characters
_OPENING = 3  # clauses that may stand before the colon of a list
_DEADLINE = re.compile("截[止至]")  # of a notice, and of no work in it
_ADDS_UP = re.compile(f"共{one_of('adds up')}")  # 共检查126家,整改312条
_AS_OF = re.compile("截[至止]")  # 截至9月底已开工1.8万户,竣工1.5万户
_ESTIMATED = re.compile("(?:初步)?预计")  # 1至9月,全旗生产总值预计增长5.1%: not counted out yet
_SAYS = re.compile(one_of("says") + "$")
_MUST_BY = re.compile(f"[^,、0-9]{{1,14}}?{one_of('must by')}[在于到]?")
_OF_A_YEAR = ("year", "done")  # measures of what is spent in a year
# 总长3公里|的石河二桥, 两个|项目: of what is named.
_OF_A_WORK = re.compile("的(?!目标|任务)|(?:重点|重大)?(?:项目|工程)")
_FOR_ALL = re.compile(one_of("all"))


@dataclass(frozen=True)
class Term:
    """Whether a clause promises, and the date that holds for it."""

    promised: bool
    due: Date | None = None


@dataclass(frozen=True)
class Frame:
    """What holds for a sentence from outside: the mood it is read in, a date over or under it."""

    mood: Mood = "ongoing"
    due: Date | None = None
    today: date = date.min
    year: Date | None = None  # the year that the passage speaks of
    before: Date | None = None  # the last day to come of the sentence before
    estimated: bool = False  # whether it gives the figures of a year that is gone


def terms_of(sentence: Sentence, frame: Frame) -> list[Term]:
    """One term for each clause of the sentence, in order."""
    parts = list(segments(sentence.clauses))
    head = head_date(sentence) if frame.due is None else None
    closing = _closing_date(parts[-1]) if len(parts) > 1 and len(parts[-1]) == 1 else None
    found: list[Term] = []
    said, told, under = frame.mood == "planned", began_long_ago(sentence), frame.due
    listed = False  # whether what follows is listed under 完成情况:
    year: Date | None = None  # that the part before this one was promised for
    for part in parts:
        own = _closing_date(part) if len(part) > 1 else None
        standing = year
        for place, clause in enumerate(part):
            dates = read_predicate(clause).dates or _year_of_aims(clause, frame)
            opening = dates[-1] if dates else standing
            nearer = _dealt_with_by(part[place : place + 2]) or own
            due = opening if _plans_its_year(clause) else _nearer(opening, nearer)
            due = due or closing or head or under
            if dates:
                standing = dates[-1] if _stands(clause) else standing
                year = standing if _is_of_the_year(clause, standing) else None
            labels = labels_in(clause.text)
            holds: Mood = "done" if told or _goes_on_telling(sentence, clause) else frame.mood
            gone = _is_of_a_time_gone(clause)
            planned = plans(_ESTIMATED.sub("", clause.text) if told else clause.text, holds)
            planned = planned and not gone
            grows = place > 0 and tells_growth_aimed_at(
                part[place - 1], clause, dated=standing is not None
            )
            compared = not (said or planned or grows or standing)
            compared = compared and _is_compared(part[place : place + 2])
            reported = "done mood" in labels or compared
            reported = reported or ("done" in labels and _AS_OF.search(clause.text) is not None)
            reported = reported or _ADDS_UP.match(clause.text) is not None
            told = (reported or told) and not (planned or dates)
            said = said or planned or _WILL.match(clause.text) is not None
            is_dated = bool(dates or standing or own or closing or head)
            mood: Mood = "planned" if said or is_dated else holds
            if clause.stop == ":" and heading_of(_said_so_far(part[: place + 1])) == "planned":
                said = True
                told_before = date_of_heading(part[: place + 1], frame.today)
                under = told_before or under or frame.year
            counted = told or gone or _is_partly_done(part[place : place + 2])
            counted = counted or (
                not dates and _goes_on_reporting(part[max(0, place - 1) : place + 1])
            )
            heads = clause.stop == ":" and heading_of(clause.text + ":") == "done"
            listed = listed or heads
            counted = counted or (listed and (heads or not (dates or own)))
            tense = "done" if counted else tense_of(clause.text, mood, bool(dates))
            tense = "planned" if _IS_TO_CHANGE.match(clause.text) else tense
            promised = tense == "planned" or (grows and found[-1].promised)
            found.append(Term(promised and not frame.estimated, due))
    return found


def _year_of_aims(clause: Clause, frame: Frame) -> tuple[Date, ...]:
    """全年新增就业3200人, among promises: the year with which the clause begins.

    今年县委农村工作会议要求 tells when the meeting was, and of no term.
    """
    first = clause.dates[0] if clause.dates and frame.mood == "planned" else None
    if first is None or first.start > clause.start + 1 or first.find.precision != "year":
        return ()
    ends_later = first.find.last is not None and first.find.last >= frame.today
    return (as_term(first),) if ends_later and first.find.reason == NO_PROMISE else ()


def _goes_on_telling(sentence: Sentence, clause: Clause) -> bool:
    """入学率99.6%,辍学率控制在2.1%: behind a figure that is only told the next is told too."""
    first = sentence.clauses[0]
    told = clause is not first and bool(first.sizes) and not first.dates
    return told and not plans(first.text, "ongoing") and not REACH.every(first.text)


def _said_so_far(clauses: Sequence[Clause]) -> str:
    """今年承诺的实事中,有三件涉及教育: — a heading may have a comma."""
    return ",".join(each.text for each in clauses[-_OPENING:]) + ":"


def date_of_heading(clauses: Sequence[Clause], today: date) -> Date | None:
    """The year or term that a heading names, if it is still to end: 会议明确今年目标:…"""
    dates = [each for clause in clauses for each in clause.dates]
    ahead = [each for each in dates if each.find.last and each.find.last >= today]
    return as_term(ahead[-1]) if ahead else None


def as_term(day: Date) -> Date:
    """2016年是开局之年。主要目标是:… — a year that is only named becomes the term of the aims."""
    return replace(day, find=replace(day.find, is_due=True, reason=""))


def closes_all(sentence: Sentence) -> Date | None:
    """The date of 以上事项11月底前全部兑现, which holds for what was listed before it."""
    return first_due(sentence) if _ALL_ABOVE.match(sentence.text) else None


def is_only_a_term(sentence: Sentence) -> Date | None:
    """The date of a sentence that says no more than 3月底前完成, of what was told before it."""
    if len(sentence.clauses) != 1:
        return None
    clause = sentence.clauses[0]
    dates = read_predicate(clause).dates
    if not dates or not dates[-1].find.due_on or clause.sizes or clause.sums:
        return None
    if len(clause.text) > _LONGEST_TERM:
        return None
    ends = read_predicate(clause).stage == "completed" or _is_said_of_all(clause)
    return dates[-1] if ends and read_predicate(clause).says_nothing_new else None


def for_all(clause: Clause) -> Date | None:
    """The date of 6月底前全部完成, which holds for all that its sentence told before it."""
    predicate = read_predicate(clause)
    if not predicate.dates or clause.sizes:
        return None
    summed_up = _EVERY_TASK.match(clause.text)
    told = predicate.says_nothing_new and _FOR_ALL.search(clause.text)
    return predicate.dates[-1] if told or summed_up else None


def first_due(sentence: Sentence) -> Date | None:
    """The first date of a sentence by which something is due."""
    dates = [each for clause in sentence.clauses for each in clause.dates if each.find.is_due]
    return dates[0] if dates else None


def _is_compared(clauses: Sequence[Clause]) -> bool:
    """增长9.3%,比去年同期快1.1个百分点: what is compared with the year before has happened.

    要完成投资4.4亿元,比去年增加1.2亿元: unless it is asked for.
    """
    return any(_COMPARED.search(clause.text) for clause in clauses)


def _is_of_a_time_gone(clause: Clause) -> bool:
    """上半年分别完成61%、72%: the year that stands before it does not promise it."""
    first = clause.dates[0] if clause.dates else None
    begins = first is not None and first.start - clause.start <= 1
    return begins and first is not None and first.find.reason == GONE_BY


def _goes_on_reporting(clauses: Sequence[Clause]) -> bool:
    """已储备猪肉320吨,并发放消费券300万元: what is added to a report is reported."""
    first, last = labels_in(clauses[0].text), labels_in(clauses[-1].text)
    adds = len(clauses) > 1 and clauses[-1].text.startswith("并")
    return adds and "done" in first and not ("planned" in first or "planned" in last)


def _is_partly_done(clauses: Sequence[Clause]) -> bool:
    """今年共改造市场4个,其中3个已投用: what is told of as done in part was counted."""
    altogether = _ALTOGETHER.search(clauses[0].text) is not None
    return altogether and _SOME_ARE_DONE.match(clauses[-1].text) is not None


def began_long_ago(sentence: Sentence) -> bool:
    """2006年,县里关停采砂船四十七条: a sentence that begins with a time gone by reports."""
    first = _first_told(sentence)
    gone = [each for each in first.dates if each.find.reason == GONE_BY] if first else []
    return bool(gone) and first is not None and gone[0].start - first.start <= 2


def _nearer(opening: Date | None, closing: Date | None) -> Date | None:
    """今年新建10座,10月底前完工: the closing month says more than the opening year.

    今年完成工程量的60%,2027年8月完工: but not one of another year.
    """
    if opening is None or closing is None:
        return opening or closing
    ends, year = closing.find.last, opening.find.last
    later = ends is not None and year is not None and ends > year
    return closing if opening.find.precision == "year" and not later else opening


def _plans_its_year(clause: Clause) -> bool:
    """今年计划完成投资2500万元,2027年4月完工: what a year is to bring is due with that year."""
    dates = read_predicate(clause).dates
    yearly = bool(dates) and dates[-1].find.precision == "year"
    return yearly and any(each.measure in _OF_A_YEAR for each in clause.sums)


def _stands(clause: Clause) -> bool:
    """Whether the date of a clause holds for the clauses after it: it begins it, or is all."""
    first = clause.start + len(clause.text) - len(without_number(clause.text))
    opens = bool(clause.dates) and clause.dates[0].start - first <= 1  # 即到2016年
    opens = opens or _sets_a_term(clause)
    return opens or read_predicate(clause).says_nothing_new or _counts_something(clause)


def _counts_something(clause: Clause) -> bool:
    """8月底前新建站房3座; but of 总长3公里的石河二桥9月合龙 the figure only tells of the bridge."""
    ends = [each.end for each in (*clause.sizes, *(sum_.figure for sum_ in clause.sums))]
    return any(not _OF_A_WORK.match(clause.text, end - clause.start) for end in ends)


def _sets_a_term(clause: Clause) -> bool:
    """全县要在12月20日前完成筹资任务,参合率达到96%: who must do it stands before the date.

    城南水厂计划9月开工,…: the stage of a work holds for that work alone.
    """
    if not clause.dates or read_predicate(clause).stage:
        return False
    return _MUST_BY.fullmatch(clause.text[: clause.dates[0].start - clause.start]) is not None


def head_date(sentence: Sentence) -> Date | None:
    """The date with which a sentence begins holds for all its parts."""
    first = _first_told(sentence)
    dates = [each for each in first.dates if each.find.is_due] if first else []
    return dates[0] if first and dates and dates[0].start - first.start <= 2 else None


def _first_told(sentence: Sentence) -> Clause | None:
    """The first clause, but for one that only tells who speaks: 会议明确,今年油菜面积扩大…

    Behind a colon the list begins: 县里立下军令状:年底前,…
    """
    first, second = (*sentence.clauses[:2], None, None)[:2]
    if first is None or second is None or first.sizes or _is_dated(first):
        return first
    opens = list(sentence.clauses[:_OPENING])
    lists = [place for place, each in enumerate(opens) if each.stop == ":"]
    if lists and not any(each.sizes or _is_dated(each) for each in opens[: lists[0] + 1]):
        return (*sentence.clauses[lists[0] + 1 :], first)[0]
    return second if _SAYS.search(first.text) else first


def _is_dated(clause: Clause) -> bool:
    return any(each.find.is_due for each in clause.dates)


def _closing_date(part: Sequence[Clause]) -> Date | None:
    """…铺设管道46公里,6月底前完成: the date at the end holds for what has none of its own."""
    last = part[-1]
    if last.sizes or last.sums or _DEADLINE.search(last.text):
        return None
    predicate = read_predicate(last)
    of_all = predicate.says_nothing_new or _is_said_of_all(last)
    return predicate.dates[-1] if predicate.dates and of_all else None


def _is_of_the_year(clause: Clause, standing: Date | None) -> bool:
    """今年目标是240亿元;新签约项目20个: the year holds on; 2010年底达产 holds for the work."""
    yearly = standing is not None and standing.find.precision == "year"
    return yearly and read_predicate(clause).stage is None


def _dealt_with_by(clauses: Sequence[Clause]) -> Date | None:
    """补栽4300株,清明前栽齐,…: the next clause tells by when a count is dealt with."""
    counted = any(each.kind != "percent" for each in clauses[0].sizes)
    return _closing_date(clauses) if counted and len(clauses) > 1 else None


def _is_said_of_all(clause: Clause) -> bool:
    """8月底前全部开餐, 7月底前到岗: behind the date a deed of all that were counted."""
    said = clause.text[clause.dates[-1].end - clause.start :] if clause.dates else ""
    begins = bool(clause.dates) and clause.dates[0].start - clause.start <= 1
    return _FOR_ALL.match(said) is not None or (begins and _BARE_DEED.match(said) is not None)
