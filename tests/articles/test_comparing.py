"""The difference of two versions reads like an editor's marks."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from articles.comparing import GONE, NEW, SAME, Segment, compare, differences, sentences

TEXT = st.text(alphabet="平遥县水利局投资亿元。！；\n”1.3", max_size=60)


@given(TEXT)
def test_sentences_joined_are_the_text(text: str) -> None:
    assert "".join(sentences(text)) == text


@given(TEXT, TEXT)
def test_nothing_is_lost_on_either_side(old: str, new: str) -> None:
    found = differences(old, new)
    assert "".join(part.text for part in found if part.kind != NEW) == old
    assert "".join(part.text for part in found if part.kind != GONE) == new


def test_one_changed_figure_is_marked_alone() -> None:
    assert differences("总投资1.3亿元，年底投用。", "总投资1.5亿元，年底投用。") == [
        Segment(SAME, "总投资1."),
        Segment(GONE, "3"),
        Segment(NEW, "5"),
        Segment(SAME, "亿元，年底投用。"),
    ]


def test_a_rewritten_sentence_goes_and_comes_whole() -> None:
    found = differences("菜农说，往后不愁卖。", "明年春天，冷库再添六间。")
    assert [part.kind for part in found] == [GONE, NEW]


def test_an_added_sentence_leaves_its_neighbours_alone() -> None:
    found = differences("甲来了。丙走了。", "甲来了。乙也来了。丙走了。")
    assert [(part.kind, part.text) for part in found] == [
        (SAME, "甲来了。"),
        (NEW, "乙也来了。"),
        (SAME, "丙走了。"),
    ]


def test_paragraphs_stand_level_and_unchanged_ones_are_told_apart() -> None:
    found = compare("第一段。\n第二段旧。\n第三段。", "第一段。\n第二段新。\n第三段。")
    assert [row.changed for row in found] == [False, True, False]
    assert "".join(part.text for part in found[1].new) == "第二段新。"
