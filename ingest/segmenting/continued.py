"""Articles that stand on a page without their headline: the rest of one that another page began.

（上接第1版）会议强调，… opens what is an article of its own on this page, unless its headline is
printed again above or below that. It has a place among the headline stacks, without a headline.
"""

from __future__ import annotations

from collections.abc import Sequence

from ingest.ordering.language import Language
from ingest.readers.kinds import COMES_FROM, Kind
from ingest.segmenting.sight import Run
from ingest.segmenting.titles import Title

_BETWEEN = ("byline", "caption", "credit", "furniture")


def with_continued(
    starts: Sequence[Run], folded: Sequence[str], kinds: Sequence[Kind], language: Language
) -> list[Run]:
    """The stacks that begin articles, with the beginnings of those that come from another page."""
    heads = {title.index for run in starts for title in run.titles}
    found = list(starts)
    for index, line in enumerate(folded):
        if COMES_FROM.match(line) and kinds[index] in ("body", "jump"):
            above = _above(index, kinds)
            below = index + 1 if kinds[index] == "jump" else index
            if above not in heads and below not in heads:
                title = Title.of(index, line, language)
                found.append(Run([title], before=above, after=index, kind="continued"))
    return sorted(found, key=lambda run: run.first)


def _above(index: int, kinds: Sequence[Kind]) -> int:
    """The text or title above a piece, whatever else stands between; -1 where there is none."""
    above = index - 1
    while above >= 0 and kinds[above] in _BETWEEN:
        above -= 1
    return above
