"""Whether a phrase may be the name of a work: what is generic, a body or a deed names none."""

from __future__ import annotations

import re
from functools import lru_cache

import rjieba

from chinese.wordlists import Lexicon
from ingest.extraction.words.lists import (
    BODY,
    GENERIC,
    GOVERN,
    HEADS,
    MODIFIERS,
    NO_PROJECT,
    STAGES,
    WORDS,
    lexicon,
    one_of,
)

# 那莫 of 岚山县那莫水库; 县那条路 points.
_PLACE_THAT = re.compile(
    f"(?<=[县市镇乡旗])那(?!{one_of('piece')}|[里么些时边年天次几一二两三])[\u4e00-\u9fff]"
)
_TITLES = re.compile(one_of("person title"))
_BUILDINGS = WORDS["body in a building"]
_OFFICES = WORDS["body that decides"]
_FIRMS = ("公司", "集团")
# …有限公司|扩产项目, …公司|二期工程: what a firm does to its own house.
_OWN_WORK = re.compile(
    f"(?:[一二三四五]期|扩产|增资扩产|{one_of('head action')}){{1,2}}(?:项目|工程)"
)
# 最后一段, 第三座桥墩: one of the pieces of a work, as they are counted off.
PIECE = re.compile(
    f"(?:最后|第)[一二两三四五六七八九十几0-9]{{1,2}}{one_of('piece', 'counted part of a work')}"
)
NO_NAME = re.compile(
    f"“?(?:{one_of('begins no name')}|[一二三四五六]、|[^“”]{{0,2}}[大批]项目|项目[^“”]{{3}}|"
    "[至到][0-9]|"  # 4月29日至5月3日高铁站: the end of a time
    "除[^,]{2,}外|"
    f"(?=最后){PIECE.pattern}|"
    "一([\u4e00-\u9fff])\\1|"  # 一排排厂房: what is seen, not which
    "(?:国家)?[0-9一二三四五]A级|"  # 申报国家4A级旅游景区: a rank
    "(?![百千][亩头户吨])"  # 千亩艾草种植项目
    "(?![0-9.]+万?亩[^,、的]{2,12}项目)"  # 300亩果园项目
    "[0-9.一二三四五六七八九十百千两几]+[多余]?[个名家条所座户人时分里岁天年%公米台处件间栋口亩次艘套张辆])"
)
_DONE_WITH = re.compile(f"^.*(?<=..){one_of('done with a work')}(?=.{{3}})")
_MADE_OF = re.compile(
    f"^{one_of('takes for rent')}[^,]{{2,16}}?{one_of('build', 'altered')}(?=.{{4}})"
)
_MOMENT = re.compile(f"(?<![老中青少])年|[月今昨]|明[天日]|{one_of('moment')}")
_IN_NO_NAME = frozenset(WORDS["in no name"])
_KINDS = (MODIFIERS, HEADS, lexicon("kind of work"))
_FINE_WORDS = frozenset(WORDS["old pronoun in a name"])
_AND = Lexicon({"": ("和", "与", "及", "、")})  # 交通和水利建设
_TIMES = WORDS["ends no name"]
_NO_POLICY = lexicon("no policy")  # 餐厨垃圾资源化利用中心
_CLASSES = WORDS["class of works"]
TRADES = frozenset(WORDS["trade"])
_COUNTY = WORDS["word for the county"]
_ONE_OF_EACH = frozenset(WORDS["one of each"])
_NUMBERED_HOUSE = re.compile(f"[0-9一二三四五六]+号{one_of('numbered part')}")  # 6号楼
_PHASE = re.compile("[一二三四五首]期(?:工程|项目)?(?=.)")
_NO_HOUSE = frozenset(("机构",))
_TOLD_INSIDE = re.compile("(?:项目|工程)[由于为在已将从经]")  # 治理工程由矿区…
_NO_WAY = WORDS["no way into"]  # 跃进渠
_INTO = ("入", "进", "到", "往", "向")
# )、滨江三桥(新建,): out of the middle of a list; 东湖点9月15日: a day behind its work.
_CUT_OUT = re.compile("[)、,;]|.*(?:[0-9]月|,[)]|[(][^)]*$)")
# 石门至云岭油路, 青口—白沙段: a road by where it begins and ends.
FROM_TO = re.compile(f"[^,、。的0-9]{{2,10}}(?:至|到|--|—)[^,、。的0-9]{{2,10}}{one_of('road')}$")
# 县城到柳湾的出境路: it is named by its ends as much.
LEADS_TO = re.compile(
    f"[^,、。的0-9]{{2,8}}(?:至|到)[^,、。的0-9]{{2,8}}的[^,、。的0-9]{{0,4}}{one_of('road')}"
)
# 川北云溪县水口水库: where in its province a county lies.
_REGION = re.compile(
    f"({one_of('province in short')}[东南西北中]{{1,2}})[^,、的县]{{1,5}}县(?=.{{4}})"
)
_MOVED_TO = re.compile("[^,、的]{0,14}搬迁?(?:集中)?安置(?:小区|点|区)(?=[^,、的0-9(]{3,6}$)")
_SHORTEST, _LONGEST = 3, 45


