"""From bytes to articles: nothing is lost, nothing doubled, the same file gives the same page."""

from __future__ import annotations

from collections import Counter
from datetime import date

from hypothesis import given, settings
from hypothesis import strategies as st

from ingest.pipeline import layout, propose
from ingest.proposal import Layout
from tests.growth import MOST, growth_with_length

SENTENCES = [
    "本报讯 近日,渠口镇召开春灌动员会,部署抢墒播种工作。",
    "会议要求,各村要在本月底前完成渠道清淤,确保四月上旬放水。",
    "“水到田头,心就定了。”种粮大户郭茂林说。",
    "全镇现有机井四十六眼,其中带病运行的九眼,已全部送修。",
    "下一步,镇里将组织农技人员包片指导。(吴春燕)",
    "记者在现场看到,挖掘机正在加固堤坝",
    "总投资1200万元的提水泵站年底建成。",
]
LINES = ["春灌保供 渠口先行", "渠口镇", "抢墒播种正当时", "一、清淤要快", "2023年3月8日 星期三",
         "责编:李华 电话:0354-1234567", "图为农户在检修机井。", "(下转第3版)", "白菜 1.20 1.30 元/斤", "■本报记者 王安"]  # fmt: skip
blocks = st.lists(
    st.one_of(
        st.lists(st.sampled_from(SENTENCES), min_size=1, max_size=4).map("".join),
        st.sampled_from(LINES),
        st.text(alphabet="县乡镇的是了。，,、”“（）()!?a1 \u3000·—", max_size=30),
    ),
    max_size=14,
)


def characters(text: str) -> Counter[str]:
    return Counter("".join(text.split()))


def placed(found: Layout) -> str:
    return "".join(part.text for part in found.parts())


@settings(max_examples=60)
@given(blocks, st.lists(st.integers(0, 400), max_size=6), st.sampled_from(["\n", "\n\n", "\r\n"]))
def test_every_character_stands_in_exactly_one_part(lines, cuts, separator):
    text = separator.join(lines)
    for cut in sorted(cuts, reverse=True):
        if cut < len(text):
            text = text[:cut] + "\n\n" + text[cut:]
    found = layout(text)
    assert characters(placed(found)) == characters(text)
    numbers = [number for part in found.parts() for number in part.pieces]
    assert sorted(numbers) == list(range(len(found.pieces)))


def test_the_same_bytes_give_the_same_proposal():
    data = "\n\n".join([*LINES, *SENTENCES]).encode()
    day = date(2023, 3, 8)
    once, again = propose(data, issue_date=day), propose(data, issue_date=day)
    assert once.layout == again.layout


def test_a_passage_without_a_headline_is_one_article_and_is_whole():
    found = layout("\n\n".join(SENTENCES[:4]))
    assert len(found.articles) == 1
    article = found.articles[0]
    assert article.headline is None and article.missing is None
    assert [part.text for part in article.paragraphs] == SENTENCES[:4]


def test_one_paragraph_is_one_article():
    article = layout(SENTENCES[3]).articles[0]
    assert (article.headline, article.missing) == (None, None)


def test_a_passage_cut_off_in_mid_sentence_lacks_its_end():
    assert layout(SENTENCES[0] + "\n\n" + SENTENCES[5]).articles[0].missing == "end"


def test_a_passage_that_starts_in_mid_word_lacks_its_beginning():
    assert layout("，一亩地能省四十块钱。\n\n" + SENTENCES[3]).articles[0].missing == "beginning"


def test_a_seam_is_read_on_and_the_reason_names_the_word():
    left, right = SENTENCES[1][:26], SENTENCES[1][26:]
    found = layout("\n\n".join([SENTENCES[0], left, right, SENTENCES[3]]))
    assert SENTENCES[1] in [part.text for part in found.articles[0].paragraphs]
    assert [(join.left, join.right, join.made) for join in found.joins] == [(1, 2, True)]
    assert "就是下一段" in found.joins[0].reason


def test_a_line_of_blanks_is_read_in_time():
    def line(blanks: int) -> str:
        return "麦子" + " " * blanks + "黄了"

    assert growth_with_length(layout, line, 30_000) < MOST
    found = layout(line(30_000))
    assert [part.text.split() for part in found.parts()] == [["麦子", "黄了"]]
