"""Print around a figure that leaves its value in doubt: such a figure gets none, and a reason."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import pairwise
from typing import NamedTuple

from chinese.figures import Figure
from chinese.units import MONEY
from chinese.wordlists import any_of, words

_SUMS = (*MONEY, "spoken", "coin")
_REACH = 18  # characters before a figure that may belong to it
_SIGN = any_of(words("damage", "sign inside"), words("damage", "hole"))
_SIGN_IN_A_SUM = any_of(words("damage", "sign inside a sum"))
_WORD_IN_A_SUM = any_of(words("damage", "word inside a sum"))
_NEXT_OF_A_GUESS = "|".join(f"(?<={a}、){b}" for a, b in pairwise("一二三四五六七八九"))


class Doubt(NamedTuple):
    """Print that leaves a figure in doubt: what stands before it, what behind it, and why."""

    reason: str
    before: re.Pattern[str] | None = None
    behind: re.Pattern[str] | None = None
    within: re.Pattern[str] | None = None

    def is_cast_on(self, text: str, figure: Figure) -> bool:
        """Whether the print around (or of) this figure is of this kind."""
        first = max(0, figure.start - _REACH)
        if self.before and not self.before.search(text, first, figure.start):
            return False
        if self.within and not self.within.search(text, figure.number_start, figure.end):
            return False
        return not self.behind or self.behind.match(text, figure.end) is not None


_OF_ALL = (
    # 75亿元.分别为; a point with a blank behind it (3亿元. 项目) ends a sentence.
    Doubt(
        "damaged print after the figure",
        behind=re.compile(r"\.[^\s,。;]|·[^\s,。;年月日天人次]"),
    ),
    # 3。5亿元 may be 3.5 or 5.
    Doubt("a full stop stands inside the figure", before=re.compile(r"[0-9]。$")),
    # Of 总投资2 300万元 nobody knows whether the figure begins before the blank.
    Doubt(
        "a blank stands inside the figure",
        before=re.compile(r"[\u4e00-\u9fff][0-9][0-9., \n]{0,12}[ \n]$"),
    ),
    # 3'500万元, 3!5亿元, 3--5亿元
    Doubt("a sign stands inside the figure", before=re.compile(f"[0-9.](?:{_SIGN}){{1,3}}$")),
    Doubt(
        "a doubled dash stands inside the figure", before=re.compile(r"[0-9](?:--|~~|至至|到到)$")
    ),
    # 3(5亿元: the bracket is never closed. 3(5)亿元 has no figure before its unit.
    Doubt(
        "a bracket stands inside the figure",
        before=re.compile(r"[0-9]\($"),
        behind=re.compile(r"[^()]{0,20}(?:[(\n。]|$)|[^()]{21}"),
    ),
)
_OF_SUMS = (
    Doubt(
        "a sign stands inside the sum",
        before=re.compile(f"[0-9.](?:{_SIGN_IN_A_SUM}|-|~){{1,2}}$"),
    ),
    Doubt("a word stands inside the sum", before=re.compile(f"[0-9](?:{_WORD_IN_A_SUM})$")),
    # 千儿八百元, 数以百万元, 成千上万元
    Doubt("the figure is vague", before=re.compile("[百千万]儿$|(?:数以|成千)$")),
    # 一、二万元 is one or two, not the second of a list.
    Doubt("one figure or the other is meant", within=re.compile(_NEXT_OF_A_GUESS)),
    # 3)5亿元; but 1)5亿元用于… numbers an item.
    Doubt(
        "a bracket stands inside the sum",
        before=re.compile(r"[^\n。;,、:(0-9][0-9]{1,3}\)$(?<!\([0-9]\))(?<!\([0-9]{2}\))"),
    ),
    # 丨200万元: what stands for a figure of its own.
    Doubt("a sign stands for a figure", before=re.compile("[丨｜㇏]$")),
    # 3.5亿元亿元, 3.5亿元元
    Doubt("the unit is doubled", behind=re.compile(r"[万亿]元|元(?:[,。;、)]|$)")),
    # 3.5元亿, 3亿元5,
    Doubt(
        "figures without a unit stand behind the sum",
        behind=re.compile(r"[万亿](?![\u4e00-\u9fff])|[0-9][0-9.]*[万亿]?[,。;、)]"),
    ),
    # 3万5元 may be 30005 or 35000; 三万五元 is spoken.
    Doubt("a unit is lost inside the sum", within=re.compile(r"[0-9][千万亿][0-9][元万亿]")),
    # 5.600万元: a point for a comma, or a fraction with idle noughts?
    Doubt(
        "a point may part thousands", within=re.compile(r"(?<![0-9,])[0-9]{1,3}\.[0-9]00(?![0-9])")
    ),
    # 总投资达亿元: the figure is gone, as it is not in 产值过亿元.
    Doubt(
        "the figure is lost",
        before=re.compile(any_of(words("sums", "before a lost figure")) + "额?达到?$"),
        within=re.compile("(?<![0-9一二三四五六七八九十百千近上超过逾破余多来几0-9.])[万亿]元"),
    ),
    # 35()0万元: what is left begins with a nought, and says nothing of a scale.
    Doubt("the figures are lost", within=re.compile(r"(?<![0-9.,])0[万亿]")),
)
_OF_QUANTITIES = (
    # 3500方元: the unit was 万.
    Doubt(
        "a unit of money stands behind the measure", behind=re.compile("[万亿]?元(?:[,。;、)]|$)")
    ),
)


def damage_around(text: str, figure: Figure) -> str:
    """Why the print around a figure of a folded text leaves it in doubt, or nothing."""
    for doubt in _kinds(figure):
        if doubt.is_cast_on(text, figure):
            return doubt.reason
    return ""


def _kinds(figure: Figure) -> Iterator[Doubt]:
    yield from _OF_ALL
    yield from _OF_SUMS if figure.kind in _SUMS else _OF_QUANTITIES
