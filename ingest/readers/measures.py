"""The widths at which a file breaks its lines: none where a line is a paragraph, one for all its
columns, or several where the columns of a page are of several widths.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, replace
from itertools import pairwise

from ingest.readers.punctuation import ends_sentence, fold

NARROWEST, WIDEST = 8, 60
UNBROKEN = 1_000_000  # the width of what is not broken at all
HANGING = "，。、；：！？”’）》"
WIDER = 2.5  # than a column, and no mark hangs so far
INDENT = 2  # characters, of the first line of a paragraph
_REGULARLY = 2  # lines without their indent to one that fills its width
SHORTER = 3.0  # than a column, and more than a mark that had no room
_PAUSE_INSIDE = re.compile("[，。、；！？].")
_PAUSING = 0.3  # of the lines of a column: of prose nearly all
# What is never broken, of half-width characters only.
_FIGURE = re.compile(r"[\dA-Za-z.,%:/-]+")
_LONGEST_FIGURE = 8.0  # characters of a line that may lack for it
_UNSTOPPED = re.compile(r"[\u3400-\u9fff\dA-Za-z]$")
# Shares of the lines, or of their characters, that may be longer than the measure.
_LONGER, _UNBROKEN = 0.12, 0.3
# … and of the lines that stand with others in blocks, or else each is a block.
_INSIDE, _FEWEST_SPACED = 0.15, 15
_ENDED = 0.08  # … some of which end a sentence, as the last lines of paragraphs do
# A width of some columns: so many lines of it, and this share of all, read on to one as wide.
_FEWEST_OF_WIDTH, _SHARE_OF_WIDTH = 3, 0.02
# What speaks against a line's being set at a width, where one that fills it costs nothing: it is
# wider, or has room left, all the more where it does not end a sentence; and a column's beginning.
_TOO_WIDE, _NEARLY_FULL, _LAST, _SHORT, _OTHER_COLUMN = 3.0, 0.5, 0.5, 1.0, 3.0


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

    @property
    def hangs(self) -> bool:
        """Whether a mark ends the line: one that had no room was set beyond the margin."""
        return fold(self.text[-1:]) in HANGING


@dataclass(frozen=True)
class Measure:
    """The width at which a file breaks its lines, and what a half-width character counts.

    `is_spaced` where a blank line follows every line: then blocks are lines. `lost` is the indent
    that first lines were set with, where the file does not print it.
    """

    width: float
    half: float
    is_spaced: bool = False
    lost: int = 0

    def is_full(self, line: Line, following: Line, *, first: bool = False) -> bool:
        """Whether a line was broken because it was full: shorter only by a mark kept together, or
        by the figure that begins the next: 情况与|2024年. One that may be the `first` of a
        paragraph may lack its indent as well.
        """
        lost = self._lost_of(line) if first else 0
        slack = lost + 0.5 if ends_sentence(fold(line.text)) else max(lost + 1.0, 2.0)
        room = self.width - self._width_of(line)
        return room <= slack or self._is_short_for_figure(line, following, lost)

    def _width_of(self, line: Line) -> float:
        """A line's width; where it would be wider than the column its figures were counted half."""
        width = line.width(self.half)
        return width if width <= self.width + WIDER else line.width(0.5)

    def _lost_of(self, line: Line) -> int:
        """The indent that a first line of prose was set with, where the file has lost it."""
        folded = fold(line.text)
        room = self.width - self._width_of(line) + line.hangs
        prose = _PAUSE_INSIDE.search(folded) is not None or ends_sentence(folded)
        return self.lost if prose and room >= self.lost - 0.5 else 0

    def _is_short_for_figure(self, line: Line, following: Line | None, lost: int = 0) -> bool:
        """Whether a line has room left, but less than the figure that begins the next takes."""
        figure = _FIGURE.match(following.text) if following else None
        room = self.width - lost - self._width_of(line)
        return figure is not None and room < min(_LONGEST_FIGURE, len(figure[0]) * self.half)

    def is_wider(self, line: Line) -> bool:
        """Whether a line is set wider than the columns are: a title over two of them."""
        return self._width_of(line) > self.width + WIDER

    def is_title(self, line: Line, below: Line | None) -> bool:
        """Whether a line is short without a stop: a paragraph that is cut fills its last line."""
        short = self._width_of(line) <= self.width - SHORTER
        unstopped = _UNSTOPPED.search(line.text) is not None
        return short and unstopped and not self._is_short_for_figure(line, below)

    def opens_short(self, line: Line, below: Line | None) -> bool:
        """Whether a line lacks the two characters by which a first line was indented."""
        short = self._width_of(line) <= self.width - 1.5
        unended = not ends_sentence(fold(line.text))
        return short and unended and not self._is_short_for_figure(line, below)


def measured(lines: Sequence[Line]) -> list[tuple[Line, Measure | None]]:
    """Each line with the measure of its column, None where a line is a paragraph."""
    widths = _column_widths(lines)
    measures = {
        width: hard_measure([line for line, own in zip(lines, widths, strict=True) if own == width])
        for width in {*widths} - {UNBROKEN}
    }
    return [(line, measures.get(width)) for line, width in zip(lines, widths, strict=True)]


