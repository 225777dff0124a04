"""A link leads where its writer meant it to, or its writer is told."""

from __future__ import annotations

import pytest
from django.contrib.auth.models import User
from django.test import Client

from articles.links import address_of
from articles.models import Article
from tests.articles.newsroom import address, draft, form_of
from tests.factories import ArticleFactory

pytestmark = pytest.mark.django_db


@pytest.mark.parametrize(
    ("typed", "leads_to"),
    [
        ("www.pingyao.gov.cn", "http://www.pingyao.gov.cn"),
        (" qinghe.cn/tz?id=1&amp;p=2#z ", "http://qinghe.cn/tz?id=1&amp;p=2#z"),
        ("qinghe.cn:8080/tz", "http://qinghe.cn:8080/tz"),
        ("10.0.0.7/tz", "http://10.0.0.7/tz"),
        ("清河.中国", "http://清河.中国"),
        ("bianji@qinghe.cn", "mailto:bianji@qinghe.cn"),
        ("mailto:bianji@qinghe.cn", "mailto:bianji@qinghe.cn"),
        ("HTTPS://qinghe.cn/", "HTTPS://qinghe.cn/"),
        ("//qinghe.cn/tz", "//qinghe.cn/tz"),
        ("/articles/12/", "/articles/12/"),
    ],
)
def test_an_address_is_completed_as_it_was_meant(
    typed: str, leads_to: str, editor: tuple[Client, User]
) -> None:
    client, user = editor
    article = draft(user)
    body = f'<p>见<a href="{typed}">公告</a>。</p>'
    for _twice in range(2):
        article.refresh_from_db()
        assert client.post(address(article), form_of(article, body=body)).status_code == 302
        article.refresh_from_db()
        assert f'<a href="{leads_to}"' in article.body
        body = article.body


@pytest.mark.parametrize(
    "href",
    ["javascript:alert(1)", "", "公告", "http://", "www。qinghe。cn", "file:///C:/a.doc", "?a=1"],
)
def test_an_address_that_nobody_could_open_is_told_with_its_words(
    href: str, editor: tuple[Client, User]
) -> None:
    client, user = editor
    article = draft(user)
    body = f'<p>见<a href="{href}">县<strong>公告</strong></a>和<a href="/a/">通知</a>。</p>'
    answer = client.post(address(article), form_of(article, body=body))
    (said,) = answer.context["adminform"].form.errors["body"]
    assert "“县公告”" in said
    assert "通知" not in said
    assert "请写全网址" in said


def test_a_dead_link_from_elsewhere_comes_in_as_its_words() -> None:
    body = '<p>见<a href="fujian.doc">附件</a>，<a href="#_ftn1">[1]</a>，<a>空</a>。</p>'
    article = Article.objects.get(pk=ArticleFactory(body=body).pk)
    assert article.body == "<p>见附件，[1]，空。</p>"


def test_footnotes_of_a_word_processor_stop_nobody(editor: tuple[Client, User]) -> None:
    client, user = editor
    article = draft(user)
    body = '<p>亩产七百斤<a href="#_ftn1">[1]</a>。</p>'
    assert client.post(address(article), form_of(article, body=body)).status_code == 302


@pytest.mark.parametrize(
    "typed", ["1.5", "index", "a b.cn", "见 qinghe.cn", "@", "data:text/html,x"]
)
def test_words_are_no_address(typed: str) -> None:
    assert address_of(typed) is None
