"""A caption whose picture was not in the imported file stops nothing and breaks no page."""

from __future__ import annotations

from typing import Any

import pytest
from django.contrib.auth.models import User
from django.test import Client
from django.urls import reverse

from articles import workflow
from articles.models import Article, Photo, Status
from articles.pictures import publish_pictures
from tests.articles.newsroom import LIST, address, draft, form_of
from tests.factories import ArticleFactory, EvidenceFactory, PhotoFactory, ProjectFactory

pytestmark = pytest.mark.django_db
CAPTION = "机耕道铺到地头。"
WAITING = "图片还没有上传"


def waiting_caption(article: Article, **fields: Any) -> Photo:
    """As an import leaves it: a caption, and no picture yet."""
    return Photo.objects.create(article=article, caption=CAPTION, **fields)


def in_review(user: User) -> Article:
    article = draft(user)
    workflow.submit_article(article=article, by=user)
    return article


def photo_rows(*photos: Photo, **changes: Any) -> dict[str, Any]:
    """The photo table as the browser sends it."""
    count = len(photos)
    sent: dict[str, Any] = {"photos-TOTAL_FORMS": count, "photos-INITIAL_FORMS": count}
    for number, photo in enumerate(photos):
        values = {"id": photo.pk, "article": photo.article_id, "caption": photo.caption}
        values |= {"focus_x": 0.5, "focus_y": 0.5, "order": photo.order}
        sent |= {f"photos-{number}-{name}": value for name, value in values.items()}
    return sent | changes


def test_the_article_is_published_with_its_last_changes(editor: tuple[Client, User]) -> None:
    client, user = editor
    photo = waiting_caption(in_review(user))
    sent = form_of(photo.article, deck="最后改一笔", _step="publish", **photo_rows(photo))
    assert client.post(address(photo.article), sent).status_code == 302
    article = Article.objects.get()
    assert article.is_published()
    assert article.deck == "最后改一笔"
    assert article.photos.get().renditions == {}


def test_the_list_publishes_it_too(editor: tuple[Client, User]) -> None:
    client, user = editor
    article = in_review(user)
    waiting_caption(article)
    sent = {"action": "publish_selected", "_selected_action": [article.pk]}
    assert client.post(LIST, sent).status_code == 302
    article.refresh_from_db()
    assert article.is_published()


def test_a_picture_beside_it_is_made_public(editor: tuple[Client, User]) -> None:
    article = in_review(editor[1])
    waiting_caption(article)
    picture = PhotoFactory(article=article, order=1)
    workflow.publish_article(article=article, by=editor[1])
    picture.refresh_from_db()
    assert picture.renditions


@pytest.mark.parametrize("size", ["", "?size=row", "?size=whole"])
def test_the_file_that_is_not_there_is_not_found(size: str, editor: tuple[Client, User]) -> None:
    photo = waiting_caption(draft(editor[1]))
    page = f"/admin/articles/photo/{photo.pk}/file/{size}"
    assert editor[0].get(page).status_code == 404


@pytest.mark.parametrize("size", ["", "?size=row"])
def test_an_original_that_was_lost_is_not_found(size: str, editor: tuple[Client, User]) -> None:
    photo = PhotoFactory(article=draft(editor[1]))
    photo.image.storage.delete(photo.image.name)
    page = f"/admin/articles/photo/{photo.pk}/file/{size}"
    assert editor[0].get(page).status_code == 404


def test_a_lost_original_is_told_instead_of_going_out_with_a_hole(
    editor: tuple[Client, User],
) -> None:
    client, user = editor
    photo = PhotoFactory(article=in_review(user))
    photo.image.storage.delete(photo.image.name)
    step = reverse("admin:articles_article_step", args=[photo.article.pk, "publish"])
    assert "图片的原文件丢失了" in client.post(step, follow=True).content.decode()
    assert Article.objects.get().status == Status.IN_REVIEW


def test_the_newsroom_reads_that_the_picture_waits(editor: tuple[Client, User]) -> None:
    client, user = editor
    photo = waiting_caption(draft(user))
    for page in (LIST, address(photo.article), "/admin/articles/photo/"):
        text = client.get(page).content.decode()
        assert WAITING in text, page
        assert f"/photo/{photo.pk}/file/" not in text, page


def test_the_list_shows_the_picture_that_is_there(editor: tuple[Client, User]) -> None:
    article = draft(editor[1])
    waiting_caption(article)
    picture = PhotoFactory(article=article, order=1)
    text = editor[0].get(LIST).content.decode()
    assert f"/photo/{picture.pk}/file/" in text
    assert WAITING not in text


def test_readers_and_the_preview_see_neither_picture_nor_caption(
    client: Client, editor: tuple[Client, User]
) -> None:
    article = ArticleFactory()
    waiting_caption(article)
    assert "<figure" not in client.get(article.get_absolute_url()).content.decode()
    preview = editor[0].get(address(article, "preview")).content.decode()
    assert "<figure" not in preview


def test_a_project_shows_the_first_picture_that_is_there(client: Client) -> None:
    article = ArticleFactory()
    waiting_caption(article)
    PhotoFactory(article=article, order=1, alt="三个人把白菜装上车")
    publish_pictures(article)
    project = ProjectFactory()
    project.mentions.create(evidence=EvidenceFactory(article=article))
    text = client.get(project.get_absolute_url()).content.decode()
    assert "/media/photos/" in text
    assert 'alt="三个人把白菜装上车"' in text
