"""What stands beside the fields of an article says how to fill them in."""

from __future__ import annotations

import re

import pytest
from django.contrib.auth.models import User
from django.test import Client
from django.urls import reverse

from articles.models import ArticleEvent
from tests.articles.newsroom import address, draft, form_of

pytestmark = pytest.mark.django_db


def test_tags_are_asked_for_as_they_are_shown(editor: tuple[Client, User]) -> None:
    client, user = editor
    article = draft(user)
    article.tags.add("早市", "晚稻")
    field = client.get(address(article)).content.decode().split('class="form-row field-tags"')[1]
    field = field.split("form-row")[0]
    assert 'value="早市、晚稻"' in field
    assert "用顿号或逗号隔开。" in field
    assert 'class="vTextField"' in field


def test_an_example_is_called_one(editor: tuple[Client, User]) -> None:
    page = editor[0].get(reverse("admin:articles_article_add")).content.decode()
    assert "例如：本报讯" in page


def test_each_side_of_a_comparison_is_named_where_it_changed(editor: tuple[Client, User]) -> None:
    client, user = editor
    article = draft(user, deck="")
    first, second = form_of(article, headline="渠水进了村"), form_of(article, deck="五百户用上")
    client.post(address(article), first)
    page = client.post(address(article), second).content.decode()
    compared = page.split('class="comparison"')[1].split("</section>")[0]
    assert compared.count('<b class="side">已保存的</b>') == 2
    assert compared.count('<b class="side">您写的</b>') == 2
    assert '<b class="side">已保存的</b><span class="quiet">（空）</span>' in compared


def test_every_column_of_the_versions_has_a_name(editor: tuple[Client, User]) -> None:
    client, user = editor
    page = client.get(address(draft(user), "history")).content.decode()
    assert '<th scope="col">对比</th>' in page
    assert '<th scope="col"></th>' not in page


def test_a_deck_that_came_with_breaks_is_kept_as_one_line(editor: tuple[Client, User]) -> None:
    """Where no script joined it on the way. Its length counts once it is one line."""
    client, user = editor
    article = draft(user)
    broken = form_of(article, deck="三座泵站合闸\r\n  八千户受益\r\n", summary="水\r\n\r\n" * 100)
    client.post(address(article), broken)
    article.refresh_from_db()
    assert article.deck == "三座泵站合闸 八千户受益"
    assert article.summary == " ".join("水" * 100)


def test_what_happened_is_numbered_as_it_came(editor: tuple[Client, User]) -> None:
    """The newest stands on top and has the highest number."""
    client, user = editor
    article = draft(user)
    for kind in ("created", "submitted"):
        ArticleEvent.objects.create(article=article, kind=kind, by=user)
    steps = client.get(address(article)).content.decode().split("field-log")[1]
    steps = steps[: steps.index("</ol>")]
    assert '<ol class="log" reversed>' in steps
    told = [
        str(label) for label in (ArticleEvent.Kind.SUBMITTED.label, ArticleEvent.Kind.CREATED.label)
    ]
    assert re.findall("<b>(.*?)</b>", steps) == told
