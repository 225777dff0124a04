"""What a reviewer does on the desk changes just that, loses no text, and refuses nonsense."""

from __future__ import annotations

from copy import deepcopy
from datetime import date
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ingest.desk.doubts import doubts
from ingest.desk.draft import draft
from ingest.desk.edits import EditError, edit, stands
from ingest.proposal import (
    Article,
    Facts,
    Join,
    Known,
    Layout,
    Part,
    Piece,
    ProjectFact,
    Proposal,
    Subhead,
    Sum,
)

ONE = "本报讯 河东冷库总投资1.3亿元，年底前投用。菜农说，往后不愁卖。"
TWO = "冷库分三期建。"
OTHER = "县里今年修路12公里。"
QUOTE = "本报讯 河东冷库总投资1.3亿元，年底前投用。"


def document():
    pieces = [
        Piece(i, i, text, 0, 0)
        for i, text in enumerate(["冷库动工", ONE, TWO, "小标题", "修路", OTHER, "责编"])
    ]
    first = Article(
        "x",
        headline=Part("冷库动工", [0]),
        paragraphs=[Part(ONE, [1]), Part(TWO, [2])],
        subheads=[Subhead("小标题", [3], before=1)],
    )
    second = Article("y", headline=Part("修路", [4]), paragraphs=[Part(OTHER, [5])])
    layout = Layout(
        pieces, [first, second], leftovers=[Part("责编", [6])], joins=[Join(1, 2, 0.5, "也许")]
    )
    layout.joins[0].made = False
    sums = [Sum(Decimal(130_000_000), "1.3亿元", quote=QUOTE)]
    fact = ProjectFact("河东冷库", "x", QUOTE, investments=sums, due_on=date(2026, 12, 31))
    facts = Facts(projects=[fact], departments={"x": ["县水利局"]})
    return draft(Proposal(layout, facts), Known(departments={"县水利局": "河东县水利局"}))


def texts(doc):
    heads = [a[h] for a in doc["articles"] for h in ("kicker", "headline", "deck")]
    parts = [p["text"] for a in doc["articles"] for p in a["parts"]]
    return sorted("".join([*heads, *parts, *(p["text"] for p in doc["loose"])]).replace(" ", ""))


def test_the_draft_holds_every_piece_and_knows_what_is_known():
    doc = document()
    assert [p["kind"] for p in doc["articles"][0]["parts"]] == ["paragraph", "subhead", "paragraph"]
    assert doc["articles"][0]["departments"] == [
        {"printed": "县水利局", "match": "河东县水利局", "use": True}
    ]
    assert doc["facts"][0]["investments"][0]["amount"] == "130000000"


def with_departments(*articles: list[str]):
    """The document with other words in its articles: one paragraph a text."""
    doc = document()
    for article, lines in zip(doc["articles"], articles, strict=True):
        article["departments"] = []
        article["parts"] = [{**article["parts"][0], "text": text} for text in lines]
        for number, each in enumerate(article["parts"]):
            each["id"] = f"p{article['id']}{number}"
    doc["facts"] = []
    doc["articles"][0]["departments"] = [
        {"printed": "南政乡", "match": None, "use": True},
        {"printed": "县水利局", "match": "河东县水利局", "use": True, "checked": True},
    ]
    return doc


def printed(article):
    return [each["printed"] for each in article["departments"]]


def test_a_moved_paragraph_takes_its_departments_along():
    doc = with_departments(["塔建好了。", "南政乡清渠，由县水利局出资。"], ["渠通了。"])
    first, second = edit(doc, "move_part", {"part": "pa11", "to": "a2"})["articles"]
    assert (printed(first), printed(second)) == ([], ["南政乡", "县水利局"])
    assert second["departments"][1]["match"] == "河东县水利局"


def test_what_both_texts_name_stands_with_both():
    doc = with_departments(["县水利局建塔。", "南政乡请县水利局出资。"], ["渠通了。"])
    first, second = edit(doc, "move_part", {"part": "pa11", "to": "a2"})["articles"]
    assert (printed(first), printed(second)) == (["县水利局"], ["南政乡", "县水利局"])


