"""What the print around a find speaks for, weighed by examples that were read.

Rules know the words they were given. What stands beside a find, in its clause and in the clauses
next to it speaks too, each run of one to four characters a little: every run at such a place has
a weight, learned from readings (`benchmarks/facts_learning.py`), and their sum says how much the
print speaks for it. Which runs weigh is not listed: a run and its place are hashed to one of
`2 ** BITS` weights.

The weights over a stretch are the difference of two running totals, so that weighing takes no more
than the length of the text and the number of finds. They are whole numbers: sums are the same on
every machine.
"""

from __future__ import annotations

import lzma
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from functools import cache
from pathlib import Path
from zlib import crc32

import numpy as np
from numpy.typing import NDArray

BITS = 17
STEPS = 32  # a weight of this many steps makes something e times as likely
_CLAUSE_ENDS, _SENTENCE_ENDS = ",;:。!?\n", "。!?\n"
_CLAUSE, _SENTENCE, _HEAD = 40, 120, 30  # characters that are looked at, at most
_OPENING = 4  # characters with which a sentence begins
_MIX, _SPREAD = np.uint64(0x9E3779B97F4A7C15), np.uint64(0xC2B2AE3D27D4EB4F)

Places = NDArray[np.intp]
Codes = NDArray[np.uint64]


@dataclass(frozen=True)
class Weights:
    """A weight in steps for every hashed run, and what is added to all."""

    table: NDArray[np.int8]
    bias: int

    def pack(self) -> bytes:
        """The weights as a compressed file: the bias in four bytes, then the table."""
        return lzma.compress(self.bias.to_bytes(4, "little", signed=True) + self.table.tobytes())


@cache
def load(path: Path) -> Weights:
    """The weights of a file, read once."""
    data = lzma.decompress(path.read_bytes())
    bias = int.from_bytes(data[:4], "little", signed=True)
    return Weights(np.frombuffer(data[4:], dtype=np.int8), bias)


