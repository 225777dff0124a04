"""Where the server cannot keep a file, the form says so and nothing that was typed is lost."""

from __future__ import annotations

import logging
from pathlib import Path
from typing import Any

import pytest
from django.contrib.auth.models import User
from django.core.files.storage import FileSystemStorage
from django.core.files.uploadedfile import SimpleUploadedFile
from django.db import transaction
from django.test import Client
from django.urls import reverse

from articles.admin.article import ArticleAdmin
from articles.models import Article, Issue, Photo, Status
from articles.pictures import SPECS
from tests.articles.newsroom import address, draft, form_of
from tests.articles.test_pictures import public_files
from tests.articles.test_pictures_damaged import picture
from tests.factories import ArticleFactory, IssueFactory, PageFactory, PhotoFactory

pytestmark = pytest.mark.django_db
SAID = "服务器存不了这个文件"
PRIVATE, PUBLIC = "private", "media"


@pytest.fixture
def full_disk(monkeypatch: pytest.MonkeyPatch, settings: Any) -> Any:
    """Makes every write below a folder fail, after so many that went well."""

    def below(folder: str, after: int = 0) -> None:
        store, written = FileSystemStorage._save, []

        def write(self: Any, name: str, content: Any) -> str:
            if (str(self.location) == str(settings.MEDIA_ROOT)) == (folder == PUBLIC):
                written.append(name)
                if len(written) > after:
                    raise PermissionError(13, "Permission denied", name)
            return store(self, name, content)

        monkeypatch.setattr(FileSystemStorage, "_save", write)

    return below


def with_picture(article: Article, **changes: Any) -> dict[str, Any]:
    row = {
        "photos-TOTAL_FORMS": 1,
        "photos-0-image": SimpleUploadedFile("渠首.png", picture((60, 40))),
        "photos-0-caption": "渠首放水。",
        "photos-0-focus_x": 0.5,
        "photos-0-focus_y": 0.5,
        "photos-0-order": 0,
    }
    return form_of(article, **{**row, **changes})


def files_in(folder: Any) -> list[str]:
    return sorted(path.name for path in Path(folder).rglob("*") if path.is_file())


def test_a_picture_that_cannot_be_kept_leaves_the_form_as_it_was_typed(
    editor: tuple[Client, User], full_disk: Any, caplog: pytest.LogCaptureFixture
) -> None:
    client, user = editor
    article = draft(user, headline="渠首")
    full_disk(PRIVATE)
    sent = with_picture(article, headline="渠首今天放水", body="<p>改过的正文。</p>")
    answer = client.post(address(article), sent)
    page = answer.content.decode()
    assert answer.status_code == 200
    for said in (SAID, "渠首今天放水", "改过的正文。", "渠首放水。", "请重新选择图片“渠首.png”"):
        assert said in page
    article.refresh_from_db()
    assert article.headline == "渠首"
    assert not Photo.objects.exists()
    assert "Permission denied" in caplog.text
    assert caplog.records[-1].levelno == logging.ERROR


def test_a_new_article_with_such_a_picture_is_not_half_kept(
    editor: tuple[Client, User], full_disk: Any
) -> None:
    client, user = editor
    pattern = draft(user, headline="样子")
    full_disk(PRIVATE)
    answer = client.post(
        reverse("admin:articles_article_add"), with_picture(pattern, headline="新稿")
    )
    assert SAID in answer.content.decode()
    assert not Article.objects.filter(headline="新稿").exists()


@pytest.mark.parametrize("after", [0, 2])
def test_public_copies_that_cannot_be_kept_stop_the_save_and_leave_none_behind(
    after: int, editor: tuple[Client, User], full_disk: Any, settings: Any
) -> None:
    client, user = editor
    article = ArticleFactory(author=user, deck="旧副题")
    full_disk(PUBLIC, after)
    words = {"saving": "reason", "words": "补图", "deck": "新副题"}
    page = client.post(address(article), with_picture(article, **words)).content.decode()
    assert SAID in page
    assert "新副题" in page
    article.refresh_from_db()
    assert article.deck == "旧副题"
    assert public_files(settings) == set()


