"""What one clause says: which verb governs, what its object or subject is, what its end tells.

推动 | 总投资3亿元的南部风电项目 | 年底 建成        verb, object, tail
新城小学 | 力争 年底 主体完工                       subject, tail
"""

from __future__ import annotations

import re
from dataclasses import dataclass

import rjieba

from ingest.extraction.clauses.pointing import INSIDE, this_one
from ingest.extraction.clauses.sentences import Clause, Date
from ingest.extraction.clauses.tails import subject_end, tail_start
from ingest.extraction.words.lists import (
    ADVERB,
    ANAPHOR,
    BUILD,
    DECIDING,
    GOVERN,
    HEADS,
    STAGES,
    WORDS,
    one_of,
)
from ingest.extraction.words.moods import stage_words

_SPENT = re.compile(f"投|{one_of('spending')}")
_SPEAKS = re.compile("[^,]{0,14}?" + one_of("asked", "says"))
_ASKS = re.compile(one_of("asked"))
# 把粮站旧址改造成文化创意园
_TURNED_INTO = re.compile(f"(?:{BUILD}|改造|改建|扩建|改|扩)[成为](?=.{{4}})")
_WILL_TURN = re.compile(
    "[^,]{2,12}?[要将拟把](?:[^,0-9]{2,14}?)?$"
)  # 豆腐坊要扩成…, 决定把老站改造成…
_MADE_INTO = re.compile(one_of("made into"))


_HOLDS_MANY = frozenset(WORDS["holds many works"])
_SHORTEST_NAME = 4


@dataclass(frozen=True)
class Predicate:
    """Places in the folded paragraph. `stage` is that of the tail, else of the verb."""

    start: int  # of the object or subject
    end: int
    verb: str = ""
    verb_stage: str | None = None
    tail: str = ""
    stage: str | None = None
    anaphor: bool = False
    dates: tuple[Date, ...] = ()

    @property
    def is_finished(self) -> bool:
        """建了, 改造完成了: what the verb says is done, whatever year stands before it."""
        return self.verb.endswith("了")

    @property
    def says_nothing_new(self) -> bool:
        """早日投运, 力争上半年启建: the clause goes on about what was named before it."""
        return self.start >= self.end


def read_predicate(clause: Clause) -> Predicate:
    """What a clause says. It is read once and kept with the clause."""
    if clause.predicate is None:
        clause.predicate = _read(clause)
    return clause.predicate


def _read(clause: Clause) -> Predicate:
    position = _skip(clause, clause.start)
    taken = _at(clause, "将", position - 1) or _at(clause, "把", position)
    if taken and (found := _MADE_INTO.search(clause.text)):
        first = position + _at(clause, "把", position)
        return Predicate(first, clause.start + found.start(), "将", "under_construction")
    if taken and (into := _TURNED_INTO.search(clause.text)):
        return Predicate(clause.start + into.end(), clause.end, into[0], "under_construction")
    into = _TURNED_INTO.search(clause.text, position - clause.start)
    if into and into[0][0] in "改扩" and _WILL_TURN.match(clause.text[: into.start()]):
        return Predicate(clause.start + into.end(), clause.end, into[0], "under_construction")
    if _at(clause, "把", position):
        position += 1
    offset = position - clause.start
    beside = clause.text[offset - 1 : offset] in ("与", "和", "跟")  # 与基地配套的…
    anaphor = None if offset and beside else ANAPHOR.at(clause.text, offset)
    if this := this_one(clause.text, offset):
        anaphor = (this, "")
    if anaphor and INSIDE.match(clause.text, offset + len(anaphor[0])):
        anaphor = None  # 园区内投资2650万元的烘干中心
    if anaphor and _names_its_own(clause.text[offset + len(anaphor[0]) :], anaphor[0]):
        anaphor = None
    if anaphor:
        after = position + len(anaphor[0])
        tail = tail_start(clause, after)
        return _with_tail(clause, after, min(tail, clause.end), tail, anaphor=True)
    verb, stage, start = _verbs(clause, _past_builder(clause, position))
    if start >= clause.end:  # 早日投运, 力争上半年启建: a verb without an object is a tail
        return _with_tail(clause, position, position, position)
    tail = tail_start(clause, start)
    if verb:
        return _with_tail(clause, start, tail, tail, verb, stage)
    end = subject_end(clause, start, tail)
    speaker = clause.text[start - clause.start : end - clause.start]
    if _SPEAKS.fullmatch(speaker) or _ASKS.match(clause.text, end - clause.start):
        start = end  # 检查组要求6月底前…: who asks for it is not what is told of
    return _with_tail(clause, start, end, min(end, tail))


