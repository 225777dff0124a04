"""The printed page is enlarged with buttons, keys and two fingers, and turned with one."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date
from pathlib import Path
from typing import Any

import pytest
from django.core.files import File
from playwright.sync_api import Browser, Page, expect

from tests.factories import ArticleFactory, IssueFactory, NewspaperFactory, PageFactory

pytestmark = [pytest.mark.browser, pytest.mark.django_db(transaction=True)]
PRINTED = Path(__file__).resolve().parents[2] / "fixtures" / "media" / "pages"
ADDRESS = "/issues/2026-11-17/"


@pytest.fixture
def issue() -> None:
    issue = IssueFactory(newspaper=NewspaperFactory(), date=date(2026, 11, 17))
    for number in (1, 2, 3):
        page = PageFactory(issue=issue, number=number, image="")
        with (PRINTED / f"2026-11-17-{number}.webp").open("rb") as printed:
            page.image.save("page.webp", File(printed))
        ArticleFactory(issue=issue, page=page, headline=f"柳根渠放水{number}")


@pytest.fixture
def phone(browser: Browser, live_server: Any, issue: None) -> Iterator[Page]:
    context = browser.new_context(
        viewport={"width": 390, "height": 844}, has_touch=True, is_mobile=True, locale="zh-CN"
    )
    page = context.new_page()
    page.goto(live_server.url + ADDRESS)
    yield page
    context.close()


def width_of(page: Page) -> float:
    return float(page.evaluate("document.querySelector('.page-frame img').offsetWidth"))


def touch(page: Page, *moments: list[tuple[float, float]]) -> None:
    """Fingers as the browser has them: where they lie at every moment, then lifted."""
    session = page.context.new_cdp_session(page)
    for kind, fingers in zip(
        ["touchStart"] + ["touchMove"] * (len(moments) - 1), moments, strict=True
    ):
        points = [{"x": x, "y": y, "id": at} for at, (x, y) in enumerate(fingers)]
        session.send("Input.dispatchTouchEvent", {"type": kind, "touchPoints": points})
    session.send("Input.dispatchTouchEvent", {"type": "touchEnd", "touchPoints": []})


def test_the_bar_enlarges_the_page_on_a_phone_and_shows_it_whole_again(phone: Page) -> None:
    whole = width_of(phone)
    phone.get_by_role("button", name="放大").click()
    phone.get_by_role("button", name="放大").click()
    assert width_of(phone) == pytest.approx(whole * 2.25, abs=2)
    assert phone.evaluate("document.documentElement.scrollWidth") <= 390
    phone.get_by_role("button", name="缩小").click()
    assert width_of(phone) == pytest.approx(whole * 1.5, abs=2)
    phone.get_by_role("button", name="整版").click()
    assert width_of(phone) == pytest.approx(whole, abs=2)
    expect(phone.get_by_role("button", name="缩小")).to_be_disabled()
    heights = phone.eval_on_selector_all(
        "[data-zoom]", "all => all.map((one) => one.getBoundingClientRect().height)"
    )
    assert min(heights) >= 44


def test_two_fingers_enlarge_the_page(phone: Page) -> None:
    whole = width_of(phone)
    touch(phone, [(180, 500), (210, 500)], [(150, 500), (240, 500)], [(135, 500), (255, 500)])
    assert width_of(phone) == pytest.approx(whole * 4, rel=0.05)
    assert phone.evaluate("visualViewport.scale") == 1


def test_a_swipe_turns_the_page(phone: Page) -> None:
    touch(phone, [(300, 500)], [(200, 505)], [(120, 505)])
    expect(phone).to_have_url(re.compile(r"/issues/2026-11-17/2/$"))
    touch(phone, [(120, 500)], [(200, 505)], [(300, 505)])
    expect(phone).to_have_url(re.compile(r"/issues/2026-11-17/1/$"))
    touch(phone, [(200, 700)], [(210, 600)], [(220, 400)])
    phone.get_by_role("button", name="放大").click()
    touch(phone, [(300, 500)], [(200, 505)], [(120, 505)])
    assert phone.url.endswith("/issues/2026-11-17/1/")


def test_a_touch_screen_is_told_of_fingers_and_not_of_keys(phone: Page) -> None:
    expect(phone.locator(".keys")).to_be_hidden()
    expect(phone.get_by_text("左右滑换版，两指张开放大")).to_be_visible()


def test_keys_turn_and_enlarge_the_page(browser: Browser, live_server: Any, issue: None) -> None:
    page = browser.new_page()
    page.goto(live_server.url + ADDRESS)
    expect(page.locator(".keys")).to_be_visible()
    expect(page.locator(".by-hand")).to_be_hidden()
    whole = width_of(page)
    page.keyboard.press("+")
    assert width_of(page) > whole
    page.keyboard.press("-")
    assert width_of(page) == whole
    page.keyboard.press("ArrowRight")
    expect(page).to_have_url(live_server.url + ADDRESS + "2/")
    page.locator(".page-frame img").click(position={"x": 40, "y": 60})
    assert width_of(page) > whole
    page.close()


def test_without_scripts_a_link_opens_the_large_page(
    browser: Browser, live_server: Any, issue: None
) -> None:
    context = browser.new_context(java_script_enabled=False, viewport={"width": 390, "height": 844})
    page = context.new_page()
    page.goto(live_server.url + ADDRESS)
    link = page.get_by_role("link", name="看大图")
    expect(link).to_be_visible()
    expect(page.get_by_role("button", name="放大")).to_be_hidden()
    expect(page.locator(".keys, .by-hand").first).to_be_hidden()
    link.click()
    assert page.url.endswith(".webp")
    context.close()
