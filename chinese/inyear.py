"""What is named inside a year: 6月底前, 10月1日, 上半年, 三季度末, 春节前, 年底, 年初.

Each rule looks at one place of a folded text and gives the `Hit` that begins there, or None.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date, timedelta

from chinese import calendar
from chinese.calendar import SEASONS, Period
from chinese.numerals import number
from chinese.wordlists import any_of, words

_N = r"(?:[0-9]{1,2}|[一二三四五六七八九十]{1,3})"
_MONTH = re.compile(rf"({_N})月份?")
_MONTHS = re.compile(rf"{_N}月?(?:-|至|到|~)({_N})月份?")
_DAY = re.compile(rf"({_N})[日号]")
_DAYS = re.compile(rf"{_N}[日号]?(?:-|至|到|~)({_N})[日号]")
_HOUR = re.compile(r"(?:[上下]午|晚|早)?[0-9]{1,2}(?:时|点|:)(?:[0-9]{1,2}分?|整)?")
_THIRD = re.compile(r"上旬|中旬|下旬|底|末|初|中(?!旬|国|心|央|部|小|学|医)")
_HALF = re.compile(r"([上下])半年")
_QUARTER = re.compile(r"(?:第)?([一二三四1234])(?:个)?季度(?:末|底)?")
_YEAR_END = re.compile(r"年?底|年?末|年终(?!考核|总结|决算|盘点|奖)|岁末(?!年初)")
# Behind a date: 底前, 之前, 以内, 期间; but 前期, 前3个月 and 内涝 are other words.
_BEFORE = (
    "(?:之前|以前|前夕|前(?![期往来提后沿景列进]|[0-9一二三四五六七八九十两]+(?:个?[月季批周]|天)))"
)
TAIL = re.compile(f"[底末]?(?:{_BEFORE}|之内|以内|内(?![部外涝容蒙河的])|期间)")
_FESTIVAL = re.compile(
    rf"“?({any_of(calendar.FESTIVALS)})节?”?"
    f"(?:{_BEFORE}|期间|(?:小长假|长假|假期|黄金周)(?:前|期间)?)?"
)
# 端午三天, 清明假期: days through which something goes on.
_HOLIDAYS = re.compile("(?:国庆|春节|中秋)?(?:假期|长假|黄金周)|[0-9一二三四五六七八九十两]+天")
_SHORT_FESTIVALS = ("十一", "五一", "六一", "七一", "八一")
# 八一路, 五一广场, “七一”讲话, 春节临近.
_NO_FESTIVAL = re.compile(
    f"”?(?:[、和]“?{any_of(calendar.FESTIVALS)}[节”]?)*{any_of(words('festivals', 'no festival'))}"
)
_OF_SOMEBODY = re.compile(any_of(words("festivals", "done by one of that name")))
_SURNAMES = frozenset("".join(words("festivals", "surnames")))
_SUMMER = re.compile("(?:的)?暑[假期](?=[^前])")
_YEAR_BEGINS = re.compile("年?初(?![步期中])")
# With what all of these begin: a first look.
_BEGINS = frozenset("0123456789一二三四五六七八九十第上下年底末岁初内的暑“") | {
    each[0] for each in (*calendar.FESTIVALS, *SEASONS, *calendar.TIMES_OF_YEAR)
}
# 明年秋季开学时投入使用; but 2026年春季学期收费标准 tells which one.
_SCHOOL_TERM = re.compile(
    "(秋季|春季)(?:学期开学|学期|开学)"
    f"(?=时?(?:正式|全面|可|将)?{any_of(words('festivals', 'comes with a term'))})"
)
_TIME_OF_YEAR = re.compile(f"({any_of(calendar.TIMES_OF_YEAR)})(?!{_BEFORE}|的)")
# 今年年初定下的, 年初以来: told of; 2022年初建成 is a term.
_DONE_THEN = re.compile("[,的]|以来|[^,。;]{0,6}?(?:了|定下|确定|提出|制定|下达|启动)")
_IN_THE_YEAR = re.compile("年?内")
_EACH_YEAR = any_of(words("festivals", "before each season"))
SEASON = re.compile(
    any_of(SEASONS) + f"(?:来临|到来)?(?:之前|前(?!期|[0-9一二三两]+(?:天|周|个月)|{_EACH_YEAR}))"
)


@dataclass(frozen=True)
class Hit:
    """Where a date ends that a rule has read, and what it says."""

    end: int
    period: Period | None
    before: bool = False  # 前: due before it
    whole: bool = False  # a whole year or longer, named bare
    never_due: bool = False
    names_year: bool = False  # what follows in the sentence is of that year
    season: bool = False  # promised by a time of the year that has no day: 采暖期前


def in_year(text: str, start: int, year: int) -> Hit | None:
    """What is named inside a year that was read already, right behind it."""
    if text[start : start + 1] in ("的", ",") and text[start + 1 : start + 2].isdecimal():
        return None
    if text[start : start + 1] not in _BEGINS:
        return None
    for rule in (month, half, quarter, festival_of, _season_of, _school_term, _time_of_year):
        if hit := rule(text, start, year):
            return hit
    if found := _YEAR_END.match(text, start):
        return tailed(text, found.end(), calendar.year(year))
    if found := _SUMMER.match(text, start):
        return tailed(text, found.end(), calendar.summer(year))
    if found := _YEAR_BEGINS.match(text, start):
        told = _DONE_THEN.match(text, found.end()) is not None
        return Hit(found.end(), calendar.quarter(year, 1), whole=True, never_due=told)
    if found := _IN_THE_YEAR.match(text, start):
        return Hit(found.end(), calendar.year(year))
    return None


def month(text: str, start: int, year: int) -> Hit | None:
    """6月底前, 10月1日前, 9月上旬, 7月; 1-6月 ends with June."""
    if found := _MONTHS.match(text, start):
        which = _int(found[1])
        if which is None or not 1 <= which <= 12 or _DAY.match(text, found.end()):
            return None
        return tailed(text, found.end(), calendar.month(year, which), never_due=True)
    found = _MONTH.match(text, start)
    which = _int(found[1]) if found else None
    if not found or which is None or not 1 <= which <= 12:
        return None
    if days := _DAYS.match(text, found.end()):
        return _day_hit(text, days, year, which)
    if day := _DAY.match(text, found.end()):
        return _day_hit(text, day, year, which)
    if third := _THIRD.match(text, found.end()):
        whole = third[0] in ("底", "末")
        period = calendar.month(year, which)
        if not whole:
            period = calendar.third_of_month(year, which, third[0])
        return tailed(text, third.end(), period)
    return tailed(text, found.end(), calendar.month(year, which))


def _day_hit(text: str, found: re.Match[str], year: int, which: int) -> Hit | None:
    """The day of a month, with its hour: 10月1日上午9时."""
    of_month = _int(found[1])
    day = calendar.day(year, which, of_month) if of_month else None
    if day is None:
        return None
    end = found.end()
    if hour := _HOUR.match(text, end):
        end = hour.end()
    return tailed(text, end, Period(day, day, "day"))


def half(text: str, start: int, year: int) -> Hit | None:
    """上半年, 下半年前."""
    found = _HALF.match(text, start)
    if not found:
        return None
    return tailed(text, found.end(), calendar.half(year, 1 if found[1] == "上" else 2))


def quarter(text: str, start: int, year: int) -> Hit | None:
    """一季度, 第3季度末."""
    found = _QUARTER.match(text, start)
    which = _int(found[1]) if found else None
    return tailed(text, found.end(), calendar.quarter(year, which)) if found and which else None


def festival_of(text: str, start: int, year: int, issue_date: date = date.min) -> Hit | None:
    """春节前 is due on the eve, “七一”期间 on the day. 七一 alone is a name, 八一路 a road.

    What is due before a festival that is gone by is due before that of the next year.
    """
    found = _FESTIVAL.match(text, start)
    if not found:
        return None
    if found[1] in _SHORT_FESTIVALS and "“" not in found[0] and "前" not in found[0]:
        return None
    if _NO_FESTIVAL.match(text, found.end()) or _is_called_so(text, found):
        return None
    of_the_sun = found[1] in calendar.SOLAR_TERMS and found[1] not in calendar.HOLIDAYS_BY_THE_SUN
    if of_the_sun and "前" not in found[0]:
        return None  # 立冬过后: no term is set
    before = "前" in found[0]
    last = _last_day(found[1], year, before=before)
    gone = last is not None and issue_date > date.min and last < issue_date
    if last and gone and (before or issue_date - last > calendar.LONG_GONE):
        last = _last_day(found[1], year + 1, before=before)
    if last is None:
        return Hit(found.end(), None, never_due=True)
    holidays = _HOLIDAYS.search(found[0]) or _HOLIDAYS.match(text, found.end())
    never = holidays is not None and not before
    return Hit(
        found.end(), Period(last, last, "day"), before=before, whole=not before, never_due=never
    )


def _last_day(festival: str, year: int, *, before: bool) -> date | None:
    day = calendar.festival(festival, year)
    return day - timedelta(days=1) if day and before else day


def _is_called_so(text: str, found: re.Match[str]) -> bool:
    """经理赵国庆告诉记者: somebody who was born on the day."""
    bare = found[0] == found[1]
    return (
        bare
        and text[found.start() - 1 : found.start()] in _SURNAMES
        and (_OF_SOMEBODY.match(text, found.end()) is not None)
    )


def _season_of(text: str, start: int, year: int) -> Hit | None:
    """The 秋季开学前 of 2023年秋季开学前, where the calendar knows its eve."""
    found = SEASON.match(text, start)
    eve = calendar.season_eve(found[0], year) if found else None
    if found is None or eve is None:
        return None
    return Hit(found.end(), Period(eve, eve, "season"), before=True)


def _school_term(text: str, start: int, year: int) -> Hit | None:
    """明年秋季开学, 2026年春季学期: the first of the month in which schools begin."""
    found = _SCHOOL_TERM.match(text, start)
    if not found:
        return None
    day = calendar.day(year, *calendar.TERMS_BEGIN[found[1]])
    return Hit(found.end(), Period(day, day, "season"), whole=True) if day else None


def _time_of_year(text: str, start: int, year: int) -> Hit | None:
    """The 开春 of 明年开春, the 秋天 of 后年秋天: to the end of the month that ends it."""
    found = _TIME_OF_YEAR.match(text, start)
    if not found:
        return None
    last = calendar.last_of_month(year, calendar.TIMES_OF_YEAR[found[1]])
    return Hit(found.end(), Period(last.replace(day=1), last, "season"), whole=True)


def tailed(text: str, end: int, period: Period, never_due: bool = False) -> Hit:
    """The hit of a period that ends at this place, with the 前, 以内 or 期间 behind it."""
    tail = TAIL.match(text, end)
    if tail is None:
        return Hit(end, period, never_due=never_due)
    return Hit(tail.end(), period, before="前" in tail[0], never_due=never_due)


def _int(printed: str) -> int | None:
    value = number(printed)
    return int(value) if value is not None and value == int(value) else None
