"""A sentence that its article does not say any more proves nothing to readers."""

from __future__ import annotations

from datetime import date
from decimal import Decimal
from typing import Any

import pytest
from django.core.management import call_command
from django.test import Client

from articles import workflow
from articles.models import Article
from projects import ledger
from projects.found import projects_found
from projects.models import Evidence, Investment, Target
from projects.recording import quote, record_investment
from tests.conftest import TODAY
from tests.factories import (
    ArticleFactory,
    EvidenceFactory,
    InvestmentFactory,
    NewspaperFactory,
    ProjectFactory,
    TargetFactory,
    UserFactory,
)

pytestmark = pytest.mark.django_db
OLD, NEW = "粮库烘干线总投资3150万元，腊月投用。", "粮库烘干线总投资4150万元，腊月投用。"


@pytest.fixture
def article() -> Article:
    NewspaperFactory()
    found: Article = ArticleFactory(headline="烘干线动工", body=f"<p>{OLD}</p>")
    return found


@pytest.fixture
def project(article: Article) -> Any:
    project = ProjectFactory(name="粮库烘干线")
    proof = quote(article, OLD, mark="3150万元")
    record_investment(
        projects=[project], evidence=proof, amount=Decimal(31_500_000), printed="3150万元"
    )
    TargetFactory(project=project, evidence=proof, indicator="投用")
    ledger.rebuild(project)
    return project


def correct(article: Article) -> None:
    article.body = f"<p>{NEW}</p>"
    workflow.save_published(
        article=article,
        by=UserFactory(is_superuser=True),
        correction="总投资应为4150万元。",
        accept_broken=True,
    )


def test_a_corrected_sentence_takes_its_figures_out_of_every_sum(
    article: Article, project: Any
) -> None:
    correct(article)
    project.refresh_from_db()
    sums = ledger.county_sums(TODAY)
    assert sums.total.yuan == 0
    assert (project.total_yuan, project.next_due_on) == (None, None)
    assert not Investment.objects.public().exists()
    assert not Target.objects.public().exists()
    assert not Evidence.objects.public().exists()


def test_readers_of_the_project_are_told_that_the_source_was_corrected(
    article: Article, project: Any, client: Client
) -> None:
    assert "3150" in client.get(project.get_absolute_url()).content.decode()
    correct(article)
    page = client.get(project.get_absolute_url()).content.decode()
    assert page.count("来源已更正：") == 2  # the sum and the promise
    assert f'href="{article.get_absolute_url()}">烘干线动工' in page
    assert 'class="quote"' not in page
    assert "head-total" not in page
    assert "amount replaced" in page


def test_readers_of_the_article_find_no_figure_that_it_does_not_say(
    article: Article, project: Any, client: Client
) -> None:
    assert "本文里的账" in client.get(article.get_absolute_url()).content.decode()
    correct(article)
    page = client.get(article.get_absolute_url()).content.decode()
    assert "本文里的账" not in page
    assert "3150" not in page
    assert "4150" in page


def test_a_corrected_project_is_still_found_by_its_name_but_not_by_what_was_said(
    article: Article, project: Any
) -> None:
    correct(article)
    assert [found.total for found in projects_found(["烘干线"])] == [None]
    assert projects_found(["3150"]) == []


def test_a_sentence_that_comes_back_brings_its_figures_back(article: Article, project: Any) -> None:
    correct(article)
    article.body = f"<p>{OLD}</p>"
    workflow.save_published(article=article, by=UserFactory(is_superuser=True), reason="改回")
    project.refresh_from_db()
    assert project.total_yuan == 31_500_000


def test_an_outcome_whose_sentence_went_is_no_outcome_for_readers(client: Client) -> None:
    NewspaperFactory()
    proof = EvidenceFactory(broken=True)
    late = {"due_on": date(2026, 11, 1), "outcome": "met", "outcome_on": TODAY}
    target = TargetFactory(outcome_evidence=proof, **late)
    sums = ledger.county_sums(TODAY)
    assert sums.overdue == 1
    for page in (target.project, target.evidence.article):
        assert "已逾期" in client.get(page.get_absolute_url()).content.decode()


def test_what_was_never_looked_up_is_found_by_the_command() -> None:
    proof = EvidenceFactory(exact="这句话稿件里没有，总投资8亿元。", mark_start=None, mark_end=None)
    InvestmentFactory(projects=[ProjectFactory()], evidence=proof, amount=Decimal(800_000_000))
    InvestmentFactory(projects=[ProjectFactory()])
    call_command("rebuild_ledger")
    proof.refresh_from_db()
    assert proof.broken
    assert ledger.county_sums(TODAY).total.yuan == 130_000_000
