"""Whether the sentences of a fact say its figures, whoever set them: the machine or a person."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date
from decimal import Decimal
from typing import NamedTuple

from chinese.dates import find_dates
from chinese.finds import Amount
from chinese.money import find_money, money_text
from chinese.quantities import find_quantities
from chinese.said import day_in, quantity_in, sum_in
from ingest.desk.common import article_lines, quoting, sentences
from ingest.desk.draft import Doc


class Unsaid(NamedTuple):
    """A figure that the sentence of its fact does not say: its kind (sum, value or due), and
    what the sentence says instead."""

    fact: Doc
    kind: str
    typed: str
    said: str


def unsaid(doc: Doc) -> Iterator[Unsaid]:
    """The figures of a document that do not stand in their sentences."""
    articles = {each["id"]: each for each in doc["articles"]}
    issued = ((doc.get("folio") or {}).get("given") or {}).get("day")
    for fact in doc["facts"]:
        article = articles.get(fact["article"])
        if article is None:
            continue  # its sentence is lost altogether
        for said in [fact] if fact["kind"] == "statement" else fact.get("investments") or []:
            yield from _sum(fact, said)
        if fact["kind"] == "target" and fact["value"] is not None:
            yield from _value(fact)
        yield from _due(fact, article, issued)


def _sum(fact: Doc, said: Doc) -> Iterator[Unsaid]:
    quote = said.get("quote") or fact["quote"]
    if said["amount"] is None or said["currency"] != "CNY" or _stands(said, quote):
        return
    typed = money_text(Decimal(said["amount"]), _number(said["amount_to"]))
    yield Unsaid(fact, "sum", typed, _listed(find_money(quote)))


def _stands(said: Doc, quote: str) -> bool:
    if sum_in(quote, Decimal(said["amount"]), _number(said["amount_to"])):
        return True
    return _is_cell(said["text"] or "", quote)


def _is_cell(text: str, quote: str) -> bool:
    """A bare figure of a table: its unit stands over the column, out of the row's sight."""
    bare = re.fullmatch(r"[0-9][0-9,.]*", text)
    return bool(bare and re.search(rf"(?<![0-9.,]){re.escape(text)}(?![0-9.,百千万亿元])", quote))


def _value(fact: Doc) -> Iterator[Unsaid]:
    value, unit, quote = Decimal(fact["value"]), fact["unit"] or "", fact["quote"]
    if quantity_in(quote, value, unit) is None:
        said = _listed([*find_quantities(quote), *find_money(quote)])
        yield Unsaid(fact, "value", f"{value.normalize():f}{unit}", said)


def _due(fact: Doc, article: Doc, issued: str | None) -> Iterator[Unsaid]:
    """A term that a person set: the machine reads headings and years around it as well."""
    if not (issued and fact.get("due_on") and fact.get("due_typed")):
        return
    words, day, printed = fact["due_text"], _day(fact["due_on"]), _day(issued)
    quotes = [each["quote"] for each in quoting(fact)]
    telling = [line for line in article_lines(article) if words and words in line]
    if not any(day_in(text, day, printed) for text in (*quotes, *telling)):
        read = [each.last.isoformat() for each in find_dates(quotes[0], printed) if each.last]
        yield Unsaid(fact, "due", fact["due_on"], "、".join(read))


def _listed(found: list[Amount]) -> str:
    return "、".join(each.text for each in found)


def _day(text: str) -> date:
    return date.fromisoformat(text)


def _number(text: str | None) -> Decimal | None:
    return None if text is None else Decimal(text)


def take_printed_sum(doc: Doc, fact: Doc, said: Doc) -> None:
    """A typed sum takes the form in which its sentence, or another of its article, prints it."""
    if said["amount"] is None:
        return
    own = said.get("quote") or fact["quote"]
    article = next((each for each in doc["articles"] if each["id"] == fact["article"]), None)
    for sentence in (own, *(sentences(article) if article else ())):
        found = sum_in(sentence, Decimal(said["amount"]), _number(said["amount_to"]))
        if found:
            said |= {"text": found.text, "comparator": found.comparator}
            if sentence != own:
                said["quote"] = sentence
            return


def take_printed_value(fact: Doc) -> None:
    """A typed value takes the form in which the sentence prints it, if it does."""
    if fact["kind"] == "target" and fact["value"] is not None:
        found = quantity_in(fact["quote"], Decimal(fact["value"]), fact["unit"] or "")
        fact["text"] = found.text if found else None


def drop_gone_capacities(doc: Doc, article: Doc) -> None:
    """A size that the corrected text does not print any more goes with its words."""
    for fact in doc["facts"]:
        if fact["article"] == article["id"] and fact.get("capacities"):
            fact["capacities"] = [
                each
                for each in fact["capacities"]
                if (each["text"] or "") in (each.get("quote") or fact["quote"])
            ]
