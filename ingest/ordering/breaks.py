"""Where lines that were joined do not read on: the foot of a column, a headline between texts.

A file that breaks its lines at one width without blank lines shows neither where a column ends
nor where a headline stands that fills its line. The words over the line end tell: what is parted
here wrongly is joined again when the page is ordered.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import pairwise

from ingest.ordering.crossing import reads_on
from ingest.ordering.language import Language, plain
from ingest.ordering.weights import BREAKS
from ingest.proposal import Piece
from ingest.readers.punctuation import PAUSES, ends_sentence, fold

# Log-odds from which a line end is one of a column. Low, as a join is easier than a break.
PARTED = -2.0
_MARK = re.compile("[，。、；：！？]")


@dataclass(frozen=True)
class LineEnd:
    """Two lines that were joined, folded; the piece they stand in and which of its breaks."""

    piece: int
    number: int
    above: str
    below: str


def parted(pieces: Sequence[Piece], language: Language) -> list[Piece]:
    """The pieces, parted where their lines hardly read on."""
    ends = [each for piece in pieces for each in line_ends(piece)]
    found: dict[int, list[int]] = {}
    for end, features in zip(ends, shapes(ends, language), strict=True):
        if sum(BREAKS[name] * value for name, value in features.items()) > PARTED:
            found.setdefault(end.piece, []).append(end.number)
    parts = [part for piece in pieces for part in _parts(piece, found.get(piece.id, []))]
    return [replace(part, id=number) for number, part in enumerate(parts)]


def line_ends(piece: Piece) -> Iterator[LineEnd]:
    """The line ends of a piece where a column may end: not where a sentence does."""
    places = [0, *(each.at for each in piece.breaks), len(piece.text)]
    lines = [fold(piece.text[start:end]).strip() for start, end in pairwise(places)]
    for number, (above, below) in enumerate(pairwise(lines)):
        if not ends_sentence(above):
            yield LineEnd(piece.id, number, above, below)


def shapes(ends: Sequence[LineEnd], language: Language) -> list[dict[str, float]]:
    """What speaks for a break at each line end: how little its words read on, a bare line."""
    if not ends:
        return []
    plains = [(plain(end.above), plain(end.below)) for end in ends]
    vectors = language.reads_on(
        [above for above, _ in plains], [below for _, below in plains],
        [(number, number) for number in range(len(ends))],
    )  # fmt: skip
    found = []
    for end, (above, below), gain in zip(ends, plains, vectors, strict=True):
        word, _ = reads_on(end.above, end.below, language)
        found.append({
            "line": 1.0,
            "vectors": _within(gain, 8) / 4,
            "word": _within(word, 8) / 4,
            "trigrams": _within(language.trigrams.gain(above, below), 6) / 3,
            "midway": _within(language.midway(below), 6) / 3,
            "pause": float(end.above[-1:] in PAUSES),
            "bare above": float(not _MARK.search(end.above)),
            "bare below": float(not _MARK.search(end.below)),
        })  # fmt: skip
    return found


def _within(value: float, bound: float) -> float:
    return max(-bound, min(bound, value))


def _parts(piece: Piece, numbers: Sequence[int]) -> Iterator[Piece]:
    """A piece parted at some of its breaks."""
    first, start, gap, indent = 0, piece.start, piece.gap, piece.indent
    breaks = piece.breaks
    for number in [*numbers, None]:
        last = len(piece.text) if number is None else breaks[number].at
        yield replace(
            piece, text=piece.text[first:last].rstrip(), start=start, gap=gap, indent=indent,
            end=piece.end if number is None else breaks[number].end,
            breaks=tuple(
                each._replace(at=each.at - first) for each in breaks if first < each.at < last
            ),
        )  # fmt: skip
        if number is not None:
            first, start, gap, indent = last, breaks[number].start, 0, 0
