"""The review desk without a mouse: the keys lead to every question, and answer it."""

from __future__ import annotations

from typing import Any

import pytest
from playwright.sync_api import Browser, Page, expect

from ingest.models import Upload
from tests.browser.test_newsroom_pages import signed_in
from tests.factories import SectionFactory
from tests.ingest.uploads import receive
from tests.site.newsroom_pages import chief

pytestmark = [pytest.mark.browser, pytest.mark.django_db(transaction=True)]
TWO_ARTICLES = """西桥头的集市挪了地方

本报讯 11月20日，西桥头的集市从桥下挪到了粮站院里。卖菜的说，下雨也不用收摊了。

南坡种下两万棵侧柏

本报讯 11月21日，南坡的村民把最后一车侧柏种了下去。护林员说，从坡顶能望见县城。
"""


@pytest.fixture
def desk(browser: Browser, live_server: Any) -> tuple[Page, Upload]:
    for order, name in enumerate(("乡镇", "民生"), start=1):
        SectionFactory(name=name, order=order)
    upload = receive(chief(), TWO_ARTICLES)
    page, complaints = signed_in(browser, live_server)
    page.goto(live_server.url + upload.get_desk_url())
    yield page, upload
    assert complaints == []


def sections(upload: Upload) -> list[str | None]:
    upload.refresh_from_db()
    return [article["section"] for article in upload.current["articles"]]


def test_the_section_of_every_article_is_chosen_by_keys_alone(desk: tuple[Page, Upload]) -> None:
    page, upload = desk
    assert sections(upload) == [None, None]
    for left in (1, 0):
        page.keyboard.press("n")
        expect(page.locator(".doubts .current select")).to_be_focused()
        page.keyboard.press("ArrowDown")
        page.keyboard.press("Enter")
        expect(page.locator(".doubts a", has_text="栏目")).to_have_count(left)
    assert sections(upload) == ["乡镇", "乡镇"]


def test_a_question_can_be_passed_over_by_the_same_key(desk: tuple[Page, Upload]) -> None:
    page, upload = desk
    page.keyboard.press("n")
    first = page.locator(".doubts .current .why").inner_text()
    expect(page.locator(".doubts .current select")).to_be_focused()
    page.keyboard.press("n")
    expect(page.locator(".doubts .current .why")).not_to_have_text(first)
    expect(page.locator(".doubts .current select")).to_be_focused()
    assert sections(upload) == [None, None]


def test_whoever_comes_to_a_question_from_elsewhere_can_answer_at_once(
    desk: tuple[Page, Upload], live_server: Any
) -> None:
    page, upload = desk
    page.goto(f"{live_server.url}{upload.get_desk_url()}".replace("desk/", "commit/"))
    page.click(".doubtful a")
    expect(page.locator(".doubts .current select")).to_be_focused()
    page.wait_for_timeout(300)
    expect(page.locator(".doubts .current select")).to_be_focused()
