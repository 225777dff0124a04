"""For which work a ceremony is held: 县医院举行新院区启用仪式, for 县医院新院区."""

from __future__ import annotations

import re

from ingest.extraction.clauses.sentences import Clause
from ingest.extraction.words.lists import HEADS, one_of
from ingest.extraction.words.moods import stage_words
from ingest.extraction.words.nameable import is_common, is_generic, reads_like_a_name

_HELD = re.compile(
    f"([^,、]{{0,20}}?)(?:隆重|正式)?{one_of('is held')}了?([^,、的]{{2,24}}?)"
    f"{one_of('occasion')}(?:仪式|典礼)"
)
_SHORT = 3  # 实验楼


def held_for(clause: Clause, start: int) -> str | None:
    """The name of the work, from its host where the work has but a common word for a name.

    我县举行重点项目集中开工仪式 is held for no one work.
    """
    found = _HELD.match(clause.text, start - clause.start)
    if not found:
        return None
    host, thing = found[1], found[2]
    head = HEADS.before(thing, len(thing))
    if head is None or not reads_like_a_name(thing):
        return None
    if is_generic(thing, head[0] if head[1] == "strong" else ""):
        return None
    if len(thing) > _SHORT and not is_common(thing):
        return thing
    return host + thing if HEADS.before(host, len(host)) else None


def occasion_of(clause: Clause) -> str | None:
    """The stage that a work has reached with the ceremony that a clause tells of."""
    if "仪式" not in clause.text and "典礼" not in clause.text:
        return None
    words = stage_words(clause.text)
    return words[-1][2] if words else None
