"""Money: found in a text with what it measures, and said as in print (1.3亿元, 2000万元)."""

from __future__ import annotations

import re
from decimal import Decimal

from chinese.columns import head_of_column
from chinese.damage import damage_around
from chinese.figures import Figure, bounded, figures, with_bounds
from chinese.finds import Amount
from chinese.folding import Folded, fold
from chinese.measures import measure_of, measure_of_column
from chinese.numerals import SMALL_UNITS, WAN, YI, scan, whole_value
from chinese.units import MONEY
from chinese.wordlists import any_of, words

_WAN, _YI, _WAN_YI = Decimal(10**4), Decimal(10**8), Decimal(10**12)
# The largest unit in which the figure stays short enough to be said.
_SCALES = ((_WAN_YI, "万亿元"), (_YI, "亿元"), (_WAN, "万元"))
_SAYABLE_PLACES = 4

CURRENCIES = dict(each.split("=") for each in words("sums", "code of a currency"))
# What a bare class of sizes is followed by: 百亿元级, 千亿元产业集群. It says no sum.
_CLASS = re.compile(any_of(words("sums", "of that class")))
# 千万元以上农业项目: nor does this, which is reported all the same, without a value.
_CLASS_BEYOND = re.compile(
    f"[^,。;:!?、\n0-9]{{0,6}}?{any_of(words('measures', 'class of sizes'))}|"
    f"的?{any_of(words('measures', 'sorted by size'))}|的?(?:有|达到?|共)?[0-9]+[个家户位项]"
)
# 一元复始, 三元里, 1元一票制, 0元购: a word or the name of an offer.
_NAMED = re.compile(r"一票制|购(?!买)")
_ONE_OF_WORDS = re.compile(f"[一二三四五多]元{any_of(words('sums', 'behind so many 元'))}")
# 一分钱也不会少, 2元一块: said of no sum, or of what a sum buys.
_NOT_ONE = re.compile(r"一[分毛角]钱|一块钱?[也都不没]|(?<=[元角毛分钱])一块")
_QUOTED = re.compile(r"[^,。;:!?、“”\n]{1,8}”")
_MONEY = (*MONEY, "spoken")
_A_FEE = 1000  # what is quoted with fewer yuan is the name of an offer: “一元早餐”
_OF_GOODS = re.compile(r"块[和与及、]$")
_PUT_UP = re.compile(
    r"[砖板瓦石牌匾碑屏表池玉墙料田地片坯芯件志识栏网灯场圃林园坪塘立建设装挂置有共增]$"
)
# Words that speak of money, before a number that leaves its 元 unsaid: 总投资1.3亿, 亏了600来万.
_SPEAKS_OF_MONEY = words("sums", "speaks of money")
_MONEY_SAID = re.compile(
    rf"(?:{any_of(_SPEAKS_OF_MONEY)}"
    r"(?:额|总额|规模|金额)?了?(?:大?约|近|超过?|逾|不足|高|最高)?(?:达到?|为|是|共|:)?|[￥¥])$"
)
# A first look: how such words end, and a number behind them.
_LAST_OF_THEM = "".join(sorted({each[-1] for each in _SPEAKS_OF_MONEY}))
_MAYBE_SAID = re.compile(
    f"[{_LAST_OF_THEM}额模金了约近超过逾足高达到为是共:￥¥](?=[0-9一二两三四五六七八九十])"
)
_SAID_NO_MORE = re.compile(rf"[,。;:!?、)\n的](?!元)|{any_of(words('sums', 'comes of money'))}|$")
_UNITS_ALONE = frozenset((*WAN, *YI, *SMALL_UNITS))
_SCALES_SAID = _UNITS_ALONE - {"十", "拾"}
_EARNED = frozenset("挣赚花亏赔薪资")
_SIGNS = "￥¥"
_SPOKEN_YI = re.compile(r"个[多来余]?亿(?=[,。;:!?、)”的]|左右|以上|以内|$)")


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
    chosen = [each for each in figures(text) if _may_be_money(text, each)]
    sums = [_as_money(text, each) for each in with_bounds(text, chosen)]
    found = [each for each in sums if each is not None]
    taken = [(each.start, each.end) for each in found]
    unsaid = [each for each in _unsaid(text) if not _overlaps(each, taken)]
    return sorted([*found, *unsaid]) if unsaid else found


def money_text(yuan: Decimal, yuan_to: Decimal | None = None) -> str:
    """The amount, or the range up to `yuan_to`, as a paper prints it, exact.

    >>> money_text(Decimal(130_000_000)), money_text(Decimal(20_000_000))
    ('1.3亿元', '2000万元')
    >>> money_text(Decimal(300_000_000), Decimal(500_000_000))
    '3亿元至5亿元'
    """
    ends = (yuan,) if yuan_to is None else (yuan, yuan_to)
    return "至".join("".join(split_money(end)) for end in ends)


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


def _may_be_money(text: str, figure: Figure) -> bool:
    if figure.unit == "个":
        return figure.value is not None and _SPOKEN_YI.match(text, figure.unit_start) is not None
    return figure.kind in _MONEY or figure.unit == "块"


