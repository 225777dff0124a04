"""What is printed: a rich project fits one A4 sheet."""

from __future__ import annotations

import re
from datetime import date
from decimal import Decimal
from typing import Any

import pytest
from playwright.sync_api import Browser

from projects import ledger
from projects.models import Project
from tests.browser.conftest import Visit
from tests.factories import (
    ArticleFactory,
    EvidenceFactory,
    InvestmentFactory,
    NewspaperFactory,
    ProgressFactory,
    ProjectFactory,
    TargetFactory,
)

pytestmark = [pytest.mark.browser, pytest.mark.django_db(transaction=True)]
SUMS = ["1.3亿元", "1.48亿元", "5200万元", "6900万元", "9860万元"]
SAYS = "县里把蔬菜冷链中心排在第一行：第{}笔账记{}，其余的由运营公司自己筹，年底再对一遍账。"
PROMISES = "县里说，蔬菜冷链中心的第{}件事年底以前办完，办不完的写清楚原因，再报一个新的日子。"
DONE = "蔬菜冷链中心的第{}件事办完了，比原定的日子迟了三十九天，县里说误在等一道手续上。"


def said(sentence: str) -> Any:
    article = ArticleFactory(body=f"<p>{sentence}</p>")
    return EvidenceFactory(article=article, exact=sentence, mark_start=0, mark_end=4)


def rich_project() -> Project:
    """Five sums, nine promises of which three are settled, two stages reported."""
    NewspaperFactory()
    project: Project = ProjectFactory(name="蔬菜冷链中心二期", summary="建冷库和分拣间。" * 5)
    for number, printed in enumerate(SUMS, 1):
        InvestmentFactory(
            projects=[project],
            amount=Decimal(number * 10_000_000),
            as_of=date(2026, number, 1),
            printed=printed,
            evidence=said(SAYS.format(number, printed)),
        )
    for number in range(1, 10):
        met = {"outcome": "met", "outcome_on": date(2026, 9, 1)} if number > 6 else {}
        if met:
            met["outcome_evidence"] = said(DONE.format(number))
        TargetFactory(
            project=project,
            indicator=f"办完第{number}件事",
            evidence=said(PROMISES.format(number)),
            **met,
        )
    ProgressFactory(project=project, evidence=said("冷链中心三月动工。"), date=date(2026, 3, 1))
    ledger.rebuild(project)
    return project


def test_a_project_with_five_sums_and_nine_promises_is_one_sheet(
    browser: Browser, live_server: Any
) -> None:
    project = rich_project()
    visit = Visit(browser, live_server.url)
    page = visit.open(project.get_absolute_url())
    sheets = re.findall(rb"/Type\s*/Page[^s]", page.pdf(prefer_css_page_size=True))
    visit.close()
    assert len(sheets) == 1
