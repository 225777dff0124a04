"""Works by their whole names, wherever papers put these, and nothing that only stands beside."""

from datetime import date

import pytest

from ingest.extraction import extract
from ingest.proposal import Article, Known, Part, ProjectFact

TODAY = date(2022, 5, 10)
WAN = 10_000


def works(text: str) -> list[ProjectFact]:
    article = Article("a", paragraphs=[Part(text, [])])
    return extract([article], issue_date=TODAY, known=Known()).projects


def told(text: str) -> list[tuple[str, int | None, str]]:
    """Of each work its name, its cost in 万元 and its day."""
    return [
        (each.name, each.announced and int((each.announced.yuan or 0) / WAN), str(each.due_on))
        for each in works(text)
    ]


@pytest.mark.parametrize(
    ("text", "found"),
    [
        (
            "桂花社区养老服务站办在老邮局里,街道投了168万元,7月开张。",
            [("桂花社区养老服务站", 168, "2022-07-31")],
        ),
        (
            "县社会福利院康养楼,由旧仓库改造,投入2650万元,9月接收首批老人。",
            [("县社会福利院康养楼", 2650, "2022-09-30")],
        ),
        (
            "同属通乡路的青杨公路已经测完,全长15公里,预算2300万元,9月开工。",
            [("青杨公路", 2300, "2022-09-30")],
        ),
        (
            "扩的是上坪中心敬老院,增加床位60张,投资260万元,9月底交付使用;"
            "建的是柳河中心敬老院,总投资840万元,明年9月住人。",
            [("上坪中心敬老院", 260, "2022-09-30"), ("柳河中心敬老院", 840, "2023-09-30")],
        ),
        (
            "大头是青沟水库,坝高38米,总投资9200万元,2023年底向县城供水。",
            [("青沟水库", 9200, "2023-12-31")],
        ),
        (
            "村口再搭一个冷库,库容600吨,投资210万元,中秋前开机。",
            [("冷库", 210, "2022-09-09")],
        ),
    ],
)
def test_a_work_has_its_whole_name(text: str, found: list[tuple[str, int, str]]) -> None:
    assert told(text) == found


def test_two_of_a_kind_are_named_behind_their_verb_and_take_nothing_from_the_one_before() -> None:
    found = told(
        "一是农贸市场迁建,占地70亩,8月动工;"
        "二是新建河口、白塔两座35千伏变电站,总投资3200万元,年底前送电。"
    )
    assert ("河口35千伏变电站", None, "2022-12-31") in found
    assert ("白塔35千伏变电站", None, "2022-12-31") in found


def test_the_road_that_a_road_meets_has_no_day_of_it() -> None:
    found = told("石岭公路投资3300万元,国庆前铺完。青杨公路预算2300万元,明年底与石岭公路接通。")
    assert found == [("石岭公路", 3300, "2022-09-30"), ("青杨公路", 2300, "2023-12-31")]


def test_the_day_of_what_gives_way_to_a_work_is_not_its() -> None:
    (work,) = works("县客运总站投资2500万元,5月6日启用。新站启用后,老站5月底停止售票。")
    assert (work.name, work.stage, work.due_on) == ("县客运总站", "operating", None)


def test_what_the_state_and_the_county_pay_are_parts_of_a_cost() -> None:
    (work,) = works("县法院青沟法庭5月6日落成,建筑面积650平方米,国债投资56万元,县里配套21万元。")
    assert (work.name, work.announced) == ("县法院青沟法庭", None)


@pytest.mark.parametrize(
    ("said", "day"),
    [
        ("11月15日正式供气", "2022-11-15"),
        ("10月15日送暖", "2022-10-15"),
        ("10月底前装粮", "2022-10-31"),
        ("10月底前发钥匙", "2022-10-31"),
        ("10月出第一批菌种", "2022-10-31"),
        ("9月1日新生进去上课", "2022-09-01"),
    ],
)
def test_what_people_get_of_a_work_tells_that_it_runs(said: str, day: str) -> None:
    (work,) = works(f"柳湾工程总投资5200万元,{said}。")
    assert (work.stage, str(work.due_on)) == ("operating", day)
