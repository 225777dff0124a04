"""What the articles of a page say so far, in tables: a row for each article.

Every group of texts is held against every article, and again whenever one of them has grown. So the
bigrams are numbered, and what is asked of all articles is asked of the tables at once.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from ingest.networks import Numbers
from ingest.segmenting.subjects import Subjects, Table

# Words of the whole page count as if an article had said so many of them.
PAGE_COUNTS = 50
EVERY = slice(None)


@dataclass(frozen=True)
class Words:
    """What some texts say together: their bigrams by number, how much these tell, the topic."""

    bigrams: NDArray[np.intp]
    size: float
    about: Numbers

    @classmethod
    def of(cls, pieces: Sequence[int], subjects: Subjects) -> Words:
        bigrams = np.unique(_joined([subjects.numbers[each] for each in pieces]))
        size = float(subjects.weights[bigrams].sum())
        return cls(bigrams, size, subjects.topics.of(subjects.topic(pieces))[0])


class Sayings:
    """In how many texts of each article each bigram stands, and what each article is about."""

    def __init__(self, subjects: Subjects, articles: int) -> None:
        self.subjects = subjects
        bigrams, parts = len(subjects.weights), subjects.parts.shape[1]
        self.said: NDArray[np.int32] = np.zeros((articles, bigrams), dtype=np.int32)
        self.everywhere: NDArray[np.int32] = np.zeros(bigrams, dtype=np.int32)
        self._counts: NDArray[np.int64] = np.zeros(articles, dtype=np.int64)
        self._sizes: Table = np.zeros(articles)
        self._parts: Table = np.zeros((articles, parts))
        self._about: Numbers = subjects.topics.of([subjects.topic([])] * articles)

    def head(self, article: int, pieces: Sequence[int]) -> None:
        """A headline stack says its words once, on however many lines."""
        self._add(article, pieces, Words.of(pieces, self.subjects).bigrams, 1)

    def put(self, article: int, pieces: Sequence[int]) -> None:
        self._add(article, pieces, _joined([self.subjects.numbers[each] for each in pieces]), 1)

    def take(self, article: int, pieces: Sequence[int]) -> None:
        self._add(article, pieces, _joined([self.subjects.numbers[each] for each in pieces]), -1)

    def _add(
        self, article: int, pieces: Sequence[int], bigrams: NDArray[np.intp], sign: int
    ) -> None:
        said = self.said[article]
        np.add.at(said, bigrams, sign)
        np.add.at(self.everywhere, bigrams, sign)
        self._counts[article] += sign * len(bigrams)
        self._sizes[article] = self.subjects.weights @ (said > 0)
        self._parts[article] += sign * self.subjects.topic(pieces)
        self._about[article] = self.subjects.topics.of([self._parts[article]])[0]

    def near(self, asked: Sequence[Words], articles: slice = EVERY) -> Table:
        """How near the topics are: a row for each article, a column for each of those asked."""
        about = np.array([each.about for each in asked])
        return (self._about[articles] @ about.T).astype(np.float64)

    def shared(self, asked: Sequence[Words], articles: slice = EVERY) -> tuple[Table, Table]:
        """How much is said in common, from 0 to 1, and how much likelier the bigrams are in what an
        article says than anywhere on the page: rows and columns as in `near`.
        """
        bigrams, lengths = self._known(asked)
        counts = self.said[articles][:, bigrams]
        common = _sums((counts > 0) * self.subjects.weights[bigrams], lengths)
        sizes = np.outer(self._sizes[articles], [each.size for each in asked])
        alike = np.divide(common, np.sqrt(sizes), out=np.zeros_like(common), where=sizes > 0)

        usual = self._counts.sum() / self.everywhere[bigrams]
        likely = _sums(np.log(counts * usual + PAGE_COUNTS), lengths)
        total = np.log(self._counts[articles] + PAGE_COUNTS)
        return alike, (likely - np.outer(total, lengths)) / np.sqrt(1 + lengths)

    def _known(self, asked: Sequence[Words]) -> tuple[NDArray[np.intp], NDArray[np.intp]]:
        """The bigrams of those asked one after another, and how many of each, less those that no
        article says yet.
        """
        bigrams = _joined([each.bigrams for each in asked])
        asker = np.repeat(np.arange(len(asked)), [len(each.bigrams) for each in asked])
        known = self.everywhere[bigrams] > 0
        return bigrams[known], np.bincount(asker[known], minlength=len(asked))


def _joined(parts: Sequence[NDArray[np.intp]]) -> NDArray[np.intp]:
    return np.concatenate([np.zeros(0, dtype=np.intp), *parts])


def _sums(table: Table, lengths: NDArray[np.intp]) -> Table:
    """The sums of so many columns after so many others, in each row."""
    found = np.zeros((len(table), len(lengths)))
    some = lengths > 0
    if some.any():
        starts = (np.cumsum(lengths) - lengths)[some]
        found[:, some] = np.add.reduceat(table, starts, axis=1)
    return found
