"""Whether a text says a sum, a quantity or a day: what people type is held against the print."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from decimal import Decimal

from chinese.dates import find_dates
from chinese.finds import Amount, DateFind
from chinese.money import find_money
from chinese.quantities import find_quantities


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
        if value in _values(each, unit) and (not unit or _is_of(each, unit)):
            return each
    return None


def _values(found: Amount, unit: str) -> Iterator[Decimal]:
    """The value in full, and as it is printed where the unit keeps its 万: 3150 万元."""
    for value in (found.value, found.value_to):
        if value is None:
            continue
        yield value
        for word, size in (("万亿", 10**12), ("万", 10**4), ("亿", 10**8)):
            if unit.startswith(word):
                yield value / size


def _is_of(found: Amount, unit: str) -> bool:
    plain = unit.partition("/")[0]  # 吨/日 is printed as 日处理500吨
    return plain in (found.unit, f"万{found.unit}", f"亿{found.unit}") or plain in found.text


def day_in(text: str, day: date, issued: date) -> DateFind | None:
    """Where a text, printed on `issued`, names a time that ends on this day."""
    return next((each for each in find_dates(text, issued) if each.last == day), None)
