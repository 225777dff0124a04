"""Global assignment: each tail gets at most one head, each head at most one tail.

`best_assignment` maximises the sum of the values (the Hungarian method with potentials); leaving
a tail alone is worth 0. `shares` says how the belief in each pair is spread over all readings.
"""

from __future__ import annotations

import math
from collections.abc import Mapping

Pair = tuple[int, int]


def best_assignment(values: Mapping[Pair, float]) -> dict[int, int]:
    """Tail to head, for the assignment of the greatest sum; pairs of no worth are left out."""
    found: dict[int, int] = {}
    useful = {pair: value for pair, value in values.items() if value > 0}
    for component in _components(useful):
        found |= _hungarian(component)
    return found


def _components(values: dict[Pair, float]) -> list[dict[Pair, float]]:
    """The pairs, parted where no tail and no head is shared (union-find)."""
    parent: dict[tuple[str, int], tuple[str, int]] = {}

    def root(end: tuple[str, int]) -> tuple[str, int]:
        while (above := parent.setdefault(end, end)) != end:
            parent[end] = parent[above]
            end = above
        return end

    for left, right in values:
        parent[root(("left", left))] = root(("right", right))
    parts: dict[tuple[str, int], dict[Pair, float]] = {}
    for pair in sorted(values):
        parts.setdefault(root(("left", pair[0])), {})[pair] = values[pair]
    return list(parts.values())


def _hungarian(values: dict[Pair, float]) -> dict[int, int]:
    """One component. Rows are tails; after the heads stands one empty column for each tail."""
    lefts = sorted({left for left, _ in values})
    rights = sorted({right for _, right in values})
    rows, columns = len(lefts), len(rights) + len(lefts)
    cost = [[-values.get((left, right), -1e6) for right in rights] + [0.0] * rows for left in lefts]
    row_potential = [0.0] * (rows + 1)
    column_potential = [0.0] * (columns + 1)
    row_of = [0] * (columns + 1)
    for row in range(1, rows + 1):
        row_of[0] = row
        column = 0
        least = [math.inf] * (columns + 1)
        previous = [0] * (columns + 1)
        used = [False] * (columns + 1)
        while row_of[column]:
            used[column] = True
            current, step, following = row_of[column], math.inf, 0
            costs, potential = cost[current - 1], row_potential[current]
            for each in range(1, columns + 1):
                if used[each]:
                    continue
                reduced = costs[each - 1] - potential - column_potential[each]
                if reduced < least[each]:
                    least[each], previous[each] = reduced, column
                if least[each] < step:
                    step, following = least[each], each
            for each in range(columns + 1):
                if used[each]:
                    row_potential[row_of[each]] += step
                    column_potential[each] -= step
                else:
                    least[each] -= step
            column = following
        while column:
            row_of[column] = row_of[previous[column]]
            column = previous[column]
    return {
        lefts[row_of[column] - 1]: rights[column - 1]
        for column in range(1, len(rights) + 1)
        if row_of[column]
    }


def shares(values: Mapping[Pair, float], *, rounds: int = 15) -> dict[Pair, float]:
    """Belief in each pair, from 0 to 1: weights scaled until no tail and no head exceeds one.

    Sinkhorn's scaling with "nothing follows" and "nothing precedes" as further choices of
    weight 1: close to the share of the pair in all readings weighted by their sums.
    """
    weights = {pair: math.exp(max(-30.0, min(30.0, value))) for pair, value in values.items()}
    left_scale = dict.fromkeys((left for left, _ in weights), 1.0)
    right_scale = dict.fromkeys((right for _, right in weights), 1.0)
    for _ in range(rounds):
        sums = dict.fromkeys(left_scale, 0.0)
        for (left, right), weight in weights.items():
            sums[left] += weight * right_scale[right]
        left_scale = {left: 1.0 / (1.0 + total) for left, total in sums.items()}
        sums = dict.fromkeys(right_scale, 0.0)
        for (left, right), weight in weights.items():
            sums[right] += weight * left_scale[left]
        right_scale = {right: 1.0 / (1.0 + total) for right, total in sums.items()}
    return {
        (left, right): weight * left_scale[left] * right_scale[right]
        for (left, right), weight in weights.items()
    }
