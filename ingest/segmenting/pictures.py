"""Headlines of pictures: 铁牛闹春耕 over 图为…, with the stack of the next article right under it.

Nothing but the caption parts such a line from the stack of the next article. It speaks of what the
caption tells, and a kicker of what the text tells.
"""

from __future__ import annotations

import re
from dataclasses import replace

from ingest.ordering.language import plain
from ingest.readers.lists import one_of
from ingest.segmenting.details import starts_midway
from ingest.segmenting.sight import BESIDE, Run, Sight, shared_words

_LONGEST_LINE = 24  # characters
# A picture that is news by itself says when it was taken; one of an article shows what that tells.
_TELLS_WHEN = re.compile(rf"\d{{1,2}}月\d{{1,2}}日|{one_of('just now')}")


def parted(run: Run, sight: Sight) -> list[Run]:
    """The headline of a picture and the stack under it, or the run as it is."""
    first, *others = run.titles
    alone = caption_alone(run, sight)
    if alone is not None:
        return [replace(run, after=-1, caption=alone, roles={})]
    caption = _caption_of(run, sight) if run.begins and others else None
    if caption is None:
        return [run]
    return [
        replace(run, titles=[first], after=-1, caption=caption, roles={}),
        replace(run, titles=others, roles={}),
    ]


def caption_alone(run: Run, sight: Sight) -> int | None:
    """The caption under a single line, or above it where both say the same, and no text below that
    the line could head: the page ends there, or the rest of a column follows.
    """
    line, (under, above) = run.first, (run.first + 1, run.first - 1)
    if len(run.titles) > 1 or (run.after >= 0 and not _is_rest(run.after, sight)):
        return None
    if sight.kinds[under : under + 1] == ["caption"]:
        told = run.after < 0 or _TELLS_WHEN.search(sight.folded[under])
        return under if told else None
    over = above >= 0 and sight.kinds[above] == "caption" and _says(line, above, sight)
    return above if over else None


def _is_rest(text: int, sight: Sight) -> bool:
    """Whether a text begins in mid-sentence, or is but a line and looks as if it did."""
    folded, language = sight.folded[text], sight.language
    short = len(folded) <= _LONGEST_LINE and language.midway(plain(folded)) > 0
    return sight.kinds[text] == "body" and (short or starts_midway(folded, language))


def _caption_of(run: Run, sight: Sight) -> int | None:
    """The caption right under the first line of a run, or above it where both say the same."""
    line, following = run.titles[0].index, run.titles[1].index
    text = [title.index for title in run.titles[1:]] + sight.below(run)[:BESIDE]
    under = line + 1
    if under < following and sight.kinds[under] == "caption":
        return under if _tells(line, under, text, sight) >= 0 else None
    above = line - 1
    if above >= 0 and sight.kinds[above] == "caption" and _says(line, above, sight):
        return above if _tells(line, above, text, sight) > 0 else None
    return None


def _says(line: int, caption: int, sight: Sight) -> bool:
    return shared_words(sight.subjects, [line], [caption]) > 0


def _tells(line: int, caption: int, text: list[int], sight: Sight) -> float:
    """How much more a line speaks of what a caption tells than of what a text tells."""
    subjects = sight.subjects
    pictured, told = subjects.near(
        subjects.topic([line]), [subjects.topic([caption]), subjects.topic(text)]
    )
    words = (shared_words(subjects, [line], each) for each in ([caption], text))
    said_of_picture, said_of_text = words
    return pictured + said_of_picture - told - said_of_text
