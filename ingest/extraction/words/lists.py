"""The word lists of extraction."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path

from chinese.stages import words_by_stage
from chinese.wordlists import Lexicon, any_of, sections

WORDS = sections(Path(__file__).parent.parent.parent / "data" / "facts.txt")


def family(first: str) -> dict[str, Iterable[str]]:
    """The sections that begin with this word, by what follows it: `[govern started]`, `started`."""
    return {
        name.removeprefix(f"{first} "): some
        for name, some in WORDS.items()
        if name.startswith(f"{first} ")
    }


def lexicon(section: str) -> Lexicon:
    """The words of one section, without a label."""
    return Lexicon({"": WORDS[section]})


def one_of(*names: str) -> str:
    """A group of a regular expression for one of the words of these sections."""
    return any_of(*(WORDS[name] for name in names))


class Works(Lexicon):
    """What a work's name ends with; the words of `[head none]` only look like it (线路, 现场)."""

    def before(self, text: str, end: int) -> tuple[str, str] | None:
        """The longest word for a work that ends here, with its kind: strong, facility, action."""
        hit = super().before(text, end)
        return None if hit and hit[1] == "none" else hit

    def every(self, text: str) -> list[tuple[int, str, str]]:
        """Every word for a work, with its place and kind."""
        return [hit for hit in super().every(text) if hit[2] != "none"]


class Adverbs(Lexicon):
    """What stands between the beginning of a clause and its verb; 和平路 begins with no 和."""

    def at(self, text: str, position: int) -> tuple[str, str] | None:
        """The longest adverb that begins here, unless it only looks like one."""
        hit = super().at(text, position)
        return None if hit and hit[1] == "none" else hit


class Stages(Lexicon):
    """Words for how far a work is; 建|完成 in 改扩建完成 is no 建完."""

    def at(self, text: str, position: int) -> tuple[str, str] | None:
        """The longest stage that begins here, unless its 完 begins 完成."""
        hit = super().at(text, position)
        cut = hit and hit[0].endswith("完") and text.startswith("成", position + len(hit[0]))
        return None if cut else hit


GOVERN = Lexicon(family("govern"))
ADVERB = Adverbs({"": WORDS["adverb"], "none": WORDS["adverb none"]})
TELLING = lexicon("telling")
IN_TAIL = lexicon("in a tail")
ANAPHOR = lexicon("anaphor")
POINTING = lexicon("pointing")
PLACES = lexicon("place among others")
HEADS = Works(family("head"))
NO_PROJECT = lexicon("no project")
BUILD = one_of("build")
GENERIC = frozenset(WORDS["generic"])
BUILT = frozenset(WORDS["built"])
MODIFIERS = lexicon("modifier")
SECTOR = Lexicon(family("sector"))
SECTION = Lexicon(family("section"))
BODY = lexicon("body")
DECIDING = lexicon("body that decides")
REACH = lexicon("reach")
MAKE = lexicon("make")
STAGES = Stages(words_by_stage())
MOODS = Lexicon.read("moods", "planned", "holds at", "planned mood", "done", "done mood", "ongoing")
HEADINGS = Lexicon(family("heading"))
