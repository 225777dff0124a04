"""Amounts in the text that are none: damaged print, which a person must see. Pure."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from chinese.finds import Amount
from chinese.folding import fold_characters
from chinese.money import find_money
from ingest.desk.draft import HEADS, Doc

_DIGIT = re.compile(r"[0-9]")
# 上亿元, 过亿元: an honest word, not a lost figure.
_VAGUE = re.compile(r"[上过数几超近破百千]$")
# A figure goes on before what was read of it: 3,.5亿元, O.5亿元, 3。5亿元.
_TORN = re.compile(r"[0-9OoIl][.,。]+$")


@dataclass(frozen=True)
class Unreadable:
    """One amount that cannot be read: `text` as printed, and where it stands.

    `target` is the id of its part, or of its article for a head; `number` counts the paragraphs
    of an article from 1, and is None for what is no paragraph; `article` is None in leftovers.
    """

    text: str
    target: str
    article: str | None = None
    headline: str = ""
    number: int | None = None


def unreadable_amounts(doc: Doc) -> list[Unreadable]:
    """Every amount of the document that is damaged, in the order of the text."""
    return [
        Unreadable(text, target, article, headline, number)
        for target, article, headline, number, line in _lines(doc)
        for text in damaged(line)
    ]


def damaged(text: str) -> list[str]:
    """The amounts of a text that are none, as printed, each with what belongs to it before."""
    plain = fold_characters(text)
    found = []
    for amount in find_money(text):
        torn = _TORN.search(plain, 0, amount.start)
        if torn or _is_damaged(amount, plain[: amount.start]):
            found.append(text[torn.start() if torn else amount.start : amount.end])
    return found


def _is_damaged(amount: Amount, before: str) -> bool:
    """Damaged, not merely vague: 十几万元 and 上亿元 are honest words."""
    if amount.value is not None or amount.currency != "CNY":
        return False
    if _DIGIT.search(fold_characters(amount.text)):
        return True
    lost = amount.reason == "a unit without a figure" and amount.measure != "none"
    return lost and not _VAGUE.search(before)


def _lines(doc: Doc) -> Iterator[tuple[str, str | None, str, int | None, str]]:
    for article in doc["articles"]:
        identity, headline = article["id"], article["headline"]
        for head in HEADS:
            yield identity, identity, headline, None, article[head]
        number = 0
        for part in article["parts"]:
            number += part["kind"] == "paragraph"
            place = number if part["kind"] == "paragraph" else None
            yield part["id"], identity, headline, place, part["text"]
    for part in doc["loose"]:
        yield part["id"], None, "", None, part["text"]
