"""No amount of money is counted twice, and a sum claims no more than its figures."""

from __future__ import annotations

import random
from datetime import date
from decimal import Decimal

from hypothesis import given
from hypothesis import strategies as st

from projects.sums import Row, bound, total

DAY = date(2026, 1, 1)


def row(uid: str, yuan: int, *projects: int, **fields: object) -> Row:
    values: dict[str, object] = {"comparator": "=", "dated": DAY, **fields}
    return Row(uid=uid, amount=Decimal(yuan), projects=frozenset(projects), **values)  # type: ignore[arg-type]


def test_projects_are_added_up():
    assert total([row("a", 3, 1), row("b", 4, 2)]).yuan == 7


def test_only_the_newest_figure_of_a_project_counts():
    old = row("a", 3, 1, dated=date(2024, 3, 1))
    new = row("b", 4, 1, dated=date(2025, 3, 1))
    assert total([new, old]).yuan == 4


def test_two_figures_of_one_day_are_decided_by_uid_and_never_both():
    assert total([row("b", 4, 1), row("a", 3, 1)]).yuan == 4


def test_a_joint_figure_counts_once_and_its_members_not_beside_it():
    assert total([row("j", 7, 1, 2), row("a", 3, 1)]).yuan == 7


def test_shares_that_are_all_known_replace_the_joint_figure():
    assert total([row("j", 7, 1, 2), row("a", 3, 1), row("b", 5, 2)]).yuan == 8


def test_shares_do_not_replace_a_joint_figure_that_covers_more_than_it_names():
    joint = row("j", 9, 1, 2, members=5)
    assert total([joint, row("a", 3, 1), row("b", 5, 2)]).yuan == 9


def test_two_joint_figures_over_one_project_are_not_both_counted():
    older = row("j", 7, 1, 2, dated=date(2024, 1, 1))
    newer = row("k", 9, 2, 3, dated=date(2025, 1, 1))
    assert total([older, newer]).yuan == 9


def test_a_whole_or_its_phases_never_both():
    parents = {11: 1, 12: 1}
    assert total([row("p", 10, 1), row("a", 4, 11), row("b", 5, 12)], parents).yuan == 10
    assert total([row("a", 4, 11), row("b", 5, 12)], parents).yuan == 9


def test_a_circle_of_parents_does_not_hang():
    assert total([row("a", 4, 11)], {11: 12, 12: 11}).yuan == 4


def test_year_to_date_replaces_earlier_year_to_date():
    may = row("a", 2, 1, period=DAY, dated=date(2026, 5, 31))
    october = row("b", 5, 1, period=DAY, dated=date(2026, 10, 31))
    assert total([may, october]).yuan == 5


def test_a_sum_says_at_least_only_where_every_bound_does():
    assert bound(["=", "="]) == "="
    assert bound(["=", ">="]) == ">="
    assert bound([">=", "~"]) == "~"
    assert bound(["<="]) == "~"


ROWS = st.lists(
    st.tuples(
        st.integers(1, 10**9),
        st.sets(st.integers(1, 6), min_size=1, max_size=3),
        st.integers(0, 300),
    ),
    max_size=12,
)


@given(ROWS, st.randoms(use_true_random=False))
def test_the_order_of_imports_changes_no_sum(given_rows, shuffler: random.Random):
    rows = [
        row(str(at), yuan, *projects, dated=date.fromordinal(DAY.toordinal() + days))
        for at, (yuan, projects, days) in enumerate(given_rows)
    ]
    shuffled = shuffler.sample(rows, len(rows))
    assert total(rows).yuan == total(shuffled).yuan


@given(ROWS)
def test_no_project_is_covered_by_two_addends(given_rows):
    rows = [row(str(at), yuan, *projects) for at, (yuan, projects, _) in enumerate(given_rows)]
    covered = [project for each in total(rows).rows for project in each.projects]
    assert len(covered) == len(set(covered))
