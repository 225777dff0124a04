"""A second opinion on the works of an article, learned from readings, beside the rules.

The rules say first what they find; the networks read the same words, with what the rules said of
each, and tell where they see a work and which figures go with it (`Opinion`). Rules give way where
the networks are sure (`second_opinions`): a work is dropped, added, or has another sum or day. The
networks only choose among what the finders found: they never read a value.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from functools import cached_property
from typing import NamedTuple

import numpy as np

from chinese.folding import fold
from ingest.extraction.binding import sum_fact
from ingest.extraction.learned.network import (
    BEGINS,
    GOES_ON,
    KINDS_OF_FIGURES,
    NO_NAME,
    Networks,
    load,
)  # fmt: skip
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
from ingest.extraction.learned.words import END_OF_PARAGRAPH, Text, Word, is_figure, words_of
from ingest.extraction.moods import stage_words, tense_of
from ingest.extraction.nameable import names_a_body
from ingest.extraction.sectors import sector_of
from ingest.extraction.sentences import Date, Sentence, Sum
from ingest.extraction.sizes import capacity, sizes_told
from ingest.measuring import dice
from ingest.networks import Numbers
from ingest.proposal import ProjectFact

# Chosen on `tune7`, by networks that had not learned from the passages they judged.
SEEN, ADDED, DROPPED = 0.3, 0.45, 0.3
# The share by which another figure outweighs that of the rules, and by which none does.
OUTWEIGHS = {("sum", True): 0.9, ("sum", False): 0.9, ("day", True): 0.9, ("day", False): 0.9}
CONFIDENCE = 0.7  # of a work that only the networks see
# A window is read as one text: passages that were learned from are seldom longer.
WINDOW = 240  # words
_WORKS, _FIGURES, _NAMES = 12, 12, 6  # of one window that are looked at
_SAME = 0.6
_BEGUN = ("approved", "started", "under_construction")
_SHORTEST = 4  # characters
_LATELY = 12  # works
_RULED = 60  # works that a new one is compared with


@dataclass
class Seen:
    """A work in one window: where it is named, how surely, and which work of the rules it is."""

    name: str
    spans: list[Span] = field(default_factory=list)
    score: float = 0.0
    fact: ProjectFact | None = None


@dataclass(frozen=True)
class Window:
    """A stretch of the words; the spans of `rules` count from its first."""

    first: int
    last: int
    rules: list[tuple[ProjectFact, Span]]


class Ruled(NamedTuple):
    """An article as the rules read it: the works they found, its paragraphs and its key."""

    facts: Sequence[ProjectFact]
    paragraphs: Sequence[Sequence[Sentence]]
    article: str


def second_opinions(articles: Sequence[Ruled]) -> list[list[ProjectFact]]:
    """The works of each article when the networks have been heard on those that the rules found.

    Works that are printed in no sentence (the rows of a table) stand as the rules read them. All
    articles are read in one go, which takes the networks little longer than one.
    """
    networks = load()
    opinions = [
        Opinion(words_of(each.paragraphs), each.facts, each.article, networks) for each in articles
    ]
    windows = [window for each in opinions for window in each.windows()]
    heard = iter(networks.read(windows))
    for each in opinions:
        each.hear(heard)
    return [each.works() for each in opinions]


@dataclass
class Opinion:
    """Collects what the networks say of an article, window by window."""

    text: Text
    facts: Sequence[ProjectFact]
    article: str
    networks: Networks
    scores: dict[int, float] = field(default_factory=dict)  # of works of the rules, by place
    added: list[ProjectFact] = field(default_factory=list)

    def windows(self) -> list[list[list[int]]]:
        """The words in numbers, window by window, as the networks want them."""
        return [self._numbers(each) for each in self._windows]

    def hear(self, heard: Iterator[tuple[Numbers, list[Numbers]]]) -> None:
        """Hears what the networks say of the windows, in the order of the print."""
        for window, (shares, states) in zip(self._windows, heard, strict=False):
            works = [*self._of_rules(window, shares), *self._others(window, shares)][:_WORKS]
            for what in KINDS_OF_FIGURES:
                for work in works:
                    self._bind(window, work, works, what, states)

    def works(self) -> list[ProjectFact]:
        """Those of the rules that the networks do not deny, and those that only they see."""
        scores = (self.scores.get(place, 1.0) for place in range(len(self.facts)))
        kept = [fact for fact, score in zip(self.facts, scores, strict=True) if score >= DROPPED]
        told = [each for each in self.added if each.announced or each.due_on or each.stage]
        return [*kept, *told]

    @cached_property
    def places(self) -> dict[int, int]:
        """The places of the works of the rules, by their ids."""
        return {id(fact): place for place, fact in enumerate(self.facts)}

    @cached_property
    def _windows(self) -> list[Window]:
        return list(self._cut())

    def _cut(self) -> Iterator[Window]:
        places = {fold(each.name).text: each for each in reversed(self.facts)}
        spans = [(places[name], span) for name, span in self.text.spans_of(places)]
        first = at = 0
        for last in _cuts(self.text.words):
            inside: list[tuple[ProjectFact, Span]] = []
            while at < len(spans) and spans[at][1][0] < last:
                fact, (start, end) = spans[at]
                inside.append((fact, (start - first, min(end, last) - first)))
                at += 1
            yield Window(first, last, inside)
            first = last

    def _numbers(self, window: Window) -> list[list[int]]:
        words = self.text.words[window.first : window.last]
        marks = [NO_NAME] * len(words)
        for _, (start, end) in window.rules:
            marks[start:end] = [BEGINS, *[GOES_ON] * (end - start - 1)]
        numbers = self.networks.vocabulary.numbers
        return [numbers(word, mark) for word, mark in zip(words, marks, strict=True)]

    def _of_rules(self, window: Window, shares: Numbers) -> list[Seen]:
        """The works of the rules that are printed in a window, but those that are denied."""
        found: dict[int, Seen] = {}
        for fact, (start, end) in window.rules:
            work = found.setdefault(id(fact), Seen(fact.name, fact=fact))
            work.spans.append((start, end))
            work.score = max(work.score, _score(shares, start, end))
        for identity, work in found.items():
            place = self.places[identity]
            self.scores[place] = max(self.scores.get(place, 0.0), work.score)
        return [work for work in found.values() if work.score >= DROPPED]

    def _others(self, window: Window, shares: Numbers) -> list[Seen]:
        """The works of a window that the networks see where the rules see none."""
        ruled = np.zeros(len(shares), dtype=bool)
        for _, (start, end) in window.rules:
            ruled[start:end] = True
        found: list[Seen] = []
        for start, end in _names(shares):
            name = self.text.printed(window.first + start, window.first + end)
            if ruled[start:end].any() or len(name) < _SHORTEST or END_OF_PARAGRAPH in name:
                continue
            known = (each for each in found[-_LATELY:] if _is_same(each.name, name))
            if (work := next(known, None)) is None:
                found.append(work := Seen(name))
            work.spans.append((start, end))
            work.score = max(work.score, _score(shares, start, end))
        found = [
            each
            for each in found
            if each.score >= ADDED and not names_a_body(each.name) and not self._is_ruled(each.name)
        ]
        for work in found:
            work.fact = self._fact(window, work)
        return found

    def _is_ruled(self, name: str) -> bool:
        """Whether the rules have the work: 大桥 of the 柳河大桥 that they found."""
        return any(
            _is_same(fact.name, name) and self.scores.get(place, 1.0) >= DROPPED
            for place, fact in enumerate(self.facts[:_RULED])
        )

    def _fact(self, window: Window, seen: Seen) -> ProjectFact:
        """The work that is called so, or a new one of which the desk will ask."""
        for known in self.added[-_LATELY:]:
            if _is_same(known.name, seen.name):
                return known
        word = self.text.words[window.first + seen.spans[0][0]]
        quote, clause = self.text.quote_of(word), self.text.clause_of(word).text
        fact = ProjectFact(
            seen.name, self.article, quote, sector=sector_of(seen.name), printed_name=seen.name,
            confidence=CONFIDENCE,
        )  # fmt: skip
        fact.tense = tense_of(clause, "ongoing", has_due_date=False)
        if words := stage_words(clause):
            fact.stage, fact.term_quote = words[-1][2], quote
        self._sizes(fact, word)
        self.added.append(fact)
        return fact

    def _sizes(self, fact: ProjectFact, word: Word) -> None:
        """Gives a work the sizes that its sentence tells from its name on, and of no other work."""
        sentence, named = self.text.sentences[word.sentence], self.text.clause_of(word)
        others = [*self.facts, *self.added][-_RULED:]
        given = {(each.quote, each.text) for other in others for each in other.capacities}
        for clause in sentence.clauses:
            if clause.start < named.start:
                continue
            name = fact.name if clause is named else ""
            for size in sizes_told(clause, name):
                text = clause.text[size.start - clause.start : size.end - clause.start]
                counted = size.value is not None and size.kind not in ("percent", "times")
                if counted and (sentence.quote, text) not in given:
                    fact.capacities.append(capacity(size, text, sentence.quote))

    def _bind(
        self, window: Window, work: Seen, works: Sequence[Seen], what: str,
        states: Sequence[Numbers],
    ) -> None:  # fmt: skip
        """Gives a work the figure of a window that the networks are sure of."""
        fact = work.fact
        if fact is None:
            return
        words = self.text.words[window.first : window.last]
        figures = [at for at, word in enumerate(words) if is_figure(word, what)]
        near = sorted(figures, key=lambda at: (abs(at - work.spans[0][0]), at))[:_FIGURES]
        others = [each.spans[:_NAMES] for each in works if each is not work]
        held = _held(fact, what)
        by_rules = NO_WORK if id(fact) not in self.places else NO_FIGURE if held is None else THIS
        candidates = []
        for at in sorted(near):
            found = relation(words, work.spans[:_NAMES], others, at, figures)
            is_other = by_rules == THIS and _value(words[at]) != held
            told = said(ANOTHER if is_other else by_rules)
            candidates.append(Candidate(found.name, at, [*found.relation, *told]))
        shares = self.networks.bind(what, states, work.spans[:_NAMES], candidates, said(by_rules))
        chosen, share = _chosen([words[each.figure] for each in candidates], shares)
        needed = 0.0 if by_rules == NO_WORK else OUTWEIGHS[what, chosen is not None]
        if share >= needed and (_value(chosen) if chosen else None) != held:
            self._enter(fact, what, chosen)

    def _enter(self, fact: ProjectFact, what: str, word: Word | None) -> None:
        """Enters the sum or the day that a word prints, or that there is none."""
        if what == "sum":
            announced = fact.announced
            fact.investments = [each for each in fact.investments if each is not announced]
            if word and isinstance(word.find, Sum):
                sentence = self.text.sentences[word.sentence]
                said_so = sum_fact(Sum(word.find.figure, "total"), sentence)
                fact.investments = [said_so, *fact.investments]
            return
        fact.due_text = fact.due_on = fact.due_precision = None
        if word and isinstance(word.find, Date):
            day = word.find.find
            fact.due_text, fact.due_on, fact.due_precision = day.text, day.due_on, day.precision
            fact.tense, fact.term_quote = "planned", self.text.quote_of(word)
            if stages := stage_words(self.text.clause_of(word).text):
                fact.stage = stages[-1][2]
            elif fact.stage in _BEGUN:
                fact.stage = "completed"  # 冷库扩容已经动工,九月底装货: the day is that of its end


def _cuts(words: Sequence[Word]) -> Iterator[int]:
    """Where windows end: behind the last sentence that is whole in one, or in mid-sentence."""
    first = whole = 0
    for at in range(1, len(words) + 1):
        if at - first > WINDOW:
            first = whole if whole > first else at - 1
            yield first
        if at < len(words) and words[at].sentence != words[at - 1].sentence:
            whole = at
    if first < len(words):
        yield len(words)


def _names(shares: Numbers) -> Iterator[Span]:
    """Stretches of words that look like names; a new one begins where that is likelier."""
    inside = 1 - shares[:, 0]
    at = 0
    while at < len(shares):
        first = at
        at += 1
        if inside[first] <= SEEN:
            continue
        while at < len(shares) and inside[at] > SEEN and shares[at, 1] < shares[at, 2]:
            at += 1
        yield first, at


def _score(shares: Numbers, start: int, end: int) -> float:
    """How surely a stretch is the name of a work, from 0 to 1."""
    return float(1 - shares[start:end, 0].mean())


def _is_same(one: str, other: str) -> bool:
    return one in other or other in one or dice(one, other) >= _SAME


def _value(word: Word) -> object:
    if isinstance(word.find, Sum):
        return word.find.figure.value
    return word.find.find.due_on if isinstance(word.find, Date) else None


def _held(fact: ProjectFact, what: str) -> object:
    """What is held of a work now."""
    if what == "day":
        return fact.due_on
    return fact.announced.yuan if fact.announced else None


def _chosen(words: Sequence[Word], shares: Numbers) -> tuple[Word | None, float]:
    """The find with the greatest share; the same value printed twice counts together."""
    summed: dict[object, float] = {None: float(shares[0])}
    first: dict[object, Word | None] = {None: None}
    for word, share in zip(words, shares[1:], strict=True):
        value = _value(word)
        summed[value] = summed.get(value, 0.0) + float(share)
        first.setdefault(value, word)
    best = max(summed, key=lambda value: summed[value])
    return first[best], summed[best]
