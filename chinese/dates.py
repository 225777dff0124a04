"""Dates and periods against the issue date, and whether something is due by them.

Each rule is one small function that looks at one place of a folded text and says how far its
date goes: `2027年10月1日前`, `今年年底`, `6月底前`, `三季度末`, `春节前`, `“十五五”期间`, `两年内`.
What has happened, or is merely named, is found too, with `is_due` False.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass, replace
from datetime import date, timedelta

from chinese import calendar
from chinese.calendar import FIXED, NEAR_DAYS, RELATIVE_YEARS, SEASONS, Period
from chinese.finds import DateFind
from chinese.folding import Folded, fold
from chinese.numerals import number
from chinese.promises import is_promised

_HAN_DIGITS = "〇零一二三四五六七八九十"
_N = r"(?:[0-9]{1,2}|[一二三四五六七八九十]{1,3})"
_YEAR = re.compile(
    r"((?:19|20)[0-9]{2})(?:年|年度)|([二一][〇零〇九0][〇零一二三四五六七八九]{2})年"
)
_YEARS = re.compile(r"((?:19|20)[0-9]{2})年?(?:-|至|到|~)((?:19|20)[0-9]{2})年(?:度)?")
_RELATIVE = re.compile("|".join(each for each in RELATIVE_YEARS if len(each) > 1))
_SHORT_RELATIVE = re.compile(r"([今明去])(?=年底|年末|年初|年内|年上半年|年下半年)")
_YEAR_END = re.compile(r"年?底|年?末|年终(?!考核|总结|决算|盘点|奖)|岁末(?!年初)")
_MONTH = re.compile(rf"({_N})月份?")
_MONTHS = re.compile(rf"{_N}月?(?:-|至|到|~)({_N})月份?")
_DAY = re.compile(rf"({_N})[日号]")
_DAYS = re.compile(rf"{_N}[日号]?(?:-|至|到|~)({_N})[日号]")
_HOUR = re.compile(r"(?:[上下]午|晚|早)?[0-9]{1,2}(?:时|点|:)(?:[0-9]{1,2}分?|整)?")
_THIRD = re.compile(r"上旬|中旬|下旬|底|末|初|中(?!旬|国|心|央|部|小|学|医)")
_HALF = re.compile(r"([上下])半年")
_QUARTER = re.compile(r"(?:第)?([一二三四1234])(?:个)?季度(?:末|底)?")
_NUMERIC = re.compile(r"((?:19|20)[0-9]{2})([./-])([0-9]{1,2})\2([0-9]{1,2})(?![0-9])")
_PLAN = re.compile(
    r"“?十([一二三四五六七八])五”?(?:规划)?(?:期间|时期|末|期末|规划期末|规划期|以来)"
)
_PERIOD_AHEAD = re.compile(
    r"([0-9]{1,3}|[一二两三四五六七八九十半]{1,3})(年|个月|天|日|周)(?:之内|以内|内)"
)
_TAIL = re.compile(
    r"(?:底|末)?(?:之前|以前|前夕|前(?!期|往|来|提|后|沿|景|列|进|[0-9一二三四五六七八九十两]+个?(?:月|季|批|周))|之内|以内|内(?!部|外|涝|容|蒙|河|的)|期间)"
)
_FESTIVAL = re.compile(
    r"“?(春节|端午|中秋|元宵|"
    + "|".join(FIXED)
    + r")(?:节)?”?(?:(?:之前|以前|前夕|前(?!往|来))|期间|(?:小长假|长假|假期|黄金周)(?:前|期间)?)?"
)
_SEASON = re.compile(
    "(?:" + "|".join(sorted(SEASONS, key=len, reverse=True)) + ")(?:来临)?(?:之前|前(?!期))"
)
_THIS = re.compile(
    r"(本月|月|下个?月|本季度|本周|下周|本学期)(底|末|初|内|上旬|中旬|下旬)?(?:之前|以前|前)?"
)
_SHORT_FESTIVALS = ("十一", "五一", "六一", "七一", "八一")
_NEAR = re.compile("|".join(NEAR_DAYS))
_FIGURE_OF_DATE = re.compile(r"[0-9]{1,4}(?:[年月天至到~]|[日个周]|[./-][0-9])")
_BARE_DAY = re.compile(
    r"([12]?[0-9]|3[01])日(前(?![往来提后沿景])|(?![内游龄后间均产处加用需历常报程刊起至到-]))"
)
_NO_BARE_DAY = re.compile(r"[0-9./:月至到-]$|[第每近约共满历时期约]$|工期|历时")
GONE_BY = "lies before the issue"
_NEARLY_OVER = 45  # days left of a year that a paper already looks back on
_NO_YEAR_END = re.compile(r"岁末年初|年终(?:考核|总结|决算|盘点|奖)")
_OF_A_PLACE = re.compile(
    r"[路街桥村镇乡矿厂]|大[街道桥]|广场|公园|[小中]学|水库|社区|农场|煤矿|”?(?:讲话|精神|勋章|临近|将至|来临|刚过|已过)"
)
# A first look: only here can a date begin.
_CANDIDATE = re.compile(
    r"[0-9]|[今明后去前本次来上下]年|[今明去本](?=年)|年[底末内终]|全年|[上下]半年|第?[一二三四]个?季度|"
    r"[一二三四五六七八九十]{1,3}月|[一二两三四五六七八九十半]{1,3}(?:年|个月|天)(?:之|以)?内|[二一][〇零九]|“?十[一二三四五六七八]五|"
    r"岁末|今明两年|明后两年|下个?月|本[月周季学]|月[底末内]|昨[日天]|今[日天]|明[日天]|[前后]天|"
    r"“?(?:春节|端午|中秋|元宵|元旦|清明|五一|劳动节|六一|七一|建党节|八一|国庆|十一)|汛|雨季|[秋夏]收|春[耕播]|入[冬汛]|采暖|供暖|麦收|冬季来临|封冻|上冻|主汛|秋季开学|开学"
)


@dataclass(frozen=True)
class _Hit:
    end: int
    period: Period | None
    before: bool = False  # 前: due before it
    whole: bool = False  # a whole year or longer, named bare
    never_due: bool = False
    names_year: bool = False
    season: bool = False


Rule = Callable[[str, int, date], _Hit | None]


def find_dates(text: str | Folded, issue_date: date) -> list[DateFind]:
    """Every date and period of a text, in order, against the day of the issue."""
    folded = fold(text) if isinstance(text, str) else text
    plain = folded.text
    found: list[DateFind] = []
    position = 0
    ahead: tuple[int, int] | None = None  # where a year to come was named, and which
    gone: int | None = None  # the last year named, if it is over: 2017年,…全年发放…
    while candidate := _CANDIDATE.search(plain, position):
        start = candidate.start()
        hit = _read(plain, start, issue_date)
        if hit and ahead and not hit.names_year and plain.find("。", ahead[0], start) < 0:
            hit = _read(plain, start, date(ahead[1], 1, 1)) or hit
        if hit and hit.names_year and hit.period:
            year = hit.period.last.year
            gone = year if year < issue_date.year else None
        elif hit and gone and plain.startswith("全年", start):
            hit = replace(hit, period=calendar.year(gone))
        if hit and hit.names_year and hit.period and hit.period.last.year > issue_date.year:
            ahead = (start, hit.period.last.year)
        doubled = hit and hit.season and found and start == position
        if hit is None or doubled:  # 11月15日供暖前: the day says when, the season why
            position = hit.end if hit else _past_digits(plain, start)
            continue
        found.append(_find(folded, start, hit, issue_date))
        position = hit.end
    return found


def _past_digits(text: str, start: int) -> int:
    end = start + 1
    if text[start].isdecimal() and text[start].isascii():
        while end < len(text) and text[end] in "0123456789":
            end += 1
    return end


def _read(text: str, start: int, issue_date: date) -> _Hit | None:
    before = text[start - 1 : start]
    in_code = (before.isascii() and before.isalnum()) or before in ("第", "·")
    if before and in_code and text[start].isascii():
        return None
    if text[start].isdecimal() and text[start].isascii() and not _FIGURE_OF_DATE.match(text, start):
        return None
    for rule in _RULES:
        if hit := rule(text, start, issue_date):
            return hit
    return None


def _numeric(text: str, start: int, issue_date: date) -> _Hit | None:
    """2019.06.30, 2017-06-05"""
    found = _NUMERIC.match(text, start)
    day = found and calendar.day(int(found[1]), int(found[3]), int(found[4]))
    return _tailed(text, found.end(), Period(day, day, "day")) if found and day else None


def _plan_years(text: str, start: int, issue_date: date) -> _Hit | None:
    """“十五五”期间 ends in 2030."""
    found = _PLAN.match(text, start)
    if not found:
        return None
    ordinal = 10 + (number(found[1]) or 0)
    never = found[0].endswith("以来")
    return _Hit(found.end(), calendar.five_years(int(ordinal)), whole=True, never_due=never)


def _with_year(text: str, start: int, issue_date: date) -> _Hit | None:
    """2027年10月1日前, 今年年底, 明年6月底前, 2022-2024年, 2030年."""
    if found := _YEARS.match(text, start):
        span = Period(date(int(found[1]), 1, 1), date(int(found[2]), 12, 31), "year")
        return _Hit(found.end(), span, whole=True)
    read = _year_at(text, start, issue_date)
    if read is None:
        return None
    year, end = read
    inner = _in_year(text, end, year, issue_date)
    if inner:
        return replace(inner, names_year=True)
    if text[end : end + 2] in ("以来", "度以"):
        return _Hit(end + 2, calendar.year(year), never_due=True)
    if tail := _TAIL.match(text, end):
        return _Hit(tail.end(), calendar.year(year), before="前" in tail[0])
    return _Hit(end, calendar.year(year), whole=True, names_year=True)


def _year_at(text: str, start: int, issue_date: date) -> tuple[int, int] | None:
    if found := _YEAR.match(text, start):
        if found[1]:
            return int(found[1]), found.end()
        printed = number(found[2])
        return (int(printed), found.end()) if printed else None
    if found := _RELATIVE.match(text, start):
        if found[0] == "后年" and start and text[start - 1] in "产成营用网工运行电":
            return None
        return issue_date.year + RELATIVE_YEARS[found[0]], found.end()
    if found := _SHORT_RELATIVE.match(text, start):
        return issue_date.year + RELATIVE_YEARS[found[1]], found.end()
    return None


def _in_year(text: str, start: int, year: int, issue_date: date) -> _Hit | None:
    """What is named inside a year that was read already, right behind it."""
    if text[start : start + 1] in ("的", ",") and text[start + 1 : start + 2].isdecimal():
        return None
    for rule in (_month, _half, _quarter, _festival_of, _season_of):
        if hit := rule(text, start, year):
            return hit
    if found := _YEAR_END.match(text, start):
        return _tailed(text, found.end(), calendar.year(year))
    if text.startswith(("年初", "初"), start) and not text.startswith(
        ("初步", "初期", "初中"), start
    ):
        end = start + (2 if text.startswith("年初", start) else 1)
        return _Hit(end, Period(date(year, 1, 1), date(year, 3, 31), "quarter"), never_due=True)
    if text.startswith(("年内", "内"), start):
        return _Hit(start + (2 if text[start] == "年" else 1), calendar.year(year))
    return None


def _month(text: str, start: int, year: int) -> _Hit | None:
    """6月底前, 10月1日前, 9月上旬, 7月; 1-6月 ends with June."""
    if found := _MONTHS.match(text, start):
        which = _int(found[1])
        if which is None or not 1 <= which <= 12 or _DAY.match(text, found.end()):
            return None
        return _tailed(text, found.end(), calendar.month(year, which), never_due=True)
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
        return _tailed(text, third.end(), period)
    return _tailed(text, found.end(), calendar.month(year, which))


def _day_hit(text: str, found: re.Match[str], year: int, which: int) -> _Hit | None:
    of_month = _int(found[1])
    day = calendar.day(year, which, of_month) if of_month else None
    if day is None:
        return None
    end = found.end()
    if hour := _HOUR.match(text, end):
        end = hour.end()
    return _tailed(text, end, Period(day, day, "day"))


def _half(text: str, start: int, year: int) -> _Hit | None:
    found = _HALF.match(text, start)
    if not found:
        return None
    return _tailed(text, found.end(), calendar.half(year, 1 if found[1] == "上" else 2))


def _quarter(text: str, start: int, year: int) -> _Hit | None:
    found = _QUARTER.match(text, start)
    which = _int(found[1]) if found else None
    return _tailed(text, found.end(), calendar.quarter(year, which)) if found and which else None


def _festival_of(text: str, start: int, year: int) -> _Hit | None:
    found = _FESTIVAL.match(text, start)
    if not found:
        return None
    if found[1] in _SHORT_FESTIVALS and "“" not in found[0] and "前" not in found[0]:
        return None
    if _OF_A_PLACE.match(text, found.end()):
        return None
    day = calendar.festival(found[1], year)
    if day is None:
        return _Hit(found.end(), None, never_due=True)
    before = "前" in found[0]
    last = day - timedelta(days=1) if before else day
    return _Hit(found.end(), Period(last, last, "day"), before=before, whole=not before)


def _without_year(text: str, start: int, issue_date: date) -> _Hit | None:
    """6月底前, 上半年, 三季度末, 春节前: of the issue's year; a festival gone by, of the next."""
    if start and text[start - 1] in "个满“" and text[start] != "“":
        return None
    year = issue_date.year
    for rule in (_month, _half, _quarter, _festival_of):
        hit = rule(text, start, year)
        if hit and hit.before and hit.period and hit.period.last < issue_date:
            far = rule is _festival_of or issue_date.month >= 10
            return rule(text, start, year + 1) if far else hit
        if hit:
            return hit
    return None


