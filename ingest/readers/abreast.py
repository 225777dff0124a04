"""Columns that a file keeps side by side: the left half of each line is of one, the right half of
another.

Programs that keep the look of a page (`pdftotext -layout`) fill up with blanks, so that the lines
of the right column begin at one place. A hanzi is as wide as two other characters.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from statistics import median

_GAP = re.compile(r"(?<=\S)(?:[ \t]{2,}|\u3000{2,}|\s{3,})(?=\S)")
_INDENT = 4  # cells: two hanzi
_FEWEST = 8  # lines that hold both columns …
_SHARE = 0.25  # … and of all lines
_NARROWEST = 8  # characters of the columns' lines, by their median
# The lines of a column of prose are of one width: so many cells more or less, this share of them.
_EVEN, _ALIKE = 3, 0.4


@dataclass(frozen=True)
class Stretch:
    """A part of a line: its number, and from which of its characters to before which."""

    line: int
    start: int
    end: int


def in_reading_order(lines: Sequence[str]) -> list[Stretch]:
    """The lines of a file; where columns stand side by side, one column after another."""
    whole = [Stretch(number, 0, len(line)) for number, line in enumerate(lines)]
    return _parted(whole, lines)


def _parted(stretches: Sequence[Stretch], lines: Sequence[str]) -> list[Stretch]:
    margin = _margin(stretches, lines)
    if margin is None:
        return list(stretches)
    found: list[Stretch] = []
    left: list[Stretch] = []
    right: list[Stretch] = []
    for each in stretches:
        at = _place(lines[each.line], each, margin)
        if at is None:  # the line goes over both columns
            found += [*left, *_parted(right, lines), each]
            left, right = [], []
            continue
        left.append(Stretch(each.line, each.start, at))
        if lines[each.line][at : each.end].strip():
            right.append(Stretch(each.line, at, each.end))
    return [*found, *left, *_parted(right, lines)]


def _margin(stretches: Sequence[Stretch], lines: Sequence[str]) -> int | None:
    """The cell at which the lines of a right column of prose begin; None where there is none."""
    begins = Counter(
        cell for each in stretches for cell in _beginnings(lines[each.line][each.start : each.end])
    )
    filled = sum(bool(lines[each.line][each.start : each.end].strip()) for each in stretches)
    if not begins:
        return None
    cell, count = max(begins.items(), key=lambda each: (each[1], -each[0]))
    if count < max(_FEWEST, _SHARE * filled):
        return None
    halves = [
        (lines[each.line][each.start : at].rstrip(), lines[each.line][at : each.end].rstrip())
        for each in stretches
        if (at := _place(lines[each.line], each, cell)) is not None
    ]
    both = [half for half in halves if all(half)]
    return cell if all(_is_prose(column) for column in zip(*both, strict=True)) else None


def _beginnings(text: str) -> Iterator[int]:
    """The cells at which text begins behind a gap, and those without the indent before it."""
    for gap in _GAP.finditer(text):
        cell = _cells(text[: gap.end()])
        yield cell
        if gap[0].endswith("\u3000\u3000"):
            yield cell - _INDENT


def _is_prose(column: Sequence[str]) -> bool:
    """Whether lines are those of a column: long enough, most of one width."""
    widths = [_cells(line) for line in column]
    usual, _ = Counter(widths).most_common(1)[0]
    alike = sum(abs(width - usual) <= _EVEN for width in widths)
    return median(map(len, column)) >= _NARROWEST and alike >= _ALIKE * len(column)


def _place(line: str, stretch: Stretch, cell: int) -> int | None:
    """The character of a line at a cell; None where text stands at the cells before it."""
    taken = 0
    for at in range(stretch.start, stretch.end):
        if taken >= cell:
            is_blank = not line[max(stretch.start, at - 1) : at].strip()
            return at if taken == cell and is_blank else None
        taken += _cells(line[at])
    return stretch.end


def _cells(text: str) -> int:
    return sum(1 if letter < "\u2000" else 2 for letter in text)
