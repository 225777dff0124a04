"""A work that was given up keeps the sum that was planned, and no day."""

from datetime import date

import pytest

from ingest.extraction import extract
from ingest.proposal import Article, Known, Part, ProjectFact


def works(text: str) -> dict[str, ProjectFact]:
    article = Article("a", paragraphs=[Part(text, [])])
    found = extract([article], issue_date=date(2026, 12, 2), known=Known()).projects
    return {each.name: each for each in found}


@pytest.mark.parametrize(
    ("text", "name", "yuan"),
    [
        (
            "古城东门外改造项目因资金不足，县政府决定不再实施，原计划总投资5000万元。",
            "古城东门外改造项目",
            50_000_000,
        ),
        (
            "县政府取消了洪善垃圾焚烧厂项目，该项目原拟投资2.1亿元。",
            "洪善垃圾焚烧厂项目",
            210_000_000,
        ),
        ("因用地未批，南政乡物流园项目已终止建设，原计划2027年6月底建成。", "南政乡物流园项目", 0),
        ("县里决定放弃建设段村滑雪场，原定投资8000万元。", "段村滑雪场", 80_000_000),
        (
            "洪善镇工业园供水工程原计划投资3400万元，因水源不足已取消。",
            "洪善镇工业园供水工程",
            34_000_000,
        ),
        ("城东水厂项目总投资1.2亿元，2027年投用。该项目已终止。", "城东水厂项目", 120_000_000),
    ],
)
def test_a_work_that_is_given_up_is_cancelled(text: str, name: str, yuan: int) -> None:
    found = works(text)[name]
    assert (found.stage, found.tense, found.due_on) == ("cancelled", "done", None)
    assert [each.yuan for each in found.investments] == ([yuan] if yuan else [])
    assert found.milestones == []


@pytest.mark.parametrize(
    "text",
    [
        "段村镇屠宰场项目停建两年后今年9月复工，总投资1800万元。",
        "东大街改造工程完工后，县里不再实施封闭管理。",
        "岳壁乡冷库项目不再由乡政府投资，改由合作社投资600万元建设。",
        "中都路拓宽工程取消了原来的绿化带，总投资2300万元，明年6月底前通车。",
        "南政乡物流园项目招标活动取消，改在12月20日举行，总投资3亿元。",
        "洪善冷链物流园项目的优惠政策被取消，总投资2.6亿元，明年6月底前投产。",
        "南政乡物流园项目总投资3亿元，原定12月20日开标，因故取消。",
        "城东热源厂项目是否取消，年底前才有结论，总投资1.5亿元。",
    ],
)
def test_what_else_is_given_up_cancels_no_work(text: str) -> None:
    assert "cancelled" not in [each.stage for each in works(text).values()]


def test_the_work_that_comes_instead_is_not_cancelled() -> None:
    text = "县政府取消了洪善垃圾焚烧厂项目，改建东泉垃圾中转站，总投资1800万元。"
    found = works(text)
    assert found["洪善垃圾焚烧厂项目"].stage == "cancelled"
    assert found["东泉垃圾中转站"].stage != "cancelled"
