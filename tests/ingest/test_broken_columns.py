"""Columns whose lines are broken at one width: their feet, headlines, lists and first lines."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ingest.ordering.breaks import line_ends, parted
from ingest.ordering.language import load
from ingest.pipeline import layout
from ingest.readers.lines import pieces
from ingest.readers.punctuation import visible

WIDTH = 16
MILL = (
    "老油坊停了二十年，木榨上落满了灰。去年腊月，返乡的兄弟俩把它擦洗干净，买回两千斤油菜籽，"
    "请八十一岁的师傅坐在灶前看火候。头一天出油三百斤，香味飘过了半条街，赶集的人围着不肯走。"
)
FERRY = (
    "渡口的铁船换成了电船，乡亲们过江不再闻柴油味。船老大说，充一次电能跑二十个来回，"
    "比从前省下一半的钱，声音还小，岸边洗衣的人听不见船来，要按两声铃才抬头。"
)
CLINIC = (
    "卫生院的中药房天不亮就生火，给慢性病人代煎汤药。三名护工轮流守着十二口砂锅，"
    "一天要煎六十多副，装袋、贴签、送药到村，老人在家门口就能拿到温热的药。"
)


def texts(text: str) -> list[str]:
    return [piece.text for piece in pieces(text)]


def set_in(width: int, text: str, indent: int = 0) -> list[str]:
    """The lines of a paragraph whose first line has room for the indent that was lost."""
    line = "\u3000" * indent + text
    found, at = [], 0
    while at < len(line):
        end = at + width
        while end < len(line) and line[end] in "，。、；：！？”）":
            end += 1
        found.append(line[at:end].lstrip("\u3000"))
        at = end
    return found


def column(*paragraphs: str, indent: int = 0) -> list[str]:
    return [line for each in paragraphs for line in set_in(WIDTH, each, indent)]


def cut_at_pause(text: str) -> list[str]:
    """The lines of a column that is cut where the last of them pauses, though it is full."""
    above = text[: text.index("，", 2 * WIDTH) + 1]
    first = len(above) % WIDTH or WIDTH
    return [above[:first], *(above[at : at + WIDTH] for at in range(first, len(above), WIDTH))]


@pytest.mark.parametrize(
    "headline", ["渡口来了电船", "更正", "遗失声明", "木榨又响起来了", "冬修水利动员会召开"]
)
def test_a_short_headline_under_a_comma_is_no_part_of_the_column(headline: str) -> None:
    cut = cut_at_pause(MILL)
    assert cut[-1].endswith("，") and len(cut[-1]) == WIDTH
    text = "\n".join([*column(CLINIC), *cut, headline, *column(FERRY)])
    assert headline in texts(text)


@pytest.mark.parametrize(
    ("above", "entry"),
    [
        ("供水检修将影响下列街巷的用水：油坊巷、渡口街、", "三眼井"),
        ("有意参加培训的村民请到镇农技站报名。联系电话：", "6613507"),
    ],
)
def test_an_entry_of_a_notice_goes_on_without_a_stop(above: str, entry: str) -> None:
    first = len(above) % WIDTH
    notice = [above[:first], *(above[at : at + WIDTH] for at in range(first, len(above), WIDTH))]
    text = "\n".join([*column(CLINIC, FERRY), *notice[1:], entry, *column(MILL)])
    assert any(each.endswith(above[-8:] + entry) for each in texts(text))


def test_the_first_item_of_a_list_is_no_part_of_its_head() -> None:
    head = "二〇二四年石桥镇要办好的五件实事"
    assert len(head) == WIDTH
    items = [
        "1.硬化通组道路十一公里，年底前全部通车。责任单位：镇村建办",
        "2.给七个村的渡口换上电船和救生设施。责任单位：镇农服中心",
        "3.建成镇卫生院中药房，为慢性病人代煎汤药。",
    ]
    found = texts("\n".join([*column(MILL, FERRY), head, *column(*items), *column(CLINIC)]))
    assert [head, *items] == found[2:6]


def test_a_figure_that_is_cut_at_its_point_begins_no_item() -> None:
    """降到0. | 1。 looks like the first of a list whose second stands below."""
    cut = "经过两年治理，全乡河水的氨氮浓度从每升二点三毫克一路降到0."
    rest = "1。其他各项指标也都好于往年的同期。"
    first = len(cut) % WIDTH
    lines = [cut[:first], *(cut[at : at + WIDTH] for at in range(first, len(cut), WIDTH))]
    text = "\n".join([*column(MILL), *lines, *column(rest), "2.今年还要清淤。", *column(FERRY)])
    assert any("降到0.1。其他" in each for each in texts(text))


@pytest.mark.parametrize("width", [15, 16, 18, 21])
def test_first_lines_that_lost_their_indent_are_read_on(width: int) -> None:
    """The first line ends a sentence just where its line ends: the paragraph goes on below."""
    ended = "榨油这门手艺在镇上传了五代人了没断过"[: width - 3] + "。"
    whole = ended + "师傅姓戴，一辈子没有离开过这条街，" + FERRY
    others = [MILL, CLINIC, FERRY] * 4
    lines = [line for each in [*others, whole] for line in set_in(width, each, indent=2)]
    assert len(lines[-len(set_in(width, whole, 2))]) == width - 2
    assert texts("\n".join(lines)) == [*others, whole]


def test_a_first_line_may_lack_its_indent_and_a_figure() -> None:
    whole = "本报讯 腊月初八，镇文化站院里" + "2023年冬季农技大集在石桥镇开锣，" + FERRY
    first, rest = whole[: whole.index("2023")], whole[whole.index("2023") :]
    others = [MILL, CLINIC, FERRY] * 4
    lines = [line for each in others for line in set_in(WIDTH + 2, each, indent=2)]
    text = "\n".join([*lines, first, *set_in(WIDTH + 2, rest)])
    assert texts(text)[-1] == whole


def test_one_line_of_two_columns_without_indents_ends_its_paragraph() -> None:
    """Where first lines fill their lines, one that is two short and stops is a paragraph."""
    short = "木榨还在，手艺也还在呢。"
    assert len(short) == WIDTH - 4
    assert texts("\n".join(column(MILL, short, FERRY, CLINIC))) == [MILL, short, FERRY, CLINIC]


def test_columns_that_meet_are_parted_where_the_rest_of_each_stands_elsewhere() -> None:
    """擦洗干|净 on the page tells that 充一次电|净 is none; without it nothing does."""
    ferry, mill = set_in(WIDTH, FERRY), set_in(WIDTH, MILL)
    met = [*ferry[:2], *mill[2:]]
    with_rests = pieces("\n".join([*met, *mill[:2], *ferry[2:]]))
    found = [each.text for each in parted(with_rests, load())]
    assert "".join(ferry[:2]) in found and "".join(mill[2:]) in found
    without = pieces("\n".join([*met, *set_in(WIDTH, CLINIC)]))
    assert len(parted(without, load())) == 2


def test_columns_that_meet_come_to_their_own_articles() -> None:
    ferry, mill = set_in(WIDTH, FERRY), set_in(WIDTH, MILL)
    page = ["老油坊", *mill[:2], "渡口的电船", *ferry[:2], *mill[2:], *ferry[2:]]
    found = layout("\n".join(page))
    assert {part.text for each in found.articles for part in each.paragraphs} == {MILL, FERRY}


@pytest.mark.parametrize(
    ("above", "below"), [("从前没人稀罕。2", "021年以来"), ("投资3", ".6亿元")]
)
def test_a_figure_is_never_parted(above: str, below: str) -> None:
    cut = ("镇里的账本上记得清清楚楚，" * 4 + above)[-3 * WIDTH :]
    text = "\n".join([*set_in(WIDTH, cut), *set_in(WIDTH, below + FERRY[10:]), *column(MILL)])
    (whole,) = [each for each in pieces(text) if above[-4:] + below in each.text]
    assert above not in [end.above[-len(above) :] for end in line_ends(whole)]
    assert any(above[-4:] + below in each.text for each in parted([whole], load()))


@given(st.text(alphabet="本报讯县，。、：（）1２.① \n\u3000", max_size=300))
def test_no_character_is_lost_or_doubled_however_lines_are_parted(text: str) -> None:
    found = "".join(visible(each.text) for each in parted(pieces(text), load()))
    assert found == visible(text)
