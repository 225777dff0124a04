"""Text that was spoilt before it came here: its bytes are sound, its characters are not.

Refused is only what cannot be anything else: characters that were replaced by � for good, and
runs that become Chinese when the wrong reading of their bytes is taken back.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Literal

from ingest.readers.errors import ReadingError, Where

Spoilt = Literal["lost", "misread"]
LOST = "\ufffd"
# One such character in a page is a slip that a person mends; these are more than a few.
_FEW, _SHARE = 3, 0.003
# 锟斤拷 is �� that was read as GBK.
_LOST = re.compile(f"{LOST}|(?:锟斤拷)+")
# What Windows and Latin-1 make of bytes beyond ASCII.
_WESTERN = re.compile(
    "[\u0080-\u00ff\u0152\u0153\u0160\u0161\u0178\u017d\u017e\u0192\u02c6\u02dc\u2013\u2014"
    "\u2018-\u201e\u2020-\u2022\u2026\u2030\u2039\u203a\u20ac\u2122]{4,}"
)
# Dots, dashes and quotes are drawn in rows as rules and leaders: they show nothing of the bytes.
_PUNCTUATION = re.compile("[\u2013-\u2022\u2026\u2039\u203a]")
_LETTERS = 3  # different ones; a row of one or two is an ornament
_LINE = re.compile(r"\S[^\n]{6,}\S")
_HANZI = re.compile(r"[\u4e00-\u9fff]")
_MOSTLY = 0.7


class GarbledTextError(ReadingError):
    """`count` characters are `lost`, or were `misread`; the first stands in `where.line`."""

    def __init__(self, kind: Spoilt, count: int, line: int) -> None:
        self.kind: Spoilt = kind
        self.count = count
        super().__init__("encoding", Where(line=line))


def refuse_garbled(text: str) -> None:
    """Raises `GarbledTextError` where more than a few per mille of a text are spoilt."""
    kinds: tuple[tuple[Spoilt, Iterator[tuple[int, int]]], ...] = (
        ("lost", (match.span() for match in _LOST.finditer(text))),
        ("misread", _misread(text)),
    )
    few = max(_FEW, _SHARE * len("".join(text.split())))
    for kind, found in kinds:
        places = list(found)
        count = sum(end - start for start, end in places)
        if count > few:
            raise GarbledTextError(kind, count, text.count("\n", 0, places[0][0]) + 1)


def _misread(text: str) -> Iterator[tuple[int, int]]:
    for match in _WESTERN.finditer(text):
        if _was_chinese_in_bytes(match[0]):
            yield match.span()
    for match in _LINE.finditer(text):
        if _was_utf8(match[0].encode("gb18030", "ignore")):
            yield match.span()


def _was_chinese_in_bytes(run: str) -> bool:
    """å¹³é¥, Æ½Ò£: the bytes of Chinese, each read as a western letter."""
    letters = _PUNCTUATION.sub("", run)
    foreign = [each for each in letters if not _is_of_gb2312(each)]
    if len(set(foreign)) < _LETTERS or 2 * len(foreign) <= len(letters):
        return False
    data = b"".join(map(_western_byte, run))
    chinese = _HANZI.findall(data.decode("gb18030", "ignore"))
    return _was_utf8(data) or 2 * len(chinese) > _MOSTLY * len(data)


def _was_utf8(data: bytes) -> bool:
    """Whether most of the bytes make hanzi in UTF-8, three for each."""
    return 3 * len(_HANZI.findall(data.decode("utf-8", "ignore"))) > _MOSTLY * len(data)


def _western_byte(character: str) -> bytes:
    try:
        return character.encode("cp1252")
    except UnicodeEncodeError:
        return character.encode("latin-1", "ignore")


def _is_of_gb2312(character: str) -> bool:
    """× · ° “ and the letters of pinyin stand in Chinese text by right."""
    try:
        character.encode("gb2312")
    except UnicodeEncodeError:
        return False
    return True
