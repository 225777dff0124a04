"""From the object of a verb to the names of projects: a list is taken apart, measures set aside.

`总投资1.3亿元的甲基地和总投资3.6亿元的乙项目` names two; `甲、乙等食品加工项目` is one joint name;
`甲水库、乙公园等4个项目` names two of four.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import pairwise

import rjieba

from chinese.numerals import number
from ingest.extraction.clauses.sentences import Clause, Sum
from ingest.extraction.clauses.tails import built_tail
from ingest.extraction.names.phrases import Named, name_of, pays_with, sums_in
from ingest.extraction.names.splitting import all_have_heads, is_joint, split
from ingest.extraction.names.things import may_name_a_work
from ingest.extraction.words.lists import BUILD, GENERIC, GOVERN, HEADS, PLACES, one_of
from ingest.extraction.words.moods import stage_words
from ingest.extraction.words.nameable import (
    NO_NAME,
    is_common,
    is_generic,
    names_a_body,
    reads_like_a_name,
)

_OTHERS = re.compile(r"等(?=[^级])")
_SIZES_IN_BRACKETS = re.compile("(?:[^,()]{0,4}[0-9][^,()]*,)?(?:总?投资)?")
_OPENED = re.compile("(?:^|[、和与及:])([^、和与及:()0-9]{3,20})[(](?:[^,()0-9]{2,6},)?$")
_BRACKETED = 30  # characters that hold a name and its deed
_PAID_FOR = re.compile("(?:[^,用]{0,24}元[^,用]{0,6})?(?:主要|全部)?用于(?=.{4})")
_JOINS = ("和", "、", "与", "及")
_ARE_THESE = re.compile(
    f"[^,0-9]{{0,4}}?([两二三四五六七八九十]|[0-9]{{1,2}})[个项]{one_of('any work')}分别[是为]"
)
_SO_MANY_OF_A_KIND = re.compile(
    "([^,、和与0-9]{2,6}(?:[、和与][^,、和与0-9]{2,6}?)+)([两二三四五六七八九十])"
    "[个处座所条家](?:[乡镇村]的)?(?![乡镇村县]级)"
)
_SHORTEST_KIND, _LONGEST_KIND = 3, 8  # characters of 安置点
_LONGEST_PLACE = 4
_EITHER = ("前者", "后者")
_GRADE = re.compile("(?:[0-9.]+万?吨级)?")  # 两座|5000吨级|储备库
_ITEM = re.compile("(?:[一二三四五六七八九十]是|[(]?[0-9一二三四五六七八九十]{1,3}[)、.])")
_AT_ITS_SITE = re.compile("(?:施工|建设)?(?:工地|现场)$")
_HOUSES = ("电站", "站", "所", "厂", "楼", "小区")
_COUNTED_WORKS = re.compile(
    r"([两二三四五六七八九十]|[0-9]{1,2})[个项大处座条家]"
    f"(?:[^、,0-9]{{0,8}}{one_of('any work')})?(?:建设)?$"
)
_ENDS_OF_A_ROAD = re.compile("[^至到]{2,8}[至到][^至到]{2,8}(?<![路线段道])")
_ROAD = re.compile(one_of("road"))
# …元的, …元建设的: what follows is what the sum is for.
_OF_WHAT = re.compile(f"((?:投资)?{BUILD}?的)[^、,。;:()0-9][^、,。;:()]{{2,29}}")
# …元衔接资金建的: what money of somebody was spent on.
_BUILT_WITH = re.compile(
    f"([^,、。;:()0-9的]{{0,8}}(?<!投资){BUILD}的)[^、,。;:()0-9][^、,。;:()]{{2,29}}"
)


def names_in(
    clause: Clause, start: int, end: int, *, governed: bool, dated: bool = False
) -> list[Named]:
    """The projects that a stretch of a clause names.

    `governed`: a verb of building stands before it; `dated`: a dated stage is told of it, which
    makes even a short name (西环路) that of a work.
    """
    phrase = clause.text[start - clause.start : end - clause.start]
    head = HEADS.before(phrase, len(phrase))
    if dated and head and _is_short_name(phrase):
        return [Named(phrase)]
    if counted := _COUNTED_WORKS.search(phrase):
        listed = phrase[: counted.start()].removesuffix("等")
        found = [name_of(clause, a, b, governed=True, listed=True) for a, b in split(listed, start)]
        if len(found) > 1 and all(found) and len(found) == number(counted[1]):
            return [_with_its_road(each, counted[0]) for each in found if each]
    items = split(phrase, start)
    others = _OTHERS.search(phrase)
    if others and phrase[others.end() :].strip():
        return _with_others(clause, phrase, start, others, governed)
    if alike := _each_with_its_measure(clause, phrase, items):
        return alike
    if len(items) > 1 and is_joint(clause, phrase, start, items):
        items = [(start, end)]
    priced = len(items) > 1 and all(sums_in(clause, *each) for each in items)
    named = [
        each
        for first, last in items
        if (each := name_of(clause, first, last, governed=governed or priced, listed=priced))
    ]
    if len(named) < len(items) and len(items) > 1 and not all_have_heads(clause, items):
        if len(named) > 1 and len(items) > 2:
            return named  # 滨河路二期、城区美化亮化行动、县医院门诊楼: the others are works
        whole = name_of(clause, start, end, governed=governed)
        return [whole] if whole else named
    return named


def _each_with_its_measure(
    clause: Clause, phrase: str, items: Sequence[tuple[int, int]]
) -> list[Named]:
    """200万吨洗煤项目 and 80万吨干熄焦项目, of 200万吨洗煤和80万吨干熄焦项目."""
    kind = next((word for word in ("项目", "工程") if phrase.endswith(word)), "")
    measures = {each.start: each for each in clause.sizes if each.kind != "count"}
    if not kind or len(items) < 2 or not all(first in measures for first, _ in items):
        return []
    texts = [clause.text[first - clause.start : last - clause.start] for first, last in items]
    if not all(last - measures[first].end >= 2 for first, last in items):
        return []
    return [
        Named(f"{text.removesuffix(kind)}{kind}", sizes=[measures[first]])
        for text, (first, _) in zip(texts, items, strict=True)
    ]


def _with_its_road(named: Named, counted: str) -> Named:
    """新场至茶店油路 of 新场至茶店、马场至龙井两条油路: where it leads is no name yet."""
    kind = HEADS.before(counted, len(counted))
    if kind and _ENDS_OF_A_ROAD.fullmatch(named.name) and _ROAD.fullmatch(kind[0]):
        named.name += kind[0]
    return named


def _is_short_name(phrase: str) -> bool:
    """西环路, 实训楼; but 该大桥 points and 他当场 acts."""
    fits = len(phrase) == 3 and not is_generic(phrase, "") and phrase[0] not in "该这本"
    return fits and not NO_NAME.match(phrase) and reads_like_a_name(phrase)


def names_priced(clause: Clause) -> list[Named]:
    """这是总投资4.6亿元的养殖基地: a sum of a thing names it, whatever the clause says.

    用300万元衔接资金建的收储站, 花80万元修的便桥: so does what it was built with.
    """
    found = []
    for said in clause.sums:
        behind = clause.text[said.figure.end - clause.start :]
        built = _BUILT_WITH.match(behind) if said.measure == "none" else None
        if built:
            said = Sum(said.figure, "total")
        of = built or _OF_WHAT.match(behind)
        if said.measure not in ("total", "approved") or not of or pays_with(clause, said):
            continue
        first = said.figure.end + of.end(1)
        last = said.figure.end + len(_AT_ITS_SITE.sub("", behind[: of.end()]))
        if named := name_of(clause, first, last, governed=True, listed=True):
            named.sums.append(said)
            found.append(named)
    return found


def names_bracketed(clause: Clause) -> list[Named]:
    """紫金公园提升(6500万元), 青龙山隧洞(2.3公里,1.9亿元): a name with its cost in brackets."""
    said = next((s for s in clause.sums if s.measure in ("total", "none", "approved")), None)
    opening = clause.text.find("(")
    if said is None or not opening >= 3:
        return []
    before = clause.text[opening + 1 : said.figure.start - clause.start]
    if not _SIZES_IN_BRACKETS.fullmatch(before):
        return []
    named = name_of(clause, clause.start, clause.start + opening, governed=True, listed=True)
    if named is None or not HEADS.before(named.name, len(named.name)):
        return []
    named.sums.append(Sum(said.figure, "total"))
    return [named]


def names_each_bracketed(clause: Clause) -> list[Named]:
    """石坝一闸(重建,1.6亿元)、石坝二闸(加固,2300万元): names with a deed and a cost in brackets."""
    found = []
    for said in clause.sums:
        at = said.figure.start - clause.start
        opened = _OPENED.search(clause.text, max(0, at - _BRACKETED), at)
        if opened and clause.text.startswith(")", said.figure.end - clause.start):
            first, last = (clause.start + place for place in opened.span(1))
            if named := name_of(clause, first, last, governed=True, listed=True):
                named.sums.append(Sum(said.figure, "total"))
                found.append(named)
    return found if len(found) > 1 else []


def names_enumerated(clause: Clause) -> list[Named]:
    """其余5个项目分别是甲、乙、丙…; 石塘、柳沟两个移民新村…"""
    text, base = clause.text, clause.start
    if told := _ARE_THESE.match(text):
        named = names_told_alike(clause, base + told.end(), clause.end)
        return named if len(named) == number(told[1]) and _all_works(named) else []
    return _names_of_a_kind(clause)


def _names_of_a_kind(clause: Clause) -> list[Named]:
    """石塘移民新村, 柳沟移民新村: of 石塘、柳沟两个移民新村, with which a clause begins."""
    told = _SO_MANY_OF_A_KIND.match(clause.text, _to_be_built(clause.text))
    graded = _GRADE.match(clause.text, told.end()) if told else None
    behind = clause.text[graded.end() :][:_LONGEST_KIND] if graded else ""
    ends = [at + len(word) for at, word, kind in HEADS.every(behind) if kind == "facility"]
    kind = behind[: _to_last_that_joins(behind, ends)]
    if told is None or graded is None or len(kind) < _SHORTEST_KIND:
        return []
    places = re.split("[、和与]", told[1])
    heads = [HEADS.before(each, len(each)) for each in places]  # 柳塘 is a village
    bare = not any(head and len(head[0]) > 1 for head in heads)
    named = [Named(f"{place}{kind}") for place in places]
    if not bare or len(places) != number(told[2]) or not may_name_a_work(named[0].name, ""):
        return []
    costs = [each for each in clause.sums if each.measure == "total"]
    if len(costs) == len(named):
        for one, cost in zip(named, costs, strict=True):
            one.sums.append(cost)  # …分别投资2600万元和4800万元
    elif _are_one_row(clause, places):
        lead = told[1] if told[0].endswith("的") else told[0]
        return [Named(f"{lead}{graded[0]}{kind}")]
    return named


def _are_one_row(clause: Clause, places: Sequence[str]) -> bool:
    """石塘、柳沟两个移民新村10月完工: one row of both, where neither is told of by itself.

    …,前者投资1.2亿元; …,其中石塘投资1.2亿元: the next clause tells them apart.
    """
    told = clause.stop != "," or bool(stage_words(clause.text))
    short = all(len(each) <= _LONGEST_PLACE for each in places)
    goes_on = [each.removeprefix("其中") for each in re.split("[,:]", clause.behind)]
    apart = any(each.startswith((*_EITHER, *places)) for each in goes_on)
    return told and short and not apart and "分别" not in clause.text


def _to_be_built(text: str) -> int:
    """Past 三是新建 of 三是新建河口、白塔两座变电站."""
    item = _ITEM.match(text)
    first = item.end() if item else 0
    verb = GOVERN.at(text, first)
    return first + len(verb[0]) if verb else first


def _to_last_that_joins(behind: str, ends: Sequence[int]) -> int:
    """To the end of 变电站, which begins with 变: the last that goes on from the first."""
    end = min(ends, default=0)
    while longer := [
        each for each in ends if end < each <= end + 2 and behind[end:each] in _HOUSES
    ]:
        end = max(longer)
    return end


def _all_works(named: list[Named]) -> bool:
    return all(HEADS.before(each.name, len(each.name)) for each in named)


def names_told_alike(clause: Clause, start: int, end: int) -> list[Named]:
    """恒丰米业二期、天泽饲料10月投产: whatever a built stage is told of is a work."""
    items = split(clause.text[start - clause.start : end - clause.start], start)
    named = [name_of(clause, first, last, governed=True, listed=True) for first, last in items]
    if not all(named) or any(len(each.name) < 3 for each in named if each):
        return []
    return [each for each in named if each]


def names_paid_for(clause: Clause) -> list[Named]:
    """安排2300万元用于老城供水管网改造, 用于县三院感染楼、锦绣停车楼两处: what money goes to."""
    goes = _PAID_FOR.match(clause.text)
    if goes is None:
        return []
    named = names_in(clause, clause.start + goes.end(), clause.end, governed=True)
    works = [each for each in named if HEADS.before(each.name, len(each.name))]
    return [each for each in works if not each.name.endswith("建设")]


def names_built(clause: Clause, start: int) -> list[Named]:
    """云顶酒庄二部主体封顶: what reaches a stage of building, whatever its last word."""
    tail = None if clause.sums or clause.sizes else built_tail(clause, start)
    named = names_told_alike(clause, start, tail) if tail else []
    return [] if any(_goes_about(each.name) for each in named) else named


def names_reached(clause: Clause) -> list[Named]:
    """底气来自6月投运的云峰变电站扩建工程: the day of a stage stands before the name."""
    ends = {each.end - clause.start for each in clause.dates}
    for place, word, _ in stage_words(clause.text):
        first = place + len(word)
        if place in ends and clause.text.startswith("的", first):
            text = clause.text.partition("--")[0]
            named = name_of(
                clause, clause.start + first + 1, clause.start + len(text), governed=True
            )
            whole = named is not None and text.rstrip("”)").endswith(named.name.rstrip("”)"))
            if named and whole and not is_common(named.name):
                return [named]
    return []


def _goes_about(text: str) -> bool:
    """经多方协调已于上周, 待批复后: how and when something was done, and no thing."""
    return text.endswith(("后", "前")) or any(kind in ("d", "p") for _, kind in rjieba.tag(text))


def names_in_order(clause: Clause, start: int, end: int) -> list[Named]:
    """总投资3亿元和1.6亿元的金牛机械、华秦乳业: as many sums before the names, each its own."""
    sums = sums_in(clause, start, end)
    if len(sums) < 2 or clause.text[sums[-1].figure.end - clause.start :][:1] != "的":
        return []
    between = [
        clause.text[one.figure.end - clause.start : other.figure.start - clause.start]
        for one, other in pairwise(sums)
    ]
    if not all(each in _JOINS for each in between):
        return []
    first = sums[-1].figure.end + 1
    named = names_told_alike(clause, first, end)
    if len(named) != len(sums):
        return []
    for one, said in zip(named, sums, strict=True):
        one.sums.append(Sum(said.figure, "total"))
    return named


def names_with_price(clause: Clause, start: int) -> list[Named]:
    """其中投资额居前的是:①碳纤维布11亿元;②…: a name with its cost right behind it, and no more."""
    said = clause.sums[0]
    named = names_told_alike(clause, start, said.figure.start)
    if len(named) != 1 or said.figure.end != clause.end:
        return []
    named[0].sums.append(Sum(said.figure, "total"))
    return named


def names_each(clause: Clause, end: int, start: int, sums: list[Sum] | None = None) -> list[Named]:
    """甲、乙、丙分别投资3亿元、1.6亿元、8000万元: as many works as sums, each with its own.

    甲、乙、丙三处各投资3000万元: to each the same.
    """
    sums = sums or [each for each in clause.sums if each.figure.start >= end]
    phrase = clause.text[start - clause.start : end - clause.start]
    counted = _COUNTED_WORKS.search(phrase)
    listed = phrase[: counted.start()].removesuffix("等") if counted else phrase
    items = split(listed, start)
    if clause.text.startswith("各投资", end - clause.start):
        sums = sums * len(items)
    if len(items) != len(sums) or len(items) < 2:
        return []
    named = [name_of(clause, first, last, governed=True, listed=True) for first, last in items]
    for one, said in zip(named, sums, strict=True):
        if one:
            one.sums.append(said)
    whole = [each for each in named if each and not names_a_body(each.name)]
    return whole if len(whole) == len(items) else []


def _with_others(
    clause: Clause, phrase: str, start: int, others: re.Match[str], governed: bool
) -> list[Named]:
    """甲、乙等项目, 甲等4个省市项目: the listed are named. 甲、乙等食品加工项目: one joint name."""
    tail = phrase[others.end() :]
    bare = _bare_tail(clause, tail, start + others.end())
    end = start + len(phrase)
    if not bare:
        whole = name_of(clause, start, end, governed=governed)
        return [whole] if whole else []
    listed = phrase[: others.start()]
    items = split(listed, start)
    if any(each.measure != "none" for each in sums_in(clause, start, end)) and len(items) > 1:
        own = [sums_in(clause, first, last) for first, last in items]
        if not all(own):
            whole = name_of(clause, start, end, governed=True)
            return [whole] if whole else []
    found = [name_of(clause, first, last, governed=True, listed=True) for first, last in items]
    return [each for each in found if each]


def _bare_tail(clause: Clause, tail: str, start: int) -> bool:
    """Whether what follows 等 is only a count and a general word: 4个省市项目, 项目, 重点工程."""
    counted = [each for each in clause.sizes if each.start == start]
    rest = tail[counted[0].end - start :] if counted else tail
    if counted and (place := PLACES.at(rest, 0)) and rest[len(place[0]) :] not in GENERIC:
        return False  # 石桥、柳溪等5个村安全饮水工程
    rest = rest.removesuffix("建设")
    rest = re.sub(r"^(?:一批|一系列|[两三四五六七八九十]大|多个|个)", "", rest)
    head = HEADS.before(rest, len(rest))
    if rest in GENERIC or (head and head[1] == "strong" and is_generic(rest, head[0])):
        return True
    return bool(counted) and rest.endswith(("项目", "工程")) and len(rest) <= 7


def joined(clause: Clause, named: list[Named]) -> list[Named]:
    """甲、乙、丙等项目总投资4.4亿元: one sum behind a list makes one joint row of it."""
    own = any(each.sums for each in named)
    joint = any(each.measure == "total" for each in clause.sums) and not own
    if len(named) < 2 or not joint:
        return named
    sizes = [size for each in named for size in each.sizes]
    return [Named("、".join(each.name for each in named), sizes=sizes)]
