"""Where the facts of an article stand in its text, for tint and underline."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from itertools import pairwise

from ingest.desk.common import day_words, term_sentence
from ingest.desk.draft import Doc, is_step, milestones_of


@dataclass(frozen=True)
class Mark:
    """A stretch of a part's text that says something: characters `start` to `end`."""

    start: int
    end: int
    kind: str
    fact: str


@dataclass(frozen=True)
class Stretch:
    """A run of text as it is shown: plain, or one mark; `seam` is a join before its text."""

    text: str
    kind: str = ""
    fact: str = ""
    seam: bool = False


def marks(text: str, facts: Iterable[Doc], departments: Iterable[Doc]) -> list[Mark]:
    """Every figure, date, name and promise that stands in the text; none overlaps another."""
    found = [mark for fact in facts for mark in _of_fact(text, fact)]
    for each in departments:
        at = text.find(each["printed"])
        if each["use"] and at >= 0:
            found.append(Mark(at, at + len(each["printed"]), "department", each["printed"]))
    return _apart(found)


def _of_fact(text: str, fact: Doc) -> Iterator[Mark]:
    for kind, words, quote in _words(fact):
        begin = text.find(quote) if words and quote else -1
        at = text.find(words, begin, begin + len(quote)) if begin >= 0 and words else -1
        if words and at >= 0:
            yield Mark(at, at + len(words), kind, fact["id"])


def _words(fact: Doc) -> Iterator[tuple[str, str | None, str]]:
    """(kind, printed words, the sentence they stand in)."""
    quote = fact["quote"]
    if fact["kind"] == "project":
        yield "project", fact["name"], quote
        for said in fact["investments"]:
            yield "money", said["text"], said.get("quote") or quote
        for size in fact["capacities"]:
            yield "target", size["text"], size.get("quote") or quote
    elif fact["kind"] == "target":
        kind = "step" if is_step(fact) else "target"
        yield kind, fact["text"] or fact["indicator"], quote
    else:
        yield "money", fact["text"], quote
    yield "due", day_words(fact.get("due_text")), term_sentence(fact)
    for each in milestones_of(fact):
        yield "due", day_words(each["due_text"]), each["quote"] or quote


def _apart(found: list[Mark]) -> list[Mark]:
    """Of marks that overlap the first stays, of two that begin together the longer."""
    kept: list[Mark] = []
    for mark in sorted(found, key=lambda mark: (mark.start, -mark.end)):
        if not kept or mark.start >= kept[-1].end:
            kept.append(mark)
    return kept


def stretches(text: str, found: list[Mark], seam: int | None = None) -> list[Stretch]:
    """The text cut into what is marked and what is not, with the seam of a join between."""
    cuts = {0, len(text)} | {at for mark in found for at in (mark.start, mark.end)}
    if seam:
        cuts.add(seam)
    places = sorted(cuts)
    return [_stretch(text[start:end], start, found, seam) for start, end in pairwise(places)]


def _stretch(text: str, start: int, found: list[Mark], seam: int | None) -> Stretch:
    at_seam = seam is not None and start == seam
    for mark in found:
        if mark.start <= start < mark.end:
            return Stretch(text, mark.kind, mark.fact, at_seam)
    return Stretch(text, seam=at_seam)
