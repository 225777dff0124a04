"""The main job with mouse and keyboard: upload, check, publish, read, back to the sentence."""

from __future__ import annotations

import re
from pathlib import Path
from typing import Any

import pytest
from django.contrib.auth.models import Group
from playwright.sync_api import Browser, Page, expect

from articles.models import Article
from ingest.models import Upload
from pingyao_cms.roles import EDITOR
from projects.models import Evidence, Project, Sector
from tests.browser.conftest import Visit
from tests.conftest import ROOT, seed_dir
from tests.factories import NewspaperFactory, SectionFactory, UserFactory

pytestmark = [pytest.mark.browser, pytest.mark.django_db(transaction=True)]
MONEY = re.compile(r"[0-9.]+(?:亿|万)元")
TYPED = "9.9亿元"


DEMO = (ROOT / "fixtures/uploads/demo-page.txt", "2026-12-01")


def page_files() -> list[tuple[Path, str]]:
    """The demo's page and, where it is, the real one, each with the date of its issue.

    The real one comes last, so that its screenshots are those that stay.
    """
    return [DEMO, *((real, "2023-02-10") for real in seed_dir().glob("000_*.txt"))]


@pytest.fixture
def newsroom() -> Any:
    """A paper with its sections and one editor, as a newsroom stands before its first import."""
    NewspaperFactory()
    for name, slug in (("要闻", "yaowen"), ("经济", "jingji"), ("民生", "minsheng")):
        SectionFactory(name=name, slug=slug)
    Sector.objects.create(name="食品加工", code="food")
    user = UserFactory(username="editor")
    user.groups.add(Group.objects.get(name=EDITOR))
    return user


def sign_in(visit: Visit) -> Page:
    page = visit.open("/admin/login/?next=/admin/")
    page.fill("input[name=username]", "editor")
    page.fill("input[name=password]", "a long pass phrase")
    page.keyboard.press("Enter")
    page.wait_for_url(f"{visit.base}/admin/")
    return page


def a_sum_to_correct(upload: Upload) -> tuple[dict[str, Any], dict[str, Any], str]:
    """A project with a printed sum, the paragraph that says it, and the sum as printed."""
    doc = upload.document
    articles = {article["id"]: article for article in doc["articles"]}
    for fact in doc["facts"]:
        for said in fact.get("investments") or []:
            found = MONEY.search(said["text"] or "")
            parts = articles[fact["article"]]["parts"]
            part = next((each for each in parts if fact["quote"] in each["text"]), None)
            if said["amount"] and found and part and part["text"].count(found[0]) == 1:
                return fact, part, found[0]
    raise AssertionError("the page has no sum to correct")


@pytest.mark.parametrize(("path", "day"), page_files(), ids=["demo", "real"][: len(page_files())])
def test_from_the_file_to_the_reader_and_back_to_the_sentence(
    path: Path, day: str, live_server: Any, browser: Browser, newsroom: Any
) -> None:
    visit = Visit(browser, live_server.url, width=1440)
    page = sign_in(visit)
    visit.shoot("1-desk-of-the-newsroom")

    upload = upload_page(visit, path, day)
    fact, part, printed = a_sum_to_correct(upload)
    visit.shoot("2-review-desk")

    correct_the_paragraph(visit, upload, fact, part, printed)
    correct_the_amount(visit, upload, fact)
    visit.shoot("3-corrected")

    page.click("a[href$='/commit/']")
    visit.shoot("4-before-the-commit")
    if (rest := page.locator("#rest-section")).count():
        rest.select_option(index=1)
    page.click("button[name=action]")
    page.wait_for_url(f"{visit.base}{upload.get_desk_url()}")
    expect(page.locator("#content")).to_contain_text(fact["name"])
    upload.refresh_from_db()
    assert upload.state == Upload.State.COMMITTED
    visit.shoot("5-committed")

    project = Project.objects.get(name=fact["name"])
    marked = Evidence.objects.filter(projects=project, mark_start__isnull=False)
    article = Article.objects.get(pk__in=marked.values("article"))
    publish(visit, article)
    visit.shoot("6-published")
    assert visit.complaints == []
    visit.close()

    read(browser, live_server.url, article, project)


def upload_page(visit: Visit, path: Path, day: str) -> Upload:
    page = visit.open("/admin/ingest/upload/add/")
    page.set_input_files("input[name=file]", path)
    page.fill("input[name=issue_date]", day)
    page.fill("input[name=page_number]", "3")
    page.click("#content input[type=submit]")
    page.wait_for_url("**/desk/**")
    return Upload.objects.get()


def correct_the_paragraph(
    visit: Visit, upload: Upload, fact: dict[str, Any], part: dict[str, Any], printed: str
) -> None:
    """With the keyboard: E opens the paragraph, the text is typed, Enter on the button saves."""
    page = visit.open(f"/admin/ingest/upload/{upload.pk}/desk/?article={fact['article']}")
    page.focus(f"[data-part={part['id']}]")
    page.keyboard.press("e")
    box = page.locator(f"[data-part={part['id']}] textarea")
    box.fill(part["text"].replace(printed, TYPED))
    page.focus(f"[data-part={part['id']}] button[value=edit_text]")
    page.keyboard.press("Enter")
    expect(page.locator(f"[data-part={part['id']}] .text")).to_contain_text(TYPED)


def correct_the_amount(visit: Visit, upload: Upload, fact: dict[str, Any]) -> None:
    """With the mouse: the fact is opened, its sum typed as it is printed."""
    page = visit.page
    page.click(f"[data-fact={fact['id']}] > a")
    page.locator(f"[data-fact={fact['id']}] input[name=amount]").first.fill(TYPED)
    page.locator(f"[data-fact={fact['id']}] button[value=edit_fact]").first.click()
    values = page.locator(f"[data-fact={fact['id']}] > a .value", has_text=TYPED)
    expect(values.first).to_be_visible()
    upload.refresh_from_db()
    saved = next(each for each in upload.document["facts"] if each["id"] == fact["id"])
    assert saved["investments"][0]["amount"] == "990000000"


def publish(visit: Visit, article: Article) -> None:
    for step in ("submit", "publish"):
        page = visit.open(f"/admin/articles/article/{article.pk}/step/{step}/")
        # The demo's page is of an issue that is still to come.
        now = page.locator("#content input[name=publish_now]")
        (now if now.count() else page.locator("#content input[type=submit]")).click()
        page.wait_for_url("**/change/**")
    article.refresh_from_db()
    assert article.is_published()


def read(browser: Browser, base: str, article: Article, project: Project) -> None:
    """An anonymous reader: the section, the project, its figure, and the marked sentence."""
    reader = Visit(browser, base)
    page = reader.open(article.section.get_absolute_url())
    expect(page.locator("main")).to_contain_text(article.headline[:6])
    reader.shoot("7-section")

    page = reader.open(project.get_absolute_url())
    expect(page.locator("main")).to_contain_text("9.9")
    reader.shoot("8-project")
    page.locator("a[href*='?fact=']").first.click()
    marked = page.locator("mark[id^='f-']", has_text=TYPED).first
    expect(marked).to_be_in_viewport()
    reader.shoot("9-the-sentence")
    assert reader.complaints == []
    reader.close()
