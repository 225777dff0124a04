"""The promises: what readers may ask of them, and what they must never see."""

from __future__ import annotations

import re
from datetime import date
from typing import Any

import pytest
from django.test import Client

from articles.stamp import renew
from projects import ledger
from projects.promises import PAGE
from tests.factories import (
    ArticleFactory,
    DepartmentFactory,
    EvidenceFactory,
    NewspaperFactory,
    ProgressFactory,
    ProjectFactory,
    TargetFactory,
)
from tests.projects.test_views_project import hidden_articles

pytestmark = pytest.mark.django_db
URL = "/promises/"
TODAY = date(2026, 11, 24)


@pytest.fixture(autouse=True)
def paper() -> None:
    NewspaperFactory()


def page(client: Client, query: str = "") -> str:
    return client.get(f"{URL}{query}").content.decode()


def promise(indicator: str, due: date | None, **fields: Any) -> Any:
    """A promise of a project of its own, its sentence in a public article."""
    fields = {"project": ProjectFactory(name=f"{indicator}工程")} | fields
    day = {"due_on": due, "due_precision": "day" if due else "", "due_text": ""}
    made = TargetFactory(indicator=indicator, kind="event", stage="", **day, **fields)
    if made.project:
        ledger.rebuild(made.project)
    return made


def kept(indicator: str, due: date, on: date) -> Any:
    return promise(indicator, due, outcome="met", outcome_on=on, outcome_evidence=EvidenceFactory())


def shown(html: str) -> list[str]:
    """The titles of the promises in the order of the page, without the places to break them."""
    return re.findall(r"<h3>.*?<span>(.*?)</span></h3>", html.replace("<wbr>", ""))


@pytest.mark.parametrize(("due", "soon"), [(date(2026, 12, 24), True), (date(2026, 12, 25), False)])
def test_soon_means_thirty_days_in_every_badge_and_every_list(
    due: date, soon: bool, client: Client
) -> None:
    target = promise("通水", due)
    badge = "将到期" if soon else "进行中"
    assert badge in client.get(target.project.get_absolute_url()).content.decode()
    assert badge in client.get("/projects/").content.decode()
    assert shown(page(client, "?standing=due_soon")) == (["通水"] if soon else [])
    assert shown(page(client)) == (["通水"] if soon else [])
    chosen = client.get("/projects/?promise=due_soon").content.decode()
    assert (target.project.get_absolute_url() in chosen) == soon
    home = client.get("/").content.decode()
    assert (target.project.get_absolute_url() in home.partition("三十天内到期")[2]) == soon


def test_what_is_overdue_what_falls_due_and_what_was_kept_are_lists_of_their_own(
    client: Client,
) -> None:
    promise("修桥", date(2026, 6, 30))
    promise("通水", date(2026, 12, 5))
    promise("植树", date(2027, 6, 30))
    kept("供暖", date(2026, 11, 1), date(2026, 10, 28))
    kept("清淤", date(2026, 9, 1), date(2026, 10, 28))
    assert shown(page(client, "?standing=overdue")) == ["修桥"]
    assert shown(page(client, "?standing=due_soon")) == ["通水"]
    assert shown(page(client, "?standing=open")) == ["植树"]
    assert shown(page(client, "?standing=met")) == ["供暖"]
    assert shown(page(client, "?standing=met_late")) == ["清淤"]
    assert "已过147天" in page(client, "?standing=overdue")
    assert shown(page(client)) == ["修桥", "通水"]


def test_every_promise_stands_beside_its_sentence(client: Client) -> None:
    made = promise("修桥", date(2026, 6, 30))
    html = page(client, "?standing=overdue")
    assert made.evidence.get_absolute_url().replace("&", "&amp;") in html
    assert "年底前投用" in html
    # The brick of the wall leads to the same sentence.
    assert f'<a href="{made.evidence.get_absolute_url()}"><title>修桥工程修桥，已逾期' in page(
        client
    )


def test_the_share_counts_what_fell_due_and_not_what_is_to_come_or_was_changed(
    client: Client,
) -> None:
    promise("修桥", date(2026, 6, 30))
    kept("供暖", date(2026, 11, 1), date(2026, 10, 28))
    kept("清淤", date(2026, 9, 1), date(2026, 10, 28))
    old = promise("建站15个", date(2026, 8, 1), outcome="revised")
    promise("建站", date(2026, 12, 30), supersedes=old, project=old.project)
    promise("通水", date(2026, 12, 5))
    html = page(client)
    assert "到期3项，兑现2项" in html
    assert "67<span>%" in html
    assert "全年6项。2项里有1项晚于说好的日子。" in html


def test_what_only_a_draft_changes_is_overdue_on_every_page(client: Client) -> None:
    late = TargetFactory(due_on=date(2026, 6, 30), outcome="revised")
    draft = EvidenceFactory(article=ArticleFactory(status="draft", published_at=None))
    TargetFactory(supersedes=late, project=late.project, evidence=draft)
    ledger.rebuild(late.project)
    pages = [late.project.get_absolute_url(), late.evidence.article.get_absolute_url()]
    for address in (*pages, "/projects/", f"{URL}?standing=overdue"):
        told = client.get(address).content.decode()
        assert "已逾期" in told, address
        assert "badge-revised" not in told, address


def test_an_outcome_that_no_public_article_tells_is_none_yet(client: Client) -> None:
    draft = EvidenceFactory(article=ArticleFactory(status="draft", published_at=None))
    day = {"outcome_on": date(2026, 5, 1), "outcome_evidence": draft}
    promise("修桥", date(2026, 6, 30), outcome="missed", **day)
    assert shown(page(client, "?standing=overdue")) == ["修桥"]
    assert "没有这样的承诺" in page(client, "?standing=missed")


