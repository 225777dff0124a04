"""A department is typed in Chinese: its address is made, its code and its short name are checked."""

from __future__ import annotations

from typing import Any

import pytest
from django.contrib.redirects.models import Redirect
from django.test import Client
from taggit.models import Tag

from articles.models import Newspaper, Section
from departments.models import Department
from projects.models import Sector
from tests.articles.newsroom import signed_in
from tests.factories import DepartmentFactory
from tests.projects.newsroom import opened, saved

pytestmark = pytest.mark.django_db
ADD = "/admin/departments/department/add/"


@pytest.fixture
def client() -> Client:
    return signed_in("编辑")[0]


def added(client: Client, **fields: str) -> str:
    return saved(client, ADD, {**opened(client, ADD), "name": "清河县水利局", **fields})


def test_the_address_is_made_of_the_name_where_it_is_left_empty(client: Client) -> None:
    assert "不填就按名称自动生成" in client.get(ADD).content.decode()
    assert added(client) == ""
    assert Department.objects.get().slug == "qinghexian-shuiliju"


def test_an_address_that_is_taken_gets_a_number(client: Client) -> None:
    DepartmentFactory(name="清河县水力局", slug="qinghexian-shuiliju")
    assert added(client) == ""
    assert Department.objects.get(name="清河县水利局").slug == "qinghexian-shuiliju-2"


def test_an_address_that_was_typed_stays(client: Client) -> None:
    assert added(client, slug="shuili") == ""
    assert Department.objects.get().slug == "shuili"


def test_an_address_that_is_emptied_is_made_anew_and_the_old_one_leads_there(
    client: Client,
) -> None:
    department = DepartmentFactory(name="清河县水利局", slug="shuili")
    page = f"/admin/departments/department/{department.pk}/change/"
    assert saved(client, page, {**opened(client, page), "slug": ""}) == ""
    department.refresh_from_db()
    assert department.slug == "qinghexian-shuiliju"
    assert Redirect.objects.get().new_path == department.get_absolute_url()


@pytest.mark.parametrize(
    ("page", "model", "field", "fields"),
    [
        ("articles/section", Section, "slug", {}),
        ("articles/newspaper", Newspaper, "slug", {"county": "清河县"}),
        ("projects/sector", Sector, "code", {}),
        ("taggit/tag", Tag, "slug", {}),
    ],
)
def test_so_is_that_of_all_that_has_a_chinese_name(
    page: str, model: Any, field: str, fields: dict[str, str]
) -> None:
    client, _ = signed_in("编辑", is_superuser=True)
    add = f"/admin/{page}/add/"
    for name in ("水利", "水力"):
        assert saved(client, add, {**opened(client, add), "name": name, **fields}) == ""
    made = set(model.objects.filter(name__startswith="水").values_list(field, flat=True))
    assert made == {"shuili", "shuili-2"}


@pytest.mark.parametrize(
    "code", ["123", "91140728MA0K00000", "91140728MA0K0000ID", "统一社会信用代码"]
)
def test_a_credit_code_that_is_none_is_told(code: str, client: Client) -> None:
    assert "统一社会信用代码是18位数字和大写字母，没有I、O、S、V、Z。" in added(client, uscc=code)
    assert not Department.objects.exists()


@pytest.mark.parametrize(
    "typed", ["11140728012345678X", " 11140728012345678x", "１１140728012345678X"]
)
def test_a_credit_code_is_kept_in_one_way_of_writing(typed: str, client: Client) -> None:
    assert added(client, uscc=typed) == ""
    assert Department.objects.get().uscc == "11140728012345678X"


@pytest.mark.parametrize("stored", ["123456", " 12ab", "统一社会信用代码"])
def test_a_credit_code_that_stands_is_not_asked_about(stored: str, client: Client) -> None:
    department = DepartmentFactory(name="清河县水利局", uscc=stored)
    page = f"/admin/departments/department/{department.pk}/change/"
    assert saved(client, page, {**opened(client, page), "description": "管水。"}) == ""
    department.refresh_from_db()
    assert department.description == "管水。"
    department.full_clean()
    assert "统一社会信用代码是18位" in saved(client, page, {**opened(client, page), "uscc": "123"})
    assert saved(client, page, {**opened(client, page), "uscc": ""}) == ""


def test_a_short_name_that_another_has_is_told_with_who_has_it(client: Client) -> None:
    DepartmentFactory(name="清河县住房和城乡建设局", short_name="县住建局")
    answer = added(client, name="清河县建设局", short_name="县住建局")
    assert "“县住建局”已经是“清河县住房和城乡建设局”的名称。" in answer
    assert Department.objects.count() == 1
