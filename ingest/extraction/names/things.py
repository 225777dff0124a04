"""Noun phrases that may name a work.

镁法脱硫 | 投资7800万元                 up to what is told of it
位于城西的 | 鑫源商贸城 | 是…市场       past where it is, before what it is said to be
"""

from __future__ import annotations

import re
from dataclasses import dataclass

import rjieba

from ingest.extraction.clauses.contents import BUILT_BY
from ingest.extraction.clauses.sentences import Clause
from ingest.extraction.names.spoken import known_one, of_its_place
from ingest.extraction.words.lists import (
    ADVERB,
    BODY,
    GOVERN,
    HEADINGS,
    HEADS,
    MAKE,
    WORDS,
    one_of,
)
from ingest.extraction.words.measured import COST_WORD
from ingest.extraction.words.nameable import (
    FROM_TO,
    LEADS_TO,
    NO_NAME,
    PIECE,
    is_common,
    is_generic,
    is_numbered_house,
    is_policy,
    names_a_body,
    past_region,
    past_what_is_done,
    reads_like_a_name,
    tagged,
)

# Kinds of words (of the segmenter) that end a noun phrase.
ENDS = frozenset(WORDS["kinds that end a thing"])
_TITLES = re.compile(one_of("person title"))
# 县疾控中心负责人, 转型项目推进会: what is named speaks, or is met about.
_SPEAKER = re.compile("(?:有关|相关|[科办处局股])?" + one_of("person title", "meeting"))
_SAYS = re.compile(one_of("asked", "says"))  # 县疾控中心要求,6月底前…
LOCATED = re.compile(r"^(?:在|位于|与)[^,的]{2,14}(?:的|,)")
_LATELY = re.compile(f"[刚新已]{{1,2}}{one_of('built')}的")  # 刚投运的中水回用厂
_NUMBERED = re.compile(
    r"^(?:[^,]{0,5}--|[▲●■◆※◎] *|[(]?[0-9一二三四五六七八九十]{1,3}[)、.]+|[0-9]+ +)"
)
# 最先开工的是双氧水项目, 眼前就是投资6亿元的粮库, 那座粮库: words that lead up to the name.
# 另一处是县一中宿舍楼, “硬骨头”是…: one of several is named.
_IT_IS = re.compile(
    f"[这那]就?是(?=[^,0-9]{{4,20}}$)|最后一{one_of('piece')}[是,]?(?=.{{4}})|(?:另|还有|再|又)一{one_of('piece')}是(?=.{{4}})|“[^“”,]{{2,6}}”[则就]?是(?=.{{4}})|"
    f"[扩建修改换补拆添增迁]的则?是(?=.{{4}})|同[属为是][^,的]{{2,10}}的(?=.{{3}})|"
    f"[^,]{{0,8}}{one_of('is called')}(?=.{{3}})|{one_of('first of several')}是(?=.{{4}})|"
    f"[^,]{{2,20}}的(?:则?是|还有)(?=.{{3}})|[^,的0-9]{{0,4}}?还有(?=[^,0-9]{{4}})|"
    f"{one_of('shows')}就?是[^,]{{0,12}}的(?=.{{3}})|"
    f"[^,]{{0,4}}{one_of('far from')}[^,]{{1,14}}的(?=.{{4}})|[这那]{one_of('piece')}(?=.{{4}})"
)
_IS_A_WORK = re.compile("[是为系](?=[^,]*(?:(?:项目|工程)(?:之一)?$|的))")
_NO_SUBJECT = re.compile(
    f"(?:{one_of('begins no subject', 'its ends')}|[全我][县市省镇乡区]|[县市镇]里|"
    f"第[一二三四五六七八九十](?!{one_of('numbered house')})|[一二三四五首]期|"
    "[一二三四五六七八九十两几]+[个天年月家名位])"
)
_IN_NO_SUBJECT = re.compile(
    f"{one_of('in no subject')}|[0-9]+年$|(?:企业|公司|[率额量值上里内中外旁边])$"
)
# 充电桩规划建设1500个: a count makes a class of it.
COUNTED = re.compile(
    "(?!涉及|惠及|覆盖|服务)[^,0-9]{0,6}[0-9]+(?:余|多)?"
    "[个座处所家条栋套眼口](?![班床泊车学孔标月年])"
)
_COST_WORD = re.compile(COST_WORD)
_LEADS_TO = re.compile(f"从?({LEADS_TO.pattern})(?![口段口边旁])")
_LIES = re.compile(f"(?<=..)(?:{one_of('its ends')}|{one_of('its ground')})")
_BECOMES = re.compile(f"(?<=..)(?:{one_of('becomes of a work')}|自[^,]{{2,8}}[至到]|因(?=.{{2}}))")
_SOMEBODY = WORDS["somebody who pays"]
_NUMBERED_PART = re.compile(f"(?<=....)[0-9一二三四五六]号{one_of('numbered part')}$")
# 桂花社区|养老服务站, 生态公墓|进场道路: a verb that goes on to the name's own last word.
_NAMED_ON = re.compile(f"{one_of('deed in a name')}[^,。的0-9]{{0,4}}{one_of('house of a deed')}")
_BUILDS = frozenset(WORDS["builds a part"])
_TOLD_BEFORE = re.compile("[^,、的0-9“”]{2,10}的(?=[^,]{4})")
_WHOLE_NAME = 6  # characters of a name that stands for itself
_QUOTED = re.compile("“[^“”,、]{2,10}”")
_HOUSE_BEHIND = re.compile("[^,。“”的0-9]{2,6}?(?=[,。0-9]|$)|[一二三四]期")
_NAME_GIVEN = re.compile(f"{one_of('gives a name')}$")
_KIND_OF_HOUSE = re.compile(f"{one_of('kind of house')}$")
_REMADE = re.compile(
    f"([^,“”的]{{3,10}})是?由[^,]{{2,14}}{one_of('remade from')}(?:而?[成来])?的?$"
)
_BELONGS = re.compile(
    "[该这此][^,0-9的]{1,4}(?:属于?|隶属于?)|"
    f"[^,0-9]{{2,10}}[是为系属][^,]{{4,24}}{one_of('but a part of it')}$"
)
_FROM_WHAT = re.compile(f"[是系]?由[^,]{{2,14}}{one_of('remade from')}(?:而?[成来])?的?")
_REACHES = re.compile(f"[至到][^,、。的0-9]{{2,10}}?{one_of('road')}")
_WITH_ITS_WHOLE = 2
_SHORTEST, LONGEST = 3, 24


