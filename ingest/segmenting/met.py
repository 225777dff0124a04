"""Two headline stacks that stand together and were read as one: the texts tell them apart.

A report was found behind the text of another article, and its headline is one of the lines of that
article's stack: it says what the report tells, the other lines what the article does.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from ingest.segmenting.sight import Run, shared_words
from ingest.segmenting.stacks import read_stack
from ingest.segmenting.subjects import Subjects
from ingest.segmenting.titles import Title

_LONGEST = 6  # lines of two stacks
_SAME = 0.2  # nearness of what is said, with the share of the words that are the same


def parted(run: Run, article: int, report: int, subjects: Subjects) -> tuple[Run, Run] | None:
    """The stacks of an article and of a report, by their first texts, where one run holds both."""
    if len(run.titles) > _LONGEST:
        return None
    for at in range(1, len(run.titles)):
        upper, lower = run.titles[:at], run.titles[at:]
        for own, other in ((upper, lower), (lower, upper)):
            if _speaks_of(own, article, report, subjects) and _speaks_of(
                other, report, article, subjects
            ):
                return _read(run, own), _read(run, other)
    return None


def _speaks_of(lines: Sequence[Title], text: int, other: int, subjects: Subjects) -> bool:
    """Whether lines speak of one text and rather of that than of the other."""
    indexes = [title.index for title in lines]
    near = subjects.nearness([indexes], [[text], [other]])[0]
    said = [shared_words(subjects, indexes, [each]) for each in (text, other)]
    of_text, of_other = (float(near[at]) + said[at] for at in (0, 1))
    return of_text > max(_SAME, of_other)


def _read(run: Run, titles: Sequence[Title]) -> Run:
    reading = read_stack(titles, first_on_page=False, repeated=set())
    roles = {title.index: role for title, role in zip(titles, reading.roles, strict=True)}
    return replace(run, titles=list(titles), reading=reading, roles=roles)


def apart(
    starts: Sequence[Run],
    articles: Sequence[Sequence[int]],
    found: Sequence[int],
    subjects: Subjects,
) -> tuple[list[Run], dict[int, int]]:
    """The stacks, those parted in which the headlines of an article and of a report that was found
    in it stand together; and of which of them, by its first line, such texts are the beginnings.
    """
    result, under = list(starts), dict[int, int]()
    for run, texts in zip(starts, articles, strict=False):
        for report in (each for each in found if each in texts and run in result):
            parts = parted(run, texts[0], report, subjects)
            if parts is not None:
                result.remove(run)
                result += parts
                under |= {texts[0]: parts[0].first, report: parts[1].first}
    return sorted(result, key=lambda run: run.first), under
