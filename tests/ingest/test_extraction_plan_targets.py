"""Targets on pages in the dense voice of a county's plan for its year."""

from datetime import date

import pytest

from ingest.extraction import extract
from ingest.proposal import Article, Known, Part, TargetFact

ISSUE = date(2023, 2, 10)


def targets(*paragraphs: str) -> list[TargetFact]:
    article = Article("a", paragraphs=[Part(each, []) for each in paragraphs])
    return extract([article], issue_date=ISSUE, known=Known()).targets


def told(*paragraphs: str) -> list[tuple[str, str | None, str | None]]:
    return [(each.indicator, each.value_text, each.due_text) for each in targets(*paragraphs)]


def test_a_day_is_said_of_its_own_sentence() -> None:
    visitors = "全年接待游客90万人次,旅游收入6亿元。"
    grown = "培育国家高新技术企业8家,技改投资增长12%以上,规模以上工业增加值增长7%。"
    found = {each.value_text: each.due_text for each in targets(visitors, grown)}
    assert found["90万人次"] == "全年"
    assert {found[each] for each in ("8家", "12%以上", "7%")} == {None}


def test_a_year_that_was_named_before_stands_over_what_follows() -> None:
    found = targets("县水利局今年任务不轻。柳沟水库12月底前下闸蓄水。", "改造农村公路60公里。")
    assert [(each.value_text, each.due_text) for each in found] == [("60公里", "今年")]
