"""The news pages in a real Chromium: no sideways scroll, no complaint, nothing without need."""

from __future__ import annotations

import re
from datetime import date
from typing import Any

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Browser, expect
from taggit.models import Tag

from articles.models import Section
from projects.filters import PAGE
from tests.browser.conftest import FLAGS, Visit, chromium
from tests.factories import (
    SENTENCE,
    InvestmentFactory,
    ProjectFactory,
    SectionFactory,
    TargetFactory,
)
from tests.site.conftest import Paper, make_paper

pytestmark = [pytest.mark.browser, pytest.mark.django_db(transaction=True)]

WIDTHS = [320, 390, 720, 834, 1024, 1280]
DARK = "rgb(21, 18, 16)"
LIGHT = "rgb(253, 253, 251)"
# The smallest type of what is read in the main part of a page: lines of text, no drawings.
SMALLEST = """() => Math.min(...[...document.querySelectorAll("main *")]
  .filter((one) => one.checkVisibility() && !one.closest("svg, .hidden-text, .money, sup"))
  .filter((one) => [...one.childNodes].some((n) => n.nodeType === 3 && n.data.trim()))
  .map((one) => parseFloat(getComputedStyle(one).fontSize)))"""


@pytest.fixture
def paper() -> Paper:
    paper = make_paper()
    paper.publish(6)
    paper.hide()
    for due in (date(2026, 6, 30), date(2026, 12, 10), date(2026, 12, 31)):
        evidence = paper.public[5].evidence.get()
        of = {"project": None, "department": paper.department}
        TargetFactory(evidence=evidence, due_on=due, **of)
    return paper


def addresses(paper: Paper) -> list[str]:
    tag = Tag.objects.get(name="蔬菜").slug
    evidence = paper.public[0].evidence.get()
    return [
        *("/", "/news/jingji/", f"/tags/{tag}/", "/departments/fagai-ju/"),
        *(evidence.get_absolute_url(), evidence.projects.get().get_absolute_url()),
        *("/projects/", "/promises/", "/promises/?standing=due_soon", "/search/?q=公开"),
        *("/issues/", "/issues/2026-11-20/1/", "/corrections/"),
        *("/nix/", paper.hidden["withdrawn"].get_absolute_url()),
    ]


@pytest.mark.parametrize("width", WIDTHS)
def test_no_page_scrolls_sideways(browser: Browser, live_server: Any, paper: Paper, width: int):
    visit = Visit(browser, live_server.url, width=width)
    for address in addresses(paper):
        page = visit.open(address)
        assert page.evaluate("document.documentElement.scrollWidth") <= width, address
    visit.close()


@pytest.mark.parametrize("width", [390, 1280])
def test_with_type_twice_as_large_no_page_scrolls_sideways_and_nothing_lies_over_the_menu(
    live_server: Any, browser: Browser, paper: Paper, width: int
):
    """As the setting of the browser has it: the layout follows the size of the type."""
    large = "--blink-settings=defaultFontSize=32"
    twice = browser.browser_type.launch(executable_path=chromium(), args=[*FLAGS, large])
    visit = Visit(twice, live_server.url, width=width)
    for address in addresses(paper):
        page = visit.open(address)
        assert page.evaluate("getComputedStyle(document.body).fontSize") == "32px"
        assert page.evaluate("document.documentElement.scrollWidth") <= width, address
    search, last = page.locator(".wall-search"), page.locator(".nav a").last
    over = search.bounding_box() if search.is_visible() else None
    under = last.bounding_box()
    assert under
    assert over is None or under["x"] + under["width"] <= over["x"]
    twice.close()


def test_no_page_breaks_the_content_policy(browser: Browser, live_server: Any, paper: Paper):
    visit = Visit(browser, live_server.url)
    for address in addresses(paper):
        visit.open(address)
    # That a page is not there or no longer there is said by its status, and meant so.
    meant = ("status of 404", "status of 410")
    assert [told for told in visit.complaints if not any(each in told for each in meant)] == []
    visit.close()


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_every_page_can_be_read_by_everybody(
    browser: Browser, live_server: Any, paper: Paper, scheme: str
):
    context = browser.new_context(
        viewport={"width": 1280, "height": 900},
        color_scheme="dark" if scheme == "dark" else "light",
        bypass_csp=True,
    )
    page = context.new_page()
    for address in addresses(paper):
        page.goto(live_server.url + address)
        found = Axe().run(page).response["violations"]
        assert [(one["id"], one["nodes"][0]["html"]) for one in found] == [], address
    context.close()


def test_the_theme_follows_the_system_and_the_switch_is_remembered(
    browser: Browser, live_server: Any, paper: Paper
):
    ground = "getComputedStyle(document.body).backgroundColor"
    visit = Visit(browser, live_server.url, scheme="dark")
    assert visit.open("/").evaluate(ground) == DARK
    visit.page.get_by_role("button", name="浅色").click()
    assert visit.page.evaluate(ground) == LIGHT
    assert visit.open("/news/jingji/").evaluate(ground) == LIGHT
    visit.close()


