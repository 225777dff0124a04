"""Paragraphs that look back on a year: 回顾2021年,…。病房楼10月投用 is told of that year."""

from __future__ import annotations

import re

from chinese.wordlists import any_of, words

_OPENS = re.compile(f"(?:^|\n)[^。;\n0-9]{{0,4}}?(?:{any_of(words('moods', 'looks back'))}的?)?$")
_GOES_ON = re.compile("[里中]?,")
_SENTENCE = re.compile("[。;!?\n]")
_CLAUSE_END = re.compile("[,。;!?\n]|$")
_NOT_OF_IT = re.compile(
    f"[将要拟可]|{any_of(words('moods', 'planned'), words('moods', 'sets a day'))}|"
    f"(?<!实)(?!正式){any_of(words('moods', 'ongoing'), words('moods', 'present'))}"
)
_LONGEST = 400  # characters of a paragraph
_LOOKED_AT = 16  # characters before a year
_FURTHEST = 120  # characters of a sentence before a month


def end_of_look_back(text: str, start: int, end: int) -> int:
    """How far the year at this place is looked back on: to the end of the paragraph it opens."""
    if not _OPENS.search(text, max(0, start - _LOOKED_AT), start):
        return 0
    if not _GOES_ON.match(text, end):
        return 0
    last = text.find("\n", end)
    return min(last if last >= 0 else len(text), end + _LONGEST)


def is_told(text: str, start: int, end: int) -> bool:
    """病房楼10月投用: nothing that the sentence of a month says so far is still to come."""
    cuts = [each.end() for each in _SENTENCE.finditer(text, max(0, start - _FURTHEST), start)]
    first = cuts[-1] if cuts else max(0, start - _FURTHEST)
    last = _CLAUSE_END.search(text, end)
    return _NOT_OF_IT.search(text, first, last.start() if last else end) is None
