"""What something is to take, how clean the air is to be, and who is called for."""

from datetime import date
from decimal import Decimal

import pytest

from chinese.quantities import find_quantities
from ingest.extraction import extract
from ingest.proposal import Article, Known, Part

ISSUE = date(2016, 3, 4)


def figures(text: str) -> list[tuple[str, Decimal | None]]:
    facts = extract([Article("a", paragraphs=[Part(text, [])])], issue_date=ISSUE, known=Known())
    return [(each.indicator, each.value) for each in facts.targets if each.kind == "quantity"]


@pytest.mark.parametrize(
    ("text", "name", "value"),
    [
        ("今年,窗口平均等候时间要压缩到8分钟以内。", "窗口平均等候时间", 8),
        ("年底前,水表报装时间缩短到4个工作日。", "水表报装时间", 4),
        ("今年全县户均停电时间控制在3.5小时以内。", "户均停电时间", Decimal("3.5")),
        ("今年县医院平均住院日要降到7.5天。", "平均住院日", Decimal("7.5")),
        ("今年全县PM2.5平均浓度降到36微克每立方米以下。", "PM2.5平均浓度", 36),
    ],
)
def test_what_is_to_take_less_time_or_to_be_cleaner_is_a_target(
    text: str, name: str, value: Decimal
) -> None:
    ((told, figure),) = figures(text)
    assert name in told
    assert figure == value


@pytest.mark.parametrize(
    "text",
    ["工期180天。", "营业时间每天8小时。", "手术做了4小时。", "停水时间为9日8时至18时,共10小时。"],
)
def test_how_long_something_lasts_is_no_quantity(text: str) -> None:
    assert [each.unit for each in find_quantities(text)] == []


@pytest.mark.parametrize(
    ("text", "values"),
    [
        ("县档案馆现面向社会招聘修裱工3名、扫描员2名,工资面议。", [3, 2]),
        ("因增设门诊,拟招收康复技师5名。", [5]),
        ("县档案馆去年面向社会招聘修裱工3名,已全部上岗。", []),
    ],
)
def test_people_who_are_called_for_are_still_to_come(text: str, values: list[int]) -> None:
    assert [value for _, value in figures(text)] == values


@pytest.mark.parametrize(
    ("text", "name", "value"),
    [
        ("6个村的结余资金290万元一直闲着,5月底前收回县财政。", "结余资金", 2_900_000),
        ("站所欠发的误餐补助46万元分两次补,4月底前补一半,8月底前补清。", "误餐补助", 460_000),
        ("最后一笔是退耕补助,88万元,4月20日前打完。", "退耕补助打完", 880_000),
        ("省里转贷的债券1.6亿元,4月底前拨到用款单位。", "债券", 160_000_000),
    ],
)
def test_money_that_is_to_be_paid_until_nothing_is_left(text: str, name: str, value: int) -> None:
    found = dict(figures(text))
    assert [told for told, figure in found.items() if figure == value and name in told]


@pytest.mark.parametrize(
    "text",
    [
        "良种补贴每亩40元,4月20日前打进农户的存折。",
        "投标保证金8万元,4月20日前到账。",
        "每个村民小组设1个收储点,收储点4月20日前全部挂牌。",
    ],
)
def test_what_each_gets_and_what_bidders_pay_is_no_target(text: str) -> None:
    assert figures(text) == []


@pytest.mark.parametrize(
    ("text", "values"),
    [
        ("今年再给52个村各配一台碎枝机。", [52]),
        ("5月底前给17个站所换上节能灯。", [17]),
        ("县里今年的算盘是接待游客90万人次,民宿发展到60家。", [900_000, 60]),
    ],
)
def test_what_is_given_to_those_counted_and_what_one_reckons_with(
    text: str, values: list[int]
) -> None:
    assert [value for _, value in figures(text)] == values
