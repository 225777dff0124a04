"""Global assignment: each tail gets at most one head, each head at most one tail.

`best_assignment` maximises the sum of the values (the Hungarian method with potentials); leaving
a tail alone is worth 0. `shares` says how the belief in each pair is spread over all readings.
"""

from __future__ import annotations

import math
from collections.abc import Mapping

import numpy as np
from numpy.typing import NDArray

Pair = tuple[int, int]
Table = NDArray[np.float64]


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
    cost = np.zeros((rows, 1 + columns))
    cost[:, 1 : len(rights) + 1] = 1e6
    places = {right: place for place, right in enumerate(rights, start=1)}
    numbers = {left: number for number, left in enumerate(lefts)}
    for (left, right), value in values.items():
        cost[numbers[left], places[right]] = -value
    row_potential, column_potential = np.zeros(rows + 1), np.zeros(columns + 1)
    row_of = np.zeros(columns + 1, dtype=np.intp)
    for row in range(1, rows + 1):
        row_of[0] = row
        column = 0
        least = np.full(columns + 1, math.inf)
        previous = np.zeros(columns + 1, dtype=np.intp)
        used = np.zeros(columns + 1, dtype=bool)
        while row_of[column]:
            used[column] = True
            current = row_of[column]
            reduced = cost[current - 1] - row_potential[current] - column_potential
            nearer = ~used & (reduced < least)
            least[nearer], previous[nearer] = reduced[nearer], column
            following = int(np.where(used, math.inf, least).argmin())
            step = least[following]
            row_potential[row_of[used]] += step
            column_potential[used] -= step
            least[~used] -= step
            column = following
        while column:
            row_of[column] = row_of[previous[column]]
            column = int(previous[column])
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
    weights = np.array([math.exp(max(-30.0, min(30.0, value))) for value in values.values()])
    lefts, rights = np.array(list(values), dtype=np.intp).reshape(-1, 2).T
    size = 1 + max((max(pair) for pair in values), default=0)
    left_scale: NDArray[np.floating] = np.ones(size)
    right_scale: NDArray[np.floating] = np.ones(size)
    for _ in range(rounds):
        left_scale = 1.0 / (1.0 + np.bincount(lefts, weights * right_scale[rights], size))
        right_scale = 1.0 / (1.0 + np.bincount(rights, weights * left_scale[lefts], size))
    found = weights * left_scale[lefts] * right_scale[rights]
    return dict(zip(values, found.tolist(), strict=True))
