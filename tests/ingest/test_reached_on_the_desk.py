"""A stage comes into the ledger on the day that is printed for it, not on that of the issue."""

from __future__ import annotations

from datetime import date
from typing import Any

import pytest
from django.utils.translation import override

from ingest.committing import commit_upload
from ingest.fact_lines import Ledger, lines_of
from ingest.models import Upload
from projects.models import Investment, Progress
from tests.ingest.uploads import do, receive, signed_in

pytestmark = pytest.mark.django_db

PAGE = """烘干塔开机

本报讯 洪善镇高标准农田建设项目今年8月动工，10月20日投用，总投资3150万元，截至11月10日，累计完成投资1870万元。

合作社理事长说，到现在已经烘粮两千多吨。
"""


@pytest.fixture
def upload(editor: Any) -> Upload:
    return receive(editor, PAGE)


def project(upload: Upload) -> Any:
    document = Upload.objects.get(pk=upload.pk).document
    return next(each for each in document["facts"] if each["kind"] == "project")


def test_what_was_reached_has_its_printed_day(editor: Any, upload: Upload) -> None:
    commit_upload(upload=upload, by=editor)
    (row,) = Progress.objects.all()
    assert (row.stage, row.date) == ("operating", date(2026, 10, 20))
    done = Investment.objects.get(measure="done")
    assert done.as_of == date(2026, 11, 10)


def test_another_stage_has_not_that_day(editor: Any, upload: Upload) -> None:
    fact = project(upload)
    assert fact["reached_on"]
    do(signed_in(editor), upload, "edit_fact", fact=fact["id"], stage="completed", tense="done")
    assert project(upload)["reached_on"] is None


def test_another_sentence_has_not_that_day(editor: Any, upload: Upload) -> None:
    fact, other = project(upload), "合作社理事长说，到现在已经烘粮两千多吨。"
    do(signed_in(editor), upload, "edit_fact", fact=fact["id"], quote=other)
    assert project(upload)["quote"] == other
    assert project(upload)["reached_on"] is None


def test_the_desk_shows_the_day_that_comes_into_the_ledger(upload: Upload) -> None:
    """Also where the day is known and its sentence tells another word for the stage."""
    fact = {**project(upload), "quote": "合作社理事长说，到现在已经烘粮两千多吨。", "term": None}
    with override("zh-hans"):
        lines = lines_of(fact, Ledger([], upload.issue_date))
    assert any("10月20日" in f"{line.value}{line.note}" for line in lines)
