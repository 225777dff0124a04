"""Works printed in tables are read by their columns."""

from datetime import date
from decimal import Decimal

import pytest

from ingest.extraction import extract
from ingest.proposal import Article, Known, Part, ProjectFact

TODAY = date(2021, 3, 16)


def projects(*paragraphs: str) -> list[ProjectFact]:
    article = Article("a", paragraphs=[Part(each, []) for each in paragraphs])
    return extract([article], issue_date=TODAY, known=Known()).projects


def test_the_unit_in_the_head_of_a_column_belongs_to_its_numbers() -> None:
    (found,) = projects("项目名称|总投资（万元）|完成时限\n南关污水处理厂扩容|4860|11月底")
    assert found.name == "南关污水处理厂扩容"
    assert [each.yuan for each in found.investments] == [Decimal(48600000)]
    assert (found.due_on, found.stage) == (date(2021, 11, 30), "completed")


def test_rows_follow_their_head_through_paragraphs() -> None:
    found = projects(
        "项目名称\t年度投资(亿元)\t总投资(亿元)", "城北大桥\t0.2\t0.5", "第三幼儿园\t0.1\t0.3"
    )
    assert [each.name for each in found] == ["城北大桥", "第三幼儿园"]
    sums = [[(s.kind, s.yuan) for s in each.investments] for each in found]
    assert sums[1] == [("year", Decimal(10000000)), ("total", Decimal(30000000))]


def test_a_row_without_a_head_is_read_by_what_its_cells_are() -> None:
    (found,) = projects("2 | 冷链物流园 | 商务局 | 2.2亿元 | 开工建设 | 6月底")
    assert (found.name, found.stage, found.due_on) == ("冷链物流园", "started", date(2021, 6, 30))


def test_a_row_of_no_work_names_none() -> None:
    assert projects("粮食 | 27万吨 | 增长2% | 完成") == []


def test_a_day_beside_a_stage_is_due_whatever_its_column_is_called() -> None:
    (fact,) = projects("项目名称|投资额|进展|目标\n青石古镇|2.1亿元|装修|12月迎客")
    assert (fact.due_on, fact.stage) == (date(2021, 12, 31), "operating")


def told(*paragraphs: str) -> list[tuple[str, Decimal | None, date | None]]:
    return [
        (each.name, each.announced.yuan if each.announced else None, each.due_on)
        for each in projects(*paragraphs)
    ]


def test_the_unit_over_a_table_belongs_to_its_bare_sums() -> None:
    assert told(
        "2021年水利计划(单位:亿元)", "名称 总投资 期限", "青龙灌区 1.8 11月", "白塔泵站 0.3 6月底"
    ) == [
        ("青龙灌区", Decimal(180_000_000), date(2021, 11, 30)),
        ("白塔泵站", Decimal(30_000_000), date(2021, 6, 30)),
    ]


def test_of_two_units_over_a_table_only_a_column_of_sums_has_that_of_money() -> None:
    headed = told(
        "农村公路计划(单位:公里、万元)",
        "线路 里程 投资 完成时间", "石桥至马坡 8.2 1480 9月", "柳林至高庙 5.6 870 11月",
    )  # fmt: skip
    assert headed == [
        ("石桥至马坡", Decimal(14_800_000), date(2021, 9, 30)),
        ("柳林至高庙", Decimal(8_700_000), date(2021, 11, 30)),
    ]
    bare = told("农村公路计划(单位:公里、万元)", "石桥公路 8.2 9月通车", "柳林公路 5.6 8月通车")
    assert [yuan for _, yuan, _ in bare] == [None, None]


def test_the_year_over_a_table_is_that_of_its_months() -> None:
    assert told("2022年拟投产项目", "名称 总投资 投产时间", "永昌轴承三车间 2.1亿元 3月") == [
        ("永昌轴承三车间", Decimal(210_000_000), date(2022, 3, 31))
    ]


