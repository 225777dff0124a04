"""Where a Chinese line may break: between words, never before punctuation."""

from __future__ import annotations

import rjieba

_OPENING = frozenset("“‘（(《〈【「『[—")


def headline_words(text: str) -> list[str]:
    """The words of a headline, for `<wbr>` between them. Joined, they are the text again.

    A closing mark stays with the word before it, an opening mark with the word after it, a
    figure with its unit.
    """
    words: list[str] = []
    for word in rjieba.cut(text):
        if words and (_stays_behind(word) or _holds_on(words[-1])):
            words[-1] += word
        else:
            words.append(word)
    return words


def _stays_behind(word: str) -> bool:
    return not word[0].isalnum() and word[0] not in _OPENING


def _holds_on(word: str) -> bool:
    return word[-1] in _OPENING or word[-1].isdecimal()
