"""Which figure of a window the networks hold for that of a work or of a target."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from ingest.extraction.learned.network import Networks
from ingest.extraction.learned.relations import (
    ANOTHER,
    NO_FIGURE,
    NO_WORK,
    THIS,
    Candidate,
    Span,
    relation,
    said,
)  # fmt: skip
from ingest.extraction.learned.words import Word, term_of
from ingest.extraction.sentences import Date, Sum
from ingest.networks import Numbers

_FIGURES, _NAMES = 12, 6  # that are looked at


@dataclass(frozen=True)
class Asked:
    """What is asked of a window: which figure (`sum`, `day`, `term`) is of what stands at `spans`.

    `figures` are all of that kind, `others` what else may have one; `held` is what the rules hold
    for it, if they know the work or the target at all (`is_ruled`).
    """

    what: str
    figures: Sequence[int]
    spans: Sequence[Span]
    others: Sequence[Sequence[Span]]
    is_ruled: bool
    held: object

    @property
    def by_rules(self) -> int:
        if not self.is_ruled:
            return NO_WORK
        return NO_FIGURE if self.held is None else THIS


# Chosen on 570 passages of `tune8`, by a network that had not learned from them.
# The share by which the first figure of a work or target that the rules know, or another one than
# theirs, is taken, and by which none is; and a date that the finder holds for no term.
FIRST, OTHER, NONE, NO_TERM = 0.65, 0.6, 0.85, 0.9


def outweighs(asked: Asked, chosen: Word | None, share: float) -> bool:
    """Whether what the networks hold for the figure goes before what the rules hold for it.

    Where the rules know of nothing, what is likeliest goes.
    """
    if not asked.is_ruled:
        return True
    if chosen is None:
        return share >= NONE
    if isinstance(chosen.find, Date) and not chosen.find.find.is_due:
        return share >= NO_TERM
    return share >= (FIRST if asked.held is None else OTHER)


def bound(
    asked: Asked, words: Sequence[Word], networks: Networks, states: Sequence[Numbers]
) -> tuple[Word | None, float]:
    """The find that has the greatest share, or None for none of them, and its share."""
    near = sorted(asked.figures, key=lambda at: (abs(at - asked.spans[0][0]), at))[:_FIGURES]
    spans = asked.spans[:_NAMES]
    others = [each[:_NAMES] for each in asked.others]
    candidates = []
    for at in sorted(near):
        found = relation(words, spans, others, at, asked.figures)
        is_other = asked.by_rules == THIS and value(words[at]) != asked.held
        told = said(ANOTHER if is_other else asked.by_rules)
        candidates.append(Candidate(found.name, at, [*found.relation, *told]))
    shares = networks.bind(asked.what, states, spans, candidates, said(asked.by_rules))
    return _chosen([words[each.figure] for each in candidates], shares)


def value(word: Word) -> object:
    """What a sum or a day says: yuan, or the day by which something is due."""
    if isinstance(word.find, Sum):
        return word.find.figure.value
    term = term_of(word)
    return term.find.due_on if term else None


def _chosen(words: Sequence[Word], shares: Numbers) -> tuple[Word | None, float]:
    """The find with the greatest share; the same value printed twice counts together."""
    summed: dict[object, float] = {None: float(shares[0])}
    first: dict[object, Word | None] = {None: None}
    for word, share in zip(words, shares[1:], strict=True):
        held = value(word)
        summed[held] = summed.get(held, 0.0) + float(share)
        first.setdefault(held, word)
    best = max(summed, key=lambda held: summed[held])
    return first[best], summed[best]
