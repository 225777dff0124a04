"""The first lines of cut paragraphs that stand under a headline or subhead and look like one.

    庭上的争执                              a subhead
    法庭上，孙某提出，自己是外省人，当地人说      the first line of its text; the column ends here
    的“订金”就是预付款，买卖不成理应退还。        the next column

Such a line has no stop and is short, as a headline is. The outline asks what a run of short lines
is as a whole; here its last line is asked alone. One that ends with a word that leads on (…和) is
never a headline.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from ingest.ordering.language import Language, plain
from ingest.proposal import Piece
from ingest.readers.kinds import Kind
from ingest.readers.lists import WORDS
from ingest.segmenting.outline import odds_of_scrap
from ingest.segmenting.sight import Run, Sight, shapes
from ingest.segmenting.stacks import score
from ingest.segmenting.titles import Title
from ingest.segmenting.weights import CUT_LINES

# 酒少了，事多了。村里办起了: a head of one line holds no whole sentence before another.
_STOP_INSIDE = re.compile(r"[。？！；][^”）\s]")
_MOST = 8.0


def as_text(pieces: Sequence[Piece], kinds: Sequence[Kind], language: Language) -> list[Kind]:
    """The kinds, with text instead of a title where the last line of a run is a cut one."""
    sight = Sight.of(pieces, kinds, language)
    found = list(kinds)
    for run in sight.runs:
        line = run.titles[-1]
        may_be_cut = len(run.titles) > 1 and not line.is_built_as_headline
        is_cut = may_be_cut and score(cut_shapes(run, sight), CUT_LINES) > 0
        if is_cut or _leads_on(line):
            found[line.index] = "body"
    return found


def _leads_on(line: Title) -> bool:
    """Whether the last word of a line says nothing without the next: 上个月，卖酱菜的孙家和."""
    words = line.language.split(plain(line.text))
    return bool(words) and words[-1] in WORDS["leads on"]


def cut_shapes(run: Run, sight: Sight) -> dict[str, float]:
    """What speaks for the last line of a run being cut text that is read on below."""
    line = run.titles[-1]
    alone = Run([line], before=run.before, after=run.after)
    seen = shapes(alone, sight)
    found = {name: seen[name] for name in ("hangs", "clauses", "word after", "midway after")}
    return found | {
        "line": 1.0,
        "odds": odds_of_scrap(seen),
        "continues": _continues(run, sight, line.language),
        "stop inside": float(bool(_STOP_INSIDE.search(line.text))),
        "next": float(run.after == line.index + 1),
    }


def _continues(run: Run, sight: Sight, language: Language) -> float:
    """How much the text below looks like the rest of another; least where no text is below."""
    if run.after < 0 or sight.kinds[run.after] != "body":
        return -_MOST
    (found,) = language.continues([plain(sight.folded[run.after])])
    return max(-_MOST, min(_MOST, found))
