"""A sum without a word of its own that is what a work cost: …大桥,长286米,3400万元,年底合龙.

It stands alone between two commas, is large, and its sentence tells how large or how far something
built is. Where the sentence speaks of other money (补贴, 销售, 收入) nothing is claimed.
"""

from __future__ import annotations

import re

from chinese.stages import words_by_stage
from chinese.wordlists import Lexicon, any_of, words

_NEAR, _BEHIND = 80, 40  # characters that are looked at before and behind a sum
_ENDS = re.compile("[。;!?\n]")
# 共385万元, 三座合起来620万元, 连装修带设备2600万元
_SAID_WITH = re.compile(f"[,:、( ](?:{any_of(words('measures', 'all told'))})?[约近]?$")
_WITH_ALL = re.compile(
    "[,:、](?:连[^,、0-9]{1,12}(?:在内|带[^,、0-9]{1,6})|[^,、0-9]{0,3}[两三四五几]?[项座样条块处](?:合|加)起来)(?:一?共|总共)?[约近]?$"
)
_THING = re.compile("的[^,。;、!?:0-9]{2,14}")
_ITEM = re.compile("(?:^|[,。;、:!?和“\n]|分别是|分别为)$")
_NO_THING = re.compile(any_of(words("measures", "no thing")))
_ALONE_AFTER = ",;。、:)! \n"
# 资金4800万元由贷款解决, 已到账: from whom it comes, whether it has.
_MET = re.compile("由|已|全部")
_LARGE = re.compile("[0-9]{2,}(?:[.][0-9]+)?万|[0-9.]+亿")
_FOREIGN = ("美元", "欧元", "日元", "港元")
_SIZE = re.compile(
    f"[0-9两三四五六七八九十][万亿]?[多余]?{any_of(words('measures', 'size of a work'))}|"
    "[占用]地[^,。;0-9]{0,2}[0-9.]+[多余]?亩|[年日][^,。;0-9]{1,6}[0-9.]+万?吨"
)
_A_SUM = re.compile("[0-9万亿]元")
_STAGES = Lexicon(words_by_stage())
_OTHER_MONEY = Lexicon.read("measures", "none", "no cost", "part")
# 1.2亿元,同比增长8%: what grows is no cost.
_GROWS = re.compile(any_of(words("measures", "grows")))


def is_bare_cost(text: str, start: int, end: int) -> bool:
    """Whether the sum at this place stands alone in a sentence about something that is built."""
    if not _LARGE.search(text[start:end]) or text.endswith(_FOREIGN, start, end):
        return False
    if text[end : end + 1] not in _ALONE_AFTER and not _MET.match(text, end):
        return False
    line = _ENDS.split(text[max(0, start - _NEAR) : start])[-1]
    alone = _SAID_WITH.search(line) or _WITH_ALL.search(line)
    if not alone or _A_SUM.search(line) or _OTHER_MONEY.every(line):
        return False
    behind = _ENDS.split(text[end : end + _BEHIND])[0]
    if _GROWS.match(behind, 1):
        return False
    sized = _SIZE.search(line) or _SIZE.search(behind.split("元")[0])
    return bool(sized or _STAGES.every(line) or _STAGES.every(behind))


def costs_a_thing(text: str, start: int, end: int) -> bool:
    """3.8亿元的智慧渔港, 9000万元的包装印刷: the thing behind a large sum that begins an item."""
    thing = _THING.match(text, end)
    if (
        not thing
        or not _LARGE.search(text[start:end])
        or not _ITEM.search(text[max(0, start - 4) : start])
    ):
        return False
    return not _NO_THING.search(thing[0]) and not _OTHER_MONEY.every(thing[0])
