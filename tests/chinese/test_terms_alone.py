"""Terms of schools and seasons that stand alone, and what the weather put off."""

from datetime import date

import pytest

from chinese.dates import find_dates
from chinese.money import find_money


def due(text: str, today: date) -> list[str]:
    return [str(each.due_on) for each in find_dates(text, today) if each.is_due]


@pytest.mark.parametrize(
    ("text", "days"),
    [
        ("新食堂秋季开学投入使用。", ["2018-09-01"]),
        ("新食堂春季学期投入使用。", ["2019-03-01"]),
        ("每年秋季开学投入使用的课桌要检修。", []),
        ("水渠明年春开工,今年冬完工。", ["2019-05-31", "2019-02-28"]),
        ("水渠明年春节前开工。", ["2019-02-04"]),
        ("去冬今春修渠40公里。", []),
        ("受台风影响停工九天,通汽日期由6月底延至7月20日。", ["2018-07-20"]),
        ("受台风影响,7月20日有暴雨。", []),
    ],
)
def test_terms_without_a_year_and_days_put_off(text: str, days: list[str]) -> None:
    assert due(text, date(2018, 5, 15)) == days


def test_the_total_of_what_follows_is_that_whatever_governs_it() -> None:
    (money,) = find_money("完成总投资1.6亿元的县道312线改建工程,9月底前通车。")
    assert money.measure == "total"
    (money,) = find_money("今年完成总投资1.6亿元,新建公路三条。")
    assert money.measure == "done"


@pytest.mark.parametrize(
    "text", ["如8月底仍无进展,将退出项目库。", "8月1日前仍不开工的,收回土地。"]
)
def test_the_day_of_a_condition_is_no_term(text: str) -> None:
    assert due(text, date(2018, 5, 15)) == []
