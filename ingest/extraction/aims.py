"""Clauses that promise by what they are listed under, or by a verb that only aims.

局长掰开讲:淘汰黄标车420辆                 of a year to come, where the sentence before spoke of it
全镇立了三块“军令牌”:填平污水坑9个        what is listed under a pledge
三件跟孩子有关:建幼儿园6所                 the next part of a list that was promised
全年货运量冲540万吨                         a verb that tells of no deed that is done
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from ingest.extraction.lists import one_of
from ingest.extraction.moods import labels_in
from ingest.extraction.sentences import Clause, Date, Sentence
from ingest.extraction.terms import Frame, Term, date_of_heading
from ingest.proposal import TargetFact

_PLEDGE = re.compile(one_of("pledge"))
_SAYS_ALOUD = re.compile(one_of("says", "says aloud") + "$")
_AIMS_ALONE = re.compile(
    f"{one_of('aims alone')}(?:近|约|超)?[0-9]|争取[^,、]{{0,12}}?(?:不少于|不低于)[0-9]"
)
_TO_DO_MORE = re.compile(f"(?:(?<![主重必紧首需])要|还将|拟)再?{one_of('make')}[^,]{{0,4}}?[0-9]")
_PART_OF_A_LIST = re.compile("[一二三四五六七八九十两]+[件项][^,;:0-9]{0,12}")
_AMONG_WHAT_WAS_SET = re.compile("(?:其中)?(?:主要)?(?:包括|包含)(?:了|有)?|具体(?:包括|内容)?为?|分别(?:是|为)")
_WHAT_WAS_SET = re.compile(one_of("task of all"))
_OPENING = 3  # clauses


def with_aims(
    sentence: Sentence, terms: Sequence[Term], frame: Frame, before: Sequence[TargetFact]
) -> list[Term]:
    """The terms of a sentence, with those clauses promised that these rules know.

    `before` are the targets of the sentences before it.
    """
    head = _head_of(sentence.clauses)
    due = _promised_under(sentence.clauses[: head + 1], frame, before) if head >= 0 else None
    found: list[Term] = []
    for place, (clause, term) in enumerate(zip(sentence.clauses, terms, strict=True)):
        if term.promised or _is_told(clause):
            found.append(term)
        elif due is not None and place > head:
            found.append(Term(True, term.due or due[0]))
        else:
            found.append(replace(term, promised=_aims_by_itself(clause)))
    return found


def _head_of(clauses: Sequence[Clause]) -> int:
    """The place of the clause with the colon under which a sentence lists, or -1."""
    heads = [place for place, each in enumerate(clauses[:_OPENING]) if each.stop == ":"]
    return heads[0] if heads and heads[0] < len(clauses) - 1 else -1


def _promised_under(
    head: Sequence[Clause], frame: Frame, before: Sequence[TargetFact]
) -> tuple[Date | None] | None:
    """The date (or none) of what is listed under a head, or nothing if it promises nothing."""
    if frame.mood == "done" or any(_is_told(each) for each in head):
        return None
    last = head[-1].text
    if _PLEDGE.search(last):
        return (date_of_heading(head, frame.today),)
    to_come = frame.year is not None and (frame.year.find.first or frame.today) > frame.today
    if to_come and _SAYS_ALOUD.search(last):
        return (frame.year,)
    if before and (_PART_OF_A_LIST.fullmatch(last) or _goes_on(last, before[-1])):
        return (frame.year,)
    return None


def _goes_on(head: str, last: TargetFact) -> bool:
    """2012年为民办的15件实事敲定。其中包括:…"""
    return bool(_AMONG_WHAT_WAS_SET.fullmatch(head) and _WHAT_WAS_SET.search(last.indicator))


def _aims_by_itself(clause: Clause) -> bool:
    return bool(_AIMS_ALONE.search(clause.text) or _TO_DO_MORE.search(clause.text))


def _is_told(clause: Clause) -> bool:
    return "done" in labels_in(clause.text) and not _TO_DO_MORE.search(clause.text)
