"""Each paragraph into its article, without coordinates: what it is about, and what it stands by.

The labels are the articles, the steps the body pieces in file order. Staying in the article of
the piece before costs nothing, going elsewhere does; directly under a stack its own article is
expected. What a piece says is compared with what each article says (by rare bigrams), and a
paragraph that opens like another (要切实把握… 要切实把握…) goes with it. The best path is found by
the Viterbi method, twice, because what an article says depends on its pieces.
"""

from __future__ import annotations

import math
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass

ROUNDS = 3
FIT = 7.0
OPENING = 1.6
AWAY = 4.5
HOME = 0.6
UNDER_STACK = 3.5
OPENINGS = (2, 3, 4, 5, 6)


@dataclass(frozen=True)
class Unit:
    """A body piece to be placed: its content, the article it stands under, its neighbours."""

    piece: int
    content: frozenset[str]
    opening: str
    home: int
    leads: bool
    anchored: bool
    chain: int


def place(
    units: Sequence[Unit], titles: Sequence[frozenset[str]], rarity: dict[str, float]
) -> tuple[list[int], list[float]]:
    """For each unit the article it belongs to, and how sure that is (0 to 1)."""
    if not titles:
        return [0] * len(units), [1.0] * len(units)
    labels = [unit.home for unit in units]
    for turn in range(ROUNDS):
        labels = _path(units, _emissions(units, titles, labels, rarity, anchors_only=turn == 0))
    return labels, _sureness(units, labels, _emissions(units, titles, labels, rarity))


def _emissions(
    units: Sequence[Unit],
    titles: Sequence[frozenset[str]],
    labels: Sequence[int],
    rarity: dict[str, float],
    *,
    anchors_only: bool = False,
) -> list[list[float]]:
    content = [Counter(title) for title in titles]
    openings: list[Counter[str]] = [Counter() for _ in titles]
    for unit, label in zip(units, labels, strict=True):
        if not anchors_only or unit.leads:
            content[label].update(unit.content)
        for length in OPENINGS:
            openings[label][unit.opening[:length]] += len(unit.opening) >= length
    table = []
    for unit, label in zip(units, labels, strict=True):
        counted = not anchors_only or unit.leads
        row = []
        for article in range(len(titles)):
            own = article == label
            row.append(
                FIT * _fit(unit.content, content[article], rarity, own and counted)
                + OPENING * _same_opening(unit.opening, openings[article], own)
            )
        table.append(row)
    return table


def _fit(
    content: frozenset[str], counts: Counter[str], rarity: dict[str, float], own: bool
) -> float:
    """Share of the unit's content, by rarity, that the article has without it."""
    total = sum(rarity.get(each, 0.0) for each in content)
    if not total:
        return 0.0
    needed = 2 if own else 1
    found = sum(rarity.get(each, 0.0) for each in content if counts[each] >= needed)
    return found / math.sqrt(total * max(total, 40.0))


def _same_opening(opening: str, counts: Counter[str], own: bool) -> float:
    needed = 2 if own else 1
    return float(max((n for n in OPENINGS if counts[opening[:n]] >= needed), default=1) - 1)


def _path(units: Sequence[Unit], emissions: list[list[float]]) -> list[int]:
    """The best labels (Viterbi)."""
    if not units:
        return []
    articles = len(emissions[0])
    scores = [_start(units[0], each) + emissions[0][each] for each in range(articles)]
    back: list[list[int]] = []
    for unit, row in zip(units[1:], emissions[1:], strict=True):
        best = max(range(articles), key=lambda each: scores[each])
        previous, new = [], []
        for each in range(articles):
            stay, jump = scores[each], scores[best] - AWAY
            come = stay if not unit.leads else scores[best] - 0.3
            source = each if (come >= jump and not unit.leads) else best
            value = max(come, jump) if not unit.leads else come
            previous.append(source)
            new.append(value + row[each] + _start(unit, each))
        scores = new
        back.append(previous)
    label = max(range(articles), key=lambda each: scores[each])
    labels = [label]
    for previous in reversed(back):
        label = previous[label]
        labels.append(label)
    return labels[::-1]


def _start(unit: Unit, article: int) -> float:
    score = HOME if article == unit.home else 0.0
    if unit.leads:
        score += UNDER_STACK if article == unit.home else 0.0
    if unit.anchored and article != unit.home:
        score -= 50.0
    return score


def _sureness(
    units: Sequence[Unit], labels: Sequence[int], emissions: list[list[float]]
) -> list[float]:
    sure = []
    for at, (unit, label) in enumerate(zip(units, labels, strict=True)):
        scores = []
        for article, emission in enumerate(emissions[at]):
            near = sum(
                1.5 * (labels[other] == article)
                for other in (at - 1, at + 1)
                if 0 <= other < len(labels)
            )
            scores.append(emission + _start(unit, article) + near)
        top = max(scores)
        sure.append(math.exp(scores[label] - top) / sum(math.exp(score - top) for score in scores))
    return sure
