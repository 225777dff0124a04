"""On a narrow screen neither a date nor a word to search for is torn apart at the end of a line."""

from __future__ import annotations

from datetime import date
from typing import Any

import pytest
from playwright.sync_api import Browser

from articles.models import Correction
from projects import ledger
from tests.browser.conftest import Visit
from tests.factories import (
    ArticleFactory,
    NewspaperFactory,
    ProjectFactory,
    TargetFactory,
)

pytestmark = [pytest.mark.browser, pytest.mark.django_db(transaction=True)]
LINES = "one => one.getClientRects().length"
HEIGHT = "one => one.getBoundingClientRect().height"


@pytest.fixture
def phone(browser: Browser, live_server: Any) -> Any:
    NewspaperFactory()
    visit = Visit(browser, live_server.url, width=390)
    yield visit
    visit.close()


@pytest.mark.parametrize("indicator", ["竣工", "余下2个开门", "四至六年级教学楼和操场交付"])
def test_the_next_date_of_a_project_stands_in_one_line(phone: Visit, indicator: str) -> None:
    project = ProjectFactory(name="西河湾养老服务站")
    kind = {"kind": "event", "stage": "", "due_precision": "day", "due_text": ""}
    TargetFactory(project=project, indicator=indicator, due_on=date(2026, 12, 20), **kind)
    ledger.rebuild(project)
    page = phone.open(project.get_absolute_url())
    day = page.locator(".head-next .clause", has_text="2026年12月20日")
    assert day.evaluate(HEIGHT) < 40


def test_a_word_to_try_instead_stands_in_one_line(phone: Visit) -> None:
    article = ArticleFactory()
    article.tags.add("重点项目", "推光漆器", "非遗传人", "古城保护", "冷链物流", "平遥牛肉")
    page = phone.open("/search/?q=飞碟降落")
    words = page.locator(".usual .link").all()
    assert len(words) > 4
    for word in words:
        assert word.evaluate(LINES) == 1
    assert page.locator(".found-bar .sorts").count() == 0


def test_the_last_word_of_a_correction_begins_its_line_where_the_others_do(phone: Visit) -> None:
    article = ArticleFactory(headline="水渠修到村口")
    Correction.objects.create(article=article, text="初稿中“三百户”应为“五百户”。")
    page = phone.open("/")
    margin = "one => getComputedStyle(one).marginLeft"
    assert page.locator(".corrections .credit").first.evaluate(margin) == "0px"
