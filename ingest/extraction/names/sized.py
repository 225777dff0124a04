"""Works whose name has right behind it how much of them there is: 柳河清淤工程12公里."""

from __future__ import annotations

import re

from chinese.figures import Figure
from ingest.extraction.clauses.predicates import Predicate
from ingest.extraction.clauses.sentences import Clause
from ingest.extraction.clauses.sizes import is_size
from ingest.extraction.names.phrases import Named, name_of
from ingest.extraction.words.lists import BUILT, GOVERN, HEADS, one_of
from ingest.extraction.words.moods import stage_words
from ingest.extraction.words.nameable import is_common

# 北山防护林五期工程|人工造林: what is done of a work behind its whole name.
_WHOLE = re.compile("[^,、的]{3,24}(?:项目|工程|[一二三四]期)")
_LONGEST_DEED = 6  # characters
_SHORTEST = 5
# 柳河城区段, 云盘山: a place by its last character.
_PLACE = re.compile(f"..(?:{one_of('ends a place')})")


def names_sized(clause: Clause, predicate: Predicate) -> list[Named]:
    """实施北山防护林五期工程人工造林4.5万亩, 粮油仓储园二期3万平方米交付, 云盘山栈道修复4公里.

    So much of a thing that is common (农村公路改造60公里), or so many, are the county's.
    """
    size = _first_extent(clause, predicate.start)
    if size is None or clause.sums:
        return []
    phrase = clause.text[predicate.start - clause.start : size.start - clause.start]
    name = _whole_name(phrase)
    if not name and not predicate.verb and size.end == clause.end:
        name = _place_and_deed(phrase)
    staged = _is_built(clause.text[size.end - clause.start :])
    if not name or not (predicate.verb or size.end == clause.end or staged):
        return []
    end = predicate.start + len(name)
    named = name_of(clause, predicate.start, end, governed=True, listed=True)
    return [named] if named else []


def _first_extent(clause: Clause, start: int) -> Figure | None:
    """The first figure behind a place, if it is no count: 12公里, 3万平方米."""
    behind = [each for each in clause.sizes if each.start > start]
    fits = behind and behind[0].kind != "count" and is_size(clause, behind[0])
    return behind[0] if fits else None


def _whole_name(phrase: str) -> str:
    """The name that ends with 工程, 项目 or a phase, if but a deed stands behind it."""
    found = _WHOLE.match(phrase)
    if found is None or len(phrase) - found.end() > _LONGEST_DEED:
        return ""
    return "" if is_common(found[0]) and not found[0].endswith("期") else found[0]


def _place_and_deed(phrase: str) -> str:
    """柳河城区段综合治理|续建, 云盘山栈道修复: a place and what is done there."""
    again = GOVERN.before(phrase, len(phrase))
    bare = phrase[: -len(again[0])] if again else phrase
    for name in (bare, phrase):
        deed = HEADS.before(name, len(name))
        place = name[: -len(deed[0])] if deed else ""
        if deed and deed[1] == "action" and len(name) > _SHORTEST and _PLACE.search(place):
            return "" if is_common(name) else name
    return ""


def _is_built(tail: str) -> bool:
    """交付, 年底前贯通: whether nothing but a stage of building stands there."""
    words = stage_words(tail)
    return bool(words) and words[-1][1] in BUILT and tail.endswith(words[-1][1])
