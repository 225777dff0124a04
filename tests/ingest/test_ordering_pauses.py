"""A semicolon ends an item of a list; in running text it is a pause like any other."""

from __future__ import annotations

import pytest

from ingest.ordering.language import load
from ingest.ordering.page import Page
from ingest.pipeline import layout
from ingest.readers.kinds import kinds_of
from ingest.readers.lines import pieces

CUT = "本报讯 河口镇今年要办的事不少：码头路铺上沥青，路灯换成太阳能的；"
REST = "老粮站改成敬老院，盖瓦换窗，秋后让十几位独居老人先住进去。"
OTHER = "苗圃里的香樟该移栽了，林场的工人起了个大早。"


def made(*blocks: str) -> list[tuple[str, str]]:
    text = [*blocks]
    return [
        (text[join.left], text[join.right])
        for join in layout("\n\n".join(blocks)).joins if join.made
    ]  # fmt: skip


def ends(*blocks: str) -> list[str]:
    found = pieces("\n\n".join(blocks))
    page = Page(found, kinds_of(found), load())
    return [page.tail_state(index) for index in range(len(found))]


def test_a_sentence_that_pauses_at_a_semicolon_is_read_on() -> None:
    assert (CUT, REST) in made("河口镇的事一件件办", CUT, REST, OTHER)


def test_its_rest_may_stand_in_another_column() -> None:
    assert (CUT, REST) in made(
        "河口镇的事一件件办", CUT, "林场移栽香樟", OTHER, "苗木运到河滩上，一天栽下三百棵。", REST
    )


@pytest.mark.parametrize(
    "items",
    [
        ["（一）棋盘街由北向南单向通行；", "（二）五福巷由东向西单向通行；"],
        ["堤外的养殖户月底前起网上岸；", "沙场的船只一律停到下游锚地；", "巡堤的人每天走两趟。"],
    ],
)
def test_the_items_of_a_list_end_with_theirs(items: list[str]) -> None:
    notice = ["防汛指挥部的通告", "汛期将至，请沿河各村照下面几条办：", *items]
    assert ends(*notice)[2] == "semi"
    assert not made(*notice)


def test_what_is_left_of_an_item_ends_with_it_over_the_next_item() -> None:
    assert (
        ends("（一）棋盘街的货车改走", "滨河路，早晚高峰除外；", "（二）五福巷封闭；")[1] == "semi"
    )
