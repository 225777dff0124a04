"""The work that an item of a list is about: it is named at the head, and told of to the end.

五、县人民医院内科综合大楼。…             a sentence of its own behind a number
一是引沙供水配套工程。…                   … or behind a word that counts
——正极材料项目,由华宁公司投资18亿元,…    all of the first clause
【县旅游集散中心】原计划…                  in brackets
液压支架生产基地⏎占地260亩,…              a line of its own
太白山抽水蓄能电站 项目位于关帝镇,…        up to a blank
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import pairwise
from typing import NamedTuple

import rjieba

from ingest.extraction.clauses.contents import is_pure
from ingest.extraction.clauses.openings import past_adverbs
from ingest.extraction.clauses.predicates import read_predicate
from ingest.extraction.clauses.sentences import Clause, Sentence
from ingest.extraction.names.things import may_name_a_work, noun_phrase
from ingest.extraction.words.alike import is_called, is_in_full
from ingest.extraction.words.lists import GOVERN, HEADS, one_of
from ingest.extraction.words.measured import COST, SIZE
from ingest.extraction.words.nameable import is_common, is_generic
from ingest.extraction.works.pairs import may_be_one_of_two
from ingest.measuring import dice

# 三、10月底前…, (3)10月底前… and 3.2024年… are items, 3.5万亩 is none.
_NUMBER = (
    "[(]?(?:[一二三四五六七八九十]{1,3}[)、.]|[0-9]{1,2}(?:[)]|[、.](?![0-9](?![0-9]{3}年))))|[①-⑳]"
)
_MARK = re.compile(
    f" *(?:{_NUMBER}|第?[一二三四五六七八九十][是则](?=.{{3}})|{one_of('mark of an item')}+)+ *"
)
_COUNTS = re.compile("[0-9一二三四五六七八九十①-⑳]+")
_CODE = re.compile("^[A-Z]?[0-9]+")  # G207, S312
_BRACKETED = re.compile("【([^】。,]{3,24})】")
_NAME = re.compile("[^。,:;!?| \n【】]{3,30}")
_PLAIN_NAME = re.compile("[^。,:;!?| \n的和与及还等0-9]{3,16}")  # one of two: 迎宾路
_CALL = re.compile(one_of("call"))
_BEFORE_A_DEED = ("a", "ad", "d", "i")  # classes of words: 大, 千方百计
_IN_BRACKETS = re.compile("[(][^()]*[)]$")
# 位于城西, 总投资1.4亿元, 占地60亩: what is said of a thing just named.
_OF_THE_NAMED = re.compile(f"(?:{one_of('its ground')}|{one_of('its ends')}|{COST}|{SIZE})")
_WHOLE_COSTS = ("total", "approved")
_NEAR = 3  # clauses
_TWO = 2  # works that 前者 and 后者 mean
_WIDER = 4  # characters by which the line behind that of a name is longer
_GOES_ON = "，、,；;的和与及"  # a line that ends so goes on in the next
_MUCH_WIDER = 2  # times
_SAME = 0.6
_SHORTEST_COMMON = 6  # characters of 农村安全饮水工程


def parted_at_lines(paragraph: str) -> list[str]:
    """The paragraph, and before it each line of its own, which is much shorter than those behind.

    A line that was but cut where its column ends is as wide as the next.
    """
    lines = paragraph.split("\n")
    ends = [
        at
        for at, (line, behind) in enumerate(pairwise(lines), 1)
        if _stands_alone(line, len(behind))
    ]
    return ["\n".join(lines[first:last]) for first, last in pairwise([0, *ends, len(lines)])]


def _stands_alone(line: str, width: int) -> bool:
    ends = bool(line.strip()) and line.rstrip()[-1] not in _GOES_ON
    return ends and _MUCH_WIDER * len(line) < width


def is_under(name: str, head: str) -> bool:
    """Whether a thing named in an item is another than the work at its head: a part of it.

    Of a head that any county may have (农村安全饮水工程) only such a thing is.
    """
    same = is_called(head, name) or is_in_full(head, name) or is_in_full(name, head)
    same = same or name in head or head in name or dice(head, name) >= _SAME
    return not same and (not is_common(head) or is_common(name))


class Item(NamedTuple):
    """An item of a list: how its list is marked (`1、`, `(1)`), and its first clause."""

    list: str
    first: int

    def is_beside(self, other: Item | None) -> bool:
        """Whether another item stands in a list of the same kind."""
        return other is not None and other.list == self.list and other != self


def begins_an_item(sentence: Sentence) -> bool:
    """Whether a sentence begins with the mark of an item, whatever that is about."""
    return _MARK.match(sentence.text) is not None or sentence.text.startswith("【")


def items_of(sentences: Sequence[Sentence]) -> list[Item | None]:
    """For each clause of an article the item of a list that it stands in, none before the first.

    二、托位500个。三、10月底前改造小区12个。: a mark begins one, up to the next.
    """
    found: list[Item | None] = []
    item, stop = None, ""
    for sentence in sentences:
        for place, clause in enumerate(sentence.clauses):
            mark = _MARK.match(clause.text) if not place or stop == ";" else None
            item = Item(_COUNTS.sub("1", mark[0].strip()), len(found)) if mark else item
            found.append(item)
            stop = clause.stop
    return found


def head_of(sentence: Sentence, behind: Sequence[Sentence], *, first: bool) -> str:
    """The name at the head of an item, or nothing.

    `behind`: what follows it in its paragraph, in which it is the `first` sentence.
    """
    if "|" in sentence.text:
        return ""  # a row
    told = [clause for each in (sentence, *behind[:1]) for clause in each.clauses][:_NEAR]
    if first and (alone := _is_but_a_name(sentence, behind)):
        return alone
    names = [each for each in _alone(sentence, first=first) if _may_head(each, told)]
    return names[-1] if names and not _is_over_others(names[-1], sentence, behind) else ""


def pair_at_head(sentence: Sentence, *, first: bool) -> list[str]:
    """The two works of 4、迎宾路、滨河路⏎…: what follows may tell of each, as 前者 and 后者.

    县第六小学、第七小学。分别投资…: so does the `first` sentence that is but their names.
    """
    if "|" in sentence.text:
        return []
    whole = [sentence.text.rstrip("。")] if first and len(sentence.clauses) == 1 else []
    for name in (*_alone(sentence, first=first), *whole):
        both = name.split("、")
        plain = len(both) == _TWO and all(map(_PLAIN_NAME.fullmatch, both))
        if plain and all(map(may_be_one_of_two, both)):
            return both
    return []


def _is_but_a_name(sentence: Sentence, behind: Sequence[Sentence]) -> str:
    """县第五中学。位于县城西区,投资1.4亿元: a sentence that is a name, and told of in the next."""
    name = sentence.text.rstrip("。")
    alone = len(sentence.clauses) == 1 and not begins_an_item(sentence)
    if not alone or not behind or not _NAME.fullmatch(name):
        return ""
    head = HEADS.before(name, len(name))
    goes_on = _OF_THE_NAMED.match(behind[0].text) is not None
    named = head is not None and goes_on and may_name_a_work(name, "") and not is_a_deed(name)
    return name if named and "、" not in name else ""


def _is_over_others(name: str, sentence: Sentence, behind: Sequence[Sentence]) -> bool:
    """完善市政设施。县城第二污水处理厂…投资1.2亿元: a head over works with names of their own."""
    alone = len(sentence.clauses) == 1 and bool(behind)
    first = behind[0].clauses[0] if alone else None
    found = noun_phrase(first) if first else None
    if first is None or found is None or not found.is_work or is_common(found.name):
        return False
    begins = first.text.startswith(found.name) and not first.text.endswith(found.name)
    costs = any(each.sums for each in behind[0].clauses)
    return begins and costs and is_under(found.name, name)


def is_over_tasks(sentence: Sentence, behind: Sequence[Sentence]) -> bool:
    """一、打通城市路网。续建东街延伸工程,3月复工。…: a task at the head of an item, and no work.

    What stands under it are works with names of their own.
    """
    if len(sentence.clauses) != 1 or not behind or not begins_an_item(sentence):
        return False
    head, first = sentence.clauses[0], behind[0].clauses[0]
    task, next_one = read_predicate(head), read_predicate(first)
    if head.figures or head.dates or not task.verb or next_one.anaphor or is_pure(first):
        return False
    found = noun_phrase(first)
    begins = found is not None and _CODE.sub("", first.text).startswith(_CODE.sub("", found.name))
    name = found.name if found and found.is_work and begins else ""
    if not name and next_one.verb:
        name = first.text[next_one.start - first.start : next_one.end - first.start]
        name = name if HEADS.before(name, len(name)) else ""
    whole = head.text[task.start - head.start :]
    return bool(name) and not is_common(name) and is_under(name, whole)


def _alone(sentence: Sentence, *, first: bool) -> Iterator[str]:
    """The stretches at the beginning of a sentence that stand there for themselves."""
    text, starts = sentence.text, [0, *_lines(sentence)]
    for at, start in enumerate(starts):
        if found := _BRACKETED.match(text, start):
            yield found[1]
            continue
        mark = _MARK.match(text, start)
        found = _NAME.match(text, mark.end() if mark else start)
        end = min([found.end(), *starts[at + 1 : at + 2]]) if found else 0
        if found is None:
            continue
        if end in starts:
            is_line = mark is not None or _is_narrow(start, end, [*starts, len(text)])
        elif text[end : end + 1] == " ":
            is_line = first
        elif not text[end:].strip():
            is_line = mark is not None or first
        else:
            # 城南水厂:… on a line of its own; but 招标人:… is a label
            labelled = start > 0 and text[end] == ":" and HEADS.before(found[0], len(found[0]))
            is_line = text[end] in "。,:" and (mark is not None or bool(labelled))
        if is_line:
            yield text[found.start() : end]


def _lines(sentence: Sentence) -> list[int]:
    """Where lines of the print begin within the first clause of a sentence, and right behind it."""
    text, last = sentence.text, sentence.clauses[0].end - sentence.start
    return [at for at in range(1, min(last + 1, len(text))) if _ends_a_line(sentence, at)]


def _ends_a_line(sentence: Sentence, place: int) -> bool:
    """Whether a line ends in the print right before a place of the sentence."""
    at = sentence.start + place
    return "\n" in sentence.folded.printed(at - 1, at + 1)


def _is_narrow(start: int, end: int, lines: Sequence[int]) -> bool:
    """Whether a line is shorter than the next, as no line is but the last of a paragraph."""
    behind = next(each for each in lines if each > end)
    return behind - end >= end - start + _WIDER


def _may_head(name: str, told: Sequence[Clause]) -> bool:
    """Whether a name is that of a work; one without a word for a work needs its cost told."""
    bare = _IN_BRACKETS.sub("", name)
    head = HEADS.before(bare, len(bare))
    which = bare != name or not is_common(bare) or _says_a_work(bare)
    if head and is_generic(bare, head[0]):
        return False  # 健康惠民工程
    if not which or not may_name_a_work(bare, "") or is_a_deed(bare):
        return False  # 城区学校建设; but 农村学校改造(2017年项目) is one
    return head is not None or any(map(_tells_a_cost, told))


def is_a_deed(name: str) -> bool:
    """紧盯项目, 千方百计抓园区, 全力推进干线公路建设: what all have to do, and no name."""
    called = _CALL.match(name)
    if called and is_common(name[called.end() :]):
        return True
    place = past_adverbs(name)
    urged = place > 0
    for word, kind in rjieba.tag(name[place:]):
        if kind in _BEFORE_A_DEED:
            place += len(word)
            continue
        rest = name[place + len(word) :]
        plain = not GOVERN.at(name, place) and (rest.startswith("“") or is_common(rest))
        nothing = HEADS.before(name, len(name)) is None
        return (kind == "v" and (urged or nothing or plain)) or (kind == "vn" and nothing)
    return False


def _says_a_work(name: str) -> bool:
    """农村安全饮水工程: a common thing, and the word that makes it one work."""
    head = HEADS.before(name, len(name))
    return head is not None and head[1] == "strong" and len(name) >= _SHORTEST_COMMON


def _tells_a_cost(clause: Clause) -> bool:
    return is_pure(clause) and any(each.measure in _WHOLE_COSTS for each in clause.sums)
