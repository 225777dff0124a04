"""Text to pieces: blank-line blocks, their lines, and lines broken at a fixed width rejoined.

A block is what `re.split(r"\n\\s*\n", text.strip("\n"))` gives: the numbering that joins are
reported in. Inside a block each line is a piece, unless the file breaks its lines hard at one
width: then the lines of a paragraph are one piece.
"""

from __future__ import annotations

import re
from collections import Counter
from dataclasses import dataclass, replace

from ingest.proposal import Piece
from ingest.readers.punctuation import ends_sentence, fold

_LINE_END = re.compile(r"\r\n|[\n\r\x0b\x0c\x1c-\x1e\x85\u2028\u2029]")
_INDENT = re.compile(r"[ \t\u3000\u00a0]*")
_NEW_PARAGRAPH = re.compile(
    r"[（(]?[一二三四五六七八九十]{1,3}[、）)]|[（(]?\d{1,2}[、.．）)](?!\d)|本报|[●■◆▲★]|[—－]{2}"
)
NARROWEST, WIDEST = 8, 60


@dataclass(frozen=True)
class Line:
    text: str
    block: int
    start: int
    end: int
    indent: int
    gap: int

    def width(self, half: float) -> float:
        """Width in characters, the indent included, where a half-width one counts `half`."""
        return self.indent + sum(half if character < "\x80" else 1.0 for character in self.text)


@dataclass(frozen=True)
class Measure:
    """The width at which a file breaks its lines, and what a half-width character counts."""

    width: float
    half: float

    def is_full(self, line: Line) -> bool:
        """Whether a line was broken because it was full: shorter only by a mark kept together."""
        slack = 0.5 if ends_sentence(fold(line.text)) else 2.0
        return line.width(self.half) >= self.width - slack


def pieces(text: str) -> list[Piece]:
    """The pieces of a decoded file, in file order; white space alone makes no piece."""
    lines = _lines(text)
    measure = hard_measure(lines)
    groups: list[list[Line]] = []
    for line in lines:
        if groups and measure and _carries_on(groups[-1][-1], line, measure):
            groups[-1].append(line)
        else:
            groups.append([line])
    return [_piece(number, group) for number, group in enumerate(groups)]


def _piece(number: int, group: list[Line]) -> Piece:
    text = group[0].text
    for line in group[1:]:
        latin = text[-1:].isascii() and text[-1:].isalpha() and line.text[:1].isascii()
        text += (" " if latin and line.text[:1].isalpha() else "") + line.text
    first = group[0]
    return Piece(
        id=number, block=first.block, text=text, start=first.start, end=group[-1].end,
        gap=first.gap, indent=first.indent,
    )  # fmt: skip


def _lines(text: str) -> list[Line]:
    found: list[Line] = []
    block, gap, at = -1, 0, 0
    fresh = True
    for raw, after in _raw_lines(text):
        bare = raw.strip()
        if not bare:
            fresh, gap = True, gap + 1
        else:
            block += fresh
            start = at + raw.index(bare)
            indent = len(_INDENT.match(raw).group())  # type: ignore[union-attr]
            found.append(Line(bare, block, start, start + len(bare), indent, gap if found else 0))
            fresh, gap = False, 0
        at += len(raw) + after
    margin = min((line.indent for line in found), default=0)
    return [replace(line, indent=line.indent - margin) for line in found]


def _raw_lines(text: str) -> list[tuple[str, int]]:
    """Each line with the length of its line end."""
    out, at = [], 0
    for match in _LINE_END.finditer(text):
        out.append((text[at : match.start()], match.end() - match.start()))
        at = match.end()
    out.append((text[at:], 0))
    return out


def hard_measure(lines: list[Line]) -> Measure | None:
    """How the file breaks its lines, or None where a line is a paragraph.

    Broken hard: many lines of one greatest width, which mostly stop in mid-sentence. Programs
    count a half-width character as half or as whole; the count that agrees better is taken.
    """
    shared = Counter(line.block for line in lines)
    inner = [line for line in lines if shared[line.block] > 1]
    if len(inner) < 3:
        return None
    tried = [_measure(inner, half) for half in (0.5, 1.0)]
    found = [each for each in tried if each]
    return max(found, key=lambda each: each[0])[1] if found else None


def _measure(inner: list[Line], half: float) -> tuple[int, Measure] | None:
    """The commonest greatest width under one way of counting, and how many lines have it."""
    widths = [line.width(half) for line in inner]
    counts = Counter(map(round, widths))
    near = {width: sum(counts[width + d] for d in (-1, 0, 1)) for width in counts}
    width = max(near, key=lambda each: (near[each], counts[each], each))
    full = [line for line, own in zip(inner, widths, strict=True) if abs(own - width) <= 1.5]
    longer = sum(own > width + 1.5 for own in widths)
    open_ended = sum(not ends_sentence(fold(line.text)) for line in full)
    if not NARROWEST <= width <= WIDEST or longer > 0.05 * len(inner):
        return None
    if len(full) < max(2, 0.45 * len(inner)) or open_ended < 0.55 * len(full):
        return None
    return counts[width], Measure(float(width), half)


def _carries_on(line: Line, following: Line, measure: Measure) -> bool:
    """Whether the following line belongs to the paragraph of a hard-broken line."""
    if line.block != following.block or not measure.is_full(line):
        return False
    if following.indent > line.indent or following.indent >= 2:
        return False
    return not (ends_sentence(fold(line.text)) and _NEW_PARAGRAPH.match(following.text))
