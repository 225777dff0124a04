"""A bound that is denied is the other bound: 不会超过 is at most, 不会低于 at least."""

import pytest

from chinese.money import find_money
from chinese.quantities import find_quantities


@pytest.mark.parametrize(
    ("text", "span", "comparator"),
    [
        ("12月底前借款余额不会超过3亿元。", "不会超过3亿元", "<="),
        ("各校装修费不得高于80万元。", "不得高于80万元", "<="),
        ("全年出国经费不突破90万元。", "90万元", "<="),
        ("征地严禁突破1.2亿元。", "1.2亿元", "<="),
        ("存粮折款决不能少于600万元。", "决不能少于600万元", ">="),
        ("年底存款突破3亿元。", "3亿元", ">="),
        ("年底存款超过3亿元。", "超过3亿元", ">="),
    ],
)
def test_what_is_denied_of_a_sum(text: str, span: str, comparator: str) -> None:
    assert [(each.text, each.comparator) for each in find_money(text)] == [(span, comparator)]


@pytest.mark.parametrize(
    ("text", "comparator"),
    [
        ("每桌学生不会多于6名。", "<="),
        ("煤耗不允许超出4万吨。", "<="),
        ("蓄水不能低于120万立方米。", ">="),
        ("返贫户不至于大于9户。", "<="),
    ],
)
def test_what_is_denied_of_a_count(text: str, comparator: str) -> None:
    assert [each.comparator for each in find_quantities(text)] == [comparator]


@pytest.mark.parametrize(
    "text",
    [
        "修桥的总投资会不会超过2800万元？",
        "总投资能不能超过2800万元，还要看。",
        "投资会不会突破2800万元？",
    ],
)
def test_what_is_asked_bounds_nothing(text: str) -> None:
    (found,) = find_money(text)
    assert (found.text, found.comparator, found.measure) == ("2800万元", "=", "none")


def test_a_count_that_is_asked_about_is_not_bounded() -> None:
    (found,) = find_quantities("全县用煤会不会超过80万吨？")
    assert found.comparator == "="
