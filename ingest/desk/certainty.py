"""Whether a project of the page is surely the one that the ledger has under the same name. Pure.

A name alone is no certainty: many villages have a 烘干塔, and two works of one name are told
apart by where they stand and what they cost.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from decimal import Decimal

from chinese.money import find_money, money_text
from ingest.desk.draft import Doc
from ingest.extraction.words.nameable import is_common, is_of_the_county

# Two figures of one sum, one of them rounded: 1.3亿元 and 12980万元.
ROUNDED = Decimal("0.05")
_NEW = re.compile("^[新老旧]")
_ABOVE_TOWNS = re.compile("^.*?[县市区](?=..)")
_TOWN = re.compile(".+?(?:乡|镇|街道)")
_VILLAGE = re.compile("(?:.*(?:乡|镇|街道))?(.+?(?:村|社区))")


@dataclass(frozen=True)
class Candidate:
    """A project of the ledger; `totals` are all total sums ever told of it, the newest first."""

    uid: str
    name: str
    place: str = ""
    totals: Sequence[Decimal] = ()


def why_uncertain(fact: Doc, candidate: Candidate) -> Doc | None:
    """{"why", "here", "there"} where the same name may mean another work; else None.

    `why` is "place", "sum" or "common"; `here` is what the page says, `there` what the ledger has.
    """
    if places := _other_place(fact["place"] or "", candidate.place):
        return {"why": "place", "here": places[0], "there": places[1]}
    if sums := _other_sum(fact, candidate.totals):
        return {"why": "sum", "here": sums[0], "there": sums[1]}
    if is_bare(fact["name"]):
        return {"why": "common", "here": "", "there": ""}
    return None


def is_bare(name: str) -> bool:
    """烘干塔, 新院区: a word for a kind of thing. The county has but one 县医院."""
    rest = _NEW.sub("", name)
    return (is_common(name) or is_common(rest)) and not is_of_the_county(name)


def _other_place(here: str, there: str) -> tuple[str, str] | None:
    """Two towns, or two villages of one town; what is told less exactly contradicts nothing."""
    own, other = _ABOVE_TOWNS.sub("", here), _ABOVE_TOWNS.sub("", there)
    for unit, group in ((_TOWN, 0), (_VILLAGE, 1)):
        one, two = unit.match(own), unit.match(other)
        if one and two and not _same_place(one[group], two[group]):
            return here, there
    return None


def _same_place(one: str, other: str) -> bool:
    return one.endswith(other) or other.endswith(one)


def _other_sum(fact: Doc, totals: Sequence[Decimal]) -> tuple[str, str] | None:
    """No total of the page is near one that the ledger ever had, nor does the page print that
    one too: 由2600万元调整为3150万元."""
    own = [
        each
        for each in fact["investments"]
        if each["measure"] == "total" and each["amount"] is not None
    ]
    if not own or not totals:
        return None
    told = {Decimal(each["amount"]) for each in own} | set(_printed(fact))
    if any(_near(one, total) for one in told for total in totals):
        return None
    return own[0]["text"] or money_text(Decimal(own[0]["amount"])), money_text(totals[0])


def _printed(fact: Doc) -> Iterator[Decimal]:
    """Every sum in the sentences of a fact, whatever it is of."""
    quotes = {fact["quote"], *(each.get("quote") or "" for each in fact["investments"])}
    for quote in quotes:
        yield from (each.value for each in find_money(quote) if each.value is not None)


def _near(one: Decimal, other: Decimal) -> bool:
    return abs(one - other) <= ROUNDED * max(one, other)
