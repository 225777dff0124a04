"""Two projects become one with all that was said of either; a fact goes where it belongs."""

from __future__ import annotations

from datetime import date
from decimal import Decimal
from typing import Any

import pytest
from django.contrib.admin.models import LogEntry
from django.contrib.auth.models import User
from django.contrib.contenttypes.models import ContentType
from django.contrib.redirects.models import Redirect
from django.core.exceptions import PermissionDenied
from django.test import Client

from projects.merging import MergeError, merge_projects, move_facts
from projects.models import Mention, Progress, Project, ProjectAlias, Target
from tests.articles.newsroom import signed_in
from tests.factories import (
    EvidenceFactory,
    InvestmentFactory,
    ProgressFactory,
    ProjectFactory,
    TargetFactory,
)
from tests.projects.two_projects import told

pytestmark = pytest.mark.django_db
LIST = "/admin/projects/project/"
# Whatever points at a project: a merge has to know what to do with it.
RELATIONS = {
    *("aliases", "mentions", "investments", "targets", "progress", "capacities", "phases"),
}


@pytest.fixture
def desk() -> tuple[Client, User]:
    return signed_in("编辑")


@pytest.fixture
def editor(desk: tuple[Client, User]) -> User:
    return desk[1]


def counts(project: Project) -> dict[str, int]:
    names = ("investments", "targets", "progress", "capacities", "mentions")
    return {name: getattr(project, name).count() for name in names}


def test_everything_that_points_at_a_project_is_known() -> None:
    found = {each.get_accessor_name() for each in Project._meta.related_objects}
    assert found - {"Project_investments+", None} == RELATIONS


def test_facts_sentences_and_names_go_over(editor: User) -> None:
    kept, gone = told("薛贤烘干塔"), told("烘干塔")
    ProjectAlias.objects.create(project=gone, name="薛贤村粮食烘干塔")
    merged = merge_projects(project=kept, merged=gone, by=editor)
    assert counts(merged) == {
        "investments": 2,
        "targets": 2,
        "progress": 2,
        "capacities": 2,
        "mentions": 8,
    }
    assert {each.name for each in merged.aliases.all()} == {"烘干塔", "薛贤村粮食烘干塔"}
    assert list(Project.objects.by_printed_name("烘干塔")) == [merged]
    assert Project.objects.count() == 1


def test_what_both_have_is_there_once(editor: User) -> None:
    kept, gone = ProjectFactory(name="烘干塔"), ProjectFactory(name="烘干塔")
    evidence = EvidenceFactory()
    joint = InvestmentFactory(evidence=evidence, projects=[kept, gone])
    for project in (kept, gone):
        ProjectAlias.objects.create(project=project, name="薛贤塔")
    merge_projects(project=kept, merged=gone, by=editor)
    assert list(joint.projects.all()) == [kept]
    assert Mention.objects.count() == 1
    assert [each.name for each in ProjectAlias.objects.all()] == ["薛贤塔"]


def test_what_the_first_does_not_say_comes_from_the_second(editor: User) -> None:
    kept = ProjectFactory(name="甲", place="", summary="一座塔", identifiers={"代码": "1"})
    gone = ProjectFactory(name="乙", place="香乐乡", summary="另一句", identifiers={"文号": "2"})
    merged = merge_projects(project=kept, merged=gone, by=editor)
    assert (merged.place, merged.summary) == ("香乐乡", "一座塔")
    assert merged.identifiers == {"代码": "1", "文号": "2"}


def test_the_stored_columns_follow(editor: User) -> None:
    kept, gone = ProjectFactory(name="甲"), told("乙", 9_000_000)
    merged = merge_projects(project=kept, merged=gone, by=editor)
    assert merged.total_yuan == Decimal(9_000_000)
    assert (merged.stage, merged.next_due_on) == ("started", date(2026, 12, 31))


def test_phases_stay_phases_and_nothing_stands_over_itself(editor: User) -> None:
    kept, gone = ProjectFactory(name="甲"), ProjectFactory(name="乙")
    phase = ProjectFactory(name="乙二期", parent=gone)
    merge_projects(project=kept, merged=gone, by=editor)
    phase.refresh_from_db()
    assert phase.parent == kept
    whole = merge_projects(project=phase, merged=kept, by=editor)
    assert whole.parent is None
    part = ProjectFactory(name="三期", parent=ProjectFactory(name="分期", parent=whole))
    assert merge_projects(project=whole, merged=part, by=editor).parent is None


def test_a_phase_of_a_phase_of_what_goes_stands_under_nothing_of_its_own(editor: User) -> None:
    gone = ProjectFactory(name="乙")
    between = ProjectFactory(name="乙一期", parent=gone)
    kept = merge_projects(project=ProjectFactory(name="甲", parent=between), merged=gone, by=editor)
    between.refresh_from_db()
    assert (kept.parent, between.parent) == (None, kept)


def test_the_old_address_leads_to_the_new_one(editor: User, client: Client) -> None:
    first, second, third = told("甲"), told("乙"), told("丙")
    old = first.get_absolute_url()
    merge_projects(project=second, merged=first, by=editor)
    assert client.get(old)["Location"] == second.get_absolute_url()
    merge_projects(project=third, merged=second, by=editor)
    answer = client.get(old)
    assert (answer.status_code, answer["Location"]) == (301, third.get_absolute_url())
    assert client.get(third.get_absolute_url()).status_code == 200


