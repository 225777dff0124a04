"""Times that are counted from the day of the issue, or near it.

`本月底`, `下周三`, `25日前`, `两年内`, `今后五年`, `今晚12点前`. Each rule looks at one place of a
folded text and says which date begins there.
"""

from __future__ import annotations

import re
from datetime import date, timedelta

from chinese import calendar
from chinese.calendar import NEAR_DAYS, Period
from chinese.hits import Hit, tailed
from chinese.inyear import HOUR
from chinese.numerals import number
from chinese.wordlists import any_of, words

HAN_DIGITS = "〇零一二三四五六七八九十"
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
    r"(本月|月|[上下]个?月|本季度|本周|下周|本学期)(底|末|初|内|上旬|中旬|下旬)?(?:之前|以前|前)?"
)
_DAY_OF_THE_MONTH = re.compile(r"([12]?[0-9]|3[01])日")
_WEEKDAYS = "一二三四五六日天"
_WEEKDAY = re.compile(f"[{_WEEKDAYS}]")
_BY_THE_HOUR = re.compile(f"{HOUR.pattern}[之以]?前(?![往来提后沿景])")
_BEFORE_IT = re.compile("[之以]?前(?![往来提后沿景])")
_NEAR = re.compile(any_of(NEAR_DAYS))
_NO_NEAR_DAY = frozenset("以之今最然先落目此月年日")  # 9月以后天气转凉
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


def of_this_month(text: str, start: int, issue_date: date) -> Hit | None:
    """本月底, 月底前, 下月初, 上月底, 本周内."""
    found = _THIS.match(text, start)
    if not found or (
        found[1] == "月" and (not found[2] or found[2] in ("初", "上旬", "中旬", "下旬"))
    ):
        return None
    if found[1] == "月" and start and (text[start - 1] in HAN_DIGITS + "个每半两0123456789"):
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
    months = int("下" in found[1]) - int("上" in found[1])
    day = calendar.after(issue_date.replace(day=1), months, "个月")
    part = found[2] or ""
    if not part and (own := _DAY_OF_THE_MONTH.match(text, found.end())):
        return _on_the_day(text, own, day)
    if "上" in found[1] and not part:
        return None  # 上月完成投资800万元: all of it, and no day
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


def bare_day(text: str, start: int, issue_date: date) -> Hit | None:
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


def period_ahead(text: str, start: int, issue_date: date) -> Hit | None:
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


def years_ahead(text: str, start: int, issue_date: date) -> Hit | None:
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


def near_day(text: str, start: int, issue_date: date) -> Hit | None:
    found = _NEAR.match(text, start)
    if not found or (found[0][0] in "前后" and text[start - 1 : start] in _NO_NEAR_DAY):
        return None
    day = issue_date + timedelta(days=NEAR_DAYS[found[0]])
    by_night = found[0].endswith(("晚", "夜")) and _BEFORE_IT.match(text, found.end())  # 今晚前
    if hour := by_night or _BY_THE_HOUR.match(text, found.end()):
        return Hit(hour.end(), Period(day, day, "day"), before=True)  # 今晚12点前
    return Hit(found.end(), Period(day, day, "day"), never_due=day <= issue_date)
