"""How well broken pages are put together again: mild and hard pages of articles never tuned on.

    make bench-pages            # the test third; PAGES=60 for a longer run
    LEARNED=var/language.xz make bench-pages   # … with what learn_language made of a newsroom

Mean over the pages, and the worst of them. The joins' confidence is shown in ten bands beside
how often it was right; only bands with cases are printed. Then the exported pages, the whole pages
of `readings`, and the real page.
"""

from __future__ import annotations

import json
import os
import resource
import sys
import time
from collections.abc import Callable, Sequence
from datetime import date
from functools import cache
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parent.parent))

from benchmarks.pages.exported import PARTS, ExportScore, exported_pages, score_exported
from benchmarks.pages.pages import pages
from benchmarks.pages.scoring import PageScore, Tally, score
from ingest.measuring import Item, Score
from ingest.measuring_layout import measure_layout
from ingest.ordering.language import Language, load, unpack
from ingest.pipeline import layout, propose

PAGES = int(os.environ.get("PAGES", "24"))
SPLIT = os.environ.get("SPLIT", "test")
LEARNED = os.environ.get("LEARNED")
READINGS = Path(__file__).resolve().parent / "readings"
SEED_DATE = date(2023, 2, 10)
FIGURES: dict[str, Callable[[PageScore], float]] = {
    "cut paragraphs rejoined, all likely joins": lambda page: page.joined.recall,
    "wrong among all likely joins": lambda page: page.joined.wrong,
    "joined": lambda page: page.made.recall,
    "wrong among those joined": lambda page: page.made.wrong,
    "joined unseen, as sure as the desk asks": lambda page: page.unseen.recall,
    "wrong among those unseen": lambda page: page.unseen.wrong,
    "text in the right article": lambda page: page.text.recall,
    "whole articles right": lambda page: page.whole.recall,
    "headline parts right": lambda page: page.heads.recall,
    "incomplete flags right": lambda page: page.flags.recall,
}


@cache
def language() -> Language:
    """The table that ships, with that of `learn_language` where LEARNED names its file."""
    return load() + unpack(Path(LEARNED).read_bytes()) if LEARNED else load()


def measure(level: str) -> None:
    scores, seconds = [], []
    broken = list(pages(SPLIT, level, PAGES))
    for page in broken:
        started = time.process_time()
        found = layout(page.text, language=language())
        seconds.append(time.process_time() - started)
        scores.append(score(page, found))
    everything = PageScore()
    for each in scores:
        everything.add(each)
    print(f"\n{level}: {PAGES} pages of the {SPLIT} third{'mean':>24}{'worst':>8}")
    cuts = [cut for each in broken for cut in each.cuts if cut.sure]
    moved = sum(cut.displaced for cut in cuts) / len(cuts)
    print(f"  {'cuts, and how many of them displaced':<44}{len(cuts):>8}{moved:>8.0%}")
    for name, figure in FIGURES.items():
        worst = (max if "wrong" in name else min)(figure(each) for each in scores)
        print(f"  {name:<44}{figure(everything):>8.1%}{worst:>8.1%}")
    for role, tally in sorted(everything.roles.items()):
        print(f"  {'role ' + role:<44}{tally.recall:>8.1%}")
    print(f"  {'seconds a page':<44}{sum(seconds) / len(seconds):>8.2f}{max(seconds):>8.2f}")
    reliability(everything)


EXPORTED: dict[str, Callable[[ExportScore], Tally]] = {
    "text in the right article": lambda page: page.text,
    "letters with the right role": lambda page: page.roles,
    "headlines right": lambda page: page.headlines,
    "headline parts right": lambda page: page.heads,
    "whole paragraphs right": lambda page: page.paragraphs,
    "whole articles right": lambda page: page.whole,
    "incomplete flags right": lambda page: page.flags,
}


def exported(part: str) -> None:
    """Prints how the exported pages of a part are read."""
    everything, files = ExportScore(), list(exported_pages(part))
    for page in files:
        everything.add(score_exported(page, layout(page.text, language=language())))
    print(f"\n{f'{len(files)} pages of exported/{part}':<44}{'right':>8}{'found':>8}{'wanted':>8}")
    for name, figure in EXPORTED.items():
        tally = figure(everything)
        counts = f"{tally.right:>8.0f}{tally.proposed:>8.0f}{tally.expected:>8.0f}"
        print(f"  {name:<42}{counts}{tally.recall:>8.1%}")


def seed_page() -> None:
    """Prints how the real page is read, where its folder is beside the checkout or in SEED_DIR."""
    beside = Path(__file__).resolve().parents[2] / "shared" / "seed"
    reading_at = Path(os.environ.get("SEED_DIR", beside)) / "reading.json"
    if reading_at.exists():
        reading = json.loads(reading_at.read_text(encoding="utf-8"))
        read_by_hand("the real page", [(reading_at.parent / reading["meta"]["source"], reading)])


def whole_pages(half: str) -> None:
    """Prints how the made pages of `readings` are read."""
    paths = sorted((READINGS / half).glob("*.json"))
    readings = [(each.with_suffix(".txt"), json.loads(each.read_text("utf-8"))) for each in paths]
    read_by_hand(f"{len(paths)} pages of readings/{half}", readings)


def read_by_hand(title: str, readings: Sequence[tuple[Path, Item]]) -> None:
    """Prints what of the readings of whole files is proposed."""
    totals: dict[str, Score] = {}
    started = time.process_time()
    for path, reading in readings:
        day = reading["meta"].get("date")
        proposal = propose(
            path.read_bytes(), issue_date=date.fromisoformat(day) if day else SEED_DATE
        )
        for name, got in measure_layout(proposal.as_dict(), reading).items():
            total = totals.setdefault(name, Score())
            total.right += got.right
            total.proposed += got.proposed
            total.expected += got.expected
    seconds = time.process_time() - started
    print(f"\n{f'{title}, {seconds:.2f} seconds':<44}{'right':>8}{'found':>8}{'wanted':>8}")
    for name, total in totals.items():
        print(f"  {name:<42}{total.right:>8}{total.proposed:>8}{total.expected:>8}")


def reliability(page: PageScore) -> None:
    print("  confidence of the joins: said, right, cases")
    for tenth in range(10):
        low, high = tenth / 10, (tenth + 1) / 10
        band = [
            (said, right) for said, right in page.bands if low <= said < high or said == high == 1
        ]
        if band:
            said = sum(each for each, _ in band) / len(band)
            right = sum(right for _, right in band) / len(band)
            print(f"    {low:.1f}–{high:.1f}  {said:>7.1%}{right:>8.1%}{len(band):>6}")


if __name__ == "__main__":
    for name in ("mild", "hard"):
        measure(name)
    for part in PARTS:
        exported(part)
    for half in ("tune", "held"):
        whole_pages(half)
    seed_page()
    memory = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
    print(f"\nmemory at the most: {memory:.0f} MB")
