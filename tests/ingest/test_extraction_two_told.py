"""Two works under one head, or of a list, are told of each by itself; a name may be a sentence."""

import pytest

from tests.ingest.works_told import told


def test_two_at_the_head_of_an_item_are_the_former_and_the_latter() -> None:
    found = told(
        "4、迎宾路、滨河路",
        "建设内容:迎宾路长1340米,滨河路长920米;完成时限:两条路均为7月开工,"
        "前者11月底通车,后者2025年6月底通车。",
    )
    assert found["迎宾路"][1] == "2024-11-30"
    assert found["滨河路"][1] == "2025-06-30"


def test_two_that_are_a_sentence_share_their_sums_and_their_day() -> None:
    found = told(
        "县第五中学。位于县城西区,投资1.38亿元,8月15日前完工。",
        "县第六小学、县第七小学。分别投资5600万元、4900万元,前者正在粉刷内墙,后者主体施工到三层,均须在8月20日前交付使用。",
    )
    assert found == {
        "县第五中学": (138_000_000, "2024-08-15"),
        "县第六小学": (56_000_000, "2024-08-20"),
        "县第七小学": (49_000_000, "2024-08-20"),
    }


def test_one_of_two_told_of_by_turns_may_be_a_common_thing() -> None:
    found = told(
        "此次开工的配套小学和云岭卫生服务中心,前者投资3600万元,2025年8月建成招生;"
        "后者投资1450万元,今年12月底投用。"
    )
    assert found == {
        "配套小学": (36_000_000, "2025-08-31"),
        "云岭卫生服务中心": (14_500_000, "2024-12-31"),
    }


def test_what_a_sentence_lists_and_counts_is_told_of_in_it() -> None:
    found = told(
        "东关大街北延、人民广场改造、体育馆三个城建项目进展顺利:东关大街北延9月20日通车,"
        "人民广场改造因管线迁移,10月15日完工,体育馆明年6月交付。"
    )
    assert {name: day for name, (_, day) in found.items()} == {
        "东关大街北延": "2024-09-20",
        "人民广场改造": "2024-10-15",
        "体育馆": "2025-06-30",
    }


def test_a_name_alone_is_the_work_of_what_is_told_behind_it() -> None:
    assert told("滨江实验学校。位于县城西区,总投资2.1亿元,明年9月开学。") == {
        "滨江实验学校": (210_000_000, "2025-09-30")
    }
    assert told("校舍安全工程。去年,全县排查校舍41.6万平方米。") == {}


def test_why_it_is_late_tells_of_which_work_it_goes_on() -> None:
    found = told(
        "青石水库、黑松水库除险加固工程分别概算960万元和815万元,其中青石水库已完成护坡,计划8月底完工,"
        "黑松水库因旱情严重,暂不放空,推迟到今年10月动工,2025年4月完工。"
    )
    assert {name[:4]: day for name, (_, day) in found.items()} == {
        "青石水库": "2024-08-31",
        "黑松水库": "2025-04-30",
    }


@pytest.mark.parametrize(
    "text",
    [
        "石塘、柳沟两个变电站开工,前者投资1.2亿元,后者投资8000万元。",
        "石塘、柳沟两个变电站开工,石塘投资1.2亿元,柳沟投资8000万元。",
        "石塘、柳沟两个变电站开工,其中石塘变电站投资1.2亿元,柳沟变电站投资8000万元。",
    ],
)
def test_a_row_of_two_that_the_next_clause_tells_apart_is_two_works(text: str) -> None:
    assert told(text) == {"石塘变电站": (120_000_000, None), "柳沟变电站": (80_000_000, None)}


def test_a_row_of_two_of_which_no_one_is_told_stays_a_row() -> None:
    found = told("石塘、柳沟两个变电站10月投运,总投资2亿元,施工队已经进场。")
    assert found == {"石塘、柳沟两个变电站": (200_000_000, "2024-10-31")}


@pytest.mark.parametrize(
    ("text", "costs"),
    [
        (
            "新建两座水厂,其中城东水厂投资3亿元,城西水厂2亿元。",
            {"城东水厂": 300_000_000, "城西水厂": 200_000_000},
        ),
        (
            "新建三所学校,其中南关小学投资6000万元,北街小学5500万元,石桥小学4000万元。",
            {"南关小学": 60_000_000, "北街小学": 55_000_000, "石桥小学": 40_000_000},
        ),
    ],
)
def test_the_next_of_a_kind_with_but_its_cost_is_a_work(text: str, costs: dict[str, int]) -> None:
    assert {name: cost for name, (cost, _) in told(text).items()} == costs
