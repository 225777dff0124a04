"""A story may open with a short sentence; nothing is missing before it."""

from __future__ import annotations

import pytest

from ingest.pipeline import layout

STORY = (
    "田埂上走来背着竹篓的老邹，篓里是刚挖的天麻，个头有拳头大，他说今年雨水匀，天麻长得比哪年都壮实。",
    "邹家种天麻种了四代人，到他手里才有了三十亩，村里十一户跟着他学，秋后要在晒场边盖一座烘干房。",
)


def missing(opening: str) -> str | None:
    (article,) = layout("\n\n".join(["天麻也认得勤快人", opening, *STORY])).articles
    return article.missing


@pytest.mark.parametrize(
    "opening",
    [
        "这是一个小山村。", "最难的是修路。", "就在昨天，好消息传来。", "雪下了一夜。", "一条路，修了三年。",
        "山里的春天来得晚。", "秋天是收获的季节。", "他叫王守田。", "今天是个好日子。", "谁也没想到。",
        "大雨说来就来。", "河水退了。", "过去吃水靠挑。", "如今不一样了。", "没有人相信他能成。",
        "都说靠山吃山。", "又是一年春来到。", "再过三天就是立夏。", "地里的活不等人。",
    ],
)  # fmt: skip
def test_a_short_sentence_opens_a_story(opening: str) -> None:
    assert missing(opening) is None


@pytest.mark.parametrize(
    "rest",
    [
        "也是全村人最高兴的事。",
        "稳稳当当地卖到了省城。",
        "才算放了心。",
        "带着四邻一块儿种了起来。",
    ],
)
def test_what_is_said_of_nobody_is_the_rest_of_a_sentence(rest: str) -> None:
    assert missing(rest) == "beginning"


@pytest.mark.parametrize(
    "opening",
    [
        "也是寨子里老老少少这些年来最揪心的一件大事。",
        "也是山里人最盼的事，路通了什么都好办，年轻人也愿意回来了。",
        "也是全村人最高兴的事。家家户户放了鞭炮。",
    ],
)
def test_longer_than_a_line_or_more_than_a_sentence_is_no_last_line(opening: str) -> None:
    assert missing(opening) is None
