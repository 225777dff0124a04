"""The day that a sentence prints for a stage that was reached: 今年8月动工,10月20日投用. Pure.

Read strictly: the day stands in the clause of the stage, or alone before it; one that is promised,
lies ahead, or belongs to another stage is none. Without one the stage is as old as the report.
"""

from __future__ import annotations

import re
from datetime import date

from chinese.dates import find_dates
from chinese.finds import DateFind
from ingest.extraction.words.moods import stage_words

_STOPS = re.compile("[,，;；:：。!！?？]")
_PROMISED = re.compile("计划|预计|拟|将|力争|争取|确保|要求|有望|目标|原定")
_ALONE = re.compile("^[,，]")
_WORDS_OF_A_NAME = (
    14  # 11月20日,河东冷链园项目|开工: what may stand between a day alone and its stage
)


def day_of_stage(sentence: str, stage: str, issued: date) -> DateFind | None:
    """The printed day of the first word for a stage that has one, else None."""
    days = [
        each
        for each in find_dates(sentence, issued)
        if each.first is not None and each.first <= issued
    ]
    words = stage_words(sentence)
    for place, word, told in words:
        if told != stage:
            continue
        before = max((at + len(other) for at, other, _ in words if at < place), default=0)
        own = [each for each in days if before <= each.start and each.end <= place]
        if own and _belongs(sentence, own[-1], place):
            return own[-1]
        behind = [each for each in days if _follows(sentence, place + len(word), each)]
        if behind:
            return behind[0]
    return None


def _belongs(sentence: str, day: DateFind, place: int) -> bool:
    """Whether what stands between a day and a stage leaves them together."""
    between = sentence[day.end : place]
    if _PROMISED.search(between) or _PROMISED.search(_clause_before(sentence, day.start)):
        return False
    if _ALONE.match(between) and not _clause_before(sentence, day.start):
        between = between[1:]
        return len(between) <= _WORDS_OF_A_NAME and not _STOPS.search(between)
    return not _STOPS.search(between)


def _clause_before(sentence: str, start: int) -> str:
    """What stands before a day in its own clause."""
    return _STOPS.split(sentence[:start])[-1].removeprefix("本报讯").strip()


def _follows(sentence: str, end: int, day: DateFind) -> bool:
    """开工于2025年8月"""
    return sentence[end : day.start] == "于"


def last_day(day: DateFind, issued: date) -> date:
    """The day by which the stage was reached: the last of a month, at most that of the issue."""
    assert day.first is not None
    return min(day.last or day.first, issued)


def as_exactly(day: DateFind) -> str:
    """2026年8月, 2025年三季度, 2025年: what was printed less exactly than a day; "" for a day."""
    assert day.first is not None
    year, month = day.first.year, day.first.month
    match day.precision:
        case "day":
            return ""
        case "month" | "ten-days":
            return f"{year}年{month}月"
        case "quarter":
            return f"{year}年{'一二三四'[(month - 1) // 3]}季度"
        case "half-year":
            return f"{year}年{'上' if month <= 6 else '下'}半年"
    return f"{year}年"
