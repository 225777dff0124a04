"""Of a sum that was changed the last one holds, and no other money takes its place."""

import pytest

from chinese.money import find_money


def measures(text: str) -> list[str]:
    return [each.measure for each in find_money(text)]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("柳林水厂原总投资7600万元，后追加1800万元。", ["total", "none"]),
        ("柳林水厂原计划投资4600万元，现已完成投资3100万元。", ["total", "done"]),
        ("柳林水厂最初投资5200万元，现已投入2700万元。", ["total", "done"]),
        ("纸业扩建原计划投资2亿元，现在每年产值4亿元。", ["total", "none"]),
        ("柳林水厂原概算8600万元，现在日供水能力增加到2万吨。", ["approved"]),
        ("柳林水厂原概算8600万元，后贷款2400万元。", ["approved", "none"]),
        ("柳林水厂原概算1.1亿元，后来又申请补助2600万元。", ["approved", "none"]),
        ("柳林水厂原定投资2.3亿元，最终中标价1.9亿元。", ["total", "none"]),
        ("柳林大桥原概算3.3亿元，其中主桥调整为2.4亿元。", ["approved", "part"]),
        ("柳林大桥原估算8600万元，资本金由1500万元增加到2600万元。", ["total", "none", "part"]),
        (
            "客运枢纽原估算8600万元，日均客流增长到4000人次，后续贷款增加到4500万元。",
            ["total", "none"],
        ),
    ],
)
def test_other_money_behind_a_sum_does_not_change_it(text: str, expected: list[str]) -> None:
    assert measures(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "水厂技改原概算780万元，中途调整为640万元，后又调整为710万元。",
            ["none", "none", "total"],
        ),
        ("大坪电站由原批准的2.2亿元投资核减为1.8亿元。", ["none", "total"]),
        ("柳林大桥原概算1.1亿元，调概后总投资1.25亿元。", ["none", "total"]),
        ("柳林大桥原概算1.1亿元，经省发改委批准调整为1.25亿元。", ["none", "total"]),
    ],
)
def test_the_last_of_several_changes_holds(text: str, expected: list[str]) -> None:
    assert measures(text) == expected
