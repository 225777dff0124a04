"""The words that a reviewer selected for a new fact, each where it fits in the form."""

from __future__ import annotations

from dataclasses import dataclass

from chinese.folding import fold_characters
from chinese.measures import measure_of
from chinese.money import find_money
from ingest.desk.common import one_line
from ingest.extraction.names.departments import bodies, is_in_a_building
from ingest.proposal import MEASURES, Known


@dataclass(frozen=True)
class Chosen:
    name: str = ""
    amount: str = ""
    measure: str = "total"
    department: str = ""


def chosen(text: str, sentence: str, known: Known) -> Chosen:
    """A sum, a department, or else a name; what a sum measures is read from its sentence."""
    text = one_line(text)
    if len(sums := find_money(text)) == 1:
        return Chosen(amount=sums[0].text, measure=_measure(sums[0].text, text, sentence))
    if known.department(text) or (bodies([text], {}) == [text] and not is_in_a_building(text)):
        return Chosen(department=text)
    return Chosen(name=text)


def _measure(amount: str, text: str, sentence: str) -> str:
    at = max(sentence.find(text), 0) + text.find(amount)
    around = sentence if sentence.startswith(amount, at) else text
    start = around.find(amount, at if around is sentence else 0)
    measure = measure_of(fold_characters(around), start, start + len(amount))
    return measure if measure in MEASURES else "total"
