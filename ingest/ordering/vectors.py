"""What an end of text waits for and what a beginning offers, as vectors.

A word after an end that was never printed together is still more or less likely: after 会议听取了
comes what can be heard. Two small networks (`Side`) turn an end and a beginning into a vector, each
by the characters and words next to the seam and by what it remembers of those further off; the
product of the two tells how well they read on. The one of the beginning also tells whether a text
begins in mid-sentence at all. They were trained on the table's own text, cut where columns cut it,
to find the right beginning among many (`benchmarks/pages/learn.py`).
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, field
from functools import cache
from pathlib import Path

import numpy as np

from ingest import networks
from ingest.networks import Layer, Memory, Numbers, numbered

BASE = Path(__file__).resolve().parent.parent / "data" / "seams.xz"
# How much a side sees: characters and words right at the seam, words further off, and in how many
# characters these are looked for.
CHARACTERS, NEAR, WORDS, REACH = 6, 2, 12, 28
NOTHING, UNKNOWN = 0, 1
REMEMBERED = 4_000
# Pairs of which the vectors are laid side by side at once.
MOST_PAIRS = 10_000
# Weights are kept as whole numbers of this many steps to the greatest of their table.
STEPS = 12

Segment = Callable[[str], Sequence[str]]
ClassOf = Callable[[str], str]


@dataclass(frozen=True)
class Vocabulary:
    """The characters, words and classes that have vectors; the rest are `UNKNOWN`."""

    characters: dict[str, int]
    words: dict[str, int]
    classes: dict[str, int]

    @classmethod
    def of(
        cls, characters: Iterable[str], words: Iterable[str], classes: Iterable[str]
    ) -> Vocabulary:
        lists = (characters, words, classes)
        return cls(*(numbered(each, UNKNOWN + 1) for each in lists))

    def of_end(self, text: str, segment: Segment, class_of: ClassOf) -> list[int]:
        """The numbers of an end: its last characters, its last words, their classes; last first."""
        words = segment(text[-REACH:]) if text else []
        return self._numbers(text[: -CHARACTERS - 1 : -1], words[: -WORDS - 1 : -1], class_of)

    def of_beginning(self, text: str, segment: Segment, class_of: ClassOf) -> list[int]:
        """The numbers of a beginning: its first characters, words, classes."""
        words = segment(text[:REACH]) if text else []
        return self._numbers(text[:CHARACTERS], words[:WORDS], class_of)

    def _numbers(self, characters: str, words: Sequence[str], class_of: ClassOf) -> list[int]:
        return [
            *_filled([self.characters.get(each, UNKNOWN) for each in characters], CHARACTERS),
            *_filled([self.words.get(each, UNKNOWN) for each in words], WORDS),
            *_filled([self.classes.get(class_of(each), UNKNOWN) for each in words], WORDS),
        ]


def _filled(part: list[int], width: int) -> list[int]:
    return part + [NOTHING] * (width - len(part))


@dataclass(frozen=True)
class Side:
    """The network of one side: its memory, a layer over all that is seen, a layer to the vector.

    `alone` is the layer to what the side says without the other. What the inner layer makes of an
    end or a beginning is remembered, by its numbers: a page is asked several times.
    """

    memory: Memory
    inner: Layer
    outer: Layer
    alone: Layer
    known: dict[tuple[int, ...], Numbers] = field(default_factory=dict, compare=False, repr=False)

    def hidden(self, characters: Numbers, words: Numbers) -> Numbers:
        """What the inner layer makes of the vectors of characters and words, the nearest first."""
        rows = len(characters)
        seen = [
            characters.reshape(rows, -1), words[:, :NEAR].reshape(rows, -1),
            self.memory(words[:, ::-1])[:, -1],
        ]  # fmt: skip
        return np.tanh(self.inner(np.concatenate(seen, axis=1)))


@dataclass(frozen=True)
class Vectors:
    """Both sides with the vectors of characters, words and classes that they share."""

    vocabulary: Vocabulary
    characters: Numbers
    words: Numbers
    classes: Numbers
    end: Side
    beginning: Side

    def reads_on(
        self,
        ends: Sequence[str],
        beginnings: Sequence[str],
        pairs: Sequence[tuple[int, int]],
        segment: Segment,
        class_of: ClassOf,
    ) -> list[float]:
        """For each pair (numbers of an end and a beginning) how well they read on.

        Near 0 for strangers. Texts are written as the table writes them (`language.plain`).
        """
        left = [self.vocabulary.of_end(text, segment, class_of) for text in ends]
        waits = self.end.outer(self._hidden(self.end, left))
        offers = self.beginning.outer(self._of_beginnings(beginnings, segment, class_of))
        numbers = np.asarray(pairs, dtype=np.intp).reshape(-1, 2)
        found: list[float] = []
        for start in range(0, len(numbers), MOST_PAIRS):
            left, right = numbers[start : start + MOST_PAIRS].T
            found += np.einsum("ij,ij->i", waits[left], offers[right]).tolist()
        return found

    def continues(
        self, beginnings: Sequence[str], segment: Segment, class_of: ClassOf
    ) -> list[float]:
        """For each beginning how much it looks like one that goes on with another text."""
        found = self.beginning.alone(self._of_beginnings(beginnings, segment, class_of))
        return [float(each) for each in found[:, 0]]

    def _of_beginnings(
        self, beginnings: Sequence[str], segment: Segment, class_of: ClassOf
    ) -> Numbers:
        numbers = [self.vocabulary.of_beginning(text, segment, class_of) for text in beginnings]
        return self._hidden(self.beginning, numbers)

    def _hidden(self, side: Side, numbers: Sequence[Sequence[int]]) -> Numbers:
        rows = [tuple(row) for row in numbers]
        if len(side.known) + len(rows) > REMEMBERED:
            side.known.clear()
        fresh = [row for row in dict.fromkeys(rows) if row not in side.known]
        if fresh:
            side.known.update(zip(fresh, self._seen_by(side, fresh), strict=True))
        found = np.array([side.known[row] for row in rows], dtype=np.float32)
        return found.reshape(-1, len(side.inner.bias))

    def _seen_by(self, side: Side, rows: Sequence[tuple[int, ...]]) -> Numbers:
        table = np.array(rows, dtype=np.intp).reshape(-1, CHARACTERS + 2 * WORDS)
        characters, words, classes = np.split(table, [CHARACTERS, CHARACTERS + WORDS], axis=1)
        told = np.concatenate([self.words[words], self.classes[classes]], axis=2)
        return side.hidden(self.characters[characters], told)


_LAYERS = ("memory.seen", "memory.state", "inner", "outer", "alone")
SHARED = ("characters", "words", "classes")
_SIDES = ("end", "beginning")
TABLES = (
    *SHARED,
    *(f"{side}.{layer}{end}" for side in _SIDES for layer in _LAYERS for end in ("", "_bias")),
)


def pack(vocabulary: Vocabulary, tables: dict[str, Numbers]) -> bytes:
    """The vectors as bytes: see `ingest.networks.pack`."""
    names = {name: getattr(vocabulary, name) for name in SHARED}
    return networks.pack(names, {name: tables[name] for name in TABLES}, lambda _: STEPS)


def unpack(data: bytes) -> Vectors:
    names, tables = networks.unpack(data)
    vocabulary = Vocabulary.of(*(names[name] for name in SHARED))
    characters, words, classes = (tables[name] for name in SHARED)
    end, beginning = (_side(side, tables) for side in _SIDES)
    return Vectors(vocabulary, characters, words, classes, end, beginning)


def _side(side: str, tables: dict[str, Numbers]) -> Side:
    seen, state, inner, outer, alone = (
        Layer(tables[f"{side}.{layer}"], tables[f"{side}.{layer}_bias"]) for layer in _LAYERS
    )
    return Side(Memory(seen, state), inner, outer, alone)


@cache
def load(path: Path = BASE) -> Vectors:
    """The vectors that ship, read once."""
    return unpack(path.read_bytes())
