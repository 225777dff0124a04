"""A programme that arranges so many works is none; its sums are those of the set."""

from datetime import date

import pytest

from ingest.extraction import extract
from ingest.proposal import Article, Facts, Known, Part

YI = 100_000_000


def facts(text: str) -> Facts:
    article = Article("a", paragraphs=[Part(text, [])])
    return extract([article], issue_date=date(2026, 12, 2), known=Known())


@pytest.mark.parametrize(
    ("text", "members", "expected"),
    [
        (
            "城市品质提升三年行动共安排项目47个，总投资62.3亿元，今年计划完成18亿元，"
            "到10月底完成15.6亿元。",
            47,
            [("total", "62.3"), ("year", "18"), ("done", "15.6")],
        ),
        (
            "河湖治理攻坚工程今年实施项目18个，总投资2.75亿元，截至10月底已完成投资2.1亿元。",
            18,
            [("total", "2.75"), ("done", "2.1")],
        ),
        (
            "县里实施“四水同治”工程，今年安排项目21个，总投资6.8亿元，已完成4.1亿元。",
            21,
            [("total", "6.8"), ("done", "4.1")],
        ),
        ("实施农村道路提升工程，共安排15个重点项目，总投资1.3亿元。", 15, [("total", "1.3")]),
    ],
)
def test_the_sums_of_a_programme_are_those_of_its_works(
    text: str, members: int, expected: list[tuple[str, str]]
) -> None:
    found = facts(text)
    assert found.projects == []
    assert {each.members for each in found.statements} == {members}
    read = [(each.sum.kind, f"{(each.sum.yuan or 0) / YI:f}") for each in found.statements]
    assert read == expected


@pytest.mark.parametrize(
    "text",
    [
        "古城保护修缮工程总投资2.4亿元，包括3个子项目，今年计划完成投资8000万元。",
        "推进汾河百里生态廊道工程，总投资2.4亿元，今年安排项目8个。",
        "县城管网更新工程总投资2.4亿元，安排项目资金3000万元。",
        "滨河公园三期工程今年实施2个项目，总投资2.4亿元。",
        "县人民医院新院区工程共安排3个项目，总投资2.4亿元。",
        "县城集中供热工程包含项目6个，总投资2.4亿元。",
    ],
)
def test_a_work_with_a_cost_of_its_own_stays_one(text: str) -> None:
    (work,) = facts(text).projects
    assert work.announced is not None
    assert work.announced.yuan == YI * 24 // 10


def test_a_work_that_is_named_behind_a_programme_is_read() -> None:
    text = "城市品质提升行动共安排项目47个，总投资62.3亿元。其中柳河大桥总投资3亿元，明年6月通车。"
    found = facts(text)
    assert [each.name for each in found.projects] == ["柳河大桥"]
    assert [each.sum.kind for each in found.statements] == ["total"]
