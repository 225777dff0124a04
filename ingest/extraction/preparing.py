"""What goes before a work and has a day of its own: 征地3月底前完成, 5月底前拿出施工图."""

from __future__ import annotations

import re

from ingest.extraction.lists import BUILT, one_of
from ingest.extraction.moods import stage_words
from ingest.extraction.sentences import Clause, Date

_STEP = one_of("done before works", "settled before works")
# 因管线迁改推迟到10月底: why something else is late.
_BEFORE_ITS_DAY = re.compile(f"(?:(?!因|由于|{one_of('put off')})[^,;])*{_STEP}[^,、;0-9]{{0,8}}")
_BEHIND_ITS_DAY = re.compile(
    f"前?{one_of('must by')}*(?:全部|全面|基本)?{one_of('ends a step')}"
    f"[^,、;0-9]{{0,8}}?{_STEP}[^,;0-9]{{0,6}}"
)
_LONGEST = 60  # characters of such a clause


def prepares(clause: Clause) -> bool:
    """Whether the day of a clause is that of a step before the work, and not of the work."""
    if len(clause.text) > _LONGEST:
        return False
    days = [each for each in clause.dates if each.find.is_due]
    stages = stage_words(clause.text)
    if not days or any(word in BUILT or stage != "completed" for _, word, stage in stages):
        return False
    return _is_of_a_step(clause, days[-1])


def _is_of_a_step(clause: Clause, day: Date) -> bool:
    before = clause.text[: day.start - clause.start]
    behind = clause.text[day.end - clause.start :]
    return bool(_BEFORE_ITS_DAY.fullmatch(before) or _BEHIND_ITS_DAY.fullmatch(behind))
