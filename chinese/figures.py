"""Numbers with their units and bounds, wherever they stand in a text.

One walk from left to right over a folded text. Each step is a small rule: is this digit part of
a code (G108, 7·17)? how far does the number go? is it a range? which unit follows? which bound
stands before or after? `money` and `quantities` choose from what is found here.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from decimal import Decimal
from functools import lru_cache
from typing import NamedTuple

from chinese.numerals import DIGITS, SMALL_UNITS, WAN, YI, Number, scan, whole_value
from chinese.units import MONEY, change_after, coin_value, is_tenths, unit_at
from chinese.wordlists import Lexicon, any_of, words

_BEFORE = Lexicon.read("bounds", "before >=", "before <=", "before ~")
_VERBS = Lexicon.read("bounds", "verb >=")
_AFTER = Lexicon.read("bounds", "after >=", "after <=", "after ~")
_COMPARATORS = {
    f"{place} {sign}": sign for place in ("before", "after") for sign in (">=", "<=", "~")
}
_NOT_A_BOUND = Lexicon({"no": words("bounds", "not a bound")})
# 不会超过, 不能低于: what is denied of a bound turns it. 不突破 does, and stays a verb.
_DENIED = any_of(words("bounds", "denied"))
_TURNED = re.compile(
    f"{_DENIED}(?:(?P<most>{any_of(words('bounds', 'more than'))})|"
    f"(?P<least>{any_of(words('bounds', 'less than'))}))了?$"
)
_NOT_PASSED = re.compile(f"{_DENIED}{any_of(words('bounds', 'verb >='))}了?$")
_PASSING = ("more than", "less than", "verb >=", "before >=", "before <=")
# 会不会超过, 能否突破: a question.
_ASKED = re.compile(
    f"{any_of(words('bounds', 'asked'))}(?:将|会|再|要|能)?"
    f"(?:{'|'.join(any_of(words('bounds', each)) for each in _PASSING)})了?$"
)
_LONGEST_ASKED = 10
_LONGEST_TURNED = 8  # characters
_ARABIC = frozenset("0123456789")
_HAN = frozenset(DIGITS) | frozenset(SMALL_UNITS) | frozenset(WAN + YI)
_NUMBER = re.compile(f"[0-9{''.join(sorted(_HAN))}]")
# Before a Chinese numeral: an ordinal (第三, 初五, 周六) or a vague one (数十, 几千).
_ORDINAL = frozenset("第数几初周星")
_OF_CHEQUES = frozenset("壹贰叁肆伍陆柒捌玖貳陸")
_CHEQUE_UNITS = frozenset("拾佰仟十百千万萬亿億元圆角分")
_CODE = re.compile(r"[A-Za-z0-9#./+-]{1,60}")
_EVENT_OR_CLOCK = re.compile(r"[0-9]{1,4}(?:(?:[·+/][0-9A-Za-z]{1,4})+|(?::[0-9]{2})+)")
_RANGE = re.compile(r"至|到|-(?!-)|~")
# A first look for the link of a range, past a unit that may stand before it.
_LINKS = frozenset("至到-~")
_LONGEST_UNIT = 6
_MAKE_UP = re.compile(r".{0,6}(?:组成|构成)")
_CURRENCY_SIGN = re.compile(r"(?:人民币|RMB|CNY|￥|¥)$")
# 年产, 日处理 before a figure make it a rate; 今年产, 昨日处理 and 5月生产 tell of a time.
_RATE = re.compile(
    r"(?<![今昨去明前上本当全近同几数两0-9一二三四五六七八九十])[年月日天]均?"
    f"{any_of(words('counts', 'rate of'))}$"
)
_ENDS = frozenset(("", *",。;:!?、)】》” \n的"))
# Before a figure that has lost its beginning: .8亿元, 三·五亿元, 1. 3亿元, 1、5亿元, □至5亿元.
_HOLE = any_of(words("damage", "hole"))
_TORN = re.compile(
    rf"(?:\.|[0-9{''.join(DIGITS)}][·.]|[^\n。;:!?][0-9] ?\. |[0-9] \. |[0-9][:;]|"
    rf"[\u4e00-\u9fff](?<!别)[0-9]、|{_HOLE}|(?:{_HOLE}|·|[0-9]\.)[至到~-])$"
)
_TEARS = frozenset((*".· :;、至到~-", *words("damage", "hole")))
_MORE = ("余", "多", "来")
_AND_MORE = ("余", "多")
_CHANGING = ("money", "spoken", "coin")
_NEVER_RATED = (*MONEY, "percent", "none")
# 上千万元, 过亿元: a bare 百, 千, 万, 亿 and what stands before it.
_PAST = ("上", "过")
_PASSED = re.compile(rf"(?<![通经穿越路渡新])[上过][{''.join(SMALL_UNITS)}{WAN}{YI}]$")
# What both ends of a range may share: the 千万 of 2至3千万元. 一至二十 shares nothing.
_SHARED = re.compile(rf"[0-9.{''.join(DIGITS)}]+([百佰千仟]?)(万亿|[{WAN}{YI}]?)$")
_FAR = 100  # a lower end so many times below the upper is in doubt: 2-3000万元
_SIZES = dict.fromkeys(WAN, 10**4) | dict.fromkeys(YI, 10**8) | {"万亿": 10**12}
_SHARES = {"百分之": "%", "千分之": "‰"}
_FALLEN = re.compile(r"[为是达到至长速幅比率值降温下]-$")


class Figure(NamedTuple):
    """A number with its unit in a folded text; spans count characters of that text."""

    start: int
    end: int
    value: Decimal | None
    unit: str
    kind: str
    comparator: str = "="
    value_to: Decimal | None = None
    per: str = ""
    reason: str = ""
    number_start: int = 0
    unit_start: int = 0


@lru_cache(maxsize=16)
def figures(text: str) -> tuple[Figure, ...]:
    """Every number that has a unit, in order, without its bounds. `text` is folded."""
    return tuple(_walk(text))


def with_bounds(text: str, chosen: list[Figure]) -> list[Figure]:
    """Figures of one kind, each with the words beside it that make it a bound or a rate."""
    return _share_last_bound(text, [bounded(text, each) for each in chosen])


def _walk(text: str) -> Iterator[Figure]:
    position = 0
    while place := _NUMBER.search(text, position):
        start = place.start()
        if text[start] in _HAN and _is_no_numeral(text, start):
            position = _past_numeral(text, start)
            continue
        position = _code_end(text, start)
        if position == start:
            figure, position = _figure(text, start)
            if figure:
                yield figure


def _is_no_numeral(text: str, start: int) -> bool:
    """第三, 数十, and the surname of 陆家村: a figure of cheques stands before its units only."""
    if text[start - 1 : start] in _ORDINAL:
        return True
    return text[start] in _OF_CHEQUES and text[start + 1 : start + 2] not in _CHEQUE_UNITS


def _past_numeral(text: str, start: int) -> int:
    """Behind all of the 三十七 of 第三十七次; the 十 of 数十万 leaves its 万 to be reported."""
    end = start + 1
    while text[start - 1] == "第" and text[end : end + 1] and text[end] in _HAN:
        end += 1
    return end


def _code_end(text: str, start: int) -> int:
    """Where a code ends that begins here: 7·17, 4+1, 12:30, the 108 of G108, or `start`."""
    if text[start] in _HAN:
        return start
    if found := _EVENT_OR_CLOCK.match(text, start):
        return found.end()
    before = text[start - 1] if start else ""
    is_letter = before.isascii() and before.isalpha()
    if before == "·" or (is_letter and not _CURRENCY_SIGN.search(text, max(0, start - 3), start)):
        found = _CODE.match(text, start)
        return found.end() if found else start
    return start


def _figure(text: str, start: int) -> tuple[Figure | None, int]:
    """The figure whose number begins at `start`, and where to go on."""
    first = scan(text, start)
    if first is None:
        return None, start + 1
    if first.value is None and text[start] in _HAN:
        return _unreadable(text, first)
    if text[start - 1 : start] == "第":
        return None, _past_ordinal(text, start)
    whole = _range(text, first) or _single(text, first) or _share(text, first)
    if whole is None:
        return None, max(first.end, start + 1)
    if text[start - 1 : start] in _TEARS and _TORN.search(text, max(0, start - 4), start):
        lost = "its beginning is torn off"
        whole = whole._replace(value=None, value_to=None, reason=lost)
    return whole, whole.end


def _past_ordinal(text: str, start: int) -> int:
    """Behind the digits of 第5,3个: the comma ends a clause, whatever follows."""
    end = start + 1
    while text[end : end + 1] in _ARABIC:
        end += 1
    return end


def _unreadable(text: str, number: Number) -> tuple[Figure | None, int]:
    """A number without a value is reported where a unit of money makes it look like a sum."""
    unit = unit_at(text, number.start, number.end)
    if not unit or unit.kind not in MONEY:
        return None, number.end
    found = Figure(
        number.start,
        unit.end,
        None,
        unit.text,
        unit.kind,
        reason=number.reason,
        number_start=number.start,
        unit_start=number.end,
    )
    return found, unit.end


def _single(text: str, number: Number) -> Figure | None:
    """One number and its unit: 1.3亿元, 3700余户, 5个, 3元5角."""
    position, more = number.end, number.more
    unit = None
    if text[position : position + 1] in _MORE:
        unit = unit_at(text, number.start, position + 1)
        if unit:
            position, more = position + 1, True
    unit = unit or unit_at(text, number.start, position)
    if not unit:
        return None
    value, kind, end = number.value, unit.kind, unit.end
    if value is not None and (kind in _CHANGING or unit.text == "块"):
        coin = coin_value(text, unit, position)
        if kind == "coin" and coin is None:
            return None
        change, end = change_after(text, end, unit.text)
        value = value * (coin or 1) + change
        kind = "money" if coin or change else kind
    comparator = "=" if not more else "~" if "来" in text[number.start : position] else ">="
    return Figure(
        number.start, end, value, unit.text, kind, comparator,
        reason=number.reason, number_start=number.start, unit_start=position,
    )  # fmt: skip


def _share(text: str, number: Number) -> Figure | None:
    """百分之八十, 千分之三, 七成."""
    start, end = number.start, number.end
    if is_tenths(text, end) and number.value is not None and number.value <= 10:
        tenths = number.value * 10
        return Figure(start, end + 1, tenths, "%", "percent", number_start=start, unit_start=end)
    sign = _SHARES.get(text[start - 3 : start]) if start >= 3 else None
    if not sign or text[start - 4 : start - 3] in _HAN:
        return None
    first = start - 3
    return Figure(first, end, number.value, sign, "percent", number_start=first, unit_start=end)


def _range(text: str, first: Number) -> Figure | None:
    """3至5亿元, 3亿-5亿元, 10%~15%. After 从 or 由 it is a change, and each end its own figure."""
    if first.more or _LINKS.isdisjoint(text[first.end : first.end + _LONGEST_UNIT + 1]):
        return None
    inner = unit_at(text, first.start, first.end)
    link = _RANGE.match(text, inner.end if inner else first.end)
    second = scan(text, link.end()) if link else None
    if second is None:
        return None
    before = text[first.start - 1 : first.start]
    is_change = before in ("从", "由", "自") and not _MAKE_UP.match(text, second.end)
    unit = unit_at(text, second.start, second.end)
    if is_change or before in ("-", "/") or not unit or (inner and inner[:2] != unit[:2]):
        return None
    low, high = first.value, second.value
    if low is not None and high is not None:
        scale = _shared_scale(text, first, second, inner is not None)
        low = whole_value(low * scale) if scale else None
    rises = low is not None and high is not None and low < high
    return Figure(
        first.start,
        unit.end,
        low if rises else None,
        unit.text,
        unit.kind,
        ">=" if second.more else "=",
        value_to=high if rises else None,
        reason="" if rises else "the range does not rise",
        number_start=first.start,
        unit_start=second.end,
    )


def _shared_scale(text: str, first: Number, second: Number, has_unit: bool) -> Decimal | None:
    """The 亿 of 3至5亿元 belongs to both ends; in 8000至1万元 the lower end has none.

    None where it can be neither: of 5-3亿元 a figure is lost.
    """
    own = text[first.end - 1] not in _ARABIC and text[first.end - 1] not in DIGITS
    if has_unit or own or first.value is None or second.value is None:
        return Decimal(1)
    last = _SHARED.fullmatch(text, second.start, second.end)
    size = Decimal(SMALL_UNITS.get(last[1], 1) * _SIZES.get(last[2], 1)) if last else Decimal(1)
    if size == 1:
        return size
    if first.value * size < second.value:
        return size if second.value <= first.value * size * _FAR else None
    return Decimal(1) if first.value >= size / _FAR else None


def bounded(text: str, figure: Figure) -> Figure:
    """The figure with the bound words that touch it, and 年产 or 日处理 before it."""
    start, end, value = figure.start, figure.end, figure.value
    per, comparator = figure.per, figure.comparator
    if text[start - 1 : start] == "-" and _is_below_zero(text, start, figure):
        start, value = start - 1, -value if value is not None else None
    elif figure.kind not in _NEVER_RATED and (rate := _RATE.search(text, max(0, start - 6), start)):
        start -= len(rate[0])
        per = "日" if rate[0][0] in "日天" else rate[0][0]
    before = text[max(0, start - _LONGEST_TURNED) : start]
    bound = _BEFORE.before(text, start)
    if is_asked(text, start):
        return figure
    if turned := _TURNED.search(before):
        start -= len(turned[0])
        comparator = "<=" if turned["most"] else ">="
    elif bound and not _NOT_A_BOUND.before(text, start):
        start -= len(bound[0])
        comparator = _COMPARATORS[bound[1]]
    elif text[start - 1 : start] in _PAST and _PASSED.search(text, max(0, start - 2), start + 1):
        start, comparator = start - 1, ">="
    elif _VERBS.before(text, start):
        comparator = "<=" if _NOT_PASSED.search(before) else ">="
    if text[end : end + 1] == "整" and text[end + 1 : end + 2] in _ENDS:
        end += 1
    after = _AFTER.at(text, end)
    if after:
        end += len(after[0])
        comparator = _COMPARATORS[after[1]]
    elif text[end : end + 1] in _AND_MORE and text[end + 1 : end + 2] in _ENDS:
        end, comparator = end + 1, ">="
    if (start, end, comparator) == (figure.start, figure.end, figure.comparator):
        return figure
    return figure._replace(start=start, end=end, value=value, comparator=comparator, per=per)


def is_asked(text: str, start: int) -> bool:
    """会不会超过3000万元: whether it is asked if a figure is passed, and nobody says so."""
    return _ASKED.search(text[max(0, start - _LONGEST_ASKED) : start]) is not None


def _is_below_zero(text: str, start: int, figure: Figure) -> bool:
    """Whether the dash before a percentage is a minus: 降至-3.5%."""
    return figure.kind == "percent" and _FALLEN.search(text, max(0, start - 2), start) is not None


def _share_last_bound(text: str, found: list[Figure]) -> list[Figure]:
    """分别达到15万吨、18万吨、18.5万吨以上: the last bound governs the whole list."""
    for index in range(len(found) - 2, -1, -1):
        this, following = found[index], found[index + 1]
        if following.comparator == "=" or this.comparator != "=" or this.unit != following.unit:
            continue
        listed = text[this.end : following.start] in ("、", "和", "及", "与", ",", "以及")
        if listed and "分别" in text[max(0, this.start - 40) : this.start]:
            found[index] = this._replace(comparator=following.comparator)
    return found