IN_ORDER = """[...document.querySelectorAll(".nav a")]
  .sort((one, other) => one.getBoundingClientRect().left - other.getBoundingClientRect().left)
  .map((one) => one.textContent)"""
NEWS = ["要闻", "时政", "项目账本", "承诺", "经济", "数字报"]


@pytest.mark.parametrize(
    ("address", "first"),
    [
        ("/", NEWS),
        ("/news/shizheng/", ["时政", "要闻", "项目账本", "承诺", "经济", "数字报"]),
        ("/news/jingji/", ["经济", "要闻", "项目账本", "承诺", "时政", "数字报"]),
        ("/projects/", ["项目账本", "承诺", "数字报", "要闻", "时政", "经济"]),
        ("/promises/", ["承诺", "项目账本", "数字报", "要闻", "时政", "经济"]),
        ("/issues/", ["数字报", "项目账本", "承诺", "要闻", "时政", "经济"]),
    ],
)
def test_on_a_phone_the_places_near_the_reader_come_first(
    browser: Browser, live_server: Any, paper: Paper, address: str, first: list[str]
):
    Section.objects.filter(slug="jingji").update(order=3)
    SectionFactory(name="要闻", slug="yaowen", order=1)
    SectionFactory(name="时政", slug="shizheng", order=2)
    visit = Visit(browser, live_server.url, width=390)
    assert visit.open(address).evaluate(IN_ORDER) == first
    # More of them wait behind the fade: the next one shows its beginning.
    last = visit.page.locator(".nav a").filter(has_text=first[4]).bounding_box()
    assert last
    assert last["x"] < 390
    visit.page.set_viewport_size({"width": 1280, "height": 900})
    assert visit.page.evaluate(IN_ORDER) == ["要闻", "时政", "经济", "项目账本", "承诺", "数字报"]
    visit.close()


@pytest.mark.parametrize("query", ["/projects/?promise=overdue", "/search/?q=公开&section=jingji"])
def test_on_a_phone_the_chosen_filters_are_counted_and_the_results_come_first(
    browser: Browser, live_server: Any, paper: Paper, query: str
):
    visit = Visit(browser, live_server.url, width=390)
    box = visit.open(query).locator("details:is(.filters, .search-filters)")
    expect(box.locator("> summary")).to_have_text("筛选（1）")
    expect(box.locator("label, nav a").first).to_be_hidden()
    visit.close()


def test_on_a_phone_the_way_on_stands_at_the_right(
    browser: Browser, live_server: Any, paper: Paper
):
    for number in range(PAGE):
        InvestmentFactory(projects=[ProjectFactory()], amount=1000 + number)
    visit = Visit(browser, live_server.url, width=390)
    onward = visit.open("/projects/").locator(".pager a[rel=next]").bounding_box()
    assert onward
    assert onward["x"] + onward["width"] == 390 - 24
    visit.close()


def test_the_day_of_today_stands_beside_its_line_above_every_month(
    browser: Browser, live_server: Any, paper: Paper
):
    evidence = paper.public[0].evidence.get()
    for month in (10, 11):
        for _ in range(7):
            TargetFactory(evidence=evidence, due_on=date(2026, month, 28), due_precision="day")
    visit = Visit(browser, live_server.url)
    page = visit.open("/promises/")
    word = page.locator(".calendar svg text").bounding_box()
    line = page.locator(".calendar .today path").bounding_box()
    assert word and line
    assert word["x"] + word["width"] <= line["x"]
    for brick in page.locator(".calendar .wide rect").all():
        box = brick.bounding_box()
        assert box
        assert box["y"] >= word["y"] + word["height"]
    head, rule = page.locator("h1").bounding_box(), page.locator(".account").bounding_box()
    assert head and rule
    size = page.locator("h1").evaluate("one => parseFloat(getComputedStyle(one).fontSize)")
    assert rule["y"] - (head["y"] + size * 1.2) >= 8
    visit.close()


@pytest.mark.parametrize("address", ["/projects/", "/search/?q=公开"])
def test_filters_stand_open_where_it_is_wide_and_fold_on_a_phone(
    browser: Browser, live_server: Any, paper: Paper, address: str
):
    for width in (1080, 1280):
        visit = Visit(browser, live_server.url, width=width)
        box = visit.open(address).locator("details:is(.filters, .search-filters)")
        expect(box.locator("> summary")).to_be_hidden()
        expect(box.locator("label, nav a").first).to_be_visible()
        visit.close()
    visit = Visit(browser, live_server.url, width=390)
    box = visit.open(address).locator("details:is(.filters, .search-filters)")
    fold, choice = box.locator("> summary"), box.locator("label, nav a").first
    expect(choice).to_be_hidden()
    button, around = fold.bounding_box(), box.bounding_box()
    assert button and around
    assert button["width"] == around["width"]
    fold.click()
    expect(choice).to_be_visible()
    fold.click()
    expect(choice).to_be_hidden()
    visit.close()


