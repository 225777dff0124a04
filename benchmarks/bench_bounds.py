"""What a text costs that is as large as one upload may be, in the kinds that take longest to read.

    DEBUG=1 .venv/bin/python -m benchmarks.bench_bounds             # all kinds
    DEBUG=1 .venv/bin/python -m benchmarks.bench_bounds "paragraphs alone"

Seconds of one processor from the bytes to the proposal once the tables are loaded, and memory at the
most with these, each kind in a process of its own. `benchmarks/pages/bounds.py` says what the kinds are.
"""

from __future__ import annotations

import resource
import sys
import time
from concurrent.futures import ProcessPoolExecutor
from datetime import date
from multiprocessing import get_context

from benchmarks.pages.bounds import KINDS, bound_page
from ingest.pipeline import propose
from ingest.readers.lines import pieces

DAY = date(2026, 12, 1)
NOTHING = "the tables alone"


def cost(kind: str) -> tuple[int, int, float, float]:
    """Characters, pieces, seconds and megabytes of a text of this kind."""
    propose("县里\n\n好".encode(), issue_date=DAY)
    text = "" if kind == NOTHING else bound_page(kind)
    data = text.encode()
    started = time.process_time()
    if data:
        propose(data, issue_date=DAY)
    seconds = time.process_time() - started
    memory = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
    return len(text), len(pieces(text)), seconds, memory


def main(kinds: list[str]) -> None:
    print(f"{'at the bounds':<36}{'characters':>11}{'pieces':>8}{'seconds':>9}{'MB':>6}")
    alone = ProcessPoolExecutor(1, get_context("spawn"), max_tasks_per_child=1)
    with alone:
        for kind in kinds:
            characters, number, seconds, memory = alone.submit(cost, kind).result()
            print(f"{kind:<36}{characters:>11}{number:>8}{seconds:>9.1f}{memory:>6.0f}", flush=True)


if __name__ == "__main__":
    main(sys.argv[1:] or [NOTHING, *KINDS])
