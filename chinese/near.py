"""What is nearly what was typed: one wrong character, or the same ones in another order."""

from __future__ import annotations

from collections.abc import Iterator

SHORTEST = 3  # of two characters one is half of the word, and turned round they are another word
SHORTEST_UNEVEN = 4  # that may have a character more or less


def near(typed: str, name: str) -> str:
    """The stretch of a name that is nearly what was typed, "" where there is none.

    >>> near("漆意产业园", "古陶漆艺产业园二期"), near("产业园漆艺", "古陶漆艺产业园二期")
    ('漆艺产业园', '漆艺产业园')
    >>> near("北京", "北关")
    ''
    """
    if len(typed) < SHORTEST or len(set(typed) - set(name)) > 1:
        return ""
    return next(_near(typed, name), "")


def _near(typed: str, name: str) -> Iterator[str]:
    even = list(_stretches(name, len(typed)))
    in_order = sorted(typed)
    yield from (one for one in even if one != typed and sorted(one) == in_order)
    yield from (one for one in even if _apart(one, typed) == 1)
    if len(typed) >= SHORTEST_UNEVEN:
        longer = _stretches(name, len(typed) + 1)
        yield from (one for one in longer if _is_one_longer(one, typed))
        shorter = _stretches(name, len(typed) - 1)
        yield from (one for one in shorter if _is_one_longer(typed, one))


def _stretches(name: str, length: int) -> Iterator[str]:
    return (name[at : at + length] for at in range(len(name) - length + 1))


def _apart(one: str, other: str) -> int:
    return sum(a != b for a, b in zip(one, other, strict=True))


def _is_one_longer(longer: str, shorter: str) -> bool:
    """Whether one character inside the longer makes the difference; at an end it makes none."""
    return any(longer[:at] + longer[at + 1 :] == shorter for at in range(1, len(longer) - 1))
