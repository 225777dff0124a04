"""Which text opens the article of which headline stack: asked for the whole page at once.

A column that begins directly under a headline opens that article, unless the columns of the page
came out in broken order. How far they did shows where nothing that begins an article stands under
the headlines (`loose`). There a text is known for an opening by how it begins, and for that of one
headline by what it speaks of: an article says the words of its headline again, in its first
paragraphs above all.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property

import numpy as np

from ingest.ordering.assignment import best_assignment
from ingest.segmenting.placing import Group
from ingest.segmenting.subjects import Subjects, Table
from ingest.segmenting.weights import OPENING

FIRST_WORDS = 2  # pieces of a group in which the words of its headline are looked for


@dataclass(frozen=True)
class Stack:
    """A headline stack: the numbers of its pieces in file order, and that of its article."""

    pieces: list[int]
    article: int

    @property
    def first(self) -> int:
        return self.pieces[0]

    @property
    def last(self) -> int:
        return self.pieces[-1]


@dataclass
class Openings:
    """The groups of a page that may open an article, and its headline stacks.

    `columns` are the first pieces of all columns, in file order, `inside` those that nothing but
    their beginning parts from the text above them; `begins` says of a piece how much
    it looks like the beginning of an article, `midway` how much like the rest of a sentence.
    """

    groups: Sequence[Group]
    stacks: Sequence[Stack]
    subjects: Subjects
    columns: Sequence[int]
    inside: Collection[int]
    begins: Callable[[int], float]
    midway: Callable[[int], float]

    def best(self, weights: Mapping[str, float] = OPENING) -> dict[int, int]:
        """For the first piece of each group that opens an article the number of the article."""
        values = np.zeros((len(self.groups), len(self.stacks)))
        for name, table in self._tables.items():
            values += weights.get(name, 0.0) * table
        useful = zip(*np.nonzero(values > 0), strict=True)
        return best_assignment({self._pair(*each): float(values[each]) for each in useful})

    @property
    def features(self) -> dict[tuple[int, int], dict[str, float]]:
        """What speaks for each group under each stack, by first piece and article."""
        shape = len(self.groups), len(self.stacks)
        tables = {name: np.broadcast_to(table, shape) for name, table in self._tables.items()}
        return {
            self._pair(*each): {name: float(table[each]) for name, table in tables.items()}
            for each in np.ndindex(shape)
        }

    def _pair(self, group: int, stack: int) -> tuple[int, int]:
        return self.groups[group].pieces[0], self.stacks[stack].article

    @cached_property
    def _tables(self) -> dict[str, Table]:
        """What speaks for the openings: a row for each group, a column for each stack."""
        return self._by_itself() | self._by_place() | self._by_words() | self._by_topic()

    def _by_itself(self) -> dict[str, Table]:
        firsts = [group.pieces[0] for group in self.groups]
        dated = _column(group.dated for group in self.groups)
        inside = _column(first in self.inside for first in firsts)
        begins, midway = _column(map(self.begins, firsts)), _column(map(self.midway, firsts))
        return {
            "pair": np.ones_like(dated),
            "pair loose": np.full_like(dated, self.loose),
            "dated": dated,
            "inside": inside,
            "inside loose": inside * self.loose,
            "begins loose": begins * self.loose,
            "midway loose": midway * self.loose,
        }

    def _by_place(self) -> dict[str, Table]:
        """How a group stands to a stack, and how many columns and stacks are between them."""
        start = _column(group.pieces[0] for group in self.groups)
        first, last = (
            np.array([getattr(stack, end) for stack in self.stacks]) for end in ("first", "last")
        )

        def between(places: Sequence[int] | Table) -> Table:
            kept = np.sort(places)
            below = np.searchsorted(kept, last, side="right")
            return np.maximum(0, np.searchsorted(kept, start) - below)

        heads, texts = between(first), between(self.columns)
        above = start < first
        under = ~above & (heads == 0)
        past = ~above & (heads > 0)
        places = {
            "above": above,
            "past a stack": past & (heads == 1) & (texts == 0),
            "past stacks": past & ((heads > 1) | (texts > 0)),
            "under": under & (texts == 0),
            "past a text": under & (texts == 1),
            "past texts": under & (texts > 1),
        }
        found = {name: place.astype(np.float64) for name, place in places.items()}
        found |= {f"{name} loose": place * self.loose for name, place in places.items()}
        return found | {"distance": np.minimum(10.0, np.abs(start - last)) / 10}

    def _by_words(self) -> dict[str, Table]:
        """How much of what a stack says, in rare words, a group and its first pieces say again."""
        return {
            "words": self._again([group.pieces for group in self.groups]),
            "words first": self._again([group.pieces[:FIRST_WORDS] for group in self.groups]),
        }

    def _again(self, texts: Sequence[Sequence[int]]) -> Table:
        says = defaultdict[str, list[int]](list)
        for row, pieces in enumerate(texts):
            for each in self.subjects.together(pieces):
                says[each].append(row)
        found = np.zeros((len(texts), len(self.stacks)))
        for column, stack in enumerate(self.stacks):
            said = self.subjects.together(stack.pieces)
            for each in sorted(said & says.keys()):
                found[says[each], column] += self.subjects.weight([each])
            found[:, column] /= self.subjects.weight(said) or 1.0
        return found

    def _by_topic(self) -> dict[str, Table]:
        lines = [stack.pieces for stack in self.stacks]
        firsts = [
            each.paragraphs[0] if each.paragraphs else each.pieces[:1] for each in self.groups
        ]
        return {
            "topic": self.subjects.nearness([group.pieces for group in self.groups], lines),
            "near first": self.subjects.nearness(firsts, lines),
        }

    @cached_property
    def loose(self) -> float:
        """The share of the stacks right under which no group begins."""
        begin = {group.pieces[0] for group in self.groups}
        starts = [*(stack.first for stack in self.stacks[1:]), len(self.subjects.bigrams)]
        apart = 0
        for stack, end in zip(self.stacks, starts, strict=False):
            below = next((each for each in self.columns if stack.last < each < end), -1)
            apart += below not in begin
        return apart / len(self.stacks) if self.stacks else 0.0


def _column(numbers: Iterable[float]) -> Table:
    """A number for each row of a table."""
    return np.array(list(numbers), dtype=np.float64).reshape(-1, 1)
