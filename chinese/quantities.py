"""Quantities: areas, lengths, weights, energy, capacities, counts with measure word, percentages.

万 and 亿 are multiplied out, the printed unit is kept, nothing is converted. Lengths of time,
ages, voltages and grades are none.
"""

from __future__ import annotations

import re

from chinese.figures import Figure, figures
from chinese.finds import Amount
from chinese.folding import Folded, fold
from chinese.money import is_money
from chinese.numerals import DIGITS

# Measure words that after a small Chinese numeral name or order rather than count: 二标段, 两层.
_NOT_AFTER_HAN = frozenset(("番", "担", "升", "克", "立方", "标段", "队", "盘", "层", "次", "件"))
_OPENING = re.compile(r"“[^”]{0,12}$")
_PLACE = frozenset("山河峡渠湖村镇乡岭庄沟坡营桥寨屯堡")
_RATED = re.compile(r"(年|日|月)(?:均)?(?:产|加工|处理|供应|生产|发电|出栏)[^0-9,。;、]{1,8}$")
_PREFIXED = re.compile(r"^[年月日天]")
_NO_COUNT = re.compile(
    r"[一二三四五六七八九十两]|“|字|方面|层面|环节|阶段|维度|坚持|必须|确保|意识|自信|维护"
)


def find_quantities(text: str | Folded) -> list[Amount]:
    """Every counted or measured amount of a text that is no money, with its place."""
    folded = fold(text) if isinstance(text, str) else text
    return [_amount(folded, each) for each in quantity_figures(folded.text)]


def quantity_figures(text: str) -> list[Figure]:
    """The figures of a folded text that are quantities."""
    return [each for each in figures(text) if _is_quantity(text, each)]


def _is_quantity(text: str, figure: Figure) -> bool:
    if figure.kind in ("money", "foreign", "none", "spoken") or figure.value is None:
        return False
    if figure.kind == "count":
        return _is_count(text, figure)
    return not (_is_han(text, figure) and (figure.value == 1 or figure.unit in _NOT_AFTER_HAN))


def _is_count(text: str, figure: Figure) -> bool:
    """两个, 3700余户 count; 一个, 第3名, 前3名, “四个一流”, 五台山 do not."""
    if is_money(text, figure) or text[figure.start - 1 : figure.start] in ("前", "第", "每"):
        return False
    if _OPENING.search(text[max(0, figure.start - 13) : figure.start]):
        return False
    if not _is_han(text, figure):
        return True
    following = text[figure.end : figure.end + 1]
    if figure.value == 1 or following in _PLACE or figure.unit in _NOT_AFTER_HAN:
        return False
    return not _NO_COUNT.match(text, figure.end)


def _is_han(text: str, figure: Figure) -> bool:
    return all(each in DIGITS or not each.isdecimal() for each in _number(text, figure))


def _number(text: str, figure: Figure) -> str:
    return text[figure.number_start : figure.unit_start]


def _amount(folded: Folded, figure: Figure) -> Amount:
    start, end = folded.span(figure.start, figure.end)
    unit, per = figure.unit, figure.per
    if not per and figure.kind in ("weight", "volume", "energy", "count"):
        rated = _RATED.search(folded.text[max(0, figure.start - 12) : figure.start])
        per = rated[1] if rated else ""
    if per and "/" not in unit:
        unit = f"{unit}/{per}"
    return Amount(
        start,
        end,
        folded.original[start:end],
        value=figure.value,
        value_to=figure.value_to,
        unit=unit,
        kind=figure.kind,
        comparator=figure.comparator,
        per=per,
        reason=figure.reason,
    )
