"""What stands in the ledger does not go by one click, and never without a reason."""

from __future__ import annotations

from decimal import Decimal

import pytest
from django.contrib.admin.models import DELETION, LogEntry
from django.test import Client
from django.urls import reverse

from pingyao_cms.roles import EDITOR
from projects import ledger
from projects.models import Investment, Project, Target
from tests.articles.newsroom import signed_in
from tests.conftest import TODAY
from tests.factories import InvestmentFactory, NewspaperFactory, ProjectFactory, TargetFactory
from tests.projects.test_forms import address

pytestmark = pytest.mark.django_db


@pytest.fixture
def client() -> Client:
    NewspaperFactory()
    return signed_in(EDITOR)[0]


@pytest.fixture
def project() -> Project:
    found: Project = ProjectFactory(name="粮库烘干线")
    first = InvestmentFactory(projects=[found], printed="3150万元", amount=Decimal(31_500_000))
    InvestmentFactory(
        projects=[found],
        printed="4150万元",
        amount=Decimal(41_500_000),
        supersedes=first,
        change="plan",
    )
    InvestmentFactory(projects=[found, ProjectFactory()], printed="7.5亿元", amount=Decimal(7))
    TargetFactory(project=found, indicator="投用")
    return found


def test_the_page_says_what_goes_along_and_asks_why(client: Client, project: Project) -> None:
    page = client.get(address(project, "delete")).content.decode()
    for told in ("投资: 3150万元", "投资: 4150万元", "投用", 'name="reason"'):
        assert told in page
    assert "7.5亿元" not in page  # it speaks of another project as well


def test_nothing_goes_without_a_reason(client: Client, project: Project) -> None:
    answer = client.post(address(project, "delete"), {"post": "yes", "reason": " "}, follow=True)
    assert "请写明原因" in answer.content.decode()
    assert Project.objects.filter(pk=project.pk).exists()


def test_a_project_goes_with_its_own_sums_and_its_address_says_so(
    client: Client, project: Project
) -> None:
    reader, page = Client(), project.get_absolute_url()
    assert reader.get(page).status_code == 200
    client.post(address(project, "delete"), {"post": "yes", "reason": "误建：同一座烘干线。"})
    answer = reader.get(page)
    assert answer.status_code == 410
    assert "已经撤出账本" in answer.content.decode()
    assert reader.get("/projects/999999/").status_code == 404
    assert [each.printed for each in Investment.objects.all()] == ["7.5亿元"]
    assert not Target.objects.exists()
    assert ledger.county_sums(TODAY).total.yuan == 7
    log = LogEntry.objects.get(action_flag=DELETION)
    assert log.get_change_message() == "误建：同一座烘干线。"


def test_a_joint_sum_that_replaced_an_own_one_stays(client: Client) -> None:
    project = ProjectFactory()
    first = InvestmentFactory(projects=[project])
    joint = InvestmentFactory(
        projects=[project, ProjectFactory()], supersedes=first, change="scope"
    )
    client.post(address(project, "delete"), {"post": "yes", "reason": "误建。"})
    joint.refresh_from_db()
    assert (joint.supersedes, joint.change) == (None, "")


@pytest.mark.parametrize("model", ["project", "investment", "target", "evidence"])
def test_many_at_once_cannot_be_deleted(model: str, client: Client, project: Project) -> None:
    page = client.get(reverse(f"admin:projects_{model}_changelist")).content.decode()
    assert "delete_selected" not in page


def test_a_sum_that_is_deleted_leaves_the_total_of_its_project(client: Client) -> None:
    project = ProjectFactory()
    investment = InvestmentFactory(projects=[project])
    ledger.rebuild(project)
    client.post(address(investment, "delete"), {"post": "yes", "reason": "重复。"})
    project.refresh_from_db()
    assert project.total_yuan is None
