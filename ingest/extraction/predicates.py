"""What one clause says: which verb governs, what its object or subject is, what its end tells.

推动 | 总投资3亿元的南部风电项目 | 年底 建成        verb, object, tail
新城小学 | 力争 年底 主体完工                       subject, tail
"""

from __future__ import annotations

import re
from dataclasses import dataclass

from ingest.extraction.lists import (
    ADVERB,
    ANAPHOR,
    BUILD,
    DECIDING,
    GOVERN,
    HEADS,
    IN_TAIL,
    POINTING,
    STAGES,
    TELLING,
    WORDS,
    one_of,
)
from ingest.extraction.moods import stage_words
from ingest.extraction.sentences import Clause, Date

# 对南门大街实施雨污分流改造: what is done, and to what.
_SPENT = re.compile(f"投|{one_of('spending')}")
_DONE_TO = re.compile(r"对([^,]{2,20}?)(?:实施|进行|开展|予以)了?([^,]{2,20})")
_SPEAKS = re.compile("[^,]{0,14}?" + one_of("asked", "says"))
_ASKS = re.compile(one_of("asked"))
_BEFORE_NAME = re.compile("^" + one_of("before a name"))
_WRITTEN_ABOUT = re.compile(f"关于{BUILD}([^,的]{{3,24}}?)的?{one_of('paper on a work')}")
_AGREED_ON = re.compile(f"就([^,、就]{{3,24}}(?:项目|工程)(?:建设)?)(?:施工|监理|设计|采购)?(?:正式)?{one_of('agree')}"
)
_SIGNED_FOR = re.compile(
    f"[与和同][^,与和]{{2,24}}?(?:正式|成功)?{one_of('sign')}了?(?:关于)?([^,、]{{3,24}}?(?:项目|工程))"
    f"(?:(?:建设|投资|合作|战略|框架|开发)*{one_of('agreement')}|$)"
)
_TAKEN_AND_DONE = re.compile(
    f"(?:把|将)([^,把将0-9]{{4,20}}?)({one_of('head action')})(?:一遍|一番|一新|完毕|到位|好|完)$"
)
# 把粮站旧址改造成文化创意园
_TURNED_INTO = re.compile(f"(?:{BUILD}|改造|改建|改)[成为](?=.{{4}})")
_MADE_INTO = re.compile(r"作为|列为|列入|纳入|确定为")


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
    if _at(clause, "把", position):
        position += 1
    offset = position - clause.start
    beside = clause.text[offset - 1 : offset] in ("与", "和", "跟")  # 与基地配套的…
    anaphor = None if offset and beside else ANAPHOR.at(clause.text, offset)
    if this := this_one(clause.text, offset):
        anaphor = (this, "")
    if anaphor and INSIDE.match(clause.text, offset + len(anaphor[0])):
        anaphor = None  # 园区内投资2650万元的烘干中心
    if anaphor:
        after = position + len(anaphor[0])
        tail = _tail_start(clause, after)
        return _with_tail(clause, after, min(tail, clause.end), tail, anaphor=True)
    verb, stage, start = _verbs(clause, _past_builder(clause, position))
    if start >= clause.end:  # 早日投运, 力争上半年启建: a verb without an object is a tail
        return _with_tail(clause, position, position, position)
    tail = _tail_start(clause, start)
    if verb:
        return _with_tail(clause, start, tail, tail, verb, stage)
    end = _subject_end(clause, start, tail)
    speaker = clause.text[start - clause.start : end - clause.start]
    if _SPEAKS.fullmatch(speaker) or _ASKS.match(clause.text, end - clause.start):
        start = end  # 检查组要求6月底前…: who asks for it is not what is told of
    return _with_tail(clause, start, end, min(end, tail))


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


