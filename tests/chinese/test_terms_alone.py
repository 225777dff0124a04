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
        ("水渠明年春节前开工。", ["2019-02-05"]),
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


@pytest.mark.parametrize(
    ("text", "days"),
    [
        ("宿舍楼明年春季开学住得进去。", ["2019-03-01"]),
        ("食堂2019年秋季开学时换新灶。", ["2019-09-01"]),
        ("明年春季开学典礼在新操场办。", []),
        ("实训车间明年暑假后用得上。", ["2019-08-31"]),
        ("塑胶跑道2019年寒假结束后铺好。", ["2019-02-28"]),
    ],
)
def test_what_is_done_then_does_not_matter_to_the_term_of_a_year(
    text: str, days: list[str]
) -> None:
    found = [day for day in due(text, date(2018, 9, 4)) if not day.endswith("12-31")]
    assert found == days


@pytest.mark.parametrize(
    ("text", "days"),
    [
        ("病房楼还在砌三层,县里要求最迟4月底交付。", ["2019-04-30"]),
        ("桥面最晚3月15日前铺完。", ["2019-03-15"]),
        ("桥面3月15日前已经铺完了。", []),
        ("桥面最迟11月10日前铺完。", ["2018-11-10"]),
    ],
)
def test_what_is_due_at_the_latest_is_still_to_come(text: str, days: list[str]) -> None:
    assert due(text, date(2018, 10, 9)) == days
