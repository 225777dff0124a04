"""A picture chosen in the form is saved, or the newsroom is told that it was not."""

from __future__ import annotations

from typing import Any

import pytest
from django.contrib.auth.models import Permission, User
from django.core.files.storage import default_storage
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client

from articles.models import Article, Photo
from articles.pictures import publish_pictures
from articles.workflow import WorkflowError, text_settled
from tests.articles.newsroom import address, draft, form_of
from tests.articles.test_pictures import picture, public_files
from tests.factories import ArticleFactory, PhotoFactory

pytestmark = pytest.mark.django_db
AGAIN = "请重新选择图片“地头.png”"


def chosen() -> SimpleUploadedFile:
    return SimpleUploadedFile("地头.png", picture().read(), content_type="image/png")


def row(article: Article, photo: Photo | None = None, **values: Any) -> dict[str, Any]:
    """One row of the photo table as the browser sends it: a new one, or that of `photo`."""
    given = {"article": article.pk, "caption": "机耕道铺到地头。", "order": 0, **values}
    given |= {"focus_x": 0.5, "focus_y": 0.5, **({"id": photo.pk} if photo else {})}
    total = {"photos-TOTAL_FORMS": 1, "photos-INITIAL_FORMS": 1 if photo else 0}
    return total | {f"photos-0-{name}": value for name, value in given.items()}


def save(client: Client, article: Article, **changes: Any) -> str:
    """The page that a save answers with, "" when everything was saved."""
    answer = client.post(address(article), form_of(article, **changes))
    return "" if answer.status_code == 302 else answer.content.decode()


def test_a_form_with_errors_asks_for_the_chosen_picture_again(editor: tuple[Client, User]) -> None:
    client, user = editor
    article = draft(user)
    page = save(client, article, headline="", **row(article, image=chosen()))
    assert AGAIN in page
    assert page.index("field-image") < page.index(AGAIN)
    assert "不要这张图片" not in page


def test_a_new_row_without_a_picture_is_refused(editor: tuple[Client, User]) -> None:
    client, user = editor
    article = draft(user)
    assert "请为这一行选择图片" in save(client, article, **row(article))
    assert AGAIN in save(client, article, **row(article, lost="地头.png"))
    assert not Photo.objects.exists()
    assert save(client, article, **row(article, lost="地头.png", image=chosen())) == ""
    assert Photo.objects.get().image


def test_an_imported_caption_may_wait_on_for_its_picture(editor: tuple[Client, User]) -> None:
    client, user = editor
    article = draft(user)
    photo = Photo.objects.create(article=article, caption="机耕道铺到地头。")
    assert save(client, article, **row(article, photo, caption="机耕道铺到了地头。")) == ""
    photo.refresh_from_db()
    assert photo.caption == "机耕道铺到了地头。"


def test_the_picture_of_an_imported_caption_is_not_lost_unsaid_either(
    editor: tuple[Client, User],
) -> None:
    client, user = editor
    article = draft(user)
    photo = Photo.objects.create(article=article, caption="机耕道铺到地头。")
    page = save(client, article, headline="", **row(article, photo, image=chosen()))
    assert AGAIN in page
    assert 'name="photos-0-lost" value="地头.png"' in page
    assert "图片还没有上传" in page
    page = save(client, article, deck="第二次", **row(article, photo, lost="地头.png"))
    assert AGAIN in page
    assert "不要这张图片" in page
    article.refresh_from_db()
    assert article.deck == ""
    assert save(client, article, **row(article, photo, lost="地头.png", without="on")) == ""


def test_a_picture_refused_for_itself_is_not_asked_for_again(editor: tuple[Client, User]) -> None:
    client, user = editor
    photo = PhotoFactory(article=draft(user))
    fake = SimpleUploadedFile("地头.png", b"MZ not a picture", content_type="image/png")
    page = save(client, photo.article, **row(photo.article, photo, image=fake))
    assert "errorlist" in page
    assert AGAIN not in page


