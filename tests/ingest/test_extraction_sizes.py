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
        "城东饲料厂总投资3亿元,涉及5个乡镇,380名工人已到岗。",
        "北山风电二期总投资21亿元,首批10万千瓦6月底前并网。",
        "城东饲料厂总投资3亿元。截至3月底,全县已建成充电桩120个。",
        "加快推进城东饲料厂项目。要改造低产茶园4万亩。",
    ],
)
def test_what_is_of_others_or_but_a_part_is_no_size(text: str) -> None:
    assert sizes(text) == []


def test_a_second_task_keeps_its_figure() -> None:
    found = read("今年还将打通柳林街断头路,改造农村公路12公里。")
    assert [str(each.value) for each in found.targets] == ["12"]


def test_a_rate_keeps_its_unit_whatever_stands_between() -> None:
    (work,) = read("城东饲料厂总投资3亿元,年产饲料6万吨。").projects
    (size,) = work.capacities
    assert isinstance(size, Capacity) and (size.unit, size.per) == ("吨/年", "年")
