"""The list of promises in the newsroom: what is overdue can be listed, and the menu leads to it."""

from __future__ import annotations

from datetime import date
from typing import Any

import pytest
from django.core.cache import cache
from django.test import Client
from pytest_django import DjangoAssertNumQueries

from pingyao_cms.roles import EDITOR
from projects.models import Target
from tests.articles.newsroom import signed_in
from tests.factories import ArticleFactory, EvidenceFactory, TargetFactory

pytestmark = pytest.mark.django_db
LIST = "/admin/projects/target/"


@pytest.fixture
def editor() -> Client:
    return signed_in(EDITOR)[0]


def promise(indicator: str, due: date | None, **fields: Any) -> Target:
    precision = "day" if due else ""
    made: Target = TargetFactory(
        indicator=indicator, due_on=due, due_precision=precision, kind="event", stage="", **fields
    )
    return made


def every_kind() -> None:
    promise("过期的", date(2026, 6, 30))
    promise("快到的", date(2026, 12, 24))
    promise("远的", date(2026, 12, 25))
    promise("没期限的", None)
    for name, on in {"早的": date(2026, 6, 1), "晚的": date(2026, 7, 1)}.items():
        met = {"outcome": "met", "outcome_on": on, "outcome_evidence": EvidenceFactory()}
        promise(name, date(2026, 6, 30), **met)
    draft = EvidenceFactory(article=ArticleFactory(status="draft", published_at=None))
    promise("只在草稿里的", date(2026, 6, 30), evidence=draft)


@pytest.mark.parametrize(
    ("standing", "names"),
    {
        "overdue": {"过期的"},
        "due_soon": {"快到的"},
        "open": {"远的", "没期限的"},
        "met": {"早的"},
        "met_late": {"晚的"},
    }.items(),
)
def test_promises_are_listed_by_how_they_stand_today(
    editor: Client, standing: str, names: set[str]
) -> None:
    every_kind()
    found = editor.get(f"{LIST}?public={standing}").context["cl"].result_list
    assert {target.indicator for target in found} == names
    assert {target.standing(date(2026, 11, 24)) for target in found} == {standing}


def test_the_number_in_the_menu_leads_to_what_it_counts(editor: Client) -> None:
    every_kind()
    cache.clear()
    page = editor.get("/admin/")
    lines = [line for group in page.context["menu"] for line in group["lines"]]
    counted = next(line for line in lines if line["entry"].model == "projects.target")
    assert f'class="badge" href="{counted["counted"]}"' in page.content.decode()
    listed = editor.get(counted["counted"]).context["cl"].result_count
    assert counted["badge"] == listed == 1


def test_the_list_costs_the_same_for_one_and_for_three(
    editor: Client, django_assert_num_queries: DjangoAssertNumQueries
) -> None:
    for count in (1, 2):
        for _ in range(count):
            promise("过期的", date(2026, 6, 30))
        editor.get(f"{LIST}?public=overdue")
        with django_assert_num_queries(8):
            editor.get(f"{LIST}?public=overdue")
