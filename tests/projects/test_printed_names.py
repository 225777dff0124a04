"""Other names of a project: two projects may share one, one project has none twice."""

from __future__ import annotations

import pytest
from django.test import Client

from projects.models import Project, ProjectAlias
from tests.articles.newsroom import signed_in
from tests.departments.test_printed_names import named
from tests.factories import ProjectFactory
from tests.projects.newsroom import opened, saved

pytestmark = pytest.mark.django_db


@pytest.fixture
def client() -> Client:
    return signed_in("编辑")[0]


def page_of(project: Project) -> str:
    return f"/admin/projects/project/{project.pk}/change/"


def test_a_name_typed_twice_is_told_and_the_form_kept(client: Client) -> None:
    project = ProjectFactory(name="朱坑乡9.8兆瓦风电项目")
    sent = named(opened(client, page_of(project)), "朱坑乡风电场", "朱坑乡 风电场")
    answer = saved(client, page_of(project), {**sent, "summary": "在朱坑乡。"})
    assert "“朱坑乡 风电场”写了两次，留一个即可。" in answer
    assert "在朱坑乡。" in answer
    assert not ProjectAlias.objects.exists()


def test_a_name_that_the_project_has_is_told(client: Client) -> None:
    project = ProjectFactory(name="朱坑乡9.8兆瓦风电项目")
    ProjectAlias.objects.create(project=project, name="朱坑乡风电场")
    answer = saved(
        client, page_of(project), named(opened(client, page_of(project)), "朱坑乡风电场")
    )
    assert "“朱坑乡风电场”" in answer
    assert ProjectAlias.objects.count() == 1


def test_two_projects_may_be_printed_alike(client: Client) -> None:
    ProjectAlias.objects.create(project=ProjectFactory(), name="烘干塔")
    project = ProjectFactory(name="薛贤村粮食烘干塔")
    assert saved(client, page_of(project), named(opened(client, page_of(project)), "烘干塔")) == ""
