"""Lists and notices among the articles of a page: each stays whole, under its own title."""

from __future__ import annotations

import pytest

from ingest.pipeline import layout
from ingest.proposal import Layout
from ingest.readers.kinds import kinds_of
from ingest.readers.lines import pieces

FAIR = (
    "县里的秋季农机展昨天开幕",
    "本报讯（记者 丁禾）9月12日，县秋季农机展在体育场开幕，三十多家企业带来了收割机和烘干机。",
    "“收玉米的机子今年便宜了两成。”前来看机子的农户说。展会将开到本月底。（丁禾）",
)
LIBRARY = (
    "县图书馆夜里也开门",
    "本报讯（记者 白露）从10月起，县图书馆每周五、周六延长到晚上九点闭馆，读者可以多看两个小时的书。",
)


def page(*parts: str) -> Layout:
    return layout("\n\n".join(parts))


def kinds(*lines: str) -> list[str]:
    return [str(kind) for kind in kinds_of(pieces("\n\n".join(lines)))]


def articles(found: Layout) -> dict[str, list[str]]:
    """The texts of each article by its headline."""
    return {
        each.headline.text if each.headline else "": [part.text for part in each.paragraphs]
        for each in found.articles
    }


NOTICES = [
    (
        "清溪县第二中学食堂改造项目招标公告",
        "招标人：清溪县教育局",
        "项目概况：食堂建筑面积1800平方米，改造内容为厨房、餐厅和排烟设施，工期90天。",
    ),
    (
        "关于采石场采矿权延续申请的公示",
        "申请单位：大岭石料有限公司",
        "申请事项：原采矿许可证将于今年11月到期，现申请延续五年，开采范围不变。",
    ),
    (
        "老码头片区征地补偿安置公告",
        "征地范围：老码头东至江堤路",
        "被征地的农户请在公告之日起15日内，持户口簿和土地证到镇国土所登记。",
    ),
]


@pytest.mark.parametrize("notice", NOTICES, ids=lambda notice: notice[1])
def test_the_one_short_item_of_a_notice_is_no_headline(notice: tuple[str, ...]) -> None:
    found = articles(page(*FAIR, *notice, *LIBRARY))
    assert found[notice[0]] == list(notice[1:])


def test_an_item_of_a_notice_is_text_wherever_its_title_went() -> None:
    assert kinds(FAIR[1], *NOTICES[0][1:]) == ["body", "line", "body"]


@pytest.mark.parametrize(
    "lines",
    [
        ("永安镇：晚熟的桃子卖得俏", "编者按：眼下正是桃子下市的时候，永安镇的桃子却刚刚开园。"),
        ("县医院：挂号不用排长队", "9月12日上午，县医院门诊大厅里没有了往日的长队。"),
        ("安装公告\n\n供热公司：暖气片免费查漏", "本报讯 供热公司从本周起上门检查暖气片。"),
    ],
)
def test_a_headline_with_a_colon_stays_one(lines: tuple[str, str]) -> None:
    assert kinds(*FAIR, *lines)[-2:] == ["title", "body"]