@dataclass
class Around:
    """The print around finds of a folded text: `starts` and `ends` are their places.

    Figures count as one 0 each: what stands beside them matters, not how much they are.
    """

    text: str
    starts: Sequence[int]
    ends: Sequence[int]
    runs: list[tuple[str, int, Places, Places]] = field(default_factory=list)
    single: list[Codes] = field(default_factory=list)

    def __post_init__(self) -> None:
        codes = np.frombuffer(self.text.encode("utf-32-le", "surrogatepass"), dtype=np.uint32)
        kept = _without_repeated_digits(codes)
        self._places = np.concatenate([[0], np.cumsum(kept)])
        codes = codes[kept]
        digits = (codes >= ord("0")) & (codes <= ord("9"))
        self._codes = np.where(digits, ord("0"), codes).astype(np.uint64)
        self._hashed = {1: self._codes}
        first, last = (self.place(each) for each in (self.starts, self.ends))
        self.first = np.maximum(first, 0)
        self.last = np.maximum(last, self.first)
        self._look()

    def place(self, places: Sequence[int]) -> Places:
        """Where characters of the text stand among those that are looked at."""
        at = np.asarray(places, dtype=np.intp)
        # Inside a figure its end is that of the one 0 that it counts as.
        return np.asarray(self._places[at], dtype=np.intp)

    def fact(self, name: str, values: Sequence[int] | Places) -> None:
        """Something that is told of each find by a number: its precision, its unit."""
        self.single.append(_told(name, np.asarray(values)))

    def _look(self) -> None:
        size = len(self._codes)
        clauses, sentences = (self._marks(each) for each in (_CLAUSE_ENDS, _SENTENCE_ENDS))
        begins, ends = _since(clauses, self.first), _until(clauses, self.last, size)
        opens, closes = _since(sentences, self.first), _until(sentences, self.last, size)
        begins = np.maximum(begins, self.first - _CLAUSE)
        ends = np.minimum(ends, self.last + _CLAUSE)
        opens = np.maximum(opens, self.first - _SENTENCE)
        closes = np.minimum(closes, self.last + _SENTENCE)
        before = np.maximum(begins - 1, opens)
        clause_before = np.maximum(np.maximum(_since(clauses, before), opens), before - _CLAUSE)
        behind = np.minimum(ends + 1, closes)
        clause_behind = np.minimum(_until(clauses, behind, size), closes)
        last_sentence = np.maximum(opens - 1, 0)
        told_before = np.maximum(_since(sentences, last_sentence), last_sentence - _CLAUSE)
        lines = _since(self._marks("\n"), self.first)
        line_opens = np.minimum(_until(clauses, lines, size), np.minimum(lines + _HEAD, self.first))
        head = int(_until(sentences, np.zeros(1, dtype=np.intp), min(size, _HEAD))[0])
        zero = np.zeros_like(self.first)
        self.clause_begins, self.clause_ends = begins, ends
        for size_of_run in (1, 2):
            self._stretch("before", size_of_run, np.maximum(begins - 1, 0), self.first)
            self._stretch("behind", size_of_run, self.last, np.minimum(ends + 1, size))
            self._stretch("find", size_of_run, self.first, self.last)
        self._stretch("clause before", 2, clause_before, before)
        self._stretch("clause behind", 2, behind, clause_behind)
        self._stretch("sentence so far", 2, opens, self.first)
        self._stretch("rest of sentence", 2, self.last, closes)
        self._stretch("sentence before", 2, told_before, last_sentence)
        self._stretch("opening of the line", 2, lines, np.maximum(line_opens, lines))
        self._stretch("head", 2, zero, np.minimum(zero + head, self.first))
        for length in range(1, _OPENING + 1):
            self.beside("left", length, self.first - length)
            self.beside("right", length, self.last)
            self.beside("sentence opens", length, opens)
        for length in (2, 3):
            self.beside("clause opens", length, begins)
            self.beside("sentence before opens", length, told_before)
        for length in (1, 2):
            self.beside("ends with", length, self.last - length)
        self.beside("stop before", 1, begins - 1)
        self.beside("stop", 1, ends)

    def by_kind(self, kinds: Sequence[int] | Places) -> None:
        """What stands right beside a find, once more for each kind of find apart."""
        kind = np.asarray(kinds)
        for length in (1, 2, 3):
            self.beside("left of kind", length, self.first - length, kind)
            self.beside("right of kind", length, self.last, kind)
        self.beside("stop of kind", 1, self.clause_ends, kind)
        self.beside("stop before kind", 1, self.clause_begins - 1, kind)

    def beside(self, name: str, length: int, at: Places, kinds: NDArray | None = None) -> None:
        """The one run of a length at a place, of each find."""
        hashed = self._runs_of(length)
        inside = (at >= 0) & (at < len(hashed))
        codes = np.zeros(len(at), dtype=np.uint64)
        codes[inside] = hashed[at[inside]]
        salts = _told(f"{name} {length}", np.zeros(len(at)) if kinds is None else kinds)
        self.single.append(codes * _SPREAD + salts)

    def _stretch(self, name: str, length: int, first: Places, last: Places) -> None:
        """All runs of a length that stand between two places, of each find."""
        self.runs.append((name, length, first, np.maximum(last - length + 1, first)))

    def _runs_of(self, length: int) -> Codes:
        """For each place the run of a length that begins there, as a number."""
        if length not in self._hashed:
            shorter = self._runs_of(length - 1)
            self._hashed[length] = shorter[:-1] * _MIX + self._codes[length - 1 :]
        return self._hashed[length]

    def _marks(self, marks: str) -> Places:
        known = np.array([ord(each) for each in marks], dtype=np.uint64)
        return np.flatnonzero(np.isin(self._codes, known))

    def _numbered(self, name: str, length: int) -> NDArray[np.intp]:
        salt = _told(f"{name} {length}", np.zeros(1))
        return _bucket(self._runs_of(length) * _SPREAD + salt)

    def weigh(self, weights: Weights) -> NDArray[np.float64]:
        """How much the print speaks for each find: 0 is as likely as not."""
        total = np.full(len(self.first), weights.bias, dtype=np.int64)
        for codes in self.single:
            total += weights.table[_bucket(codes)]
        for name, length, first, last in self.runs:
            found = weights.table[self._numbered(name, length)]
            totals = np.concatenate([[0], np.cumsum(found, dtype=np.int64)])
            end = len(found)
            total += totals[np.minimum(last, end)] - totals[np.minimum(first, end)]
        return np.asarray(total / STEPS)

    def signs(self) -> Iterator[list[int]]:
        """For each find the numbers of all the weights that its sum adds up, for learning."""
        singles = [_bucket(codes) for codes in self.single]
        runs = [(self._numbered(name, n), first, last) for name, n, first, last in self.runs]
        for place in range(len(self.first)):
            numbers = [int(each[place]) for each in singles]
            for found, first, last in runs:
                numbers += found[first[place] : last[place]].tolist()
            yield numbers


def _without_repeated_digits(codes: NDArray[np.uint32]) -> NDArray[np.bool_]:
    """Of each figure (12, 3.5) its first digit alone is kept."""
    digit = (codes >= ord("0")) & (codes <= ord("9"))
    point = codes == ord(".")
    point[1:] &= digit[:-1]
    point[:-1] &= digit[1:]
    point[:1] = point[-1:] = False
    inside = digit | point
    kept = np.ones(len(codes), dtype=np.bool_)
    kept[1:] = ~(inside[1:] & inside[:-1])
    return kept


def _since(marks: Places, places: Places) -> Places:
    """Behind the last mark before each place, or 0."""
    found = np.searchsorted(marks, places, side="left")
    behind = np.concatenate([[0], marks + 1])
    return np.asarray(behind[found], dtype=np.intp)


def _until(marks: Places, places: Places, size: int) -> Places:
    """The next mark at or behind each place, or the end."""
    found = np.searchsorted(marks, places, side="left")
    return np.minimum(np.concatenate([marks, [size]])[found], size)


def _told(name: str, values: NDArray) -> Codes:
    """What is told of finds as numbers that no other name shares."""
    salt = np.array([crc32(name.encode("utf-8")) | 1 << 40], dtype=np.uint64)
    return values.astype(np.int64).astype(np.uint64) * _MIX + salt * _SPREAD


def _bucket(codes: Codes) -> NDArray[np.intp]:
    mixed = codes ^ (codes >> np.uint64(29))
    return ((mixed * _MIX) >> np.uint64(64 - BITS)).astype(np.intp)
