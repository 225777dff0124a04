"""Who wrote it, read out of a printed byline (署名)."""

from __future__ import annotations

import re
from dataclasses import dataclass, field

_ROLE = re.compile(
    r"(?:本报|本刊)?((?:见习|实习|特约|首席)?(?:记者|通讯员|评论员)|实习生|摄影|撰稿|整理)[:：]?"
)


@dataclass
class Credit:
    """A role as printed and the names under it."""

    role: str
    names: list[str] = field(default_factory=list)


def credits_of(byline: str) -> list[Credit]:
    """
    >>> credits_of("本报记者 温子衿 通讯员 雷晓棠")
    [Credit(role='记者', names=['温子衿']), Credit(role='通讯员', names=['雷晓棠'])]

    A byline of another form stands whole, under 署名.
    """
    found: list[Credit] = []
    for word in byline.replace("、", " ").split():
        if role := _ROLE.match(word):
            found.append(Credit(role[1]))
            word = word[role.end() :]
        elif not found:
            return [Credit("署名", [byline])]
        if word:
            found[-1].names.append(word)
    if any(not credit.names for credit in found):
        return [Credit("署名", [byline])]
    return found


def authors_of(byline: str) -> list[str]:
    return [name for credit in credits_of(byline) for name in credit.names]
