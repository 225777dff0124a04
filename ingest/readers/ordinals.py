"""Lines that begin with their number in a list: 一、…, （二）…, 3.…, ④…."""

from __future__ import annotations

import re
from collections.abc import Sequence

_DIGITS = "一二三四五六七八九十"
_FORMS = {
    "一、": re.compile(f"([{_DIGITS}]{{1,3}})、"),
    "（一）": re.compile(f"（([{_DIGITS}]{{1,3}})）"),
    "1．": re.compile(r"(\d{1,2})[.．、。](?!\d)"),
    "（1）": re.compile(r"（(\d{1,2})）"),
    "①": re.compile("([①-⑳])"),
}
_FEWEST = 3  # items of a list that is read in its order wherever its items stand

# How its number is printed, and the number.
Ordinal = tuple[str, int]


def ordinal(folded: str) -> Ordinal | None:
    """The number that a line (folded) begins with."""
    for form, pattern in _FORMS.items():
        if found := pattern.match(folded.lstrip()):
            return form, _number(found[1])
    return None


def _number(printed: str) -> int:
    if printed.isdecimal():
        return int(printed)
    if printed[0] not in _DIGITS:
        return ord(printed) - ord("①") + 1
    tens, _, units = printed.rpartition("十")
    if "十" not in printed:
        return _DIGITS.index(printed[0]) + 1
    return 10 * (_DIGITS.index(tens) + 1 if tens else 1) + (
        _DIGITS.index(units) + 1 if units else 0
    )


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
