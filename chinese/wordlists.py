"""Word lists as data: `data/<name>.txt`, sections in brackets, words parted by blanks."""

from __future__ import annotations

from collections.abc import Iterable
from functools import cache
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


class Lexicon:
    """Words with a label each, found at a place of a text: the longest wins.

    >>> Lexicon({"count": ("个", "个百分点")}).at("5个百分点", 1)
    ('个百分点', 'count')
    """

    def __init__(self, labelled: dict[str, Iterable[str]]) -> None:
        self._by_first: dict[str, list[tuple[str, str]]] = {}
        for label, some in labelled.items():
            for word in some:
                self._by_first.setdefault(word[0], []).append((word, label))
        for same in self._by_first.values():
            same.sort(key=lambda entry: -len(entry[0]))

    @classmethod
    def read(cls, name: str, *only: str) -> Lexicon:
        """All sections of a list, or those named, each section as a label."""
        lists = sections(DATA / f"{name}.txt")
        return cls({label: lists[label] for label in only or lists})

    def at(self, text: str, position: int) -> tuple[str, str] | None:
        """The longest word that begins at this place, with its label."""
        for word, label in self._by_first.get(text[position : position + 1], ()):
            if text.startswith(word, position):
                return word, label
        return None

    def before(self, text: str, end: int) -> tuple[str, str] | None:
        """The longest word that ends at this place, with its label."""
        return self._ending().get_before(text, end)

    def _ending(self) -> _Endings:
        if not hasattr(self, "_endings"):
            self._endings = _Endings(self._by_first)
        return self._endings

    def every(self, text: str) -> list[tuple[int, str, str]]:
        """Every place where a word stands, longest first, without overlaps."""
        found: list[tuple[int, str, str]] = []
        position = 0
        while position < len(text):
            if hit := self.at(text, position):
                found.append((position, *hit))
                position += len(hit[0])
            else:
                position += 1
        return found


class _Endings:
    def __init__(self, by_first: dict[str, list[tuple[str, str]]]) -> None:
        self._by_last: dict[str, list[tuple[str, str]]] = {}
        for same in by_first.values():
            for word, label in same:
                self._by_last.setdefault(word[-1], []).append((word, label))
        for same in self._by_last.values():
            same.sort(key=lambda entry: -len(entry[0]))

    def get_before(self, text: str, end: int) -> tuple[str, str] | None:
        for word, label in self._by_last.get(text[end - 1 : end], ()):
            if text.endswith(word, 0, end):
                return word, label
        return None
