"""The day up to which a sum was done or paid: 截至11月底,累计完成投资1870万元.

Only a day that is gone and whose end is printed: 到12月底 is still to come, 截至10月 may be its
first day or its last, and a date between the two is that of the sum.
"""

from __future__ import annotations

import re

from chinese.dates import GONE_BY
from ingest.extraction.clauses.sentences import Date, Sentence, Sum

_MEASURES = ("done", "paid")
_UP_TO = re.compile("(?:截[至止]到?|[至到])$")
_BEGINS_SO = ("截至", "截止", "到", "至")
_ENDS = re.compile("(?:[底末日号]|[中下上]旬)(?:[之以]?前)?$")
_OTHER_TIMES = re.compile("今年|本年|当年|年内|本月|当月|全年|前[0-9一二三四五六七八九十]+个?月")
_WAS_PLANNED = re.compile("原定|原计划|原本|计划|应|要求")


def as_of(said: Sum, sentence: Sentence) -> str | None:
    """The day, in ISO form, up to which a sum of this sentence is told; None where no day is."""
    if said.measure not in _MEASURES:
        return None
    before = [
        each
        for clause in sentence.clauses
        for each in clause.dates
        if each.end <= said.figure.start
    ]
    if not before or not _is_up_to(before[-1], sentence):
        return None
    between = sentence.folded.text[before[-1].end : said.figure.start]
    if ";" in between or _OTHER_TIMES.search(between) or _WAS_PLANNED.search(between):
        return None
    last = before[-1].find.last
    return last.isoformat() if last else None


def _is_up_to(day: Date, sentence: Sentence) -> bool:
    """Whether a date is the end of a time that is gone: 截至11月25日, 到上月底."""
    said = sentence.folded.text[sentence.start : day.start]
    up_to = day.find.text.startswith(_BEGINS_SO) or _UP_TO.search(said) is not None
    return up_to and day.find.reason == GONE_BY and _ENDS.search(day.find.text) is not None
