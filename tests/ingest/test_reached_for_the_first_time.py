"""What was reached in the year that is gone, or for the first time, is no target."""

from datetime import date

import pytest

from tests.ingest.works_told import facts

JANUARY = date(2024, 1, 18)


@pytest.mark.parametrize(
    "text",
    [
        "2023年，招商提速增效，全年签约额突破90亿元。",
        "2023年，乡村旅游持续火爆，全年民宿收入首次突破1.2亿元。",
        "2023年，畜牧业稳步发展。全年生猪出栏首次突破60万头。",
        "回首过去的一年，渔业产值首次突破8亿元。",
        "一般公共预算收入首次突破11亿元，同比增长9.6%。",
    ],
)
def test_what_was_reached_is_no_target(text: str) -> None:
    assert facts(text, today=JANUARY).targets == []


@pytest.mark.parametrize(
    ("text", "indicator"),
    [
        ("今年，力争外贸出口额首次突破6亿元。", "外贸出口额"),
        ("到年底，森林蓄积量将首次突破900万立方米。", "森林蓄积量"),
        ("2023年完成税收5亿元。全年税收确保突破5.5亿元。", "税收"),
    ],
)
def test_what_is_aimed_at_is_one_though_it_be_the_first_time(text: str, indicator: str) -> None:
    assert [each.indicator for each in facts(text, today=JANUARY).targets][:1] == [indicator]
