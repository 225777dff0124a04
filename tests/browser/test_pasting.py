"""What is pasted into an article stays as our pages show it, or its writer is told."""

from __future__ import annotations

from typing import Any

import pytest
from playwright.sync_api import Browser, Page, expect

from articles.models import Article, Status
from tests.browser.prose import TEXT, caret_at_end
from tests.browser.test_newsroom_pages import signed_in
from tests.factories import ArticleFactory
from tests.site.newsroom_pages import chief

pytestmark = [pytest.mark.browser, pytest.mark.django_db(transaction=True)]

PASTE = """(box, html) => {
  const clipboardData = new DataTransfer();
  clipboardData.setData("text/html", html);
  box.dispatchEvent(new ClipboardEvent("paste", {clipboardData, bubbles: true, cancelable: true}));
}"""


@pytest.fixture
def form(browser: Browser, live_server: Any) -> tuple[Page, Article]:
    user = chief()
    article: Article = ArticleFactory(
        status=Status.DRAFT,
        published_at=None,
        author=user,
        dateline="",
        body='<p>见<a href="https://qinghe.example/">公告</a></p>',
    )
    page, complaints = signed_in(browser, live_server)
    page.goto(f"{live_server.url}/admin/articles/article/{article.pk}/change/")
    caret_at_end(page)
    assert complaints == []
    return page, article


def saved(page: Page, article: Article) -> str:
    page.click("input[name=_continue]")
    page.wait_for_selector(".success")
    article.refresh_from_db()
    return article.body


def test_what_is_typed_behind_a_link_is_no_part_of_it(form: tuple[Page, Article]) -> None:
    page, _ = form
    page.keyboard.type("，明天起施行")
    assert "公告</a>，明天起施行</p>" in saved(*form)


def test_heads_of_other_levels_become_subheads(form: tuple[Page, Article]) -> None:
    page, _ = form
    page.keyboard.press("Enter")
    page.locator(TEXT).evaluate(PASTE, "<h1 class='MsoTitle'>早市</h1><p>搬了。</p><h3>车位</h3>")
    body = saved(*form)
    assert "<h2>早市</h2><p>搬了。</p><h2>车位</h2>" in body


def test_a_pasted_picture_is_told_where_pictures_go(form: tuple[Page, Article]) -> None:
    page, _ = form
    said = page.locator(".picture-left-out")
    page.locator(TEXT).evaluate(PASTE, "<p>只有字。</p>")
    expect(said).to_have_count(0)
    page.locator(TEXT).evaluate(PASTE, "<p>早市<img src='file:///C:/a.png'>照片。</p>")
    expect(said).to_have_text("正文里不能放图片，粘贴的图片没有保留。 请在下方的“图片”一栏添加。")
    assert said.locator("a").get_attribute("href") == "#photos-group"
    assert "早市照片。" in saved(*form)
