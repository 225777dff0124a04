"""Projects, sums, stages, due dates and targets are bound together as the sentence binds them."""

from datetime import date
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ingest.extraction import extract
from ingest.proposal import Article, Facts, Known, Part, ProjectFact

ISSUE = date(2019, 4, 12)


def read(*paragraphs: str) -> Facts:
    article = Article("a", paragraphs=[Part(each, []) for each in paragraphs])
    return extract([article], issue_date=ISSUE, known=Known())


def project(*paragraphs: str) -> ProjectFact:
    (only,) = read(*paragraphs).projects
    return only


@pytest.mark.parametrize("rest", ["……", "。。。", "、", "、、，、", "\t\t,\t", "！？"])
def test_marks_without_a_word_are_read_as_nothing(rest: str) -> None:
    facts = read(f"县里开会了。{rest}", rest)
    assert (facts.projects, facts.targets, facts.statements) == ([], [], [])


@given(st.text("县厂项目投资3.2亿元年底前建成其中的、，。；：！？…—“”（）()《》 \t\n", max_size=60))
def test_no_text_stops_the_reading(text: str) -> None:
    for each in read(text, text).projects:
        assert each.name


def test_a_sum_before_the_name_belongs_to_it() -> None:
    found = project("加快推进总投资2.4亿元的城北热源厂项目。")
    assert found.name == "城北热源厂项目"
    assert found.announced and found.announced.yuan == Decimal(240_000_000)
    assert (found.stage, found.quote) == (
        "under_construction",
        "加快推进总投资2.4亿元的城北热源厂项目。",
    )


def test_each_of_two_has_its_own_sum_and_one_date_governs_both() -> None:
    found = read("推动总投资1.3亿元的面粉加工基地和总投资3亿元的冷链物流项目年内启动。").projects
    assert [each.announced.yuan for each in found if each.announced] == [130000000, 300000000]
    assert {(each.stage, str(each.due_on)) for each in found} == {("started", "2019-12-31")}


def test_one_sum_for_a_list_is_one_joint_project() -> None:
    found = project("推动总投资5亿元的金穗、鼎丰等食品加工项目建成投产。")
    assert found.name == "金穗、鼎丰等食品加工项目"
    assert found.stage == "operating"


def test_a_list_before_a_count_names_its_members() -> None:
    names = [each.name for each in read("年内完成柳河人工湿地、东山公园等4个项目。").projects]
    assert names == ["柳河人工湿地", "东山公园"]


def test_what_follows_without_a_subject_goes_on_about_the_project() -> None:
    found = project("县人民医院门诊综合楼项目已于3月开工,概算投资1.6亿元,预计明年10月投入使用。")
    assert found.announced and found.announced.yuan == Decimal(160_000_000)
    assert (found.stage, found.tense, str(found.due_on)) == ("operating", "planned", "2020-10-31")


def test_the_next_sentence_goes_on_about_the_project() -> None:
    found = project(
        "走进城关镇的光伏玻璃生产线施工现场,工人正在安装。项目总投资6.5亿元,预计年底试生产。"
    )
    assert found.name == "光伏玻璃生产线"
    assert found.announced and found.announced.yuan == Decimal(650_000_000)
    assert found.announced.quote == "项目总投资6.5亿元,预计年底试生产。"


def test_a_sum_broken_by_a_line_end_is_read_whole_and_quoted_as_printed() -> None:
    found = project("实施总投资16.5\n亿元的高端石墨新材料项目。")
    assert found.announced and found.announced.yuan == Decimal(1_650_000_000)
    assert "16.5\n亿元" in found.quote


def test_a_sum_for_unnamed_projects_is_a_statement() -> None:
    facts = read("今年计划实施重点项目186个,总投资412亿元。")
    assert facts.projects == []
    (said,) = facts.statements
    assert (said.sum.yuan, said.members) == (Decimal(41_200_000_000), 186)


