"""A reader of facts as a program of its own: JSON lines in, JSON lines out.

In: one `{"text", "date"}` a line; the first is read before the clock starts, so that what a reader
loads or compiles on first use counts as its start-up. Out: for each line but the first
`{"finds", "seconds", "failed"}`, at the end `{"peak_mb"}`. A find of an amount is `start end
values loose`, `values` one number or the two ends of a range, `loose` where two ends stand for a
vague one (8万余元 as 80000 to 90000). A find of a date is `start end days`: every day on which
the reader thinks that it may end. Processor time is taken, for other programs share the machine.
"""

from __future__ import annotations

import json
import sys
import time
from collections.abc import Callable
from contextlib import redirect_stdout
from datetime import date
from pathlib import Path
from typing import Any

Find = dict[str, Any]
Reader = Callable[[str, date], list[Find]]


def serve(prepare: Callable[[str], Reader]) -> None:
    """Answer every line; `prepare` makes the reader of the kind that the command line names."""
    answers = sys.stdout
    with redirect_stdout(sys.stderr):  # some libraries greet on import
        read = prepare(sys.argv[1])
        for number, line in enumerate(sys.stdin):
            passage = json.loads(line)
            answer = _timed(read, passage["text"], date.fromisoformat(passage["date"]))
            if number:
                print(json.dumps(answer), file=answers)
        print(json.dumps({"peak_mb": _peak_mb()}), file=answers)


def _timed(read: Reader, text: str, day: date) -> dict[str, Any]:
    started = time.process_time()
    try:
        finds, failed = read(text, day), ""
    except Exception as error:  # a peer that breaks on a text has found nothing in it
        finds, failed = [], repr(error)
    return {"finds": finds, "seconds": time.process_time() - started, "failed": failed}


def _peak_mb() -> float:
    """The most memory that this process ever held, its start-up included."""
    status = Path("/proc/self/status")
    if status.exists():
        peak = next(line for line in status.read_text().splitlines() if line.startswith("VmHWM"))
        return int(peak.split()[1]) / 1024
    import resource

    peak_kb = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
    return peak_kb / (1024**2 if sys.platform == "darwin" else 1024)
