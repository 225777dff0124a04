"""A file with more text than a page has is refused at once, with the counts and what to do."""

from __future__ import annotations

import time
from io import StringIO
from pathlib import Path
from typing import Any

import pytest
from django.core.management import CommandError, call_command
from django.utils import translation

from ingest.bounds import Bounds, TooMuchTextError
from ingest.committing import receive_and_commit
from ingest.messages import IngestError
from ingest.models import Upload
from tests.factories import UserFactory
from tests.ingest.uploads import ISSUED, PAGE, furnish, person_of, receive, send, signed_in

pytestmark = pytest.mark.django_db

MANY_PAGES = "".join(f"{PAGE}第{number}段。\n\n" for number in range(8000))
MANY_LINES = "".join(f"第{number}户\n" for number in range(801))
SAYS_CHARACTERS = f"文件有{len(MANY_PAGES)}个字，一次上传最多30000个字。请一次上传一个版。"
SAYS_LINES = "文件有801块（行）分开的文字，一次上传最多800块。请一次上传一个版，或再分几次。"


@pytest.fixture(autouse=True)
def in_chinese() -> Any:
    with translation.override("zh-hans"):
        yield


@pytest.mark.parametrize(
    ("text", "words"), [(MANY_PAGES, SAYS_CHARACTERS), (MANY_LINES, SAYS_LINES)]
)
def test_more_than_a_page_is_refused_on_the_form_with_the_counts(text: str, words: str) -> None:
    began = time.monotonic()
    response = send(signed_in(person_of("编辑")), text.encode())
    assert response.status_code == 422
    assert words in response.content.decode()
    assert not Upload.objects.exists()
    assert time.monotonic() - began < 10


def test_the_form_says_how_much_one_upload_may_have() -> None:
    page = signed_in(person_of("编辑")).get("/admin/ingest/upload/add/").content.decode()
    assert "一个版的文本文件（.txt），最多30000个字、5 MB。" in page


@pytest.mark.parametrize("options", [{}, {"commit": True}, {"json": True}])
def test_the_command_has_the_same_bounds_and_words(tmp_path: Path, options: dict) -> None:
    furnish()
    UserFactory(is_superuser=True)
    file = tmp_path / "全期.txt"
    for text, words in ((MANY_PAGES, SAYS_CHARACTERS), (MANY_LINES, SAYS_LINES)):
        file.write_text(text)
        with pytest.raises(CommandError, match=words):
            call_command("import_issue", file, date="2026-12-01", stdout=StringIO(), **options)
    assert not Upload.objects.exists()


def test_whoever_calls_the_import_meets_the_same_bounds() -> None:
    with pytest.raises(IngestError, match=SAYS_CHARACTERS):
        receive(person_of("编辑"), MANY_PAGES)
    UserFactory(is_superuser=True)
    with pytest.raises(IngestError, match=SAYS_LINES):
        receive_and_commit(
            data=MANY_LINES.encode(), name="a.txt", paper=None, issue_date=ISSUED,
            number=None, page=None,
        )  # fmt: skip


def test_the_bounds_are_settings(settings: Any) -> None:
    editor = person_of("编辑")
    settings.UPLOAD_MAX_CHARACTERS = len(PAGE) - 1
    with pytest.raises(
        IngestError, match=f"文件有{len(PAGE)}个字，一次上传最多{len(PAGE) - 1}个字"
    ):
        receive(editor)
    settings.UPLOAD_MAX_CHARACTERS, settings.UPLOAD_MAX_PIECES = len(PAGE), 4
    with pytest.raises(IngestError, match="文件有5块"):
        receive(editor)
    settings.UPLOAD_MAX_PIECES = 5
    assert receive(editor).state == Upload.State.PROPOSED


def test_at_the_bounds_a_text_is_read() -> None:
    Bounds(characters=4, pieces=2).check("县里\n好")
    with pytest.raises(TooMuchTextError):
        Bounds(characters=3).check("县里\n好")
    with pytest.raises(TooMuchTextError):
        Bounds(pieces=1).check("县里\n\n好")
