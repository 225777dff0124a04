"""The two works that 前者 and 后者 mean, by the clause that names both.

察看了风光带改造工程和县第四小学     each by its name
双河乡、马鞍乡通乡油路              each by its place, and both by one kind
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import islice

from ingest.extraction.clauses.sentences import Clause
from ingest.extraction.names.things import end_of_nouns, may_name_a_work
from ingest.extraction.words.lists import HEADS
from ingest.extraction.words.nameable import NO_NAME
from ingest.extraction.works.topics import back_over_nouns

_JOINS = "、与和及"
_SOME_PLACE = "乡镇村县区市"
_LONGEST = 30  # characters
_LOOKING_BACK = 8  # clauses
_LISTED = 12  # things that are joined in one clause
_AFTER_WORDS = re.compile("[了的是为]")  # 察看了|东湖风光带改造工程
_PLAIN = re.compile("[^的了0-9]{3,16}")
_NEXT = re.compile(f"[{_JOINS}](?=[^0-9])")
_WHERE = re.compile("(?<=..)(?:建设)?(?:现场|工地)?$")


def pair_named(clauses: Sequence[Clause]) -> list[str]:
    """The names of the two works that the nearest of these clauses names together, or none."""
    for clause in reversed(clauses[-_LOOKING_BACK:]):
        for join in islice(_NEXT.finditer(clause.text), _LISTED):
            if pair := _pair_at(clause.text, join.start()):
                return pair
    return []


def _pair_at(text: str, join: int) -> list[str]:
    """The two that are joined at a place; of three and more none are."""
    left = back_over_nouns(text, join)
    left = left if _is_a_work(left) else _AFTER_WORDS.split(text[:join][-_LONGEST:])[-1]
    behind = text[join + 1 : join + 1 + _LONGEST]
    right = behind[: end_of_nouns(behind, priced=False)]
    before = text[: join - len(left)]
    if not left or before.endswith(tuple(_JOINS)) or _NEXT.match(behind, len(right)):
        return []
    pair = _of_one_kind(left, behind) or [left, _WHERE.sub("", right)]
    named = any(map(_is_a_work, pair)) and all(map(may_be_one_of_two, pair))
    return pair if named else []


def _of_one_kind(left: str, behind: str) -> list[str]:
    """双河乡通乡油路 and 马鞍乡通乡油路, of 双河乡 and 马鞍乡通乡油路."""
    end = behind.find(left[-1], 1) + 1 if left[-1] in _SOME_PLACE else 0
    kind = behind[end:][: end_of_nouns(behind[end:], priced=False)]
    return [f"{left}{kind}", f"{behind[:end]}{kind}"] if end and kind else []


def may_be_one_of_two(name: str) -> bool:
    """配套小学, beside 卫生服务中心: of two that are told of each by itself one may be common."""
    head = HEADS.before(name, len(name))
    plain = head is not None and len(head[0]) > 1 and _PLAIN.fullmatch(name)  # 石塘 is a place
    return (bool(plain) or _is_a_work(name)) and NO_NAME.match(name) is None


def _is_a_work(name: str) -> bool:
    return HEADS.before(name, len(name)) is not None and may_name_a_work(name, "")