def _as_money(text: str, figure: Figure) -> Figure | None:
    """The figure where it is money, without a value where the print leaves it in doubt."""
    if figure.unit == "个":
        return _in_hundred_millions(text, figure)
    if not is_money(text, figure):
        return None
    if figure.value is None:
        return figure  # its number has told already why
    reason = damage_around(text, figure) or _names_a_class(text, figure)
    return figure._replace(value=None, value_to=None, reason=reason) if reason else figure


def _in_hundred_millions(text: str, figure: Figure) -> Figure:
    """纳税1.2个亿, 3个多亿."""
    said = _SPOKEN_YI.match(text, figure.unit_start)
    assert said is not None
    assert figure.value is not None
    comparator = ">=" if len(said[0]) > len("个亿") else figure.comparator
    whole = figure._replace(
        end=said.end(),
        value=whole_value(figure.value * _YI),
        value_to=None if figure.value_to is None else whole_value(figure.value_to * _YI),
        unit="",
        kind="money",
        comparator=comparator,
    )
    return bounded(text, whole)


def is_money(text: str, figure: Figure) -> bool:
    """Whether a figure is a sum of money: 3亿元, 两百块; 两块田 and 三块 of a name are none."""
    if figure.kind == "spoken" or (figure.unit == "块" and figure.kind == "count"):
        spoken = figure.unit == "块钱" or _is_spoken_money(text, figure)
        return spoken and not _is_named(text, figure)
    if figure.kind not in MONEY:
        return False
    if text[figure.end : figure.end + 1] == "级":
        return False
    if _is_bare(text, figure) and figure.value is not None and _CLASS.match(text, figure.end):
        return False
    return not _is_named(text, figure)


def _is_spoken_money(text: str, figure: Figure) -> bool:
    """A 块 before a pause is a yuan (猪肉15块), but not behind goods or where things are put up."""
    if text[figure.end : figure.end + 1] not in ("", *",。;!?、的”"):
        return False
    before = text[max(0, figure.start - 14) : figure.start]
    return not _PUT_UP.search(before) and not _OF_GOODS.search(before)


def _is_bare(text: str, figure: Figure) -> bool:
    """A number without a figure: 百亿元, 千万元, 十亿元."""
    number = text[figure.number_start : figure.unit_start]
    return number[:1] in _UNITS_ALONE and all(each in _UNITS_ALONE for each in number)


def _is_named(text: str, figure: Figure) -> bool:
    """“一元早餐”, 1元一票制, 一元复始."""
    if text[figure.number_start] == "一" and _NOT_ONE.match(text, figure.number_start):
        return True
    if _NAMED.match(text, figure.end) or _ONE_OF_WORDS.match(text, figure.number_start):
        return True
    opened = text[figure.start - 1 : figure.start] == "“"
    small = figure.value is not None and figure.value < _A_FEE
    return opened and small and _QUOTED.match(text, figure.end) is not None


def _names_a_class(text: str, figure: Figure) -> str:
    """千万元以上农业项目, 超亿元企业 name a class of sizes, no sum."""
    bounded_bare = figure.comparator != "=" and figure.value is not None and _is_bare(text, figure)
    if bounded_bare and _CLASS_BEYOND.match(text, figure.end):
        return "names a class of sizes, no sum"
    return ""


def _unsaid(text: str) -> list[Figure]:
    """总投资1.3亿, without its 元: only behind a word that speaks of money, before a pause."""
    found = []
    for place in _MAYBE_SAID.finditer(text):
        start = place.end()
        number = scan(text, start) if _MONEY_SAID.search(text, max(0, start - 14), start) else None
        if not number or number.value is None:
            continue
        signed = place[0] in _SIGNS
        value, end, more = number.value, number.end, number.more
        if not signed and text[end - 1] not in (_SCALES_SAID if place[0] in _EARNED else WAN + YI):
            continue
        if _SAID_NO_MORE.match(text, end) or signed:
            vague = "~" if "来" in text[number.start : end] else ">="
            figure = Figure(start, end, value, "", "money", vague if more else "=")
            found.append(bounded(text, figure._replace(number_start=start, unit_start=end)))
    return found


def _overlaps(figure: Figure, taken: list[tuple[int, int]]) -> bool:
    return any(start < figure.end and figure.start < end for start, end in taken)


def _amount(folded: Folded, figure: Figure) -> Amount:
    start, end = folded.span(figure.start, figure.end)
    return Amount(
        start,
        end,
        folded.original[start:end],
        value=figure.value,
        value_to=figure.value_to,
        unit=figure.unit or "元",
        kind="money",
        comparator=figure.comparator,
        currency=CURRENCIES.get(figure.unit, "CNY"),
        measure=_measure(folded, figure, start, end),
        reason=figure.reason,
    )


def _measure(folded: Folded, figure: Figure, start: int, end: int) -> str:
    """By the head of its column where it stands in a table, else by the words around it."""
    head = head_of_column(folded.original, start, end)
    told = measure_of_column(head) if head else ""
    return told or measure_of(folded.text, figure.start, figure.end)


def _places(figure: Decimal) -> int:
    exponent = figure.normalize().as_tuple().exponent
    assert isinstance(exponent, int)
    return max(0, -exponent)


def _plain(figure: Decimal) -> str:
    return f"{figure.normalize():f}"
