"""A page comes in, is checked, is committed and can be taken back: with real rows."""

from __future__ import annotations

from datetime import date
from decimal import Decimal
from pathlib import Path
from typing import Any

import pytest
from django.core.exceptions import PermissionDenied

from articles import workflow
from articles.models import Article, Issue, Status
from departments.models import Department
from ingest.committing import commit_upload
from ingest.facts import _what_is_due
from ingest.messages import IngestError
from ingest.models import ImportedRecord, Upload
from ingest.receiving import SameFileError, receive_upload
from ingest.reviewing import StaleError, discard_upload, resume_upload, take_back, take_step
from ingest.undoing import undo_upload, what_keeps_it
from projects.models import Capacity, Evidence, Investment, Project, Target
from tests.factories import (
    ArticleFactory,
    DepartmentFactory,
    NewspaperFactory,
    ProjectFactory,
    SectionFactory,
)
from tests.ingest.uploads import PAGE, fact_with_a_sum, person_of, receive

pytestmark = pytest.mark.django_db


@pytest.fixture
def journalist() -> Any:
    return person_of("记者")


def test_the_original_is_kept_byte_for_byte(editor: Any) -> None:
    upload = receive(editor)
    assert upload.file.open("rb").read() == PAGE.encode()
    assert upload.machine == upload.current
    assert upload.state == Upload.State.PROPOSED


def test_the_same_file_is_told_and_not_imported_twice(editor: Any) -> None:
    first = receive(editor)
    with pytest.raises(SameFileError) as refusal:
        receive(editor, name="另一个名字.txt", issue_date=date(2020, 1, 1))
    assert refusal.value.upload == first
    assert Upload.objects.count() == 1


def test_a_discarded_file_may_come_in_again(editor: Any) -> None:
    discard_upload(upload=receive(editor), revision=0, by=editor)
    assert receive(editor).state == Upload.State.PROPOSED


def test_a_committed_page_is_drafts_with_evidence(editor: Any) -> None:
    upload = receive(editor)
    commit_upload(upload=upload, by=editor)
    articles = Article.objects.filter(issue__date=date(2026, 11, 21))
    assert {each.headline for each in articles} == {"河东冷链园今日动工", "城关镇修路十二公里"}
    assert {each.status for each in articles} == {Status.DRAFT}
    investment = Investment.objects.get()
    assert investment.amount == Decimal(130_000_000)
    assert investment.evidence.exact in investment.evidence.article.plain
    for evidence in Evidence.objects.all():
        assert evidence.exact in evidence.article.plain
    assert Issue.objects.get().number == 1287


def test_every_figure_and_date_quotes_the_sentence_that_prints_it(editor: Any) -> None:
    page = """北川县要建大泵站

本报讯 杨树湾泵站项目11月20日开工。该项目总投资2400万元，可灌溉农田1.2万亩。明年9月底前完工。

县水利局负责人说，往后不愁浇地。
"""
    commit_upload(upload=receive(editor, text=page), by=editor)
    project = Project.objects.get(name="杨树湾泵站项目")
    size, target = Capacity.objects.get(project=project), Target.objects.get(project=project)
    assert (size.value, "1.2万亩" in size.evidence.exact) == (12_000, True)
    assert (target.due_on, "明年9月底前" in target.evidence.exact) == (date(2027, 9, 30), True)
    quoted = {each.exact for each in Evidence.objects.filter(mentions__project=project)}
    assert any("杨树湾泵站项目" in each for each in quoted)


def test_what_people_corrected_is_what_comes_in(editor: Any) -> None:
    upload = receive(editor)
    part = upload.document["articles"][0]["parts"][0]
    text = part["text"].replace("11月20日", "11月19日").replace("1.3亿元", "1.5亿元")
    upload = take_step(
        upload=upload,
        revision=0,
        action="edit_text",
        values={"part": part["id"], "text": text},
        by=editor,
    )
    fact = fact_with_a_sum(upload)
    upload = take_step(
        upload=upload,
        revision=1,
        action="edit_fact",
        values={"fact": fact["id"], "amount": "1.5亿元", "at": "0"},
        by=editor,
    )
    commit_upload(upload=upload, by=editor, revision=2)
    assert Article.objects.filter(plain__contains="11月19日").exists()
    assert Investment.objects.get().amount == Decimal(150_000_000)
    assert upload.machine != upload.current


def test_a_step_on_an_old_page_is_refused_and_overwrites_nothing(editor: Any) -> None:
    upload = receive(editor)
    values = {"article": upload.document["articles"][0]["id"], "headline": "甲"}
    take_step(upload=upload, revision=0, action="edit_article", values=values, by=editor)
    with pytest.raises(StaleError):
        take_step(
            upload=upload,
            revision=0,
            action="edit_article",
            values={**values, "headline": "乙"},
            by=editor,
        )
    upload.refresh_from_db()
    assert upload.document["articles"][0]["headline"] == "甲"


