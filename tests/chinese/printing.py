"""Values as papers print them, for tests that read them back."""

from decimal import Decimal

from hypothesis import strategies as st

from chinese.money import money_text

_DIGITS = "零一二三四五六七八九"
_SIZES = ((10**8, "亿"), (10**4, "万"), (1000, "千"), (100, "百"), (10, "十"))


def han(number: int) -> str:
    """A whole number in Chinese numerals: 35600 is 三万五千六百, 1000005 一百万零五."""
    for size, unit in _SIZES:
        if number >= size:
            high, low = divmod(number, size)
            gap = "零" if 0 < low < size // 10 else ""
            return han(high) + unit + (gap + han(low) if low else "")
    return _DIGITS[number]


def figure(value: Decimal) -> str:
    """Without an exponent and without idle noughts."""
    return f"{value.normalize():f}"


yuan = st.one_of(
    st.integers(1, 10**6).map(Decimal),
    st.integers(1, 10**6).map(lambda n: Decimal(n) * 10**4),
    st.integers(1, 10**5).map(lambda n: Decimal(n) * 10**6),
    st.decimals(min_value="0.01", max_value="99999999.99", places=2, allow_nan=False),
)
whole_yuan = st.integers(1, 10**12)


def _composed(parts: tuple[int, int]) -> tuple[str, Decimal]:
    hundred_millions, ten_thousands = parts
    value = Decimal(hundred_millions) * 10**8 + Decimal(ten_thousands) * 10**4
    return f"{hundred_millions}亿{ten_thousands}万元", value


# Every way to print a sum, with what it means.
sums = st.one_of(
    yuan.map(lambda value: (money_text(value), value)),
    whole_yuan.map(lambda value: (f"{value:,}元", Decimal(value))),
    whole_yuan.map(lambda value: (f"{han(value)}元", Decimal(value))),
    st.tuples(st.integers(1, 999), st.integers(1000, 9999)).map(_composed),
    st.tuples(st.integers(1, 99), st.integers(1, 9)).map(
        lambda each: (f"{each[0]}元{each[1]}角", Decimal(each[0]) + Decimal(each[1]) / 10)
    ),
)
_number = st.one_of(
    st.integers(2, 10**9).map(Decimal),
    st.decimals(min_value="0.1", max_value="9999.99", places=2, allow_nan=False),
)
_units = st.sampled_from(
    [
        "亩",
        "平方米",
        "公里",
        "米",
        "吨",
        "千瓦",
        "立方米",
        "户",
        "个",
        "家",
        "人次",
        "台",
        "%",
        "个百分点",
        "倍",
    ]
)


def _measured(parts: tuple[Decimal, str, str]) -> tuple[str, Decimal, str]:
    value, scale, unit = parts
    scale = "" if unit in ("%", "个百分点", "倍") else scale
    size = {"": 1, "万": 10**4, "亿": 10**8}[scale]
    return figure(value) + scale + unit, value * size, unit


# Every way to print a quantity in figures, with its value and unit.
quantities = st.tuples(_number, st.sampled_from(["", "万", "亿"]), _units).map(_measured)
