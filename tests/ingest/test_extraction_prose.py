"""Works in the plain prose of county papers: what names one, what only looks like a name, what dates it."""

import pytest

from tests.ingest.test_extraction_binding import read, told
from tests.ingest.test_extraction_references import names, targets


def test_a_word_that_begins_like_a_link_stays_in_the_name() -> None:
    found = told("和平路便民市场投资300万元,年底前开业。")
    assert found == [("和平路便民市场", 3_000_000, "2019-12-31")]
    assert targets("要抓好农村,和美乡村今年新增5个。") == [("和美乡村新增", "2019-12-31")]


@pytest.mark.parametrize(
    "text",
    [
        "为加快工程进度,县里成立了专班。",
        "历时30个月建设,全线贯通。",
        "年底部分生产线试生产。",
        "今年扎实推进社会治安综合治理。",
    ],
)
def test_what_only_ends_like_a_name_names_no_work(text: str) -> None:
    assert names(text) == []


def test_the_parts_that_any_road_has_are_no_works() -> None:
    assert names("青山公路改建工程总投资3亿元。路基工程完成八成,桥涵工程10月底完成。") == [
        "青山公路改建工程"
    ]


@pytest.mark.parametrize("name", ["环城公路北段", "县城至青山镇快速通道"])
def test_a_stretch_of_a_road_is_a_work(name: str) -> None:
    assert names(f"今年开工建设{name}。") == [name]


def test_what_two_sides_speak_of_is_the_work_that_is_told_of() -> None:
    found = told(
        "昨日,我县与绿源公司就废旧电池利用项目举行签约仪式。该项目占地90亩,"
        "总投资2.1亿元,建设破碎、分选等3条生产线,8月底前开工。"
    )
    assert found == [("废旧电池利用项目", 210_000_000, "2019-08-31")]


def test_how_much_power_it_gives_is_part_of_a_name() -> None:
    assert names("日前,大唐风电50兆瓦风力发电项目开工。") == ["大唐风电50兆瓦风力发电项目"]


def test_a_firm_pays_for_what_is_named_next() -> None:
    found = told("恒昌科技有限公司计划投资12亿元,在我县开发区建设传感器生产基地,10月开工。")
    assert found == [("传感器生产基地", 1_200_000_000, "2019-10-31")]


def test_works_that_are_counted_are_a_target() -> None:
    text = "今年实施15个行政村光纤改造,抓好9家企业废气治理。"
    assert names(text) == []
    assert [each for each, _ in targets(text)] == ["实施行政村光纤改造", "抓好企业废气治理"]


def test_all_that_is_to_be_done_is_done_with_the_work() -> None:
    found = told(
        "东河灌区改造项目总投资4000万元,已经动工。", "局长说,确保9月底前完成全部建设任务。"
    )
    assert found == [("东河灌区改造项目", 40_000_000, "2019-09-30")]


def test_the_year_over_a_work_dates_it() -> None:
    plan = "今年,我们将全力抓好水利。启动石桥水库清淤工程。"
    assert told(plan) == [("石桥水库清淤工程", None, "2019-12-31")]
    listed = "今年计划投资3亿元,抓好2项工作:完成南山客运枢纽主体工程;改造公路12公里。"
    assert [each.due_on and str(each.due_on) for each in read(listed).projects] == ["2019-12-31"]


def test_what_a_work_is_said_to_be_is_not_its_name() -> None:
    found = told("南湾旅游度假区是县里的重点项目,规划面积6平方公里,计划总投资7.8亿元。")
    assert found == [("南湾旅游度假区", 780_000_000, None)]


def test_a_verb_before_words_for_any_work_makes_no_name() -> None:
    assert names("部门要跟踪服务,及时协调解决项目落地中的困难。") == []
    assert names("今年全力保障签约项目早落地、早开工、早达产。") == []


def test_a_firm_and_its_work_are_called_together_further_down() -> None:
    found = told(
        "其中,广东明达电器公司投资8亿元的小家电生产项目是最大的一个。",
        "明达公司小家电生产项目占地400亩,年底前可进场施工。",
    )
    assert found == [("小家电生产项目", 800_000_000, "2019-12-31")]


def test_among_others_a_firm_pays_for_the_whole_of_its_work() -> None:
    (work,) = read("新建猪场9个,其中东原股份投资6亿元的生猪养殖项目已建成投产。").projects
    assert [each.kind for each in work.investments] == ["total"]


def test_what_the_counted_have_is_counted_with_them() -> None:
    assert names("今年改造提升3个村的文化广场,8月底前完工。") == []


def test_two_kinds_of_building_at_once_are_no_work() -> None:
    assert names("今年,我们将全力抓好交通和水利建设。") == []