def test_both_logs_say_so_and_none_is_lost(editor: User, desk: tuple[Client, User]) -> None:
    kept, gone = told("甲"), told("乙")
    LogEntry.objects.create(
        user=editor,
        object_id=str(gone.pk),
        content_type=ContentType.objects.get_for_model(Project),
        action_flag=2,
        object_repr="乙",
        change_message="改了地点",
    )
    gone_pk = gone.pk
    merge_projects(project=kept, merged=gone, by=editor)
    page = desk[0].get(f"{LIST}{kept.pk}/history/").content.decode()
    assert "改了地点" in page
    assert "并入了“乙”" in page
    entry = LogEntry.objects.get(object_id=str(gone_pk))
    assert (entry.user, entry.object_repr) == (editor, "乙")
    assert "已并入“甲”" in entry.change_message


def test_it_is_not_for_everybody_nor_with_itself(editor: User) -> None:
    kept, gone = told("甲"), told("乙")
    with pytest.raises(PermissionDenied):
        merge_projects(project=kept, merged=gone, by=signed_in("记者")[1])
    with pytest.raises(MergeError):
        merge_projects(project=kept, merged=kept, by=editor)
    assert Project.objects.count() == 2
    merge_projects(project=kept, merged=gone, by=editor)
    with pytest.raises(MergeError):
        merge_projects(project=kept, merged=Project(pk=999, name="没有"), by=editor)


def test_a_failure_on_the_way_leaves_everything(editor: User, monkeypatch: Any) -> None:
    kept, gone = told("甲"), told("乙")
    monkeypatch.setattr("projects.merging.ledger.rebuild", lambda project: 1 / 0)
    with pytest.raises(ZeroDivisionError):
        merge_projects(project=kept, merged=gone, by=editor)
    assert counts(gone)["mentions"] == 4
    assert not Redirect.objects.exists()
    assert not LogEntry.objects.exists()


# Moving.


def test_a_fact_goes_with_its_sentence_and_the_rest_stays(editor: User) -> None:
    source, to = told("甲"), told("乙")
    investment = source.investments.get()
    move_facts(source=source, to=to, facts=[investment], by=editor)
    assert list(investment.projects.all()) == [to]
    assert counts(source) == {
        "investments": 0,
        "targets": 1,
        "progress": 1,
        "capacities": 1,
        "mentions": 3,
    }
    assert counts(to)["mentions"] == 5
    source.refresh_from_db()
    assert source.total_yuan is None


def test_a_sentence_that_says_more_speaks_of_both(editor: User) -> None:
    source, to = ProjectFactory(name="甲"), ProjectFactory(name="乙")
    evidence = EvidenceFactory()
    investment = InvestmentFactory(evidence=evidence, projects=[source])
    TargetFactory(evidence=evidence, project=source)
    move_facts(source=source, to=to, facts=[investment], by=editor)
    assert {each.project for each in Mention.objects.filter(evidence=evidence)} == {source, to}


def test_a_joint_sum_leaves_the_other_projects_alone(editor: User) -> None:
    source, other, to = (ProjectFactory(name=name) for name in "甲乙丙")
    joint = InvestmentFactory(projects=[source, other])
    move_facts(source=source, to=to, facts=[joint], by=editor)
    assert set(joint.projects.all()) == {other, to}


def test_reports_go_with_their_promise(editor: User) -> None:
    source, to = ProjectFactory(name="甲"), ProjectFactory(name="乙")
    target = TargetFactory(project=source)
    ProgressFactory(project=source, target=target)
    move_facts(source=source, to=to, facts=[target], by=editor)
    assert Progress.objects.get().project == to
    assert Progress.objects.get().target == target


def test_a_report_that_goes_alone_leaves_its_promise(editor: User) -> None:
    source, to = ProjectFactory(name="甲"), ProjectFactory(name="乙")
    report = ProgressFactory(project=source, target=TargetFactory(project=source))
    move_facts(source=source, to=to, facts=[report], by=editor)
    assert Progress.objects.get().target is None
    assert Target.objects.get().project == source


@pytest.mark.parametrize("moved", [0, 1])
def test_no_project_supersedes_the_sum_of_another(editor: User, moved: int) -> None:
    source, to = ProjectFactory(name="甲"), ProjectFactory(name="乙")
    old = InvestmentFactory(projects=[source])
    new = InvestmentFactory(projects=[source], supersedes=old, change="plan")
    move_facts(source=source, to=to, facts=[(old, new)[moved]], by=editor)
    new.refresh_from_db()
    assert (new.supersedes, new.change) == (None, "")


def test_a_line_that_goes_whole_stays_a_line(editor: User) -> None:
    source, to = ProjectFactory(name="甲"), ProjectFactory(name="乙")
    old = InvestmentFactory(projects=[source])
    new = InvestmentFactory(projects=[source], supersedes=old, change="plan")
    move_facts(source=source, to=to, facts=[old, new], by=editor)
    new.refresh_from_db()
    assert (new.supersedes, new.change) == (old, "plan")


def test_what_is_another_s_is_not_moved(editor: User) -> None:
    source, to = told("甲"), told("乙")
    for facts in ([], [to.targets.get()]):
        with pytest.raises(MergeError):
            move_facts(source=source, to=to, facts=facts, by=editor)
    facts, journalist = [source.targets.get()], signed_in("记者")[1]
    with pytest.raises(PermissionDenied):
        move_facts(source=source, to=to, facts=facts, by=journalist)
