"""Columns that a file keeps side by side: the left half of each line is of one, the right half of
another.

Programs that keep the look of a page (`pdftotext -layout`) fill up with blanks, so that the lines
of the right column begin at one place. A hanzi is as wide as two other characters.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property
from itertools import accumulate
from statistics import median

_GAP = re.compile(r"(?<=\S)(?:[ \t]{2,}|\u3000{2,}|\s{3,})(?=\S)")
_INDENT = 4  # cells: two hanzi
_FEWEST = 8  # lines that hold both columns …
_SHARE = 0.25  # … and of all lines
_MOST = 6  # columns of a page
_NARROWEST = 8  # characters of the columns' lines, by their median
# The lines of a column of prose are of one width: so many cells more or less, this share of them.
_EVEN, _ALIKE = 3, 0.4
# … and most stop in mid-sentence: verses and couplets do not.
_UNSTOPPED = re.compile(r"[\u3400-\u9fff\w]$")
_READ_ON = 0.4


@dataclass(frozen=True)
class Stretch:
    """A part of a line: its number, and from which of its characters to before which."""

    line: int
    start: int
    end: int


class _Row:
    """A line with the cell at which each of its characters begins."""

    def __init__(self, text: str) -> None:
        self.text = text

    @cached_property
    def cells(self) -> list[int]:
        return [0, *accumulate(1 if letter < "\u2000" else 2 for letter in self.text)]

    def at(self, cell: int, stretch: Stretch) -> int | None:
        """The character that begins so many cells behind the start of a stretch, its end where it
        is shorter; None where text stands before it.
        """
        wanted = self.cells[stretch.start] + cell
        if wanted >= self.cells[stretch.end]:
            return stretch.end
        at = bisect_left(self.cells, wanted)
        is_blank = at > stretch.start and not self.text[at - 1].strip()
        return at if self.cells[at] == wanted and is_blank else None

    def beginnings(self, stretch: Stretch) -> Iterator[int]:
        """The cells at which text begins behind a gap, and those without the indent before it."""
        for gap in _GAP.finditer(self.text, stretch.start, stretch.end):
            cell = self.cells[gap.end()] - self.cells[stretch.start]
            yield cell
            if gap[0].endswith("\u3000\u3000") and len(gap[0]) > 2:
                yield cell - _INDENT


def in_reading_order(lines: Sequence[str]) -> list[Stretch]:
    """The lines of a file; where columns stand side by side, one column after another."""
    whole = [Stretch(number, 0, len(line)) for number, line in enumerate(lines)]
    return _parted(whole, [_Row(line) for line in lines], _MOST)


def _parted(stretches: Sequence[Stretch], rows: Sequence[_Row], most: int) -> list[Stretch]:
    margin = _margin(stretches, rows) if most > 1 else None
    if margin is None:
        return list(stretches)
    found: list[Stretch] = []
    left: list[Stretch] = []
    right: list[Stretch] = []

    def end_columns() -> None:
        while right and not _text(right[-1], rows).strip():
            right.pop()
        found.extend([*_parted(left, rows, most - 1), *_parted(right, rows, most - 1)])
        left.clear()
        right.clear()

    for each in stretches:
        at = rows[each.line].at(margin, each)
        if at is None:  # the line goes over both columns
            end_columns()
            found.append(each)
        else:
            left.append(Stretch(each.line, each.start, at))
            right.append(Stretch(each.line, at, each.end))
    end_columns()
    return found


def _margin(stretches: Sequence[Stretch], rows: Sequence[_Row]) -> int | None:
    """The cell at which the lines of a right column of prose begin; None where there is none."""
    begins = Counter(cell for each in stretches for cell in rows[each.line].beginnings(each))
    filled = sum(bool(_text(each, rows).strip()) for each in stretches)
    if not begins:
        return None
    cell, count = max(begins.items(), key=lambda each: (each[1], each[0]))
    if count < max(_FEWEST, _SHARE * filled):
        return None
    halves = [
        (_text(Stretch(each.line, each.start, at), rows).rstrip(),
         _text(Stretch(each.line, at, each.end), rows).rstrip())
        for each in stretches
        if (at := rows[each.line].at(cell, each)) is not None
    ]  # fmt: skip
    both = [half for half in halves if all(half)]
    if len(both) < _FEWEST:
        return None
    return cell if all(_is_prose(column) for column in zip(*both, strict=True)) else None


def _text(stretch: Stretch, rows: Sequence[_Row]) -> str:
    return rows[stretch.line].text[stretch.start : stretch.end]


def _is_prose(column: Sequence[str]) -> bool:
    """Whether lines are those of a column: long enough, most of one width and read on."""
    widths = [_Row(line).cells[-1] for line in column]
    usual, _ = Counter(widths).most_common(1)[0]
    alike = sum(abs(width - usual) <= _EVEN for width in widths)
    unstopped = sum(_UNSTOPPED.search(line) is not None for line in column)
    long = median(map(len, column)) >= _NARROWEST
    even = _ALIKE * len(column) <= alike and len(set(widths)) > 1
    return long and even and unstopped >= _READ_ON * len(column)
