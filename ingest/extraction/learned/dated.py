"""A second opinion on what is promised by a day without a figure: 4月2日公布正式名单.

The rules say first; where the networks are sure, an event is dropped or added. They choose among
the dates that the finders found, and tell what is promised in the words that are printed.
"""

from __future__ import annotations

import math
from bisect import bisect_left
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property

import rjieba

from ingest.extraction.clauses.sentences import Sentence
from ingest.extraction.learned.judged import Judged
from ingest.extraction.learned.network import TERM
from ingest.extraction.learned.words import END_OF_PARAGRAPH, Word, is_figure, term_of
from ingest.extraction.promises.about import in_full
from ingest.extraction.promises.surely import CONFIDENCE
from ingest.extraction.promises.targetfacts import set_due
from ingest.extraction.words.lists import WORDS
from ingest.extraction.words.moods import stage_words
from ingest.networks import Numbers
from ingest.proposal import TargetFact

# Chosen on `tune12`, `tune14` and `tune16`, by networks that had not learned from them.
ADDED, DROPPED = 0.4, 0.03
# Where the words are looked for that tell an event, and how many of them there may be.
_BESIDE, LONGEST = 2, 14  # clauses, words
_SHORTEST = 4  # characters
_SECOND = 2.0  # how likely a second stretch must be: the sum of its odds
_MARKS = ",、;:。(）)（ "
_LONGEST_SUBJECT = 20  # characters
_THINGS = ("n", "vn", "nz", "l")  # classes of words
_LEADS_TO_IT = frozenset(WORDS["leads to a date"])
_LEADS_FROM_IT = frozenset(WORDS["leads from a date"])
_DATES = 24  # of one window that are looked at


@dataclass(frozen=True)
class Told:
    """The words of a window that tell the event of a date, in the order of the print."""

    date: int
    words: tuple[int, ...]

    @property
    def away(self) -> int:
        """How far the date stands from its words; one among them is nearest."""
        return max(0, self.words[0] - self.date, self.date - self.words[-1])

    def meets(self, other: Told) -> bool:
        return not set(self.words).isdisjoint(other.words)


class Dated(Judged):
    """Collects what the networks say of the dates of an article, window by window."""

    def hear(self, first: int, last: int, states: Sequence[Numbers]) -> None:
        """Hears the networks on the dates of the words from the first to before the last."""
        words = self.text.words[first:last]
        dates = [at for at, word in enumerate(words) if is_figure(word, TERM)][:_DATES]
        if not dates:
            return
        told: list[Told] = []
        for at, share in zip(dates, self.networks.events(states, dates), strict=True):
            events = self._ruled.get(first + at, [])
            if share < DROPPED and not self.text.clause_of(words[at]).is_sure:
                self.dropped |= {id(each) for each in events}
            elif share >= ADDED and not events and (found := self._told(words, at, states)):
                told.append(found)
        events = [self._event(words, each) for each in told_once(told)]
        self.added += [
            each for each in events if not (_is_bare(each.indicator) or self._is_told(each))
        ]

    def _is_told(self, event: TargetFact) -> bool:
        """Whether a figure is promised by the same deed: 会议费27万元退清, and 退清."""
        return any(
            each.value is not None and each.due_text == event.due_text
            and each.quote == event.quote and event.indicator in each.indicator
            for each in self.targets
        )  # fmt: skip

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

    def _told(self, words: Sequence[Word], date: int, states: Sequence[Numbers]) -> Told | None:
        """The words that tell the event of a date; None where none do."""
        beside = [at for at in beside_date(words, date) if self._may_tell(words, at, date)]
        said = best_places([float(each) for each in self.networks.deeds(states, beside)])
        found = Told(date, _without_what_leads(words, date, [beside[place] for place in said]))
        return found if found.words and len(self._text(words, found)) >= _SHORTEST else None

    def _may_tell(self, words: Sequence[Word], at: int, date: int) -> bool:
        """Whether no ; parts a word from a date, nor the date of a clause of its own stands behind
        it: 初稿修订;9月底,档案重新核定.
        """
        first, last = sorted((words[at].clause, words[date].clause))
        if any(each.stop == ";" for each in self.text.clauses[first:last]):
            return False
        return first == last or at > date or not self._heads_a_part(words[date])

    def _heads_a_part(self, date: Word) -> bool:
        """9月底,档案重新核定: a clause that is no more than a date, before what it dates."""
        clause = self.text.clause_of(date)
        left = clause.without_dates(clause.text).strip(_MARKS)
        return clause.stop == "," and len(left) <= 1

    def _text(self, words: Sequence[Word], told: Told) -> str:
        """What is told: its words as they are printed."""
        return "".join(self.text.print_of(words[at]) for at in told.words).strip(_MARKS)

    def _subject(self, words: Sequence[Word], told: Told) -> str:
        """The 坝体监测数据 of 坝体监测数据,11月15日起逐日上报: what a deed is done to."""
        date, first = words[told.date], told.words[0]
        clause, (sentence, place) = self.text.clause_of(date), self._place_of(date)
        if not place or first != told.date + 1 or date.start - clause.start > 1:
            return ""
        before = sentence.clauses[place - 1]
        names = before.stop == "," and not before.dates and not before.figures
        return before.text.strip(_MARKS) if names and _is_a_thing(before.text) else ""

    def _place_of(self, word: Word) -> tuple[Sentence, int]:
        """The sentence of a word, and the place of its clause in it."""
        sentence = self.text.sentences[word.sentence]
        first = self.text.clause_of(word).start
        return sentence, bisect_left(sentence.clauses, first, key=lambda each: each.start)

    def _event(self, words: Sequence[Word], told: Told) -> TargetFact:
        """The event of a date, of which the desk will ask."""
        text = self._subject(words, told) + self._text(words, told)
        beside = any(words[at].clause == words[told.date].clause for at in told.words)
        text = in_full(text, *self._place_of(words[told.date if beside else told.words[0]]))
        event = TargetFact(
            self.article, "event", text, self.text.quote_of(words[told.date]),
            stage=_stage_of(text), confidence=CONFIDENCE,
        )  # fmt: skip
        if term := term_of(words[told.date]):
            set_due(event, term)
        return event


