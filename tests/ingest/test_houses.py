"""Articles under the names of bodies: what names one of them belongs under it."""

from __future__ import annotations

import pytest

from ingest.ordering.language import load
from ingest.pipeline import layout
from ingest.proposal import Layout
from ingest.segmenting.titles import Title

RIVER = (
    "南河滩的三道拦河坝上月蓄满了水。往年入冬就见底的水渠，今年一直流到了腊月，两岸的麦田浇了冻水。",
    "县水利局工程师樊明说，明年再修两道坝，把剩下的四千亩旱地变成水浇地。",
)
FOREST = (
    "青石岭上的侧柏今年又长高了一拃。护林员老郭背着水壶上山，一天要走二十里，四年里没有丢过一片林子。",
    "封山以后，岭上的草先绿了，接着山鸡和野兔也回来了。去年冬天，村里有人看见了狍子的脚印。",
    "县林业局局长郭长青说，明年还要封育六万亩，栽植侧柏一百二十万株，护林员再添三十人。",
)
SHEEP = (
    "柳林坪的羊住进了新圈。圈舍建在山坡上，水泥地面，顶上开着天窗，三百多只湖羊一字排开吃草料。",
    "养羊的樊玉山算了一笔账，一只母羊一年下两茬羔，除去草料和防疫，净落一千一百元。",
    "县畜牧局请来省农科院的专家，开春以来办了九期培训班，明年底湖羊存栏要达到八万只。",
)
OF_RIVER = ("县水利局", "南河滩又见清波")
OF_FOREST = ("县林业局", "封山封出一片青")
OF_SHEEP = ("县畜牧局", "羊圈搬上了山坡")


def texts(*blocks: str) -> dict[str, list[str]]:
    found: Layout = layout("\n\n".join(blocks))
    return {
        each.headline.text if each.headline else "": [part.text for part in each.paragraphs]
        for each in found.articles
    }


def test_where_two_stacks_stand_together_each_gets_the_text_that_names_its_body() -> None:
    page = texts(*OF_RIVER, *RIVER, *OF_FOREST, *OF_SHEEP, *SHEEP, *FOREST)
    assert page == {
        "南河滩又见清波": list(RIVER), "封山封出一片青": list(FOREST), "羊圈搬上了山坡": list(SHEEP),
    }  # fmt: skip


@pytest.mark.parametrize("strayed", [FOREST[2:], FOREST[1:]])
def test_a_paragraph_that_names_the_body_over_another_article_goes_there(
    strayed: tuple[str, ...],
) -> None:
    own = FOREST[: -len(strayed)]
    page = texts(*OF_RIVER, *RIVER, *OF_FOREST, *own, *OF_SHEEP, *SHEEP, *strayed)
    assert page["封山封出一片青"][-1] == FOREST[-1]
    assert page["羊圈搬上了山坡"][:3] == list(SHEEP)


@pytest.mark.parametrize("kind", ["乡", "镇", "村", "街道", "社区"])
def test_a_town_is_named_without_its_kind(kind: str) -> None:
    """… as people say it: 青石 for 青石乡."""
    strayed = "入冬前，青石还要再封两面坡。乡里请了六名巡山的，都是本村人，山路走得熟。"
    towns = (
        ("南河镇", "南河滩又见清波"),
        (f"青石{kind}", "封山封出一片青"),
        ("柳林坪镇", "羊圈搬上了山坡"),
    )
    page = texts(*towns[0], *RIVER, *towns[1], *FOREST[:2], *towns[2], *SHEEP, strayed)
    assert page["封山封出一片青"] == [*FOREST[:2], strayed]


def test_who_only_helped_takes_no_paragraph() -> None:
    helped = "护林员说，县水利局修的塘坝也帮了忙，山上浇树的水不用再背了。"
    report = [f"本报讯（记者 秦岚）{FOREST[0]}", FOREST[1], helped]
    page = texts(*OF_RIVER, *RIVER, "侧柏又长高了", *report)
    assert page["侧柏又长高了"] == report


def test_the_name_of_a_body_over_a_line_is_no_cut_text() -> None:
    """…, though the line could be read on by the text: 一片青|青石岭."""
    page = texts(*OF_RIVER, *RIVER, *OF_FOREST, *FOREST, *OF_SHEEP, *SHEEP)
    assert list(page) == ["南河滩又见清波", "封山封出一片青", "羊圈搬上了山坡"]


@pytest.mark.parametrize("line", ["孩子发烧怎么办", "网购遇骗咋办", "井水如何入村"])
def test_a_question_is_no_name_of_a_body(line: str) -> None:
    assert not Title.of(0, line, load()).is_organisation
    assert Title.of(0, "县扶贫办", load()).is_organisation


@pytest.mark.parametrize("village", ["幸福村", "团结村", "胜利社区", "和平街道", "新华镇"])
def test_a_village_that_is_called_by_an_ordinary_word_is_named_in_full(village: str) -> None:
    """… or a wish for 幸福 in another article would go to 幸福村."""
    word = village[:2]
    wish = f"老人们说，{word}不{word}，看看脸上的笑就知道，今年的年夜饭要坐两大桌。"
    towns = (
        ("南河镇", "南河滩又见清波"),
        (village, "封山封出一片青"),
        ("柳林坪镇", "羊圈搬上了山坡"),
    )
    page = texts(*towns[0], *RIVER, *towns[1], *FOREST, *towns[2], *SHEEP, wish)
    assert page["羊圈搬上了山坡"] == [*SHEEP, wish]