@pytest.mark.parametrize(
    "text",
    [
        "合作社投资8万余元购买割草机、插秧机。",
        "要持续推进办学模式改革,不断优化营商环境。",
        "全县万元户越来越多,百元店开到了村口。",
        "签约亿元以上项目30个。",
        "要加强干部队伍建设,抓好生态文明建设。",
    ],
)
def test_what_is_no_project_stays_out(text: str) -> None:
    assert read(text).projects == []


def test_targets_have_indicator_value_bound_and_date() -> None:
    facts = read(
        "今年要确保粮食种植面积稳定在54万亩以上,产量保持在19万吨以上。年内新增5个照料中心。"
    )
    found = [(t.indicator, t.value, t.unit, t.comparator) for t in facts.targets]
    assert found == [
        ("粮食种植面积", 540_000, "亩", ">="),
        ("产量", 190_000, "吨", ">="),
        ("新增照料中心", 5, "个", "="),
    ]
    assert str(facts.targets[2].due_on) == "2019-12-31"


def test_each_figure_of_a_list_gets_its_own_indicator() -> None:
    facts = read("要确保肉类、蔬菜、水果总产分别达到1万吨、2万吨、3万吨以上。")
    assert [(t.indicator, t.value) for t in facts.targets] == [
        ("肉类总产", 10_000),
        ("蔬菜总产", 20_000),
        ("水果总产", 30_000),
    ]


def test_a_date_before_a_list_is_no_part_of_its_names() -> None:
    facts = read("今年肉类、蔬菜、水果总产分别达到1万吨、2万吨、3万吨。")
    assert [t.indicator for t in facts.targets] == ["肉类总产", "蔬菜总产", "水果总产"]


def test_what_is_reported_as_done_is_no_target() -> None:
    assert read("过去一年,全县新建农村公路120公里,改造危房300户。").targets == []


def test_one_date_at_the_end_governs_the_list_before_it() -> None:
    facts = read("要新建饮水工程46处,改造农村危房1500户。以上事项11月底前全部兑现。")
    assert {str(each.due_on) for each in facts.targets} == {"2019-11-30"}


def test_known_names_come_first() -> None:
    article = Article("a", paragraphs=[Part("记者从县发改委了解到,加快推进东湖公园项目。", [])])
    known = Known(departments={"县发改委": "fgw"}, projects={"东湖公园项目": "p1"})
    facts = extract([article], issue_date=ISSUE, known=known)
    assert "县发改委" in facts.departments["a"]
    assert facts.projects[0].known == "p1"


def test_a_bare_thing_is_a_work_where_the_next_clause_tells_its_cost() -> None:
    found = project("新型墙材,投资1亿元,今年6月投产。")
    assert found.name == "新型墙材"
    assert found.announced and found.announced.yuan == Decimal(100_000_000)
    assert str(found.due_on) == "2019-06-30"


def test_a_work_told_of_again_has_its_own_date() -> None:
    found = read("加快体育馆项目、青少年宫项目建设,体育馆10月底竣工,青少年宫年底封顶。").projects
    assert [str(each.due_on) for each in found] == ["2019-10-31", "2019-12-31"]


def test_tasks_set_for_the_year_are_promised_and_results_are_not() -> None:
    (target,) = read("今年改造危桥7座。").targets
    assert (target.value, str(target.due_on)) == (Decimal(7), "2019-12-31")
    assert read("今年累计改造危桥7座。").targets == []
    assert read("去年改造危桥7座。").targets == []


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("县发改局透露,住建局和市以工代赈办已到场。", ["县发改局", "住建局", "市以工代赈办"]),
        ("由县委改革办牵头,县里成立工作组。", ["县委改革办"]),
        ("据县供水工程建设管理局介绍,布局更优,大局已定。", ["县供水工程建设管理局"]),
        ("总投资3亿元的游客集散中心年底投用。", []),
    ],
)
def test_bodies_are_named_in_full_and_works_are_none(text: str, names: list[str]) -> None:
    assert read(text).departments["a"] == names
