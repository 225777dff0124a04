"""Works as people name them when they speak: by where they are, whose, or that one is meant.

急诊外科那栋楼 | 6月底交付        the one that everybody knows
老城燃气管网的更新 | 6月底干完    what is done to a thing, behind 的
桥头堡的公厕 | 三月开门           a common thing, by its place
"""

from __future__ import annotations

import re

import rjieba

from ingest.extraction.words.lists import HEADS, WORDS, one_of

_THAT_ONE = re.compile(
    f"([^,、。;:的0-9“”()那]{{2,10}}那)(?:{one_of('piece')})([^,、。;:的0-9“”()]{{0,8}})"
)
_OF_A_PLACE = re.compile(
    f"([^,、。;:的0-9“”()]{{2,12}})的(?![第首]|{one_of('part of a work')})"
    "([^,、。;:的0-9“”()]{1,8})"
)
_POINTED_OUT = frozenset(WORDS["pointed out"])
_NO_OWNER = re.compile(one_of("owner of no name") + "$")
# Kinds of words that tell something, and stand in no phrase for whose or where a thing is.
_TELLS = frozenset(WORDS["kinds that end a thing"]) | {"i", "l"}
_FOR_ALL_TO_SEE = re.compile("(?:在|把|将|对|让|是|到|就是|还有|只有)+")


def known_one(text: str) -> str:
    """急诊外科那栋楼 of 急诊外科那栋楼6月底交付, else nothing."""
    lead = _FOR_ALL_TO_SEE.match(text)
    text = text[lead.end() :] if lead else text
    found = _THAT_ONE.match(text)
    if not found or not _owns(found[1].removesuffix("那")):
        return ""
    first = found.start(2)
    ends = [end for end in range(found.end(2), first, -1) if _is_pointed_out(text, first, end)]
    return text[: ends[0]] if ends else ""


def _is_pointed_out(text: str, first: int, end: int) -> bool:
    head = HEADS.before(text, end)
    whole = head is not None and head[1] == "facility" and end - len(head[0]) >= first
    return whole or text[first:end] in _POINTED_OUT


def of_its_place(text: str) -> str:
    """桥头堡的公厕, 老酒厂的改造: a common thing or a deed, named by whose it is."""
    found = _OF_A_PLACE.match(text)
    if not found or not _owns(found[1]) or _acts(found[1]):
        return ""
    first = found.start(2)
    for end in range(found.end(2), first, -1):
        head = HEADS.before(text, end)
        if head and head[1] != "strong" and end - len(head[0]) >= first and end - first <= 4:
            return text[:end]
    return ""


def _acts(text: str) -> bool:
    """记者走进北山脚下: somebody does something, and nobody owns it."""
    return any(
        kind[0] == "v" and kind != "vn" and not HEADS.at(word, 0) for word, kind in rjieba.tag(text)
    )


def _owns(text: str) -> bool:
    """Whether a phrase only says whose or where: 桥头堡, 县医院急诊外科; not 正在建, 我们, 村里."""
    if _NO_OWNER.search(text):
        return False
    tagged = rjieba.tag(text)
    ends = (tagged[0], tagged[-1])
    acts = any(kind[0] == "v" and kind != "vn" and not HEADS.at(word, 0) for word, kind in ends)
    return not acts and not any(kind in _TELLS for _, kind in tagged)
