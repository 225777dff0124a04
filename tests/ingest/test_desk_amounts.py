"""Damaged amounts are found as printed; vague words and honest figures are left alone."""

from __future__ import annotations

import pytest

from ingest.desk.amounts import damaged


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("项目总投资3..5亿元，年底完工。", "3..5亿元"),
        ("投资３．．５亿元。", "３．．５亿元"),
        ("总投资3.5.2亿元。", "3.5.2亿元"),
        ("总投资9.8亿元.分期", "9.8亿元"),
        ("总投资亿元。", "亿元"),
        ("总投资3.亿元。", "3.亿元"),
        ("总投资3,.5亿元。", "3,.5亿元"),
        ("总投资O.5亿元。", "O.5亿元"),
    ],
)
def test_damaged_print_is_named_with_all_that_belongs_to_it(text: str, found: str) -> None:
    assert damaged(text) == [found]


@pytest.mark.parametrize(
    "text",
    [
        "总投资1.3亿元，其中1,234.5万元已到位。",
        "投资3至5亿元，约50多亿元的产值。",
        "节省几千元，补贴十几万元，上亿元的菜，投资过亿元。",
        "11月20日，5亿元到账，增长12.5%，3亿元。",
        "借款5亿美元，合20000元。",
    ],
)
def test_what_can_be_read_or_is_only_vague_is_no_damage(text: str) -> None:
    assert damaged(text) == []
