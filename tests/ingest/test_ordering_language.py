"""What the importer knows of the language when it reads a broken page."""

from __future__ import annotations

from ingest.ordering.language import BASE, Language, load, pack, unpack
from ingest.ordering.page import Page
from ingest.ordering.trigrams import Trigrams
from ingest.pipeline import layout
from ingest.readers.kinds import kinds_of
from ingest.readers.lines import pieces

TEXT = "枣沟泥哨要晾七天。\n集上有三家卖枣沟泥哨。\n"


def test_a_name_that_no_dictionary_holds_is_known_from_its_characters() -> None:
    learned = load() + load().counted([TEXT])
    assert "沟泥哨" not in load().words
    assert learned.trigrams.gain("枣沟泥", "哨") > load().trigrams.gain("枣沟泥", "哨") + 0.5


def test_a_beginning_that_opened_paragraphs_is_told_from_the_middle_of_one() -> None:
    opening = load().trigrams.opening
    assert opening("近日") > 1 > opening("得更") + 1


def test_the_rarer_a_character_the_more_it_tells() -> None:
    rarity = load().trigrams.rarity
    assert rarity("的") < 0.1
    assert rarity("骡") > rarity("村") > 0.1


def test_text_can_be_taken_out_of_a_table_again() -> None:
    table = Language({"泥哨": -12.0, "枣": -11.0}, {"泥哨": "n", "枣": "n"})
    read = table.counted([TEXT])
    twice = table + read + read
    assert (twice - read).pairs == read.pairs
    assert (twice - read).trigrams.gain("沟", "泥") == read.trigrams.gain("沟", "泥")


def test_a_table_comes_out_as_it_was_packed() -> None:
    table = Language({"泥哨": -12.0}, {"泥哨": "n"})
    table += table.counted([TEXT])
    packed = unpack(pack(table))
    assert (packed.words, packed.classes) == (table.words, table.classes)
    assert packed.pairs == table.pairs
    assert packed.trigrams.after_two == table.trigrams.after_two


def test_a_table_of_nothing_finds_all_alike() -> None:
    assert Trigrams().gain("枣沟", "泥哨") == Trigrams().gain("枣沟", "七天")
    assert Trigrams().rarity("枣") == 0
    assert layout(PAGE, language=Language()).articles


def test_the_marks_of_a_paragraph_s_ends_may_stand_in_its_text() -> None:
    table = Language({"泥哨": -12.0}, {"泥哨": "n"})
    table += table.counted(["^泥哨$ 的\t价\u3000$^\x1c枣\n\n^\n$"])
    packed = unpack(pack(table))
    assert packed.pairs == table.pairs
    assert packed.trigrams.after_two == table.trigrams.after_two


def test_the_table_is_small_enough_for_any_machine() -> None:
    assert BASE.stat().st_size < 2_000_000


PAGE = """春灌保供 渠口先行

本报讯 近日，渠口镇召开春灌动员会。

会议还传达了县委关于

规范用水收费的通知精神，研究了其他事项。

桥头村建成冷库

本报讯 村里的冷库昨天开机。
"""


def test_a_short_line_at_the_foot_of_a_column_is_read_on_and_is_no_headline() -> None:
    first = layout(PAGE).articles[0]
    assert first.paragraphs[-1].text == (
        "会议还传达了县委关于规范用水收费的通知精神，研究了其他事项。"
    )


def test_a_subhead_is_not_read_into_the_paragraph_below_it() -> None:
    text = PAGE.replace("会议还传达了县委关于", "渠道清淤一寸不落").replace(
        "规范用水", "渠口镇规范用水"
    )
    first = layout(text).articles[0]
    assert [each.text for each in first.subheads] == ["渠道清淤一寸不落"]


def test_what_is_taken_up_again_over_a_seam_speaks_for_it() -> None:
    text = """老陈每天都要到码头上去修船，

把渔船的船板一块一块敲过去，听声音就知道漏不漏。

看着冷库的温度一点一点降下去，苹果一筐一筐装好。
"""
    found = pieces(text)
    page = Page(found, kinds_of(found), load())
    assert page.near(0, 1) > page.near(0, 2) + 1


# The page that docs/ordering.md works through.
WORKED = """春灌保供 渠口先行

本报讯 近日，渠口镇召开春灌动员会，要求各村清淤渠

桥头村万吨冷库昨天开机

本报讯 桥头村的苹果有了过冬的地方。
"""


def test_the_page_of_the_docs_is_read_as_they_tell() -> None:
    found = layout(WORKED + "\n道，四月上旬放水。\n")
    (join,) = found.joins
    assert (join.left, join.right, join.made) == (1, 4, True)
    assert join.confidence > 0.9
    assert "成词“渠道”" in join.reason
    assert [each.missing for each in layout(WORKED).articles] == ["end", None]
