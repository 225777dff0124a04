"""Two people in one article: whatever the second save would undo is shown before it does."""

from __future__ import annotations

from io import BytesIO
from typing import Any

import pytest
from django.contrib.auth.models import User
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client
from PIL import Image

from articles.models import Article, Photo
from tests.articles.newsroom import address, draft, form_of
from tests.factories import ArticleFactory, DepartmentFactory, PhotoFactory, SectionFactory

pytestmark = pytest.mark.django_db


def row_of(photo: Photo, number: int, **changes: Any) -> dict[str, Any]:
    """A row of the table of pictures as the page shows it, with what was typed into it."""
    row = {
        "id": photo.pk,
        "article": photo.article_id,
        "caption": photo.caption,
        "credit": photo.credit,
        "alt": photo.alt,
        "focus_x": photo.focus_x,
        "focus_y": photo.focus_y,
        "order": photo.order,
        **changes,
    }
    return {f"photos-{number}-{name}": value for name, value in row.items()}


def with_photo(photo: Photo, **changes: Any) -> dict[str, Any]:
    """The table with this picture alone."""
    counts = {"photos-TOTAL_FORMS": 1, "photos-INITIAL_FORMS": 1}
    return {**counts, **row_of(photo, 0, **changes)}


def picture() -> SimpleUploadedFile:
    buffer = BytesIO()
    Image.new("RGB", (40, 30), "teal").save(buffer, "PNG")
    return SimpleUploadedFile("新.png", buffer.getvalue())


def told(client: Client, article: Article, sent: dict[str, Any]) -> dict[str, tuple[str, str]]:
    """What the comparison shows: of each field its name, what is saved now and what was sent."""
    answer = client.post(address(article), sent)
    assert answer.status_code == 200
    return {
        label: tuple(
            "\n".join("".join(part.text for part in getattr(row, side)) for row in rows)
            for side in ("old", "new")
        )
        for label, rows in answer.context["adminform"].form.conflict.fields
    }


CHANGES: dict[str, Any] = {
    "section": lambda: SectionFactory(name="农业").pk,
    "tags": lambda: "晚稻、民生 交通",
    "is_advertising": lambda: "on",
    "departments": lambda: [DepartmentFactory(name="县农业局").pk],
    "front_order": lambda: 2,
    "missing": lambda: "end",
    "published_at_1": lambda: "11:30",
}


@pytest.mark.parametrize(
    ("field", "label", "now", "yours"),
    [
        ("section", "栏目", "农业", "要闻"),
        ("tags", "标签", "晚稻、民生 交通", ""),
        ("is_advertising", "广告", "是", "否"),
        ("departments", "提到的部门", "县农业局", ""),
        ("front_order", "首页位置", "2", ""),
        ("missing", "缺失", "缺结尾", ""),
        ("published_at_1", "发布时间", "2026-11-20 11:30", "2026-11-20 09:00"),
    ],
)
def test_what_is_not_text_is_told_too(
    field: str, label: str, now: str, yours: str, editor: tuple[Client, User]
) -> None:
    client, user = editor
    article = draft(user, section=SectionFactory(name="要闻"))
    second = form_of(article, deck="第二个人的副题")
    assert client.post(address(article), form_of(article, **{field: CHANGES[field]()})).status_code
    shown = told(client, article, second)
    assert (now, yours) in shown.values()
    assert shown[label] == (now, yours)
    assert shown["副题"] == ("", "第二个人的副题")


