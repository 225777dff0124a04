"""Saving an article: nothing dangerous, nothing overwritten, nothing changed unsaid."""

from __future__ import annotations

from typing import Any

import pytest
from django.contrib.auth.models import User
from django.test import Client

from articles.models import Article, ArticleEvent, Correction, Photo, Status
from pingyao_cms.roles import JOURNALIST
from tests.articles.newsroom import address, draft, form_of, signed_in
from tests.factories import ArticleFactory, EvidenceFactory, PhotoFactory, SectionFactory

pytestmark = pytest.mark.django_db


def test_a_new_article_is_a_draft_of_who_wrote_it(journalist: tuple[Client, User]) -> None:
    client, user = journalist
    empty = Article(headline="早市搬家", section=SectionFactory(), body="<p>搬了。</p>")
    sent = form_of(empty, status="published")
    assert client.post("/admin/articles/article/add/", sent).status_code == 302
    article = Article.objects.get()
    assert (article.status, article.author) == (Status.DRAFT, user)
    assert article.events.get().kind == ArticleEvent.Kind.CREATED


def test_scripts_do_not_survive_the_form(editor: tuple[Client, User]) -> None:
    client, user = editor
    article = draft(user)
    client.post(
        address(article), form_of(article, body="<p onclick=a()>好<script>alert(1)</script></p>")
    )
    article.refresh_from_db()
    assert article.body == "<p>好</p>"


def test_who_comes_second_is_shown_both_texts_and_overwrites_nothing(
    editor: tuple[Client, User],
) -> None:
    client, user = editor
    article = draft(user, body="<p>总投资1.3亿元。</p>")
    second_form = form_of(article, body="<p>总投资1.6亿元。</p>")
    client.post(address(article), form_of(article, body="<p>总投资1.5亿元。</p>"))

    answer = client.post(address(article), second_form)
    page = answer.content.decode()
    assert answer.status_code == 200
    assert "<del>5</del>" in page
    assert "<ins>6</ins>" in page
    article.refresh_from_db()
    assert article.body == "<p>总投资1.5亿元。</p>"

    client.post(address(article), {**second_form, "merged_into": article.version})
    article.refresh_from_db()
    assert article.body == "<p>总投资1.6亿元。</p>"


def test_a_third_save_between_reading_and_confirming_is_told_again(
    editor: tuple[Client, User],
) -> None:
    client, user = editor
    article = draft(user)
    mine = form_of(article, deck="我的")
    seen = article.version + 1
    client.post(address(article), form_of(article, deck="第二个人的"))
    article.refresh_from_db()
    client.post(address(article), form_of(article, deck="第三个人的"))
    client.post(address(article), {**mine, "merged_into": seen})
    article.refresh_from_db()
    assert article.deck == "第三个人的"


def test_a_published_article_asks_how_the_change_is_told(editor: tuple[Client, User]) -> None:
    client, _ = editor
    article = ArticleFactory()
    answer = client.post(address(article), form_of(article, deck="新副题"))
    assert answer.status_code == 200
    article.refresh_from_db()
    assert article.deck == ""

    said = {"saving": "correction", "words": "副题应为新副题。"}
    client.post(address(article), form_of(article, deck="新副题", **said))
    article.refresh_from_db()
    assert article.deck == "新副题"
    assert Correction.objects.get().text == "副题应为新副题。"

    said = {"saving": "reason", "words": "错别字"}
    client.post(address(article), form_of(article, deck="更新的副题", **said))
    assert Correction.objects.count() == 1
    assert article.events.first().note == "错别字"


def test_an_edit_that_breaks_a_quote_waits_for_the_editors_word(
    editor: tuple[Client, User],
) -> None:
    client, user = editor
    article = draft(user)
    quote = EvidenceFactory(article=article)
    changed = form_of(article, body="<p>全改了。</p>")
    page = client.post(address(article), changed).content.decode()
    assert quote.exact in page
    article.refresh_from_db()
    assert "全改了" not in article.body

    client.post(address(article), {**changed, "accept_broken": "on"})
    quote.refresh_from_db()
    article.refresh_from_db()
    assert quote.broken
    assert "全改了" in article.body


