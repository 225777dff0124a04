"""Headline stacks: which line of a run of short lines is banner, kicker, headline and deck.

By Chinese newspaper custom a 引题 stands above the 主题 and says who, where or why; the 副题
below it gives detail; the 主题 can stand alone. Without type sizes the shapes decide: every
reading of the run (banners, then at most one kicker, a headline, decks) is scored, the best
taken; the lead over the second best gives the confidence.
"""

from __future__ import annotations

import math
from collections.abc import Sequence
from dataclasses import dataclass

from ingest.proposal import Role
from ingest.segmenting.titles import Title

LINES_READ = 8


@dataclass(frozen=True)
class Reading:
    """One role for each line of a run, and how well they fit."""

    roles: tuple[Role, ...]
    score: float
    confidence: float = 1.0


def read_stack(titles: Sequence[Title], *, first_on_page: bool, repeated: set[str]) -> Reading:
    """The best reading of a run of short lines above a body text."""
    ahead = max(0, len(titles) - LINES_READ)
    lines = titles[ahead:]
    readings = [
        Reading(roles, _score(lines, roles, first_on_page=first_on_page, repeated=repeated))
        for roles in _readings(len(lines))
    ]
    readings.sort(key=lambda reading: -reading.score)
    best = readings[0]
    lead = best.score - readings[1].score if len(readings) > 1 else 3.0
    return Reading(("banner",) * ahead + best.roles, best.score, 1 / (1 + math.exp(-1.5 * lead)))


def _readings(count: int) -> list[tuple[Role, ...]]:
    """banner* kicker? headline(1-2) deck(0-2), every way to fill `count` lines."""
    found: list[tuple[Role, ...]] = []
    for kickers in (0, 1, 2):
        for headlines in (1, 2):
            for decks in (0, 1, 2):
                banners = count - kickers - headlines - decks
                if banners >= 0:
                    found.append(
                        ("banner",) * banners
                        + ("kicker",) * kickers
                        + ("headline",) * headlines
                        + ("deck",) * decks
                    )
    found.append(("banner",) * count)
    return found


def _score(
    lines: Sequence[Title], roles: tuple[Role, ...], *, first_on_page: bool, repeated: set[str]
) -> float:
    if "headline" not in roles:
        return sum(line.column for line in lines) - 3.0 * len(lines)
    headlines = [line for line, role in zip(lines, roles, strict=True) if role == "headline"]
    total = 0.0
    for place, (line, role) in enumerate(zip(lines, roles, strict=True)):
        if role == "banner":
            total += line.column + 0.8 * (first_on_page and place == 0)
            total += 2.0 * (line.text in repeated and not line.is_organisation)
        elif role == "kicker":
            total += _as_kicker(line, headlines[0])
        elif role == "headline":
            total += _as_headline(line) / len(headlines)
        else:
            total += _as_deck(line, headlines[0])
    if len(headlines) == 2:
        total += _as_two_lines(*headlines)
    if roles.count("kicker") == 2:
        total -= 1.5
    if roles.count("deck") == 2:
        total -= 0.7
    return total


def _as_kicker(line: Title, headline: Title) -> float:
    score = 0.3
    if line.is_organisation:
        score += 3.0
    if line.text.endswith(("：", "…")):
        score += 1.0
    if line.is_parallel and not headline.is_parallel:
        score += 0.6
    if line.length <= headline.length:
        score += 0.4
    score -= 4.0 * line.is_dashed + 0.8 * (line.states > headline.states)
    score -= max(0.0, line.column)
    return score


def _as_headline(line: Title) -> float:
    score = 0.5 + line.states
    score -= 3.0 * line.is_organisation + 5.0 * line.is_dashed + 0.5 * max(0.0, line.column)
    if line.length > 26:
        score -= 0.06 * (line.length - 26)
    if line.length < 4:
        score -= 1.0
    return score


def _as_deck(line: Title, headline: Title) -> float:
    score = -0.1 + 6.0 * line.is_dashed + 0.5 * line.has_detail
    if line.length > headline.length:
        score += 0.6 + 0.04 * min(20, line.length - headline.length)
    else:
        score -= 0.5
    score -= 2.5 * line.is_organisation
    if headline.is_parallel and not line.is_parallel:
        score += 0.2
    score -= 0.8 * max(0.0, line.column)
    return score


def _as_two_lines(first: Title, second: Title) -> float:
    """A headline broken over two lines: neither half stands alone, a word crosses the break."""
    from ingest.ordering.seams import word_gain

    gain, word = word_gain(first.language, first.text, second.text)
    score = -2.2
    if word and gain > 3:
        score += 1.6
    if first.text[-1:] in "的和与及在将为把被对从向让、，":
        score += 1.6
    if first.is_organisation or second.is_dashed:
        score -= 3.0
    return score
