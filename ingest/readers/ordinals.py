"""Lines that begin with their number in a list: 一、…, （二）…, 3.…, ④…."""

from __future__ import annotations

import re
from collections.abc import Sequence

from chinese.numerals import number

_DIGITS = "一二三四五六七八九十"
_IN_WORDS = "一、"
_FORMS = {
    _IN_WORDS: re.compile(f"([{_DIGITS}]{{1,3}})、"),
    "（一）": re.compile(f"（([{_DIGITS}]{{1,3}})）"),
    "1．": re.compile(r"(\d{1,2})[.．、。](?!\d)"),
    "（1）": re.compile(r"（(\d{1,2})）"),
    "①": re.compile("([①-⑳])"),
}
_FEWEST = 3  # items of a list that is read in its order wherever its items stand

# How its number is printed, and the number.
Ordinal = tuple[str, int]


def ordinal(folded: str) -> Ordinal | None:
    """The number that a line (folded) begins with; 三、四年级 and 十三五、十四五 count no item."""
    text = folded.lstrip()
    for form, pattern in _FORMS.items():
        if found := pattern.match(text):
            value = _value(found[1])
            about = form == _IN_WORDS and text[found.end() : found.end() + 1] in _DIGITS
            return (form, value) if value is not None and not about else None
    return None


def _value(printed: str) -> int | None:
    """The number that is printed; 十三五 is a plan of five years, and no number."""
    if "①" <= printed <= "⑳":
        return ord(printed) - ord("①") + 1
    value = number(printed)
    return int(value) if value is not None else None


def items(lines: Sequence[str]) -> dict[int, Ordinal]:
    """By their numbers the lines that begin an item: the one before or after it stands on the page
    as well.
    """
    found = {at: told for at, line in enumerate(lines) if (told := ordinal(line))}
    printed = set(found.values())
    return {
        at: (form, number) for at, (form, number) in found.items()
        if {(form, number - 1), (form, number + 1)} & printed
    }  # fmt: skip


def lists(lines: Sequence[str]) -> list[list[int]]:
    """The lists of a page in the order of their items, wherever those stand: each of its numbers
    stands but once on the page, so that no other list has it.
    """
    found: dict[str, dict[int, int]] = {}
    doubled: set[str] = set()
    for at, line in enumerate(lines):
        if told := ordinal(line):
            form, number = told
            doubled |= {form} if number in found.setdefault(form, {}) else set()
            found[form][number] = at
    return [
        [own[number] for number in sorted(own)]
        for form, own in found.items()
        if form not in doubled and len(own) >= _FEWEST and max(own) == len(own)
    ]
