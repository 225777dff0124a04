"""Of which stretch of a year a sum is told that was done."""

from datetime import date

import pytest

from chinese.periods import Period, period_of, period_words


def words_before(text: str) -> str | None:
    """The period of the last sum of a text."""
    at = len(text.rstrip("亿万元.0123456789"))
    return period_words(text, at)


@pytest.mark.parametrize(
    ("text", "period"),
    [
        ("前十月,北桥完成投资2亿元", "前十月"),
        ("1-9月,北桥完成投资2亿元", "1-9月"),
        ("北桥今年已完成投资2亿元", "今年"),
        ("年初以来,全县完成投资9亿元,其中北桥完成2亿元", "年初以来"),
        ("今年1-10月,北桥累计完成投资2亿元", "今年1-10月"),
        ("北桥年度计划投资3亿元,目前已完成2亿元", "年度计划投资"),
        # since the beginning
        ("前十月,北桥完成投资2亿元,累计完成5亿元", None),
        ("今年完成2亿元,开工以来完成5亿元", None),
        ("北桥已完成投资5亿元", None),
        ("今年北桥进度加快。目前已完成投资5亿元", None),
    ],
)
def test_the_words_for_the_period(text: str, period: str | None) -> None:
    assert words_before(text) == period


@pytest.mark.parametrize(
    ("said", "first", "last"),
    [
        ("前十月", date(2026, 1, 1), date(2026, 10, 31)),
        ("今年1-9月", date(2026, 1, 1), date(2026, 9, 30)),
        ("前三季度", date(2026, 1, 1), date(2026, 9, 30)),
        ("上半年", date(2026, 1, 1), date(2026, 6, 30)),
        ("今年", date(2026, 1, 1), None),
        ("去年", date(2025, 1, 1), None),
        ("2024年", date(2024, 1, 1), None),
    ],
)
def test_the_days_of_a_period(said: str, first: date, last: date | None) -> None:
    assert period_of(said, date(2026, 11, 20)) == Period(first, last)


def test_ten_months_told_in_january_are_those_of_the_year_before() -> None:
    assert period_of("前十月", date(2027, 1, 8)) == Period(date(2026, 1, 1), date(2026, 10, 31))
