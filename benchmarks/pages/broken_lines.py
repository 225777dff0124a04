"""Pages whose lines are broken at the width of their columns, without blank lines between."""

from __future__ import annotations

import random
from dataclasses import dataclass

from benchmarks.pages.typeset import NO_START, TruePage

INDENTED = 0.4  # of the pages


@dataclass(frozen=True)
class PrintedLine:
    """A line, the block that it is of, and whether it is the last of it."""

    text: str
    block: int
    is_last: bool


def broken_lines(page: TruePage, chance: random.Random) -> list[PrintedLine]:
    """The lines of a page in columns of 12 to 22 characters, indented or not."""
    width = chance.randint(12, 22)
    indent = "　　" if chance.random() < INDENTED else ""
    found = []
    for number, block in enumerate(page.blocks):
        begins = block.role == "body" and not block.fragment
        lines = _lines((indent if begins else "") + block.text, width)
        found += [
            PrintedLine(line, number, at == len(lines) - 1) for at, line in enumerate(lines)
        ]  # fmt: skip
    return found


def _lines(text: str, width: int) -> list[str]:
    """A text set solid; no mark begins a line, and a half-width character counts half."""
    lines, line, taken = [], "", 0.0
    for letter in text:
        size = 0.5 if letter.isascii() else 1.0
        if taken + size > width and letter not in NO_START:
            lines.append(line)
            line, taken = "", 0.0
        line, taken = line + letter, taken + size
    return [*lines, line] if line else lines
