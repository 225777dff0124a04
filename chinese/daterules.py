"""The rules of dates: each looks at one place of a folded text and says which date begins there.

`2027年10月1日前`, `今年年底`, `6月底前`, `“十五五”期间`, `两年内`, `本月底`, `25日前`, `汛期前`.
`RULES` holds them in the order in which they are asked by `read_date`.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import replace
from datetime import date, timedelta

from chinese import calendar
from chinese.calendar import RELATIVE_YEARS, Period
from chinese.fromtoday import (
    HAN_DIGITS,
    bare_day,
    near_day,
    of_this_month,
    period_ahead,
    years_ahead,
)
from chinese.hits import TAIL, Hit, tailed
from chinese.inyear import (
    by_the_moon,
    festival_by_month,
    festival_of,
    half,
    in_year,
    month,
    quarter,
)
from chinese.numerals import DIGITS, number
from chinese.seasons import bare_term, bare_time, season
from chinese.wordlists import any_of, words

_FIGURE_PARTED = re.compile(f"[0-9][.·]|[{''.join(DIGITS)}]·")  # 7.17, 七·17; 回眸·2024年 is none
_FIGURE_OF_DATE = re.compile(r"[0-9]{1,4}(?:[年月天至到~]|[日个周]|[./-][0-9])")
_DIGITS = "0123456789"
_YEAR = re.compile(
    r"((?:19|20)[0-9]{2})(?:年|年度)|([二一][〇零〇九0][〇零一二三四五六七八九]{2})年"
)
_YEARS = re.compile(r"((?:19|20)[0-9]{2})年?(?:-|至|到|~)((?:19|20)[0-9]{2})年(?:度)?")
_RELATIVE = re.compile(any_of(each for each in RELATIVE_YEARS if len(each) > 1))
# 当年底, 当年完成: of the year that is spoken of.
_THAT_YEAR = re.compile(
    f"当年(?=年?底|年?末|[0-9]{{1,2}}月底?前|{any_of(words('moods', 'comes in that year'))}|完成。)"
)
# 新的一年,全县造林3万亩: around the turn of a year it is the one that begins.
_YEAR_THAT_BEGINS = re.compile("新的?一年(?:里|中)?(?!级)")
# 过去一年,新增就业3000人: in spring it is the calendar year that is over.
_YEAR_THAT_ENDED = re.compile("过去的?一年(?!级|多)")
_FIRST_MONTHS, _LAST_MONTHS = 4, 10
_SHORT_RELATIVE = re.compile(r"([今明去])(?=年底|年末|年初|年内|年上半年|年下半年)")
_NUMERIC = re.compile(r"((?:19|20)[0-9]{2})([./-])([0-9]{1,2})\2([0-9]{1,2})(?![0-9])")
_PLAN = re.compile(
    r"“?十([一二三四五六七八])五”?(?:规划)?"
    r"(?:期间|时期|末|期末|规划期末|规划期|以来|(?=,?(?:还将|将|还要|计划|力争|拟)))"
)
_YEARLY_TASK = re.compile("[,:将]|" + any_of(words("moods", "task of its year")))
_ABOUT_NEW_YEAR, _A_YEAR = 100, 400  # days
_LONG_GONE = 100  # days: in October 3月底前 is of the next year, and 9月底前 is gone
# 年前装完: before the new year; 八年前, 数年前 and 年前景 are other words.
_BEFORE_NEW_YEAR = re.compile("(?:农历)?年前(?![景后往沿途提来列期])")
_COUNTS_YEARS = frozenset(
    "0123456789〇零一二两三四五六七八九十百千万亿几数多余半若来去今明成少青同学往当本前后上"
)
_BEGINS_THIS_YEAR = "年全岁农"
# 年中并网; but 年中央 and 年中考核 are other words.
_MIDDLE = re.compile(f"年中(?!{any_of(words('festivals', 'no middle of a year'))})")
_TURN_OF_THE_YEAR = re.compile("岁末年[初终]|年[终末]岁[末尾]")
_NO_YEAR_END = re.compile(f"年终{any_of(words('festivals', 'at the end of a year'))}")

Rule = Callable[[str, int, date], Hit | None]


def _numeric(text: str, start: int, issue_date: date) -> Hit | None:
    """2019.06.30, 2017-06-05"""
    found = _NUMERIC.match(text, start) if text[start] in _DIGITS else None
    day = found and calendar.day(int(found[1]), int(found[3]), int(found[4]))
    return tailed(text, found.end(), Period(day, day, "day")) if found and day else None


def _plan_years(text: str, start: int, issue_date: date) -> Hit | None:
    """“十五五”期间 ends in 2030."""
    found = _PLAN.match(text, start) if text[start] in "“十" else None
    if not found:
        return None
    ordinal = 10 + (number(found[1]) or 0)
    never, whole = found[0].endswith("以来"), not found[0].endswith("末")
    return Hit(found.end(), calendar.five_years(int(ordinal)), whole=whole, never_due=never)


def _with_year(text: str, start: int, issue_date: date) -> Hit | None:
    """2027年10月1日前, 今年年底, 明年6月底前, 2022-2024年, 2030年."""
    if text[start] in _DIGITS and (found := _YEARS.match(text, start)):
        span = Period(date(int(found[1]), 1, 1), date(int(found[2]), 12, 31), "year")
        return Hit(found.end(), span, whole=True, never_due=_is_of_its_kind(text, found.end()))
    read = _year_at(text, start, issue_date)
    if read is None:
        return None
    year, end = read
    inner = in_year(text, end, year)
    if inner:
        return replace(inner, names_year=True)
    if text[end : end + 2] in ("以来", "度以"):
        return Hit(end + 2, calendar.year(year), never_due=True)
    if tail := TAIL.match(text, end):
        return Hit(tail.end(), calendar.year(year), before="前" in tail[0])
    yearly = text.startswith("度", end)
    end += yearly
    kind = _is_of_its_kind(text, end)
    return Hit(end, calendar.year(year), whole=True, names_year=not yearly, never_due=kind)


def _is_of_its_kind(text: str, end: int) -> bool:
    """2025年度医保缴费, 2014-2015年度采暖季: which one, not when; 2025年度计划完成… tells when."""
    return text[end - 1] == "度" and not _YEARLY_TASK.match(text, end)


def _year_at(text: str, start: int, issue_date: date) -> tuple[int, int] | None:
    if found := _YEAR.match(text, start):
        if found[1]:
            return int(found[1]), found.end()
        printed = number(found[2])
        return (int(printed), found.end()) if printed else None
    if found := _RELATIVE.match(text, start):
        if found[0] == "后年" and start and text[start - 1] in "产成营用网工运行电":
            return None
        if found[0] == "来年" and text[start - 1 : start] == "本":
            return None  # 本来年底前
        return issue_date.year + RELATIVE_YEARS[found[0]], found.end()
    if found := _THAT_YEAR.match(text, start):
        return issue_date.year, found.end()
    if found := _YEAR_THAT_BEGINS.match(text, start):
        year = _year_that_begins(issue_date)
        return (year, found.end()) if year else None
    ended = issue_date.month <= _FIRST_MONTHS and _YEAR_THAT_ENDED.match(text, start)
    if ended:
        return issue_date.year - 1, ended.end()
    if found := _SHORT_RELATIVE.match(text, start):
        return issue_date.year + RELATIVE_YEARS[found[1]], found.end()
    return None


def _year_that_begins(issue_date: date) -> int | None:
    """The 新的一年 of an autumn is the next, that of a spring its own; in summer it is none."""
    if _FIRST_MONTHS < issue_date.month < _LAST_MONTHS:
        return None
    return issue_date.year + (issue_date.month >= _LAST_MONTHS)


def _without_year(text: str, start: int, issue_date: date) -> Hit | None:
    """6月底前, 上半年, 三季度末, 春节前: of the issue's year; a festival gone by, of the next."""
    year = issue_date.year
    if feast := festival_by_month(text, start, year, issue_date):
        return feast
    for rule in (month, half, quarter):
        hit = rule(text, start, year)
        if hit and _is_of_a_name(text, start, hit):
            return None
        if hit and hit.before and hit.period and hit.period.last < issue_date:
            gone = (issue_date - hit.period.last).days
            far = issue_date.month >= 10 and gone > _LONG_GONE
            return rule(text, start, year + 1) if far else hit
        if hit:
            return hit
    hit = festival_of(text, start, year, issue_date)
    hit = hit or by_the_moon(text, start, year, issue_date)
    return None if hit and _is_of_a_name(text, start, hit) else hit


