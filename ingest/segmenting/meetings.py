"""Where the headline stacks of two articles meet, since the texts between them stand elsewhere.

Two stacks stand together seldom, and so it takes much to read a run of short lines as two. It takes
less on a page many of whose texts begin like articles with no headline above them, and where the
line above and the line below are about other texts of the page. It takes least where two articles
follow under the lines, one after the other, and the lines above speak of the first of them.
"""

from __future__ import annotations

import math
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property
from itertools import pairwise

import numpy as np

from ingest.networks import Numbers
from ingest.segmenting.sight import BESIDE, Sight, shared_words
from ingest.segmenting.stacks import score
from ingest.segmenting.titles import DATELINE, Title
from ingest.segmenting.weights import MEETING

MOST_BEGUN = 1.5
_LEAST_SPREAD = 1e-4  # of cosines; texts that are all the same tell nothing
_FARTHEST = 4  # pieces from the first to the last text that are looked at together
_LEAST_BEGUN, _MOST_BEGINNINGS = 0.05, 16  # less likely beginnings are not asked
_DATED, _SIGNED = 3.0, 3.0  # log-odds
_BY_CHANCE = 0.15  # how far texts of one article may seem to be told apart by its lines


@dataclass
class Meetings:
    """The price of every seam at which the stacks of two articles may meet on a page."""

    sight: Sight

    def prices(self, titles: Sequence[Title]) -> list[float]:
        """How much better two stacks must read than one, for each line but the first."""
        near = [self._near(title) for title in titles]
        parted = self.parted_below(titles)
        return [
            score(self.seam(above, below) | {"parted below": told}, MEETING)
            for (above, below), told in zip(pairwise(near), parted, strict=True)
        ]

    def parted_below(self, titles: Sequence[Title]) -> list[float]:
        """For each seam how surely the texts under the lines are those of two articles: the lines
        above it speak of the first and the lines below it of the second; 0 where they do not.
        """
        texts = self.sight.under(titles)
        begins = [(at, self._begins(*texts[at - 1 : at + 1])) for at in range(1, len(texts))]
        likely = sorted(begins, key=lambda each: -each[1])[:_MOST_BEGINNINGS]
        beginnings = [(at, share) for at, share in likely if share > _LEAST_BEGUN]
        sides = [(texts[max(0, at - _FARTHEST) : at], texts[at:][:BESIDE]) for at, _ in beginnings]
        found = []
        for seam in range(1, len(titles)):
            lines = [titles[max(0, seam - 2) : seam], titles[seam : seam + 2]]
            above, below = ([title.index for title in some] for some in lines)
            told = [
                share * self._tells_apart(above, below, *side)
                for (_, share), side in zip(beginnings, sides, strict=True)
            ]
            found.append(max(0.0, max(told, default=0.0) - _BY_CHANCE))
        return found

    def _begins(self, before: int, text: int) -> float:
        """How likely a text begins an article under another text: by its words, its dateline, or by
        the writers who are named above it.
        """
        sight = self.sight
        odds = sight.heads.text_begins_article(sight.folded[text], sight.language)
        odds += _DATED * (DATELINE.match(sight.folded[text]) is not None)
        odds += _SIGNED * sight.is_signed(before)
        return 1 / (1 + math.exp(-odds))

    def _tells_apart(
        self, above: list[int], below: list[int], first: list[int], second: list[int]
    ) -> float:
        """How much the lines above speak rather of the first texts, those below of the second."""
        subjects = self.sight.subjects
        near = subjects.nearness([above, below], [first, second])
        for row, lines in enumerate((above, below)):
            near[row] += [shared_words(subjects, lines, texts) for texts in (first, second)]
        return float(near[0, 0] - near[0, 1] + near[1, 1] - near[1, 0])

    def seam(self, above: Numbers, below: Numbers) -> dict[str, float]:
        """What tells whether two stacks meet between lines, by how near they are to the texts."""
        found = {"seam": 1.0, "begun": self.begun}
        if len(above) < BESIDE:
            return found
        told = min(above.std(), below.std()) > _LEAST_SPREAD
        return found | {
            "alike": float(np.corrcoef(above, below)[0, 1]) if told else 0.0,
            "apart": float(above.max() + below.max() - (above + below).max()),
        }

    @cached_property
    def begun(self) -> float:
        """How many texts begin like articles where no headline is above them, to a headline."""
        sight, runs = self.sight, self.sight.runs
        under = {run.after for run in runs}
        apart = [sight.folded[index] for index in sight.texts if index not in under]
        language = sight.language
        odds = [sight.heads.text_begins_article(text, language) for text in apart]
        count = sum(1 / (1 + math.exp(-each)) for each in odds)
        return min(MOST_BEGUN, count / max(1, sum(run.begins for run in runs)))

    def _near(self, title: Title) -> Numbers:
        """How near the texts of the page are to what a line is about."""
        subjects = self.sight.subjects
        return self._topics @ subjects.topics.of([subjects.topic([title.index])])[0]

    @cached_property
    def _topics(self) -> Numbers:
        """What each text is about with those that follow it."""
        subjects, texts = self.sight.subjects, self.sight.texts
        beside = (
            [each for each in texts[at : at + BESIDE] if each - first < _FARTHEST]
            for at, first in enumerate(texts)
        )
        return subjects.topics.of([subjects.topic(each) for each in beside])
