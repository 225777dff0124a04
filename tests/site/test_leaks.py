"""What is not published is nowhere: not on a page, not in a feed, not in the sitemap."""

from __future__ import annotations

import pytest
from taggit.models import Tag

from departments.models import Department

HIDDEN = ["draft", "in_review", "withdrawn", "tomorrow"]
SECRET = "秘密"


@pytest.fixture
def full(paper):
    paper.publish(3)
    paper.hide()
    return paper


def public_addresses(paper) -> list[str]:
    tag = Tag.objects.get(name="蔬菜")
    sitemaps = ["pages", "sections", "articles", "issues", "projects", "departments"]
    return [
        "/",
        "/news/jingji/",
        "/news/jingji/?month=2026-11",
        "/news/jingji/feed.rss",
        "/news/jingji/feed.atom",
        "/feed.rss",
        "/feed.atom",
        f"/tags/{tag.slug}/",
        "/departments/fagai-ju/",
        "/corrections/",
        "/issues/",
        "/issues/2026-11-20/",
        "/issues/2026-11-20/1/",
        "/projects/",
        "/projects/ledger.csv",
        "/projects/ledger.json",
        "/promises/",
        "/promises/?standing=open",
        "/search/?q=正文",
        "/search/?q=稿件",
        *(article.get_absolute_url() for article in paper.public),
        *(f"/sitemap-{name}.xml" for name in sitemaps),
    ]


def test_no_public_page_says_a_word_of_what_is_hidden(client, full):
    for address in public_addresses(full):
        response = client.get(address)
        assert response.status_code == 200, address
        assert SECRET not in response.content.decode(), address


def test_no_public_page_links_to_what_is_hidden(client, full):
    hidden = [article.get_absolute_url() for article in full.hidden.values()]
    for address in public_addresses(full):
        text = client.get(address).content.decode()
        assert not [link for link in hidden if link in text], address


@pytest.mark.parametrize(
    ("name", "status"), [("draft", 404), ("in_review", 404), ("tomorrow", 404), ("withdrawn", 410)]
)
def test_an_article_that_is_not_public_has_no_page(client, full, name, status):
    response = client.get(full.hidden[name].get_absolute_url())
    assert response.status_code == status
    assert SECRET not in response.content.decode()


@pytest.mark.parametrize("name", HIDDEN)
def test_a_preview_is_not_for_readers(client, full, name):
    response = client.get(f"{full.hidden[name].get_absolute_url()}?preview")
    assert response.status_code in {302, 403, 404}
    assert SECRET not in response.content.decode()


@pytest.mark.parametrize("name", HIDDEN)
def test_a_tag_known_only_from_a_hidden_article_has_no_page(client, full, name):
    slug = Tag.objects.get(name=f"秘密标签{name}").slug
    assert client.get(f"/tags/{slug}/").status_code == 404


@pytest.mark.parametrize("name", HIDDEN)
def test_a_department_known_only_from_a_hidden_article_has_no_page(client, full, name):
    slug = Department.objects.get(name=f"秘密单位{name}").slug
    assert client.get(f"/departments/{slug}/").status_code == 404


def test_a_day_without_a_public_article_has_no_issue(client, full):
    assert client.get("/issues/2026-11-25/").status_code == 404