@pytest.mark.parametrize("article", hidden_articles())
def test_no_promise_of_a_hidden_article(client: Client, article: Any) -> None:
    evidence = EvidenceFactory(article=ArticleFactory(**article))
    lead = DepartmentFactory(name="秘密单位", slug="mimi")
    promise("秘密", date(2026, 6, 30), evidence=evidence, project=ProjectFactory(lead=lead))
    for query in ("", "?standing=overdue", "?lead=mimi", "?year=2026"):
        assert "秘密" not in page(client, query)


def test_a_department_has_its_own_promises_and_those_of_the_projects_it_leads(
    client: Client,
) -> None:
    health = DepartmentFactory(name="县卫健局", slug="wjj")
    own = promise("托育中心投运", date(2026, 6, 30), project=None, department=health)
    led = ProjectFactory(name="康复楼", lead=health)
    promise("封顶", date(2027, 3, 31), project=led)
    promise("修桥", date(2026, 6, 30))
    html = page(client, "?lead=wjj")
    assert shown(html) == ["托育中心投运", "封顶"]
    assert "县卫健局的承诺" in html
    own.evidence.article.departments.add(health)
    of_department = client.get(health.get_absolute_url()).content.decode()
    assert "托育中心投运" in of_department
    assert "康复楼封顶" in of_department
    assert "修桥" not in of_department
    assert 'href="/promises/?lead=wjj"' in of_department


@pytest.mark.parametrize("leads", [True, False])
def test_a_department_is_linked_only_where_its_page_opens(leads: bool, client: Client) -> None:
    health = DepartmentFactory(name="县卫健局", slug="wjj")
    of_whom = {"project": ProjectFactory(lead=health)} if leads else {"project": None}
    made = promise(
        "托育中心投运", date(2026, 6, 30), **of_whom, department=None if leads else health
    )
    link = f'href="{health.get_absolute_url()}"'
    assert client.get(health.get_absolute_url()).status_code == 404
    assert "县卫健局的承诺" in page(client, "?lead=wjj")
    assert link not in page(client, "?lead=wjj")
    made.evidence.article.departments.add(health)
    assert client.get(health.get_absolute_url()).status_code == 200
    assert link in page(client, "?lead=wjj")


def test_the_departments_are_told_by_what_fell_due(client: Client) -> None:
    roads = DepartmentFactory(name="县交通局", slug="jtj")
    promise("修桥", date(2026, 6, 30), department=roads)
    promise("铺路", date(2027, 6, 30), department=roads)
    line = page(client).split("按牵头部门")[1]
    assert "县交通局" in line
    assert "<td>1</td><td>0</td>" in line


def test_years_are_chosen_and_a_promise_without_a_day_is_found_too(client: Client) -> None:
    promise("铺路", date(2027, 6, 30))
    promise("绿化", None)
    assert "铺路工程铺路" not in page(client)
    assert "铺路工程铺路" in page(client, "?year=2027")
    assert "绿化工程绿化" in page(client, "?year=none")
    assert shown(page(client, "?standing=open")) == ["铺路", "绿化"]
    assert shown(page(client, "?standing=open&year=2027")) == ["铺路"]


def test_the_calendar_puts_a_promise_into_its_month(client: Client) -> None:
    promise("修桥", date(2026, 6, 30))
    june = re.search(r"<b>6月</b>(.*?)</li>", page(client), re.S)
    assert june is not None
    assert "1项" in june[1]
    assert "已逾期1" in june[1]


@pytest.mark.parametrize(
    "query", ["?standing=x", "?lead=nobody", "?year=1066", "?after=x", "?year="]
)
def test_what_is_unknown_in_the_address_is_passed_over(client: Client, query: str) -> None:
    promise("修桥", date(2026, 6, 30))
    assert "修桥" in page(client, query)


def test_a_long_list_is_paged_and_shows_every_promise_once(client: Client) -> None:
    for number in range(PAGE + 2):
        promise(f"修桥{number}", date(2026, 6, 1), project=None)
    first = client.get(f"{URL}?standing=overdue")
    found = shown(first.content.decode())
    found += shown(client.get(first.context["onward"]).content.decode())
    assert len(found) == len(set(found)) == PAGE + 2


def test_what_the_paper_told_last_stands_beside_what_is_late(client: Client) -> None:
    made = promise("引进企业20家", date(2026, 6, 30))
    ProgressFactory(project=made.project, target=made, stage="", value=17, unit="家")
    assert "见报17家" in page(client)


def test_the_counts_of_home_and_ledger_lead_to_what_they_count(client: Client) -> None:
    promise("修桥", date(2026, 6, 30))
    promise("铺路", date(2027, 6, 30))
    home = client.get("/").content.decode()
    assert 'href="/promises/?standing=overdue"' in home
    ledger_page = client.get("/projects/").content.decode()
    assert 'href="?promise=overdue"' in ledger_page
    late = client.get("/projects/?promise=overdue").content.decode()
    assert "修桥工程" in late
    assert "铺路工程" not in late
    assert 'aria-current="true">承诺</a>' in page(client)


@pytest.mark.django_db(transaction=True)
@pytest.mark.parametrize("count", [1, 3])
@pytest.mark.parametrize("query", ["", "?standing=overdue", "?lead=jtj"])
def test_the_page_asks_as_often_for_three_promises_as_for_one(
    client: Client, query: str, count: int, django_assert_num_queries: Any
) -> None:
    roads = DepartmentFactory(slug="jtj")
    for number in range(count):
        promise(f"修桥{number}", date(2026, 6, 30), project=ProjectFactory(lead=roads))
    renew()
    with django_assert_num_queries(5):
        client.get(f"{URL}{query}")
