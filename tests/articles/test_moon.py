"""The moon calendar beside the date: as it is printed, with long and short and double months."""

from __future__ import annotations

from datetime import date, timedelta
from itertools import pairwise

import pytest
from django.test import Client

from articles.moon import first_days, moon_day
from chinese.wordlists import words
from tests.factories import NewspaperFactory


@pytest.mark.parametrize(
    ("day", "printed"),
    [
        ("2026-11-24", "十月十六"),
        ("2026-02-16", "腊月廿九"),
        ("2026-02-17", "正月初一"),
        ("2023-03-22", "闰二月初一"),
        ("2025-07-25", "闰六月初一"),
        ("2024-01-20", "腊月初十"),
        ("2027-01-27", "腊月二十"),
        ("2033-12-22", "闰冬月初一"),
        ("1999-12-31", ""),
        ("2060-01-01", ""),
    ],
)
def test_a_day_is_called_as_it_is_printed(day: str, printed: str) -> None:
    assert moon_day(date.fromisoformat(day)) == printed


@pytest.mark.parametrize(
    ("festival", "printed"),
    [("春节", "正月初一"), ("端午", "五月初五"), ("中秋", "八月十五")],
)
def test_the_festivals_fall_on_their_days(festival: str, printed: str) -> None:
    for day in words("festivals", festival):
        assert moon_day(date.fromisoformat(day)) == printed, day


def test_every_year_begins_where_the_one_before_ends() -> None:
    months = first_days()
    for (one, _), (next_one, _) in pairwise(months):
        assert next_one - one in {timedelta(29), timedelta(30)}


@pytest.mark.django_db
def test_it_stands_beside_the_date_of_every_page(client: Client) -> None:
    NewspaperFactory()
    assert "2026年11月24日 星期二 农历十月十六" in client.get("/").content.decode()