def test_what_stands_over_one_table_says_nothing_of_the_next() -> None:
    found = told(
        "2022年计划(单位:万元)", "名称 总投资 期限", "青龙灌区 1800 11月", "会议还通报了今年的进展。",
        "白塔泵站 320 6月",
    )  # fmt: skip
    assert found[1:] == [("白塔泵站", None, date(2021, 6, 30))]


def test_rows_that_stand_together_need_no_head() -> None:
    assert told("河源路小学教学楼 1860万元 10月底\n城北消防站 2240万元 11月底") == [
        ("河源路小学教学楼", Decimal(18_600_000), date(2021, 10, 31)),
        ("城北消防站", Decimal(22_400_000), date(2021, 11, 30)),
    ]


def test_rows_of_what_is_counted_name_no_works() -> None:
    assert told("通组公路 26公里 8月底\n食用菌大棚 150个 4月底") == []


def test_rows_that_tell_a_stage_and_its_day_name_works_without_a_cost() -> None:
    assert told("纺织新村 812户 4月进场 8月完工\n粮食局家属院 96户 5月进场 7月完工") == [
        ("纺织新村", None, date(2021, 8, 31)),
        ("粮食局家属院", None, date(2021, 7, 31)),
    ]


def test_a_day_and_a_stage_in_two_cells_are_told_together() -> None:
    found = projects("3月18日 竣工 顺丰分拨中心 5.2亿元\n3月28日 开工 生态停车楼 4300万元")
    assert [(each.name, each.stage, each.due_on) for each in found] == [
        ("顺丰分拨中心", "completed", date(2021, 3, 18)),
        ("生态停车楼", "started", date(2021, 3, 28)),
    ]


def test_a_stage_under_the_end_of_the_year_is_due_then() -> None:
    found = projects("名称 总投资 年底进度\n花海驿站 3200万元 主体封顶\n石头民宿 760万元 建成")
    assert [(each.due_text, each.due_on) for each in found] == [("年底", date(2021, 12, 31))] * 2


def test_a_span_of_time_is_due_at_its_end() -> None:
    found = projects(
        "名称 总投资 建设起止\n鹿鸣湖公园 1.2亿元 2020—2022年\n南门桥 3千万元 2021.5—2023.4"
    )
    assert [(each.due_text, each.due_on) for each in found] == [
        ("2022年", date(2022, 12, 31)), ("2021.5—2023.4", date(2023, 4, 30)),
    ]  # fmt: skip


def test_where_and_what_name_a_work_together() -> None:
    assert told(
        "学校 建设内容 投资(万元) 计划交付", "岭南中学 教学楼 465 2021年8月", "黄田小学 食堂扩建 185 12月"
    ) == [
        ("岭南中学教学楼", Decimal(4_650_000), date(2021, 8, 31)),
        ("黄田小学食堂扩建", Decimal(1_850_000), date(2021, 12, 31)),
    ]  # fmt: skip
    assert told("鸦鹊岭 茶园步道 投资240万元 5月完工\n田心组 污水管网 投资88万元 6月通水") == [
        ("鸦鹊岭茶园步道", Decimal(2_400_000), date(2021, 5, 31)),
        ("田心组污水管网", Decimal(880_000), date(2021, 6, 30)),
    ]


def test_a_place_alone_under_its_head_is_the_work() -> None:
    assert told("单位 投资 完成时限\n盘溪镇卫生院 620万元 11月30日") == [
        ("盘溪镇卫生院", Decimal(6_200_000), date(2021, 11, 30))
    ]


def test_a_size_behind_a_name_is_no_part_of_it() -> None:
    found = projects("名称 总投资 期限\n公厕新建(12座) 540万元 9月\n路灯更换260盏 39万元 4月底前")
    assert [(each.name, [size.text for size in each.capacities]) for each in found] == [
        ("公厕新建", ["12座"]), ("路灯更换", ["260盏"]),
    ]  # fmt: skip


