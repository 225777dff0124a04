"""The pages of the benchmark: which articles stand on which page."""

from __future__ import annotations

import copy
import random
from collections.abc import Iterator

from benchmarks.pages.corpus import load_articles
from benchmarks.pages.typeset import TruePage, typeset


def pages(split: str, level: str, count: int, *, bare: bool = False) -> Iterator[TruePage]:
    """`count` pages of 6 to 12 articles of one third, the same at every call.

    `bare` ones are printed without datelines and writers, each under one headline.
    """
    sources = [each.bare() if bare else each for each in load_articles(split)]
    for seed in range(count):
        chance = random.Random(f"{split}-{level}-{seed}")
        chosen = chance.sample(sources, min(len(sources), chance.randint(6, 12)))
        yield typeset(copy.deepcopy(chosen), level, seed)
