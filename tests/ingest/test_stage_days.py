"""A stage that was reached has the day that print gives it, else that of the report."""

from __future__ import annotations

from datetime import date
from typing import Any

import pytest

from ingest.committing import commit_upload
from ingest.desk_place import Place
from ingest.desk_view import Desk
from ingest.extraction.works.stage_days import as_exactly, day_of_stage, last_day
from projects import dossier
from projects.models import Progress, Project
from tests.factories import ArticleFactory, EvidenceFactory, IssueFactory, ProgressFactory
from tests.ingest.uploads import ISSUED, person_of, receive

pytestmark = pytest.mark.django_db
ISSUE = date(2026, 11, 30)


def day(sentence: str, stage: str) -> tuple[str, str] | None:
    found = day_of_stage(sentence, stage, ISSUE)
    return (last_day(found, ISSUE).isoformat(), as_exactly(found)) if found else None


@pytest.mark.parametrize(
    ("sentence", "stage", "told"),
    [
        ("总投资285万元，今年8月动工，10月20日投用。", "started", ("2026-08-31", "2026年8月")),
        ("总投资285万元，今年8月动工，10月20日投用。", "operating", ("2026-10-20", "")),
        ("扩建工程2025年8月动工，2026年10月20日投用。", "started", ("2025-08-31", "2025年8月")),
        ("10月5日动工，11月28日投用。", "started", ("2026-10-05", "")),
        ("11月20日，河东冷链园项目开工。", "started", ("2026-11-20", "")),
        ("本报讯 11月20日，河东冷链园项目开工。", "started", ("2026-11-20", "")),
        ("薛贤村水厂于11月15日正式通水。", "operating", ("2026-11-15", "")),
        ("项目开工于2025年8月。", "started", ("2025-08-31", "2025年8月")),
        ("项目去年三季度开工建设。", "started", ("2025-09-30", "2025年三季度")),
        ("项目11月开工。", "started", ("2026-11-30", "2026年11月")),
    ],
)
def test_the_printed_day_of_a_stage(sentence: str, stage: str, told: tuple[str, str]) -> None:
    assert day(sentence, stage) == told


@pytest.mark.parametrize(
    ("sentence", "stage"),
    [
        ("11月20日，县长到河东冷链园调研，项目已经开工。", "started"),
        ("项目已开工，计划12月底投用。", "started"),
        ("项目计划11月20日开工。", "started"),
        ("项目12月5日开工。", "started"),
        ("项目去年签约，已经开工。", "started"),
        ("11月20日投用的冷库旁，新项目已经开工。", "started"),
    ],
)
def test_a_day_of_something_else_is_none_of_the_stage(sentence: str, stage: str) -> None:
    assert day(sentence, stage) is None


TOWER = """薛贤烘干塔开机

本报讯 薛贤烘干塔项目总投资400万元，10月5日动工。合作社理事长说，往后不怕下雨。
"""


def came_in(text: str) -> Progress:
    editor = person_of("编辑")
    commit_upload(upload=receive(editor, text), by=editor)
    return Progress.objects.get()


def test_the_ledger_takes_the_day_with_its_mark() -> None:
    row = came_in(TOWER)
    assert (row.stage, row.date, row.note) == ("started", date(2026, 10, 5), "")
    assert row.evidence.marked == "10月5日"


def test_a_month_is_told_as_a_month() -> None:
    row = came_in(TOWER.replace("10月5日", "今年8月"))
    assert (row.date, row.note) == (date(2026, 8, 31), "2026年8月")


def test_without_a_day_it_is_the_day_of_the_report() -> None:
    row = came_in(TOWER.replace("10月5日动工", "已经动工"))
    assert (row.date, row.note) == (ISSUED, "")


def test_the_desk_shows_the_stage_with_the_day_that_it_will_have() -> None:
    editor = person_of("编辑")
    desk = Desk(receive(editor, TOWER), Place(), editor)
    lines = [line for row in desk.lines for line in row["lines"] if line.kind == "due"]
    assert [(line.value, "10" in line.note) for line in lines] == [("开工", True)]


def shown(row: Progress) -> Any:
    return dossier.read(Project.objects.get(pk=row.project_id))


def told(day: date, note: str = "") -> Progress:
    issue = IssueFactory(date=date(2026, 11, 20))
    words = note.removeprefix("2026年") or f"{day.month}月{day.day}日"
    sentence = f"项目{words}动工。"
    evidence = EvidenceFactory(
        article=ArticleFactory(issue=issue, body=f"<p>{sentence}</p>"),
        exact=sentence,
        mark_start=2,
        mark_end=2 + len(words),
    )
    progress: Progress = ProgressFactory(evidence=evidence, date=day, note=note)
    Project.objects.filter(pk=progress.project_id).update(stage=progress.stage)
    return progress


def test_readers_are_told_the_day_of_the_stage_and_not_that_it_was_printed_then() -> None:
    read = shown(told(date(2026, 10, 5)))
    assert read.now.reached_day == "2026年10月5日"
    assert "实际2026年10月5日" in read.timeline.words[0][1]
    assert "见报" not in read.timeline.words[0][1]


def test_readers_are_told_no_day_that_print_does_not_know() -> None:
    read = shown(told(date(2026, 8, 31), "2026年8月"))
    assert read.now.reached_day == "2026年8月"
    assert "实际2026年8月" in read.timeline.words[0][1]
    assert [mark.reached_text for mark in read.timeline.wide.marks] == ["2026年8月"]


def test_the_day_of_the_report_is_told_as_before() -> None:
    assert "2026年11月20日见报" in shown(told(date(2026, 11, 20))).timeline.words[0][1]
