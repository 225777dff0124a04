"""One form for the many forms in which the same character is printed.

`fold` gives back a text that is easier to read by rule, with the place of every character in
the original. Full-width digits, letters and punctuation become half-width, the many dashes and
dots one, the line end inside a sentence disappears. Nothing that carries a value is changed:
①, ² and ㎡ stay as they are (their compatibility forms would be digits).
"""

from __future__ import annotations

import re
import unicodedata
from bisect import bisect_left
from dataclasses import dataclass

_DASHES = "‐‑‒–—―−─－﹣"
_TILDES = "～〜∼﹏"
_DOTS = "‧•・⋅∙●᛫"
_QUOTES = {"「": "“", "」": "”", "『": "“", "』": "”", "〝": "“", "〞": "”"}


def _table() -> dict[int, str]:
    table = {code: chr(code - 0xFEE0) for code in range(0xFF01, 0xFF5F)}
    for low, high in ((0xF900, 0xFAFF), (0x2F00, 0x2FDF), (0xFE50, 0xFE6B)):
        for code in range(low, high + 1):
            plain = unicodedata.normalize("NFKC", chr(code))
            if len(plain) == 1:
                table[code] = plain
    table |= {ord(each): "-" for each in _DASHES}
    table |= {ord(each): "~" for each in _TILDES}
    table |= {ord(each): "·" for each in _DOTS}
    table |= {ord(each): plain for each, plain in _QUOTES.items()}
    table |= {0x3000: " ", 0x00A0: " ", 0x2236: ":", 0xFE10: ",", 0xFE12: "。"}
    return table


_FOLDED = _table()
_INVISIBLE = "\u200b\u200c\u200d\u2060\ufeff\u00ad"
# ✅恒源轴承产线投产, 1.S238线改造: a line that begins so goes on with none before it.
_BEGINS_AN_ITEM = re.compile(
    "[▲■◆※◎★☆◇✅✔✓▶►👉🔹🔸🔴🔺📌➤❶-❾①-⑳]|[0-9]{1,2}[.、][\u4e00-\u9fffA-Z]"
)
_LOOSE = re.compile(rf"[ \t\r\n\v\f{_INVISIBLE}]+")


@dataclass(frozen=True)
class Folded:
    """The folded text; `places[i]` is the index in `original` of its i-th character."""

    original: str
    text: str
    places: list[int]

    def span(self, start: int, end: int) -> tuple[int, int]:
        """The place in the original of a stretch of the folded text."""
        if start >= end:
            place = self.places[start] if start < len(self.places) else len(self.original)
            return place, place
        return self.places[start], self.places[end - 1] + 1

    def printed(self, start: int, end: int) -> str:
        """The original print of a stretch of the folded text."""
        first, last = self.span(start, end)
        return self.original[first:last]

    def index(self, place: int) -> int:
        """The first folded character at or after a place of the original."""
        return bisect_left(self.places, place)


def fold_characters(text: str) -> str:
    """The same length, each character in its plain form. `fold_characters("１．３") == "1.3"`."""
    return text.translate(_FOLDED)


def fold(text: str) -> Folded:
    """The text in plain characters, without the blanks that only the printing made.

    A line end inside a paragraph disappears (`16.5⏎亿元`), a blank beside a figure too
    (`总投资 3 亿元`). A blank between two words or two figures stays: it may part them.
    An empty line stays as a line end, and so does one before the mark of an item.
    """
    plain = fold_characters(text)
    kept: list[str] = []
    places: list[int] = []
    position = 0
    for run in _LOOSE.finditer(plain):
        kept.append(plain[position : run.start()])
        places.extend(range(position, run.start()))
        if blank := _what_stays(plain, run.start(), run.end()):
            kept.append(blank)
            places.append(run.start())
        position = run.end()
    kept.append(plain[position:])
    places.extend(range(position, len(plain)))
    return Folded(text, "".join(kept), places)


def _what_stays(plain: str, start: int, end: int) -> str:
    """What a run of blanks means: an empty line, a break between words, or nothing."""
    before = plain[start - 1] if start else ""
    after = plain[end] if end < len(plain) else ""
    if not before or not after:
        return ""
    if all(each in _INVISIBLE for each in plain[start:end]):
        return ""
    lines = plain.count("\n", start, end)
    if lines > 1 or (lines and _BEGINS_AN_ITEM.match(plain, end)):
        return "\n"
    if after == "%":
        return ""
    if _latin(before) and _latin(after):
        return " " if not lines or not _cut_figure(plain, start) else ""
    if before == "." and not lines and _is_han(plain[max(0, start - 2)]):
        return " "  # 3亿元. 项目: the point ends a sentence, as 75亿元.分 does not
    if lines or _latin(before) != _latin(after):
        return ""
    return " "


def _cut_figure(plain: str, end: int) -> bool:
    """Whether a line end cut the figure before it: `总投资1⏎6.5亿元`, no column."""
    start = end
    while start and end - start < 20 and plain[start - 1] in "0123456789.,":
        start -= 1
    return start < end and bool(start) and _is_han(plain[start - 1])


def _latin(character: str) -> bool:
    return character.isascii() and (character.isalnum() or character in ".%")


def _is_han(character: str) -> bool:
    return "\u4e00" <= character <= "\u9fff"
