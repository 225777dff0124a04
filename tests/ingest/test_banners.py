"""What stands under the folio, over the first article: the name of a column or a slogan is no part
of it; a headline whose words its text says again is one.
"""

from __future__ import annotations

import pytest

from ingest.pipeline import layout
from ingest.proposal import Layout

FOLIO = "03 民生　2016年4月8日　星期五　责编：洛桑"
WATER = (
    "本报讯（记者 格桑）县自来水厂昨天贴出告示，五月一日起水费一季一交，"
    "老表坏了不收钱，师傅上门换。",
    "家住河坝街的杨婆婆说，从前月月排队，腿都站麻了。",
)
TEA = (
    "本报讯（记者 阿依）白崖头的老茶农盘文生今年把茶青送到合作社的新灶上炒，一锅十二斤，火候由他定。",
    "炒出来的头一批茶被省城的铺子订走了，一斤多卖四十元。",
)


def page(*blocks: str) -> Layout:
    return layout("\n\n".join(blocks))


def headlines(found: Layout) -> list[str]:
    return [each.headline.text for each in found.articles if each.headline]


@pytest.mark.parametrize(
    "name", ["便民服务台", "百姓直通车", "乡间新鲜事", "雪域民生", "街坊热线", "水乡夜话"]
)
@pytest.mark.parametrize(
    "headline",
    [
        "水费下月起一季一交 老表坏了免费换 师傅上门不收钱",
        "水厂贴告示 换表不花钱",
        "月月排队交水费的日子到头了",
    ],
)
def test_the_name_of_a_column_stands_over_the_first_headline(name: str, headline: str) -> None:
    found = page(FOLIO, name, headline, *WATER, "头锅茶火候由他定", *TEA)
    assert [part.text for part in found.banners] == [name]
    assert headlines(found) == [headline, "头锅茶火候由他定"]
    assert found.articles[0].kicker is None
    assert found.articles[0].deck is None


@pytest.mark.parametrize("name", ["乡间新鲜事", "大干四季度 冲刺满堂红"])
def test_over_a_text_it_is_no_headline_where_that_stands_elsewhere(name: str) -> None:
    """The headline of the first text stands over the rest of it."""
    cut = TEA[0].index("的新灶")
    head, rest = TEA[0][:cut], TEA[0][cut:]
    stack = ("白崖头的老茶农回来了", "合作社里砌起炒茶的新灶", "头一批一斤多卖四十元")
    found = page(FOLIO, name, head, *stack, rest, TEA[1], "换表不花钱", *WATER)
    assert [part.text for part in found.banners] == [name]
    assert [len(each.paragraphs) for each in found.articles if each.headline] == [2, 2]


@pytest.mark.parametrize("headline", ["老灶新茶", "盘文生的茶灶", "杨婆婆的水费单"])
def test_a_name_whose_words_the_text_says_again_is_a_headline(headline: str) -> None:
    first, second = (WATER, TEA) if "水" in headline else (TEA, WATER)
    found = page(FOLIO, headline, *first, "河坝街上", *second)
    assert headlines(found)[0] == headline


def test_a_headline_over_its_deck_stays_one() -> None:
    found = page(FOLIO, "老街的声音", "——打更人桑吉和他的四十年", TEA[0], "换表不花钱", *WATER)
    assert headlines(found)[0] == "老街的声音"


def test_who_or_where_stands_over_the_headline_as_its_kicker() -> None:
    found = page(FOLIO, "县自来水厂", "换表不花钱", *WATER, "头锅茶火候由他定", *TEA)
    kicker = found.articles[0].kicker
    assert kicker is not None
    assert kicker.text == "县自来水厂"


def test_the_first_of_all_texts_has_its_headline_where_none_stands_elsewhere() -> None:
    found = page(FOLIO, "岁月静好", TEA[0], TEA[1], "换表不花钱", *WATER)
    assert headlines(found) == ["岁月静好", "换表不花钱"]


