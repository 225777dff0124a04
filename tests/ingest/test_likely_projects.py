"""A name that looks like a known project asks one question with two answers: it, or a new one."""

from __future__ import annotations

from decimal import Decimal
from typing import Any

import pytest
from django.test import Client
from django.utils import translation

from ingest.committing import commit_upload
from ingest.models import Upload
from projects.models import Project, ProjectAlias
from tests.factories import InvestmentFactory, ProjectFactory
from tests.ingest.uploads import do, receive

pytestmark = pytest.mark.django_db

PAGE = "朱坑乡风电场加紧建设\n\n本报讯 朱坑乡风电场总投资2.2亿元，眼下正在吊装风机。\n"


@pytest.fixture(autouse=True)
def in_chinese() -> Any:
    with translation.override("zh-hans"):
        yield


@pytest.fixture
def farm() -> Project:
    project: Project = ProjectFactory(name="清河县朱坑风电项目")
    ProjectAlias.objects.create(project=project, name="朱坑风电场")
    InvestmentFactory(projects=[project], amount=Decimal(220_000_000))
    return project


def shown(client: Client, upload: Upload, query: str = "") -> Any:
    return client.get(upload.get_desk_url() + query)


def likely(client: Client, upload: Upload) -> list[Any]:
    doubts = shown(client, upload).context["desk"].doubts
    return [each for each in doubts if each["kind"] in ("match", "same")]


def line_of_the_project(client: Client, upload: Upload) -> str:
    rows = shown(client, upload).context["desk"].lines
    return next(line.note for row in rows for line in row["lines"] if line.kind == "project")


def test_the_doubt_names_the_project_as_the_ledger_does(
    desk: Client, editor: Any, farm: Project
) -> None:
    upload = receive(editor, PAGE)
    (doubt,) = likely(desk, upload)
    assert doubt["sentence"] == "“朱坑乡风电场”像是清河县朱坑风电项目（也印作朱坑风电场）"
    assert line_of_the_project(desk, upload) == "新项目，或是清河县朱坑风电项目？"
    form = shown(desk, upload, doubt["link"]).content.decode()
    assert form.count(f'name="match" value="{farm.uid}"> 清河县朱坑风电项目') == 1


def test_there_are_two_answers_and_no_waving_through(
    desk: Client, editor: Any, farm: Project
) -> None:
    upload = receive(editor, PAGE)
    (doubt,) = likely(desk, upload)
    page = shown(desk, upload, doubt["link"]).content.decode()
    assert page.count('value="same_project"') == 2  # in the list, and under the thumb
    assert page.count('value="new_project"') == 2
    assert 'value="accept_doubt"' not in page
    do(desk, upload, "accept_doubt", doubt=doubt["key"])
    assert likely(desk, upload) == [doubt]


def test_it_is_the_project_that_is_known(desk: Client, editor: Any, farm: Project) -> None:
    upload = receive(editor, PAGE)
    (doubt,) = likely(desk, upload)
    do(desk, upload, "same_project", fact=doubt["target"], match=doubt["choices"][0]["key"])
    assert likely(desk, upload) == []
    assert line_of_the_project(desk, upload) == "账上已有：清河县朱坑风电项目"
    upload.refresh_from_db()
    commit_upload(upload=upload, by=editor)
    assert Project.objects.get() == farm


def test_it_is_a_new_project_and_the_line_stops_asking(
    desk: Client, editor: Any, farm: Project
) -> None:
    upload = receive(editor, PAGE)
    (doubt,) = likely(desk, upload)
    do(desk, upload, "new_project", fact=doubt["target"])
    assert likely(desk, upload) == []
    assert line_of_the_project(desk, upload) == "账上新项目"
    do(desk, upload, "undo")
    assert likely(desk, upload) == [doubt]


def test_the_answer_says_nothing_of_how_surely_the_fact_was_read(
    desk: Client, editor: Any, farm: Project
) -> None:
    upload = receive(editor, PAGE)
    document = upload.document
    fact = next(each for each in document["facts"] if each["kind"] == "project")
    fact["confidence"] = 0.5
    Upload.objects.filter(pk=upload.pk).update(current=document)
    do(desk, upload, "new_project", fact=fact["id"])
    assert "project" in [each["kind"] for each in shown(desk, upload).context["desk"].doubts]


def test_of_several_projects_of_one_name_each_can_be_chosen(desk: Client, editor: Any) -> None:
    one, other = (ProjectFactory(name="朱坑乡风电场", place=place) for place in ("朱坑", "北坑"))
    upload = receive(editor, PAGE)
    (doubt,) = likely(desk, upload)
    assert [each["key"] for each in doubt["choices"]] == [str(one.uid), str(other.uid)]
    page = shown(desk, upload, doubt["link"]).content.decode()
    assert "是朱坑乡风电场（朱坑）" in page
    assert "是朱坑乡风电场（北坑）" in page
    do(desk, upload, "same_project", fact=doubt["target"], match=str(other.uid))
    upload.refresh_from_db()
    commit_upload(upload=upload, by=editor)
    assert other.investments.count() == 1


def test_a_project_that_is_gone_is_not_asked_about(
    desk: Client, editor: Any, farm: Project
) -> None:
    upload = receive(editor, PAGE)
    for sum_ in farm.investments.all():
        sum_.delete()
    farm.delete()
    assert likely(desk, upload) == []


def test_the_likest_project_is_offered_first_however_many_names_it_has(
    desk: Client, editor: Any
) -> None:
    likest = ProjectFactory(name="清河县朱坑风电项目")
    for name in ("朱坑乡风电场工程", "朱坑风电场二期扩建"):
        ProjectAlias.objects.create(project=likest, name=name)
    other = ProjectFactory(name="朱坑乡风电场道路")
    upload = receive(editor, PAGE)
    named = {"朱坑乡风电场工程": (likest, 0.9), "朱坑乡风电场道路": (other, 0.8)}
    named["朱坑风电场二期扩建"] = (likest, 0.7)
    document = upload.document
    fact = next(each for each in document["facts"] if each["kind"] == "project")
    fact["similar"] = [
        {"name": name, "key": str(project.uid), "likeness": likeness}
        for name, (project, likeness) in named.items()
    ]
    Upload.objects.filter(pk=upload.pk).update(current=document)
    (doubt,) = likely(desk, upload)
    assert "像是清河县朱坑风电项目（也印作朱坑乡风电场工程）" in doubt["sentence"]
    assert line_of_the_project(desk, upload) == "新项目，或是清河县朱坑风电项目？"


def test_the_answer_is_worded_as_one(desk: Client, editor: Any, farm: Project) -> None:
    upload = receive(editor, PAGE)
    (doubt,) = likely(desk, upload)
    assert "就是这个项目 <kbd>1</kbd>" in shown(desk, upload, doubt["link"]).content.decode()
