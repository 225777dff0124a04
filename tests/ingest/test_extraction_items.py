"""An item of a list tells of the work at its head, to its end and of nothing else."""

from datetime import date

import pytest

from ingest.extraction import extract
from ingest.proposal import Article, Known, Part

ISSUE = date(2022, 3, 15)
Told = tuple[str, int | None, str | None]


def told(*paragraphs: str) -> list[Told]:
    """Of each project its name, its announced sum and the day it is due."""
    article = Article("a", paragraphs=[Part(each, []) for each in paragraphs])
    facts = extract([article], issue_date=ISSUE, known=Known())
    return [
        (
            each.name,
            int(each.announced.yuan) if each.announced and each.announced.yuan else None,
            each.due_on.isoformat() if each.due_on else None,
        )
        for each in facts.projects
    ]


def test_what_follows_a_numbered_head_is_told_of_the_work_it_names() -> None:
    assert told(
        "三、石门水库除险加固工程。水库建于1961年,担负两乡灌溉任务。工程总投资4260万元,"
        "主要内容为大坝防渗、溢洪道改建。汛前完成溢洪道主体,12月底前全面完工并通过蓄水验收。",
        "四、柏树坪蜂蜜产业园。业主为蜜源农业公司,选址松林坡工业小区,占地60亩,总投资1.2亿元。"
        "目前正在办理土地出让手续,力争三季度开工。",
    ) == [
        ("石门水库除险加固工程", 42_600_000, "2022-12-31"),
        ("柏树坪蜂蜜产业园", 120_000_000, "2022-09-30"),
    ]


def test_a_work_that_is_counted_off_in_words_is_told_of_to_its_end() -> None:
    assert told(
        "一是双桥泵站更新改造。泵站建于1974年,提水效率不足一半。项目总投资3180万元,"
        "更换机组8台套,改造变电所1座,秋灌结束后的10月动工,2023年4月春灌前投入运行。",
        "二是农村饮水安全工程。在东塬、西坡两片各建联村供水工程一处,总投资2960万元,年底前建成。",
    ) == [
        ("双桥泵站更新改造", 31_800_000, "2023-04-30"),
        ("农村饮水安全工程", 29_600_000, "2022-12-31"),
    ]


def test_parts_with_days_of_their_own_are_not_the_work_at_the_head() -> None:
    assert told(
        "枫林矿瓦斯发电改造 投资2.1亿元,对3个采区进行智能化升级。"
        "一号采区已通过市级验收,整体工程10月完工。",
        "【梨花岛景区提升工程】\n投资1.6亿元,建设索道一条、改造步道4公里。索道基础已完工,"
        "8月开始架设支架,2023年7月投入运营。",
    ) == [
        ("枫林矿瓦斯发电改造", 210_000_000, "2022-10-31"),
        ("梨花岛景区提升工程", 160_000_000, "2023-07-31"),
    ]


def test_a_name_on_a_line_of_its_own_heads_what_stands_under_it() -> None:
    assert told(
        "县重点工业项目巡礼\n金川焦化200万吨捣固焦项目\n"
        "位于城北工业园区,建设4座捣固焦炉,总投资18.6亿元。该项目去年9月动工,1号焦炉砌筑已完成,"
        "计划今年12月装煤出焦,2023年8月四座焦炉全部投产。",
        "金川重机支架生产基地",
        "占地160亩,总投资5.2亿元。去年9月开工,总装车间6月封顶,2023年3月试生产。",
    ) == [
        ("金川焦化200万吨捣固焦项目", 1_860_000_000, "2023-08-31"),
        ("金川重机支架生产基地", 520_000_000, "2023-03-31"),
    ]


def test_whoever_pays_pays_for_the_work_at_the_head() -> None:
    assert told(
        "签约的项目有:",
        "——锂电隔膜项目,由东莞宏远新材投资16亿元,建设年产3亿平方米隔膜生产线,"
        "今年6月底前摘地,9月开工,2024年3月投产。",
        "——翠谷康养度假区,由云旅集团投资9亿元,分三期开发。一期民宿群2023年“五一”迎客,"
        "整个度假区2027年建成。",
    ) == [
        ("锂电隔膜项目", 1_600_000_000, "2024-03-31"),
        ("翠谷康养度假区", 900_000_000, "2027-12-31"),
    ]


