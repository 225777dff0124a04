"""Which text opens which article is weighed by features that the fit of the weights sees as well."""

from __future__ import annotations

from ingest.ordering.joins import order
from ingest.ordering.language import load
from ingest.ordering.page import Page
from ingest.readers.kinds import kinds_of
from ingest.readers.lines import pieces as pieces_of
from ingest.segmenting.layout import Segmenter
from ingest.segmenting.weights import OPENING

PAGE = """柳河镇的苹果有了过冬的地方

本报讯（记者 丁禾）柳河镇万吨冷库昨天开机，果农的苹果不用再赶着卖。

图书馆夜里也亮灯

本报讯（记者 周可）县图书馆把闭馆的时间延到晚上十点，学生和上班的人都来看书。
"""


def test_what_speaks_for_an_opening_adds_up_to_the_choice() -> None:
    language = load()
    pieces = pieces_of(PAGE)
    kinds = kinds_of(pieces)
    joins = order(Page(pieces, kinds, language))
    openings = Segmenter(pieces, kinds, joins, language).grouping.openings
    told = {
        pair: sum(OPENING.get(name, 0.0) * value for name, value in features.items())
        for pair, features in openings.features.items()
    }
    assert len(told) == 4
    for first, article in openings.best().items():
        assert told[first, article] == max(told[first, other] for other in (0, 1))
