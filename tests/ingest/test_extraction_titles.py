"""What an item names besides the work at its head, and a headline over a paragraph."""

import pytest

from tests.ingest.works_told import told


def test_parts_in_a_box_with_a_title_are_dated_by_the_last() -> None:
    assert told(
        "县文旅项目巡览\n【云台山森林康养基地】\n建设地点:云台乡。总投资6.8亿元。主要建设康养民宿、森林步道"
        "和游客中心。步道已完成7公里,民宿明年5月开业,游客中心后年6月建成。"
    ) == {"云台山森林康养基地": (680_000_000, "2026-06-30")}


def test_a_part_with_a_cost_of_its_own_is_a_work_in_an_item_too() -> None:
    found = told(
        "1.云台山景区提升工程。总投资2.1亿元,改造步道5公里,明年7月完成。"
        "新建云台客运索道投资6000万元,后年5月运行。"
    )
    assert found["云台山景区提升工程"] == (210_000_000, "2025-07-31")
    assert found["云台客运索道"] == (60_000_000, "2026-05-31")


def test_where_the_work_of_an_item_lies_is_no_work() -> None:
    assert told(
        "昌平轴承年产30万套精密轴承项目\n位于城南工业园区,占地120亩,总投资4.5亿元,厂房已封顶,"
        "预计年底投产。投产后年可实现销售收入6亿元。"
    ) == {"昌平轴承年产30万套精密轴承项目": (450_000_000, "2024-12-31")}


def test_a_headline_over_a_paragraph_is_no_part_of_its_first_sentence() -> None:
    found = told(
        "抢抓机遇加快城区建设 全年交通投资突破4亿元\n本报讯 县住建局日前公布全年计划,计划完成投资4.1亿元,"
        "为去年的2.3倍。今年重点抓好滨河西路北延工程,投资5200万元,10月底前通车。"
    )
    assert found == {"滨河西路北延工程": (52_000_000, "2024-10-31")}


@pytest.mark.parametrize(
    "heading", ["一、农村公路建设", "(二)城建交通项目", "二、加快水厂扩建工程"]
)
def test_a_kind_of_works_or_a_deed_heads_no_item(heading: str) -> None:
    found = told(f"{heading}。白杨渡大桥投资9000万元,明年6月通车;新建柳林客运站,10月底前启用。")
    assert found == {
        "白杨渡大桥": (90_000_000, "2025-06-30"),
        "柳林客运站": (None, "2024-10-31"),
    }


@pytest.mark.parametrize(
    ("text", "works"),
    [
        (
            "二、完善市政设施。县城第三水厂日供水3万吨,投资8600万元,12月通水。"
            "生活垃圾焚烧发电项目力争年内开工。",
            {
                "县城第三水厂": (86_000_000, "2024-12-31"),
                "生活垃圾焚烧发电项目": (None, "2024-12-31"),
            },
        ),
        (
            "——水源保障工程。青石峡水库总投资3.2亿元,总库容960万立方米,2025年10月下闸蓄水。",
            {"青石峡水库": (320_000_000, "2025-10-31")},
        ),
        (
            "一是全力推进干线公路建设。S217柳河绕城段改线工程,全长12公里,投资4.6亿元,12月底建成通车。",
            {"S217柳河绕城段改线工程": (460_000_000, "2024-12-31")},
        ),
    ],
)
def test_a_head_over_works_with_names_of_their_own_is_none(
    text: str, works: dict[str, tuple[int | None, str | None]]
) -> None:
    assert told(text) == works


def test_a_head_stands_where_its_own_parts_or_place_are_told_of() -> None:
    assert told(
        "二、青石峡水库枢纽工程。水库总库容960万立方米,投资3.2亿元,2025年10月下闸蓄水。"
    ) == {"青石峡水库枢纽工程": (320_000_000, "2025-10-31")}
