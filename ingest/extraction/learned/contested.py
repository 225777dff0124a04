"""One sum that several works are said to cost: whose it is, and what is left of the others."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from ingest.extraction.clauses.sentences import Sum
from ingest.extraction.learned.bound import Asked, share_of, value
from ingest.extraction.learned.network import Networks
from ingest.extraction.learned.relations import Span
from ingest.extraction.learned.seen import Seen
from ingest.extraction.learned.words import Text, Word
from ingest.extraction.works.binding import costs_each_the_same
from ingest.extraction.works.phases import is_a_phase
from ingest.networks import Numbers
from ingest.proposal import ProjectFact

# How much more it counts how surely a name is that of a work than how near the sum is to it. A
# place, a firm or a part (青溪二桥下游两公里, 装上冷轧钢管) stands nearer than the work itself.
_NAME = 4.0
_SURE = 0.9  # above which it no longer counts how sure: of two works the nearer has the sum
_RIGHT_BEHIND = 2  # words
_DOUBTFUL = 0.25  # by which one must outweigh the others
_JOINS = frozenset("、和与及")


@dataclass(frozen=True)
class Claim:
    """A work that holds a sum: how surely it is one, and by which share the sum is its.

    `behind`: whether the sum stands right behind its name, as in 鼓楼小学操场(210万元); `beside`:
    whether its name stands in the clause of the sum; `listed`: whether it is joined to
    another that holds it (滨江路、沿河路,总投资3850万元); `is_new`: whether the rules have it not.
    """

    fact: ProjectFact
    named: float
    share: float
    behind: bool
    beside: bool
    listed: bool
    is_new: bool

    @property
    def weight(self) -> float:
        return self.share + _NAME * min(self.named, _SURE)


def contested(
    works: Sequence[Seen], words: Sequence[Word], figures: Sequence[int], text: Text,
    networks: Networks, states: Sequence[Numbers],
) -> Iterator[list[Claim]]:  # fmt: skip
    """Of each sum that several of these works hold, their claims to it."""
    for at in printed_once(words, figures, text):
        held = [each for each in works if each.fact and holds(each.fact, words[at])]
        if len(held) > 1:
            yield [_claim(each, works, held, at, words, figures, networks, states) for each in held]


def _claim(
    work: Seen, works: Sequence[Seen], held: Sequence[Seen], at: int, words: Sequence[Word],
    figures: Sequence[int], networks: Networks, states: Sequence[Numbers],
) -> Claim:  # fmt: skip
    assert work.fact
    others = [each.spans for each in works if each is not work]
    asked = Asked("sum", figures, work.spans, others, is_ruled=False, held=None)
    share = share_of(asked, at, words, networks, states)
    beside = any(words[first].clause == words[at].clause for first, _ in work.spans)
    behind = any(
        0 <= at - end <= _RIGHT_BEHIND and words[end].clause == words[at].clause
        for _, end in work.spans
    )
    joined = [span for each in held if each is not work for span in each.spans]
    listed = is_listed(words, work.spans, joined)
    return Claim(work.fact, work.score, share, behind, beside, listed, work.is_new)


def printed_once(words: Sequence[Word], figures: Sequence[int], text: Text) -> Iterator[int]:
    """The sums that can be those of one work only: none that is printed twice, or of each."""
    times = Counter(value(words[at]) for at in figures)
    for at in figures:
        alone = value(words[at]) is not None and times[value(words[at])] == 1
        if alone and not costs_each_the_same(text.clause_of(words[at])):
            yield at


def holds(fact: ProjectFact, word: Word) -> bool:
    """Whether this sum is what a work is said to cost."""
    said = word.find.figure.value if isinstance(word.find, Sum) else None
    return fact.announced is not None and fact.announced.yuan == said


def losers(claims: Sequence[Claim]) -> list[Claim]:
    """All but the one whose sum it is; all, where it is that of a list of names.

    Where two that only the networks see hold it alike, both may keep it.

    A name in the clause of the sum itself comes first: 投资8600万元的党校教学楼.
    """
    behind = [each for each in claims if each.behind]
    if len(behind) == 1:
        return [each for each in claims if not each.behind]
    if all(each.listed for each in claims):
        return list(claims)
    longest = max(claims, key=lambda each: len(each.fact.name))
    if all(is_more_than(longest.fact.name, e.fact.name) for e in claims if e is not longest):
        return [each for each in claims if each is not longest]
    beside = [each for each in claims if each.beside]
    ranked = sorted(claims, key=lambda each: each.weight, reverse=True)
    one = beside[0] if len(beside) == 1 else ranked[0]
    both_new = one.is_new and ranked[1].is_new
    if both_new and one is ranked[0] and one.weight - ranked[1].weight < _DOUBTFUL:
        return []
    return [each for each in claims if each is not one]


def is_more_than(name: str, other: str) -> bool:
    """县医院迁建项目 beside 县医院: the work itself, and the place that it is done to."""
    return name != other and name.startswith(other) and not is_a_phase(name)


def is_listed(words: Sequence[Word], spans: Sequence[Span], others: Iterable[Span]) -> bool:
    """Whether a name is joined to one of others: 滨江路、沿河路."""
    return any(
        abs(first - end) == 1 and words[min(first, end)].text in _JOINS
        for start, stop in spans
        for other, last in others
        for first, end in ((start, last), (other, stop))
    )
