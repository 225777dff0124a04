"""Which ends of an article are not in the file: none, its beginning, its end, or both. Pure."""

from __future__ import annotations

from collections.abc import Set

SIDES: dict[str, frozenset[str]] = {
    "": frozenset(),
    "beginning": frozenset({"beginning"}),
    "end": frozenset({"end"}),
    "both": frozenset({"beginning", "end"}),
}


def word_for(sides: Set[str]) -> str:
    return next(word for word, each in SIDES.items() if each == sides)


def without_ends(missing: str, found: Set[str]) -> str:
    return word_for(SIDES[missing] - found)
