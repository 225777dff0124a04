"""One project's page: its history with sentences, and nothing of what is not public."""

from __future__ import annotations

import re
from datetime import UTC, date, datetime
from decimal import Decimal
from typing import Any

import pytest
from django.core.cache import cache
from django.test import Client

from chinese.said import read_sum
from projects import ledger
from projects.stages import Step
from projects.timeline import Timeline
from tests.factories import (
    ArticleFactory,
    EvidenceFactory,
    InvestmentFactory,
    IssueFactory,
    MentionFactory,
    NewspaperFactory,
    PageFactory,
    ProgressFactory,
    ProjectFactory,
    TargetFactory,
)

pytestmark = pytest.mark.django_db
QUERIES = 7
TOMORROW = datetime(2026, 11, 25, 1, 0, tzinfo=UTC)


def hidden_articles() -> list[dict[str, Any]]:
    """A draft, one in review, one withdrawn before it was public, and one dated tomorrow."""
    return [
        {"status": "draft"},
        {"status": "in_review"},
        {"status": "published", "published_at": TOMORROW},
        {"status": "withdrawn", "published_at": TOMORROW},
    ]


@pytest.fixture(autouse=True)
def paper() -> None:
    NewspaperFactory()


@pytest.fixture
def project() -> Any:
    """A public project: one sentence of a published article speaks of it."""
    project = ProjectFactory(name="漆艺产业园", summary="新建六间晾漆房。")
    MentionFactory(project=project, evidence=EvidenceFactory(exact="漆艺产业园在建。"))
    return project


def said(exact: str, mark: str, **article: Any) -> Any:
    start = exact.index(mark)
    return EvidenceFactory(
        article=ArticleFactory(**article),
        exact=exact,
        mark_start=start,
        mark_end=start + len(mark),
    )


def page(client: Client, project: Any) -> str:
    ledger.rebuild(project)
    project.refresh_from_db()
    response = client.get(project.get_absolute_url())
    assert response.status_code == 200
    return response.content.decode()


def test_money_is_a_history_and_every_figure_stands_beside_its_sentence(
    client: Client, project: Any
) -> None:
    first = said("总投资1.3亿元。", "1.3亿元", headline="立项")
    second = said("总投资调整为1.48亿元。", "1.48亿元", headline="调整")
    InvestmentFactory(projects=[project], evidence=first, as_of=date(2024, 3, 12))
    InvestmentFactory(
        projects=[project],
        evidence=second,
        amount=Decimal(148_000_000),
        printed="1.48亿元",
        as_of=date(2025, 2, 25),
    )
    html = page(client, project)
    assert '总投资<b class="figure">1.3亿元</b>' in html
    assert "比前次多1800万元" in html
    assert html.count("amount replaced") == 1
    assert f'href="/articles/{second.article_id}/?fact={second.uid}#f-{second.uid}"' in html


@pytest.mark.parametrize("now", ["3亿元至6亿元", "5亿元"])
def test_a_range_that_changed_is_another_sum(now: str, client: Client, project: Any) -> None:
    for text, day in (("3亿元至5亿元", date(2024, 3, 12)), (now, date(2025, 2, 25))):
        told, found = said(f"总投资{text}。", text, headline=text), read_sum(text)
        ends = {"amount": found.value, "amount_to": found.value_to}
        InvestmentFactory(projects=[project], evidence=told, printed=text, as_of=day, **ends)
    html = page(client, project)
    assert f'总投资<b class="figure">{now}</b>' in html
    assert html.count("amount replaced") == 1
    assert "比前次" not in html


def test_a_joint_figure_says_so_and_is_not_the_total(client: Client, project: Any) -> None:
    other = ProjectFactory(name="另一个")
    InvestmentFactory(projects=[project, other], amount=Decimal(750_000_000), printed="7.5亿元")
    html = page(client, project)
    assert "总投资，2个项目合计" in html
    assert "head-total" not in html


def test_completion_is_shown_as_a_share_of_the_total(client: Client, project: Any) -> None:
    InvestmentFactory(projects=[project], amount=Decimal(148_000_000), printed="1.48亿元")
    InvestmentFactory(
        projects=[project],
        measure="done",
        amount=Decimal(98_600_000),
        printed="9860万元",
        as_of=date(2026, 10, 31),
    )
    html = page(client, project)
    assert "占总投资66.6%" in html
    assert "截至10月底" in html
    assert 'aria-label="已砌67%"' in html


