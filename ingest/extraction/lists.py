"""The word lists of extraction."""

from __future__ import annotations

from pathlib import Path

from chinese.wordlists import Lexicon, sections

WORDS = sections(Path(__file__).parent.parent / "data" / "facts.txt")


def lexicon(prefix: str) -> Lexicon:
    """All sections that begin with a prefix; the rest of a section's name is its label."""
    return Lexicon(
        {
            name[len(prefix) :].strip(): some
            for name, some in WORDS.items()
            if name.startswith(prefix)
        }
    )


GOVERN = lexicon("govern")
ADVERB = lexicon("adverb")
ANAPHOR = lexicon("anaphor")
HEADS = lexicon("head ")
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