def test_a_large_file_that_was_on_the_disk_already_is_told_as_well(
    editor: tuple[Client, User], full_disk: Any, settings: Any
) -> None:
    """Its original is moved away before the copies fail, and the form is read once more."""
    settings.FILE_UPLOAD_HANDLERS = ["django.core.files.uploadhandler.TemporaryFileUploadHandler"]
    client, user = editor
    article = ArticleFactory(author=user)
    full_disk(PUBLIC)
    words = {"saving": "reason", "words": "补图"}
    page = client.post(address(article), with_picture(article, **words)).content.decode()
    assert SAID in page


def test_publication_says_why_it_stopped(editor: tuple[Client, User], full_disk: Any) -> None:
    client, user = editor
    article = ArticleFactory(status=Status.IN_REVIEW, published_at=None, author=user)
    PhotoFactory(article=article)
    full_disk(PUBLIC)
    step = reverse("admin:articles_article_step", args=[article.pk, "publish"])
    assert SAID in client.post(step, {}, follow=True).content.decode()
    article.refresh_from_db()
    assert article.status == Status.IN_REVIEW


def test_the_image_of_a_printed_page_is_told_of_in_its_issue(
    editor: tuple[Client, User], full_disk: Any
) -> None:
    client, _ = editor
    issue = IssueFactory()
    full_disk(PUBLIC)
    sent = {
        "newspaper": issue.newspaper_id,
        "date": "2026-11-20",
        "number": 4321,
        "pages-TOTAL_FORMS": 1,
        "pages-INITIAL_FORMS": 0,
        "pages-0-number": 1,
        "pages-0-name": "要闻",
        "pages-0-image": SimpleUploadedFile("1版.png", picture((60, 40))),
    }
    answer = client.post(reverse("admin:articles_issue_change", args=[issue.pk]), sent)
    assert SAID in answer.content.decode()
    assert 'value="4321"' in answer.content.decode()
    assert Issue.objects.get().number != 4321


def with_two_pictures(article: Article) -> dict[str, Any]:
    second = {
        "photos-TOTAL_FORMS": 2,
        "photos-1-image": SimpleUploadedFile("渠尾.png", picture((60, 40))),
        "photos-1-caption": "渠尾见水。",
        "photos-1-focus_x": 0.5,
        "photos-1-focus_y": 0.5,
        "photos-1-order": 1,
    }
    return with_picture(article, saving="reason", words="补图", **second)


@pytest.mark.parametrize(("folder", "after"), [(PRIVATE, 1), (PUBLIC, 0), (PUBLIC, len(SPECS))])
def test_no_original_is_left_of_a_save_that_stopped_at_a_later_file(
    folder: str, after: int, editor: tuple[Client, User], full_disk: Any, settings: Any
) -> None:
    client, user = editor
    article = ArticleFactory(author=user)
    full_disk(folder, after)
    assert SAID in client.post(address(article), with_two_pictures(article)).content.decode()
    assert files_in(settings.PRIVATE_ROOT) == []
    assert public_files(settings) == set()


def test_an_original_that_was_there_outlives_a_save_that_stopped(
    editor: tuple[Client, User], full_disk: Any, settings: Any
) -> None:
    client, user = editor
    photo = PhotoFactory(article=ArticleFactory(author=user))
    kept = files_in(settings.PRIVATE_ROOT)
    full_disk(PUBLIC)
    there = {
        "photos-INITIAL_FORMS": 1,
        "photos-0-id": photo.pk,
        "photos-0-article": photo.article_id,
    }
    sent = with_two_pictures(photo.article) | there
    assert SAID in client.post(address(photo.article), sent).content.decode()
    assert files_in(settings.PRIVATE_ROOT) == kept != []


def test_what_else_stops_a_save_leaves_no_original_either(
    editor: tuple[Client, User], monkeypatch: pytest.MonkeyPatch, settings: Any
) -> None:
    def stop(article: Article) -> None:
        raise RuntimeError("stopped")

    client, user = editor
    article = draft(user)
    monkeypatch.setattr("articles.workflow.text_settled", stop)
    with pytest.raises(RuntimeError):
        client.post(address(article), with_picture(article))
    assert files_in(settings.PRIVATE_ROOT) == []


@pytest.mark.django_db(transaction=True)
def test_what_fails_after_a_save_takes_nothing_of_it_back(
    editor: tuple[Client, User], monkeypatch: pytest.MonkeyPatch, settings: Any
) -> None:
    def stop() -> None:
        raise RuntimeError("stopped")

    client, user = editor
    article = draft(user)
    settled = "articles.workflow.text_settled"
    monkeypatch.setattr(settled, lambda article: transaction.on_commit(stop))
    with pytest.raises(RuntimeError):
        client.post(address(article), with_picture(article))
    assert Photo.objects.count() == len(files_in(settings.PRIVATE_ROOT)) == 1


