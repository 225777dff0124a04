"""Whoever tells of one piece of a work tells of the work: what it costs and what was done of it."""

from __future__ import annotations

from datetime import date

import pytest

from ingest.extraction import extract
from ingest.proposal import Article, Known, Part

ISSUE = date(2026, 11, 24)


def told(text: str) -> list[tuple[str, list[tuple[str, str, str | None]]]]:
    """Of each project its name and its sums, with the day up to which each was done."""
    found = extract([Article("a", paragraphs=[Part(text, [])])], issue_date=ISSUE, known=Known())
    return [
        (each.name, [(said.kind, said.text, said.as_of) for said in each.investments])
        for each in found.projects
    ]


@pytest.mark.parametrize("it", ["这个项目", "项目", "该工程"])
def test_total_and_what_was_done_are_read_behind_its_last_stretch(it: str) -> None:
    text = (
        f"北环路改造工程的最后一段沥青开始摊铺。{it}总投资1.6亿元，截至10月底累计完成投资1.2亿元。"
    )
    sums = [("total", "1.6亿元", None), ("done", "1.2亿元", "2026-10-31")]
    assert told(text) == [("北环路改造工程", sums)]


def test_what_was_done_may_stand_in_a_sentence_of_its_own() -> None:
    text = "西干渠防渗改造工程的第三段渠底昨天浇完。工程总投资4800万元。截至11月20日，已完成投资3900万元。"
    sums = [("total", "4800万元", None), ("done", "3900万元", "2026-11-20")]
    assert told(text) == [("西干渠防渗改造工程", sums)]


def test_a_house_counted_off_is_no_work_beside_its_whole() -> None:
    text = "县第二幼儿园的最后一栋教学楼封了顶。这个工程概算3100万元，目前已完成投资2600万元。"
    assert [name for name, _ in told(text)] == ["县第二幼儿园"]


def test_the_first_of_its_kind_in_a_town_is_a_work_of_its_own() -> None:
    """What stands before 的 is where it is, and no work."""
    text = "柳沟镇的第一座污水处理厂动工了。项目总投资2300万元，明年10月投用。"
    assert [sums for _, sums in told(text)] == [[("total", "2300万元", None)]]
    assert all("污水处理厂" in name for name, _ in told(text))