_OF_ITS_PEOPLE = re.compile(one_of("of its people"))
_LONGEST_THING = 8
# 矿山生态修复项目治理废弃采坑14处: a name that ends with the plain word, whatever is told of it.
_PROJECT = re.compile(
    f"(?:[^,、]{{1,12}}元的)?[^,的、]{{3,24}}?(?:项目|工程)"
    f"(?!{one_of('goes on a project')}|[、和与及的”)-])(?=.)"
)
_BEFORE_ONE = re.compile(r"[要将拟再新]$")
_ONE = re.compile(r"[一两][座个家条处所]")
_LONGEST_BUILDER = 16
_PLACES = ("县", "市", "区", "镇", "乡", "村", "院", "所")
# 在临港园区建…基地: where it is built stands before the verb.
_PLACE_BEFORE_VERB = re.compile(r"在[^,0-9]{2,12}?(?=[新兴投]?建(?![材筑]))")
_NO_VERB = re.compile("(?<=办)[公理好学事法实案结证]|(?<=建)[筑材制议]|" + one_of("no verb"))
_TURNS = frozenset(WORDS["turn into"])
_BUILDS = frozenset(WORDS["build"])
_VERB_AFTER_ALL = re.compile(one_of("verb after all"))  # 建设区级算力中心
INSIDE = re.compile(one_of("inside of a place"))
_BY_THEM = re.compile("(?:项目|工程|[桥路馆院校园])[获经被由报受]")  # 修缮工程获省文物局批复
_OWN_WORK = re.compile(f"{one_of('starts a work')}[^,、。;]{{4,}}(?:项目|工程)(?:$|[^,。;]*[0-9])")
_NUMBER = "[(]?[0-9一二三四五六七八九十]{1,3}[)、.](?![0-9])|[①-⑳]"
NUMBERED = re.compile(f" *(?:{_NUMBER}|{one_of('mark of an item')}+)+ *")
_BEFORE_VERB = re.compile("[将要拟已中元上正]$|" + one_of("before a verb"))


def this_one(text: str, offset: int) -> str | None:
    """该馆选址…, 这栋小楼造价…, 该治理工程由…: the thing told of just before, by what it is.

    该县图书馆 is the library of a county, and 该馆馆长 somebody.
    """
    word = POINTING.at(text, offset)
    first = offset + len(word[0]) if word else 0
    if word is None or text.startswith(_PLACES, first):
        return None
    for end in range(min(len(text), first + _LONGEST_THING), first, -1):
        head = HEADS.before(text, end)
        if head and end - len(head[0]) >= first and head[1] != "action":
            return None if _OF_ITS_PEOPLE.match(text, end) else text[offset:end]
    return None


def points(clause: Clause) -> bool:
    """这个投资9.8亿元的技改: whether a clause begins by pointing at something told before it."""
    return POINTING.at(clause.text.lstrip("“ "), 0) is not None


def verb_inside(clause: Clause, start: int) -> int | None:
    """Where the object begins of a verb in mid-clause: 原站址将建成…, 对方出资2亿元开发…"""
    text, base = clause.text, clause.start
    for place, word, _ in GOVERN.every(text):
        before = text[max(0, place - 4) : place]
        strong = len(word) > 2 or _BEFORE_VERB.search(before) or "利用" in text[:place]
        single = _BEFORE_ONE.search(before) and _ONE.match(text, place + 1)
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
        if not adverb or (verb and len(verb[0]) >= len(adverb[0])):
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
        if len(before) <= 12 and _SPENT.search(before):
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
    if clause.text[end : end + 1] in ("好", "了", "起"):
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


def _tail_start(clause: Clause, start: int) -> int:
    """Where the tail begins: from there on only dates, hedges, adverbs and stage words stand."""
    text, size = clause.text, len(clause.text)
    date_ends = {each.start - clause.start: each.end - clause.start for each in clause.dates}
    whole = [False] * size + [True]
    rich = [False] * (size + 1)
    for place in range(size - 1, start - clause.start - 1, -1):
        for end, tells in _tail_tokens(text, place, date_ends):
            if end <= size and whole[end]:
                whole[place], rich[place] = True, rich[place] or tells or rich[end]
    last_stage = max((place for place, _, _ in stage_words(text)), default=-1)
    for place in range(max(0, start - clause.start), last_stage + 1):
        if whole[place] and _may_cut(text, start - clause.start, place, rich[place]):
            return clause.start + place
    return clause.end


