"""The day of the moon calendar (农历), which stands beside the date of every Chinese paper."""

from __future__ import annotations

from bisect import bisect_right
from datetime import date, timedelta
from functools import cache
from pathlib import Path

TABLE = Path(__file__).parent / "data" / "moon.txt"
DIGITS = "一二三四五六七八九十"
MONTHS = ["正", *DIGITS[1:], "冬", "腊"]


def moon_day(day: date) -> str:
    """十月十六, 闰六月初一; empty outside the table's years (2000 to 2050)."""
    months = first_days()
    at = bisect_right(months, (day, "龥")) - 1
    if at < 0 or at == len(months) - 1:
        return ""
    first, name = months[at]
    return f"{name}月{numeral((day - first).days + 1)}"


def numeral(number: int) -> str:
    """A day of the moon as it is said: 初一, 十六, 二十, 廿九, 三十."""
    tens, ones = divmod(number, 10)
    if ones == 0:
        return {1: "初十", 2: "二十", 3: "三十"}[tens]
    return ("初", "十", "廿")[tens] + DIGITS[ones - 1]


@cache
def first_days() -> list[tuple[date, str]]:
    """The first day and the name of every month, in order; the last one only ends the table."""
    found: list[tuple[date, str]] = []
    day = date.min
    for line in TABLE.read_text("utf-8").splitlines():
        if line and not line.startswith("#"):
            new_year, lengths, twice = line.split()
            day = date.fromisoformat(new_year)
            for name, length in zip(names(int(twice)), lengths, strict=True):
                found.append((day, name))
                day += timedelta(30 if length == "+" else 29)
    return [*found, (day, "")]


def names(twice: int) -> list[str]:
    """The months of a year; the one that comes twice is followed by its 闰."""
    if not twice:
        return MONTHS
    return [*MONTHS[:twice], f"闰{MONTHS[twice - 1]}", *MONTHS[twice:]]
