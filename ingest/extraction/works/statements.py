"""Sums for several works that are not named: 重点项目186个,总投资412亿元."""

from __future__ import annotations

import re

from ingest.extraction.clauses.sentences import Clause, Sentence, Sum, counted_works
from ingest.extraction.words.lists import one_of
from ingest.extraction.works.binding import sum_fact
from ingest.extraction.works.projects import Reading
from ingest.proposal import Statement

_PROJECTS = re.compile(one_of("counted as works"))
_COUNTED_AS_WORKS = ("个", "项")
_NEAR, _FAR = 10, 20  # characters
_OF_A_KIND = re.compile(one_of("money of a kind") + "[^,。;0-9]{0,6}$")


def is_of_a_kind(clause: Clause, said: Sum) -> bool:
    """到位资金9.8亿元, 技改投资突破20亿元: what came in or is spent for a kind of thing."""
    end = said.figure.start - clause.start
    return _OF_A_KIND.search(clause.text[max(0, end - _FAR) : end]) is not None


def counts_projects(clause: Clause) -> bool:
    """水利项目14个, 12项重点工程; 改造公厕28座 and 老旧小区23个 count no projects."""
    text, base = clause.text, clause.start
    return any(
        size.unit in _COUNTED_AS_WORKS
        and (
            _PROJECTS.search(text, max(0, size.start - base - _NEAR), size.start - base)
            or _PROJECTS.search(text, size.end - base, size.end - base + _NEAR)
        )
        for size in clause.sizes
        if size.kind == "count"
    )


def read_statements(sentence: Sentence, reading: Reading) -> list[Statement]:
    """The sums of a sentence that belong to a count of works and to no named one.

    今冬水利总投资1900万元,其中甲工程… has no count: `members` is None; nor has 改造公厕28座,
    which are no projects.
    """
    found: list[Statement] = []
    members: int | None = None
    are_projects = True
    for clause in sentence.clauses:
        counted = counted_works(clause, after_another=bool(found))
        if counted is not None:
            are_projects = counts_projects(clause) or bool(found and are_projects)
            members = counted
        for said in clause.sums:
            place = (said.figure.start, said.figure.end)
            is_class = sentence.folded.text.startswith(("以上", "以下"), said.figure.end - 2)
            if (
                said.measure == "part"
                or sentence.text[said.figure.end - sentence.start :][:1] == "."
            ):
                continue
            if is_of_a_kind(clause, said):
                continue
            of_several = members or said in reading.unowned
            free = place not in reading.used and not is_class
            if of_several and said.measure != "none" and free:
                reading.used.add(place)
                found.append(
                    Statement(
                        sum_fact(said, sentence), reading.key, members if are_projects else None
                    )
                )
    return found
