"""Works as people name them: the one that everybody knows, one of its kind, whose or where it is."""

import pytest

from tests.ingest.test_extraction_binding import told
from tests.ingest.test_extraction_references import names

DAY = "2019-06-30"


@pytest.mark.parametrize(
    "name", ["县医院急诊外科那栋楼", "储能电池那条线", "职教中心那栋实训楼", "老粮库那片红砖房"]
)
def test_one_that_everybody_knows_is_named_by_its_sort(name: str) -> None:
    assert told(f"{name}6月底交付使用,总投资8600万元。") == [(name, 86_000_000, DAY)]


def test_what_points_at_no_work_is_none() -> None:
    assert names("我们那条路去年修好了。") == []
    assert not any("那" in each for each in names("拆掉那栋楼以后,6月底建成停车场。"))


@pytest.mark.parametrize("stage", ["干完", "收拾利索"])
def test_a_deed_is_named_by_whose_it_is_and_ended_as_people_say_it(stage: str) -> None:
    found = told(f"第一件,老城燃气管网的更新,6月底必须{stage},不能拖到雨季。")
    assert found == [("老城燃气管网的更新", None, DAY)]


def test_a_common_thing_is_named_by_where_it_is() -> None:
    text = "今年春天,有三件事我要说到做到:桥头堡的公厕,五月十五号开门;农贸市场的顶棚,六月上旬盖完。"
    assert "桥头堡的公厕" in names(text)


def test_whose_it_is_says_nothing_where_it_is_everybodys() -> None:
    assert "县里的公路" not in names("县里的公路6月底完工。")


@pytest.mark.parametrize(
    ("said", "name"),
    [
        ("县里要盖一栋综合楼", "综合楼"),
        ("红岩村决定建设冷库一座", "冷库"),
        ("乡里还在库边建一个分拣车间", "分拣车间"),
        ("公司再上一条榨汁生产线", "榨汁生产线"),
        ("在城北建充电站一座", "充电站"),
    ],
)
def test_one_thing_that_is_built_needs_no_name_of_its_own(said: str, name: str) -> None:
    assert told(f"{said},总投资960万元,6月底建成。") == [(name, 9_600_000, DAY)]


@pytest.mark.parametrize("said", ["听说北边要建一所新学校", "乡里打算修一座桥"])
def test_one_thing_of_which_nothing_is_told_is_no_work(said: str) -> None:
    assert names(f"{said},不知是真是假。") == []


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("电商服务园利用旧百货楼改建,投资1800万元,6月底开园。", "电商服务园"),
        ("沿河步道自二桥至体育场,投资1800万元,6月底建成。", "沿河步道"),
        ("老粮库整体搬迁,新库选址马桥,投资1800万元,6月底建成。", "老粮库整体搬迁"),
    ],
)
def test_what_becomes_of_a_work_is_not_its_name(text: str, name: str) -> None:
    assert told(text) == [(name, 18_000_000, DAY)]


def test_how_much_is_made_is_no_name_beside_what_makes_it() -> None:
    text = "投资4.3亿元的年产10万吨有机肥生产线日前在园区奠基,计划6月底建成。"
    assert names(text) == ["有机肥生产线"]


@pytest.mark.parametrize("paid", ["以2.3亿元的投资", "以约2.3亿元"])
def test_who_takes_over_a_thing_for_a_sum_is_not_named_with_it(paid: str) -> None:
    found = names(f"安顺新材料产业园{paid}拿下城东地块,明年6月开工。")
    assert not any("拿下" in each for each in found)


def test_one_common_thing_behind_a_work_is_its_part() -> None:
    text = "县职教中心迁建总投资1.2亿元。项目建设综合楼一栋,配套实训设备,6月底建成。"
    assert "综合楼" not in names(text)
    assert ("县职教中心迁建", 120_000_000, DAY) in told(text)