def test_every_step_can_be_taken_back_to_the_proposal(editor: Any) -> None:
    upload = receive(editor)
    article = upload.document["articles"][0]["id"]
    for number, words in enumerate(["甲", "乙"]):
        values = {"article": article, "headline": words}
        take_step(upload=upload, revision=number, action="edit_article", values=values, by=editor)
    take_back(upload=upload, revision=2, by=editor)
    upload = take_back(upload=upload, revision=3, by=editor)
    assert upload.document == Upload.objects.get().machine
    with pytest.raises(IngestError):
        take_back(upload=upload, revision=4, by=editor)


def test_a_lost_sentence_stands_in_the_way_of_the_commit(editor: Any) -> None:
    upload = receive(editor)
    fact = fact_with_a_sum(upload)
    article = next(a for a in upload.document["articles"] if a["id"] == fact["article"])
    part = next(p for p in article["parts"] if fact["quote"] in p["text"])
    upload = take_step(
        upload=upload,
        revision=0,
        action="edit_text",
        values={"part": part["id"], "text": "今天天气很好。"},
        by=editor,
    )
    with pytest.raises(IngestError):
        commit_upload(upload=upload, by=editor)
    assert not Article.objects.exists()


def test_a_chosen_project_gets_the_facts_and_the_printed_name(editor: Any) -> None:
    known = ProjectFactory(name="清河县河东冷链物流园一期")
    upload = receive(editor)
    fact = fact_with_a_sum(upload)
    upload = take_step(
        upload=upload,
        revision=0,
        action="edit_fact",
        values={"fact": fact["id"], "match": known.name},
        by=editor,
    )
    commit_upload(upload=upload, by=editor)
    assert Investment.objects.get().projects.get() == known
    assert known.aliases.get().name == fact["name"]
    assert Target.objects.filter(project=known).exists() or known.progress.exists()


def test_a_project_that_is_not_there_cannot_be_chosen(editor: Any) -> None:
    upload = receive(editor)
    values = {"fact": fact_with_a_sum(upload)["id"], "match": "没有的项目"}
    with pytest.raises(IngestError, match="没有的项目"):
        take_step(upload=upload, revision=0, action="edit_fact", values=values, by=editor)


def with_departments(upload: Upload, by: Any, *printed: str) -> Upload:
    """The upload with these names, and no others, as departments of its first article."""
    for article in upload.document["articles"]:
        for each in article["departments"]:
            upload = _step(upload, by, "match_department", article, each["printed"], use="")
    for name in printed:
        upload = _step(upload, by, "add_department", upload.document["articles"][0], name)
    return upload


def _step(upload: Upload, by: Any, action: str, article: Any, name: str, **more: str) -> Upload:
    values = {"article": article["id"], "printed": name, **more}
    return take_step(upload=upload, revision=upload.revision, action=action, values=values, by=by)


def test_a_department_is_matched_by_its_printed_name_alone(editor: Any) -> None:
    known = DepartmentFactory(name="清河县蔬菜局", short_name="县蔬菜局")
    upload = with_departments(receive(editor), editor, "县蔬菜局", "县蔬菜站")
    commit_upload(upload=upload, by=editor)
    article = Article.objects.get(headline="河东冷链园今日动工")
    made = Department.objects.get(name="县蔬菜站")
    assert set(article.departments.all()) == {known, made}
    assert Department.objects.count() == 2


def test_an_import_is_taken_back_whole(editor: Any) -> None:
    upload = receive(editor)
    commit_upload(upload=upload, by=editor)
    assert what_keeps_it(upload) == []
    undo_upload(upload=upload, by=editor)
    for model in (
        *(Article, Project, Investment, Target, Evidence),
        *(Issue, Department, ImportedRecord),
    ):
        assert not model.objects.exists(), model
    upload.refresh_from_db()
    assert upload.state == Upload.State.PROPOSED


def test_an_import_that_was_taken_back_is_on_the_desk_as_people_left_it(editor: Any) -> None:
    upload = receive(editor)
    upload = _step(
        upload, editor, "edit_article", upload.document["articles"][0], "", headline="甲"
    )
    left = upload.document
    commit_upload(upload=upload, by=editor)
    undo_upload(upload=upload, by=editor)
    upload.refresh_from_db()
    assert upload.document == left
    assert upload.committed_by is None
    upload = take_back(upload=upload, revision=1, by=editor)
    upload = _step(
        upload, editor, "edit_article", upload.document["articles"][0], "", headline="乙"
    )
    commit_upload(upload=upload, by=editor, revision=3)
    assert Article.objects.filter(headline="乙").exists()
    assert not Article.objects.filter(headline="甲").exists()


