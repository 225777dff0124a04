"""The newsroom's pages in a real browser: inside the policy, inside the screen, usable by all."""

from __future__ import annotations

import re
from typing import Any

import pytest
from axe_playwright_python.sync_playwright import Axe
from django.contrib.auth.models import Group
from playwright.sync_api import Browser, Page, expect

from articles.models import Article, Status
from pingyao_cms.roles import JOURNALIST
from tests.browser.prose import caret_at_end
from tests.factories import (
    ArticleFactory,
    DepartmentFactory,
    PhotoFactory,
    ProjectFactory,
    SectorFactory,
    UserFactory,
)
from tests.ingest.uploads import receive
from tests.site.newsroom_pages import chief, everything

pytestmark = [pytest.mark.browser, pytest.mark.django_db(transaction=True)]
PASSWORD = "a long pass phrase"
PROJECT = "第{0}水库加固工程总投资{0}亿元，由县水利局负责，年底前完工。"


# Fields that reach over the edge of the screen, but for those in a box that scrolls sideways.
CUT_OFF = """[...document.querySelectorAll(".form-row :is(input, select, textarea)")]
  .filter((field) => field.offsetParent && !field.closest(".tabular, .select2-container"))
  .filter((field) => field.getBoundingClientRect().right > window.innerWidth)
  .map((field) => field.id || field.name)"""


# Text that is smaller than the least size of the newsroom.
TOO_SMALL = """[...document.querySelectorAll("body *")]
  .filter((one) => one.checkVisibility() && !one.closest(".visually-hidden, svg, option"))
  .filter((one) => [...one.childNodes].some((n) => n.nodeType === 3 && n.data.trim()))
  .filter((one) => parseFloat(getComputedStyle(one).fontSize) < 13)
  .map((one) => one.textContent.trim())"""


def signed_in(browser: Browser, live_server: Any, **options: Any) -> tuple[Page, list[str]]:
    """A page of the chief's, and the list that every complaint of the browser goes to."""
    page = browser.new_context(locale="zh-CN", **options).new_page()
    complaints: list[str] = []
    page.on(
        "console",
        lambda told: (
            complaints.append(f"{page.url}: {told.text}") if told.type == "error" else None
        ),
    )
    page.on("pageerror", lambda error: complaints.append(f"{page.url}: {error}"))
    page.goto(f"{live_server.url}/admin/login/")
    page.fill("#id_username", "主编")
    page.fill("#id_password", PASSWORD)
    page.click("input[type=submit]")
    page.wait_for_selector(".desk")
    return page, complaints


def addresses(article: Article) -> list[str]:
    public = Article.objects.get(status=Status.PUBLISHED)
    own = f"/admin/articles/article/{article.pk}/"
    return [
        "/admin/",
        "/admin/articles/article/",
        f"{own}change/",
        f"{own}history/",
        f"{own}step/return/",
        f"/admin/articles/article/{public.pk}/change/",
        "/admin/articles/article/add/",
        "/admin/articles/photo/",
        "/admin/articles/issue/",
        "/admin/projects/project/",
        "/admin/projects/project/import/",
        "/admin/projects/project/export/",
        f"/admin/projects/project/{public.evidence.get().projects.get().pk}/change/",
        "/admin/projects/target/",
        "/admin/departments/department/",
        "/admin/auth/user/",
        "/admin/auth/user/add/",
    ]


@pytest.mark.parametrize("width", [1280, 390])
@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_pages_keep_to_the_policy_and_to_the_screen(
    width: int, scheme: str, browser: Browser, live_server: Any
) -> None:
    article = everything(chief())
    options = {"viewport": {"width": width, "height": 900}, "color_scheme": scheme}
    page, complaints = signed_in(browser, live_server, **options)
    for address in addresses(article):
        page.goto(live_server.url + address)
        page.wait_for_load_state("networkidle")
        wide = page.evaluate("document.documentElement.scrollWidth")
        assert wide <= width, address
        assert page.evaluate(CUT_OFF) == [], address
        assert page.evaluate(TOO_SMALL) == [], address
    assert complaints == []


@pytest.mark.parametrize("width", [1280, 390])
def test_the_open_menu_of_a_person_has_no_small_type(
    width: int, browser: Browser, live_server: Any
) -> None:
    everything(chief())
    page, _ = signed_in(browser, live_server, viewport={"width": width, "height": 900})
    page.locator(".user-menu summary").click()
    expect(page.get_by_role("button", name="注销")).to_be_visible()
    assert page.evaluate(TOO_SMALL) == []


