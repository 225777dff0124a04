"""Numbers with their units and bounds, wherever they stand in a text.

One walk from left to right over a folded text. Each step is a small rule: is this digit part of
a code (G108, 7·17)? how far does the number go? is it a range? which unit follows? which bound
stands before or after? `money` and `quantities` choose from what is found here.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from decimal import Decimal
from functools import lru_cache

from chinese.numerals import DIGITS, SMALL_UNITS, WAN, YI, Number, scan
from chinese.wordlists import Lexicon, words

_UNITS = Lexicon.read("units")
_BEFORE = Lexicon.read("bounds", "before >=", "before <=", "before ~")
_VERBS = Lexicon.read("bounds", "verb >=")
_AFTER = Lexicon.read("bounds", "after >=", "after <=", "after ~")
_NOT_A_BOUND = Lexicon({"no": words("bounds", "not a bound")})
_ARABIC = frozenset("0123456789")
_HAN = frozenset(DIGITS) | frozenset(SMALL_UNITS) | frozenset(WAN + YI)
_CODE = re.compile(r"[A-Za-z0-9#./+-]{1,60}")
_EVENT = re.compile(r"[0-9]{1,4}(?:[·+/][0-9A-Za-z]{1,4})+")
_CLOCK = re.compile(r"[0-9]{1,4}(?::[0-9]{2})+")
_RANGE = re.compile(r"至|到|-(?!-)|~")
_CURRENCY_SIGN = re.compile(r"(?:人民币|RMB|CNY|￥|¥)$")
_RATE = re.compile(
    r"[年月日天](?:均)?(?:产|加工|处理|供水|供热|供气|供|生产|发电|出栏|存栏|屠宰|消化|吞吐|输送|"
    r"周转|转运|接待|培训|销售|储存)$"
)
_ENDS = frozenset(("", *",。;:!?、)】》” \n的"))


@dataclass(frozen=True)
class Figure:
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
    """Every number that has a unit, in order. `text` is folded."""
    return tuple(_share_last_bound(text, list(_walk(text))))


def _walk(text: str) -> Iterator[Figure]:
    position = 0
    while position < len(text):
        character = text[position]
        if character in _ARABIC:
            if (end := _code_end(text, position)) > position:
                position = end
                continue
        elif character not in _HAN or _is_ordinal(text, position):
            position += 1
            continue
        figure, position = _figure(text, position)
        if figure:
            yield figure


def _code_end(text: str, start: int) -> int:
    """Where a code ends that begins here: 7·17, 4+1, 12:30, the 108 of G108, or `start`."""
    if found := _EVENT.match(text, start) or _CLOCK.match(text, start):
        return found.end()
    before = text[start - 1] if start else ""
    if before.isascii() and before.isalpha() and not _CURRENCY_SIGN.search(text, 0, start):
        found = _CODE.match(text, start)
        return found.end() if found else start
    if before == "·":
        found = _CODE.match(text, start)
        return found.end() if found else start
    return start


def _is_ordinal(text: str, position: int) -> bool:
    return position > 0 and text[position - 1] in "第数几初周星"


def _figure(text: str, start: int) -> tuple[Figure | None, int]:
    """The figure whose number begins at `start`, and where to go on."""
    first = scan(text, start)
    if first is None:
        return None, start + 1
    if first.value is None and text[start] in _HAN:
        return _unreadable(text, first)
    if text[start - 1 : start] == "第":
        return None, first.end
    whole = _range(text, first) or _single(text, first)
    if whole is None:
        return None, max(first.end, start + 1)
    return _bounded(text, whole), whole.end


def _unreadable(text: str, number: Number) -> tuple[Figure | None, int]:
    """A number without a value is reported where a unit of money makes it look like a sum."""
    hit = _UNITS.at(text, number.end)
    if hit and hit[1] in ("money", "foreign") and not _is_of_a_word(text, number.end + len(hit[0])):
        end = number.end + len(hit[0])
        found = Figure(number.start, end, None, hit[0], hit[1], reason=number.reason)
        return replace(found, number_start=number.start, unit_start=number.end), end
    return None, number.end


def _single(text: str, number: Number) -> Figure | None:
    """One number and its unit: 1.3亿元, 3700余户, 5个, 百分之八十."""
    end, more = number.end, number.more
    if text[end : end + 1] in ("余", "多", "来") and text[end + 1 : end + 2]:
        after = _unit(text, end + 1)
        if after:
            end, more = end + 1, True
    elif text[end : end + 1] == "几":
        return None
    hit = _unit(text, end)
    if not hit:
        return _percent_in_words(text, number)
    unit, kind = hit
    approximate = text[end - 1 : end] == "来" or "来" in text[number.start : number.end]
    comparator = "~" if approximate else ">=" if more else "="
    return Figure(
        number.start,
        end + len(unit),
        number.value,
        unit,
        kind,
        comparator,
        reason=number.reason,
        number_start=number.start,
        unit_start=end,
    )


def _percent_in_words(text: str, number: Number) -> Figure | None:
    start = number.start - 3
    if start < 0 or text[start : number.start] != "百分之":
        return None
    end = number.end
    return Figure(start, end, number.value, "%", "percent", number_start=start, unit_start=end)


def _range(text: str, first: Number) -> Figure | None:
    """3至5亿元, 3亿-5亿元, 10%~15%. After 从 or 由 it is a change, and each end its own figure."""
    inner = _unit(text, first.end)
    after_first = first.end + (len(inner[0]) if inner else 0)
    link = _RANGE.match(text, after_first)
    if not link or text[first.start - 1 : first.start] in ("从", "由", "自", "-", "/"):
        return None
    second = scan(text, link.end())
    if second is None or second.start != link.end() or first.more:
        return None
    hit = _unit(text, second.end)
    if not hit or (inner and inner != hit):
        return None
    unit, kind = hit
    low, high = first.value, second.value
    if low is not None and high is not None:
        low = low * _shared_scale(text, first, second, inner is not None)
    readable = low is not None and high is not None and low < high
    return Figure(
        first.start,
        second.end + len(unit),
        low if readable else None,
        unit,
        kind,
        ">=" if second.more else "=",
        value_to=high if readable else None,
        reason="" if readable else "the range does not rise",
        number_start=first.start,
        unit_start=second.end,
    )


def _shared_scale(text: str, first: Number, second: Number, has_unit: bool) -> Decimal:
    """The 亿 of 3至5亿元 belongs to both ends; in 8000至1万元 the lower end has none."""
    last = text[second.end - 1]
    own = text[first.end - 1] in WAN + YI
    if has_unit or own or first.value is None or second.value is None:
        return Decimal(1)
    size = Decimal(10**4) if last in WAN else Decimal(10**8) if last in YI else Decimal(1)
    if text[second.end - 2 : second.end] in ("万亿",):
        size = Decimal(10**12)
    return size if first.value * size < second.value else Decimal(1)


def _unit(text: str, position: int) -> tuple[str, str] | None:
    hit = _UNITS.at(text, position)
    if not hit:
        return None
    unit, kind = hit
    following = text[position + len(unit) : position + len(unit) + 1]
    if unit[-1].isascii() and unit[-1].isalpha() and following.isascii() and following.isalpha():
        return None
    if kind in ("money", "foreign") and _is_of_a_word(text, position + len(unit)):
        return None
    return unit, kind


_YUAN_WORDS = frozenset("宵旦月素件宇朝代老首勋凶帅气户店机村化")


def _is_of_a_word(text: str, after: int) -> bool:
    """元宵, 元件, 万元户, 百元店: the 元 before this place is no unit."""
    return text[after - 1] == "元" and text[after : after + 1] in _YUAN_WORDS


def _bounded(text: str, figure: Figure) -> Figure:
    """The figure with the bound words that touch it, and 年产 or 日处理 before it."""
    start, end, comparator = figure.start, figure.end, figure.comparator
    rate = _RATE.search(text[max(0, start - 6) : start])
    if rate and figure.kind not in ("money", "foreign", "percent", "none"):
        start -= len(rate[0])
        per = "日" if rate[0][0] in "日天" else rate[0][0]
        figure = replace(figure, per=per)
    bound = _BEFORE.before(text, start)
    if text[start - 1 : start] == "上" and text[start] in SMALL_UNITS:
        start, comparator = start - 1, ">="
    elif bound and not _NOT_A_BOUND.before(text, start):
        start -= len(bound[0])
        comparator = bound[1].split()[1]
    elif _VERBS.before(text, start):
        comparator = ">="
    if text[end : end + 1] == "整" and text[end + 1 : end + 2] in _ENDS:
        end += 1
    after = _AFTER.at(text, end)
    if after:
        end += len(after[0])
        comparator = after[1].split()[1]
    elif text[end : end + 1] in ("余", "多") and text[end + 1 : end + 2] in _ENDS:
        end, comparator = end + 1, ">="
    return replace(figure, start=start, end=end, comparator=comparator)


def _share_last_bound(text: str, found: list[Figure]) -> list[Figure]:
    """分别达到15万吨、18万吨、18.5万吨以上: the last bound governs the whole list."""
    for index in range(len(found) - 2, -1, -1):
        this, following = found[index], found[index + 1]
        between = text[this.end : following.start]
        said_apart = "分别" in text[max(0, this.start - 40) : this.start]
        listed = between in ("、", "和", "及", "与", ",", "以及")
        if listed and said_apart and this.unit == following.unit and this.comparator == "=":
            found[index] = replace(this, comparator=following.comparator)
    return found