def _is_of_a_name(text: str, start: int, hit: Hit) -> bool:
    """“六月雪”, 三个上半年; but 一个9月8日, 两个11月底前; “5月底前封死暗管 begins a speech."""
    before = text[start - 1 : start]
    if before == "“":
        return text[start] != "“" and "”" in text[hit.end : hit.end + 4]
    closely = hit.period is not None and hit.period.precision in ("day", "ten-days")
    each_its_own = closely and start > 1 and text[start - 2] in HAN_DIGITS + "两"
    return before in ("个", "满") and not hit.before and not each_its_own


def _of_this_year(text: str, start: int, issue_date: date) -> Hit | None:
    """年底前, 年内, 岁末, 全年."""
    if text[start] not in _BEGINS_THIS_YEAR:
        return None
    if (
        start
        and text[start - 1] in "每往历常近逐周多近数两三"
        and text[start - 2 : start] != "余数"
    ):
        return None
    period = calendar.year(issue_date.year)
    if text.startswith("全年", start):
        return Hit(start + 2, period, whole=True)
    if text.startswith("年内", start):
        return Hit(start + 2, period)
    if middle := _MIDDLE.match(text, start):
        counted = text[start - 1 : start] in _COUNTS_YEARS
        june = calendar.month(issue_date.year, 6)
        return None if counted else tailed(text, middle.end(), june)
    if turn := _TURN_OF_THE_YEAR.match(text, start):
        return Hit(turn.end(), period, never_due=True)
    if _NO_YEAR_END.match(text, start):
        return None
    if _BEFORE_NEW_YEAR.match(text, start) and text[start - 1 : start] not in _COUNTS_YEARS:
        of_the_moon = text.startswith("农历", start)
        return _before_new_year(start + 2 + 2 * of_the_moon, issue_date, of_the_moon)
    if text.startswith(("年底", "年末", "年终", "岁末"), start):
        return tailed(text, start + 2, period)
    return None


