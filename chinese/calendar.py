"""Days of the calendar that Chinese print names without a number: 年底, 上半年, 春节, “十五五”."""

from __future__ import annotations

import calendar as months
from dataclasses import dataclass
from datetime import date, timedelta
from functools import cache, lru_cache

from chinese.wordlists import DATA, sections, words

FIXED = {
    name: (int(day[:2]), int(day[3:]))
    for name, day in (each.split("=") for each in words("festivals", "days of the year"))
}
# Turns of the farming year by the sun: their month, and the constant of the known formula for
# the day in this century.
SOLAR_TERMS = {
    "小寒": (1, 5.4055),
    "大寒": (1, 20.12),
    "立春": (2, 3.87),
    "雨水": (2, 18.73),
    "惊蛰": (3, 5.63),
    "春分": (3, 20.646),
    "清明": (4, 4.81),
    "谷雨": (4, 20.1),
    "立夏": (5, 5.52),
    "小满": (5, 21.04),
    "芒种": (6, 5.678),
    "夏至": (6, 21.37),
    "小暑": (7, 7.108),
    "大暑": (7, 22.83),
    "立秋": (8, 7.5),
    "处暑": (8, 23.13),
    "白露": (9, 7.646),
    "秋分": (9, 23.042),
    "寒露": (10, 8.318),
    "霜降": (10, 23.438),
    "立冬": (11, 7.438),
    "小雪": (11, 22.36),
    "大雪": (12, 7.18),
    "冬至": (12, 21.94),
}
HOLIDAYS_BY_THE_SUN = ("清明",)
# Days by which that formula is out.
SOLAR_SHIFTS = {
    ("立秋", 2002): 1,
    ("冬至", 2021): -1,
    ("雨水", 2026): -1,
    ("小寒", 2019): -1,
    ("小满", 2008): 1,
    ("小暑", 2016): 1,
    ("大寒", 2082): 1,
    ("霜降", 2089): 1,
    ("立冬", 2089): 1,
}
# Days of the last month of the year of the moon that have a name, and of its other months.
OF_THE_LAST_MOON = {"腊八": 8, "小年": 23}
OF_A_MOON = {
    "二月二": (2, 2), "三月三": (3, 3), "六月六": (6, 6), "七夕": (7, 7), "中元": (7, 15),
    "七月十五": (7, 15), "八月十五": (8, 15), "九月九": (9, 9),
}  # fmt: skip
OF_THE_MOON = ("春节", "除夕", "端午", "五月节", "中秋", "元宵", "重阳")
FESTIVALS = (*OF_THE_MOON, *OF_THE_LAST_MOON, *OF_A_MOON, *FIXED, *SOLAR_TERMS)
_OTHER_NAMES = {"五月节": "端午"}
# Years named from the year of the issue, and days from its day.
RELATIVE_YEARS = {
    "今年": 0,
    "本年度": 0,
    "本年": 0,
    "今明两年": 1,
    "明年": 1,
    "来年": 1,
    "下年": 1,
    "明后两年": 2,
    "后年": 2,
    "去年": -1,
    "上年": -1,
    "前年": -2,
    "次年": 1,
    "翌年": 1,
    "今": 0,
    "明": 1,
    "去": -1,
}
NEAR_DAYS = {
    "昨日": -1,
    "昨天": -1,
    "今日": 0,
    "今天": 0,
    "明日": 1,
    "明天": 1,
    "前天": -2,
    "后天": 2,
    "今晚": 0,
    "今夜": 0,
    "明晚": 1,
    "明早": 1,
    "明晨": 1,
}
# A day gone by so long ago is that of the next year: 元旦 is said in November of the coming one.
LONG_GONE = timedelta(days=120)
_TWO_MONTHS = 62  # after its first day 腊月, and 冬月, is followed by another year


@dataclass(frozen=True)
class Period:
    """From the first to the last day; `precision` is how finely the print names it."""

    first: date
    last: date
    precision: str


@cache
def year(number: int) -> Period:
    return Period(date(number, 1, 1), date(number, 12, 31), "year")


def half(number: int, which: int) -> Period:
    if which == 1:
        return Period(date(number, 1, 1), date(number, 6, 30), "half-year")
    return Period(date(number, 7, 1), date(number, 12, 31), "half-year")


def quarter(number: int, which: int) -> Period:
    last = last_of_month(number, which * 3)
    return Period(date(number, which * 3 - 2, 1), last, "quarter")


@lru_cache(maxsize=512)
def month(number: int, which: int) -> Period:
    return Period(date(number, which, 1), last_of_month(number, which), "month")