def test_what_was_set_aside_can_be_gone_on_with(editor: Any, journalist: Any) -> None:
    upload = receive(editor)
    upload = _step(
        upload, editor, "edit_article", upload.document["articles"][0], "", headline="甲"
    )
    discard_upload(upload=upload, revision=1, by=editor)
    with pytest.raises(PermissionDenied):
        resume_upload(upload=upload, by=journalist)
    upload = resume_upload(upload=upload, by=editor)
    assert upload.state == Upload.State.PROPOSED
    assert upload.document["articles"][0]["headline"] == "甲"
    with pytest.raises(IngestError):
        resume_upload(upload=upload, by=editor)


def test_what_was_set_aside_stays_so_while_the_file_is_on_the_desk_again(editor: Any) -> None:
    upload = receive(editor)
    discard_upload(upload=upload, revision=0, by=editor)
    again = receive(editor)
    with pytest.raises(SameFileError) as refusal:
        resume_upload(upload=upload, by=editor)
    assert refusal.value.upload == again


def test_a_new_department_that_others_use_by_now_stays(editor: Any) -> None:
    upload = with_departments(receive(editor), editor, "县蔬菜站")
    commit_upload(upload=upload, by=editor)
    made = Department.objects.get()
    ArticleFactory().departments.add(made)
    undo_upload(upload=upload, by=editor)
    assert list(Department.objects.all()) == [made]


def test_what_was_published_or_edited_since_keeps_the_import(editor: Any) -> None:
    upload = receive(editor)
    commit_upload(upload=upload, by=editor)
    first, second = Article.objects.order_by("pk")
    workflow.submit_article(article=first, by=editor)
    second.headline = "改过的标题"
    second.save()
    with pytest.raises(IngestError) as refusal:
        undo_upload(upload=upload, by=editor)
    assert first.headline in str(refusal.value)
    assert "改过的标题" in str(refusal.value)
    assert Article.objects.count() == 2


def test_an_upload_is_committed_once(editor: Any) -> None:
    upload = receive(editor)
    commit_upload(upload=upload, by=editor)
    with pytest.raises(IngestError):
        commit_upload(upload=upload, by=editor)
    assert Article.objects.count() == 2


def test_a_commit_that_fails_leaves_nothing(editor: Any) -> None:
    upload = receive(editor)
    fact = fact_with_a_sum(upload)
    values = {"fact": fact["id"], "name": "长" * 300}
    upload = take_step(upload=upload, revision=0, action="edit_fact", values=values, by=editor)
    with pytest.raises(IngestError, match="长长"):
        commit_upload(upload=upload, by=editor)
    assert not Article.objects.exists()
    assert not Project.objects.exists()


def test_journalists_review_their_own_uploads_and_commit_none(journalist: Any, editor: Any) -> None:
    own, other = receive(journalist), receive(editor, PAGE + "\n另一版。\n")
    values = {"article": own.document["articles"][0]["id"], "headline": "甲"}
    take_step(upload=own, revision=0, action="edit_article", values=values, by=journalist)
    with pytest.raises(PermissionDenied):
        take_step(upload=other, revision=0, action="edit_article", values=values, by=journalist)
    with pytest.raises(PermissionDenied):
        commit_upload(upload=own, by=journalist)
    assert not Article.objects.exists()


def test_the_real_page_comes_in_whole_and_goes_again(editor: Any, seed: Path) -> None:
    data = (seed / "000_7041086b966b33f3.txt").read_bytes()
    SectionFactory()
    upload = receive_upload(
        data=data,
        name="seed.txt",
        newspaper=NewspaperFactory(),
        issue_date=date(2023, 2, 10),
        by=editor,
    )
    commit_upload(upload=upload, by=editor)
    assert Article.objects.count() == 8
    assert Investment.objects.count() >= 10
    undo_upload(upload=upload, by=editor)
    assert not Article.objects.exists()
    assert not Project.objects.exists()


@pytest.mark.parametrize(
    ("sentence", "title"),
    [
        ("白云山风电场12月底前并网。", "并网"),
        ("白云山风电场12月底前完成。", "完成"),
        ("白云山风电场的工期到12月底前。", "投运"),
    ],
)
def test_the_title_of_a_promise_says_what_is_due(sentence: str, title: str) -> None:
    fact = {"stage": "operating", "due_text": "12月底前"}
    assert _what_is_due(fact, sentence) == title
