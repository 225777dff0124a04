"""At most eight queries for any public page on a cold cache, however long its lists are."""

from __future__ import annotations

import pytest
from django.contrib.contenttypes.models import ContentType
from django.contrib.sites.models import Site
from django.db import connection
from django.test.utils import CaptureQueriesContext
from taggit.models import Tag

from articles.stamp import renew

AT_MOST = 8


# Not in a transaction: what is kept between requests is kept outside of one only.
pytestmark = pytest.mark.django_db(transaction=True)


def queries_of(client, address: str) -> int:
    renew()
    ContentType.objects.clear_cache()
    Site.objects.clear_cache()
    with CaptureQueriesContext(connection) as captured:
        response = client.get(address)
    assert response.status_code == 200, address
    return len(captured)


PAGES = {
    "/": 8,
    "/news/jingji/": 8,
    "/news/jingji/?month=2026-11": 8,
    "/departments/fagai-ju/": 8,
    "/corrections/": 4,
    "/promises/": 4,
    "/promises/?standing=due_soon": 4,
    "/tags/TAG/": 8,
    "/articles/ID/": 8,
    "/feed.rss": 3,
    "/news/jingji/feed.atom": 4,
    "/sitemap-articles.xml": 3,
}


@pytest.mark.parametrize("count", [1, 3])
@pytest.mark.parametrize(("address", "queries"), PAGES.items())
def test_a_page_asks_as_often_for_three_articles_as_for_one(client, paper, count, address, queries):
    paper.publish(count)
    tag = Tag.objects.get(name="蔬菜").slug
    address = address.replace("TAG", tag).replace("ID", str(paper.public[0].pk))
    assert queries_of(client, address) == queries
    assert queries <= AT_MOST


WARM = {"/": 1, "/news/jingji/": 2, "/articles/ID/": 1, "/departments/fagai-ju/": 2}


@pytest.mark.parametrize(("address", "queries"), WARM.items())
def test_while_nothing_is_written_what_was_read_is_not_read_again(client, paper, address, queries):
    paper.publish(3)
    address = address.replace("ID", str(paper.public[0].pk))
    client.get(address)
    with CaptureQueriesContext(connection) as captured:
        client.get(address)
    assert len(captured) == queries


def test_a_page_that_is_not_there_costs_no_more_than_one_that_is(client, paper):
    paper.publish(1)
    with CaptureQueriesContext(connection) as captured:
        assert client.get("/articles/999999/").status_code == 404
    assert len(captured) <= AT_MOST
