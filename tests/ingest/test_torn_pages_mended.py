"""What a torn page shows of its papers and pictures is known wherever it stands."""

from __future__ import annotations

import pytest

from ingest.pipeline import layout
from ingest.proposal import Article, Layout
from ingest.readers.kinds import kind_of
from ingest.readers.lines import pieces

ROOF = (
    "县一中的旧瓦换成了新瓦，雨天上课不用再挪桌子，老瓦工说这批瓦能管四十年，檐口的木椽也换过了。"
)
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
    report = (
        "5月6日，清石镇的茶农在雨后的茶园里采摘夏茶。今年全镇采茶八百亩，鲜叶比去年每斤多卖一元。"
    )
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


def test_what_breaks_off_over_a_headline_is_its_kicker() -> None:
    kicker = "三级石阶，两户船家，一条没有桥的河，四十年里摆渡人换了五个——"
    found = page("一中换新瓦", ROOF, kicker, "渡口有了灯", PIER)
    assert heads(found) == ["一中换新瓦", "渡口有了灯"]
    assert (found.articles[1].kicker or found.articles[1]).text == kicker
    assert texts(found.articles[0]) == [ROOF]


@pytest.mark.parametrize("headline", ["路宽了", "车来了", "钱够吗"])
def test_what_came_about_is_a_headline_and_nobodys_name(headline: str) -> None:
    found = page("石阶上的四十年", headline, "□ 本报记者　白小露", PIER)
    (article,) = found.articles
    assert headline not in [part.text for part in article.bylines]


@pytest.mark.parametrize(
    "line", ["联系人：骆会计　电话：0000-3219110", "经办人：秦川 联系电话：87220000"]
)
def test_whom_to_ask_stays_in_the_notice_with_its_day(line: str) -> None:
    items = ("一、拆换旧瓦四百平方米。", "二、校门改由北门进出。")
    notice = ("因校舍维修，现将有关事项公告如下：", *items, line, "2016年8月26日")
    found = page("县一中公告", *notice, "渡口修石阶", PIER)
    assert heads(found) == ["县一中公告", "渡口修石阶"]
    assert texts(found.articles[0]) == list(notice)


def test_a_line_of_many_figures_is_no_wider_than_its_column() -> None:
    """Though the commas of the file count like characters."""
    lines = [
        "渡口的石阶修好了,赶集人不再踩",
        "着泥水上船船家把缆桩换成了铁的",
        "夜里还装了两盏灯,照着卖菜大娘",
        "心里亮堂船家按着清石渡字第一百",
        "(2016)0412-0415-0417-0418号的",
        "要求把救生衣也换了,孩子的另做",
        "小号一人一件先穿好了再上船坐稳",
        "船家自己也要穿着才能撑船过河去",
        "码头上的老人说,从前一件也没有",
        "水急的时候只能抱着一块木板过河",
        "如今孩子都不用怕,上学不停课。",
    ]
    assert [each.text for each in pieces("\n".join(lines))] == ["".join(lines)]


SIGNED = [
    "渡口的石阶修好了，赶集的人不再踩",
    "着泥水上船，船家把缆桩也换成铁的",
    "了，夜里还装了两盏灯。（白小露）",
]
NEXT = [
    "一中的旧瓦换成了新瓦，雨天上课再",
    "也不用挪桌子，檐口的木椽也全换过",
    "了。",
]


def test_a_signed_paragraph_is_at_its_end_though_its_line_is_full() -> None:
    found = [each.text for each in pieces("\n".join(SIGNED + NEXT))]
    assert found == ["".join(SIGNED), "".join(NEXT)]


def test_brackets_inside_a_paragraph_sign_nothing() -> None:
    lines = [*SIGNED[:2], "了，船是老船家手里的（秦川两兄弟）", *NEXT]
    assert [each.text for each in pieces("\n".join(lines))] == ["".join(lines)]


@pytest.mark.parametrize(
    ("line", "kind"), [("刷？", "body"), ("行！", "body"), ("怎么刷？", "title")]
)
def test_the_last_character_of_a_question_is_no_headline(line: str, kind: str) -> None:
    assert kind_of(pieces(line)[0]) == kind
