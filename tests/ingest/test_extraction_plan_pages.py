"""Works in the dense voice of a county's plan: task after task, most of them told in half a clause."""

from datetime import date

import pytest

from ingest.extraction import extract
from ingest.proposal import Article, Known, Part, ProjectFact

TODAY = date(2022, 3, 10)


def works(text: str) -> list[ProjectFact]:
    article = Article("a", paragraphs=[Part(text, [])])
    return extract([article], issue_date=TODAY, known=Known()).projects


def names(text: str) -> list[str]:
    return [each.name for each in works(text)]


@pytest.mark.parametrize(
    ("text", "found"),
    [
        (
            "投资4600万元的青石街供水供热老旧管网更换工程9月底前完工。",
            ["青石街供水供热老旧管网更换工程"],
        ),
        ("柳树巷片区供水管网改造工程10月底前完工。", ["柳树巷片区供水管网改造工程"]),
        ("青石街南延、书院路、桂花三巷赶在6月底前通车。", ["青石街南延", "书院路", "桂花三巷"]),
        ("白鹭岛环岛步道、北汊码头候船厅争取五一前完工。", ["白鹭岛环岛步道", "北汊码头候船厅"]),
        ("依托旧礼堂筹建赶海文化博物馆,年内开馆。", ["赶海文化博物馆"]),
        ("与省农科院共建滩羊良种繁育中心,力争年内挂牌。", ["滩羊良种繁育中心"]),
        ("启动窑址展示棚搭建,年底对外开放。", ["窑址展示棚搭建"]),
        ("装机90万千瓦的石门岭抽水蓄能电站完成可研。", ["石门岭抽水蓄能电站"]),
        ("与省农科院合作推广良种。", []),
        ("修缮文昌阁大成殿、乔家大院。", ["文昌阁大成殿", "乔家大院"]),
        ("启动牛头湾互花米草清除,10月底前完成。", ["牛头湾互花米草清除"]),
        ("实施大柳湖生态补水、黑石滩退养还滩,年底前完成。", ["大柳湖生态补水", "黑石滩退养还滩"]),
        ("总投资2.7亿元的桃坝水库大坝浇筑到顶。", ["桃坝水库大坝"]),
        ("清除道路积雪,为果园补水。", []),
        # A stage that something supplied reaches is no part of a name.
        ("双塔热源厂10月底供热。", ["双塔热源厂"]),
    ],
)
def test_a_name_goes_on_to_its_own_end(text: str, found: list[str]) -> None:
    assert sorted(names(text)) == sorted(found)


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("实施北山防护林五期工程人工造林4.5万亩。", [("北山防护林五期工程", ["4.5万亩"])]),
        ("实施“平安乡路”安防工程280公里。", [("“平安乡路”安防工程", ["280公里"])]),
        ("粮油仓储园二期3万平方米交付,吸引20家企业。", [("粮油仓储园二期", ["3万平方米"])]),
        ("柳河城区段综合治理续建5.2公里。", [("柳河城区段综合治理", ["5.2公里"])]),
        (
            "云盘山森林公园栈道修复3.6公里,9月重新开放。",
            [("云盘山森林公园栈道修复", ["3.6公里"])],
        ),
        ("青溪包材产业园6月底前完成土地平整380亩。", [("青溪包材产业园", ["380亩"])]),
        # So much of what every county has is a target, and no work.
        ("农村公路改造60公里,退化林修复2万亩。", []),
        ("实施农村饮水安全工程12处。", []),
        ("实施高标准农田建设工程3万亩。", []),
    ],
)
def test_how_much_of_a_work_is_done_stands_behind_its_name(
    text: str, found: list[tuple[str, list[str]]]
) -> None:
    assert [(each.name, [size.text for size in each.capacities]) for each in works(text)] == found


def test_the_first_bit_of_a_work_is_a_stage_of_it() -> None:
    (work,) = works("总投资4.8亿元的南坪冷链物流园,首期3万吨冷库8月底试运营。")
    assert (work.name, str(work.due_on)) == ("南坪冷链物流园", "2022-08-31")
    assert [each.text for each in work.capacities] == ["3万吨"]


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("石门提水工程9月完工,新建泵站2座。", ["2座"]),
        ("石门提水工程总投资2亿元,新建泵站2座,铺设管道12公里。", ["2座", "12公里"]),
        # the next task of the county
        ("青溪路9月通车;新建公厕22座、停车泊位1500个。", []),
        ("青溪公路东段12月底前建成通车,改造农村公路90公里。", []),
        ("青溪中学扩建8月完工,新增公办幼儿园8所。", []),
        ("青溪灌区续建配套项目9月完工。全县新打机井420眼。", []),
        # of which of several?
        ("东风街、书院路两条道路10月底前完工,铺设管网12公里。", []),
        ("新建柳林小学、双塔小学,两所学校8月25日前全部交工。", []),
        ("柳林纸箱厂二季度投产,青石钢管厂年底前完工,两项总投资1.45亿元。", []),
    ],
)
def test_what_is_of_another_task_or_of_several_is_no_size(text: str, found: list[str]) -> None:
    assert [size.text for each in works(text) for size in each.capacities] == found


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("加快推进90万吨选矿和120万吨球团扩能项目。", ["90万吨选矿项目", "120万吨球团扩能项目"]),
        ("改造3栋楼和5万平方米管网工程。", []),
        ("启动南关片区1200户居民天然气改造。", ["南关片区1200户居民天然气改造"]),
        ("改造农村学校13个食堂。", []),
        ("启动农村1200户居民厕所改造。", []),
        ("完成县级福利院、青溪敬老院改造。", ["县级福利院", "青溪敬老院改造"]),
        ("推进县级公立医院改革。", []),
    ],
)
def test_a_measure_may_stand_in_a_name(text: str, found: list[str]) -> None:
    assert sorted(names(text)) == sorted(found)


@pytest.mark.parametrize(
    "text",
    [
        "新建柳林小学、双塔小学,改扩建石镇中学,三所学校8月25日前全部交工。",
        "改造柳林泵站、双塔泵站,新建石镇泵站,三座泵站8月25日前全部完工。",
    ],
)
def test_works_counted_together_have_one_day(text: str) -> None:
    assert [str(each.due_on) for each in works(text)] == ["2022-08-25"] * 3


def test_works_of_a_list_that_are_hastened_are_under_way() -> None:
    found = works("青石220千伏变电站、柳林天然气高压管线等项目加快实施。")
    assert {each.name for each in found} == {"青石220千伏变电站", "柳林天然气高压管线"}
    assert {each.stage for each in found} == {"under_construction"}


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("枫树、下坪两个加压泵站9月底前建成。", [("枫树、下坪两个加压泵站", ["两个"])]),
        (
            "柳林、双塔两座3000吨级粮食储备库10月底前建成。",
            [("柳林、双塔两座3000吨级粮食储备库", ["两座", "3000吨"])],
        ),
        (
            "柳林、双塔两个乡的黑土保护示范区年底前建成,涉及耕地30万亩。",
            [("柳林、双塔黑土保护示范区", ["30万亩"])],
        ),
        # each is told of by itself
        (
            "新建石塘、柳沟两个移民新村,分别投资2600万元和4800万元。",
            [("石塘移民新村", []), ("柳沟移民新村", [])],
        ),
    ],
)
def test_two_of_a_kind_are_one_row_where_neither_is_told_of_by_itself(
    text: str, found: list[tuple[str, list[str]]]
) -> None:
    assert [(each.name, [size.text for size in each.capacities]) for each in works(text)] == found
