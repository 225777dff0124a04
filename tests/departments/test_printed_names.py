"""A printed name leads to one department: who gives it twice is told who has it, and loses nothing."""

from __future__ import annotations

import csv
import io
from typing import Any

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client

from departments.models import Alias, Department
from tests.articles.newsroom import signed_in
from tests.factories import AliasFactory, DepartmentFactory
from tests.projects.newsroom import opened, saved

pytestmark = pytest.mark.django_db
PAGE = "/admin/departments/department/"


@pytest.fixture
def client() -> Client:
    return signed_in("编辑")[0]


def page_of(department: Department) -> str:
    return f"{PAGE}{department.pk}/change/"


def named(sent: dict[str, Any], *names: str) -> dict[str, Any]:
    """The form with these printed names typed into new rows."""
    first = int(sent["aliases-INITIAL_FORMS"])
    rows: dict[str, Any] = {"aliases-TOTAL_FORMS": first + len(names)}
    for number, name in enumerate(names, start=first):
        rows |= {f"aliases-{number}-name": name, f"aliases-{number}-id": ""}
    return {**sent, **rows}


def test_a_name_typed_twice_is_told_and_the_form_kept(client: Client) -> None:
    department = DepartmentFactory(name="清河县发展和改革局")
    sent = named(opened(client, page_of(department)), "发改局", "发 改局")
    answer = saved(client, page_of(department), {**sent, "description": "管项目立项。"})
    assert "“发 改局”写了两次，留一个即可。" in answer
    assert "管项目立项。" in answer
    assert not Alias.objects.exists()


def test_a_row_that_goes_is_not_counted(client: Client) -> None:
    department = DepartmentFactory(name="清河县发展和改革局")
    AliasFactory(department=department, name="发改局")
    AliasFactory(department=department, name="县发改局")
    sent = {**opened(client, page_of(department)), "aliases-0-DELETE": "on"}
    assert saved(client, page_of(department), sent) == ""
    assert department.aliases.count() == 1


def test_a_name_that_the_department_has_is_told(client: Client) -> None:
    department = DepartmentFactory(name="清河县发展和改革局")
    AliasFactory(department=department, name="发改局")
    sent = opened(client, page_of(department))
    answer = saved(client, page_of(department), named(sent, "发改局"))
    assert "写了两次" in answer or "本单位已经有“发改局”" in answer
    assert Alias.objects.count() == 1


@pytest.mark.parametrize("how", ["name", "short_name", "alias"])
def test_a_name_of_another_department_is_told_with_who_has_it(how: str, client: Client) -> None:
    if how == "alias":
        AliasFactory(department=DepartmentFactory(name="清河县发展和改革局"), name="发改局")
    elif how == "short_name":
        DepartmentFactory(name="清河县发展和改革局", short_name="发改局")
    else:
        DepartmentFactory(name="发改局")
    holder = Department.objects.get()
    other = DepartmentFactory(name="清河县水利局")
    answer = saved(client, page_of(other), named(opened(client, page_of(other)), "发改局"))
    assert f"“发改局”已经是“{holder.name}”的名称。" in answer
    assert not other.aliases.exists()


def test_a_new_department_with_a_name_of_another_is_told(client: Client) -> None:
    AliasFactory(department=DepartmentFactory(name="清河县发展和改革局"), name="发改局")
    sent = named(opened(client, f"{PAGE}add/"), "发改局")
    answer = saved(client, f"{PAGE}add/", {**sent, "name": "清河县发改中心", "slug": "fagai"})
    assert "“发改局”已经是“清河县发展和改革局”的名称。" in answer
    assert not Department.objects.filter(name="清河县发改中心").exists()


def test_what_stands_unchanged_is_not_asked_about(client: Client) -> None:
    """An older collision keeps nobody from writing a description."""
    department = DepartmentFactory(name="清河县水利局", short_name="县局")
    AliasFactory(department=department, name="水利")
    DepartmentFactory(name="水利", short_name="县局")
    sent = opened(client, page_of(department))
    assert saved(client, page_of(department), {**sent, "description": "管水。"}) == ""


def test_a_table_with_a_name_of_another_department_says_who_has_it() -> None:
    client, _ = signed_in("编辑", is_superuser=True)
    AliasFactory(department=DepartmentFactory(name="清河县发展和改革局"), name="发改局")
    answer = imported(client, ["清河县水利局", "政府部门", "水利局、发改局"])
    assert "“发改局”已经是“清河县发展和改革局”的名称。" in answer
    assert "UNIQUE" not in answer
    assert Department.objects.count() == 1


def test_a_table_may_repeat_a_name_in_other_letters() -> None:
    client, _ = signed_in("编辑", is_superuser=True)
    AliasFactory(department=DepartmentFactory(name="清河县水利局"), name="水利局")
    assert "UNIQUE" not in imported(client, ["清河县水利局", "政府部门", "水 利局"])


def imported(client: Client, *rows: list[str]) -> str:
    out = io.StringIO()
    csv.writer(out).writerows([["名称", "类别", "其他名称"], *rows])
    file = SimpleUploadedFile("单位.csv", out.getvalue().encode())
    return client.post(f"{PAGE}import/", {"import_file": file, "resource": "0"}).content.decode()
