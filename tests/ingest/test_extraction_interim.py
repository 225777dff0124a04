"""What is done of a work on the way to its end is promised by its own day."""

from datetime import date

import pytest

from ingest.extraction import extract
from ingest.proposal import Article, Known, Part

ISSUE = date(2019, 2, 20)


def events(text: str) -> list[tuple[str, str]]:
    facts = extract([Article("a", paragraphs=[Part(text, [])])], issue_date=ISSUE, known=Known())
    told = [each for each in facts.targets if each.kind == "event"]
    return [(each.indicator, each.due_on.isoformat() if each.due_on else "") for each in told]


@pytest.mark.parametrize(
    ("text", "event"),
    [
        (
            "北山茶油加工厂总投资8600万元,5月底前榨油设备进场,8月试生产。",
            ("榨油设备进场", "2019-05-31"),
        ),
        (
            "县妇幼保健院迁建项目投资1.2亿元,地下室防水层4月底铺完,12月15日投入使用。",
            ("地下室防水层铺完", "2019-04-30"),
        ),
        (
            "洪塘河大桥总投资2.3亿元,6月底前完成北岸引桥架设,2020年10月通车。",
            ("完成北岸引桥架设", "2019-06-30"),
        ),
        (
            "黄岭水库总投资3.1亿元,4月25日泡田前完成灌溉洞衬砌,11月竣工。",
            ("完成灌溉洞衬砌", "2019-04-25"),
        ),
        (
            "石坪光伏电站总投资4亿元,用地红线图4月底交付,6月动工。",
            ("用地红线图交付", "2019-04-30"),
        ),
    ],
)
def test_a_deed_on_the_way_to_a_work_is_an_event(text: str, event: tuple[str, str]) -> None:
    assert event in events(text)


@pytest.mark.parametrize(
    "text",
    [
        "城东中学总投资1.6亿元,5月底前主体封顶,8月交付使用。",
        "南郊公园总投资3400万元,4月进场施工,10月开园。",
        "三合灌区改造投资7800万元,6月底前完成全部建设任务,10月通水。",
        "和平大街北延总投资4500万元,4月10日前必须复工,9月20日通车。",
        "河口镇文体中心投资900万元,图书馆6月底投用,体育馆明年6月交付。",
    ],
)
def test_a_stage_of_the_whole_is_none(text: str) -> None:
    assert events(text) == []


def figures(text: str) -> list[tuple[int, str]]:
    facts = extract([Article("a", paragraphs=[Part(text, [])])], issue_date=ISSUE, known=Known())
    told = [each for each in facts.targets if each.value is not None]
    return [(int(each.value), str(each.due_on)) for each in told if each.value is not None]


def test_a_figure_by_a_day_on_the_way_is_a_target() -> None:
    text = "杨柳河治理工程投资6800万元,5月动工,今年底完成工程量的60%,2020年8月完工。"
    assert (60, "2019-12-31") in figures(text)
    text = "南门标准厂房二期总投资2.6亿元,9月底交付4栋,2020年3月全部建成。"
    assert (4, "2019-09-30") in figures(text)


def test_people_are_counted_by_the_ten_thousand_without_a_measure_word() -> None:
    text = "今年全县要新打机井120眼,解决3.6万农村人口饮水安全问题。"
    assert (36_000, "2019-12-31") in figures(text)


def test_by_how_much_an_aim_is_to_grow_is_an_aim() -> None:
    text = "今年全镇力争实现工业产值18亿元,同比增长12%。"
    assert (12, "2019-12-31") in figures(text)
    assert figures("去年全镇实现工业产值16亿元,同比增长12%。") == []


def test_what_part_of_a_whole_an_aim_comes_to_is_an_aim() -> None:
    text = "到2020年,全县有机茶园面积要达到8万亩,占茶园总面积的40%。"
    assert (40, "2020-12-31") in figures(text)
    assert figures("全县有机茶园面积已达3万亩,占茶园总面积的15%。") == []


@pytest.mark.parametrize(
    ("text", "event"),
    [
        (
            "到2020年,全县要改造县乡公路160公里,实现村村通客车。",
            ("实现村村通客车", "2020-12-31"),
        ),
        (
            "到2020年,全市要完成土坯房改造3400户,基本消除农村危房。",
            ("基本消除农村危房", "2020-12-31"),
        ),
        (
            "到2019年底,全县计划新建文化广场42个,力争每个社区都有阅览室。",
            ("每个社区都有阅览室", "2019-12-31"),
        ),
    ],
)
def test_an_aim_without_a_figure_beside_one_with_it_is_an_event(
    text: str, event: tuple[str, str]
) -> None:
    assert event in events(text)


@pytest.mark.parametrize(
    "text",
    [
        "去年全县改造县乡公路90公里,实现村村通客车。",
        "今年县里要修路40公里,去年已实现镇镇通公交。",
    ],
)
def test_what_was_brought_about_is_no_event(text: str) -> None:
    assert events(text) == []


@pytest.mark.parametrize(
    "text",
    [
        "青石大桥10月底前拆除便道，县里已派人值守。",
        "青石大桥11月通车，10月底前拆除便道，路灯也亮了。",
    ],
)
def test_a_deed_that_leads_to_no_later_stage_is_no_target(text: str) -> None:
    article = Article("a", paragraphs=[Part(text, [])])
    assert not extract([article], issue_date=date(2020, 3, 10), known=Known()).targets
