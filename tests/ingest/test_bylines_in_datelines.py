"""Who wrote a report is read behind its dateline, however the paper prints it there."""

from __future__ import annotations

import pytest

from ingest.ordering.language import load
from ingest.pipeline import layout
from ingest.proposal import Article, Layout, Part
from ingest.readers.signatures import writers_at_end, writers_in_dateline
from ingest.segmenting.details import byline, dateline
from tests.growth import MOST, growth

RICE = "今年的早稻比往年早熟了五天，河湾村的收割机从天亮响到天黑，粮站的车等在田埂上。"
MILL = "碾米厂把烘干机让了出来，谁家的谷子湿，先给谁家烘。"


def page(*blocks: str) -> Layout:
    return layout("\n\n".join(blocks))


def report(opening: str) -> Article:
    return page("早稻进了粮仓", f"{opening}{RICE}", MILL).articles[0]


@pytest.mark.parametrize(
    ("opening", "said"),
    [
        ("本报讯 记者钱小舟报道 ", "记者钱小舟"),
        ("本报讯 通讯员葛大川 记者从县粮食局获悉，", "通讯员葛大川"),
        ("本报讯 记者钱小舟、通讯员葛大川报道 ", "记者钱小舟、通讯员葛大川"),
        ("本报讯 记者斯琴图报道 ", "记者斯琴图"),
        ("本报讯 葛大川 笔者在田头看到，", "葛大川"),
        ("本报讯（那木拉）", "那木拉"),
        ("本报讯（阿米娜·吐逊 钱小舟）", "阿米娜·吐逊 钱小舟"),
        ("本报讯 （钱小舟 葛川） ", "钱小舟 葛川"),
        ("本报讯（记者 钱小舟）", "记者 钱小舟"),
        ("本报讯（欧阳小舟）", "欧阳小舟"),
        ("本报讯（巴图孟和 钱小舟）", "巴图孟和 钱小舟"),
        ("本报讯 钱小舟报道 ", "钱小舟"),
        ("本报讯 钱小舟 葛大川 ", "钱小舟 葛大川"),
        ("本报讯 通讯员欧阳小舟报道 ", "通讯员欧阳小舟"),
        ("本报讯 记者 钱小舟 连续报道 ", "记者 钱小舟"),
    ],
)
def test_the_writers_stand_behind_the_dateline(opening: str, said: str) -> None:
    found = report(opening)
    assert (found.dateline, found.byline) == ("本报讯", said)


def test_who_reports_for_the_paper_is_the_byline_and_no_dateline() -> None:
    found = report("本报记者钱小舟报道：")
    assert (found.dateline, found.byline) == ("", "本报记者钱小舟")


@pytest.mark.parametrize(
    "opening",
    [
        "本报讯 记者从县粮食局获悉，",
        "本报讯 记者近日在田头看到，",
        "本报讯 连日来 ",
        "本报讯 金秋时节 ",
        "本报讯（综合）",
        "本报讯（县融媒体中心）",
        "本报讯（国庆假期）",
        "本报讯（秋收专稿）",
        "本报讯（图片报道）",
        "本报讯（黄昏）",
        "本报讯 据中新社报道 ",
        "本报讯 综合报道 ",
        "本报讯 连续报道 ",
        "本报讯 市广播电台今晨报道 ",
        "本报讯 石门台报道 ",
        "本报讯 记者昨夜报道 ",
        "本报讯 记者据中新社报道 ",
        "本报讯 石榴红 ",
        "本报讯 黄瓜架 葛根地 ",
        "本报讯 钱小舟 ",
        "本报讯 时间早 任务多 ",
        "葛大川 笔者的邻居，种田的好手。",
    ],
)
def test_what_names_nobody_is_no_byline(opening: str) -> None:
    assert report(opening).byline == ""


@pytest.mark.parametrize("line", ["口述：葛大川　整理：钱小舟", "讲述人：葛大川", "执笔 钱小舟"])
def test_who_told_a_text_and_who_wrote_it_down_are_its_byline(line: str) -> None:
    found = page("我给生产队看了三十年粮仓", line, RICE, MILL).articles[0]
    assert (found.headline and found.headline.text, found.deck) == (
        "我给生产队看了三十年粮仓",
        None,
    )
    assert found.byline == line.replace("　", "\u3000")


def test_what_somebody_tells_of_may_be_a_headline() -> None:
    found = page("口述：粮仓里的三十年", f"本报讯（记者 钱小舟）{RICE}", MILL).articles[0]
    assert found.headline and found.headline.text == "口述：粮仓里的三十年"


@pytest.mark.parametrize(("column", "said"), [("晒场闲话", "守仓人"), ("河湾人物", "")])
def test_a_pen_name_signs_the_essay_of_a_column(column: str, said: str) -> None:
    essay = f"小时候怕饿，如今怕撑。{RICE}"
    found = page(column, "一粒米的分量要用手去掂", "守仓人", essay, MILL).articles[0]
    assert found.byline == said


@pytest.mark.parametrize(
    ("before", "again", "after"),
    [
        ("本报讯（", " ", "葛"),
        ("本报讯（葛大川", " ", "葛"),
        ("本报讯 记者葛大川", " 、", "葛"),
        ("本报讯 葛大川", " ", "葛"),
        ("（", " ", "葛"),
        ("（葛大川）", " ", "葛"),
        ("", "（葛", ""),
    ],
)
def test_no_run_of_blanks_holds_the_reader_of_writers_up(
    before: str, again: str, after: str
) -> None:
    language = load()

    def read(times: int) -> None:
        text = before + again * times + after
        article = Article("a", paragraphs=[Part(text, [])])
        writers_in_dateline(text, language.words)
        writers_at_end(text)
        dateline(article, language)
        byline(article, language)

    assert growth(read, 20_000) < MOST
