"""The list of projects as a table: the projects that a reader has chosen, figures with sentences."""

from __future__ import annotations

import csv
import io
from datetime import date
from decimal import Decimal
from typing import Any
from urllib.parse import unquote

import pytest
from django.test import Client

from projects import ledger
from projects.filters import PAGE
from tests.factories import (
    DepartmentFactory,
    InvestmentFactory,
    NewspaperFactory,
    ProjectFactory,
    SectorFactory,
    TargetFactory,
)
from tests.projects.taken_away import SITE, said, words_in
from tests.projects.test_views_project import hidden_articles

pytestmark = pytest.mark.django_db
URL = "/projects/ledger.csv"
TABLES = ["ledger.csv", "ledger.json", "ledger.xlsx"]


@pytest.fixture(autouse=True)
def paper() -> None:
    NewspaperFactory()


def told(name: str, yuan: int = 130_000_000, **fields: Any) -> Any:
    """A project with a total and a promise, each with a sentence of its own."""
    project = ProjectFactory(name=name, **fields)
    total = said(project, f"{name}总投资约{yuan}元。", f"{yuan}元")
    InvestmentFactory(
        projects=[project], evidence=total, amount=Decimal(yuan), printed="", comparator="~"
    )
    TargetFactory(project=project, evidence=said(project, f"{name}年底前投用。"))
    ledger.rebuild(project)
    return project


def rows(client: Client, query: str = "") -> list[dict[str, str]]:
    text = client.get(f"{URL}{query}").content.decode("utf-8-sig")
    return list(csv.DictReader(io.StringIO(text)))


def names(client: Client, query: str = "") -> list[str]:
    return [row["项目"] for row in rows(client, query)]


def test_a_project_is_a_row_with_its_total_and_promise_beside_their_sentences(
    client: Client,
) -> None:
    project = told(
        "清水桥改造",
        lead=DepartmentFactory(name="清河县交通局"),
        place="城关镇",
        sector=SectorFactory(name="交通"),
    )
    total, promise = project.investments.get().evidence, project.targets.get().evidence
    (row,) = rows(client)
    assert (row["项目"], row["牵头部门"]) == ("清水桥改造", "清河县交通局")
    assert (row["地点"], row["行业"], row["阶段"]) == ("城关镇", "交通", "")
    assert (row["总投资"], row["限定词"]) == ("约1.3亿元", "约")
    assert (row["总投资（元）"], row["总投资上限（元）"]) == ("130000000", "")
    assert row["总投资原句"] == total.exact
    assert row["总投资网址"] == f"{SITE}{total.get_absolute_url()}"
    assert (row["承诺"], row["期限"], row["期限说法"]) == ("投用", "2026-12-31", "2026年底")
    assert row["现状"] == "进行中"
    assert row["承诺原句"] == promise.exact
    assert row["承诺网址"] == f"{SITE}{promise.get_absolute_url()}"
    assert row["最近见报"] == "2026-11-20"
    assert row["网址"] == f"{SITE}{project.get_absolute_url()}"


def test_what_nobody_said_is_an_empty_cell(client: Client) -> None:
    said(ProjectFactory(name="河堤加固"), "河堤加固说了多年。")
    (row,) = rows(client)
    assert not any(row[name] for name in row if name not in ("项目", "最近见报", "网址"))


def test_all_chosen_projects_are_in_it_and_not_a_page_of_them(client: Client) -> None:
    for number in range(PAGE + 1):
        said(ProjectFactory(), f"第{number}处动工。")
    assert len(rows(client, "?after=0~1")) == PAGE + 1


def test_it_is_chosen_and_sorted_as_the_list_is(client: Client) -> None:
    told("小桥", 8_000_000, sector=SectorFactory(code="jiaotong"))
    told("大桥", 80_000_000, sector=SectorFactory(code="jiaotong2"))
    early = told("早桥", 70_000_000)
    early.targets.update(due_on=date(2026, 11, 30))
    ledger.rebuild(early)
    assert names(client) == ["大桥", "早桥", "小桥"]
    assert names(client, "?sort=due")[0] == "早桥"
    assert names(client, "?sector=jiaotong") == ["小桥"]


@pytest.mark.parametrize("name", TABLES)
@pytest.mark.parametrize("article", hidden_articles())
def test_nothing_leaves_that_is_not_public(client: Client, article: Any, name: str) -> None:
    project = told("清水桥改造")
    secret = said(project, "秘密：清水桥改造要花5万元。", "5万元", headline="秘密", **article)
    InvestmentFactory(projects=[project], evidence=secret, amount=Decimal(50_000), printed="5万元")
    TargetFactory(project=project, evidence=secret, indicator="秘密", due_on=date(2026, 11, 25))
    hidden = ProjectFactory(name="秘密工程")
    InvestmentFactory(projects=[hidden], evidence=said(hidden, "秘密工程开工。", **article))
    for each in (project, hidden):
        ledger.rebuild(each)
    words = words_in(client.get(f"/projects/{name}").content, name)
    assert "清水桥改造" in words
    assert "秘密" not in words
    assert "5万元" not in words


@pytest.mark.parametrize("count", [1, 3])
def test_as_many_queries_for_three_projects_as_for_one(
    client: Client, count: int, django_assert_num_queries: Any
) -> None:
    for number in range(count):
        told(f"第{number}桥")
    with django_assert_num_queries(4):
        client.get(URL)


def test_a_file_bears_the_name_of_the_ledger_and_the_day(client: Client) -> None:
    answer = client.get(URL)
    assert answer.content.startswith("\ufeff项目,".encode())
    name = unquote(answer.headers["Content-Disposition"])
    assert name == "attachment; filename*=utf-8''项目账本-2026-11-24.csv"
    assert client.get("/projects/ledger.exe").status_code == 404


def test_for_an_ending_that_none_has_no_project_is_read(
    client: Client, django_assert_max_num_queries: Any
) -> None:
    ProjectFactory.create_batch(3)
    with django_assert_max_num_queries(20) as asked:
        client.get("/projects/ledger.exe")
    assert not [each for each in asked.captured_queries if "projects_project" in each["sql"]]


def test_the_list_offers_all_three_of_what_was_chosen_there(client: Client) -> None:
    told("小桥", sector=SectorFactory(code="jiaotong"))
    html = client.get("/projects/").content.decode()
    for ending in ("csv", "xlsx", "json"):
        assert f'<a href="/projects/ledger.{ending}" download>{ending.upper()}</a>' in html
    html = client.get("/projects/?sector=jiaotong&sort=due").content.decode()
    assert 'href="/projects/ledger.csv?sector=jiaotong&amp;sort=due" download' in html


def test_an_empty_ledger_offers_nothing_to_take_away(client: Client) -> None:
    assert " download>" not in client.get("/projects/").content.decode()


def test_every_page_leads_to_the_data_from_its_foot(client: Client) -> None:
    told("小桥")
    foot = client.get("/").content.decode().partition('<footer class="footer">')[2]
    assert '<a href="/projects/#download">数据下载</a>' in foot
    assert 'id="download"' in client.get("/projects/").content.decode()
