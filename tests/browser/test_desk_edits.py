"""An edit that stands open on the review desk is never thrown away without a question."""

from __future__ import annotations

from typing import Any

import pytest
from playwright.sync_api import Browser, Page, expect

from ingest.models import Upload
from tests.browser.test_newsroom_pages import signed_in
from tests.browser.test_unsaved_text import Asked
from tests.ingest.uploads import fact_with_a_sum, receive
from tests.site.newsroom_pages import chief

pytestmark = [pytest.mark.browser, pytest.mark.django_db(transaction=True)]
TYPED = "总投资改成了1.6亿元。"


@pytest.fixture
def desk(browser: Browser, live_server: Any) -> tuple[Page, Asked, Upload]:
    upload = receive(chief())
    page, complaints = signed_in(browser, live_server)
    page.goto(live_server.url + upload.get_desk_url())
    asked = Asked(page)
    yield page, asked, upload
    # Chromium counts every refused step among the errors.
    assert [told for told in complaints if "409" not in told and "422" not in told] == []


def edit_paragraph(page: Page) -> Any:
    page.locator(".part").first.focus()
    page.keyboard.press("e")
    box = page.locator(".text-form textarea")
    box.fill(TYPED)
    return box


def edit_headline(page: Page) -> Any:
    page.click("[data-key=heads]")
    box = page.locator("#head-headline")
    box.fill(TYPED)
    return box


def escape(page: Page) -> None:
    page.keyboard.press("Escape")


def other_article(page: Page) -> None:
    page.locator("#desk-doubts a[href*='article=']:not([aria-current])").last.click()


def undo(page: Page) -> None:
    page.click("[data-key=undo]")


def all_uploads(page: Page) -> None:
    page.click("#desk-bar .back", no_wait_after=True)


@pytest.mark.parametrize("edit", [edit_paragraph, edit_headline])
@pytest.mark.parametrize("leave", [escape, other_article, all_uploads])
def test_whoever_goes_elsewhere_is_asked_and_may_stay(
    edit: Any, leave: Any, desk: tuple[Page, Asked, Upload]
) -> None:
    page, asked, _ = desk
    box = edit(page)
    leave(page)
    page.wait_for_timeout(400)
    assert len(asked) == 1
    assert asked[0] in {"正在改的内容还没有保存，要丢掉吗？", "beforeunload"}
    expect(box).to_have_value(TYPED)


def test_who_wants_to_throw_it_away_can(desk: tuple[Page, Asked, Upload]) -> None:
    page, asked, _ = desk
    box = edit_paragraph(page)
    asked.goes_on = True
    escape(page)
    expect(box).to_have_count(0)
    expect(page.locator("#desk-article")).not_to_contain_text(TYPED)
    assert len(asked) == 1


def test_saving_and_closing_what_was_not_changed_ask_nothing(
    desk: tuple[Page, Asked, Upload],
) -> None:
    page, asked, _ = desk
    edit_paragraph(page)
    page.click("button[value=edit_text]")
    expect(page.locator("#desk-article .parts")).to_contain_text(TYPED)
    page.click("[data-key=heads]")
    expect(page.locator("#head-headline")).to_be_focused()
    escape(page)
    expect(page.locator("#head-headline")).to_have_count(0)
    undo(page)
    expect(page.locator("#desk-article .parts")).not_to_contain_text(TYPED)
    all_uploads(page)
    page.wait_for_selector("#changelist")
    assert asked == []


def test_a_promised_stage_is_corrected_and_struck_by_keyboard(
    browser: Browser, live_server: Any
) -> None:
    told = "本报讯 青石河大桥总投资2.1亿元。该项目2027年3月开工，2029年底前建成。"
    upload = receive(chief(), f"大桥明年开工\n\n{told}\n")
    page, _ = signed_in(browser, live_server)
    page.set_viewport_size({"width": 390, "height": 844})
    page.goto(f"{live_server.url}{upload.get_desk_url()}?fact=f1")
    lines = page.locator("li.editing > a")
    expect(lines).to_contain_text("开工，2027年3月，精确到月")
    page.locator("li.editing .fields [name=due_text]").first.fill("2027年4月")
    page.locator("li.editing .fields [name=due_on]").first.fill("2027-04-30")
    page.keyboard.press("Enter")
    expect(lines).to_contain_text("开工，2027年4月，精确到月")
    page.locator("button[value=drop_milestone]").focus()
    page.keyboard.press("Enter")
    expect(lines).not_to_contain_text("2027年4月")
    assert page.evaluate("document.documentElement.scrollWidth") == 390