def third_of_month(number: int, which: int, name: str) -> Period:
    """上旬 ends on the 10th, 中旬 on the 20th, 下旬 with the month."""
    ends = {"上旬": 10, "初": 10, "中旬": 20, "中": 20}
    last = last_of_month(number, which)
    last = last.replace(day=ends.get(name, last.day))
    return Period(date(number, which, max(1, last.day - 9)), last, "ten-days")


def five_years(ordinal: int) -> Period:
    """The n-th five-year plan: the 14th ends in 2025."""
    end = 1955 + 5 * ordinal
    return Period(date(end - 4, 1, 1), date(end, 12, 31), "five-year")


def festival(name: str, number: int) -> date | None:
    """The day of a festival in a year, or None where no calendar of ours reaches."""
    if name in FIXED:
        return date(number, *FIXED[name])
    if name in SOLAR_TERMS:
        return _solar_term(name, number)
    if name == "除夕":
        new_year = _by_the_moon("春节").get(number)
        return new_year - timedelta(days=1) if new_year else None
    if name in ("元宵", "正月十五"):
        new_year = _by_the_moon("春节").get(number)
        return new_year + timedelta(days=14) if new_year else None
    if name in OF_THE_LAST_MOON:
        return of_last_moon("腊月", number, OF_THE_LAST_MOON[name])
    if name in OF_A_MOON:
        return of_moon(number, *OF_A_MOON[name])
    return _by_the_moon(_OTHER_NAMES.get(name, name)).get(number)


def of_moon(number: int, month: int, day: int) -> date | None:
    """六月初六: the day of a month of the moon, from the second to the tenth."""
    begins = _moons().get((number, month))
    return begins + timedelta(days=day - 1) if begins and 1 <= day <= 30 else None


def of_last_moon(month: str, number: int, day: int) -> date | None:
    """腊月二十 and 冬月初八: the day of a month that leads to the Spring Festival of a year."""
    begins = _leading_to_new_year(month).get(number)
    return begins + timedelta(days=day - 1) if begins and 1 <= day <= 30 else None


def of_first_moon(number: int, day: int) -> date | None:
    """正月初八: so many days into the year of the moon."""
    new_year = _by_the_moon("春节").get(number)
    return new_year + timedelta(days=day - 1) if new_year and 1 <= day <= 30 else None


@cache
def _by_the_moon(name: str) -> dict[int, date]:
    days = map(date.fromisoformat, sections(DATA / "festivals.txt").get(name, ()))
    return {each.year: each for each in days}


def last_of_moon(month: str, number: int) -> date | None:
    """The last day of 冬月 or 腊月 before the Spring Festival of a year, or of its 正月."""
    if month == "正月":
        second = of_moon(number, 2, 1)
        return second - timedelta(days=1) if second else None
    next_month = _leading_to_new_year("腊月") if month == "冬月" else _by_the_moon("春节")
    begins = next_month.get(number)
    return begins - timedelta(days=1) if begins else None


@cache
def _moons() -> dict[tuple[int, int], date]:
    """First days of the months of the moon, by year and month."""
    days = map(date.fromisoformat, sections(DATA / "festivals.txt")["months of the moon"])
    months_of_a_year = range(2, 11)
    return {
        (each.year, months_of_a_year[place % len(months_of_a_year)]): each
        for place, each in enumerate(days)
    }


@cache
def _leading_to_new_year(month: str) -> dict[int, date]:
    """First days of 腊月 or 冬月, by the year of the Spring Festival that follows."""
    days = map(date.fromisoformat, sections(DATA / "festivals.txt")[month])
    return {(each + timedelta(days=_TWO_MONTHS)).year: each for each in days}


def _solar_term(name: str, number: int) -> date | None:
    since = number - 2000
    if not 0 <= since < 100:
        return None
    which, constant = SOLAR_TERMS[name]
    leaps = (since - 1 if which < 3 else since) // 4
    day = int(since * 0.2422 + constant) - leaps + SOLAR_SHIFTS.get((name, number), 0)
    return date(number, which, day)


def last_of_month(number: int, which: int) -> date:
    return date(number, which, months.monthrange(number, which)[1])


def day(number: int, which: int, of_month: int) -> date | None:
    """A day that exists, or None: 2月30日 is none."""
    if not (1 <= which <= 12 and 1 <= of_month <= months.monthrange(number, which)[1]):
        return None
    return date(number, which, of_month)


def after(start: date, count: int, unit: str) -> date:
    """The day a number of years, months or days after another."""
    if unit == "年":
        number = start.year + count
        return start.replace(
            year=number, day=min(start.day, months.monthrange(number, start.month)[1])
        )
    if unit == "个月":
        number, which = divmod(start.month - 1 + count, 12)
        last = last_of_month(start.year + number, which + 1)
        return last.replace(day=min(start.day, last.day))
    return start + timedelta(days=count)
