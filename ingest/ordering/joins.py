"""Which pieces are one paragraph: all open tails against all candidate heads at once."""

from __future__ import annotations

import math
from collections.abc import Mapping, Sequence

from ingest.ordering import reasons
from ingest.ordering.assignment import Pair, best_assignment, shares
from ingest.ordering.page import Page
from ingest.ordering.weights import (
    CALIBRATION,
    FOLLOWS,
    RIVAL,
    SHOWN,
    THRESHOLD,
    TITLE_THRESHOLD,
)
from ingest.proposal import Join


def order(page: Page, *, threshold: float = THRESHOLD) -> list[Join]:
    """The joins of a page in file order, by piece numbers.

    Joins less sure than `threshold` are not made, only reported; hardly likely ones not even that.
    """
    values = page.values
    shared = shares(values)
    belief = confidences(shared, page.disorder(shared))
    chosen = _without_rings(best_assignment(values), belief)
    joins = _joins(page, sorted(chosen.items()), belief, threshold)
    return [join for join in joins if join.made or _is_worth_asking(page, join)]


def confidences(belief: Mapping[Pair, float], disorder: float) -> dict[Pair, float]:
    """How often joins of such a belief are right on a page so disordered."""
    return {pair: _confidence(share, disorder) for pair, share in belief.items()}


def _confidence(share: float, disorder: float) -> float:
    kept = min(0.995, max(0.005, share))
    odds = (
        CALIBRATION["even"]
        + CALIBRATION["belief"] * math.log(kept / (1 - kept))
        + CALIBRATION["disorder"] * disorder
    )
    return 1 / (1 + math.exp(-odds))


def reconsidered(page: Page, joins: list[Join], following: Mapping[int, int]) -> list[Join]:
    """The joins once the articles are known.

    `following` names texts found inside the column of another article, by the text before each
    in its own. Joins that are made stay; the other ends are asked again, no surer for those: they
    may be wrong. What is not made then stays as doubtful as it was.
    """
    if not following:
        return joins
    made = [join for join in joins if join.made]
    tails, heads = {join.left for join in made}, {join.right for join in made}
    values = {
        pair: value + FOLLOWS * (following.get(pair[0]) == pair[1])
        for pair, value in page.values.items()
    }
    belief = confidences(shares(values), page.disorder(shares(page.values)))
    asked_again = {
        pair: value for pair, value in values.items()
        if pair[0] not in tails and pair[1] not in heads
    }  # fmt: skip
    rings = {join.left: join.right for join in made} | best_assignment(asked_again)
    sure = dict.fromkeys(((join.left, join.right) for join in made), 1.0)
    chosen = _without_rings(rings, belief | sure)
    pairs = [(left, right) for left, right in chosen.items() if (left, right) not in sure]
    made += [join for join in _joins(page, pairs, belief, THRESHOLD) if join.made]
    tails, heads = {join.left for join in made}, {join.right for join in made}
    doubtful = [join for join in joins if join.left not in tails and join.right not in heads]
    return sorted(made + doubtful, key=lambda join: join.left)


def _is_worth_asking(page: Page, join: Join) -> bool:
    """A doubtful join of two texts. A headline that might be a scrap of text asks too often."""
    return join.confidence >= SHOWN and not _joins_title(page, (join.left, join.right))


def _joins_title(page: Page, pair: Pair) -> bool:
    """Whether a side is a short line that looks rather like a title than like cut text."""
    return any(
        page.faces[each].kind == "title" and page.scraps.get(each, -1.0) < 0 for each in pair
    )


def _without_rings(chosen: dict[int, int], belief: dict[Pair, float]) -> dict[int, int]:
    """The assignment without its least likely join wherever pieces would follow in a ring."""
    kept = dict(chosen)
    for start in sorted(chosen):
        ring = [start]
        while ring[-1] in kept and kept[ring[-1]] not in ring:
            ring.append(kept[ring[-1]])
        if ring[-1] in kept:
            ring = ring[ring.index(kept[ring[-1]]) :]
            del kept[min(ring, key=lambda left: belief[left, kept[left]])]
    return kept


def _joins(
    page: Page, pairs: Sequence[Pair], belief: Mapping[Pair, float], threshold: float
) -> list[Join]:
    seconds = _second_choices(pairs, belief)
    return [_join(page, pair, belief[pair], seconds.get(pair[0]), threshold) for pair in pairs]


def _second_choices(pairs: Sequence[Pair], belief: Mapping[Pair, float]) -> dict[int, Pair]:
    """For each tail the likeliest pair that was not chosen, where it has a chance."""
    chosen = set(pairs)
    found: dict[int, Pair] = {}
    for pair in belief:
        best = found.get(pair[0])
        if pair not in chosen and (best is None or belief[pair] > belief[best]):
            found[pair[0]] = pair
    return {tail: pair for tail, pair in found.items() if belief[pair] >= RIVAL}


def _join(page: Page, pair: Pair, confidence: float, second: Pair | None, threshold: float) -> Join:
    left, right = page.faces[pair[0]], page.faces[pair[1]]
    needed = max(threshold, TITLE_THRESHOLD * _joins_title(page, pair))
    return Join(
        left=pair[0],
        right=pair[1],
        confidence=round(confidence, 3),
        reason=reasons.reason(page.seam(pair), left, right),
        at=reasons.at(left, right),
        second_choice=second[1] if second else None,
        second_reason=reasons.second_reason(
            page.seam(second) if second else None, page.faces[second[1]] if second else None
        ),
        made=confidence >= needed,
    )
