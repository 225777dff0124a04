"""Money, quantities and dates are read exactly or not at all, wherever they stand."""

from datetime import date
from decimal import Decimal

import pytest

from chinese.dates import find_dates
from chinese.money import find_money
from chinese.quantities import find_quantities

ISSUE = date(2023, 2, 10)


def money(text: str) -> list[tuple[str, int | None, str]]:
    return [
        (each.text, None if each.value is None else int(each.value), each.comparator)
        for each in find_money(text)
    ]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("总投资1.3亿元", [("1.3亿元", 130_000_000, "=")]),
        ("总投资１．３亿元", [("１．３亿元", 130_000_000, "=")]),
        ("总投资三千二百万元", [("三千二百万元", 32_000_000, "=")]),
        ("投资1亿2000万元", [("1亿2000万元", 120_000_000, "=")]),
        ("投资2,300万元", [("2,300万元", 23_000_000, "=")]),
        ("收入8万余元", [("8万余元", 80_000, ">=")]),
        ("投资不超过30万元", [("不超过30万元", 300_000, "<=")]),
        ("投资约5亿元", [("约5亿元", 500_000_000, "~")]),
        ("节约5亿元", [("5亿元", 500_000_000, "=")]),
        ("签约500万元", [("500万元", 5_000_000, "=")]),
        ("产值达到百亿元", [("百亿元", 10_000_000_000, "=")]),
        ("总投资16.5\n亿元", [("16.5\n亿元", 1_650_000_000, "=")]),
        ("由3亿元增至3.3亿元", [("3亿元", 300_000_000, "="), ("3.3亿元", 330_000_000, "=")]),
        ("上百万元", [("上百万元", 1_000_000, ">=")]),
        ("年产值过亿元", [("过亿元", 100_000_000, ">=")]),
        ("百元以下的礼盒", [("百元以下", 100, "<=")]),
        ("上缴税收2.5个亿,", [("2.5个亿", 250_000_000, "=")]),
        ("总投资规模达1.3亿,", [("1.3亿", 130_000_000, "=")]),
        ("一季亏了600来万。", [("600来万", 6_000_000, "~")]),
        ("羊肉一斤38块,", [("38块", 38, "=")]),
        ("豆腐2元一块,", [("2元", 2, "=")]),
        ("完工是2019,4.5亿元花完", [("4.5亿元", 450_000_000, "=")]),
        ("总投资3亿元. 项目开工", [("3亿元", 300_000_000, "=")]),
    ],
)
def test_money_is_read_in_every_printed_form(
    text: str, expected: list[tuple[str, int | None, str]]
) -> None:
    assert money(text) == expected


@pytest.mark.parametrize(
    "text",
    [
        "75亿元.分别为",
        "75亿元·分别为",
        "投资品万元",
        "亿元以上项目",
        "千万元以上农业项目",
        "超百亿元企业",
        "3..5亿元",
        "数千万元",
        ".8亿元",
        "三·五亿元",
        "总投资1. 3亿元",
        "总投资1:5亿元",
        "总投资3。5亿元",
        "总投资1、5亿元",
        "总投资2 300万元",
        "总投资12,34万元",
        "总投资□5亿元",
        f"总投资{'9' * 40}亿元",
    ],
)
def test_damaged_money_has_no_value_and_a_reason(text: str) -> None:
    found = find_money(text)
    assert [each.value for each in found] in ([], [None])
    assert all(each.reason for each in found)


@pytest.mark.parametrize(
    "text",
    [
        "万元户",
        "百元店",
        "元宵节",
        "元宇宙",
        "千亿级集群",
        "百亿元级园区",
        "500万元级装置",
        "“一元早餐”",
        "2元一票制",
        "一元复始",
        "三元锂电池",
        "2023圆梦行动",
        "一分钱也不少",
        "三元生猪",
        "新铺方砖4200万块,",
    ],
)
def test_words_with_yuan_in_them_are_no_money(text: str) -> None:
    assert find_money(text) == []


@pytest.mark.parametrize(
    ("text", "value"),
    [("每度5角3分", "0.53"), ("涨到3元5角", "3.5"), ("卖4块5,", "4.5"), ("便宜8毛,", "0.8")],
)
def test_small_change_is_part_of_the_sum(text: str, value: str) -> None:
    assert [each.value for each in find_money(text)] == [Decimal(value)]


def test_a_range_is_one_find_with_two_ends() -> None:
    for text in ("计划投资3至5亿元", "计划投资3亿元—5亿元", "计划投3到5个亿。"):
        (found,) = find_money(text)
        assert (found.value, found.value_to) == (Decimal(300_000_000), Decimal(500_000_000))


def test_foreign_money_keeps_its_currency() -> None:
    (found,) = find_money("引资500万美元")
    assert (found.value, found.currency) == (Decimal(5_000_000), "USD")


@pytest.mark.parametrize(
    ("text", "measure"),
    [
        ("总投资3亿元", "total"),
        ("批复概算3亿元", "approved"),
        ("年度计划投资3亿元", "year"),
        ("累计完成投资3亿元", "done"),
        ("其中中央补助3亿元", "part"),
        ("实现产值3亿元", "none"),
        ("农民增收3亿元", "none"),
    ],
)
def test_a_sum_says_what_it_measures(text: str, measure: str) -> None:
    assert [each.measure for each in find_money(text)] == [measure]