def test_a_caption_that_the_first_mended_is_shown_to_the_second(
    editor: tuple[Client, User],
) -> None:
    client, user = editor
    photo = PhotoFactory(article=draft(user), caption="菜农在装车。")
    article = photo.article
    second = {**form_of(article, deck="新副题"), **with_photo(photo)}
    mended = with_photo(photo, caption="菜农连夜装车。", focus_x="0.30")
    client.post(address(article), {**form_of(article), **mended})

    shown = told(client, article, second)
    assert shown["第1张图片 图说"] == ("菜农连夜装车。", "菜农在装车。")
    assert shown["第1张图片 焦点距左"] == ("0.3", "0.5")
    assert not [label for label in shown if "署名" in label or "替代" in label]
    photo.refresh_from_db()
    assert photo.caption == "菜农连夜装车。"

    article.refresh_from_db()
    read = with_photo(photo) | {"merged_into": article.version}
    client.post(address(article), {**second, **read})
    photo.refresh_from_db()
    article.refresh_from_db()
    assert (photo.caption, article.deck) == ("菜农连夜装车。", "新副题")


def test_a_link_that_leads_elsewhere_now_is_told(editor: tuple[Client, User]) -> None:
    client, user = editor
    article = draft(user, body='<p>见<a href="https://a.example/">通知</a>。</p>')
    second = form_of(article)
    client.post(address(article), form_of(article, body=article.body.replace("/a.", "/b.")))
    now, yours = told(client, article, second)["正文"]
    assert "https://b.example/" in now
    assert "https://a.example/" in yours


def test_a_picture_that_the_second_removes_is_told(editor: tuple[Client, User]) -> None:
    client, user = editor
    photo = PhotoFactory(article=draft(user), caption="菜农在装车。")
    article = photo.article
    second = {**form_of(article), **with_photo(photo), "photos-0-DELETE": "on"}
    client.post(address(article), form_of(article, deck="第一个人的副题"))
    assert told(client, article, second)["第1张图片"] == ("菜农在装车。", "")
    assert Photo.objects.exists()


def test_a_new_credit_is_a_change_that_readers_are_told_of(editor: tuple[Client, User]) -> None:
    client, _ = editor
    photo = PhotoFactory(article=ArticleFactory())
    moved = {**form_of(photo.article, front_order=1), **with_photo(photo, credit="郑秋禾 摄")}
    assert client.post(address(photo.article), moved).status_code == 200
    photo.refresh_from_db()
    assert photo.credit == ""


def test_a_picture_that_the_first_removed_does_not_stop_the_second(
    editor: tuple[Client, User],
) -> None:
    client, user = editor
    gone = PhotoFactory(article=draft(user), caption="菜农在装车。")
    article = gone.article
    stays = PhotoFactory(article=article, caption="早市一角。", order=1)
    both = {**with_photo(gone), **row_of(stays, 1), "photos-TOTAL_FORMS": 3}
    both |= {"photos-INITIAL_FORMS": 2, **row_of(stays, 2, id="", caption="新图。")}
    both["photos-2-image"] = picture()
    gone.delete()
    Article.objects.get(pk=article.pk).save()

    answer = client.post(address(article), {**form_of(article), **both})
    page = answer.content.decode()
    assert "图片“菜农在装车。”已被他人删除" in page
    (rows,) = answer.context["inline_admin_formsets"]
    originals = [row.original for row in rows if row.original]
    assert originals == [stays]

    article.refresh_from_db()
    both |= {"merged_into": article.version, "photos-1-caption": "早市。"}
    both["photos-2-image"] = picture()
    assert client.post(address(article), {**form_of(article), **both}).status_code == 302
    assert [photo.caption for photo in article.photos.all()] == ["早市。", "新图。"]


@pytest.mark.parametrize("count", ["x", "3000000", "-1", "²"])
def test_counts_of_pictures_that_no_page_sends_are_refused(
    editor: tuple[Client, User], count: str
) -> None:
    client, user = editor
    photo = PhotoFactory(article=draft(user))
    sent = {**form_of(photo.article), **with_photo(photo), "photos-INITIAL_FORMS": count}
    assert client.post(address(photo.article), sent).status_code in (200, 302)
    assert Photo.objects.filter(pk=photo.pk).exists()


def test_an_article_with_a_number_of_many_digits_is_not_there(
    editor: tuple[Client, User],
) -> None:
    answer = editor[0].post(f"/admin/articles/article/{'9' * 23}/change/", {})
    assert answer.status_code in (302, 404)
