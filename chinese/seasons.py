"""Times of the year that the print names by what is done or what the weather does in them.

明年暑假, 今冬, 开春   end everywhere with the same month
入冬前, 汛期前, 春运前  begin everywhere on the same day, and are due on the eve
封冻前, 秋收前         have no day of their own: promised by them, but `due_on` stays empty
"""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass
from datetime import date, timedelta

from chinese import calendar
from chinese.calendar import Period
from chinese.hits import BEFORE, Hit
from chinese.wordlists import any_of, words

# Times of the farming year: promised by them, but no calendar says which day ends them.
SEASONS = words("festivals", "seasons")
_EACH_YEAR = any_of(words("festivals", "before each season"))
_SEASON = re.compile(
    any_of(SEASONS)
    + "(?:来临|到来|开始|结束|来)?"
    + f"(?:之前|以前|前(?!期|后|[0-9一二三两]+(?:天|周|个月)|{_EACH_YEAR}))"
)
# Begin on the same day all over the country: the last day before it.
_EVES = {
    "主汛": (6, 30),
    "汛": (5, 31),
    "秋季开学": (8, 31),
    "暑假": (6, 30),
    "暑期": (6, 30),
}
# So long after its beginning a season still tells of what was done before it, and so long after
# their end the holidays are those that are over.
_JUST_OVER, _LATELY = timedelta(days=45), timedelta(days=100)
_WINTER = ("入冬", "冬季来临", "冬季到来")  # begins with 立冬
_TRAVEL, _TRAVEL_BEGINS = "春运", timedelta(days=15)  # before 春节, each year
_NO_BEGINNING = any_of(words("festivals", "at the beginning of a term"))
# Schools begin their terms on the first of these months, within a day or two.
_TERMS_BEGIN = {"春季": (3, 1), "秋季": (9, 1)}
# 明年秋季开学时投入使用; but 2026年春季学期收费标准 tells which one.
_SCHOOL_TERM = re.compile(
    "(秋季|春季)(?:(?=招生|入学|入园|开园)|"
    f"开学(?={any_of(words('festivals', 'goes to school'))})|(?:学期开学|学期|开学)"
    f"(?=时?(?:正式|全面|可|将)?{any_of(words('festivals', 'comes with a term'))}))"
)

# 明年春季开学住得进去: behind a year the beginning of a term is one, whatever is done then.
_TERM_OF_A_YEAR = re.compile(f"(秋季|春季)开学时?(?!之?[前后初]|以[前后]|的|{_NO_BEGINNING})")


@dataclass(frozen=True)
class _Time:
    """A time of the year: its months, of which the last may be one of the next year."""

    first: int
    last: int
    next_year: bool = False

    def of(self, year: int) -> Period:
        last = calendar.last_of_month(year + self.next_year, self.last)
        return Period(date(year, self.first, 1), last, "season")


_WINTER_HOLIDAYS, _SUMMER_HOLIDAYS = _Time(1, 2), _Time(7, 8)
# 明年开春 is over when the ground is open, 明年春天 with the spring. 春季 and 秋季 tell of terms of
# schools, whose holidays end all over the country with February and August.
_TIMES = {
    "开春": _Time(3, 3),
    "春天": _Time(3, 5),
    "春上": _Time(3, 5),
    "夏天": _Time(6, 8),
    "秋天": _Time(9, 11),
    "冬天": _Time(12, 2, next_year=True),
    "寒假": _WINTER_HOLIDAYS,
    "暑假": _SUMMER_HOLIDAYS,
    "暑期": _SUMMER_HOLIDAYS,
}
# 明年春开工, 今年秋建成; 明年春节 and 明年秋粮 are other words.
_SEASON_ALONE = re.compile(f"的?([春夏秋冬])(?={any_of(words('festivals', 'done in a season'))})")
_SEASONS_OF_YEAR = ("开春", "春天", "春上", "夏天", "秋天", "冬天")
_OF_HOLIDAYS = any_of(words("festivals", "of the holidays"))
_TIME = re.compile(
    f"的?({any_of(_TIMES)})(?:期间|里|内)?(?!{BEFORE}|的|[过以之]?后|{_OF_HOLIDAYS})"
)
# 明年暑假后用上: when the holidays end. 明年暑假后期 is no term.
_HOLIDAYS_OVER = re.compile("(寒假|暑[假期])(?:结束|[过之以])?后(?![期半来段])")
_FARMING = [each for each in SEASONS if each[-1] in "收种播耕"]
_BEHIND_SEASON = re.compile(f"的?{any_of(_FARMING)}(?:结束|过)?[以之]?后(?!期)")
_BARE_TIME = re.compile(
    f"(?<![今明后去前每往同年是])(开春|寒假|暑[假期])(期间|里|内)?(?!{BEFORE}|的|[过以之]?[后来]|{_OF_HOLIDAYS})"
)
# 秋季开学投入使用, without a year; 每年秋季学期 is no term.
_BARE_TERM = re.compile(f"(?<![今明后去前每往同年个])(?:{_SCHOOL_TERM.pattern})")
# 今冬, 明春, 今秋; 今冬明春 lasts from one year into the next, 去冬今春 is gone.
_SHORT = re.compile(f"(?<!今冬)(?<!去冬)([今明])([春夏秋冬])(?!明春|天|季|{BEFORE}|以来|[的,])")
BEGINS = frozenset("的春夏秋冬") | {each[0] for each in (*SEASONS, *_TIMES, "秋季", "春季")}
CANDIDATE = f"{any_of(SEASONS)}|[春秋]季(?:学期|开学)|寒假|暑[假期]|开春|[今明][春夏秋冬]"