def test_quantities_keep_their_printed_unit() -> None:
    found = find_quantities("占地320亩,涉及3700余户、5个村,年产2000吨,覆盖率96%以上")
    assert [(str(each.value), each.unit, each.comparator) for each in found] == [
        ("320", "亩", "="),
        ("3700", "户", ">="),
        ("5", "个", "="),
        ("2000", "吨/年", "="),
        ("96", "%", ">="),
    ]


@pytest.mark.parametrize(
    ("text", "value", "unit"),
    [
        ("七成住户同意", "70", "%"),
        ("死亡率千分之三", "3", "‰"),
        ("增速回落至-3.5%", "-3.5", "%"),
        ("去年发电4300万度", "43000000", "度"),
        ("堤上备块石6000方", "6000", "方"),
        ("园区分两期建设", "2", "期"),
        ("接入视频1200路", "1200", "路"),
        ("添置设备23台（套）", "23", "台(套)"),
        ("灌溉18.6万亩次", "186000", "亩次"),
        ("近万人到场", "10000", "人"),
        ("传出三里地", "3", "里"),
        ("目前3台已到", "3", "台"),
        ("10月底前14座完工", "14", "座"),
        ("一年开了四次会", "4", "次"),
        ("由5至7人组成", "5", "人"),
        ("引进15个亿元项目", "15", "个"),
        ("三个“零距离”的窗口", "3", "个"),
        ("昨日处理垃圾30吨", "30", "吨"),
        ("达产后年产30万吨", "300000", "吨/年"),
    ],
)
def test_a_quantity_is_read_by_what_is_around_it(text: str, value: str, unit: str) -> None:
    found = find_quantities(text)
    assert [(each.value, each.unit) for each in found] == [(Decimal(value), unit)]


def test_how_long_people_live_and_learn_is_measured() -> None:
    found = find_quantities("人均预期寿命达到79.5岁,劳动年龄人口平均受教育年限11.3年,他今年79岁")
    assert [(str(each.value), each.unit) for each in found] == [("79.5", "岁"), ("11.3", "年")]


def test_people_are_counted_without_a_measure_word() -> None:
    found = find_quantities("解决6.2万农村人口饮水安全,带动3000余农户增收,让11万居民喝上湖水")
    assert [(str(each.value), each.unit, each.comparator) for each in found] == [
        ("62000", "农村人口", "="),
        ("3000", "农户", ">="),
        ("110000", "居民", "="),
    ]


def test_the_last_bound_of_a_list_governs_all() -> None:
    found = find_quantities("产量分别达到15万吨、18万吨、18.5万吨以上")
    assert [each.comparator for each in found] == [">=", ">=", ">="]


@pytest.mark.parametrize(
    "text",
    [
        "7·17时装周",
        "“4+1”工程",
        "“四个一流”",
        "24小时",
        "3000多学生宿舍",
        "2000余居民小区",
        "12农户",  # a number and what follows it by chance: nobody counts so few without 户
        "G108国道",
        "110千伏",
        "第三个",
        "五台山",
        "五个清单",
        "两口子",
        "送到千家万户",
        "2.1项目概况",
        "五部门联合印发",
        "排名由12升至8",
        "7号楼3单元",
        "设计时速80公里",
        "5000吨级码头",
        "男子100米决赛",
        "账号后四位",
        "陆家村",
        "五里铺",
        "《十万个为什么》",
        "一成不变",
        "2路公交",
        "完成8.4%亿元",
        "造林1、5万亩",
    ],
)
def test_what_only_looks_like_a_quantity_is_none(text: str) -> None:
    assert find_quantities(text) == []


@pytest.mark.parametrize(
    ("text", "last", "precision"),
    [
        ("今年年底完成", "2023-12-31", "year"),
        ("争取上半年投运", "2023-06-30", "half-year"),
        ("一季度末完成", "2023-03-31", "quarter"),
        ("明年6月底前建成", "2024-06-30", "month"),
        ("2027年10月1日前通车", "2027-10-01", "day"),
        ("计划9月上旬开工", "2023-09-10", "ten-days"),
        ("春节前完工", "2024-02-10", "day"),
        ("“十五五”期间建成10座", "2030-12-31", "five-year"),
        ("二〇二五年底建成", "2025-12-31", "year"),
    ],
)
def test_due_dates_end_on_the_last_day_of_what_they_name(
    text: str, last: str, precision: str
) -> None:
    (found,) = find_dates(text, ISSUE)
    assert (str(found.due_on), found.precision) == (last, precision)


@pytest.mark.parametrize(
    "text",
    [
        "2022年初申报",
        "今年以来",
        "7·17时装周",
        "年产2000吨",
        "24小时监测",
        "截至2月8日完成",
        "每年6月底前",
    ],
)
def test_what_has_happened_or_is_only_named_is_no_due_date(text: str) -> None:
    assert [each for each in find_dates(text, ISSUE) if each.is_due] == []


@pytest.mark.parametrize(
    ("text", "due"),
    [
        ("今年前8个月,全市完成技改投资74.3亿元。", []),
        ("并网后年上网电量约10亿千瓦时。", []),
        ("4月7日是世界读书日。", []),
        ("清明前的茶山一片新绿。", []),
        ("抓好岁末年初各项工作。", []),
        ("学习“七一”讲话,贵在知行合一。", []),
        ("2024年秋季开学前建成。", ["2024-08-31"]),
        ("11月15日供暖前搬入新居。", ["2023-11-15"]),
    ],
)
def test_a_time_that_is_only_named_is_no_term(text: str, due: list[str]) -> None:
    found = find_dates(text, date(2023, 2, 10))
    assert [str(each.due_on) for each in found if each.is_due] == due
