"""What the importer knows of the language when it reads a broken page."""

from __future__ import annotations

from statistics import mean

import numpy as np
import pytest

from ingest.ordering import topics, vectors
from ingest.ordering.language import BASE, Language, load, pack, plain, unpack
from ingest.ordering.page import Page
from ingest.ordering.trigrams import Trigrams
from ingest.ordering.vectors import CHARACTERS, NEAR, Vocabulary
from ingest.pipeline import layout
from ingest.readers.kinds import kinds_of
from ingest.readers.lines import pieces

TEXT = "枣沟泥哨要晾七天。\n集上有三家卖枣沟泥哨。\n"


def test_a_name_that_no_dictionary_holds_is_known_from_its_characters() -> None:
    learned = load() + load().counted([TEXT])
    assert "沟泥哨" not in load().words
    assert learned.trigrams.gain("枣沟泥", "哨") > load().trigrams.gain("枣沟泥", "哨") + 0.5


SENTENCES = [
    "去年冬天，他把两间旧屋腾出来做了豆腐坊。",
    "老井边的石磨已经停了十来年。",
    "会议指出，当前防汛形势不容乐观。",
    "据县农机站介绍，这批机手都是本地人。",
    "此外，还有九条断头路列入明年计划。",
    "“账要算在明处。”会计老方说。",
    "她当了二十六年接生员，没出过一次差错。",
]
RESTS = [
    "的豆腐坊已经开了两间，雇了六个人。",
    "年没有响过的石磨又转了起来。",
    "和水库水位的变化，随时准备转移下游群众。",
    "训的机手共有四十名，都是本地人。",
    "列入明年计划，由交通局牵头实施。",
    "处，谁也不吃亏。",
    "接生员的手艺传给了两个徒弟。",
]


def test_a_text_that_begins_in_mid_sentence_is_told_from_one_that_begins_a_sentence() -> None:
    midway = load().midway
    assert all(midway(plain(each)) < 0 for each in SENTENCES)
    assert all(midway(plain(each)) > 0 for each in RESTS)


def test_what_an_end_waits_for_is_found_though_it_never_stood_there() -> None:
    """Neither stands in the table's text; the kind of word that follows does."""
    ends = ["全乡新栽耐旱的沙棘", "他从怀里掏出一张皱巴巴"]
    beginnings = ["三千余亩，成活率超过八成", "的欠条，摊在桌上"]
    pairs = [(0, 0), (0, 1), (1, 0), (1, 1)]
    first, wrong, also_wrong, second = load().reads_on(ends, beginnings, pairs)
    assert min(first, second) > max(wrong, also_wrong) + 1


def test_vectors_come_out_as_they_were_packed() -> None:
    vocabulary = Vocabulary.of("渠水", ["水渠"], ["n", "v"])
    tables = {
        name: np.arange(np.prod(size), dtype=np.float32).reshape(size) % (vectors.STEPS + 1)
        for name, size in small_sizes().items()
    }
    found = vectors.unpack(vectors.pack(vocabulary, tables))
    assert found.vocabulary == vocabulary
    assert np.allclose(found.characters, tables["characters"], atol=0.5)
    assert np.allclose(found.end.memory.state.weights, tables["end.memory.state"], atol=0.5)
    assert np.allclose(found.beginning.outer.weights, tables["beginning.outer"], atol=0.5)


def small_sizes() -> dict[str, tuple[int, ...]]:
    """Tables of a small network: vectors of three and two numbers, a memory of two."""
    seen = CHARACTERS * 3 + NEAR * 4 + 2
    layers: dict[str, tuple[int, ...]] = {
        "memory.seen": (6, 4), "memory.seen_bias": (6,),
        "memory.state": (6, 2), "memory.state_bias": (6,),
        "inner": (5, seen), "inner_bias": (5,), "outer": (4, 5), "outer_bias": (4,),
        "alone": (1, 5), "alone_bias": (1,),
    }  # fmt: skip
    shared: dict[str, tuple[int, ...]] = {"characters": (4, 3), "words": (3, 2), "classes": (4, 2)}
    sides = ("end", "beginning")
    return shared | {f"{side}.{name}": size for side in sides for name, size in layers.items()}


def test_a_beginning_that_goes_on_with_a_text_is_known_by_itself() -> None:
    goes_on = load().continues([plain(each) for each in RESTS])
    begins = load().continues([plain(each) for each in SENTENCES])
    assert mean(goes_on) > mean(begins) + 1
    assert sum(each > max(goes_on) for each in begins) <= 1


def test_what_was_said_further_off_tells_what_follows() -> None:
    """The same six characters and two words end both; what they wait for stands before."""
    ends = ["化肥农药都涨了价，种粮的成本眼下比去年同期", "连下三天大雨，水库的水位眼下比去年同期"]
    beginnings = ["每亩多花六十元，农户都说划不来", "高出两米，两孔闸门全部提起"]
    assert ends[0][-CHARACTERS:] == ends[1][-CHARACTERS:]
    pairs = [(0, 0), (0, 1), (1, 0), (1, 1)]
    first, wrong, also_wrong, second = load().reads_on(ends, beginnings, pairs)
    assert first > wrong and second > also_wrong


NETS = "渔民把破了的网补好，等开海那天出航。"
HARBOUR = "码头上停满了船，休渔期还有三天结束。"
ORCHARD = "果农给苹果套上纸袋，再过两个月就能采收。"


