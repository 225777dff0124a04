"""Where the subject or object of a clause ends and its tail begins.

新城小学 | 力争 年底 主体完工     from there on only dates, hedges, adverbs and stage words stand
云岭水库 | 总投资3亿元           or something is told of what stands before
"""

from __future__ import annotations

import re

from ingest.extraction.clauses.sentences import Clause
from ingest.extraction.words.lists import (
    ADVERB,
    HEADS,
    IN_TAIL,
    STAGES,
    TELLING,
    WORDS,
    lexicon,
    one_of,
)
from ingest.extraction.words.moods import stage_words

_SORTS = lexicon("kind of work")  # 老旧
# 矿山生态修复项目治理废弃采坑14处: a name that ends with the plain word, whatever is told of it.
_PROJECT = re.compile(
    f"(?:[^,、]{{1,12}}元的)?[^,的、]{{3,24}}?(?:项目|工程)"
    f"(?!{one_of('goes on a project')}|[、和与及的”)-])(?:[(][^()元,]{{1,8}}[)])?"
)


# 二期 of 河道治理工程二期|11月开工; where several stand together (一期、二期) none is meant alone.
_PHASE = re.compile("[一二三四五首]期(?:项目|工程)?(?![、和与及至到])")
_COSTS = re.compile(f"{one_of('planned measure')}*{one_of('cost')}{one_of('about')}?[0-9]")
_FIRST_OF_SEVERAL = re.compile("元的.*[一首]期$")

# 职教中心二期工程|实训大楼: the one house of which a phase consists.
_HOUSE_OF_A_PHASE = re.compile(
    f"[一二三四]期(?:项目|工程)[^,的、0-9]{{1,8}}{one_of('large house')}$"
)

_DEEDS = frozenset(WORDS["stage and deed"])
_JOINS = ("、", "和", "与", "及")
_LONGEST_WHOM = 9  # characters
_NEVER_SAID_OF_OTHERS = frozenset(WORDS["said of works alone"])


def tail_start(clause: Clause, start: int) -> int:
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


def built_tail(clause: Clause, start: int) -> int | None:
    """Where the tail of 云顶酒庄二部主体封顶 begins: the clause ends with a stage of building.

    Only something built can reach it, so that what stands before it needs no word for a work.
    """
    text = clause.text.rstrip("了”")
    words = stage_words(text)
    if (
        not words
        or words[-1][1] not in _NEVER_SAID_OF_OTHERS
        or words[-1][0] + len(words[-1][1]) < len(text)
    ):
        return None
    place = words[-1][0]
    date_starts = {each.end - clause.start: each.start - clause.start for each in clause.dates}
    while place > start - clause.start:
        if place in date_starts:
            place = date_starts[place]
        elif word := _before_stage(text, place):
            place -= len(word[0])
        else:
            break
    return clause.start + place


def _before_stage(text: str, place: int) -> tuple[str, str] | None:
    """上周, 正式, 已: a word between a work and its stage."""
    kinds = (IN_TAIL, ADVERB, TELLING)
    return next((word for kind in kinds if (word := kind.before(text, place))), None)


def _tail_tokens(text: str, place: int, date_ends: dict[int, int]) -> list[tuple[int, bool]]:
    """The ends of all that can stand in a tail at this place, and whether it marks one."""
    found: list[tuple[int, bool]] = []
    if place in date_ends:
        found.append((date_ends[place], True))
    if word := _stage_at(text, place):
        found.append((place + len(word[0]), False))
    if adverb := ADVERB.at(text, place):
        found.append((place + len(adverb[0]), len(adverb[0]) > 1))
    if other := IN_TAIL.at(text, place):
        found.append((place + len(other[0]), len(other[0]) > 1))
    if text[place] == "让" and (end := _past_whom(text, place)):
        found.append((end, False))
    return found


