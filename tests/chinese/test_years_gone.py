"""A bare month behind a day of a year gone by is of that year, unless something is aimed at by it."""

from datetime import date

import pytest

from chinese.dates import find_dates

TODAY = date(2021, 6, 15)


def due(text: str) -> list[str]:
    return [str(each.due_on) for each in find_dates(text, TODAY) if each.is_due]


@pytest.mark.parametrize(
    "text",
    [
        "石板河大桥2020年3月开工,10月通车,如今天天过大车。",
        "去年2月,游客驿站破土动工,8月封顶,11月投用。",
        "提灌站2019年5月动工,11月投用,两年没坏过。",
        "2020年春天,旧校舍动工翻修,当年11月,孩子们搬了进去。",
        "新馆始建于2019年4月,次年8月竣工,12月启用。",
        "2020年新开工项目14个,其中标准厂房等8个项目当年建成。",
    ],
)
def test_what_followed_in_a_year_gone_is_not_to_come(text: str) -> None:
    assert due(text) == []


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("石板河大桥2020年3月开工,目前桥面已铺好,10月通车。", "2021-10-31"),
        ("石板河大桥2020年3月开工,计划10月通车。", "2021-10-31"),
        ("石板河大桥去年九月动工,总投资8600万元,12月28日通车。", "2021-12-28"),
        ("石板河大桥2020年3月开工。10月底前通车。", "2021-10-31"),
        ("石板河大桥2020年3月开工,今年5月合龙,10月通车。", "2021-10-31"),
        ("石板河大桥今年9月开工,次年8月通车。", "2022-08-31"),
    ],
)
def test_what_is_aimed_at_or_follows_the_present_is_to_come(text: str, day: str) -> None:
    assert due(text)[-1:] == [day]


@pytest.mark.parametrize(
    "text",
    [
        "停车楼的特许经营期到2045年12月。",
        "地块的土地租赁合同期至2042年底。",
        "管网的质量保修期至2023年10月止。",
        "车队的服务合同签至2025年6月。",
        "山场使用权至2071年8月。",
    ],
)
def test_how_long_a_right_or_a_warranty_lasts_is_no_term(text: str) -> None:
    assert due(text) == []


def test_the_year_to_which_a_lease_lasts_holds_for_nothing_behind_it() -> None:
    assert due("风场的租期到2041年6月,年底并网。") == ["2021-12-31"]


@pytest.mark.parametrize(
    "text",
    [
        "2020年,全镇修路31公里,入户率91%。河西变电站11月正式送电,装机两台。",
        "回顾2020年,全县造林2万亩。文化宫10月对外开放;北桥12月20日合龙。",
    ],
)
def test_a_paragraph_that_looks_back_on_a_year_promises_nothing(text: str) -> None:
    assert due(text) == []


@pytest.mark.parametrize(
    "text",
    [
        "2020年,全镇修路31公里。会议要求,河西变电站11月送电。",
        "2020年,全镇修路31公里。目前河西变电站正在调试,11月送电。",
        "2020年,全镇修路31公里。今年再修20公里。河西变电站11月送电。",
        "2020年动工的河西变电站就要建好了。河西变电站11月送电。",
    ],
)
def test_what_is_asked_for_or_stands_apart_from_the_year_gone_is_to_come(text: str) -> None:
    assert due(text)[-1:] == ["2021-11-30"]
