"""A name alone makes no certain match with the ledger, and what people decide is what comes in."""

from __future__ import annotations

import re
from decimal import Decimal
from typing import Any

import pytest
from django.test import Client
from django.urls import reverse

from ingest.committing import commit_upload
from ingest.desk.certainty import Candidate, is_bare, why_uncertain
from ingest.desk.doubts import doubts
from ingest.doubt_words import sentence
from ingest.fact_lines import Ledger, lines_of
from ingest.matching import Import
from ingest.messages import IngestError
from ingest.models import Upload
from ingest.recognising import as_the_ledger_has_it
from ingest.reviewing import take_step
from projects.merging import merge_projects
from projects.models import Investment, Project
from tests.factories import InvestmentFactory, ProjectFactory
from tests.ingest.uploads import any_section, do, receive, signed_in

pytestmark = pytest.mark.django_db


def tower(place: str, cost: str, name: str = "烘干塔") -> str:
    return f"""{place}{name}开机

本报讯 12月1日，{name}在{place}薛贤村开机。这座{name}由薛贤村合作社承建，总投资{cost}，10月5日动工。
"""


def known(name: str, cost: int | None = None, place: str = "") -> Project:
    project: Project = ProjectFactory(name=name, place=place)
    if cost:
        InvestmentFactory(projects=[project], amount=Decimal(cost))
    return project


def the_project(upload: Upload) -> Any:
    doc = as_the_ledger_has_it(upload.document)
    return next(each for each in doc["facts"] if each["kind"] == "project")


def same_names(upload: Upload) -> list[str]:
    found = doubts(as_the_ledger_has_it(upload.document))
    return [sentence(each) for each in found if each["kind"] == "same"]


def decide(upload: Upload, by: Any, match: str, **more: str) -> Upload:
    fact = the_project(upload)
    values = {"fact": fact["id"], "name": fact["name"], "match": match, **more}
    return take_step(
        upload=upload, revision=upload.revision, action="edit_fact", values=values, by=by
    )


# What speaks against a name.


@pytest.mark.parametrize("name", ["烘干塔", "新院区", "新校区", "新大楼", "停车场", "污水处理厂"])
def test_a_word_for_a_kind_of_thing_names_no_project(name: str) -> None:
    assert is_bare(name)


@pytest.mark.parametrize(
    "name", ["县博物馆", "县医院新院区", "朱坑风电场", "北营村烘干塔", "岳壁蔬菜保鲜冷库"]
)
def test_the_name_of_one_thing_is_none(name: str) -> None:
    assert not is_bare(name)


def fact_of(name: str = "朱坑风电场", place: str = "", total: str = "", quote: str = "") -> Any:
    sums = [{"measure": "total", "amount": total, "text": total, "quote": None}] if total else []
    return {"name": name, "place": place, "quote": quote, "investments": sums}


def why(fact: Any, place: str = "", *totals: int) -> str:
    found = why_uncertain(fact, Candidate("u", fact["name"], place, [*map(Decimal, totals)]))
    return found["why"] if found else ""


@pytest.mark.parametrize(
    ("here", "there", "told"),
    [
        ("香乐乡", "杜家庄乡", "place"),
        ("平遥县香乐乡薛贤村", "杜家庄乡", "place"),
        ("香乐乡薛贤村", "香乐乡北营村", "place"),
        ("香乐乡", "平遥县香乐乡", ""),
        ("香乐乡薛贤村", "香乐乡", ""),
        ("县城东", "香乐乡", ""),
        ("", "香乐乡", ""),
    ],
)
def test_another_town_or_village_speaks_against_it(here: str, there: str, told: str) -> None:
    assert why(fact_of(place=here), there) == told


@pytest.mark.parametrize(
    ("total", "ledger", "told"),
    [
        ("4000000", [2850000], "sum"),
        ("4000000", [2850000, 4000000], ""),
        ("130000000", [129800000], ""),
        ("", [2850000], ""),
        ("4000000", [], ""),
    ],
)
def test_another_sum_speaks_against_it(total: str, ledger: list[int], told: str) -> None:
    assert why(fact_of(total=total), "", *ledger) == told


def test_a_sum_that_the_page_says_was_changed_does_not() -> None:
    quote = "总投资由原来的2600万元调整为3150万元。"
    assert why(fact_of(total="31500000", quote=quote), "", 26_000_000) == ""
    assert why(fact_of(total="31500000"), "", 26_000_000) == "sum"


def test_a_bare_name_is_no_certainty_by_itself() -> None:
    assert why(fact_of("烘干塔", "香乐乡", "4000000"), "香乐乡", 4_000_000) == "common"


