"""Of which stretch of a year a sum is told that was done: 前十月完成投资5.2亿元.

The words may stand clauses before the sum (前十月,…,其中甲工程完成投资5.2亿元); what is told since
the beginning (累计完成投资21.7亿元) is of no year. Beside what a year was planned to bring
(年度计划投资1.2亿元) what is done is that of the year.
"""

from __future__ import annotations

import re
from calendar import monthrange
from dataclasses import dataclass
from datetime import date

from chinese.numerals import number
from chinese.wordlists import any_of, words
from chinese.yearly import is_their_sum

_HANZI = "一二两三四五六七八九十"
_MONTH = f"(?:1[0-2]|[1-9]|十[一二]?|[{_HANZI}])"
_TO = "[-~—–至到]{1,2}"
_YEAR = f"(?:{any_of(words('periods', 'year'))}|20[0-9]{{2}}年度?)"
_MONTHS = re.compile(f"前({_MONTH})个?月|1月?份?{_TO}({_MONTH})月")
_QUARTERS = re.compile("前([二两三])个?季度|(一)季度")
_HALF = "上半年"
_PERIOD = re.compile(
    f"(?:{_YEAR})?(?:{_MONTHS.pattern}|{_QUARTERS.pattern}|{_HALF})份?|"
    f"(?:{_YEAR}|{any_of(words('periods', 'so far this year'))})"
)
_SINCE_THE_BEGINNING = re.compile(any_of(words("periods", "since the beginning")))
_IN_ALL = re.compile(any_of(words("periods", "in all")))
_PLAN = re.compile(any_of(words("periods", "plan of a year")))
_LAST = re.compile("[。!?\n]")
_A_SUM = re.compile("[0-9万亿]元")
_REACH = 120  # characters
_LONGEST_LEAD = 14  # characters of a clause that only names the period
_PRINTED_YEAR = re.compile("20[0-9]{2}")
_YEARS_BACK = {"去": 1, "上": 1, "前": 2}
_YEAR_BEFORE = re.compile("([去上前])年")


@dataclass(frozen=True)
class Period:
    """From the first day of a year, to a day where the print names one."""

    start: date
    end: date | None


def period_words(text: str, start: int) -> str | None:
    """The words for the stretch of the year of which the sum at this place tells what was done.

    None where it is told since the beginning, or of no period.

    >>> period_words("前十月,北桥完成投资2亿元,累计完成5亿元", 11)
    '前十月'
    """
    line = _LAST.split(text[max(0, start - _REACH) : start])[-1]
    said = line[max(line.rfind(each) for each in ",;、") + 1 :]
    if _SINCE_THE_BEGINNING.search(said) or is_their_sum(text, start):
        return None
    found = [each for each in _PERIOD.finditer(line) if not _is_a_plan(line, each.end())]
    last = found[-1] if found else None
    if _IN_ALL.search(said) and not (last and _is_at_once(line, last, said)):
        return None
    if last:
        return last[0]
    plan = _PLAN.search(line)
    return plan[0] if plan else None


def period_of(said: str, issued: date) -> Period:
    """The days of a period as it was printed, in an issue of that day.

    >>> period_of("前十月", date(2026, 11, 20))
    Period(start=datetime.date(2026, 1, 1), end=datetime.date(2026, 10, 31))
    """
    month = _last_month(said)
    printed = _PRINTED_YEAR.search(said)
    before = _YEAR_BEFORE.search(said)
    back = _YEARS_BACK[before[1]] if before else 0
    year = int(printed[0]) if printed else issued.year - back
    if month and not printed and year == issued.year and month > issued.month:
        year -= 1  # 前十月, in an issue of January
    end = date(year, month, monthrange(year, month)[1]) if month else None
    return Period(date(year, 1, 1), end)


def _last_month(said: str) -> int | None:
    if months := _MONTHS.search(said):
        return int(number(months[1] or months[2]) or 0) or None
    if quarters := _QUARTERS.search(said):
        return 3 * int(number(quarters[1] or quarters[2]) or 0) or None
    return 6 if _HALF in said else None


def _is_a_plan(line: str, end: int) -> bool:
    """今年|计划投资: the year of what is planned, and not of what was done."""
    return any(plan.start() <= end <= plan.end() for plan in _PLAN.finditer(line))


def _is_at_once(line: str, period: re.Match[str], said: str) -> bool:
    """今年1—10月累计完成, 前十月,全县累计完成: of the year, if no sum stands between."""
    between = line[period.end() :]
    if _A_SUM.search(between):
        return False
    clause = line[: period.end()].rpartition(",")[2]
    own = period.end() > len(line) - len(said)
    return own or (len(clause) <= _LONGEST_LEAD and between.count(",") == 1)


def is_to_come(text: str, start: int, issued: date) -> bool:
    """Whether the sum at this place is told of a later year: 2027年投资5000万元, in 2026."""
    said = period_words(text, start)
    return said is not None and period_of(said, issued).start > issued
