"""Fit when a line end is one of a column, once it is asked who else reads on with its lines.

    python -m benchmarks.pages.rivals

prints `RIVALS` of `ingest/ordering/weights.py`; fit `breaks` first, whose odds these weigh.
"""

from __future__ import annotations

import random
from collections.abc import Iterator
from itertools import accumulate

from benchmarks.pages.broken_lines import broken_lines
from benchmarks.pages.cases import fitting_pages, unread
from benchmarks.pages.fit import right_share, table
from benchmarks.pages.fitting import Case, fit_choices
from benchmarks.pages.typeset import TruePage
from ingest.ordering.breaks import rivalled
from ingest.ordering.language import Language
from ingest.readers.lines import pieces as pieces_of

PAGES = 20  # of each level and third


def cases_of(page: TruePage, chance: random.Random, language: Language) -> Iterator[Case]:
    """The likely line ends of a page in columns: parted, or read on."""
    lines = broken_lines(page, chance)
    read_on = {cut.left: cut.right for cut in page.cuts}
    starts = accumulate((len(line.text) + 1 for line in lines), initial=0)
    ends = [start + len(line.text.rstrip()) for start, line in zip(starts, lines, strict=False)]
    line_of = dict(zip(ends, lines, strict=True))
    pieces = pieces_of("\n".join(line.text for line in lines))
    for end, features in rivalled(pieces, language):
        above = line_of[pieces[end.piece].breaks[end.number].end]
        goes_on = not above.is_last or read_on.get(above.block) == above.block + 1
        yield [features, {}], int(goes_on)


def main() -> None:
    language = unread()
    cases = [
        case
        for number, page in enumerate(fitting_pages(PAGES))
        for case in cases_of(page, random.Random(number), language)
    ]
    weights = fit_choices(cases, pull=0.0003)
    print(f"# {len(cases)} line ends, {right_share(cases, weights):.3f} right on themselves")
    print(table("RIVALS", weights))


if __name__ == "__main__":
    main()
