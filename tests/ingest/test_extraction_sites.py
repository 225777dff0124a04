"""Where somebody stands and looks at a work, what is told next is told of that work."""

import pytest

from tests.ingest.test_extraction_binding import read, told
from tests.ingest.test_extraction_references import names


@pytest.mark.parametrize(
    "first",
    [
        "4月9日,记者在梅溪二桥改建施工现场看到,工人正在绑扎钢筋。",
        "县长一行来到梅溪二桥改建工地,仔细询问进度。",
        "在梅溪二桥改建工地上,塔吊转个不停。",
        "他首先前往梅溪二桥改建现场察看。",
    ],
)
def test_what_is_promised_at_a_site_is_promised_of_its_work(first: str) -> None:
    found = told(first + "据介绍,目前已完成总工程量的六成,预计8月底全部完工。")
    assert found == [("梅溪二桥改建", None, "2019-08-31")]


def test_at_a_site_nothing_need_be_named_again() -> None:
    found = told(
        "在滨湖大道建设现场,他沿路看了路基。当了解到有14户没有搬时,他当场要求10月底全线通车。"
    )
    assert found == [("滨湖大道", None, "2019-10-31")]


@pytest.mark.parametrize(
    "text",
    [
        "记者走进阳光小区,楼道刚刷过墙。像这样的楼,今年要改214栋,10月15日前全部收尾。",
        "县委书记深入云峰小学、县人民医院调研,要求6月底前完成整改。",
        "走进柳河村食用菌基地,一排排大棚整整齐齐。去年村集体分红21万元。",
    ],
)
def test_a_place_that_is_only_visited_is_no_work(text: str) -> None:
    assert names(text) == []


@pytest.mark.parametrize(
    ("said", "stage"),
    [
        ("9月底具备收储条件", "operating"),
        ("9月底具备验收条件", "completed"),
        ("国庆节前铺油到位", "completed"),
    ],
)
def test_what_it_is_ready_for_tells_how_far_a_work_is(said: str, stage: str) -> None:
    assert [each.stage for each in read(f"金山粮食储备库项目总投资4亿元,{said}。").projects] == [
        stage
    ]


def test_the_rest_of_a_work_is_its_end() -> None:
    found = told("沙河护岸工程一天没停。挡墙已浇筑720米,剩下的140米7月20日前全部完成。")
    assert found == [("沙河护岸工程", None, "2019-07-20")]


def test_a_report_is_not_undone_by_what_lies_before_it() -> None:
    found = read("大青山风电场一期工程4月2日正式投产发电。一期工程安装风机33台,投资4.3亿元。")
    assert [(each.name, each.stage) for each in found.projects] == [
        ("大青山风电场一期工程", "operating")
    ]


def test_a_work_that_runs_does_not_begin_next_year() -> None:
    text = (
        "前不久,镇里的冷链分拣中心投入使用,总投资1350万元。镇里还要引进一家企业,争取明年8月开工。"
    )
    assert told(text)[0] == ("冷链分拣中心", 13_500_000, None)
