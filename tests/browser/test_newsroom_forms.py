"""The forms of the newsroom: what is wrong is seen at its field, and nothing sticks together."""

from __future__ import annotations

from typing import Any

import pytest
from playwright.sync_api import Browser, Locator, Page

from articles.models import Article, Status
from tests.browser.test_newsroom_pages import signed_in
from tests.ingest.uploads import receive
from tests.site.newsroom_pages import chief, everything

pytestmark = [pytest.mark.browser, pytest.mark.django_db(transaction=True)]
RED = "rgb(142, 30, 19)"
BORDER = "one => getComputedStyle(one).borderTopColor"


@pytest.fixture
def newsroom(browser: Browser, live_server: Any) -> tuple[Page, str]:
    everything(chief())
    page, _complaints = signed_in(browser, live_server)
    return page, live_server.url


def box(one: Locator) -> Any:
    found = one.bounding_box()
    assert found
    return found


@pytest.mark.parametrize("width", [1280, 390])
def test_what_is_wrong_stands_over_its_field_and_the_field_is_red(
    newsroom: tuple[Page, str], width: int
) -> None:
    page, base = newsroom
    page.set_viewport_size({"width": width, "height": 900})
    page.goto(f"{base}/admin/articles/article/add/")
    page.click("[name=_save]")
    for name in ("headline", "section"):
        field = page.locator(f"#id_{name}")
        said = page.locator(f".field-{name} .errorlist li")
        assert abs(box(said)["x"] - box(field)["x"]) < 3
        assert field.evaluate(BORDER) == RED


def test_the_list_of_tags_has_the_room_of_a_line(newsroom: tuple[Page, str]) -> None:
    page, base = newsroom
    page.goto(f"{base}/admin/articles/article/add/")
    assert box(page.locator("#id_tags"))["width"] > 400


def test_a_key_stands_inside_its_button(browser: Browser, live_server: Any) -> None:
    upload = receive(chief(), "河东冷链园今日动工\n\n本报讯 11月20日，菜农卖了3..5亿元的菜。\n")
    page, _complaints = signed_in(browser, live_server)
    page.goto(live_server.url + upload.get_desk_url())
    page.keyboard.press("n")
    button = page.locator("[data-key=accept]")
    inner = button.evaluate("one => parseFloat(getComputedStyle(one).paddingLeft)")
    assert inner >= 10


def test_the_way_to_a_version_looks_like_one(newsroom: tuple[Page, str]) -> None:
    page, base = newsroom
    article = Article.objects.exclude(status=Status.PUBLISHED).get()
    article.headline = "水渠修到村口"
    article.save()
    page.goto(f"{base}/admin/articles/article/{article.pk}/history/")
    colour = "one => getComputedStyle(one).color"
    link = page.get_by_role("link", name="对比", exact=True).first
    assert link.evaluate(colour) != page.locator(".versions td").first.evaluate(colour)


OUTLINE = "one => getComputedStyle(one).outlineStyle + getComputedStyle(one).outlineWidth"


def test_whoever_walks_a_form_by_keys_sees_where_they_are(newsroom: tuple[Page, str]) -> None:
    page, base = newsroom
    page.goto(f"{base}/admin/articles/article/add/")
    page.wait_for_selector(".ProseMirror[contenteditable=true]")
    editor = page.locator(".prose-editor", has=page.locator("[contenteditable=true]"))
    several = page.locator(".field-departments .select2-selection--multiple")
    page.locator("#id_byline").focus()
    seen = set()
    for _step in range(40):
        page.keyboard.press("Tab")
        seen |= {
            name
            for name, box in (("text", editor), ("departments", several))
            if box.evaluate(OUTLINE) == "solid3px"
        }
    assert seen == {"text", "departments"}


def test_on_a_phone_the_heads_of_a_list_show_when_the_keys_come_to_them(
    newsroom: tuple[Page, str],
) -> None:
    page, base = newsroom
    page.set_viewport_size({"width": 390, "height": 844})
    page.goto(f"{base}/admin/articles/article/")
    head = page.locator("#result_list thead")
    clipped = "one => getComputedStyle(one).clipPath"
    assert head.evaluate(clipped) == "inset(50%)"
    page.locator("#action-toggle").focus()
    assert head.evaluate(clipped) == "none"
    page.keyboard.press("Tab")
    assert page.evaluate("document.activeElement.closest('thead') !== null")
    assert page.evaluate("document.documentElement.scrollWidth") <= 390
