"""The bodies that an article names: in full from the word for the county, no person of one."""

import pytest

from ingest.extraction.departments import bodies


@pytest.mark.parametrize(
    "name",
    ["县自来水公司", "县城市建设投资公司", "市不动产登记中心", "县委农办", "县政府安委会"],
)
def test_a_body_of_the_county_is_named_in_full(name: str) -> None:
    assert bodies([f"昨日,{name}负责人答复了来信。"], {}) == [name]


def test_who_leads_a_body_is_not_the_body() -> None:
    assert bodies(["县委书记陈某、市委常委吴某出席。"], {}) == []
    assert bodies(["县委、县政府决定,由县委常委会督办。"], {}) == ["县政府", "县委常委会"]


@pytest.mark.parametrize("text", ["镇里引来农民合作社和合资公司。", "我县公立医院投诉下降。"])
def test_a_kind_of_body_is_none(text: str) -> None:
    assert bodies([text], {}) == []


def test_what_a_town_builds_is_no_body() -> None:
    assert "清泉镇建设茶叶加工中心" not in bodies(["在清泉镇建设茶叶加工中心。"], {})
    assert bodies(["县金融办联合人民银行下发通知。"], {})[0] == "县金融办"


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("热网由陇能清河公司建设,明年投用。", "陇能清河公司"),
        ("昨日,黔北抽水蓄能有限公司投资建设的电站开工。", "黔北抽水蓄能有限公司"),
        ("公寓由县保障房公司管理。", "县保障房公司"),
        ("人口计生委组织宣讲。", "人口计生委"),
        ("由镇集体经济联合社分红。", "镇集体经济联合社"),
    ],
)
def test_a_firm_or_an_office_has_its_whole_name(text: str, name: str) -> None:
    assert bodies([text], {}) == [name]


@pytest.mark.parametrize("text", ["委托专业公司管理。", "新教师分到了农牧区学校。"])
def test_what_sorts_schools_or_firms_names_none(text: str) -> None:
    assert bodies([text], {}) == []
