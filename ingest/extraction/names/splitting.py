"""The items of a list of names, parted at 、 and at 和 where what stands before it is whole."""

from __future__ import annotations

import re

from ingest.extraction.clauses.sentences import Clause
from ingest.extraction.names.phrases import LAST_BRACKETS, sums_in
from ingest.extraction.words.lists import GOVERN, HEADS, NO_PROJECT, one_of

_OPEN, _CLOSE = "(“《‘【", ")”》’】"
_SHORTEST, _LONGEST_DEED = 4, 8
_TELLS_MORE = re.compile(one_of("tells more of a work") + "|[0-9]")
_A_MEASURE = re.compile("[0-9][^、,]{0,3}[元亩米吨里户层](?:以上|左右)?$")
_MEASURED = re.compile(one_of("measure before a comma") + "[^的、]*$")


def split(phrase: str, offset: int) -> list[tuple[int, int]]:
    """The items of a list: parted by 、, or by 和 where what stands before it is a whole name."""
    cuts: list[tuple[int, int]] = []
    depth, first = 0, 0
    for index, character in enumerate(phrase):
        if character in _OPEN:
            depth += 1
        elif character in _CLOSE:
            depth = max(0, depth - 1)
        elif depth == 0 and _parts(phrase, first, index, listed=bool(cuts)):
            cuts.append((offset + first, offset + index))
            first = index + 1
    cuts.append((offset + first, offset + len(phrase)))
    cuts = [cut for cut in cuts if cut[1] > cut[0]]
    later = cuts[1:]
    starts = [_past_its_verb(phrase, first - offset, last - offset) for first, last in later]
    return cuts[:1] + [(offset + at, last) for at, (_, last) in zip(starts, later, strict=True)]


def _past_its_verb(phrase: str, start: int, end: int) -> int:
    """云溪中学 of 新建岩下幼儿园、扩建云溪中学: each item may have a verb of its own."""
    verb = GOVERN.at(phrase, start)
    behind = start + len(verb[0]) if verb else start
    house = HEADS.before(phrase, end)
    own = house is not None and house[1] == "facility" and end - behind > len(house[0])
    return behind if verb and own and behind - start > 1 and end - behind >= _SHORTEST else start


def _parts(phrase: str, first: int, index: int, *, listed: bool) -> bool:
    character, left = phrase[index], phrase[first:index]
    if character == "、":
        return not _ends_with_measure(left)
    if character not in "和及与" or len(left) < 2:
        return False
    right = LAST_BRACKETS.sub("", phrase[index + 1 :])  # 节水改造工程(2017年度)
    if len(right) < 3:
        return False
    head = HEADS.before(left.rstrip("”)"), len(left.rstrip("”)")))
    if character == "及" and not (head and head[1] == "strong"):
        return False
    if _TELLS_MORE.match(right):
        return True
    if not head:
        return False
    if head[1] == "action" and right.endswith(("工程", "项目")):
        rest = right[:-2]
        deed = HEADS.before(rest, len(rest))
        longest_deed = _SHORTEST if listed else _LONGEST_DEED
        if len(right) <= 6 or (deed and deed[1] == "action" and len(rest) <= longest_deed):
            return False  # 灌区续建配套与节水改造工程; but …、河道整治和退化草原修复项目
    repeated = right.rstrip("”)").find(head[0])
    return not 0 <= repeated < len(right.rstrip("”)")) - len(head[0])


def _ends_with_measure(left: str) -> bool:
    return bool(_A_MEASURE.search(left) and _MEASURED.search(left))


def is_joint(clause: Clause, phrase: str, start: int, items: list[tuple[int, int]]) -> bool:
    """One sum before a list, or items that only their last word makes a work: one name."""
    sums = sums_in(clause, start, start + len(phrase))
    owned = [bool(sums_in(clause, first, last)) for first, last in items]
    second = items[1][0] - start if len(items) > 1 else 0
    measured = phrase[second : second + 1].isdigit()  # 12亿元的200万吨洗煤和80万吨干熄焦项目
    before_all = phrase.find("的") < phrase.find("、") >= 0 or measured
    return bool(sums and owned[0] and not any(owned[1:]) and before_all)


def all_have_heads(clause: Clause, items: list[tuple[int, int]]) -> bool:
    """Whether each item ends with a word for a work, or is plainly none (机制, 作风)."""
    texts = [clause.text[first - clause.start : last - clause.start] for first, last in items]
    return all(HEADS.before(each, len(each)) or NO_PROJECT.every(each) for each in texts)