def test_what_the_moved_text_does_not_name_stays():
    doc = with_departments(["南政乡建塔。", "县水利局出资。"], ["渠通了，乡亲们谢县水利局。"])
    doc["articles"][1]["departments"] = [
        {"printed": "县水利局", "match": None, "use": False, "checked": True}
    ]
    first, second = edit(doc, "move_part", {"part": "pa11", "to": "a2"})["articles"]
    assert printed(first) == ["南政乡"]
    assert second["departments"] == [
        {"printed": "县水利局", "match": None, "use": False, "checked": True}
    ]


def test_what_is_joined_from_another_article_brings_its_departments() -> None:
    doc = document()
    doc["joins"][0] |= {"left": 2, "right": 5}
    doc["articles"][1]["departments"] = [{"printed": "县里", "match": None, "use": True}]
    changed = edit(doc, "decide_join", {"join": doc["joins"][0]["id"], "decision": "accept"})
    assert [printed(each) for each in changed["articles"]] == [["县水利局", "县里"], []]


def test_a_new_article_takes_the_departments_that_it_names():
    doc = with_departments(["南政乡建塔。", "县水利局出资。"], ["渠通了。"])
    first, made, _ = edit(doc, "new_article", {"part": "pa11"})["articles"]
    assert (printed(first), printed(made)) == (["南政乡"], ["县水利局"])


def test_a_corrected_sentence_takes_its_facts_along():
    doc = document()
    fixed = ONE.replace("河东冷库", "河东冷链仓库")
    changed = edit(doc, "edit_text", {"part": "p1", "text": fixed})
    assert changed["facts"][0]["quote"] == QUOTE.replace("河东冷库", "河东冷链仓库")
    assert doc["facts"][0]["quote"] == QUOTE


def test_a_sentence_that_is_gone_is_doubted_first():
    changed = edit(document(), "edit_text", {"part": "p1", "text": "另一段话。"})
    assert doubts(changed)[0]["kind"] == "quote"


def test_an_empty_line_splits_a_paragraph():
    changed = edit(document(), "edit_text", {"part": "p3", "text": "甲。\n\n乙。\n\n丙。"})
    parts = changed["articles"][0]["parts"]
    assert [p["text"] for p in parts[2:]] == ["甲。", "乙。", "丙。"]
    assert len({p["id"] for p in parts}) == len(parts)


def test_split_and_join_are_each_other_s_undoing():
    doc = document()
    cut = edit(doc, "split_part", {"part": "p3", "at": 2})
    assert [p["text"] for p in cut["articles"][0]["parts"]][2:] == ["冷库", "分三期建。"]
    assert texts(edit(cut, "join_part", {"part": "p3"})) == texts(doc)


def test_a_paragraph_moves_to_another_article_and_its_facts_with_it():
    changed = edit(document(), "move_part", {"part": "p1", "to": "a2"})
    assert changed["facts"][0]["article"] == "a2"
    assert stands(changed["articles"][1], QUOTE)


def test_what_leaves_an_article_is_kept_as_a_leftover():
    changed = edit(document(), "label_part", {"part": "p2", "kind": "headline"})
    assert changed["articles"][0]["headline"] == "小标题"
    assert "冷库动工" in [p["text"] for p in changed["loose"]]
    assert texts(changed) == texts(document())


def test_a_new_article_begins_at_a_paragraph():
    changed = edit(document(), "new_article", {"part": "p3"})
    assert [a["id"] for a in changed["articles"]] == ["a1", "a3", "a2"]
    assert changed["articles"][1]["parts"][0]["text"] == TWO


def test_an_amount_is_read_exactly_or_refused():
    changed = edit(document(), "edit_fact", {"fact": "f1", "amount": "约2.4亿元"})
    said = changed["facts"][0]["investments"][0]
    assert (said["amount"], said["comparator"]) == ("240000000", "~")
    for wrong in ("3..5亿", "品万元", "很多钱", "亿元", "1.3亿元和2亿元"):
        with pytest.raises(EditError, match="no_amount"):
            edit(document(), "edit_fact", {"fact": "f1", "amount": wrong})


