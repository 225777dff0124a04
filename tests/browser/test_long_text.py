"""Names of forty characters, sums of twelve digits, headlines of sixty: all of it can be read."""

from __future__ import annotations

from datetime import date
from decimal import Decimal
from typing import Any

import pytest
from playwright.sync_api import Browser, Page

from projects import ledger
from projects.models import Project
from tests.browser.conftest import Visit
from tests.factories import (
    DepartmentFactory,
    EvidenceFactory,
    InvestmentFactory,
    ProgressFactory,
    ProjectFactory,
    TargetFactory,
)
from tests.site.conftest import Paper, make_paper

pytestmark = [pytest.mark.browser, pytest.mark.django_db(transaction=True)]
NAME = "清河县城东片区蔬菜冷链中心提标改造及配套管网雨污分流与再生水综合利用一体化工程二期"[:40]
OFFICE = "清河县住房和城乡建设管理局城市建设重点工程项目推进中心综合协调与质量安全监督办公室"[:40]
HEADLINE = "清河县关于加快推进城东片区蔬菜冷链中心提标改造及配套管网雨污分流工程建设的实施意见今日印发 各乡镇年底前办结"
LATIN = "ABCDEFGHIJKLMNOPQRSTUVWXYZABCDEFGHIJKLMNOPQRSTUVWXYZ"
SUMS = [
    ("total", Decimal("123456789012.34"), "123456789012.34元", ">="),
    ("done", Decimal("98765432109.87"), "98765432109.87元", "~"),
]


def long_paper() -> tuple[Paper, Project]:
    paper = make_paper()
    paper.publish(3)
    office = DepartmentFactory(name=OFFICE)
    for article, headline in zip(paper.public, (HEADLINE, HEADLINE, LATIN), strict=True):
        article.headline, article.source_department = headline, office
        article.front_order = 1 if article is paper.public[0] else None
        article.deck = HEADLINE if article is paper.public[0] else ""
        article.save()
        article.departments.add(office)
        article.tags.add(OFFICE)
    project: Project = ProjectFactory(name=NAME, lead=office, place=OFFICE, summary=HEADLINE)
    said = EvidenceFactory(article=paper.public[0])
    for measure, amount, printed, comparator in SUMS:
        InvestmentFactory(
            projects=[project],
            evidence=said,
            measure=measure,
            amount=amount,
            printed=printed,
            comparator=comparator,
            as_of=date(2026, 10, 31),
        )
    for due in (date(2026, 6, 30), date(2026, 12, 10)):
        more = {"due_on": due, "due_precision": "day", "stage": "", "kind": "quantity"}
        indicator = f"带动就业并全部签订劳动合同缴纳社会保险{due.month}"
        TargetFactory(project=project, evidence=said, indicator=indicator, **more)
    ProgressFactory(project=project, evidence=said)
    ledger.rebuild(project)
    return paper, project


def pages(paper: Paper, project: Project) -> list[str]:
    return [
        *("/", "/news/jingji/", "/projects/", "/promises/", "/promises/?standing=overdue"),
        *(project.get_absolute_url(), paper.public[0].get_absolute_url()),
        *(paper.public[2].get_absolute_url(), "/search/?q=冷链", "/issues/2026-11-20/1/"),
    ]


@pytest.mark.parametrize("text", ["", "largest"])
@pytest.mark.parametrize("width", [320, 390, 834, 1280])
def test_nothing_long_pushes_a_page_out_of_the_screen(
    browser: Browser, live_server: Any, width: int, text: str
) -> None:
    paper, project = long_paper()
    visit = Visit(browser, live_server.url, width=width)
    if text:
        visit.page.add_init_script(f"localStorage.setItem('text', '{text}')")
    for address in pages(paper, project):
        page = visit.open(address)
        assert page.evaluate("document.documentElement.scrollWidth") <= width, address
    visit.close()


# How many characters of a name stand in its longest line.
IN_A_LINE = """link => {
  const range = document.createRange();
  const tops = new Map();
  const text = link.firstChild;
  for (let at = 0; at < text.length; at += 1) {
    range.setStart(text, at);
    range.setEnd(text, at + 1);
    const top = Math.round(range.getBoundingClientRect().top);
    tops.set(top, (tops.get(top) || 0) + 1);
  }
  return Math.max(...tops.values());
}"""


@pytest.mark.parametrize("width", [390, 834, 1280])
def test_a_long_sum_leaves_the_name_and_the_stage_of_its_project_their_room(
    browser: Browser, live_server: Any, width: int
) -> None:
    _, project = long_paper()
    visit = Visit(browser, live_server.url, width=width)
    page = visit.open("/projects/")
    link = page.locator(f".projects-table a[href='{project.get_absolute_url()}']")
    assert link.evaluate(IN_A_LINE) >= 8
    for stage in page.locator(".projects-table .stage span").all():
        box = stage.bounding_box()
        assert box
        assert box["height"] < 40
    page.goto(f"{live_server.url}{project.get_absolute_url()}")
    for figure in page.locator(".money-table .money-number").all():
        assert figure.evaluate("one => one.getClientRects().length") == 1
    visit.close()


def overlap(page: Page, one: str, other: str) -> list[float]:
    """How many square pixels of `other` lie on `one`, for each pair in turn."""
    boxes = [
        (a.bounding_box(), b.bounding_box())
        for a, b in zip(page.locator(one).all(), page.locator(other).all(), strict=True)
    ]
    found = []
    for a, b in boxes:
        assert a and b
        wide = min(a["x"] + a["width"], b["x"] + b["width"]) - max(a["x"], b["x"])
        high = min(a["y"] + a["height"], b["y"] + b["height"]) - max(a["y"], b["y"])
        found.append(max(0.0, wide) * max(0.0, high))
    return found


@pytest.mark.parametrize("width", [390, 1280])
def test_what_came_of_a_project_never_lies_on_its_name(
    browser: Browser, live_server: Any, width: int
) -> None:
    long_paper()
    visit = Visit(browser, live_server.url, width=width)
    page = visit.open(f"/search/?q={NAME[:12]}")
    found = ".found-projects li:has(.badge)"
    assert page.locator(found).count() == 1
    assert overlap(page, f"{found} .headline", f"{found} .badge") == [0]
    visit.close()
