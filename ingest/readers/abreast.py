"""Columns that a file keeps side by side: the left half of each line is of one, the right half of
another.

Programs that keep the look of a page (`pdftotext -layout`) fill up with blanks, so that the lines
of the right column begin at one place. A hanzi is as wide as two other characters, but some
programs count it as one. The columns may go down a part of the page only, under or over what is
set across.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property
from itertools import accumulate, groupby
from statistics import median

_GAP = re.compile(r"(?<=\S)(?:[ \t]{2,}|\u3000{2,}|\s{3,})(?=\S)")
# A line filled up with wide blanks cannot end at any cell: so many more or less.
_SLACK = 2
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

    def __init__(self, text: str, narrow: int = 1) -> None:
        self.text = text
        self.narrow = narrow  # cells of what is not as wide as a hanzi

    @cached_property
    def cells(self) -> list[int]:
        return [0, *accumulate(self.narrow if letter < "\u2000" else 2 for letter in self.text)]

    def at(self, cell: int, stretch: Stretch) -> int | None:
        """The character at which the right column begins, so many cells behind the start of a
        stretch or within `_SLACK`; its end where it is shorter; None where text stands there.
        """
        wanted = self.cells[stretch.start] + cell
        if wanted >= self.cells[stretch.end]:
            return stretch.end
        begins = [*self.beginnings(stretch), *self._first(stretch)]
        found = [(abs(self.cells[at] - wanted), at) for at in begins]
        away, at = min(found)
        if away <= _SLACK:
            return at
        inside = bisect_left(self.cells, wanted)
        return None if self.text[inside - 1 : inside + 1].strip() else inside

    def beginnings(self, stretch: Stretch) -> Iterator[int]:
        """The characters at which text begins behind a gap, its indent left out and counted in."""
        for gap in _GAP.finditer(self.text, stretch.start, stretch.end):
            yield from self._indented(gap.start(), gap.end())

    def _first(self, stretch: Stretch) -> Iterator[int]:
        """As `beginnings` for the first text: of the right column where the left has ended."""
        text = self.text[stretch.start : stretch.end]
        yield from self._indented(stretch.start, stretch.end - len(text.lstrip()))

    def _indented(self, start: int, end: int) -> Iterator[int]:
        yield end
        if self.text[start:end].endswith("\u3000\u3000") and end - start > 2:
            yield end - 2

    def width(self, stretch: Stretch, at: int) -> int:
        """How many cells stand between the start of a stretch and a character."""
        return self.cells[at] - self.cells[stretch.start]


def in_reading_order(lines: Sequence[str]) -> list[Stretch]:
    """The lines of a file; where columns stand side by side, one column after another."""
    whole = [Stretch(number, 0, len(line)) for number, line in enumerate(lines)]
    widths = [[_Row(line, narrow) for line in lines] for narrow in (1, 2)]
    found = _parted_by_either(whole, widths)
    if found != whole:
        return found
    return [
        each
        for _, block in groupby(whole, key=lambda each: bool(lines[each.line].strip()))
        for each in _parted_by_either(list(block), widths)
    ]


def _parted_by_either(whole: list[Stretch], widths: Sequence[Sequence[_Row]]) -> list[Stretch]:
    """The stretches parted by the first way of counting that finds columns."""
    ways = (_parted(whole, rows, _MOST) for rows in widths)
    return next((found for found in ways if found != whole), whole)


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
    begins = Counter(
        rows[each.line].width(each, at)
        for each in stretches
        for at in rows[each.line].beginnings(each)
    )
    filled = sum(bool(_text(each, rows).strip()) for each in stretches)
    if not begins:
        return None
    near = {
        cell: sum(begins[cell + away] for away in range(-_SLACK, _SLACK + 1)) for cell in begins
    }
    cell, count = max(near.items(), key=lambda each: (each[1], begins[each[0]], each[0]))
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