def _without_what_leads(words: Sequence[Word], date: int, said: list[int]) -> tuple[int, ...]:
    """现场审核进行 of 现场审核在7月15日进行, 执行 of 8月1日起执行."""
    before = date - 1
    while before in said and words[before].text in _LEADS_TO_IT:
        said.remove(before)
        before -= 1
    return tuple(at for at in said if at != date + 1 or words[at].text not in _LEADS_FROM_IT)


def _is_bare(text: str) -> bool:
    """逐日上报, 务必扭转: how something is done, and nothing that is."""
    tags = [tag for _, tag in rjieba.tag(text)]
    return tags[:1] == ["d"] and not any(tag[0] == "n" for tag in tags)


def _is_a_thing(text: str) -> bool:
    """尾矿库的坝体位移监测数据: a noun phrase, and no deed."""
    tags = list(rjieba.tag(text.strip(_MARKS)))
    if not tags or not _SHORTEST <= len(text) <= _LONGEST_SUBJECT:
        return False
    begins, ends = tags[0][1], tags[-1][1]
    verbs = any(tag == "v" for _, tag in tags)
    return begins[0] in "nat" and ends in _THINGS and not verbs


def _stage_of(text: str) -> str | None:
    """The stage that is told by the last words: 通车 of 机耕路通车, none of 分房名单公示."""
    stages = stage_words(text)
    return stages[-1][2] if stages and text.endswith(stages[-1][1]) else None


def told_once(told: Sequence[Told]) -> list[Told]:
    """Without those whose words tell the event of a nearer date, in the order of the print."""
    kept: list[Told] = []
    for each in sorted(told, key=lambda each: (each.away, each.date)):
        if not any(each.meets(other) for other in kept):
            kept.append(each)
    return sorted(kept, key=lambda each: each.date)


def beside_date(words: Sequence[Word], date: int) -> Iterator[int]:
    """The words of a sentence that may tell what is promised for its date: of its clause, and of
    the next ones to both sides that have no date of their own.
    """
    when = words[date]
    dated = {each.clause for each in words if is_figure(each, TERM)} - {when.clause}
    for at, word in enumerate(words):
        if word.sentence != when.sentence or word.text == END_OF_PARAGRAPH or word.clause in dated:
            continue
        if abs(word.clause - when.clause) <= _BESIDE and not is_figure(word, TERM):
            yield at


def best_places(odds: Sequence[float]) -> list[int]:
    """The stretch whose odds add up to most and, where it is likely too, the next one: of
    检测报告将于3月5日前公示 the thing and the deed.
    """
    first = best_run(odds)
    left = [-math.inf if place in first else each for place, each in enumerate(odds)]
    second = best_run(left, at_least=_SECOND) if first else range(0)
    return sorted({*first, *second})


def best_run(odds: Sequence[float], *, at_least: float = 0.0) -> range:
    """The stretch whose odds add up to most: nothing where that is no more than `at_least`."""
    best, found = at_least, range(0)
    for first in range(len(odds)):
        total = 0.0
        for last in range(first, min(len(odds), first + LONGEST)):
            total += odds[last]
            if total > best:
                best, found = total, range(first, last + 1)
    return found
