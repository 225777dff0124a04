"""What is held on a day that is to come, and what closes on it.

社区邻里节将于9月20日在南湖广场开幕      what is held
10月8日闭幕                              … of what the clause before held
报名截止时间为9月25日17时                what closes
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from datetime import date

from chinese.dates import GONE_BY, UNLIKE_A_TERM
from ingest.extraction.clauses.saying import plain, without_number
from ingest.extraction.clauses.sentences import Clause, Date, Sentence
from ingest.extraction.clauses.terms import as_term
from ingest.extraction.promises.targetfacts import event_of
from ingest.extraction.words.lists import BODY, one_of
from ingest.extraction.words.moods import labels_in
from ingest.proposal import TargetFact

_TIME = (
    f"(?:{one_of('time of a day')}|[0-9]{{1,2}}[时点:][0-9]{{0,2}}[分半]?整?|"
    "当天|左右|[(][^()]*[)])*+"
)
_ONLY_A_TIME = re.compile(_TIME)
_WHERE = "(?:(?:在|于)[^,;。0-9]{2,24}?)?"
_HELD = f"{one_of('held on a day')}(?!{one_of('is not held')})"
_BY_IT = re.compile(f"{one_of('leads to a date', 'sets a day for it')}++$")
_BEHIND = re.compile(
    f"{_TIME},?(?:将|正式)?{_WHERE}(?:正式|集中)?(?P<held>{_HELD})(?P<what>[^,;。0-9:]*)"
)
_WHAT_BEHIND = re.compile(
    f"{_TIME},?(?P<what>(?!在|于|将|前|起|底)[^,;。0-9在将]{{2,20}}?)将?{_WHERE}(?:正式)?(?P<held>{_HELD})$"
)
_OF_THE_SAME = re.compile(one_of("held of the same"))
_CLOSING = "截止"
_CLOSES = re.compile(
    f"(?P<what>[^,;。:0-9]{{2,14}})(?P<end>{_CLOSING})(?:时间|日期)?(?:为|是|定?[于在])?$"
)
_SET_FOR = re.compile(f"(?P<held>{one_of('held on a day')})(?:时间|日期)(?:为|是|定?[于在]|暂定)?$")
_WHO_SAYS = re.compile(f".*{one_of('says', 'asked')}")
_IS_SET = re.compile(f"^(?P<held>{_HELD})(?:定|暂定|安排|初步定)[于在]$")
_HOLDS_IT = re.compile(one_of("holds it"))
_NEEDS_A_SUBJECT = re.compile(f"{one_of('holds it', 'needs a subject')}")
_TOLD_OF_IT = re.compile("[0-9].*的|.{16,}的")
_NO_NAME = re.compile(f"{one_of('holds no occasion')}$")
_NOT = "", ""
_SOON = frozenset(("day", "ten-days", "month"))
_SHORTEST, _LONGEST, _NEAR = 2, 20, 60  # characters
_FEW = 4  # dates of a clause


def occasions(sentence: Sentence, today: date, found: Sequence[TargetFact]) -> list[TargetFact]:
    """What a sentence says to be held or to close, on days of which no other rule tells."""
    known = {each.due_text for each in found}
    told: list[TargetFact] = []
    subject = ""
    for place, clause in enumerate(sentence.clauses):
        for day in clause.dates[:_FEW]:
            what, held = _held_on(sentence.clauses, place, day) if _is_to_come(day, today) else _NOT
            if _OF_THE_SAME.fullmatch(held):
                what = what or subject
            subject = what if what and held != _CLOSING else subject
            alone = not what and _NEEDS_A_SUBJECT.fullmatch(held)
            if held and not alone and day.find.text not in known:
                told.append(event_of(sentence, what + held, as_term(day)))
                known.add(day.find.text)
                clause.is_sure = True
    return told


def _is_to_come(day: Date, today: date) -> bool:
    last = day.find.last
    if last is None or last < today or day.find.reason == GONE_BY:
        return False
    return day.find.precision in _SOON


def _held_on(clauses: Sequence[Clause], place: int, day: Date) -> tuple[str, str]:
    """What is held on a day, and how that is told: 邻里节, 开幕. Two empty texts for nothing."""
    clause = clauses[place]
    at, end = day.start - clause.start, day.end - clause.start
    before, behind = clause.text[max(0, at - _NEAR) : at], clause.text[end : end + _NEAR]
    if not before and place and clauses[place - 1].stop == ":":
        before = clauses[place - 1].text[-_NEAR:]  # 开标时间:6月2日
        return _closes(before) or _set_for(before) or _NOT
    if _ONLY_A_TIME.fullmatch(behind) and clause.stop == "," and place + 1 < len(clauses):
        follows = clauses[place + 1]
        behind = "" if follows.dates else follows.text[:_NEAR]
    if closes := _closes(before):
        return closes
    may_be = _may_be_held(day) and "done" not in labels_in(clause.text)
    return (may_be and (_set_for(before) or _held_by(before, behind))) or _NOT


def _may_be_held(day: Date) -> bool:
    """What is held says more of a day than how such days are mostly printed."""
    return day.find.is_due or day.find.reason == UNLIKE_A_TERM


def _closes(before: str) -> tuple[str, str] | None:
    """报名截止时间为9月25日"""
    found = _CLOSES.search(before)
    what = _name(found["what"]) if found else ""
    return (what, found["end"]) if found and what else None


def _set_for(before: str) -> tuple[str, str] | None:
    """笔试时间为3月31日, 面试定于5月2日"""
    found = _SET_FOR.search(before) or _IS_SET.search(before)
    return ("", found["held"]) if found else None


def _held_by(before: str, behind: str) -> tuple[str, str] | None:
    """邻里节将于|9月20日|在南湖广场开幕, 9月6日|枸杞节开幕, 6月28日|笔试"""
    what = _name(_BY_IT.sub("", before))
    if found := _BEHIND.match(behind):
        held, whom = found["held"], found["what"]
        if behind[found.end() :][:1].isdigit():
            return None  # 公开拍卖厂区土地40亩: of how much it is told
        if whom and _HOLDS_IT.fullmatch(held) and whom[0] != "的":
            return "", held + (whom if len(whom) <= _LONGEST else "")  # 县法院|6月2日|拍卖旧厂房
        return None if whom else (what, held)
    if (found := _WHAT_BEHIND.match(behind)) and not what:
        return _name(found["what"]), found["held"]
    return None


def _name(text: str) -> str:
    """What is held, as it is called; the body that holds it is none."""
    name = plain(without_number(_WHO_SAYS.sub("", text)))
    if _TOLD_OF_IT.search(name):
        name = name.rpartition("的")[2]  # 原定8月14日举行的面试
    fits = _SHORTEST <= len(name) <= _LONGEST and not BODY.before(name, len(name))
    return name if fits and not _NO_NAME.search(name) else ""
