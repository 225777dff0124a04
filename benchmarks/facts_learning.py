"""Learn what the print around dates and figures speaks for, from the readings.

    python -m benchmarks.facts_learning           # into chinese/data/due.xz, ingest/data/promised.xz
    python -m benchmarks.facts_learning judge     # how it would do on each set that it had not read

A logistic model with a pull towards zero over what `chinese.weighing` looks at. Every folder of
`benchmarks/facts` is read but those that are held. What is borderline or neutral teaches nothing.
"""

from __future__ import annotations

import json
import re
import sys
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from pathlib import Path
from typing import Any

import numpy as np

from benchmarks.scoring import _list, _overlapping
from chinese import likely as dates_likely
from chinese.dates import read_dates
from chinese.folding import fold
from chinese.weighing import BITS, STEPS, Weights
from ingest.extraction.clauses.sentences import read_sentences
from ingest.extraction.promises import likely as figures_likely

FACTS = Path(__file__).resolve().parent / "facts"
SEEN, ROUNDS, BATCH, PACE, PULL, FAINT = 2, 10, 64, 0.1, 1e-4, 0.04
_PARAGRAPH = re.compile(r"(?<=[。！？：；”）.!?:;])\n")

Item = dict[str, Any]


@dataclass(frozen=True)
class Example:
    """A find with the numbers of its weights, and whether it was promised."""

    signs: list[int]
    wanted: bool
    folder: str
    passage: str


def main() -> None:
    for table, of in ((dates_likely.TABLE, dates_of), (figures_likely.TABLE, figures_of)):
        read = list(examples(of))
        if sys.argv[1:] == ["judge"]:
            judge(table.stem, read)
        else:
            table.write_bytes(learn(read).pack())
            print(f"{table.name}: {len(read)} examples, {table.stat().st_size} bytes")


def examples(of: Any) -> Iterator[Example]:
    for folder in sorted(FACTS.iterdir()):
        if folder.name.startswith("held"):
            continue
        for path in sorted(folder.glob("*.jsonl")):
            for line in path.read_text(encoding="utf-8").splitlines():
                item: Item = json.loads(line, parse_float=Decimal)
                for signs, wanted in of(item):
                    if wanted is not None:
                        yield Example(signs, wanted, folder.name, item["id"])


def dates_of(item: Item) -> Iterator[tuple[list[int], bool | None]]:
    """The dates of a passage, each with whether it is due, or None where it may be held either way."""
    if "dates" not in item:
        return
    folded, issue_date = fold(item["text"]), date.fromisoformat(item["date"])
    hits = read_dates(folded, issue_date)
    if not hits:
        return
    around = dates_likely.around_dates(folded.text, hits, issue_date)
    for (start, hit), signs in zip(hits, around.signs(), strict=True):
        first, last = folded.span(start, hit.end)
        yield signs, _is_due({"start": first, "end": last}, item)


def _is_due(place: Item, item: Item) -> bool | None:
    known = _overlapping(place, item["dates"])
    if known is not None:
        gold = item["dates"][known]
        return None if gold.get("borderline") else bool(gold["is_due"])
    return None if _overlapping(place, item.get("neutral", [])) is not None else False


def figures_of(item: Item) -> Iterator[tuple[list[int], bool | None]]:
    """The figures of a passage, each with whether it is a target."""
    issue_date = date.fromisoformat(item["date"])
    paragraphs = [read_sentences(each, issue_date) for each in _PARAGRAPH.split(item["text"])]
    around, places = figures_likely.around_figures(paragraphs, issue_date)
    if around is None:
        return
    prints = [
        (figure.value, figure.unit, clause.text, figure.start - clause.start)
        for clause, figure in places
    ]
    yield from zip(around.signs(), _targets_among(prints, item["targets"]), strict=True)


def _targets_among(prints: Sequence[tuple], targets: Sequence[Item]) -> list[bool | None]:
    """Which figures are the targets of a reading: the same value, and the likest words beside it."""
    wanted: list[bool | None] = [False] * len(prints)
    valued = [each for each in targets if each.get("value") is not None]
    pairs = [
        (_likeness(gold, shown), -place, -number)
        for number, gold in enumerate(valued)
        for place, shown in enumerate(prints)
        if shown[0] in [gold["value"], *_list(gold.get("value_alt"))]
    ]
    taken: dict[int, int] = {}
    for _, place, number in sorted(pairs, reverse=True):
        if -place not in taken and -number not in taken.values():
            taken[-place] = -number
            wanted[-place] = None if valued[-number].get("borderline") else True
    return wanted


def _likeness(gold: Item, shown: tuple) -> float:
    _, unit, clause, at = shown
    words = set(gold["indicator"] or "")
    near = clause[max(0, at - 14) : at + 14]
    shares = [len(words & set(text)) / max(1, len(words)) for text in (clause, near)]
    return sum(shares) + (0.5 if (gold.get("unit") or "-")[0] == unit[:1] else 0)


def learn(read: Sequence[Example]) -> Weights:
    """The weights that tell the examples apart: steps of Adagrad over small batches."""
    numbers = [np.array(each.signs, dtype=np.int64) for each in read]
    counts = Counter(number for each in read for number in set(each.signs))
    seen = np.zeros(2**BITS, dtype=bool)
    seen[[number for number, count in counts.items() if count >= SEEN]] = True
    numbers = [each[seen[each]] for each in numbers]
    wanted = np.array([each.wanted for each in read], dtype=float)
    weights, steps = np.zeros(2**BITS), np.full(2**BITS, 1e-10)
    bias, bias_steps = 0.0, 1e-10
    order = np.random.default_rng(8)
    for _ in range(ROUNDS):
        mixed = order.permutation(len(numbers))
        for first in range(0, len(mixed), BATCH):
            batch = [numbers[each] for each in mixed[first : first + BATCH]]
            flat = np.concatenate(batch)
            owner = np.repeat(np.arange(len(batch)), [len(each) for each in batch])
            sums = bias + np.bincount(owner, weights[flat], len(batch))
            error = (1 / (1 + np.exp(-sums)) - wanted[mixed[first : first + BATCH]]) / len(batch)
            slope = np.bincount(flat, error[owner], 2**BITS) + 2 * PULL * weights
            steps += slope**2
            weights -= PACE * slope / np.sqrt(steps)
            bias_steps += error.sum() ** 2
            bias -= PACE * error.sum() / np.sqrt(bias_steps)
    weights[np.abs(weights) < FAINT] = 0
    table = np.clip(np.round(weights * STEPS), -127, 127).astype(np.int8)
    return Weights(table, round(bias * STEPS))


def weigh(weights: Weights, each: Example) -> float:
    return float((weights.bias + int(weights.table[each.signs].sum(dtype=np.int64))) / STEPS)


def judge(kind: str, read: Sequence[Example]) -> None:
    """Precision and recall on each set by weights that were learned from all others."""
    for folder in sorted({each.folder for each in read}):
        weights = learn([each for each in read if each.folder != folder])
        judged = [(weigh(weights, e) > 0, e.wanted) for e in read if e.folder == folder]
        right = sum(said and wanted for said, wanted in judged)
        found, real = sum(said for said, _ in judged), sum(wanted for _, wanted in judged)
        print(f"{kind:<10}{folder:<10}{right / max(found, 1):8.1%}{right / max(real, 1):8.1%}")


if __name__ == "__main__":
    main()
