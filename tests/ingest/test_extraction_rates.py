"""Targets whose words could tell a price, a scope or a report: what each pays, earns or grows by."""

from datetime import date

import pytest

from ingest.extraction import extract
from ingest.proposal import Article, Known, Part

ISSUE = date(2023, 3, 14)


def values(text: str) -> dict[int, str | None]:
    found = extract([Article("a", paragraphs=[Part(text, [])])], issue_date=ISSUE, known=Known())
    return {
        int(each.value): each.due_on.isoformat() if each.due_on else None
        for each in found.targets
        if each.value is not None
    }


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("今年全县清洁能源车占新增公交车比例达到85%。", 85),
        ("到年底,养殖小区每日供奶量提升至36吨。", 36),
        ("县财政将在4月底前兑付粮食直补补贴930万元。", 9_300_000),
        ("年底前茶园面积扩大到3万亩,每个村集体收入不低于20万元。", 200_000),
        ("2023年全县商务工作要点明确,外贸进出口总额完成3亿元,同比增长12%。", 12),
        ("今年要守住底线,旅游收入增长9%的目标不变。", 9),
    ],
)
def test_a_share_a_rate_a_payment_and_a_growth_are_promised(text: str, value: int) -> None:
    assert value in values(text)


def test_growth_that_is_compared_in_a_report_is_none() -> None:
    assert values("今年1至2月,全县外贸进出口总额完成3亿元,同比增长12%。") == {}
    assert values("每户补贴900元,旅游收入完成6亿元,同比增长9%。") == {}
