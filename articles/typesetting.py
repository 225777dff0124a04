"""How Chinese text is set for the screen: headlines, datelines, pictures among paragraphs.

Pure functions from text to HTML; what is not marked up already is escaped here.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import lru_cache
from html import escape

from chinese.words import headline_words

# Tags that may stand between the start of a paragraph and its first character.
_OPENING = r"<p>(?:<(?:mark|span|b|strong)\b[^>]*>|</span>)*"
# Single characters that belong to what follows; others belong to what stands before.
_LEADING = frozenset("从在到为和与及把被让向对由将以于给比按因就再又还不未已正新老第每各全县本一")
_CONTAINERS = re.compile(r"<(/?)(?:table|ul|ol|blockquote)\b[^>]*>|</p>")


@lru_cache(maxsize=4096)
def set_headline(text: str) -> str:
    """A headline that breaks between its clauses first, then between words.

    >>> set_headline("黄酒 订单")
    '<span class="clause">黄酒</span> <span class="clause">订单</span>'
    """
    clauses = ("<wbr>".join(map(escape, _bound(clause))) for clause in text.split())
    return " ".join(f'<span class="clause">{clause}</span>' for clause in clauses)


def _bound(clause: str) -> list[str]:
    """Words of which none is a single character: 从 goes with the next, 菜 with the one before."""
    parts: list[str] = []
    forward = False
    for word in headline_words(clause):
        if parts and (forward or (len(word) == 1 and word not in _LEADING)):
            parts[-1] += word
        else:
            parts.append(word)
        forward = word in _LEADING or len(parts[-1]) == 1
    return parts


def set_dateline(html: str, dateline: str) -> str:
    """The body with its dateline (本报讯) in the face of a label, in the same paragraph."""
    if not dateline:
        return html
    start = re.match(rf"({_OPENING})({re.escape(escape(dateline, quote=False))})\s*", html)
    if start is None:
        return html
    rest = html[start.end() :]
    return f'{start[1]}<span class="dateline">{start[2]}</span> {rest}'


def set_pictures(html: str, pictures: Sequence[str], every: int = 3) -> str:
    """The body with its pictures: one after the first paragraph, then one every few paragraphs.

    Never inside a list, a table or a quote; what finds no place stands at the end.
    """
    places = _paragraph_ends(html)[::every]
    at = 0
    parts: list[str] = []
    for place, picture in zip(places, pictures, strict=False):
        parts += [html[at:place], picture]
        at = place
    return "".join([*parts, html[at:], *pictures[len(places) :]])


def _paragraph_ends(html: str) -> list[int]:
    depth = 0
    ends = []
    for tag in _CONTAINERS.finditer(html):
        if tag[0] == "</p>":
            ends += [tag.end()] if depth == 0 else []
        else:
            depth += -1 if tag[1] else 1
    return ends
