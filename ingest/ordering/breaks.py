"""Where lines that were joined do not read on: the foot of a column, a headline between texts.

A file that breaks its lines at one width without blank lines shows neither where a column ends
nor where a headline stands that fills its line. The words over the line end tell, and whether other
lines of the page read on with the two better: 擦洗干|净 speaks against 充一次电|净. What is parted
here wrongly is joined again when the page is ordered. A file with a blank line under each paragraph
and under each column shows both, and nothing in it is parted.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from itertools import pairwise

from ingest.ordering.crossing import reads_on
from ingest.ordering.language import Language, plain
from ingest.ordering.weights import BREAKS, RIVALS
from ingest.proposal import Piece
from ingest.readers.punctuation import PAUSES, ends_sentence, fold

# Log-odds from which a line end is one of a column. Low, as a join is easier than a break; by its
# own odds alone where few others are on the page that could read on with its lines.
PARTED, PARTED_ALONE, _FEW = -1.5, -2.4, 4
# … and from which the others are asked; of so many ends at the most.
_LIKELY, _MOST_LIKELY = -4.5, 60
_MOST_OTHERS = 150  # pieces with which they may read on
_SHORTEST_TAIL = 24  # characters of a piece that is read on elsewhere
_FIGURE_ENDS, _FIGURE_BEGINS = re.compile(r"\d[.．]?$"), re.compile(r"[.．]?\d|[%％]")
_MARK = re.compile("[，。、；：！？]")
# Of the paragraphs of several lines, those that are a block each; and so many are cut at its end.
_BLOCKS, _FEWEST_CUT = 0.8, 2


@dataclass(frozen=True)
class LineEnd:
    """Two lines that were joined, folded; the piece they stand in and which of its breaks."""

    piece: int
    number: int
    above: str
    below: str


def parted(pieces: Sequence[Piece], language: Language) -> list[Piece]:
    """The pieces, parted where their lines hardly read on."""
    if _shows_columns(pieces):
        return list(pieces)
    found: dict[int, list[int]] = {}
    likely = rivalled(pieces, language)
    for end, features in likely:
        alone = len(likely) < _FEW and features["odds"] > PARTED_ALONE
        if alone or _score(features, RIVALS) > PARTED:
            found.setdefault(end.piece, []).append(end.number)
    parts = [part for piece in pieces for part in _parts(piece, sorted(found.get(piece.id, [])))]
    return [replace(part, id=number) for number, part in enumerate(parts)]


def _shows_columns(pieces: Sequence[Piece]) -> bool:
    """Whether blank lines part the paragraphs of a file and the ends of its columns as well: nearly
    each paragraph of several lines is a block, and several blocks end in mid-sentence.
    """
    following = [piece.block for piece in pieces[1:]] + [pieces[-1].block + 1] if pieces else []
    above = [-1] + [piece.block for piece in pieces[:-1]]
    broken = [
        (piece, above[at] < piece.block == following[at] - 1)
        for at, piece in enumerate(pieces) if piece.breaks
    ]  # fmt: skip
    blocks = [piece for piece, is_block in broken if is_block]
    cut = [piece for piece in blocks if not ends_sentence(fold(piece.text))]
    return len(blocks) >= _BLOCKS * len(broken) and len(cut) >= _FEWEST_CUT


def rivalled(pieces: Sequence[Piece], language: Language) -> list[tuple[LineEnd, dict[str, float]]]:
    """The line ends that may be those of columns, each with its own odds, and how well the best of
    other lines and pieces reads on with the line above it and with the one below.
    """
    ends = [each for piece in pieces for each in line_ends(piece)]
    odds = [_score(features, BREAKS) for features in shapes(ends, language)]
    likely = sorted(range(len(ends)), key=lambda at: -odds[at])[:_MOST_LIKELY]
    likely = [at for at in likely if odds[at] > _LIKELY]
    if not likely:
        return []
    texts = [fold(piece.text) for piece in pieces]
    cut = [each for each in texts if len(each) >= _SHORTEST_TAIL and not ends_sentence(each)]
    tails = [ends[at].above for at in likely] + cut[:_MOST_OTHERS]
    heads = [ends[at].below for at in likely] + texts[:_MOST_OTHERS]
    above, below = [0.0] * len(likely), [0.0] * len(likely)
    for (tail, head), value in _others(tails, heads, len(likely), language):
        if tail < len(likely):
            above[tail] = max(above[tail], value)
        if head < len(likely):
            below[head] = max(below[head], value)
    return [
        (ends[at], {"line": 1.0, "odds": odds[at], "above": above[n], "below": below[n]})
        for n, at in enumerate(likely)
    ]


def _others(
    tails: Sequence[str], heads: Sequence[str], likely: int, language: Language
) -> Iterator[tuple[tuple[int, int], float]]:
    """How well lines read on that do not stand one under the other, by the weights of a break. The
    first of the tails and heads are those of the likely line ends: one of them is of each pair.
    """
    pairs = [
        (tail, head)
        for tail in range(len(tails)) for head in range(len(heads))
        if tail != head and min(tail, head) < likely
    ]  # fmt: skip
    ends, beginnings = [plain(each) for each in tails], [plain(each) for each in heads]
    vectors = language.reads_on(ends, beginnings, pairs)
    trigrams = language.trigrams.gains(ends, beginnings, pairs)
    for pair, vector, gain in zip(pairs, vectors, trigrams, strict=True):
        features = {"vectors": _within(vector, 8) / 4, "trigrams": _within(gain, 6) / 3}
        yield pair, -_score(features, BREAKS)


def _score(features: Mapping[str, float], weights: Mapping[str, float]) -> float:
    return sum(weights[name] * value for name, value in features.items())


def line_ends(piece: Piece) -> Iterator[LineEnd]:
    """The line ends of a piece where a column may end: not where a sentence does, nor inside a
    figure (2|021年, 3|.6亿元).
    """
    places = [0, *(each.at for each in piece.breaks), len(piece.text)]
    lines = [fold(piece.text[start:end]).strip() for start, end in pairwise(places)]
    for number, (above, below) in enumerate(pairwise(lines)):
        inside = _FIGURE_ENDS.search(above) and _FIGURE_BEGINS.match(below)
        if not ends_sentence(above) and not inside:
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
