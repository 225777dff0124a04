"""A dateline that was typed into its field stands before the text, whether or not the text has it."""

from __future__ import annotations

from importlib import import_module

import pytest
from django.apps import apps
from django.contrib.auth.models import User
from django.test import Client

from articles.models import Article
from articles.plain import with_dateline
from articles.rows import read_rows
from articles.search import search
from articles.search_index import index_article
from tests.articles.newsroom import address, draft, form_of
from tests.factories import ArticleFactory, EvidenceFactory, PhotoFactory

pytestmark = pytest.mark.django_db


@pytest.mark.parametrize(
    ("body", "expected"),
    [
        ("<p>县里动工。</p>", "<p>本报讯 县里动工。</p>"),
        ("<p><strong>县里</strong>动工。</p>", "<p>本报讯 <strong>县里</strong>动工。</p>"),
        ("<h2>动工</h2><p>县里。</p>", "<p>本报讯</p><h2>动工</h2><p>县里。</p>"),
        ("<ul><li>动工</li></ul>", "<p>本报讯</p><ul><li>动工</li></ul>"),
        ("", ""),
        ("<p></p>", "<p></p>"),
        ("<p>本报讯 县里动工。</p>", "<p>本报讯 县里动工。</p>"),
        ("<p><b>本报讯</b>县里动工。</p>", "<p><b>本报讯</b>县里动工。</p>"),
        ("<p>　　本 报 讯　县里动工。</p>", "<p>　　本 报 讯　县里动工。</p>"),
        ("<p>【本报讯】县里动工。</p>", "<p>【本报讯】县里动工。</p>"),
        *(
            (f"{above}<p>本报讯 县里动工。</p>", f"{above}<p>本报讯 县里动工。</p>")
            for above in ("<p>编者按：路通了。</p>", "<h3>动工</h3>", "<h3>动工</h3><p>编者按</p>")
        ),
    ],
)
def test_the_dateline_is_put_in_front_where_it_is_absent(body: str, expected: str) -> None:
    assert with_dateline(body, "本报讯") == expected


def test_other_brackets_are_the_same_dateline() -> None:
    body = "<p>本报讯(记者张三)县里动工。</p>"
    assert with_dateline(body, "本报讯（记者 张三）") == body


def test_a_text_without_a_dateline_stays_as_it_is() -> None:
    assert with_dateline("<p>县里动工。</p>", "") == "<p>县里动工。</p>"


def test_a_dateline_cannot_bring_markup_of_its_own() -> None:
    assert with_dateline("<p>县里。</p>", "<b>讯") == "<p>&lt;b&gt;讯 县里。</p>"


def test_readers_see_the_dateline_of_the_form(client: Client) -> None:
    article = ArticleFactory(dateline="本报讯", body="<p>县里动工。</p>")
    page = client.get(article.get_absolute_url()).content.decode()
    assert '<p><span class="dateline">本报讯</span> 县里动工。</p>' in page


def test_the_dateline_stands_outside_a_marked_sentence(client: Client) -> None:
    article = ArticleFactory(dateline="本报讯", body="<p>县蔬菜冷链中心总投资1.3亿元。</p>")
    EvidenceFactory(article=article, exact="县蔬菜冷链中心总投资1.3亿元。")
    page = client.get(article.get_absolute_url()).content.decode()
    assert '<p><span class="dateline">本报讯</span> ' in page


def test_an_article_is_found_by_its_dateline_and_its_teaser_leaves_it_out() -> None:
    article = ArticleFactory(dateline="本报岳壁讯", body="<p>县里动工。</p>", summary="")
    assert article.plain.split("\n")[-1] == "本报岳壁讯 县里动工。"
    assert article.teaser == "县里动工。"
    assert [hit.pk for hit in search("岳壁讯")] == [article.pk]


@pytest.mark.parametrize("body", ["<p>县里动工。</p>", "<h2>县里动工。</h2><p>后文。</p>"])
def test_the_teaser_of_a_list_is_that_of_the_article(body: str) -> None:
    article = ArticleFactory(dateline="本报讯", body=body, summary="")
    (row,) = read_rows(Article.objects.published())
    assert row.teaser == article.teaser == "县里动工。"


def test_a_new_dateline_of_a_draft_reaches_its_text(editor: tuple[Client, User]) -> None:
    client, user = editor
    article = draft(user, dateline="", body="<p>县里动工。</p>")
    client.post(address(article), form_of(article, dateline="本报讯"))
    assert Article.objects.get().plain.endswith("本报讯 县里动工。")
    assert Article.objects.get().body == "<p>县里动工。</p>"


def test_a_dateline_far_down_is_that_of_another_text() -> None:
    body = "<p>县里动工。</p>" * 4 + "<p>本报讯 河西也动工。</p>"
    assert with_dateline(body, "本报讯").startswith("<p>本报讯 县里动工。</p>")


def test_what_was_saved_without_its_dateline_is_read_anew_by_an_update() -> None:
    old = ArticleFactory(dateline="本报岳壁讯", body="<p>县里动工。</p>")
    PhotoFactory(article=old, caption="后到的图。", order=2)
    PhotoFactory(article=old, caption="先到的图。", order=1)
    same = ArticleFactory(dateline="", body="<p>县里动工。</p>")
    whole, stamp = Article.objects.values_list("plain", "updated_at").get(pk=old.pk)
    Article.objects.filter(pk=old.pk).update(plain=whole.replace("本报岳壁讯 ", ""))
    index_article(old.pk)
    assert not search("岳壁讯")
    update = import_module("articles.migrations.0013_datelines_in_plain_texts")
    update.read_datelines(apps, None)
    assert [hit.pk for hit in search("岳壁讯")] == [old.pk]
    again = Article.objects.values_list("plain", "updated_at").get(pk=old.pk)
    assert again == (whole, stamp)
    assert Article.objects.get(pk=same.pk).plain == same.plain
