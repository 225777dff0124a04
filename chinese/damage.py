"""Print around a figure that leaves its value in doubt: such a figure gets none, and a reason."""

from __future__ import annotations

import re

from chinese.figures import Figure

_BEHIND = re.compile(r"\.[^\s,。;]|·[^\s,。;年月日天人次]")
_POINTS = (".", "·")
_STOPPED = re.compile(r"[0-9]。$")
_BEFORE = re.compile(r"[\u4e00-\u9fff][0-9.,]{1,12}[ \n]$")


def damage_around(text: str, figure: Figure) -> str:
    """Why the print around a figure of a folded text leaves it in doubt, or nothing.

    `75亿元.分` has lost something; a point with a blank behind it (3亿元. 项目) ends a sentence.
    `3。5亿元` may be 3.5 or 5. Of `总投资2 300万元` nobody knows whether the figure begins
    before the blank.
    """
    if text[figure.end : figure.end + 1] in _POINTS and _BEHIND.match(text, figure.end):
        return "damaged print after the figure"
    if _STOPPED.search(text, max(0, figure.start - 2), figure.start):
        return "a full stop stands inside the figure"
    if text[figure.start - 1 : figure.start] in (" ", "\n") and _BEFORE.search(
        text, max(0, figure.start - 15), figure.start
    ):
        return "a blank stands inside the figure"
    return ""
