"""Paragraphs that only promise: in them a bare deed and its count promise too.

集中供热站6月底前投用,南关小学年内封顶。新建公厕18座,改造危桥7座。

No word of promise stands beside the 18座, but what stands around them is still to come, and
nothing there is reported. So does a paragraph between or behind such ones that says neither.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace
from datetime import date

from chinese.dates import GONE_BY
from ingest.extraction.clauses.sentences import Clause, Sentence
from ingest.extraction.clauses.terms import Frame
from ingest.extraction.words.lists import one_of
from ingest.extraction.words.moods import labels_in, looks_back

Paragraph = Sequence[Sentence]
_THESE_DAYS = re.compile(one_of("went on these days"))


def mark_plans(paragraphs: Sequence[Paragraph], today: date) -> None:
    """Marks the sentences of an article that stand among promises alone."""
    goes_on = False  # whether the paragraph before only promises
    for paragraph in filter(None, paragraphs):
        promises = goes_on or any(_promises(each, today) for each in paragraph)
        goes_on = promises and not any(map(_reports, paragraph))
        for sentence in paragraph:
            sentence.among_promises = goes_on


def framed(sentence: Sentence, frame: Frame) -> Frame:
    """The frame of a sentence, which promises where all around it does."""
    bare = sentence.among_promises and frame.mood == "ongoing"
    return replace(frame, mood="planned") if bare else frame


def _promises(sentence: Sentence, today: date) -> bool:
    return any(_is_to_come(each, today) for each in sentence.clauses)


def _is_to_come(clause: Clause, today: date) -> bool:
    due = [each.find for each in clause.dates if each.find.is_due]
    return any(each.last is not None and each.last >= today for each in due)


def _reports(sentence: Sentence) -> bool:
    lately = _THESE_DAYS.search(sentence.text) is not None and not _is_dated(sentence)
    return lately or looks_back(sentence.text) or any(map(_is_reported, sentence.clauses))


def _is_dated(sentence: Sentence) -> bool:
    return any(clause.last_due >= 0 for clause in sentence.clauses)


def _is_reported(clause: Clause) -> bool:
    """已建成3座, 去年12月封顶, 上半年新签约6个: also a figure of a time by which nothing is due."""
    if any(each.find.reason == GONE_BY for each in clause.dates):
        return True
    if clause.last_due >= 0:
        return False
    told = any(each.find.precision != "year" for each in clause.dates) and bool(clause.figures)
    return told or "done" in labels_in(clause.text)
