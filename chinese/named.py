"""A date at its place in a text, and how the print names it: what the rules of promises look at."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from functools import cached_property

_BEHIND = 40  # characters behind a date that are looked at
# No rule looks further: a title 40 before, a clause 100 behind and the words that end in it.
_AROUND_BEFORE, _AROUND_BEHIND = 80, 200
_SENTENCE_END = re.compile(r"[。!?\n]")
_LATER = (("上半年", "下半年"), ("今年", "明年"), ("全年", "明年"))
_BOTH = ("和", "、", "及", "或", "到", "至", "-")  # 今年和明年
_NEAR_CLAUSES = 3  # a promise stands that near to the year it is for


@dataclass(frozen=True, eq=False)
class Named:
    """A date at its place in a folded text, and how the print names it.

    Two are equal where the print around them is, as far as any rule looks.

    `whole`: a bare year, which needs a promise beside it;
    `wide`: a quarter or longer, which may be what a meeting speaks about;
    `before`: the print says 前, which is nearly always asked or promised;
    `ahead`: the whole period is still to come;
    `early`: a year that has hardly begun, of which little can be reported;
    `late`: the period is nearly over, so that a bare year sums up rather than promises;
    `behind`: what the print says right behind the date.
    """

    text: str
    start: int
    end: int
    whole: bool = False
    before: bool = False
    ahead: bool = False
    early: bool = False
    late: bool = False
    wide: bool = True
    behind: str = field(init=False)
    _around: tuple[object, ...] = field(init=False, repr=False)

    def __post_init__(self) -> None:
        # Rules and comparisons look at them again and again: they are cut out once, without the
        # lock of a cached property.
        object.__setattr__(self, "behind", self.text[self.end : self.end + _BEHIND])
        object.__setattr__(self, "_around", self._print_around())

    def _print_around(self) -> tuple[object, ...]:
        first = max(0, self.start - _AROUND_BEFORE)
        print_around = self.text[first : self.end + _AROUND_BEHIND]
        place = (self.start - first, self.end - first)
        how = (self.whole, self.before, self.ahead, self.early, self.late, self.wide)
        return print_around, place, how

    def __hash__(self) -> int:
        return hash(self._around)

    def __eq__(self, other: object) -> bool:
        return isinstance(other, Named) and self._around == other._around

    @cached_property
    def near(self) -> int:
        """The end of the few clauses that may hold a promise for it."""
        return _near(self.text, self.start, end_of(_SENTENCE_END, self.text, self.end), self.wide)


def _near(text: str, start: int, last: int, wide: bool) -> int:
    """The end of the few clauses that may hold a promise for the time at a place.

    Of a month or a week only its own: 本月复工,…力争年底竣工. Of the first half of a year none
    that the second half is promised for: 上半年签约6个,下半年将…; of this year none for the next.
    """
    for first, then in _LATER:
        if text.startswith(first, start) and not text.startswith(_BOTH, start + len(first)):
            second = text.find(then, start, last)
            last = second if second >= 0 else last
    place = start
    for _ in range(_NEAR_CLAUSES if wide else 1):
        comma = text.find(",", place, last)
        if comma < 0:
            return last
        place = comma + 1
    return place


def end_of(mark: re.Pattern[str], text: str, start: int) -> int:
    """Where the next such mark stands, or how far one looks for it."""
    found = mark.search(text, start, start + 100)
    return found.start() if found else min(len(text), start + 100)