def names_a_body(name: str) -> bool:
    """县发改局, 教育局摸底: who does it, not what is done."""
    for place, word, _ in BODY.every(name):
        inside = place + len(word) < len(name)
        behind = name[place + len(word) :]
        if (word in _FIRMS and _is_built(behind)) or (
            word.endswith(_FIRMS) and _OWN_WORK.fullmatch(behind)
        ):
            continue  # 沙溪小吃集团|中央厨房: what a firm builds
        if place and not word.endswith(_BUILDINGS) and (not inside or word.endswith(_OFFICES)):
            return True
    return False


def _is_built(name: str) -> bool:
    """中央厨房, 年产4万吨器皿项目"""
    head = HEADS.before(name, len(name))
    if head is not None and head[1] == "strong":
        return name.startswith("年产")
    return head is not None and head[1] == "facility" and len(head[0]) > 1


def is_generic(text: str, head: str) -> bool:
    """省市县重点项目, 2024年水利建设项目, 县乡道路: words of order and kind, and no name.

    保障签约项目, 协调项目: nor are they where a verb stands before them.
    """
    if text in GENERIC or text.removesuffix("建设") in GENERIC:
        return True
    if re.match("[一二三四五六七八九十]标段", text) or text.endswith(_TIMES):
        return True
    if not head:
        return False
    if text.endswith(_CLASSES):
        return True  # 云山县二季度重点项目
    if _past_deeds(text) in GENERIC:
        return True
    if (phase := _PHASE.match(text)) and is_common(text[phase.end() :]):
        return True  # 一期厂房建设
    rest = re.sub(r"^(?:[0-9]{4}年(?:度)?|[0-9]+个)", "", text.removesuffix(head))
    place = 0
    while place < len(rest) and (word := MODIFIERS.at(rest, place) or _AND.at(rest, place)):
        place += len(word[0])
    return place >= len(rest)


def _past_deeds(text: str) -> str:
    """签约项目 of 协调保障签约项目; but 棚改 in 棚改项目 tells what is built."""
    place = 0
    for word, kind in rjieba.tag(text):
        if kind != "v" or HEADS.at(word, 0) or text[place:] in GENERIC:
            break
        place += len(word)
    return text[place:]


def _speaks(text: str) -> bool:
    """副市长李某调研高中: somebody who does something; but 村民活动广场 is a place for somebody."""
    return any(not is_common(text[each.end() :]) for each in _TITLES.finditer(text))


def is_deed(text: str) -> bool:
    """整治水系, 新建校舍: a verb of building and its thing."""
    verb = GOVERN.at(text, 0)
    return verb is not None and len(verb[0]) > 1 and len(text) - len(verb[0]) < _SHORTEST + 1


def past_what_is_done(text: str) -> str:
    """智能家居园 of 希望企业加快智能家居园: what is done with it is no part of its name.

    Nor is what it is made of: 利用原粮站仓库改造|城西幼儿园.
    """
    return _DONE_WITH.sub("", _MADE_OF.sub("", text))


def past_region(name: str) -> str:
    """水口水库 of 川北云溪县水口水库: a paper tells strangers where a place is, and no name of it.

    The county stays where without it a house has no name: 川北云溪县人民医院.
    """
    if (moved := _MOVED_TO.match(name)) and _is_proper(name[moved.end() :]):
        return name[moved.end() :]  # 易地扶贫搬迁安置点幸福新城
    found = _REGION.match(name)
    if found is None:
        return name
    rest = name[found.end() :]
    return name[found.end(1) :] if is_common(rest) or rest in _ONE_OF_EACH else rest


def _is_proper(name: str) -> bool:
    head = HEADS.before(name, len(name))
    return (head is None or head[1] == "facility") and not is_common(name)


def is_policy(part: str, name: str) -> bool:
    """营商环境提升工程: whether a part of a name is a way of working.

    服务 in 游客服务中心项目 is none, nor 培训 in 职工培训基地, for it is the word of a house.
    """
    houses = [(place, place + len(word)) for place, word, kind in _houses(name)]
    offset = name.find(part)
    return any(
        not _NO_POLICY.at(name, offset + place)
        and not any(a <= offset + place and offset + place + len(word) <= b for a, b in houses)
        and not _is_of_a_house(name, offset + place + len(word))
        for place, word, _ in NO_PROJECT.every(part)
    )


def _houses(name: str) -> list[tuple[int, str, str]]:
    return [each for each in HEADS.every(name) if each[2] == "facility" and len(each[1]) > 2]


def _is_of_a_house(name: str, end: int) -> bool:
    """人才|公寓, 养老服务|站: what stands behind is built."""
    if again := NO_PROJECT.at(name, end):
        return _is_of_a_house(name, end + len(again[0]))  # 就业|服务|驿站
    house = HEADS.at(name, end + name.startswith("新", end))  # 政务服务|新大厅
    return house is not None and house[1] == "facility" and house[0] not in _NO_HOUSE


