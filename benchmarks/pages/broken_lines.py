"""Pages whose lines are broken at the width of their columns, without blank lines between.

A column is cut between lines, so that its foot is full: what the cut of a page leaves over of a
line is set with the rest of the paragraph.
"""

from __future__ import annotations

import random
import re
from collections.abc import Sequence
from dataclasses import dataclass

from benchmarks.pages.typeset import INDENT, NO_START, Block, TruePage

# Of the pages: first lines are indented, or their indents were lost; figures are never broken.
INDENTED, INDENT_LOST = 0.4, 0.25
WHOLE_FIGURES = 0.5
_FIGURE = re.compile(r"[\dA-Za-z.,%:/-]+|.")


@dataclass(frozen=True)
class PrintedLine:
    """A line, the block that it is of, and whether it is the last of it."""

    text: str
    block: int
    is_last: bool


@dataclass(frozen=True)
class Column:
    """How a page is set: 12 to 22 characters a line, the indent, what is not broken."""

    width: int
    indent: int
    is_indent_lost: bool
    keeps_figures: bool

    @classmethod
    def of(cls, chance: random.Random) -> Column:
        width, how = chance.randint(12, 22), chance.random()
        lost = INDENTED <= how < INDENTED + INDENT_LOST
        indent = INDENT if how < INDENTED or lost else 0
        return cls(width, indent, lost, chance.random() < WHOLE_FIGURES)

    def lines(self, text: str, indent: int) -> list[str]:
        """A text set solid; no mark begins a line, and a half-width character counts half."""
        lines, line, taken = [], "", float(indent)
        for part in _FIGURE.findall(text) if self.keeps_figures else text:
            size = sum(0.5 if letter.isascii() else 1.0 for letter in part)
            if line and taken + size > self.width and part not in NO_START:
                lines.append(line)
                line, taken = "", 0.0
            line, taken = line + part, taken + size
        return [*lines, line] if line else lines


def broken_lines(page: TruePage, chance: random.Random) -> list[PrintedLine]:
    """The lines of a page in columns."""
    column = Column.of(chance)
    read_on = _read_on(page.blocks)
    lines: dict[int, list[str]] = {}
    left_over: dict[int, str] = {}
    for number in sorted(range(len(page.blocks)), key=lambda each: page.blocks[each].fragment):
        block = page.blocks[number]
        indent = column.indent if block.role == "body" and not block.fragment else 0
        found = column.lines(left_over.get(number, "") + block.text, indent)
        if number in read_on and len(found) > 1:
            left_over[read_on[number]] = found.pop()
        printed = "" if column.is_indent_lost else "\u3000" * indent
        lines[number] = [printed + found[0], *found[1:]]
    return [
        PrintedLine(line, number, at == len(lines[number]) - 1)
        for number in sorted(lines)
        for at, line in enumerate(lines[number])
    ]


def _read_on(blocks: Sequence[Block]) -> dict[int, int]:
    """The block of a cut paragraph that the rest of a line goes over to, where it is printed."""
    places = {
        (block.article, block.paragraph, block.fragment): number
        for number, block in enumerate(blocks) if block.paragraph >= 0
    }  # fmt: skip
    return {
        number: places[article, paragraph, fragment + 1]
        for (article, paragraph, fragment), number in places.items()
        if (article, paragraph, fragment + 1) in places
    }