def _names_its_own(behind: str, place: str) -> bool:
    """园区智慧冷链物流中心完成主体: a work of the place, whose name begins behind it."""
    ends = [first + len(word) for first, word, kind in HEADS.every(behind) if kind != "action"]
    name = behind[: ends[0]] if ends and place in _HOLDS_MANY else ""
    nouns = all(kind[0] in "nabj" or kind == "vn" for _, kind in rjieba.tag(name))
    return len(name) >= _SHORTEST_NAME and nouns


def _with_tail(
    clause: Clause,
    start: int,
    end: int,
    tail_start: int,
    verb: str = "",
    verb_stage: str | None = None,
    anaphor: bool = False,
) -> Predicate:
    tail = clause.text[tail_start - clause.start :]
    words = stage_words(tail)
    stage = words[-1][2] if words else verb_stage
    dates = tuple(each for each in clause.dates if each.find.is_due)
    return Predicate(start, end, verb, verb_stage, tail, stage, anaphor, dates)


def _at(clause: Clause, word: str, position: int) -> bool:
    return position >= clause.start and clause.text.startswith(word, position - clause.start)


_BEFORE_ONE = re.compile(r"[要将拟再新]$")
_ONE = re.compile(r"[一两][座个家条处所]")
# 村东头建一栋五层的公寓, 镇里打算建“溪畔公园”
_ONE_HOUSE = re.compile(r"[一两][座栋幢处所条]|一[个间家眼口]|“[^“”,]{2,10}”")
_LONGEST_BUILDER = 16
# 在临港园区建…基地, 为村里修建…: where and for whom it is built stands before the verb.
_PLACE_BEFORE_VERB = re.compile(
    r"(?:同意)?在[^,0-9]{2,12}?(?=[新兴投]?建(?![材筑])|增设)|为[^,0-9]{1,8}?(?=[新兴修]建(?![材筑]))|"
    # 依托旧会馆筹建…, 与省农科院共建…: what it goes by and with whom
    r"(?:依托|借助|会同|携手|联合|[与同])[^,0-9]{2,14}?(?=[筹共合]建|(?:共同|合作|联合)(?:建设|打造|实施))"
)
_NO_VERB = re.compile("(?<=办)[公理好学事法实案结证]|(?<=建)[筑材制议]|" + one_of("no verb"))
_TURNS = frozenset(WORDS["turn into"])
_BUILDS = frozenset(WORDS["build"])
_VERB_AFTER_ALL = re.compile(one_of("verb after all"))  # 建设区级算力中心
_BY_THEM = re.compile("(?:项目|工程|[桥路馆院校园期造])[获经被由报受]")  # 修缮工程获省文物局批复
_OWN_WORK = re.compile(f"{one_of('starts a work')}[^,、。;]{{4,}}(?:项目|工程)(?:$|[^,。;]*[0-9])")
_NUMBER = "[(]?[0-9一二三四五六七八九十]{1,3}[)、.](?![0-9])|[①-⑳]"
# 3. …, ①…, ✅…, 【南川镇】…: what stands before an item and is none of it.
NUMBERED = re.compile(f" *(?:{_NUMBER}|【[^】]{{1,12}}】|{one_of('mark of an item')}+)+ *")
_BEFORE_VERB = re.compile("[将要拟已中元上正]$|" + one_of("before a verb"))


def verb_inside(clause: Clause, start: int) -> int | None:
    """Where the object begins of a verb in mid-clause: 原站址将建成…, 对方出资2亿元开发…"""
    text, base = clause.text, clause.start
    due_ends = {each.end for each in clause.dates if each.find.is_due}
    for place, word, _ in GOVERN.every(text):
        before = text[max(0, place - 4) : place]
        counts = text[place + len(word) :][:1].isdigit()
        dated = len(word) > 1 and base + place in due_ends and not counts  # 须在9月底前建成…
        strong = dated or len(word) > 2 or _BEFORE_VERB.search(before) or "利用" in text[:place]
        single = _ONE_HOUSE.match(text, place + 1) or (
            _BEFORE_ONE.search(before) and _ONE.match(text, place + 1)
        )
        if place > start - base and (single if len(word) == 1 else strong):
            return base + _past_into(text, place + len(word), word)
    return None


