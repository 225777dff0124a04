"""What holds for a sentence from outside it: the heading over it, and a date that closes its list.

2024年工作安排 / 今年要抓好以下工作:        all under it is promised for the year
1.…;2.…;以上事项12月20日前办结。            all over it is promised by that day
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from datetime import date

from ingest.extraction.moods import Mood, MoodOfArticle, heading_of, is_demand
from ingest.extraction.sentences import Date, Sentence
from ingest.extraction.terms import Frame, closes_all, date_of_heading


class Frames:
    """The frames of an article's sentences, asked for in the order of the print."""

    def __init__(self, sentences: Sequence[Sentence], issue_date: date) -> None:
        self._sentences = list(sentences)
        self._today = issue_date
        self._mood = MoodOfArticle()
        self._listed = _listed_under_a_date(self._sentences)
        self._heading: Mood | None = None
        self._due: Date | None = None
        self._year: Date | None = None  # named by the last sentence that named one
        self._asked: Date | None = None  # the year for which this paragraph asks: 今年要…。要…

    def begin(self, headline: str) -> None:
        """The headline is the first heading: 2024年工作安排."""
        self._heading = heading_of(headline) if headline else None

    def begin_paragraph(self) -> None:
        """What one paragraph asks of a year, the next no longer does."""
        self._asked = None

    def of(self, sentence: Sentence) -> Frame:
        """The frame of the next sentence."""
        frame = self._frame(sentence)
        years = [d for clause in sentence.clauses for d in clause.dates if self._is_this_year(d)]
        if years:
            self._year = _as_term(years[-1])
            self._asked = years[-1] if years[-1].find.is_due else self._asked
        return frame

    def _is_this_year(self, day: Date) -> bool:
        last = day.find.last
        return day.find.precision == "year" and last is not None and last >= self._today

    def _frame(self, sentence: Sentence) -> Frame:
        self._mood.hear(sentence.text)
        if heading := heading_of(sentence.text):
            self._heading = heading
            planned = heading == "planned"
            named = date_of_heading(sentence.clauses, self._today) or self._year
            self._due = named if planned else None
        if due := self._listed.get(id(sentence)):
            return Frame("planned", due, self._today, self._year)
        mood = self._heading if self._heading == "done" else self._mood.current
        due = self._due or (self._asked if is_demand(sentence.text) else None)
        return Frame(mood, due, self._today, self._year)


def _as_term(day: Date) -> Date:
    """2016年是开局之年。主要目标是:… — a year that is only named becomes the term of the aims."""
    return replace(day, find=replace(day.find, is_due=True, reason=""))


def _listed_under_a_date(sentences: Sequence[Sentence]) -> dict[int, Date]:
    """Every sentence of a list that a later 以上事项…前办结 dates, back to the list's heading."""
    found: dict[int, Date] = {}
    for index, sentence in enumerate(sentences):
        due = closes_all(sentence)
        for before in reversed(sentences[:index] if due else []):
            if before.text.rstrip().endswith(":") or id(before) in found:
                break
            found[id(before)] = due  # type: ignore[assignment]
    return found
