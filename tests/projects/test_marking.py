"""A figure of the ledger leads to its sentence, marked in the text, whatever the markup."""

from __future__ import annotations

import re

from hypothesis import given
from hypothesis import strategies as st

from articles.plain import body_lines
from projects.marking import Quote, circled, mark_facts

A, B = "aaaa", "bbbb"


def bare(html: str) -> str:
    """The text without what marking adds."""
    html = re.sub(r"\u2060<sup.*?</sup>", "", html)
    return re.sub(r"</?mark[^>]*>|<b class=\"figure\">|</b>|<span id=[^>]*></span>", "", html)


def test_the_arrived_sentence_is_washed_and_its_figure_circled() -> None:
    html = "<p>二期总投资1.48亿元，分两年建成。</p>"
    quote = Quote(A, "二期总投资1.48亿元，分两年建成。", (5, 11), (1,))
    assert mark_facts(html, [quote], A) == (
        '<p><mark class="fact here" id="f-aaaa">二期总投资<b class="figure">1.48亿元</b>'
        '\u2060<sup class="fact-number"><a href="#fact-1">①</a></sup>，分两年建成。</mark></p>'
    )


def test_other_sentences_have_an_anchor_and_a_number_but_no_wash() -> None:
    html = "<p>总投资1.48亿元。年底竣工。</p>"
    quotes = [Quote(A, "总投资1.48亿元。", (3, 9), (1,)), Quote(B, "年底竣工。", None, (2,))]
    marked = mark_facts(html, quotes, B)
    assert '<mark class="fact" id="f-aaaa">总投资1.48亿元\u2060' in marked
    assert '<mark class="fact here" id="f-bbbb">年底竣工\u2060' in marked
    assert marked.count(" here") == 1
    assert marked.count('class="figure"') == 0


def test_a_sentence_is_marked_across_bold_words_and_links() -> None:
    html = '<p>前文。投资<strong>九千<a href="/x">八百</a></strong>万元，占比高。后文</p>'
    quote = Quote(A, "投资九千八百万元，占比高。", (2, 8), (3,))
    marked = mark_facts(html, [quote], A)
    assert bare(marked) == html
    assert marked.count('id="f-aaaa"') == 1
    assert marked.count("③") == 1
    assert "万元</b>\u2060<sup" in marked


def test_line_breaks_and_blanks_of_the_source_do_not_hide_a_sentence() -> None:
    html = "<p>建成后\n  年产漆器3万件。</p>"
    quote = Quote(A, "建成后 年产漆器3万件。", None, (1,))
    assert 'id="f-aaaa"' in mark_facts(html, [quote], A)


def test_a_sentence_that_is_not_there_leaves_the_text_alone() -> None:
    html = "<p>甲 &amp; 乙 &lt;丙&gt;</p>"
    assert mark_facts(html, [Quote(A, "没有这句。", None, (1,))], A) == html


def test_two_facts_of_one_sentence_share_its_mark_and_keep_their_own_anchors() -> None:
    html = "<p>总投资1.3亿元，年底前投用。</p>"
    sentence = "总投资1.3亿元，年底前投用。"
    quotes = [Quote(A, sentence, (3, 8), (1,)), Quote(B, sentence, (9, 12), (2,))]
    marked = mark_facts(html, quotes, B)
    assert marked.count('id="f-aaaa"') == marked.count('id="f-bbbb"') == 1
    assert '<b class="figure">年底前</b>' in marked
    assert '<b class="figure">1.3亿元' not in marked


def test_the_text_before_a_sentence_tells_two_equal_ones_apart() -> None:
    html = "<p>甲项目。投资1亿元。</p><p>乙项目。投资1亿元。</p>"
    marked = mark_facts(html, [Quote(A, "投资1亿元。", None, (1,), prefix="乙项目。")], A)
    assert marked.startswith("<p>甲项目。投资1亿元。</p>")


def test_text_is_escaped_as_before() -> None:
    html = "<p>甲&lt;script&gt;乙，投资1亿元。</p>"
    marked = mark_facts(html, [Quote(A, "甲<script>乙，投资1亿元。", None, (1,))], A)
    assert "<script>" not in marked


def test_numbers_are_circled_to_fifty() -> None:
    assert "".join(circled(n) for n in (1, 20, 21, 35, 36, 50)) == "①⑳㉑㉟㊱㊿"


WORDS = st.text("甲乙丙丁1。", min_size=1, max_size=8)


@given(st.lists(WORDS, min_size=1, max_size=6), st.data())
def test_marking_never_changes_the_text(words: list[str], data: st.DataObject) -> None:
    tags = data.draw(st.lists(st.sampled_from(["", "strong", "em"]), min_size=6, max_size=6))
    inner = "".join(
        f"<{tag}>{word}</{tag}>" if tag else word for word, tag in zip(words, tags, strict=False)
    )
    text = "".join(words)
    spans = data.draw(st.lists(st.tuples(st.integers(0, len(text)), st.integers(1, 9)), max_size=3))
    quotes = [
        Quote(f"u{index}", text[start : start + length], (0, 1), (index + 1,))
        for index, (start, length) in enumerate(spans)
        if text[start : start + length]
    ]
    html = f"<p>{inner}</p>"
    marked = mark_facts(html, quotes, "u0")
    assert body_lines(bare(marked)) == body_lines(html)
    assert bare(marked) == html
    for quote in quotes:
        assert marked.count(f'id="f-{quote.uid}"') == 1
