"""Search terms for Chinese: every two neighbouring characters.

Chinese is printed without blanks, and a word list never holds the names of a county. Two
overlapping characters find any word of two or more characters in mid-sentence.
"""

from __future__ import annotations

import unicodedata

from chinese.scripts import simplified

END = "_"


def terms(text: str) -> list[str]:
    """The terms under which a text is found, in order.

    Chinese characters in overlapping pairs, the last of a run with `_` so that a search by
    prefix finds it alone; Latin words and figures whole, in small letters.

    >>> terms("牛肉IP 50个")
    ['牛肉', '肉_', 'ip', '50', '个_']
    """
    found: list[str] = []
    for run in runs(text):
        found += [run] if run[0].isascii() else _pairs(run + END)
    return found


def query_terms(text: str) -> list[str]:
    """The terms of a search: those of the text, its last run as what may go on in print.

    >>> query_terms("清徐老醋")
    ['清徐', '徐老', '老醋']
    >>> query_terms("底6月")
    ['底_', '6', '月']
    """
    *before, last = runs(text) or [""]
    if not last:
        return []
    found = [term for run in before for term in terms(run)]
    whole = last[0].isascii() or len(last) == 1
    return found + ([last] if whole else _pairs(last))


def pairs(text: str) -> list[str]:
    """The bare pairs of a text without blanks and punctuation, for comparing two names."""
    return _pairs("".join(runs(text)))


def _pairs(run: str) -> list[str]:
    return [run[index : index + 2] for index in range(len(run) - 1)]


def runs(text: str) -> list[str]:
    """Stretches of characters of one kind: Latin letters and digits, or all other letters.

    In small letters and simplified characters, so that either script finds the other.
    """
    return runs_as_typed(simplified(unicodedata.normalize("NFKC", text)))


def runs_as_typed(text: str) -> list[str]:
    """The same stretches in the script in which they were typed."""
    found: list[str] = []
    open_run = False
    for character in unicodedata.normalize("NFKC", text).lower():
        if not character.isalnum():
            open_run = False
        elif open_run and found[-1][0].isascii() == character.isascii():
            found[-1] += character
        else:
            found.append(character)
            open_run = True
    return found
