"""Word lists as data: `data/<name>.txt`, sections in brackets, words parted by blanks."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from functools import cache, cached_property
from pathlib import Path

DATA = Path(__file__).parent / "data"


@cache
def sections(path: Path) -> dict[str, tuple[str, ...]]:
    """The words of a file by section. A line that begins with `#` is a remark."""
    found: dict[str, list[str]] = {}
    section = ""
    for line in path.read_text(encoding="utf-8").splitlines():
        if line.startswith("["):
            section = line.strip().strip("[]")
            found.setdefault(section, [])
        elif line.strip() and not line.startswith("#"):
            found.setdefault(section, []).extend(line.split())
    return {name: tuple(words) for name, words in found.items()}


def words(name: str, section: str) -> tuple[str, ...]:
    """One section of `data/<name>.txt`."""
    return sections(DATA / f"{name}.txt")[section]


def any_of(*lists: Iterable[str]) -> str:
    """A group of a regular expression for one of the words, the longest first.

    >>> any_of(("项", "项目"), ("工程",))
    '(?:项目|工程|项)'
    """
    every = dict.fromkeys(word for some in lists for word in some)
    return "(?:" + "|".join(map(re.escape, sorted(every, key=len, reverse=True))) + ")"


class Lexicon:
    """Words with a label each, found at a place of a text: the longest wins.

    >>> Lexicon({"count": ("个", "个百分点")}).at("5个百分点", 1)
    ('个百分点', 'count')
    """

    def __init__(self, labelled: Mapping[str, Iterable[str]]) -> None:
        self._labels: dict[str, str] = {}
        for label, some in labelled.items():
            for word in some:
                self._labels.setdefault(word, label)
        self._lengths = _lengths(self._labels, 0)

    @classmethod
    def read(cls, name: str, *only: str) -> Lexicon:
        """All sections of a list, or those named, each section as a label."""
        lists = sections(DATA / f"{name}.txt")
        return cls({label: lists[label] for label in only or lists})

    def at(self, text: str, position: int) -> tuple[str, str] | None:
        """The longest word that begins at this place, with its label."""
        for length in self._lengths.get(text[position : position + 1], ()):
            word = text[position : position + length]
            if word in self._labels:
                return word, self._labels[word]
        return None

    def before(self, text: str, end: int) -> tuple[str, str] | None:
        """The longest word that ends at this place, with its label."""
        for length in self._lengths_by_last.get(text[end - 1 : end], ()):
            word = text[max(0, end - length) : end]
            if word in self._labels:
                return word, self._labels[word]
        return None

    @cached_property
    def _lengths_by_last(self) -> dict[str, tuple[int, ...]]:
        return _lengths(self._labels, -1)

    def every(self, text: str) -> list[tuple[int, str, str]]:
        """Every place where a word stands, longest first, without overlaps."""
        found: list[tuple[int, str, str]] = []
        position = 0
        while position < len(text):
            if text[position] in self._lengths and (hit := self.at(text, position)):
                found.append((position, *hit))
                position += len(hit[0])
            else:
                position += 1
        return found


def _lengths(words: Iterable[str], place: int) -> dict[str, tuple[int, ...]]:
    """How long the words are that have a character at this place, the longest first."""
    found: dict[str, set[int]] = {}
    for word in words:
        found.setdefault(word[place], set()).add(len(word))
    return {character: tuple(sorted(some, reverse=True)) for character, some in found.items()}
