"""The printed issue on the site: its pages, their articles, and the way to other days."""

from __future__ import annotations

from datetime import UTC, date, datetime
from typing import Any

import pytest
from django.core.files.base import ContentFile
from django.test import Client
from django.urls import reverse

from articles.stamp import renew
from tests.factories import ArticleFactory, IssueFactory, NewspaperFactory, PageFactory

pytestmark = pytest.mark.django_db
QUERIES = 6
HIDDEN = [
    {"status": "draft"},
    {"status": "in_review"},
    {"status": "withdrawn"},
    {"status": "published", "published_at": datetime(2026, 11, 25, 1, 0, tzinfo=UTC)},
]


def issue_of(day: date, number: int = 1286) -> Any:
    return IssueFactory(newspaper=NewspaperFactory(), date=day, number=number)


def printed(day: date = date(2026, 11, 20), page: int = 1, **fields: Any) -> Any:
    issue = issue_of(day)
    return ArticleFactory(issue=issue, page=PageFactory(issue=issue, number=page), **fields)


def html(client: Client, address: str) -> str:
    response = client.get(address)
    assert response.status_code == 200
    return response.content.decode().replace("<wbr>", "")


def test_a_page_shows_its_articles_and_the_others_of_the_issue(client: Client) -> None:
    printed(headline="一版的文章")
    printed(page=2, headline="二版的文章")
    first = html(client, "/issues/2026-11-20/")
    assert "一版的文章" in first
    assert "二版的文章" not in first
    assert 'rel="next" href="/issues/2026-11-20/2/"' in first
    second = html(client, "/issues/2026-11-20/2/")
    assert "二版的文章" in second
    assert 'rel="prev" href="/issues/2026-11-20/1/"' in second
    assert "第1286期" in second


def test_articles_of_an_issue_without_a_page_stand_on_the_first(client: Client) -> None:
    printed(headline="有版的")
    ArticleFactory(issue=issue_of(date(2026, 11, 20)), headline="没版的")
    assert "没版的" in html(client, "/issues/2026-11-20/")


def test_an_issue_entered_without_pages_is_readable(client: Client) -> None:
    ArticleFactory(issue=issue_of(date(2026, 11, 20)), headline="只有期")
    ArticleFactory(headline="网上写的，没上过报")
    page = html(client, "/issues/2026-11-20/")
    assert "只有期" in page
    assert "没上过报" not in page


def test_days_with_a_paper_are_links_in_the_calendar(client: Client) -> None:
    printed()
    printed(day=date(2026, 11, 17))
    printed(day=date(2026, 10, 30))
    page = html(client, "/issues/2026-11-20/")
    assert 'href="/issues/2026-11-17/" aria-label' in page
    assert '<b aria-current="date">20</b>' in page
    assert "‹ 10月" in page
    assert 'href="/issues/2026-11-19/"' not in page
    assert "‹ 前一期" in page
    assert "后一期" not in page


def test_all_days_are_listed_by_year(client: Client) -> None:
    printed()
    printed(day=date(2025, 3, 7))
    page = html(client, reverse("articles:issues"))
    assert "/issues/2026-11-20/" in page
    assert "/issues/2025-03-07/" not in page
    assert "/issues/2025-03-07/" in html(client, "/issues/?year=2025")
    assert client.get("/issues/?year=1999").status_code == 404
    assert client.get(f"/issues/?year={'9' * 5000}").status_code == 404


def test_no_issue_yet_says_so(client: Client) -> None:
    NewspaperFactory()
    assert "还没有上网的报纸" in html(client, "/issues/")


@pytest.mark.parametrize("address", ["2026-11-21", "2026-02-30", "x", "2026-11-20/9", "20261120x"])
def test_days_and_pages_that_do_not_exist_are_not_found(client: Client, address: str) -> None:
    printed()
    assert client.get(f"/issues/{address}/").status_code == 404


@pytest.mark.parametrize("hidden", HIDDEN)
def test_an_issue_of_hidden_articles_does_not_exist(client: Client, hidden: Any) -> None:
    printed(day=date(2026, 11, 19), headline="密稿", **hidden)
    printed()
    assert client.get("/issues/2026-11-19/").status_code == 404
    assert client.get("/issues/2026-11-19/1/").status_code == 404
    for address in ("/issues/", "/issues/2026-11-20/"):
        page = html(client, address)
        assert "密稿" not in page
        assert "2026-11-19" not in page


@pytest.mark.parametrize("hidden", HIDDEN)
def test_the_image_of_a_page_with_hidden_articles_only_is_not_shown(
    client: Client, hidden: Any
) -> None:
    shown, secret = printed(), printed(page=2, headline="密稿", **hidden)
    for article in (shown, secret):
        article.page.image.save("page.png", ContentFile(b"picture"))
    first, second = html(client, "/issues/2026-11-20/1/"), html(client, "/issues/2026-11-20/2/")
    assert shown.page.image.url in first
    assert secret.page.image.url not in first + second
    assert "密稿" not in first + second
    assert "这一版的文章没有上网" in second


def test_the_issue_of_another_paper_is_not_ours(client: Client) -> None:
    NewspaperFactory()
    other = NewspaperFactory(slug="other", name="邻县报", is_site=False)
    ArticleFactory(issue=IssueFactory(newspaper=other, date=date(2026, 11, 18)))
    assert client.get("/issues/2026-11-18/").status_code == 404


@pytest.mark.django_db(transaction=True)
@pytest.mark.parametrize("count", [1, 3])
@pytest.mark.parametrize("address", ["/issues/2026-11-20/", "/issues/"])
def test_the_pages_ask_as_often_for_one_article_as_for_three(
    client: Client, count: int, address: str, django_assert_max_num_queries: Any
) -> None:
    for number in range(count):
        printed(page=1, headline=f"甲{number}")
        printed(page=number + 1, headline=f"乙{number}")
    renew()
    with django_assert_max_num_queries(QUERIES):
        html(client, address)


@pytest.mark.parametrize("name", ["issue", "department"])
@pytest.mark.parametrize("value", ["²", "9" * 5000, "-1"])
def test_a_filter_of_the_newsroom_takes_any_address(
    admin_client: Client, name: str, value: str
) -> None:
    address = reverse("admin:articles_article_changelist")
    assert admin_client.get(address, {name: value}).status_code == 200


def test_only_an_issue_of_several_pages_offers_to_turn_them(client: Client) -> None:
    printed()
    assert "换版" not in html(client, "/issues/2026-11-20/")
    printed(page=2)
    assert "换版" in html(client, "/issues/2026-11-20/")
