"""What a rule of dates reads at one place of a text: where it ends, and what it says."""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date

from chinese.calendar import Period

# Behind a date: 底前, 之前, 以内, 期间; but 前期, 前3个月 and 内涝 are other words.
BEFORE = (
    "(?:之前|以前|前夕|前(?![期往来提后沿景列进这那]|"
    "[0-9一二三四五六七八九十两]+(?:个?[月季批周]|天)))"
)
TAIL = re.compile(f"[底末]?(?:{BEFORE}|之内|以内|内(?![部外涝容蒙河的])|期间)")


@dataclass(frozen=True)
class Hit:
    """Where a date ends that a rule has read, and what it says."""

    end: int
    period: Period | None
    before: bool = False  # 前: due before it
    whole: bool = False  # a whole year or longer, named bare
    never_due: bool = False
    names_year: bool = False  # what follows in the sentence is of that year
    loose: bool = False  # a time of the year without a number, which needs a promise beside it
    season: bool = False  # promised by a time of the year that has no day: 采暖期前

    def is_over(self, today: date) -> bool:
        return self.period is not None and self.period.last < today


def tailed(text: str, end: int, period: Period, never_due: bool = False) -> Hit:
    """The hit of a period that ends at this place, with the 前, 以内 or 期间 behind it."""
    tail = TAIL.match(text, end)
    if tail is None:
        return Hit(end, period, never_due=never_due)
    return Hit(tail.end(), period, before="前" in tail[0], never_due=never_due)
