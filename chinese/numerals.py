"""Numbers as Chinese papers print them: 1.3亿, 三千二百万, 1亿2000万, 3,700, 一点五.

`scan` finds the number that begins at a place of a folded text; `number` reads a whole one.
A number is read exactly or not at all: 亿亿, 3..5, 12,34 and 三四百 have no value.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from decimal import Decimal
from typing import NamedTuple

DIGITS = {
    **{each: value for value, each in enumerate("零一二三四五六七八九")},
    **{each: value for value, each in enumerate("〇壹贰叁肆伍陆柒捌玖")},
    "两": 2,
    "貳": 2,
    "陸": 6,
}
SMALL_UNITS = {"十": 10, "百": 100, "千": 1000, "拾": 10, "佰": 100, "仟": 1000}
WAN, YI = "万萬", "亿億"
LONGEST = 40  # what is printed with more characters than this is no number
MOST_DIGITS = 18  # nor is what has more figures before its point

# 千 and 百 that belong to the word after them, not to the number: 5千瓦, 3千米, 2个百分点.
_OWN_WORDS = {"千": "瓦米克伏卡赫帕", "百": "分货", "万": "向能里无"}
_ARABIC = re.compile(
    rf"(?:[0-9]{{1,3}}(?:,[0-9]{{3}})+|[0-9]{{1,{MOST_DIGITS}}})(?:\.[0-9]{{1,12}})?"
)
# A year before a comma ends a clause: 回首2009,4.6亿元.
_PRINTED = re.compile(
    r"(?:19|20)[0-9]{2}(?=,(?![0-9]{3}(?![0-9])))|[0-9]+(?:[.,]+[0-9]+)*(?:\.\.+)?"
)
_PLAIN_DIGITS = "0123456789"
_HAN_DIGITS = "".join(DIGITS)
_HAN = re.compile(f"[{_HAN_DIGITS}]+(?:点[{_HAN_DIGITS}]{{1,12}})?")
_OF_NUMBERS = f"0-9{_HAN_DIGITS}{''.join(SMALL_UNITS)}{WAN}{YI}"
_ANY = re.compile(f"[{_OF_NUMBERS}.,]+")
# The commonest form, read at once: 1.3亿, 2000万, 320, with nothing behind it that goes on.
_COMMON = re.compile(
    rf"(?!0[0-9])([0-9]{{1,{MOST_DIGITS - 2}}}(?:\.[0-9]{{1,8}})?)"
    rf"(万亿|[万亿](?![{_OWN_WORDS['万']}]))?"
    rf"(?![{_OF_NUMBERS}.,余多来几])"
)
_SCALES = {"万": Decimal(10**4), "亿": Decimal(10**8), "万亿": Decimal(10**12)}

# What makes a bare 百, 千, 万, 亿 say one of them, before it and behind; 千家万户 says none.
_BEFORE_ONE = "近上超过逾破达"
_BOUND_BEHIND = re.compile(r"\w(?:以[上下内]|左右)")

Token = Decimal | str


class Number(NamedTuple):
    """`value` is None where the print cannot be read; `more` tells of a 余 inside (100余万)."""

    start: int
    end: int
    value: Decimal | None
    more: bool = False
    reason: str = ""


def number(text: str) -> Decimal | None:
    """The value of a text that is one number and nothing else, or None.

    >>> number("1亿2000万"), number("三千二百万"), number("3..5亿")
    (Decimal('120000000'), Decimal('32000000'), None)
    """
    found = scan(text, 0)
    return found.value if found and found.end == len(text) and not found.more else None


def scan(text: str, start: int) -> Number | None:
    """The number that begins at `start`, as far as its print goes on; None where none does."""
    if common := _COMMON.match(text, start):
        return Number(start, common.end(), _common_value(common[1], common[2]))
    tokens, end, more_at = _tokens(text, start)
    if not tokens:
        return None
    if tokens == ["零"]:
        return Number(start, end, Decimal(0))
    if tokens[:2] == ["百", "十"]:  # 百十来万元: about a hundred, nobody knows how many
        tokens = ["?"]
    if _is_bare(tokens) and _says_one(text, start, end, more_at):
        tokens.insert(0, Decimal(1))
        more_at = more_at + 1 if more_at is not None else None
    value, reason = _value(tokens)
    if more_at is not None and not all(isinstance(each, str) for each in tokens[more_at:]):
        value, reason = None, "余 or 多 stands in the middle of the number"
    return Number(start, end, value, more_at is not None, reason)


def _common_value(figures: str, scale: str | None) -> Decimal:
    value = Decimal(figures)
    if scale:
        value *= _SCALES[scale]
    return whole_value(value) if "." in figures else value


def whole_value(value: Decimal) -> Decimal:
    """1300 for 1300.00, and 1.50 as it is."""
    whole = value.to_integral_value()
    return whole if whole == value else value


def _tokens(text: str, start: int) -> tuple[list[Token], int, int | None]:
    """Figures and units from `start` on, and how many of them stand before a 余 or 多."""
    tokens: list[Token] = []
    more_at: int | None = None
    position = start
    while position < len(text):
        if position - start > LONGEST:
            rest = _ANY.match(text, position)
            return ["?"], rest.end() if rest else position, None
        character = text[position]
        if character in _PLAIN_DIGITS or character in DIGITS:
            figures, position = _figures(text, position)
            tokens += figures
        elif _is_unit(text, position):
            tokens.append(character)
            position += 1
        elif (
            character in "余多来几" and tokens and more_at is None and _is_unit(text, position + 1)
        ):
            if character == "几":
                tokens.append("?")
            more_at = len(tokens)
            position += 1
        else:
            break
    return tokens, position, more_at


def _is_unit(text: str, position: int) -> bool:
    character, following = text[position : position + 1], text[position + 1 : position + 2]
    if not character or (character not in WAN + YI and character not in SMALL_UNITS):
        return False
    return not following or following not in _OWN_WORDS.get(character, "")


def _figures(text: str, start: int) -> tuple[list[Token], int]:
    """Arabic or Chinese digits; "?" where they make no figure: 3..5, 12,34, 三四百."""
    if printed := _PRINTED.match(text, start):
        begins = not printed[0].startswith(tuple(f"0{each}" for each in _PLAIN_DIGITS))
        arabic = _ARABIC.fullmatch(printed[0]) if begins else None  # 03.5 has lost a figure
        return [Decimal(arabic[0].replace(",", "")) if arabic else "?"], printed.end()
    row = _HAN.match(text, start)
    assert row
    return _han_figure(row[0]), row.end()


def _han_figure(row: str) -> list[Token]:
    """一点五 is a fraction, 二〇二三 a row of four, 零五 ends a number: 二百零五."""
    whole, _, fraction = row.partition("点")
    if fraction:
        return [Decimal(f"{_digits(whole)}.{_digits(fraction)}")] if len(whole) == 1 else ["?"]
    if row in ("零", "〇"):
        return ["零"]
    if len(row) == 1:
        return [Decimal(DIGITS[row])]
    if len(row) == 2 and row[0] in "零〇":
        return ["零", Decimal(DIGITS[row[1]])]
    if len(row) == 4 and not set(row) & set("两零"):
        return [Decimal(_digits(row))]
    return ["?"]


def _digits(row: str) -> str:
    return "".join(str(DIGITS[each]) for each in row)


def _is_bare(tokens: list[Token]) -> bool:
    return all(isinstance(each, str) and each != "?" for each in tokens) and tokens[0] != "十"


def _says_one(text: str, start: int, end: int, more_at: int | None) -> bool:
    """百余户, 近千户, 百亿, 百元以下 say one hundred. A bare 亿 or 万 says nothing."""
    if more_at is not None or text[end : end + 1] in ("余", "多"):
        return True
    led = start > 0 and text[start - 1] in _BEFORE_ONE
    if text[start] in WAN + YI:
        return led and end - start == 1
    if text.startswith("家万户", end):
        return False
    return end - start == 2 or led or bool(_BOUND_BEHIND.match(text, end))


def _value(tokens: list[Token]) -> tuple[Decimal | None, str]:
    if "?" in tokens:
        return None, "the figures are damaged or vague"
    if _is_bare(tokens):
        return None, "a unit without a figure"
    value = _around(YI, Decimal(10**8), tokens, _under_yi)
    if value is None:
        return None, "figures and units in an order that makes no number"
    return whole_value(value), ""


def _under_yi(tokens: list[Token]) -> Decimal | None:
    return _around(WAN, Decimal(10**4), tokens, _under_wan)


def _around(
    unit: str, size: Decimal, tokens: list[Token], read: Callable[[list[Token]], Decimal | None]
) -> Decimal | None:
    """What stands before the unit times its size, and what stands after it: 1亿 + 2000万."""
    places = [index for index, each in enumerate(tokens) if isinstance(each, str) and each in unit]
    if not places:
        return read(tokens)
    if len(places) > 1 or not places[0]:
        return None
    high, rest = read(tokens[: places[0]]), tokens[places[0] + 1 :]
    if not rest or high is None:
        return high * size if high is not None else None
    low = _last_digit(rest, size)
    if low is None:
        low = read(rest)
    if low is None or low >= size or high != int(high) or _has_lost_its_unit(rest, size, low):
        return None
    return high * size + low


def _last_digit(rest: list[Token], size: Decimal) -> Decimal | None:
    """The 五 of 三万五: five thousand, spoken without its unit."""
    last = rest[0]
    if len(rest) == 1 and isinstance(last, Decimal) and 0 < last < 10 and last == int(last):
        return last * size / 10
    return None


def _has_lost_its_unit(rest: list[Token], size: Decimal, low: Decimal) -> bool:
    """1亿2000, 2亿5千: nobody knows whether 2000 or 2000万; 2亿零5千 says which."""
    return size == 10**8 and low < 10**4 and rest[0] != "零"


def _under_wan(tokens: list[Token]) -> Decimal | None:
    """Figures with 千, 百, 十 in falling order: 三千二百, 3千2百, 二百零五, 十五, 2000."""
    total, smallest, zero = Decimal(0), 10_000, False
    figure: Decimal | None = None
    for token in tokens:
        if token == "零":  # noqa: S105
            zero = True
        elif isinstance(token, Decimal):
            if figure is not None:
                return None
            figure = token
        else:
            size = SMALL_UNITS.get(token, 0)
            if not 0 < size < smallest or (figure is None and size != 10):
                return None
            if figure is not None and figure >= 10 and (total or size == 10):
                return None
            total += size if figure is None else figure * size
            smallest, figure, zero = size, None, False
    if zero and isinstance(tokens[0], Decimal) and tokens[1:] == ["零"]:
        return None  # 48〇万元
    if figure is None or not total:
        return total if figure is None else figure
    if figure >= smallest or figure != int(figure):
        return None
    spoken_short = smallest > 10 and figure < 10 and not zero
    return total + (figure * smallest / 10 if spoken_short else figure)
