"""How much of the machine's reading stood after people had checked it. Pure.

Compares the two documents of an upload, `machine` and `current` (see `ingest.desk.draft`):

- a join stood if its two ends still lie in one part; one that was not made, with the confidence
  that it is none, if they do not;
- a role stood if all pieces of a part still lie in parts of its kind, a headline part if its
  article still has it word for word;
- a placement stood if all pieces of a part still lie in the article they were put into;
- a milestone stood if its project still promises that stage by that day.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import Literal

from ingest.desk.common import EditError
from ingest.desk.draft import HEADS, Doc, milestones_of
from ingest.desk.joins import ends

Kind = Literal["join", "role", "placement", "milestone"]
KINDS: tuple[Kind, ...] = ("join", "role", "placement", "milestone")
BANDS = 10


@dataclass(frozen=True)
class Verdict:
    """One thing that the machine said, how sure it was (0 to 1), and whether it stood."""

    kind: Kind
    confidence: float
    stood: bool


@dataclass(frozen=True)
class Band:
    """Verdicts of one kind with a confidence from `low` to `low` + 0.1."""

    kind: Kind
    low: float
    total: int
    stood: int

    @property
    def share(self) -> float:
        return self.stood / self.total


def verdicts(machine: Doc, current: Doc) -> list[Verdict]:
    kinds = (_joins, _roles, _placements, _milestones)
    return [each for told in kinds for each in told(machine, current)]


def bands(found: Iterable[Verdict]) -> list[Band]:
    """The verdicts by kind and by tenth of confidence; empty bands are left out."""
    counts: dict[tuple[Kind, int], list[bool]] = {}
    for each in found:
        tenth = min(int(each.confidence * BANDS + 1e-9), BANDS - 1)
        counts.setdefault((each.kind, tenth), []).append(each.stood)
    order = sorted(counts, key=lambda key: (KINDS.index(key[0]), key[1]))
    return [
        Band(kind, tenth / BANDS, len(counts[kind, tenth]), sum(counts[kind, tenth]))
        for kind, tenth in order
    ]


def _joins(machine: Doc, current: Doc) -> Iterator[Verdict]:
    together = [set(part["pieces"]) for _, part in _parts(current)]
    for join in machine["joins"]:
        try:
            last, first = ends(machine, join)
        except EditError:
            continue
        joined = any({last["id"], first["id"]} <= pieces for pieces in together)
        sure = join["confidence"] if join["made"] else 1 - join["confidence"]
        yield Verdict("join", sure, joined == join["made"])


def _roles(machine: Doc, current: Doc) -> Iterator[Verdict]:
    kinds: dict[int, set[str]] = {}
    for _, part in _parts(current):
        for piece in part["pieces"]:
            kinds.setdefault(piece, set()).add(part["kind"])
    for _, part in _parts(machine):
        if part["pieces"]:
            stood = all(kinds.get(piece) == {part["kind"]} for piece in part["pieces"])
            yield Verdict("role", part["confidence"], stood)
    now = {article["id"]: article for article in current["articles"]}
    for article in machine["articles"]:
        for head in HEADS:
            if article[head]:
                stood = now.get(article["id"], {}).get(head) == article[head]
                yield Verdict("role", article["confidence"], stood)


def _placements(machine: Doc, current: Doc) -> Iterator[Verdict]:
    homes: dict[int, set[str]] = {}
    for article, part in _parts(current):
        for piece in part["pieces"]:
            homes.setdefault(piece, set()).add(article)
    for article, part in _parts(machine):
        if article and part["pieces"]:
            stood = all(homes.get(piece) == {article} for piece in part["pieces"])
            yield Verdict("placement", part["confidence"], stood)


def _milestones(machine: Doc, current: Doc) -> Iterator[Verdict]:
    promised = {
        (fact["id"], each["stage"], each["due_on"])
        for fact in current["facts"]
        for each in (fact, *milestones_of(fact))
        if fact["kind"] == "project"
    }
    for fact in machine["facts"]:
        for each in milestones_of(fact):
            stood = (fact["id"], each["stage"], each["due_on"]) in promised
            yield Verdict("milestone", each["confidence"], stood)


def _parts(doc: Doc) -> Iterator[tuple[str, Doc]]:
    """(id of the article, part); the id is empty for what is in no article."""
    for article in doc["articles"]:
        yield from ((article["id"], part) for part in article["parts"])
    yield from (("", part) for part in doc["loose"])
