"""Words that tell a stage elsewhere and none here; people who are no size of a work."""

import pytest

from tests.ingest.works_told import facts


def stages(text: str) -> dict[str, str | None]:
    return {each.name: each.stage for each in facts(text).projects}


def test_where_pipes_meet_is_no_stage() -> None:
    found = stages("污水管网收口段长300米,城北污水管网工程11月开工。")
    assert found == {"城北污水管网工程": "started"}
    assert stages("城北污水管网工程11月收口。") == {"城北污水管网工程": "completed"}


@pytest.mark.parametrize(
    "text",
    [
        "总投资2亿元的石坝水泥厂复产前须完成环保改造。",
        "总投资2亿元的石坝水泥厂投产前必须通过环保验收。",
        "总投资2亿元的石坝水泥厂,启用之前还要先完成设备调试。",
    ],
)
def test_what_must_be_done_before_is_no_stage(text: str) -> None:
    assert stages(text) == {"石坝水泥厂": None}


@pytest.mark.parametrize(
    ("text", "stage"),
    [
        ("柳河牧场项目总投资2亿元,2025年年出栏肉牛3000头。", None),
        ("柳河牧场项目总投资2亿元,10月年均出栏能力扩至3000头。", None),
        ("柳河牧场项目总投资2亿元,2025年出栏首批肉牛。", "operating"),
        ("柳河牧场项目总投资2亿元,来年出栏首批肉牛。", "operating"),
    ],
)
def test_how_much_a_year_is_no_stage(text: str, stage: str | None) -> None:
    assert stages(text) == {"柳河牧场项目": stage}


@pytest.mark.parametrize(
    ("text", "sizes"),
    [
        ("石桥水库除险加固工程9月完工,涉及农民工120名。", []),
        ("石桥水库除险加固工程9月完工,涉及外来务工120人。", []),
        ("总投资2亿元、农民工120人的柳河牧场9月投用。", []),
        ("总投资2亿元、可容纳学生1800名的柳河中学9月投用。", ["1800名"]),
        ("总投资2亿元、600名学生的柳河中学9月投用。", ["600名"]),
        ("石桥水库除险加固工程9月完工,惠及居民120户。", ["120户"]),
    ],
)
def test_who_works_there_is_no_size(text: str, sizes: list[str]) -> None:
    (work,) = facts(text).projects
    assert [each.text for each in work.capacities] == sizes