def test_the_desk_fills_the_screen_and_its_columns_scroll_in_themselves(
    browser: Browser, live_server: Any
) -> None:
    upload = receive(chief(), "\n\n".join(PROJECT.format(number) for number in range(1, 25)))
    page, _ = signed_in(browser, live_server, viewport={"width": 1280, "height": 700})
    page.goto(live_server.url + upload.get_desk_url())
    facts = page.locator("#desk-facts")
    assert facts.evaluate("one => one.scrollHeight > one.clientHeight")
    assert page.evaluate("document.documentElement.scrollHeight") <= 700


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_no_page_shuts_anybody_out(scheme: str, browser: Browser, live_server: Any) -> None:
    article = everything(chief())
    page, _ = signed_in(browser, live_server, color_scheme=scheme)
    found: list[str] = []
    for address in addresses(article):
        page.goto(live_server.url + address)
        page.wait_for_load_state("networkidle")
        for fault in Axe().run(page).response["violations"]:
            if fault["impact"] in {"critical", "serious"}:
                node = fault["nodes"][0]["html"][:120]
                found.append(f"{address}: {fault['id']} ({len(fault['nodes'])}) {node}")
    assert not found, "\n".join(found)


@pytest.mark.parametrize("width", [1280, 390])
@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_the_preview_of_a_table_shuts_nobody_out(
    scheme: str, width: int, browser: Browser, live_server: Any
) -> None:
    """Whether its rows can come in or not."""
    chief()
    page, _ = signed_in(
        browser, live_server, color_scheme=scheme, viewport={"width": width, "height": 900}
    )
    for sum_typed in ("", "许多"):
        page.goto(f"{live_server.url}/admin/projects/project/import/")
        table = f"项目名称,地点,简介,总投资(元)\n东干渠衬砌,城东,渠底和两坡浇混凝土,{sum_typed}\n"
        file = {"name": "表.csv", "mimeType": "text/csv", "buffer": table.encode()}
        page.set_input_files("input[type=file]", files=[file])
        page.click("#content input[type=submit]")
        expect(page.locator(".import-preview")).to_contain_text("东干渠衬砌")
        assert page.evaluate("document.documentElement.scrollWidth") <= width
        assert Axe().run(page).response["violations"] == []


def test_the_editor_writes_publishes_and_its_buttons_are_named(
    browser: Browser, live_server: Any
) -> None:
    article = everything(chief())
    PhotoFactory(article=article)
    page, complaints = signed_in(browser, live_server)
    page.goto(f"{live_server.url}/admin/articles/article/{article.pk}/change/")
    page.wait_for_selector(".ProseMirror[contenteditable=true]")
    names = page.eval_on_selector_all(
        ".prose-menubar button", "all => all.map(one => one.ariaLabel || one.textContent)"
    )
    assert names
    assert all(name and not name.isascii() for name in names), names
    caret_at_end(page)
    page.keyboard.type("又添一句。")
    page.click("button[name=_step][value=publish]")
    page.wait_for_selector(".state.published")
    article.refresh_from_db()
    assert "又添一句。" in article.body
    assert article.is_published()
    assert article.photos.first().renditions
    assert complaints == []


@pytest.mark.parametrize("device", ["light", "dark"])
def test_the_switch_between_light_and_dark_counts_before_the_device(
    device: str, browser: Browser, live_server: Any
) -> None:
    everything(chief())
    page, complaints = signed_in(browser, live_server, color_scheme=device)

    def ground() -> str:
        return str(page.evaluate("getComputedStyle(document.body).backgroundColor"))

    light, dark = "rgb(252, 252, 252)", "rgb(20, 22, 24)"
    by_device = dark if device == "dark" else light
    assert ground() == by_device
    seen = {}
    for _turn in range(3):
        page.evaluate("document.querySelector('.theme-toggle').click()")
        page.wait_for_timeout(50)
        seen[page.get_attribute("html", "data-theme")] = ground()
    assert seen == {"light": light, "dark": dark, "auto": by_device}
    page.evaluate("localStorage.setItem('theme', 'dark')")
    page.reload()
    assert ground() == dark
    page.emulate_media(media="print")
    assert ground() == light
    assert page.evaluate("getComputedStyle(document.body).color") == "rgb(27, 27, 26)"
    assert complaints == []


