"""Which short lines begin articles and which stand inside one: asked for the whole page at once.

A line alone may be either. But the subheads of an article are built alike, their parts are about
one thing and say the same names again, and hardly any article has only one. So every way to divide
the page into articles is weighed, each article as a whole, and the likeliest way is taken.
"""

from __future__ import annotations

import math
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from functools import cached_property

import numpy as np

from ingest.networks import Numbers
from ingest.segmenting.sight import Run, Sight, parallel, shared_words
from ingest.segmenting.stacks import score
from ingest.segmenting.weights import DIVISIONS

HEADLESS = -1  # where the text begins that stands above all runs
MOST_PARTS = 16  # of an article, its beginning counted
CERTAIN = 8.0  # the odds of a run that begins an article whatever else speaks


@dataclass
class Divisions:
    """Runs of a page that are headlines or subheads, and every way to divide it into articles."""

    sight: Sight
    runs: Sequence[Run]

    def best(self, weights: dict[str, float] = DIVISIONS) -> list[bool]:
        """For each run whether it begins an article, in the likeliest way of all."""
        best: list[tuple[float, set[int]]] = [(0.0, set())]
        for end in range(1, len(self.runs) + 1):
            choices = []
            for start in self.starts_before(end):
                value, starts = best[max(0, start)]
                gain = score(self.article(start, end), weights)
                choices.append((value + gain, starts | {start}))
            best.append(max(choices, key=lambda each: each[0]))
        return [number in best[-1][1] for number in range(len(self.runs))]

    def starts_before(self, end: int) -> list[int]:
        """The runs that may begin the article which ends before run `end`."""
        starts = list(range(max(0, end - MOST_PARTS), end))
        return [HEADLESS, *starts] if self.is_headless else starts

    @property
    def is_headless(self) -> bool:
        """Whether a text without its headline stands first."""
        return bool(self.runs) and self.runs[0].before >= 0

    def article(self, start: int, end: int) -> dict[str, float]:
        """What is seen of an article of the parts under these runs, its headline's first."""
        if start == HEADLESS:
            return {"headless": 1.0, "odds": sum(-run.odds for run in self.runs[:end])}
        count = end - start - 1
        told = {"untold": self._untold[start], "untold squared": self._untold[start] ** 2}
        if not count:
            return told
        inner = range(start + 1, end)
        others = {k: [each for each in range(start, end) if each != k] for k in range(start, end)}
        near = [self._near[k, others[k]] for k in inner]
        pairs = self._near[np.ix_(range(start, end), range(start, end))]
        found = told | {
            "subheads": float(count),
            "one": float(count == 1),
            "two": float(count == 2),
            "odds": sum(-self.runs[k].odds for k in inner),
            "near": sum(float(each.mean()) for each in near),
            "near pairs": float(pairs.sum()) / 2 / math.sqrt(count),
            "least near": min(float(each.mean()) for each in near),
            "headline says": sum(float(self._said[start, k]) for k in inner),
            "begins short": max(0.0, float(np.mean(self._sizes[list(inner)])) - self._sizes[start]),
            "longer": sum(max(0.0, float(self._lengths[k] - self._lengths[start])) for k in inner),
        }
        if count > 1:
            lengths = self._lengths[list(inner)]
            alike = self._alike[np.ix_(list(inner), list(inner))]
            found |= {
                "uneven lines": float(np.std(lengths)) * count,
                "uneven parts": float(np.std(self._sizes[list(inner)])) * count,
                "alike": float(alike.sum()) / (count - 1),
            }
        return found

    @cached_property
    def _untold(self) -> list[float]:
        """For a run that shows not for certain that it begins an article, how many of the other
        likely headlines of the page do; nothing for one that does.
        """
        certain = [run.first in self.sight.certain for run in self.runs]
        likely = [told or run.odds > 0 for told, run in zip(certain, self.runs, strict=True)]
        share = [sum(certain) / max(1, sum(likely) - each) for each in likely]
        return [0.0 if told else each for told, each in zip(certain, share, strict=True)]

    @cached_property
    def _below(self) -> list[list[int]]:
        return [self.sight.below(run) for run in self.runs]

    @cached_property
    def _lengths(self) -> Numbers:
        return np.array([math.log(max(1, run.titles[0].length)) for run in self.runs])

    @cached_property
    def _sizes(self) -> Numbers:
        sizes = (sum(len(self.sight.folded[k]) for k in below) for below in self._below)
        return np.array([math.log(20 + size) for size in sizes])

    @cached_property
    def _alike(self) -> Numbers:
        """How alike the lines are built."""
        firsts = [run.titles[0] for run in self.runs]
        return self._pairs(lambda a, b: parallel(firsts[a], firsts[b]))

    @cached_property
    def _near(self) -> Numbers:
        """How near the parts are in what they are about, against what is usual on the page."""
        subjects = self.sight.subjects
        lines = [[each.index for each in run.titles] for run in self.runs]
        parts = [
            subjects.topic([*line, *below]) for line, below in zip(lines, self._below, strict=True)
        ]
        topics = subjects.topics.of(parts)
        nearness = topics @ topics.T
        return self._unusual(self._pairs(lambda a, b: float(nearness[a, b])))

    @cached_property
    def _said(self) -> Numbers:
        """How much of the line of each run the text under each other says again."""
        lines = [[each.index for each in run.titles] for run in self.runs]
        subjects = self.sight.subjects
        return self._unusual(
            self._pairs(lambda a, b: shared_words(subjects, lines[a], self._below[b]))
        )

    def _pairs(self, measure: Callable[[int, int], float]) -> Numbers:
        """A table of what is measured of any two runs that may stand in one article."""
        size = len(self.runs)
        found: Numbers = np.zeros((size, size), dtype=np.float32)
        for a in range(size):
            for b in range(max(0, a - MOST_PARTS + 1), min(size, a + MOST_PARTS)):
                if a != b:
                    found[a, b] = measure(a, b)
        return found

    def _unusual(self, found: Numbers) -> Numbers:
        """A table of pairs against the mean of all pairs; nothing for a run with itself."""
        known = self._pairs(lambda a, b: 1.0)
        return (found - found.sum() / max(1.0, known.sum())) * known
