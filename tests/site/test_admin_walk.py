"""Every list asks as often for four records as for one; no address of the newsroom breaks it."""

from __future__ import annotations

import pytest
from django.contrib import admin
from django.contrib.contenttypes.models import ContentType
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.urls import reverse
from taggit.models import Tag

from tests import factories as make
from tests.site.newsroom_pages import chief

pytestmark = pytest.mark.django_db

LISTS = sorted(
    f"{model._meta.app_label}_{model._meta.model_name}" for model in admin.site._registry
)


def one_more(number: int) -> None:
    """One record of every kind, each with its own neighbours: what is not joined shows."""
    paper = make.NewspaperFactory()
    issue = make.IssueFactory(newspaper=paper, date=f"2026-11-{number:02}", number=number)
    page = make.PageFactory(issue=issue)
    department = make.AliasFactory(department__parent=make.DepartmentFactory()).department
    section = make.SectionFactory(parent=make.SectionFactory())
    article = make.ArticleFactory(
        section=section,
        issue=issue,
        page=page,
        source_department=department,
        author=make.UserFactory(),
    )
    article.tags.add(f"标签{number}")
    article.departments.add(department)
    make.PhotoFactory(article=article)
    evidence = make.EvidenceFactory(article=article)
    project = make.ProjectFactory(
        lead=department, sector=make.SectorFactory(), parent=make.ProjectFactory()
    )
    make.InvestmentFactory(evidence=evidence, projects=[project])
    make.TargetFactory(evidence=evidence, project=project, department=department)
    make.ProgressFactory(evidence=evidence, project=project)
    make.CapacityFactory(evidence=evidence, project=project)


def asked(client: Client, address: str) -> int:
    ContentType.objects.clear_cache()
    with CaptureQueriesContext(connection) as queries:
        assert client.get(address).status_code == 200
    return len(queries)


@pytest.mark.parametrize("name", LISTS)
def test_a_list_asks_as_often_for_four_as_for_one(name: str, client: Client) -> None:
    client.force_login(chief())
    address = reverse(f"admin:{name}_changelist")
    one_more(1)
    client.get(address)
    once = asked(client, address)
    for number in (2, 3, 4):
        one_more(number)
    assert Tag.objects.count() == 4
    assert asked(client, address) == once


@pytest.mark.parametrize("name", LISTS)
@pytest.mark.parametrize("page", ["change", "history", "delete"])
def test_an_address_with_no_record_behind_it_is_no_fault_of_ours(
    name: str, page: str, client: Client
) -> None:
    client.force_login(chief())
    make.NewspaperFactory()
    for key in ("keine", "999999", "0/../1"):
        answer = client.get(f"{reverse(f'admin:{name}_changelist')}{key}/{page}/", follow=True)
        assert answer.status_code in {200, 403, 404}, (key, answer.status_code)