def test_nothing_moves_for_those_who_asked_for_rest(browser: Browser, live_server: Any) -> None:
    everything(chief())
    page, _ = signed_in(browser, live_server, reduced_motion="reduce")
    page.goto(f"{live_server.url}/admin/articles/article/")
    moving = """[...document.querySelectorAll("*")]
      .filter((one) => parseFloat(getComputedStyle(one).transitionDuration) > 0).length"""
    assert page.evaluate(moving) == 0


@pytest.mark.parametrize(("answer", "heads"), [("是", 3), ("否", 0)])
def test_the_box_for_a_new_table_speaks_chinese_and_does_what_it_says(
    answer: str, heads: int, browser: Browser, live_server: Any
) -> None:
    article = everything(chief())
    page, complaints = signed_in(browser, live_server)
    page.goto(f"{live_server.url}/admin/articles/article/{article.pk}/change/")
    page.click(".prose-editor .ProseMirror[contenteditable=true]")
    page.click(".prose-menubar [title=插入表格]")
    box = page.locator(".prose-editor-dialog")
    assert not re.search("[A-Za-z]", box.inner_text())
    box.locator("select").select_option(label=answer)
    box.locator("button[type=submit]").click()
    page.wait_for_selector(".ProseMirror table")
    assert page.locator(".ProseMirror table th").count() == heads
    assert complaints == []


def test_the_whole_photo_table_is_in_sight_on_a_usual_screen(
    browser: Browser, live_server: Any
) -> None:
    article = everything(chief())
    # 1280 pixels, less the bar that scrolls the page.
    page, _ = signed_in(browser, live_server, viewport={"width": 1264, "height": 900})
    page.goto(f"{live_server.url}/admin/articles/article/{article.pk}/change/")
    page.wait_for_load_state("networkidle")
    table = page.locator("#photos-group .tabular")
    assert table.evaluate("box => box.scrollWidth <= box.clientWidth")
    last = table.locator("th").last
    assert last.inner_text() == "删除？"
    assert last.evaluate("head => head.getBoundingClientRect().right") <= 1264


@pytest.mark.parametrize("width", [1280, 390])
def test_what_is_not_allowed_is_said_across_the_page(
    browser: Browser, live_server: Any, width: int
) -> None:
    page = browser.new_context(viewport={"width": width, "height": 800}).new_page()
    UserFactory(username="记者").groups.add(Group.objects.get(name=JOURNALIST))
    page.goto(f"{live_server.url}/admin/login/?next=/admin/auth/user/")
    page.fill("#id_username", "记者")
    page.fill("#id_password", PASSWORD)
    page.click("input[type=submit]")
    box = page.locator(".login-box").bounding_box()
    assert box is not None
    assert box["width"] >= 300
    assert abs(box["x"] + box["width"] / 2 - width / 2) < 20


def test_no_sign_lies_on_the_words_of_a_message(browser: Browser, live_server: Any) -> None:
    user = chief()
    article = ArticleFactory(status=Status.DRAFT, published_at=None, author=user)
    page, _ = signed_in(browser, live_server)
    page.goto(f"{live_server.url}/admin/articles/article/")
    page.check(f'input[name="_selected_action"][value="{article.pk}"]')
    page.select_option('select[name="action"]', "publish_selected")
    page.click(".actions button[type=submit]")
    told = page.locator("ul.messagelist li.warning")
    assert "要先送审" in told.inner_text()
    style = told.evaluate("(li) => getComputedStyle(li).backgroundImage")
    assert style == "none"


def test_no_sum_breaks_in_a_list(browser: Browser, live_server: Any) -> None:
    chief()
    lead = DepartmentFactory(name="清河县住房和城乡建设局城市管理综合行政执法大队")
    ProjectFactory(
        name="县城老旧小区供热管网及附属设施改造三期工程（城东片区）",
        lead=lead,
        sector=SectorFactory(name="住房和城乡建设"),
        stage="structure_complete",
        total_yuan=26_000_000,
        next_due_on="2026-06-30",
    )
    page, _ = signed_in(browser, live_server, viewport={"width": 1280, "height": 800})
    page.goto(f"{live_server.url}/admin/projects/project/")
    for cell, text in ((".field-total", "2600万元"), (".field-due", "2026-06-30 已逾期")):
        found = page.locator(f"#result_list td{cell}")
        assert found.inner_text() == text
        lines = "(td) => { const r = document.createRange(); r.selectNodeContents(td);"
        lines += " return new Set([...r.getClientRects()].map((box) => box.top)).size; }"
        assert found.evaluate(lines) == 1, text
