"""What teaches the networks of `works_learning` which dates promise an event, and in which words.

A reading tells an event in few words (正式名单公布), not always in those of the print (4月2日公布正式名单).
Its date is the one that is due on its day; its words are the stretch beside the date most alike,
and a second one if the two are more so (检测报告将于3月5日前公示).
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Any

from benchmarks.scoring import _readings
from chinese.folding import fold
from ingest.extraction.learned import network as run
from ingest.extraction.learned.dated import LONGEST, beside_date
from ingest.extraction.learned.words import Text, is_figure, term_of
from ingest.measuring import ALIKE, dice

EVENT, NONE, EITHER = 1, 0, -1
_AS_LONG = 8  # characters more than the reading has
_FURTHER = 0.002  # a word further off
_MORE_ALIKE = 0.15  # with a second stretch

Item = dict[str, Any]


@dataclass
class Day:
    """A date that may be due, whether an event is promised for it, and which words tell it."""

    at: int
    label: int
    beside: list[int]
    told: list[int]


def days(text: Text, targets: Sequence[Item]) -> list[Day]:
    """The dates of a passage, with the events of its reading."""
    found = [
        Day(at, NONE, list(beside_date(text.words, at)), [])
        for at, word in enumerate(text.words) if is_figure(word, run.TERM)
    ]  # fmt: skip
    for target in targets:
        if target.get("value") is None:
            _mark(text, found, target)
    return found


def _mark(text: Text, found: Sequence[Day], event: Item) -> None:
    """Marks the date of an event, that whose words are most alike."""
    wanted = [str(each) for each in _readings(event, "due_on")]
    told = fold(event["indicator"]).text
    best: tuple[float, Day, list[int]] | None = None
    for day in found:
        term = term_of(text.words[day.at])
        if day.label == EVENT or term is None or str(term.find.due_on) not in wanted:
            continue
        likeness, words = _alike(text, day, told)
        if best is None or likeness > best[0]:
            best = likeness, day, words
    if best:
        likeness, day, words = best
        day.label = EITHER if event.get("borderline") else EVENT
        day.told = words if likeness >= ALIKE else []


def _alike(text: Text, day: Day, told: str) -> tuple[float, list[int]]:
    """The words beside a date that are most like what the reading tells, in one or two stretches."""
    runs = [*_runs(text, day, told)]
    if not runs:
        return 0.0, []
    likeness, first = max(runs, key=lambda each: each[0])
    both = (sorted(first + other) for _, other in runs if not set(first) & set(other))
    found = [(dice(_print(text, words), told), words) for words in both]
    more, words = max(found, key=lambda each: each[0], default=(0.0, []))
    return (more, words) if more >= likeness + _MORE_ALIKE else (likeness, first)


def _print(text: Text, words: Sequence[int]) -> str:
    return "".join(text.print_of(text.words[at]) for at in words)


def _runs(text: Text, day: Day, told: str) -> Iterator[tuple[float, list[int]]]:
    """How much each stretch beside a date is like what the reading tells."""
    for first in range(len(day.beside)):
        printed = ""
        for last in range(first, min(len(day.beside), first + LONGEST)):
            printed += text.print_of(text.words[day.beside[last]])
            if len(printed) > len(told) + _AS_LONG:
                break
            away = abs(day.beside[first] - day.at) * _FURTHER
            yield dice(printed, told) - away, day.beside[first : last + 1]