def _past_whom(text: str, place: int) -> int | None:
    """Where the stage begins in 让大伙走上新桥."""
    ends = range(place + 2, min(len(text), place + _LONGEST_WHOM))
    return next((end for end in ends if STAGES.at(text, end)), None)


def _may_cut(text: str, start: int, place: int, rich: bool) -> bool:
    if place == start or rich:
        return True
    head = HEADS.before(text, place)
    return head is not None and head[1] != "action"


_SETTLES = re.compile(
    f"{one_of('settles')}(?:[我全本]?[县市区镇]|[^,0-9 ]{{1,6}}(?:园区?|区|镇|乡|县))(?=.)"
)


def subject_end(clause: Clause, start: int, tail: int) -> int:
    """Without a verb: the name goes to the first word that begins to tell something of it."""
    if tail <= start:
        return start
    text, base = clause.text, clause.start
    if settles := _SETTLES.search(text, start - base + 3, tail - base):
        return base + settles.start()  # 华泰玻璃落户我县2023年5月投产
    named = _PROJECT.match(text, start - base, tail - base)
    if named and not _HOUSE_OF_A_PHASE.match(text, named.end() - 4, tail - base):
        tail = base + _past_its_phase(clause, start - base, named.end())
    for place in range(start - base + 2, min(tail, clause.end) - base):
        if not (TELLING.at(text, place) if named else _begins_telling(text, place)):
            continue
        if _is_whole_head(text, start - base, place):
            return base + place
    for date in clause.dates:
        if start < date.start < tail and _is_whole_head(text, start - base, date.start - base):
            return date.start
    return tail


def _past_its_phase(clause: Clause, start: int, end: int) -> int:
    """河道治理工程二期|11月开工: a phase is a work where its day, stage or cost is told behind it.

    12亿元的风电项目|一期已并网 may cost so much with all of its phases.
    """
    text = clause.text
    phase = _PHASE.match(text, end)
    if phase is None or _PHASE.search(text, phase.end()):
        return end
    last, behind = end + len("二期"), phase.end()
    while adverb := ADVERB.at(text, behind):
        behind += len(adverb[0])
    dated = clause.start + behind in clause.date_at
    told = dated or STAGES.at(text, behind) or _COSTS.match(text, phase.end())
    return last if told and not _FIRST_OF_SEVERAL.search(text, start, last) else end


def _begins_telling(text: str, place: int) -> bool:
    """Whether a word here tells something of what stands before it: 总投资, 建成, 由."""
    if TELLING.at(text, place):
        return True
    stage = _stage_at(text, place)
    if not stage or _begins_what_is_supplied(text, place):
        return False
    return text[place + len(stage[0]) :][:1] not in ("会", "组", "办")


def _stage_at(text: str, place: int) -> tuple[str, str] | None:
    """The stage that begins here; 整体搬迁 of 福利院整体搬迁6月底前完成 is what is done to it."""
    stage = STAGES.at(text, place)
    if stage is None or stage[0] not in _DEEDS:
        return stage
    behind = text[place + len(stage[0]) :]
    return None if behind.startswith(_JOINS) or stage_words(behind) else stage


def _begins_what_is_supplied(text: str, place: int) -> bool:
    """光明街|供水老旧管网更换, 柳巷片区|供热管道工程: the name goes on to what supplies it."""
    word = HEADS.at(text, place)
    while word and word[1] == "action":
        place += len(word[0])
        sort = _SORTS.at(text, place)
        place += len(sort[0]) if sort else 0
        word = HEADS.at(text, place)
    return word is not None


def _is_whole_head(text: str, start: int, place: int) -> bool:
    """Whether a name may end here: with a word for a work, and none that goes on behind it."""
    head = HEADS.before(text, place - (text[place - 1 : place] in ("”", ")", "》")))
    if not head or place - start < 3:
        return False
    goes_on = HEADS.at(text, place) and not STAGES.at(text, place)
    return head[1] == "strong" or not goes_on
