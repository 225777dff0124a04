"""Printed sizes and yields of a work: which figures are its own, and which are of others."""

from datetime import date

import pytest

from ingest.extraction import extract
from ingest.proposal import Article, Capacity, Facts, Known, Part


def read(*paragraphs: str) -> Facts:
    article = Article("a", paragraphs=[Part(each, []) for each in paragraphs])
    return extract([article], issue_date=date(2021, 4, 1), known=Known())


def sizes(*paragraphs: str) -> list[str]:
    (work,) = read(*paragraphs).projects
    return [each.text for each in work.capacities]


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("城东饲料厂总投资3亿元,年产饲料6万吨。", ["6万吨"]),
        ("城东烘干中心总投资300万元,一天能烘粮450吨。", ["450吨"]),
        ("城北热源厂总投资2亿元,新增供热能力180万平方米。", ["180万平方米"]),
        ("南渠改造工程总投资900万元,更换闸门22座,衬砌渠道6.8公里。", ["22座", "6.8公里"]),
        ("西山隧道总投资1.2亿元,单洞净宽11米。", ["11米"]),
        ("二水厂扩建工程总投资1亿元,日处理能力从3万吨提到5万吨。", ["5万吨"]),
        ("北山风电二期40万千瓦,总投资21亿元。", ["40万千瓦"]),
        ("实验小学新校区总投资9600万元。学校设有教学班36个,可容纳学生1600名。", ["36个", "1600名"]),
    ],
)
def test_a_size_is_known_by_what_stands_before_it(text: str, found: list[str]) -> None:
    assert sizes(text) == found


@pytest.mark.parametrize(
    "text",
    [
        "城东饲料厂总投资3亿元,涉及5个配套项目,380名工人已到岗。",
        "北山风电二期总投资21亿元,首批10万千瓦6月底前并网。",
        "城东饲料厂总投资3亿元。截至3月底,全县已建成充电桩120个。",
        "加快推进城东饲料厂项目。要改造低产茶园4万亩。",
    ],
)
def test_what_is_of_others_or_but_a_part_is_no_size(text: str) -> None:
    assert sizes(text) == []


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("桑园街老旧小区改造10月底完工,涉及18个小区、2140户。", ["18个", "2140户"]),
        ("投资3600万元的柳河灌区配套工程5月开工,惠及石桥、双柳等7个乡镇。", ["7个"]),
        ("桐树湾安置房11月封顶,安置居民320户。", ["320户"]),
        ("投资3600万元的农村供水保障工程覆盖23个村,年底完工。", ["23个"]),
        ("投资3600万元的农村供水保障工程年底完工,自来水覆盖率达到96%。", []),
        # what a name prints tells how large its work is
        ("加快建设年产4000吨米醋生产线。", ["年产4000吨"]),
        ("柳林港3万吨级散货码头力争8月通过交工验收。", ["3万吨"]),
        ("桃源纺织5万锭紧密纺项目8月投产。", ["5万锭"]),
        # … and only how large
        ("加快推进220千伏青石变电站项目。", []),
    ],
)
def test_for_how_many_a_work_is_and_what_its_name_prints_are_sizes(
    text: str, found: list[str]
) -> None:
    assert sizes(text) == found


def test_a_second_task_keeps_its_figure() -> None:
    found = read("今年还将打通柳林街断头路,改造农村公路12公里。")
    assert [str(each.value) for each in found.targets] == ["12"]


def test_a_rate_keeps_its_unit_whatever_stands_between() -> None:
    (work,) = read("城东饲料厂总投资3亿元,年产饲料6万吨。").projects
    (size,) = work.capacities
    assert isinstance(size, Capacity) and (size.unit, size.per) == ("吨/年", "年")


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("石梁人行桥总投资480万元,75米,双层,9月通行。", ["75米"]),
        ("柳滩安置小区总投资3100万元,6栋,180套住房,腊月交房。", ["6栋", "180套"]),
        ("县图书馆新馆总投资4200万元,设计藏书30万册,查阅座席120个。", ["30万册", "120个"]),
        ("青湾尾水治理项目总投资260万元,新建沉淀池4口、过滤井2口。", ["4口", "2口"]),
        ("东塬灌区改造工程总投资900万元,装测控闸门26座。", ["26座"]),
        ("青石隧道(1.2公里,2.6亿元)明年9月贯通。", ["1.2公里"]),
        ("城西停车楼总投资2600万元,能停800辆车,元旦启用。", ["800辆"]),
        ("文化馆新馆总投资3600万元,900个座,国庆首演。", ["900个"]),
        ("北沟强排泵站总投资700万元,流量每秒4立方米。", ["4立方米"]),
        ("柏坡乡人饮工程总投资1100万元。建设内容:蓄水池7座、管道96公里。", ["7座", "96公里"]),
        ("柑橘分选中心总投资1200万元,一小时能分选8吨。", ["8吨"]),
    ],
)
def test_a_size_is_told_without_a_word_for_it(text: str, found: list[str]) -> None:
    assert sizes(text) == found


@pytest.mark.parametrize(
    "text",
    [
        "云溪二桥总投资1.2亿元,位于老桥上游600米处,明年合龙。",
        "城东水厂总投资2亿元,距县城9公里,年底供水。",
        "南岭输水工程总投资3亿元,已铺设管道12公里,年底通水。",
        "商贸城总投资3亿元,年底开业,已出租310间。",
        "青石粮库总投资900万元,年底投用,引进粮商12个。",
    ],
)
def test_how_far_it_is_or_has_come_is_no_size(text: str) -> None:
    assert sizes(text) == []


def test_a_sentence_that_begins_with_a_size_goes_on_about_the_work_before() -> None:
    text = "国道219线石坪至青口段改建工程初步设计近日获批。路线全长48公里,力争明年4月开工。"
    assert sizes(text) == ["48公里"]


def test_the_cells_of_a_row_tell_sizes() -> None:
    rows = read(
        "项目名称|建设内容|总投资|完成时限\n"
        "柳溪桥重建|桥长96米、宽9米|860万元|9月\n"
        "县粮库扩建|仓容3万吨|1200万元|12月底"
    ).projects
    assert [[each.text for each in row.capacities] for row in rows] == [["96米", "9米"], ["3万吨"]]


def test_sizes_told_before_what_makes_it_a_work_are_its_own() -> None:
    assert sizes("总装机3.6万千瓦的青滩电站2号机组并网。电站总投资2.4亿元。") == ["3.6万千瓦"]
    notice = "石坪绿道选线公示:自水门起,沿北岸至体育场,长8.6公里。概算2400万元,拟于8月开工。"
    assert sizes(notice) == ["8.6公里"]
