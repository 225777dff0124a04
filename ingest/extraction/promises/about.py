"""What a dated deed is about, where its own clause does not say.

灯具已经采购,2月底前|全部换好          the thing that the clause before tells of
目标价格补贴各算一半,头一批|兑付       … of which this is a part
问题214个,已整改198个,余下的|见底      what was counted, and what is left of it
集中免疫自9月16日开始,10月20日|结束    what began

Only deeds that cannot be without a thing are completed so, and only with printed words.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

import rjieba

from ingest.extraction.clauses.saying import plain, without_number
from ingest.extraction.clauses.sentences import Clause, Sentence
from ingest.extraction.words.lists import BODY, one_of

_BATCH = "(?:[头首]一?批|第[一二三四五]批|最后一批)"
_PART = re.compile(f"{_BATCH}|{one_of('what is left')}的?")
_ALL = re.compile(
    f"(?:{one_of('before an end', 'before it is paid')})*{one_of('all', 'piece by piece')}"
)
# 换好, 清运完毕, 整改到位: one deed that is done with something.
_DONE = re.compile(f"[一-鿿]{{0,2}}(?:{one_of('result of a deed', 'end of a deed')})")
_END = re.compile(one_of("result of a deed", "bare deed", "brought to an end"))
# 打进养殖户的存折, 退给家长, 拨付到项目: where to, and not what.
_GOES_TO = one_of("goes to", "goes to somebody")
_WHERE_TO = re.compile(f"{one_of('all', 'before it is paid')}*{_GOES_TO}[^,、0-9]{{1,10}}")
_ENDS = re.compile(f"[到至于在]?({one_of('ends a stretch')})")
_BEGAN = re.compile(f"[自从于]|起|(?:正式|全面|陆续)?{one_of('begins a stretch')}")
# 监控探头|已招标, 补贴|每亩, 工资|由县里垫付: behind a thing these go on about it.
_TOLD_OF = re.compile(f"([一-鿿“”]{{2,12}}?){one_of('goes on about a thing')}")
_HAS_A_THING = re.compile("[把将对给]")
_TAKEN = re.compile("[^,]{0,14}?[把将](?=[^,]{2})")
_IS = re.compile("[^,0-9是]{2,8}是([^,0-9是的]{3,12})")  # 最后一笔是退耕补助
_THING, _OF_A_THING = "nlji", "basf"
_GOES_ON = "dpcru"  # words that go on about a thing
_NO_THING = re.compile(
    f"{one_of('no topic')}$|{one_of('person title', 'says', 'asked')}|^{one_of('begins no topic')}"
)
_BACK, _FAR_BACK, _FEW = 4, 12, 4  # clauses, clauses, figures
_SHORTEST, _LONGEST, _NEAR = 2, 12, 60  # characters


def in_full(deed: str, sentence: Sentence, place: int) -> str:
    """目标价格补贴头一批兑付 of 头一批兑付: a deed, and what it is about."""
    if is_without_a_thing(deed):
        return told_before(sentence, place, of_a_part=_PART.match(deed) is not None) + deed
    return deed


def closing(sentence: Sentence, place: int) -> str:
    """The 报名截止 of 报名7月10日开始,7月20日截止, or nothing.

    Not of 造林任务2.4万亩,3月开始栽植,4月结束: what was counted ends then.
    """
    clause = sentence.clauses[place]
    ends = _ENDS.fullmatch(clause.without_dates(clause.text).strip())
    before = sentence.clauses[max(0, place - _FAR_BACK) : place]
    began = _what_began(before) if ends else ""
    return began + ends[1] if ends and began else ""


def is_without_a_thing(deed: str) -> bool:
    """全部兑付, 余下的退清, 更换到位, 退给家长; but 装修到位 and 恢复照明 are whole."""
    if _WHERE_TO.fullmatch(deed):
        return True
    part = _PART.match(deed) or _ALL.match(deed)
    left = deed[part.end() :] if part else deed
    if part and _END.fullmatch(left):
        return True
    if not (part or _DONE.fullmatch(left)) or _HAS_A_THING.search(left):
        return False
    return not any(tag[0] in _THING or tag in ("vn", "eng") for _, tag in rjieba.tag(left))


def _what_began(before: Sequence[Clause]) -> str:
    """The 集中免疫 of 集中免疫自9月16日开始, or nothing."""
    dated = [at for at, each in enumerate(before) if each.dates]
    if not dated or any(each.stop != "," for each in before[dated[-1] :]):
        return ""
    clause, earlier = before[dated[-1]], before[: dated[-1]]
    if clause.figures or any(each.figures for each in earlier):
        return ""
    text = clause.without_dates(without_number(clause.text)).strip()
    return _if_it_is_one(_BEGAN.sub("", text)) if _BEGAN.search(text) else ""


def told_before(sentence: Sentence, place: int, *, of_a_part: bool = False) -> str:
    """What the clauses before tell of, in the same part of the sentence, or nothing."""
    for clause in reversed(sentence.clauses[max(0, place - _BACK) : place]):
        if clause.stop == ";" or clause.text.startswith("其中"):
            return ""
        if thing := (_counted_in(clause) if of_a_part else "") or _thing_of(clause):
            return thing
        if not (clause.figures or clause.text.endswith("的")):
            return ""
    return ""


def _thing_of(clause: Clause) -> str:
    """The 灯具 of 灯具已经采购, the 补贴卡 of 把补贴卡重新清一遍, the 多收的钱 of 查出多收的钱."""
    text = without_number(clause.text[:_NEAR])
    first = len(clause.text[:_NEAR]) - len(text)
    taken = _TAKEN.match(text)
    if taken and (thing := _noun_phrase(clause, first + taken.end(), by_a_verb=True)):
        return thing
    if len(clause.text) <= _NEAR and (named := _IS.fullmatch(text)):
        return _if_it_is_one(named[1])
    return _noun_phrase(clause, first) or _object_of(clause)


def _noun_phrase(clause: Clause, first: int, *, by_a_verb: bool = False) -> str:
    """The words for a thing that begin at a place, if what is told of it stands behind them."""
    if before := _TOLD_OF.match(clause.text, first):
        return _if_it_is_one(before[1])
    kept, whole = "", ""
    for word, tag in rjieba.tag(plain(_up_to_a_find(clause, first))):
        if (tag[0] in _THING or tag == "vn" or word == "”") and word[0] != "每":
            kept += word
            whole = kept
        elif tag[0] in _OF_A_THING or word in "的“":
            kept += word
        else:
            goes_on = tag[0] in _GOES_ON or word[0] == "每" or (by_a_verb and tag[0] in "vt")
            return _if_it_is_one(whole) if goes_on and "的" not in kept[len(whole) :] else ""
    return _if_it_is_one(whole) if kept == whole else ""


def _object_of(clause: Clause) -> str:
    """The 多收的钱 of 查出多收的钱."""
    if clause.figures or clause.dates or clause.text.startswith("为"):
        return ""
    tags = list(rjieba.tag(clause.text[:_NEAR]))
    names = len(tags) > 1 and tags[0][1] == "v" and tags[-1][1] == "n"
    return _if_it_is_one(clause.text[len(tags[0][0]) :]) if names else ""


def _up_to_a_find(clause: Clause, first: int) -> str:
    """The print of a clause from a place on, up to the next figure or date."""
    base = clause.start + first
    starts = [each.start for each in clause.figures if each.start >= base]
    starts += [each.start for each in clause.dates if each.start >= base]
    end = min((*starts, base + _NEAR)) - clause.start
    return clause.text[first:end]


def _counted_in(clause: Clause) -> str:
    """The 问题 of 反馈问题214个, the 农灌井 of 37眼农灌井已封31眼; nothing of 已整改198个."""
    for figure in clause.figures[:_FEW]:
        at, end = figure.start - clause.start, figure.end - clause.start
        before = clause.text[max(0, at - _NEAR) : at]
        if "已" in before:
            return ""
        if thing := _noun_phrase(clause, end) or _nouns_at_the_end(before):
            return thing
    return ""


def _nouns_at_the_end(text: str) -> str:
    kept: list[str] = []
    for word, tag in reversed(list(rjieba.tag(text))):
        if tag[0] not in _THING and tag != "vn":
            break
        kept.insert(0, word)
    return _if_it_is_one("".join(kept))


def _if_it_is_one(thing: str) -> str:
    thing = thing.strip("的“")
    fits = _SHORTEST <= len(thing) <= _LONGEST and not BODY.before(thing, len(thing))
    return thing if fits and not _NO_THING.search(thing) else ""