# On the desk and in the ledger.


def test_a_bare_name_with_the_same_sum_is_asked_about_all_the_same(editor: Any) -> None:
    first = known("烘干塔", 4_000_000)
    upload = receive(editor, tower("香乐乡", "400万元"))
    assert "通名" in same_names(upload)[0]
    commit_upload(upload=upload, by=editor)
    assert first.investments.count() == 1
    assert Project.objects.count() == 2


def test_the_towers_of_two_villages_are_two_projects(editor: Any) -> None:
    first = known("烘干塔", 2_850_000, "杜家庄乡")
    upload = receive(editor, tower("香乐乡", "400万元"))
    fact = the_project(upload)
    assert fact["match"] is None
    assert fact["similar"][0]["key"] == str(first.uid)
    assert len(same_names(upload)) == 1
    commit_upload(upload=upload, by=editor)
    assert Project.objects.filter(name="烘干塔").count() == 2
    assert [each.amount for each in first.investments.all()] == [Decimal(2_850_000)]


def test_a_known_name_with_another_sum_is_asked_about(editor: Any) -> None:
    project = known("薛贤粮库", 2_850_000)
    upload = receive(editor, tower("香乐乡", "400万元", "薛贤粮库"))
    assert "薛贤粮库" in same_names(upload)[0]
    assert "285万元" in same_names(upload)[0]
    assert "400万元" in same_names(upload)[0]
    upload = decide(upload, editor, str(project.uid))
    assert same_names(upload) == []
    commit_upload(upload=upload, by=editor)
    assert project.investments.count() == 2


def test_a_known_name_that_nothing_speaks_against_is_the_same(editor: Any) -> None:
    project = known("薛贤粮库", 4_000_000, "香乐乡")
    upload = receive(editor, tower("香乐乡", "400万元", "薛贤粮库"))
    assert the_project(upload)["match"] == str(project.uid)
    assert same_names(upload) == []
    commit_upload(upload=upload, by=editor)
    assert Project.objects.count() == 1


@pytest.mark.parametrize(
    ("printed", "said"), [("3至5亿元", "账上现为3亿元"), ("3亿元", "与账上相同")]
)
def test_a_range_is_not_its_lower_end(printed: str, said: str, editor: Any) -> None:
    known("薛贤粮库", 300_000_000)
    upload = receive(editor, tower("香乐乡", printed, "薛贤粮库"))
    (fact,) = as_the_ledger_has_it(upload.document)["facts"][:1]
    lines = lines_of(fact, Ledger([fact]))
    assert said in next(each.note for each in lines if each.kind == "money")


@pytest.mark.parametrize("name", ["烘干塔", "薛贤粮库"])
def test_a_new_project_that_the_editor_chose_is_a_new_one(editor: Any, name: str) -> None:
    first = known(name, 4_000_000)
    upload = decide(receive(editor, tower("香乐乡", "400万元", name)), editor, "")
    assert the_project(upload)["match"] is None
    assert same_names(upload) == []
    commit_upload(upload=upload, by=editor)
    made = Project.objects.exclude(pk=first.pk).get()
    assert made.name == name
    assert made.investments.count() == 1
    assert first.investments.count() == 1


def test_a_chosen_project_that_was_merged_since_is_found_in_the_other(editor: Any) -> None:
    first, second = known("薛贤粮库"), known("薛贤村粮库")
    upload = decide(receive(editor, tower("香乐乡", "400万元", "薛贤粮库")), editor, str(first.uid))
    merge_projects(project=second, merged=first, by=editor)
    commit_upload(upload=upload, by=editor)
    assert Project.objects.get() == second
    assert second.investments.count() == 1


def test_a_chosen_project_that_is_gone_is_asked_for_again(editor: Any) -> None:
    first = known("薛贤粮库")
    upload = decide(receive(editor, tower("香乐乡", "400万元", "薛贤粮库")), editor, str(first.uid))
    first.delete()
    with pytest.raises(IngestError, match="薛贤粮库"):
        commit_upload(upload=upload, by=editor)


def test_what_came_in_meanwhile_is_looked_for_again(editor: Any) -> None:
    upload = receive(editor, tower("香乐乡", "400万元", "薛贤粮库"))
    project = known("薛贤粮库")
    assert the_project(upload)["match"] == str(project.uid)
    commit_upload(upload=upload, by=editor)
    assert Project.objects.get() == project


def test_under_another_name_it_is_looked_for_anew(editor: Any) -> None:
    project = known("香乐粮库")
    upload = receive(editor, tower("香乐乡", "400万元", "薛贤粮库"))
    upload = decide(upload, editor, "", name="香乐粮库")
    assert the_project(upload)["match"] == str(project.uid)