def test_a_chosen_sentence_stands_for_the_figures_whose_own_is_gone():
    doc = document()
    fact = doc["facts"][0]
    fact["capacities"] = [{"value": "9", "unit": "亩", "text": "9亩", "quote": "原来占地9亩。"}]
    fact["term"] = {"quote": TWO}
    assert "原来占地9亩。" in [each["text"] for each in doubts(doc)]
    changed = edit(doc, "edit_fact", {"fact": "f1", "quote": QUOTE})
    fact = changed["facts"][0]
    assert (fact["capacities"][0]["quote"], fact["term"]["quote"]) == (None, TWO)


@pytest.mark.parametrize(
    ("action", "values", "code"),
    [
        ("edit_fact", {"fact": "f1", "due_on": "2026-13-01"}, "no_date"),
        ("edit_fact", {"fact": "f1", "value": "NaN"}, "no_number"),
        ("edit_fact", {"fact": "f9"}, "gone"),
        (
            "add_fact",
            {"kind": "project", "article": "a1", "quote": "没有印过。", "name": "甲"},
            "quote_not_found",
        ),
        ("move_part", {"part": "p1", "direction": "up"}, "at_the_edge"),
        ("edit_text", {"part": "p1", "text": "  \n "}, "empty_text"),
        ("drop_database", {}, "unknown_action"),
        ("merge_article", {"article": "a1", "to": "a1"}, "same_article"),
    ],
)
def test_a_step_that_makes_no_sense_changes_nothing_and_says_why(action, values, code):
    doc = document()
    before = deepcopy(doc)
    with pytest.raises(EditError, match=code):
        edit(doc, action, values)
    assert doc == before


def test_a_doubtful_join_can_be_made_and_split_again():
    made = edit(document(), "decide_join", {"join": "j1", "decision": "accept"})
    assert made["articles"][0]["parts"][0]["text"] == ONE + TWO
    again = edit(made, "decide_join", {"join": "j1", "decision": "split"})
    assert [p["text"] for p in again["articles"][0]["parts"]][:2] == [ONE, TWO]


STEPS = st.lists(
    st.one_of(
        st.tuples(
            st.just("split_part"),
            st.fixed_dictionaries(
                {"part": st.sampled_from(["p1", "p2", "p3", "p4", "p5"]), "at": st.integers(0, 30)}
            ),
        ),
        st.tuples(
            st.just("join_part"),
            st.fixed_dictionaries({"part": st.sampled_from(["p1", "p2", "p3", "p5"])}),
        ),
        st.tuples(
            st.just("move_part"),
            st.fixed_dictionaries(
                {
                    "part": st.sampled_from(["p1", "p2", "p4"]),
                    "to": st.sampled_from(["a1", "a2", "a3"]),
                }
            ),
        ),
        st.tuples(
            st.just("label_part"),
            st.fixed_dictionaries(
                {
                    "part": st.sampled_from(["p1", "p2", "p3", "p4"]),
                    "kind": st.sampled_from(["kicker", "headline", "leftover", "caption"]),
                }
            ),
        ),
        st.tuples(
            st.just("take_part"),
            st.fixed_dictionaries(
                {"part": st.sampled_from(["l1", "l2"]), "to": st.sampled_from(["a1", "a2"])}
            ),
        ),
        st.tuples(
            st.just("new_article"),
            st.fixed_dictionaries({"part": st.sampled_from(["p1", "p3", "p4"])}),
        ),
        st.tuples(
            st.just("merge_article"),
            st.fixed_dictionaries(
                {"article": st.sampled_from(["a1", "a2"]), "to": st.sampled_from(["a1", "a2"])}
            ),
        ),
    ),
    max_size=12,
)


@given(STEPS)
def test_no_step_loses_or_doubles_a_character(steps):
    doc = document()
    for action, values in steps:
        try:
            doc = edit(doc, action, values)
        except EditError:
            continue
    assert texts(doc) == texts(document())


def test_a_text_left_over_can_begin_an_article_of_its_own():
    before = document()
    loose = before["loose"][0]
    changed = edit(before, "take_part", {"part": loose["id"], "to": "new", "kind": "headline"})
    made = changed["articles"][-1]
    assert len(changed["articles"]) == len(before["articles"]) + 1
    assert (made["headline"], made["parts"]) == (loose["text"], [])
    assert loose["id"] not in {each["id"] for each in changed["loose"]}
    changed = edit(before, "take_part", {"part": loose["id"], "to": "new"})
    assert [each["text"] for each in changed["articles"][-1]["parts"]] == [loose["text"]]
