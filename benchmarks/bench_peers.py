"""Our reader of money, measures and dates beside jionlp and Microsoft Recognizers-Text.

    python benchmarks/bench_peers.py                the tables of every set
    python benchmarks/bench_peers.py tune --misses  … and what ours misses

Every reader runs as a program of its own over the same texts with the same dates
(`peers/protocol.py`); how finds are judged, in favour of the peers, stands in `side_by_side.py`.
The peers live in `build/peers/`, an environment made here from `peers/requirements.txt`, and
are no part of the product: jionlp imports a package under the GPL. Time is processor time for
1,000 characters without start-up, MB the most memory that the process held. Where ours is behind
in a column of a set for tuning, its misses in that column follow. Of the held sets, totals only.
"""

from __future__ import annotations

import argparse
import json
import subprocess
import sys
from collections.abc import Iterable
from dataclasses import dataclass
from decimal import Decimal
from pathlib import Path
from typing import Any

ROOT = Path(__file__).resolve().parent.parent
sys.path.insert(0, str(ROOT))

from benchmarks.side_by_side import COLUMNS, Score, judge  # noqa: E402

FACTS, PEERS = ROOT / "benchmarks" / "facts", ROOT / "benchmarks" / "peers"
HOME = ROOT / "build" / "peers"
SETS = sorted(path.name for path in FACTS.iterdir() if path.is_dir())
ROUNDS = 3  # every text is read so often; its fastest time counts
KINDS = ("money", "measures", "counts", "dates")
OURS = "ours"
# Which reader reads which kind.
READERS = {
    OURS: KINDS,
    "jionlp": ("money", "dates"),
    "recognizers": ("money", "measures", "dates"),
}
WARM_UP = {
    "text": "去年完成投资3亿元，建成公路20公里，今年6月底前再建5公里，占30%。",
    "date": "2020-03-01",
}


@dataclass(frozen=True)
class Run:
    score: Score
    ms: float
    mb: float


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("half", nargs="?", choices=SETS)
    parser.add_argument("--misses", action="store_true")
    options = parser.parse_args()
    readers = {OURS: sys.executable} | peers()
    for half in [options.half] if options.half else SETS:
        items = list(load(half))
        if not items:
            continue
        for kind in KINDS:
            runs = {
                name: run(name, python, kind, items)
                for name, python in readers.items()
                if kind in READERS[name]
            }
            print_table(half, kind, runs)
            if half.startswith("tune"):
                print_misses(runs, every=options.misses)


def peers() -> dict[str, str]:
    """The peers and the Python that runs them; none where they cannot be installed."""
    python = HOME / "bin" / "python"
    wanted = PEERS / "requirements.txt"
    stamp = HOME / "installed.txt"
    if not stamp.exists() or stamp.read_text() != wanted.read_text():
        install = [str(python), "-m", "pip", "install", "-q", "--disable-pip-version-check"]
        try:
            _quietly([sys.executable, "-m", "venv", "--clear", str(HOME)])
            _quietly([*install, "-r", str(wanted)])
        except (OSError, subprocess.CalledProcessError) as error:
            reason = (getattr(error, "stderr", "") or str(error)).strip().splitlines()[-1:]
            print(f"The peers cannot be installed ({' '.join(reason)}): our figures alone.")
            return {}
        stamp.write_text(wanted.read_text())
    return {name: str(python) for name in READERS if name != OURS}


def _quietly(command: list[str]) -> None:
    subprocess.run(command, check=True, capture_output=True, text=True)


def load(half: str) -> Iterable[dict[str, Any]]:
    """The passages of a set; the shorter readings of `tune2` and `held2` mark no figures."""
    for path in sorted((FACTS / half).glob("*.jsonl")):
        for line in path.read_text(encoding="utf-8").splitlines():
            item = json.loads(line, parse_float=Decimal)
            if "money" in item:
                yield item


def run(name: str, python: str, kind: str, items: list[dict[str, Any]]) -> Run:
    texts = [{"text": each["text"], "date": each["date"]} for each in items]
    passages = [WARM_UP, *texts * ROUNDS]
    done = subprocess.run(
        [python, str(PEERS / f"read_{name}.py"), kind],
        input="\n".join(json.dumps(each) for each in passages),
        capture_output=True,
        text=True,
        check=True,
    )
    *answers, last = [json.loads(line) for line in done.stdout.splitlines()]
    score = Score()
    for item, answer in zip(items, answers[: len(items)], strict=True):
        judge(item, kind, answer["finds"], score)
        score.failed += bool(answer["failed"])
    rounds = [answers[start :: len(items)] for start in range(len(items))]
    seconds = sum(min(answer["seconds"] for answer in each) for each in rounds)
    characters = sum(len(item["text"]) for item in items)
    return Run(score, seconds * 1e6 / characters, last["peak_mb"])


def print_table(half: str, kind: str, runs: dict[str, Run]) -> None:
    wanted = runs[OURS].score.wanted
    print(f"\n{half}, {kind}: {wanted} marked")
    heads = "".join(f"{column:>13}" for column in COLUMNS)
    print(f"{'':<12}{heads}{'invented':>10}{'ms/1000':>9}{'MB':>6}")
    for name, each in runs.items():
        shares = "".join(f"{share:>13.1%}" for share in each.score.shares().values())
        broke = f"  broke on {each.score.failed} texts" if each.score.failed else ""
        cost = f"{each.score.invented:>10}{each.ms:>9.1f}{each.mb:>6.0f}"
        print(f"{name:<12}{shares}{cost}{broke}")


def print_misses(runs: dict[str, Run], *, every: bool) -> None:
    """What ours missed in the columns where a peer is ahead."""
    ours = runs[OURS].score
    for column in COLUMNS:
        best = max(each.score.shares()[column] for each in runs.values())
        if every or ours.shares()[column] < best:
            for where, shown in ours.misses:
                if where == column:
                    print(f"  {column}: {shown}")


if __name__ == "__main__":
    main()
