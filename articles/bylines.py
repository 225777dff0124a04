"""Who wrote it, read out of a printed byline (署名)."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from itertools import groupby

_ROLE = re.compile(
    r"(?:本报|本刊)?((?:见习|实习|特约|首席)?(?:记者|通讯员|评论员)|实习生|摄影|撰稿|整理)[:：]?"
)
_STOP = "、"
_CHARACTER = re.compile(r"[\u3400-\u9fff]")


@dataclass
class Credit:
    """A role as printed and the names under it."""

    role: str
    names: list[str] = field(default_factory=list)


def credits_of(byline: str) -> list[Credit]:
    """
    >>> credits_of("本报记者 温子衿 通讯员 雷晓棠")
    [Credit(role='记者', names=['温子衿']), Credit(role='通讯员', names=['雷晓棠'])]

    A name of two characters that print spaces out to the width of three is one name:

    >>> authors_of("记者　陈　小　雷晓棠")
    ['陈小', '雷晓棠']

    A byline of another form stands whole, under 署名.
    """
    found: list[Credit] = []
    for word in byline.replace("、", f" {_STOP} ").split():
        if role := _ROLE.match(word):
            found.append(Credit(role[1]))
            word = word[role.end() :]
        elif not found:
            return [Credit("署名", [byline])]
        if word:
            found[-1].names.append(word)
    for credit in found:
        credit.names = list(_whole_names(credit.names))
    if any(not credit.names for credit in found):
        return [Credit("署名", [byline])]
    return found


def _whole_names(words: list[str]) -> Iterator[str]:
    """Names out of words and stops: characters that stand alone in a row are put together."""
    for alone, group in groupby(words, key=lambda word: bool(_CHARACTER.fullmatch(word))):
        row = list(group)
        if not alone:
            yield from (word for word in row if word != _STOP)
            continue
        length = 3 if len(row) == 3 else 2
        yield from ("".join(row[at : at + length]) for at in range(0, len(row), length))


def authors_of(byline: str) -> list[str]:
    return [name for credit in credits_of(byline) for name in credit.names]
