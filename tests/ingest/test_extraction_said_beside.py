"""What is said beside the name of a work, and takes nothing from it."""

from __future__ import annotations

from datetime import date

import pytest

from ingest.extraction import extract
from ingest.proposal import Article, Known, Part, ProjectFact
from tests.growth import MOST, growth_with_length

ISSUE = date(2026, 3, 4)


def works(text: str) -> dict[str, ProjectFact]:
    facts = extract([Article("a", paragraphs=[Part(text, [])])], issue_date=ISSUE, known=Known())
    return {each.name: each for each in facts.projects}


def test_who_speaks_for_a_work_does_not_deny_it() -> None:
    (plant,) = works(
        "城北水厂扩建工程负责人说,工程总投资6200万元,计划2026年10月底前竣工。"
    ).values()
    assert plant.announced and plant.announced.yuan == 62_000_000
    assert plant.due_on == date(2026, 10, 31)


@pytest.mark.parametrize(
    "name", ["电梯厂技改项目", "大门口广场改造", "大门山隧道", "老桥翻建工程", "老路拓宽工程"]
)
def test_a_work_may_begin_like_what_another_has(name: str) -> None:
    told = works(f"滨河路改造投资3000万元,9月底前完工。{name}12月底前完工。")
    assert told[name].due_on == date(2026, 12, 31)


def test_what_is_but_a_part_of_another_has_its_own_sum() -> None:
    told = works("城北水厂是县供水一体化项目的配套工程,总投资6200万元,计划10月底前竣工。")
    sums = {name: each.announced.yuan for name, each in told.items() if each.announced}
    assert sums == {"城北水厂": 62_000_000}


def test_a_project_that_was_signed_costs_what_its_contract_says() -> None:
    (park,) = works("丰禾公司签下冷链物流园项目,合同金额2.1亿元,计划2026年8月开工。").values()
    assert park.announced and park.announced.yuan == 210_000_000


def test_words_that_lead_to_a_day_again_and_again_take_no_time() -> None:
    def said(times: int) -> str:
        return "计划" + "将于" * times + "会9月20日前举行。"

    assert growth_with_length(works, said, 28) < MOST
