"""Dates and periods against the issue date, and whether something is due by them.

What has happened, or is merely named, is found too, with `is_due` False.
"""

from __future__ import annotations

import re
from datetime import date

from chinese import seasons
from chinese.calendar import FESTIVALS, NEAR_DAYS
from chinese.finds import DateFind
from chinese.folding import Folded, fold
from chinese.hits import Hit
from chinese.likely import likely_due
from chinese.named import Named
from chinese.promises import NO_PROMISE, is_promised
from chinese.wordlists import any_of
from chinese.years import YearsNamed

_WIDE = ("quarter", "half-year", "year", "five-year")
GONE_BY = "lies before the issue"
LIKE_A_TERM = "reads as terms do that were read"
UNLIKE_A_TERM = "reads as times do that were no terms"
# Chosen on `tune7`, by weights that had not learned from the passages they judged.
_NEVER, _SURELY = -2.0, 2.0
_SAME_DAY = ("", "正式", "全面", "集中")  # 11月15日正式供暖前
_HARDLY_BEGUN = 59  # days of a year in which a paper rather looks ahead
_NEARLY_OVER = 45  # days left of a year that a paper already looks back on
# A first look: only here can a date begin.
_CANDIDATE = re.compile(
    "[0-9]|[二一][〇零九]|[今明后去前本次翌来上下]年|今明两年|明后两年|新的?一年|过去的?一年|年[底末内终前中]|当年|岁末|全年|"
    "“?十[一二三四五六七八]五|[上下]半年|第?[一二三四]个?季度|"
    "[一二三四五六七八九十]{1,3}月|[正腊冬]月|农历|(?<![0-9万亿千百])元月|[上下]个?月|本[月周季学]|下周|月[底末内]|"
    "[一二两三四五六七八九十半]{1,3}(?:年|个?月|[天日周]|个?星期)[之以]?内|今后|未来|接下来|"
    f'{any_of(NEAR_DAYS)}|[“"]?{any_of(FESTIVALS)}|{seasons.CANDIDATE}'
)


def find_dates(text: str | Folded, issue_date: date, year: int | None = None) -> list[DateFind]:
    """Every date and period of a text, in order, against the day of the issue.

    `year`: a year to come that a heading over the text names; its bare months are of that year.
    """
    folded = fold(text) if isinstance(text, str) else text
    hits = read_dates(folded, issue_date, year)
    likely = likely_due(folded.text, hits, issue_date)
    return [
        _find(folded, start, hit, issue_date, leaning)
        for (start, hit), leaning in zip(hits, likely, strict=True)
    ]


def read_dates(folded: Folded, issue_date: date, year: int | None = None) -> list[tuple[int, Hit]]:
    """Where each date of a text begins, and what is read there."""
    plain = folded.text
    found: list[tuple[int, Hit]] = []
    position = 0
    years = YearsNamed(folded, issue_date, ahead=year, until=len(plain) if year else 0)
    while candidate := _CANDIDATE.search(plain, position):
        start = candidate.start()
        hit = years.read(start)
        if hit is None:
            position = _past_digits(plain, start)
            continue
        between = plain[position:start] if found else None
        if found and _go_together(plain, found[-1], (start, hit), between):
            found[-1] = (found[-1][0], hit)
        elif not (found and between in _SAME_DAY and _says_why(found[-1][1], hit)):
            found.append((start, hit))
        position = hit.end
    return found


def _go_together(
    text: str, first: tuple[int, Hit], second: tuple[int, Hit], between: str | None
) -> bool:
    """元旦、春节期间, 元旦到正月十五, 6月7日、8日: days named as one, which end with the last."""
    one, other = first[1].period, second[1].period
    if one is None or other is None or {one.precision, other.precision} != {"day"}:
        return False
    if first[1].before:
        return False
    named = [not text[each[0]].isascii() for each in (first, second)]
    in_order = one.last < other.last
    if between in ("", "、", "和") and all(named):
        return in_order and text.endswith("期间", 0, second[1].end)
    if between in ("到", "至", "起到", "起至"):
        return in_order and any(named)
    return between == "、" and in_order and (other.last - one.last).days == 1


def _says_why(first: Hit, second: Hit) -> bool:
    """11月15日供暖前, 4月4日清明前, 8月主汛之前: what goes before says when, this one why."""
    if first.period and first.period == second.period:
        return True  # 10月4日重阳节
    if second.season or second.period is None or first.period is None:
        return second.season
    closer = ("day", "month", "ten-days")
    named = second.before and second.period.precision in ("season", "day")
    return named and not first.before and first.period.precision in closer


def year_over(heading: str, issue_date: date) -> int | None:
    """The year to come for which a heading (2024年要抓好以下工作:) lists what is to be done."""
    if not heading.rstrip().endswith((":", "：")):
        return None
    named = [each.last.year for each in find_dates(heading, issue_date) if each.last]
    return named[-1] if named and named[-1] > issue_date.year else None


def _past_digits(text: str, start: int) -> int:
    end = start + 1
    if text[start].isdecimal() and text[start].isascii():
        while end < len(text) and text[end] in "0123456789":
            end += 1
    return end


def _find(folded: Folded, start: int, hit: Hit, issue_date: date, likely: float) -> DateFind:
    due, reason = _is_due(folded.text, start, hit, issue_date, likely)
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


def _is_due(text: str, start: int, hit: Hit, issue_date: date, likely: float) -> tuple[bool, str]:
    """Whether something is promised or asked by this date, and why not where it is not.

    Where the print around it reads as times do that were no terms (`likely`), it is none; where no
    rule knows why it should be none and the print reads as terms do, it is one.
    """
    if hit.period and hit.period.last < issue_date:
        return False, GONE_BY
    if hit.never_due:
        return False, "names a time, promises nothing"
    if hit.period is None and not hit.season:
        return False, "cannot be placed in the calendar"
    if _is_the_day_of(issue_date, hit):
        return False, "is the day of the issue"
    ahead = hit.period is not None and hit.period.first > issue_date
    late = hit.period is not None and (hit.period.last - issue_date).days < _NEARLY_OVER
    early = _has_hardly_begun(hit, issue_date)
    whole = hit.whole or _is_mostly_gone(hit, issue_date)
    wide = hit.loose or (hit.period is not None and hit.period.precision in _WIDE)
    due, reason = is_promised(
        Named(text, start, hit.end, whole, hit.before, ahead, early, late, wide)
    )
    if due and not hit.before and likely < _NEVER:
        return False, UNLIKE_A_TERM
    if reason == NO_PROMISE and likely > _SURELY:
        return True, LIKE_A_TERM
    return due, reason


def _has_hardly_begun(hit: Hit, issue_date: date) -> bool:
    period = hit.period
    if period is None or period.precision != "year":
        return False
    return 0 <= (issue_date - period.first).days < _HARDLY_BEGUN


def _is_the_day_of(issue_date: date, hit: Hit) -> bool:
    period = hit.period
    return period is not None and not hit.before and period.first == period.last == issue_date


def _is_mostly_gone(hit: Hit, issue_date: date) -> bool:
    """上半年 in June is rather reported than promised for, if no word says so."""
    period = hit.period
    if hit.before or period is None or period.precision not in ("half-year", "quarter"):
        return False
    left, length = (period.last - issue_date).days, (period.last - period.first).days
    return period.first <= issue_date and left < length / 4
