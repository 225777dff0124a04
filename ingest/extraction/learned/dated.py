"""A second opinion on what is promised by a day without a figure: 4月2日公布正式名单.

The rules say first; where the networks are sure, an event is dropped or added. They choose among
the dates that the finders found, and tell what is promised in the words that are printed.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import cached_property

from ingest.extraction.learned.judged import Judged
from ingest.extraction.learned.network import TERM
from ingest.extraction.learned.words import END_OF_PARAGRAPH, Word, is_figure, term_of
from ingest.extraction.moods import stage_words
from ingest.extraction.surely import CONFIDENCE
from ingest.extraction.targetfacts import set_due
from ingest.networks import Numbers
from ingest.proposal import TargetFact

# Chosen on `tune10`, by networks that had not learned from it.
ADDED, DROPPED = 0.7, 0.03
# Where the words are looked for that tell an event, and how many of them there may be.
_BESIDE, LONGEST = 2, 14  # clauses, words
_SHORTEST = 4  # characters
_MARKS = ",、;:。(）)（ "
_DATES = 24  # of one window that are looked at


class Dated(Judged):
    """Collects what the networks say of the dates of an article, window by window."""

    def hear(self, first: int, last: int, states: Sequence[Numbers]) -> None:
        """Hears the networks on the dates of the words from the first to before the last."""
        words = self.text.words[first:last]
        dates = [at for at, word in enumerate(words) if is_figure(word, TERM)][:_DATES]
        if not dates:
            return
        for at, share in zip(dates, self.networks.events(states, dates), strict=True):
            events = self._ruled.get(first + at, [])
            if share < DROPPED:
                self.dropped |= {id(each) for each in events}
            elif share >= ADDED and not events and (event := self._event(words, at, states)):
                self.added.append(event)

    @cached_property
    def _ruled(self) -> dict[int, list[TargetFact]]:
        """The events of the rules at the words that print their days."""
        printed: dict[tuple[str, str], int] = {}
        for at, word in enumerate(self.text.words):
            if term := term_of(word):
                printed.setdefault((self.text.quote_of(word), term.find.text), at)
        found: dict[int, list[TargetFact]] = {}
        for each in self.targets:
            place = printed.get((each.quote, each.due_text or ""))
            if each.kind == "event" and place is not None:
                found.setdefault(place, []).append(each)
        return found

    def _event(
        self, words: Sequence[Word], date: int, states: Sequence[Numbers]
    ) -> TargetFact | None:
        """The event of a date, of which the desk will ask; None where no words tell it."""
        beside = list(beside_date(words, date))
        if not beside:
            return None
        said = best_run([float(each) for each in self.networks.deeds(states, beside)])
        told = "".join(self.text.print_of(words[beside[place]]) for place in said).strip(_MARKS)
        term = term_of(words[date])
        if len(told) < _SHORTEST or term is None:
            return None
        stages = stage_words(told)
        event = TargetFact(
            self.article, "event", told, self.text.quote_of(words[date]),
            stage=stages[-1][2] if stages else None, confidence=CONFIDENCE,
        )  # fmt: skip
        set_due(event, term)
        return event


def beside_date(words: Sequence[Word], date: int) -> Iterator[int]:
    """The words of a sentence that may tell what is promised for its date."""
    when = words[date]
    for at, word in enumerate(words):
        if word.sentence != when.sentence or word.text == END_OF_PARAGRAPH:
            continue
        if abs(word.clause - when.clause) <= _BESIDE and not is_figure(word, TERM):
            yield at


def best_run(odds: Sequence[float]) -> range:
    """The stretch whose odds add up to most: nothing where none is above 0."""
    best, found = 0.0, range(0)
    for first in range(len(odds)):
        total = 0.0
        for last in range(first, min(len(odds), first + LONGEST)):
            total += odds[last]
            if total > best:
                best, found = total, range(first, last + 1)
    return found
