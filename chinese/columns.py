"""What the head of its column says of a sum in a table: | 项目 | 总投资 | 年度完成 |."""

from __future__ import annotations

import re
from functools import lru_cache

_CELLS = re.compile(r"\s*[|｜]\s*|\t|\u3000| {2,}")
_BLANKS = re.compile(r"\s*[|｜]\s*|\s+")
_BETWEEN = ("|", "｜", "\t", "\u3000", " ", "\n")
_LONGEST_ROW = 200  # characters
_LEAST = 3  # cells of a row
_LOOKED_BACK = 2_000  # characters
_LONGEST = 14  # characters of a head
_TIME = re.compile("20[0-9]{2}年|[0-9]{1,2}(?:[-~—至][0-9]{1,2})?月底?(?=.)")


def head_of_column(text: str, start: int, end: int) -> str:
    """The head over the cell in which a sum stands alone, or nothing.

    Columns are counted from the right: what a row leaves out or adds (a number) stands left.

    >>> table = "项目｜总投资｜完成时限\\n北桥｜2.1亿元｜10月"
    >>> head_of_column(table, 16, 21)
    '总投资'
    """
    if text[start - 1 : start] not in _BETWEEN or text[end : end + 1] not in _BETWEEN:
        return ""
    first = text.rfind("\n", max(0, start - _LONGEST_ROW), start) + 1
    last = text.find("\n", end, end + _LONGEST_ROW)
    last = last if last >= 0 else len(text)
    if not first or last - first > _LONGEST_ROW:
        return ""
    for parted in (_CELLS, _BLANKS):
        behind, before = parted.split(text[end:last]), parted.split(text[first:start])
        if not behind[0] and not before[-1] and len(before) + len(behind) > _LEAST:
            return _head_over(text[max(0, first - _LOOKED_BACK) : first], parted, len(behind))
    return ""


def _head_over(above: str, parted: re.Pattern[str], from_right: int) -> str:
    """The cell so far from the right in the nearest line above that is one of heads."""
    for line in reversed(above.split("\n")):
        heads = _heads(line, parted)
        if len(heads) >= from_right:
            return heads[-from_right]
    return ""


@lru_cache(256)
def _heads(line: str, parted: re.Pattern[str]) -> tuple[str, ...]:
    """The cells of a line, if all of them may be heads. Every row of a table asks again."""
    cells = tuple(each for each in parted.split(line.strip()) if each)
    are_heads = len(cells) >= _LEAST and all(len(e) <= _LONGEST and _is_head(e) for e in cells)
    return cells if are_heads else ()


def _is_head(cell: str) -> bool:
    """2024年计划投资, 1-6月完成: no figure but that of a time."""
    return not re.search("[0-9]", _TIME.sub("", cell))
