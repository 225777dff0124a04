"""One way of writing for every rule: half-width marks read as full-width, place by place.

`fold` keeps the length of the text, so that a place in the folded text is a place in the text.
"""

from __future__ import annotations

import re

_HALF = str.maketrans(",:;!?()", "，：；！？（）")
_STOP = re.compile(
    r"(?<=[\u3400-\u9fff”’》）」』％%])[.．](?![\d.A-Za-z])|(?<=\d)[.．](?=[^\d.A-Za-z])"
)
# Dashes of all kinds, and blanks that only programs tell apart.
_ALIKE = str.maketrans(
    dict.fromkeys("－―─━", "—") | dict.fromkeys("\u00a0\u2002\u2003\u2004\u2005\u2009\u202f", " ")
)

OPENING = "“‘（《「『【〈〔["
CLOSING = "”’）》」』】〉〕]"
ENDS = "。！？…"
PAUSES = "，、：；"
PUNCTUATION = OPENING + CLOSING + ENDS + PAUSES + "—·～"

_AFTER_END = re.compile(r"(?:[”’」』》]|（[^（）]{1,40}）|\[[^\[\]]{1,20}\]|[■●◆▲★□◇△]|\s)+$")

_TAIL = 120  # characters: no end of a paragraph has so many marks and names behind its stop


def fold(text: str) -> str:
    """Half-width punctuation as full-width, `.` after a hanzi as 。; the length stays."""
    folded = _STOP.sub("。", text).translate(_HALF).translate(_ALIKE)
    return _pair_straight_quotes(folded) if '"' in folded else folded


def _pair_straight_quotes(text: str) -> str:
    opens = True
    out = []
    for character in text:
        if character == '"':
            character, opens = ("“" if opens else "”"), not opens
        out.append(character)
    return "".join(out)


def ends_sentence(folded: str) -> bool:
    """Whether the folded text ends where a paragraph may end: a stop, quotes after it allowed.

    A bracket after the stop (a name, 下转第3版) and an end mark (■) do not count as text.
    """
    whole = folded.rstrip()
    tail = whole[-_TAIL:]
    bare = _AFTER_END.sub("", tail)
    if bare.endswith(tuple(ENDS)):
        return True
    is_more = bool(bare) or len(whole) > len(tail)
    return bare != tail and tail[-1:] in "）]■●◆▲★□◇△" and is_more


def open_marks(folded: str) -> tuple[str, str]:
    """Closing marks without their opening before, opening marks without their closing after."""
    unopened: list[str] = []
    waiting: list[str] = []
    for character in folded:
        if character in OPENING:
            waiting.append(character)
        elif character in CLOSING:
            pair = OPENING[CLOSING.index(character)]
            if pair in waiting:
                while waiting.pop() != pair:
                    pass
            else:
                unopened.append(character)
    return "".join(unopened), "".join(waiting)


def visible(text: str) -> str:
    """The text without white space."""
    return "".join(text.split())
