"""The pages on which two projects become one, and on which facts go to another project."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest
from django.contrib.auth.models import User
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from projects.models import Project
from tests.articles.newsroom import signed_in
from tests.factories import (
    ArticleFactory,
    EvidenceFactory,
    InvestmentFactory,
    MentionFactory,
    ProjectFactory,
    TargetFactory,
)
from tests.projects.two_projects import told

pytestmark = pytest.mark.django_db
LIST = "/admin/projects/project/"
PAGE_QUERIES = {"merge": 14, "move": 10}


@pytest.fixture
def desk() -> tuple[Client, User]:
    return signed_in("编辑")


def page_of(client: Client, project: Project, name: str, other: Project | None = None) -> Any:
    address = reverse(f"admin:projects_project_{name}", args=[project.pk])
    return client.get(address, {"other": other.pk} if other else {})


def test_the_project_s_page_leads_to_both(desk: tuple[Client, User]) -> None:
    project = told("甲")
    page = desk[0].get(f"{LIST}{project.pk}/change/").content.decode()
    for name in ("merge", "move"):
        assert reverse(f"admin:projects_project_{name}", args=[project.pk]) in page


def test_the_preview_says_what_goes_over_and_what_differs(desk: tuple[Client, User]) -> None:
    kept = told("薛贤烘干塔", place="香乐乡")
    gone = told("烘干塔", place="杜家庄乡")
    page = page_of(desk[0], kept, "merge", gone).content.decode()
    assert "移过去的账4笔" in page
    assert "香乐乡" in page
    assert "杜家庄乡" in page
    assert f"/admin/projects/project/{gone.pk}/merge/?other={kept.pk}" in page
    assert Project.objects.count() == 2


def test_the_page_merges_what_was_looked_at(desk: tuple[Client, User]) -> None:
    kept, gone = told("甲"), told("乙")
    preview = page_of(desk[0], kept, "merge", gone)
    address = reverse("admin:projects_project_merge", args=[kept.pk])
    sent = {"other": gone.pk, "seen": preview.context["seen"]}
    TargetFactory(project=gone, indicator="又一项")
    again = desk[0].post(address, sent)
    assert "又一项" in again.content.decode()
    assert Project.objects.count() == 2
    sent["seen"] = again.context["seen"]
    page = desk[0].post(address, sent, follow=True).content.decode()
    assert "“乙”已并入“甲”" in page
    assert Project.objects.get() == kept


def add_a_phase(gone: Project) -> None:
    ProjectFactory(name="乙二期", parent=gone)


def rename_its_phase(gone: Project) -> None:
    gone.phases.update(name="乙三期")


def take_its_phase_away(gone: Project) -> None:
    gone.phases.update(parent=None)


def correct_a_promise(gone: Project) -> None:
    gone.targets.update(indicator="改过的")


def add_a_sentence(gone: Project) -> None:
    MentionFactory(project=gone)


@pytest.mark.parametrize(
    "change",
    [add_a_phase, rename_its_phase, take_its_phase_away, correct_a_promise, add_a_sentence],
)
def test_whatever_changes_since_the_preview_is_shown_before_the_merge(
    change: Callable[[Project], None], desk: tuple[Client, User]
) -> None:
    kept, gone = told("甲"), told("乙")
    ProjectFactory(name="乙一期", parent=gone)
    seen = page_of(desk[0], kept, "merge", gone).context["seen"]
    assert seen == page_of(desk[0], kept, "merge", gone).context["seen"]
    change(gone)
    address = reverse("admin:projects_project_merge", args=[kept.pk])
    again = desk[0].post(address, {"other": gone.pk, "seen": seen}, follow=True)
    assert "有了改动" in again.content.decode()
    assert Project.objects.filter(pk=gone.pk).exists()


def test_the_list_takes_two(desk: tuple[Client, User]) -> None:
    few, many, third = ProjectFactory(name="甲"), told("乙"), told("丙")
    sent: dict[str, Any] = {"action": "merge_selected", "_selected_action": [few.pk, many.pk]}
    answer = desk[0].post(LIST, sent)
    assert answer["Location"] == f"{LIST}{many.pk}/merge/?other={few.pk}"
    sent["_selected_action"].append(third.pk)
    assert "请正好选两个项目" in desk[0].post(LIST, sent, follow=True).content.decode()


def test_facts_are_moved_to_a_project_or_to_a_new_one(desk: tuple[Client, User]) -> None:
    source, to = told("甲"), told("乙")
    address = reverse("admin:projects_project_move", args=[source.pk])
    investment, target = source.investments.get(), source.targets.get()
    refused = desk[0].post(address, {"fact": [str(target.uid)]})
    assert refused.status_code == 422
    assert "checked" in refused.content.decode()
    desk[0].post(address, {"fact": [str(target.uid)], "to": to.pk})
    target.refresh_from_db()
    assert target.project == to
    desk[0].post(address, {"fact": [str(investment.uid)], "name": "丙村烘干塔"})
    assert [each.name for each in investment.projects.all()] == ["丙村烘干塔"]


def test_nothing_chosen_makes_no_new_project(desk: tuple[Client, User]) -> None:
    source = told("甲")
    address = reverse("admin:projects_project_move", args=[source.pk])
    page = desk[0].post(address, {"name": "丙村烘干塔"}).content.decode()
    assert "请选要移的账" in page
    assert Project.objects.count() == 1


def test_journalists_see_neither(desk: tuple[Client, User]) -> None:
    project = told("甲")
    client = signed_in("记者")[0]
    for name in ("merge", "move"):
        assert page_of(client, project, name).status_code in (302, 403, 404)


@pytest.mark.parametrize("name", ["merge", "move"])
def test_the_pages_ask_as_often_for_many_facts_as_for_one(
    name: str, desk: tuple[Client, User]
) -> None:
    kept, gone = told("甲"), told("乙")
    shown = (kept, "merge", gone) if name == "merge" else (gone, "move")
    page_of(desk[0], *shown)
    with CaptureQueriesContext(connection) as one:
        page_of(desk[0], *shown)
    for number in range(3):
        article = ArticleFactory(headline=f"第{number}篇")
        InvestmentFactory(evidence=EvidenceFactory(article=article), projects=[gone])
        TargetFactory(evidence=EvidenceFactory(article=article), project=gone)
    with CaptureQueriesContext(connection) as many:
        page_of(desk[0], *shown)
    assert len(one) == len(many) == PAGE_QUERIES[name]


def test_readers_never_see_a_merge_page(client: Client) -> None:
    project = told("甲")
    assert page_of(client, project, "merge").status_code == 302
