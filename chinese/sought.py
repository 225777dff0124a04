"""What is looked for: the words of a query, and where each stands in print.

What is typed without a blank is one word and stands together in print: 6月底, 1.3亿元, 1-9月. A
number is whole: 6 stands in neither 9860 nor 66.6.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable
from functools import lru_cache

from chinese.scripts import simplified

# Signs inside a number or a date, which part nothing: 1.48, 1,200, 1-9, 6:30, 2026/11.
_INNER = ".,:/~-"
_WORD = re.compile(rf"(?:[^\W_]|(?<=[0-9])[{_INNER}](?=[0-9]))+")
_PRINTED = {"-": "[-–—－]", "~": "[~～〜]", ".": "[.．]", ",": "[,，]", ":": "[:：∶]", "/": "[/／]"}
_DIGITS = "0-9０-９"
_LATIN = f"{_DIGITS}A-Za-zＡ-Ｚａ-ｚ"
_BLANKS = "[ \u00a0\u3000]*"
_WIDE = 0xFEE0  # from a half-width letter or digit to its full-width form


def words_as_typed(query: str) -> list[str]:
    """The words of a query in the script in which they were typed, full-width forms folded.

    >>> words_as_typed("１.３亿元 戲臺，IP授权")
    ['1.3亿元', '戲臺', 'ip授权']
    """
    return _WORD.findall(unicodedata.normalize("NFKC", query).lower())


def words(query: str) -> list[str]:
    """Each word once, in simplified characters.

    >>> words("6月底 戲臺 戏台")
    ['6月底', '戏台']
    """
    return list(dict.fromkeys(simplified(word) for word in words_as_typed(query)))


def is_plain(word: str) -> bool:
    """Whether it is Chinese characters alone, which stand anywhere."""
    return not any(character.isascii() for character in word)


@lru_cache(maxsize=256)
def pattern(word: str) -> str:
    """Where a word stands in print, as a regular expression that Python and PostgreSQL both read.

    Digits and letters match in both widths, and never inside a longer number or Latin word;
    between them and characters the print may have a blank.

    >>> bool(re.search(pattern("6月底"), "到 6 月底"))
    True
    >>> bool(re.search(pattern("5亿"), "1.5亿")), bool(re.search(pattern("5亿"), "15亿"))
    (False, False)
    """
    return _BLANKS.join(_group(stretch) for stretch in re.findall(r"[!-~]+|[^!-~]+", word))


def _group(stretch: str) -> str:
    if not stretch.isascii():
        return re.escape(stretch)
    first, *others = (_printed(character) for character in stretch)
    # The first character before what may not precede it: engines look for that one quickly.
    before = f"(?<![{_LATIN}]{first})"
    before += f"(?<![{_DIGITS}][.．,]{first})" if stretch[0].isdigit() else ""
    after = f"(?![{_LATIN}])"
    after += f"(?![.．,][{_DIGITS}])" if stretch[-1].isdigit() else ""
    return first + before + "".join(others) + after


def _printed(character: str) -> str:
    if character in _PRINTED:
        return _PRINTED[character]
    return f"[{character}{chr(ord(character) + _WIDE)}]"


def anywhere(found: Iterable[str]) -> re.Pattern[str]:
    """Any of the words, the longest first, in capitals or small letters."""
    return _compiled(tuple(sorted(found, key=len, reverse=True)))


@lru_cache(maxsize=256)
def _compiled(longest_first: tuple[str, ...]) -> re.Pattern[str]:
    return re.compile("|".join(f"(?:{pattern(word)})" for word in longest_first), re.IGNORECASE)