def test_what_was_refused_is_still_unsaved(desk: tuple[Page, Asked, Upload]) -> None:
    page, asked, upload = desk
    box = edit_paragraph(page)
    Upload.objects.filter(pk=upload.pk).update(revision=upload.revision + 1)
    page.click("button[value=edit_text]")
    page.wait_for_selector("#desk-note .refusal")
    expect(box).to_have_value(TYPED)
    escape(page)
    page.wait_for_timeout(400)
    assert len(asked) == 1
    expect(box).to_have_value(TYPED)


def open_fact_with_a_sum(page: Page, upload: Upload) -> Any:
    page.click(f"#{fact_with_a_sum(upload)['id']} > a")
    return page.locator(".facts .sum [name=amount]").first


def refuse_a_sum(page: Page, box: Any) -> None:
    box.fill("abc")
    page.locator(".facts .sum button").first.click()
    page.wait_for_selector("#desk-note .refusal")


def test_a_refused_sum_that_is_put_right_is_saved_without_a_question(
    desk: tuple[Page, Asked, Upload],
) -> None:
    page, asked, upload = desk
    box = open_fact_with_a_sum(page, upload)
    refuse_a_sum(page, box)
    box.fill("1.6亿元")
    page.locator(".facts .sum button").first.click()
    expect(page.locator("#desk-note .refusal")).to_have_count(0)
    expect(page.locator("#desk-facts")).to_contain_text("1.6亿元")
    assert asked == []


def test_a_refused_sum_is_not_passed_over_by_another_form(
    desk: tuple[Page, Asked, Upload],
) -> None:
    page, asked, upload = desk
    refuse_a_sum(page, open_fact_with_a_sum(page, upload))
    page.click(".facts .fields:not(.sum) button[value=edit_fact]")
    page.wait_for_timeout(400)
    assert len(asked) == 1


def test_escape_ends_a_word_that_is_being_composed_and_nothing_else(
    desk: tuple[Page, Asked, Upload],
) -> None:
    page, asked, _ = desk
    page.locator(".part").first.focus()
    page.keyboard.press("e")
    box = page.locator(".text-form textarea")
    box.dispatch_event("keydown", {"key": "Escape", "isComposing": True, "bubbles": True})
    page.wait_for_timeout(400)
    expect(box).to_be_visible()
    assert asked == []


def test_one_click_joins_what_stands_apart(browser: Browser, live_server: Any) -> None:
    """The tools of a paragraph unfold where it is chosen: no button jumps away under the mouse."""
    upload = receive(chief())
    document = upload.document
    first, second = (part["pieces"][0] for part in document["articles"][0]["parts"][:2])
    blocks = {each["id"]: each["block"] for each in document["source"]}
    document["joins"] = [
        {
            "id": "j1",
            "left": blocks[first],
            "right": blocks[second],
            "at": "投用。县水利局",
            "confidence": 0.4,
            "reason": "",
            "second_choice": None,
            "second_reason": "",
            "made": False,
            "decision": None,
        }
    ]
    Upload.objects.filter(pk=upload.pk).update(current=document)
    page, complaints = signed_in(browser, live_server)
    page.goto(live_server.url + upload.get_desk_url())
    button = page.locator(".join button[value=accept_join]")
    at = button.bounding_box()
    page.mouse.move(at["x"] + 10, at["y"] + at["height"] / 2)
    page.mouse.down()
    page.wait_for_timeout(100)
    page.mouse.up()
    expect(page.locator(".join")).to_have_count(0)
    expect(page.locator("#desk-article .text").first).to_contain_text("年底前投用。县水利局负责人")
    assert complaints == []
