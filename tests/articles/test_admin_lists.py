"""Lists of articles and pictures: few questions to the database, many articles at once."""

from __future__ import annotations

import pytest
from django.contrib.auth.models import User
from django.test import Client
from pytest_django import DjangoAssertNumQueries

from articles import workflow
from articles.models import Status
from tests.articles.newsroom import LIST, draft
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
    assert "没送审的" in " ".join(str(message) for message in answer.context["messages"])
