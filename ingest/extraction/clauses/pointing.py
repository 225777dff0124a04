"""What points at a thing told of before: 该馆, 这栋小楼, 这个投资9.8亿元的技改."""

from __future__ import annotations

import re

from ingest.extraction.clauses.sentences import Clause
from ingest.extraction.words.lists import HEADS, POINTING, one_of

_OF_ITS_PEOPLE = re.compile(one_of("of its people"))
_LONGEST_THING = 8
_PLACES = ("县", "市", "区", "镇", "乡", "村", "院", "所")
INSIDE = re.compile(one_of("inside of a place"))


def this_one(text: str, offset: int) -> str | None:
    """该馆选址…, 这栋小楼造价…, 该治理工程由…: the thing told of just before, by what it is.

    该县图书馆 is the library of a county, and 该馆馆长 somebody.
    """
    word = POINTING.at(text, offset)
    first = offset + len(word[0]) if word else 0
    if word is None or text.startswith(_PLACES, first):
        return None
    for end in range(min(len(text), first + _LONGEST_THING), first, -1):
        head = HEADS.before(text, end)
        if head and end - len(head[0]) >= first and head[1] != "action":
            return None if _OF_ITS_PEOPLE.match(text, end) else text[offset:end]
    return None


def points(clause: Clause) -> bool:
    """这个投资9.8亿元的技改: whether a clause begins by pointing at something told before it."""
    return POINTING.at(clause.text.lstrip("“ "), 0) is not None
