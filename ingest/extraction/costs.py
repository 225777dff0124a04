"""A sum that stands alone behind a work and tells by its place that it is the cost."""

from __future__ import annotations

import re
from collections.abc import Sequence

from chinese.figures import Figure
from ingest.extraction.lists import HEADS

_COUNTS = re.compile("[0-9两三四五六七八九十][余多]?[座个处所家栋条]")
_LEAST = 100_000  # yuan; a fare or a price is less
_BETWEEN = 3  # clauses between a work and its cost
_LONGEST_SUBJECT, _LONGEST_STAGE = 18, 12  # characters


def follows_a_work(told: Sequence[str], figure: Figure) -> bool:
    """陶瓷博物馆明年封顶,9800平方米,|1.6亿元: behind a work and how large it is stands its cost."""
    if figure.value is None or figure.value < _LEAST:
        return False
    for clause in reversed(told[-_BETWEEN:]):
        for place, word, kind in HEADS.every(clause[:_LONGEST_SUBJECT]):
            behind = clause[place + len(word) :]
            if kind == "facility" and place and not _COUNTS.search(clause):
                return len(behind) <= _LONGEST_STAGE and not set("元、") & set(clause)
        if not any(each.isdigit() for each in clause):
            return False
    return False
