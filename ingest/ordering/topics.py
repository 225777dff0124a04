"""What a text is about, as a vector: two texts of one article point the same way.

Words in common tell little where a paragraph is short. A reader knows that 渔船 and 禁渔期 belong
together, and that a speech is no notice. So much was learned from a public model of sentences; the
small table here gives its vectors closely enough (`benchmarks/pages/learn_topics.py`): each word
has a vector and a weight, a text is their mean, and one layer turns it into what it is about.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from functools import cache, cached_property
from pathlib import Path

import numpy as np

from ingest import networks
from ingest.networks import Numbers, numbered
from ingest.remembered import Remembered

BASE = Path(__file__).resolve().parent.parent / "data" / "topics.xz"
LONGEST = 4
REMEMBERED = 50_000
# Weights are kept as whole numbers of this many steps to the greatest of their table.
STEPS = 21
FINE_STEPS = 127

Segment = Callable[[str], Sequence[str]]
_FINE = ("weight", "inner", "inner_bias", "outer", "outer_bias")
_TABLES = ("words", "characters", *_FINE)


@dataclass
class Topics:
    """The vectors of words and characters, the weight of a word, the layers over their mean."""

    word_numbers: dict[str, int]
    character_numbers: dict[str, int]
    words: Numbers
    characters: Numbers
    weight: Numbers
    inner: Numbers
    inner_bias: Numbers
    outer: Numbers
    outer_bias: Numbers

    def parts(self, text: str, segment: Segment) -> Numbers:
        """The sum of a text's weighed words, and last the sum of their weights.

        The parts of two texts add up to those of both. `text` is written as the table writes it.
        """
        found = [self._of_word[word] for word in segment(text)]
        return np.sum([self._nothing, *found], axis=0)

    @property
    def _nothing(self) -> Numbers:
        return np.zeros(len(self.weight) + 1, dtype=np.float32)

    def of(self, parts: Sequence[Numbers] | Numbers) -> Numbers:
        """A row of length one for each text that is given by its parts; zeros for an empty one."""
        table = np.asarray(parts, dtype=np.float32).reshape(-1, len(self.weight) + 1)
        sums, totals = table[:, :-1], table[:, -1:]
        mean = sums / np.maximum(totals, 1e-6)
        found = np.tanh(mean @ self.inner.T + self.inner_bias) @ self.outer.T + self.outer_bias
        found *= totals > 0
        return found / np.maximum(np.linalg.norm(found, axis=1, keepdims=True), 1e-6)

    @cached_property
    def _of_word(self) -> Remembered[str, Numbers]:
        return Remembered(self._weighed, REMEMBERED)

    def _weighed(self, word: str) -> Numbers:
        vector = self.words[self.word_numbers.get(word, 0)].copy()
        for character in word[:LONGEST]:
            vector += self.characters[self.character_numbers.get(character, 0)]
        weight = np.exp(np.clip(vector @ self.weight, -6.0, 6.0))
        return np.append(vector * weight, weight).astype(np.float32)


def nothing() -> Topics:
    """Tells no text from another: for a table of words alone."""
    row, square, none = (
        np.zeros(0, np.float32),
        np.zeros((0, 0), np.float32),
        np.zeros((1, 0), np.float32),
    )
    return Topics({}, {}, none, none, row, square, row, square, row)


def pack(words: Iterable[str], characters: Iterable[str], tables: dict[str, Numbers]) -> bytes:
    """The vectors as bytes: see `ingest.networks.pack`.

    The first row of `words` and of `characters` is for all that have none of their own.
    """
    names = {"words": words, "characters": characters}
    kept = {name: tables[name] for name in _TABLES}
    return networks.pack(names, kept, lambda name: FINE_STEPS if name in _FINE else STEPS)


def unpack(data: bytes) -> Topics:
    names, tables = networks.unpack(data)
    words, characters = (numbered(names[each], 1) for each in ("words", "characters"))
    rows, signs, weight, inner, inner_bias, outer, outer_bias = (tables[each] for each in _TABLES)
    return Topics(words, characters, rows, signs, weight, inner, inner_bias, outer, outer_bias)


@cache
def load(path: Path = BASE) -> Topics:
    """The vectors that ship, read once."""
    return unpack(path.read_bytes())
