"""What is to be done day by day, where a sentence lists its days.

3月1日,县乡药品统一采购;6月30日,村医纳入乡镇卫生院管理      a day, and behind it what it brings
12月18日食堂停伙;21日前更换电路;12月25日恢复供餐              … or in its own clause
砖窑拆除,八月底前;猪场搬迁,九月底                            what is done, and its day
"""

from __future__ import annotations

import re
from collections.abc import Sequence

import rjieba

from ingest.extraction.clauses.sentences import Clause, Date, Sentence, segments
from ingest.extraction.promises.targetfacts import event_of
from ingest.extraction.words.lists import HEADS, one_of
from ingest.extraction.words.moods import labels_in, stage_words
from ingest.extraction.works.projects import Reading
from ingest.proposal import TargetFact

_DAY = re.compile(f"[“ ]?(?:{one_of('leads to a date')})?")
_FROM_IT = re.compile(f"(?:{one_of('leads from a date')})+")
_DEED = re.compile("[^,;:。、]{4,24}")
_NO_DEED = re.compile(one_of("no event"))
_A_LIST = 2  # days
_PRECISE = ("day", "ten-days", "month")


def days_of_a_list(
    sentence: Sentence, reading: Reading, found: Sequence[TargetFact]
) -> list[TargetFact]:
    """What a sentence that lists days promises for each, where no other rule has read it."""
    parts = [_behind_its_head(part) for part in segments(sentence.clauses)]
    known = {each.due_text for each in found}
    told: list[TargetFact] = []
    for which, deed_of in ((_day_that_begins, _deed_behind), (_day_that_ends, _deed_before)):
        days = [(day, part) for part in parts if (day := which(part))]
        for day, part in days if len(days) >= _A_LIST else ():
            deed = "" if day.find.text in known else deed_of(day, part)
            if deed and not _is_told_of_a_work(deed, reading):
                told.append(event_of(sentence, deed, day))
    return told


def _behind_its_head(part: Sequence[Clause]) -> Sequence[Clause]:
    """6月8日起,… of 会议定下三条:6月8日起,…"""
    heads = [place for place, each in enumerate(part) if each.stop == ":"]
    return part[heads[-1] + 1 :] if heads else part


def _day_that_begins(part: Sequence[Clause]) -> Date | None:
    """The day with which a part begins, if something is due by it."""
    first = part[0].dates[0] if part and part[0].dates else None
    if first is None or not first.find.is_due or first.find.precision not in _PRECISE:
        return None
    return first if _DAY.fullmatch(part[0].text, 0, first.start - part[0].start) else None


def _day_that_ends(part: Sequence[Clause]) -> Date | None:
    """八月底前 of 砖窑拆除,八月底前"""
    day = _day_that_begins(part[1:]) if len(part) == 2 else None
    return day if day and not _behind(part[1]) else None


def _deed_before(day: Date, part: Sequence[Clause]) -> str:
    """The 砖窑拆除 of 砖窑拆除,八月底前, or nothing."""
    return _deed_of(part[0], part[0].text) if not part[0].dates else ""


def _deed_behind(day: Date, part: Sequence[Clause]) -> str:
    """The 食堂停伙 of 12月18日食堂停伙, the 村医纳入管理 of 6月30日,村医纳入管理, or nothing."""
    if behind := _behind(part[0]):
        return _deed_of(part[0], behind) if len(part[0].dates) == 1 else ""
    next_one = part[1] if len(part) > 1 and not part[1].dates else None
    return _deed_of(next_one, next_one.text) if next_one else ""


def _behind(clause: Clause) -> str:
    """What a clause says behind its first day."""
    return _FROM_IT.sub("", clause.text[clause.dates[0].end - clause.start :], count=1)


def _deed_of(clause: Clause, text: str) -> str:
    told = clause.figures or _NO_DEED.match(text) or "done" in labels_in(text)
    if told or not _DEED.fullmatch(text):
        return ""
    acts = any(tag[0] == "v" for _, tag in rjieba.tag(text))
    return text if acts else ""


def _is_told_of_a_work(deed: str, reading: Reading) -> bool:
    """六月底,民俗馆封顶: a stage of a work, whether it was named before or is now."""
    if any(each.name in deed for each in reading.current):
        return True
    return bool(stage_words(deed)) and bool(reading.current or HEADS.every(deed))
