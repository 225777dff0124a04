"""Whether a text begins where a sentence begins, or in the middle of one.

Every beginning shows signs: its first characters, its first words and their classes, the first
mark of punctuation and what stands before it. How much each sign tells was learned from the
table's own text (`benchmarks/pages/learn.py`): sentences begin in one way, what is left of a
sentence after a cut in another.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Sequence

REACH = 20
SPLIT = 9
_MARK = re.compile(r"[，。、；：！？（）“”《》—…,.]")

Segment = Callable[[str], Sequence[str]]
ClassOf = Callable[[str], str]


def signs(text: str, segment: Segment, class_of: ClassOf) -> list[str]:
    """The signs of a beginning, each a letter for its kind and what was seen.

    `text` is written as the table writes it (`language.plain`), `segment` splits characters into
    words, `class_of` tells a word's class.
    """
    head = text[:REACH]
    if not head:
        return []
    words = segment(head[:SPLIT])
    classes = [class_of(word) for word in words]
    return [*_characters(head), *_words(words, classes), *_first_mark(head, classes[0], segment)]


def _characters(head: str) -> Iterator[str]:
    for length in (1, 2, 3):
        yield f"h{head[:length]}"
    for at in (1, 2, 3):
        yield f"i{at}{head[at : at + 1]}"
    for at in (1, 2):
        yield f"j{at}{head[at : at + 2]}"


def _words(words: Sequence[str], classes: Sequence[str]) -> Iterator[str]:
    first, kind = words[0], classes[0]
    second, next_kind = (words[1], classes[1]) if len(words) > 1 else ("", "")
    yield f"w{first}"
    yield f"x{first}/{second}"
    yield f"y{first}/{next_kind}"
    yield f"z{kind}/{second}"
    yield f"v{first[0]}/{next_kind}"
    yield f"l{len(first)}{kind}"
    for length in (1, 2, 3):
        yield "c" + "/".join(classes[:length])


def _first_mark(head: str, kind: str, segment: Segment) -> Iterator[str]:
    """Which mark of punctuation comes first, after how many characters and after which word."""
    found = _MARK.search(head)
    if not found:
        yield "m"
        return
    mark, at = found.group(), found.start()
    yield f"m{mark}"
    yield f"n{at}{mark}"
    yield f"o{mark}{kind}"
    yield f"p{min(at, 6)}{mark}{segment(head[:at])[-1] if at else ''}"
