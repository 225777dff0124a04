"""The desk shows each person what waits for them, at the same cost for one row and for many."""

from __future__ import annotations

import re
from typing import Any

import pytest
from django.contrib.auth.models import Group, User
from django.contrib.redirects.models import Redirect
from django.core.cache import cache
from django.test import Client
from pytest_django import DjangoAssertNumQueries

from articles import workflow
from articles.models import Article, Status
from pingyao_cms.roles import ADMINISTRATOR, EDITOR, JOURNALIST
from tests.factories import (
    ArticleFactory,
    DepartmentFactory,
    EvidenceFactory,
    ProjectFactory,
    SectionFactory,
    TargetFactory,
    UserFactory,
)

pytestmark = pytest.mark.django_db


def of(*roles: str, **fields: Any) -> tuple[Client, User]:
    user = UserFactory(**fields)
    user.groups.set(Group.objects.filter(name__in=roles))
    client = Client()
    client.force_login(user)
    return client, user


def submitted(by: User, headline: str) -> Article:
    article = ArticleFactory(status=Status.DRAFT, published_at=None, author=by, headline=headline)
    return workflow.submit_article(article=article, by=by)


def menu(client: Client) -> set[str]:
    groups = client.get("/admin/").context["menu"]
    return {line["entry"].model for group in groups for line in group["lines"]}


def test_the_editor_finds_what_waits_for_review_and_what_falls_due() -> None:
    client, _ = of(EDITOR)
    submitted(of(JOURNALIST)[1], "等着审的稿")
    led = ProjectFactory(lead=DepartmentFactory(name="县农业农村局"))
    due = {"due_on": "2026-06-30", "due_precision": "month", "due_text": "6月底前"}
    TargetFactory(indicator="冷链中心投用", project=led, **due)
    TargetFactory(
        indicator="只在草稿里的承诺",
        due_on="2026-12-01",
        due_precision="day",
        evidence=EvidenceFactory(article__status=Status.DRAFT, article__published_at=None),
    )
    page = client.get("/admin/").content.decode()
    assert "等着审的稿" in page
    assert "冷链中心投用" in page
    assert re.search(r"<td>\s*6月底\s*<small class=\"late\">已过147天", page)
    # Whom to ask about it.
    assert "<small>县农业农村局</small>" in page
    assert "只在草稿里的承诺" not in page


def test_a_returned_article_is_on_its_writers_desk_with_the_note() -> None:
    client, journalist = of(JOURNALIST)
    article = submitted(journalist, "供水管网换到第十一公里")
    workflow.return_article(article=article, by=of(EDITOR)[1], note="补上投资额的出处")
    page = client.get("/admin/?queue=returned").content.decode()
    assert "供水管网换到第十一公里" in page
    assert "补上投资额的出处" in page


def test_a_journalist_sees_nobody_elses_drafts_on_the_desk() -> None:
    submitted(of(JOURNALIST)[1], "别人的稿")
    client, _ = of(JOURNALIST)
    for queue in ("", "?queue=drafts", "?queue=review", "?queue=sent"):
        assert "别人的稿" not in client.get(f"/admin/{queue}").content.decode()


def test_the_week_counts_what_readers_see() -> None:
    client, _ = of(EDITOR)
    ArticleFactory(published_at="2026-11-23T02:00Z")
    ArticleFactory(published_at="2026-11-10T02:00Z")
    ArticleFactory(published_at="2026-11-25T02:00Z")
    ArticleFactory(published_at="2026-11-23T02:00Z", status=Status.WITHDRAWN)
    assert client.get("/admin/").context["week"]["total"] == 1


def test_what_is_scheduled_stands_on_the_desk_soonest_first() -> None:
    client, _ = of(EDITOR)
    writer, own = of(JOURNALIST)
    ArticleFactory(published_at="2026-11-26T02:00Z", headline="后天的稿")
    ArticleFactory(published_at="2026-11-25T02:00Z", headline="明天的稿", author=own)
    ArticleFactory(published_at="2026-11-23T02:00Z", headline="见了报的稿")
    ArticleFactory(published_at="2026-11-25T02:00Z", headline="撤了的稿", status=Status.WITHDRAWN)
    page = client.get("/admin/")
    assert [row.headline for row in page.context["scheduled"]] == ["明天的稿", "后天的稿"]
    assert "11月25日 10:00" in page.content.decode()
    assert 'href="/admin/articles/article/?status=scheduled"' in page.content.decode()
    assert page.context["week"]["total"] == 1
    assert [row.headline for row in writer.get("/admin/").context["scheduled"]] == ["明天的稿"]


def test_the_desk_costs_the_same_for_one_and_for_three(
    django_assert_num_queries: DjangoAssertNumQueries,
) -> None:
    client, _ = of(EDITOR)
    writer = of(JOURNALIST)[1]

    def one_more() -> None:
        submitted(writer, "稿")
        TargetFactory(department=DepartmentFactory())
        cache.clear()

    one_more()
    client.get("/admin/")
    cache.clear()
    with django_assert_num_queries(13):
        client.get("/admin/")
    one_more()
    one_more()
    with django_assert_num_queries(13):
        client.get("/admin/")


def test_each_role_has_its_own_menu() -> None:
    journalist, editor, administrator = (
        menu(of(role)[0]) for role in (JOURNALIST, EDITOR, ADMINISTRATOR)
    )
    assert "articles.article" in journalist
    assert not journalist & {"projects.project", "auth.user", "articles.section"}
    assert {"articles.article", "projects.project", "projects.target"} <= editor
    assert "auth.user" not in editor
    assert {"auth.user", "articles.newspaper"} <= administrator
    assert not administrator & {"articles.article", "projects.project"}


def test_an_administrator_makes_nobody_a_superuser() -> None:
    client, administrator = of(ADMINISTRATOR)
    boss = UserFactory(is_superuser=True)
    assert client.get(f"/admin/auth/user/{boss.pk}/change/").status_code == 302
    sent = {
        "username": administrator.username,
        "is_active": "on",
        "is_staff": "on",
        "is_superuser": "on",
    }
    client.post(f"/admin/auth/user/{administrator.pk}/change/", sent)
    administrator.refresh_from_db()
    assert not administrator.is_superuser


def test_a_changed_address_of_a_section_or_department_keeps_leading_there() -> None:
    client, _ = of(ADMINISTRATOR, EDITOR)
    section = SectionFactory(name="要闻", slug="yaowen")
    form = {"name": "要闻", "description": "", "order": 1}
    for slug in ("shouye", "xinwen"):
        client.post(f"/admin/articles/section/{section.pk}/change/", {**form, "slug": slug})
    found = dict(Redirect.objects.values_list("old_path", "new_path"))
    assert found == {"/news/yaowen/": "/news/xinwen/", "/news/shouye/": "/news/xinwen/"}

    client.post(f"/admin/articles/section/{section.pk}/change/", {**form, "slug": "yaowen"})
    found = dict(Redirect.objects.values_list("old_path", "new_path"))
    assert set(found) == {"/news/xinwen/", "/news/shouye/"}
    assert set(found.values()) == {"/news/yaowen/"}