@dataclass(frozen=True)
class Topic:
    """A noun phrase that may name a work. `is_work`: it ends with a word for one."""

    name: str
    is_work: bool


def stands_for_itself(thing: Topic) -> bool:
    """龙门香菇产业园: the name of one work, and no word for a kind of them."""
    return thing.is_work and not is_common(thing.name) and len(thing.name) >= _WHOLE_NAME


def noun_phrase(clause: Clause) -> Topic | None:
    if clause.topic == "unread":
        clause.topic = _read_noun_phrase(clause)
    return clause.topic


def _read_noun_phrase(clause: Clause) -> Topic | None:
    if called := _called(clause) or _remade(clause):
        return called
    if _BELONGS.match(clause.text):
        return None  # 该隧道属改扩建的省道,长2130米: what a work is but a part of
    if _FROM_WHAT.fullmatch(clause.text):
        return None  # 社会福利院,由旧厂房改造,投入2700万元
    if leads := _LEADS_TO.match(clause.text):
        return Topic(leads[1], is_work=True)
    first = clause.start + _opening(clause)
    if spoken := known_one(clause.text[first - clause.start :]):
        return Topic(spoken, is_work=True)
    return _named_from(clause, first) or _behind_what_is_told(clause, first)


def _behind_what_is_told(clause: Clause, first: int) -> Topic | None:
    """小火车 of 酝酿了三年的环湖小火车终于…: what is told of a work may stand before its name."""
    told = _TOLD_BEFORE.match(clause.text, first - clause.start)
    found = _named_from(clause, clause.start + told.end()) if told else None
    return found if found and found.is_work and not is_common(found.name) else None


