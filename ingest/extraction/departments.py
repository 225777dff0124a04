"""The bodies that an article names: known printed names first, then whatever is shaped like one."""

from __future__ import annotations

import re

import rjieba

from ingest.extraction.lists import BODY, WORDS

_RUN = re.compile(r"[\u4e00-\u9fffA-Za-z0-9“”]{2,60}")
_LONGEST = 26
_STOPS = frozenset(WORDS["not of a body"])


def bodies(texts: list[str], known: dict[str, str]) -> list[str]:
    """Printed names in order of appearance, each once."""
    found: dict[str, None] = {}
    for text in texts:
        for name in _known_in(text, known) + _shaped(text):
            found.setdefault(name)
    return [name for name in found if not any(name != other and name in other for other in found)]


def _known_in(text: str, known: dict[str, str]) -> list[str]:
    return [name for name in known if len(name) > 1 and name in text]


def _shaped(text: str) -> list[str]:
    names = []
    for run in _RUN.finditer(text):
        start = 0
        for end in _body_ends(run[0]):
            name = _cut(run[0], start, end)
            if len(name) >= 3 and not name.startswith(("“", "”")):
                names.append(name)
            start = end
    return names


def _body_ends(run: str) -> list[int]:
    """Where in a run of characters a body's name may end, longest words first."""
    ends = []
    for place, word, _ in BODY.every(run):
        end = place + len(word)
        following = BODY.at(run, end)
        if place > 0 and not following and run[end : end + 1] not in ("项", "建", "城"):
            ends.append(end)
    return ends


def _cut(run: str, start: int, end: int) -> str:
    """The name that ends here, begun behind the last word that cannot belong to it."""
    first = max(start, end - _LONGEST)
    place = first
    for word in rjieba.cut(run[first:end]):
        if word in _STOPS:
            first = place + len(word)
        place += len(word)
    return run[first:end]
