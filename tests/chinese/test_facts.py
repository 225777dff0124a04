"""Money, quantities and dates are read exactly or not at all, wherever they stand."""

from datetime import date
from decimal import Decimal

import pytest

from chinese.dates import find_dates
from chinese.money import find_money
from chinese.quantities import find_quantities

ISSUE = date(2023, 2, 10)


def money(text: str) -> list[tuple[str, int | None, str]]:
    return [
        (each.text, None if each.value is None else int(each.value), each.comparator)
        for each in find_money(text)
    ]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("总投资1.3亿元", [("1.3亿元", 130_000_000, "=")]),
        ("总投资１．３亿元", [("１．３亿元", 130_000_000, "=")]),
        ("总投资三千二百万元", [("三千二百万元", 32_000_000, "=")]),
        ("投资1亿2000万元", [("1亿2000万元", 120_000_000, "=")]),
        ("投资2,300万元", [("2,300万元", 23_000_000, "=")]),
        ("收入8万余元", [("8万余元", 80_000, ">=")]),
        ("投资不超过30万元", [("不超过30万元", 300_000, "<=")]),
        ("投资约5亿元", [("约5亿元", 500_000_000, "~")]),
        ("节约5亿元", [("5亿元", 500_000_000, "=")]),
        ("签约500万元", [("500万元", 5_000_000, "=")]),
        ("产值达到百亿元", [("百亿元", 10_000_000_000, "=")]),
        ("总投资16.5\n亿元", [("16.5\n亿元", 1_650_000_000, "=")]),
        ("由3亿元增至3.3亿元", [("3亿元", 300_000_000, "="), ("3.3亿元", 330_000_000, "=")]),
        ("上百万元", [("上百万元", 1_000_000, ">=")]),
    ],
)
def test_money_is_read_in_every_printed_form(
    text: str, expected: list[tuple[str, int | None, str]]
) -> None:
    assert money(text) == expected


@pytest.mark.parametrize(
    "text", ["75亿元.分别为", "投资品万元", "亿元以上项目", "3..5亿元", "数千万元"]
)
def test_damaged_money_has_no_value_and_a_reason(text: str) -> None:
    found = find_money(text)
    assert [each.value for each in found] in ([], [None])
    assert all(each.reason for each in found)


@pytest.mark.parametrize(
    "text", ["万元户", "百元店", "元宵节", "元宇宙", "千亿级集群", "百亿元级园区"]
)
def test_words_with_yuan_in_them_are_no_money(text: str) -> None:
    assert find_money(text) == []


def test_a_range_is_one_find_with_two_ends() -> None:
    (found,) = find_money("计划投资3至5亿元")
    assert (found.value, found.value_to) == (Decimal(300_000_000), Decimal(500_000_000))


def test_foreign_money_keeps_its_currency() -> None:
    (found,) = find_money("引资500万美元")
    assert (found.value, found.currency) == (Decimal(5_000_000), "USD")


@pytest.mark.parametrize(
    ("text", "measure"),
    [
        ("总投资3亿元", "total"),
        ("批复概算3亿元", "approved"),
        ("年度计划投资3亿元", "year"),
        ("累计完成投资3亿元", "done"),
        ("其中中央补助3亿元", "part"),
        ("实现产值3亿元", "none"),
        ("农民增收3亿元", "none"),
    ],
)
def test_a_sum_says_what_it_measures(text: str, measure: str) -> None:
    assert [each.measure for each in find_money(text)] == [measure]


def test_quantities_keep_their_printed_unit() -> None:
    found = find_quantities("占地320亩,涉及3700余户、5个村,年产2000吨,覆盖率96%以上")
    assert [(str(each.value), each.unit, each.comparator) for each in found] == [
        ("320", "亩", "="),
        ("3700", "户", ">="),
        ("5", "个", "="),
        ("2000", "吨/年", "="),
        ("96", "%", ">="),
    ]


def test_the_last_bound_of_a_list_governs_all() -> None:
    found = find_quantities("产量分别达到15万吨、18万吨、18.5万吨以上")
    assert [each.comparator for each in found] == [">=", ">=", ">="]


@pytest.mark.parametrize(
    "text",
    ["7·17时装周", "“4+1”工程", "“四个一流”", "24小时", "G108国道", "110千伏", "第三个", "五台山"],
)
def test_what_only_looks_like_a_quantity_is_none(text: str) -> None:
    assert find_quantities(text) == []


@pytest.mark.parametrize(
    ("text", "last", "precision"),
    [
        ("今年年底完成", "2023-12-31", "year"),
        ("争取上半年投运", "2023-06-30", "half-year"),
        ("一季度末完成", "2023-03-31", "quarter"),
        ("明年6月底前建成", "2024-06-30", "month"),
        ("2027年10月1日前通车", "2027-10-01", "day"),
        ("计划9月上旬开工", "2023-09-10", "ten-days"),
        ("春节前完工", "2024-02-09", "day"),
        ("“十五五”期间建成10座", "2030-12-31", "five-year"),
        ("二〇二五年底建成", "2025-12-31", "year"),
    ],
)
def test_due_dates_end_on_the_last_day_of_what_they_name(
    text: str, last: str, precision: str
) -> None:
    (found,) = find_dates(text, ISSUE)
    assert (str(found.due_on), found.precision) == (last, precision)


@pytest.mark.parametrize(
    "text",
    [
        "2022年初申报",
        "今年以来",
        "7·17时装周",
        "年产2000吨",
        "24小时监测",
        "截至2月8日完成",
        "每年6月底前",
    ],
)
def test_what_has_happened_or_is_only_named_is_no_due_date(text: str) -> None:
    assert [each for each in find_dates(text, ISSUE) if each.is_due] == []
