"""A sum that stands alone behind a work and tells by its place that it is the cost."""

from __future__ import annotations

import re

from chinese.figures import Figure
from ingest.extraction.lists import HEADS

_ENDS, _PARTS = (
    re.compile("[。;!?\n]"),
    re.compile("[,:]|(?<=[0-9][^,:、])、|(?<=[米位班间亩层])、"),
)
_NEAR = 80  # characters
_COUNTS = re.compile("[0-9两三四五六七八九十][余多]?[座个处所家栋条]")
_LEAST = 100_000  # yuan; a fare or a price is less
_BETWEEN = 3  # clauses between a work and its cost
_WHOLE_NAME = 3  # characters
_LONGEST_SUBJECT, _LONGEST_STAGE = 18, 12  # characters


def follows_a_work(text: str, figure: Figure) -> bool:
    """陶瓷博物馆明年封顶,9800平方米,|1.6亿元: behind a work and how large it is stands its cost."""
    alone = text[figure.start - 1 : figure.start] in (",", "、")
    if not alone or figure.value is None or figure.value < _LEAST:
        return False
    line = _ENDS.split(text[max(0, figure.start - _NEAR) : figure.start])[-1]
    told = _PARTS.split(line)[:-1]
    for clause in reversed(told[-_BETWEEN:]):
        for place, word, kind in HEADS.every(clause[:_LONGEST_SUBJECT]):
            behind = clause[place + len(word) :]
            whole = place or len(word) >= _WHOLE_NAME  # 消防站刚封顶,2600万元
            if kind == "facility" and whole and not _COUNTS.search(clause):
                return len(behind) <= _LONGEST_STAGE and not set("元、") & set(clause)
        if not any(each.isdigit() for each in clause):
            return False
    return False