def _named_from(clause: Clause, first: int) -> Topic | None:
    if whole := _whole(clause, first):
        return whole
    limit = _first_figure(clause, first)
    said = clause.text[first - clause.start : limit - clause.start]
    text = _before_what_it_is(_LIES.split(_COST_WORD.split(said)[0])[0])
    text = _before_what_becomes_of_it(text)
    end = end_of_nouns(text, priced=len(text) < len(said))
    # 首个项目--年产30万套轮毂项目, 红枫县的冻干车间: what stands behind is the name.
    parts = re.split("--|的", text[:end])
    if owner := _whole_of_a_piece(parts):
        return Topic(owner, is_work=True)
    name = past_region(past_what_is_done(parts[-1]))
    name = _NUMBERED_PART.sub("", name)
    behind = clause.text[first - clause.start + end :]
    if not may_name_a_work(name, behind):
        owned = of_its_place(said)
        return Topic(owned, is_work=True) if owned else None
    bare = name.rstrip("”")
    return Topic(name, HEADS.before(bare, len(bare)) is not None)


def _whole_of_a_piece(parts: list[str]) -> str:
    """北环路改造工程 of 北环路改造工程的最后一段: one piece of a work stands for all of it."""
    if len(parts) < _WITH_ITS_WHOLE or not PIECE.match(parts[-1]):
        return ""
    name = past_region(past_what_is_done(parts[-2]))
    work = HEADS.before(name, len(name))
    is_one = work is not None and (work[1] == "strong" or not is_common(name))
    return name if is_one and may_name_a_work(name, "的") else ""


def _called(clause: Clause) -> Topic | None:
    """第一座书吧叫“半亩方塘”, 停了五年的“金色港湾”, 安置房“芙蓉里”280套: a name in quotes.

    What stands before it says that it is one: a word for giving names, or what is built.
    """
    for found in _QUOTED.finditer(clause.text):
        name, before = found[0], clause.text[: found.start()]
        if house := _HOUSE_BEHIND.match(clause.text, found.end()):
            work = HEADS.before(house[0], len(house[0]))
            if work and work[1] == "strong":
                continue
            name += house[0] if work and work[1] == "facility" else ""
        given = _NAME_GIVEN.search(before) is not None
        if (given or _KIND_OF_HOUSE.search(before)) and may_name_a_work(name, ""):
            return Topic(name, is_work=True)
    return None


def _remade(clause: Clause) -> Topic | None:
    """百味堂由旧油坊改成, 青年里由老厂房改造而来: what another house was made into."""
    found = _REMADE.match(clause.text)
    return Topic(found[1], is_work=True) if found and may_name_a_work(found[1], "") else None


def _before_what_it_is(text: str) -> str:
    """南湾度假区 of 南湾度假区是县里的重点项目: what a work is said to be is not its name."""
    told = _IS_A_WORK.search(text)
    return text[: told.start()] if told and HEADS.before(text, told.start()) else text


def _before_what_becomes_of_it(text: str) -> str:
    """电商园 of 电商园利用旧百货楼改建, 沿河步道 of 沿河步道自二桥至体育场."""
    for told in _BECOMES.finditer(text):
        if HEADS.before(text, told.start()):
            return text[: told.start()]
    return text


def _whole(clause: Clause, first: int) -> Topic | None:
    """老年学堂,…; 原定年底投产的焊材项目,…: a clause that is nothing but the name of a work."""
    name = past_region(clause.text[first - clause.start :].rpartition("的")[2])
    work = HEADS.before(name, len(name))
    counted = any(size.kind == "count" for size in clause.sizes)
    deed = work is not None and work[1] == "action" and not _IT_IS.match(clause.text)
    lies = _LIES.search(clause.text, first - clause.start) is not None
    if work is None or deed or counted or lies or clause.sums or len(name) > LONGEST:
        return None
    if work[1] == "action":
        return Topic(name, is_work=True) if may_name_a_work(name, "") else None
    return Topic(name, is_work=True) if not _acts(name) and may_name_a_work(name, "") else None


def _acts(name: str) -> bool:
    """Whether something is done in a phrase; 集中供水 in 集中供水工程 is what the work is for."""
    works = [(place, place + len(word)) for place, word, _ in HEADS.every(name)]
    place = 0
    if FROM_TO.fullmatch(name):
        return False
    for word, kind in tagged(name):
        inside = any(first <= place and place + len(word) <= end for first, end in works)
        named_on = _NAMED_ON.match(name, place) is not None
        if kind in ("d", "p", "zg") or (kind == "v" and not (inside or named_on)):
            return True
        place += len(word)
    return False


