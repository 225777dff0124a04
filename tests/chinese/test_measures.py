"""What a sum measures, by the words around it, by its place, and by the head of its column."""

from __future__ import annotations

import pytest

from chinese.money import find_money


def measures(text: str) -> list[str]:
    return [each.measure for each in find_money(text)]


@pytest.mark.parametrize(
    "text",
    [
        "石梁渡槽翻修，长180米，940万元，开春动手。",
        "月湾村的文化院坝，1200平方米、86万元，腊月前交付。",
        "敬老院加装电梯4台，连土建在内210万元，重阳前能用。",
        "清淤、护坡、换闸门，共530万元，汛前完工。",
        "两条街加起来1.4亿元，11月铺油。",
        "南门菜场拆了重盖：三层，3200万元，明年国庆开张。",
    ],
)
def test_a_sum_alone_beside_what_is_built_is_its_cost(text: str) -> None:
    assert measures(text) == ["total"]


@pytest.mark.parametrize(
    "text",
    [
        "全县卖出鲜果3000吨，2600万元，客商还在来。",
        "理赔受灾大棚210亩，130万元，全部到户。",
        "合作社的冬枣900亩，1200万元，同比增长两成。",
        "他坐上首趟动车，票价46元，一路看着新建的站房。",
        "奖励高新企业12家，最高50万元，年内兑现。",
        "出口机床80台，1200万美元，年底前交付。",
        "前10月发放贷款312笔、6400万元，用于建设大棚。",
    ],
)
def test_a_sum_alone_is_no_cost_where_other_money_is_told_of(text: str) -> None:
    assert set(measures(text)) == {"none"}


@pytest.mark.parametrize(
    ("text", "measure"),
    [
        ("今年抓好三件事：1.6亿元的中药饮片基地3月打桩", "total"),
        ("签下的还有8600万元的竹纤维餐具", "none"),
        ("2.4亿元的销售收入来之不易", "none"),
        ("5000万元的贷款月底放下去", "none"),
        ("一年的租金顶得上600万元的造价", "total"),
    ],
)
def test_a_thing_that_costs_so_much(text: str, measure: str) -> None:
    assert measures(text) == [measure]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("一般预算收入预计完成6.2亿元，增长9%", ["none"]),
        ("1至8月完成投资6.2亿元", ["done"]),
        ("安排项目22个，年内完成投资9亿元", ["year"]),
        ("今年要完成投资4.5亿元", ["year"]),
        ("截至5月末已完成投资4.5亿元", ["done"]),
        ("全社会固定资产投资52亿元，增长11%", ["done"]),
        ("力争工业投资突破30亿元", ["none"]),
        ("总投资6亿元，其中固定资产投资4.1亿元", ["total", "part"]),
        ("招商引资到位资金25亿元", ["none"]),
        ("支出31亿元，其中教育7.5亿元、卫生4亿元", ["none", "none", "none"]),
        ("总投资3.1亿元，其中设备1.4亿元", ["total", "part"]),
        ("花了780万元，其中村民凑的60万元", ["total", "part"]),
        ("县里争取专项债券8亿元，盘活资产3处", ["none"]),
        ("泵站总投资7200万元，争取专项债券5000万元", ["total", "part"]),
        ("云泉药业二期投资1.8亿元，新上提取线4条", ["total"]),
        ("园区分两期建设，一期投资1.8亿元，二期投资3亿元", ["part", "part"]),
        ("概算4800万元，已拨1300万元", ["approved", "paid"]),
        ("新签亿元以上项目12个", ["total"]),
    ],
)
def test_what_a_sum_is_a_share_of(text: str, expected: list[str]) -> None:
    assert measures(text) == expected


def test_the_head_of_its_column_tells_what_a_sum_measures() -> None:
    table = (
        "县道改造一览\n序号　项目　规模　总投资　已完成　完工时间\n"
        "1　柳溪渡改桥　92米　860万元　310万元　9月\n"
        "2　东岭村道　2200万元　1700万元　12月\n"
        "合计：两项，全部由县公路站负责，贷款500万元。"
    )
    assert measures(table) == ["total", "done", "total", "done", "none"]


def test_a_row_without_heads_is_read_by_its_words() -> None:
    assert measures("甲村｜粮食直补｜120万元｜6月兑付") == ["none"]


@pytest.mark.parametrize(
    ("text", "measure"),
    [
        ("云谷产业园以2.1亿元的投资拿下全县单体最大项目", "total"),
        ("云谷产业园以2800万元总投资成交", "total"),
        ("云谷产业园以2800万元的价格成交", "none"),
    ],
)
def test_who_wins_with_an_investment_is_no_contractor(text: str, measure: str) -> None:
    assert measures(text) == [measure]
