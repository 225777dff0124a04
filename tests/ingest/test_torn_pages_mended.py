"""What a torn page shows of its papers and pictures is known wherever it stands."""

from __future__ import annotations

import pytest

from ingest.pipeline import layout
from ingest.proposal import Article, Layout

ROOF = "县一中的旧瓦换成了新瓦，雨天上课不用再挪桌子，老瓦工说这批瓦能管四十年，檐口的木椽也换过了。"
PIER = "渡口的石阶修好了，赶集的人不用再踩着泥水上船，船家把缆桩也换成了铁的，夜里还装了两盏灯。"


def page(*blocks: str) -> Layout:
    return layout("\n\n".join(blocks))


def heads(found: Layout) -> list[str]:
    return [each.headline.text if each.headline else "" for each in found.articles]


def texts(article: Article) -> list[str]:
    return [part.text for part in article.paragraphs]


@pytest.mark.parametrize(
    "caption",
    [
        "5月6日，清石镇的茶农在雨后的茶园里采摘夏茶。今年全镇采茶八百亩，鲜叶比去年每斤多卖一元。",
        "清石镇茶园里的老茶树，三个人才能合抱。",
    ],
)
@pytest.mark.parametrize("credit", ["本报记者　白　露　摄", "秦川 供图"])
def test_what_stands_over_who_took_the_picture_is_its_caption(caption: str, credit: str) -> None:
    found = page("一中换新瓦", ROOF, caption, credit, "渡口修石阶", PIER)
    assert heads(found) == ["一中换新瓦", "渡口修石阶"]
    assert texts(found.articles[0]) == [ROOF]
    assert [part.text for part in found.articles[0].captions] == [caption, credit]


def test_who_wrote_and_took_pictures_signs_a_report() -> None:
    report = "5月6日，清石镇的茶农在雨后的茶园里采摘夏茶。今年全镇采茶八百亩，鲜叶比去年每斤多卖一元。"
    found = page("一中换新瓦", ROOF, "夏茶开园", report, "秦川 摄影报道", "渡口修石阶", PIER)
    assert heads(found) == ["一中换新瓦", "夏茶开园", "渡口修石阶"]
    assert texts(found.articles[1]) == [report]


@pytest.mark.parametrize(
    ("paper", "told"),
    [
        ("清石报", "中共清石县委主管主办"),
        ("清石日报", "中共清石县委主管主办"),
        ("清石周刊", "清石周刊社出版　2016年8月31日　星期三"),
    ],
)
def test_the_name_of_the_paper_stands_in_no_article_wherever_it_was_given_out(
    paper: str, told: str
) -> None:
    found = page("一中换新瓦", ROOF, paper, PIER, told)
    assert heads(found) == ["一中换新瓦"]
    assert [part.text for part in found.leftovers] == [paper, told]


def test_a_good_report_is_no_paper() -> None:
    found = page("一中换新瓦", ROOF, "清石捷报", PIER, "中共清石县委主管主办")
    assert "清石捷报" not in [part.text for part in found.leftovers]


def test_a_report_of_a_weekly_begins_a_paragraph_though_the_line_above_is_full() -> None:
    """本刊讯 is to a weekly what 本报讯 is to a daily."""
    lines = [
        "渡口的石阶修好了，赶集的人不用再踩着",
        "泥水上船，船家把缆桩也换成了铁的，夜",
        "里还装了两盏灯，卖菜的大娘最是高兴。",
        "本刊讯（记者 白露）一中的旧瓦昨天换",
        "成了新瓦，雨天上课不用再挪桌子，老瓦",
        "工说这批瓦能管四十年，檐口的木椽也全",
        "换过了。",
    ]
    (article,) = layout("\n".join(lines)).articles
    assert texts(article) == ["".join(lines[:3]), "".join(lines[3:])]


def test_a_weekly_has_its_dateline() -> None:
    found = page("一中换新瓦", f"本刊讯（记者 白露）{ROOF}", "渡口修石阶", f"本刊讯　{PIER}")
    assert [each.dateline for each in found.articles] == ["本刊讯", "本刊讯"]
