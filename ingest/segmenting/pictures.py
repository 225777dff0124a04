"""Headlines of pictures: 铁牛闹春耕 over 图为…, with the stack of the next article right under it.

Nothing but the caption parts such a line from the stack of the next article. It speaks of what the
caption tells, and a kicker of what the text tells.
"""

from __future__ import annotations

from dataclasses import replace

from ingest.segmenting.sight import BESIDE, Run, Sight, shared_words


def parted(run: Run, sight: Sight) -> list[Run]:
    """The headline of a picture and the stack under it, or the run as it is."""
    first, *others = run.titles
    caption = _caption_of(run, sight) if run.begins and others else None
    if caption is None:
        return [run]
    return [
        replace(run, titles=[first], after=-1, caption=caption, roles={}),
        replace(run, titles=others, roles={}),
    ]


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