def _skip(clause: Clause, position: int) -> int:
    """Past the number in a list, adverbs, dates and blanks at the beginning of a clause."""
    if position == clause.start and (numbered := NUMBERED.match(clause.text)):
        position += numbered.end()
    while position < clause.end:
        date = clause.date_at.get(position)
        if date:
            position = date.end
            continue
        offset = position - clause.start
        if place := _PLACE_BEFORE_VERB.match(clause.text, offset):
            return clause.start + place.end()
        if clause.text[offset] in " ,、“":
            if clause.text[offset] == "“":
                return position
            position += 1
            continue
        verb, adverb = GOVERN.at(clause.text, offset), ADVERB.at(clause.text, offset)
        stage = STAGES.at(clause.text, offset) if adverb else None  # 并网, 与游客见面
        if not adverb or any(hit and len(hit[0]) > len(adverb[0]) for hit in (verb, stage)):
            return position
        if verb and len(verb[0]) == len(adverb[0]):
            return position
        position += len(adverb[0])
    return position


def _past_builder(clause: Clause, position: int) -> int:
    """Past 县交通运输局同时 before 实施…: who does it, and the adverbs before the verb."""
    offset = position - clause.start
    for place, word, _ in DECIDING.every(clause.text[offset : offset + _LONGEST_BUILDER]):
        verb = _skip(clause, position + place + len(word))
        hit = _governing(clause.text, verb - clause.start)
        passive = _BY_THEM.search(clause.text, offset, offset + place)
        if hit and len(hit[0]) > 1 and not passive:
            return verb
    return _past_house(clause, position)


def _past_house(clause: Clause, position: int) -> int:
    """Past 县档案馆 before 启动馆藏档案数字化工程: a house that does a work of its own."""
    offset = position - clause.start
    for place, word, kind in HEADS.every(clause.text[offset : offset + _LONGEST_BUILDER]):
        if kind != "facility" or not place:
            continue
        verb = _skip(clause, position + place + len(word))
        if _OWN_WORK.match(clause.text, verb - clause.start):
            return verb
    return position


def _verbs(clause: Clause, position: int) -> tuple[str, str | None, int]:
    """The verb at this place, a second one behind it, and where the object begins.

    投资2亿元建设 and 总投资2亿元新建 have their verb behind the sum.
    """
    offset = position - clause.start
    hit = _governing(clause.text, offset)
    if hit is None and clause.sums:
        figure = clause.sums[0].figure
        before = clause.text[offset : max(offset, figure.start - clause.start)]
        alone = not before and clause.start + offset == figure.start  # 1500万元续建县博物馆
        if alone or (len(before) <= 12 and _SPENT.search(before)):
            behind = _skip(clause, figure.end)
            hit = _governing(clause.text, behind - clause.start)
            if hit and clause.text.startswith("的", behind - clause.start + len(hit[0])):
                return "", None, position  # 投资2400万元建设的红叶谷索道: it only tells of the name
            offset = behind - clause.start if hit else offset
    if hit is None:
        return "", None, position
    verb, stage = hit
    end = offset + len(verb)
    while second := _governing(clause.text, end):
        if len(clause.text) - end - len(second[0]) < 3:
            break
        verb, stage, end = verb + second[0], second[1], end + len(second[0])
    if clause.text[end : end + 1] in ("好", "了", "起", "完"):
        if clause.text[end : end + 1] == "了" and verb in _BUILDS:
            stage = "completed"  # 今年镇里建了烘干中心
        verb, end = verb + clause.text[end : end + 1], end + 1
    return verb, stage, clause.start + _past_into(clause.text, end, verb)


def _past_into(text: str, end: int, verb: str) -> int:
    """Past 为 in 原门诊楼将改造为康复中心."""
    return end + (verb in _TURNS and text[end : end + 1] in ("成", "为"))


def _governing(text: str, place: int) -> tuple[str, str] | None:
    """The verb at this place; 开发区 and 建设局 begin with none."""
    hit = GOVERN.at(text, place)
    if hit is None or _VERB_AFTER_ALL.match(text, place + len(hit[0])):
        return hit
    return None if _NO_VERB.match(text, place + len(hit[0])) else hit
