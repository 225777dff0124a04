"""Chinese text on the screen: where headlines break, where pictures stand, who wrote it."""

import re

import pytest

from articles.bylines import authors_of, credits_of
from articles.typesetting import set_dateline, set_headline, set_pictures

HEADLINES = [
    "漆艺产业园二期主体完工 年底前开门迎客",
    "入冬第一车保鲜菜从岳壁发往太原",
    "“以前阴雨天只能停手”——三代人的漆",
    "总投资1.48亿元，年底前竣工",
]


def text_of(html: str) -> str:
    return re.sub(r"<[^>]+>", "", html)


@pytest.mark.parametrize("headline", HEADLINES)
def test_a_set_headline_still_reads_the_same(headline):
    assert text_of(set_headline(headline)) == headline


@pytest.mark.parametrize("headline", HEADLINES)
def test_no_line_of_a_headline_begins_with_punctuation_or_a_lone_character(headline):
    for clause in set_headline(headline).split(" <span"):
        pieces = [text_of(piece) for piece in clause.split("<wbr>")]
        assert all(piece[0] not in "，。”、" for piece in pieces[1:])
        assert all(len(piece) > 1 for piece in pieces)


def test_a_headline_of_two_clauses_breaks_between_them_first():
    html = set_headline("供热管网三期收口 三千一百户今冬入网")
    assert html.count('<span class="clause">') == 2


def test_a_headline_cannot_bring_markup_of_its_own():
    assert "<script" not in set_headline("<script>alert(1)</script>")


@pytest.mark.parametrize(
    ("html", "expected"),
    [
        ("<p>本报讯 昨天</p>", '<p><span class="dateline">本报讯</span> 昨天</p>'),
        (
            '<p><mark class="fact">本报讯 昨天</mark></p>',
            '<p><mark class="fact"><span class="dateline">本报讯</span> 昨天</mark></p>',
        ),
        ("<p>昨天，本报讯</p>", "<p>昨天，本报讯</p>"),
        ("<h2>本报讯</h2>", "<h2>本报讯</h2>"),
    ],
)
def test_the_dateline_is_set_where_the_text_begins_with_it(html, expected):
    assert set_dateline(html, "本报讯") == expected


def test_the_first_picture_follows_the_first_paragraph():
    body = "<p>一</p><p>二</p>"
    assert set_pictures(body, ["<figure></figure>"]) == "<p>一</p><figure></figure><p>二</p>"


def test_further_pictures_keep_paragraphs_between_them_and_none_is_lost():
    body = "".join(f"<p>{n}</p>" for n in range(5))
    html = set_pictures(body, ["[A]", "[B]", "[C]"])
    assert html == "<p>0</p>[A]<p>1</p><p>2</p><p>3</p>[B]<p>4</p>[C]"


@pytest.mark.parametrize("tag", ["ul", "table", "blockquote"])
def test_no_picture_stands_inside_a_list_a_table_or_a_quote(tag):
    body = f"<{tag}><p>甲</p><p>乙</p></{tag}><p>丙</p>"
    assert set_pictures(body, ["[图]"]) == f"<{tag}><p>甲</p><p>乙</p></{tag}><p>丙</p>[图]"


def test_a_text_without_paragraphs_still_shows_its_picture():
    assert set_pictures("", ["[图]"]) == "[图]"


@pytest.mark.parametrize(
    ("byline", "expected"),
    [
        ("本报记者 温子衿 通讯员 雷晓棠", [("记者", ["温子衿"]), ("通讯员", ["雷晓棠"])]),
        ("记者张三、李四", [("记者", ["张三", "李四"])]),
        ("见习记者：王五", [("见习记者", ["王五"])]),
        ("雷晓棠 摄影报道", [("署名", ["雷晓棠 摄影报道"])]),
        ("本报评论员", [("署名", ["本报评论员"])]),
        ("", []),
        ("记者　陈 小", [("记者", ["陈小"])]),
        (
            "本报记者陈　小　通讯员　王　一、雷晓棠",
            [("记者", ["陈小"]), ("通讯员", ["王一", "雷晓棠"])],
        ),
        ("记者 陈 小、王 一", [("记者", ["陈小", "王一"])]),
        ("记者 陈 小 王 一", [("记者", ["陈小", "王一"])]),
        ("记者 温 子 衿", [("记者", ["温子衿"])]),
        ("记者：雷晓棠 陈 小 温子衿", [("记者", ["雷晓棠", "陈小", "温子衿"])]),
    ],
)
def test_a_byline_is_read_as_printed_or_left_whole(byline, expected):
    assert [(credit.role, credit.names) for credit in credits_of(byline)] == expected


def test_authors_are_the_names_without_their_roles():
    assert authors_of("本报记者 温子衿 通讯员 雷晓棠") == ["温子衿", "雷晓棠"]
