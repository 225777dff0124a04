"""The ledger on the pages of the news: its lines, the facts of an article, the band."""

from __future__ import annotations

from datetime import date
from decimal import Decimal
from typing import Any

import pytest
from django.template import Context, Template
from django.test import RequestFactory

from articles.models import Article
from projects import ledger
from projects.article_facts import facts_of
from projects.ledger_lines import lines_of
from projects.models import Target
from projects.presenting import near_due
from tests.factories import (
    ArticleFactory,
    CapacityFactory,
    DepartmentFactory,
    EvidenceFactory,
    InvestmentFactory,
    MentionFactory,
    ProgressFactory,
    ProjectFactory,
    TargetFactory,
)
from tests.projects.test_views_project import hidden_articles

pytestmark = pytest.mark.django_db
BODY = "<p>园区总投资1.48亿元，年底前竣工。</p><p>建成后年产漆器3万件。</p>"


def article_with_facts(**fields: Any) -> tuple[Article, Any, Any]:
    article = ArticleFactory(body=BODY, **fields)
    project = ProjectFactory(name="漆艺园")
    sentence = "园区总投资1.48亿元，年底前竣工。"
    due = EvidenceFactory(article=article, exact=sentence, mark_start=11, mark_end=14)
    money = EvidenceFactory(article=article, exact=sentence, mark_start=5, mark_end=11)
    TargetFactory(project=project, evidence=due, indicator="竣工")
    InvestmentFactory(
        projects=[project], evidence=money, amount=Decimal(148_000_000), printed="1.48亿元"
    )
    ledger.rebuild(project)
    return article, project, money


def render(tag: str, article: Article, query: str = "") -> str:
    request = RequestFactory().get(f"/{query}")
    context = Context({"article": article, "request": request})
    return Template(f"{{% load ledger %}}{tag}").render(context)


def test_facts_are_numbered_as_they_stand_in_the_text() -> None:
    article, project, _ = article_with_facts()
    capacity = EvidenceFactory(
        article=article, exact="建成后年产漆器3万件。", mark_start=None, mark_end=None
    )
    CapacityFactory(project=project, evidence=capacity, printed="年产漆器3万件")
    facts = facts_of(article).accounts[0].facts
    assert [(fact.number, fact.label) for fact in facts] == [
        (1, "总投资"),
        (2, "竣工"),
        (3, "规模"),
    ]


def test_the_fact_that_the_reader_came_from_is_washed_on_card_and_in_text() -> None:
    article, project, money = article_with_facts()
    query = f"?fact={money.uid}"
    card = render("{% facts_card article %}", article, query)
    assert '<li id="fact-1" class="here">' in card
    assert card.count('class="here"') == 1
    assert "将到期" not in card
    assert "还有37天" in card
    body = render("{% marked_body article %}", article, query)
    assert f'<mark class="fact here" id="f-{money.uid}">' in body
    assert '<b class="figure">1.48亿元</b>' in body
    bar = render("{% return_bar article %}", article, query)
    assert "“总投资1.48亿元”来到这里" in bar
    assert project.get_absolute_url() in bar


@pytest.mark.parametrize("query", ["", "?fact=", "?fact=x", "?fact=<script>", "?fact=" + "9" * 900])
def test_any_other_address_marks_nothing_as_arrived(query: str) -> None:
    article, *_ = article_with_facts()
    assert "here" not in render("{% facts_card article %}{% marked_body article %}", article, query)
    assert render("{% return_bar article %}", article, query).strip() == ""


def test_an_article_without_facts_has_no_card_and_an_unchanged_body() -> None:
    article = ArticleFactory(body=BODY, dateline="")
    assert render("{% facts_card article %}", article).strip() == ""
    assert render("{% marked_body article %}", article) == BODY


def test_sums_about_a_set_stand_apart_from_the_projects() -> None:
    article, *_ = article_with_facts()
    statement = EvidenceFactory(article=article, exact="园区总投资1.48亿元")
    InvestmentFactory(evidence=statement, is_statement=True, members=50)
    accounts = facts_of(article).accounts
    assert {account.project.name if account.project else None for account in accounts} == {
        "漆艺园",
        None,
    }


@pytest.mark.parametrize("hidden", hidden_articles())
def test_an_outcome_that_a_hidden_article_tells_is_not_on_the_card(hidden: Any) -> None:
    article, project, _ = article_with_facts()
    TargetFactory(
        project=project,
        evidence=EvidenceFactory(article=article, exact="年底前竣工。"),
        due_on=date(2026, 6, 30),
        due_precision="month",
        outcome="met",
        outcome_on=date(2026, 6, 1),
        outcome_evidence=EvidenceFactory(article=ArticleFactory(**hidden)),
    )
    card = render("{% facts_card article %}", article)
    assert "已逾期" in card
    assert "已兑现" not in card


