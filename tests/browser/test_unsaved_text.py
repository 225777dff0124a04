"""What is typed in the form of an article is saved, asked about or given back: never just gone."""

from __future__ import annotations

from typing import Any

import pytest
from playwright.sync_api import Browser, Dialog, Page, expect

from articles.models import Article, Photo, Status
from tests.articles.test_pictures import picture
from tests.browser.prose import caret_at_end
from tests.browser.test_newsroom_pages import PASSWORD, signed_in
from tests.factories import ArticleFactory, SectionFactory
from tests.site.newsroom_pages import chief, everything

pytestmark = [pytest.mark.browser, pytest.mark.django_db(transaction=True)]
LIST = "/admin/articles/article/"
FOUND = "#found-draft"


class Asked(list[str]):
    """The questions that a page asked, each answered by staying unless told otherwise."""

    def __init__(self, page: Page) -> None:
        super().__init__()
        self.goes_on = False
        page.on("dialog", self.answer)

    def answer(self, dialog: Dialog) -> None:
        self.append(dialog.message or dialog.type)
        if self.goes_on:
            dialog.accept()
        else:
            dialog.dismiss()


def at_form(browser: Browser, live_server: Any, article: Article | None) -> tuple[Page, Asked]:
    page, _ = signed_in(browser, live_server)
    open_form(page, live_server, article)
    return page, Asked(page)


def open_form(page: Page, live_server: Any, article: Article | None) -> None:
    name = f"{article.pk}/change/" if article else "add/"
    page.goto(f"{live_server.url}{LIST}{name}")
    page.wait_for_selector(".ProseMirror[contenteditable=true]")


def write(page: Page, text: str) -> None:
    caret_at_end(page)
    page.keyboard.type(text)


def save(page: Page) -> None:
    page.click("input[name=_continue]")


def sign_in_again(page: Page) -> None:
    page.wait_for_selector("#id_password")
    page.fill("#id_username", "主编")
    page.fill("#id_password", PASSWORD)
    page.click("input[type=submit]")
    page.wait_for_selector(".ProseMirror[contenteditable=true]")


@pytest.fixture
def article() -> Article:
    return everything(chief())


@pytest.mark.parametrize("where", ["headline", "text"])
def test_leaving_asks_and_staying_keeps_the_text(
    where: str, browser: Browser, live_server: Any, article: Article
) -> None:
    page, asked = at_form(browser, live_server, article)
    if where == "headline":
        page.fill("#id_headline", "早市搬到城南")
    else:
        write(page, "又添一句。")
    page.click(".breadcrumbs a[href$='/articles/article/']", no_wait_after=True)
    page.wait_for_timeout(300)
    assert asked == ["beforeunload"]
    assert page.url.endswith("/change/")
    kept = page.input_value("#id_headline") + page.inner_text(".ProseMirror[contenteditable]")
    assert ("早市搬到城南" if where == "headline" else "又添一句。") in kept


def test_nothing_is_asked_where_nothing_was_changed_or_all_is_saved(
    browser: Browser, live_server: Any, article: Article
) -> None:
    page, asked = at_form(browser, live_server, article)
    page.click(".object-tools a[href$='/preview/']")
    page.wait_for_url("**/preview/")
    open_form(page, live_server, article)
    page.fill("#id_headline", "早市搬到城南")
    page.wait_for_timeout(700)
    save(page)
    page.wait_for_selector(".messagelist .success")
    expect(page.locator(FOUND)).to_be_hidden()
    page.goto(live_server.url + LIST)
    open_form(page, live_server, article)
    expect(page.locator(FOUND)).to_be_hidden()
    assert asked == []


def test_what_acts_on_the_saved_version_says_so_first(
    browser: Browser, live_server: Any, article: Article
) -> None:
    page, asked = at_form(browser, live_server, article)
    write(page, "又添一句。")
    for link in (".object-tools a[href$='/preview/']", ".steps a[href$='/step/return/']"):
        page.click(link)
        assert page.url.endswith("/change/")
    assert len(asked) == 2
    assert all("上次保存" in question for question in asked)
    asked.goes_on = True
    page.click(".steps a[href$='/step/return/']")
    page.wait_for_url("**/step/return/")
    assert len(asked) == 3


def test_a_page_that_came_back_with_errors_is_not_left_unasked(
    browser: Browser, live_server: Any, article: Article
) -> None:
    page, asked = at_form(browser, live_server, article)
    page.eval_on_selector("#id_headline", "field => { field.required = false; field.value = '' }")
    save(page)
    page.wait_for_selector(".errornote")
    page.click(".breadcrumbs a[href$='/articles/article/']", no_wait_after=True)
    page.wait_for_timeout(300)
    assert asked == ["beforeunload"]


