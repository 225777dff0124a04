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

from ingest.segmenting.sight import Run, Sight, parallel
from ingest.segmenting.stacks import score
from ingest.segmenting.subjects import Table
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
        best: list[tuple[float, int]] = [(0.0, 0)]
        for end in range(1, len(self.runs) + 1):
            choices = [
                (best[max(0, start)][0] + score(self.article(start, end), weights), start)
                for start in self.starts_before(end)
            ]
            best.append(max(choices, key=lambda each: each[0]))
        begins, end = [False] * len(self.runs), len(self.runs)
        while end > 0:
            end = best[end][1]
            if end != HEADLESS:
                begins[end] = True
        return begins

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
        inner, whole = slice(start + 1, end), slice(start, end)
        lengths, sizes = self._lengths[inner], self._sizes[inner]
        pairs = self._near[whole, whole]
        near = pairs[1:].sum(axis=1) / count
        longer = lengths - self._lengths[start]
        found = told | {
            "subheads": float(count),
            "one": float(count == 1),
            "two": float(count == 2),
            "odds": sum(-run.odds for run in self.runs[inner]),
            "near": float(near.sum()),
            "near pairs": float(pairs.sum()) / 2 / math.sqrt(count),
            "least near": float(near.min()),
            "headline says": float(self._said[start, inner].sum()),
            "begins short": max(0.0, float(sizes.mean()) - self._sizes[start]),
            "longer": float(longer[longer > 0].sum()),
        }
        if count > 1:
            found |= {
                "uneven lines": float(lengths.std()) * count,
                "uneven parts": float(sizes.std()) * count,
                "alike": float(self._alike[inner, inner].sum()) / (count - 1),
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
    def _lengths(self) -> Table:
        return np.array([math.log(max(1, run.titles[0].length)) for run in self.runs])

    @cached_property
    def _sizes(self) -> Table:
        sizes = (sum(len(self.sight.folded[k]) for k in below) for below in self._below)
        return np.array([math.log(20 + size) for size in sizes])

    @cached_property
    def _alike(self) -> Table:
        """How alike the lines are built."""
        firsts = [run.titles[0] for run in self.runs]
        return self._pairs(lambda a, b: parallel(firsts[a], firsts[b]))

    @cached_property
    def _near(self) -> Table:
        """How near the parts are in what they are about, against what is usual on the page."""
        lines = [[each.index for each in run.titles] for run in self.runs]
        parts = [[*line, *below] for line, below in zip(lines, self._below, strict=True)]
        return self._unusual(self.sight.subjects.nearness(parts, parts) * self._known)

    @cached_property
    def _said(self) -> Table:
        """How much of the line of each run the text under each other says again."""
        subjects = self.sight.subjects
        lines = [subjects.together(each.index for each in run.titles) for run in self.runs]
        texts = [subjects.together(below) for below in self._below]
        sizes = [[subjects.weight(each) for each in some] for some in (lines, texts)]

        def said(a: int, b: int) -> float:
            least = min(sizes[0][a], sizes[1][b])
            return subjects.weight(lines[a] & texts[b]) / least if least else 0.0

        return self._unusual(self._pairs(said))

    @cached_property
    def _known(self) -> Table:
        """1 for any two runs that may stand in one article."""
        numbers = np.arange(len(self.runs))
        apart = np.abs(numbers - numbers[:, None])
        return ((apart > 0) & (apart < MOST_PARTS)).astype(np.float64)

    def _pairs(self, measure: Callable[[int, int], float]) -> Table:
        """A table of what is measured of any two runs that may stand in one article."""
        found = np.zeros_like(self._known)
        for a, b in zip(*np.nonzero(self._known), strict=True):
            found[a, b] = measure(a, b)
        return found

    def _unusual(self, found: Table) -> Table:
        """A table of pairs against the mean of all pairs; nothing for a run with itself."""
        known = self._known
        return (found - found.sum() / max(1.0, known.sum())) * known
