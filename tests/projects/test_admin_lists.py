"""The ledger's lists and forms cost the same for one row and for three."""

from __future__ import annotations

from datetime import date
from decimal import Decimal

import pytest
from pytest_django import DjangoAssertNumQueries

from pingyao_cms.roles import EDITOR
from projects import ledger
from tests.articles.newsroom import signed_in
from tests.factories import (
    EvidenceFactory,
    InvestmentFactory,
    NewspaperFactory,
    ProjectFactory,
    TargetFactory,
)

pytestmark = pytest.mark.django_db
LISTS = {"project": 10, "investment": 9, "target": 8, "evidence": 8}


def one_more() -> None:
    project = ProjectFactory()
    InvestmentFactory(projects=[project])
    TargetFactory(project=project)
    EvidenceFactory(broken=True)


@pytest.mark.parametrize(("name", "queries"), LISTS.items())
def test_a_list_of_three_asks_as_little_as_a_list_of_one(
    name: str, queries: int, django_assert_num_queries: DjangoAssertNumQueries
) -> None:
    client, _ = signed_in(EDITOR)
    page = f"/admin/projects/{name}/"
    one_more()
    client.get(page)
    with django_assert_num_queries(queries):
        client.get(page)
    one_more()
    one_more()
    with django_assert_num_queries(queries):
        client.get(page)


def test_corrected_facts_cost_the_page_of_a_project_no_more(
    django_assert_num_queries: DjangoAssertNumQueries,
) -> None:
    NewspaperFactory()
    client, _ = signed_in(EDITOR)
    project = ProjectFactory()
    for n in range(3):
        gone = EvidenceFactory(broken=True)
        InvestmentFactory(
            projects=[project], evidence=gone, amount=Decimal(n + 1), as_of=date(2026, 11, n + 1)
        )
        TargetFactory(project=project, evidence=gone)
    ledger.rebuild(project)
    client.logout()
    with django_assert_num_queries(7):
        page = client.get(project.get_absolute_url()).content.decode()
    assert page.count("来源已更正：") == 6
