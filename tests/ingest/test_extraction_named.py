"""What counts as the name of a work in plain prose, and what only stands where one might."""

import pytest

from tests.ingest.test_extraction_binding import told
from tests.ingest.test_extraction_references import names


@pytest.mark.parametrize(
    "text",
    [
        "副县长吴岚调研秋季招生和职业高中时强调,8月25日前完成录取。",
        "店主们盼着景区早点开放。",
        "她当场要求,10月底全线通车。",
        "下午3时恢复通行,国庆节前完工。",
        "因管网检修,明日起健康大道以北小区停止供气。",
    ],
)
def test_who_acts_and_when_names_no_work(text: str) -> None:
    assert names(text) == []


def test_a_place_for_somebody_is_a_work() -> None:
    assert told("今年建设职工文化广场,投资260万元。") == [("职工文化广场", 2_600_000, "2019-12-31")]


def test_a_name_may_hold_an_old_word() -> None:
    assert names("予乐广场总投资6亿元。") == ["予乐广场"]


@pytest.mark.parametrize("first", ["首条", "首座", "首个"])
def test_that_it_is_the_first_is_no_part_of_a_name(first: str) -> None:
    assert names(f"县里{first}煤炭专用线总投资2亿元,明年通车。") == ["煤炭专用线"]


def test_a_part_that_is_built_first_is_no_phase() -> None:
    found = names("云溪度假区总投资8亿元。首期酒店明年5月开业,一期工程明年8月完工。")
    assert "云溪度假区一期" in found
    assert found[0] == "云溪度假区"


@pytest.mark.parametrize("again", ["该治理工程", "该修复项目", "这项整治工程", "这一工程"])
def test_a_word_that_points_means_the_work_told_of(again: str) -> None:
    found = told(f"黑石滩修复工程开工。{again}由县林业局实施,总投资3200万元,明年6月完工。")
    assert found == [("黑石滩修复工程", 32_000_000, "2020-06-30")]


def test_who_runs_the_place_is_not_the_place() -> None:
    text = "县博物馆新馆总投资1.2亿元。该馆馆长说,去年接待游客12万人次。"
    assert told(text) == [("县博物馆新馆", 120_000_000, None)]


@pytest.mark.parametrize("again", ["大桥", "这座桥"])
def test_a_word_for_the_same_sort_of_work_means_it(again: str) -> None:
    found = told(f"记者来到白鹭河二桥。{again}总投资2.6亿元,明年10月通车。")
    assert found == [("白鹭河二桥", 260_000_000, "2020-10-31")]


@pytest.mark.parametrize("lead", ["最先开工的是", "眼前就是乡亲们盼着的", "那座", "这里是新建的"])
def test_words_that_lead_up_to_a_name_are_no_part_of_it(lead: str) -> None:
    assert told(f"{lead}柳河智能粮库,总投资6亿元,年底投用。") == [
        ("柳河智能粮库", 600_000_000, "2019-12-31")
    ]


def test_works_with_their_costs_in_brackets_keep_them_apart() -> None:
    text = "三座水闸同日开标:柳溪一闸(拆除重建,1.6亿元)、柳溪三闸(新建,2.1亿元)和柳溪二闸(加固,2300万元)。"
    assert told(text) == [
        ("柳溪一闸", 160_000_000, None),
        ("柳溪三闸", 210_000_000, None),
        ("柳溪二闸", 23_000_000, None),
    ]


def test_fertilizer_is_made_of_no_machines() -> None:
    assert names("投资8000万元的有机肥生产线在园区奠基,计划年底投产。") == ["有机肥生产线"]


def test_a_name_does_not_end_with_its_day() -> None:
    text = "还有三处在建:桥西点8月20日、桥东点9月15日启用。"
    assert not any("月" in name for name in names(text))


def test_what_somebody_says_is_no_part_of_a_name() -> None:
    assert names("物业说加装电梯5月开工,到现在没有动静。") == []


@pytest.mark.parametrize("steps", ["两步走", "三步走"])
def test_in_how_many_steps_it_is_done_is_no_part_of_the_name_of_a_phase(steps: str) -> None:
    text = f"投资2亿元的园子分{steps},一期四栋厂房已交付,二期明年6月底投产。"
    assert not any(f"{steps}{phase}" in name for name in names(text) for phase in "一二")