def test_numbers_of_rows_and_who_is_charged_are_no_part_of_a_work() -> None:
    found = projects(
        "序号1 青藤泵站 责任单位县水务局 计划总投资3.7亿元 6月竣工\n"
        "序号2 县防疫实验楼 责任单位县卫健局 计划总投资4850万元 11月投用"
    )
    assert [(each.name, each.announced and each.announced.yuan) for each in found] == [
        ("青藤泵站", Decimal(370_000_000)), ("县防疫实验楼", Decimal(48_500_000)),
    ]  # fmt: skip


def test_a_label_before_a_bare_sum_takes_the_unit_over_the_table() -> None:
    assert told(
        "2021年城建计划(单位:万元)\n迎宾路拓宽 总投资2800 完成时间8月底\n环卫停车场 总投资760 完成时间6月底"
    )[0] == ("迎宾路拓宽", Decimal(28_000_000), date(2021, 8, 31))


def test_prices_and_output_in_rows_name_no_works() -> None:
    assert told("鸡蛋 4.8元 5.1元\n猪肉 12.5元 13元") == []
    assert told("粮食产业 3.2亿元 增长5%\n茶叶产业 1.1亿元 增长8%") == []


def test_a_cost_in_brackets_behind_a_name_is_its_sum() -> None:
    assert told(
        "任务名称 | 牵头 | 进度\n雷坪水厂提标改造工程(投资2470万元) | 水务集团 | 12月8日投运"
    ) == [("雷坪水厂提标改造工程", Decimal(24_700_000), date(2021, 12, 8))]


@pytest.mark.parametrize(
    ("head", "kind"),
    [
        ("累计完成投资", "done"),
        ("到位资金", "paid"),
        ("年度计划投资", "year"),
        ("批复概算", "approved"),
    ],
)
def test_a_sum_under_another_head_is_no_total(head: str, kind: str) -> None:
    for heads, row in ((f"{head} 总投资", "1.2亿元 2亿元"), (f"总投资 {head}", "2亿元 1.2亿元")):
        (found,) = projects(f"项目名称 {heads} 完成时限\n青龙灌区 {row} 11月")
        assert found.announced and found.announced.yuan == 200_000_000
        assert {each.kind for each in found.investments} == {"total", kind}


def test_what_is_done_so_far_is_not_what_a_work_costs() -> None:
    found = projects("青龙灌区 完成投资1.2亿元 11月通水\n白塔泵站 完成投资800万元 6月底完工")
    assert [(each.name, each.announced) for each in found] == [
        ("青龙灌区", None),
        ("白塔泵站", None),
    ]


def test_output_and_sums_that_no_head_tells_apart_are_no_costs() -> None:
    output = told("永昌铸造厂 产值2.1亿元 6月投产\n恒丰纸业 产值8600万元 9月投产")
    assert [yuan for _, yuan, _ in output] == [None] * len(output)
    two = told("永昌铸造厂 2.1亿元 3.5亿元 6月投产\n恒丰纸业 8600万元 1.2亿元 9月投产")
    assert [yuan for _, yuan, _ in two] == [None] * len(two)


def test_a_town_with_a_sum_and_a_day_is_no_work() -> None:
    assert told("城关镇 1.26亿元 3月底\n柳林镇 0.86亿元 3月底") == []


def test_the_number_of_a_row_and_a_year_are_no_sums() -> None:
    found = told("(单位:万元)\n1 柳湾水库除险加固工程 4860 12月底\n2 南门大桥工程 3000 11月底")
    assert [yuan for _, yuan, _ in found] == [Decimal(48_600_000), Decimal(30_000_000)]
    found = told("(单位:万元)\n柳湾公路改造工程 2021 4860 年底通车\n南门大桥工程 2021 900 年底通车")
    assert [yuan for _, yuan, _ in found] == [Decimal(48_600_000), Decimal(9_000_000)]


def test_of_two_bare_numbers_without_a_head_neither_is_a_sum() -> None:
    found = told("(单位:万元)\n柳湾水库工程 4860 1200 12月底通水\n南门大桥工程 3000 800 11月底通车")
    assert [yuan for _, yuan, _ in found] == [None, None]


