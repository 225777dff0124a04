"""A plan beside what came of it is a report: neither figure is promised."""

import pytest

from tests.ingest.works_told import promised


@pytest.mark.parametrize(
    "text",
    [
        "户用光伏：计划900户，完成960户。",
        "池塘清淤：目标64口，实际完成71口。",
        "农技培训计划800人次，实际870人次；病虫防治计划22万亩，完成23.5万亩。",
        "农房改造（计划350户、完成350户）、村组道路（计划41公里、完成46公里）。",
        "工业技改：年初预算3.2亿元，完成3.45亿元。",
        "路灯更换：计划1200座，新增完成1230个。",
    ],
)
def test_what_came_of_a_plan_is_no_target(text: str) -> None:
    assert promised(text) == {}


def test_a_plan_that_goes_on_is_still_a_target() -> None:
    text = "全县计划新建候车亭80座，目前完成35座，其余45座9月底前建成。"
    assert promised(text)["新建候车亭"] == "2024-09-30"
    assert promised("今年计划栽植油茶3万亩，已完成1.1万亩。") == {"栽植油茶": "2024-12-31"}


def test_what_is_to_be_done_by_a_day_is_no_report() -> None:
    text = "城南街道：计划改造支路19条，8月底前完成8条。"
    assert promised(text) == {"改造支路": "2024-08-31", "完成": "2024-08-31"}


def test_another_deed_behind_a_plan_is_no_report_of_it() -> None:
    assert "新建泵站" in promised("计划新建泵站30座，完成25座老泵站改造。")
