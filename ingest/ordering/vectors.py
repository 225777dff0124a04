"""What an end of text waits for and what a beginning offers, as vectors.

A word after an end that was never printed together is still more or less likely: after 会议听取了
comes what can be heard. Two small networks (`Side`) turn an end and a beginning into a vector, each
by the characters and words next to the seam and by what it remembers of those further off; the
product of the two tells how well they read on. The one of the beginning also tells whether a text
begins in mid-sentence at all. They were trained on the table's own text, cut where columns cut it,
to find the right beginning among many (`benchmarks/pages/learn.py`).
"""

from __future__ import annotations

import lzma
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from functools import cache
from io import BytesIO
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

BASE = Path(__file__).resolve().parent.parent / "data" / "seams.xz"
# How much a side sees: characters and words right at the seam, words further off, and in how many
# characters these are looked for.
CHARACTERS, NEAR, WORDS, REACH = 6, 2, 12, 28
NOTHING, UNKNOWN = 0, 1
# Weights are kept as whole numbers of this many steps to the greatest of their table.
STEPS = 12

Numbers = NDArray[np.float32]
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
        return cls(*map(_numbered, (characters, words, classes)))

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


def _numbered(texts: Iterable[str]) -> dict[str, int]:
    return {text: number for number, text in enumerate(texts, start=UNKNOWN + 1)}


@dataclass(frozen=True)
class Memory:
    """What is remembered of the words of a side, read from the furthest to the seam (a GRU).

    The rows of each table stand for what is reset, what is kept and what is new, in this order.
    """

    seen: Numbers
    seen_bias: Numbers
    state: Numbers
    state_bias: Numbers

    def __call__(self, words: Numbers) -> Numbers:
        """The state after the last word; `words` is texts by words by numbers."""
        size = self.state.shape[1]
        given = words @ self.seen.T + self.seen_bias
        state = np.zeros((len(words), size), dtype=np.float32)
        for at in range(words.shape[1]):
            known = state @ self.state.T + self.state_bias
            gates = _sigmoid(given[:, at, : 2 * size] + known[:, : 2 * size])
            reset, kept = gates[:, :size], gates[:, size:]
            new = np.tanh(given[:, at, 2 * size :] + reset * known[:, 2 * size :])
            state = kept * state + (1 - kept) * new
        return state


def _sigmoid(numbers: Numbers) -> Numbers:
    return np.asarray(1 / (1 + np.exp(-numbers)), dtype=np.float32)


@dataclass(frozen=True)
class Side:
    """The network of one side: its memory, a layer over all that is seen, a layer to the vector.

    `alone` is the layer to what the side says without the other.
    """

    memory: Memory
    inner: Numbers
    inner_bias: Numbers
    outer: Numbers
    outer_bias: Numbers
    alone: Numbers
    alone_bias: Numbers

    def hidden(self, characters: Numbers, words: Numbers) -> Numbers:
        """What the inner layer makes of the vectors of characters and words, the nearest first."""
        rows = len(characters)
        seen = [
            characters.reshape(rows, -1), words[:, :NEAR].reshape(rows, -1),
            self.memory(words[:, ::-1]),
        ]  # fmt: skip
        return np.tanh(np.concatenate(seen, axis=1) @ self.inner.T + self.inner_bias)


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
        waits = self._hidden(self.end, left) @ self.end.outer.T + self.end.outer_bias
        hidden = self._of_beginnings(beginnings, segment, class_of)
        offers = hidden @ self.beginning.outer.T + self.beginning.outer_bias
        numbers = np.asarray(pairs, dtype=np.intp).reshape(-1, 2)
        products = np.einsum("ij,ij->i", waits[numbers[:, 0]], offers[numbers[:, 1]])
        return [float(each) for each in products]

    def continues(
        self, beginnings: Sequence[str], segment: Segment, class_of: ClassOf
    ) -> list[float]:
        """For each beginning how much it looks like one that goes on with another text."""
        hidden = self._of_beginnings(beginnings, segment, class_of)
        found = hidden @ self.beginning.alone[0] + self.beginning.alone_bias[0]
        return [float(each) for each in found]

    def _of_beginnings(
        self, beginnings: Sequence[str], segment: Segment, class_of: ClassOf
    ) -> Numbers:
        numbers = [self.vocabulary.of_beginning(text, segment, class_of) for text in beginnings]
        return self._hidden(self.beginning, numbers)

    def _hidden(self, side: Side, numbers: Sequence[Sequence[int]]) -> Numbers:
        table = np.asarray(numbers, dtype=np.intp).reshape(-1, CHARACTERS + 2 * WORDS)
        characters, words, classes = np.split(table, [CHARACTERS, CHARACTERS + WORDS], axis=1)
        told = np.concatenate([self.words[words], self.classes[classes]], axis=2)
        return side.hidden(self.characters[characters], told)


_OF_SIDE = (
    "memory.seen", "memory.seen_bias", "memory.state", "memory.state_bias",
    "inner", "inner_bias", "outer", "outer_bias", "alone", "alone_bias",
)  # fmt: skip
SHARED = ("characters", "words", "classes")
TABLES = (*SHARED, *(f"{side}.{name}" for side in ("end", "beginning") for name in _OF_SIDE))


def pack(vocabulary: Vocabulary, tables: dict[str, Numbers]) -> bytes:
    """The vectors as bytes: a NumPy archive, compressed whole, of each table's steps."""
    arrays: dict[str, NDArray] = {}
    for name in SHARED:
        text = "\n".join(getattr(vocabulary, name))
        arrays[f"names of {name}"] = np.frombuffer(text.encode("utf-8"), dtype=np.uint8)
    for name in TABLES:
        step = float(np.abs(tables[name]).max()) / STEPS or 1.0
        arrays[name] = np.round(tables[name] / step).astype(np.int8)
        arrays[f"step of {name}"] = np.array(step, dtype=np.float32)
    file = BytesIO()
    np.savez(file, **arrays)  # type: ignore[arg-type]
    return lzma.compress(file.getvalue(), preset=9)


def unpack(data: bytes) -> Vectors:
    with np.load(BytesIO(lzma.decompress(data)), allow_pickle=False) as file:
        names = [bytes(file[f"names of {name}"]).decode("utf-8").split("\n") for name in SHARED]
        tables = {name: file[name] * file[f"step of {name}"] for name in TABLES}
    characters, words, classes = (tables[name] for name in SHARED)
    end, beginning = (
        _side([tables[f"{side}.{name}"] for name in _OF_SIDE]) for side in ("end", "beginning")
    )
    return Vectors(Vocabulary.of(*names), characters, words, classes, end, beginning)


def _side(tables: Sequence[Numbers]) -> Side:
    return Side(Memory(*tables[:4]), *tables[4:])


@cache
def load(path: Path = BASE) -> Vectors:
    """The vectors that ship, read once."""
    return unpack(path.read_bytes())
