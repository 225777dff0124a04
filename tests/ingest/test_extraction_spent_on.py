"""On what the money of a work is spent is no other work, and what follows goes on about it."""

from datetime import date

import pytest

from ingest.extraction import extract
from ingest.proposal import Article, Known, Part, ProjectFact


def works(text: str) -> list[ProjectFact]:
    article = Article("a", paragraphs=[Part(text, [])])
    return extract([article], issue_date=date(2026, 12, 2), known=Known()).projects


@pytest.mark.parametrize(
    ("text", "done"),
    [
        (
            "停车场扩建工程11月27日开始浇筑挡墙。项目总投资由原来的2600万元调整为3150万元，"
            "多出来的550万元用于充电桩和雨水收集池。截至11月25日，累计完成投资1870万元。",
            18_700_000,
        ),
        (
            "县人民医院扩建项目总投资2.1亿元，其中6000万元用于手术室和设备采购。"
            "截至11月20日，累计完成投资1.3亿元。",
            130_000_000,
        ),
        (
            "文庙修缮工程总投资1480万元，剩下的210万元用于排水沟和围墙。到11月底完成投资1150万元。",
            11_500_000,
        ),
    ],
)
def test_what_is_done_is_read_behind_it(text: str, done: int) -> None:
    (work,) = works(text)
    assert [each.yuan for each in work.investments if each.kind == "done"] == [done]
    assert len([each for each in work.investments if each.kind == "total"]) == 1


def test_money_that_builds_a_work_names_it() -> None:
    text = "衔接资金总投资900万元用于产业园，其中300万元用于新建东泉养老院和改造卜宜卫生院。"
    assert any("东泉养老院" in each.name for each in works(text))
