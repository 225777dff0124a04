"""Articles that stand on a page without their headline.

（上接第1版）会议强调，… is the rest of one that another page began, unless its headline is printed
again above or below that; 本报讯（通讯员 …） behind the text of another article opens one whose
headline is lost. Each has a place among the headline stacks.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from ingest.ordering.assignment import best_assignment
from ingest.ordering.language import Language
from ingest.readers.kinds import COMES_FROM, LONGEST_TITLE, Kind
from ingest.readers.lists import SURNAMES, one_of
from ingest.segmenting.sight import Run, shared_words
from ingest.segmenting.subjects import Subjects
from ingest.segmenting.titles import DATELINE, Title

Texts = Sequence[Sequence[int]]

_SAME = 0.3  # nearness of what is said, with the share of the words that are the same
_BETWEEN = ("byline", "caption", "credit", "furniture")
_NAME = rf"(?!{one_of('no writers in a dateline')})[{SURNAMES}]\s?[\u3400-\u9fff]{{1,2}}"
_WRITERS = re.compile(rf"（(?:[^（）]*(?:记者|通讯员)[^（）]*|{_NAME}(?:[\s、]+{_NAME}){{0,3}})）$")
# Under 一周简讯 each report is a part of it.
_BRIEFS = re.compile(f"{one_of('column', 'name of a box')}$")


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
                found.append(_untitled(index, line, above, language))
    return _in_file_order(found)


def reports(starts: Sequence[Run], folded: Sequence[str], articles: Texts) -> list[int]:
    """The beginnings of the reports that stand behind other texts in the article of a stack;
    `articles` are the texts of each stack, in reading order.
    """
    found: list[int] = []
    for run, texts in zip(starts, articles, strict=False):
        of_briefs = any(_BRIEFS.search(title.text) for title in run.titles)
        if run.begins and not of_briefs:
            found += _reports(texts, folded)
    return found


def headed(
    found: Sequence[int], starts: Sequence[Run], articles: Texts, subjects: Subjects
) -> dict[int, int]:
    """For such a report the stack, by its first line, of those without any text that speaks of the
    same.
    """
    empty = [
        run for run, texts in zip(starts, articles, strict=False)
        if run.begins and run.caption is None and not texts
    ]  # fmt: skip
    lines = [[title.index for title in run.titles] for run in empty]
    if not found or not empty:
        return {}
    near = subjects.nearness([[index] for index in found], lines)
    values = {
        (index, line[0]): float(near[row, column]) + shared_words(subjects, line, [index])
        for row, index in enumerate(found)
        for column, line in enumerate(lines)
    }
    return best_assignment({pair: value for pair, value in values.items() if value > _SAME})


def with_untitled(
    starts: Sequence[Run], found: Sequence[int], folded: Sequence[str], kinds: Sequence[Kind],
    language: Language,
) -> list[Run]:  # fmt: skip
    """The stacks, and the beginnings of the reports whose headlines are lost."""
    untitled = (_untitled(each, folded[each], _above(each, kinds), language) for each in found)
    return _in_file_order([*starts, *untitled])


def _reports(texts: Sequence[int], folded: Sequence[str]) -> Iterator[int]:
    """The texts of an article that open reports and name who wrote those, behind a report or
    several texts; what an editor says first (编者按：…) and short lines stand over a report.
    """
    above = dated = 0
    for index in texts:
        dateline = DATELINE.match(folded[index])
        if (above > 1 or dated) and dateline and _WRITERS.search(dateline[0]):
            yield index
        above += len(folded[index]) > LONGEST_TITLE
        dated += dateline is not None


def _untitled(index: int, line: str, above: int, language: Language) -> Run:
    title = Title.of(index, line, language)
    return Run([title], before=above, after=index, kind="untitled")


def _in_file_order(runs: Sequence[Run]) -> list[Run]:
    return sorted(runs, key=lambda run: run.first)


def _above(index: int, kinds: Sequence[Kind]) -> int:
    """The text or title above a piece, whatever else stands between; -1 where there is none."""
    above = index - 1
    while above >= 0 and kinds[above] in _BETWEEN:
        above -= 1
    return above
