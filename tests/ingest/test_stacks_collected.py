"""Several headline stacks one after another, each a town and its headline, are no list."""

from __future__ import annotations

import pytest

from ingest.pipeline import layout
from ingest.readers.kinds import kinds_of
from ingest.readers.lines import pieces

RIVER = "白崖镇的溪水从前是黑的，造纸坊关了以后，镇里请来施工队挖了三个月的淤泥，今年头一回有人下水摸螺。"
TEA = "南坡乡的油茶开了花，合作社的蜂箱一字排开，养蜂人老覃说，今年的花比去年早了半个月，蜜也厚。"
SCHOOL = (
    "本报讯（记者 韦小芳）北岭镇中心小学的操场铺上了塑胶跑道，孩子们再也不怕雨天，体育课天天能上。"
)
STACKS = [
    ("白崖镇", "溪水又清了"),
    ("南坡乡", "油茶开了花"),
    ("北岭镇", "操场不怕雨"),
]
NAMES = [line for stack in STACKS for line in stack]


def test_towns_over_headlines_are_the_stacks_of_their_articles() -> None:
    page = ["县里的事", *NAMES, SCHOOL, RIVER, TEA]
    found = layout("\n\n".join(page)).articles
    told = {
        each.headline.text: (each.kicker and each.kicker.text, each.paragraphs[0].text)
        for each in found if each.headline and each.paragraphs
    }  # fmt: skip
    assert told == {
        "溪水又清了": ("白崖镇", RIVER),
        "油茶开了花": ("南坡乡", TEA),
        "操场不怕雨": ("北岭镇", SCHOOL),
    }


@pytest.mark.parametrize(
    "rows",
    [
        ["白崖镇", "120户", "南坡乡", "98户", "北岭镇", "76户", "合计", "294户"],
        ["白崖镇", "韦小芳", "南坡乡", "覃大山", "北岭镇", "莫春花", "县教育局", "何劲松"],
        ["白崖镇", "南坡乡", "北岭镇", "县教育局", "县水利局", "县交通局", "县医院", "县气象局"],
    ],
)
def test_towns_in_a_list_are_items(rows: list[str]) -> None:
    page = pieces("\n\n".join(["各单位完成情况", *rows, TEA]))
    assert "title" not in kinds_of(page)[2:-2]
