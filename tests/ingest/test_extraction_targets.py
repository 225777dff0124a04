"""What a paper promises in figures, and what it only tells: by classes of how papers print them."""

from datetime import date
from decimal import Decimal

import pytest

from ingest.extraction import extract
from ingest.proposal import Article, Known, Part, TargetFact

ISSUE = date(2019, 3, 12)


def targets(*paragraphs: str, issue: date = ISSUE) -> list[TargetFact]:
    article = Article("a", paragraphs=[Part(each, []) for each in paragraphs])
    return extract([article], issue_date=issue, known=Known()).targets


def told(*paragraphs: str) -> list[tuple[str, int | None, str | None]]:
    return [
        (
            each.indicator,
            None if each.value is None else int(each.value),
            each.due_on.isoformat() if each.due_on else None,
        )
        for each in targets(*paragraphs)
    ]


@pytest.mark.parametrize(
    ("text", "indicator", "value"),
    [
        ("年底前将为240名失能老人安装防滑扶手。", "为失能老人安装防滑扶手", 240),
        ("9月底前为38所村小配齐饮水设备。", "为村小配齐饮水设备", 38),
        ("今年给1.2万户农户安装自来水。", "给农户安装自来水", 12000),
        ("今年确保46个贫困村出列。", "贫困村出列", 46),
        ("今年计划发放住房补贴520户。", "发放住房补贴", 520),
        ("到2022年每千人拥有病床6张。", "每千人拥有病床", 6),
        ("今年完成交通固定资产投资9亿元。", "完成交通固定资产投资", 900_000_000),
        ("今年争取专项债券12亿元以上。", "争取专项债券", 1_200_000_000),
        ("2019年全县有效灌溉面积要达到31万亩。", "有效灌溉面积", 310_000),
    ],
)
def test_what_is_promised_to_whom_and_how_much(text: str, indicator: str, value: int) -> None:
    (found,) = targets(text)
    assert found.value == Decimal(value)
    assert indicator in found.indicator


@pytest.mark.parametrize(
    ("text", "value", "day"),
    [
        ("排查出的63处险工险段,5月底前全部整治到位。", 63, "2019-05-31"),
        ("还有21户没有签约,镇里答应4月底清零。", 21, "2019-04-30"),
        ("尚未复产的8家,3月底前全部复产。", 8, "2019-03-31"),
        ("河底淤泥2.4万方,4月20日扫尾。", 24_000, "2019-04-20"),
        ("卫生院新招26人,7月底前到岗。", 26, "2019-07-31"),
        ("安装路灯900盏,国庆节前全部点亮。", 900, "2019-10-01"),
    ],
)
def test_what_was_counted_is_dealt_with_by_the_date_behind_it(
    text: str, value: int, day: str
) -> None:
    assert [(each[1], each[2]) for each in told(text)] == [(value, day)]


def test_a_call_promises_what_stands_under_it_where_dates_to_come_do() -> None:
    found = told(
        "着力补齐短板。新建公厕45座;改造渠道12公里,10月底前完工。",
        "大力改善民生。新增学位1800个;发放消费券600万元。",
    )
    assert [each[1] for each in found] == [45, 12, 1800, 6_000_000]
    assert told("大力改善民生。去年新增学位1800个,发放消费券600万元。") == []


def test_a_call_over_a_report_promises_nothing() -> None:
    found = told(
        "大力发展特色产业。全镇栽植核桃9000亩,建成加工厂3家。", "下一步将在年底前注册商标。"
    )
    assert [each for each in found if each[1]] == []


def test_what_is_added_up_has_been_done() -> None:
    found = told("深入开展排查整治。共检查企业86家,发现隐患210条,其余28条7月底前整改到位。")
    assert [each[1:] for each in found] == [(28, "2019-07-31")]


def test_a_list_is_dated_behind_its_colon_and_its_head() -> None:
    found = told("县里立下军令状:年底前,河道垃圾清零;12个断面达标率不低于90%。")
    assert found[-1][1:] == (90, "2019-12-31")


