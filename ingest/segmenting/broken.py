"""Two lines of a headline stack that meet: parts of it, or one headline printed in two lines.

A narrow column breaks a headline where its words part: 县二中新操场 over 铺上塑胶跑道. What such a
line lacks is in the other: the lower one says what was done and not who did it, or both are short,
as long as each other, and built alike. What stands under a headline lacks its subject too, but
there the upper line says it all: 县中医院开通夜间门诊 over 方便群众看病.
"""

from __future__ import annotations

import math
import re

from ingest.ordering.crossing import reads_on
from ingest.ordering.language import plain
from ingest.readers.lists import one_of
from ingest.segmenting.titles import Title

LONGEST_ADDED = 6  # characters of a line that only adds a figure to the one above
SHORTEST_OBJECT = 8  # characters of what a notice is about: 便民信息 over one names a column
# Characters of the lines of a headline in large type; 乡土笔记 over one names a column.
SHORTEST_LINE, LONGEST_LINE = 5, 9
HANGING = "的和与及在将为把被对从向让、，"
_WORK = re.compile("[《·]")  # 一等奖《…》 over 二等奖《…》 are rows of a list
_ABOUT = re.compile("关于[^，。：？！]*$")
_OUTCOME = re.compile(one_of("outcome or purpose"))
_FARTHEST = 10.0


def seam(upper: Title, lower: Title) -> dict[str, float]:
    """What two lines that meet look like together, whatever their roles."""
    seen = upper.met.get(lower.text)
    if seen is None:
        seen = upper.met[lower.text] = {**_likeness(upper, lower), **_grammar(upper, lower)}
    return seen


def break_of(upper: Title, lower: Title) -> dict[str, float]:
    """What speaks for two lines being one headline, besides their seam: a word crosses the break or
    the first half hangs, the halves begin alike, or the second only adds a figure, a bracket or
    what kind of notice it is.
    """
    gain, word = reads_on(upper.text, lower.text, upper.language)
    added = lower.length <= LONGEST_ADDED and upper.length >= lower.length
    same = sum(a == b for a, b in zip(upper.text, lower.text, strict=False))
    return {
        "": 1.0,
        " fits": (word != "" and gain > 3) + float(upper.text[-1:] in HANGING),
        " alike": _is_even(upper, lower) * same / 2,
        " bracket": float(lower.is_bracketed),
        " notice": float(_is_notice(lower) and (_closes(lower) or upper.length >= SHORTEST_OBJECT)),
        " figure": float(added and lower.opens_with_count),
        " about": float(bool(_ABOUT.search(upper.text)) and not _is_notice(upper)),
    }


def _likeness(upper: Title, lower: Title) -> dict[str, float]:
    """How long the lines are beside each other, and how far their words are alike in kind."""
    classes = list(zip(upper.classes, lower.classes, strict=False))
    words = max(len(upper.classes), len(lower.classes), 1)
    longest = max(upper.length, lower.length)
    short = upper.length >= SHORTEST_LINE and longest <= LONGEST_LINE
    uneven = abs(math.log(max(1, upper.length) / max(1, lower.length)))
    even = max(0.0, 1 - 2 * uneven)
    return {
        " built alike": _is_even(upper, lower) * sum(a == b for a, b in classes) / words,
        " uneven": min(1.0, uneven),
        " name, even": upper.is_organisation * even,
        " short": float(short and not _is_notice(lower)),
        " long": 0.0 if _is_notice(lower) else max(0.0, longest / 10 - 1),
        " parts": float(len(upper.parts) > 1 or len(lower.parts) > 1),
    }


def _grammar(upper: Title, lower: Title) -> dict[str, float]:
    """Who did it in the one line and what was done in the other, or all of it in the upper one."""
    language = upper.language
    ends, begins = plain(upper.text), plain(lower.text)
    near = language.reads_on([ends], [begins], [(0, 0)])[0]
    whole = upper.is_clause and not upper.shapes["opens"]
    outcome = bool(_OUTCOME.match(lower.text)) and upper.has_deed and not upper.shapes["opens"]
    return {
        " deed": float(lower.opens_with_deed),
        " thing, deed": float(lower.opens_with_deed and upper.is_thing),
        " name, deed": float(lower.opens_with_deed and upper.is_organisation),
        " clause, deed": float(lower.opens_with_deed and whole),
        " clause": float(whole),
        " clause below": float(lower.is_clause),
        " outcome": float(outcome),
        " reads on": max(-1.0, min(1.0, near / _FARTHEST)),
    }


def _is_even(upper: Title, lower: Title) -> bool:
    return abs(upper.length - lower.length) <= 1 and not _WORK.search(upper.text)


def _is_notice(title: Title) -> bool:
    return bool(title.shapes["notice"])


def _closes(notice: Title) -> bool:
    """Whether a line ends what another began with 关于: 临街广告牌 / 集中拆除的通告."""
    return "的" in notice.text[:-1]
