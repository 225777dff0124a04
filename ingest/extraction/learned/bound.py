"""Which figure of a window the networks hold for that of a work or of a target."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np

from ingest.extraction.clauses.sentences import Date, Sum
from ingest.extraction.learned.network import TERM, Networks
from ingest.extraction.learned.relations import (
    ANOTHER,
    NO_FIGURE,
    NO_WORK,
    THIS,
    Candidate,
    Span,
    relation,
    said,
)  # fmt: skip
from ingest.extraction.learned.words import Word, term_of
from ingest.networks import Numbers

# The share by which the first figure of a work or target is taken that the rules know, or another
# one than is held, and by which none does; and a date that the finder holds for no term. Chosen on
# 570 passages of `tune8`, the first on `tune12`, by networks that had not learned from them. A day
# in another paragraph than the target is as doubtful as the last.
FIRST, OTHER, NONE, DOUBTED = 0.55, 0.6, 0.85, 0.9
_FIGURES, _NAMES = 12, 6  # that are looked at


@dataclass(frozen=True)
class Asked:
    """What is asked of a window: which figure (`sum`, `day`, `term`) is of what stands at `spans`.

    `figures` are all of that kind, `others` what else may have one; `is_ruled` tells whether the
    rules know the work or target at all, `held` what is held for its figure now.
    """

    what: str
    figures: Sequence[int]
    spans: Sequence[Span]
    others: Sequence[Sequence[Span]]
    is_ruled: bool
    held: object

    @property
    def by_rules(self) -> int:
        if not self.is_ruled:
            return NO_WORK
        return NO_FIGURE if self.held is None else THIS


@dataclass(frozen=True)
class Bound:
    """What is to be entered instead of what is held: the figure of a word, or none."""

    word: Word | None


def bound(
    asked: Asked, words: Sequence[Word], networks: Networks, states: Sequence[Numbers]
) -> Bound | None:
    """What the networks are sure enough of; None where what is held stands.

    Of a figure that is printed elsewhere a window does not say that it is none.
    """
    found, shares = _shares(asked, words, networks, states)
    if not found:
        return None
    word, share = _likeliest(found, shares)
    if word is None:
        is_printed = asked.held is not None and any(value(each) == asked.held for each in found)
        return Bound(None) if is_printed and share >= NONE else None
    is_other = value(word) != asked.held
    return Bound(word) if is_other and share >= _needed(asked, words, word) else None


def share_of(
    asked: Asked, at: int, words: Sequence[Word], networks: Networks, states: Sequence[Numbers]
) -> float:
    """The share by which the networks hold the figure of a word for what is asked about."""
    found, shares = _shares(asked, words, networks, states)
    places = [place for place, word in enumerate(found) if word is words[at]]
    return float(shares[1 + places[0]]) if places else 0.0


def _shares(
    asked: Asked, words: Sequence[Word], networks: Networks, states: Sequence[Numbers]
) -> tuple[list[Word], Numbers]:
    """The figures nearest to what is asked about, and the share of none and of each."""
    near = sorted(asked.figures, key=lambda at: (abs(at - asked.spans[0][0]), at))[:_FIGURES]
    near.sort()
    shares = networks.bind(
        asked.what, states, asked.spans[:_NAMES], _candidates(asked, words, near),
        said(asked.by_rules),
    ) if near else np.zeros(1, dtype=np.float32)  # fmt: skip
    return [words[at] for at in near], shares


def _candidates(asked: Asked, words: Sequence[Word], figures: Sequence[int]) -> list[Candidate]:
    others = [each[:_NAMES] for each in asked.others]
    candidates = []
    for at in figures:
        found = relation(words, asked.spans[:_NAMES], others, at, asked.figures)
        is_other = asked.by_rules == THIS and value(words[at]) != asked.held
        told = said(ANOTHER if is_other else asked.by_rules)
        candidates.append(Candidate(found.name, at, [*found.relation, *told]))
    return candidates


def _needed(asked: Asked, words: Sequence[Word], word: Word) -> float:
    """The share that a figure needs; where the rules know of nothing, what is likeliest goes."""
    if isinstance(word.find, Date) and not word.find.find.is_due:
        return DOUBTED
    if asked.held is not None:
        return OTHER
    if not asked.is_ruled:
        return 0.0
    beside = any(words[first].paragraph == word.paragraph for first, _ in asked.spans)
    return FIRST if beside or asked.what != TERM else DOUBTED


def value(word: Word) -> object:
    """What a sum or a day says: yuan, or the day by which something is due."""
    if isinstance(word.find, Sum):
        return word.find.figure.value
    term = term_of(word)
    return term.find.due_on if term else None


def is_but_a_year(word: Word) -> bool:
    """2023年, 今年: the year over works of which a day of their own may be known."""
    return isinstance(word.find, Date) and word.find.find.text.endswith("年")


def _likeliest(words: Sequence[Word], shares: Numbers) -> tuple[Word | None, float]:
    """The find with the greatest share, or None for none of them; the same value printed twice
    counts together.
    """
    summed: dict[object, float] = {None: float(shares[0])}
    first: dict[object, Word | None] = {None: None}
    for word, share in zip(words, shares[1:], strict=True):
        held = value(word) or word  # a season has no day
        summed[held] = summed.get(held, 0.0) + float(share)
        first.setdefault(held, word)
    best = max(summed, key=lambda held: summed[held])
    return first[best], summed[best]
