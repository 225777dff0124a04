"""A sum that was changed: 原概算1.2亿元,现调整为1.35亿元. The old one holds no longer."""

from __future__ import annotations

import re

from chinese.wordlists import any_of, words

_HELD = re.compile(any_of(words("measures", "held before")))
_MADE_TO = f"{any_of(words('measures', 'made to'))}了?"
_NOW = any_of(words("measures", "is now"))
_ALL = f"(?:项目|工程)?{any_of(words('measures', 'all of it'))}"
_AGAIN = "(?:又|再|再次|已|已经|经|被){0,2}"
_WHY = (
    f"(?:{any_of(words('measures', 'comes to be changed'))}"
    f"|经[^,;0-9]{{1,8}}?{any_of(words('measures', 'allowed by'))}后?)?"
)
# What a sum is now, up to the sum: 现调整为, 调概后为, 总投资增加到, 重新批复后投资.
_IS_NOW = (
    f"{_WHY}(?:{_NOW}{_AGAIN}(?:{_ALL})?{_AGAIN}(?:{_MADE_TO}|[为是])"
    f"|{_NOW}{_AGAIN}{_ALL}|{any_of(words('measures', 'was changed'))}的?总?投资"
    f"|{_AGAIN}(?:{_ALL})?{_AGAIN}{_MADE_TO})[约近]?"
)
# 由原批准的2亿元投资|核减为1.7亿元
_AT_ONCE = f"的?(?:总?投资)?{_AGAIN}{_MADE_TO}[约近]?"
_SUM = "[0-9一二三四五六七八九十百千][0-9.,百千万亿余多]*元"
_FOLLOWS = re.compile(f"(?:[,;]{_IS_NOW}|^{_AT_ONCE}){_SUM}")
_BRINGS = re.compile(f"{_SUM}.*[,;]{_IS_NOW}$|[^,;0-9]{{0,8}}{_SUM}{_AT_ONCE}$")
_OF_A_SHARE = re.compile(any_of(words("measures", "not all of it")))
_LAST = re.compile("[。!?\n]")
_REACH = 60  # characters


def held_before(text: str, said: str, end: int) -> bool:
    """原概算1.2亿元 (`said` before it), where the sum that it is now follows in the sentence.

    调整为650万元, where it was changed once more, holds no longer either.
    """
    return _HELD.search(said) is not None and _is_changed(text, end)


def is_now(text: str, start: int, end: int) -> bool:
    """现调整为1.35亿元, where the sum that was held before stands in the sentence."""
    return _was_changed(text, start) and not _is_changed(text, end)


def was_for_a_while(text: str, start: int, end: int) -> bool:
    """中途调整为650万元, where 后又调整为720万元 follows."""
    return _was_changed(text, start) and _is_changed(text, end)


def _is_changed(text: str, end: int) -> bool:
    behind = _HELD.split(_LAST.split(text[end : end + _REACH])[0])[0]
    found = _FOLLOWS.search(behind)
    return found is not None and not _OF_A_SHARE.search(behind[: found.end()])


def _was_changed(text: str, start: int) -> bool:
    before = _LAST.split(text[max(0, start - _REACH) : start])[-1]
    held = [each.end() for each in _HELD.finditer(before)]
    return any(
        _BRINGS.search(before[at:]) is not None and not _OF_A_SHARE.search(before[at:])
        for at in held
    )