def test_two_sums_of_one_article_are_no_change_of_one_another(client: Client, project: Any) -> None:
    both = {"projects": [project], "measure": "done"}
    one = said("前十月完成投资5.2亿元,累计完成投资21.7亿元。", "5.2亿元", headline="进度")
    other = said("项目已完成投资20亿元。", "20亿元", headline="又一篇")
    other.article = one.article
    other.save()
    for evidence, amount, start in (
        (one, 520_000_000, date(2026, 1, 1)),
        (one, 2_170_000_000, None),
        (other, 2_000_000_000, None),
    ):
        InvestmentFactory(
            evidence=evidence,
            amount=Decimal(amount),
            printed="",
            period_start=start,
            period_end=start and date(2026, 10, 31),
            **both,
        )
    html = page(client, project)
    assert "累计完成由" not in html
    assert "2026年完成" in html
    assert "截至10月底" in html


def test_overdue_promises_come_first_and_say_by_how_many_days(client: Client, project: Any) -> None:
    TargetFactory(project=project, indicator="竣工", due_on=date(2026, 12, 1), due_precision="day")
    TargetFactory(
        project=project, indicator="招商", due_on=date(2026, 6, 30), due_precision="month"
    )
    html = page(client, project)
    part = html[html.index('class="promises"') :]
    assert part.index("招商") < part.index("竣工")
    assert "已过147天" in part
    assert "还有7天" in part
    assert "已逾期" in part
    assert "将到期" in part
    assert "2026年6月" in part


def test_a_promise_kept_late_says_how_late(client: Client, project: Any) -> None:
    proof = said("12月9日封顶。", "12月9日", headline="封顶了")
    TargetFactory(
        project=project,
        indicator="主体封顶",
        stage="structure_complete",
        due_on=date(2025, 10, 31),
        due_precision="month",
        outcome="met",
        outcome_on=date(2025, 12, 9),
        outcome_evidence=proof,
    )
    html = page(client, project)
    assert "迟兑现" in html
    assert "12月9日兑现，迟39天" in html
    assert "封顶了" in html


@pytest.mark.parametrize("article", hidden_articles())
def test_an_outcome_told_by_a_hidden_article_is_not_told(
    client: Client, project: Any, article: Any
) -> None:
    TargetFactory(
        project=project,
        due_on=date(2026, 6, 30),
        due_precision="month",
        outcome="met",
        outcome_on=date(2026, 6, 1),
        outcome_evidence=said("密不外传。", "密", headline="密稿", **article),
    )
    html = page(client, project)
    assert "已逾期" in html
    assert "已兑现" not in html[html.index('class="promises"') :]
    assert "密" not in html


@pytest.mark.parametrize("article", hidden_articles())
def test_facts_of_hidden_articles_are_nowhere(client: Client, project: Any, article: Any) -> None:
    evidence = said("秘密总投资9.9亿元，密期开工。", "9.9亿元", headline="秘稿", **article)
    InvestmentFactory(
        projects=[project], evidence=evidence, amount=Decimal(990_000_000), printed="9.9亿元"
    )
    TargetFactory(project=project, evidence=evidence, indicator="秘密投产")
    ProgressFactory(project=project, evidence=evidence, stage="operating", note="秘密进展")
    html = page(client, project)
    assert "9.9" not in html
    assert "秘" not in html
    assert "投运" not in html
    assert "来源已撤" not in html


def test_a_withdrawn_article_leaves_date_and_amount_and_nothing_else(
    client: Client, project: Any
) -> None:
    issue = IssueFactory(date=date(2026, 8, 17), number=1229)
    evidence = said("撤掉的句子写着2.5亿元。", "2.5亿元", headline="撤稿", issue=issue)
    evidence.article.status = "withdrawn"
    evidence.article.save()
    InvestmentFactory(
        projects=[project], evidence=evidence, amount=Decimal(250_000_000), printed="2.5亿元"
    )
    TargetFactory(project=project, evidence=evidence, indicator="撤掉的承诺")
    html = page(client, project)
    assert "2026年8月17日" in html
    assert "2.5" in html
    assert "来源已撤" in html
    assert "撤掉" not in html
    assert "撤稿" not in html
    assert "1229" not in html
    assert f"/articles/{evidence.article_id}/" not in html
    assert "head-total" not in html


def test_promises_add_up_when_their_article_is_withdrawn(client: Client, project: Any) -> None:
    TargetFactory(project=project, indicator="投用", due_on=date(2027, 6, 30))
    TargetFactory(
        project=project,
        indicator="撤掉的承诺",
        due_on=date(2026, 12, 10),
        due_precision="day",
        evidence=said("撤掉的句子。", "撤掉", status="withdrawn"),
    )
    TargetFactory(
        project=project,
        indicator="撤掉的人数",
        value=Decimal(600),
        unit="人",
        evidence=said("撤掉的人数600人。", "600人", status="withdrawn"),
    )
    html = page(client, project)
    assert "3项：进行中1，来源已撤2" in html
    heads = re.findall(r"<h3>(.*?)</h3>", html.replace("<wbr>", ""))
    assert {"投用", "一项承诺", "一项承诺，600人"} <= set(heads)
    assert "撤掉" not in html