@pytest.mark.parametrize(
    "table",
    [
        "企业 欠税金额 缴纳期限\n恒达水泥厂 120万元 6月底\n石门纸业 86万元 6月底",
        "村 补助资金 发放时间\n王家村 12万元 6月底\n李家村 8万元 6月底",
        "王大山 罚款 1.2万元 5月5日\n李二河 罚款 2.2万元 5月8日",
        "农商行石门支行 贷款 500万元 12月底到期\n建行石门支行 贷款 300万元 12月底到期",
        "(单位:万元)\n企业名称 上年产值 今年产值 完成时限\n恒达水泥厂 50000 60000 12月底\n石门纸业 300 900 12月底",
    ],
)
def test_rows_of_other_money_name_no_works(table: str) -> None:
    assert [yuan for _, yuan, _ in told(table) if yuan] == []


def test_a_share_from_above_is_no_total_and_a_total_of_rows_no_work() -> None:
    found = told(
        "项目名称 中央资金(万元) 总投资(万元) 完成时限\n青龙灌区 486 3000 12月\n小计工程 486 3000 12月"
    )
    assert found == [("青龙灌区", Decimal(30_000_000), date(2021, 12, 31))]


def test_a_time_for_something_else_is_no_term() -> None:
    assert [day for *_, day in told("项目名称 总投资 公示期限\n青龙灌区 3千万元 4月20日")] == [None]


def test_the_day_of_a_tender_is_not_that_of_the_work_of_a_row() -> None:
    found = told(
        "中医院门诊楼 | 1.1亿元 | 4月28日开标\n西街小学 | 3900万元 | 8月底竣工\n沙河泵站 | 880万元 | 4月2日挂网"
    )
    assert [(name, day) for name, _, day in found] == [
        ("中医院门诊楼", None),
        ("西街小学", date(2021, 8, 31)),
        ("沙河泵站", None),
    ]


@pytest.mark.parametrize(
    "caption",
    [
        "2021年重点项目建设计划",
        "附:2021年城建项目表",
        "2021年重点项目一览\n单位:万元",
    ],
)
def test_the_year_over_a_table_is_that_of_its_yearly_aims(caption: str) -> None:
    found = told(
        f"{caption}\n项目名称|总投资(万元)|年度目标\n东关大桥|7600|主体完工\n城西水厂|4300|建成投用"
    )
    assert [(name, day) for name, _, day in found] == [
        ("东关大桥", date(2021, 12, 31)),
        ("城西水厂", date(2021, 12, 31)),
    ]


@pytest.mark.parametrize("caption", ["重点项目建设计划", "2020年重点项目完成情况"])
def test_without_a_year_to_come_over_it_an_aim_has_no_day(caption: str) -> None:
    found = told(f"{caption}\n项目名称|总投资(万元)|年度目标\n东关大桥|7600|主体完工")
    assert [day for *_, day in found] == [None]


def test_of_a_cell_only_the_clause_of_the_tender_sets_no_term() -> None:
    found = told(
        "2021年重点项目表\n项目名称|总投资(万元)|年度目标\n"
        "城西水厂|4300|4月开标,11月底前建成投用\n城东水厂|4100|4月开标"
    )
    assert [day for *_, day in found] == [date(2021, 11, 30), None]


def test_a_span_of_years_over_a_table_is_no_year_of_its_rows() -> None:
    head = "2021—2023年重点项目表\n项目名称|总投资(万元)"
    assert [day for *_, day in told(f"{head}|年度目标\n东关大桥|7600|建成投用")] == [None]
    found = told(f"{head}|完成时限\n东关大桥|7600|11月底")
    assert [day for *_, day in found] == [date(2021, 11, 30)]


def test_a_share_of_a_work_is_no_completion() -> None:
    (found,) = projects("2021年重点项目表\n项目名称|总投资(万元)|年度目标\n东关大桥|7600|完工70%")
    assert (found.stage, found.due_on) == (None, None)
