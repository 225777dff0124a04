"""A paragraph as sentences and clauses, with the figures, dates and stage words in each.

All places count characters of the folded paragraph, so that a quote can be printed exactly as
it stood in the original.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from datetime import date
from typing import TYPE_CHECKING

from chinese.dates import find_dates
from chinese.figures import Figure
from chinese.finds import DateFind
from chinese.folding import Folded, fold
from chinese.measures import measure_of
from chinese.money import money_figures
from chinese.quantities import quantity_figures
from ingest.extraction.lists import HEADS

if TYPE_CHECKING:
    from ingest.extraction.predicates import Predicate

_SENTENCE = re.compile(r"[^。!?\n]*(?:[。!?]+[”’)》】]*|\n|$)")
# A comma inside 1,240 and a colon inside 8:30 part no clauses.
_CLAUSE = re.compile(r"(?:[^,;:。!?\n]|(?<=[0-9]),(?=[0-9]{3}(?![0-9]))|(?<=[0-9]):(?=[0-9]{2}))+")


@dataclass(frozen=True)
class Sum:
    """A sum of money in its sentence, with what it measures."""

    figure: Figure
    measure: str


@dataclass
class Clause:
    """What stands between two commas; places count characters of the folded paragraph."""

    start: int
    end: int
    text: str
    stop: str = ","
    dates: list[Date] = field(default_factory=list)
    sums: list[Sum] = field(default_factory=list)
    sizes: list[Figure] = field(default_factory=list)
    predicate: Predicate | None = None  # read once, by `read_predicate`


@dataclass(frozen=True)
class Date:
    start: int
    end: int
    find: DateFind


@dataclass
class Sentence:
    start: int
    end: int
    text: str
    quote: str
    clauses: list[Clause]
    folded: Folded


def read_sentences(paragraph: str, issue_date: date) -> list[Sentence]:
    """The sentences of a paragraph, with all that has a value in them."""
    folded = fold(paragraph)
    text = folded.text
    dates = [
        Date(folded.index(each.start), folded.index(each.end - 1) + 1, each)
        for each in find_dates(folded, issue_date)
    ]
    sums = [Sum(each, _measure(text, each)) for each in money_figures(text)]
    sizes = quantity_figures(text)
    sentences = []
    for match in _SENTENCE.finditer(text):
        if match[0].strip():
            start, end = match.span()
            clauses = _clauses(text, start, end)
            _share_out(clauses, dates, sums, sizes)
            quote = folded.printed(start, end).strip()
            sentences.append(Sentence(start, end, match[0], quote, clauses, folded))
    return sentences


def _measure(text: str, figure: Figure) -> str:
    """滨河南路(1.3亿元): a sum alone in brackets behind a work is what the work costs."""
    measure = measure_of(text, figure.start, figure.end)
    enclosed = text[: figure.start].endswith("(") and text[figure.end :].startswith(")")
    named = enclosed and HEADS.before(text[: figure.start - 1], figure.start - 1)
    return "total" if measure == "none" and named else measure


def _clauses(text: str, start: int, end: int) -> list[Clause]:
    found = []
    for match in _CLAUSE.finditer(text, start, end):
        first, last = match.span()
        if text[first:last].strip():
            found.append(Clause(first, last, text[first:last], text[last : last + 1]))
    return found


def _share_out(
    clauses: list[Clause], dates: list[Date], sums: list[Sum], sizes: list[Figure]
) -> None:
    for clause in clauses:
        clause.dates = [d for d in dates if clause.start <= d.start < clause.end]
        clause.sums = [s for s in sums if clause.start <= s.figure.start < clause.end]
        clause.sizes = [q for q in sizes if clause.start <= q.start < clause.end]
