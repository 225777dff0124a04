"""Sums for several works that are not named: 重点项目186个,总投资412亿元."""

from __future__ import annotations

import re

from ingest.extraction.projects import Reading, sum_fact
from ingest.extraction.sentences import Clause, Sentence
from ingest.proposal import Statement

_WORKS = re.compile(r"项目|工程|改造|新建|实施|加固|治理|竣工|建设|道路|设施")
_UNITS = ("个", "项", "处", "座", "所", "家")
_OF_THEM = re.compile(r"其中|安排|实施|签约|开工")


def read_statements(sentence: Sentence, reading: Reading) -> list[Statement]:
    """The sums of a sentence that belong to a count of works and to no named one."""
    found: list[Statement] = []
    members: int | None = None
    for clause in sentence.clauses:
        counted = _members(clause, bool(found))
        members = counted if counted is not None else members
        for said in clause.sums:
            place = (said.figure.start, said.figure.end)
            is_class = sentence.folded.text.startswith(("以上", "以下"), said.figure.end - 2)
            if (
                said.measure == "part"
                or sentence.text[said.figure.end - sentence.start :][:1] == "."
            ):
                continue
            if members and said.measure != "none" and place not in reading.used and not is_class:
                reading.used.add(place)
                found.append(Statement(sum_fact(said, sentence), reading.key, members))
    return found


def _members(clause: Clause, after_another: bool) -> int | None:
    """The printed count of works of a clause: 50个项目, 重点项目14个, 其中安排58个."""
    for size in clause.sizes:
        if size.kind != "count" or size.unit not in _UNITS or size.value is None:
            continue
        beside = clause.text[max(0, size.start - clause.start - 8) : size.end - clause.start + 8]
        if _WORKS.search(beside) or (after_another and _OF_THEM.search(beside)):
            return int(size.value)
    return None
