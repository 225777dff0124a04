"""What texts have in common is the same in every process: the same file gives the same proposal."""

from __future__ import annotations

from ingest.ordering.language import load
from ingest.proposal import Piece
from ingest.segmenting.subjects import Subjects

LINES = (
    "柳河镇修通了去县城的公路，果农的苹果当天就能上市。",
    "县城的公路两旁栽上了苹果树，柳河镇的果农来教修剪。",
    "图书馆延长了开馆的时间，夜里也有人看书。",
    "夜里的图书馆坐满了看书的果农。",
)


def test_what_words_tell_together_does_not_hang_on_their_order() -> None:
    pieces = [
        Piece(id=at, block=at, text=line, start=0, end=len(line), gap=0, indent=0)
        for at, line in enumerate(LINES)
    ]
    found = Subjects.of(pieces, load())
    bigrams = sorted(found.together(range(len(LINES))))
    assert len({found.weight(bigrams[at:] + bigrams[:at]) for at in range(len(bigrams))}) == 1
