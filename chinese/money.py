"""Money: found in a text with what it measures, and said as in print (1.3亿元, 2000万元)."""

from __future__ import annotations

import re
from decimal import Decimal

from chinese.figures import Figure, figures
from chinese.finds import Amount
from chinese.folding import Folded, fold
from chinese.measures import measure_of
from chinese.numerals import WAN, YI, scan

_WAN, _YI, _WAN_YI = Decimal(10**4), Decimal(10**8), Decimal(10**12)
# The largest unit in which the figure stays short enough to be said.
_SCALES = ((_WAN_YI, "万亿元"), (_YI, "亿元"), (_WAN, "万元"))
_SAYABLE_PLACES = 4

CURRENCIES = {
    "美元": "USD",
    "美金": "USD",
    "欧元": "EUR",
    "港元": "HKD",
    "港币": "HKD",
    "日元": "JPY",
    "英镑": "GBP",
    "澳元": "AUD",
    "加元": "CAD",
    "加拿大元": "CAD",
    "新加坡元": "SGD",
    "新元": "SGD",
    "韩元": "KRW",
    "卢布": "RUB",
    "瑞士法郎": "CHF",
    "泰铢": "THB",
    "新台币": "TWD",
    "越南盾": "VND",
    "澳门元": "MOP",
    "坚戈": "KZT",
    "马克": "DEM",
}
# What a bare class of sizes is followed by: 百亿元级, 千亿元产业集群. It says no sum.
_CLASS = re.compile(r"级|(?:产业|集群|园区|企业|工程|项目|俱乐部|县|镇|村)")
_DAMAGE = re.compile(r"\.(?![0-9])[^\s,。;]|\.\.")
_SPOKEN = re.compile(r"(?:[卖挣赚花给拿贷补值交欠]|要|收入|出|才|成本)[^,。;:]{0,8}$")
_UNSAID_UNIT = re.compile(
    r"(?:投资|投入|出资|耗资|斥资|造价|概算|资金|产值|收入|利润|税收|贷款|要)"
    r"(?:额|总额)?(?:约|近|超|达|达到|为|共|逾|超过|:)?$"
)
_SAID_NO_MORE = re.compile(r"[,。;:!?、)\n的]|建设|建成|新建|修建|购买|购置|改造|实施|打造|用于|$")


def find_money(text: str | Folded) -> list[Amount]:
    """Every sum of money of a text, in order, each with its place in the text.

    Yuan are multiplied out; foreign money keeps its number and currency. A sum that cannot be
    read (`75亿元.分`, a bare `亿元`) has no value and a `reason`. `measure` is one of total,
    approved, year, done, paid, part, or none for money that is no investment.
    """
    folded = fold(text) if isinstance(text, str) else text
    return [_amount(folded, figure) for figure in money_figures(folded.text)]


def money_figures(text: str) -> list[Figure]:
    """The figures of a folded text that are money, those with an unsaid 元 included."""
    found = [each for each in figures(text) if is_money(text, each)]
    taken = [(each.start, each.end) for each in found]
    unsaid = [each for each in _unsaid(text) if not _overlaps(each, taken)]
    return sorted([*found, *unsaid], key=lambda each: each.start)


def money_text(yuan: Decimal) -> str:
    """The amount as a paper prints it, exact.

    >>> money_text(Decimal(130_000_000)), money_text(Decimal(20_000_000))
    ('1.3亿元', '2000万元')
    """
    figure, unit = split_money(yuan)
    return figure + unit


def split_money(yuan: Decimal) -> tuple[str, str]:
    """The figure and its unit, for templates that set them in different type.

    >>> split_money(Decimal("123456.78"))
    ('123456.78', '元')
    """
    for size, unit in _SCALES:
        figure = yuan / size
        if abs(figure) >= 1 and _places(figure) <= _SAYABLE_PLACES:
            return _plain(figure), unit
    return _plain(yuan), "元"


def is_money(text: str, figure: Figure) -> bool:
    if figure.kind == "spoken" or figure.unit == "块":
        scaled = any(each in text[figure.start : figure.end] for each in "万千百")
        ends = text[figure.end : figure.end + 1] in ("", *",。;!?、的”")
        context = _SPOKEN.search(text[max(0, figure.start - 14) : figure.start])
        return figure.unit == "块钱" or bool(ends and (scaled or context))
    if figure.kind not in ("money", "foreign"):
        return False
    bare = text[figure.number_start] in "百千" and figure.value is not None
    return not (bare and _CLASS.match(text, figure.end))


def _unsaid(text: str) -> list[Figure]:
    """总投资1.3亿, without its 元: only behind a word that speaks of money, before a pause."""
    found = []
    for place in re.finditer(r"[0-9一二两三四五六七八九十]", text):
        start = place.start()
        if start and text[start - 1] in "0123456789.,一二两三四五六七八九十百千":
            continue
        before = _UNSAID_UNIT.search(text[max(0, start - 12) : start])
        number = scan(text, start) if before else None
        if not number or number.value is None or text[number.end - 1] not in WAN + YI:
            continue
        if _SAID_NO_MORE.match(text, number.end):
            vague = "~" if "来" in text[number.start : number.end] else ">="
            comparator = vague if number.more else "="
            found.append(
                Figure(start, number.end, number.value, "", "money", comparator, number_start=start)
            )
    return found


def _overlaps(figure: Figure, taken: list[tuple[int, int]]) -> bool:
    return any(start < figure.end and figure.start < end for start, end in taken)


def _amount(folded: Folded, figure: Figure) -> Amount:
    start, end = folded.span(figure.start, figure.end)
    damaged = _DAMAGE.match(folded.text, figure.end) is not None
    return Amount(
        start,
        end,
        folded.original[start:end],
        value=None if damaged else figure.value,
        value_to=None if damaged else figure.value_to,
        unit=figure.unit or "元",
        kind="money",
        comparator=figure.comparator,
        currency=CURRENCIES.get(figure.unit, "CNY"),
        measure=measure_of(folded.text, figure.start, figure.end),
        reason="damaged print after the sum" if damaged else figure.reason,
    )


def _places(figure: Decimal) -> int:
    exponent = figure.normalize().as_tuple().exponent
    assert isinstance(exponent, int)
    return max(0, -exponent)


def _plain(figure: Decimal) -> str:
    return f"{figure.normalize():f}"
