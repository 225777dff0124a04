"""A picture with a headline of its own is told from the article whose headline stands under it."""

from __future__ import annotations

import pytest

from ingest.pipeline import layout
from ingest.proposal import Layout

BRIDGE = (
    "柳河大桥今起封闭检修",
    "本报讯（记者 田禾）柳河大桥从今天起封闭检修，预计十五天，过往车辆从下游的新桥绕行。",
    "“桥面的伸缩缝已经老化，不修不行。”养护站站长说。",
)
SCHOOL = (
    "县一中操场换了新跑道",
    "本报讯（通讯员 白露）县一中的煤渣操场铺上了塑胶跑道，学生跑步再也不是一身灰。",
    "体育老师说，下月的运动会就在新跑道上开。",
)
PICTURES = [
    ("渔火点亮开渔夜", "8月16日晚，渔民在东湾码头检修渔船，准备开渔后第一网。（丁禾 摄）"),
    ("晒秋", "图为石岭村村民在屋顶晾晒玉米和辣椒。 秦川 摄"),
    ("采茶姑娘上山来", "图为4月2日，姑娘们在云顶茶场采摘明前茶。（本报通讯员 苗青 摄）"),
]


def page(*lines: str) -> Layout:
    return layout("\n\n".join(lines))


def heads(found: Layout) -> list[tuple[str, str]]:
    return [
        tuple(part.text if part else "" for part in (each.kicker, each.headline))  # type: ignore[misc]
        for each in found.articles
    ]


@pytest.mark.parametrize("picture", PICTURES, ids=lambda picture: picture[0])
def test_the_headline_over_a_caption_is_that_of_the_picture(picture: tuple[str, str]) -> None:
    headline, caption = picture
    found = page(*BRIDGE, headline, caption, *SCHOOL)
    assert heads(found) == [("", BRIDGE[0]), ("", headline), ("", SCHOOL[0])]
    assert [[part.text for part in each.captions] for each in found.articles] == [[], [caption], []]
    assert [len(each.paragraphs) for each in found.articles] == [2, 0, 2]


def test_it_may_stand_under_the_caption_whose_words_it_says() -> None:
    headline, caption = "采茶姑娘上山来", PICTURES[2][1]
    found = page(*BRIDGE, caption, headline, *SCHOOL)
    assert heads(found) == [("", BRIDGE[0]), ("", headline), ("", SCHOOL[0])]
    assert [part.text for part in found.articles[1].captions] == [caption]


@pytest.mark.parametrize(
    ("kicker", "caption"),
    [
        ("县一中", PICTURES[0][1]),
        ("煤渣操场成为历史", PICTURES[1][1]),
    ],
)
def test_a_kicker_that_a_picture_parts_from_its_headline_stays_one(
    kicker: str, caption: str
) -> None:
    assert heads(page(*BRIDGE, kicker, caption, *SCHOOL)) == [("", BRIDGE[0]), (kicker, SCHOOL[0])]