LOST = "这张图片的原文件丢失了"
LOST_IN_ARTICLE = "这篇稿件有图片的原文件丢失了"


def public(author: User) -> Article:
    article: Article = ArticleFactory(author=author)
    return article


def without_file(article: Article) -> Photo:
    photo = PhotoFactory(article=article)
    photo.image.storage.delete(photo.image.name)
    return photo


@pytest.mark.parametrize("place", [draft, public])
def test_a_lost_file_is_told_on_its_row_and_the_form_keeps_the_rest(
    editor: tuple[Client, User], place: Any
) -> None:
    client, user = editor
    photo = without_file(place(user))
    words = {"saving": "reason", "words": "改副题", "deck": "摊位一个不少"}
    page = save(client, photo.article, **words, **row(photo.article, photo))
    assert page.index("field-image") < page.index(LOST)
    assert "摊位一个不少" in page
    again = row(photo.article, photo, image=chosen())
    assert save(client, photo.article, **words, **again) == ""
    photo.refresh_from_db()
    assert photo.image.storage.exists(photo.image.name)
    assert bool(photo.renditions) == (place is public)
    assert Article.objects.get().deck == "摊位一个不少"


def test_the_row_of_a_lost_file_may_be_deleted(editor: tuple[Client, User]) -> None:
    client, user = editor
    photo = without_file(draft(user))
    assert save(client, photo.article, **row(photo.article, photo, DELETE="on")) == ""
    assert not Photo.objects.exists()


def test_who_may_not_change_pictures_is_told_as_well(editor: tuple[Client, User]) -> None:
    client, user = editor
    user.groups.get().permissions.remove(Permission.objects.get(codename="change_photo"))
    article = without_file(public(user)).article
    sent = form_of(article, deck="摊位一个不少", saving="reason", words="改副题")
    answer = client.post(address(article), sent, follow=True)
    assert LOST_IN_ARTICLE in answer.content.decode()
    assert Article.objects.get().deck == article.deck


def test_whoever_renews_the_pictures_hears_that_a_file_is_lost(
    editor: tuple[Client, User],
) -> None:
    photo = without_file(public(editor[1]))
    with pytest.raises(WorkflowError, match="图片的原文件丢失了"):
        text_settled(photo.article)


def shown_without_original(author: User) -> Photo:
    """Public since before copies for shared links were made; its original was lost since."""
    photo = PhotoFactory(article=public(author))
    publish_pictures(photo.article)
    photo.refresh_from_db()
    default_storage.delete(photo.renditions.pop("shared")["name"])
    photo.save(update_fields=["renditions"])
    photo.image.storage.delete(photo.image.name)
    return photo


def test_a_text_is_corrected_though_the_original_of_its_public_picture_is_lost(
    editor: tuple[Client, User], settings: Any
) -> None:
    client, user = editor
    user.groups.get().permissions.remove(Permission.objects.get(codename="change_photo"))
    photo = shown_without_original(user)
    kept = public_files(settings)
    words = {"saving": "correction", "words": "摊位应为三十个"}
    assert save(client, photo.article, deck="摊位一个不少", **words) == ""
    assert Article.objects.get().deck == "摊位一个不少"
    assert Photo.objects.get().renditions == photo.renditions
    assert public_files(settings) == kept != set()


def test_a_picture_whose_focus_was_moved_is_not_left_as_it_was_unsaid(
    editor: tuple[Client, User],
) -> None:
    photo = shown_without_original(editor[1])
    Photo.objects.update(focus_x=0.1)
    with pytest.raises(WorkflowError, match="图片的原文件丢失了"):
        text_settled(photo.article)


def test_a_picture_of_which_readers_have_no_copy_left_is_told_of(
    editor: tuple[Client, User],
) -> None:
    photo = shown_without_original(editor[1])
    for made in photo.renditions.values():
        default_storage.delete(made["name"])
    with pytest.raises(WorkflowError, match="图片的原文件丢失了"):
        text_settled(photo.article)
