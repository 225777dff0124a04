"""Whether a line heads an article or a part of one: by its words, and by how the text under it
begins.

An article says who, where and when; its parts take up what is known (他, 该镇, 老周). How much
each sign of a line and of a beginning tells was learned from headlines and subheads with the
beginnings of their texts (`benchmarks/pages/learn_heads.py`).
"""

from __future__ import annotations

import math
import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from chinese.wordlists import sections
from ingest.ordering.language import Language, plain

BASE = Path(__file__).resolve().parent.parent / "data" / "heads.txt"
REACH, WORDS, CLASSES = 24, 10, 6  # characters, words and their classes that are looked at
FARTHEST = 3.0
_HANZI = re.compile("[\u3400-\u9fff]+")
_MARK = re.compile("[，。：；]")
_STEP = 5  # characters: first clauses are long by so many more
_LONGEST = 30

Weights = Mapping[str, float]


@dataclass(frozen=True)
class Heads:
    """What each sign of a line and of a text tells, as log-odds."""

    lines: Weights
    texts: Weights
    firsts: Weights

    def line_heads_article(self, line: str, language: Language) -> float:
        """The log-odds, within bounds, that a short line (folded) is a headline and no subhead."""
        return _told(line_signs(plain(line), language), self.lines)

    def text_opens_article(self, text: str, language: Language) -> float:
        """The log-odds, within bounds, that a text (folded) stands under a headline."""
        return _told(text_signs(plain(text), language), self.texts)

    def text_begins_article(self, text: str, language: Language) -> float:
        """The log-odds, within bounds, that a text (folded) is the first paragraph of an article
        and none of those that follow it."""
        return _told(text_signs(plain(text), language), self.firsts)


def _told(signs: set[str], weights: Weights) -> float:
    told = math.fsum(weights.get(sign, 0.0) for sign in signs)
    return max(-FARTHEST, min(FARTHEST, told))


def text_signs(text: str, language: Language) -> set[str]:
    """What is seen of a beginning, each sign with a letter for its kind."""
    head = text[:REACH]
    words = _words(head, language)[:WORDS]
    return {
        "even",
        f"f{head[:1]}",
        f"g{head[:2]}",
        *(f"b{head[at : at + 2]}" for at in range(len(head) - 1)),
        *(f"w{word}" for word in words),
        *(f"c{language.class_of(word)}" for word in words[:CLASSES]),
        *_first_clause(text[: REACH + _STEP]),
    }


def line_signs(line: str, language: Language) -> set[str]:
    """What is seen of a short line: its words too, its end, and how long it is."""
    words = _words(line, language)
    return {
        *text_signs(line, language),
        f"n{min(len(line), _LONGEST) // 3}",
        f"d{len(words)}",
        f"y{line[-1:]}",
        f"z{line[-2:]}",
        *(f"e{language.class_of(word)}" for word in words[-1:]),
    }


def _words(text: str, language: Language) -> list[str]:
    return [word for run in _HANZI.findall(text) for word in language.split(run)]


def _first_clause(head: str) -> Iterator[str]:
    found = _MARK.search(head)
    yield f"l{(found.start() if found else len(head)) // _STEP}"


@cache
def load(path: Path = BASE) -> Heads:
    """The weights of the signs: sections such as `[lines 0.3]` hold the signs of that weight."""
    found: dict[str, dict[str, float]] = {"lines": {}, "texts": {}, "firsts": {}}
    for name, signs in sections(path).items():
        of, weight = name.split()
        found[of].update(dict.fromkeys(signs, float(weight)))
    return Heads(**found)
