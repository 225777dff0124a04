"""Numbered lists and sections: their numbers tell where they belong, wherever they stand."""

from __future__ import annotations

from bisect import bisect_right
from collections import Counter
from collections.abc import Sequence

from ingest.segmenting.columns import Grouping
from ingest.segmenting.placing import Group, Placing

_SURE = 0.9


def bring_items_together(items: Sequence[int], grouping: Grouping, placing: Placing) -> None:
    """The items of a list stand in one article: that of the headline right above one of them, or
    that of most.
    """
    labels = placing.labels
    headed = [grouping.home(each) for each in items if grouping.is_under_headline(each)]
    if len(set(headed)) > 1:
        return  # 1. and 2. under one headline, 3. under another
    ((most, _),) = Counter(labels[each] for each in items).most_common(1)
    article = headed[0] if headed else most
    for item in items:
        if labels[item] != article:
            placing.move(grouping.chains[item], article, _SURE)


def bring_sections_together(
    subheads: Sequence[int], groups: Sequence[Group], grouping: Grouping, placing: Placing
) -> None:
    """What stands under 二、再修产业路 is of the article in which 一、先修断头路 stands."""
    firsts = [text for each in subheads if (text := _text_under(each, grouping)) is not None]
    if len(firsts) < len(subheads):
        return
    article = placing.labels[firsts[0]]
    for first in firsts[1:]:
        label = placing.labels[first]
        column = next(each.pieces for each in groups if first in each.pieces)
        below = column[column.index(first) :]
        if label != article:
            placing.move([each for each in below if placing.labels[each] == label], article, _SURE)


def put_in_order(paragraphs: list[list[int]], items: Sequence[int]) -> None:
    """The items of a list among the paragraphs of an article come in their order."""
    places = [at for at, chain in enumerate(paragraphs) if chain[0] in items]
    chains = sorted((paragraphs[at] for at in places), key=lambda chain: items.index(chain[0]))
    for at, chain in zip(places, chains, strict=True):
        paragraphs[at] = chain


def _text_under(subhead: int, grouping: Grouping) -> int | None:
    """The first text under a subhead, if no headline stands between."""
    below = bisect_right(grouping.texts, subhead)
    text = grouping.texts[below] if below < len(grouping.texts) else None
    return text if text is not None and grouping.home(text) == grouping.home(subhead) else None
