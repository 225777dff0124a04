"""How well the reader of facts reads: precision, recall and exactness on `benchmarks/facts`.

    python benchmarks/bench_facts.py                 all folders, totals by kind
    python benchmarks/bench_facts.py tune --misses   what was missed or wrong (tuning folders only)

The held folders print totals and never a text.
"""

from __future__ import annotations

import argparse
import json
import sys
import time
from collections import defaultdict
from datetime import date
from decimal import Decimal
from pathlib import Path
from typing import Any

ROOT = Path(__file__).resolve().parent.parent
sys.path.insert(0, str(ROOT))

from benchmarks.our_reader import read  # noqa: E402
from benchmarks.scoring import Tally, score_item  # noqa: E402

FACTS = ROOT / "benchmarks" / "facts"
HALVES = [
    "tune",
    "opened",
    "tune2",
    "tune3",
    "opened2",
    "opened3",
    "tune4",
    "opened4",
    "opened5",
    "opened6",
    "opened7",
    "tune5",
    "opened8",
    "tune6",
    "opened9",
    "tune7",
    "tune8",
    "tune9",
    "tune10",
    "tune11",
    "tune12",
    "tune13",
    "tune14",
    "tune15",
    "tune16",
    "milestones",
    "opened10",
    "opened11",
    "opened12",
    "held13",
    "held14",
    "held_milestones",
]


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("half", nargs="?", choices=HALVES)
    parser.add_argument("--misses", metavar="KIND", nargs="?", const="all")
    parser.add_argument("--json", action="store_true")
    options = parser.parse_args()
    for half in [options.half] if options.half else HALVES:
        tallies, seconds, characters = run(half)
        if options.json:
            print(json.dumps({half: {kind: each.row() for kind, each in tallies.items()}}))
            continue
        print(
            f"{half}: {characters} characters, {seconds * 1e6 / max(characters, 1):.0f} ms per 1000"
        )
        print_table(tallies)
        if options.misses and not half.startswith("held"):
            print_misses(tallies, options.misses)


def run(half: str) -> tuple[dict[str, Tally], float, int]:
    tallies: dict[str, Tally] = defaultdict(Tally)
    characters, seconds = 0, 0.0
    for path in sorted((FACTS / half).glob("*.jsonl")):
        for line in path.read_text(encoding="utf-8").splitlines():
            item: dict[str, Any] = json.loads(line, parse_float=Decimal)
            started = time.perf_counter()
            found = read(item["text"], date.fromisoformat(item["date"]))
            seconds += time.perf_counter() - started
            characters += len(item["text"])
            score_item(item, found, tallies)
    return tallies, seconds, characters


def print_table(tallies: dict[str, Tally]) -> None:
    print(
        f"{'kind':<24}{'right':>6}{'found':>7}{'wanted':>8}{'precision':>11}{'recall':>9}{'F1':>8}"
    )
    for kind, tally in sorted(tallies.items()):
        right, found, wanted, precision, recall, f1 = tally.row()
        print(
            f"{kind:<24}{right:>6}{found:>7}{wanted:>8}{precision:>11.1%}{recall:>9.1%}{f1:>8.1%}"
        )


def print_misses(tallies: dict[str, Tally], kind: str) -> None:
    for name, tally in sorted(tallies.items()):
        if kind in ("all", name):
            for sign, text in tally.remarks:
                print(f"{name} {sign} {text}")


if __name__ == "__main__":
    main()
