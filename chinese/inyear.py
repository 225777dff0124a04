"""What is named inside a year: 6月底前, 10月1日, 上半年, 三季度末, 春节前, 年底, 年初.

Each rule looks at one place of a folded text and gives the `Hit` that begins there, or None.
"""

from __future__ import annotations

import re
from datetime import date, timedelta

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
HOUR = re.compile(r"(?:[上下]午|晚|早)?[0-9]{1,2}(?:时|点|:)(?:[0-9]{1,2}分?|整)?")
_THIRD = re.compile(r"上旬|中旬|下旬|底|末|初|中(?!旬|国|心|央|部|小|学|医)")
_HALF = re.compile(r"([上下])半年")
_QUARTER = re.compile(r"(?:第)?([一二三四1234])(?:个)?季度(?:末|底)?")
_YEAR_END = re.compile(r"年?底|年?末|年终(?!考核|总结|决算|盘点|奖)|岁末(?!年初)")
_FESTIVAL = re.compile(
    rf"“?({any_of(calendar.FESTIVALS)})节?”?"
    f"(?:{BEFORE}|期间|(?:小长假|长假|假期|黄金周)(?:前|期间)?)?"
)
# 端午三天, 清明假期: days through which something goes on.
_HOLIDAYS = re.compile("(?:国庆|春节|中秋)?(?:假期|长假|黄金周)|[0-9一二三四五六七八九十两]+天")
_ON_THE_DAY = ("那天", "当天")  # 五一那天试营业
_FIRST_MOON = re.compile(
    "正月(初[一二三四五六七八九十]|[十廿][一二三四五六七八九]?|二十[一二三四五六七八九]?|三十)"
)
_SHORT_FESTIVALS = ("十一", "五一", "六一", "七一", "八一")
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
    | seasons.BEGINS
)
# 今年年初定下的, 年初以来: told of; 2022年初建成 is a term.
_DONE_THEN = re.compile("[,的]|以来|[^,。;]{0,6}?(?:了|定下|确定|提出|制定|下达|启动)")
_IN_THE_YEAR = re.compile("年?内")


def in_year(text: str, start: int, year: int) -> Hit | None:
    """What is named inside a year that was read already, right behind it."""
    if text[start : start + 1] in ("的", ",") and text[start + 1 : start + 2].isdecimal():
        return None
    if text[start : start + 1] not in _BEGINS:
        return None
    for rule in (month, half, quarter, festival_of, day_of_first_moon, *seasons.IN_A_YEAR):
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
    """春节前 is due on the eve, “七一”期间 on the day. 七一 alone is a name, 八一路 a road.

    What is due before a festival that is gone by is due before that of the next year.
    """
    found = _FESTIVAL.match(text, start)
    if not found:
        return None
    bare = "“" not in found[0] and "前" not in found[0]
    if found[1] in _SHORT_FESTIVALS and bare and not text.startswith(_ON_THE_DAY, found.end()):
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
    if not before and (after := _AFTERWARDS.match(text, found.end())):
        return Hit(after.end(), Period(last, last, "day"), never_due=True)
    holidays = _HOLIDAYS.search(found[0]) or _HOLIDAYS.match(text, found.end())
    never = holidays is not None and not before
    return Hit(
        found.end(), Period(last, last, "day"), before=before, whole=not before, never_due=never
    )


def day_of_first_moon(text: str, start: int, year: int, issue_date: date = date.min) -> Hit | None:
    """正月初八: where it is long gone, that of the next year."""
    found = _FIRST_MOON.match(text, start)
    which = _int(found[1].removeprefix("初").replace("廿", "二十")) if found else None
    day = calendar.of_first_moon(year, which) if which else None
    if found is None or day is None or which is None:
        return None
    if issue_date > date.min and issue_date - day > calendar.LONG_GONE:
        day = calendar.of_first_moon(year + 1, which)
    return tailed(text, found.end(), Period(day, day, "day")) if day else None


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


def _month_of(printed: str) -> int | None:
    """元月 is the first."""
    return 1 if printed == "元" else _int(printed)


def _int(printed: str) -> int | None:
    value = number(printed)
    return int(value) if value is not None and value == int(value) else None