def near(one: str, other: str) -> float:
    first, second = load().topics.of([load().about(plain(each)) for each in (one, other)])
    return float(first @ second)


def test_texts_on_one_subject_are_near_each_other_though_they_share_no_word() -> None:
    assert near(NETS, HARBOUR) > near(NETS, ORCHARD) + 0.2
    assert near(ORCHARD, "冷库里的梨也卖出了好价钱。") > near(ORCHARD, HARBOUR) + 0.2


def test_what_two_texts_are_about_adds_up() -> None:
    about = load().about
    assert np.allclose(about(plain(NETS)) + about(plain(ORCHARD)), about(plain(NETS + ORCHARD)))


def test_topics_come_out_as_they_were_packed() -> None:
    sizes = {"words": (3, 2), "characters": (4, 2), "weight": (2,)}
    sizes |= {"inner": (5, 2), "inner_bias": (5,), "outer": (4, 5), "outer_bias": (4,)}
    tables = {
        name: np.arange(np.prod(size), dtype=np.float32).reshape(size)
        for name, size in sizes.items()
    }
    found = topics.unpack(topics.pack(["水渠", "泥哨"], "水渠哨", tables))
    assert found.word_numbers == {"水渠": 1, "泥哨": 2}
    assert found.character_numbers == {"水": 1, "渠": 2, "哨": 3}
    assert all(np.allclose(getattr(found, name), tables[name], atol=0.5) for name in sizes)


def test_text_can_be_taken_out_of_a_table_again() -> None:
    table = Language({"泥哨": -12.0, "枣": -11.0}, {"泥哨": "n", "枣": "n"})
    read = table.counted([TEXT])
    twice = table + read + read
    assert (twice - read).pairs == read.pairs
    assert (twice - read).trigrams.gain("沟", "泥") == read.trigrams.gain("沟", "泥")


def spelled(table: Language) -> dict[str, list[str]]:
    return {lead: sorted(each) for lead, each in table.trigrams.after.items()}


def test_a_table_comes_out_as_it_was_packed() -> None:
    table = Language({"泥哨": -12.0}, {"泥哨": "n"})
    table += table.counted([TEXT])
    table.signs["h哨"] = 1.5
    packed = unpack(pack(table))
    assert packed.signs == table.signs
    assert (packed.words, packed.classes) == (table.words, table.classes)
    assert packed.pairs == table.pairs
    assert spelled(packed) == spelled(table)


def test_a_large_archive_and_an_empty_one_can_be_packed() -> None:
    often = Language(trigrams=Trigrams({"好。": "$" * 70_000}))
    assert spelled(unpack(pack(often))) == {"好。": ["$"] * 65_535}
    assert unpack(pack(Language())) == Language()


def test_what_was_read_once_after_two_characters_is_left_out_but_not_after_one() -> None:
    read = Trigrams.of(["枣沟泥哨", "枣沟泥塑"])
    kept = read.without_rare()
    assert kept.after["枣沟"] == "泥泥"
    assert "沟泥" not in kept.after
    assert sorted(kept.after["泥"]) == ["哨", "塑"]


def test_a_table_of_nothing_finds_all_alike() -> None:
    assert Trigrams().gain("枣沟", "泥哨") == Trigrams().gain("枣沟", "七天")
    assert not Language().topics.of([Language().about("枣沟泥哨")]).any()
    assert layout(PAGE, language=Language()).articles


def test_the_marks_of_a_paragraph_s_ends_may_stand_in_its_text() -> None:
    table = Language({"泥哨": -12.0}, {"泥哨": "n"})
    table += table.counted(["^泥哨$ 的\t价\u3000$^\x1c枣\n\n^\n$"])
    packed = unpack(pack(table))
    assert packed.pairs == table.pairs
    assert spelled(packed) == spelled(table)


def test_the_table_is_small_enough_for_any_machine() -> None:
    files = (BASE, vectors.BASE, topics.BASE)
    assert sum(each.stat().st_size for each in files) < 2_000_000


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
    near = {pair: seam.features["topic"] for pair, seam in page.seams.items()}
    assert near[0, 1] > near[0, 2] + 0.2


def test_a_column_is_read_on_at_the_head_of_the_next_and_not_in_its_middle() -> None:
    text = """桥头村的老井淤了多年，村里请来打井队，

把井底的泥一筐筐吊上来。

清了三天三夜，井水又甜了。
"""
    found = pieces(text)
    page = Page(found, kinds_of(found), load())
    assert (page.position(0, 1), page.position(0, 2)) == ("next", "inside")
    assert page.seams[0, 1].value > page.seams[0, 2].value


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


def test_a_file_of_many_pages_asks_only_what_stands_near(monkeypatch: pytest.MonkeyPatch) -> None:
    """So that time grows with the file, and not with its square."""
    monkeypatch.setattr("ingest.ordering.page.MOST_SEAMS", 100)
    monkeypatch.setattr("ingest.ordering.page.NEAREST", 6)
    found = pieces(
        "\n\n".join(
            f"第{n}块地里种的是冬小麦，浇过头遍水以后苗情转好，农技站的人到" for n in range(40)
        )
    )
    page = Page(found, kinds_of(found), load())
    assert page.seams
    assert max(abs(left - right) for left, right in page.seams) == 6
