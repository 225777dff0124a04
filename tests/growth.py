"""How the time of a reader grows with what it is given: measured side by side, never in seconds.

A bound in seconds fails on a slow or busy machine and says nothing on a fast one. How many times
longer four times as much takes is the same on both: four times where time grows with the length,
sixteen times where it grows with the square.
"""

from __future__ import annotations

import gc
import time
from collections.abc import Callable
from itertools import count

# Between four and sixteen, nearer to four: a table that is searched by halves grows a little faster.
MOST = 8.0
TIMES = 4
TRIES = 4
# What takes less is lost in what the clock cannot tell apart.
LEAST = 0.02


def growth(run: Callable[[int], object], size: int) -> float:
    """How many times longer `run(size)` takes than `run(size // 4)`: the least of a few tries.

    Other programs only make a try look worse than the reader is, so the first good one will do.
    What `run` prepares counts too, and it must not keep what it has once read.
    """
    run(size // TIMES)  # tables are loaded before the clock starts
    least = float("inf")
    for _ in range(TRIES):
        least = min(least, _seconds(run, size) / max(LEAST, _seconds(run, size // TIMES)))
        if least < MOST:
            break
    return least


def growth_with_length(
    read: Callable[[str], object], text: Callable[[int], str], length: int
) -> float:
    """`growth` of a reader over texts of these lengths, none of them read twice.

    Readers keep the figures of the last texts; full stops at the end make each a new one.
    """
    stops = count(1)
    return growth(lambda size: read(text(size) + "。" * next(stops)), length)


def _seconds(run: Callable[[int], object], size: int) -> float:
    gc.collect()
    started = time.process_time()
    run(size)
    return time.process_time() - started