def test_a_new_caption_counts_as_text_of_the_article(editor: tuple[Client, User]) -> None:
    client, user = editor
    photo = PhotoFactory(article=draft(user), caption="菜农在装车。")
    article = photo.article
    EvidenceFactory(article=article, exact="菜农在装车。", mark_start=None, mark_end=None)
    sent = form_of(article, **{"photos-TOTAL_FORMS": 1, "photos-INITIAL_FORMS": 1})
    row = {
        "photos-0-id": photo.pk,
        "photos-0-article": article.pk,
        "photos-0-caption": "换了图说。",
        "photos-0-focus_x": 0.5,
        "photos-0-focus_y": 0.5,
        "photos-0-order": 0,
    }
    assert "菜农在装车。" in client.post(address(article), {**sent, **row}).content.decode()
    photo.refresh_from_db()
    assert photo.caption == "菜农在装车。"


def test_a_file_that_is_no_picture_is_refused_in_the_form(
    editor: tuple[Client, User], tmp_path: Any
) -> None:
    client, user = editor
    article = draft(user)
    fake = tmp_path / "a.png"
    fake.write_bytes(b"MZ not a picture")
    with fake.open("rb") as file:
        row = {
            "photos-TOTAL_FORMS": 1,
            "photos-0-image": file,
            "photos-0-focus_x": 0.5,
            "photos-0-focus_y": 0.5,
            "photos-0-order": 0,
        }
        assert client.post(address(article), form_of(article, **row)).status_code == 200
    assert not Photo.objects.exists()


@pytest.mark.parametrize(
    ("names", "byline"), [({"last_name": "温", "first_name": "子衿"}, "温子衿"), ({}, "")]
)
def test_a_new_article_is_signed_with_a_real_name_or_by_nobody_yet(
    names: dict[str, str], byline: str
) -> None:
    client, _ = signed_in(JOURNALIST, username="journalist", **names)
    form = client.get("/admin/articles/article/add/").context["adminform"].form
    assert form["byline"].value() == byline


@pytest.mark.parametrize(
    "pasted",
    [
        "<p>\u3000\u3000早市搬家。</p>",
        "<p>&nbsp;&nbsp; \u3000早市搬家。</p>",
        "<p>\u00a0\u2003<strong>\u3000早市</strong>搬家。</p>",
    ],
)
def test_blanks_before_a_pasted_paragraph_do_not_indent_it_twice(
    pasted: str, editor: tuple[Client, User]
) -> None:
    client, user = editor
    article = draft(user)
    inside = f"{pasted}<p>一个\u3000摊位 <a href='https://a.example/' title='b c'>不少</a>。</p>"
    client.post(address(article), form_of(article, body=inside))
    article.refresh_from_db()
    first, second = article.body.removesuffix("</p>").split("</p>")
    assert first.replace("<strong>", "").replace("</strong>", "") == "<p>早市搬家。"
    assert ("<strong>" in first) == ("<strong>" in pasted)
    assert second.startswith("<p>一个\u3000摊位 <a href=")
    assert Article.history.first().body == article.body


def test_a_refused_save_says_at_the_top_what_is_wanted_and_leads_there(
    editor: tuple[Client, User],
) -> None:
    client, user = editor
    article = ArticleFactory(author=user)
    page = client.post(address(article), form_of(article, deck="新副题")).content.decode()
    top = page.split('id="wanted-title"')[1].split("</section>")[0]
    assert "请选择怎样交代这次改动。" in top
    assert "请写明。" in top
    for field in ("id_saving", "id_words"):
        assert f'href="#{field}"' in top
        assert f'id="{field}"' in page
    assert 'id="wanted-title"' not in client.get(address(article)).content.decode()


def test_heads_of_any_level_are_the_subhead_of_our_pages(editor: tuple[Client, User]) -> None:
    client, user = editor
    article = draft(user)
    copied = "<h1 class='a'>早市</h1><p>搬了。</p><H3>车位</H3><p>有了。</p>"
    client.post(address(article), form_of(article, body=copied))
    article.refresh_from_db()
    assert article.body == "<h2>早市</h2><p>搬了。</p><h2>车位</h2><p>有了。</p>"
