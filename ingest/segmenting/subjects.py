"""What the pieces of a page are about: the words they share, and their topics."""

from __future__ import annotations

import math
from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import cached_property

import numpy as np
from numpy.typing import NDArray

from ingest.networks import Numbers
from ingest.ordering.language import Language, plain
from ingest.ordering.topics import Topics
from ingest.proposal import Piece

Table = NDArray[np.float64]


@dataclass
class Subjects:
    """By piece number the bigrams of hanzi and the parts of the topic; how rare each bigram is."""

    bigrams: list[frozenset[str]]
    parts: Numbers
    rarity: dict[str, float]
    topics: Topics

    @classmethod
    def of(cls, pieces: Sequence[Piece], language: Language) -> Subjects:
        texts = [plain(piece.text) for piece in pieces]
        bigrams = [_bigrams(text) for text in texts]
        counts = Counter(each for found in bigrams for each in found)
        rarity = {each: math.log(len(pieces) / n) for each, n in sorted(counts.items())}
        parts = np.array([language.about(text) for text in [*texts, ""]])
        return cls(bigrams, parts, rarity, language.topics)

    def together(self, pieces: Iterable[int]) -> frozenset[str]:
        """The bigrams of several pieces."""
        return frozenset[str]().union(*(self.bigrams[each] for each in pieces))

    def topic(self, pieces: Iterable[int]) -> Numbers:
        """The parts of the topic of several pieces."""
        return self.parts[list(pieces)].sum(axis=0)

    def near(self, one: Numbers, others: Sequence[Numbers]) -> list[float]:
        """How near the topics of others are to one: cosines, 0 for what says nothing."""
        first, *rest = self.topics.of([one, *others])
        return [float(each @ first) for each in rest]

    def nearness(self, ones: Sequence[Sequence[int]], others: Sequence[Sequence[int]]) -> Table:
        """How near some texts (a row for each) and others (a column) are, by their pieces."""
        left, right = (
            self.topics.of([self.topic(each) for each in some]) for some in (ones, others)
        )
        return (left @ right.T).astype(np.float64)

    def weight(self, bigrams: Iterable[str]) -> float:
        """How much bigrams tell together: the sum of their squared rarities, the same in whatever
        order they come.
        """
        return math.fsum(self.rarity.get(each, 0.0) ** 2 for each in bigrams)

    @cached_property
    def numbers(self) -> list[NDArray[np.intp]]:
        """The bigrams of each piece by their numbers, those of `rarity` in order."""
        number = {each: at for at, each in enumerate(self.rarity)}
        return [np.array([number[each] for each in found], dtype=np.intp) for found in self.bigrams]

    @cached_property
    def weights(self) -> Table:
        """How much each bigram tells, by its number."""
        return np.array([each**2 for each in self.rarity.values()])


def _bigrams(text: str) -> frozenset[str]:
    return frozenset(
        text[at : at + 2]
        for at in range(len(text) - 1)
        if "\u4e00" <= text[at] <= "\u9fff" and "\u4e00" <= text[at + 1] <= "\u9fff"
    )
