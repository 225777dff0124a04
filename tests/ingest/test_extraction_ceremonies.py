"""A ceremony is held for a work and tells how far it is."""

import pytest

from tests.ingest.test_extraction_binding import read, told
from tests.ingest.test_extraction_references import names


def stages(text: str) -> list[tuple[str, str | None]]:
    return [(each.name, each.stage) for each in read(text).projects]


@pytest.mark.parametrize(
    ("text", "name", "stage"),
    [
        ("昨日,县第三中学举行教学楼奠基仪式。", "县第三中学教学楼", "started"),
        ("县疾控中心隆重举行实验楼落成典礼,建筑面积3200平方米。", "县疾控中心实验楼", "completed"),
        ("4月8日,白鹭河特大桥举行合龙仪式。", "白鹭河特大桥", "structure_complete"),
        ("4月8日上午,城南水厂二期工程开工仪式在南山乡举行。", "城南水厂二期工程", "started"),
        ("县里举办清泉山抽水蓄能电站启动建设仪式。", "清泉山抽水蓄能电站", "started"),
    ],
)
def test_the_work_that_a_ceremony_is_held_for(text: str, name: str, stage: str) -> None:
    assert stages(text) == [(name, stage)]


def test_what_follows_goes_on_about_it() -> None:
    found = told("昨日,县妇幼保健院举行新院区启用仪式。新院区占地42亩,投资1.68亿元。")
    assert found == [("县妇幼保健院新院区", 168_000_000, None)]


@pytest.mark.parametrize(
    "text",
    [
        "昨日,我县举行重点项目集中开工仪式。",
        "县图书馆举行读书月启动仪式。",
        "昨日上午,云山县二季度重点项目集中开工竣工仪式举行,总投资41亿元。",
        "我县在省城举办招商推介会暨项目签约仪式。",
    ],
)
def test_a_ceremony_for_no_one_work_names_none(text: str) -> None:
    assert names(text) == []
