"""The words of an article as the learned reader sees them, with what the finders know of each.

A figure or a date is one word, whatever it prints: the reader sees what kind of find it is, never
its value.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from functools import cached_property
from typing import NamedTuple

import rjieba

from chinese.dates import GONE_BY, LIKE_A_TERM
from chinese.figures import Figure
from chinese.measures import is_a_difference, is_no_cost
from ingest.extraction.clauses.preparing import prepares
from ingest.extraction.clauses.sentences import Clause, Date, Sentence, Sum
from ingest.extraction.learned.whereabouts import tells_where
from ingest.extraction.words.lists import HEADS, STAGES
from ingest.extraction.works.items import Item, items_of

MONEY, DATE, SIZE = "元", "日", "量"
# What a find is, in the order of their numbers; 0 is a word that is none.
KINDS = (
    "", "total", "approved", "year", "done", "paid", "part", "none", "unreadable",
    "due", "told", "percent", "count", "size", "per",
)  # fmt: skip
_OPENING, _CLOSING = "“‘《", "”’》"
_NUMBER = re.compile("[0-9.]+")
_LATIN = re.compile("[A-Za-z]+")
END_OF_PARAGRAPH = "¶"
_TELLING = 2  # characters by which names are told apart at first
_SMALLEST = 1000  # yuan that a work may cost: 票价10元, 车费两百多元
_ALIKE = 12  # names that begin with the same


class Word(NamedTuple):
    """A word or a find; `start` and `end` count characters of its folded paragraph."""

    text: str
    start: int
    end: int
    paragraph: int
    sentence: int
    clause: int
    tag: str = ""
    kind: int = 0
    stage: int = 0
    head: int = 0
    quoted: int = 0
    find: Date | Sum | Figure | None = None


@dataclass
class Text:
    """The words of one article."""

    sentences: Sequence[Sentence]
    clauses: Sequence[Clause]
    words: list[Word]

    def clause_of(self, word: Word) -> Clause:
        return self.clauses[word.clause]

    def quote_of(self, word: Word) -> str:
        """The whole printed sentence that a word stands in."""
        return self.sentences[word.sentence].quote

    def printed(self, first: int, last: int) -> str:
        """The folded print from one word up to, but not with, another of the same paragraph."""
        one = self.words[first]
        text = self.sentences[one.sentence].folded.text
        return text[one.start : self.words[last - 1].end]

    def print_of(self, word: Word) -> str:
        """The folded print of one word: a find is one, whatever it prints."""
        return self.sentences[word.sentence].folded.text[word.start : word.end]

    @cached_property
    def items(self) -> list[Item | None]:
        """For each clause the item of a list that it stands in, none before the first."""
        return items_of(self.sentences)

    @cached_property
    def starts(self) -> list[tuple[int, int]]:
        """Where each word begins: its paragraph and its place there."""
        return [(each.paragraph, each.start) for each in self.words]

    def span(self, paragraph: int, start: int, end: int) -> tuple[int, int]:
        """The words, from the first up to but not with the last, that hold a stretch."""
        first = max(0, bisect_right(self.starts, (paragraph, start)) - 1)
        return first, max(first + 1, bisect_right(self.starts, (paragraph, end - 1)))

    @cached_property
    def paragraphs(self) -> dict[int, str]:
        """The folded text of each paragraph that has words."""
        texts = {}
        for word in self.words:
            if word.paragraph not in texts:
                texts[word.paragraph] = self.sentences[word.sentence].folded.text
        return texts

    def spans_of(self, names: Iterable[str]) -> Iterator[tuple[str, tuple[int, int]]]:
        """Where these names are printed, in order, the longer one where two begin alike.

        One that is printed elsewhere too is not meant where it tells of a place: 位于环城西路旁.
        """
        beginning: dict[str, list[str]] = {}
        for name in sorted(set(names), key=lambda each: (-len(each), each)):
            alike = beginning.setdefault(name[:_TELLING], [])
            if name and len(alike) < _ALIKE:
                alike.append(name)
        found: list[tuple[str, tuple[int, int], bool]] = []
        for paragraph, text in self.paragraphs.items():
            at = 0
            while at < len(text):
                alike = beginning.get(text[at : at + _TELLING], [])
                name = next((each for each in alike if text.startswith(each, at)), "")
                if name:
                    where = tells_where(text, at, at + len(name))
                    found.append((name, self.span(paragraph, at, at + len(name)), where))
                at += len(name) if name else 1
        meant = {name for name, _, where in found if not where}
        yield from ((name, span) for name, span, where in found if not where or name not in meant)


def words_of(paragraphs: Sequence[Sequence[Sentence]]) -> Text:
    """The words of the paragraphs of an article, in order."""
    found: list[Word] = []
    sentences: list[Sentence] = []
    clauses: list[Clause] = []
    for paragraph, each in enumerate(paragraphs):
        quoted = 0
        for sentence in each:
            for clause in sentence.clauses:
                place = (paragraph, len(sentences), len(clauses))
                for word in _words(clause, sentence, place):
                    quoted += word.text in _OPENING
                    found.append(word._replace(quoted=min(1, max(0, quoted))))
                    quoted -= word.text in _CLOSING
                clauses.append(clause)
            sentences.append(sentence)
        if found:
            found.append(found[-1]._replace(
                text=END_OF_PARAGRAPH, start=found[-1].end, tag="", kind=0, stage=0, head=0,
                quoted=0, find=None,
            ))  # fmt: skip
    return Text(sentences, clauses, found)


def _words(clause: Clause, sentence: Sentence, place: tuple[int, int, int]) -> Iterator[Word]:
    at = clause.start
    stages = _marked(STAGES.every(clause.text), clause.start)
    heads = {clause.start + first + len(word) for first, word, _ in HEADS.every(clause.text)}
    for start, end, text, kind, find in _finds(clause):
        if start < at:
            continue
        yield from _plain(sentence, at, start, place, stages, heads)
        yield Word(text, start, end, *place, kind=kind, find=find)
        at = end
    yield from _plain(sentence, at, clause.end, place, stages, heads)
    if clause.stop:
        yield Word(clause.stop, clause.end, clause.end + 1, *place)


def _marked(hits: Sequence[tuple[int, str, str]], offset: int) -> dict[int, str]:
    return {offset + first + at: stage for first, word, stage in hits for at in range(len(word))}


def _plain(
    sentence: Sentence, start: int, end: int, place: tuple[int, int, int],
    stages: dict[int, str], heads: set[int],
) -> Iterator[Word]:  # fmt: skip
    """The words of a stretch without finds."""
    text = sentence.folded.text
    at = start
    if start >= end:
        return
    for word, tag in rjieba.tag(text[start:end]):
        last = at + len(word)
        if word.strip():
            stage = _STAGES.get(stages.get(at, ""), 0)
            yield Word(shape(word), at, last, *place, tag, 0, stage, int(last in heads))
        at = last


STAGES_TOLD = 10  # with 0 for none
_STAGES = {
    name: number
    for number, name in enumerate(
        (
            "planned", "approved", "started", "under_construction", "structure_complete",
            "completed", "operating", "stalled", "cancelled",
        ),
        start=1,
    )
}  # fmt: skip


def shape(word: str) -> str:
    return _LATIN.sub("a", _NUMBER.sub("0", word))


def _finds(clause: Clause) -> list[tuple[int, int, str, int, Date | Sum | Figure]]:
    """The finds of a clause in order; a date counts before a sum, and a sum before a size."""
    found: list[tuple[int, int, str, int, Date | Sum | Figure]] = []
    for day in clause.dates:
        kind = "due" if day.find.is_due else "told"
        found.append((day.start, day.end, DATE, KINDS.index(kind), day))
    for said in clause.sums:
        kind = said.measure if said.figure.value is not None else "unreadable"
        found.append((said.figure.start, said.figure.end, MONEY, KINDS.index(kind), said))
    for size in clause.sizes:
        kind = "per" if size.per else size.kind if size.kind in KINDS else "size"
        found.append((size.start, size.end, SIZE + size.unit, KINDS.index(kind), size))
    return sorted(found, key=lambda each: each[:2])


def is_figure(word: Word, what: str) -> bool:
    """Whether a word is a `sum` that can be read, or a `day` or `term` that has not gone by."""
    if what == "sum":
        return isinstance(word.find, Sum) and KINDS[word.kind] != "unreadable"
    return term_of(word) is not None


def may_be_of_a_work(word: Word, clause: Clause) -> bool:
    """Whether a figure may be a work's: the day of a step before it (征地3月底前完成) is none.

    Nor is a sum of many (全县加装电梯36部,总投资1620万元) what one costs, nor the plan of a year,
    nor by how much a sum changed (比上年减少投资300万元), nor what a contractor is paid.
    """
    if isinstance(word.find, Sum):
        figure = word.find.figure
        place = figure.start - clause.start, figure.end - clause.start
        small = figure.value is not None and figure.value < _SMALLEST
        other = small or is_a_difference(clause.text, *place) or is_no_cost(clause.text, *place)
        return not (clause.of_many or other or word.find.measure in ("year", "done"))
    return not (isinstance(word.find, Date) and (clause.of_other_things or prepares(clause)))


def term_of(word: Word) -> Date | None:
    """The date of a word as one by which something is due, whatever the rules held it for.

    None where it has gone by or has no place in the calendar.
    """
    if not isinstance(word.find, Date) or word.find.find.is_due:
        return word.find if isinstance(word.find, Date) else None
    find = word.find.find
    if find.last is None or find.reason == GONE_BY:
        return None
    return replace(word.find, find=replace(find, is_due=True, reason=LIKE_A_TERM))


def measured(word: Word) -> Figure | None:
    """The figure that a word prints, where it is a sum or a size that can be read."""
    figure = word.find.figure if isinstance(word.find, Sum) else word.find
    return figure if isinstance(figure, Figure) and figure.value is not None else None
