"""Rows of a table among the lines of a page: 柳湾水库除险加固 4860万元 11月底.

Cells are parted by tabs, bars or blanks. One line with blanks may be a headline
(抓项目　强产业　惠民生); two and more with figures in their cells, one under the other, are a
table.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

_BETWEEN = re.compile(r"\t+|\s*[|｜│]\s*|\s*[—－-]{2,}\s*|[ \u3000]+")
# 铺设管道 2.3 公里，总投资: a sentence with a blank on both sides of its figures.
_SPACED_FIGURE = re.compile(r" (\d[\d.,]*) (?=[\u3400-\u9fff])")
_STOPS = re.compile("[。！？]")
_FIGURE = re.compile(r"\D{0,6}\d[\d,.:：～~—－至/年月日万亿-]*\S{0,10}|待定|[—－/-]+")
_UNIT = re.compile(r"单位：[^，。]{1,10}[）)]?$")
# What a report begins with: two lines over it are its headlines, however many parts they have.
OPENS_REPORT = re.compile(r"\s*[（【]?\s*(?:本[报刊]|新华社|记者|通讯员)|[^，。]{2,9}讯\s*[（ ]")
FEWEST_CELLS, FEWEST_ROWS, FEWEST_PLAIN = 3, 2, 3
_APART = re.compile("[ \u3000]{2}")
_LONGEST_ROW, _LONGEST_HEAD = 80, 10


def cells_of(folded: str) -> list[str]:
    """The cells of a line; a line without any gap is one cell."""
    return [cell for cell in _BETWEEN.split(folded.strip("|｜│ \t\u3000")) if cell]


def is_row(folded: str) -> bool:
    """Three cells or more without a stop, one behind the first with a figure."""
    if len(folded) > _LONGEST_ROW or _STOPS.search(folded):
        return False
    cells = cells_of(_SPACED_FIGURE.sub(r"\1", folded) if "，" in folded else folded)
    told = any(_FIGURE.fullmatch(cell) for cell in cells[1:])
    return len(cells) >= FEWEST_CELLS and told and not all(cell[0].isdigit() for cell in cells)


def rows_among(lines: Sequence[str]) -> set[int]:
    """The numbers of the lines that stand in a table: its rows, its head, the unit over it."""
    rows = [is_row(line) for line in lines]
    found: set[int] = set()
    first = 0
    while first < len(lines):
        last = _end(lines, rows, first)
        beginning, count = _beginning(lines, first), sum(rows[first:last])
        headed = beginning < first
        over_report = last < len(lines) and OPENS_REPORT.match(lines[last])
        if count > FEWEST_ROWS or (count == FEWEST_ROWS and (headed or not over_report)):
            found |= set(range(beginning, last))
        first = max(last, first + 1)
    return found | _without_figures(lines)


def _without_figures(lines: Sequence[str]) -> set[int]:
    """周一　咸水歌　罗妹姑: several lines of cells that are set apart, one under the other."""
    apart = [_is_set_apart(line) for line in lines]
    found: set[int] = set()
    for at in range(len(lines) - FEWEST_PLAIN + 1):
        if all(apart[at : at + FEWEST_PLAIN]):
            found |= set(range(at, at + FEWEST_PLAIN))
    return found


def _is_set_apart(line: str) -> bool:
    if len(line) > _LONGEST_ROW or _STOPS.search(line) or not _APART.search(line):
        return False
    lengths = [len(cell) for cell in cells_of(line)]  # 抓项目 强产业 惠民生 is a slogan
    return len(lengths) >= FEWEST_CELLS and len(set(lengths)) > 1


def _end(lines: Sequence[str], rows: Sequence[bool], first: int) -> int:
    """Behind the last row of those from here on; one that tells less may stand between them."""
    last = first
    while last < len(lines):
        between = rows[last : last + 2] == [False, True] and last > first
        if not rows[last] and not (between and _tells_less(lines[last])):
            break
        last += 1
    return last


def _tells_less(line: str) -> bool:
    """老鹰湖段 正在论证"""
    return len(cells_of(line)) >= FEWEST_CELLS - 1 and not _STOPS.search(line)


def _beginning(lines: Sequence[str], first: int) -> int:
    """Where the head of the columns stands, and the unit of the figures: （单位：万元）."""
    if first and _is_head(lines[first - 1], len(cells_of(lines[first]))):
        first -= 1
    if first and _UNIT.search(lines[first - 1]) and not _STOPS.search(lines[first - 1]):
        first -= 1
    return first


def _is_head(line: str, columns: int) -> bool:
    cells = cells_of(line)
    words = all(len(cell) <= _LONGEST_HEAD and not re.search(r"\d", cell) for cell in cells)
    return words and abs(len(cells) - columns) <= 1 < len(cells)
