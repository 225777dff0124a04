"""Stretches of words: those that are read at once, and those that look like the name of a work."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from ingest.extraction.learned.relations import Span
from ingest.extraction.learned.words import Word
from ingest.networks import Numbers

SEEN = 0.3  # chosen with the thresholds of `opinion`


def cuts(words: Sequence[Word], longest: int) -> Iterator[int]:
    """Where windows end: behind the last sentence that is whole in one, or in mid-sentence."""
    first = whole = 0
    for at in range(1, len(words) + 1):
        if at - first > longest:
            first = whole if whole > first else at - 1
            yield first
        if at < len(words) and words[at].sentence != words[at - 1].sentence:
            whole = at
    if first < len(words):
        yield len(words)


def names(shares: Numbers) -> Iterator[Span]:
    """Stretches of words that look like names; a new one begins where that is likelier."""
    inside = 1 - shares[:, 0]
    at = 0
    while at < len(shares):
        first = at
        at += 1
        if inside[first] <= SEEN:
            continue
        while at < len(shares) and inside[at] > SEEN and shares[at, 1] < shares[at, 2]:
            at += 1
        yield first, at


def score(shares: Numbers, start: int, end: int) -> float:
    """How surely a stretch is the name of a work, from 0 to 1."""
    return float(1 - shares[start:end, 0].mean())


def without_figures(words: Sequence[Word], start: int, end: int) -> int:
    """Where a name ends: 年产10万吨 is how much, and 9月 when, and neither is called so."""
    while end > start and words[end - 1].find is not None:
        end -= 1
    return end
