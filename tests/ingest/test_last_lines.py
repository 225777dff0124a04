"""Last lines without a stop, and lines that a figure made short, in files broken at a width."""

from __future__ import annotations

import re

import pytest

from ingest.readers.lines import pieces

ITEMS = (
    "一、新建农村幸福院12所，改造提升敬老院3处，10月底前全部建成投用。责任单位：县民政局",
    "二、改造农村电网线路86公里，新增配电变压器40台，9月底前完工。责任单位：县供电公司",
    "三、完成自然村道路硬化54公里，惠及21个村三千多户人家，年底前通车。责任单位：县交通运输局、各乡镇",
    "四、为全县65岁以上老人免费体检一次，建立健康档案，年底前完成。责任单位：县卫生健康委",
    "五、新建公共厕所14座、停车场3处，改造背街小巷22条，汛期前完工。责任单位：县城管局、县住建局",
)
REPORT = (
    "今年全县计划安排重点项目六十四个，其中续建二十八个，力争国庆节前有一半以上建成投用，"
    "县里每月调度一次，每季观摩一次，年底算总账。",
    "县发改局负责人介绍，关于2023年国民经济和社会发展计划执行情况与2024年计划草案的报告已经通过审查，"
    "今年固定资产投资预计增长8%，比上年提高1.5个百分点，其中工业投资占到三成以上。",
    "报告说，今年全县还要新建改建农村公路136公里、渠道58公里，栽植经济林12000亩，新增城镇就业3500人，"
    "这些都排出了时间表，落到了24个部门和16个乡镇的头上，一项一项有人管。",
)


def broken(text: str, width: int) -> str:
    """A paragraph with an indent, in lines of a width; no figure is broken, no mark begins a line."""
    rest, lines = "　　" + text, []
    while rest:
        end = min(width, len(rest))
        while end < len(rest) and rest[end] in "，。、；：”）%":
            end += 1
        while end < len(rest) and re.match(r"[\d.][\d.%]", rest[end - 1 : end + 1]):
            end -= 1
        lines.append(rest[:end])
        rest = rest[end:]
    return "\n".join(lines)


@pytest.mark.parametrize("width", range(15, 24))
def test_the_last_line_of_an_item_belongs_to_it(width: int) -> None:
    """…, be it 责任单位：县民政局 after a stop, or 委 alone."""
    text = "\n".join(broken(each, width) for each in ITEMS)
    found = [each.text for each in pieces(f"白水县今年的实事\n\n{text}\n\n春蚕开秤")]
    assert found == ["白水县今年的实事", *ITEMS, "春蚕开秤"]


@pytest.mark.parametrize("width", range(15, 24))
def test_a_line_that_a_figure_made_short_is_read_on(width: int) -> None:
    text = "\n".join(broken(each, width) for each in REPORT)
    found = [each.text for each in pieces(f"六十四个项目这样推进\n\n{text}")]
    assert found == ["六十四个项目这样推进", *REPORT]


def test_a_subhead_after_a_full_last_line_is_none_of_it() -> None:
    full = "春上雨水足，两个乡的秧苗都赶在立夏以前栽完了。"
    subhead = "抢在雨前收"
    text = "\n".join([*(broken(each, 20) for each in REPORT), broken(full, 20), subhead])
    found = [each.text for each in pieces(f"两头忙\n\n{text}\n{broken(REPORT[0], 20)}")]
    assert found == ["两头忙", *REPORT, full, subhead, REPORT[0]]


@pytest.mark.parametrize("headline", ["公告", "简讯", "启事"])
def test_a_headline_of_two_characters_is_no_last_line(headline: str) -> None:
    cut = "今年春天县里的桑园又添了两千亩，蚕农们天不亮就下"
    text = "\n".join([*(broken(each, 20) for each in REPORT), broken(cut, 26)[:22]])
    found = [each.text for each in pieces(f"两头忙\n\n{text}\n{headline}\n{broken(REPORT[1], 20)}")]
    assert headline in found