def test_a_promise_whose_sentence_was_corrected_away_is_counted(
    client: Client, project: Any
) -> None:
    corrected = said("改掉的句子。", "改掉")
    corrected.broken = True
    corrected.save()
    TargetFactory(project=project, indicator="改掉的承诺", evidence=corrected)
    TargetFactory(
        project=project,
        indicator="开工",
        due_on=date(2026, 5, 31),
        outcome="met",
        outcome_on=date(2026, 7, 9),
        outcome_evidence=EvidenceFactory(),
    )
    assert "2项：已兑现1（其中迟1），来源已更正1" in page(client, project)


@pytest.mark.parametrize("article", hidden_articles())
def test_a_project_that_nothing_public_speaks_of_is_not_found(client: Client, article: Any) -> None:
    project = ProjectFactory()
    MentionFactory(project=project, evidence=EvidenceFactory(article=ArticleFactory(**article)))
    assert client.get(project.get_absolute_url()).status_code == 404


def test_the_word_today_stands_clear_of_the_day_of_a_report() -> None:
    today = date(2026, 11, 24)
    near = Timeline([Step("under_construction", reached=date(2026, 11, 20))], today).wide
    far = Timeline([Step("under_construction", reached=date(2025, 11, 20))], today).wide
    assert near.today_y < near.bottom
    assert far.today_y > far.bottom


def test_scripts_in_what_people_typed_stay_text(client: Client, project: Any) -> None:
    project.summary = "<script>alert(1)</script>"
    project.save()
    InvestmentFactory(projects=[project], evidence=said("投资<b>1.3亿元。", "1.3亿元"))
    html = page(client, project)
    assert "<script>alert" not in html
    assert "投资<b>1.3" not in html


@pytest.mark.parametrize("count", [1, 3])
def test_the_page_asks_as_often_for_one_fact_as_for_three(
    client: Client, project: Any, count: int, django_assert_max_num_queries: Any
) -> None:
    for number in range(count):
        article = ArticleFactory(issue=IssueFactory(), page=PageFactory(), headline=f"第{number}篇")
        evidence = EvidenceFactory(article=article)
        InvestmentFactory(projects=[project], evidence=evidence, amount=Decimal(1000 + number))
        TargetFactory(project=project, evidence=evidence, outcome_evidence=evidence)
        ProgressFactory(project=project, evidence=evidence)
    ledger.rebuild(project)
    cache.clear()
    with django_assert_max_num_queries(QUERIES) as queries:
        assert client.get(project.get_absolute_url()).status_code == 200
    assert len(queries) == QUERIES


def recent(html: str) -> str:
    """The lines of 以来的变化; empty where there are none."""
    return html.partition('<div class="changes">')[2].partition("</ul>")[0]


def told(day: int, amount: int, project: Any, **fields: Any) -> None:
    issue = IssueFactory(date=date(2026, 11, day), number=1280 + day)
    proof = EvidenceFactory(article=ArticleFactory(issue=issue))
    InvestmentFactory(
        projects=[project],
        evidence=proof,
        amount=Decimal(amount),
        printed=f"{amount // 10_000}万元",
        **fields,
    )


def test_a_sum_that_is_told_again_is_no_change(client: Client, project: Any) -> None:
    done = {"measure": "done"}
    told(3, 15_000_000, project, **done)
    for day in (10, 17, 20):
        told(day, 18_700_000, project, **done)
    lines = recent(page(client, project))
    assert "累计完成由1500万元到1870万元" in lines
    assert "由1870万元" not in lines


def test_a_sum_that_has_stood_since_before_is_no_change_though_told_again(
    client: Client, project: Any
) -> None:
    issue = IssueFactory(date=date(2026, 8, 3), number=1200)
    proof = EvidenceFactory(article=ArticleFactory(issue=issue))
    InvestmentFactory(
        projects=[project], evidence=proof, measure="done", amount=Decimal(18_700_000)
    )
    told(17, 18_700_000, project, measure="done")
    assert "累计完成" not in recent(page(client, project))


def test_a_stage_that_is_told_again_is_no_change(client: Client, project: Any) -> None:
    for day in (3, 10, 17):
        ProgressFactory(project=project, date=date(2026, 11, day), stage="started")
    ProgressFactory(project=project, date=date(2026, 11, 20), stage="under_construction")
    lines = recent(page(client, project))
    assert lines.count("开工") == 1
    assert "开工，11月3日" in lines
    assert "在建，11月20日" in lines
