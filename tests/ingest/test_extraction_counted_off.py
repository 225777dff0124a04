"""Works that a sentence counts off before it tells of each, and kinds of works, which are none."""

import pytest

from ingest.extraction.clauses.sentences import read_sentences
from ingest.extraction.words.moods import MoodOfArticle
from ingest.extraction.works.projects import Reading
from tests.ingest.works_told import TODAY, told


def ruled(text: str) -> list[str]:
    """The works that the rules find, before the networks are heard."""
    reading, mood = Reading("a", TODAY), MoodOfArticle()
    sentences = read_sentences(text, TODAY, None)
    reading.begin_paragraph(sentences)
    for each in sentences:
        reading.read(each, mood.hear(each.text, is_dated=False))
    return [each.name for each in reading.told()]


def test_a_work_that_was_counted_off_is_told_of_by_the_end_of_its_name() -> None:
    found = told(
        "另外3个项目分别是杨家垭地质灾害搬迁点、青龙河治理工程和城东充电站,都属于今年新增的项目。",
        "灾害搬迁点计划安置受威胁农户120户,投资4800万元,年底前主体封顶,明年6月入住;"
        "青龙河治理工程今年10月完工。",
    )
    assert found["杨家垭地质灾害搬迁点"] == (48_000_000, "2025-06-30")
    assert found["青龙河治理工程"] == (None, "2024-10-31")


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("古台镇的千亩花椒种植加工项目总投资4600万元,今年9月投产。", "千亩花椒种植加工项目"),
        (
            "宏达玻璃制品公司年产4万吨器皿项目3月份才开工,今年9月投产,投资4600万元。",
            "宏达玻璃制品公司年产4万吨器皿项目",
        ),
    ],
)
def test_a_name_may_begin_with_a_measure_or_with_who_builds_it(text: str, name: str) -> None:
    assert told(text) == {name: (46_000_000, "2024-09-30")}


def test_two_of_a_kind_are_two_works() -> None:
    found = told("石塘、柳沟两个移民新村分别安置移民210户和165户,年底前全部入住。")
    assert found == {"石塘移民新村": (None, "2024-12-31"), "柳沟移民新村": (None, "2024-12-31")}


def test_what_lies_in_two_villages_is_named_by_them_and_a_rank_is_no_kind() -> None:
    text = "云湖、龙潭两个村的精品民宿分别投资2100万元和1650万元,年底前营业。"
    assert [*told(text)] == ["云湖精品民宿", "龙潭精品民宿"]
    found = told("石桥、河湾两所镇级养老院改造列入明年计划,新增床位90张。")
    assert not any(name.startswith("河湾") or "石桥镇级" in name for name in found)


def test_each_of_a_list_may_have_its_own_verb() -> None:
    found = told(
        "新建城东敬老院、改造南湖农贸市场两个项目,分别投资2600万元和4800万元。"
        "南湖农贸市场改造工程8月通过验收;敬老院年底前完工。"
    )
    assert not any(name.startswith(("新建", "改造")) for name in found)
    assert len(found) == 2


@pytest.mark.parametrize(
    "text",
    [
        "宏远新材料产业园项目总投资12亿元,明年3月投产。检查组指出,宏远项目9月底封顶。",
        "宏远新材料产业园项目总投资12亿元,明年3月投产。"
        "检查组肯定了进度,也指出宏远项目9月底前要完成厂房封顶。",
        "宏远项目9月底封顶。宏远新材料产业园项目总投资12亿元,明年3月投产。",
    ],
)
def test_a_work_may_be_called_by_whose_it_is(text: str) -> None:
    assert ruled(text) == ["宏远新材料产业园项目"]


@pytest.mark.parametrize(
    "text",
    [
        "今年将实施城区道路、供水管网、背街小巷和停车场建设四大类项目,计划完成投资2.6亿元。",
        "这次签约的有茶叶加工、竹木家具、冷链物流、健康养老等6类18个,总投资15.2亿元。",
        "以铸造、轴承、农机为主导,打造冀南装备制造基地。",
        "水毁工程修复、水库除险加固和渠道清淤也在加快推进。",
    ],
)
def test_kinds_of_works_and_aims_of_a_policy_are_no_works(text: str) -> None:
    assert told(text) == {}


def test_what_a_work_is_said_to_be_is_not_its_name() -> None:
    found = told(
        "他家所在的铁匠街片区,是全县2019年启动的第一个城中村改造项目,总投资3.8亿元,10月底交付。"
    )
    assert found == {"铁匠街片区": (380_000_000, "2024-10-31")}


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("利用原粮站闲置仓库改造城西公办幼儿园,设9个班,投资680万元,9月底开园。", "城西公办幼儿园"),
        ("3.县第二实验幼儿园。利用老印刷厂用地改建,投资680万元,9月底开园。", "县第二实验幼儿园"),
    ],
)
def test_what_a_work_is_made_of_is_no_part_of_its_name(text: str, name: str) -> None:
    assert told(text) == {name: (6_800_000, "2024-09-30")}


def test_what_is_left_out_is_no_work() -> None:
    assert "除县旅游集散中心外" not in told("除县旅游集散中心外均已开工。")
