"""Whether a text says a sum, a quantity or a day: what people type is held against the print."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date
from decimal import Decimal

from chinese.dates import find_dates
from chinese.finds import Amount, DateFind
from chinese.money import find_money
from chinese.quantities import find_quantities

_SIZES = (("万亿", Decimal(10**12)), ("万", Decimal(10**4)), ("亿", Decimal(10**8)))
_COUNTED = re.compile("[^，。；、,;：:!？?！\n]{1,12}")


def read_sum(typed: str) -> Amount | None:
    """A text that is one sum and nothing else, as printed (1.3亿元) or without its 元 (1.3亿).

    >>> [found.value if (found := read_sum(each)) else None for each in ("1.3亿", "约1.3亿或2亿元")]
    [Decimal('130000000'), None]
    """
    text = "".join(typed.split())
    if not text:
        return None
    found = find_money(text if text[-1] in "元币" else f"{text}元")
    if len(found) != 1 or found[0].value is None or found[0].reason:
        return None
    return found[0] if len(found[0].text) >= len(text) else None


def sum_in(text: str, amount: Decimal, amount_to: Decimal | None = None) -> Amount | None:
    """Where a text says this sum of yuan, or this range of them."""
    for each in find_money(text):
        if each.currency == "CNY" and (each.value, each.value_to) == (amount, amount_to):
            return each
    return None


def quantity_in(text: str, value: Decimal, unit: str = "") -> Amount | None:
    """Where a text counts or measures this value, of this unit where one is given.

    A sum of money counts as well: what is promised may be one, in 元 or in 万元.
    """
    for each in (*find_quantities(text), *find_money(text)):
        if value in _values(each, unit) and (not unit or _is_of(each, unit, text)):
            return each
    return None


def _values(found: Amount, unit: str) -> Iterator[Decimal]:
    """The value in full, or as it is printed where the unit keeps its 万: 3150 万元."""
    size = next((size for word, size in _SIZES if unit.startswith(word)), Decimal(1))
    for value in (found.value, found.value_to):
        if value is not None:
            yield value / size


def _is_of(found: Amount, unit: str, text: str) -> bool:
    """Whether a figure is of a unit: its own, or what it counts: 一百二十个带灯的座位."""
    plain = unit.partition("/")[0]  # 吨/日 is printed as 日处理500吨
    if plain in (found.unit, f"万{found.unit}", f"亿{found.unit}") or plain in found.text:
        return True
    counted = _COUNTED.match(text, found.end)
    return bool(counted and plain.removeprefix(found.unit) in counted[0])


def day_in(text: str, day: date, issued: date) -> DateFind | None:
    """Where a text, printed on `issued`, names a time that ends on this day."""
    return next((each for each in find_dates(text, issued) if each.last == day), None)