def test_no_image_of_a_page_is_left_where_the_next_cannot_be_kept(
    editor: tuple[Client, User], full_disk: Any, settings: Any
) -> None:
    issue = IssueFactory()
    full_disk(PUBLIC, 1)
    sent = {
        "newspaper": issue.newspaper_id,
        "date": "2026-11-20",
        "number": 4321,
        "pages-TOTAL_FORMS": 2,
        "pages-INITIAL_FORMS": 0,
    }
    for row, name in enumerate(("要闻", "副刊")):
        sent |= {
            f"pages-{row}-number": row + 1,
            f"pages-{row}-name": name,
            f"pages-{row}-image": SimpleUploadedFile(f"{row}.png", picture((60, 40))),
        }
    change = reverse("admin:articles_issue_change", args=[issue.pk])
    assert SAID in editor[0].post(change, sent).content.decode()
    assert files_in(settings.MEDIA_ROOT) == []


def test_an_image_that_cannot_be_kept_is_told_on_the_form_of_its_page(
    editor: tuple[Client, User], full_disk: Any, settings: Any
) -> None:
    page = PageFactory()
    full_disk(PUBLIC)
    sent = {
        "issue": page.issue_id,
        "number": page.number,
        "name": "副刊",
        "image": SimpleUploadedFile("副刊.png", picture((60, 40))),
    }
    change = reverse("admin:articles_page_change", args=[page.pk])
    answer = editor[0].post(change, sent).content.decode()
    assert SAID in answer
    assert 'value="副刊"' in answer
    page.refresh_from_db()
    assert not page.image


def test_a_folder_that_is_no_folder_is_told_too(
    editor: tuple[Client, User], settings: Any, tmp_path: Path
) -> None:
    blocked = tmp_path / "media"
    blocked.write_text("")
    settings.MEDIA_ROOT = str(blocked)
    client, user = editor
    article = ArticleFactory(author=user)
    words = {"saving": "reason", "words": "补图"}
    assert SAID in client.post(address(article), with_picture(article, **words)).content.decode()


def in_review(user: User, photos: int) -> tuple[Article, str]:
    article = ArticleFactory(status=Status.IN_REVIEW, published_at=None, author=user)
    for _ in range(photos):
        PhotoFactory(article=article)
    return article, reverse("admin:articles_article_step", args=[article.pk, "publish"])


def test_no_public_copy_is_left_of_the_pictures_before_the_one_that_failed(
    editor: tuple[Client, User], full_disk: Any, settings: Any
) -> None:
    client, user = editor
    article, step = in_review(user, photos=2)
    full_disk(PUBLIC, len(SPECS))
    assert SAID in client.post(step, {}, follow=True).content.decode()
    article.refresh_from_db()
    assert article.status == Status.IN_REVIEW
    assert public_files(settings) == set()


def test_a_copy_that_cannot_be_taken_back_hides_no_reason(
    editor: tuple[Client, User], full_disk: Any, monkeypatch: pytest.MonkeyPatch
) -> None:
    def refuse(self: Any, name: str) -> None:
        raise PermissionError(13, "Permission denied", name)

    client, user = editor
    _, step = in_review(user, photos=1)
    full_disk(PUBLIC, 2)
    monkeypatch.setattr(FileSystemStorage, "delete", refuse)
    assert SAID in client.post(step, {}, follow=True).content.decode()


@pytest.mark.parametrize(
    ("verb", "error"),
    [
        ("post", ConnectionRefusedError(111, "Connection refused")),
        ("get", PermissionError(13, "Permission denied")),
    ],
)
def test_what_has_nothing_to_do_with_a_file_is_not_told_as_a_full_disk(
    editor: tuple[Client, User], monkeypatch: pytest.MonkeyPatch, verb: str, error: OSError
) -> None:
    def fail(self: Any, *args: Any, **kwargs: Any) -> Any:
        asked.append(verb)
        raise error

    client, user = editor
    asked: list[str] = []
    article = draft(user, headline="渠首")
    monkeypatch.setattr(ArticleAdmin, "save_model" if verb == "post" else "get_object", fail)
    with pytest.raises(type(error)):
        getattr(client, verb)(address(article), form_of(article, headline="新"))
    assert asked == [verb]
