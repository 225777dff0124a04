"""Sending a page in: what is refused says what and where, and leaves nothing behind."""

from __future__ import annotations

from typing import Any

import pytest
from django.core.files.storage import FileSystemStorage
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client
from django.urls import reverse
from django.utils import translation
from django.utils.html import escape

from articles.models import Article
from ingest.admin.quota import QuotaHandler
from ingest.desk.doubts import doubts
from ingest.models import Upload
from projects.models import Investment
from tests.factories import UserFactory
from tests.ingest.uploads import (
    ADD,
    ISSUED,
    PAGE,
    do,
    furnish,
    person_of,
    receive,
    send,
    signed_in,
    speaking_english,
)

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("desk_in_english")]


@pytest.fixture(autouse=True)
def in_english(client: Client) -> Any:
    with translation.override("en"):
        yield


def test_a_page_goes_straight_to_the_desk_and_its_encoding_is_said(desk: Client) -> None:
    response = send(desk, PAGE.encode("gb18030"))
    upload = Upload.objects.get()
    assert response["Location"] == upload.get_desk_url()
    page = desk.get(response["Location"])
    assert "GB18030" in page.content.decode()
    assert upload.issue_date == ISSUED


def test_a_page_that_the_server_cannot_store_is_told_in_the_form(
    desk: Client, monkeypatch: pytest.MonkeyPatch
) -> None:
    def full(*_: Any, **__: Any) -> str:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(FileSystemStorage, "_save", full)
    response = send(desk, PAGE.encode())
    assert response.status_code == 422
    assert "could not store the file" in response.content.decode()
    assert not Upload.objects.exists()


def test_the_form_offers_the_paper_of_the_site(desk: Client) -> None:
    paper = furnish()
    page = desk.get(reverse(ADD)).content.decode()
    assert f'<option value="{paper.pk}" selected>' in page
    assert 'name="file"' in page


@pytest.mark.parametrize(
    ("data", "words"),
    [
        (b"", "The file is empty."),
        (b" \n\t\n", "nothing but white space"),
        (b"\x7fELF\x02\x01\x01" + bytes(60), "no text file: see line 1"),
        ("第一行。\n第二行".encode() + b"\xff\xfe\xfa\xff", "line 2, byte"),
        ("半个字".encode("gb18030")[:-1], "byte"),
    ],
)
def test_a_file_that_cannot_be_read_is_refused_with_the_place(
    desk: Client, data: bytes, words: str
) -> None:
    response = send(desk, data)
    assert response.status_code == 422
    assert words in response.content.decode()
    assert not Upload.objects.exists()


@pytest.mark.parametrize(
    ("changed", "words"),
    [
        ({"issue_date": ""}, "required"),
        ({"issue_date": "2026-13-41"}, "Write it as 2026-12-31"),
        ({"number": "-1"}, "greater than or equal to 1"),
        ({"issue_date": "2062-11-24"}, "far ahead: today is 2026-11-24"),
    ],
)
def test_a_form_that_is_wrong_says_where(desk: Client, changed: dict[str, str], words: str) -> None:
    response = send(desk, PAGE.encode(), **changed)
    assert response.status_code == 422
    assert words in response.content.decode()
    assert not Upload.objects.exists()


