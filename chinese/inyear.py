"""What is named inside a year: 6月底前, 10月1日, 上半年, 三季度末, 春节前, 年底, 年初.

Each rule looks at one place of a folded text and gives the `Hit` that begins there, or None.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import replace
from datetime import date, timedelta
from functools import lru_cache

from chinese import calendar, seasons
from chinese.calendar import Period
from chinese.hits import BEFORE, Hit, tailed
from chinese.numerals import number
from chinese.wordlists import any_of, words

_N = r"(?:[0-9]{1,2}|[一二三四五六七八九十]{1,3})"
_MONTH = re.compile(rf"({_N}|元)月份?")
_MONTHS = re.compile(rf"{_N}月?(?:-|至|到|~)({_N})月份?")
_DAY = re.compile(rf"({_N})[日号]")
_DAYS = re.compile(rf"{_N}[日号]?(?:-|至|到|~)({_N})[日号]")
_BEFORE = re.compile(BEFORE)
HOUR = re.compile(
    r"(?:(?:[上下]午|中午|[傍夜]?晚上?|早上?|凌晨|夜里)?(?:[0-9]{1,2}|[零一二两三四五六七八九十]{1,3})"
    r"(?:时|点|:)(?:[0-9]{1,2}分?|整|钟)?|天黑|天亮|(?:中午|正午|午夜|傍晚)(?=[之以]?前))"
)
# 一月一场, 5月均价: how often and how much, not when.
_EACH_MONTH = re.compile("月(?:均|平均|(?<=[一每]月)[一两三][次场回课考会检评查])")
_THIRD = re.compile(r"上旬|中旬|下旬|底|末|初|中(?!旬|国|心|央|部|小|学|医)")
_HALF = re.compile(r"([上下])半年")
_QUARTER = re.compile(r"(?:第)?([一二三四1234])(?:个)?季度(?:末|底)?")
_YEAR_END = re.compile(
    f"年?底|年?末|年终(?!{any_of(words('festivals', 'at the end of a year'))})|岁末(?!年初)"
)
# What else begins like a feast: 小年轻, “十一五”, 大雪封山; 二月二十日 and 三月三日 are days.
_MORE_OF_A_DAY = "日号十一二三四五六七八九"
_OTHER_WORDS = (
    *words("festivals", "begins like a feast"),
    *(name + more for name in calendar.OF_A_MOON if "月" in name for more in _MORE_OF_A_DAY),
)
_NOT_BEHIND = {"小年": "大是个为的逢"}  # 大小年
_FESTIVAL = re.compile(
    rf"(?:农历)?[“\"]?({any_of(calendar.FESTIVALS)})(?:节|夜|龙抬头)?[”\"]?"
    f"(?:{BEFORE}|期间|(?:小长假|长假|假期|黄金周)(?:前|期间)?)?"
)
# 端午三天, 清明假期: days through which something goes on.
_HOLIDAYS = re.compile("(?:国庆|春节|中秋)?(?:假期|长假|黄金周)|[0-9一二三四五六七八九十两]+天")
_THEN = ("前这", "前那")  # 除夕前这半个月
_ON_THE_DAY = ("那天", "当天")  # 五一那天试营业
_MOONS = re.compile(
    "(?:农历)?(正月|冬月|腊月|[二三四五六七八九十]月(?=初[一二三四五六七八九十]))(?:(初[一二三四五六七八九十]|[十廿][一二三四五六七八九]?|二十[一二三四五六七八九]?|三十|"
    "[1-3]?[0-9])日?|([上中下]旬|底|末|初)|(?=[之以]?前))"
)
_LATELY = timedelta(days=45)  # so long ago a day of the moon is still that of this winter
_SHORT_FESTIVALS = words("festivals", "named so only in quotes")
# A month of the moon has 29 days or 30: its last third ends with it.
_WHOLE_THIRDS = 20
_THIRDS = {
    "上旬": (1, 10),
    "初": (1, 10),
    "中旬": (11, 20),
    "下旬": (21, 30),
    "底": (21, 30),
    "末": (21, 30),
}
# 国庆后复工, 春节过后动手: it begins then, and no term is set.
_AFTERWARDS = re.compile("(?:[过以之]?后|过完)(?![天年])")
# 八一路, 五一广场, “七一”讲话, 春节临近.
_NO_FESTIVAL = re.compile(
    f"”?(?:[、和]“?{any_of(calendar.FESTIVALS)}[节”]?)*{any_of(words('festivals', 'no festival'))}"
)
_OF_SOMEBODY = re.compile(any_of(words("festivals", "done by one of that name")))
_SURNAMES = frozenset("".join(words("festivals", "surnames")))
_YEAR_BEGINS = re.compile("年?初(?![步期中])")
# With what all of these begin: a first look.
_BEGINS = (
    frozenset("0123456789一二三四五六七八九十第上下年底末岁初内正元“")
    | {each[0] for each in calendar.FESTIVALS}
    | frozenset('农腊冬"')
    | seasons.BEGINS
)
# 今年年初定下的, 年初以来: told of; 2022年初建成 is a term.
_DONE_THEN = re.compile(
    f"[,的]|以来|[^,。;]{{0,6}}?(?:了|{any_of(words('moods', 'set at the beginning'))})"
)
_IN_THE_YEAR = re.compile("年?内")


def in_year(text: str, start: int, year: int) -> Hit | None:
    """What is named inside a year that was read already, right behind it."""
    if text[start : start + 1] in ("的", ",") and text[start + 1 : start + 2].isdecimal():
        return None
    if text[start : start + 1] not in _BEGINS:
        return None
    for rule in _IN_A_YEAR:
        if hit := rule(text, start, year):
            return hit
    if found := _YEAR_END.match(text, start):
        return tailed(text, found.end(), calendar.year(year))
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
    if found and _EACH_MONTH.match(text, found.end(1)):
        return None
    which = _month_of(found[1]) if found else None
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
    if hour := HOUR.match(text, end):
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
    """春节前 and “七一”期间 are due on the day, as 10月1日前 is.

    七一 alone is a name, 八一路 a road.
    What is due before a festival that is gone by is due before that of the next year.
    """
    found = _FESTIVAL.match(text, start)
    if not found:
        return None
    if text.startswith(_OTHER_WORDS, found.start(1)):
        return None
    if start and text[start - 1] in _NOT_BEHIND.get(found[1], ""):
        return None
    bare = "“" not in found[0] and '"' not in found[0] and "前" not in found[0]
    of_a_year = issue_date == date.min  # 明年五一
    told_as_day = of_a_year or text.startswith(_ON_THE_DAY, found.end())
    if found[1] in _SHORT_FESTIVALS and bare and not told_as_day:
        return None
    if _NO_FESTIVAL.match(text, found.end()) or _is_called_so(text, found):
        return None
    of_the_sun = found[1] in calendar.SOLAR_TERMS and found[1] not in calendar.HOLIDAYS_BY_THE_SUN
    if of_the_sun and "前" not in found[0] and not text.startswith(_ON_THE_DAY, found.end()):
        return None  # 立冬过后: no term is set
    before = "前" in found[0]
    last = calendar.festival(found[1], year)
    gone = last is not None and issue_date > date.min and last < issue_date
    if last and gone and (before or issue_date - last > calendar.LONG_GONE):
        last = calendar.festival(found[1], year + 1)
    if last is None:
        return Hit(found.end(), None, never_due=True)
    if not before and (after := _AFTERWARDS.match(text, found.end())):
        return Hit(after.end(), Period(last, last, "day"), never_due=True)
    holidays = _HOLIDAYS.search(found[0]) or _HOLIDAYS.match(text, found.end())
    never = not before and (holidays is not None or text.startswith(_THEN, found.end()))
    return Hit(
        found.end(), Period(last, last, "day"), before=before, whole=not before, never_due=never
    )


def festival_by_month(text: str, start: int, year: int, issue_date: date = date.min) -> Hit | None:
    """二月二, 三月三, 六月初六: days of the moon that begin like a month."""
    if text[start + 1 : start + 2] != "月" or text[start].isdecimal():
        return None
    return festival_of(text, start, year, issue_date) or by_the_moon(text, start, year, issue_date)


def by_the_moon(text: str, start: int, year: int, issue_date: date = date.min) -> Hit | None:
    """正月初八, 腊月二十前, 冬月底, 正月下旬: where it is long gone, that of the next year.

    腊月 and 冬月 of a year that is named end it, in what is January or February elsewhere.
    """
    found = _MOONS.match(text, start)
    if found is None:
        return None
    named = issue_date == date.min
    ends_the_year = found[1] in ("冬月", "腊月")
    feasts = (year + ends_the_year,) if named else (year, year + 1, year + 2)
    for feast in feasts:
        period = _of_the_moon(found, feast)
        if period and (named or issue_date - period.last <= _long_gone(text, found)):
            hit = tailed(text, found.end(), period)
            eve = period.first - timedelta(days=1)
            whole_month = found[2] is None and found[3] is None  # 腊月前
            return replace(hit, period=Period(eve, eve, "day")) if whole_month else hit
    return None


def _long_gone(text: str, found: re.Match[str]) -> timedelta:
    """What is due before a day is due before the next one; of others one tells for a while."""
    if _BEFORE.match(text, found.end()):
        return timedelta(days=0)
    return calendar.LONG_GONE if found[1] == "正月" else _LATELY


def _of_the_moon(found: re.Match[str], feast: int) -> Period | None:
    """The day, or the third of a month, before or after the Spring Festival of a year."""
    printed = (found[2] or "初一").removeprefix("初").replace("廿", "二十")
    which = _int(printed)
    if found[3]:
        first, last = _THIRDS[found[3]]
        begin, end = (_day_of_moon(found[1], feast, each) for each in (first, last))
        if last > _WHOLE_THIRDS:
            end = calendar.last_of_moon(found[1], feast)
        return Period(begin, end, "ten-days") if begin and end else None
    day = _day_of_moon(found[1], feast, which) if which else None
    return Period(day, day, "day") if day else None


def _day_of_moon(month: str, feast: int, which: int) -> date | None:
    if month == "正月":
        return calendar.of_first_moon(feast, which)
    if month not in ("冬月", "腊月"):
        return calendar.of_moon(feast, _int(month.removesuffix("月")) or 0, which)
    return calendar.of_last_moon(month, feast, which)


def _is_called_so(text: str, found: re.Match[str]) -> bool:
    """经理赵国庆告诉记者: somebody who was born on the day."""
    bare = found[0] == found[1]
    return (
        bare
        and text[found.start() - 1 : found.start()] in _SURNAMES
        and (_OF_SOMEBODY.match(text, found.end()) is not None)
    )


def _month_of(printed: str) -> int | None:
    """元月 is the first."""
    return 1 if printed == "元" else _int(printed)


@lru_cache(maxsize=512)
def _int(printed: str) -> int | None:
    value = number(printed)
    return int(value) if value is not None and value == int(value) else None


_IN_A_YEAR: tuple[Callable[[str, int, int], Hit | None], ...] = (
    festival_by_month,
    month,
    half,
    quarter,
    festival_of,
    by_the_moon,
    *seasons.IN_A_YEAR,
)
