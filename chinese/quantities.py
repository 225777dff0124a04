"""Quantities: areas, lengths, weights, energy, capacities, counts with measure word, percentages.

万 and 亿 are multiplied out, the printed unit is kept, nothing is converted. Lengths of time,
ages, voltages and grades are none.
"""

from __future__ import annotations

import re

from chinese.damage import damage_around
from chinese.figures import Figure, figures
from chinese.finds import Amount
from chinese.folding import Folded, fold
from chinese.money import is_money
from chinese.numerals import DIGITS

# Measure words that after a small Chinese numeral name or order rather than count: 二标段, 两层.
_NOT_AFTER_HAN = frozenset(
    (
        "番",
        "担",
        "升",
        "克",
        "立方",
        "标段",
        "队",
        "盘",
        "件",
        "面",
        "节",
        "针",
        "圈",
        "平方",
    )
)
# A name in quotes, which opens before the figure and closes soon behind it: “四个一流”.
_OPENING = re.compile(r"“[^”,。;:!?、]{0,12}$|《[^》\n]{0,20}$")
_CLOSING = re.compile(r"[^“,。;:!?\n]{0,16}”|[^《\n]{0,20}》")
_SHORT_NAME = 10  # a longer quote that has a count in figures is speech
# 前3名, 后四位, 第3批, 每2户: an order or a share; 9月底前14座 is a count.
_ORDER = re.compile(
    r"[第每]$|(?<![底末日号月年之以期会节目当此先提眼面])前$|(?:[号码名末]|^|[,。;、的])后$"
)
# Measure words that with a word for a place behind them make its name: 五台山, 三家村.
_OF_PLACES = frozenset("台家道门口间")
_PLACE = frozenset("山河峡渠湖村镇乡岭庄沟坡营桥寨屯堡")
_RATED = re.compile(
    r"(?<![今昨去明前上本当全近同几数两0-9一二三四五六七八九十])(年|日|月)(?:均)?(?:产|加工|处理|供应|生产|发电|出栏)[^0-9,。;、]{1,8}$"
)
_PREFIXED = re.compile(r"^[年月日天]")
# What follows a count in Chinese figures that only names a policy or a saying: 三个代表, 两口子.
_NO_COUNT = re.compile(
    r"[一二三四五六七八九十两]|“(?![^”]{1,12}”的)|字|方面|层面|环节|阶段|维度|坚持|坚决|必须|确保|务必|意识|自信|维护|确立|"
    r"代表|清单|一律|不|更加|着力|聚焦|强化|突出|注重|统筹|结合|同步|到位|率先|走在|振兴|全面|转变|伟大|"
    r"子(?!项)|之家|位一体|制(?![度作定成造约])"
)
_NO_GOODS = re.compile(r"[多来余]?亿(?![元吨级])|[0-9.]+%")
# 100米短跑, 5公里健康跑: the name of a race.
_RACE = re.compile(
    r"(?:短跑|长跑|跑|栏|障碍|接力|自由泳|蛙泳|仰泳|蝶泳|混合泳|竞走|半?决赛|预赛|比赛|冠军|[^,。;、]{0,2}跑)"
)
_NO_QUANTITIES = ("money", "foreign", "none", "spoken")
_SPEED = re.compile(r"(?:[时车航]速)[^0-9,。;]{0,4}$")


def find_quantities(text: str | Folded) -> list[Amount]:
    """Every counted or measured amount of a text that is no money, with its place."""
    folded = fold(text) if isinstance(text, str) else text
    return [_amount(folded, each) for each in quantity_figures(folded.text)]


def quantity_figures(text: str) -> list[Figure]:
    """The figures of a folded text that are quantities."""
    return [
        each for each in figures(text) if _is_quantity(text, each) and not damage_around(text, each)
    ]


def _is_quantity(text: str, figure: Figure) -> bool:
    if figure.kind in _NO_QUANTITIES or figure.value is None:
        return False
    if figure.kind == "count":
        return _is_count(text, figure)
    if figure.kind == "percent" and text[figure.end : figure.end + 1] in ("万", "亿"):
        return False  # 8.4%亿元
    if figure.kind != "percent" and text[figure.end : figure.end + 1] == "级":
        return False  # 5000吨级码头, 70公斤级
    if figure.kind == "length" and (
        _SPEED.search(text, max(0, figure.start - 8), figure.start) or _RACE.match(text, figure.end)
    ):
        return False
    return not (_is_han(text, figure) and (figure.value == 1 or figure.unit in _NOT_AFTER_HAN))


def _is_count(text: str, figure: Figure) -> bool:
    """两个, 3700余户 count; 一个, 第3名, 前3名, “四个一流”, 五台山 do not."""
    if is_money(text, figure) or _ORDER.search(text, max(0, figure.start - 2), figure.start):
        return False
    if _NO_GOODS.match(text, figure.end) or _is_in_a_name(text, figure):
        return False
    if not _is_han(text, figure):
        return True
    if figure.value in (0, 1) or _number(text, figure) == "二":  # 两 counts, 二 numbers
        return False
    if figure.unit in _NOT_AFTER_HAN:
        return False
    if figure.unit in _OF_PLACES and text[figure.end : figure.end + 1] in _PLACE:
        return False
    return not _NO_COUNT.match(text, figure.end)


def _is_in_a_name(text: str, figure: Figure) -> bool:
    opened = _OPENING.search(text, max(0, figure.start - 21), figure.start)
    closed = _CLOSING.match(text, figure.end) if opened else None
    if opened is None or closed is None:
        return False
    short = closed.end() - opened.start() <= _SHORT_NAME
    return short or opened[0][0] == "《" or _is_han(text, figure)


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
