"""The number of a page is one that a paper prints, and can be put right while it is reviewed."""

from __future__ import annotations

from io import StringIO
from typing import Any

import pytest
from django.core.exceptions import ValidationError
from django.core.management import call_command
from django.core.management.base import CommandError
from django.test import Client
from django.urls import reverse
from django.utils import translation

from articles.models import Issue, Page
from ingest.committing import commit_upload
from ingest.messages import IngestError
from ingest.models import Upload
from tests.factories import IssueFactory
from tests.ingest.uploads import PAGE, do, furnish, receive, send

pytestmark = pytest.mark.django_db

PRINTED = f"第3版\n\n{PAGE}"
SAYS = "版面上印的是第3版，上传时填的是第5版"


@pytest.fixture(autouse=True)
def in_chinese() -> Any:
    with translation.override("zh-hans"):
        yield


def page_of(client: Client, upload: Upload) -> str:
    return client.get(upload.get_desk_url()).content.decode()


def number_of(upload: Upload) -> int | None:
    return Upload.objects.get(pk=upload.pk).page_number


@pytest.mark.parametrize("wrong", ["0", "100", "40000", "-1"])
def test_a_page_that_no_paper_has_is_refused_where_it_is_typed(desk: Client, wrong: str) -> None:
    response = send(desk, PAGE.encode(), page_number=wrong)
    assert response.status_code == 422
    assert set(response.context["form"].errors) == {"page_number"}
    assert not Upload.objects.exists()


@pytest.mark.parametrize("wrong", ["0", "1000000", "99999999999"])
def test_a_number_that_no_issue_has_is_refused_where_it_is_typed(desk: Client, wrong: str) -> None:
    response = send(desk, PAGE.encode(), number=wrong)
    assert response.status_code == 422
    assert set(response.context["form"].errors) == {"number"}
    assert not Upload.objects.exists()


@pytest.mark.parametrize(
    ("options", "says"),
    [
        ({"page": 0}, "版次是1到99，不是0。"),
        ({"page": 40000}, "版次是1到99，不是40000。"),
        ({"number": 0}, "期号是1到999999，不是0。"),
    ],
)
def test_the_command_says_so_too(
    tmp_path: Any, editor: Any, options: dict[str, int], says: str
) -> None:
    furnish()
    type(editor).objects.filter(pk=editor.pk).update(is_superuser=True)
    file = tmp_path / "a.txt"
    file.write_text(PAGE)
    with pytest.raises(CommandError, match=says):
        call_command(
            "import_issue", file, date="2026-11-21", commit=True, stdout=StringIO(), **options
        )
    assert not Upload.objects.exists()


def test_the_page_of_an_issue_has_such_a_number_too() -> None:
    issue = IssueFactory()
    for wrong in (0, 100):
        with pytest.raises(ValidationError, match=r"number|版"):
            Page(issue=issue, number=wrong).full_clean()
    Page(issue=issue, number=99).full_clean()


def test_a_page_that_contradicts_its_print_is_doubted(desk: Client, editor: Any) -> None:
    upload = receive(editor, PRINTED, page_number=5)
    assert SAYS in page_of(desk, upload)
    assert SAYS not in page_of(desk, receive(editor, f"{PRINTED}\n", page_number=3))


def test_the_printed_page_is_taken_with_one_step_and_the_step_goes_back(
    desk: Client, editor: Any
) -> None:
    upload = receive(editor, PRINTED, page_number=5)
    do(desk, upload, "file_under", page="3")
    assert number_of(upload) == 3
    assert SAYS not in page_of(desk, upload)
    do(desk, upload, "undo")
    assert number_of(upload) == 5
    assert SAYS in page_of(desk, upload)


def test_the_given_page_may_be_right(desk: Client, editor: Any) -> None:
    upload = receive(editor, PRINTED, page_number=5)
    do(desk, upload, "accept_doubt", doubt="page:folio:3")
    assert SAYS not in page_of(desk, upload)
    assert number_of(upload) == 5


def test_whoever_corrects_the_page_can_still_have_the_file_read_under_its_printed_date(
    desk: Client, editor: Any
) -> None:
    upload = receive(editor, f"2026年11月26日 星期四 第3版\n\n{PAGE}", page_number=5)
    do(desk, upload, "file_under", page="3")
    again = reverse("admin:ingest_upload_as_printed", args=[upload.pk])
    desk.post(again, {"revision": Upload.objects.get(pk=upload.pk).revision})
    fresh = Upload.objects.exclude(pk=upload.pk).get()
    assert (fresh.issue_date.isoformat(), fresh.page_number) == ("2026-11-26", 3)


@pytest.mark.parametrize("wrong", ["0", "100", "三", ""])
def test_a_page_that_no_paper_has_is_refused_on_the_desk(
    desk: Client, editor: Any, wrong: str
) -> None:
    upload = receive(editor, PAGE, page_number=5)
    response = do(desk, upload, "file_under", page=wrong)
    assert response.status_code == 422
    assert "版次是1到99" in response.content.decode()
    assert number_of(upload) == 5


def test_a_page_number_of_before_is_told_and_can_be_put_right(desk: Client, editor: Any) -> None:
    upload = receive(editor, PAGE, page_number=5)
    Upload.objects.filter(pk=upload.pk).update(page_number=0)
    for field in ("machine", "current"):
        document = getattr(upload, field)
        document["folio"]["given"].pop("page", None)
        Upload.objects.filter(pk=upload.pk).update(**{field: document})
    commit = reverse("admin:ingest_upload_commit", args=[upload.pk])
    assert "版次是1到99，不是0。" in desk.get(commit).content.decode()
    with pytest.raises(IngestError, match="版次是1到99"):
        commit_upload(upload=upload, by=editor)
    assert not Issue.objects.exists()
    do(desk, upload, "file_under", page="2")
    do(desk, upload, "undo")
    assert number_of(upload) == 0
    do(desk, upload, "file_under", page="2")
    commit_upload(upload=upload, by=editor)
    assert Page.objects.get().number == 2


def test_the_number_of_the_page_stands_on_the_desk_to_be_changed(desk: Client, editor: Any) -> None:
    page = page_of(desk, receive(editor, PAGE, page_number=5))
    assert 'name="page"' in page
    assert 'value="file_under"' in page
