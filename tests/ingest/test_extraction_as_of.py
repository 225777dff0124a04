"""The day up to which a sum was done is kept: 截至11月底, 到上月底. A day to come is none."""

from datetime import date

import pytest

from chinese.dates import find_dates
from ingest.extraction import extract
from ingest.proposal import Article, Known, Part, Sum

ISSUE = date(2026, 12, 2)


def sums(text: str) -> list[Sum]:
    article = Article("a", paragraphs=[Part(text, [])])
    facts = extract([article], issue_date=ISSUE, known=Known())
    of_sets = [each.sum for each in facts.statements]
    return [*of_sets, *(each for work in facts.projects for each in work.investments)]


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("停车场扩建工程总投资3150万元，截至11月底，累计完成投资1870万元。", "2026-11-30"),
        ("截止10月31日，县医院扩建项目已完成投资9600万元。", "2026-10-31"),
        ("到上月底，洪善镇供水工程累计完成投资700万元。", "2026-11-30"),
        ("县消防站迁建项目截至三季度末完成投资1900万元。", "2026-09-30"),
        ("截至去年底，汾河湿地公园累计完成投资4000万元。", "2025-12-31"),
        ("今年重点工程47个，总投资62亿元，到10月底完成15.6亿元。", "2026-10-31"),
    ],
)
def test_what_is_done_has_the_day_that_is_printed_for_it(text: str, day: str) -> None:
    assert {each.as_of for each in sums(text) if each.kind == "done"} == {day}
    assert all(each.as_of is None for each in sums(text) if each.kind == "total")


@pytest.mark.parametrize(
    "text",
    [
        "滨河公园三期目前完成投资2800万元。",
        "截至目前，朱坑风电场累计完成投资2.9亿元。",
        "城北水厂项目总投资1亿元，计划到12月底完成投资6000万元。",
        "截至10月，县消防站迁建项目完成投资1900万元。",
        "截至去年底，湿地公园绿化完工，今年完成投资3000万元。",
        "1至10月，全县重点项目47个完成投资15.6亿元。",
    ],
)
def test_no_day_is_made_up(text: str) -> None:
    assert [each.as_of for each in sums(text) if each.as_of] == []


def test_the_end_of_last_month_is_gone() -> None:
    (day,) = find_dates("到上月底完成700万元。", ISSUE)
    assert (day.text, day.last, day.is_due) == ("上月底", date(2026, 11, 30), False)
    assert find_dates("上月完成700万元。", ISSUE) == []