def season(text: str, start: int, issue_date: date) -> Hit | None:
    """汛期前, 秋季开学前: the next one, or the one that has just begun."""
    found = _SEASON.match(text, start)
    if not found:
        return None
    eve = _eve(found[0], issue_date.year)
    if eve and issue_date - eve > _JUST_OVER:
        eve = _eve(found[0], issue_date.year + 1)
    return _before(found.end(), eve)


def season_of(text: str, start: int, year: int) -> Hit | None:
    """The 秋季开学前 of 2023年秋季开学前, the 上冻前 of 明年上冻前."""
    found = _SEASON.match(text, start)
    return _before(found.end(), _eve(found[0], year)) if found else None


def _before(end: int, eve: date | None) -> Hit:
    if eve is None:
        return Hit(end, None, before=True, season=True)
    return Hit(end, Period(eve, eve, "season"), before=True)


def _eve(printed: str, year: int) -> date | None:
    """The day before a season begins in a year, where it is the same all over the country."""
    if printed.startswith(_WINTER):
        begins = calendar.festival("立冬", year)
        return begins - timedelta(days=1) if begins else None
    if printed.startswith(_TRAVEL):
        feast = calendar.festival("春节", year)
        return feast - _TRAVEL_BEGINS - timedelta(days=1) if feast else None
    eves = (date(year, *eve) for name, eve in _EVES.items() if name in printed)
    return next(eves, None) if "结束" not in printed else None


def school_term(text: str, start: int, year: int) -> Hit | None:
    """明年秋季开学, 2026年春季学期: the first of the month in which schools begin."""
    return _begun(_SCHOOL_TERM.match(text, start) or _TERM_OF_A_YEAR.match(text, start), year)


def _begun(found: re.Match[str] | None, year: int) -> Hit | None:
    if not found:
        return None
    day = calendar.day(year, *_TERMS_BEGIN[found[1]])
    return Hit(found.end(), Period(day, day, "season"), whole=True) if day else None


def bare_term(text: str, start: int, issue_date: date) -> Hit | None:
    """秋季开学投入使用: the next term that begins."""
    found = _BARE_TERM.match(text, start)
    hit = _begun(found, issue_date.year)
    if hit and hit.period and hit.period.last < issue_date:
        hit = _begun(found, issue_date.year + 1)
    return hit


def time_of_year(text: str, start: int, year: int) -> Hit | None:
    """The 开春 of 明年开春, the 暑假 of 今年暑假: to the end of the month that ends it."""
    if alone := _SEASON_ALONE.match(text, start):
        return Hit(alone.end(), _TIMES[alone[1] + "天"].of(year))
    if over := _HOLIDAYS_OVER.match(text, start):
        return Hit(over.end(), _TIMES[over[1]].of(year), whole=True)
    found = _TIME.match(text, start)
    if not found:
        return None
    holidays = found[1] not in _SEASONS_OF_YEAR
    return Hit(found.end(), _TIMES[found[1]].of(year), whole=not holidays)


def behind_season(text: str, start: int, year: int) -> Hit | None:
    """The 秋收后 of 明年秋收后动工: some time of that year, behind a season without a day."""
    found = _BEHIND_SEASON.match(text, start)
    return Hit(found.end(), calendar.year(year)) if found else None


def bare_time(text: str, start: int, issue_date: date) -> Hit | None:
    """今冬, 明春; 开春, 寒假, 暑假 without a year: the next that is not over."""
    if short := _SHORT.match(text, start):
        year = issue_date.year + (short[1] == "明")
        period = _TIMES[short[2] + "天"].of(year)
        return Hit(short.end(), period, whole=True, loose=period.first > issue_date)
    found = _BARE_TIME.match(text, start)
    if not found:
        return None
    time = _TIMES[found[1]]
    period = time.of(issue_date.year)
    if issue_date - period.last > _LATELY:
        period = time.of(issue_date.year + 1)
    within = found[2] is not None  # 暑假期间完成
    loose = not within and found[1] not in _SEASONS_OF_YEAR
    return Hit(found.end(), period, whole=not within, loose=loose)


IN_A_YEAR: tuple[Callable[[str, int, int], Hit | None], ...] = (
    season_of,
    behind_season,
    school_term,
    time_of_year,
)