def test_duties_of_others_set_no_day_of_the_work_at_the_head() -> None:
    assert told(
        "1.东门商业街改造。应于1月底前完成房屋征收,目前仍有12户未签协议。要求5月底前完成全部征收,"
        "8月15日前完成立面样板段,整个街区改造2023年9月完工。",
        "2.县第六幼儿园。投资1650万元,因施工单位停工40天,9月开园的目标已无法实现,"
        "调整为12月底竣工、2023年春季开园。由教育局更换项目经理。",
    ) == [
        ("东门商业街改造", None, "2023-09-30"),
        ("县第六幼儿园", 16_500_000, "2023-03-01"),
    ]


def test_a_heading_that_names_no_work_heads_nothing() -> None:
    found = told(
        "二、城乡建设方面。启动建设柳溪湿地公园,完成文昌街改造。柳溪湿地公园总投资2.2亿元,年底前开园。"
    )
    assert ("柳溪湿地公园", 220_000_000, "2022-12-31") in found
    assert not any("城乡建设" in name for name, *_ in found)


def test_another_work_with_its_cost_is_told_of_beside_the_head() -> None:
    found = told(
        "五、城北学校。总投资8600万元,8月竣工。另外,总投资1.3亿元的职教中心实训楼10月开工。"
    )
    assert found == [
        ("城北学校", 86_000_000, "2022-08-31"),
        ("职教中心实训楼", 130_000_000, "2022-10-31"),
    ]


def test_whose_a_figure_in_a_row_is_its_row_tells() -> None:
    found = told(
        "（一）工业项目\n"
        "1.鑫源线路板项目｜总投资12亿元｜年度投资4亿元｜续建，2条生产线8月投产｜责任单位：高新区管委会\n"
        "2.城东大道延伸段｜总投资4.3亿元｜年度投资2亿元｜续建，跨河大桥10月合龙，全线12月通车｜责任单位：城投公司\n"
        "3.G238绕城段改建工程｜总投资8.7亿元｜年度投资1.5亿元｜新建，年内完成路基工程的40%｜责任单位：县交通局\n"
        "8.2022年度高标准农田建设｜总投资6800万元｜年度投资6800万元｜新建，2万亩，12月底完工｜责任单位：县农业局"
    )
    assert found == [
        ("鑫源线路板项目", 1_200_000_000, "2022-08-31"),
        ("城东大道延伸段", 430_000_000, "2022-12-31"),
        ("G238绕城段改建工程", 870_000_000, None),
        ("2022年度高标准农田建设", 68_000_000, "2022-12-31"),
    ]


def test_a_step_of_papers_sets_no_term_of_a_row() -> None:
    assert told(
        "项目名称　总投资（亿元）　形象进度及下步节点\n"
        "青石滩大桥　13.8　主桥桩基完成78%，2024年6月建成通车\n"
        "云岭茶旅小镇　4.0　规划调整，进度滞后，7月底前完成方案报批\n"
        "县中医院东院区　6.2　地下室结构完成，明年10月投用",
        "以上项目中，青石滩大桥因航道协调耽误，主桥桩基原定2月完成，现调整至7月底，确保通车时间不变。",
    ) == [
        ("青石滩大桥", 1_380_000_000, "2024-06-30"),
        ("云岭茶旅小镇", 400_000_000, None),
        ("县中医院东院区", 620_000_000, "2023-10-31"),
    ]


@pytest.mark.parametrize(
    "call",
    [
        "（一）大抓项目，扩大有效投资。",
        "（二）千方百计抓园区，集聚产业。",
        "3.紧盯项目，积蓄后劲。",
        "四、抓牢“菜篮子”工程，保障供应。",
    ],
)
def test_a_call_at_the_head_of_an_item_hides_nothing_that_is_told_under_it(call: str) -> None:
    text = f"{call}青石岭隧道6月底前建成通车，总投资2.6亿元；柳湾水厂9月底前投用。"
    assert told(text) == [
        ("青石岭隧道", 260_000_000, "2022-06-30"),
        ("柳湾水厂", None, "2022-09-30"),
    ]