@pytest.mark.parametrize("count", [1, 3])
def test_all_facts_of_an_article_are_one_query(count: int, django_assert_num_queries: Any) -> None:
    article, project, money = article_with_facts()
    for _ in range(count):
        evidence = EvidenceFactory(article=article, exact="建成后年产漆器3万件。")
        ProgressFactory(project=project, evidence=evidence)
        TargetFactory(project=project, evidence=evidence, outcome_evidence=money)
    with django_assert_num_queries(1):
        render("{% facts_card article %}{% return_bar article %}{% marked_body article %}", article)


@pytest.mark.parametrize("count", [1, 3])
def test_ledger_lines_of_a_list_are_one_query(count: int, django_assert_num_queries: Any) -> None:
    articles = [article_with_facts()[0] for _ in range(count)]
    with django_assert_num_queries(1):
        lines = lines_of([article.pk for article in articles])
    assert list(lines.values()) == ["总投资1.48亿元，2026年底竣工"] * count


DUE = [
    ({"due_precision": "day", "due_text": "6月30日前"}, "6月30日"),
    ({"due_precision": "month", "due_text": "6月底前"}, "6月底"),
    ({"due_precision": "month", "due_text": "6月"}, "6月"),
    ({"due_precision": "quarter", "due_text": "二季度"}, "二季度"),
    ({"due_precision": "half-year", "due_text": "上半年"}, "上半年"),
]


@pytest.mark.parametrize(("printed", "said"), DUE)
def test_a_late_promise_is_said_before_the_money(printed: dict[str, str], said: str) -> None:
    article, project, money = article_with_facts()
    due = {"due_on": date(2026, 6, 30), **printed}
    TargetFactory(project=project, evidence=money, indicator="封顶", **due)
    ledger.rebuild(project)
    assert lines_of([article.pk]) == {article.pk: f"应于{said}封顶，已过147天"}


def test_a_promise_of_an_earlier_year_is_said_with_its_year() -> None:
    target = Target(due_on=date(2025, 6, 30), due_precision="month", due_text="6月底")
    assert near_due(target, date(2026, 11, 24)) == "2025年6月底"


@pytest.mark.parametrize(("text", "said"), [("年底前", "年底"), ("年内", "2026年")])
def test_the_end_of_this_year_is_no_day(text: str, said: str) -> None:
    target = Target(due_on=date(2026, 12, 31), due_text=text, due_precision="year")
    assert near_due(target, date(2026, 11, 24)) == said


@pytest.mark.parametrize(
    ("precision", "text", "said"),
    [("day", "12月20日前", "12月20日"), ("month", "12月", "12月")],
)
def test_the_band_tells_what_falls_due_as_it_was_printed(
    precision: str, text: str, said: str
) -> None:
    _, project, money = article_with_facts()
    due = {"due_on": date(2026, 12, 20), "due_precision": precision, "due_text": text}
    TargetFactory(project=project, evidence=money, indicator="试生产", **due)
    ledger.rebuild(project)
    assert f'<time datetime="2026-12-20">{said}</time>' in render(
        "{% ledger_band %}", ArticleFactory.build()
    )


def test_an_article_without_a_project_has_no_line() -> None:
    assert lines_of([ArticleFactory().pk]) == {}


@pytest.mark.parametrize("count", [1, 3])
def test_the_band_shows_the_sums_and_what_is_due_next(
    count: int, django_assert_num_queries: Any
) -> None:
    _, project, money = article_with_facts()
    day = {"due_on": date(2026, 12, 20), "due_precision": "day", "evidence": money}
    TargetFactory(project=project, indicator="试生产", **day)
    for _ in range(count):
        led = ProjectFactory(lead=DepartmentFactory())
        told = {"outcome": "met", "outcome_on": date(2026, 5, 1), "outcome_evidence": money}
        TargetFactory(project=led, **day | {"due_on": date(2026, 6, 1)}, **told)
        TargetFactory(project=None, department=DepartmentFactory(), **day)
    ledger.rebuild(project)
    with django_assert_num_queries(3):
        band = render("{% ledger_band %}", ArticleFactory.build())
    assert "1.48" in band
    assert "12月20日" in band
    assert "试生产" in band
    assert "竣工" not in band


@pytest.mark.parametrize("hidden", hidden_articles())
def test_nothing_hidden_is_in_the_band(hidden: Any) -> None:
    article_with_facts()
    project = ProjectFactory(name="秘密工程")
    evidence = EvidenceFactory(article=ArticleFactory(**hidden))
    MentionFactory(project=project, evidence=evidence)
    TargetFactory(project=project, evidence=evidence, due_on=date(2026, 12, 1))
    ledger.rebuild(project)
    band = render("{% ledger_band %}", ArticleFactory.build())
    assert "秘密" not in band
    assert "12月1日" not in band
