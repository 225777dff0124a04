"""A promise in the ledger is a deed of its project: the name of the project stands once."""

from __future__ import annotations

import re
from datetime import date
from typing import Any

import pytest
from django.test import Client

from articles import workflow
from articles.models import Article
from ingest.committing import commit_upload
from ingest.facts import _what_is_due
from ingest.models import Upload
from projects.models import Target
from tests.ingest.uploads import do, person_of, receive

pytestmark = pytest.mark.django_db

NAME = "洪善肉牛屠宰与冷链中心"


def told(deed: str) -> str:
    return f"{NAME}加紧建设\n\n本报讯 {NAME}总投资2.1亿元，正在安装设备，{deed}。\n"


def promised(upload: Upload, by: Any) -> Target:
    upload.refresh_from_db()
    commit_upload(upload=upload, by=by)
    return Target.objects.get()


@pytest.mark.parametrize(
    ("said", "deed"),
    [
        ("预计明年3月底前投产", "投产"),
        ("计划明年3月底前投入使用", "投入使用"),
        ("眼下封顶在即，明年3月底前完成搬迁", "完成搬迁"),
        ("计划明年3月底前全面完工", "全面完工"),
    ],
)
def test_the_ledger_keeps_the_deed(editor: Any, said: str, deed: str) -> None:
    target = promised(receive(editor, told(said)), editor)
    assert (target.project.name, target.indicator) == (NAME, deed)
    assert target.due_on == date(2027, 3, 31)


def test_a_road_is_opened_again(editor: Any) -> None:
    text = "南政公路大修\n\n本报讯 南政公路改造工程正在铺油，预计明年3月底前恢复通车。\n"
    target = promised(receive(editor, text), editor)
    assert target.project.name == "南政公路改造工程"
    assert target.indicator == "恢复通车"


def test_the_sentence_counts_before_the_word_of_its_stage(desk: Client, editor: Any) -> None:
    upload = receive(editor, told("预计明年3月底前投产"))
    fact = next(each for each in upload.document["facts"] if each["kind"] == "project")
    do(desk, upload, "edit_fact", fact=fact["id"], stage="completed")
    assert promised(upload, editor).indicator == "投产"


@pytest.mark.parametrize(("stage", "deed"), [("completed", "完工"), ("", "完成")])
def test_a_day_that_is_followed_by_no_deed_has_the_word_of_its_stage(
    stage: str, deed: str, desk: Client, editor: Any
) -> None:
    upload = receive(editor, told("工期到明年3月底"))
    fact = next(each for each in upload.document["facts"] if each["kind"] == "project")
    form = {"tense": "planned", "due_text": "明年3月底", "due_on": "2027-03-31"}
    do(desk, upload, "edit_fact", fact=fact["id"], stage=stage, **form)
    assert promised(upload, editor).indicator == deed


def test_a_promise_that_was_added_by_hand_does_not_repeat_its_project(
    desk: Client, editor: Any
) -> None:
    upload = receive(editor, told("加紧建设"))
    quote = upload.document["articles"][0]["parts"][0]["text"]
    more = {"kind": "target", "name": f"{NAME}投产", "quote": quote, "due_on": "2027-03-31"}
    do(desk, upload, "add_fact", article="a1", **more)
    upload.refresh_from_db()
    fact = upload.document["facts"][-1]
    do(desk, upload, "edit_fact", fact=fact["id"], project=NAME, due_on="2027-03-31")
    assert promised(upload, editor).indicator == "投产"


def test_readers_see_the_name_once(client: Client, editor: Any) -> None:
    promised(receive(editor, told("预计明年3月底前投产")), editor)
    article = workflow.submit_article(article=Article.objects.get(), by=editor)
    workflow.publish_article(article=article, by=person_of("编辑"))
    page = client.get("/promises/?year=2027&standing=open").content.decode().replace("<wbr>", "")
    assert f"{NAME}</a><span>投产" in page


def test_a_day_is_emphasised_without_the_word_that_leads_to_it(desk: Client, editor: Any) -> None:
    upload = receive(editor, told("到12月10日前全面投产"))
    page = desk.get(upload.get_desk_url()).content.decode()
    assert re.findall(r'<mark class="due"[^>]*>([^<]*)</mark>', page) == ["12月10日前"]
    assert promised(upload, editor).evidence.marked == "12月10日前"


@pytest.mark.parametrize(
    ("sentence", "deed"),
    [
        ("南政公路预计明年3月底前恢复通车。", "恢复通车"),
        ("南政公路预计明年3月底前由县交通局恢复通车。", "恢复通车"),
        ("南政公路预计明年3月底前由南政乡政府负责恢复通车。", "恢复通车"),
        ("南政公路预计明年3月底前由县局恢复通车。", "恢复通车"),
        ("南政公路预计明年3月底前由施工方恢复。", "完成"),
    ],
)
def test_who_does_it_is_no_part_of_the_deed(sentence: str, deed: str) -> None:
    assert _what_is_due({"stage": None, "due_text": "明年3月底前"}, sentence) == deed
