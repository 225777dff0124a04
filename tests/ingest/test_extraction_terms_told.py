"""The day and the stage of a work, told beside it: in labels, behind it, along with another."""

from datetime import date

import pytest

from ingest.extraction import extract
from ingest.proposal import Article, Known, Part, ProjectFact


def projects(*paragraphs: str) -> list[ProjectFact]:
    article = Article("a", paragraphs=[Part(each, []) for each in paragraphs])
    return extract([article], issue_date=date(2018, 3, 6), known=Known()).projects


def told(*paragraphs: str) -> list[tuple[str, str | None, str | None]]:
    """Of each project its name, the day it is due and its stage."""
    return [
        (each.name, each.due_on.isoformat() if each.due_on else None, each.stage)
        for each in projects(*paragraphs)
    ]


def test_a_label_gives_each_item_of_a_list_its_term() -> None:
    found = told(
        "1.开工建设东郊客运站。责任单位:县交通局。时限:5月底。",
        "2.完成县文化馆改造,投资980万元。责任单位:县文体局。完成时限:9月底。",
    )
    assert found == [
        ("东郊客运站", "2018-05-31", "started"),
        ("县文化馆改造", "2018-09-30", "completed"),
    ]


@pytest.mark.parametrize(
    "term",
    ["计划开工日期2018年5月8日,计划竣工日期2019年4月30日", "计划工期2018年5月8日至2019年4月30日"],
)
def test_a_notice_tells_by_when_a_work_is_to_be_done(term: str) -> None:
    found = told(f"青山县殡仪馆迁建工程已获批复,工程概算4100万元,{term}。")
    assert found == [("青山县殡仪馆迁建工程", "2019-04-30", "completed")]


def test_a_term_of_something_else_is_not_that_of_the_work() -> None:
    (found,) = told("青山县殡仪馆迁建工程已获批复,工程概算4100万元,报名截止时间4月20日。")
    assert found[1:] == (None, "approved")


def test_a_day_stands_before_a_stage_and_what_comes_of_it() -> None:
    found = told("投资8000万元的山楂饮料生产线进入调试阶段,10月投产后可年产饮料2万吨。")
    assert found == [("山楂饮料生产线", "2018-10-31", "operating")]


def test_a_work_comes_into_use_along_with_another() -> None:
    assert told("高铁站前广场投资2.6亿元,与车站同步启用。") == [("高铁站前广场", None, "operating")]


def test_the_day_of_them_all_takes_the_place_of_their_year() -> None:
    found = told("今年要修两件:红旗渠,86万元;石桥,30万元。", "完工时间统一定在10月底。")
    assert [each[1:] for each in found] == [("2018-10-31", "completed")] * len(found) != []


def test_who_does_it_has_to_pay_for_it() -> None:
    (found,) = projects("永丰化工将建成污水深度处理站。据了解,永丰为此要拿出1700万元。")
    assert found.announced is not None and found.announced.yuan == 17_000_000


def test_what_a_phase_costs_is_all_of_it_whoever_pays() -> None:
    (found,) = projects(
        "昨日,南岗垃圾焚烧厂三期点火试运行。三期工程由永清环保公司投资3.9亿元建设,6月转入运行。"
    )
    assert found.announced is not None and found.announced.yuan == 390_000_000
