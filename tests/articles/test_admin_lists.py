"""Lists of articles and pictures: few questions to the database, many articles at once."""

from __future__ import annotations

from typing import Any

import pytest
from django.contrib.auth.models import User
from django.test import Client
from pytest_django import DjangoAssertNumQueries

from articles import workflow
from articles.models import Status
from tests.articles.newsroom import LIST, draft, form_of
from tests.factories import PhotoFactory, SectionFactory

pytestmark = pytest.mark.django_db


@pytest.mark.parametrize("page", [LIST, "/admin/articles/photo/"])
def test_a_list_of_three_asks_as_little_as_a_list_of_one(
    page: str,
    editor: tuple[Client, User],
    django_assert_num_queries: DjangoAssertNumQueries,
) -> None:
    client, user = editor
    section = SectionFactory()

    def one_more() -> None:
        article = draft(user, section=section)
        PhotoFactory(article=article)
        workflow.submit_article(article=article, by=user)

    one_more()
    client.get(page)
    expected = {LIST: 14, "/admin/articles/photo/": 9}[page]
    with django_assert_num_queries(expected):
        client.get(page)
    one_more()
    one_more()
    with django_assert_num_queries(expected):
        client.get(page)


def test_many_are_sent_and_published_at_once_and_who_cannot_go_is_named(
    editor: tuple[Client, User],
) -> None:
    client, user = editor
    ready, raw = draft(user, headline="备好的"), draft(user, headline="没送审的")
    workflow.submit_article(article=ready, by=user)
    answer = client.post(
        LIST,
        {"action": "publish_selected", "_selected_action": [ready.pk, raw.pk]},
        follow=True,
    )
    ready.refresh_from_db()
    raw.refresh_from_db()
    assert ready.is_published()
    assert raw.status == Status.DRAFT
    said = [str(message) for message in answer.context["messages"]]
    assert "“没送审的”还是草稿，要先送审。" in said, "named once, not twice"


def test_who_cannot_go_is_named_where_the_reason_does_not(
    editor: tuple[Client, User], settings: Any
) -> None:
    settings.REVIEW_BY_ANOTHER = True
    client, user = editor
    own = draft(user, headline="自己写的")
    workflow.submit_article(article=own, by=user)
    sent = {"action": "publish_selected", "_selected_action": [own.pk]}
    answer = client.post(LIST, sent, follow=True)
    (said,) = [str(message) for message in answer.context["messages"]]
    assert said.startswith("“自己写的”：")


def test_the_page_one_is_on_is_told_from_the_others(editor: tuple[Client, User]) -> None:
    client, user = editor
    section = SectionFactory()
    for _ in range(51):
        draft(user, section=section)
    assert '<span class="this-page">1</span>' in client.get(LIST).content.decode()


def test_django_s_sentences_stand_together_as_chinese_does(editor: tuple[Client, User]) -> None:
    client, user = editor
    blank = form_of(draft(user, section=SectionFactory()), _continue="1", headline="新写的")
    page = client.post(f"{LIST}add/", blank, follow=True).content.decode()
    assert "”。你可以在下面再次编辑它。" in page
    assert "成功添加了稿件“" in page
    assert "您" not in page.split('class="messagelist"')[1].split("</ul>")[0]
