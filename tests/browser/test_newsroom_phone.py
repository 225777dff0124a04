"""The newsroom on a phone: what matters is within reach, and nothing hides the page."""

from __future__ import annotations

from typing import Any

import pytest
from playwright.sync_api import Browser, Page, expect

from articles.models import Article, Photo
from ingest.models import Upload
from projects.models import Project
from tests.browser.test_newsroom_pages import signed_in
from tests.ingest.uploads import receive
from tests.site.newsroom_pages import chief, everything

pytestmark = [pytest.mark.browser, pytest.mark.django_db(transaction=True)]
PHONE = {"viewport": {"width": 390, "height": 844}, "has_touch": True, "is_mobile": True}
DOUBTFUL = """河东冷链园今日动工

本报讯 11月20日，河东冷链园项目开工。菜农去年卖了3..5亿元的菜。

县水利局负责人说，往后菜农不愁卖。
"""


@pytest.fixture
def phone(browser: Browser, live_server: Any) -> Page:
    everything(chief())
    page, _complaints = signed_in(browser, live_server, **PHONE)
    return page


def test_the_desk_leads_from_doubt_to_doubt_by_touch(phone: Page, live_server: Any) -> None:
    upload = receive(chief_again(), DOUBTFUL)
    phone.goto(live_server.url + upload.get_desk_url())
    expect(phone.locator("#desk-keys")).to_be_hidden()
    phone.locator("#desk-touch .next").tap()
    said = phone.locator("#desk-touch p")
    expect(said).to_contain_text("3..5亿元")
    expect(phone.locator(".part.current")).to_be_in_viewport()
    before = Upload.objects.get(pk=upload.pk).revision
    phone.locator("#desk-touch button", has_text="认可").tap()
    expect(said).to_have_count(0)
    assert Upload.objects.get(pk=upload.pk).revision == before + 1


def test_nothing_lies_over_the_end_of_the_desk(phone: Page, live_server: Any) -> None:
    upload = receive(chief_again(), DOUBTFUL)
    phone.goto(live_server.url + upload.get_desk_url())
    phone.evaluate("window.scrollTo(0, document.body.scrollHeight)")
    end = phone.locator("#desk-facts").bounding_box()
    bar = phone.locator("#desk-touch").bounding_box()
    assert end and bar
    assert end["y"] + end["height"] <= bar["y"] + 1


def test_what_leads_to_the_day_s_work_is_as_high_as_a_finger(phone: Page) -> None:
    for tool in phone.locator("#user-tools > a, #user-tools summary, .menu-button").all():
        box = tool.bounding_box()
        assert box
        assert box["height"] >= 44


def test_filters_stand_before_the_rows_and_open_by_touch(phone: Page, live_server: Any) -> None:
    phone.goto(f"{live_server.url}/admin/articles/article/")
    fold, rows = phone.locator(".filter-fold"), phone.locator("#result_list")
    top, below = fold.bounding_box(), rows.bounding_box()
    assert top and below
    assert top["y"] + top["height"] <= below["y"]
    assert top["height"] < 60
    choice = phone.get_by_role("link", name="草稿", exact=True)
    expect(choice).to_be_hidden()
    fold.locator("> summary").tap()
    expect(choice).to_be_visible()
    choice.tap()
    phone.wait_for_url("**status**")
    assert (
        Article.objects.filter(status="draft").count()
        == phone.locator("#result_list tbody tr").count()
    )


def chief_again() -> Any:
    from django.contrib.auth.models import User

    return User.objects.get(username="主编")


def test_a_bare_number_in_a_list_says_of_what_and_nothing_takes_no_room(
    phone: Page, live_server: Any
) -> None:
    phone.goto(f"{live_server.url}/admin/articles/issue/")
    numbers = phone.locator("#result_list td[data-label]")
    assert numbers.count() > 0
    shown = numbers.first.evaluate("one => getComputedStyle(one, '::before').content")
    assert "号" in shown
    for page, column, word in (
        ("auth/user", "works_here", "可登录"),
        ("articles/section", "order", "顺序"),
    ):
        phone.goto(f"{live_server.url}/admin/{page}/")
        cell = phone.locator(f"#result_list .field-{column}").first
        assert f'"{word} "' == cell.evaluate("one => getComputedStyle(one, '::before').content")
    phone.goto(f"{live_server.url}/admin/articles/article/")
    for cell in phone.locator("#result_list td", has_text="—").all():
        if cell.inner_text().strip() == "—":
            expect(cell).to_be_hidden()


@pytest.mark.parametrize("width", [320, 390])
def test_the_sums_of_a_project_fit_the_screen(phone: Page, live_server: Any, width: int) -> None:
    phone.set_viewport_size({"width": width, "height": 844})
    phone.goto(f"{live_server.url}/admin/projects/project/{Project.objects.get().pk}/change/")
    hidden = "box => box.scrollWidth - box.clientWidth"
    sums = phone.locator("#Investment_projects-group .tabular")
    phone.locator("#Investment_projects-group .add-row a").tap()
    expect(sums.locator(".select2-container:visible")).to_have_count(2)
    assert sums.evaluate(hidden) == 0
    for choice in sums.locator(".select2-container:visible").all():
        box = choice.bounding_box()
        assert box
        assert box["width"] > width / 2
    # A line of many fields keeps their widths and scrolls in its own box.
    assert phone.locator("#targets-group .tabular").evaluate(hidden) > 0
    assert phone.evaluate("document.documentElement.scrollWidth") <= width


@pytest.mark.parametrize("width", [320, 390])
def test_every_field_of_a_picture_is_on_the_screen_with_its_name(
    phone: Page, live_server: Any, width: int
) -> None:
    phone.set_viewport_size({"width": width, "height": 844})
    article = Photo.objects.get().article_id
    phone.goto(f"{live_server.url}/admin/articles/article/{article}/change/")
    rows = phone.locator("#photos-group")
    assert rows.locator(".tabular").evaluate("box => box.scrollWidth - box.clientWidth") == 0
    for name in ("图说", "摄影", "替代文字", "焦点距左", "顺序"):
        cell = rows.locator(f'tr.has_original td[data-label="{name}"]')
        assert name in cell.evaluate("one => getComputedStyle(one, '::before').content")
        box = cell.locator("input, textarea").bounding_box()
        assert box
        assert box["x"] + box["width"] <= width
        assert box["height"] >= 44
    rows.locator(".add-row a").tap()
    assert rows.locator(".tabular").evaluate("box => box.scrollWidth - box.clientWidth") == 0


def test_on_a_phone_every_text_that_two_wrote_says_whose_it_is(
    phone: Page, live_server: Any
) -> None:
    article = Article.objects.exclude(status="published").first()
    assert article
    phone.goto(f"{live_server.url}/admin/articles/article/{article.pk}/change/")
    Article.objects.filter(pk=article.pk).update(version=article.version + 1, headline="渠水进了村")
    phone.locator("#id_headline").fill("水渠修到村口")
    phone.locator("[name=_continue]").tap()
    sides = phone.locator(".conflict .comparison-row.changed .side")
    expect(sides).to_have_count(2)
    for side in sides.all():
        box = side.bounding_box()
        assert box
        assert box["height"] > 12
    expect(phone.locator(".comparison-head")).to_be_hidden()
