"""The word lists of extraction."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path

from chinese.wordlists import Lexicon, sections

WORDS = sections(Path(__file__).parent.parent / "data" / "facts.txt")


def labelled(prefix: str) -> dict[str, Iterable[str]]:
    """All sections that begin with a prefix; the rest of a section's name is its label."""
    return {
        name[len(prefix) :].strip(): some for name, some in WORDS.items() if name.startswith(prefix)
    }


def lexicon(prefix: str) -> Lexicon:
    """The words of all sections that begin with a prefix, each with its label."""
    return Lexicon(labelled(prefix))


class Works(Lexicon):
    """What a work's name ends with; the words of `[head none]` only look like it (线路, 现场)."""

    def before(self, text: str, end: int) -> tuple[str, str] | None:
        hit = super().before(text, end)
        return None if hit and hit[1] == "none" else hit

    def every(self, text: str) -> list[tuple[int, str, str]]:
        return [hit for hit in super().every(text) if hit[2] != "none"]


GOVERN = lexicon("govern")
ADVERB = lexicon("adverb")
ANAPHOR = lexicon("anaphor")
HEADS = Works(labelled("head "))
NO_PROJECT = lexicon("no project")
GENERIC = frozenset(WORDS["generic"])
BUILT = frozenset(WORDS["built"])
MODIFIERS = lexicon("modifier")
SECTOR = lexicon("sector")
SECTION = lexicon("section ")
BODY = lexicon("body")
REACH = lexicon("reach")
MAKE = lexicon("make")
STAGES = Lexicon.read("stages")
MOODS = Lexicon.read("moods", "planned", "planned mood", "done", "done mood", "ongoing")
HEADINGS = lexicon("heading ")
