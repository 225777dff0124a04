"""Headlines that stand apart from their texts, since the columns of a page came out in broken order."""

from __future__ import annotations

import numpy as np

from ingest.ordering.language import load
from ingest.pipeline import layout
from ingest.proposal import Layout
from ingest.readers.kinds import kinds_of
from ingest.readers.lines import pieces as pieces_of
from ingest.segmenting.meetings import Meetings
from ingest.segmenting.sight import Sight

SCHOOL_BUS = """五月的雨下了一个星期，石桥小学门口的校车还是准点到了。开车的老钟今年五十六岁，车上坐着二十三个孩子。

校车到一站，老钟就下来数一遍孩子，再数一遍书包。八年了，他没有让一个孩子落在站上。

家长们凑钱要给他送一面锦旗，老钟不要，说孩子们喊他一声钟爷爷，就比锦旗好。"""
WELL = """八月里旱了四十天，双槐村的老井见了底。打井队进村那天，村民把自家的水桶排到了井口。

钻机响了六天六夜，一百五十米深的地方出了水。打井队长把第一瓢水端给了村里岁数最大的杜奶奶。

如今双槐村家家接了水管，老井也没有填，村里给它盖了一个亭子。"""
PEPPERS = """眼下正是辣椒采摘的时节，南坪乡的晒场上一片通红。收购辣椒的卡车从早到晚排着队，一斤干椒卖到十一元。

种辣椒的大户岳明山说，去年一斤才六元，今年他把十五亩坡地都种上了。

乡里请来农技员，教大家怎样烘干辣椒，烘干以后一斤能多卖两元。"""


def headlines(found: Layout) -> dict[str, str]:
    """By headline how the text under it begins."""
    return {
        article.headline.text: article.paragraphs[0].text[:4] if article.paragraphs else ""
        for article in found.articles
        if article.headline
    }


def cut(text: str) -> tuple[str, str]:
    """A text in two columns, the second of which begins with a comma."""
    at = len(text) * 2 // 3
    at = text.index("，", at)
    return text[:at], text[at:]


def test_each_headline_gets_the_text_that_speaks_of_it_where_the_columns_are_broken() -> None:
    bus, bus_rest = cut(SCHOOL_BUS)
    well, well_rest = cut(WELL)
    pepper, pepper_rest = cut(PEPPERS)
    page = [
        "老钟的校车没有晚点过", well_rest, pepper,
        "双槐村的老井又有了水", bus_rest, bus,
        "南坪乡的辣椒红了晒场", pepper_rest, well,
    ]  # fmt: skip
    assert headlines(layout("\n\n".join(page))) == {
        "老钟的校车没有晚点过": "五月的雨",
        "双槐村的老井又有了水": "八月里旱",
        "南坪乡的辣椒红了晒场": "眼下正是",
    }


def test_headlines_that_were_collected_are_parted_and_get_their_texts() -> None:
    """Two headlines one under the other, with the texts of both further down."""
    page = [
        "双槐村的老井又有了水", WELL, "老钟的校车没有晚点过", "南坪乡的辣椒红了晒场", PEPPERS, SCHOOL_BUS,
    ]  # fmt: skip
    assert headlines(layout("\n\n".join(page))) == {
        "老钟的校车没有晚点过": "五月的雨",
        "双槐村的老井又有了水": "八月里旱",
        "南坪乡的辣椒红了晒场": "眼下正是",
    }


def test_two_lines_on_one_subject_stay_one_stack_where_the_text_is_below() -> None:
    page = f"八月无雨井见底\n\n双槐村的老井又有了水\n\n{WELL}\n\n南坪乡的辣椒红了晒场\n\n{PEPPERS}"
    found = layout(page)
    assert [article.headline.text for article in found.articles if article.headline] == [
        "双槐村的老井又有了水",
        "南坪乡的辣椒红了晒场",
    ]


def test_texts_that_are_all_alike_tell_nothing_of_two_stacks() -> None:
    pieces = pieces_of("夏粮开秤\n\n新桥通车\n\n全县二十座粮库同时开秤，农户卖粮当场结账。")
    meetings = Meetings(Sight.of(pieces, kinds_of(pieces), load()))
    alike = np.full(3, -0.1934, np.float32)  # whose spread is an error of rounding
    told = np.array([0.1, -0.1, 0.2], np.float32)
    assert meetings.seam(told, alike)["alike"] == 0.0


ROAD = """本报讯 3月11日，石桥至南坪公路改建工程在石桥镇开工，路基全长十八公里，工期二十个月。

施工队已经运来压路机和摊铺机，沿线三个村的征地款在开工以前都发到了农户手里。（田禾）"""
SESSION = """本报讯 3月10日，县人大常委会举行第八次会议，听取和审议了县政府关于环境保护的报告。

会议还通过了人事任免，新任命的干部当场作了表态发言。（章平）"""


def test_two_headlines_over_two_reports_are_told_apart_by_what_the_reports_speak_of() -> None:
    """Headlines that came out together, over the reports of both one after the other."""
    page = [
        "双槐村的老井又有了水", WELL,
        "石桥至南坪公路改建工程开工", "县人大常委会举行第八次会议", ROAD, SESSION,
        "南坪乡的辣椒红了晒场", PEPPERS,
    ]  # fmt: skip
    found = layout("\n\n".join(page))
    told = {each.headline.text: each.paragraphs[0].text for each in found.articles if each.headline}
    assert "公路改建工程在石桥镇开工" in told["石桥至南坪公路改建工程开工"]
    assert "听取和审议" in told["县人大常委会举行第八次会议"]


def test_a_headline_and_its_deck_over_one_report_stay_together_above_another_report() -> None:
    page = [
        "双槐村的老井又有了水", WELL,
        "石桥至南坪公路改建工程开工", "全长十八公里 工期二十个月", ROAD, SESSION,
        "南坪乡的辣椒红了晒场", PEPPERS,
    ]  # fmt: skip
    found = layout("\n\n".join(page))
    road = next(each for each in found.articles if "公路改建" in each.paragraphs[0].text)
    assert road.headline and road.headline.text == "石桥至南坪公路改建工程开工"
    assert road.deck and road.deck.text == "全长十八公里 工期二十个月"
