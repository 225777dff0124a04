"""A headline printed in two or three lines is one headline, and a kicker over it stays a kicker."""

from __future__ import annotations

import pytest

from ingest.pipeline import layout
from ingest.proposal import Article

TEXT = (
    "本报讯（记者 林溪）4月18日上午，县里的技术人员到现场查看了情况，和大家一起商量下一步怎么办。"
)
SECOND = "“这样一来，大伙心里就有底了。”在场的群众说。"


def article(*lines: str) -> Article:
    (found,) = layout("\n\n".join([*lines, TEXT, SECOND])).articles
    return found


def heads(*lines: str) -> tuple[str, str, str]:
    found = article(*lines)
    kicker, headline, deck = (
        part.text if part else "" for part in (found.kicker, found.headline, found.deck)
    )
    return kicker, headline, deck


@pytest.mark.parametrize(
    "lines",
    [
        ("城西公园步道", "铺上防滑砖"),
        ("白水河漫水桥", "加装护栏"),
        ("果园监控设备", "装到地头"),
        ("关于临时封闭", "滨湖西路的通告"),
        ("县志里的老地名", "刻上了新路牌"),
    ],
    ids=lambda lines: lines[0],
)
def test_a_thing_over_what_was_done_to_it_is_one_headline(lines):
    assert heads(*lines) == ("", " ".join(lines), "")


@pytest.mark.parametrize(
    "lines",
    [
        ("县盐业公司", "平价食盐送到山上最后一户人家"),
        ("高桥乡", "扫帚苗扎出大产业"),
        ("入冬以来", "县城学校食堂都吃上热饭"),
        ("全县夏粮收购座谈会提出", "不打白条 不压等级"),
        ("抓住雨后墒情", "全县抢种秋粮九万亩"),
    ],
    ids=lambda lines: lines[0],
)
def test_who_or_when_over_a_headline_that_says_all_stays_a_kicker(lines):
    assert heads(*lines) == (lines[0], lines[1], "")


def test_a_kicker_stands_over_a_headline_in_two_lines():
    assert heads("总投资两千八百万元", "城北养老院改造工程", "今日开工") == (
        "总投资两千八百万元",
        "城北养老院改造工程 今日开工",
        "",
    )


def test_a_headline_may_stand_on_three_lines():
    lines = ("关于暂停办理", "部分老旧小区房屋", "过户手续的通告")
    assert heads(*lines) == ("", " ".join(lines), "")
