"""The phase that stands behind the name of a work is the work of which the clause tells."""

import pytest

from tests.ingest.works_told import told


@pytest.mark.parametrize(
    ("text", "name", "wanted"),
    [
        (
            "惠济河城区段清淤工程二期6月3日开工，总投资4700万元，2025年9月底前完工。",
            "惠济河城区段清淤工程二期",
            (47_000_000, "2025-09-30"),
        ),
        (
            "惠济河城区段清淤工程二期工程6月3日开工，总投资4700万元，2025年9月底前完工。",
            "惠济河城区段清淤工程二期",
            (47_000_000, "2025-09-30"),
        ),
        (
            "朱坑乡饮水改造工程三期总投资860万元，计划2025年3月开工。",
            "朱坑乡饮水改造工程三期",
            (8_600_000, "2025-03-31"),
        ),
        ("宁固镇粮食烘干项目二期明年6月底前投用。", "宁固镇粮食烘干项目二期", (None, "2025-06-30")),
    ],
)
def test_a_phase_is_the_work_of_which_its_clause_tells(
    text: str, name: str, wanted: tuple[int | None, str]
) -> None:
    assert told(text) == {name: wanted}


@pytest.mark.parametrize(
    "text",
    [
        "尹回水库加固工程总投资9000万元，去年开工。尹回水库加固工程二期2025年6月完工，投资2100万元。",
        "尹回水库加固工程总投资9000万元，去年开工。尹回水库加固工程二期投资2100万元，2025年6月完工。",
    ],
)
def test_a_phase_keeps_its_cost_beside_the_whole_work(text: str) -> None:
    found = told(text)
    assert found["尹回水库加固工程"][0] == 90_000_000
    assert found["尹回水库加固工程二期"] == (21_000_000, "2025-06-30")


def test_two_phases_are_called_alike() -> None:
    text = "岳壁乡酱菜加工项目一期投资2.1亿元，今年6月投产；二期投资3亿元，明年年底投产。"
    assert set(told(text)) == {"岳壁乡酱菜加工项目一期", "岳壁乡酱菜加工项目二期"}


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("中都路改造工程二期和三期明年同步开工。", "中都路改造工程"),
        ("杜家庄光伏项目二期厂房12月底封顶。", "杜家庄光伏项目"),
        ("总投资6.2亿元的段村镇智能仓储项目一期已竣工验收，二期正在打桩。", "段村镇智能仓储项目"),
    ],
)
def test_a_phase_that_is_not_told_of_alone_is_no_part_of_the_name(text: str, name: str) -> None:
    assert name in told(text)
