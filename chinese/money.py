"""Money as it is said in print: 1.3亿元, 2000万元, 860元."""

from __future__ import annotations

from decimal import Decimal

_WAN, _YI, _WAN_YI = Decimal(10**4), Decimal(10**8), Decimal(10**12)
# The largest unit in which the figure stays short enough to be said.
_SCALES = ((_WAN_YI, "万亿元"), (_YI, "亿元"), (_WAN, "万元"))
_SAYABLE_PLACES = 4


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


def _places(figure: Decimal) -> int:
    exponent = figure.normalize().as_tuple().exponent
    assert isinstance(exponent, int)
    return max(0, -exponent)


def _plain(figure: Decimal) -> str:
    return f"{figure.normalize():f}"
