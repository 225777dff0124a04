"""A year or a plan that is told of once holds for what follows, and a year gone by promises nothing."""

from datetime import date

import pytest

from ingest.extraction import extract
from ingest.proposal import Article, Known, Part

JANUARY = date(2022, 1, 12)


def targets(*paragraphs: str) -> list[tuple[str, str | None]]:
    article = Article("a", paragraphs=[Part(each, []) for each in paragraphs])
    found = extract([article], issue_date=JANUARY, known=Known()).targets
    return [(each.indicator, str(each.due_on) if each.due_on else None) for each in found]


def test_a_plan_with_a_year_in_its_title_promises_what_it_lists() -> None:
    plan = "日前,镇政府印发《水利工作2022年实施方案》,明确了责任单位。"
    assert targets(plan, "灌溉方面,衬砌渠道30公里,新打机井12眼。") == [
        ("衬砌渠道", "2022-12-31"),
        ("新打机井", "2022-12-31"),
    ]
    told = "去年,全镇新打机井9眼。"
    assert targets(plan, told) == []


def test_a_date_for_all_of_a_plan_says_more_than_its_year() -> None:
    plan = "县里印发《2022年民生实事实施方案》,所有项目要求10月底前完成。"
    assert targets(plan, "一是新建公厕8座;二是改造管网5公里。") == [
        ("新建公厕", "2022-10-31"),
        ("改造管网", "2022-10-31"),
    ]


def test_the_year_that_opens_a_plan_holds_for_the_paragraphs_after_it() -> None:
    opening = "今年,我们将重点抓好城市更新。新建口袋公园6个。"
    assert targets(opening, "全力办好教育。招聘教师90名。") == [
        ("新建口袋公园", "2022-12-31"),
        ("招聘教师", "2022-12-31"),
    ]


def test_the_year_before_a_colon_holds_for_the_list_behind_it() -> None:
    found = targets("今年全县计划补上短板,抓好3项工作:新修农村公路80公里;更新公交车20辆。")
    assert found[-2:] == [("新修农村公路", "2022-12-31"), ("更新公交车", "2022-12-31")]


def test_who_says_it_may_stand_before_the_year_that_holds_for_all() -> None:
    found = targets("会议明确,今年粮食面积稳定在90万亩;新增大棚700个。")
    assert found == [("粮食面积", "2022-12-31"), ("新增大棚", "2022-12-31")]
    assert targets("会议指出,去年粮食面积90万亩;农民收入增长9%。") == []


def test_the_estimate_of_a_year_gone_by_is_no_promise() -> None:
    assert targets("2021年,全县经济稳中有进。预计全年完成工业产值80亿元,增长9%。") == []
    assert targets("预计全年完成工业产值80亿元。") != []


def test_what_a_thing_was_done_for_promises_nothing() -> None:
    assert targets("为保证供热,热力公司利用夏天更换管道8公里,维修锅炉5台。") == []
    assert targets("要保证供热,更换管道8公里,维修锅炉5台。") != []


def test_what_is_there_already_is_no_promise() -> None:
    assert targets("会议指出,全县现有文物100处,其中国家级文物保护单位5处、省级9处。") == []


def test_a_count_of_a_class_of_tasks_promises_nothing() -> None:
    assert targets("会上发布《2022年攻坚任务书》。产业类31项,城建类24项。") == []


def test_the_year_that_opens_a_plan_may_begin_a_longer_term() -> None:
    opening = "今年是“十五五”开局之年,要突出抓好以下工作。"
    article = Article("a", paragraphs=[Part(opening + "开工建设城南快速路。", [])])
    (work,) = extract([article], issue_date=date(2026, 1, 28), known=Known()).projects
    assert str(work.due_on) == "2026-12-31"


def test_what_is_partly_done_already_was_counted_and_not_promised() -> None:
    told = "据介绍,今年城区共新建菜市场4个,其中3个已投入使用,另外一个预计12月底开业。"
    assert targets(told) == []


def test_a_look_back_at_the_year_promises_only_what_it_dates() -> None:
    article = Article(
        "a",
        kicker=Part("青川县2013年经济社会发展综述", []),
        headline=Part("山还是那座山", []),
        paragraphs=[
            Part(
                "政务大厅把311项审批事项压减到168项，关停石灰窑63座，万元生产总值能耗下降3.6%。", []
            ),
            Part(
                "全县花椒面积稳定在52万亩，覆膜技术推广到38万亩。2014年全县生产总值要增长12%。", []
            ),
        ],
    )
    found = extract([article], issue_date=date(2013, 12, 27), known=Known()).targets
    assert [(each.indicator, each.due_on) for each in found] == [
        ("生产总值增长", date(2014, 12, 31))
    ]


@pytest.mark.parametrize("mark", ["{}、", "（{}）"])
def test_the_year_in_the_title_of_a_list_is_that_of_its_items(mark: str) -> None:
    items = ["新建公办幼儿园3所，增加学位810个。", "改造农村危房260户。", "整修山塘65口。"]
    article = Article(
        "a",
        headline=Part("2024年县政府民生实事", []),
        paragraphs=[
            Part(mark.format(n) + each, []) for n, each in zip("一二三", items, strict=True)
        ],
    )
    found = extract([article], issue_date=date(2024, 1, 19), known=Known()).targets
    assert {(int(each.value or 0), each.due_on) for each in found} == {
        (count, date(2024, 12, 31)) for count in (3, 810, 260, 65)
    }


def test_a_headline_that_tells_what_was_arranged_promises_nothing() -> None:
    article = Article(
        "a",
        headline=Part("我县安排部署2024年春季植树工作", []),
        paragraphs=[Part("全县整地1.2万亩，调运苗木80万株，栽植国槐3万株。", [])],
    )
    assert not extract([article], issue_date=date(2024, 1, 19), known=Known()).targets
