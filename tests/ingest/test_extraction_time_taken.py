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
