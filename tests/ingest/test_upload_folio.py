"""A page that prints another date or paper than was given is told so, and can be read as printed."""

from __future__ import annotations

import json
from datetime import date
from io import StringIO
from typing import Any

import pytest
from django.core.management import call_command
from django.test import Client
from django.urls import reverse
from django.utils import translation

from ingest.committing import commit_upload
from ingest.desk.doubts import doubts
from ingest.models import Upload
from tests.factories import IssueFactory, NewspaperFactory
from tests.ingest.uploads import PAGE, do, furnish, person_of, receive, send, signed_in

pytestmark = pytest.mark.django_db

HEAD = "青屏日报  2026年11月26日 星期四  第3版  第1290期\n\n"
PRINTED = HEAD + PAGE
SAYS = "版面上印的是2026年11月26日，上传时填的是2026年11月21日"


@pytest.fixture(autouse=True)
def in_chinese() -> Any:
    with translation.override("zh-hans"):
        yield


def page_of(client: Client, upload: Upload) -> str:
    return client.get(upload.get_desk_url()).content.decode()


def as_printed(client: Client, upload: Upload, revision: int | None = None) -> Any:
    if revision is None:
        revision = Upload.objects.get(pk=upload.pk).revision
    return client.post(
        reverse("admin:ingest_upload_as_printed", args=[upload.pk]), {"revision": revision}
    )


def kinds(upload: Upload) -> list[str]:
    return [each["kind"] for each in doubts(Upload.objects.get(pk=upload.pk).document)]


def test_another_date_than_printed_is_the_first_doubt(desk: Client, editor: Any) -> None:
    upload = receive(editor, PRINTED)
    assert kinds(upload)[:2] == ["date", "paper"]
    page = page_of(desk, upload)
    assert page.count(SAYS) == 2  # in the strip, and in the list of doubts
    assert f"版面上印的是“青屏日报”，上传时选的是“{upload.newspaper}”" in page
    assert f"改为{upload.newspaper}2026年11月26日，重新读" in page


def test_the_upload_itself_says_so(desk: Client) -> None:
    send(desk, PRINTED.encode())
    assert SAYS in page_of(desk, Upload.objects.get())


@pytest.mark.parametrize("text", [PAGE, PRINTED.replace("11月26日", "11月21日", 1)])
def test_a_page_with_the_given_date_or_none_is_not_doubted(editor: Any, text: str) -> None:
    assert "date" not in kinds(receive(editor, text))


def test_a_part_of_the_paper_s_name_is_its_name(editor: Any) -> None:
    paper = NewspaperFactory(name="青屏日报社")
    assert "paper" not in kinds(receive(editor, PRINTED, newspaper=paper))


def test_the_file_is_read_again_under_the_printed_date_and_paper(desk: Client, editor: Any) -> None:
    paper = NewspaperFactory(name="青屏日报", is_site=False)
    journalist = person_of("记者")
    page = PRINTED.replace("年底前", "月底前")
    first = receive(journalist, page, newspaper=furnish(), issue_date=date(2026, 10, 20))
    response = as_printed(desk, first)
    second = Upload.objects.get(state=Upload.State.PROPOSED)
    assert response["Location"] == second.get_desk_url()
    assert (second.issue_date, second.newspaper) == (date(2026, 11, 26), paper)
    assert (second.number, second.page_number) == (first.number, first.page_number)
    assert second.uploaded_by == journalist
    first.refresh_from_db()
    assert (first.state, first.issue_date) == (Upload.State.DISCARDED, date(2026, 10, 20))
    assert "已按青屏日报2026年11月26日重新读过。" in page_of(desk, second)
    assert not {"date", "paper"} & set(kinds(second))
    assert [each["due_on"] for each in first.document["facts"]] != [
        each["due_on"] for each in second.document["facts"]
    ]


def test_who_has_worked_on_the_page_is_told_to_upload_again(desk: Client, editor: Any) -> None:
    upload = receive(editor, PRINTED)
    part = upload.document["articles"][0]["parts"][0]["id"]
    do(desk, upload, "edit_text", part=part, text="改过了。")
    page = page_of(desk, upload)
    assert reverse("admin:ingest_upload_as_printed", args=[upload.pk]) not in page
    assert "请放弃这次上传" in page
    response = as_printed(desk, upload)
    assert "这个版已经改过内容" in desk.get(response["Location"]).content.decode()
    assert Upload.objects.get().state == Upload.State.PROPOSED


