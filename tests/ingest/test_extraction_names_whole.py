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
    return [(each.name, _cost(each), str(each.due_on)) for each in works(text)]


def _cost(work: ProjectFact) -> int | None:
    yuan = work.announced.yuan if work.announced else None
    return int(yuan / WAN) if yuan is not None else None


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
            [("冷库", 210, "2022-09-10")],
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
    assert found == [("石岭公路", 3300, "2022-10-01"), ("青杨公路", 2300, "2023-12-31")]


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


def test_the_other_two_are_those_that_only_the_year_over_them_was_told_of() -> None:
    found = told(
        "2023年,重点抓好东湾新区、会展中心、体育公园三大工程,分别投资7亿元、4亿元、1亿元,"
        "体育公园9月先行开放,其余两项2024年底完工。"
    )
    assert [day for _, _, day in found] == ["2024-12-31", "2024-12-31", "2023-09-30"]


def test_a_thing_within_a_longer_name_means_that_work() -> None:
    found = told(
        "总投资1.6亿元的城南垃圾处理场及渗滤液处理、总投资9500万元的茶叶精制厂易地技改两大项目同日开工。"
        "垃圾处理场明年8月投入使用,精制厂力争明年春茶上市前投产。"
    )
    assert found[0] == ("城南垃圾处理场及渗滤液处理", 16000, "2023-08-31")
    assert [name for name, _, _ in found] == ["城南垃圾处理场及渗滤液处理", "茶叶精制厂易地技改"]


@pytest.mark.parametrize(
    "text",
    [
        "青屏岭隧道昨日开工。该隧道属改建的省道215线,长1900米,造价1.6亿元,2024年5月贯通。",
        "青屏岭隧道昨日开工。隧道是省道215线改建的控制性工程,长1900米,造价1.6亿元,2024年5月贯通。",
    ],
)
def test_what_a_work_is_but_a_part_of_costs_nothing_of_it(text: str) -> None:
    (work,) = works(text)
    assert work.name == "青屏岭隧道" and work.announced
    assert work.announced.yuan == 16000 * WAN


def test_a_site_is_called_by_its_work() -> None:
    (work,) = works("在投资9800万元的青沟水库加固工程工地,代表们登上大坝。水库10月底前通过验收。")
    assert (work.name, str(work.due_on)) == ("青沟水库加固工程", "2022-10-31")


def test_what_a_school_has_is_done_by_a_day_of_its_own() -> None:
    (work,) = works("总投资3600万元的城南小学进入装修阶段,操场塑胶月底铺完。")
    assert (work.name, work.due_on) == ("城南小学", None)


def test_the_task_of_a_year_is_no_cost_of_a_work() -> None:
    text = "年底必须通车的青石公路,9月前路基要出来。5.2亿元的投资任务,一分都不能少。"
    assert [each.announced for each in works(text)] == [None]


def test_where_a_school_is_to_stand_is_no_name_of_it() -> None:
    text = "县政府同意兴办明远九年制学校,选址锦绣片区,总投资1.8亿元,2023年9月招生。"
    assert "选址" not in "".join(each.name for each in works(text))


def test_what_becomes_of_the_old_house_has_no_day_of_the_new_one() -> None:
    text = "县图书馆新馆昨日开馆,耗资2900万元。老馆本月停止借阅,改造明年5月完成。"
    (work, *_) = works(text)
    assert (work.name, work.due_on) == ("县图书馆新馆", None)
