"""How sure the networks must be of a work of the rules for it to stand."""

from __future__ import annotations

from ingest.extraction.words.nameable import is_common
from ingest.proposal import ProjectFact

DROPPED = 0.5  # chosen on `tune12`, by networks that had not read it
# Lists of tasks, which the networks hardly know, hold works of which only a stage is told:
# 支持县幼儿园建设. It takes more to deny one that the rules find, and the desk asks.
_UNTOLD = 0.15
# Beside others what has a name of its own and a day is rather one: 甲年底完工,…,乙年内见效.
_LISTED, _OTHERS = 0.4, 2


def least(fact: ProjectFact, facts: int) -> float:
    """The share below which one of so many works of an article is denied."""
    if fact.stage and not (fact.announced or fact.due_on):
        return _UNTOLD
    listed = facts > _OTHERS and fact.due_on is not None and not is_common(fact.name)
    return _LISTED if listed else DROPPED
