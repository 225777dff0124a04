"""What was spent year after year is no total of a work, and what it comes to is what is done."""

from datetime import date

import pytest

from chinese.periods import period_of
from tests.ingest.works_told import facts

TODAY = date(2026, 11, 24)


def sums(text: str) -> list[tuple[int, str, str | None]]:
    (work,) = facts(text, today=TODAY).projects
    return [(int(each.yuan or 0), each.kind, each.period_text) for each in work.investments]


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        (
            "朱坑乡防洪渠工程2024年投了180万元，2025年投了240万元，今年又投了310万元，三年合计730万元。",
            [
                (1_800_000, "done", "2024年"),
                (2_400_000, "done", "2025年"),
                (3_100_000, "done", "今年"),
                (7_300_000, "done", None),
            ],
        ),
        (
            "市楼修缮工程去年拿出460万元，今年又拿出520万元，两年总共980万元。",
            [
                (4_600_000, "done", "去年"),
                (5_200_000, "done", "今年"),
                (9_800_000, "done", None),
            ],
        ),
        (
            "尹回引水工程总投资1.6亿元，去年投入4200万元，今年投入6500万元，累计1.07亿元。",
            [
                (160_000_000, "total", None),
                (42_000_000, "done", "去年"),
                (65_000_000, "done", "今年"),
                (107_000_000, "done", None),
            ],
        ),
    ],
)
def test_each_year_has_its_sum_and_together_they_are_what_is_done(
    text: str, wanted: list[tuple[int, str, str | None]]
) -> None:
    assert sums(text) == wanted


def test_what_is_not_spent_yet_is_the_plan_of_its_year() -> None:
    text = "中都渠工程2026年投资3000万元，2027年投资5000万元，2028年完工。"
    assert [each[:2] for each in sums(text)] == [(30_000_000, "done"), (50_000_000, "year")]


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("惠济桥去年花了310万元重修。", 3_100_000),
        ("襄垣小学操场去年投资180万元，今年9月启用。", 1_800_000),
        ("东泉公园一期2025年投资3000万元建成。", 30_000_000),
    ],
)
def test_one_sum_alone_may_be_all_that_a_work_cost(text: str, wanted: int) -> None:
    assert [each[:2] for each in sums(text)] == [(wanted, "total")]


def test_the_year_before_last_is_two_years_back() -> None:
    assert period_of("前年", TODAY).start == date(2024, 1, 1)
