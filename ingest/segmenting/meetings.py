"""Where the headline stacks of two articles meet, since the texts between them stand elsewhere.

Two stacks stand together seldom, and so it takes much to read a run of short lines as two. It takes
less on a page many of whose texts begin like articles with no headline above them, and where the
line above and the line below are about other texts of the page.
"""

from __future__ import annotations

import math
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property
from itertools import pairwise

import numpy as np

from ingest.networks import Numbers
from ingest.segmenting.sight import BESIDE, Sight
from ingest.segmenting.stacks import score
from ingest.segmenting.titles import Title
from ingest.segmenting.weights import MEETING

MOST_BEGUN = 1.5
_LEAST_SPREAD = 1e-4  # of cosines; texts that are all the same tell nothing
_FARTHEST = 4  # pieces from the first to the last text that are looked at together


@dataclass
class Meetings:
    """The price of every seam at which the stacks of two articles may meet on a page."""

    sight: Sight

    def prices(self, titles: Sequence[Title]) -> list[float]:
        """How much better two stacks must read than one, for each line but the first."""
        near = [self._near(title) for title in titles]
        return [score(self.seam(above, below), MEETING) for above, below in pairwise(near)]

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
