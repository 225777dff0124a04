"""The phases of a project and the whole are joined, and no stage is shown that was never told."""

from __future__ import annotations

import re
from decimal import Decimal
from typing import Any

import pytest
from django.test import Client

from projects import ledger
from projects.ledger_lines import lines_of
from projects.models import Project
from tests.factories import (
    ArticleFactory,
    DepartmentFactory,
    EvidenceFactory,
    InvestmentFactory,
    MentionFactory,
    NewspaperFactory,
    ProgressFactory,
    ProjectFactory,
)
from tests.projects.test_views_project import hidden_articles

pytestmark = pytest.mark.django_db
QUERIES = 7


@pytest.fixture(autouse=True)
def paper() -> None:
    NewspaperFactory()


def told(name: str, *, stage: str = "", yuan: int = 0, **fields: Any) -> Project:
    """A project that one published article speaks of, with a stage and a total where given."""
    project: Project = ProjectFactory(name=name, **fields)
    evidence = EvidenceFactory(article=ArticleFactory())
    MentionFactory(project=project, evidence=evidence)
    if stage:
        ProgressFactory(project=project, evidence=evidence, stage=stage)
    if yuan:
        InvestmentFactory(
            projects=[project], evidence=evidence, amount=Decimal(yuan), comparator="~", printed=""
        )
    ledger.rebuild(project)
    project.refresh_from_db()
    return project


def page(client: Client, project: Project) -> str:
    answer = client.get(project.get_absolute_url())
    assert answer.status_code == 200
    return re.sub(r"<wbr>|\u2060", "", answer.content.decode())


def family(html: str) -> str:
    return html.partition('<section class="family')[2].partition("</section>")[0]


def test_the_whole_shows_its_parts_with_stage_and_sum_in_their_order(client: Client) -> None:
    whole = told("柳根渠改造")
    third = told("柳根渠改造三期", stage="approved", parent=whole)
    second = told("柳根渠改造二期", stage="started", yuan=24_000_000, parent=whole)
    first = told("柳根渠改造一期", stage="operating", parent=whole)
    shown = family(page(client, whole))
    assert re.findall(r'href="(/projects/\d+/)"', shown) == [
        part.get_absolute_url() for part in (first, second, third)
    ]
    assert re.findall(r"<span>(投运|开工|立项)</span>", shown) == ["投运", "开工", "立项"]
    about = '<span class="money-about">约</span><span class="money-number">2400</span>'
    assert about in shown
    assert shown.count("未说总投资") == 2


def test_a_part_leads_to_the_whole_and_to_the_other_parts(client: Client) -> None:
    whole = told("柳根渠改造", yuan=90_000_000)
    first = told("柳根渠改造一期", stage="operating", parent=whole)
    second = told("柳根渠改造二期", stage="started", parent=whole)
    html = page(client, second)
    shown = family(html)
    assert re.findall(r'href="(/projects/\d+/)"', shown) == [
        whole.get_absolute_url(),
        first.get_absolute_url(),
    ]
    assert "整体" in shown
    crumbs = html.partition('class="crumbs"')[2].partition("</nav>")[0]
    assert f'href="{whole.get_absolute_url()}"' in crumbs


@pytest.mark.parametrize("article", hidden_articles())
def test_relatives_of_which_nothing_is_public_are_not_named(client: Client, article: Any) -> None:
    whole = told("柳根渠改造")
    hidden = ProjectFactory(name="密渠二期", parent=whole)
    MentionFactory(project=hidden, evidence=EvidenceFactory(article=ArticleFactory(**article)))
    html = page(client, whole)
    assert "密渠" not in html
    assert family(html) == ""
    Project.objects.filter(pk=whole.pk).update(parent=hidden)
    assert "密渠" not in page(client, whole)


def test_a_stage_that_no_sentence_told_is_not_shown(client: Client) -> None:
    bare = told("柳根渠改造")
    planned = told("侯冀渠改造", stage="planned")
    assert '<dt>阶段</dt><dd class="unsaid">报上没有说过</dd>' in page(client, bare)
    assert "<dt>阶段</dt><dd>谋划" in page(client, planned)
    told("柳根渠改造一期", parent=bare)
    assert "报上没有整体说过，各期见下" in page(client, bare)


def test_lists_say_that_no_stage_was_told(client: Client) -> None:
    department = DepartmentFactory(slug="slj")
    bare = told("柳根渠改造", lead=department)
    told("侯冀渠改造", stage="planned")
    mention = bare.evidence.get()
    mention.article.departments.add(department)
    answer = client.get("/projects/")
    assert answer.context["pipeline"][0] == ("谋划", 1)
    assert answer.context["pipeline"][-1] == ("未说", 1)
    assert "未说阶段" in answer.content.decode()
    chosen = client.get("/projects/", {"stage": "none"})
    assert [line["project"].name for line in chosen.context["lines"]] == ["柳根渠改造"]
    for address in ("/departments/slj/", "/search/?q=柳根渠"):
        html = client.get(address).content.decode()
        assert "未说阶段" in html
        assert "谋划" not in html
    assert lines_of([mention.article_id]) == {mention.article_id: "柳根渠改造"}


def test_a_stage_whose_article_is_withdrawn_is_told_no_more(client: Client) -> None:
    project = told("柳根渠改造", stage="planned")
    MentionFactory(project=project, evidence=EvidenceFactory(article=ArticleFactory()))
    article = project.evidence.order_by("pk").first().article
    type(article).objects.filter(pk=article.pk).update(status="withdrawn")
    ledger.rebuild(project)
    assert Project.objects.get(pk=project.pk).stage == ""


@pytest.mark.parametrize("parts", [1, 3])
def test_relatives_are_one_query_and_none_where_there_are_none(
    client: Client, parts: int, django_assert_num_queries: Any
) -> None:
    alone, whole = told("侯冀渠改造"), told("柳根渠改造")
    for number in range(parts):
        told(f"柳根渠改造{number}期", stage="started", yuan=1000, parent=whole)
    client.get("/")
    with django_assert_num_queries(QUERIES):
        client.get(alone.get_absolute_url())
    with django_assert_num_queries(QUERIES + 1):
        client.get(whole.get_absolute_url())
