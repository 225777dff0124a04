"""An article begins with its dateline, though the column that goes on from it stands before it in
the file; a dateline behind another report begins an article of its own.
"""

from __future__ import annotations

import pytest

from ingest.pipeline import layout
from ingest.proposal import Layout

SCALE = (
    "本报讯（通讯员 巴特尔）沙日浩来粮站的老磅秤昨天拆了，换上一台带电子屏的新磅，"
    "头一个来过磅的是种玉米的乌力吉，他盯着屏幕看了半天，磅",
    "房的老周让他再称一遍，两遍一斤不差，乌力吉这才把单子揣进怀里。",
    "粮站在屋檐下摆了四条长凳，一口大锅烧着奶茶，等着过磅的人随便喝。",
)
FERRY = (
    "本报讯（记者 覃月娥）红水渡的最后一班木船上个月停了，船老大韦大山把橹挂到了村史馆的墙上。",
    "桥通了，过河只要两分钟，可是他每天傍晚还到渡口坐一坐，看水。",
)


def page(*blocks: str) -> Layout:
    return layout("\n\n".join(blocks))


@pytest.mark.parametrize("first", [True, False])
def test_the_opening_with_the_dateline_stands_first(first: bool) -> None:
    """The second column of the article was given out before its first."""
    opening, rest, last = SCALE
    scale = ("粮站换了新磅秤", rest, last, opening)
    ferry = ("红水渡的橹上了墙", *FERRY)
    found = page(*scale, *ferry) if first else page(*ferry, *scale)
    article = found.articles[0 if first else 1]
    assert [part.text for part in article.paragraphs] == [opening + rest, last]


def test_what_the_editor_says_stays_over_the_report() -> None:
    note = "编者按：渡口没有了，渡口边的人还在。今天起本报讲他们的故事。"
    found = page("红水渡的橹上了墙", note, *FERRY)
    assert [part.text for part in found.articles[0].paragraphs] == [note, *FERRY]


@pytest.mark.parametrize("writers", ["记者 农秀英", "农秀英", "农秀英 韦 晴", "农秀英、罗小满"])
def test_a_report_behind_another_begins_an_article(writers: str) -> None:
    other = f"本报讯（{writers}）那坡圩的竹编合作社上月接到一笔大单，八百只食盒要赶在中秋前编好。"
    found = page("红水渡的橹上了墙", *FERRY, other)
    assert [[part.text for part in each.paragraphs] for each in found.articles] == [
        [*FERRY], [other],
    ]  # fmt: skip
    assert found.articles[1].headline is None


@pytest.mark.parametrize("said", ["综合", "时下", "江南早春"])
def test_what_names_no_writer_begins_none(said: str) -> None:
    other = f"本报讯（{said}）那坡圩的竹编合作社上月接到一笔大单，八百只食盒要赶在中秋前编好。"
    found = page("红水渡的橹上了墙", *FERRY, other)
    assert len(found.articles) == 1
