"""Counts with a day of their own: of a part of a work before its end, and of all that are counted."""

import pytest

from tests.ingest.works_told import facts


def values(text: str) -> dict[int, str | None]:
    return {
        int(each.value): each.due_on.isoformat() if each.due_on else None
        for each in facts(text).targets
        if each.value is not None
    }


@pytest.mark.parametrize(
    ("text", "value", "day"),
    [
        ("国道改线工程总投资9亿元,10月底完成路面60公里,2025年9月建成通车。", 60, "2024-10-31"),
        ("国道改线工程总投资9亿元,3座跨河大桥8月底前全部合龙,12月底通车。", 3, "2024-08-31"),
        ("敬老院扩建通过验收。首批46名五保老人将在7月10日前搬入新居。", 46, "2024-07-10"),
        ("岁末检查安排如下:4家烟花爆竹企业11月10日前完成远程监控接入。", 4, "2024-11-10"),
    ],
)
def test_a_count_by_a_day_is_promised(text: str, value: int, day: str) -> None:
    assert values(text).get(value) == day


def test_the_size_of_a_work_is_no_target() -> None:
    assert values("国道改线工程总投资9亿元,建设路面60公里,2025年9月建成通车。") == {}
