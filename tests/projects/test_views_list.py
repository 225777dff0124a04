"""The list of projects: what readers filter, sort and page, and what they must never see."""

from __future__ import annotations

from datetime import date
from decimal import Decimal
from typing import Any

import pytest
from django.test import Client
from django.urls import reverse

from articles.stamp import renew
from projects import ledger
from projects.filters import PAGE
from tests.factories import (
    ArticleFactory,
    DepartmentFactory,
    EvidenceFactory,
    InvestmentFactory,
    MentionFactory,
    NewspaperFactory,
    ProgressFactory,
    ProjectFactory,
    SectorFactory,
    TargetFactory,
)
from tests.projects.test_views_project import hidden_articles

pytestmark = pytest.mark.django_db
URL = reverse("projects:projects")
QUERIES = 8


@pytest.fixture(autouse=True)
def paper() -> None:
    NewspaperFactory()


def page(client: Client, query: str = "") -> str:
    return client.get(f"{URL}{query}").content.decode()


def costly(name: str, yuan: int, **fields: Any) -> Any:
    project = ProjectFactory(name=name, **fields)
    InvestmentFactory(projects=[project], amount=Decimal(yuan), printed="")
    ledger.rebuild(project)
    return project


def in_order(html: str, *names: str) -> bool:
    places = [html.find(name) for name in names]
    return -1 not in places and places == sorted(places)


def test_the_largest_comes_first_and_the_address_sorts_otherwise(client: Client) -> None:
    small, large = costly("小桥改造", 9_000_000), costly("大坝加固", 380_000_000)
    TargetFactory(project=small, due_on=date(2026, 12, 1), due_precision="day")
    ledger.rebuild(small)
    assert in_order(page(client), "大坝加固", "小桥改造")
    assert in_order(page(client, "?sort=due"), "小桥改造", "大坝加固")
    assert "3.8" in page(client)
    assert "900" in page(client)
    assert large.get_absolute_url() in page(client)


def test_any_of_a_facet_and_all_of_the_facets(client: Client) -> None:
    energy, farm = (
        SectorFactory(code="energy", name="能源"),
        SectorFactory(code="farm", name="农业"),
    )
    lead = DepartmentFactory(slug="nyj", name="县能源局")
    wind = costly("风电场", 5, sector=energy, lead=lead)
    costly("冷库群", 4, sector=farm)
    ProgressFactory(project=wind, stage="started")
    ledger.rebuild(wind)
    assert "冷库群" not in page(client, "?sector=energy")
    both = page(client, "?sector=energy&sector=farm")
    assert "风电场" in both
    assert "冷库群" in both
    assert "账本里没有这样的项目" in page(client, "?sector=farm&lead=nyj")
    assert "风电场" in page(client, "?stage=building")
    assert "冷库群" not in page(client, "?stage=building")


def test_projects_are_found_by_the_year_in_which_they_fall_due(client: Client) -> None:
    project = costly("水库清淤", 7)
    TargetFactory(project=project, due_on=date(2027, 6, 30), due_precision="month")
    ledger.rebuild(project)
    costly("没有期限的桥", 6)
    assert "没有期限的桥" not in page(client, "?due=2027")
    assert "水库清淤" in page(client, "?due=2027")
    assert "水库清淤" not in page(client, "?due=none")


def test_a_chosen_box_is_a_chip_that_leads_to_the_list_without_it(client: Client) -> None:
    costly("风电场", 5, sector=SectorFactory(code="energy", name="能源"))
    html = page(client, "?sector=energy&sort=due")
    assert 'aria-label="去掉“能源”"' in html
    assert 'href="?sort=due"' in html
    assert "checked" in html


def test_paging_by_key_shows_every_project_once(client: Client) -> None:
    for number in range(PAGE + 3):
        costly(f"第{number:02}号工程", 1000 if number % 2 else 1000 + number)
    seen: list[str] = []
    query = ""
    for _ in range(3):
        response = client.get(f"{URL}{query}")
        seen += [line["project"].name for line in response.context["lines"]]
        query = response.context["onward"]
        if not query:
            break
    assert len(seen) == len(set(seen)) == PAGE + 3