def test_thirty_megabytes_are_refused_before_they_are_read_whole(
    desk: Client, monkeypatch: pytest.MonkeyPatch
) -> None:
    kept: list[int] = []
    original = QuotaHandler.receive_data_chunk

    def counting(self: QuotaHandler, raw: bytes, start: int) -> bytes:
        data = original(self, raw, start)
        kept.append(len(data))
        return data

    monkeypatch.setattr(QuotaHandler, "receive_data_chunk", counting)
    response = send(desk, "县里修路。\n".encode() * (30 * 1024 * 1024 // 16))
    assert response.status_code == 413
    assert "larger than 5 MB" in response.content.decode()
    assert sum(kept) <= 5 * 1024 * 1024
    assert not Upload.objects.exists()


def test_the_same_file_again_leads_to_the_first(desk: Client) -> None:
    send(desk, PAGE.encode())
    response = send(desk, PAGE.encode())
    assert response.status_code == 422
    assert Upload.objects.get().get_desk_url() in response.content.decode()


def test_somebody_else_s_file_is_told_without_a_way_in(editor: Any) -> None:
    upload = receive(editor)
    client = speaking_english(signed_in(person_of("记者")))
    page = send(client, PAGE.encode()).content.decode()
    assert "uploaded before" in page
    assert upload.get_desk_url() not in page


def test_the_token_is_asked_for_in_spite_of_the_quota(editor: Any) -> None:
    client = Client(enforce_csrf_checks=True)
    client.force_login(editor)
    data = {"file": SimpleUploadedFile("a.txt", PAGE.encode()), "newspaper": furnish().pk}
    response = client.post(reverse(ADD), {**data, "issue_date": "2026-11-21"})
    assert response.status_code == 403
    assert not Upload.objects.exists()


def test_journalists_see_their_own_uploads_alone(editor: Any) -> None:
    journalist = person_of("记者")
    receive(editor, PAGE + "\n别人的。\n", name="others.txt")
    receive(journalist, name="mine.txt")
    page = signed_in(journalist).get(reverse("admin:ingest_upload_changelist")).content.decode()
    assert "mine.txt" in page
    assert "others.txt" not in page
    both = signed_in(editor).get(reverse("admin:ingest_upload_changelist")).content.decode()
    assert "mine.txt" in both
    assert "others.txt" in both


@pytest.mark.parametrize(
    "name", ["desk", "original", "commit", "discard", "undo", "resume", "change"]
)
def test_nobody_opens_another_s_upload(editor: Any, name: str) -> None:
    upload = receive(editor)
    address = reverse(f"admin:ingest_upload_{name}", args=[upload.pk])
    assert signed_in(person_of("记者")).get(address).status_code == 404
    assert signed_in(UserFactory(is_staff=False)).get(address).status_code == 302
    assert Client().get(address).status_code == 302


def test_the_original_is_handed_out_as_it_came(desk: Client, editor: Any) -> None:
    upload = receive(editor)
    response = desk.get(reverse("admin:ingest_upload_original", args=[upload.pk]))
    assert b"".join(response.streaming_content) == PAGE.encode()
    assert response["Content-Disposition"].startswith("attachment")
    assert response["X-Content-Type-Options"] == "nosniff"
    assert "%E4%B8%80%E7%89%88.txt" in response["Content-Disposition"]


def test_a_file_name_is_never_a_path_and_never_markup(desk: Client) -> None:
    named = SimpleUploadedFile("../../<script>alert(1)</script>.txt", PAGE.encode())
    page = desk.get(send(desk, b"", file=named)["Location"]).content.decode()
    upload = Upload.objects.get()
    assert ".." not in upload.file.name
    assert "<script>alert(1)" not in page


def test_an_upload_is_never_deleted(desk: Client, editor: Any) -> None:
    upload = receive(editor)
    address = reverse("admin:ingest_upload_delete", args=[upload.pk])
    assert desk.post(address, {"post": "yes"}).status_code == 403
    assert Upload.objects.exists()


@pytest.mark.parametrize("count", [1, 3])
def test_the_list_asks_as_often_for_three_as_for_one(
    editor: Any, count: int, django_assert_num_queries: Any
) -> None:
    for number in range(count):
        receive(editor, f"{PAGE}\n第{number}版的最后一段。\n")
    client = signed_in(editor)
    address = reverse("admin:ingest_upload_changelist")
    client.get(address)
    with django_assert_num_queries(LIST_QUERIES):
        client.get(address)


LIST_QUERIES = 10


def test_commit_asks_first_and_says_what_comes_in(desk: Client, editor: Any) -> None:
    upload = receive(editor)
    address = reverse("admin:ingest_upload_commit", args=[upload.pk])
    page = desk.get(address).content.decode()
    assert "2 articles" in page
    assert not Article.objects.exists()
    response = desk.post(address, {"revision": upload.revision})
    assert response["Location"] == upload.get_desk_url()
    outcome = desk.get(response["Location"]).content.decode()
    for article in Article.objects.all():
        assert reverse("admin:articles_article_change", args=[article.pk]) in outcome
    assert reverse("admin:ingest_upload_undo", args=[upload.pk]) in outcome


def test_as_many_facts_are_counted_as_are_listed(desk: Client, editor: Any) -> None:
    upload = receive(editor)
    listed = 0
    for article in upload.document["articles"]:
        page = desk.get(f"{upload.get_desk_url()}?article={article['id']}").content.decode()
        facts = page.split('id="desk-facts"')[1]
        here = facts.count('class="line"')
        assert f"<small>{here} fact{'s' * (here != 1)}</small>" in facts
        listed += here
    address = reverse("admin:ingest_upload_commit", args=[upload.pk])
    assert f"come in as drafts, with {listed} facts." in desk.get(address).content.decode()


def test_commit_says_how_many_doubts_are_open_and_leads_to_the_first(
    desk: Client, editor: Any
) -> None:
    upload = receive(editor, PAGE.replace("1.3亿元", "1.3.5亿元"))
    keys = [each["key"] for each in doubts(upload.document)]
    address = reverse("admin:ingest_upload_commit", args=[upload.pk])
    page = desk.get(address)
    assert f"{len(keys)} doubts have not been looked at." in page.content.decode()
    link = page.context["open_doubts"]["first"]
    assert link.startswith(upload.get_desk_url())
    assert f'href="{escape(link)}"' in page.content.decode()
    assert desk.get(link).context["desk"].front["key"] == keys[0]
    desk.cookies["django_language"] = "zh-hans"
    assert f"还有{len(keys)}处存疑没有看。" in desk.get(address).content.decode()
    desk.cookies["django_language"] = "en"
    for key in keys[1:]:
        do(desk, upload, "accept_doubt", doubt=key)
    assert "1 doubt has not been looked at." in desk.get(address).content.decode()
    do(desk, upload, "accept_doubt", doubt=keys[0])
    assert "looked at" not in desk.get(address).content.decode()


def test_doubts_do_not_keep_a_commit(desk: Client, editor: Any) -> None:
    upload = receive(editor)
    assert doubts(upload.document)
    desk.post(reverse("admin:ingest_upload_commit", args=[upload.pk]), {"revision": 0})
    assert Upload.objects.get().state == Upload.State.COMMITTED


def test_commit_of_an_old_page_is_refused(desk: Client, editor: Any) -> None:
    upload = receive(editor)
    Upload.objects.update(revision=4)
    address = reverse("admin:ingest_upload_commit", args=[upload.pk])
    page = desk.post(address, {"revision": "0"}, follow=True).content.decode()
    assert "changed this page" in page
    assert not Article.objects.exists()


def test_an_import_goes_back_and_says_so(desk: Client, editor: Any) -> None:
    upload = receive(editor)
    desk.post(reverse("admin:ingest_upload_commit", args=[upload.pk]), {"revision": 0})
    undo = reverse("admin:ingest_upload_undo", args=[upload.pk])
    assert "records are deleted" in desk.get(undo).content.decode()
    page = desk.post(undo, follow=True).content.decode()
    assert "taken back" in page
    assert not Article.objects.exists()
    assert reverse("admin:ingest_upload_commit", args=[upload.pk]) in page, "it is on the desk"


def test_what_was_set_aside_comes_back_to_the_desk_by_a_button(desk: Client, editor: Any) -> None:
    upload = receive(editor)
    do(desk, upload, "edit_article", article=upload.document["articles"][0]["id"], headline="甲")
    discard = reverse("admin:ingest_upload_discard", args=[upload.pk])
    resume = reverse("admin:ingest_upload_resume", args=[upload.pk])
    assert f'href="{resume}"' in desk.post(discard, {"revision": 1}, follow=True).content.decode()
    assert "comes back to the desk" in desk.get(resume).content.decode()
    page = desk.post(resume, follow=True).content.decode()
    assert "as it was left" in page
    assert "甲" in page


def test_what_stands_in_the_way_of_taking_back_is_listed(desk: Client, editor: Any) -> None:
    upload = receive(editor)
    desk.post(reverse("admin:ingest_upload_commit", args=[upload.pk]), {"revision": 0})
    article = Article.objects.order_by("pk")[0]
    article.headline = "编辑改过的标题"
    article.save()
    page = desk.get(reverse("admin:ingest_upload_undo", args=[upload.pk])).content.decode()
    assert "编辑改过的标题" in page
    assert 'value="undo"' not in page


def test_a_journalist_may_set_aside_but_not_commit(editor: Any) -> None:
    journalist = person_of("记者")
    upload = receive(journalist)
    client = signed_in(journalist)
    commit = reverse("admin:ingest_upload_commit", args=[upload.pk])
    assert client.post(commit, {"revision": 0}).status_code == 403
    client.post(reverse("admin:ingest_upload_discard", args=[upload.pk]), {"revision": 0})
    upload.refresh_from_db()
    assert upload.state == Upload.State.DISCARDED


def test_every_fact_of_the_outcome_leads_to_its_project_and_to_its_sentence(
    desk: Client, editor: Any
) -> None:
    upload = receive(editor)
    desk.post(reverse("admin:ingest_upload_commit", args=[upload.pk]), {"revision": 0})
    page = desk.get(upload.get_desk_url()).content.decode()
    investment = Investment.objects.get()
    project = investment.projects.get()
    facts = page[page.index("told") :]
    assert reverse("admin:projects_project_change", args=[project.pk]) in facts
    quote = investment.evidence
    preview = reverse("admin:articles_article_preview", args=[quote.article_id])
    assert f"{preview}?fact={quote.uid}#f-{quote.uid}" in facts
    landed = desk.get(f"{preview}?fact={quote.uid}").content.decode()
    assert f'id="f-{quote.uid}"' in landed


def test_an_issue_of_long_ago_is_read_and_its_date_is_asked_about(desk: Client) -> None:
    answer = send(desk, PAGE.encode(), issue_date="1962-11-24")
    assert "more than a year ago" in desk.get(answer["Location"]).content.decode()
    Upload.objects.all().delete()
    answer = send(desk, PAGE.encode(), issue_date="2026-01-24")
    assert "more than a year ago" not in desk.get(answer["Location"]).content.decode()


def test_a_page_of_which_nothing_was_made_can_still_become_an_article(
    desk: Client, editor: Any
) -> None:
    upload = receive(editor, "责任编辑 李明 电话 5551234")
    assert not upload.document["articles"]
    page = desk.get(upload.get_desk_url()).content.decode()
    assert '<option value="new">' in page
    part = upload.document["loose"][0]["id"]
    do(desk, upload, "take_part", part=part, to="new", kind="headline")
    desk.post(reverse("admin:ingest_upload_commit", args=[upload.pk]), {"revision": 1})
    assert Article.objects.get().headline == "责任编辑 李明 电话 5551234"