def test_a_date_that_was_right_is_accepted_and_stays_so(desk: Client, editor: Any) -> None:
    upload = receive(editor, PRINTED)
    for doubt in doubts(upload.document)[:2]:
        assert reverse("admin:ingest_upload_as_printed", args=[upload.pk]) in page_of(desk, upload)
        do(desk, upload, "accept_doubt", doubt=doubt["key"])
    assert not {"date", "paper"} & set(kinds(upload))
    assert SAYS not in page_of(desk, upload)


def test_an_old_page_and_other_people_change_nothing(desk: Client, editor: Any) -> None:
    upload = receive(editor, PRINTED)
    as_printed(desk, upload, revision=3)
    assert as_printed(signed_in(person_of("记者")), upload).status_code == 404
    assert desk.get(
        reverse("admin:ingest_upload_as_printed", args=[upload.pk])
    ).status_code == 405  # fmt: skip
    assert Upload.objects.get().state == Upload.State.PROPOSED


@pytest.mark.parametrize("page", ["as_printed", "commit", "discard"])
def test_a_revision_of_no_sense_is_an_old_page(desk: Client, editor: Any, page: str) -> None:
    upload = receive(editor, PRINTED)
    where = reverse(f"admin:ingest_upload_{page}", args=[upload.pk])
    for sense in ("9" * 5000, "9" * 30, "", "第一"):
        assert desk.post(where, {"revision": sense}).status_code == 302
    assert Upload.objects.get().state == Upload.State.PROPOSED


def test_a_file_that_was_lost_cannot_be_read_again(desk: Client, editor: Any) -> None:
    upload = receive(editor, PRINTED)
    upload.file.storage.delete(upload.file.name)
    response = as_printed(desk, upload)
    assert "这次上传的文件丢失了。" in desk.get(response["Location"]).content.decode()
    assert Upload.objects.get().state == Upload.State.PROPOSED


def test_a_day_far_ahead_is_a_slip_of_the_print(desk: Client, editor: Any) -> None:
    upload = receive(editor, PRINTED.replace("2026年11月26日", "2062年11月26日"))
    page = page_of(desk, upload)
    assert "版面上印的是2062年11月26日" in page
    assert reverse("admin:ingest_upload_as_printed", args=[upload.pk]) not in page


def test_the_command_says_so_beside_its_answer(tmp_path: Any) -> None:
    file, said, warned = tmp_path / "a.txt", StringIO(), StringIO()
    file.write_text(PRINTED)
    options: dict[str, Any] = {"stdout": said, "stderr": warned, "json": True}
    call_command("import_issue", file, date="2026-11-21", **options)
    assert SAYS in warned.getvalue()
    assert json.loads(said.getvalue())["articles"]


def test_what_came_of_it_says_so_too(desk: Client, editor: Any) -> None:
    upload = receive(editor, PRINTED)
    commit_upload(upload=upload, by=editor)
    assert SAYS in page_of(desk, upload)


def test_an_empty_field_takes_what_the_page_prints(desk: Client) -> None:
    response = send(desk, PRINTED.encode())
    upload = Upload.objects.get()
    assert (upload.page_number, upload.number) == (3, 1290)
    assert "按版面上印的填了：第3版，第1290期。" in desk.get(response["Location"]).content.decode()


def test_what_the_form_says_counts_before_what_is_printed(desk: Client) -> None:
    send(desk, PRINTED.encode(), page_number="5", number="7")
    upload = Upload.objects.get()
    assert (upload.page_number, upload.number) == (5, 7)


def test_a_document_of_before_has_no_such_doubt(editor: Any) -> None:
    document = dict(receive(editor, PRINTED).document)
    del document["folio"]
    assert not {"date", "paper"} & {each["kind"] for each in doubts(document)}


def test_a_page_that_was_read_before_it_kept_what_was_given_is_reviewed_and_committed(
    desk: Client, editor: Any
) -> None:
    upload = receive(editor, PRINTED)
    for document in (upload.machine, upload.current):
        document["folio"].pop("given", None)
    upload.save()
    IssueFactory(newspaper=upload.newspaper, date=upload.issue_date, number=1289)
    assert "版面上印的是第1290期，那天的报纸是第1289期" in page_of(desk, upload)
    assert SAYS not in page_of(desk, upload)
    page = desk.get(reverse("admin:ingest_upload_commit", args=[upload.pk]))
    assert page.status_code == 200
    commit_upload(upload=upload, by=editor)
    assert page_of(desk, upload)


def test_the_form_says_that_numbers_may_be_left_to_the_page() -> None:
    client = signed_in(person_of("编辑"))
    client.cookies["django_language"] = "zh-hans"
    form = client.get(reverse("admin:ingest_upload_add")).content.decode()
    assert form.count("可以不填：照版面上印的填。") == 2
