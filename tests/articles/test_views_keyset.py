"""Paging through a list by key: nothing twice, nothing missing, whatever shares a moment."""

from datetime import timedelta

import pytest
from django.http import Http404, QueryDict

from articles.keyset import Key, page_of
from articles.models import Article
from tests.factories import PUBLISHED_AT, ArticleFactory, SectionFactory

pytestmark = pytest.mark.django_db


def ask(**params: str) -> QueryDict:
    query = QueryDict(mutable=True)
    query.update(params)
    return query


def read(**params: str):
    return page_of(Article.objects.all(), ask(**params), size=2)


@pytest.fixture
def seven():
    """Three moments for seven articles, as on a printed page."""
    section = SectionFactory()
    return [
        ArticleFactory(section=section, published_at=PUBLISHED_AT + timedelta(hours=n // 3))
        for n in range(7)
    ]


def newest_first(articles):
    found = sorted(articles, key=lambda one: (one.published_at, one.pk), reverse=True)
    return [article.pk for article in found]


def keys(page):
    return [row.pk for row in page.articles]


def test_walking_to_older_articles_shows_every_one_once(seven):
    page = read()
    seen = keys(page)
    assert page.is_first
    while page.older:
        page = read(before=str(page.older))
        seen += keys(page)
    assert seen == newest_first(seven)


def test_walking_back_from_beyond_the_end_shows_every_one_again(seven):
    page = read(before=str(Key.of(min(seven, key=lambda one: one.pk))))
    seen = keys(page)
    while page.newer:
        page = read(after=str(page.newer))
        seen = keys(page) + seen
    assert page.is_first
    assert seen == newest_first(seven)


def test_an_article_published_meanwhile_shifts_nothing(seven):
    first = read()
    ArticleFactory(section=seven[0].section, published_at=PUBLISHED_AT + timedelta(days=1))
    assert keys(read(before=str(first.older))) == newest_first(seven)[2:4]


def test_the_last_page_leads_only_back():
    ArticleFactory.create_batch(2)
    page = read()
    assert page.older is None
    assert page.newer is None


@pytest.mark.parametrize(
    "key", ["x", "2026-11-20", "2026-11-20T01:00:00,5", "2026-11-20T01:00:00Z,-1", ",", "0,0"]
)
def test_a_key_that_we_never_gave_is_not_found(key):
    with pytest.raises(Http404):
        read(before=key)
