"""Lines broken at one width: where a column ends or a headline stands, the lines are parted."""

from __future__ import annotations

import pytest

from ingest.ordering.breaks import parted
from ingest.ordering.language import load
from ingest.pipeline import layout
from ingest.readers.lines import pieces
from ingest.readers.punctuation import visible

FIRST = (
    "惊蛰过后一连晴了四天，云台乡的头茬茶比去年早摘了六天。海拔八百米的茶场里，"
    "两百多名采茶工天没亮就上了山，当天收回鲜叶一千七百斤。"
)
SECOND = (
    "傍晚七点，南河北岸的步道上散步的人比白天还多。新铺好的两公里透水砖从老浮桥一直通到"
    "体育馆，原先这里是一溜菜棚，下雨天人们只好绕着走。"
)


def broken(text: str, width: int) -> list[str]:
    return [text[at : at + width] for at in range(0, len(text), width)]


def test_a_headline_under_a_cut_paragraph_is_no_part_of_it() -> None:
    """The column ends in mid-word; the headline of the next article follows without a gap."""
    upper, lower = broken(FIRST, 18), broken(SECOND, 18)
    text = "\n".join([*upper[:3], "河边步道又长一截", *lower])
    assert "河边步道又长一截" in [each.text for each in pieces(text)]


@pytest.mark.parametrize("first", [1, 2, 3])
def test_the_foot_of_a_column_is_found_by_the_words(first: int) -> None:
    """Both halves fill their lines: only the words over the line end tell the columns apart."""
    upper, lower = broken(SECOND, 14)[:3], broken(FIRST, 14)[first:]
    text = "\n".join(upper + lower)
    assert len(pieces(text)) == 1
    found = parted(pieces(text), load())
    assert [each.text for each in found] == ["".join(upper), "".join(lower)]
    assert [each.id for each in found] == [0, 1]


@pytest.mark.parametrize("width", [13, 15, 18, 21])
@pytest.mark.parametrize("paragraph", [FIRST, SECOND])
def test_a_paragraph_that_reads_on_stays_whole(width: int, paragraph: str) -> None:
    found = layout("茶山上\n" + "\n".join(broken(paragraph, width)))
    assert [part.text for part in found.articles[0].paragraphs] == [paragraph]


def test_a_deck_begins_a_line_of_its_own() -> None:
    text = "\n".join(
        ["一条断头路，让两个镇绕了三十年啊", "——青油公路改扩建工程见闻小记", *broken(FIRST, 16)]
    )
    assert [each.text for each in pieces(text)][1] == "——青油公路改扩建工程见闻小记"


def test_lines_with_a_blank_line_under_each_are_rejoined() -> None:
    text = "\n\n".join([*broken(FIRST, 17), *broken(SECOND, 17)] * 2)
    assert [each.text for each in pieces(text)] == [FIRST, SECOND] * 2


def test_mottos_with_a_blank_line_under_each_stay_lines() -> None:
    mottos = ["爱国爱乡爱护公物", "遵纪守法文明礼貌", "热心公益助人为乐", "崇尚科学反对迷信。"] * 2
    assert [each.text for each in pieces("\n\n".join(mottos))] == mottos


def test_a_text_may_hold_a_dash_at_the_beginning_of_a_line() -> None:
    text = "菜农们盼着的那台新式卷帘机终于在腊\n——不，应该说是在小年那天运进了村口\n，全村的老老少少都跑出来看热闹，比\n过年还要高兴。"
    assert len(pieces(text)) == 1
    wish = "大棚里的菜农盼了三年只有一个心愿啊\n——让全村人都在冬天吃上新鲜的黄瓜吧\n。为了这个心愿，他们跑遍了半个省城。"
    assert len(pieces(wish)) == 1


def test_pieces_know_where_their_lines_stand_in_the_file() -> None:
    text = "\n".join(broken(SECOND, 14)[:3] + broken(FIRST, 14)[1:])
    for piece in parted(pieces(text), load()):
        starts = [piece.start, *(each.start for each in piece.breaks)]
        ends = [*(each.end for each in piece.breaks), piece.end]
        lines = [text[start:end] for start, end in zip(starts, ends, strict=True)]
        assert visible("".join(lines)) == visible(piece.text)


# A cut at the foot of each of two columns; over some line ends the words hardly read on.
COLUMNS = """
本报讯（通讯员 农商行宣）开春以来
一直没有断过客人，营业厅的长凳上坐
满了等着换零钱的摊主，队伍排到门外
的台阶底下。

窗口里的三名柜员轮流吃饭，新券一捆
一捆地拆，到下午四点换出去十一万元
，点钞机烫得不敢摸，柜员小覃的手指
头贴了三块胶布，她说明天还要去乡下

春笋上市了，鸭塘村的晒场一大早铺满
了笋壳。收笋的老板开来四辆车，过秤
、记账、装筐，忙得连水都顾不上喝，
每斤比去年贵了六角，挖笋的人笑着把

票子折好揣进怀里，又扛起锄头上了坡
，他们要趁着这几天的雨水再挖一茬。
"""


def test_nothing_is_parted_where_blank_lines_show_the_ends_of_columns() -> None:
    blocks = COLUMNS.strip().split("\n\n")
    found = parted(pieces(COLUMNS), load())
    assert [each.text for each in found] == [block.replace("\n", "") for block in blocks]


def test_blank_lines_between_paragraphs_alone_do_not_show_where_columns_end() -> None:
    """Every block ends its sentence: columns are cut inside of them."""
    upper, lower = broken(SECOND, 14)[:3], broken(FIRST, 14)[1:]
    text = "\n\n".join(["\n".join([*upper, *lower]), "\n".join(broken(SECOND, 14))])
    assert "".join(upper) in [each.text for each in parted(pieces(text), load())]


def test_writers_inside_one_bracket_stand_in_one_line() -> None:
    text = "\n".join(broken("本报讯（记者 潘定远 韦丽琼 陆炳贵 通讯员 农国英）" + FIRST, 19))
    lines = text.split("\n")
    assert lines[1].startswith("通讯员")
    assert len(pieces(text)) == 1
