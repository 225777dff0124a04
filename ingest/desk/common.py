"""What every step on the desk stands on: finding things by id, reading form values, quotes."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from datetime import date
from decimal import Decimal, InvalidOperation
from difflib import SequenceMatcher
from typing import Any

from ingest.desk.draft import HEADS, Doc, milestones_of

Values = Mapping[str, Any]
ALIKE = 0.5
LEADING_TO_A_DAY = re.compile("^[到至在于](?![迟期])")
SENTENCE = re.compile(r"[^。！？!?]+[。！？!?]*[”’」』]*")


class EditError(ValueError):
    """A step that cannot be done. `code` says why, `value` what it stumbled over."""

    def __init__(self, code: str, value: str = "") -> None:
        self.code, self.value = code, value
        super().__init__(f"{code}: {value}")


def find(items: list[Doc], identity: Any) -> Doc:
    for item in items:
        if item["id"] == identity:
            return item
    raise EditError("gone", str(identity))


def article_of(doc: Doc, part_id: Any) -> tuple[Doc, int]:
    """The article that holds a part, and the part's place in it."""
    for article in doc["articles"]:
        for index, each in enumerate(article["parts"]):
            if each["id"] == part_id:
                return article, index
    raise EditError("gone", str(part_id))


def new_id(doc: Doc, letter: str) -> str:
    parts = [each for article in doc["articles"] for each in article["parts"]]
    taken = [
        int(each["id"][1:])
        for each in (*doc["articles"], *doc["facts"], *doc["loose"], *parts)
        if each["id"].startswith(letter)
    ]
    return f"{letter}{max(taken, default=0) + 1}"


# Quotes follow the text they stand in.


def article_lines(article: Doc) -> list[str]:
    """The lines of the article as `Article.plain` will have them, heads included."""
    heads = [article[head] for head in HEADS]
    found = map(one_line, [*heads, *(each["text"] for each in article["parts"])])
    return [text for text in found if text]


def sentences(article: Doc) -> list[str]:
    return [each.strip() for text in article_lines(article) for each in SENTENCE.findall(text)]


def stands(article: Doc, quote: str) -> bool:
    return any(quote in text for text in article_lines(article))


def term_sentence(fact: Doc) -> str:
    """The sentence that tells the stage of a fact, or its term."""
    found: str = (fact.get("term") or {}).get("quote") or fact["quote"]
    return found


def day_words(due_text: str | None) -> str:
    """What of a due date is emphasised: 12月10日前 of 到12月10日前."""
    return LEADING_TO_A_DAY.sub("", due_text or "")


def quoting(fact: Doc) -> list[Doc]:
    """The fact and what of it another sentence says (sums, capacities, stages and dates)."""
    said = [*(fact.get("investments") or ()), *(fact.get("capacities") or ())]
    said += [fact.get("term") or {}, *milestones_of(fact)]
    return [fact, *(each for each in said if each.get("quote"))]


def follow_quotes(doc: Doc, article: Doc) -> None:
    """A corrected sentence takes its facts along; one that is gone keeps its old quote."""
    fresh = sentences(article)
    own = [fact for fact in doc["facts"] if fact["article"] == article["id"]]
    for each in (each for fact in own for each in quoting(fact)):
        if not stands(article, each["quote"]):
            nearest = max(fresh, key=lambda text: likeness(text, each["quote"]), default="")
            if nearest and likeness(nearest, each["quote"]) >= ALIKE:
                each["quote"] = nearest


def lost_quotes(fact: Doc, article: Doc | None) -> list[str]:
    """The sentences of a fact that do not stand in its article any more."""
    return [
        each["quote"]
        for each in quoting(fact)
        if article is None or not stands(article, each["quote"])
    ]


def findings_move(doc: Doc, article: Doc, other: Doc) -> None:
    """What was found in a text that left one article for another goes with it: facts whose
    sentence left, departments that are named there. One that both name stands in both."""
    for fact in doc["facts"]:
        gone = fact["article"] == article["id"] and not stands(article, fact["quote"])
        if gone and stands(other, fact["quote"]):
            fact["article"] = other["id"]
    for each in [each for each in article["departments"] if names(other, each["printed"])]:
        add_departments(other, [each])
        if not names(article, each["printed"]):
            article["departments"].remove(each)


def names(article: Doc, printed: str) -> bool:
    """Whether a name is printed anywhere in an article, dateline and byline included."""
    lines = [*article_lines(article), article["dateline"], article["byline"]]
    return any(printed in (line or "") for line in lines)


def add_departments(article: Doc, found: Iterable[Doc]) -> None:
    """Departments that an article names too. What was decided of one that it has already stands,
    and 水利局 is none beside 县水利局."""
    for each in found:
        if not any(each["printed"] in own["printed"] for own in article["departments"]):
            article["departments"].append(dict(each))


def likeness(one: str, other: str) -> float:
    return SequenceMatcher(None, one, other, autojunk=False).ratio()


# Values of a form.


def one_line(value: Any) -> str:
    return " ".join(str(value or "").split())


def whole_number(value: Any) -> int:
    try:
        return int(value)
    except (TypeError, ValueError):
        raise EditError("no_number", str(value)) from None


def exact_number(value: Any) -> str | None:
    if not (text := one_line(value).replace(",", "")):
        return None
    try:
        number = Decimal(text)
    except InvalidOperation:
        raise EditError("no_number", text) from None
    if not number.is_finite() or abs(number) >= Decimal("1e13"):
        raise EditError("no_number", text)
    return f"{number:f}"


def day(value: Any) -> str | None:
    if not (text := one_line(value)):
        return None
    try:
        return date.fromisoformat(text).isoformat()
    except ValueError:
        raise EditError("no_date", text) from None


def one_of(value: Any, allowed: tuple[str, ...]) -> str:
    text = one_line(value)
    if text and text not in allowed:
        raise EditError("unknown_kind", text)
    return text
