"""A sum that tells by its place that it is the cost of a work, or of all works and of none."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import TYPE_CHECKING

from chinese.figures import Figure
from chinese.measures import is_a_difference, measure_of
from chinese.wordlists import any_of, words
from ingest.extraction.words.lists import ADVERB, GOVERN, HEADS, one_of

if TYPE_CHECKING:
    from ingest.extraction.clauses.sentences import Clause

_ENDS, _PARTS = (
    re.compile("[。;!?\n]"),
    re.compile("[,:]|(?<=[0-9][^,:、])、|(?<=[米位班间亩层])、"),
)
_NEAR = 80  # characters
_COUNTS = re.compile("[0-9两三四五六七八九十][余多]?[座个处所家栋条]")
_LEAST = 100_000  # yuan; a fare or a price is less
_SHORTEST_HOUSE = 4  # characters of its name
_LISTED = re.compile("[^,;:。!?…\n]+")
_OF_A_PROJECT = re.compile("的[^,、。;]{2,24}?(?:项目|工程)")
_COMPLETES = re.compile("(?:^|[,、:;。])完成投资[约近]?$")
# 3.6亿元的铝箔项目在县经开区开工; but 2亿元的水利项目资金 is a fund.
_OF_A_NAMED_PROJECT = re.compile(f"{_OF_A_PROJECT.pattern}(?!{one_of('goes on a project')})")
# A sum that begins an item: nothing before it can tell what it measures.
_COSTING = re.compile(r"[,、:;和。!?\n]")
# 三块加起来, 三步总投入, 几处合计: what several things cost together.
_ALL_TOLD = re.compile(
    f"[两三四五六七八九几]{one_of('piece of several')}(?:工程|项目)?{one_of('told together')}"
)
# 两栋楼合计概算1.9亿元
_HOUSES_TOLD = re.compile(
    f"[两二三四五六七八九几]{one_of('piece of several', 'house of several')}[^,。;、的0-9]{{0,4}}?"
    f"{one_of('told together')}"
)
_THE_COUNTY = re.compile(f"{one_of('the whole county')}[^,。;]{{0,16}}{one_of('does over time')}")
# 2016年全县投入3.9亿元改善办学条件: what all of it cost in a year gone by.
_THE_COUNTY_THEN = re.compile(
    f"(?:(?:19|20)[0-9]{{2}}年|去年|上年|前年|过去[^,0-9]{{1,4}}年),?{one_of('the whole county')}"
)
_COUNTY_NEAR = 2  # clauses
_BETWEEN = 3  # clauses between a work and its cost
_BROUGHT_TO = re.compile(
    "[由从](?:原来|原先|最初|当初|原定)?的?[0-9.]+[万亿]元"
    f"{any_of(words('measures', 'made to'))}了?[约近]?$"
)
_EACH_ITS_OWN = re.compile(one_of("each"))
_WHOLE_NAME = 3  # characters
_LONGEST_SUBJECT, _LONGEST_STAGE = 18, 12  # characters


def follows_a_work(text: str, figure: Figure) -> bool:
    """陶瓷博物馆明年封顶,9800平方米,|1.6亿元: behind a work and how large it is stands its cost."""
    alone = text[figure.start - 1 : figure.start] in (",", "、")
    if not alone or figure.value is None or figure.value < _LEAST:
        return False
    line = _ENDS.split(text[max(0, figure.start - _NEAR) : figure.start])[-1]
    told = _PARTS.split(line)[:-1]
    for clause in reversed(told[-_BETWEEN:]):
        for place, word, kind in HEADS.every(clause[:_LONGEST_SUBJECT]):
            behind = clause[place + len(word) :]
            whole = place or len(word) >= _WHOLE_NAME  # 消防站刚封顶,2600万元
            if kind == "facility" and whole and not _COUNTS.search(clause):
                return len(behind) <= _LONGEST_STAGE and not set("元、") & set(clause)
        if not any(each.isdigit() for each in clause):
            return False
    return False


def measure_beside_a_work(text: str, figure: Figure) -> str:
    """What a sum says of a work beside it, where no word tells what it measures.

    滨河南路(1.3亿元), 1.3亿元的滨河南路: it is what the work costs.
    """
    measure = measure_of(text, figure.start, figure.end, beside_a_work=True)
    if measure == "part" and _OF_A_PROJECT.match(text, figure.end):
        return "total"  # 其中甲公司投资6亿元的养殖项目: a whole work among others
    if measure == "done" and _COMPLETES.search(text, 0, figure.start) and _of_a_work(text, figure):
        return "total"  # 完成投资3亿元的龙泉大道建设: what is to be completed costs so much
    if measure != "none" or is_a_difference(text, figure.start, figure.end):
        return measure
    if _is_brought_to(text, figure):
        return "total"
    enclosed = text[: figure.start].endswith("(") and text[figure.end : figure.end + 1] in "),、,"
    if enclosed and HEADS.before(text, figure.start - 1):
        return "total"
    if _stands_in_a_list(text, figure) or _is_right_behind(text, figure):
        return "total"
    if text.endswith(("前者", "后者"), 0, figure.start):
        return "total"  # 体育公园与文化馆…,前者9600万元,后者1.25亿元
    return "total" if _begins_an_item(text, figure) and _of_a_work(text, figure) else "none"


def _is_brought_to(text: str, figure: Figure) -> bool:
    """老街改造工程由原先的1.1亿元缩减到9500万元: a work, what it was to cost, and what it does."""
    line = _ENDS.split(text[max(0, figure.start - _NEAR) : figure.start])[-1]
    brought = _BROUGHT_TO.search(line)
    return brought is not None and HEADS.before(line, brought.start()) is not None


def _begins_an_item(text: str, figure: Figure) -> bool:
    """Whether but a verb of building and adverbs stand before a sum: 要盯紧12.5亿元的…."""
    first = figure.start
    while word := GOVERN.before(text, first) or ADVERB.before(text, first):
        first -= len(word[0])
    return not first or _COSTING.match(text, first - 1) is not None


def _stands_in_a_list(text: str, figure: Figure) -> bool:
    """S307改线,27.5公里,4.1亿元,…: a sum alone between commas, in a line that opens with a work."""
    if text[figure.end : figure.end + 1] not in ",;。":
        return False
    if follows_a_work(text, figure):
        return True
    if text[figure.start - 1 : figure.start] != ",":
        return False
    line = re.split(r"[。;!?:\n]", text[max(0, figure.start - 80) : figure.start])[-1]
    first = line.split(",")[0]
    return len(first) <= 20 and HEADS.before(first, len(first)) is not None


def _is_right_behind(text: str, figure: Figure) -> bool:
    """…;供电局宿舍850万元,重点改管网: a house and its cost, and nothing else in the clause."""
    if text[figure.end : figure.end + 1] not in ",;。、":
        return False
    before = re.split(r"[,。;:!?\n]", text[max(0, figure.start - 20) : figure.start])[-1]
    head = HEADS.before(before, len(before))
    if head is None or head[1] != "facility" or len(before) < _SHORTEST_HOUSE or "、" in before:
        return False
    return figure.value is not None and figure.value >= _LEAST


def _of_a_work(text: str, figure: Figure) -> bool:
    """Whether the thing behind `…元的` is a work, or stands in a list of which one is."""
    if text[figure.end : figure.end + 1] != "的":
        return False
    if _OF_A_NAMED_PROJECT.match(text, figure.end):
        return True
    listed = _LISTED.match(text, figure.end + 1)
    items = re.split(r"[、和]", listed[0]) if listed else []
    return any(_is_work(each) for each in items)


def _is_work(item: str) -> bool:
    item = item.removesuffix("建设")
    head = HEADS.before(item, len(item))
    return head is not None and head[1] != "action"


def shares_out(clause: Clause) -> bool:
    """投资分别为2.2亿元、4.6亿元和6500万元: each is of one work, in their order."""
    return len(clause.sums) > 1 and _EACH_ITS_OWN.search(clause.text) is not None


def is_of_all(segment: Sequence[Clause], names: Sequence[str]) -> bool:
    """全县累计改造9860户,投入27亿元; 三块加起来5.6亿元: a sum of no one of the works told of."""
    clause = segment[-1]
    first = min(each.figure.start for each in clause.sums) - clause.start
    if _ALL_TOLD.search(clause.text, 0, first):
        return True
    if len(names) > 1 and _HOUSES_TOLD.search(clause.text, 0, first):
        return True
    return any(
        _tells_of_the_county(each) and not any(name in each.text for name in names)
        for each in segment[-_COUNTY_NEAR:]
    )


def _tells_of_the_county(clause: Clause) -> bool:
    return bool(_THE_COUNTY.search(clause.text) or _THE_COUNTY_THEN.match(clause.text))