@pytest.mark.parametrize(
    "text",
    [
        # results
        "会上通报了主要指标完成情况:财政收入完成6亿元,增长5%,低于预期0.4个百分点。",
        "走访中,4家企业提出难题11个,当场答复7个。",
        "这标志着全县危房改造3200户的任务提前完成。",
        # staff and those who are sent
        "公司安排了30名抢修人员,接到电话就上门。",
        "春节期间安排抢险队伍8支、抢险车辆14台待命。",
        # which ones and of what size
        "新上的260座大棚连成一片,菜农忙着采收。",
        "担负着下游5个乡镇的灌溉任务。",
        # other places, standards, the weather
        "国务院提出,到2020年全国森林覆盖率达到23%。",
        "明年全省城镇新增就业40万人以上。",
        "创建标准要求,人均绿地面积不低于9平方米。",
        "预计过程雨量60毫米。",
        # sales
        "定于3月20日公开拍卖厂区土地40亩。",
        "3月底前缴费可享受5%优惠。",
    ],
)
def test_what_is_told_is_no_target(text: str) -> None:
    assert told(text) == []


def test_how_many_reach_a_figure_is_no_target_of_its_own() -> None:
    assert [each[1] for each in told("18个乡镇污水站年底前负荷率不低于70%。")] == [70]
    assert [each[1] for each in told("32个在建项目年内完成投资15亿元。")] == [1_500_000_000]


def test_an_end_is_told_with_what_it_ends() -> None:
    (found,) = told("春季造林已完成3万亩,预计4月中旬基本结束。")
    assert found == ("春季造林基本结束", None, "2019-04-20")
    assert told("新版户口簿将于4月1日起换发。") == []


def test_parts_of_a_plan_follow_its_year() -> None:
    found = told("县交通运输局2019年工作目标已定。新改建农村公路120公里,改造危桥9座。")
    assert [each[1:] for each in found] == [(120, "2019-12-31"), (9, "2019-12-31")]


def test_parts_of_what_is_promised_are_promised_with_it() -> None:
    found = told("今春计划造林8000亩,其中生态林5000亩、经济林3000亩。")
    assert [each[1] for each in found] == [8000, 5000, 3000]
    done = told("今春计划造林8000亩,其中已完成5000亩。")
    assert [each[1] for each in done] == [8000]


def test_a_count_with_a_date_and_a_deed_behind_it_is_promised() -> None:
    (found,) = told("18间村卫生室7月底前换新床。")
    assert found[1:] == (18, "2019-07-31")
    assert told("26个品种4月20日起执行新价。") == []


@pytest.mark.parametrize(
    "text",
    [
        "水路、电路、气路三道工序,4月底前收工。",
        "设备4月底前分两批到位。",
        "工程涉及5个乡镇31个行政村,年底前完工。",
        "截至2月底已开工1800户,竣工1500户,竣工率75%,年底通过验收。",
    ],
)
def test_counts_of_ways_and_places_are_no_targets(text: str) -> None:
    assert [each for each in told(text) if each[1] is not None] == []


def test_the_task_of_a_sum_is_the_target() -> None:
    found = told("财政局表示,今年确保完成8亿元的年度任务。")
    assert [each[1:] for each in found] == [(800_000_000, "2019-12-31")]


@pytest.mark.parametrize(
    ("text", "found"),
    [
        (
            "今年一般公共预算收入要增长8%、达到12亿元，固定资产投资增长12%、总量突破200亿元。",
            {
                "一般公共预算收入增长": 8,
                "一般公共预算收入": 1_200_000_000,
                "固定资产投资增长": 12,
                "固定资产投资总量": 20_000_000_000,
            },
        ),
        (
            "力争今年城镇和农村居民人均可支配收入分别增长6%和8%。",
            {"城镇居民人均可支配收入": 6, "农村居民人均可支配收入": 8},
        ),
        (
            "力争今年城镇居民人均可支配收入、农民人均纯收入分别增长10%、12%。",
            {"城镇居民人均可支配收入": 10, "农民人均纯收入": 12},
        ),
        ("力争今年花生、油菜籽分别达到18万吨、12万吨。", {"花生": 180_000, "油菜籽": 120_000}),
        ("今年要解决6.2万农村人口的饮水安全问题。", {"解决饮水安全问题": 62_000}),
        ("到2025年，人均预期寿命达到79岁。", {"人均预期寿命": 79}),
    ],
)
def test_what_a_figure_measures_is_told_in_full(text: str, found: dict[str, int]) -> None:
    read = targets(text, issue=date(2022, 2, 20))
    assert {each.indicator: each.value for each in read} == found
