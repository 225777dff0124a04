"""What is typed is held against the print: the figure as a whole, with its unit, or not at all."""

from __future__ import annotations

from datetime import date
from decimal import Decimal

import pytest

from chinese.said import day_in, quantity_in, read_sum, sum_in

ISSUED = date(2026, 11, 24)


@pytest.mark.parametrize(
    ("text", "amount", "found"),
    [
        ("总投资由原来的2600万元调整为3150万元。", 31_500_000, "3150万元"),
        ("总投资由原来的2600万元调整为3150万元。", 26_000_000, "2600万元"),
        ("总投资3150万元。", 3150, ""),
        ("总投资3150万元。", 150_000_000, ""),
        ("投资一亿三千万元。", 130_000_000, "一亿三千万元"),
        ("投资3至5亿元。", 300_000_000, ""),
        ("合作金额3000万美元。", 30_000_000, ""),
        ("总投资3..5亿元。", 350_000_000, ""),
    ],
)
def test_a_sum_is_said_whole_or_not_at_all(text: str, amount: int, found: str) -> None:
    said = sum_in(text, Decimal(amount))
    assert (said.text if said else "") == found


def test_a_range_is_said_with_both_its_ends() -> None:
    ends = Decimal(300_000_000), Decimal(500_000_000)
    assert sum_in("投资3至5亿元。", *ends)
    assert not sum_in("投资3亿元，后增至5亿元。", *ends)


@pytest.mark.parametrize(
    ("text", "value", "unit", "said"),
    [
        ("日烘干500吨，服务3700余户。", "500", "吨", True),
        ("日烘干500吨，服务3700余户。", "500", "吨/日", True),
        ("日烘干500吨，服务3700余户。", "500", "户", False),
        ("日烘干500吨，服务3700余户。", "3700", "户", True),
        ("年产漆器3万件。", "30000", "件", True),
        ("年产漆器3万件。", "3", "万件", True),
        ("年产漆器3万件。", "3", "件", False),
        ("年产漆器3万件。", "30000", "万件", False),
        ("新添了一百二十个带灯的座位，一间少儿室。", "120", "个座位", True),
        ("新添了一百二十个带灯的座位，一间少儿室。", "120", "间", False),
        ("今年计划完成投资2500万元。", "2500", "万元", True),
        ("今年计划完成投资2500万元。", "25000000", "", True),
        ("绿化率提高到71%。", "71", "%", True),
    ],
)
def test_a_quantity_is_said_of_its_own_unit(text: str, value: str, unit: str, said: bool) -> None:
    assert bool(quantity_in(text, Decimal(value), unit)) is said


@pytest.mark.parametrize(
    ("text", "day", "said"),
    [
        ("年底前投用。", "2026-12-31", True),
        ("年底前投用。", "2031-01-01", False),
        ("明年6月底前建成。", "2027-06-30", True),
        ("12月20日试生产。", "2026-12-20", True),
        ("投资120万元。", "2026-12-31", False),
    ],
)
def test_a_day_is_read_against_the_issue(text: str, day: str, said: bool) -> None:
    assert bool(day_in(text, date.fromisoformat(day), ISSUED)) is said


@pytest.mark.parametrize(
    "typed", ["", " ", "元", "很多钱", "1.3亿元和2亿元", "3..5亿", "总投资1.3亿元"]
)
def test_what_is_not_one_sum_reads_as_none(typed: str) -> None:
    assert read_sum(typed) is None
