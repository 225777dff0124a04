"""Who sees an article, who changes it, and what nobody may do."""

from __future__ import annotations

import pytest
from django.contrib.auth.models import User
from django.db import connection
from django.test import Client

from articles import workflow
from articles.models import Article
from tests.articles.newsroom import LIST, address, draft, form_of
from tests.factories import ArticleFactory, PhotoFactory, UserFactory

pytestmark = pytest.mark.django_db


def test_a_journalist_sees_their_own_articles_and_the_published_ones(
    journalist: tuple[Client, User],
) -> None:
    client, user = journalist
    mine = draft(user, headline="我的草稿")
    theirs = draft(UserFactory(), headline="别人的草稿")
    ArticleFactory(headline="已经见报")
    ArticleFactory(headline="明天才见报", published_at="2026-11-25T02:00Z")
    page = client.get(LIST).content.decode()
    assert "我的草稿" in page
    assert "已经见报" in page
    assert "别人的草稿" not in page
    assert "明天才见报" not in page
    assert client.get(address(mine)).status_code == 200
    assert client.get(address(theirs)).status_code == 302
    for page_name in ("preview", "history"):
        assert client.get(address(theirs, page_name)).status_code == 404


def test_a_journalist_reads_a_published_article_and_changes_nothing(
    journalist: tuple[Client, User],
) -> None:
    client, user = journalist
    article = ArticleFactory(author=user, headline="原题")
    assert "原题" in client.get(address(article)).content.decode()
    answer = client.post(address(article), form_of(article, headline="改题"))
    assert answer.status_code == 403
    assert Article.objects.get().headline == "原题"


def test_a_journalist_has_no_say_over_dates_and_the_home_page(
    journalist: tuple[Client, User],
) -> None:
    client, user = journalist
    article = draft(user)
    client.post(address(article), form_of(article, front_order=1))
    article.refresh_from_db()
    assert article.front_order is None
    assert article.published_at is None


@pytest.mark.parametrize(
    "page",
    [
        "/admin/projects/project/",
        "/admin/auth/user/",
        "/admin/articles/newspaper/add/",
        "/admin/articles/article/import/",
    ],
)
def test_what_is_not_a_journalists_is_closed_to_them(
    page: str, journalist: tuple[Client, User]
) -> None:
    assert journalist[0].get(page).status_code == 403


def test_what_was_public_is_never_deleted(editor: tuple[Client, User]) -> None:
    client, user = editor
    public, raw = ArticleFactory(), draft(user)
    assert client.post(address(public, "delete"), {"post": "yes"}).status_code == 403
    client.post(address(raw, "delete"), {"post": "yes"})
    assert list(Article.objects.all()) == [public]


def test_a_deleted_user_leaves_their_articles_behind() -> None:
    article = draft(UserFactory())
    article.author.delete()
    article.refresh_from_db()
    assert article.author is None


def test_a_journalist_who_wants_to_add_a_picture_is_led_to_its_article(
    journalist: tuple[Client, User],
) -> None:
    client, user = journalist
    PhotoFactory(article=draft(user))
    pictures = "/admin/articles/photo/"
    assert f'href="{pictures}add/"' in client.get(pictures).content.decode()
    answer = client.get(f"{pictures}add/", follow=True)
    assert answer.redirect_chain[-1][0] == "/admin/articles/article/add/"
    assert "图片在它的稿件里添加" in answer.content.decode()


def test_who_may_write_nothing_adds_no_picture_either() -> None:
    client = Client()
    client.force_login(UserFactory())
    assert client.get("/admin/articles/photo/add/").status_code == 403


def test_who_may_only_read_reads_the_text_as_text(journalist: tuple[Client, User]) -> None:
    client, user = journalist
    article = draft(user, dateline="")
    # As no writer gets it past the field, straight into the table: it is shown clean all the same.
    workflow.submit_article(article=article, by=user)
    foul = "<p onclick='a()'>早市<strong>搬家</strong>。</p><script>alert(1)</script>"
    with connection.cursor() as cursor:
        cursor.execute("UPDATE articles_article SET body = %s WHERE id = %s", [foul, article.pk])
    page = client.get(address(article)).content.decode()
    assert "<p>早市<strong>搬家</strong>。</p>" in page
    assert "&lt;p" not in page
    assert "alert(1)" not in page
    assert "onclick" not in page