def _column_widths(lines: Sequence[Line]) -> list[int]:
    """The width of the column that each line stands in, `UNBROKEN` where paragraphs are not broken;
    the same for all lines where there is but one.

    Of all ways through the file the one that costs least, line by line.
    """
    half, widths = max(
        ((half, _common_widths(lines, half)) for half in (0.5, 1.0)),
        key=lambda each: sum(each[1].values()),
    )
    if len(widths) < 2:
        return [0] * len(lines)
    costs = dict.fromkeys(widths, 0.0)
    steps: list[dict[int, int]] = []
    for line in lines:
        nearest = min(costs, key=costs.__getitem__)
        step = {
            width: width if costs[width] < costs[nearest] + _OTHER_COLUMN else nearest
            for width in widths
        }
        costs = {
            width: costs[before] + _OTHER_COLUMN * (before != width) + _cost(line, width, half)
            for width, before in step.items()
        }
        steps.append(step)
    found = [min(costs, key=costs.__getitem__)]
    for step in reversed(steps[1:]):
        found.append(step[found[-1]])
    return found[::-1]


def _common_widths(lines: Sequence[Line], half: float) -> Counter[int]:
    """The widths that many lines share with the line they read on to, and how many do.

    First lines that lost their indent, and lines with a mark beyond the margin, stand alone;
    verses pause at the ends of their lines only. Lines wider than any column are `UNBROKEN`.
    """
    shared: Counter[int] = Counter()
    pausing: Counter[int] = Counter()
    for line, following in pairwise(lines):
        width = round(line.width(half))
        alike = width == round(following.width(half))
        if alike and NARROWEST <= width <= WIDEST and not ends_sentence(fold(line.text)):
            shared[width] += 1
            pausing[width] += _PAUSE_INSIDE.search(fold(line.text)) is not None
    shared[UNBROKEN] = pausing[UNBROKEN] = sum(line.width(half) > WIDEST for line in lines)
    fewest = max(_FEWEST_OF_WIDTH, _SHARE_OF_WIDTH * len(lines))
    return Counter(
        {
            width: count
            for width, count in sorted(shared.items())
            if count >= fewest and pausing[width] >= _PAUSING * count
        }
    )


def _cost(line: Line, width: int, half: float) -> float:
    room = width - line.width(half)
    if room < -0.5:
        return _NEARLY_FULL if room + line.hangs >= -0.5 else _TOO_WIDE
    if room <= 2:
        return 0.0 if room < 1 else _NEARLY_FULL
    return _LAST if ends_sentence(fold(line.text)) else _SHORT


def hard_measure(lines: Sequence[Line]) -> Measure | None:
    """How the file breaks its lines, or None where a line is a paragraph.

    Broken hard: many lines of one width, which mostly stop in mid-sentence. Programs
    count a half-width character as half or as whole; the count that agrees better is taken.
    """
    shared = Counter(line.block for line in lines)
    inner = [line for line in lines if shared[line.block] > 1]
    ended = sum(ends_sentence(fold(line.text)) for line in lines)
    alone = len(inner) < _INSIDE * len(lines) and len(lines) >= _FEWEST_SPACED
    is_spaced = alone and ended >= _ENDED * len(lines)
    if is_spaced:
        inner = list(lines)
    if len(inner) < 3:
        return None
    tried = [_measure(inner, half) for half in (0.5, 1.0)]
    found = [each for each in tried if each and not _is_unbroken(lines, each[1])]
    if not found:
        return None
    _, best = max(found, key=lambda each: each[0])
    return replace(best, is_spaced=is_spaced, lost=_lost_indent(lines, best))


def _lost_indent(lines: Sequence[Line], measure: Measure) -> int:
    """By how much the lines under the last ones of paragraphs lack the width: by the two characters
    that first lines are indented by, if that is regular.
    """
    shorts: Counter[bool] = Counter()
    for above, line in pairwise(lines):
        ended = ends_sentence(fold(above.text)) and not ends_sentence(fold(line.text))
        if ended and above.width(measure.half) <= measure.width - SHORTER and not line.indent:
            room = measure.width - line.width(measure.half) + line.hangs
            if room <= INDENT + 1:
                shorts[room >= INDENT - 0.5] += 1
    is_regular = shorts[True] >= _FEWEST_OF_WIDTH and shorts[True] >= _REGULARLY * shorts[False]
    return INDENT if is_regular else 0


def _is_unbroken(lines: Sequence[Line], measure: Measure) -> bool:
    """Whether much of a file stands in paragraphs of one line; only its titles are as wide."""
    paragraphs = [line for line in lines if line.width(measure.half) > 2 * measure.width]
    return _size(paragraphs) > _UNBROKEN * _size(lines)


def _size(lines: Sequence[Line]) -> int:
    return sum(len(line.text) for line in lines)


def _measure(inner: Sequence[Line], half: float) -> tuple[int, Measure] | None:
    """The commonest width under one way of counting, and how many lines have it.

    The first line of a paragraph may have lost its indent, and the mark that ends a line may hang
    beyond the margin: lines are full a little below and above the measure.
    """
    widths = [line.width(half) for line in inner]
    counts = Counter(width for width in map(round, widths) if NARROWEST <= width <= WIDEST)
    if not counts:
        return None
    width = max(counts, key=lambda each: (counts[each], each))
    full = [
        line for line, own in zip(inner, widths, strict=True) if -2 <= own - width <= WIDER
    ]  # fmt: skip
    longer = sum(
        own - line.hangs > width + 1.5 for line, own in zip(inner, widths, strict=True)
    )  # fmt: skip
    open_ended = sum(not ends_sentence(fold(line.text)) for line in full)
    if longer > _LONGER * len(inner):
        return None
    if len(full) < max(2, 0.45 * len(inner)) or open_ended < 0.55 * len(full):
        return None
    return counts[width], Measure(float(width), half)
