"""In which order the strips of a page come out: nearly as they are read, or mostly not."""

from __future__ import annotations

import random
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from benchmarks.pages.typeset import Block

STRAY = 36


def mild(strips: list[list[list[Block]]], chance: random.Random) -> list[list[Block]]:
    """Articles one after another; a few columns stand elsewhere: a tenth of the cuts displaced."""
    order = [strip for article in strips for strip in article]
    order = _displaced(order, strips, 0.035, chance)
    return _strayed(order, strips, 0.12, chance)


def hard(strips: list[list[list[Block]]], chance: random.Random) -> list[list[Block]]:
    """Neighbours interleaved, columns and heads elsewhere: half of the cuts displaced."""
    order: list[list[Block]] = []
    waiting = [list(article) for article in strips]
    while waiting:
        group = [waiting.pop(0) for _ in range(min(len(waiting), chance.choice([1, 1, 2, 2, 3])))]
        if chance.random() < 0.5:
            for article in group:
                order += article
            continue
        while any(group):
            for article in group:
                taken = chance.choice([1, 1, 2])
                order += article[:taken]
                del article[:taken]
    order = _displaced(order, strips, chance.uniform(0.12, 0.34), chance)
    order = _strayed(order, strips, 0.3, chance)
    for article in strips:
        if article[0] and chance.random() < 0.1:
            _move(order, article[0], chance)
    return order


def _displaced(
    order: list[list[Block]], strips: list[list[list[Block]]], share: float, chance: random.Random
) -> list[list[Block]]:
    columns = [column for article in strips for column in article[2:]]
    for column in columns:
        if chance.random() < share:
            _move(order, column, chance)
    return order


def _strayed(
    order: list[list[Block]], strips: list[list[list[Block]]], share: float, chance: random.Random
) -> list[list[Block]]:
    """Last lines of a paragraph, set over the next column, come out under another headline."""
    for number, article in enumerate(strips):
        others = [each[0] for n, each in enumerate(strips) if n != number and each[0]]
        for column in article[2:]:
            short = len(column) > 1 and column[0].fragment and len(column[0].text) <= STRAY
            if not others or not short or chance.random() > share:
                continue
            below = next((each[0] for each in strips[number + 1 :] if each[0]), others[0])
            under = below if chance.random() < 0.5 else chance.choice(others)
            at = next(n for n, each in enumerate(order) if each is under)
            order.insert(at + 1, [column.pop(0)])
    return order


def _move(order: list[list[Block]], strip: list[Block], chance: random.Random) -> None:
    """Give a strip out at another place: somewhere near, or after any other strip."""
    at = next(number for number, each in enumerate(order) if each is strip)
    del order[at]
    near = chance.random() < 0.6
    reach = range(max(1, at - 5), min(len(order), at + 5) + 1) if near else range(1, len(order) + 1)
    order.insert(chance.choice(list(reach)), strip)
