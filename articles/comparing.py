"""A difference of two Chinese texts that a person can read. Pure; no database.

First whole sentences are matched; only where sentences were replaced by similar ones does the
comparison go down to characters. Small islands of equal characters inside a change are taken
into it, or a rewritten sentence would look like confetti.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from difflib import SequenceMatcher

SENTENCE = re.compile(r"\n|[^。！？；\n]*[。！？；]+[”』」）]*|[^。！？；\n]+")
# Sentences less alike than this are shown as one gone and one new.
ALIKE = 0.4
ISLAND = 2

SAME, GONE, NEW = "same", "gone", "new"


@dataclass(frozen=True)
class Segment:
    """A run of text with its fate: `same`, `gone` (in the old text only) or `new`."""

    kind: str
    text: str


@dataclass
class Row:
    """One paragraph of both sides, level with each other."""

    old: list[Segment] = field(default_factory=list)
    new: list[Segment] = field(default_factory=list)

    @property
    def changed(self) -> bool:
        return any(part.kind != SAME for part in (*self.old, *self.new))


def sentences(text: str) -> list[str]:
    """Sentences with their marks; a line break is a piece of its own. Joined they are `text`."""
    return SENTENCE.findall(text)


def differences(old: str, new: str) -> list[Segment]:
    """The segments in order. Without the new ones they read `old`, without the gone ones `new`."""
    before, after = sentences(old), sentences(new)
    found: list[Segment] = []
    for kind, a, b, c, d in SequenceMatcher(None, before, after, autojunk=False).get_opcodes():
        gone, came = "".join(before[a:b]), "".join(after[c:d])
        if kind == "equal":
            found.append(Segment(SAME, gone))
        elif kind == "replace":
            found += _characters(gone, came)
        else:
            found += _pair(gone, came)
    return list(_joined(found))


def rows(segments: Iterable[Segment]) -> list[Row]:
    """Both sides paragraph by paragraph; a side ends its paragraph where both do."""
    found = [Row()]
    for segment in segments:
        if segment.kind != SAME:
            side = found[-1].old if segment.kind == GONE else found[-1].new
            side.append(segment)
            continue
        for number, line in enumerate(segment.text.split("\n")):
            if number:
                found.append(Row())
            if line:
                found[-1].old.append(Segment(SAME, line))
                found[-1].new.append(Segment(SAME, line))
    return [row for row in found if row.old or row.new]


def compare(old: str, new: str) -> list[Row]:
    return rows(differences(old, new))


def _characters(gone: str, came: str) -> list[Segment]:
    matcher = SequenceMatcher(None, gone, came, autojunk=False)
    if matcher.ratio() < ALIKE:
        return _pair(gone, came)
    found: list[Segment] = []
    old, new = "", ""
    for kind, a, b, c, d in matcher.get_opcodes():
        inside = a > 0 and b < len(gone)
        if kind == "equal" and not (inside and b - a < ISLAND):
            found += [*_pair(old, new), Segment(SAME, gone[a:b])]
            old = new = ""
        else:
            old += gone[a:b]
            new += came[c:d]
    return found + _pair(old, new)


def _pair(gone: str, came: str) -> list[Segment]:
    return [Segment(kind, text) for kind, text in ((GONE, gone), (NEW, came)) if text]


def _joined(segments: Iterable[Segment]) -> Iterator[Segment]:
    """Neighbours of one kind as one segment."""
    held: Segment | None = None
    for segment in segments:
        if held and held.kind == segment.kind:
            held = Segment(held.kind, held.text + segment.text)
            continue
        if held:
            yield held
        held = segment
    if held:
        yield held
