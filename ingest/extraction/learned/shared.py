"""Figures that the print shares out among several works, in the order of their names.

甲桥、乙楼分别在3月和6月动工,总投资分别为2.2亿元、6500万元; 两项分别投资3300万元和1700万元
Which works there are the networks see as well as the rules; whose a figure is the order tells.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import groupby

from chinese.numerals import number
from ingest.extraction.clauses.sentences import Date, Sum
from ingest.extraction.learned.words import Text, Word, is_figure
from ingest.extraction.words.lists import one_of

_EACH = re.compile(one_of("each"))
_COUNTED = re.compile(
    f"(?<![、第前])([两三四五六七八九]|[2-9]){one_of('piece of several')}[^,;]{{0,8}}$"
)
_SHARED = ("sum", "day")
_COSTS = ("total", "approved", "part")


def shared_out(
    words: Sequence[Word], text: Text, named: Sequence[int]
) -> Iterator[tuple[int, str, Word]]:
    """Which work, of those named at these words, has which figure of what kind."""
    for what in _SHARED:
        figures = [at for at, word in enumerate(words) if _may_be_shared(word, what)]
        for clause, group in groupby(figures, key=lambda at: words[at].clause):
            own = [*group]
            each = _EACH.search(text.clauses[clause].text) if len(own) > 1 else None
            if each is None:
                continue
            works = _meant(words, text, named, own, each.start())
            yield from ((work, what, words[at]) for work, at in zip(works, own, strict=False))


def _may_be_shared(word: Word, what: str) -> bool:
    """Whether a word is a cost or a term; 低保标准分别提高到每月410元 shares out neither."""
    find = word.find
    due = isinstance(find, Date) and find.find.is_due
    cost = isinstance(find, Sum) and find.measure in _COSTS
    return is_figure(word, what) and (due or cost)


def _meant(
    words: Sequence[Word], text: Text, named: Sequence[int], figures: Sequence[int], each: int
) -> list[int]:
    """As many works as figures: the last before them, if so many are counted or in the sentence."""
    first = words[figures[0]]
    before = sorted((at, work) for work, at in enumerate(named) if at < figures[0])
    begins = _beginning(words, text, figures[0])
    here = [work for at, work in before if at >= begins]
    if len(here) == len(figures):
        return here
    counted = _COUNTED.search(text.clauses[first.clause].text, 0, each)
    if any(words[at].clause == first.clause for at, _ in before):
        return []  # 河东、柳营两条线路分别于…: those are counted
    if counted and number(counted[1]) == len(figures) <= len(before):
        return [work for _, work in before[-len(figures) :]]
    return []


def _beginning(words: Sequence[Word], text: Text, at: int) -> int:
    """Where the part of a sentence begins, behind a semicolon, in which a word stands."""
    sentence, place = words[at].sentence, at
    while place and words[place - 1].sentence == sentence:
        before = words[place - 1]
        if before.clause != words[place].clause and text.clauses[before.clause].stop == ";":
            break
        place -= 1
    return place
