"""What a work costs is told in many ways, and not always with a word for it."""

from datetime import date

import pytest

from ingest.extraction import extract
from ingest.proposal import Article, Known, Part

ISSUE = date(2019, 4, 12)


def told(*paragraphs: str) -> list[tuple[str, int | None]]:
    """Of each project its name and its announced sum."""
    article = Article("a", paragraphs=[Part(each, []) for each in paragraphs])
    facts = extract([article], issue_date=ISSUE, known=Known())
    return [
        (each.name, int(each.announced.yuan) if each.announced and each.announced.yuan else None)
        for each in facts.projects
    ]


@pytest.mark.parametrize(
    ("text", "yuan"),
    [
        ("今年再上一批:3.2亿元的虾苗基地8月启用。", 320_000_000),
        ("其中投资8500万元的小寨茶叶研发中心已经封顶,明年3月启用。", 85_000_000),
        ("消防站刚封顶,2600万元,11月启用。", 26_000_000),
        ("北河垃圾中转站上月完工,花了460万元,大门却锁着。", 4_600_000),
        ("县粮食烘干中心年底前建成,总共得2400万元。", 24_000_000),
        ("同意在南沟增设强排泵站,所需760万元由县财政列支,8月15日前投用。", 7_600_000),
        ("云溪大桥上月通车,前后投了5400万元。", 54_000_000),
        ("县人工湿地已经动工,估算1.6亿元,明年底投用。", 160_000_000),
    ],
)
def test_a_cost_is_told_in_everyday_words(text: str, yuan: int) -> None:
    assert [each for _, each in told(text)] == [yuan]


def test_several_works_each_with_its_sum_before_it() -> None:
    found = told("其余两单分别是2.1亿元的冷链仓和8000万元的纸箱厂,都要求明年内开工。")
    assert found == [("冷链仓", 210_000_000), ("纸箱厂", 80_000_000)]


def test_what_was_spent_beyond_or_by_one_person_is_no_cost() -> None:
    assert told("南岭隧道上月贯通,遇上软土,多花180万元。") == [("南岭隧道", None)]
    assert told("东湖大桥上月通车,老李每月花了200元坐车。") == [("东湖大桥", None)]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("白石渡人行桥,全长120米,680万元,明年春天开工。", ("白石渡人行桥", 6_800_000)),
        ("刘家塘水库清淤、换闸门,共290万元,汛前蓄水。", ("刘家塘水库清淤", 2_900_000)),
    ],
)
def test_a_sum_alone_behind_a_work_is_its_cost(text: str, expected: tuple[str, int]) -> None:
    assert expected in told(text)


def test_what_a_thing_costs_with_all_is_no_name_of_a_work() -> None:
    names = [
        name
        for name, _ in told("室内市场两层,连装冷库在内4100万元,国庆回迁。桥不大,60米,300万元。")
    ]
    assert not [each for each in names if "冷库" in each or "不大" in each]


@pytest.mark.parametrize(
    ("text", "yuan"),
    [
        ("柳湾小学综合楼预计明年8月投用,预算640万元。", 6_400_000),
        ("清溪桥去年动工,今年9月通车。投资从最初的2.1亿元调减为1.8亿元。", 180_000_000),
        ("石塘垃圾填埋场封场9月底前完工,资金420万元已到账。", 4_200_000),
        ("“时光里”文创街区6月开街。街区是县文旅公司花3300万元打造的。", 33_000_000),
        ("城关卫生院病房改造上月完工。改造费96万元,由县财政拨付。", 960_000),
    ],
)
def test_what_is_set_aside_or_was_changed_is_the_cost(text: str, yuan: int) -> None:
    assert [each for _, each in told(text)] == [yuan]


def test_a_sum_of_each_is_that_of_all() -> None:
    found = told("云溪民宿、石门栈道、柳湾码头三处各投资1200万元,年内完成主体。")
    assert [each for _, each in found] == [12_000_000] * 3


@pytest.mark.parametrize(
    "text",
    [
        "青山安置小区去年6月开工。五年来,全县累计改造棚户区4200户,投入13亿元。",
        "绣花厂二期9月投产,染整车间最快也得后年。两块加起来投入3.4亿元。",
        "镇里的垃圾中转站8月启用。镇里还筹资26万元,给各村添置保洁车。",
    ],
)
def test_a_sum_of_the_county_or_of_all_together_is_none_of_one_work(text: str) -> None:
    assert {yuan for _, yuan in told(text)} == {None}


def test_the_cost_stands_right_behind_the_name_of_a_house() -> None:
    found = told("计划改造两处:粮管所宿舍620万元,重点换管网;老供销社大楼940万元,年底前完工。")
    assert ("老供销社大楼", 9_400_000) in found
