"""The day of a stage that is reported, as the desk shows it and the ledger gets it. Pure."""

from __future__ import annotations

from datetime import date
from typing import NamedTuple

from ingest.desk.common import term_sentence
from ingest.desk.draft import Doc
from ingest.extraction.works.stage_days import as_exactly, day_of_stage, last_day


class Reached(NamedTuple):
    """`is_told`: print gives the stage a day, else it is as old as the report. `exactly` is
    2026年8月 where print knows no more, and `mark` how the sentence prints the day."""

    day: date
    is_told: bool = False
    exactly: str = ""
    mark: str = ""


def reached(fact: Doc, issued: date) -> Reached:
    """The day that the sentence prints, else the one that the article tells elsewhere."""
    if printed := day_of_stage(term_sentence(fact), fact["stage"], issued):
        return Reached(last_day(printed, issued), True, as_exactly(printed), printed.text)
    if told := fact.get("reached_on"):
        return Reached(date.fromisoformat(told), True)
    return Reached(issued)
