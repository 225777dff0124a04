"""A step of a work stands on the desk where the document has it: with its work."""

from __future__ import annotations

import re
from typing import Any

import pytest
from django.test import Client

from ingest.committing import commit_upload
from ingest.models import Upload
from projects.models import Target
from tests.ingest.uploads import any_section, do, receive

pytestmark = pytest.mark.django_db

PAGE = """南河大桥开工

本报讯 南河大桥改造总投资2100万元，12月15日前完成桩基，2027年11月底通车。

东坡水厂扩建工程总投资3600万元，2027年6月底投用。县医院年内通过二级医院评审。
"""


@pytest.fixture
def upload(editor: Any) -> Upload:
    return receive(editor, PAGE)


def listed(desk: Client, upload: Upload) -> list[tuple[str, str]]:
    """(what it is, what it says) of every line of the list of facts, in order."""
    page = desk.get(upload.get_desk_url()).content.decode()
    lines = re.findall(r'<b class="letter (\w+)".*?<b class="value">(.*?)</b>', page)
    return [line for line in lines if line[0] in ("project", "step", "target")]


def test_a_step_stands_under_its_work_and_among_no_targets(desk: Client, upload: Upload) -> None:
    assert listed(desk, upload) == [
        ("project", "南河大桥改造"),
        ("step", "完成桩基"),
        ("project", "东坡水厂扩建工程"),
        ("target", "县医院通过二级医院评审"),
    ]


def test_a_step_is_marked_in_the_text_by_its_own_letter(desk: Client, upload: Upload) -> None:
    page = desk.get(upload.get_desk_url()).content.decode()
    assert '<mark class="step" data-letter="步" title="项目的步骤"' in page


def test_a_step_follows_its_work_to_another_name(desk: Client, upload: Upload) -> None:
    work = next(each for each in upload.document["facts"] if each["kind"] == "project")
    do(desk, upload, "edit_fact", fact=work["id"], name="南河大桥")
    assert listed(desk, upload)[:2] == [("project", "南河大桥"), ("step", "完成桩基")]


def test_a_step_whose_work_was_dropped_stays_on_the_desk(desk: Client, upload: Upload) -> None:
    work = next(each for each in upload.document["facts"] if each["kind"] == "project")
    do(desk, upload, "drop_fact", fact=work["id"])
    assert "完成桩基" in [said for _, said in listed(desk, upload)]


def test_in_the_ledger_it_is_promised_of_its_work(upload: Upload, editor: Any) -> None:
    commit_upload(upload=upload, by=editor, section=any_section(), knowingly=True)
    promise = Target.objects.get(indicator="完成桩基")
    assert promise.project is not None
    assert promise.project.name == "南河大桥改造"
