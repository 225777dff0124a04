"""What a reader takes away from a project: its ledger as a table, and what table and feed keep back."""

from __future__ import annotations

import json
from datetime import UTC, date, datetime
from decimal import Decimal
from typing import Any
from urllib.parse import unquote

import pytest
from django.contrib.admin.models import DELETION, LogEntry
from django.contrib.contenttypes.models import ContentType
from django.test import Client

from projects.models import Project
from tests.factories import (
    InvestmentFactory,
    IssueFactory,
    NewspaperFactory,
    ProgressFactory,
    ProjectFactory,
    TargetFactory,
    UserFactory,
)
from tests.projects.taken_away import FEEDS, SITE, address, cells_in, rows, said, words_in

pytestmark = pytest.mark.django_db
TABLES = ["ledger.csv", "ledger.json", "ledger.xlsx"]
HIDDEN = [
    {"status": "draft"},
    {"status": "in_review"},
    {"status": "withdrawn"},
    {"status": "published", "published_at": datetime(2026, 11, 25, 1, 0, tzinfo=UTC)},
]


@pytest.fixture(autouse=True)
def paper() -> None:
    NewspaperFactory()


@pytest.fixture
def project() -> Any:
    return ProjectFactory(name="北门菜市场")


# The table


def test_a_sum_stands_in_yuan_beside_its_sentence_and_its_address(
    client: Client, project: Any
) -> None:
    told = said(project, "菜市场总投资约1.3亿元。", "1.3亿元", headline="菜市场立项")
    InvestmentFactory(projects=[project], evidence=told, comparator="~", as_of=date(2026, 10, 31))
    (row,) = rows(client, project)
    assert (row["项目"], row["类别"], row["事项"]) == ("北门菜市场", "投资", "总投资")
    assert (row["说法"], row["限定词"]) == ("约1.3亿元", "约")
    assert (row["数值"], row["单位"], row["截至"]) == ("130000000", "元", "2026-10-31")
    assert (row["原句"], row["稿件"]) == ("菜市场总投资约1.3亿元。", "菜市场立项")
    assert row["网址"] == f"{SITE}{told.get_absolute_url()}"


def test_a_promise_stands_with_its_day_and_what_became_of_it(client: Client, project: Any) -> None:
    promised = said(project, "十月底前开门。")
    opened = said(project, "11月9日，菜市场开门。")
    TargetFactory(
        project=project,
        evidence=promised,
        indicator="开门",
        value=None,
        unit="",
        printed="",
        due_text="十月底",
        due_on=date(2026, 10, 31),
        due_precision="month",
        outcome="met",
        outcome_on=date(2026, 11, 9),
        outcome_evidence=opened,
    )
    (row,) = rows(client, project)
    assert (row["事项"], row["期限"], row["期限说法"]) == ("开门", "2026-10-31", "2026年10月底")
    assert (row["现状"], row["现状日期"]) == ("迟兑现", "2026-11-09")
    assert (row["原句"], row["结果原句"]) == ("十月底前开门。", "11月9日，菜市场开门。")
    assert row["结果网址"] == f"{SITE}{opened.get_absolute_url()}"


def test_a_report_names_the_promise_that_it_speaks_of(client: Client, project: Any) -> None:
    target = TargetFactory(
        project=project,
        evidence=said(project, "设摊位200个。"),
        indicator="摊位",
        value=200,
        unit="个",
    )
    report = said(project, "摊位已有150个。")
    ProgressFactory(project=project, target=target, evidence=report, stage="", value=150, unit="个")
    _, row = rows(client, project)
    assert (row["类别"], row["数值"], row["单位"]) == ("进度", "150", "个")
    assert row["事项"].startswith("摊位")