def test_the_name_of_a_paper_over_its_folio_heads_no_article() -> None:
    rest = "们把铺盖搬进了寨子，白崖头的火塘边从此多了几双筷子。县里年底来看，村里的路灯全亮了。"
    found = page("今日白崖", FOLIO, "（上接第1版）", rest, "水厂贴告示 换表不花钱", *WATER)
    assert [part.text for part in found.banners] == ["今日白崖"]
    assert found.articles[0].headline is None
    assert found.articles[0].missing == "beginning"


def test_a_headline_over_the_folio_keeps_its_article() -> None:
    found = page("白崖头的灶火", FOLIO, *TEA, "水厂贴告示 换表不花钱", *WATER)
    assert headlines(found)[0] == "白崖头的灶火"


@pytest.mark.parametrize("slogan", ["开局起步“十五五” 白崖再出发", "山乡巨变 白崖十年"])
def test_the_slogan_of_a_page_is_no_part_of_the_stack_under_it(slogan: str) -> None:
    found = page(
        slogan, "白崖县召开供水工作会", "换表不花钱 上门不收费", *WATER, "头锅茶火候由他定", *TEA
    )
    first = found.articles[0]
    assert [part.text for part in found.banners] == [slogan]
    assert first.kicker is not None
    assert (first.kicker.text, headlines(found)[0]) == (
        "白崖县召开供水工作会",
        "换表不花钱 上门不收费",
    )


@pytest.mark.parametrize("name", ["凡人微光", "渠畔故事", "院坝党课"])
def test_a_column_is_named_over_a_headline_in_the_middle_of_a_page(name: str) -> None:
    found = page("水厂贴告示 换表不花钱", *WATER, name, "白崖头的老茶农盘文生", *TEA)
    assert [part.text for part in found.banners] == [name]
    assert headlines(found)[1] == "白崖头的老茶农盘文生"


def test_of_two_slogans_at_the_head_of_a_page_the_first_is_that_of_the_page() -> None:
    slogan, own = "保住两座青山两条河 过好白崖人家新日子", "件件有着落 事事见真情"
    found = page(slogan, own, "白崖县公布供水十件大事", *WATER, "头锅茶火候由他定", *TEA)
    first = found.articles[0]
    assert [part.text for part in found.banners] == [slogan]
    assert first.kicker is not None
    assert (first.kicker.text, headlines(found)[0]) == (own, "白崖县公布供水十件大事")


@pytest.mark.parametrize("name", ["茶乡日记", "进牧户 话新变", "局长亮家底"])
@pytest.mark.parametrize(
    "place", ["白崖县南坡镇茶坪村", "白崖旗白音套海苏木", "白崖县供水服务中心"]
)
def test_under_the_name_of_a_column_a_place_or_body_is_the_kicker(name: str, place: str) -> None:
    found = page("水厂贴告示 换表不花钱", *WATER, name, place, "让老茶树长出新芽来", *TEA)
    second = found.articles[1]
    assert [part.text for part in found.banners] == [name]
    assert second.kicker is not None
    assert (second.kicker.text, headlines(found)[1]) == (place, "让老茶树长出新芽来")


@pytest.mark.parametrize(
    ("line", "missing"),
    [
        ("红红火火地卖到了山外。", "beginning"),
        ("也是寨子里最揪心的事。", "beginning"),
        ("雪停了，山路还没有开。", None),
        ("天刚亮，盘文生就上了山。", None),
    ],
)
def test_a_short_last_line_begins_no_article(line: str, missing: str | None) -> None:
    found = page(
        "水厂贴告示 换表不花钱", *WATER, "白崖县茶叶站", "头锅茶火候由他定", line, *TEA[1:]
    )
    assert found.articles[1].missing == missing


@pytest.mark.parametrize(
    "slogan",
    ["凝心聚力 再创辉煌", "不忘初心 牢记使命", "扫黑除恶 平安白崖", "保住青山绿水 过好人家日子"],
)
def test_a_slogan_at_the_head_of_a_page_is_no_kicker_of_the_stack_under_it(slogan: str) -> None:
    found = page(FOLIO, slogan, "县水厂今年要办四件事", "水费一季一交 旧表免费换新", *WATER)
    first = found.articles[0]
    assert [part.text for part in found.banners] == [slogan]
    assert first.kicker is not None
    assert first.kicker.text == "县水厂今年要办四件事"
