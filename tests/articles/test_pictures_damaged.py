"""Long screenshots and pictures that were cut off: told when they are chosen, never an error page."""

from __future__ import annotations

import random
from io import BytesIO
from pathlib import Path
from typing import Any

import pytest
from django.contrib.auth.models import User
from django.core.exceptions import ValidationError
from django.core.files.base import ContentFile
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client
from django.urls import reverse
from PIL import Image

from articles.models import Article, Photo, Status
from articles.pictures import TALLEST, check_picture
from articles.workflow import publish_article
from tests.articles.newsroom import address, draft, form_of
from tests.factories import ArticleFactory, PhotoFactory

pytestmark = pytest.mark.django_db


def picture(size: tuple[int, int], kind: str = "PNG") -> bytes:
    buffer = BytesIO()
    Image.new("RGB", size, "teal").save(buffer, kind)
    return buffer.getvalue()


def cut_off(kind: str) -> bytes:
    """A picture of noise, of which the second half never arrived."""
    noise = Image.frombytes("RGB", (120, 90), random.Random(7).randbytes(120 * 90 * 3))
    buffer = BytesIO()
    noise.save(buffer, kind)
    return buffer.getvalue()[: len(buffer.getvalue()) // 2]


def chosen(article: Article, name: str, data: bytes) -> dict[str, Any]:
    row = {
        "photos-TOTAL_FORMS": 1,
        "photos-0-image": SimpleUploadedFile(name, data),
        "photos-0-caption": "通知截图。",
        "photos-0-focus_x": 0.5,
        "photos-0-focus_y": 0.5,
        "photos-0-order": 0,
    }
    return form_of(article, **row)


def in_review(author: User, photo: bytes, name: str = "a.png") -> Article:
    article = ArticleFactory(status=Status.IN_REVIEW, published_at=None, author=author)
    PhotoFactory(article=article, image=ContentFile(photo, name=name), caption="桥头合影。")
    return article


def test_a_long_screenshot_is_taken_and_published_as_tall_as_a_page_can_show(
    editor: tuple[Client, User], settings: Any
) -> None:
    client, user = editor
    article = draft(user)
    sent = chosen(article, "长图.png", picture((400, 20_000)))
    assert client.post(address(article), sent).status_code == 302
    Article.objects.update(status=Status.IN_REVIEW)
    article.refresh_from_db()
    publish_article(article=article, by=user)
    body = Photo.objects.get().renditions["body"]
    assert (body["width"], body["height"]) == (328, TALLEST)
    with Image.open(Path(settings.MEDIA_ROOT) / body["name"]) as made:
        assert made.size == (328, TALLEST)
    file = reverse("admin:articles_photo_file", args=[Photo.objects.get().pk])
    for size in ("body", "whole", "row"):
        assert client.get(file, {"size": size}).status_code == 200


def test_a_picture_that_was_cut_off_is_named_when_it_is_chosen(
    editor: tuple[Client, User],
) -> None:
    client, user = editor
    article = draft(user)
    sent = chosen(article, "半张.jpg", cut_off("JPEG"))
    assert "图片“半张.jpg”已损坏" in client.post(address(article), sent).content.decode()
    assert not Photo.objects.exists()


@pytest.mark.parametrize("kind", ["JPEG", "PNG", "WEBP"])
def test_no_half_picture_is_taken(kind: str) -> None:
    with pytest.raises(ValidationError):
        check_picture(ContentFile(cut_off(kind), name="半张"))


def test_a_line_of_a_picture_is_refused() -> None:
    with pytest.raises(ValidationError) as refused:
        check_picture(ContentFile(picture((3, 2000)), name="线.png"))
    assert refused.value.code == "shape"
    assert "3×2000" in refused.value.message


@pytest.mark.parametrize("data", [cut_off("JPEG"), cut_off("PNG"), b"no picture"])
def test_a_damaged_picture_that_was_stored_stops_publication_with_its_name(
    data: bytes, editor: tuple[Client, User], settings: Any
) -> None:
    client, user = editor
    article = in_review(user, picture((40, 30)))
    photo = article.photos.get()
    Path(photo.image.path).write_bytes(data)
    step = reverse("admin:articles_article_step", args=[article.pk, "publish"])
    page = client.post(step, {}, follow=True)
    assert page.status_code == 200
    assert "图片“桥头合影。”已损坏" in page.content.decode()
    article.refresh_from_db()
    assert article.status == Status.IN_REVIEW
    assert not list(Path(settings.MEDIA_ROOT).glob("photos/*"))
    shown = reverse("admin:articles_photo_file", args=[photo.pk])
    assert client.get(shown, {"size": "row"}).status_code == 404


def test_publishing_a_choice_names_the_damaged_one_and_goes_on(
    editor: tuple[Client, User],
) -> None:
    client, user = editor
    good, bad = in_review(user, picture((40, 30))), in_review(user, picture((40, 30)))
    Path(bad.photos.get().image.path).write_bytes(cut_off("JPEG"))
    sent = {"action": "publish_selected", "_selected_action": [good.pk, bad.pk]}
    page = client.post("/admin/articles/article/", sent, follow=True).content.decode()
    assert bad.headline in page
    assert "已损坏" in page
    assert set(Article.objects.published()) == {good}
