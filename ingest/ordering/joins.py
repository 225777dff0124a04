"""Which pieces are one paragraph: all open tails against all candidate heads at once."""

from __future__ import annotations

from ingest.ordering import reasons
from ingest.ordering.assignment import Pair, best_assignment, shares
from ingest.ordering.page import Draft, Page
from ingest.ordering.weights import SHOWN, THRESHOLD, TITLE_THRESHOLD
from ingest.proposal import Join


def order(page: Page, *, draft: Draft | None = None, threshold: float = THRESHOLD) -> list[Join]:
    """The joins of a page in file order, by piece numbers.

    `draft` is what segmenting made of the page with the joins of a first round. Joins less sure
    than `threshold` are not made, only reported; hardly likely ones are not even that.
    """
    seams = page.seams(draft)
    values = {pair: seam.value for pair, seam in seams.items()}
    belief = shares(values)
    chosen = _without_rings(best_assignment(values), belief)
    joins = [_join(page, pair, belief, threshold) for pair in sorted(chosen.items())]
    return [join for join in joins if join.made or _is_worth_asking(page, join)]


def _is_worth_asking(page: Page, join: Join) -> bool:
    """A doubtful join of two texts. A headline that might be a scrap of text asks too often."""
    kinds = {page.faces[join.left].kind, page.faces[join.right].kind}
    return join.confidence >= SHOWN and "title" not in kinds


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


def _join(page: Page, pair: Pair, belief: dict[Pair, float], threshold: float) -> Join:
    left, right = page.faces[pair[0]], page.faces[pair[1]]
    confidence = belief[pair]
    others = [other for other in belief if other[0] == pair[0] and other != pair]
    second = max(others, key=lambda other: belief[other], default=None)
    if second and belief[second] < 0.02:
        second = None
    return Join(
        left=pair[0],
        right=pair[1],
        confidence=round(confidence, 3),
        reason=reasons.reason(page.found[pair], left, right),
        at=reasons.at(left, right),
        second_choice=second[1] if second else None,
        second_reason=reasons.second_reason(
            page.found[second] if second else None, page.faces[second[1]] if second else None
        ),
        made=confidence >= max(threshold, TITLE_THRESHOLD * ("title" in (left.kind, right.kind))),
    )
