"""Headline, deck and summary are one line each, and all of it can be read while it is written."""

from __future__ import annotations

from typing import Any

import pytest
from playwright.sync_api import Browser, Page, expect

from articles.models import Article, Status
from tests.browser.test_newsroom_pages import signed_in
from tests.factories import ArticleFactory, PhotoFactory
from tests.ingest.uploads import receive
from tests.site.newsroom_pages import chief

pytestmark = [pytest.mark.browser, pytest.mark.django_db(transaction=True)]

LINES = ["kicker", "headline", "deck", "summary"]
LONG = "三座泵站同一天合闸，城南八千户的水压不再忽高忽低，自来水公司说夏天用水高峰也够"
PASTE = """(field, text) => {
  const clipboardData = new DataTransfer();
  clipboardData.setData("text/plain", text);
  field.dispatchEvent(new ClipboardEvent("paste", {clipboardData, bubbles: true, cancelable: true}));
}"""
CUT_OFF = "one => one.scrollHeight > one.clientHeight || one.scrollWidth > one.clientWidth"


@pytest.fixture(params=[390, 1280])
def form(request: Any, browser: Browser, live_server: Any) -> tuple[Page, Article]:
    article: Article = ArticleFactory(
        status=Status.DRAFT, published_at=None, author=chief(), kicker="", deck="", summary=""
    )
    page, _complaints = signed_in(
        browser, live_server, viewport={"width": request.param, "height": 900}
    )
    page.goto(f"{live_server.url}/admin/articles/article/{article.pk}/change/")
    page.wait_for_selector(".ProseMirror[contenteditable=true]")
    return page, article


def test_a_line_grows_with_its_text_and_shrinks_again(form: tuple[Page, Article]) -> None:
    page, _ = form
    for name in LINES:
        field = page.locator(f"#id_{name}")
        field.fill("短")
        low = field.evaluate("one => one.offsetHeight")
        field.fill(LONG * 3)
        assert not field.evaluate(CUT_OFF)
        assert field.evaluate("one => one.offsetHeight") > low
        field.fill("短")
        assert field.evaluate("one => one.offsetHeight") == low


def test_enter_neither_saves_nor_breaks_a_line(form: tuple[Page, Article]) -> None:
    page, article = form
    before = article.version
    for name in LINES:
        field = page.locator(f"#id_{name}")
        field.fill("水压稳了")
        for key in ("Enter", "Shift+Enter"):
            field.press(key)
        expect(field).to_have_value("水压稳了")
    article.refresh_from_db()
    assert article.version == before


def test_what_is_pasted_with_breaks_is_one_line_and_can_be_undone(
    form: tuple[Page, Article],
) -> None:
    page, _ = form
    field = page.locator("#id_deck")
    field.fill("泵站：")
    field.press("End")
    field.evaluate(PASTE, "三座合闸\r\n  八千户受益\n")
    expect(field).to_have_value("泵站：三座合闸 八千户受益")
    field.press("Control+z")
    expect(field).to_have_value("泵站：")


def test_no_more_goes_in_than_the_field_takes(form: tuple[Page, Article]) -> None:
    page, _ = form
    for name, most in (("kicker", 120), ("headline", 120), ("deck", 200), ("summary", 200)):
        field = page.locator(f"#id_{name}")
        field.fill("")
        field.evaluate(PASTE, "水\n" * most)
        assert len(field.input_value()) == most


def test_a_long_caption_is_seen_whole_in_its_row_and_in_a_new_one(
    browser: Browser, live_server: Any, form: tuple[Page, Article]
) -> None:
    page, article = form
    PhotoFactory(article=article, caption=LONG * 2)
    page.reload()
    page.wait_for_selector(".ProseMirror[contenteditable=true]")
    page.click("#photos-group .add-row a")
    new = page.locator("#id_photos-1-caption")
    new.fill(LONG * 2)
    new.press("Enter")
    expect(new).to_have_value(LONG * 2)
    for row in (0, 1):
        assert not page.locator(f"#id_photos-{row}-caption").evaluate(CUT_OFF)


@pytest.fixture(params=[390, 1280])
def desk(request: Any, browser: Browser, live_server: Any) -> tuple[Page, str]:
    told = "本报讯 青石河大桥总投资2.1亿元。大桥2027年3月开工。"
    upload = receive(chief(), f"{LONG}\n\n{told}\n")
    page, _complaints = signed_in(
        browser, live_server, viewport={"width": request.param, "height": 900}
    )
    return page, live_server.url + upload.get_desk_url()


def test_a_long_headline_is_seen_whole_on_the_desk(desk: tuple[Page, str]) -> None:
    page, address = desk
    page.goto(address)
    page.click("[data-key=heads]")
    for name in ("kicker", "headline", "deck", "byline"):
        field = page.locator(f"#head-{name}")
        field.fill("短")
        low = field.evaluate("one => one.offsetHeight")
        field.fill(LONG * 2)
        assert not field.evaluate(CUT_OFF)
        assert field.evaluate("one => one.offsetHeight") > low
    assert page.evaluate("document.documentElement.scrollWidth") == page.viewport_size["width"]


def test_so_is_the_name_of_a_project(desk: tuple[Page, str]) -> None:
    page, address = desk
    page.goto(f"{address}?fact=f1")
    field = page.locator("li.editing [name=name]")
    field.fill("青石河大桥及两岸接线和河堤加固工程" * 2)
    assert not field.evaluate(CUT_OFF)


def test_enter_saves_a_headline_on_the_desk_without_a_break(desk: tuple[Page, str]) -> None:
    page, address = desk
    page.goto(address)
    page.click("[data-key=heads]")
    page.locator("#head-headline").fill("大桥明年开工")
    page.keyboard.press("Enter")
    expect(page.locator("#head-headline")).to_have_count(0)
    expect(page.locator(".heads dd.headline")).to_have_text("大桥明年开工")
