"""Paragraphs that only promise: in them a bare deed and its count promise too.

集中供热站6月底前投用,南关小学年内封顶。新建公厕18座,改造危桥7座。

No word of promise stands beside the 18座, but what stands around them is still to come, and
nothing there is reported. So does a paragraph between or behind such ones that says neither, if
it tells of bare deeds alone: 改造危桥7座. Who has a subject (抢险队转移群众230人) tells what was
done. What is promised by the paragraphs around it alone is not sure: the desk asks.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace
from datetime import date

import rjieba

from chinese.dates import GONE_BY
from ingest.extraction.clauses.saying import plain, without_number
from ingest.extraction.clauses.sentences import Clause, Sentence
from ingest.extraction.clauses.terms import Frame
from ingest.extraction.promises.surely import CONFIDENCE
from ingest.extraction.words.lists import ADVERB, GOVERN, HEADS, MAKE, one_of
from ingest.extraction.words.moods import labels_in, looks_back, tense_of
from ingest.proposal import TargetFact

Paragraph = Sequence[Sentence]
_THESE_DAYS = re.compile(one_of("went on these days"))
_ACTS = re.compile(one_of("people who act"))
_UP_TO_A_FIGURE = re.compile("[^0-9]+")
_IN_A_PLACE = re.compile(f"[^,0-9]{{1,3}}[县市区镇乡村]{one_of('make')}")  # 主城区新增…
_DEEDS = ("v", "vn", "d")  # tags of the first word of a deed

_LONGEST_LEAD = 2  # characters before the word for a house: 4所|乡镇|卫生院


def mark_plans(paragraphs: Sequence[Paragraph], today: date) -> None:
    """Marks the sentences of an article that stand among promises alone."""
    goes_on = False  # whether the paragraph before only promises
    for paragraph in filter(None, paragraphs):
        promises = any(_promises(each, today) or (goes_on and _aims(each)) for each in paragraph)
        alone = goes_on and not promises  # whether only what stands before it promises
        carried = alone and all(map(_only_tells_deeds, paragraph))
        goes_on = (promises or carried) and not any(map(_reports, paragraph))
        for sentence in paragraph:
            sentence.among_promises = goes_on
            sentence.is_carried = goes_on and carried
            sentence.tells_who_did = alone and not carried


def framed(sentence: Sentence, frame: Frame) -> Frame:
    """The frame of a sentence, which promises where all around it does."""
    bare = sentence.among_promises and frame.mood == "ongoing"
    return replace(frame, mood="planned") if bare else frame


def unsure(targets: Sequence[TargetFact], sentence: Sentence, frame: Frame) -> list[TargetFact]:
    """The targets of a sentence, for the desk to judge where only its surroundings promise."""
    if sentence.is_carried and frame.mood == "ongoing" and not _aims(sentence):
        for target in targets:
            target.confidence = min(target.confidence, CONFIDENCE)
    return list(targets)


def _only_tells_deeds(sentence: Sentence) -> bool:
    """新打机井240眼,文化站改造6个: its figures have verbs of making, and no one is told to act."""
    counted = [each for each in sentence.clauses if each.figures]
    if not counted:
        return True
    first = next((each for each in sentence.clauses if _bare(each)), counted[0])
    return any(map(_is_bare_deed, [first, *counted])) and _opens_with_a_deed(first)


def _is_bare_deed(clause: Clause) -> bool:
    """改造危桥7座, 文化站改造6个; but 文艺队演出26场 is what some did."""
    told = _bare(clause)
    if MAKE.at(told, 0) or _IN_A_PLACE.match(told) or _counts_houses(clause):
        return True
    counted = _UP_TO_A_FIGURE.match(told)
    thing = counted[0] if counted else ""
    deed = GOVERN.before(thing, len(thing))
    return deed is not None and HEADS.before(thing, len(thing) - len(deed[0])) is not None


def _counts_houses(clause: Clause) -> bool:
    """柳沟等4所卫生院配齐设备: of so many houses a deed is told, and no other figure."""
    if len(clause.figures) != 1:
        return False
    behind = clause.text[clause.figures[0].end - clause.start :]
    return any(kind == "facility" for at, _, kind in HEADS.every(behind) if at <= _LONGEST_LEAD)


def _opens_with_a_deed(clause: Clause) -> bool:
    """加快水利建设, 围绕水利建设, 水利: under which a list begins; but 抢险队扑灭山火 acts."""
    opened = ADVERB.at(without_number(clause.text), 0) is not None
    if clause.stop == ":" or opened or _is_bare_deed(clause):
        return True
    first = list(rjieba.tag(_bare(clause)))[:2]
    acts = len(first) > 1 and _ACTS.match(first[1][0]) is not None
    return bool(first) and first[0][1] in _DEEDS and not acts


def _bare(clause: Clause) -> str:
    return plain(without_number(clause.without_dates(clause.text)))


def _promises(sentence: Sentence, today: date) -> bool:
    return any(_is_to_come(each, today) for each in sentence.clauses)


def _aims(sentence: Sentence) -> bool:
    """要照看好一老一小: a word of its own promises."""
    return any(tense_of(each.text, "ongoing", False) == "planned" for each in sentence.clauses)


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