def test_of_a_withdrawn_article_the_table_has_date_and_amount_alone(
    client: Client, project: Any
) -> None:
    said(project, "菜市场在建。")
    withdrawn = said(project, "密：菜市场花了9000万元。", headline="密", status="withdrawn")
    InvestmentFactory(
        projects=[project],
        evidence=withdrawn,
        amount=Decimal(90_000_000),
        as_of=date(2026, 10, 31),
        reason="密因",
    )
    TargetFactory(project=project, evidence=withdrawn, indicator="密事", reason="密因")
    told = rows(client, project)
    assert [row["现状"] for row in told] == ["来源已撤", "来源已撤"]
    assert not any(row["截至"] or row["说明"] for row in told)
    assert told[0]["数值"] == "90000000"
    assert "密" not in str(told)
    assert not any(row["网址"] for row in told)


def test_a_corrected_sentence_leads_to_its_article_and_is_not_quoted(
    client: Client, project: Any
) -> None:
    gone = said(project, "菜市场花了9000万元。", "9000万元", headline="算错了")
    InvestmentFactory(projects=[project], evidence=gone)
    gone.broken = True
    gone.save()
    (row,) = rows(client, project)
    assert (row["现状"], row["稿件"], row["原句"]) == ("来源已更正", "算错了", "")
    assert row["网址"] == f"{SITE}{gone.article.get_absolute_url()}"


def test_reports_stand_in_the_order_of_the_days_on_which_readers_heard_of_them(
    client: Client, project: Any
) -> None:
    """What stands on the site before its issue comes out was told on that earlier day."""
    issue = IssueFactory(date=date(2026, 11, 20))
    on_the_19th = said(project, "11月19日，菜市场封顶。")
    ahead = said(
        project,
        "菜市场动工了。",
        issue=issue,
        published_at=datetime(2026, 11, 18, 1, 0, tzinfo=UTC),
    )
    ProgressFactory(
        project=project, evidence=on_the_19th, date=date(2026, 11, 19), stage="completed"
    )
    ProgressFactory(project=project, evidence=ahead, date=issue.date, stage="started")
    told = [(row["截至"], row["事项"]) for row in rows(client, project)]
    assert told == [("2026-11-18", "开工"), ("2026-11-19", "完工")]


@pytest.mark.parametrize("sentence", ["=1+1", "@SUM(A1)", "+1+cmd", "－2＋3", "\t=1"])
@pytest.mark.parametrize("name", TABLES)
def test_no_sentence_leaves_as_a_live_formula(
    name: str, sentence: str, client: Client, project: Any
) -> None:
    InvestmentFactory(projects=[project], evidence=said(project, sentence, headline=sentence))
    data = client.get(address(project, name)).content
    if name.endswith("xlsx"):
        cells = cells_in(data)
    else:
        cells = [
            cell
            for row in (json.loads(data) if name.endswith("json") else rows(client, project))
            for cell in row.values()
        ]
    assert cells.count(f"'{sentence}") == 2


def test_a_table_opens_in_a_chinese_office_under_a_chinese_name(
    client: Client, project: Any
) -> None:
    InvestmentFactory(projects=[project], evidence=said(project, "菜市场投资1.3亿元。"))
    answer = client.get(address(project, "ledger.csv"))
    assert answer.content.startswith("\ufeff项目,".encode())
    assert answer.headers["Content-Type"].startswith("text/csv")
    name = unquote(answer.headers["Content-Disposition"])
    assert name == "attachment; filename*=utf-8''北门菜市场账本-2026-11-24.csv"


def test_a_number_is_a_number_for_who_reckons_with_it(client: Client, project: Any) -> None:
    evidence = said(project, "菜市场投资1.3亿元。")
    InvestmentFactory(projects=[project], evidence=evidence, amount=Decimal("130000000.50"))
    InvestmentFactory(projects=[project], evidence=evidence)
    numbers = [row["数值"] for row in client.get(address(project, "ledger.json")).json()]
    assert sorted(numbers) == [130000000, 130000000.5]


# Both


