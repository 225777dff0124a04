"""A second opinion on the targets of an article: which figures are promised, and by when.

The rules say first; where the networks are sure, a target is dropped or added, or has another day.
The networks never read a value: they choose among the figures and days that the finders found.
"""

from __future__ import annotations

from collections.abc import Sequence
from functools import cached_property

from ingest.extraction.clauses.saying import Measured
from ingest.extraction.clauses.sentences import Date
from ingest.extraction.learned.bound import Asked, bound, value
from ingest.extraction.learned.judged import Judged
from ingest.extraction.learned.network import TERM
from ingest.extraction.learned.places import may_be_due
from ingest.extraction.learned.words import Word, is_figure, measured, term_of
from ingest.extraction.promises.aims import calls_for_people
from ingest.extraction.promises.surely import (
    CONFIDENCE,
    is_denied,
    is_in_a_name,
    is_sure_aim,
    named,
)
from ingest.extraction.promises.targetfacts import set_due, target_of
from ingest.extraction.promises.unpromised import promises_nothing
from ingest.extraction.words.moods import looks_back
from ingest.networks import Numbers
from ingest.proposal import TargetFact

# Chosen on 570 passages of `tune8`, by a network that had not learned from them.
ADDED, DROPPED = 0.55, 0.35
# Behind promises, where someone is told to act, a figure is a report sooner than not.
ADDED_BEHIND = 0.75
# Where all around is still to come a figure is seldom a report (chosen on whole pages).
DROPPED_AMONG_PROMISES = 0.04
_AIMS, _BOUND = 40, 16  # of one window that are looked at, and whose day is


class Aims(Judged):
    """Collects what the networks say of the targets of an article, window by window."""

    @cached_property
    def ruled(self) -> dict[int, TargetFact]:
        """The targets of the rules, each at the word that prints its figure, if that is clear."""
        printed: dict[tuple[str, str], list[int]] = {}
        for at, word in enumerate(self.text.words):
            if measured(word):
                sentence = self.text.sentences[word.sentence]
                known = (sentence.quote, sentence.folded.printed(word.start, word.end))
                printed.setdefault(known, []).append(at)
        alike: dict[tuple[str, str], list[TargetFact]] = {}
        for target in self.targets:
            alike.setdefault((target.quote, target.value_text or ""), []).append(target)
        return {
            at: target
            for known, targets in alike.items()
            if len(printed.get(known, ())) == len(targets)
            for at, target in zip(printed[known], targets, strict=True)
        }

    @cached_property
    def unclear(self) -> set[tuple[str, str]]:
        """The prints that are the figure of a target and something else: 去年修5座,今年再修5座."""
        placed = {id(target) for target in self.ruled.values()}
        return {
            (target.quote, target.value_text or "")
            for target in self.targets
            if id(target) not in placed
        }

    def hear(self, first: int, last: int, states: Sequence[Numbers]) -> None:
        """Hears the networks on the figures of the words from the first to before the last."""
        words = self.text.words[first:last]
        figures = [at for at, word in enumerate(words) if measured(word)][:_AIMS]
        if not figures:
            return
        held: list[tuple[int, TargetFact, bool]] = []
        for at, share in zip(figures, self.networks.aims(states, figures), strict=True):
            target = self.ruled.get(first + at)
            held_by_rule = target is not None and self._is_held(words[at])
            if target is not None and share < self._denying(words[at]) and not held_by_rule:
                self.dropped.add(id(target))
            elif target is not None:
                held.append((at, target, True))
            elif share >= self._needed(words[at]) and (target := self._target(words[at])):
                self.added.append(target)
                held.append((at, target, False))
        self._bind(words, held, states)

    def _needed(self, word: Word) -> float:
        """The share from which a figure is a target that no rule found."""
        told = self.text.sentences[word.sentence].tells_who_did
        return ADDED_BEHIND if told else ADDED

    def _denying(self, word: Word) -> float:
        """The share below which a target is none: among promises it takes more to deny one."""
        among_promises = self.text.sentences[word.sentence].among_promises
        return DROPPED_AMONG_PROMISES if among_promises else DROPPED

    def _is_held(self, word: Word) -> bool:
        """首批46名老人5月10日前搬入新居: whether its day, or what is said of it, promises it."""
        clause, figure = self.text.clause_of(word), measured(word)
        counted = figure is not None and figure.kind == "count"
        called = counted and calls_for_people(clause)
        paid = clause.is_sure and figure is not None and figure.kind == "money"
        if figure is not None and is_sure_aim(self.text.sentences[word.sentence], clause, figure):
            return True
        return clause.is_interim or called or paid or (counted and clause.last_due >= word.end)

    def _target(self, word: Word) -> TargetFact | None:
        """The target that only the networks see, of which the desk will ask; None where a rule says
        why it is none.
        """
        sentence, clause = self.text.sentences[word.sentence], self.text.clause_of(word)
        figure = measured(word)
        if figure is None:
            return None
        said = Measured(sentence, clause, figure, clause.figures, None)
        indicator = named(said)
        known = (sentence.quote, sentence.folded.printed(word.start, word.end))
        if known in self.unclear:
            return None
        looks = sentence.in_retrospect or looks_back(sentence.text)
        if looks and not any(each.find.is_due for each in clause.dates):
            return None
        if not indicator or promises_nothing(said, opened=False) or is_denied(clause, figure):
            return None
        if is_in_a_name(said, indicator):
            return None
        target = target_of(sentence, clause, figure, indicator)
        target.article, target.confidence = self.article, CONFIDENCE
        return target

    def _bind(
        self, words: Sequence[Word], held: Sequence[tuple[int, TargetFact, bool]],
        states: Sequence[Numbers],
    ) -> None:  # fmt: skip
        """Gives each target the day that the networks are sure of."""
        spans = {at: [(at, at + 1)] for at, _, _ in held}
        days = [at for at, word in enumerate(words) if is_figure(word, TERM)]
        for at, target, is_ruled in held[:_BOUND]:
            others = [span for other, span in spans.items() if other != at]
            asked = Asked(TERM, days, spans[at], others, is_ruled, target.due_on)
            found = bound(asked, words, self.networks, states)
            if found and found.word is None:
                target.due_text = target.due_on = target.due_precision = None
            elif found and found.word and (term := self._term(found.word, words, days, at)):
                set_due(target, term)

    def _term(
        self, chosen: Word, words: Sequence[Word], days: Sequence[int], figure: int
    ) -> Date | None:
        """The day that was chosen, where it is printed for a figure and not in another item."""
        alike = (words[at] for at in days if value(words[at]) == value(chosen))
        fits = any(may_be_due(self.text, each, words[figure]) for each in alike)
        return term_of(chosen) if fits else None
