"""What an end of text waits for and what a beginning offers, as vectors.

A word after an end that was never printed together is still more or less likely: after 会议听取了
comes what can be heard. Two small networks (`Side`) turn an end and a beginning, each by its
characters, words and classes of words, into a vector; the product of the two tells how well they
read on. They were trained on the table's own text, cut where columns cut it, to find the right
beginning among many (`benchmarks/pages/learn.py`).
"""

from __future__ import annotations

import lzma
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import cache
from io import BytesIO
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

BASE = Path(__file__).resolve().parent.parent / "data" / "seams.xz"
CHARACTERS = 6
WORDS = 2
SPLIT = 8
NOTHING, UNKNOWN = 0, 1
# Weights are kept as whole numbers of this many steps to the greatest of their table.
STEPS = 31

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
        """The numbers of an end: its last characters, its last words and their classes."""
        words = segment(text[-SPLIT:])[-WORDS:] if text else []
        found = self._numbers(text[-CHARACTERS:], words, class_of)
        return [n for part, width in found for n in [*_filling(part, width), *part]]

    def of_beginning(self, text: str, segment: Segment, class_of: ClassOf) -> list[int]:
        """The numbers of a beginning: its first characters, words, classes."""
        words = segment(text[:SPLIT])[:WORDS] if text else []
        found = self._numbers(text[:CHARACTERS], words, class_of)
        return [n for part, width in found for n in [*part, *_filling(part, width)]]

    def _numbers(
        self, characters: str, words: Sequence[str], class_of: ClassOf
    ) -> Iterator[tuple[list[int], int]]:
        """Each kind of numbers, with how many of them an end or a beginning has."""
        yield [self.characters.get(each, UNKNOWN) for each in characters], CHARACTERS
        yield [self.words.get(each, UNKNOWN) for each in words], WORDS
        yield [self.classes.get(class_of(each), UNKNOWN) for each in words], WORDS


def _filling(part: Sequence[int], width: int) -> list[int]:
    return [NOTHING] * (width - len(part))


def _numbered(texts: Iterable[str]) -> dict[str, int]:
    return {text: number for number, text in enumerate(texts, start=UNKNOWN + 1)}


@dataclass(frozen=True)
class Side:
    """The network of one side: a layer over all that is seen, and a layer to the vector."""

    inner: Numbers
    inner_bias: Numbers
    outer: Numbers
    outer_bias: Numbers

    def __call__(self, seen: Numbers) -> Numbers:
        hidden = np.tanh(seen @ self.inner.T + self.inner_bias)
        return hidden @ self.outer.T + self.outer_bias


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
        vocabulary = self.vocabulary
        left = [vocabulary.of_end(text, segment, class_of) for text in ends]
        right = [vocabulary.of_beginning(text, segment, class_of) for text in beginnings]
        waits, offers = self.end(self._seen(left)), self.beginning(self._seen(right))
        numbers = np.asarray(pairs, dtype=np.intp).reshape(-1, 2)
        products = np.einsum("ij,ij->i", waits[numbers[:, 0]], offers[numbers[:, 1]])
        return [float(each) for each in products]

    def _seen(self, numbers: Sequence[Sequence[int]]) -> Numbers:
        width = CHARACTERS + 2 * WORDS
        table = np.asarray(numbers, dtype=np.intp).reshape(-1, width)
        parts = (
            self.characters[table[:, :CHARACTERS]],
            self.words[table[:, CHARACTERS : CHARACTERS + WORDS]],
            self.classes[table[:, CHARACTERS + WORDS :]],
        )
        return np.concatenate([part.reshape(len(table), -1) for part in parts], axis=1)


_TABLES = (
    "characters", "words", "classes",
    "end.inner", "end.inner_bias", "end.outer", "end.outer_bias",
    "beginning.inner", "beginning.inner_bias", "beginning.outer", "beginning.outer_bias",
)  # fmt: skip


def pack(vocabulary: Vocabulary, tables: dict[str, Numbers]) -> bytes:
    """The vectors as bytes: a NumPy archive, compressed whole, of each table's steps."""
    arrays: dict[str, NDArray] = {}
    for name in ("characters", "words", "classes"):
        text = "\n".join(getattr(vocabulary, name))
        arrays[f"names of {name}"] = np.frombuffer(text.encode("utf-8"), dtype=np.uint8)
    for name in _TABLES:
        step = float(np.abs(tables[name]).max()) / STEPS or 1.0
        arrays[name] = np.round(tables[name] / step).astype(np.int8)
        arrays[f"step of {name}"] = np.array(step, dtype=np.float32)
    file = BytesIO()
    np.savez(file, **arrays)  # type: ignore[arg-type]
    return lzma.compress(file.getvalue(), preset=9)


def unpack(data: bytes) -> Vectors:
    with np.load(BytesIO(lzma.decompress(data)), allow_pickle=False) as file:
        names = [
            bytes(file[f"names of {name}"]).decode("utf-8").split("\n")
            for name in ("characters", "words", "classes")
        ]
        tables = {name: file[name] * file[f"step of {name}"] for name in _TABLES}
    characters, words, classes, *weights = (tables[name] for name in _TABLES)
    return Vectors(
        Vocabulary.of(*names), characters, words, classes, Side(*weights[:4]), Side(*weights[4:])
    )


@cache
def load(path: Path = BASE) -> Vectors:
    """The vectors that ship, read once."""
    return unpack(path.read_bytes())
