"""Headline stacks: which line of a run of short lines is banner, kicker, headline and deck.

By Chinese newspaper custom a 引题 stands above the 主题 and says who, where or why; the 副题
below it gives detail; the 主题 can stand alone. Without type sizes the shapes decide: every
reading of the run (banners, then kickers, a headline, decks) is scored by what its lines look
like in their roles; the share of the best one is its confidence.
"""

from __future__ import annotations

import math
from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from itertools import pairwise, product

from ingest.proposal import Role
from ingest.segmenting.broken import break_of, seam
from ingest.segmenting.titles import Title
from ingest.segmenting.weights import STACKS

LINES_READ, MOST_LINES = 8, 40
# How much likelier several stacks are than one where one stack cannot have so many lines.
APART = -2.0


@dataclass(frozen=True)
class Reading:
    """One role for each line of a run, and the share of belief in it; `score` is its weight."""

    roles: tuple[Role, ...]
    confidence: float = 1.0
    score: float = 0.0


def read_stack(titles: Sequence[Title], *, first_on_page: bool, repeated: set[str]) -> Reading:
    """The best reading of a run of short lines above a body text."""
    ahead = max(0, len(titles) - LINES_READ)
    lines = titles[ahead:]
    scored = [
        (score(features(lines, roles, first_on_page, repeated)), roles)
        for roles in readings(len(lines))
    ]
    best = max(scored)
    total = sum(math.exp(each - best[0]) for each, _ in scored)
    skipped = _roles(banner=ahead)
    return Reading((*skipped, *best[1]), 1 / total, best[0])


def parted(
    titles: Sequence[Title], *, first_on_page: bool, repeated: set[str], prices: Sequence[float]
) -> list[Sequence[Title]]:
    """The stacks in a run of short lines: two meet where the text between them stands elsewhere.

    `prices` say for each line but the first how much better two stacks must read that meet there.
    More lines than one stack can have are several stacks: a page may give out its headlines first.
    """
    if not 2 <= len(titles) <= MOST_LINES:
        return [titles]
    if len(titles) > LINES_READ:
        prices = [APART] * len(prices)
    best: list[tuple[float, list[Sequence[Title]]]] = [(0.0, [])]
    for end in range(1, len(titles) + 1):
        choices = []
        for start in range(max(0, end - LINES_READ), end):
            lines = titles[start:end]
            first = first_on_page and start == 0
            found = read_stack(lines, first_on_page=first, repeated=repeated)
            if "headline" in found.roles:
                value, before = best[start]
                price = prices[start - 1] if start else 0.0
                choices.append((value + found.score - price, [*before, lines]))
        best.append(max(choices, key=lambda each: each[0]) if choices else (-math.inf, []))
    return best[-1][1] or [titles]


def readings(count: int) -> list[tuple[Role, ...]]:
    """banner* kicker(0-2) headline(1-3) deck(0-2), every way to fill `count` lines."""
    found: list[tuple[Role, ...]] = [_roles(banner=count)]
    for kickers, headlines, decks in product((0, 1, 2), (1, 2, 3), (0, 1, 2)):
        banners = count - kickers - headlines - decks
        if banners >= 0:
            found.append(_roles(banner=banners, kicker=kickers, headline=headlines, deck=decks))
    return found


def _both_parallel(lines: Sequence[Title]) -> bool:
    """Whether two slogans stand over each other: the page's, and that of its first article."""
    return all(line.is_parallel for line in lines[:2])


def _roles(*, banner: int, kicker: int = 0, headline: int = 0, deck: int = 0) -> tuple[Role, ...]:
    counts: list[tuple[Role, int]] = [
        ("banner", banner),
        ("kicker", kicker),
        ("headline", headline),
        ("deck", deck),
    ]
    return tuple(role for role, number in counts for _ in range(number))


def score(found: Mapping[str, float], weights: dict[str, float] = STACKS) -> float:
    return sum(weights.get(name, 0.0) * number for name, number in found.items())


def features(
    lines: Sequence[Title], roles: tuple[Role, ...], first_on_page: bool, repeated: set[str]
) -> dict[str, float]:
    """What the lines look like in these roles: names of `role shape`, each with a number."""
    found: defaultdict[str, float] = defaultdict(float)
    headlines = [line for line, role in zip(lines, roles, strict=True) if role == "headline"]
    head = headlines[0] if headlines else None
    for place, (line, role) in enumerate(zip(lines, roles, strict=True)):
        share = 1 / len(headlines) if role == "headline" else 1.0
        for shape, number in line.shapes.items():
            found[f"{role} {shape}"] += number * share
        found["unsaid"] += role != "kicker" and line.hands_over and line is not lines[-1]
        if role == "banner":
            named = line.names_page or not line.has_digits
            over_page = first_on_page and place == 0 and named
            found["banner first"] += over_page
            found["banner first slogan"] += over_page and line.is_parallel
            over_stack = over_page and head is not None and len(lines) > 2
            found["banner first, stack"] += over_stack
            found["banner first, over slogan"] += over_stack and _both_parallel(lines)
            found["banner repeated"] += line.text in repeated and not line.is_organisation
            found["banner column, headline"] += line.column_shape > 0 and head is not None
        elif head and role in ("kicker", "deck"):
            ratio = math.log(line.length / head.length) if head.length and line.length else 0.0
            found[f"{role} longer"] += max(0.0, min(1.0, ratio))
            found[f"{role} shorter"] += max(0.0, min(1.5, -ratio))
            found[f"{role} as long"] += line.length == head.length
            found[f"{role} plain, headline vivid"] += line.is_plain and head.is_vivid
            found[f"{role} counts, headline scene"] += line.opens_with_count and head.is_scene
            found[f"{role} measures, headline event"] += line.has_measures and head.is_event
    for (upper, lower), pair in zip(pairwise(lines), pairwise(roles), strict=True):
        if pair == ("headline", "headline"):
            for shape, number in (seam(upper, lower) | break_of(upper, lower)).items():
                found[f"broken headline{shape}"] += number
    found["headline bracketed"] = float(len(headlines) == 1 and headlines[0].is_bracketed)
    found["second kicker"] += max(0, roles.count("kicker") - 1)
    found["second deck"] += max(0, roles.count("deck") - 1)
    found["third headline"] += max(0, len(headlines) - 2)
    found["no headline"] += not headlines
    return found