def test_after_the_session_ended_the_text_is_back(
    browser: Browser, live_server: Any, article: Article
) -> None:
    Photo.objects.create(article=article, caption="机耕道铺到地头。", order=5)
    page, asked = at_form(browser, live_server, article)
    page.fill("#id_deck", "摊位一个不少")
    page.fill("#id_photos-1-caption", "机耕道铺到了地头。")
    write(page, "又添一句。")
    page.context.clear_cookies(name="sessionid")
    save(page)
    sign_in_again(page)
    assert page.input_value("#id_deck") == ""
    expect(page.locator(FOUND)).to_be_visible()
    page.get_by_role("button", name="找回未保存的文字").click()
    expect(page.locator(FOUND)).to_be_hidden()
    assert page.input_value("#id_deck") == "摊位一个不少"
    expect(page.locator(".ProseMirror[contenteditable]")).to_contain_text("又添一句。")
    save(page)
    page.wait_for_selector(".messagelist .success")
    expect(page.locator(FOUND)).to_be_hidden()
    article.refresh_from_db()
    assert article.deck == "摊位一个不少"
    assert "又添一句。" in article.body
    assert article.photos.last().caption == "机耕道铺到了地头。"
    assert asked == []


def test_a_new_article_is_found_again_and_may_be_thrown_away(
    browser: Browser, live_server: Any
) -> None:
    section = SectionFactory(name="要闻")
    chief()
    page, asked = at_form(browser, live_server, None)
    page.fill("#id_headline", "早市搬家")
    page.select_option("#id_section", str(section.pk))
    page.click("#photos-group .add-row a")
    page.fill("#id_photos-0-caption", "菜农在装车。")
    asked.goes_on = True
    page.click(".breadcrumbs a >> nth=0")
    page.wait_for_selector(".desk")
    open_form(page, live_server, None)
    page.get_by_role("button", name="找回未保存的文字").click()
    assert page.input_value("#id_headline") == "早市搬家"
    assert page.input_value("#id_section") == str(section.pk)
    assert page.input_value("#id_photos-0-caption") == "菜农在装车。"
    page.click(".breadcrumbs a >> nth=0")
    page.wait_for_selector(".desk")
    open_form(page, live_server, None)
    page.get_by_role("button", name="丢掉").click()
    expect(page.locator(FOUND)).to_be_hidden()
    open_form(page, live_server, None)
    expect(page.locator(FOUND)).to_be_hidden()


def test_what_another_saved_meanwhile_is_not_passed_over(
    browser: Browser, live_server: Any, article: Article
) -> None:
    page, _ = at_form(browser, live_server, article)
    page.fill("#id_deck", "我写的副题")
    page.context.clear_cookies(name="sessionid")
    save(page)
    other = Article.objects.get(pk=article.pk)
    other.deck = "别人写的副题"
    other.save()
    sign_in_again(page)
    page.get_by_role("button", name="找回未保存的文字").click()
    save(page)
    page.wait_for_selector(".conflict")
    expect(page.locator(".conflict")).to_contain_text("别人")
    article.refresh_from_db()
    assert article.deck == "别人写的副题"


def test_nobody_is_offered_the_text_of_another(
    browser: Browser, live_server: Any, article: Article
) -> None:
    from tests.factories import UserFactory

    UserFactory(username="副主编", is_superuser=True)
    page, asked = at_form(browser, live_server, article)
    page.fill("#id_deck", "我写的副题")
    page.context.clear_cookies(name="sessionid")
    save(page)
    page.fill("#id_username", "副主编")
    page.fill("#id_password", PASSWORD)
    page.click("input[type=submit]")
    page.wait_for_selector(".ProseMirror[contenteditable=true]")
    expect(page.locator(FOUND)).to_be_hidden()
    assert asked == []


def test_undoing_the_change_leaves_nothing_to_ask_or_to_find(
    browser: Browser, live_server: Any
) -> None:
    chief()
    article = ArticleFactory(status=Status.DRAFT, published_at=None, deck="原来的")
    page, asked = at_form(browser, live_server, article)
    page.fill("#id_deck", "改了")
    page.wait_for_timeout(700)
    page.fill("#id_deck", "原来的")
    page.wait_for_timeout(700)
    page.click(".breadcrumbs a >> nth=0")
    page.wait_for_selector(".desk")
    open_form(page, live_server, article)
    expect(page.locator(FOUND)).to_be_hidden()
    assert asked == []


