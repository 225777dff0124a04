"""Sums that were spent year after year, and what they come to: 去年投了420万元,今年投了650万元.

One such sum alone may be all that a work cost (去年花了310万元修桥); of several none is, and
behind them 两年合计1070万元 is what was spent so far.
"""

from __future__ import annotations

import re

from chinese.wordlists import any_of, words

_REACH = 120  # characters before and behind a sum
_RIGHT_BEFORE = 10  # characters
_ENDS = re.compile("[。;!?\n]")
_SPENT = (
    f"({any_of(words('periods', 'year'))}|20[0-9]{{2}}年度?)"
    f"(?:{any_of(words('periods', 'before it is spent'))}){{0,2}}"
    f"(?:{any_of(words('measures', 'spent'))}|{any_of(words('periods', 'is spent'))})了?[约近]?"
)
# What every such sum stands behind; asked first, since most sums stand behind something else.
_BEHIND = re.compile(
    f"(?:{any_of(words('measures', 'spent'))}|{any_of(words('periods', 'is spent'))}|"
    f"{any_of(words('periods', 'comes to'))})了?[约近]?$"
)
_OF_A_YEAR = re.compile(f"{_SPENT}$")
_YEARLY = re.compile(f"{_SPENT}(?=[0-9.]{{1,9}}余?[万亿]?元)")
_COMES_TO = re.compile(
    "(?:^|[,、])(?:这?[0-9两二三四五六七八九十几]{1,2}年(?:下来|里|来|间)?)?"
    f"{any_of(words('periods', 'comes to'))}"
    f"(?:{any_of(words('measures', 'spent'))}|{any_of(words('periods', 'is spent'))})?了?[约近]?$"
)


def is_one_of_several(text: str, start: int) -> bool:
    """Whether the sum at this place was spent in a year, and others in other years.

    >>> is_one_of_several("水渠去年投了420万元,今年又投了650万元", 6)
    True
    """
    line = _line_before(text, start)
    if _OF_A_YEAR.search(line) is None:
        return False
    behind = _ENDS.split(text[start : start + _REACH])[0]
    return len(_years(line + behind)) > 1


def is_their_sum(text: str, start: int) -> bool:
    """Whether the sum at this place is what those of several years before it come to.

    >>> is_their_sum("去年投了420万元,今年投了650万元,两年合计1070万元", 24)
    True
    """
    line = _line_before(text, start)
    return _COMES_TO.search(line) is not None and len(_years(line)) > 1


def _line_before(text: str, start: int) -> str:
    """The sentence before a sum that may be one of those; of any other nothing."""
    if _BEHIND.search(text[max(0, start - _RIGHT_BEFORE) : start]) is None:
        return ""
    return _ENDS.split(text[max(0, start - _REACH) : start])[-1]


def _years(line: str) -> set[str]:
    return {each[1] for each in _YEARLY.finditer(line)}