@pytest.mark.parametrize("key", ["x", "~", "NaN~1", "1e999999999~2", "a~b", "~~~", "-5~9"])
@pytest.mark.parametrize("sort", ["total", "due", "reported"])
def test_a_foreign_key_or_filter_is_no_error(client: Client, key: str, sort: str) -> None:
    costly("风电场", 5)
    assert client.get(URL, {"after": key, "sort": sort, "stage": "x"}).status_code == 200
    assert client.get(URL, {"after": key, "sort": sort}).status_code == 200


def test_what_changed_stands_below_the_total(client: Client) -> None:
    project = costly("冷链中心", 220_000_000)
    article = ArticleFactory(headline="追加投资")
    InvestmentFactory(
        projects=[project],
        evidence=EvidenceFactory(article=article),
        amount=Decimal(260_000_000),
        printed="2.6亿元",
        as_of=date(2026, 11, 21),
    )
    ledger.rebuild(project)
    assert "由2.2亿元调整" in page(client)


@pytest.mark.parametrize("article", hidden_articles())
def test_no_project_that_only_hidden_articles_speak_of(client: Client, article: Any) -> None:
    project = ProjectFactory(name="秘密工程", place="密村", sector=SectorFactory(name="密业"))
    evidence = EvidenceFactory(article=ArticleFactory(**article))
    MentionFactory(project=project, evidence=evidence)
    InvestmentFactory(projects=[project], evidence=evidence)
    TargetFactory(project=project, evidence=evidence)
    ledger.rebuild(project)
    html = page(client)
    assert "秘密工程" not in html
    assert "密业" not in html
    assert "1.3" not in html


@pytest.mark.django_db(transaction=True)
@pytest.mark.parametrize("count", [1, 3])
def test_the_list_asks_at_most_eight_times(
    client: Client, count: int, django_assert_max_num_queries: Any
) -> None:
    for number in range(count):
        project = costly(f"工程{number}", 1000 + number, lead=DepartmentFactory())
        TargetFactory(project=project)
    renew()
    with django_assert_max_num_queries(QUERIES) as queries:
        assert client.get(URL).status_code == 200
    assert len(queries) == QUERIES


@pytest.mark.parametrize("query", ["lead=xx", "sector=gongye", "due=1997", "stage=rest&lead=xx"])
def test_a_value_that_is_not_there_any_more_is_passed_over(client: Client, query: str) -> None:
    costly("冷链中心", 130_000_000)
    html = page(client, f"?{query}")
    assert "冷链中心" in html
    assert "1个项目" in html
    assert "还是空的" not in html


def test_a_choice_without_projects_says_so_and_leads_back(client: Client) -> None:
    costly("冷链中心", 130_000_000)
    html = page(client, "?stage=stalled")
    assert "账本里没有这样的项目" in html
    assert "去掉“停滞”" in html


def departments_of(html: str) -> tuple[str, str]:
    """The boxes of 牵头部门 that are in sight, and those that wait to be unfolded."""
    boxes = html.split("<legend>牵头部门</legend>")[1].split("</fieldset>")[0]
    first, _, rest = boxes.partition("<summary>")
    return first, rest


@pytest.mark.parametrize(("count", "in_sight"), [(8, 8), (9, 5)])
def test_of_many_departments_those_with_most_projects_stand_first(
    client: Client, count: int, in_sight: int
) -> None:
    most = DepartmentFactory(name="水务局", slug="zz")
    for number in range(count - 1):
        costly(f"工程{number}", 1000 + number, lead=DepartmentFactory())
    for number in range(2):
        costly(f"水渠{number}", 5000 + number, lead=most)
    first, rest = departments_of(page(client))
    assert "水务局" in first
    assert first.count('type="checkbox"') == in_sight
    assert rest.count('type="checkbox"') == count - in_sight
    assert ("全部9个部门</summary>" in rest) == bool(rest)


def test_a_department_that_is_chosen_is_in_sight(client: Client) -> None:
    for number in range(9):
        costly(f"工程{number}", 1000 + number, lead=DepartmentFactory(slug=f"bumen-{number}"))
    assert "<details open>" in departments_of(page(client, "?lead=bumen-8"))[0]
    assert "<details>" in departments_of(page(client, "?lead=bumen-1"))[0]


def test_behind_the_last_project_the_ledger_is_not_empty(client: Client) -> None:
    costly("冷链中心", 130_000_000)
    html = page(client, "?after=0~999999999")
    assert "还是空的" not in html
    assert "后面没有项目了" in html


def test_an_empty_ledger_says_so(client: Client) -> None:
    assert "账本还是空的" in page(client)
