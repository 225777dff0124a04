"""The word lists of pages: by what their short lines are known."""

from __future__ import annotations

from pathlib import Path

from chinese.wordlists import any_of, sections

WORDS = sections(Path(__file__).parent.parent / "data" / "pages.txt")
SURNAMES = "".join(WORDS["surnames"])


def one_of(*names: str) -> str:
    """A group of a regular expression for one of the words of these sections."""
    return any_of(*(WORDS[name] for name in names))
