"""Two people in one record of the ledger: nothing is lost, and the second is told."""

from __future__ import annotations

import pytest
from django.test import Client

from pingyao_cms.roles import EDITOR
from projects.models import Project, Target
from tests.articles.newsroom import signed_in
from tests.factories import DepartmentFactory, InvestmentFactory, ProjectFactory, TargetFactory
from tests.projects.newsroom import opened, saved
from tests.projects.test_forms import address

pytestmark = pytest.mark.django_db


@pytest.fixture
def first() -> Client:
    return signed_in(EDITOR, last_name="温", first_name="子衿")[0]


@pytest.fixture
def second() -> Client:
    return signed_in(EDITOR)[0]


def test_what_the_first_saved_in_another_field_is_kept(first: Client, second: Client) -> None:
    project = ProjectFactory(summary="旧摘要", place="城东")
    url = address(project)
    late = opened(second, url)
    assert saved(first, url, {**opened(first, url), "summary": "新摘要\n第二行"}) == ""
    answer = second.post(url, {**late, "place": "城西"}, follow=True)
    project.refresh_from_db()
    assert (project.summary.split(), project.place) == (["新摘要", "第二行"], "城西")
    assert "刚才保存过“摘要”，已一并保留" in answer.content.decode()


def test_a_field_that_both_changed_is_asked_about_with_both_texts(
    first: Client, second: Client
) -> None:
    project = ProjectFactory(summary="旧摘要")
    url = address(project)
    late = {**opened(second, url), "summary": "第二个人的摘要"}
    saved(first, url, {**opened(first, url), "summary": "第一个人的摘要"})
    page = saved(second, url, late)
    assert "温子衿在你写的时候保存了“摘要”" in page
    assert "第一个人" in page or "<del>一</del>" in page
    project.refresh_from_db()
    assert project.summary == "第一个人的摘要"

    assert "温子衿" in saved(second, url, late)  # once more is no answer
    assert saved(second, url, {**late, "merged_into": "summary=第一个人的摘要"}) == ""
    project.refresh_from_db()
    assert project.summary == "第二个人的摘要"


@pytest.mark.parametrize("text", ["第一行\n第二行", "第一行\r\n第二行 "])
def test_line_ends_and_blanks_at_the_end_are_no_change_of_another(
    first: Client, second: Client, text: str
) -> None:
    project = ProjectFactory(summary=text, place="城东")
    url = address(project)
    late = opened(second, url)
    late = {name: value.replace("\r", "").replace("\n", "\r\n") if isinstance(value, str) else value
            for name, value in late.items()}  # fmt: skip
    answer = second.post(url, {**late, "place": "城西"}, follow=True)
    assert "一并保留" not in answer.content.decode()


def test_a_third_save_between_reading_and_confirming_is_told_again(
    first: Client, second: Client
) -> None:
    project = ProjectFactory(summary="旧")
    url = address(project)
    late = {**opened(second, url), "summary": "第二"}
    for text in ("第一", "第三"):
        saved(first, url, {**opened(first, url), "summary": text})
    assert "在你写的时候" in saved(second, url, {**late, "merged_into": "summary=第一"})
    project.refresh_from_db()
    assert project.summary == "第三"


def test_a_promise_is_guarded_on_its_own_page_and_in_its_project(
    first: Client, second: Client
) -> None:
    target = TargetFactory(indicator="投用")
    own, row = address(target), address(target.project)
    late_row, late_own = opened(second, row), opened(second, own)
    assert saved(first, own, {**opened(first, own), "indicator": "冷库投用"}) == ""

    assert saved(second, row, {**late_row, "place": "城西"}) == ""
    target.refresh_from_db()
    assert target.indicator == "冷库投用"

    for url, sent in (
        (own, {**late_own, "indicator": "全部投用"}),
        (row, {**late_row, "targets-0-indicator": "全部投用"}),
    ):
        assert "在你写的时候保存了“指标”" in saved(second, url, sent)
    target.refresh_from_db()
    assert target.indicator == "冷库投用"
    said = {"targets-0-indicator": "全部投用", "targets-0-merged_into": "indicator=冷库投用"}
    assert saved(second, row, {**late_row, **said}) == ""
    assert Target.objects.get().indicator == "全部投用"


def test_choices_of_one_and_of_several_records_are_guarded_too(
    first: Client, second: Client
) -> None:
    one, other = DepartmentFactory(name="县水利局"), DepartmentFactory(name="县住建局")
    project = ProjectFactory()
    url = address(project)
    late = opened(second, url)
    saved(first, url, {**opened(first, url), "lead": one.pk})
    assert "县水利局" in saved(second, url, {**late, "lead": other.pk})
    assert Project.objects.get().lead == one

    sum_ = InvestmentFactory(projects=[project])
    url, twin = address(sum_), ProjectFactory()
    late = opened(second, url)
    saved(first, url, {**opened(first, url), "projects": [project.pk, twin.pk]})
    assert saved(second, url, {**late, "measure": "approved"}) == ""
    assert set(sum_.projects.all()) == {project, twin}


def test_who_changes_nothing_overwrites_nothing(first: Client, second: Client) -> None:
    project = ProjectFactory(summary="旧")
    url = address(project)
    late = opened(second, url)
    saved(first, url, {**opened(first, url), "summary": ""})
    assert saved(second, url, late) == ""
    project.refresh_from_db()
    assert project.summary == ""
