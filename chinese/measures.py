"""What a sum measures: the announced total, the plan of a year, what is done, paid, a part.

The nearest cue before the sum in its clause decides; where the clause has none, a 投资 that
follows it, then the clause before.
"""

from __future__ import annotations

import re

from chinese.bare import costs_a_thing, is_bare_cost
from chinese.changed import held_before, is_now, was_for_a_while
from chinese.figures import is_asked
from chinese.folding import fold_characters
from chinese.shares import measure_of_share
from chinese.wordlists import Lexicon, any_of, words
from chinese.yearly import is_one_of_several, is_their_sum

MEASURES = ("total", "approved", "year", "done", "paid", "part", "none")

_CUES = Lexicon.read("measures", *MEASURES)
_FINISHING = Lexicon.read("measures", "finishing")
_PHASE = re.compile(r"(?:其中)?[一二三四首]期")
# 完成总投资2.7亿元的公路改建工程: the whole cost of what follows, whatever verb governs it.
_OF_WHAT_FOLLOWS = re.compile("总投资(?:额|约|达|近|超过?)?$")
_INVESTED_IN = re.compile("的[^,。;、的]{2,24}(?:工程|项目|[路桥馆院校楼站园厂])")
_INVESTED = re.compile("(?:的)?(?:总)?投资")
_COST_BEHIND = re.compile(f"的?总?{any_of(words('measures', 'cost behind'))}")
# 由2.1亿元调增到2.46亿元: the figure before the change holds no longer.
_CHANGED_TO = any_of(words("measures", "changed")) + "[^,。;0-9、]{0,3}[到至为]"
_GROWN = re.compile("[^,。;0-9、]{0,3}" + _CHANGED_TO)
_GREW_TO = re.compile(_CHANGED_TO + "了?[约近]?$")
# 其中游客中心总投资4600万元: the whole cost of one of those named before.
_ONE_OF_THEM = re.compile(r"^其中[^,]{3,}(?:总投资|(?:工程|项目)投资)")
# 再投2.4亿元, 自筹68万元建设: what a work costs, whoever pays.
_SPENT = re.compile(r"(?:再|又|另|共|拟|总|先后|,|^)投(?:下|了)?(?:约|近)?$")
_TO_BUILD = re.compile(
    f"{any_of(words('measures', 'builds with it'))}(?!{any_of(words('measures', 'no building'))})"
    "(?:[了的]?[^,。;、]{3}|[成起]?来?的[,。;])"
)
_BUILDS = re.compile(any_of(words("measures", "builds with it")))
_THIS_YEAR = re.compile(
    r"(?:今年|当年|本年|年度|年内|20[0-9]{2}年)[^,。;]{0,6}(?:计划|拟|安排)[^,。;]{0,4}$"
)
# 亿元以上项目80个: the sum that sorts works is that of a whole work.
_SORTS_WORKS = re.compile("的?[^,。;、0-9]{0,4}项目(?!完成)|[0-9]+[个项]")
_BEYOND = ("以上", "以下")
# 全社会固定资产投资36.7亿元, 技改投资突破20亿元: what is spent in a year, of no work.
_OF_A_KIND = re.compile(any_of(words("measures", "kind of investment")) + "$")
_TO_COME = re.compile(any_of(words("measures", "to come")))
# 每亩投资不低于1500元, 户均投资3000元: a price.
# 大殿大修方案获批,预算460万元: what is set aside for a work; in a tender it is a ceiling.
_SET_ASIDE = words("measures", "set aside")
_OF_ONE_UNIT = re.compile("(?:每[一-鿿]{1,3}|[亩户人]均)$")
# 总投资2.3亿元,今年再投6000万元: the share of a year.
_OF_THE_YEAR = re.compile(r"(?:今年|本年|年内|明年)[^,。;、0-9]{0,4}再投(?:入|资)?(?:约|近)?$")
# 以4560万元的价格由省路桥公司中标: what a contractor is paid.
_WON_FOR = re.compile("以(?:总价|报价)?[约近]?$")
_WON = re.compile(
    f"(?:的(?:价格|报价|总价|中标价))?(?:(?!投资)[^,。;0-9]){{0,14}}?"
    f"{any_of(words('measures', 'won for it'))}"
)
# 比上年减少投资300万元, 投资同比减少800万元: by how much, and not how much.
_DIFFERENCE = re.compile(
    f"(?<![至不最]){any_of(words('measures', 'difference'))}了?(?:的)?"
    f"{any_of(words('measures', 'money of a difference'))}?了?[约近]?$"
)
# 新增投资2000万元,总投资达1.4亿元: what was added to a sum that follows.
_ADDED = re.compile("(?:新增|追加)(?:了|加)?(?:总?投资|资金|投入)[约近]?$")
_NOW_IN_ALL = re.compile(
    "[,;][^,。;0-9]{0,6}?(?:总投资|投资总额|总概算)(?:已|则)?(?:达|增|升|变|为)"
)
_TASK = re.compile("的?(?:年度)?(?:投资|建设|招商)?(?:任务|缺口)")
_NO_COST = re.compile(
    f"{any_of(words('measures', 'surely no cost'))}(?:(?!投资)[^,。;0-9]){{0,4}}$"
)
_SPENDING = Lexicon.read("measures", "spent")
_ABOUT = re.compile("[约近超逾]$")
_LARGE = re.compile("[0-9]{2,}(?:[.][0-9]+)?万|[0-9.]+亿")
_IN_PART = re.compile("[多少先再每]$|每[年月天人户亩]")
_REACH = 30