def _opening(clause: Clause) -> int:
    """Past numbers of a list, dates, adverbs and 位于…的 at the beginning of a clause."""
    numbered = _NUMBERED.match(clause.text) or _IT_IS.match(clause.text)
    numbered = numbered or BUILT_BY.match(clause.text)
    place = numbered.end() if numbered else 0
    while place < len(clause.text):
        date = clause.date_at.get(clause.start + place)
        size = clause.size_at.get(clause.start + place)
        adverb = ADVERB.at(clause.text, place)
        located = LOCATED.match(clause.text[place:])
        if date:
            place = date.end - clause.start
        elif size and size.kind != "count":
            place = size.end - clause.start
        elif clause.text[place] in " 、的/":
            place += 1
        elif located:
            place += located.end()
        elif lately := _LATELY.match(clause.text, place):
            place = lately.end()
        elif adverb:
            place += len(adverb[0])
        else:
            break
    return place


def _first_figure(clause: Clause, first: int) -> int:
    starts = [each.start for each in clause.dates] + [each.start for each in clause.sizes]
    starts += [each.figure.start for each in clause.sums]
    return min([each for each in starts if each >= first] + [clause.end])


def end_of_nouns(text: str, *, priced: bool) -> int:
    """To the last word for a work before the phrase ends, else to the first verb.

    `priced`: its cost follows, so that a verb may stand within: 段村烘干塔群投资2400万元.
    """
    place, work, verb = 0, 0, None
    for word, kind in tagged(text):
        end = place + len(word)
        is_work = HEADS.before(text, end)
        named_on = _NAMED_ON.match(text, place) is not None or HEADS.at(text, end) is not None
        someone = kind == "nr" and place and text[place - 1] != "“" and not priced
        reaches = place > 1 and _REACHES.match(text, place)  # 县城|至石坡段|改造项目
        if not is_work and (kind in ENDS or (someone and not named_on)) and not reaches:
            break
        told = kind == "v" and place == work > 0 and "的" not in text[place:]
        if told and not (_NAMED_ON.match(text, place) or HEADS.at(word, 0)):
            break  # 码头设1000吨级泊位: what is told of a whole name
        if word in _BUILDS and place == work > 0 and HEADS.every(text[end:]):
            break  # 香菇产业园新建大棚: a part of it is built
        if kind == "v" and verb is None and not is_work:
            verb = place
        place = end
        if is_work and (is_work[1] != "action" or verb is None):
            work, verb = place, None
    return work or (place if verb is None or (priced and place == len(text)) else verb)


def _begins_with_deed(name: str) -> bool:
    """建设农村公路, 新改扩建幼儿园: what is done, and no name."""
    first = 1 if name.startswith("新") else 0
    return any(words.at(name, place) for words in (GOVERN, MAKE) for place in {0, first})


def may_name_a_work(name: str, behind: str) -> bool:
    if not _SHORTEST <= len(name) <= LONGEST or name.count("“") != name.count("”"):
        return False
    if "是" in name[2:]:
        return False  # 大头是青沟水库
    head = HEADS.before(name, len(name))
    if (
        is_numbered_house(name)
        or "、" in name
        or is_generic(name, head[0] if head and head[1] == "strong" else "")
    ):
        return False
    if _NO_SUBJECT.match(name) or _IN_NO_SUBJECT.search(name) or _TITLES.search(name):
        return False
    if not head and (HEADINGS.every(name[-3:]) or name.endswith(_SOMEBODY)):
        return False
    if NO_NAME.match(name) or is_policy(name, name) or _begins_with_deed(name):
        return False
    if not reads_like_a_name(name) or names_a_body(name):
        return False
    if BODY.at(behind, 0) or _SPEAKER.match(behind) or _SAYS.match(behind):
        return False
    if COUNTED.match(behind) and (is_common(name) or not (head and head[1] == "facility")):
        return False
    is_deed = rjieba.tag(name)[0][1] == "v"
    return not (head and head[1] == "action" and (len(name) < 5 or is_deed))
