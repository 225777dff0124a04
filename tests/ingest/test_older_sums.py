"""A printed sum is held against what the ledger says now: one that it said before is doubted."""

from __future__ import annotations

from datetime import date
from decimal import Decimal
from typing import Any

import pytest
from django.test import Client
from django.utils import translation

from articles.models import Status
from ingest.models import Upload
from projects.ledger import rebuild
from projects.models import Project
from tests.factories import (
    ArticleFactory,
    EvidenceFactory,
    InvestmentFactory,
    IssueFactory,
    ProjectFactory,
)
from tests.ingest.uploads import do, receive

pytestmark = pytest.mark.django_db

SAID = "“2.2亿元”是账上以前的数，账上现为2.6亿元"


@pytest.fixture(autouse=True)
def in_chinese() -> Any:
    with translation.override("zh-hans"):
        yield


@pytest.fixture
def farm() -> Project:
    project: Project = ProjectFactory(name="薛贤牧场")
    # What was told last stands first in the ledger, in whatever order it was entered.
    said(project, 260_000_000, date(2026, 10, 20))
    said(project, 220_000_000, date(2026, 3, 2))
    return project


def said(
    project: Project, amount: int, day: date, status: str = Status.PUBLISHED, **more: Any
) -> None:
    article = ArticleFactory(issue=IssueFactory(date=day), status=status)
    sum_of = {"projects": [project], "amount": Decimal(amount), **more}
    InvestmentFactory(evidence=EvidenceFactory(article=article), **sum_of)


def told(cost: str) -> str:
    return f"薛贤牧场忙复工\n\n本报讯 薛贤牧场{cost}，眼下正在建设牛舍，预计明年6月底前投产。\n"


def page_of(client: Client, upload: Upload) -> Any:
    response = client.get(upload.get_desk_url())
    return response.context["desk"], response.content.decode()


def money_notes(desk: Any) -> list[tuple[str, bool]]:
    lines = [line for row in desk.lines for line in row["lines"]]
    return [(line.note, line.sure) for line in lines if line.kind == "money"]


def doubted(desk: Any) -> list[str]:
    return [each["sentence"] for each in desk.doubts if each["kind"] == "older"]


def test_the_sum_of_now_agrees(desk: Client, editor: Any, farm: Project) -> None:
    shown, _ = page_of(desk, receive(editor, told("总投资2.6亿元")))
    assert money_notes(shown) == [("总投资，与账上相同", True)]
    assert doubted(shown) == []


def test_a_sum_of_before_is_a_doubt(desk: Client, editor: Any, farm: Project) -> None:
    upload = receive(editor, told("总投资2.2亿元"))
    shown, page = page_of(desk, upload)
    assert money_notes(shown) == [("总投资，账上现为2.6亿元", False)]
    assert doubted(shown) == [SAID]
    assert SAID in page
    key = next(each["key"] for each in shown.doubts if each["kind"] == "older")
    do(desk, upload, "accept_doubt", doubt=key)
    assert doubted(page_of(desk, upload)[0]) == []


def test_another_sum_is_told_as_ever(desk: Client, editor: Any, farm: Project) -> None:
    shown, _ = page_of(desk, receive(editor, told("总投资2.7亿元")))
    assert money_notes(shown) == [("总投资，账上现为2.6亿元", False)]
    assert doubted(shown) == []


def test_a_page_that_says_what_it_was_before_is_believed(
    desk: Client, editor: Any, farm: Project
) -> None:
    shown, _ = page_of(desk, receive(editor, told("总投资由2.6亿元调整为2.2亿元")))
    assert doubted(shown) == []


def test_what_was_withdrawn_is_no_sum_of_now(desk: Client, editor: Any, farm: Project) -> None:
    said(farm, 300_000_000, date(2026, 11, 2), status=Status.WITHDRAWN)
    shown, _ = page_of(desk, receive(editor, told("总投资2.6亿元")))
    assert money_notes(shown) == [("总投资，与账上相同", True)]


def test_what_was_committed_and_nobody_has_read_yet_is_the_newest(
    desk: Client, editor: Any, farm: Project
) -> None:
    said(farm, 240_000_000, date(2026, 11, 20), status=Status.DRAFT)
    shown, _ = page_of(desk, receive(editor, told("总投资2.6亿元")))
    assert doubted(shown) == ["“2.6亿元”是账上以前的数，账上现为2.4亿元"]


def test_what_two_projects_cost_together_is_the_sum_of_neither(
    desk: Client, editor: Any, farm: Project
) -> None:
    both = [farm, ProjectFactory(name="薛贤粮库")]
    said(farm, 1_500_000_000, date(2026, 11, 20), projects=both)
    rebuild(farm)
    farm.refresh_from_db()
    assert farm.total_yuan == Decimal(260_000_000)
    shown, _ = page_of(desk, receive(editor, told("总投资2.6亿元")))
    assert money_notes(shown) == [("总投资，与账上相同", True)]
    assert doubted(shown) == []


def test_of_a_project_that_has_but_a_joint_sum_the_ledger_says_none(
    desk: Client, editor: Any
) -> None:
    barn = ProjectFactory(name="薛贤牧场")
    said(barn, 1_500_000_000, date(2026, 3, 2), projects=[barn, ProjectFactory(name="薛贤粮库")])
    shown, _ = page_of(desk, receive(editor, told("总投资15亿元")))
    assert money_notes(shown) == [("总投资", False)]
