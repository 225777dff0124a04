"""What a sum measures: the announced total, the plan of a year, what is done, paid, a part.

The nearest cue before the sum in its clause decides; where the clause has none, a 投资 that
follows it, then the clause before.
"""

from __future__ import annotations

import re

from chinese.wordlists import Lexicon, any_of, words

MEASURES = ("total", "approved", "year", "done", "paid", "part", "none")

_CUES = Lexicon.read("measures", *MEASURES)
_FINISHING = Lexicon.read("measures", "finishing")
_PHASE = re.compile(r"(?:其中)?[一二三四首]期")
_INVESTED = re.compile(r"(?:的)?(?:总)?投资")
# 由2.1亿元调增到2.46亿元: the figure before the change holds no longer.
_CHANGED_TO = any_of(words("measures", "changed")) + "[^,。;0-9、]{0,3}[到至为]"
_GROWN = re.compile("[^,。;0-9、]{0,3}" + _CHANGED_TO)
_GREW_TO = re.compile(_CHANGED_TO + "了?[约近]?$")
# 其中游客中心总投资4600万元: the whole cost of one of those named before.
_ONE_OF_THEM = re.compile(r"^其中[^,]{3,}(?:总投资|(?:工程|项目)投资)")
# 再投2.4亿元, 自筹68万元建设: what a work costs, whoever pays.
_SPENT = re.compile(r"(?:再|又|共|拟|总|先后|,|^)投(?:下|了)?(?:约|近)?$")
_TO_BUILD = re.compile(
    r"(?:建设|修建|兴建|新建|建起|建成|建)(?!成本|资金|费|贷|补)[了的]?[^,。;、]{3}"
)
_THIS_YEAR = re.compile(
    r"(?:今年|当年|本年|年度|年内|20[0-9]{2}年)[^,。;]{0,6}(?:计划|拟|安排)[^,。;]{0,4}$"
)
# 每亩投资不低于1500元, 户均投资3000元: a price.
_OF_ONE_UNIT = re.compile("(?:每[一-鿿]{1,3}|[亩户人]均)$")
# 总投资2.3亿元,今年再投6000万元: the share of a year.
_OF_THE_YEAR = re.compile(r"(?:今年|本年|年内|明年)[^,。;、0-9]{0,4}再投(?:入|资)?(?:约|近)?$")
_SPENDING = Lexicon.read("measures", "spent")
_ABOUT = re.compile("[约近超逾]$")
_LARGE = re.compile("[0-9]{2,}(?:[.][0-9]+)?万|[0-9.]+亿")
_IN_PART = re.compile("[多少先再每]$|每[年月天人户亩]")
_REACH = 30


def measure_of(text: str, start: int, end: int) -> str:
    """One of `MEASURES` for the sum at this place of a folded text."""
    said = _said_before(text, start, ",。;!?、元\n", _REACH)
    cue = _nearest(said)
    if _OF_THE_YEAR.search(said):
        return "year"
    if _SPENT.search(said) or _is_spent(said, text[start:end]) or _TO_BUILD.match(text, end):
        return "total"
    if cue is None and _GREW_TO.search(said):
        said = _said_before(text, start, ",。;!?、\n", _REACH)
        cue = _nearest(said)
    if cue is None and _INVESTED.match(text, end):
        return "total"
    if cue is None:
        return _carried(text, start - len(said), said)
    word, measure = cue
    if _GROWN.match(text, end):
        return "none"
    if measure == "total":
        return _kind_of_investment(said[: said.rindex(word)], said)
    return measure


def _is_spent(said: str, printed: str) -> bool:
    """这座桥花了310万元, 总共得1800万元; what is spent beyond a sum or each year is no cost."""
    said = _ABOUT.sub("", said)
    word = _SPENDING.before(said, len(said))
    before = said[: len(said) - len(word[0])] if word else ""
    return word is not None and bool(_LARGE.match(printed)) and not _IN_PART.search(before)


def _said_before(text: str, end: int, stops: str, reach: int) -> str:
    """What stands before a place, back to the last stop, at most `reach` characters."""
    start = end
    while start and end - start < reach and text[start - 1] not in stops:
        start -= 1
    return text[start:end]


def _nearest(said: str) -> tuple[str, str] | None:
    hits = _CUES.every(said)
    return hits[-1][1:] if hits else None


def _kind_of_investment(before: str, said: str) -> str:
    """完成交通投资 is done, 今年计划投资 is the year's plan, 其中…投资 a part."""
    if _THIS_YEAR.search(said[: len(before)] + "计划") and "计划" in said:
        return "year"
    if _OF_ONE_UNIT.search(before):
        return "none"
    hits = _CUES.every(before)
    labels = {label for _, _, label in hits}
    if "year" in labels:
        return "year"
    if _FINISHING.every(before) or "done" in labels:
        return "done"
    phase = _PHASE.match(said.strip())
    if "part" in labels and _ONE_OF_THEM.match(said):
        return "total"
    return "part" if "part" in labels or phase else "total"


def _carried(text: str, clause_start: int, said: str) -> str:
    """Without a cue of its own a sum goes on with those before: 总投资3亿元、2亿元和1亿元."""
    before = text[clause_start - 1] if clause_start else ""
    if before != "、" and not (before == "元" and said in ("和", "及", "与")):
        return "none"
    cue = _nearest(_said_before(text, clause_start, ",。;!?\n", 2 * _REACH))
    return cue[1] if cue else "none"
