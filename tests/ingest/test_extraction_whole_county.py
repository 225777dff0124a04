"""What is done all over the county is no day of the one work told of before it."""

import pytest

from tests.ingest.works_told import told


@pytest.mark.parametrize(
    ("text", "work"),
    [
        (
            "启动菜园里棚户区改造工程，投入4100万元。"
            "今年全市共改造老旧厂区14个，目前已完工6个，其余8个10月底前全部完工。",
            {"菜园里棚户区改造工程": (41_000_000, None)},
        ),
        (
            "梨花大桥维修工程3月开工，总投资860万元。全旗共整修砂石路75公里，9月底前全部完工。",
            {"梨花大桥维修工程": (8_600_000, None)},
        ),
        (
            "双河镇供水站总投资920万元。全区累计铺设供水管道130公里，10月底前全部完工。",
            {"双河镇供水站": (9_200_000, None)},
        ),
    ],
)
def test_what_is_counted_of_the_whole_county_closes_the_work_told_of(
    text: str, work: dict[str, tuple[int, str | None]]
) -> None:
    assert told(text) == work


@pytest.mark.parametrize(
    "text",
    [
        "梨园泵站总投资920万元。今年全县改造干渠45公里，该工程是其中重点，11月底前完工。",
        "梨园泵站总投资920万元，全县6个部门通力协作，11月底前完工。",
        "梨园泵站总投资920万元。全县9个乡镇受益，11月底前完工。",
    ],
)
def test_a_work_that_is_spoken_of_again_keeps_its_day(text: str) -> None:
    assert told(text) == {"梨园泵站": (9_200_000, "2024-11-30")}
