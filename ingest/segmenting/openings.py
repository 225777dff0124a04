"""Which text opens the article of which headline stack: asked for the whole page at once.

A column that begins directly under a headline opens that article, unless the columns of the page
came out in broken order. How far they did shows where nothing that begins an article stands under
the headlines (`loose`). There a text is known for an opening by how it begins, and for that of one
headline by what it speaks of: an article says the words of its headline again, in its first
paragraphs above all.
"""

from __future__ import annotations

from collections.abc import Callable, Collection, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property

from ingest.ordering.assignment import best_assignment
from ingest.segmenting.placing import Group
from ingest.segmenting.stacks import score
from ingest.segmenting.subjects import Subjects
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
        given = dict(weights)
        return best_assignment({pair: score(found, given) for pair, found in self.features.items()})

    @cached_property
    def features(self) -> dict[tuple[int, int], dict[str, float]]:
        """What speaks for each group under each stack, by first piece and article."""
        found = {}
        lines = [self.subjects.topic(stack.pieces) for stack in self.stacks]
        for group in self.groups:
            near = self.subjects.near(self.subjects.topic(group.pieces), lines)
            paragraph = group.paragraphs[0] if group.paragraphs else group.pieces[:1]
            near_first = self.subjects.near(self.subjects.topic(paragraph), lines)
            own = self._by_itself(group)
            for number, stack in enumerate(self.stacks):
                found[group.pieces[0], stack.article] = (
                    own
                    | self._by_place(group, stack)
                    | self._by_words(group, stack)
                    | {"topic": near[number], "near first": near_first[number]}
                )
        return found

    def _by_itself(self, group: Group) -> dict[str, float]:
        first = group.pieces[0]
        return {
            "pair": 1.0,
            "pair loose": self.loose,
            "dated": float(group.dated),
            "inside": float(first in self.inside),
            "inside loose": self.loose * (first in self.inside),
            "begins loose": self.begins(first) * self.loose,
            "midway loose": self.midway(first) * self.loose,
        }

    def _by_place(self, group: Group, stack: Stack) -> dict[str, float]:
        start = group.pieces[0]
        between = sum(stack.last < each < start for each in self.columns)
        heads = sum(stack.last < each.first < start for each in self.stacks)
        if start < stack.first:
            position = "above"
        elif heads:
            position = "past a stack" if heads == 1 and not between else "past stacks"
        else:
            position = "under" if not between else "past a text" if between == 1 else "past texts"
        return {
            position: 1.0,
            f"{position} loose": self.loose,
            "distance": min(10.0, abs(start - stack.last)) / 10,
        }

    def _by_words(self, group: Group, stack: Stack) -> dict[str, float]:
        """How much of what a stack says, in rare words, a group and its first pieces say again."""
        said = self.subjects.together(stack.pieces)
        whole = self.subjects.weight(said) or 1.0

        def again(pieces: Sequence[int]) -> float:
            return self.subjects.weight(said & self.subjects.together(pieces)) / whole

        return {"words": again(group.pieces), "words first": again(group.pieces[:FIRST_WORDS])}

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
