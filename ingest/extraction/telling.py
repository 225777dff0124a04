"""One clause with all that was read of it, and what it tells of the stage and the day of a work."""

from __future__ import annotations

from dataclasses import dataclass

from ingest.extraction.moods import Mood, stage_words
from ingest.extraction.predicates import Predicate
from ingest.extraction.sentences import Clause, Date, Sentence


@dataclass(frozen=True)
class Told:
    """One clause with all that was read of it."""

    sentence: Sentence
    clause: Clause
    predicate: Predicate
    mood: Mood

    def due(self) -> Date | None:
        """The date of the last stage that the clause tells, else the one that stands before it."""
        clause, predicate = self.clause, self.predicate
        if predicate.is_finished:
            return None
        words = stage_words(clause.text)
        last = clause.start + words[-1][0] if words else clause.end
        before = [each for each in predicate.dates if each.start < last]
        dates = before or predicate.dates
        return dates[-1] if dates else None


def is_a_list(sentence: Sentence) -> bool:
    """Whether a sentence goes through several things, parted by semicolons or under a colon."""
    return any(each.stop in ";:" for each in sentence.clauses)


def stage_before_name(text: str) -> str | None:
    """开工的是电子级双氧水项目, 新投用的滨江校区: the stage that is told right before a name."""
    told = [
        stage
        for place, word, stage in stage_words(text)
        if text.startswith("的", place + len(word))
    ]
    return told[0] if told else None
