"""A figure that its sentence does not say is doubted at once, first, and stops the commit."""

from __future__ import annotations

from typing import Any

import pytest

from ingest.committing import what_stands_in_the_way
from ingest.desk.doubts import STANDING, doubts
from ingest.desk.edits import EditError, edit
from ingest.doubt_words import sentence
from tests.ingest.test_desk_edits import OTHER, QUOTE, document

Doc = dict[str, Any]


def with_day() -> Doc:
    doc: Doc = document()
    doc["folio"]["given"] = {"day": "2026-11-24", "paper": "河东报"}
    return doc


def with_target(value: str = "12", unit: str = "公里") -> Doc:
    values = {"kind": "target", "article": "a2", "quote": OTHER, "indicator": "修路"}
    return edit(with_day(), "add_fact", {**values, "value": value, "unit": unit})


def unsaid(doc: Doc) -> list[str]:
    return [sentence(each) for each in doubts(doc) if each["kind"] in ("sum", "value", "due")]


@pytest.mark.parametrize("typed", ["13亿元", "1.4亿元", "1300万元", "1亿至1.3亿元"])
def test_a_typed_sum_that_the_sentence_does_not_say_comes_first(typed: str) -> None:
    changed = edit(document(), "edit_fact", {"fact": "f1", "amount": typed})
    first = doubts(changed)[0]
    assert (first["kind"], first["target"], first["other"]) == ("sum", "f1", "1.3亿元")
    assert first["kind"] in STANDING  # nobody can wave it through
    assert "写的是1.3亿元" in sentence(first)
    assert what_stands_in_the_way(changed)


def test_a_typed_range_is_named_with_both_ends() -> None:
    changed = edit(document(), "edit_fact", {"fact": "f1", "amount": "1亿至1.3亿元"})
    assert "1亿元至1.3亿元" in unsaid(changed)[0]


@pytest.mark.parametrize("typed", ["1.3亿元", "13000万元", "130,000,000元", "一亿三千万元"])
def test_a_sum_typed_in_another_form_takes_the_printed_one(typed: str) -> None:
    cleared = edit(document(), "edit_fact", {"fact": "f1", "amount": "9亿元"})
    changed = edit(cleared, "edit_fact", {"fact": "f1", "amount": typed})
    assert changed["facts"][0]["investments"][0]["text"] == "1.3亿元"
    assert unsaid(changed) == []
    assert what_stands_in_the_way(changed) == []


@pytest.mark.parametrize("typed", ["3150", "１３", "130000000", "999999999999亿元"])
def test_a_bare_number_or_one_beyond_all_measure_is_no_amount(typed: str) -> None:
    with pytest.raises(EditError, match="no_amount"):
        edit(document(), "edit_fact", {"fact": "f1", "amount": typed})


def test_a_missed_sum_finds_the_sentence_that_says_it() -> None:
    doc = document()
    doc["articles"][0]["parts"][-1]["text"] = "冷库分三期建。一期投资4000万元，已经到位。"
    changed = edit(doc, "edit_fact", {"fact": "f1", "amount": "4000万元", "at": "1"})
    assert changed["facts"][0]["investments"][1]["quote"] == "一期投资4000万元，已经到位。"
    assert unsaid(changed) == []


def test_a_statement_is_held_against_its_sentence_as_well() -> None:
    doc = document()
    doc["articles"][1]["parts"][0]["text"] = "县里47个项目总投资62.3亿元。"
    values = {"kind": "statement", "article": "a2", "quote": "县里47个项目总投资62.3亿元。"}
    added = edit(doc, "add_fact", {**values, "amount": "62.3亿元", "members": "47"})
    assert unsaid(added) == []
    changed = edit(added, "edit_fact", {"fact": "f2", "amount": "93.6亿元"})
    assert unsaid(changed) == ["原句里没有93.6亿元，写的是62.3亿元"]


def test_a_text_that_is_corrected_asks_for_the_sum_of_its_fact() -> None:
    fixed = "本报讯 河东冷库总投资1.8亿元，年底前投用。菜农说，往后不愁卖。"
    changed = edit(document(), "edit_text", {"part": "p1", "text": fixed})
    assert unsaid(changed) == ["原句里没有1.3亿元，写的是1.8亿元"]
    mended = edit(changed, "edit_fact", {"fact": "f1", "amount": "1.8亿元"})
    assert unsaid(mended) == []


def test_a_size_goes_with_the_words_that_printed_it() -> None:
    doc = document()
    quote = "本报讯 河东冷库总投资1.3亿元，库容2000吨，年底前投用。"
    doc["articles"][0]["parts"][0]["text"] = quote
    said = {"value": "2000", "unit": "吨", "text": "2000吨", "comparator": "=", "per": None}
    doc["facts"][0] |= {"quote": quote, "capacities": [{**said, "quote": None}]}
    doc["facts"][0]["investments"][0]["quote"] = None
    kept = edit(doc, "edit_text", {"part": "p1", "text": quote.replace("河东", "河东县")})
    assert kept["facts"][0]["capacities"]
    gone = edit(doc, "edit_text", {"part": "p1", "text": quote.replace("2000吨", "3000吨")})
    assert gone["facts"][0]["capacities"] == []


@pytest.mark.parametrize(
    ("value", "unit", "told"),
    [
        ("12", "公里", []),
        ("12", "", []),
        ("21", "公里", ["原句里没有21公里，写的是12公里"]),
        ("12", "户", ["原句里没有12户，写的是12公里"]),
    ],
)
def test_a_value_is_held_against_its_sentence(value: str, unit: str, told: list[str]) -> None:
    doc = with_target()
    changed = edit(doc, "edit_fact", {"fact": "f2", "value": value, "unit": unit})
    assert unsaid(changed) == told
    assert bool(what_stands_in_the_way(changed)) == bool(told)


def test_a_value_that_is_put_right_is_printed_as_the_sentence_prints_it() -> None:
    doc = with_target(value="21")
    assert doc["facts"][1]["text"] is None
    assert edit(doc, "edit_fact", {"fact": "f2", "value": "12"})["facts"][1]["text"] == "12公里"


def test_a_typed_day_is_doubted_and_may_be_an_interpretation() -> None:
    doc = with_day()
    assert unsaid(doc) == []  # the machine's own reading
    changed = edit(doc, "edit_fact", {"fact": "f1", "due_on": "2027-02-05"})
    assert unsaid(changed) == ["原句里没有2027年2月5日，写的是2026年12月31日"]
    assert what_stands_in_the_way(changed) == []
    key = doubts(changed)[0]["key"]
    assert unsaid(edit(changed, "accept_doubt", {"doubt": key})) == []
    assert unsaid(edit(changed, "edit_fact", {"fact": "f1", "due_on": "2026-12-31"})) == []


def test_a_figure_of_a_table_is_known_by_its_cell_and_not_by_a_longer_number() -> None:
    doc = document()
    row = "洛古乡 通村硬化路36公里 2160 11月底前"
    doc["articles"][0]["parts"][0]["text"] = row
    said = {"amount": "21600000", "text": "2160", "quote": row}
    doc["facts"][0] |= {"quote": row}
    doc["facts"][0]["investments"][0] |= said
    assert unsaid(doc) == []
    doc["facts"][0]["investments"][0] |= {"text": "216"}
    assert len(unsaid(doc)) == 1


def test_what_the_machine_read_stands_in_its_sentences() -> None:
    assert unsaid(document()) == []
    assert document()["facts"][0]["quote"] == QUOTE
