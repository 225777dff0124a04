"""How well broken pages are put together again: mild and hard pages of articles never tuned on.

    make bench-pages            # the test third; PAGES=20 for a longer run

Mean over the pages, and the worst of them. The joins' confidence is shown in ten bands beside
how often it was right; only bands with cases are printed.
"""

from __future__ import annotations

import os
import resource
import sys
import time
from collections.abc import Callable
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parent.parent))

from benchmarks.pages.pages import pages
from benchmarks.pages.scoring import PageScore, score
from ingest.pipeline import layout

PAGES = int(os.environ.get("PAGES", "12"))
SPLIT = os.environ.get("SPLIT", "test")
FIGURES: dict[str, Callable[[PageScore], float]] = {
    "cut paragraphs rejoined": lambda page: page.joined.recall,
    "wrong among all joins": lambda page: page.joined.wrong,
    "joined unseen": lambda page: page.unseen.recall,
    "wrong among those": lambda page: page.unseen.wrong,
    "text in the right article": lambda page: page.text.recall,
    "whole articles right": lambda page: page.whole.recall,
    "headline parts right": lambda page: page.heads.recall,
    "incomplete flags right": lambda page: page.flags.recall,
}


def measure(level: str) -> None:
    scores, seconds = [], []
    for page in pages(SPLIT, level, PAGES):
        started = time.process_time()
        found = layout(page.text)
        seconds.append(time.process_time() - started)
        scores.append(score(page, found))
    everything = PageScore()
    for each in scores:
        everything.add(each)
    print(f"\n{level}: {PAGES} pages of the {SPLIT} third{'mean':>24}{'worst':>8}")
    for name, figure in FIGURES.items():
        worst = (max if "wrong" in name else min)(figure(each) for each in scores)
        print(f"  {name:<44}{figure(everything):>8.1%}{worst:>8.1%}")
    for role, tally in sorted(everything.roles.items()):
        print(f"  {'role ' + role:<44}{tally.recall:>8.1%}")
    print(f"  {'seconds a page':<44}{sum(seconds) / len(seconds):>8.2f}{max(seconds):>8.2f}")
    reliability(everything)


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
    memory = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
    print(f"\nmemory at the most: {memory:.0f} MB")
