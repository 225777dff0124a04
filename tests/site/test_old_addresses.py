"""What was linked once leads to the same thing after a slug was changed."""

from __future__ import annotations

from typing import Any
from urllib.parse import unquote

import pytest
from django.contrib.redirects.models import Redirect
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from taggit.models import Tag

from articles.models import Section
from departments.addresses import lead_to
from tests.articles.newsroom import signed_in
from tests.factories import ArticleFactory, NewspaperFactory, SectionFactory

pytestmark = pytest.mark.django_db


@pytest.fixture
def chief() -> Client:
    NewspaperFactory()
    return signed_in("管理员", is_staff=True, is_superuser=True)[0]


def rename(chief: Client, record: Any, slug: str, **fields: Any) -> None:
    name = f"{record._meta.app_label}/{record._meta.model_name}"
    data = {"name": record.name, "slug": slug, **fields}
    assert chief.post(f"/admin/{name}/{record.pk}/change/", data).status_code == 302


@pytest.mark.parametrize(
    "further", ["", "feed.rss", "feed.atom", "?month=2026-11", "?after=x~1", "feed.rss?a=b"]
)
def test_all_addresses_of_a_renamed_section_lead_on(chief: Client, further: str) -> None:
    section: Section = SectionFactory(name="渠事", slug="qushi")
    ArticleFactory(section=section)
    rename(chief, section, "shuili", order=1)
    answer = Client().get(f"/news/qushi/{further}")
    assert (answer.status_code, answer.headers["Location"]) == (301, f"/news/shuili/{further}")


def test_a_section_renamed_twice_leads_on_at_once(chief: Client) -> None:
    section: Section = SectionFactory(name="渠事", slug="qushi")
    rename(chief, section, "shuili", order=1)
    section.refresh_from_db()
    rename(chief, section, "heqiao", order=1)
    assert Client().get("/news/qushi/feed.atom").headers["Location"] == "/news/heqiao/feed.atom"
    rename(chief, Section.objects.get(pk=section.pk), "qushi", order=1)
    assert Client().get("/news/qushi/feed.atom").status_code == 200


def test_a_tag_with_another_address_is_found_under_the_old_one(chief: Client) -> None:
    article = ArticleFactory()
    article.tags.add("柳根渠")
    tag = Tag.objects.get()
    rename(chief, tag, "liugenqu")
    answer = Client().get(f"/tags/{tag.slug}/")
    assert (answer.status_code, answer.headers["Location"]) == (301, "/tags/liugenqu/")


def test_an_address_in_chinese_leads_on_however_it_was_kept() -> None:
    Redirect.objects.create(site_id=1, old_path="/旧渠/", new_path="/projects/")
    Redirect.objects.create(site_id=1, old_path="/%E6%97%A7%E9%97%B8/", new_path="/promises/")
    assert Client().get("/旧渠/").headers["Location"] == "/projects/"
    assert Client().get("/旧闸/?a=1").headers["Location"] == "/promises/?a=1"


def test_an_address_with_its_query_is_led_by_itself() -> None:
    Redirect.objects.create(site_id=1, old_path="/list.php?id=7", new_path="/articles/7/")
    assert Client().get("/list.php?id=7").headers["Location"] == "/articles/7/"
    assert Client().get("/list.php?id=8").status_code == 404
    Redirect.objects.create(site_id=1, old_path="/list.php?q=%E6%B8%A0", new_path="/articles/8/")
    assert Client().get("/list.php?q=%E6%B8%A0").headers["Location"] == "/articles/8/"


def test_an_address_given_up_is_gone_and_nothing_below_it_is_decided() -> None:
    Redirect.objects.create(site_id=1, old_path="/spring/", new_path="")
    assert Client().get("/spring/").status_code == 410
    assert Client().get("/spring/").status_code == 410
    assert Client().get("/spring/page/").status_code == 404


def test_nothing_is_led_on_without_end() -> None:
    Redirect.objects.create(site_id=1, old_path="/spring/", new_path="/spring/2026/")
    assert Client().get("/spring/").headers["Location"] == "/spring/2026/"
    assert Client().get("/spring/2026/").status_code == 404


def test_the_nearest_old_address_counts() -> None:
    lead_to("/a/", "/b/")
    lead_to("/a/c/", "/d/")
    assert Client().get("/a/c/feed.rss").headers["Location"] == "/d/feed.rss"
    assert Client().get("/a/e/").headers["Location"] == "/b/e/"


def test_a_missing_page_asks_for_old_addresses_once() -> None:
    NewspaperFactory()
    with CaptureQueriesContext(connection) as asked:
        assert Client().get("/no/such/page/").status_code == 404
    assert sum("django_redirect" in query["sql"] for query in asked) == 1


@pytest.mark.parametrize("below", ["/paper.example/", "%2Fpaper.example/", "%5C%5Cpaper.example"])
def test_an_old_address_leads_to_no_other_site(below: str) -> None:
    Redirect.objects.create(site_id=1, old_path="/旧栏目/", new_path="/")
    Redirect.objects.create(site_id=1, old_path="/农事/", new_path="/渠事/")
    assert Client().get(f"/旧栏目/{below}").status_code == 404
    led_to = Client().get(f"/农事/{below}").headers["Location"]
    assert unquote(led_to).removesuffix("/") == "/渠事/paper.example"


def test_what_stands_under_an_old_address_keeps_its_marks() -> None:
    Redirect.objects.create(site_id=1, old_path="/old/", new_path="/new/")
    answer = Client().get("/old/a%23b%3Fc")
    assert answer.headers["Location"] == "/new/a%23b%3Fc"


def test_an_address_of_slashes_asks_for_few_old_ones() -> None:
    with CaptureQueriesContext(connection) as asked:
        assert Client().get("/x" + "/" * 3000).status_code == 404
    assert max(len(each["sql"]) for each in asked.captured_queries) < 20_000
