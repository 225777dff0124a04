"""The chart of a project's money: what was said of it, when, and nothing that may not be seen."""

from __future__ import annotations

import re
from datetime import date, timedelta
from decimal import Decimal
from itertools import pairwise
from typing import Any

import pytest
from django.test import Client

from projects import ledger
from projects.money_chart import APART, NUMBERS, Chart, Drawing, Point, chart_of
from projects.presenting import figure
from tests.factories import (
    ArticleFactory,
    EvidenceFactory,
    InvestmentFactory,
    NewspaperFactory,
    ProjectFactory,
)
from tests.projects.test_views_project import hidden_articles

TODAY = date(2026, 11, 24)


def said(day: date, yuan: int) -> Point:
    return Point(day, Decimal(yuan), figure(Decimal(yuan)))


def drawn(totals: list[Point], done: list[Point]) -> Chart:
    chart = chart_of(totals, done, TODAY)
    assert chart
    return chart


def courses(drawing: Drawing, column: int) -> int:
    """How many courses of bricks the column around an x has."""
    left = column - 17
    return len(set(re.findall(rf"M{left} (\d+)h", drawing.bricks)))


def test_one_sum_alone_is_no_chart() -> None:
    assert chart_of([said(TODAY, 10**8)], [], TODAY) is None
    assert chart_of([], [said(TODAY, 10**8)], TODAY) is None
    again = [said(date(2025, 1, 1), 10**8), said(date(2026, 1, 1), 10**8)]
    assert chart_of(again, [], TODAY) is None


def test_the_total_steps_when_it_changes_and_completion_is_bricks_to_its_height() -> None:
    totals = [said(date(2024, 3, 12), 130_000_000), said(date(2025, 2, 25), 148_000_000)]
    done = [said(date(2024, 12, 31), 37_000_000), said(date(2026, 10, 31), 74_000_000)]
    drawing = drawn(totals, done).wide
    assert [label.text for label in drawing.sums[::-1]] == ["总投资1.3亿元", "1.48亿元"]
    (_, low), (step, high) = drawing.steps
    assert high < low
    assert f"H{step}V{high}" in drawing.path
    later, earlier = (label.x for label in drawing.numbers)
    assert [label.text for label in drawing.numbers] == ["7400万", "3700万"]
    assert courses(drawing, later) == 8
    assert courses(drawing, earlier) == 4
    assert [label.text for label in drawing.levels] == ["5000万", "1亿"]


def test_many_reports_never_run_into_one_another_nor_out_of_the_drawing() -> None:
    start = date(2025, 1, 1)
    totals = [said(start + timedelta(days=40 * n), 10**8 + n * 10**7) for n in range(12)]
    done = [said(start + timedelta(days=30 * n), 5_000_000 * (n + 1)) for n in range(22)]
    chart = drawn(totals, done)
    for drawing in (chart.wide, chart.middle, chart.narrow):
        numbers = sorted(label.x for label in drawing.numbers)
        assert all(b - a >= NUMBERS for a, b in pairwise(numbers))
        lowest = [int(x) for x in re.findall(r"M(\d+) 203h16", drawing.bricks)]
        assert all(b - a >= APART for a, b in pairwise(lowest[::2]))
        assert drawing.numbers[0].text == "1.1亿"
        assert drawing.sums[0].text.endswith("2.1亿元")
        for label in (*drawing.sums, *drawing.numbers, *drawing.years):
            assert 0 <= label.x <= drawing.right
            assert 12 <= label.y <= drawing.height


@pytest.mark.parametrize("yuan", [5, 90_000, 990_000_000, 10**11])
def test_every_sum_finds_its_lines(yuan: int) -> None:
    drawing = drawn([said(date(2025, 1, 1), yuan), said(TODAY, yuan - 1)], []).wide
    assert 1 <= len(drawing.levels) <= 4


def project_with(**hidden: Any) -> Any:
    NewspaperFactory()
    project = ProjectFactory()
    for amount, measure, day in (
        (130_000_000, "total", date(2025, 1, 1)),
        (60_000_000, "done", date(2026, 3, 31)),
    ):
        InvestmentFactory(
            projects=[project], amount=Decimal(amount), printed="", measure=measure, as_of=day
        )
    if hidden:
        InvestmentFactory(
            projects=[project],
            amount=Decimal(77_000_000),
            printed="",
            measure="done",
            as_of=date(2026, 10, 31),
            evidence=EvidenceFactory(article=ArticleFactory(**hidden)),
        )
    ledger.rebuild(project)
    return project


def chart_on(client: Client, project: Any) -> str:
    html = client.get(project.get_absolute_url()).content.decode()
    return "".join(re.findall(r'<svg class="money-chart.*?</svg>', html, re.S))


@pytest.mark.django_db
def test_the_page_draws_it_for_three_widths_beside_the_table_that_says_the_same(
    client: Client,
) -> None:
    chart = chart_on(client, project_with())
    assert chart.count("<svg") == chart.count('aria-hidden="true"') == 3
    assert "总投资1.3亿元" in chart
    assert "6000万" in chart


@pytest.mark.django_db
@pytest.mark.parametrize("hidden", hidden_articles())
def test_no_figure_of_a_hidden_article_is_drawn(client: Client, hidden: Any) -> None:
    chart = chart_on(client, project_with(**hidden))
    assert "6000万" in chart
    assert "7700万" not in chart
