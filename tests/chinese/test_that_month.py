"""The month or the year that was just named: 当月底, 同月28日, 翌年6月, 月底前 behind a day to come."""

from datetime import date

import pytest

from chinese.dates import find_dates


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("拱桥10月15日合龙,当月底通车。", "2021-10-31"),
        ("拱桥10月合龙,同月28日通车。", "2021-10-28"),
        ("澡堂9月20日试水,当月26日开门。", "2021-09-26"),
        ("主楼9月中旬封顶,月底前交付。", "2021-09-30"),
        ("剧场计划12月动工,翌年6月完工。", "2022-06-30"),
        ("桥栏9月1日前装好,公厕月底到位。", "2021-08-31"),
        ("堤坝7月2日动工,月底前完工。", "2021-08-31"),
        ("护栏本月底前装好,明年3月验收。", "2022-03-31"),
    ],
)
def test_what_is_named_from_a_month_before_it(text: str, day: str) -> None:
    found = [str(each.due_on) for each in find_dates(text, date(2021, 8, 10)) if each.is_due]
    assert found[-1] == day


def test_the_end_of_a_month_gone_by_is_gone() -> None:
    (first, second) = find_dates("路面7月2日动工,当月底铺完。", date(2021, 8, 10))
    assert (first.is_due, second.is_due, second.last) == (False, False, date(2021, 7, 31))
