"""What the networks see of a window: the works in it, and which of them the rules have."""

from __future__ import annotations

from dataclasses import dataclass, field

from ingest.extraction.learned.relations import Span
from ingest.measuring import dice
from ingest.proposal import ProjectFact

_SAME = 0.6
_BUILT = ("completed", "operating")


@dataclass
class Seen:
    """A work in one window: where it is named, how surely, and which work of the rules it is."""

    name: str
    spans: list[Span] = field(default_factory=list)
    score: float = 0.0
    fact: ProjectFact | None = None
    is_new: bool = False  # whether the rules have it not


@dataclass(frozen=True)
class Window:
    """A stretch of the words; the spans of `rules` count from its first."""

    first: int
    last: int
    rules: list[tuple[ProjectFact, Span]]


def is_same(one: str, other: str) -> bool:
    return one in other or other in one or dice(one, other) >= _SAME


def is_to_come(fact: ProjectFact) -> bool:
    """Whether more is told of a work than that it was built some day: 三年前完工的河滨广场."""
    return fact.stage is not None and not (fact.tense == "done" and fact.stage in _BUILT)


def held_of(fact: ProjectFact, what: str) -> object:
    """What is held of a work now."""
    if what == "day":
        return fact.due_on
    return fact.announced.yuan if fact.announced else None
