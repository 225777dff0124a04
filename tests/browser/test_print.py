"""What is printed: each page on paper as it can be read, a rich project on one A4 sheet."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date
from decimal import Decimal
from pathlib import Path
from typing import Any

import pytest
from django.conf import settings
from django.core.files.base import ContentFile
from playwright.sync_api import Browser, expect

from projects import ledger
from projects.models import Project
from tests.browser.conftest import Visit
from tests.factories import (
    ArticleFactory,
    EvidenceFactory,
    InvestmentFactory,
    IssueFactory,
    NewspaperFactory,
    PageFactory,
    ProgressFactory,
    ProjectFactory,
    TargetFactory,
)

pytestmark = [pytest.mark.browser, pytest.mark.django_db(transaction=True)]
SUMS = ["1.3亿元", "1.48亿元", "5200万元", "6900万元", "9860万元"]
SAYS = "县里把蔬菜冷链中心排在第一行：第{}笔账记{}，其余的由运营公司自己筹，年底再对一遍账。"
PROMISES = "县里说，蔬菜冷链中心的第{}件事年底以前办完，办不完的写清楚原因，再报一个新的日子。"
# The colours of large grounds: of everything that is wider than half the sheet.
GROUNDS = """() => [...document.querySelectorAll("main *, body")]
  .filter((one) => one.checkVisibility() && one.offsetWidth > innerWidth / 2)
  .map((one) => getComputedStyle(one).backgroundColor)
  .filter((colour) => colour !== "rgba(0, 0, 0, 0)")"""
DONE = "蔬菜冷链中心的第{}件事办完了，比原定的日子迟了三十九天，县里说误在等一道手续上。"


def said(sentence: str) -> Any:
    article = ArticleFactory(body=f"<p>{sentence}</p>")
    return EvidenceFactory(article=article, exact=sentence, mark_start=0, mark_end=4)


def rich_project() -> Project:
    """Five sums, nine promises of which three are settled, two stages reported."""
    NewspaperFactory()
    project: Project = ProjectFactory(name="蔬菜冷链中心二期", summary="建冷库和分拣间。" * 5)
    for number, printed in enumerate(SUMS, 1):
        InvestmentFactory(
            projects=[project],
            amount=Decimal(number * 10_000_000),
            as_of=date(2026, number, 1),
            printed=printed,
            evidence=said(SAYS.format(number, printed)),
        )
    for number in range(1, 10):
        met = {"outcome": "met", "outcome_on": date(2026, 9, 1)} if number > 6 else {}
        if met:
            met["outcome_evidence"] = said(DONE.format(number))
        TargetFactory(
            project=project,
            indicator=f"办完第{number}件事",
            evidence=said(PROMISES.format(number)),
            **met,
        )
    ProgressFactory(project=project, evidence=said("冷链中心三月动工。"), date=date(2026, 3, 1))
    ledger.rebuild(project)
    return project


def test_a_project_with_five_sums_and_nine_promises_is_one_sheet(
    browser: Browser, live_server: Any
) -> None:
    project = rich_project()
    visit = Visit(browser, live_server.url)
    page = visit.open(project.get_absolute_url())
    sheets = re.findall(rb"/Type\s*/Page[^s]", page.pdf(prefer_css_page_size=True))
    visit.close()
    assert len(sheets) == 1


# What fits on an A4 sheet within its margins, in CSS pixels.
WIDTH = 688
SCAN = Path(settings.BASE_DIR) / "fixtures" / "media" / "pages" / "2026-11-24-1.webp"


@pytest.fixture
def sheet(browser: Browser, live_server: Any) -> Iterator[Visit]:
    """A visitor whose pages are laid out for paper."""
    visit = Visit(browser, live_server.url, width=WIDTH)
    visit.page.emulate_media(media="print")
    yield visit
    visit.close()


def box_of(visit: Visit, selector: str) -> Any:
    box = visit.page.locator(selector).first.bounding_box()
    assert box
    return box


def test_the_image_of_a_page_stands_on_the_first_sheet_below_its_date(sheet: Visit) -> None:
    scan = ContentFile(SCAN.read_bytes(), name="page.webp")
    page = PageFactory(issue=IssueFactory(), image=scan)
    ArticleFactory(issue=page.issue, page=page)
    opened = sheet.open(page.get_absolute_url())
    opened.wait_for_load_state("networkidle")
    first = opened.pdf(prefer_css_page_size=True, page_ranges="1")
    assert re.search(rb"/Subtype\s*/Image", first)


def test_the_list_of_projects_is_printed_with_stages_in_one_line_and_no_buttons(
    sheet: Visit,
) -> None:
    ledger.rebuild(rich_project())
    page = sheet.open("/projects/")
    assert box_of(sheet, ".projects-table .stage span")["height"] < 30
    assert box_of(sheet, ".projects-table .bricks")["width"] == 118
    for hidden in (".filters", ".sorts"):
        expect(page.locator(hidden)).to_be_hidden()


def test_the_wall_of_promises_is_printed(sheet: Visit) -> None:
    rich_project()
    sheet.open("/promises/")
    wall = box_of(sheet, ".promise-wall")
    assert wall["width"] > WIDTH / 2


def test_the_story_keeps_clear_of_the_rule_under_the_paper_s_name(sheet: Visit) -> None:
    NewspaperFactory()
    article = ArticleFactory(kicker="年终看项目")
    for address in (article.get_absolute_url(), "/promises/", "/search/?q=菜农"):
        sheet.open(address)
        head = box_of(sheet, ".nameplate")
        assert box_of(sheet, "main > *:visible")["y"] >= head["y"] + head["height"] + 10, address


def test_paper_is_white_and_nobody_presses_a_button_on_it(sheet: Visit) -> None:
    rich_project()
    for number in range(12):
        ArticleFactory(headline=f"菜农进城第{number}天")
    for address in ("/", "/promises/", "/projects/", "/search/?q=菜农"):
        page = sheet.open(address)
        grounds = page.evaluate(GROUNDS)
        assert set(grounds) <= {"rgb(255, 255, 255)"}, address
        for button in page.locator("main .button, main .more, main .due-all").all():
            expect(button).to_be_hidden()


def test_the_printed_address_is_that_of_the_site_without_its_protocol(
    sheet: Visit, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(settings, "SITE_URL", "https://qinghe.example")
    project = rich_project()
    article = ArticleFactory()
    for one, foot in ((project, ".paper-foot"), (article, ".printed-only")):
        page = sheet.open(one.get_absolute_url())
        printed = page.locator(foot).inner_text()
        assert f"qinghe.example{one.get_absolute_url()}" in printed
        assert "://" not in printed


@pytest.mark.parametrize("width", [390, 1280])
def test_the_button_prints_the_page_and_is_not_on_the_paper(
    width: int, browser: Browser, live_server: Any
) -> None:
    project = rich_project()
    page = browser.new_page(viewport={"width": width, "height": 900})
    page.goto(f"{live_server.url}{project.get_absolute_url()}")
    page.evaluate("window.print = () => { document.title = '打印了'; }")
    page.get_by_role("button", name="打印").click()
    expect(page).to_have_title("打印了")
    with page.expect_download() as taken:
        page.get_by_role("link", name="下载数据").click()
    assert taken.value.suggested_filename.startswith("蔬菜冷链中心二期账本-")
    page.emulate_media(media="print")
    expect(page.locator(".project-tools")).to_be_hidden()
    page.close()