def test_without_scripts_everything_is_there(browser: Browser, live_server: Any, paper: Paper):
    context = browser.new_context(
        viewport={"width": 390, "height": 800}, java_script_enabled=False, color_scheme="dark"
    )
    page = context.new_page()
    page.goto(live_server.url)
    page.get_by_label("全部栏目与搜索").click()
    page.locator(".menu__body").get_by_role("link", name="经济").click()
    expect(page).to_have_url(re.compile("/news/jingji/$"))
    page.get_by_role("link", name=re.compile("公开稿件")).first.click()
    assert page.locator("h1").inner_text()
    assert page.get_by_role("button", name="深色").count() == 0
    context.close()


def test_a_figure_of_the_ledger_lands_on_its_sentence(
    browser: Browser, live_server: Any, paper: Paper
):
    visit = Visit(browser, live_server.url)
    evidence = paper.public[0].evidence.get()
    page = visit.open(evidence.get_absolute_url())
    marked = page.locator("mark.here")
    assert evidence.exact in marked.inner_text().replace("\u2060", "").replace("①", "")
    box = marked.bounding_box()
    assert box is not None
    assert 0 <= box["y"] <= 900
    visit.close()


def test_the_answer_that_nothing_was_found_has_the_room_of_the_results(
    browser: Browser, live_server: Any
) -> None:
    make_paper().publish(1)
    visit = Visit(browser, live_server.url)
    page = visit.open("/search/?q=没有的词")
    box = page.locator(".found-news").bounding_box()
    assert box
    assert box["width"] > 700
    visit.close()


def test_the_address_of_an_article_is_copied(browser: Browser, live_server: Any, paper: Paper):
    visit = Visit(browser, live_server.url)
    visit.page.context.grant_permissions(["clipboard-read", "clipboard-write"])
    page = visit.open(paper.public[0].get_absolute_url())
    page.get_by_role("button", name="复制链接").click()
    expect(page.get_by_role("button", name="已复制")).to_be_visible()
    copied = page.evaluate("navigator.clipboard.readText()")
    assert copied.endswith(paper.public[0].get_absolute_url())
    assert "fact" not in copied
    visit.close()


# No machine of a test has a voice: what would be said is written down.
WRITTEN = """window.said = [];
  speechSynthesis.speak = (piece) => window.said.push([piece.lang, piece.text]);
  speechSynthesis.cancel = () => window.said.push("stop");"""


def test_an_article_is_read_aloud_from_its_headline_to_its_end_until_it_is_stopped(
    browser: Browser, live_server: Any, paper: Paper
):
    visit = Visit(browser, live_server.url)
    visit.page.add_init_script(WRITTEN)
    page = visit.open(paper.public[0].get_absolute_url())
    page.get_by_role("button", name="朗读全文").first.click()
    said = page.evaluate("window.said")
    assert {language for language, _ in said} == {"zh-CN"}
    assert said[0][1] == paper.public[0].headline
    # As the article has it, without the numbers of its facts.
    assert [text.replace("\u2060", "") for _, text in said[1:]] == [
        f"本报讯 {SENTENCE}",
        "菜农说，往后不愁卖。",
    ]
    page.get_by_role("button", name="停止朗读").first.click()
    assert page.evaluate("window.said").pop() == "stop"
    expect(page.get_by_role("button", name="朗读全文").first).to_be_visible()
    expect(visit.open("/").locator("[data-read]:visible")).to_have_count(0)
    visit.close()


@pytest.mark.parametrize("width", [320, 390, 834, 1280])
def test_large_type_is_one_switch_remembered_and_fits_every_page(
    browser: Browser, live_server: Any, paper: Paper, width: int
):
    visit = Visit(browser, live_server.url, width=width)
    page = visit.open("/")
    if width < 1080:
        page.locator(".menu summary").click()
    page.locator("[data-text-switch]:visible", has_text="大字版").first.click()
    for address in addresses(paper):
        page = visit.open(address)
        assert page.evaluate("document.documentElement.dataset.text") == "large"
        assert page.evaluate("document.documentElement.scrollWidth") <= width, address
        assert page.evaluate(SMALLEST) >= 20, address
    page = visit.open(paper.public[0].get_absolute_url())
    text = page.locator(".text")
    assert text.evaluate("one => parseFloat(getComputedStyle(one).fontSize)") >= 24
    page.get_by_role("button", name="字再大些").click()
    page.get_by_role("button", name="字再大些").click()
    expect(page.get_by_role("button", name="字再大些")).to_be_disabled()
    assert text.evaluate("one => parseFloat(getComputedStyle(one).fontSize)") > 30
    assert page.evaluate("document.documentElement.scrollWidth") <= width
    for button in page.locator(".large-bar button").all():
        box = button.bounding_box()
        assert box
        assert box["height"] >= 60
    page.locator(".large-bar [data-text-switch]").click()
    assert page.evaluate("document.documentElement.dataset.text") is None
    expect(page.locator(".large-bar")).to_be_hidden()
    visit.close()


def test_without_scripts_nothing_offers_what_needs_them(browser: Browser, live_server: Any):
    make_paper().publish(1)
    page = browser.new_context(java_script_enabled=False).new_page()
    page.goto(live_server.url)
    expect(page.locator("[data-text-switch]:visible")).to_have_count(0)
    page.context.close()