def _of_this_year(text: str, start: int, issue_date: date) -> _Hit | None:
    """年底前, 年内, 岁末, 全年."""
    if start and text[start - 1] in "每往历常近逐周多近数两三":
        return None
    period = calendar.year(issue_date.year)
    if text.startswith("全年", start):
        return _Hit(start + 2, period, whole=True)
    if text.startswith("年内", start):
        return _Hit(start + 2, period)
    if _NO_YEAR_END.match(text, start):
        return None
    if text.startswith(("年底", "年末", "年终", "岁末"), start):
        return _tailed(text, start + 2, period)
    return None


def _of_this_month(text: str, start: int, issue_date: date) -> _Hit | None:
    """本月底, 月底前, 下月初, 本周内."""
    found = _THIS.match(text, start)
    if not found or (
        found[1] == "月" and (not found[2] or found[2] in ("初", "上旬", "中旬", "下旬"))
    ):
        return None
    if found[1] == "月" and start and (text[start - 1] in _HAN_DIGITS + "个每0123456789"):
        return None
    if found[1].startswith("本学"):
        return _Hit(found.end(), None, season=True)
    if "周" in found[1]:
        sunday = issue_date + timedelta(days=6 - issue_date.weekday() + 7 * (found[1] == "下周"))
        return _Hit(found.end(), Period(sunday, sunday, "day"))
    bare = not found[2] and not found[0].endswith("前")
    if "季" in found[1]:
        return _Hit(found.end(), calendar.quarter(issue_date.year, (issue_date.month + 2) // 3))
    day = calendar.after(issue_date.replace(day=1), int("下" in found[1]), "个月")
    part = found[2] or ""
    if part in ("上旬", "中旬", "下旬", "初"):
        return _Hit(found.end(), calendar.third_of_month(day.year, day.month, part))
    return _Hit(
        found.end(), calendar.month(day.year, day.month), whole=bare and "下" not in found[1]
    )


def _bare_day(text: str, start: int, issue_date: date) -> _Hit | None:
    """9日, 25日前: of the month of the issue, or of the next where it is a term gone by."""
    found = _BARE_DAY.match(text, start)
    if not found or _NO_BARE_DAY.search(text[max(0, start - 2) : start]):
        return None
    before = found[2] == "前"
    month = issue_date.replace(day=1)
    if before and int(found[1]) < issue_date.day:
        month = calendar.after(month, 1, "个月")
    day = calendar.day(month.year, month.month, int(found[1]))
    if day is None:
        return None
    return _Hit(found.end(), Period(day, day, "day"), before=before, never_due=not before)


def _period_ahead(text: str, start: int, issue_date: date) -> _Hit | None:
    """两年内, 三个月内, 30天内: counted from the issue. 合同签订后45天内 hangs on another day."""
    found = _PERIOD_AHEAD.match(text, start)
    count = number(found[1]) if found and found[1] != "半" else None
    if not found or count is None or text[start - 1 : start] in ("后", "起", "近", "前"):
        return None
    unit = "天" if found[2] in ("日", "周") else found[2]
    days = int(count) * (7 if found[2] == "周" else 1)
    last = calendar.after(issue_date, days, unit)
    return _Hit(found.end(), Period(issue_date, last, "day"))


def _season(text: str, start: int, issue_date: date) -> _Hit | None:
    found = _SEASON.match(text, start)
    if not found:
        return None
    last = next((day for word, day in calendar.SEASON_EVES.items() if word in found[0]), None)
    if last is None:
        return _Hit(found.end(), None, before=True, season=True)
    day = date(issue_date.year, *last)
    day = day if day >= issue_date else date(issue_date.year + 1, *last)
    return _Hit(found.end(), Period(day, day, "season"), before=True)


def _season_of(text: str, start: int, year: int) -> _Hit | None:
    """The 秋季开学前 of 2023年秋季开学前, where the calendar knows its eve."""
    found = _SEASON.match(text, start)
    last = next(
        (day for word, day in calendar.SEASON_EVES.items() if found and word in found[0]), None
    )
    if not found or last is None:
        return None
    day = date(year, *last)
    return _Hit(found.end(), Period(day, day, "season"), before=True)


def _near_day(text: str, start: int, issue_date: date) -> _Hit | None:
    found = _NEAR.match(text, start)
    if not found:
        return None
    day = issue_date + timedelta(days=NEAR_DAYS[found[0]])
    return _Hit(found.end(), Period(day, day, "day"), never_due=day <= issue_date)


_RULES: tuple[Rule, ...] = (
    _numeric,
    _plan_years,
    _with_year,
    _of_this_year,
    _of_this_month,
    _without_year,
    _period_ahead,
    _bare_day,
    _season,
    _near_day,
)


def _tailed(text: str, end: int, period: Period, never_due: bool = False) -> _Hit:
    tail = _TAIL.match(text, end)
    before = bool(tail) and "前" in (tail[0] if tail else "")
    return _Hit(tail.end() if tail else end, period, before=before, never_due=never_due)


def _int(printed: str) -> int | None:
    value = number(printed)
    return int(value) if value is not None and value == int(value) else None


def _find(folded: Folded, start: int, hit: _Hit, issue_date: date) -> DateFind:
    due, reason = _is_due(folded.text, start, hit, issue_date)
    if due and folded.text[start - 1 : start] == "到":
        start -= 1
    first_place, last_place = folded.span(start, hit.end)
    period = hit.period
    return DateFind(
        first_place,
        last_place,
        folded.original[first_place:last_place],
        first=period.first if period else None,
        last=period.last if period else None,
        precision=period.precision if period else "season",
        is_due=due,
        reason=reason,
    )


def _is_due(text: str, start: int, hit: _Hit, issue_date: date) -> tuple[bool, str]:
    """Whether something is promised or asked by this date, and why not where it is not."""
    if hit.never_due:
        return False, "names a time, promises nothing"
    if hit.period and hit.period.last < issue_date:
        return False, GONE_BY
    if hit.period is None and not hit.season:
        return False, "cannot be placed in the calendar"
    ahead = hit.period is not None and (hit.period.first > issue_date)
    late = hit.period is not None and (hit.period.last - issue_date).days < _NEARLY_OVER
    whole = hit.whole or _is_mostly_gone(hit, issue_date)
    return is_promised(text, start, hit.end, whole=whole, before=hit.before, ahead=ahead, late=late)


def _is_mostly_gone(hit: _Hit, issue_date: date) -> bool:
    """上半年 in June is rather reported than promised for, if no word says so."""
    period = hit.period
    if hit.before or period is None or period.precision not in ("half-year", "quarter"):
        return False
    left, length = (period.last - issue_date).days, (period.last - period.first).days
    return period.first <= issue_date and left < length / 4
