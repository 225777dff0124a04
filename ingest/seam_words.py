"""Why two pieces were joined, in the language of whoever reads it.

The proposal keeps the reason as it was found, in Chinese (`ordering.reasons`); here it is taken
apart again and said anew. What is said in other words stays as it is.
"""

from __future__ import annotations

import re

from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

_QUOTED = "“(.*?)”"
_CLAUSES = [
    (re.compile(pattern.replace("Q", _QUOTED) + "(?:，|$)"), words)
    for pattern, words in (
        ("接Q成词Q", gettext_lazy("with “{0}” it makes the word “{1}”")),
        ("接Q成句", gettext_lazy("with “{0}” it makes a sentence")),
        ("Q后接Q", gettext_lazy("“{0}” is followed by “{1}”")),
        ("Q在本版另处也有", gettext_lazy("“{0}” stands elsewhere on this page too")),
        ("引号、括号正好合上", gettext_lazy("quotes and brackets close")),
        ("Q不像一段的开头", gettext_lazy("“{0}” begins no paragraph")),
        ("两段说的是同一件事", gettext_lazy("both speak of the same thing")),
        ("就是下一段", gettext_lazy("it is the next paragraph")),
        ("在下一栏中间", gettext_lazy("amid the next column")),
        ("隔着标题", gettext_lazy("beyond a headline")),
        ("隔着一栏", gettext_lazy("beyond a column")),
        ("在后面不远处", gettext_lazy("not far behind it")),
        ("在后面较远处", gettext_lazy("far behind it")),
        ("排在前面不远处", gettext_lazy("not far before it")),
        ("排在前面较远处", gettext_lazy("far before it")),
        ("没有别的接法", gettext_lazy("it fits nowhere else")),
        ("另一处Q也能成词Q", gettext_lazy("with “{0}” elsewhere it makes the word “{1}” too")),
        ("另一处Q也能成句", gettext_lazy("with “{0}” elsewhere it makes a sentence too")),
    )
]


def seam_words(reason: str) -> str:
    """The reason, clause by clause: 接“池”成词“雨水收集池”，在下一栏中间."""
    said, at = [], 0
    while at < len(reason):
        found = next(
            ((match, words) for pattern, words in _CLAUSES if (match := pattern.match(reason, at))),
            None,
        )
        if found is None:
            said.append(reason[at:])
            break
        match, words = found
        said.append(str(words).format(*match.groups()))
        at = match.end()
    return _(", ").join(said)