def _before_new_year(end: int, issue_date: date, of_the_moon: bool) -> Hit:
    """年前: before the Spring Festival about which the paper appears, else within the year."""
    feasts = [calendar.festival("春节", issue_date.year + each) for each in (0, 1)]
    reach = _A_YEAR if of_the_moon else _ABOUT_NEW_YEAR
    near = [each for each in feasts if each and -45 < (each - issue_date).days < reach]
    eve = near[0] - timedelta(days=1) if near else date(issue_date.year, 12, 31)
    return Hit(end, Period(eve, eve, "season" if near else "year"), before=True)


RULES: tuple[Rule, ...] = (
    _numeric,
    _plan_years,
    _with_year,
    _of_this_year,
    of_this_month,
    _without_year,
    years_ahead,
    period_ahead,
    bare_day,
    season,
    bare_term,
    bare_time,
    near_day,
)


def read_date(text: str, start: int, issue_date: date) -> Hit | None:
    """What the first rule that knows this place says; G108, 第3 and bare figures are no dates."""
    before = text[start - 1 : start]
    in_code = (before.isascii() and before.isalnum()) or before == "第"
    in_code = in_code or _FIGURE_PARTED.fullmatch(text, max(0, start - 2), start) is not None
    if before and in_code and text[start].isascii():
        return None
    if text[start].isdecimal() and text[start].isascii() and not _FIGURE_OF_DATE.match(text, start):
        return None
    for rule in RULES:
        if hit := rule(text, start, issue_date):
            return hit
    return None
