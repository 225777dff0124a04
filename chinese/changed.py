"""A sum that was changed: 原概算1.2亿元,现调整为1.35亿元. The old one holds no longer."""

from __future__ import annotations

import re

from chinese.wordlists import any_of, words

_HELD = re.compile(any_of(words("measures", "held before")))
_MADE_TO = f"{any_of(words('measures', 'made to'))}了?"
_NOW = any_of(words("measures", "is now"))
# What a sum is now, up to the sum: 现调整为, 调概后为, 总投资增加到, 重新批复后投资.
_IS_NOW = re.compile(f"{_NOW}[^,。;0-9]{{0,14}}[0-9]|[^,。;0-9]{{0,14}}{_MADE_TO}[约近]?[0-9]")
_BRINGS = re.compile(f"(?:(?:^|,){_NOW}[^,。;0-9]{{0,6}}[为到至是]|{_MADE_TO})[约近]?$")
_LAST = re.compile("[。!?\n]")
_REACH = 60  # characters


def held_before(text: str, said: str, end: int) -> bool:
    """原概算1.2亿元 (`said` before it), where the sum that it is now follows in the sentence."""
    if not _HELD.search(said):
        return False
    behind = _LAST.split(text[end : end + _REACH])[0]
    return any(_IS_NOW.match(behind, at) for at in _beginnings(behind))


def is_now(text: str, start: int) -> bool:
    """现调整为1.35亿元, where the sum that was held before stands in the sentence."""
    before = _LAST.split(text[max(0, start - _REACH) : start])[-1]
    return _BRINGS.search(before) is not None and _HELD.search(before) is not None


def _beginnings(text: str) -> list[int]:
    """Where the clauses behind the first comma of a text begin."""
    return [at + 1 for at, character in enumerate(text) if character in ",;"]
