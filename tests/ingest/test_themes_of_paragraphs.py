"""Paragraphs that open with a short sentence on what they are about: 治气。 治水。 治土。"""

from __future__ import annotations

from ingest.ordering.language import load
from ingest.pipeline import pieces_of
from ingest.segmenting.columns import Grouping
from ingest.segmenting.subjects import Subjects

THEMES = [
    "治气。城北八个村的煤炉今年全部换成电暖器，集贸市场不准再烧散煤，锅炉房由专人看着。",
    "治水。沙河从铁桥到老闸口清淤，两岸的排污口一个一个封堵，污水送进新建的处理站。",
]
REST = "算数。镇长把话说完，当场在责任书上按了手印，围观的人都笑起来，说这回可赖不掉了。"


def midway(*texts: str) -> list[bool]:
    pieces = pieces_of("\n\n".join(texts))
    language = load()
    numbers = range(len(pieces))
    found = Grouping(pieces, numbers, [], {}, Subjects.of(pieces, language), language)
    return [found.is_midway(each) for each in numbers]


def test_a_theme_that_another_paragraph_has_too_is_no_rest_of_a_sentence() -> None:
    assert midway(*THEMES, REST) == [False, False, True]


def test_a_short_sentence_that_stands_alone_may_be_the_rest_of_one() -> None:
    assert midway(THEMES[0], REST)[1]


def test_two_rests_that_are_built_alike_are_no_themes() -> None:
    rests = [
        "的好日子。往后还要把村口那片荒滩种上沙棘，三年后结果，果子由镇上的饮料厂来收，按斤给现钱。",
        "的新路子。眼下二十户人家跟着他学，秋后要盖一座烘干房，钱由合作社先垫着，明年再从货款里扣。",
    ]
    assert midway(*THEMES, *rests) == [False, False, True, True]


LONG = "口说话算话不含糊"


def test_a_theme_is_a_few_words_and_its_paragraph_goes_on() -> None:
    """Seven characters at the most, and twenty more behind them: else it is a sentence like any."""
    rest = REST.removeprefix("算数")
    short, long = f"{LONG[:7]}{rest}", f"{LONG}{rest}"
    assert midway(short, short)[1] is False
    assert midway(long, long)[1] is True
    assert midway(*["算数。镇长走了。"] * 2)[1] is True
