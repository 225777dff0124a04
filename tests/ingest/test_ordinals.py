"""The number with which an item of a list begins, and what only looks like one."""

from __future__ import annotations

import pytest

from ingest.pipeline import layout
from ingest.readers.ordinals import ordinal
from tests.growth import MOST, growth_with_length


@pytest.mark.parametrize(
    ("line", "number"),
    [
        ("一、新建公厕12座。", 1),
        ("二十一、整修山塘。", 21),
        ("（十）抓好春耕。", 10),
        ("3．改造危房。", 3),
        ("③先关总闸", 3),
    ],
)
def test_an_item_begins_with_its_number(line: str, number: int) -> None:
    found = ordinal(line)
    assert found is not None
    assert found[1] == number


@pytest.mark.parametrize(
    "line",
    [
        "十三五、十四五期间，县里修了路。",
        "（十三五）规划期间",
        "三、四年级学生参加了活动。",
        "三五十、二十个人",
    ],
)
def test_a_plan_or_about_so_many_is_no_item(line: str) -> None:
    assert ordinal(line) is None
    assert layout(f"柳河镇的路修好了\n\n本报讯 柳河镇修通了去县城的路。\n{line}").articles


def test_an_item_of_many_lines_is_read_in_time() -> None:
    def item(lines: int) -> str:
        return "一、" + "县里把去年修的路又修了一遍，一直修到河边\n" * lines + "二、完。"

    assert growth_with_length(layout, item, 4000) < MOST


def test_many_headlines_over_many_reports_are_read_in_time() -> None:
    def page(reports: int) -> str:
        heads = "".join(f"第{at}村的路修好了\n" for at in range(reports // 2))
        return heads + "".join(
            f"本报讯（通讯员 王{'芳' if at % 2 else '军'}）第{at}村修通了去县城的路。\n"
            for at in range(reports)
        )

    assert growth_with_length(layout, page, 500) < MOST
