"""A task at the head of an item is no work where works of their own names stand under it."""

import pytest

from tests.ingest.works_told import told


@pytest.mark.parametrize(
    ("head", "under"),
    [
        ("一、打通城市路网。", "续建文峰街东延工程,7月15日复工,9月底全线通车。"),
        ("二是全力推进干线公路建设。", "G207青石岭绕城段改线工程,投资3亿元,9月底全线通车。"),
        ("(二)突破园区经济。", "青石岭开发区启动电子产业园建设,投资1.8亿元。"),
        ("三、健康惠民工程。", "新建村卫生室26间,其中7间正在装修,11月底前竣工。"),
    ],
)
def test_a_task_over_works_is_none(head: str, under: str) -> None:
    assert not any(name in head for name in told(head + under))


def test_the_work_under_a_task_is_told_of() -> None:
    found = told("一、打通城市路网。续建文峰街东延工程,7月15日复工,9月底全线通车。")
    assert found == {"文峰街东延工程": (None, "2024-09-30")}


@pytest.mark.parametrize(
    "text",
    [
        "二是开工建设青石岭综合码头。该码头规划建设泊位4个,概算4.1亿元,2025年9月运营。",
        "二、新建县第三实验幼儿园。总投资4.1亿元,主体已封顶,2025年9月开园。",
    ],
)
def test_a_work_at_the_head_of_its_item_is_one(text: str) -> None:
    ((cost, day),) = told(text).values()
    assert (cost, day) == (410_000_000, "2025-09-30")