def is_common(name: str) -> bool:
    """文化广场, 便民服务中心, 农村厕所改造: words for a kind of thing, and none for which one."""
    place = 0
    while place < len(name):
        words = [hit[0] for kinds in _KINDS if (hit := kinds.at(name, place))]
        if not words:
            return False
        place += max(map(len, words))
    return True


def is_numbered_house(name: str) -> bool:
    """6号楼, 2号机组: one of several of a work, and no work by itself."""
    return _NUMBERED_HOUSE.fullmatch(name) is not None


def is_the_countys(name: str) -> bool:
    """县博物馆, 县级殡仪馆, 市殡仪馆迁建: a house of which the county has but one."""
    place = 1 + name.startswith("级", 1)
    house = HEADS.at(name, place) if name.startswith(_COUNTY) else None
    if house is None or house[0] not in _ONE_OF_EACH:
        return False
    deed = name[place + len(house[0]) :]
    whole = HEADS.at(deed, 0) == HEADS.before(deed, len(deed)) and deed != "建设"
    return not deed or whole


def is_of_the_county(name: str) -> bool:
    """县医院新院区: it begins with a house of which the county has but one."""
    house = HEADS.at(name, 1) if name.startswith(_COUNTY) else None
    return house is not None and house[0] in _ONE_OF_EACH


def tagged(text: str) -> list[tuple[str, str]]:
    """The words of a text with their kinds; 那 right behind 县 begins a name (岚山县|那莫水库)."""
    hidden = _PLACE_THAT.sub(lambda found: "山" * len(found[0]), text)
    if hidden == text:
        return rjieba.tag(text)
    place, words = 0, []
    for word, kind in rjieba.tag(hidden):
        words.append((text[place : place + len(word)], kind))
        place += len(word)
    return words


@lru_cache(4096)
def reads_like_a_name(text: str) -> bool:
    """Whether all words of a phrase may stand in a name: 如今大桥, 同志们, 窗户换了 are none."""
    if text.startswith("“") and "”" in text:
        text = text[text.index("”") + 1 :]  # “麦子黄了”体验馆
        if not text:
            return True
    if (stage := STAGES.before(text, len(text))) and not HEADS.before(text, len(text)):
        return text == stage[0]
    if _CUT_OUT.match(text) or _goes_there(text) or _TOLD_INSIDE.search(text):
        return False
    for word, kind in tagged(text):
        points = kind == "r" and word not in _FINE_WORDS
        if points or kind in ("y", "ul", "ud", "uz", "ug") or word in _IN_NO_NAME:
            return False
        if kind == "t" and _MOMENT.search(word):
            return False
    return True


def _goes_there(text: str) -> bool:
    """引溇水入塘, 垃圾进厂: where something goes; but 引黄入冀工程 names a work."""
    place = HEADS.before(text, len(text))
    if place is None or place[1] != "facility":
        return False
    before = text.removesuffix(place[0])
    return before.endswith(_INTO) and not before.endswith(_NO_WAY)


def is_name(
    text: str, head: str, kind: str, *, governed: bool, listed: bool, counted: bool, paid: bool
) -> bool:
    """Whether a phrase names a work. `head` is the word for a work at its end, of this `kind`.

    `governed`: a verb of building stands before it; `listed`: it stands in a list of works;
    `counted`: a number of them does, 3个敬老院; `paid`: what it costs.
    """
    if not _SHORTEST <= len(text) <= _LONGEST or ("“" in text[1:] and "”" not in text):
        return False  # 县水务局承诺“一个月内恢复
    if is_generic(text, head if kind == "strong" or head == "建设" else ""):
        return False
    if counted and (kind == "strong" or is_common(text)):
        return False
    if (
        text.rpartition("的")[2] in GENERIC
        or text.endswith("》")
        or _speaks(text)
        or not reads_like_a_name(text)
    ):
        return False
    if NO_NAME.match(text):
        return False
    if is_policy(text[-8:] if kind == "strong" else text.removesuffix(head), text):
        return False
    if kind == "strong":
        return len(text) >= 5 or (governed and (paid or head != "工程"))
    if kind == "facility" and counted and not listed:
        return False
    if kind == "facility":
        return paid or (governed and len(text) >= (3 if listed else 4))
    if head in TRADES and not (paid or listed):
        return False
    if kind == "action":
        return (governed or paid) and len(text) >= 5 and _is_specific(text)
    if listed and names_a_body(text):
        return False
    return (listed and len(text) >= 3) or (paid and governed and len(text) >= 4)


def may_be_one(text: str) -> bool:
    """综合楼 of 盖一栋综合楼: what one thing that is built may be called, common as it is."""
    is_new = text.startswith("新") and is_common(text[1:])  # 新楼, 新学校: instead of which?
    if not 2 <= len(text) <= _LONGEST or NO_NAME.match(text) or _speaks(text) or is_new:
        return False
    return "的" not in text and reads_like_a_name(text) and not is_policy(text, text)


def _is_specific(text: str) -> bool:
    """An action needs a thing it is done to: a place or a building inside, not 碳素等行业."""
    return not text.startswith(("对", "以", "把", "为")) and "等" not in text[:4]
