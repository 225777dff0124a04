"""How a figure stands to a work in the print: what the network is told besides the words.

A list of 0 and 1 (`relation`): how far the figure stands from the nearest name of the work, in
words, clauses and sentences; what stands between; what the rules said of the two.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from ingest.extraction.learned.words import Word

Span = tuple[int, int]  # words: the first, and the one after the last

_WORDS = (-60, -30, -15, -8, -4, -1, 1, 3, 6, 10, 16, 30, 60)
_SENTENCES = (-2, -1, 0, 1, 2, 3)
_CLAUSES = (-3, -2, -1, 0, 1, 2, 3, 5)
_BETWEEN, _OTHERS, _FIGURES = 3, 4, 4  # counted up to one less
# What the rules say: no such work, no figure for it, this one, another.
NO_WORK, NO_FIGURE, THIS, ANOTHER = range(4)
RULES = 4
_BACKWARDS = 1.5  # a name behind a figure is so much further off


@dataclass(frozen=True)
class Candidate:
    """A figure that may be a work's, with the name that stands nearest to it."""

    name: Span
    figure: int
    relation: list[float]


def relation(
    words: Sequence[Word],
    names: Sequence[Span],
    others: Sequence[Sequence[Span]],
    figure: int,
    figures: Sequence[int],
) -> Candidate:
    """The relation of a figure to a work that is printed at `names`, beside other works.

    `figures` are all of the figure's kind. What the rules say is added by the caller.
    """
    nearest = min(names, key=lambda name: _cost(name, figure))
    first, last = nearest
    away = figure - last + 1 if figure >= last else figure - first
    low, high = (last, figure) if figure >= last else (figure + 1, first)
    spans = [span for work in others for span in work]
    between = sum(low <= start and end <= high for start, end in spans)
    alike = sum(low <= each < high for each in figures)
    cost = _cost(nearest, figure)
    is_nearer = any(_cost(span, figure) < cost for span in spans)
    one, other = words[first], words[figure]
    return Candidate(
        nearest, figure,
        [
            *_one(_bucket(away, _WORDS), len(_WORDS) + 1),
            *_one(_bucket(other.sentence - one.sentence, _SENTENCES), len(_SENTENCES) + 1),
            *_one(_bucket(other.clause - one.clause, _CLAUSES), len(_CLAUSES) + 1),
            *_one(min(between, _BETWEEN - 1), _BETWEEN),
            *_one(min(alike, _BETWEEN - 1), _BETWEEN),
            float(is_nearer), float(first <= figure < last),
            float(one.paragraph == other.paragraph),
            *_one(min(len(others), _OTHERS - 1), _OTHERS),
            *_one(min(len(figures), _FIGURES) - 1, _FIGURES),
        ],
    )  # fmt: skip


def said(what: int | None) -> list[float]:
    """What the rules said of a work and a figure; None where they were not asked."""
    return [0.0] * RULES if what is None else _one(what, RULES)


def _cost(name: Span, figure: int) -> float:
    first, last = name
    away = figure - last + 1 if figure >= last else figure - first
    return away if away > 0 else -away * _BACKWARDS


def _bucket(number: int, edges: Sequence[int]) -> int:
    return sum(number >= edge for edge in edges)


def _one(place: int, size: int) -> list[float]:
    return [float(each == place) for each in range(size)]
