"""Names that only tell where something else is: 新址定在环城西路与徐州路交叉口."""

from __future__ import annotations

import re

from ingest.extraction.words.lists import one_of

_BEFORE = re.compile(f"{one_of('before where it is')}(?:了|于|在)?$")
_BEHIND = re.compile(f"(?:[与和、][^,、。;]{{2,8}}?)?{one_of('behind where it is')}")
_NEAR = 8  # characters


def tells_where(text: str, start: int, end: int) -> bool:
    """Whether the name at this place of a text tells where something else is."""
    before = _BEFORE.search(text, max(0, start - _NEAR), start)
    return bool(before or _BEHIND.match(text, end))
