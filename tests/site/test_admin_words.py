"""A Chinese newsroom reads Chinese: no English word of ours or of a library's on any page."""

from __future__ import annotations

import re

import pytest
from django.test import Client
from django.urls import reverse

from projects.models import Project
from tests.site.newsroom_pages import addresses, chief, everything, words_of

pytestmark = pytest.mark.django_db

LATIN = re.compile(r"[A-Za-z]{2,}")
# Names of formats and units, the other language under its own name, and addresses in pinyin.
NAMES = {
    *("CSV", "XLSX", "JSON", "JPEG", "PNG", "WebP", "GB", "UTF", "MB", "ID", "IP", "URL"),
    *("PDF", "DOCX", "TXT", "CNY", "English", "txt", "qinghe", "lanmu", "bangongshi", "sector"),
    # The usual suspects of the browser: addresses of mail and of the site itself.
    "admin",
}


def strange(html: str) -> list[str]:
    return [
        text
        for text in words_of(html)
        for word in LATIN.findall(text)
        if word not in NAMES and word.upper() not in NAMES
    ]


def test_no_page_of_the_newsroom_says_an_english_word(client: Client) -> None:
    user = chief()
    article = everything(user)
    client.force_login(user)
    found: dict[str, list[str]] = {}
    walked = 0
    for address in addresses(article):
        response = client.get(address, follow=True)
        assert response.status_code in (200, 403), address
        walked += 1
        if words := strange(response.content.decode()):
            found[address] = sorted(set(words))
    assert not found, "\n".join(f"{page}: {words}" for page, words in found.items())
    assert walked > 100


def test_the_way_in_says_no_english_word(client: Client) -> None:
    assert strange(client.get("/admin/login/").content.decode()) == []
    wrong = client.post("/admin/login/", {"username": "无", "password": "无"})
    assert strange(wrong.content.decode()) == []
    assert "用户名或密码不对。请注意大小写。" in wrong.content.decode()


def test_what_is_sent_too_late_is_refused_without_an_english_word() -> None:
    refused = Client(enforce_csrf_checks=True).post("/admin/login/", {})
    assert refused.status_code == 403
    assert strange(refused.content.decode()) == []


def test_who_chooses_english_gets_english(client: Client) -> None:
    client.force_login(chief())
    client.post("/i18n/setlang/", {"language": "en", "next": "/admin/"})
    page = client.get("/admin/").content.decode()
    assert "Waiting for me" in page
    assert "等我处理" not in page


def test_readers_read_chinese_whatever_the_browser_or_its_user_chose(client: Client) -> None:
    user = chief()
    waiting = everything(user)
    client.force_login(user)
    client.cookies["django_language"] = "en"
    preview = reverse("admin:articles_article_preview", args=[waiting.pk])
    for address in ("/", "/projects/", preview):
        page = client.get(address, headers={"accept-language": "en"}).content.decode()
        assert "星期二" in page, address
        assert "Tuesday" not in page, address


def test_deleting_counts_what_people_keep_and_no_ties_between_it(client: Client) -> None:
    user = chief()
    everything(user)
    client.force_login(user)
    project = Project.objects.get()
    page = client.get(reverse("admin:projects_project_delete", args=[project.pk])).content.decode()
    counted = page.partition("<h2>概览</h2>")[2].partition("</ul>")[0]
    assert "<li>投资：1</li>" in counted
    assert "<li>承诺：1</li>" in counted
    assert "关联" not in counted