@pytest.mark.parametrize("row", ["of an article", "new"])
def test_a_picture_that_was_chosen_and_lost_is_asked_for_by_its_name(
    row: str, browser: Browser, live_server: Any, article: Article
) -> None:
    before = [photo.image.name for photo in article.photos.all()]
    assert len(before) == 1
    page, asked = at_form(browser, live_server, article)
    number = 0
    if row == "new":
        page.click("#photos-group .add-row a")
        page.fill("#id_photos-1-caption", "菜农在装车。")
        number = 1
    file: Any = {"name": "地头.png", "mimeType": "image/png", "buffer": picture().read()}
    page.set_input_files(f"#id_photos-{number}-image", file)
    page.context.clear_cookies(name="sessionid")
    save(page)
    sign_in_again(page)
    page.get_by_role("button", name="找回未保存的文字").click()
    save(page)
    expect(page.locator(f"#photos-{number} .field-image")).to_contain_text(
        "请重新选择图片“地头.png”"
    )
    assert [photo.image.name for photo in article.photos.all()] == before
    page.set_input_files(f"#id_photos-{number}-image", file)
    save(page)
    page.wait_for_selector(".messagelist .success")
    expect(page.locator(FOUND)).to_be_hidden()
    after = [photo.image.name for photo in article.photos.all()]
    assert len(after) == number + 1
    assert after[-1] not in before
    assert asked == []


def found_again(page: Page, live_server: Any, article: Article | None) -> str:
    """What the draft offered next holds as deck; it is thrown away then."""
    open_form(page, live_server, article)
    page.get_by_role("button", name="找回未保存的文字").click()
    deck = page.input_value("#id_deck")
    open_form(page, live_server, article)
    page.get_by_role("button", name="丢掉").click()
    return deck


def test_what_is_typed_beside_an_offered_draft_leaves_it_alone(
    browser: Browser, live_server: Any, article: Article
) -> None:
    page, asked = at_form(browser, live_server, article)
    asked.goes_on = True
    page.fill("#id_deck", "一个小时写的")
    open_form(page, live_server, article)
    page.fill("#id_deck", "随")
    page.wait_for_timeout(700)
    page.fill("#id_deck", "")
    page.wait_for_timeout(700)
    open_form(page, live_server, article)
    expect(page.locator(FOUND)).to_be_visible()
    page.fill("#id_deck", "后来写的")
    page.wait_for_timeout(700)
    assert found_again(page, live_server, article) == "后来写的"
    assert found_again(page, live_server, article) == "一个小时写的"
    open_form(page, live_server, article)
    expect(page.locator(FOUND)).to_be_hidden()


def test_what_gives_way_to_a_restored_draft_is_offered_next(
    browser: Browser, live_server: Any, article: Article
) -> None:
    page, asked = at_form(browser, live_server, article)
    asked.goes_on = True
    page.fill("#id_deck", "一个小时写的")
    open_form(page, live_server, article)
    page.fill("#id_deck", "后来写的")
    page.get_by_role("button", name="找回未保存的文字").click()
    assert page.input_value("#id_deck") == "一个小时写的"
    decks = {found_again(page, live_server, article) for _ in range(2)}
    assert decks == {"一个小时写的", "后来写的"}


def test_two_new_articles_in_two_tabs_are_two_drafts(browser: Browser, live_server: Any) -> None:
    chief()
    first, _ = at_form(browser, live_server, None)
    second = first.context.new_page()
    open_form(second, live_server, None)
    first.fill("#id_deck", "第一篇")
    first.wait_for_timeout(700)
    second.fill("#id_deck", "第二篇")
    second.wait_for_timeout(700)
    third = first.context.new_page()
    Asked(third).goes_on = True
    assert found_again(third, live_server, None) == "第二篇"
    assert found_again(third, live_server, None) == "第一篇"


def test_a_form_that_came_back_with_errors_and_was_saved_leaves_no_draft(
    browser: Browser, live_server: Any, article: Article
) -> None:
    page, asked = at_form(browser, live_server, article)
    page.eval_on_selector("#id_headline", "field => { field.required = false; field.value = '' }")
    save(page)
    page.wait_for_selector(".errornote")
    page.fill("#id_headline", "早市搬到城南")
    save(page)
    page.wait_for_selector(".messagelist .success")
    open_form(page, live_server, article)
    expect(page.locator(FOUND)).to_be_hidden()
    assert asked == []
