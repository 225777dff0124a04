"""A list without a row says so, and asks for nothing to be done with its rows."""

from __future__ import annotations

import pytest
from django.test import Client

from tests.factories import ArticleFactory, UserFactory

pytestmark = pytest.mark.django_db
LISTS = [
    "articles/article",
    "articles/issue",
    "departments/department",
    "projects/project",
    "ingest/upload",
]


@pytest.fixture
def client() -> Client:
    client = Client()
    client.force_login(UserFactory(is_superuser=True, is_staff=True))
    return client


@pytest.mark.parametrize("kind", LISTS)
def test_a_list_of_nothing_says_so(kind: str, client: Client) -> None:
    page = client.get(f"/admin/{kind}/").content.decode()
    assert "这里还没有内容。" in page
    assert 'name="action"' not in page


@pytest.mark.parametrize("query", ["?o=2", "?o=-1.2", "?_facets=True", "?all=", "?_popup=1"])
def test_an_order_alone_leaves_nothing_out(query: str, client: Client) -> None:
    page = client.get(f"/admin/articles/article/{query}").content.decode()
    assert "这里还没有内容。" in page
    assert "没有符合的" not in page


@pytest.mark.parametrize("query", ["?section__id__exact=1", "?q=渠&o=2", "?status__exact=draft"])
def test_a_choice_may_leave_something_out(query: str, client: Client) -> None:
    assert "没有符合的" in client.get(f"/admin/articles/article/{query}").content.decode()


def test_what_is_not_found_is_said_with_the_way_back_to_all(client: Client) -> None:
    ArticleFactory(headline="水渠修到村口")
    page = client.get("/admin/articles/article/?q=飞碟").content.decode()
    assert '没有符合的。 <a href="?">看全部</a>' in page
    assert 'name="action"' not in page
    found = client.get("/admin/articles/article/?q=水渠").content.decode()
    assert 'name="action"' in found
    assert "没有符合的" not in found
