"""A second opinion on the works and targets of an article, learned from readings, beside the rules.

The rules say first what they find; the networks read the same words and what the rules said, and
tell where they see a work and which figures are its (`Opinion`). Rules give way where these are
sure (`second_opinions`); they only choose among what the finders found and never read a value.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from functools import cached_property
from types import MappingProxyType
from typing import NamedTuple

import numpy as np

from chinese.folding import fold
from ingest.extraction.clauses.sentences import Clause, Sentence, Sum
from ingest.extraction.clauses.sizes import capacity, sizes_told
from ingest.extraction.learned.aims import Aims
from ingest.extraction.learned.bound import Asked, bound, is_but_a_year
from ingest.extraction.learned.contested import Claim, contested, losers
from ingest.extraction.learned.dated import Dated
from ingest.extraction.learned.denying import DROPPED, least
from ingest.extraction.learned.network import (
    BEGINS,
    GOES_ON,
    KINDS_OF_FIGURES,
    NO_NAME,
    PROMISED,
    Networks,
    load,
)  # fmt: skip
from ingest.extraction.learned.no_works import is_no_work
from ingest.extraction.learned.places import PlacesTell
from ingest.extraction.learned.relations import Span
from ingest.extraction.learned.seen import Seen, Window, held_of, is_same, is_to_come
from ingest.extraction.learned.shared import shared_out
from ingest.extraction.learned.stretches import cuts, names, score, without_figures
from ingest.extraction.learned.words import (
    END_OF_PARAGRAPH,
    Text,
    Word,
    is_figure,
    may_be_of_a_work,
    term_of,
    words_of,
)  # fmt: skip
from ingest.extraction.names.spoken import known_one
from ingest.extraction.words.lists import HEADS
from ingest.extraction.words.moods import stage_words, tense_of
from ingest.extraction.words.sectors import sector_of
from ingest.extraction.works.binding import sum_fact
from ingest.extraction.works.reached import ReachedStages
from ingest.networks import Numbers
from ingest.proposal import ProjectFact, Statement, TargetFact

# Chosen on 570 passages of `tune8`, by networks that had not read them.
ADDED = 0.5
UNTOLD = 0.6  # so sure of a work of which nothing is told, beside others
SURELY_NAMED = 0.85  # … alone, if no word for a work ends it (村村通客车), or if it loses its sum
CONFIDENCE = 0.7  # of a work that only the networks see
# A window is read as one text: passages that were learned from are seldom longer.
WINDOW = 240  # words
AT_ONCE = 24  # articles: their words are held in memory
_WORKS = 12  # of one window that are looked at
_BEGUN = ("approved", "started", "under_construction")
_SHORTEST = 3  # characters
_LATELY = 12  # works
_RULED = 60  # works that a new one is compared with
_OPEN = re.compile("[(][^()]*$")  # 滨江三桥(新建


class Ruled(NamedTuple):
    """An article as the rules read it: works and targets they found, its paragraphs, its key.

    Its statements are no matter of the networks; `parts` are those listed of each work, by name,
    `rows` the works that stand in the rows of tables.
    """

    facts: Sequence[ProjectFact]
    targets: Sequence[TargetFact]
    paragraphs: Sequence[Sequence[Sentence]]
    article: str
    statements: Sequence[Statement] = ()
    parts: Mapping[str, Sequence[str]] = MappingProxyType({})
    reached: ReachedStages = ReachedStages()
    rows: Sequence[ProjectFact] = ()


class Heard(NamedTuple):
    """The works and targets of an article when the networks have been heard on it."""

    works: list[ProjectFact]
    targets: list[TargetFact]


def second_opinions(articles: Sequence[Ruled]) -> list[Heard]:
    """What each article tells when the networks have been heard on what the rules found.

    What the rows of a table say stands as the rules read it. Many articles are read in one go,
    which takes the networks little longer than one.
    """
    networks = load()
    return [
        heard
        for first in range(0, len(articles), AT_ONCE)
        for heard in _heard([_opinion(each, networks) for each in articles[first:][:AT_ONCE]])
    ]


def _heard(opinions: Sequence[Opinion]) -> list[Heard]:
    windows = [window for each in opinions for window in each.windows()]
    heard = iter(opinions[0].networks.read(windows))
    for each in opinions:
        each.hear(heard)
    return [Heard(each.works(), each.targets()) for each in opinions]


def _opinion(ruled: Ruled, networks: Networks) -> Opinion:
    text = words_of(ruled.paragraphs)
    aims = Aims(text, ruled.targets, ruled.article, networks)
    dated = Dated(text, ruled.targets, ruled.article, networks)
    tell = PlacesTell(text.clauses, ruled.parts, ruled.rows)
    return Opinion(text, ruled.facts, aims, dated, ruled.article, networks, tell)


@dataclass
class Opinion:
    """Collects what the networks say of an article, window by window."""

    text: Text
    facts: Sequence[ProjectFact]
    aims: Aims
    dated: Dated
    article: str
    networks: Networks
    places_tell: PlacesTell
    scores: dict[int, float] = field(default_factory=dict)  # of works of the rules, by place
    added: list[ProjectFact] = field(default_factory=list)
    sure: dict[int, float] = field(default_factory=dict)  # the score of each that was added

    def windows(self) -> list[list[list[int]]]:
        """The words in numbers, window by window, as the networks want them."""
        return [self._numbers(each) for each in self._windows]

    def hear(self, heard: Iterator[tuple[Numbers, list[Numbers]]]) -> None:
        """Hears what the networks say of the windows, in the order of the print."""
        for window in self._windows:
            shares, states = next(heard)
            works = [*self._of_rules(window, shares), *self._others(window, shares)][:_WORKS]
            words = self.text.words[window.first : window.last]
            for what in KINDS_OF_FIGURES:
                figures = [at for at, word in enumerate(words) if self._may_be_asked(word, what)]
                for asked, fact in self._asked(what, figures, works, window):
                    found = bound(asked, words, self.networks, states)
                    if found and not self._stands(fact, asked.held, found.word):
                        self._enter(fact, what, found.word)
            for place, what, word in shared_out(words, self.text, [w.spans[0][0] for w in works]):
                one = works[place].fact
                if one is not None and not self._goes_beyond(one, what, word):
                    self._enter(one, what, word)
            self._settle(works, window, states)
            self.aims.hear(window.first, window.last, states)
            self.dated.hear(window.first, window.last, states)

    def _stands(self, fact: ProjectFact, held: object, word: Word | None) -> bool:
        """Whether what is held of a work stands against the figure of a word, or against none."""
        another = word is not None and self.places_tell.is_of_another(
            self.text.clause_of(word), fact
        )
        dated = held is not None and not (fact.due_text or "").endswith("年")
        over = dated and word is not None and is_but_a_year(word)
        return another or over or self.places_tell.stands(fact, held, word)

    def _may_be_asked(self, word: Word, what: str) -> bool:
        return is_figure(word, what) and may_be_of_a_work(word, self.text.clause_of(word))

    def _settle(self, works: Sequence[Seen], window: Window, states: Sequence[Numbers]) -> None:
        """Leaves a sum that several works of a window hold to one of them.

        What is then left without anything told of it is no work, unless it is surely named one.
        """
        words = self.text.words[window.first : window.last]
        figures = [at for at, word in enumerate(words) if self._may_be_asked(word, "sum")]
        for claims in contested(works, words, figures, self.text, self.networks, states):
            for each in losers(claims):
                self._lose(each, [one.fact for one in claims if one is not each])

    def _lose(self, claim: Claim, others: Sequence[ProjectFact]) -> None:
        fact = claim.fact
        self._enter(fact, "sum", None)
        added = id(fact) not in self.places
        unsure = (added or claim.named < SURELY_NAMED) and not claim.listed
        if unsure and fact.due_on in [None, *(o.due_on for o in others)]:
            self.added = [each for each in self.added if each is not fact]
            if not added:
                self.scores[self.places[id(fact)]] = 0.0

    def works(self) -> list[ProjectFact]:
        """Those of the rules that the networks do not deny, and those that only they see."""
        scores = [self.scores.get(place, 1.0) for place in range(len(self.facts))]
        pairs = list(zip(self.facts, scores, strict=True))
        for fact, sure in pairs:
            if sure < DROPPED:
                fact.confidence = min(fact.confidence, CONFIDENCE)
        kept = [fact for fact, sure in pairs if sure >= least(fact, len(pairs))]
        return [*kept, *(each for each in self.added if self._is_added(each))]

    def _is_added(self, fact: ProjectFact) -> bool:
        """Whether it is told of, or surely named."""
        if fact.announced or fact.due_on:
            return True
        sure, has_head = self.sure[id(fact)], HEADS.before(fact.name, len(fact.name))
        least = UNTOLD if has_head and len(self.facts) > 1 else SURELY_NAMED
        return sure >= least or bool(has_head and is_to_come(fact))

    def targets(self) -> list[TargetFact]:
        """The same of the targets, with a figure or without."""
        return self.dated.told(self.aims.told(self.aims.targets))

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
        for last in cuts(self.text.words, WINDOW):
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
        for at in range(window.first, window.last):
            if at in self.aims.ruled and marks[at - window.first] == NO_NAME:
                marks[at - window.first] = PROMISED
        numbers = self.networks.vocabulary.numbers
        return [numbers(word, mark) for word, mark in zip(words, marks, strict=True)]

    def _of_rules(self, window: Window, shares: Numbers) -> list[Seen]:
        """The works of the rules that are printed in a window, but those that are denied."""
        found: dict[int, Seen] = {}
        for fact, (start, end) in window.rules:
            work = found.setdefault(id(fact), Seen(fact.name, fact=fact))
            work.spans.append((start, end))
            work.score = max(work.score, score(shares, start, end))
        for identity, work in found.items():
            place = self.places[identity]
            self.scores[place] = max(self.scores.get(place, 0.0), work.score)
            if self.scores[place] < DROPPED:
                self.places_tell.denied.add(identity)
        return [work for work in found.values() if work.score >= DROPPED]

    def _others(self, window: Window, shares: Numbers) -> list[Seen]:
        """The works of a window that the networks see where the rules see none."""
        ruled = np.zeros(len(shares), dtype=bool)
        for _, (start, end) in window.rules:
            ruled[start:end] = True
        found: list[Seen] = []
        for start, end in names(shares):
            end = without_figures(self.text.words[window.first :], start, end)
            name = _OPEN.sub("", self.text.printed(window.first + start, window.first + end))
            name = self._as_all_know_it(window.first + start, name)
            if ruled[start:end].any() or len(name) < _SHORTEST or END_OF_PARAGRAPH in name:
                continue
            known = (each for each in found[-_LATELY:] if is_same(each.name, name))
            if (work := next(known, None)) is None:
                found.append(work := Seen(name, is_new=True))
            work.spans.append((start, end))
            work.score = max(work.score, score(shares, start, end))
        found = [
            each
            for each in found
            if each.score >= ADDED
            and not self._is_ruled(each.name)
            and not any(each.name in parts for parts in self.places_tell.parts.values())
            and not self._is_no_work(window, each)
        ]
        for work in found:
            work.fact = self._fact(window, work)
            self.sure[id(work.fact)] = max(self.sure.get(id(work.fact), 0.0), work.score)
        return found

    def _as_all_know_it(self, first: int, name: str) -> str:
        """急诊外科那栋楼, of which only 急诊外科 looks like a name."""
        word = self.text.words[first]
        behind = self.text.sentences[word.sentence].folded.text[word.start :]
        known = known_one(behind)
        return known if known.startswith(name) else name

    def _is_ruled(self, name: str) -> bool:
        """Whether the rules have the work: 大桥 of the 柳河大桥 that they found."""
        return any(
            is_same(fact.name, name) and self.scores.get(place, 1.0) >= DROPPED
            for place, fact in enumerate(self.facts[:_RULED])
        )

    def _is_no_work(self, window: Window, seen: Seen) -> bool:
        word = self.text.words[window.first + seen.spans[0][0]]
        sentence = self.text.sentences[word.sentence].folded.text
        before, behind = sentence[: word.start], sentence[word.start + len(seen.name) :]
        return is_no_work(seen.name, self.text.clause_of(word), before, behind)

    def _clause_at(self, window: Window, at: int) -> Clause:
        return self.text.clause_of(self.text.words[window.first + at])

    def _fact(self, window: Window, seen: Seen) -> ProjectFact:
        """The work that is called so, or a new one of which the desk will ask."""
        for known in self.added[-_LATELY:]:
            if is_same(known.name, seen.name):
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
        """Gives a work the sizes that its part of the sentence tells from its name on."""
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
            if clause.stop == ";":
                return

    def _asked(
        self, what: str, figures: Sequence[int], works: Sequence[Seen], window: Window
    ) -> Iterator[tuple[Asked, ProjectFact]]:
        """What is asked of a window for each of its works."""
        for work in works:
            if (fact := work.fact) is None:
                continue
            others = [each.spans for each in works if each is not work]
            is_ruled = id(fact) in self.places
            own = [
                at
                for at in figures
                if self.places_tell.may_be_of(self._clause_at(window, at), what, fact)
            ]
            yield Asked(what, own, work.spans, others, is_ruled, held_of(fact, what)), fact

    def _goes_beyond(self, fact: ProjectFact, what: str, word: Word) -> bool:
        """分别于3月、4月开工,前者年底封顶: a later day is held than all that are shared."""
        days = [each.find.due_on for each in self.text.clause_of(word).dates]
        shared = [day for day in days if day is not None]
        later = fact.due_on is not None and all(day < fact.due_on for day in shared)
        return what == "day" and later

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
        if word and (term := term_of(word)):
            day = term.find
            fact.due_text, fact.due_on, fact.due_precision = day.text, day.due_on, day.precision
            fact.tense, fact.term_quote = "planned", self.text.quote_of(word)
            if stages := stage_words(self.text.clause_of(word).text):
                fact.stage = stages[-1][2]
            elif fact.stage in _BEGUN:
                fact.stage = "completed"  # 冷库扩容已经动工,九月底装货: the day is that of its end
