"""What stands over the first article of a page and is no part of it: a slogan, a column's name.

    03 民生 2016年4月8日                    the folio
    便民服务台                             the name of a column; nothing on the page speaks of it
    水费下月起按季交 老表免费换             the headline
    本报讯 …

A headline says what its text tells, so its words come again below; those of a name do not.
"""

from __future__ import annotations

import re

from ingest.ordering.language import plain
from ingest.readers.lists import one_of
from ingest.segmenting.sight import Run, Sight, shared_words
from ingest.segmenting.titles import Title

_SLOGAN = re.compile(one_of("slogan of a page"))
_LONGEST_NAME, _SHORTEST_ALONE = 9, 4  # characters
_LONGEST_SLOGAN = 20
_SAID_AGAIN, _MOST_SAID = 0.2, 0.4  # of the words of a headline
_NAMES = re.compile("[NATM]+")


def over_head_of_page(run: Run, sight: Sight) -> int:
    """How many lines at the head of the first run belong to the page and to no article."""
    if _names_paper(run, sight):
        return 1
    return _over_folio(run, sight) or int(_is_over_first_article(run, sight))


def _names_paper(run: Run, sight: Sight) -> bool:
    """Whether the first line of the file stands alone over the date or the folio and is a name, of
    which the text under it says little: 今日柳川.
    """
    line, *others = run.titles
    over_folio = sight.kinds[line.index + 1 : line.index + 2] == ["furniture"]
    alone = not others and line.index == 0 and over_folio
    said = shared_words(sight.subjects, [line.index], sight.below(run))
    return alone and _is_name(line) and said < _MOST_SAID


def _over_folio(run: Run, sight: Sight) -> int:
    """How many lines of the first run stand over the date or the folio of the page, and over the
    first stack with it: 专版, 聚焦重点项目 跑出加速度. Over one line a slogan may be the headline,
    where its words do not tell.
    """
    lines = _lines(run)
    parted_at = [
        at for at in range(1, len(lines)) if "furniture" in sight.kinds[lines[at - 1] : lines[at]]
    ]
    over = parted_at[-1] if parted_at and run.before < 0 else 0
    under_two = len(lines) - over > 1
    is_of_page = all(
        title.column_shape > 0
        or (title.is_parallel and (under_two or _SLOGAN.search(title.text) is not None))
        for title in run.titles[:over]
    )
    return over if is_of_page else 0


def _is_over_first_article(run: Run, sight: Sight) -> bool:
    """Whether the first line names a column, over a headline, or calls out what nothing on the page
    tells, over a text whose own headline stands elsewhere.
    """
    line, *others = run.titles
    if run.before >= 0 or "furniture" not in sight.kinds[: line.index]:
        return False
    if others:
        return _is_name(line) and not _is_told(run, sight) and _may_be_headline(others[0])
    named = line.length >= _SHORTEST_ALONE and _is_name(line)
    calls = named or (line.is_parallel and line.length <= _LONGEST_SLOGAN and not line.has_digits)
    return calls and not _is_told(run, sight) and _one_waits(run, sight)


def _is_name(line: Title) -> bool:
    """便民服务台, 乡间新鲜事: a name in which nobody does anything."""
    if line.length > _LONGEST_NAME or line.is_organisation or line.is_numbered:
        return False
    return line.column_shape > 0 or _NAMES.fullmatch(line.kinds) is not None


def _is_told(run: Run, sight: Sight) -> bool:
    """Whether texts say the words of the first line of a run again: of the name of a column most of
    them, right below; of another line any, wherever they stand.
    """
    line, subjects = run.titles[0], sight.subjects
    if line.column_shape > 0:
        return shared_words(subjects, [line.index], sight.below(run)) >= _MOST_SAID
    return not subjects.bigrams[line.index].isdisjoint(subjects.together(sight.texts))


def _may_be_headline(line: Title) -> bool:
    return not line.is_dashed and not line.is_bracketed


def _one_waits(run: Run, sight: Sight) -> bool:
    """Whether another headline of the page has no text under it, one that begins in mid-sentence,
    or says the words of the text under this line.
    """
    own = sight.below(run)
    for other in sight.runs[1:]:
        below = sight.below(other)
        if other.begins and (
            not below
            or sight.language.midway(plain(sight.folded[below[0]])) > 0
            or shared_words(sight.subjects, _lines(other), own) >= _SAID_AGAIN
        ):
            return True
    return False


def _lines(run: Run) -> list[int]:
    return [title.index for title in run.titles]
