"""Nobody sends off or publishes a headline with nothing under it."""

from __future__ import annotations

from typing import Any

import pytest
from django.contrib.auth.models import User
from django.test import Client

from articles import workflow
from articles.models import Article, Photo, Status
from tests.articles.newsroom import LIST, address, draft, form_of
from tests.articles.test_admin_photos import chosen
from tests.factories import ArticleFactory, PhotoFactory

pytestmark = pytest.mark.django_db
SAID = "“早市搬家”还没有正文。请写正文；图片稿请放上图片，写好图说。"


def empty(user: User, **fields: Any) -> Article:
    return draft(user, headline="早市搬家", body="", **fields)


def in_review(**fields: Any) -> Article:
    return ArticleFactory(status=Status.IN_REVIEW, published_at=None, body="", **fields)


def test_save_and_send_saves_and_says_what_is_missing(journalist: tuple[Client, User]) -> None:
    client, user = journalist
    article = empty(user)
    sent = form_of(article, deck="副题", body="<p> </p>", _step="submit")
    page = client.post(address(article), sent, follow=True).content.decode()
    assert SAID in page
    article.refresh_from_db()
    assert (article.status, article.deck) == (Status.DRAFT, "副题")
    assert not article.events.exists()


def test_many_at_once_go_through_but_the_empty_one(editor: tuple[Client, User]) -> None:
    client, user = editor
    full, bare = draft(user), empty(user)
    sent = {"action": "submit_selected", "_selected_action": [full.pk, bare.pk]}
    assert SAID in client.post(LIST, sent, follow=True).content.decode()
    full.refresh_from_db()
    bare.refresh_from_db()
    assert (full.status, bare.status) == (Status.IN_REVIEW, Status.DRAFT)


def test_an_empty_one_is_not_published(editor: tuple[Client, User]) -> None:
    article = in_review()
    with pytest.raises(workflow.NothingToReadError):
        workflow.publish_article(article=article, by=editor[1])
    article.refresh_from_db()
    assert (article.status, article.published_at) == (Status.IN_REVIEW, None)


def test_a_picture_story_needs_no_text(editor: tuple[Client, User]) -> None:
    photo = PhotoFactory(article=in_review(), caption="早市上，菜农正在摆摊。")
    workflow.publish_article(article=photo.article, by=editor[1])
    assert photo.article.is_published()


def test_a_picture_without_a_caption_tells_nothing(editor: tuple[Client, User]) -> None:
    photo = PhotoFactory(article=in_review(), caption="")
    with pytest.raises(workflow.NothingToReadError):
        workflow.publish_article(article=photo.article, by=editor[1])


def test_a_caption_that_waits_for_its_picture_shows_nothing(editor: tuple[Client, User]) -> None:
    article = in_review()
    Photo.objects.create(article=article, caption="早市上，菜农正在摆摊。")
    with pytest.raises(workflow.NothingToReadError):
        workflow.publish_article(article=article, by=editor[1])


def test_an_advertisement_may_be_a_picture_alone(editor: tuple[Client, User]) -> None:
    photo = PhotoFactory(article=in_review(is_advertising=True), caption="")
    workflow.publish_article(article=photo.article, by=editor[1])
    assert photo.article.is_published()


def test_what_is_public_is_not_emptied(editor: tuple[Client, User]) -> None:
    article = ArticleFactory(headline="早市搬家")
    words = {"saving": "reason", "words": "删去全文"}
    page = editor[0].post(address(article), form_of(article, body="", **words)).content.decode()
    assert SAID in page
    assert Article.objects.get().body == article.body


def test_the_text_of_what_is_public_may_go_where_captioned_pictures_stay(
    editor: tuple[Client, User],
) -> None:
    photo = PhotoFactory(article=ArticleFactory(), caption="早市上，菜农正在摆摊。")
    words = {"saving": "reason", "words": "改成图片稿"}
    rows = {"photos-TOTAL_FORMS": 1, "photos-INITIAL_FORMS": 1}
    values = {"id": photo.pk, "article": photo.article_id, "caption": photo.caption}
    values |= {"focus_x": 0.5, "focus_y": 0.5, "order": photo.order}
    rows |= {f"photos-0-{name}": value for name, value in values.items()}
    sent = form_of(photo.article, body="", **{**words, **rows})
    assert editor[0].post(address(photo.article), sent).status_code == 302
    assert Article.objects.get().body == ""


def test_no_older_version_without_a_text_comes_back_in_public(editor: tuple[Client, User]) -> None:
    article = ArticleFactory(body="")
    article.body = "<p>早市搬到河西。</p>"
    article.save()
    with pytest.raises(workflow.NothingToReadError):
        workflow.restore_version(
            article=article, version=article.history.last(), by=editor[1], reason="退回"
        )
    assert Article.objects.get().body == "<p>早市搬到河西。</p>"


def row_of(photo: Photo, **changes: Any) -> dict[str, Any]:
    """The photo table as the browser sends it, with this one row."""
    values = {"id": photo.pk or "", "article": photo.article_id, "caption": photo.caption}
    values |= {"focus_x": 0.5, "focus_y": 0.5, "order": photo.order, **changes}
    rows = {"photos-TOTAL_FORMS": 1, "photos-INITIAL_FORMS": 1 if photo.pk else 0}
    return {**rows, **{f"photos-0-{name}": value for name, value in values.items()}}


WORDS = {"saving": "reason", "words": "改版"}


@pytest.mark.parametrize("changes", [{"front_order": 3}, {"deck": "副题", **WORDS}])
def test_what_has_been_public_without_a_text_can_be_saved(
    changes: dict[str, Any], editor: tuple[Client, User]
) -> None:
    article = ArticleFactory(body="")
    answer = editor[0].post(address(article), form_of(article, **changes))
    assert answer.status_code == 302
    article.refresh_from_db()
    said = {name: getattr(article, name) for name in changes if name not in WORDS}
    assert said == {name: changes[name] for name in said}


def test_a_caption_without_its_picture_does_not_stand_for_the_text(
    editor: tuple[Client, User],
) -> None:
    article = ArticleFactory(headline="早市搬家")
    waiting = Photo.objects.create(article=article, caption="早市上，菜农正在摆摊。")
    sent = form_of(article, body="", **WORDS, **row_of(waiting))
    assert SAID in editor[0].post(address(article), sent).content.decode()
    assert Article.objects.get().body == article.body


def test_a_picture_sent_along_stands_for_the_text(
    editor: tuple[Client, User],
) -> None:
    article = ArticleFactory()
    photo = Photo(article=article, caption="早市上，菜农正在摆摊。")
    sent = form_of(article, body="", **WORDS, **row_of(photo, image=chosen()))
    assert editor[0].post(address(article), sent).status_code == 302
    assert Article.objects.get().body == ""


def test_the_last_picture_of_a_picture_story_stays(editor: tuple[Client, User]) -> None:
    article = ArticleFactory(headline="早市搬家", body="")
    photo = PhotoFactory(article=article)
    sent = form_of(article, **WORDS, **row_of(photo, DELETE="on"))
    assert SAID in editor[0].post(address(article), sent).content.decode()
    assert article.photos.count() == 1


def test_a_public_advertisement_keeps_its_text_or_a_picture(editor: tuple[Client, User]) -> None:
    article = ArticleFactory(headline="早市搬家", is_advertising=True)
    sent = form_of(article, body="", is_advertising="on", **WORDS)
    assert SAID in editor[0].post(address(article), sent).content.decode()