def _tail_tokens(text: str, place: int, date_ends: dict[int, int]) -> list[tuple[int, bool]]:
    """The ends of all that can stand in a tail at this place, and whether it marks one."""
    found: list[tuple[int, bool]] = []
    if place in date_ends:
        found.append((date_ends[place], True))
    if word := STAGES.at(text, place):
        found.append((place + len(word[0]), False))
    if adverb := ADVERB.at(text, place):
        found.append((place + len(adverb[0]), len(adverb[0]) > 1))
    if other := IN_TAIL.at(text, place):
        found.append((place + len(other[0]), len(other[0]) > 1))
    return found


def _may_cut(text: str, start: int, place: int, rich: bool) -> bool:
    if place == start or rich:
        return True
    head = HEADS.before(text, place)
    return head is not None and head[1] != "action"


def _subject_end(clause: Clause, start: int, tail: int) -> int:
    """Without a verb: the name goes to the first word that begins to tell something of it."""
    if tail <= start:
        return start
    text, base = clause.text, clause.start
    named = _PROJECT.match(text, start - base, tail - base)
    tail = base + named.end() if named else tail
    for place in range(start - base + 2, min(tail, clause.end) - base):
        if not (TELLING.at(text, place) if named else _begins_telling(text, place)):
            continue
        if _is_whole_head(text, start - base, place):
            return base + place
    for date in clause.dates:
        if start < date.start < tail and _is_whole_head(text, start - base, date.start - base):
            return date.start
    return tail


def _begins_telling(text: str, place: int) -> bool:
    """Whether a word here tells something of what stands before it: 总投资, 建成, 由."""
    if TELLING.at(text, place):
        return True
    stage = STAGES.at(text, place)
    if not stage:
        return False
    return text[place + len(stage[0]) :][:1] not in ("会", "组", "办")


def _is_whole_head(text: str, start: int, place: int) -> bool:
    """Whether a name may end here: with a word for a work, and none that goes on behind it."""
    head = HEADS.before(text, place - (text[place - 1 : place] in ("”", ")", "》")))
    if not head or place - start < 3:
        return False
    goes_on = HEADS.at(text, place) and not STAGES.at(text, place)
    return head[1] == "strong" or not goes_on


def agreed_on(clause: Clause) -> str | None:
    """The name of a work in 我县与甲公司就建筑垃圾利用项目举行签约仪式."""
    found = _AGREED_ON.search(clause.text)
    return found[1] if found else None


def signed_for(clause: Clause) -> str | None:
    """The name of a work in 甲公司与县政府签订果品深加工项目协议, 与乙集团签约县城管廊项目."""
    found = _SIGNED_FOR.search(clause.text)
    return found[1] if found else None


def written_about(clause: Clause) -> str | None:
    """The name of a work in 同意县教育局关于新建城南中学的请示."""
    found = _WRITTEN_ABOUT.search(clause.text)
    return found[1] if found and HEADS.before(found[1], len(found[1])) else None


def done_to(clause: Clause) -> str | None:
    """The name of a work in 对…实施…改造: 南门大街雨污分流改造, 把卫生院门诊楼翻修一遍."""
    if taken := _TAKEN_AND_DONE.search(clause.text):
        return taken[1].replace("的", "") + taken[2]
    found = _DONE_TO.search(clause.text)
    thing = _BEFORE_NAME.sub("", found[1]) if found else ""
    if not found or not thing or (clause.sizes and thing[0].isdecimal()):
        return None
    work = found[2]
    head = HEADS.before(work, len(work))
    return thing + work if head and head[1] != "facility" else None
