"""What begins on a day that is to come, and what it changes for those who read of it.

新规自9月1日起执行                    a rule
9月5日起老人免票                      … or what is free, closed, open again
从11月15日起,全县进入森林防火期       … told behind its day
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from datetime import date

from chinese.dates import GONE_BY
from ingest.extraction.clauses.saying import without_number
from ingest.extraction.clauses.sentences import Clause, Date, Sentence
from ingest.extraction.clauses.terms import as_term
from ingest.extraction.promises.about import told_before
from ingest.extraction.promises.targetfacts import event_of
from ingest.extraction.words.lists import one_of
from ingest.extraction.words.moods import labels_in
from ingest.extraction.works.projects import Reading
from ingest.proposal import TargetFact

_BEGINS = re.compile("[时分]?(?:正式)?起(?![草价点重伏步火诉诉])")
_FROM = re.compile("(?:将|拟|定)?(?:自|从|于)$")
_TAKES_EFFECT = re.compile(f"(?:正式|全面|开始|同步|统一)*{one_of('takes effect')}")
_CHANGES = re.compile(one_of("changes for all", "takes effect"))
_WHO_SAYS = re.compile(f".*{one_of('says', 'asked')}")
_PRECISE = ("day", "ten-days", "month")
_SHORTEST, _LONGEST, _NEAR = 6, 20, 60  # characters


def beginnings(
    sentence: Sentence, reading: Reading, today: date, found: Sequence[TargetFact]
) -> list[TargetFact]:
    """What a sentence says to begin, on days of which no other rule tells."""
    known = {each.due_text for each in found}
    told: list[TargetFact] = []
    for place, clause in enumerate(sentence.clauses):
        for day in clause.dates[:1]:
            if day.find.text in known or not _is_to_come(day, today):
                continue
            deed = _deed(sentence, place, clause, day)
            if deed and not any(each.name in deed for each in reading.current):
                told.append(event_of(sentence, deed, as_term(day)))
                clause.is_sure = True
    return told


def _is_to_come(day: Date, today: date) -> bool:
    last = day.find.last
    to_come = last is not None and last > today and day.find.reason != GONE_BY
    return to_come and day.find.precision in _PRECISE


def _deed(sentence: Sentence, place: int, clause: Clause, day: Date) -> str:
    """What begins by the print around its day, or nothing."""
    at, end = day.start - clause.start, day.end - clause.start
    before, behind = clause.text[max(0, at - _NEAR) : at], clause.text[end : end + _NEAR]
    begins = _BEGINS.match(behind)
    if begins is None or clause.figures or "done" in labels_in(clause.text):
        return ""
    what = without_number(_WHO_SAYS.sub("", _FROM.sub("", before))).strip(" ,")
    deed = behind[begins.end() :]
    if not deed and not what and clause.stop == "," and place + 1 < len(sentence.clauses):
        behind_it = sentence.clauses[place + 1]
        deed = "" if behind_it.dates or behind_it.figures else behind_it.text[:_NEAR]
    if what:
        fits = _CHANGES.search(deed) and len(what + deed) <= _LONGEST
        return what + deed if fits else ""
    if _TAKES_EFFECT.fullmatch(deed):
        each_of = any("每" in told.text for told in sentence.clauses[max(0, place - 1) : place])
        what = "" if each_of else told_before(sentence, place)  # 每吨涨三角,下月起执行
        return what + deed if what else ""
    fits = _CHANGES.search(deed) and _SHORTEST <= len(deed) <= _LONGEST
    return deed if fits else ""
