"""Of which year and month a date is that names none: of one that was named before it, or is near.

What stands at one place of a text is read by `daterules`.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from datetime import date

from chinese import calendar
from chinese.daterules import read_date
from chinese.folding import Folded
from chinese.hits import Hit, tailed
from chinese.lookback import end_of_look_back, is_told
from chinese.windows import is_of_display
from chinese.wordlists import any_of, words

# Where a year that was named holds no longer: 二期2022年通水;其余春节前建成.
_ITEM_ENDS = re.compile("[。!?;\n]|(?<=外),")
_LONGEST_ITEM = 200
_SENTENCE_ENDS = re.compile("[。!?\n]")
_OF_THAT_MONTH = re.compile("([12]?[0-9]|3[01])日")
_CLAUSE_BEGINS = frozenset(",;、")
_HEADS_A_LIST = re.compile("[^,。;!?\n]{0,30}:")
_BOUNDS_A_TIME = frozenset("自从至到-~的于在")
# In December 1月15日到货 is of the coming year, unless something is told of it.
_LATE_MONTH, _EARLY_MONTH = 11, 2
_NEAR = 10  # characters
_AIMED = re.compile("[将要于至到]|" + any_of(words("moods", "aims"), words("moods", "term named")))
_AIMED_AT = re.compile(
    any_of(words("moods", "aims"), words("moods", "sets a day")) + "[^,。;]{0,4}$"
)
_AT_THE_LATEST = re.compile("最[迟晚]$")
_TOLD_OF = re.compile("[^。;]{0,30}?(?:了|已|曾|没能|未能)")
_INSIDE_A_YEAR = ("day", "ten-days", "month", "quarter", "half-year")
_THESE_WEEKS = 45  # days
_LOOKS_ON = 40  # characters behind a day to come
_NEAR_GONE = 20  # days: what was aimed at for a day just gone by is told of
_SUMMED_UP = re.compile(
    "[^。;]{0,16}?(?:了|已|共[花投用计完]|累计|实际)|[^,。;将要可能]{0,8}?才(?![能可会要])"
)
_AIMS = re.compile(
    f"[^,。;]{{0,14}}?(?:{any_of(words('moods', 'aims of a year'))}|"
    f"争取(?!国家|上级|中央|省))|的{any_of(words('moods', 'aim named'))}"
)
_REACHES = re.compile(f"[^,。;]{{0,14}}?{any_of(words('moods', 'reaches'))}")
# 2024年,…全年接待游客突破500万人次: in the sentence of a year that is gone these report.
_REACHED = re.compile(f"[^,。;]{{0,14}}?{any_of(words('moods', 'reached'))}")
_FIRST_TIME = re.compile(f"[^,。;]{{0,14}}?{any_of(words('moods', 'for the first time'))}")
_COLUMNS = ("\u3000", "\t", "|", "| ")
# 同年底, 同月; but 按合同三季度末, 会同下月.
_SAME = re.compile("(?<![合协共如不会相陪一])同$|[当该]年$")
_YEAR_AFTER = re.compile("[次翌]年")
# 10月15日合龙,当月底通车; 主体9月封顶,月底前交付: of the month that was named.
_END_OF_MONTH = re.compile("月[底末]")
_SAME_MONTH = ("当月", "同月", "该月")
# 2020年3月开工,10月通车: of that year, unless the print aims at it or has come to the present.
_BARE_MONTH = re.compile("(?:[0-9]{1,2}|[一二三四五六七八九十]{1,2})月")
_AIMS_AHEAD = re.compile(
    f"[将要可能]|{any_of(words('moods', 'planned'), words('moods', 'sets a day'))}"
)
_PRESENT = re.compile(f"已|{any_of(words('moods', 'ongoing'), words('moods', 'present'))}")
_FIGURE = re.compile("[0-9]")
_CLAUSE_ENDS = re.compile("[,。;!?\n]|$")
_YEAR_END = ("年底", "年末", "年终", "岁末")
_TOLD = re.compile("[^,。;]{0,16}?(?:了|已|曾|召开|举行|以来|开始|止)|[^,。;]{0,6}(?:至|到|-)[0-9]")


@dataclass
class YearsNamed:
    """The dates of a text in order; what names no year may be of one named before it."""

    folded: Folded
    issue_date: date
    ahead: int | None = None  # a year to come
    until: int = 0  # how far it holds
    rolled: bool = False  # whether only a term like 春节前 told that year
    gone: int | None = None  # the last year named, if it is over: 2017年,…全年发放…
    back_until: int = 0  # how far the year gone is looked back on
    last: int | None = None  # the last year named …
    last_end: int = 0  # … and where that stood
    named: date | None = None  # the first of the month that was named last, …
    named_end: int = 0  # … and where that stood: it holds for the sentence
    looks_until: int = 0  # how far one looks ahead since a day to come was named

    @property
    def text(self) -> str:
        return self.folded.text

    def read(self, start: int) -> Hit | None:
        """The date that begins at this place, of the right year and month."""
        hit = self._read_of_its_year(start) or self._day_of_that_month(start)
        if hit is None:
            return None
        if self.named and (end := self._ends_that_month(start, hit)):
            hit = end
        if self.named and (later := self._is_of_that_month(start, hit)):
            hit = later
        if hit.period and hit.period.precision in ("day", "ten-days", "month"):
            self.named = hit.period.last.replace(day=1)
            self.named_end = hit.end
        if hit.period and hit.period.first > self.issue_date:
            self.looks_until = _end_of_item(self.text, hit.end, _LOOKS_ON)
        return hit

    def _is_of_that_month(self, start: int, hit: Hit) -> Hit | None:
        """7月5日前退场,8日彩排: of the month that was named before."""
        assert self.named
        day = _OF_THAT_MONTH.match(self.text, start)
        if day is None or hit.period is None or self.text[start - 1 : start] not in _CLAUSE_BEGINS:
            return None
        of_month = calendar.day(self.named.year, self.named.month, int(day[1]))
        if of_month is None or of_month <= self.issue_date or not self._is_in_its_sentence(start):
            return None
        period = calendar.Period(of_month, of_month, "day")
        return replace(hit, period=period, never_due=False)

    def _day_of_that_month(self, start: int) -> Hit | None:
        """9月20日试水,当月28日供水"""
        same = self.text.endswith(_SAME_MONTH, max(0, start - 2), start)
        found = _OF_THAT_MONTH.match(self.text, start) if same and self.named else None
        if found is None or self.named is None or not self._is_in_its_sentence(start):
            return None
        day = calendar.day(self.named.year, self.named.month, int(found[1]))
        return tailed(self.text, found.end(), calendar.Period(day, day, "day")) if day else None

    def _ends_that_month(self, start: int, hit: Hit) -> Hit | None:
        """10月15日合龙,当月底通车; 主体9月封顶,月底前交付, where that month is still to come.

        9月1日前装好护栏,厕所月底到位: of another thing, and of the month of the issue.
        """
        if self.named is None or not _END_OF_MONTH.match(self.text, start):
            return None
        same = self.text.endswith(("当", "同", "该"), max(0, start - 1), start)
        goes_on = self.text[max(0, start - 1) : start] in _CLAUSE_BEGINS
        ahead = goes_on and self.named > self.issue_date.replace(day=1)
        if not (same or ahead) or not self._is_in_its_sentence(start):
            return None
        return replace(hit, period=calendar.month(self.named.year, self.named.month))

    def _is_in_its_sentence(self, start: int) -> bool:
        """Whether the month that was named last stands in the sentence of this place."""
        near = start - self.named_end < _LONGEST_ITEM
        return near and _SENTENCE_ENDS.search(self.text, self.named_end, start + 1) is None

    def _read_of_its_year(self, start: int) -> Hit | None:
        """The date as the first case that fits says of which year it is, else as it is printed."""
        printed = read_date(self.text, start, self.issue_date)
        if printed is None:
            return None
        for of_its_year in _OF_WHICH_YEAR:
            if told := of_its_year(self, start, printed):
                return self._of_all_the_year(start, told)
        return self._of_all_the_year(start, printed)

    def _of_that_year(self, start: int, hit: Hit) -> Hit | None:
        """2022年7月合龙,当年底通车; 去年新开工14个项目,其中8个当年建成"""
        if not self.text.startswith("当年", start):
            return None
        year = self._ahead_at(start) or self._gone_at(start)
        return self._of(year, start, hit) if year else None

    def _of_its_own_year(self, start: int, hit: Hit) -> Hit | None:
        """2024年6月底前"""
        if not hit.names_year or hit.period is None:
            return None
        self._hear(hit.period.last.year, start, hit.end)
        return hit

    def _of_the_same_year(self, start: int, hit: Hit) -> Hit | None:
        """2017年4月点火,同年底封场"""
        if self.last is None or not _SAME.search(self.text, max(0, start - 2), start):
            return None
        return self._of(self.last, start, hit)

    def _of_the_year_after(self, start: int, hit: Hit) -> Hit | None:
        """2019年4月动工,次年8月竣工"""
        if self.last is None or not _YEAR_AFTER.match(self.text, start):
            return None
        after = read_date(self.text, start, date(self.last, 1, 1)) or hit
        if after.period:
            self._hear(after.period.last.year, start, after.end)
        return after

    def _of_the_year_gone(self, start: int, hit: Hit) -> Hit | None:
        """2020年3月开工,10月通车, in a paper of 2021: they followed one another."""
        if not self.named or self.named.year >= self.issue_date.year or hit.period is None:
            return None
        first = hit.period.first
        if hit.before or first.month <= self.named.month or not self._is_in_its_sentence(start):
            return None
        if not _BARE_MONTH.match(self.text, start) or hit.is_over(self.issue_date):
            return None
        clause = _CLAUSE_ENDS.search(self.text, hit.end, hit.end + _LOOKS_ON)
        last = clause.start() if clause else hit.end
        if _AIMS_AHEAD.search(self.text, self.named_end, last):
            return None
        if _PRESENT.search(self.text, self.named_end, start):
            return None
        if _FIGURE.search(self.text, self.named_end, start):
            # 去年九月动工,总投资8600万元,12月28日试生产: something else is told between
            return None
        return self._of(self.named.year, start, hit)

    def _of_the_year_looked_back_on(self, start: int, hit: Hit) -> Hit | None:
        """回顾2021年,…。病房楼10月投用: reported of the year with which the paragraph begins."""
        bare = _BARE_MONTH.match(self.text, start) and not hit.before
        if not bare or start >= self.back_until or hit.is_over(self.issue_date):
            return None
        told = self.gone and is_told(self.text, start, hit.end)
        return self._of(self.gone, start, hit) if self.gone and told else None

    def _of_the_year_ahead(self, start: int, hit: Hit) -> Hit | None:
        """2024年3月开工,10月完工; 春节前到账、四月开工、国庆纳客: they follow one another."""
        ahead = self._ahead_at(start)
        if ahead is None:
            return None
        if not hit.is_over(self.issue_date) and (self.rolled or self._is_near(hit)):
            return None
        self.rolled = False
        return self._of(ahead, start, hit)

    def _of_the_next_item(self, start: int, hit: Hit) -> Hit | None:
        """2027年1月1日,统一核算;3月1日,统一采购, in a paper of 2026: the days of a list go on."""
        begins = self.text.endswith(";", 0, start) and hit.is_over(self.issue_date)
        if not begins or not self.named or not hit.period or not self._is_in_its_sentence(start):
            return None
        ahead = self.named.year > self.issue_date.year
        follows = ahead and hit.period.first.month >= self.named.month
        return self._of(self.named.year, start, hit) if follows else None

    def _of_the_next_year(self, start: int, hit: Hit) -> Hit | None:
        """春节前 printed in autumn: what is named behind it is of that year too."""
        if start < self.until or not self._is_of_next_year(hit):
            return None
        return self._roll(hit)

    def _of_the_coming_winter(self, start: int, hit: Hit) -> Hit | None:
        """1月15日到货 printed in December"""
        if not self._is_of_coming_winter(start, hit):
            return None
        return self._roll(self._of(self.issue_date.year + 1, start, hit))

    def _of_the_winter_gone(self, start: int, hit: Hit) -> Hit | None:
        """12月26日收尾,共花去163万元 printed in January"""
        gone = self._is_of_winter_gone(start, hit)
        return self._of(self.issue_date.year - 1, start, hit) if gone else None

    def _of_all_the_year(self, start: int, hit: Hit) -> Hit:
        """2017年,…全年发放…: of the year gone by, until one looks ahead."""
        if self._looks_ahead(start, hit):
            self.gone = None
        if not self.gone or not self.text.startswith("全年", start):
            return hit
        if _AIMS.match(self.text, hit.end) or self._is_to_reach(start, hit):
            return hit
        return replace(hit, period=calendar.year(self.gone))

    def _is_to_reach(self, start: int, hit: Hit) -> bool:
        """2023年完成6亿元。全年突破7亿元; in one sentence, and 首次突破 in any, it was reached."""
        told = self._gone_at(start) and _REACHED.match(self.text, hit.end)
        if told or _FIRST_TIME.match(self.text, hit.end):
            return False
        return _REACHES.match(self.text, hit.end) is not None

    def _of(self, year: int, start: int, hit: Hit) -> Hit:
        return read_date(self.text, start, date(year, 1, 1)) or hit

    def _ahead_at(self, start: int) -> int | None:
        """The year to come that was named and holds at this place."""
        return self.ahead if start < self.until else None

    def _gone_at(self, start: int) -> int | None:
        """The year gone by that the sentence of this place named last."""
        near = start - self.last_end < _LONGEST_ITEM
        same = near and _SENTENCE_ENDS.search(self.text, self.last_end, start + 1) is None
        return self.gone if same else None

    def _roll(self, hit: Hit) -> Hit:
        """From here to the end of the item dates are of the next year."""
        self.ahead, self.rolled = self.issue_date.year + 1, True
        self.until = _end_of_item(self.text, hit.end)
        return hit

    def _looks_ahead(self, start: int, hit: Hit) -> bool:
        """春节前清零;全年不低于9亿元: the year gone by is spoken of no more."""
        if hit.never_due or self.text.startswith(_YEAR_END, start):
            return False
        if hit.period is None:
            return hit.before
        return hit.period.last > self.issue_date and not hit.whole

    def _is_of_coming_winter(self, start: int, hit: Hit) -> bool:
        """第三条线1月15日到货,2月通水, in a paper of December: not the winter that is gone."""
        period = hit.period
        if period is None or hit.before or hit.never_due or self.gone:
            return False
        short = period.precision in ("day", "month", "ten-days") and hit.is_over(self.issue_date)
        late = self.issue_date.month >= _LATE_MONTH and period.last.month <= _EARLY_MONTH
        if self._is_aimed_at(start, hit):
            return True
        if not short or not late or not self._names_no_stretch(start):
            return False
        if self.text[max(0, start - 1) : start] in _BOUNDS_A_TIME:
            return False
        return not _TOLD.match(self.text, hit.end)

    def _is_aimed_at(self, start: int, hit: Hit) -> bool:
        """争取上半年获批, 面试定在2月18日, printed in December: of the year to come.

        最迟3月底交房 is still to come whenever it is printed.
        """
        period = hit.period
        if period is None or period.precision not in _INSIDE_A_YEAR or hit.whole:
            return False
        latest = _AT_THE_LATEST.search(self.text, max(0, start - _NEAR), start) is not None
        if (self.issue_date.month <= _LATE_MONTH and not latest) or (
            self.issue_date - period.last
        ).days < _NEAR_GONE:
            return False
        if _TOLD_OF.match(self.text, hit.end) or self.text[max(0, start - 1) : start] in "从自截":
            return False
        aimed = _AIMED_AT.search(self.text, max(0, start - _NEAR), start)
        return latest or bool(aimed) or start < self.looks_until

    def _names_no_stretch(self, start: int) -> bool:
        """1月15日, 元月; but 一月省四五百 is a month long."""
        return self.text[start].isascii() or self.text.startswith("元月", start)

    def _is_of_winter_gone(self, start: int, hit: Hit) -> bool:
        """12月26日收尾,共花去163万元, in a paper of January: the winter that is gone."""
        period = hit.period
        early = (
            self.issue_date.month <= _EARLY_MONTH and period and period.first.month >= _LATE_MONTH
        )
        if not early or hit.before or not period or period.precision != "day":
            return False
        told = _SUMMED_UP.match(self.text, hit.end) is not None
        first = max(0, start - _NEAR, self.text.rfind(",", 0, start))
        return told and _AIMED.search(self.text, first, start) is None

    def _is_near(self, hit: Hit) -> bool:
        """明年节会的方案,8月20日前拿初稿, printed on the 4th: a term of these weeks."""
        if not hit.before or hit.period is None or hit.period.precision != "day":
            return False
        return 0 <= (hit.period.last - self.issue_date).days < _THESE_WEEKS

    def _is_of_next_year(self, hit: Hit) -> bool:
        return bool(hit.before and hit.period and hit.period.last.year > self.issue_date.year)

    def _hear(self, year: int, start: int, end: int) -> None:
        """A year to come holds for its sentence; over a list (2024年要抓好以下工作:) for all.

        That to which a lease or a warranty lasts (租期到2041年) holds for nothing behind it.
        """
        if is_of_display(self.text, start):
            return
        self.last, self.last_end = year, end
        self.gone = year if year < self.issue_date.year else None
        back = max(self.back_until, end_of_look_back(self.text, start, end))
        self.back_until = back if self.gone else 0
        self.ahead, self.rolled = (year if year > self.issue_date.year else None), False
        if self.ahead and self._ends_a_row(start, end):
            self.until = end
        elif self.ahead:
            heads = _HEADS_A_LIST.match(self.text, end)
            self.until = len(self.text) if heads else _end_of_item(self.text, end)

    def _ends_a_row(self, start: int, end: int) -> bool:
        """县港航所  2019年10月⏎: the last column of a row tells nothing of the next row."""
        first, last = self.folded.span(start, end)
        before, behind = (
            self.folded.original[max(0, first - 2) : first],
            self.folded.original[last : last + 2],
        )
        in_column = before.endswith(_COLUMNS) or before == "  "
        return in_column and behind.lstrip(" |").startswith("\n")


# Asked in this order: the first case that knows of which year a date is reads it so.
_OF_WHICH_YEAR = (
    YearsNamed._of_that_year,
    YearsNamed._of_the_year_after,
    YearsNamed._of_its_own_year,
    YearsNamed._of_the_same_year,
    YearsNamed._of_the_year_gone,
    YearsNamed._of_the_year_looked_back_on,
    YearsNamed._of_the_year_ahead,
    YearsNamed._of_the_next_item,
    YearsNamed._of_the_next_year,
    YearsNamed._of_the_coming_winter,
    YearsNamed._of_the_winter_gone,
)


def _end_of_item(text: str, start: int, longest: int = _LONGEST_ITEM) -> int:
    found = _ITEM_ENDS.search(text, start, start + longest)
    return found.start() if found else min(len(text), start + longest)
