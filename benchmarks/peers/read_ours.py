"""`chinese` in the form that the peers are read in."""

from __future__ import annotations

import sys
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parents[2]))

from benchmarks.peers.protocol import Find, Reader, serve
from chinese.finds import Amount


def prepare(kind: str) -> Reader:
    """Only what the kind needs is loaded: each is measured alone."""
    if kind == "money":
        from chinese.money import find_money

        return lambda text, day: _amounts(find_money(text))
    if kind == "dates":
        from chinese.dates import find_dates

        return lambda text, day: [
            {"start": each.start, "end": each.end, "days": [each.last.isoformat()]}
            for each in find_dates(text, day)
            if each.last
        ]
    from chinese.quantities import find_quantities

    counted = ("count", "times")
    return lambda text, day: _amounts(
        [each for each in find_quantities(text) if (each.kind in counted) == (kind == "counts")]
    )


def _amounts(found: list[Amount]) -> list[Find]:
    return [
        {
            "start": each.start,
            "end": each.end,
            "values": [str(value) for value in (each.value, each.value_to) if value is not None],
            "loose": False,
        }
        for each in found
        if each.value is not None
    ]


if __name__ == "__main__":
    serve(prepare)
