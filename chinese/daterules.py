"""The rules of dates: each looks at one place of a folded text and says which date begins there.

`2027年10月1日前`, `今年年底`, `6月底前`, `“十五五”期间`, `两年内`, `本月底`, `25日前`, `汛期前`.
`RULES` holds them in the order in which they are asked.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import replace
from datetime import date, timedelta

from chinese import calendar
from chinese.calendar import NEAR_DAYS, RELATIVE_YEARS, Period
from chinese.hits import TAIL, Hit, tailed
from chinese.inyear import (
    HOUR,
    by_the_moon,
    festival_by_month,
    festival_of,
    half,
    in_year,
    month,
    quarter,
)
from chinese.numerals import number
from chinese.seasons import bare_time, season
from chinese.wordlists import any_of, words

_DIGITS = "0123456789"
_HAN_DIGITS = "〇零一二三四五六七八九十"
_YEAR = re.compile(
    r"((?:19|20)[0-9]{2})(?:年|年度)|([二一][〇零〇九0][〇零一二三四五六七八九]{2})年"
)
_YEARS = re.compile(r"((?:19|20)[0-9]{2})年?(?:-|至|到|~)((?:19|20)[0-9]{2})年(?:度)?")
_RELATIVE = re.compile(any_of(each for each in RELATIVE_YEARS if len(each) > 1))
# 当年底, 当年完成: of the year that is spoken of.
_THAT_YEAR = re.compile(
    f"当年(?=年?底|年?末|[0-9]{{1,2}}月底?前|{any_of(words('moods', 'comes in that year'))}|完成。)"
)
_SHORT_RELATIVE = re.compile(r"([今明去])(?=年底|年末|年初|年内|年上半年|年下半年)")
_NUMERIC = re.compile(r"((?:19|20)[0-9]{2})([./-])([0-9]{1,2})\2([0-9]{1,2})(?![0-9])")
_PLAN = re.compile(
    r"“?十([一二三四五六七八])五”?(?:规划)?"
    r"(?:期间|时期|末|期末|规划期末|规划期|以来|(?=,?(?:还将|将|还要|计划|力争|拟)))"
)
_PERIOD_AHEAD = re.compile(
    r"([0-9]{1,3}|[一二两三四五六七八九十半]{1,3})(年|个?月|天|日|周|个?星期)(?:之内|以内|内)"
)
# 今后五年, 未来三个月: what is promised for them is due with their end.
_YEARS_AHEAD = re.compile(
    r"(?:今后|未来|接下来)的?([0-9]{1,2}|[一二两三四五六七八九十]{1,2})(年|个月)(?![多来])"
)
_FIGURES_AHEAD = re.compile("[^。!?\n]{0,80}?[0-9一二三四五六七八九十百]")  # else it is talk
# Counted from what happens in each case or first has to happen: 签完30天内, 收到材料20日内.
_FROM_ANOTHER_DAY = re.compile(
    f"(?:[后起近前完],?|{any_of(words('windows', 'counted from'))}|"
    "[凡有][^,。;]{2,12}的,?|每[^,。;]{1,6})$"
)
_HALF = {"年": (6, "个月"), "月": (15, "天"), "个月": (15, "天")}
_THIS = re.compile(
    r"(本月|月|下个?月|本季度|本周|下周|本学期)(底|末|初|内|上旬|中旬|下旬)?(?:之前|以前|前)?"
)
_DAY_OF_THE_MONTH = re.compile(r"([12]?[0-9]|3[01])日")
_WEEKDAYS = "一二三四五六日天"
_WEEKDAY = re.compile(f"[{_WEEKDAYS}]")
_BY_THE_HOUR = re.compile(f"{HOUR.pattern}[之以]?前(?![往来提后沿景])")
_BEFORE_IT = re.compile("[之以]?前(?![往来提后沿景])")
_NEAR = re.compile(any_of(NEAR_DAYS))
_NO_NEAR_DAY = frozenset("以之今最然先落目此月年日")  # 9月以后天气转凉
_YEARLY_TASK = re.compile("[,:将]|" + any_of(words("moods", "task of its year")))
_BARE_DAY = re.compile(
    r"([12]?[0-9]|3[01])日(前(?![往来提后沿景])|(?![内游龄后间均产处加用需历常报程刊起至到-]))"
)
_NO_BARE_DAY = re.compile(r"[0-9]:$|[0-9./月至到-]$|[第每近约共满历时期约]$|工期|历时")
_OF_EACH_CASE = re.compile(
    f"{any_of(words('windows', 'must do'))}?{any_of(words('windows', 'service'))}"
)
_OF_A_KIND = ("的", "车票", "机票", "有效")  # 网上可购15天内车票
_CUT_TO = re.compile("(?:[到至在为]|龄|期|限)$")
_NEAR_CASE = 16  # characters before a term that may tell on what it hangs
_SPRING = 6  # up to this month a year counts among those ahead
_ABOUT_NEW_YEAR, _A_YEAR = 100, 400  # days
_LONG_GONE = 100  # days: in October 3月底前 is of the next year, and 9月底前 is gone
# 年前装完: before the new year; 八年前, 数年前 and 年前景 are other words.
_BEFORE_NEW_YEAR = re.compile("(?:农历)?年前(?![景后往沿途提来列期])")
_COUNTS_YEARS = frozenset(
    "0123456789〇零一二两三四五六七八九十百千万亿几数多余半若来去今明成少青同学往当本前后上"
)
# 年中并网
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
    if found := _SHORT_RELATIVE.match(text, start):
        return issue_date.year + RELATIVE_YEARS[found[1]], found.end()
    return None


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
    each_its_own = closely and start > 1 and text[start - 2] in _HAN_DIGITS + "两"
    return before in ("个", "满") and not hit.before and not each_its_own


def _of_this_year(text: str, start: int, issue_date: date) -> Hit | None:
    """年底前, 年内, 岁末, 全年."""
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


def _of_this_month(text: str, start: int, issue_date: date) -> Hit | None:
    """本月底, 月底前, 下月初, 本周内."""
    found = _THIS.match(text, start)
    if not found or (
        found[1] == "月" and (not found[2] or found[2] in ("初", "上旬", "中旬", "下旬"))
    ):
        return None
    if found[1] == "月" and start and (text[start - 1] in _HAN_DIGITS + "个每半两0123456789"):
        return None
    if found[1].startswith("本学"):
        return Hit(
            found.end(),
            None,
            season=True,
            whole=not found[2] and not text.startswith(("起", ","), found.end()),
        )
    if "周" in found[1]:
        return _of_the_week(text, found, issue_date)
    bare = not found[2] and not found[0].endswith("前")
    if "季" in found[1]:
        return Hit(found.end(), calendar.quarter(issue_date.year, (issue_date.month + 2) // 3))
    day = calendar.after(issue_date.replace(day=1), int("下" in found[1]), "个月")
    part = found[2] or ""
    if not part and (own := _DAY_OF_THE_MONTH.match(text, found.end())):
        return _on_the_day(text, own, day)
    if part in ("上旬", "中旬", "下旬", "初"):
        return Hit(found.end(), calendar.third_of_month(day.year, day.month, part))
    return Hit(
        found.end(), calendar.month(day.year, day.month), whole=bare and "下" not in found[1]
    )


def _on_the_day(text: str, found: re.Match[str], month: date) -> Hit | None:
    """本月28日, 下月10日前: a day of the month that is told of, where it has so many."""
    last = calendar.month(month.year, month.month).last
    if int(found[1]) > last.day:
        return None
    named = month.replace(day=int(found[1]))
    return tailed(text, found.end(), Period(named, named, "day"))


def _of_the_week(text: str, found: re.Match[str], issue_date: date) -> Hit:
    """本周内, 下周, 下周三."""
    monday = issue_date + timedelta(days=7 * (found[1] == "下周") - issue_date.weekday())
    if day := _WEEKDAY.match(text, found.end()):
        named = monday + timedelta(days=min(_WEEKDAYS.index(day[0]), 6))
        return tailed(text, day.end(), Period(named, named, "day"))
    sunday = monday + timedelta(days=6)
    return Hit(found.end(), Period(monday, sunday, "day"), whole=found[0] == "本周")


def _bare_day(text: str, start: int, issue_date: date) -> Hit | None:
    """9日, 25日前: of the month of the issue, or of the next where it is a term gone by."""
    found = _BARE_DAY.match(text, start)
    if not found or _NO_BARE_DAY.search(text[max(0, start - 2) : start]):
        return None
    end, before = found.end(), found[2] == "前"
    if not before and (hour := _BY_THE_HOUR.match(text, end)):
        end, before = hour.end(), True  # 14日6时前
    month = issue_date.replace(day=1)
    if before and int(found[1]) < issue_date.day:
        month = calendar.after(month, 1, "个月")
    day = calendar.day(month.year, month.month, int(found[1]))
    if day is None:
        return None
    return Hit(end, Period(day, day, "day"), before=before, never_due=not before)


def _period_ahead(text: str, start: int, issue_date: date) -> Hit | None:
    """两年内, 三个月内, 30天内: counted from the issue. 合同签订后45天内 hangs on another day.

    So does the time that a service takes: 15日内反馈, 压缩到3天以内.
    """
    found = _PERIOD_AHEAD.match(text, start)
    count = _counted(found) if found else None
    if (
        not found
        or count is None
        or text[start - 1 : start] in ("后", "起", "近", "前", "上", "下")
    ):
        return None
    of_each = (
        _OF_EACH_CASE.match(text, found.end())
        or _CUT_TO.search(text[max(0, start - 4) : start])
        or _FROM_ANOTHER_DAY.search(text[max(0, start - _NEAR_CASE) : start])
    )
    last = calendar.after(issue_date, *count)
    kind = text.startswith(_OF_A_KIND, found.end())
    return Hit(found.end(), Period(issue_date, last, "day"), never_due=kind or of_each is not None)


def _counted(found: re.Match[str]) -> tuple[int, str] | None:
    """How many of which unit: 半个月 is fifteen days, 两周 fourteen; 三月内 is in March."""
    unit = found[2]
    if found[1] == "半":
        return _HALF.get(unit)
    count = number(found[1])
    if count is None or (unit == "月" and found[1] != "两"):
        return None
    if unit.endswith(("周", "星期")):
        return int(count) * 7, "天"
    return int(count), {"日": "天", "月": "个月"}.get(unit, unit)


def _years_ahead(text: str, start: int, issue_date: date) -> Hit | None:
    """今后五年 printed in spring ends with the fifth year, 未来三个月 so many months from now."""
    found = _YEARS_AHEAD.match(text, start)
    count = number(found[1]) if found else None
    if not found or count is None:
        return None
    last = calendar.after(issue_date, int(count), found[2])
    if found[2] == "年":
        last = date(last.year - (issue_date.month <= _SPRING), 12, 31)
    period = Period(issue_date, last, "year" if found[2] == "年" else "month")
    vague = _FIGURES_AHEAD.match(text, found.end()) is None
    return Hit(found.end(), period, whole=True, loose=True, never_due=vague)


def _near_day(text: str, start: int, issue_date: date) -> Hit | None:
    found = _NEAR.match(text, start)
    if not found or (found[0][0] in "前后" and text[start - 1 : start] in _NO_NEAR_DAY):
        return None
    day = issue_date + timedelta(days=NEAR_DAYS[found[0]])
    by_night = found[0].endswith(("晚", "夜")) and _BEFORE_IT.match(text, found.end())  # 今晚前
    if hour := by_night or _BY_THE_HOUR.match(text, found.end()):
        return Hit(hour.end(), Period(day, day, "day"), before=True)  # 今晚12点前
    return Hit(found.end(), Period(day, day, "day"), never_due=day <= issue_date)


RULES: tuple[Rule, ...] = (
    _numeric,
    _plan_years,
    _with_year,
    _of_this_year,
    _of_this_month,
    _without_year,
    _years_ahead,
    _period_ahead,
    _bare_day,
    season,
    bare_time,
    _near_day,
)
