"""Works that share their last words: 马鹿沟、黑石沟两条小流域综合治理.

Each is one by its own name where that ends with a word for a thing, or where it is told of again
(柏洋敬老院9月完工, behind 柏洋、牙城2所乡镇敬老院提升改造); else all are one, done in one deed.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from typing import NamedTuple

from chinese.numerals import number
from ingest.extraction.clauses.openings import past_adverbs
from ingest.extraction.clauses.sentences import Clause
from ingest.extraction.names.phrases import Named
from ingest.extraction.words.lists import GOVERN, HEADS, one_of
from ingest.extraction.words.nameable import NO_NAME

_LISTED = re.compile(
    "([^,、和与0-9]{2,10}(?:[、和与][^,、和与0-9]{2,10}?)+?)等?([两二三四五六七八九十]|[2-9])[个处座所条家]"
)
_ACT = one_of("head action")
_DEED = re.compile(
    f"([^,、的0-9分各均都已将]{{2,12}}?){_ACT}(?:[与和及][^,、的0-9]{{0,4}}?{_ACT})?(?:项目|工程)?"
)
_PARTED = re.compile("[、和与]")
# 东一路、纬三路的建设资金: one sum behind it is that of them all.
_THEIR_MONEY = re.compile(
    "([^,、和与的0-9]{2,12}(?:[、和与][^,、和与的0-9]{2,12}?)+)的(?:建设|改造)?"
    "(?:资金|投资|费用|经费)"
)

_ADDS_UP = re.compile(f"(?:合计|总共|共计|一共|共){one_of('planned measure')}*{one_of('cost')}")


class CommonTail(NamedTuple):
    """Places and the deed that is done to all of them; `name` is all of it as it is printed."""

    name: str
    places: tuple[str, ...]
    thing: str  # 乡镇敬老院 of 乡镇敬老院提升改造

    def each_by_itself(self) -> list[Named]:
        """广场北路, 师范路: the places, where each is a thing by its own name."""
        things = sum(map(_is_a_thing, self.places))  # of 人民路、解放路、育才巷 most
        return [Named(each) for each in self.places] if 2 * things > len(self.places) else []

    def are_told_again(self, texts: Iterable[str]) -> bool:
        """柏洋敬老院9月已完工: whether clauses begin with one of the places and its thing."""
        return any(full_name(each, text) for each in self.places for text in texts)


def common_tail(clause: Clause) -> CommonTail | None:
    """The places and the deed that they share, with which a clause begins."""
    first = past_adverbs(clause.text)
    if (verb := GOVERN.at(clause.text, first)) and len(verb[0]) > 1:
        first += len(verb[0])
    listed = _LISTED.match(clause.text, first)
    deed = _DEED.match(clause.text, listed.end()) if listed else None
    if listed is None or deed is None or _goes_on(clause.text, deed.end()):
        return None
    places = tuple(_PARTED.split(listed[1]))
    fit = len(places) == number(listed[2]) and not any(NO_NAME.match(each) for each in places)
    return CommonTail(clause.text[first : deed.end()], places, deed[1]) if fit else None


def full_name(place: str, text: str) -> str:
    """柏洋敬老院 of 柏洋敬老院9月已完工: a place with the word for its thing right behind it."""
    house = HEADS.at(text, len(place)) if text.startswith(place) else None
    return place + house[0] if house and house[1] == "facility" else ""


def is_money_of_several(clause: Clause) -> bool:
    """东一路、纬三路的建设资金由城投公司融资3000万元解决: a sum of no one of them."""
    found = _THEIR_MONEY.match(clause.text, past_adverbs(clause.text))
    return found is not None and all(map(_is_a_thing, _PARTED.split(found[1])))


def adds_up(clause: Clause) -> bool:
    """合计投资6100万元, behind several works: one sum of them all, and of no one of them."""
    return len(clause.sums) == 1 and _ADDS_UP.match(clause.text) is not None


def _is_a_thing(name: str) -> bool:
    head = HEADS.before(name, len(name))
    return head is not None and head[1] == "facility" and len(name) > len(head[0])


def _goes_on(text: str, end: int) -> bool:
    """…改造|方案, …建设|的: the deed is but said of something else."""
    return HEADS.at(text, end) is not None or text.startswith(("的", "方案", "资金", "、"), end)
