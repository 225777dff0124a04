"""Where a clause begins to tell: behind its adverbs, its date, the word for its work."""

from __future__ import annotations

from ingest.extraction.clauses.sentences import Clause
from ingest.extraction.words.lists import ADVERB, ANAPHOR, HEADS

_CAUSES = ("因", "由于", "受", "鉴于")


def past_adverbs(text: str) -> int:
    """Where the first word stands that is no adverb of the list."""
    place = 0
    while (word := ADVERB.at(text, place)) and word[0] not in ("均", "都"):
        place += len(word[0])
    return place


def past_opening(clause: Clause) -> int:
    """Where the first word stands that is no adverb and no date: 确保9月底|全线通车."""
    place = 0
    while place < len(clause.text):
        date = clause.date_at.get(clause.start + place)
        following = date.end - clause.start if date else place + past_adverbs(clause.text[place:])
        if following == place:
            break
        place = following
    return place


def past_its_work(text: str) -> str:
    """二期正在规划 of 景区二期正在规划: a clause behind the word for the work told of."""
    word = ANAPHOR.at(text, 0) or HEADS.at(text, 0)
    return text[len(word[0]) :] if word else text


def told_why(text: str, name: str) -> bool:
    """广场改造因管线迁移,…: a clause that begins with a work, and why what follows came about."""
    return text.startswith(name) and text.startswith(_CAUSES, len(name))