def rename(desk: Client, upload: Upload, name: str, **chosen: str) -> None:
    """Save the form of the project as the desk shows it, with another name typed in."""
    fact = the_project(upload)
    page = desk.get(f"{upload.get_desk_url()}?article={fact['article']}&fact={fact['id']}")
    shown = re.findall(r'name="(match|matched)" value="([^"]*)"( checked|>)', page.content.decode())
    sent = {field: value for field, value, end in shown if end == " checked" or field == "matched"}
    assert sent["match"] == (fact["match"] or "")
    do(desk, upload, "edit_fact", fact=fact["id"], **{**sent, "name": name, **chosen})
    upload.refresh_from_db()


@pytest.mark.parametrize("since", [False, True])
def test_a_renamed_project_does_not_keep_the_one_of_its_old_name(
    since: bool, editor: Any, desk: Client
) -> None:
    before = None if since else known("薛贤粮库", 4_000_000, "香乐乡")
    upload = receive(editor, tower("香乐乡", "400万元", "薛贤粮库"))
    old = before or known("薛贤粮库", 4_000_000, "香乐乡")
    assert the_project(upload)["match"] == str(old.uid)
    rename(desk, upload, "薛贤烘干房")
    assert the_project(upload)["match"] is None
    commit_upload(upload=upload, by=editor, section=any_section())
    assert Project.objects.exclude(pk=old.pk).get().name == "薛贤烘干房"


def test_a_project_typed_along_with_a_new_name_is_the_one_that_was_meant(
    editor: Any, desk: Client
) -> None:
    old = known("薛贤粮库", 4_000_000, "香乐乡")
    upload = receive(editor, tower("香乐乡", "400万元", "薛贤粮库"))
    rename(desk, upload, "薛贤村粮库", match_name="薛贤粮库")
    commit_upload(upload=upload, by=editor)
    assert Project.objects.get() == old


def test_each_article_of_a_page_has_its_own_tower(editor: Any) -> None:
    text = tower("香乐乡", "400万元") + "\n" + tower("杜家庄乡", "285万元").replace("薛贤", "北营")
    upload = receive(editor, text)
    assert len(upload.document["articles"]) == 2
    commit_upload(upload=upload, by=editor)
    sums = [[i.amount for i in each.investments.all()] for each in Project.objects.all()]
    assert sorted(sums) == [[Decimal(2_850_000)], [Decimal(4_000_000)]]


def test_the_page_of_the_commit_calls_new_what_is_made_new(editor: Any) -> None:
    known("烘干塔", 2_850_000)
    upload = receive(editor, tower("香乐乡", "400万元"))
    page = signed_in(editor).get(reverse("admin:ingest_upload_commit", args=[upload.pk]))
    assert page.context["coming"]["projects"] == ["烘干塔"]


def test_the_desk_shows_the_doubt_with_its_candidate_and_the_form_settles_it(
    editor: Any, desk: Client
) -> None:
    first = known("烘干塔", 2_850_000, "杜家庄乡")
    upload = receive(editor, tower("香乐乡", "400万元"))
    page = desk.get(upload.get_desk_url())
    doubt = next(each for each in page.context["desk"].doubts if each["kind"] == "same")
    form = desk.get(upload.get_desk_url() + doubt["link"]).content.decode()
    assert f'name="match" value="{first.uid}"' in form
    assert "同名" in form
    do(desk, upload, "edit_fact", fact=doubt["target"], match=str(first.uid))
    commit_upload(upload=upload, by=editor)
    assert Project.objects.get() == first
    assert Investment.objects.filter(projects=first).count() == 2


def test_a_promise_goes_with_the_project_of_its_own_article(editor: Any) -> None:
    first = known("烘干塔", 2_850_000)
    promise = "明年6月底前，烘干塔要再添2台热风炉。\n"
    commit_upload(upload=receive(editor, tower("香乐乡", "400万元") + promise), by=editor)
    assert not first.targets.exists()
    assert not first.progress.exists()


def test_a_promise_calls_its_project_by_the_name_that_its_article_prints(editor: Any) -> None:
    running = Import(receive(editor), editor)
    one, two = known("烘干塔"), known("烘干塔")
    running.named = {("a1", "烘干塔"): one, ("a2", "烘干塔"): two, (None, "烘干塔"): one}
    assert running.project_named("烘干塔", "a2") == two
    assert running.project_named("烘干塔", "a3") == one
    assert running.project_named("粮库", "a1") is None
