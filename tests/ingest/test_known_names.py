"""The desk tells what the import will do: a name is known there by the same rule as at the commit."""

from __future__ import annotations

from typing import Any

import pytest
from django.urls import reverse

from departments.models import Department
from ingest.committing import commit_upload
from ingest.desk.doubts import doubts
from ingest.known import known_names
from projects.models import ProjectAlias
from tests.factories import AliasFactory, DepartmentFactory, ProjectFactory
from tests.ingest.uploads import receive, signed_in

pytestmark = pytest.mark.django_db

PAGE = """全县校舍冬季检修启动

本报讯 11月20日，县教育局、县水利局联合召开会议，安排校舍冬季检修。县水利局负责人说，十一月底前查完。
"""


def departments_of(upload: Any) -> dict[str, str | None]:
    found = [each for article in upload.document["articles"] for each in article["departments"]]
    return {each["printed"]: each["match"] for each in found}


def test_a_short_name_is_no_new_department(editor: Any) -> None:
    DepartmentFactory(name="平遥县教育局", short_name="县教育局")
    AliasFactory(department=DepartmentFactory(name="平遥县水利局"), name="县水利局")
    upload = receive(editor, PAGE)
    assert departments_of(upload) == {"县教育局": "平遥县教育局", "县水利局": "平遥县水利局"}
    assert not [each for each in doubts(upload.document) if each["kind"] == "department"]
    page = signed_in(editor).get(reverse("admin:ingest_upload_commit", args=[upload.pk]))
    assert page.context["coming"]["departments"] == []
    commit_upload(upload=upload, by=editor)
    assert Department.objects.count() == 2


def test_what_came_into_the_books_since_the_upload_is_no_new_name_at_the_commit(
    editor: Any,
) -> None:
    upload = receive(editor, PAGE)
    assert departments_of(upload) == {"县教育局": None, "县水利局": None}
    DepartmentFactory(name="平遥县教育局", short_name="县教育局")
    page = signed_in(editor).get(reverse("admin:ingest_upload_commit", args=[upload.pk]))
    assert page.context["coming"]["departments"] == ["县水利局"]
    commit_upload(upload=upload, by=editor)
    assert set(Department.objects.values_list("name", flat=True)) == {"平遥县教育局", "县水利局"}


NAMES = [
    "平遥县教育局",
    "县教育局",
    "教育局",
    "县教体局",
    "ＡＢＣ公司",
    "abc公司",
    "ABC 公司",
    "县水利局",
]


def test_the_desk_and_the_commit_know_the_same_names() -> None:
    first = DepartmentFactory(name="平遥县教育局", short_name="县教育局")
    AliasFactory(department=first, name="教育局")
    second = DepartmentFactory(name="县教体局", short_name="教育局")
    AliasFactory(department=DepartmentFactory(name="平遥ABC公司"), name="ABC公司")
    DepartmentFactory(name="另一个县教育局", short_name="县教育局", kind=Department.Kind.TOWNSHIP)
    AliasFactory(department=second, name="平遥县教育局")
    known = known_names()
    for name in NAMES:
        found = Department.objects.by_printed_name(name)
        assert known.department(name) == (found.name if found else None), name
    assert known.department("平遥县教育局") == "平遥县教育局"
    assert known.department("教育局") == "平遥县教育局"


@pytest.mark.parametrize("field", ["name", "short_name"])
def test_a_name_stored_in_full_width_is_the_same_at_the_commit(field: str) -> None:
    stored = DepartmentFactory(**{"name": "青屏总院", field: "青屏县人民医院（总院）"})
    for printed in ("青屏县人民医院(总院)", "青屏县人民医院（总院）", "青屏县人民医院 (总院)"):
        assert known_names().department(printed) == stored.name
        assert Department.objects.by_printed_name(printed) == stored


def test_a_name_that_two_projects_print_is_matched_to_neither(editor: Any) -> None:
    for _ in range(2):
        ProjectAlias.objects.create(project=ProjectFactory(), name="河东冷链园项目")
    assert "河东冷链园项目" not in known_names().projects
