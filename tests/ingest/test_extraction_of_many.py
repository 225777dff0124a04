"""Figures of a whole county, of many things or of a year are not those of a work in all."""

from datetime import date
from decimal import Decimal

import pytest

from ingest.extraction import extract
from ingest.proposal import Article, Facts, Known, Part

ISSUE = date(2026, 11, 20)
WAN = 10_000


def facts(*paragraphs: str, today: date = ISSUE) -> Facts:
    article = Article("a", paragraphs=[Part(each, []) for each in paragraphs])
    return extract([article], issue_date=today, known=Known())


def sums(text: str) -> list[tuple[str, str, Decimal | None, str | None]]:
    """Of each sum of a work: the work, what it measures, how much in 万元, and its period."""
    return [
        (work.name, said.kind, said.yuan / WAN if said.yuan else None, said.period_text)
        for work in facts(text).projects
        for said in work.investments
    ]


@pytest.mark.parametrize(
    "text",
    [
        "东关小区三号楼的电梯上周装好了。今年全县老旧小区加装电梯36部,总投资1620万元。",
        "红旗村的文化广场9月投用。今年全镇新建文化广场12处,总投资960万元。",
        "李家桥加固工程已完工。各地今年改造危桥45座,投资3800万元。",
        "城西幼儿园项目年底交付。目前全县同类项目共有8个,总投资2.3亿元。",
        "青屏大桥正在架梁。全县交通七个项目,前十月完成投资8.6亿元。",
    ],
)
def test_what_is_told_of_a_whole_county_is_no_sum_of_one_place(text: str) -> None:
    assert sums(text) == []


def test_the_largest_of_a_county_has_its_own_sum() -> None:
    text = "龙山光伏电站是全县最大的光伏电站,总投资3.2亿元,年底并网。"
    assert [(kind, amount) for _, kind, amount, _ in sums(text)] == [("total", 32000)]


@pytest.mark.parametrize(
    ("text", "members"),
    [
        ("今年全县改造公厕28座,总投资560万元。", None),
        ("全县改造老旧小区23个,总投资8700万元。", None),
        ("今年,全县新建村级卫生室36所,总投资1080万元。", None),
        ("我县今年实施水利项目14个,总投资3.2亿元。", 14),
        ("我县今年共实施重点工程11项,总投资6.4亿元。", 11),
    ],
)
def test_only_projects_are_counted_as_projects(text: str, members: int | None) -> None:
    assert [each.members for each in facts(text).statements] == [members]


@pytest.mark.parametrize(
    ("text", "told"),
    [
        (
            "前十月,全县七个重点项目完成投资8.6亿元,其中青屏抽水蓄能电站完成投资5.2亿元,"
            "累计完成投资21.7亿元,占总投资的45.3%。",
            [(52000, "前十月"), (217000, None)],
        ),
        (
            "云溪水库除险加固工程上半年完成投资3200万元,累计完成7800万元。",
            [(3200, "上半年"), (7800, None)],
        ),
        (
            "年初以来,全县水利项目完成投资5.1亿元,其中龙潭水库完成投资2.6亿元,累计完成10.2亿元。",
            [(26000, "年初以来"), (102000, None)],
        ),
    ],
)
def test_a_sum_of_the_year_is_told_apart_from_what_was_done_in_all(
    text: str, told: list[tuple[int, str | None]]
) -> None:
    assert [(each, period) for _, kind, each, period in sums(text) if kind == "done"] == told


@pytest.mark.parametrize(
    ("text", "told"),
    [
        (
            "农产品物流园年度计划投资1.2亿元,前十月只完成7400万元。",
            [("year", 12000, None), ("done", 7400, "前十月")],
        ),
        (
            "云峰产业园今年计划投资2亿元,1至10月完成1.35亿元。",
            [("year", 20000, None), ("done", 13500, "1至10月")],
        ),
        (
            "南湖大桥项目总投资4.5亿元,今年年度计划投资1.6亿元。",
            [("total", 45000, None), ("year", 16000, None)],
        ),
    ],
)
def test_what_a_year_is_to_bring_is_no_total(
    text: str, told: list[tuple[str, int, str | None]]
) -> None:
    assert [each[1:] for each in sums(text)] == told


@pytest.mark.parametrize(
    "text",
    [
        "柳河村光伏电站3月并网,投资160万元。这样的村级电站今年再建11座,12月底前全部并网。",
        "柳河村光伏电站3月并网,投资160万元。年底前还要再建15座这样的电站,12月底前全部并网。",
        "塔湾片区改造投资160万元,上月完工。同时,改造老旧小区14个,12月20日前全面完工。",
        "塔湾片区改造投资160万元,上月完工。县里还将对9座小型水库进行加固,投资4700万元,12月底前完工。",
    ],
)
def test_what_is_done_to_others_of_a_kind_is_nothing_of_the_one_told_of(text: str) -> None:
    (work,) = [each for each in facts(text).projects if each.announced]
    assert (work.announced and work.announced.yuan, work.due_on) == (160 * WAN, None)
