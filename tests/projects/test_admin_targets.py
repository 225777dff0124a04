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


def told_by_a_draft() -> None:
    """Outcomes that the newsroom knows and readers do not, and one that both know."""
    draft = ArticleFactory(status="draft", published_at=None)
    day, later = date(2026, 6, 30), date(2026, 12, 20)
    for name, due in {"草稿说兑现了的": day, "草稿说早兑现了的": later}.items():
        met = {
            "outcome": "met",
            "outcome_on": day,
            "outcome_evidence": EvidenceFactory(article=draft),
        }
        promise(name, due, **met)
    promise("草稿说改期的", day, outcome="revised")
    TargetFactory(supersedes=Target.objects.last(), evidence=EvidenceFactory(article=draft))
    known = {"outcome": "met", "outcome_on": day, "outcome_evidence": EvidenceFactory()}
    promise("报上说兑现了的", day, **known)


@pytest.mark.parametrize("standing", ["overdue", "due_soon", "open", "met", "met_late"])
def test_the_newsroom_lists_what_readers_list(editor: Client, standing: str) -> None:
    every_kind()
    told_by_a_draft()
    found = editor.get(f"{LIST}?public={standing}").context["cl"].result_list
    shown = editor.get(f"/promises/?standing={standing}").context["lists"][0][1]
    assert found
    assert {each.pk for each in found} == {each.target.pk for each, _ in shown}


def test_an_outcome_that_readers_do_not_know_is_marked(editor: Client) -> None:
    told_by_a_draft()
    page = editor.get(f"{LIST}?q=兑现了的").content.decode()
    assert page.count("读者还不知道") == 2


def test_the_desk_counts_and_lists_what_readers_see_overdue(editor: Client) -> None:
    told_by_a_draft()
    cache.clear()
    page = editor.get("/admin/")
    assert {str(each["target"]) for each in page.context["due"]} >= {
        "草稿说兑现了的",
        "草稿说改期的",
    }
    counted = {
        line["entry"].model: line for group in page.context["menu"] for line in group["lines"]
    }["projects.target"]
    assert counted["badge"] == 2
    assert editor.get(counted["counted"]).context["cl"].result_count == 2


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
