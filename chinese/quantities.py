"""Quantities: areas, lengths, weights, energy, capacities, counts with measure word, percentages.

万 and 亿 are multiplied out, the printed unit is kept, nothing is converted. Lengths of time,
ages, voltages and grades are none.
"""

from __future__ import annotations

import re

from chinese.damage import damage_around
from chinese.figures import Figure, figures, with_bounds
from chinese.finds import Amount
from chinese.folding import Folded, fold
from chinese.money import is_money
from chinese.numerals import DIGITS
from chinese.wordlists import Lexicon, any_of, words

_ORDERS = frozenset(words("counts", "orders"))
_MAKES_PLACES = frozenset(words("counts", "makes places"))
_PLACE = frozenset(words("counts", "place"))
_POLICY = Lexicon.read("counts", "policy", "no policy")
# An order that counts all the same: 三面锦旗, 两节车厢; 十件实事 is the name of a programme.
_COUNTED_GOODS = re.compile(
    f"(?<=面){any_of(words('counts', 'counted by 面'))}|"
    f"(?<=节){any_of(words('counts', 'counted by 节'))}"
)
_PROGRAMME = re.compile(r"(?<=件)(?:套|实事|大事|好事)")
# 2023村晚, 2024乡镇论坛: a year before a word for a place is no count.
_PLACES = frozenset(("村", "镇", "乡镇", "社区"))
_YEAR = re.compile(r"(?:19|20)[0-9]{2}$")
# A name in quotes, which opens before the figure and closes soon behind it: “四个一流”.
_OPENING = re.compile(r"“[^”,。;:!?、]{0,12}$|《[^》\n]{0,20}$")
_CLOSING = re.compile(r"[^“,。;:!?\n]{0,16}”|[^《\n]{0,20}》")
_SHORT_NAME = 10  # a longer quote that has a count in figures is speech
# 前3名, 后四位, 第3批, 每2户: an order or a share; 9月底前14座 is a count.
_ORDER = re.compile(
    r"[第每]$|(?<![底末日号月年之以期会节目当此先提眼面])前$|(?:[号码名末]|^|[,。;、的])后$"
)
_RATED = re.compile(
    "(?<![今昨去明前上本当全近同几数两0-9一二三四五六七八九十])(年|日|月)(?:均)?"
    f"{any_of(words('counts', 'rate of a thing'))}[^0-9,。;、]{{1,8}}$"
)
# 三个一百, 四个“最严”。 with nothing behind the quotes; 两口子, 三口之家, 五位一体, 两部制.
_SAYING = re.compile(r"[一二三四五六七八九十两]|“[^”]{1,12}”(?:[,。;、!]|$)")
_IDIOM = re.compile(r"(?<=口)(?:子|之家)|(?<=位)一体|(?<=[部票])制")
_NO_GOODS = re.compile(r"[多来余]?亿(?![元吨级])|[0-9.]+%")
# 100米短跑, 5公里健康跑: the name of a race.
_RACE = re.compile(f"{any_of(words('counts', 'race'))}|[^,。;、]{{0,2}}跑")
_NO_QUANTITIES = ("money", "foreign", "none", "spoken")
_SPEED = re.compile(r"(?:[时车航]速)[^0-9,。;]{0,4}$")


def find_quantities(text: str | Folded) -> list[Amount]:
    """Every counted or measured amount of a text that is no money, with its place."""
    folded = fold(text) if isinstance(text, str) else text
    return [_amount(folded, each) for each in quantity_figures(folded.text)]


def quantity_figures(text: str) -> list[Figure]:
    """The figures of a folded text that are quantities."""
    chosen = [
        each for each in figures(text) if each.kind not in _NO_QUANTITIES and each.value is not None
    ]
    measured = with_bounds(text, chosen)
    return [each for each in measured if _is_quantity(text, each) and not damage_around(text, each)]


def graded_figures(text: str) -> list[Figure]:
    """5000吨 of 5000吨级码头: no quantity of anything, but how large what bears the name is."""
    return [
        each
        for each in figures(text)
        if each.kind == "weight" and each.value is not None and text.startswith("级", each.end)
    ]


def _is_quantity(text: str, figure: Figure) -> bool:
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
    return not (_is_han(text, figure) and (figure.value == 1 or figure.unit in _ORDERS))


def _is_count(text: str, figure: Figure) -> bool:
    """两个, 3700余户 count; 一个, 第3名, 前3名, “四个一流”, 五台山 do not."""
    if is_money(text, figure) or _ORDER.search(text, max(0, figure.start - 2), figure.start):
        return False
    if _NO_GOODS.match(text, figure.end) or _is_in_a_name(text, figure):
        return False
    if not _is_han(text, figure):
        return not (figure.unit in _PLACES and _YEAR.match(_number(text, figure)))
    if figure.value in (0, 1) or _number(text, figure) == "二":  # 两 counts, 二 numbers
        return False
    return not _is_han_name(text, figure)


def _is_han_name(text: str, figure: Figure) -> bool:
    """What Chinese figures with a measure word name: 二标段, 五台山, 三个代表, 十件实事, 两口子."""
    unit, end = figure.unit, figure.end
    if unit in _ORDERS and not _COUNTED_GOODS.match(text, end):
        return True
    if unit in _MAKES_PLACES and text[end : end + 1] in _PLACE:
        return True
    if _PROGRAMME.match(text, end) or _IDIOM.match(text, end):
        return True
    if unit != "个":
        return False
    policy = _POLICY.at(text, end)
    return bool(policy and policy[1] == "policy") or _SAYING.match(text, end) is not None


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
