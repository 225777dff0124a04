"""Versions are compared before one is put back, and a public one is told."""

from __future__ import annotations

import pytest
from django.contrib.auth.models import User
from django.test import Client
from django.urls import reverse

from articles.models import ArticleEvent, Correction
from tests.articles.newsroom import address, draft, form_of
from tests.factories import ArticleFactory, DepartmentFactory, SectionFactory

pytestmark = pytest.mark.django_db


def test_a_version_is_compared_before_it_is_put_back(editor: tuple[Client, User]) -> None:
    client, user = editor
    article = draft(user, headline="第一版题")
    first = article.history.get()
    client.post(address(article), form_of(article, headline="第二版题"))
    page = reverse("admin:articles_article_version", args=[article.pk, first.history_id])
    shown = client.get(page).content.decode()
    assert "<del>一</del>" in shown
    assert "<ins>二</ins>" in shown
    client.post(page, {})
    article.refresh_from_db()
    assert article.headline == "第一版题"
    assert article.history.count() == 3
    assert article.events.first().kind == ArticleEvent.Kind.RESTORED


def test_a_restored_public_text_is_told_like_any_other_change(
    editor: tuple[Client, User],
) -> None:
    client, _ = editor
    article = ArticleFactory(deck="旧副题")
    first = article.history.get()
    said = {"saving": "reason", "words": "改题"}
    client.post(address(article), form_of(article, deck="新副题", **said))
    page = reverse("admin:articles_article_version", args=[article.pk, first.history_id])
    client.post(page, {})
    article.refresh_from_db()
    assert article.deck == "新副题"
    client.post(page, {"saving": "correction", "words": "副题改回。"})
    article.refresh_from_db()
    assert article.deck == "旧副题"
    assert Correction.objects.get().text == "副题改回。"


def test_a_version_gives_back_its_words_and_leaves_the_article_where_it_stands(
    editor: tuple[Client, User],
) -> None:
    client, user = editor
    printed = {"reprint_source": "清河晚报", "missing": "end"}
    article = draft(user, headline="第一版题", is_advertising=True, **printed)
    first = article.history.get()
    section, department = SectionFactory(name="农业"), DepartmentFactory()
    moved = {"section": section.pk, "source_department": department.pk, "tags": "早市"}
    client.post(address(article), form_of(article, headline="第二版题", **moved))

    page = reverse("admin:articles_article_version", args=[article.pk, first.history_id])
    shown = client.get(page)
    assert "状态、栏目、标签、部门、图片和见报位置不变" in shown.content.decode()
    assert [label for label, _ in shown.context["fields"]] == ["标题", "缺失", "转载自"]

    client.post(page, {})
    article.refresh_from_db()
    assert (article.headline, article.reprint_source) == ("第一版题", "清河晚报")
    assert article.missing == "end"
    assert (article.section, article.source_department) == (section, department)
    assert article.is_advertising is False
    assert [tag.name for tag in article.tags.all()] == ["早市"]
