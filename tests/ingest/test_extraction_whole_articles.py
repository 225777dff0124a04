"""Whole articles: what stands under a subhead, and what only looks back, are read as readers do."""

from datetime import date
from decimal import Decimal

import pytest

from ingest.extraction import extract
from ingest.proposal import Article, Facts, Known, Part, Subhead

ISSUE = date(2019, 2, 20)


def facts(*paragraphs: str, heads: dict[int, str] | None = None) -> Facts:
    """`heads`: the subheads, each over the paragraph of its number."""
    article = Article("a", paragraphs=[Part(each, []) for each in paragraphs])
    article.subheads = [Subhead(text, [], before=at) for at, text in (heads or {}).items()]
    return extract([article], issue_date=ISSUE, known=Known())


def promised(*paragraphs: str, heads: dict[int, str] | None = None) -> list[tuple[int, str]]:
    found = facts(*paragraphs, heads=heads).targets
    return [
        (int(each.value), each.due_on.isoformat() if each.due_on else "")
        for each in found
        if each.value is not None
    ]


def test_a_work_that_only_its_subhead_names_is_told_of_under_it() -> None:
    (work,) = facts(
        "该工程由原来的三座小水厂合并而成,总投资5400万元,8月底前通水。",
        heads={0: "龙泉镇集中供水工程"},
    ).projects
    assert work.name == "龙泉镇集中供水工程"
    assert work.announced and work.announced.yuan == Decimal(54_000_000)
    assert work.due_on == date(2019, 8, 31)


def test_the_year_of_a_heading_holds_for_the_sections_under_it() -> None:
    found = promised(
        "新增林果加工企业18户,建设标准茶园6个。",
        "新改建乡村公路90公里。",
        heads={0: "聚焦·2019年政府工作报告重点任务", 1: "(二)交通先行"},
    )
    assert found == [(18, "2019-12-31"), (6, "2019-12-31"), (90, "2019-12-31")]


@pytest.mark.parametrize(
    "text",
    [
        "今年以来,全系统着力完成目标任务。新增养老机构4家、床位260张。",
        "会议指出,过去一年,全县重点工作有力推进。政务事项网上可办率达到97.5%。",
        "近三年来,全镇努力改善水利条件。新打机井36眼。",
        "过去的一年,全县财政收入7.86亿元,新建改建农村公路216公里,新增造林4.1万亩。",
        "去年1至9月,全旗生产总值预计增长5.1%;粮食播种面积稳定在186万亩,肉羊出栏112万只。",
    ],
)
def test_what_was_done_up_to_now_is_not_promised(text: str) -> None:
    assert promised(text) == []


def test_behind_what_looks_back_a_demand_is_promised_all_the_same() -> None:
    found = promised("过去一年,全县新打机井36眼。今年要新打机井40眼。")
    assert found == [(40, "2019-12-31")]


@pytest.mark.parametrize(
    "text",
    [
        "会议要求补齐短板。惠企政策知晓率不足六成,群众多有反映。",
        "会议要求加快进度。财政收入增长4.1%,低于年度目标1.9个百分点。",
    ],
)
def test_how_far_things_are_from_what_is_wanted_is_no_promise(text: str) -> None:
    assert all(value not in (60, 1) for value, _ in promised(text))


def test_that_year_is_the_one_spoken_of() -> None:
    text = "2018年,全县新开工项目14个,其中8个项目当年建成投用;居民收入增长8.2%。"
    assert promised("2019年要抓好以下工作:", text) == []


def test_what_is_asked_for_may_be_compared_with_the_year_before() -> None:
    found = promised(
        "会议提出,今年水利工作要抓住机遇,全年完成水利投资4.5亿元,比去年增加1.1亿元,"
        "新增节水灌溉面积6.2万亩。"
    )
    assert (62_000, "2019-12-31") in found


def test_the_year_of_the_aims_holds_for_the_sections_of_a_work_report() -> None:
    found = promised(
        "今年全县经济社会发展的主要预期目标是:生产总值增长9%;财政收入增长8%。",
        "一、夯实农业基础。造林3.2万亩,新发展设施蔬菜1.1万亩。",
        "过去的一年,造林2.8万亩。",
    )
    assert found[-2:] == [(32_000, "2019-12-31"), (11_000, "2019-12-31")]


def test_a_step_before_a_work_is_promised_by_its_own_day() -> None:
    found = facts("城北公路改造全长31公里,概算2.7亿元。5月底前完成招投标,6月动工,2020年10月通车。")
    (work,), (step,) = found.projects, [each for each in found.targets if each.kind == "event"]
    assert (work.due_on, step.due_on) == (date(2020, 10, 31), date(2019, 5, 31))
    assert step.indicator == "完成招投标"


def test_a_part_of_a_work_is_promised_by_its_own_day() -> None:
    found = facts("城南水厂总投资6200万元,9月底前完成外墙保温,12月底前投入使用。")
    (work,), (part,) = found.projects, [each for each in found.targets if each.kind == "event"]
    assert (work.due_on, part.due_on) == (date(2019, 12, 31), date(2019, 9, 30))
    assert part.indicator == "完成外墙保温"


def test_the_year_of_which_a_meeting_speaks_holds_for_what_it_asks() -> None:
    found = promised(
        "会议强调,2019年要把粮食生产放在首位。确保播种面积稳定在96万亩;新建高标准农田4万亩。",
    )
    assert found == [(960_000, "2019-12-31"), (40_000, "2019-12-31")]


def test_a_count_of_tasks_opens_what_is_told_of_them() -> None:
    found = promised(
        "局长在总结会上表示,2020年要重点打好三场硬仗。",
        "第一场,补齐农村短板。更新学生用床3200张,改造旱厕90座。",
    )
    assert found[-2:] == [(3200, "2020-12-31"), (90, "2020-12-31")]
