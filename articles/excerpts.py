"""Where the words of a search stand in a text: the sentence around them, and a mark on each."""

from __future__ import annotations

import re
from collections.abc import Sequence

from django.utils.html import conditional_escape, format_html
from django.utils.safestring import SafeString, mark_safe

from chinese.sought import anywhere

WIDTH = 90
_SENTENCES = re.compile(r"[^。！？；\n]+[。！？；]?[”’]?")


def highlight(text: str, words: Sequence[str]) -> SafeString:
    """The escaped text with every word of the search in a `<mark>`."""
    if not words:
        return conditional_escape(text)
    parts: list[str] = []
    at = 0
    for hit in anywhere(words).finditer(text):
        parts += [
            conditional_escape(text[at : hit.start()]),
            format_html('<mark class="hit">{}</mark>', hit[0]),
        ]
        at = hit.end()
    parts.append(conditional_escape(text[at:]))
    return mark_safe("".join(parts))  # noqa: S308 - every part is escaped


def excerpt(text: str, words: Sequence[str]) -> str:
    """The sentence with most of the words, cut to about 90 characters; else the beginning."""
    sentences = [found[0].strip() for found in _SENTENCES.finditer(text)]
    if not sentences:
        return ""
    best = max(sentences, key=lambda sentence: _weight(sentence, words))
    if not _weight(best, words):
        best = sentences[0]
    if len(best) <= WIDTH:
        return best
    hit = anywhere(words).search(best) if words else None
    start = max(0, min((hit.start() if hit else 0) - WIDTH // 3, len(best) - WIDTH))
    return ("…" if start else "") + best[start : start + WIDTH] + "…"


def _weight(sentence: str, words: Sequence[str]) -> int:
    return sum(anywhere([word]).search(sentence) is not None for word in words)
