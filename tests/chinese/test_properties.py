"""What holds for every text: exact values, exact places, and time that grows with length."""

import time
from datetime import date
from decimal import Decimal

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from chinese.dates import find_dates
from chinese.folding import fold
from chinese.money import find_money, money_text
from chinese.quantities import find_quantities

FULL_WIDTH = str.maketrans("0123456789.", "０１２３４５６７８９．")
yuan = st.one_of(
    st.integers(1, 10**6).map(Decimal),
    st.integers(1, 10**6).map(lambda n: Decimal(n) * 10**4),
    st.integers(1, 10**5).map(lambda n: Decimal(n) * 10**6),
    st.decimals(min_value="0.01", max_value="99999999.99", places=2, allow_nan=False),
)
around = st.text(alphabet="平安县城建设了的,。、和在新村:;“”", max_size=20)


@given(yuan)
def test_whatever_is_said_in_print_is_read_back(amount: Decimal) -> None:
    (found,) = find_money(money_text(amount))
    assert found.value == amount


@given(yuan, around, around)
def test_text_around_a_sum_never_changes_its_value(
    amount: Decimal, before: str, after: str
) -> None:
    found = find_money(f"{before},总投资{money_text(amount)},{after}")
    assert amount in [each.value for each in found]


@given(yuan)
def test_full_width_and_half_width_read_alike(amount: Decimal) -> None:
    printed = money_text(amount)
    assert find_money(printed.translate(FULL_WIDTH))[0].value == find_money(printed)[0].value


@given(st.text(alphabet="0123456789一二三百千万亿元余约近多至,.个吨亩%超上投资总建", max_size=40))
@settings(max_examples=300)
def test_what_is_read_stands_in_the_text_and_reads_the_same_alone(text: str) -> None:
    for found in [*find_money(text), *find_quantities(text)]:
        assert text[found.start : found.end] == found.text
        if found.value is None or not found.unit or found.unit not in found.text:
            continue
        alone = [*find_money(found.text), *find_quantities(found.text)]
        assert found.value in [each.value for each in alone]


@given(st.text(max_size=200))
def test_folding_keeps_every_place(text: str) -> None:
    folded = fold(text)
    assert len(folded.text) == len(folded.places)
    assert folded.places == sorted(set(folded.places))


HOSTILE = {
    "brackets": "(" * 50_000 + ")" * 50_000,
    "digits": "9" * 100_000,
    "亿亿亿": "亿" * 100_000,
    "sums": "总投资1亿元" * 14_000,
    "years": "2023年" * 20_000,
    "commas": "1," * 50_000,
    "dots": "1." * 50_000,
    "bare": "万元" * 50_000,
}


@pytest.mark.parametrize("name", HOSTILE)
def test_no_text_takes_long(name: str) -> None:
    """The goal is a second of a quiet machine; processor time, with room for a slow one."""
    text = HOSTILE[name]
    started = time.process_time()
    find_money(text)
    find_quantities(text)
    find_dates(text, date(2023, 2, 10))
    assert time.process_time() - started < 6
