"""A column that nothing leads to goes where an article still lacks its end, not where one has it."""

from __future__ import annotations

from ingest.ordering.language import load
from ingest.proposal import Piece
from ingest.segmenting.placing import Group, Placing
from ingest.segmenting.subjects import Subjects

LINES = (
    "渡口村通了班车",
    "去县城的班车昨天开进渡口村，老人们坐在车里不肯下来。",
    "桥头村修了戏台",
    "塌了半边的戏台昨天重新搭起来，孩子们围着戏台跑。",
    "村里的石匠老温把家里的茶壶提了出来，给大家一人倒了一碗。",
)
BUS, STAGE, COLUMN = 1, 3, 4


def belief_in_stage(*, torn: set[int], signed: set[int]) -> float:
    pieces = [
        Piece(id=at, block=at, text=line, start=0, end=len(line), gap=0, indent=0)
        for at, line in enumerate(LINES)
    ]
    groups = [
        Group([BUS], home=0, owner=0, paragraphs=[[BUS]]),
        Group([STAGE], home=1, owner=1, paragraphs=[[STAGE]]),
        Group([COLUMN], home=1, paragraphs=[[COLUMN]]),
    ]
    openings = dict.fromkeys(range(len(LINES)), "")
    placing = Placing(groups, [[0], [2]], Subjects.of(pieces, load()), openings, {}, torn, signed)
    return placing.sureness[COLUMN] if placing.labels[COLUMN] else 1 - placing.sureness[COLUMN]


def test_an_article_whose_writers_are_named_takes_less() -> None:
    assert belief_in_stage(torn=set(), signed={STAGE}) < belief_in_stage(torn=set(), signed=set())


def test_an_article_that_stops_in_mid_sentence_takes_more() -> None:
    assert belief_in_stage(torn={BUS}, signed=set()) < belief_in_stage(torn=set(), signed=set())