@pytest.mark.parametrize("hidden", HIDDEN, ids=lambda fields: str(fields["status"]))
@pytest.mark.parametrize("name", [*FEEDS, *TABLES])
def test_nothing_leaves_that_is_not_public(
    name: str, hidden: dict[str, Any], client: Client, project: Any
) -> None:
    InvestmentFactory(projects=[project], evidence=said(project, "菜市场投资1.3亿元。"))
    secret = said(project, "秘密：菜市场花了5万元。", "5万元", headline="秘密", **hidden)
    InvestmentFactory(projects=[project], evidence=secret, printed="秘密的5万元")
    answer = client.get(address(project, name))
    assert answer.status_code == 200
    told = words_in(answer.content, name)
    assert "菜市场" in told
    assert "秘密" not in told


@pytest.mark.parametrize("name", [*FEEDS, *TABLES, "ledger.exe"])
def test_what_is_no_public_project_is_not_found(name: str, client: Client, project: Any) -> None:
    said(project, "菜市场要建。", status="draft")
    assert client.get(address(project, name)).status_code == 404
    said(project, "菜市场要建。")
    assert client.get(address(project, name)).status_code == (404 if "exe" in name else 200)


def test_a_project_that_was_taken_out_is_gone_with_its_table(client: Client) -> None:
    LogEntry.objects.create(
        user=UserFactory(),
        content_type=ContentType.objects.get_for_model(Project),
        object_id="99",
        action_flag=DELETION,
    )
    assert client.get("/projects/99/ledger.csv").status_code == 410


@pytest.mark.parametrize("count", [1, 3])
@pytest.mark.parametrize(("name", "queries"), [("feed.atom", 5), ("ledger.csv", 5)])
def test_as_many_queries_for_three_facts_as_for_one(
    name: str,
    queries: int,
    count: int,
    client: Client,
    project: Any,
    django_assert_num_queries: Any,
) -> None:
    for number in range(count):
        evidence = said(project, f"菜市场投资{number + 1}亿元。")
        InvestmentFactory(projects=[project], evidence=evidence)
        target = TargetFactory(project=project, evidence=evidence, outcome_evidence=evidence)
        ProgressFactory(project=project, target=target, evidence=evidence)
    with django_assert_num_queries(queries):
        client.get(address(project, name))


def test_the_page_offers_all_three_beside_its_parts(client: Client, project: Any) -> None:
    said(project, "菜市场在建。")
    html = client.get(project.get_absolute_url()).content.decode()
    assert f'<a href="{address(project, "feed.atom")}">订阅此项目</a>' in html
    assert "data-print hidden>打印" in html
    assert "下载数据" not in html, "there is nothing in the ledger yet"
    assert 'type="application/atom+xml" title="北门菜市场 · 清河新报"' in html
    InvestmentFactory(projects=[project], evidence=said(project, "菜市场投资1.3亿元。"))
    html = client.get(project.get_absolute_url()).content.decode()
    assert f'<a href="{address(project, "ledger.csv")}" download>下载数据</a>' in html


@pytest.mark.parametrize("name", [*FEEDS, *TABLES])
def test_a_control_mark_in_the_print_stops_nothing(name: str, client: Client, project: Any) -> None:
    InvestmentFactory(projects=[project], evidence=said(project, "菜市场投资\x0b1.3亿元。"))
    assert client.get(address(project, name)).status_code == 200


@pytest.mark.parametrize("outcome", ["open", "dropped"])
def test_a_report_on_the_way_is_no_outcome(outcome: str, client: Client, project: Any) -> None:
    settled = {} if outcome == "open" else {"outcome_on": date(2026, 11, 9), "reason": "不办了"}
    target = TargetFactory(
        project=project, evidence=said(project, "设摊位200个。"), indicator="摊位", value=200,
        unit="个", outcome=outcome, **settled,
    )  # fmt: skip
    ProgressFactory(
        project=project, target=target, evidence=said(project, "摊位已有150个。"), stage="",
        value=150, unit="个",
    )  # fmt: skip
    promised = next(each for each in rows(client, project) if each["类别"] == "承诺")
    assert promised["结果原句"] == "" == promised["结果网址"]
