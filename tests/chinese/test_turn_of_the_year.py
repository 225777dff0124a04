"""The year that begins and the one that is over are named without a number around New Year."""

from datetime import date

import pytest

from chinese.dates import find_dates


def due(text: str, today: date) -> list[str]:
    return [str(each.due_on) for each in find_dates(text, today) if each.is_due]


@pytest.mark.parametrize(
    ("today", "day"),
    [(date(2021, 2, 9), "2021-12-31"), (date(2020, 12, 8), "2021-12-31")],
)
def test_the_new_year_is_the_one_that_begins(today: date, day: str) -> None:
    assert due("新的一年,全县新修机耕路52公里。", today) == [day]


def test_in_summer_a_new_year_has_no_date() -> None:
    assert due("新的一年,全县新修机耕路52公里。", date(2021, 7, 5)) == []


def test_the_past_year_of_a_spring_is_over_and_so_is_its_whole() -> None:
    text = "过去一年,水库大坝合龙。全年完成水利投资3亿元;新的一年,再完成4亿元。"
    assert due(text, date(2021, 2, 9)) == ["2021-12-31"]


def test_what_is_counted_at_the_end_of_a_year_to_come_is_promised() -> None:
    assert due("2022年末存栏蛋鸡40万只。", date(2021, 11, 2)) == ["2022-12-31"]
    assert due("年末存栏蛋鸡40万只。", date(2021, 11, 2)) == []


def test_what_came_so_late_is_told_of_and_not_promised() -> None:
    assert due("文体馆比承诺的晚了一个月,12月28日才开门。", date(2021, 1, 12)) == []
    assert due("文体馆要到12月28日才能开门。", date(2021, 1, 12)) == ["2021-12-28"]