def measure_of(text: str, start: int, end: int, *, beside_a_work: bool = False) -> str:
    """One of `MEASURES` for the sum at this place of a folded text.

    `beside_a_work`: whether the reader knows of which work, so that a share is a share of it.
    """
    sorts_works = text.endswith(_BEYOND, start, end) and _SORTS_WORKS.match(text, end)
    if sorts_works or _COST_BEHIND.match(text, end):
        return "total"
    said = _said_before(text, start, ",。;!?、元\n", _REACH)
    if _OF_WHAT_FOLLOWS.search(said) and _INVESTED_IN.match(text, end):
        return "total"
    if (
        is_asked(text, start)
        or _TASK.match(text, end)
        or (_WON_FOR.search(said) and _WON.match(text, end))
    ):
        return "none"
    if held_before(text, said, end) or was_for_a_while(text, start, end):
        return "none"
    if is_a_difference(text, start, end):
        return "none"
    cue = _nearest(said)
    if is_now(text, start, end) and (cue is None or cue[1] == "none"):
        return "total"
    if _OF_THE_YEAR.search(said):
        return "year"
    if is_their_sum(text, start):
        return "done"
    if is_one_of_several(text, start) and not _BUILDS.match(text, end):
        return "done"
    if _SPENT.search(said) or _is_spent(said, text[start:end]) or _TO_BUILD.match(text, end):
        return "total"
    if cue is None and _GREW_TO.search(said):
        said = _said_before(text, start, ",。;!?、\n", _REACH)
        cue = _nearest(said)
    if cue is None and _INVESTED.match(text, end):
        return "total"
    if cue is None:
        carried = _carried(text, start - len(said), said)
        alone = is_bare_cost(text, start, end) or costs_a_thing(text, start, end)
        return "total" if carried == "none" and alone else carried
    if _GROWN.match(text, end):
        return "none"
    if said in _SET_ASIDE and is_bare_cost(text, start - len(said), end):
        return "total"
    if cue[1] == "part" and beside_a_work:
        return "part"
    return _by_its_cue(text, start - len(said), said, *cue)


def is_a_difference(text: str, start: int, end: int) -> bool:
    """Whether a sum only tells by how much another one changed, or how much of it is missing.

    >>> is_a_difference("已投资3800万元,还差400万元", 12, 17)
    True
    """
    said = _said_before(text, start, ",。;!?、元\n", _REACH)
    if _ADDED.search(said):
        return _NOW_IN_ALL.match(text, end) is not None
    return _DIFFERENCE.search(said) is not None


def is_no_cost(text: str, start: int, end: int) -> bool:
    """Whether a sum is surely not what a work costs, whatever it stands beside.

    合同价265万元, 以265万元中标: what a contractor is paid; 欠工程款6200万元, 县里配套45万元: what
    is owed, and what one of several pays.
    """
    said = _said_before(text, start, ",。;!?、元\n", _REACH)
    won = _WON_FOR.search(said) and _WON.match(text, end)
    task = _TASK.match(text, end)  # 6.7亿元的投资任务
    return bool(won or task) or _NO_COST.search(said) is not None


def measure_of_column(head: str) -> str:
    """What the sums under such a head measure: 总投资(万元), 2024年计划投资; else nothing."""
    head = fold_characters(head)
    cue = _nearest(head)
    return _by_its_cue(head, 0, head, *cue) if cue else ""


def _by_its_cue(text: str, start: int, said: str, word: str, measure: str) -> str:
    """What the cue nearest to a sum tells, by what stands before it in `said`."""
    before = said[: said.rindex(word)]
    if measure == "total":
        return _kind_of_investment(before, said)
    if measure in ("done", "year") and word.endswith("完成") and _ends_with_other_money(before):
        return "none"
    return measure_of_share(text, start + len(before), word) if measure == "part" else measure


def _ends_with_other_money(before: str) -> bool:
    """财政收入|完成1.27亿元, 生产总值|预计完成…: of no investment."""
    cue = _nearest(before)
    return cue is not None and cue[1] == "none"


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
    if _OF_A_KIND.search(before) and "其中" not in before:
        return "none" if _TO_COME.search(said) else "done"
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
    said = _said_before(text, clause_start, ",。;!?\n", 2 * _REACH)
    cue = _nearest(said)
    if cue is None:
        return "none"
    if cue[1] == "part":
        return _by_its_cue(text, clause_start - len(said), said, *cue)
    return cue[1]
