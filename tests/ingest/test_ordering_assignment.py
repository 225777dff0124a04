"""All ends of a page are held against all beginnings at once."""

from __future__ import annotations

from itertools import permutations
from random import Random

from ingest.ordering.assignment import Pair, best_assignment
from tests.growth import growth


def greatest_sum(values: dict[Pair, float], size: int) -> float:
    """The best of all assignments, each tried; a pair that is not worth it is left out."""
    return max(
        sum(max(0.0, values.get(pair, 0.0)) for pair in enumerate(heads))
        for heads in permutations(range(size))
    )


def test_the_assignment_has_the_greatest_sum_however_the_ends_hang_together() -> None:
    random = Random(7)
    for share in (0.2, 0.5, 1.0):
        pairs = [(left, right) for left in range(6) for right in range(6)]
        values = {pair: random.gauss(0, 3) for pair in pairs if random.random() < share}
        found = best_assignment(values)
        assert len(set(found.values())) == len(found)
        total = sum(values[pair] for pair in found.items())
        assert abs(total - greatest_sum(values, 6)) < 1e-9


def test_many_equal_ends_are_assigned_in_time_that_grows_with_the_cube_at_most() -> None:
    def assign(size: int) -> None:
        best_assignment({(left, right): 1.0 for left in range(size) for right in range(size)})

    assert growth(assign, 160) < 2 * 4**3
