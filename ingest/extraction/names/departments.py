"""The bodies that an article names: known printed names first, then whatever is shaped like one.

A body's name ends with a word of the list (局, 委员会, 集团 …) at the end of a word, and goes
back as far as nouns go: 由县交通局出资 names 县交通局, 新的格局 names none.
"""

from __future__ import annotations

import re
from collections.abc import Iterable

import rjieba

from ingest.extraction.names.counties import past_a_time, with_its_county
from ingest.extraction.words.lists import BODY, WORDS, one_of

_RUN = re.compile(r"[\u4e00-\u9fffA-Za-z0-9]{2,60}")
_STOPS = frozenset(WORDS["not of a body"])
_NO_PART_OF_A_FIRM = _STOPS - {"建设"}  # 江南环境建设有限公司
_LONGEST = 24
_LONGEST_COUNTY = 14
_COUNTY_WORDS = frozenset(WORDS["word for the county"])
_NEVER_IN_A_NAME = frozenset(WORDS["kinds never in a body"])
_MEMBER = re.compile(one_of("member of a body") + "(?!会)")  # 县委书记, but 县委常委会
# Kinds of words (of the segmenter) that no name of a body holds.
_NOT_IN_A_NAME = frozenset(WORDS["kinds in no body"])
_WHOLE = frozenset(WORDS["whole body"])
_SHORT_OFFICE = f"(?!{one_of('no office')})[委办]"
_OFFICE = f"(?:{one_of('office')}|{_SHORT_OFFICE})"
_OF_PARTY = (
    "[县市区省旗州](?:委|政府)(?:第[一二三四五六七八九十])?"
    f"(?:{one_of('office', 'party office')}|{_SHORT_OFFICE}|"
    "[一-鿿]{2,10}?(?:领导小组|委员会)(?:办公室)?)"
)
_COUNTY = re.compile(
    rf"{_OF_PARTY}|(?<![全我该本各城下返乡])(?:自治)?[县市区省旗州团镇乡][^,，。;；:：、()（）\s0-9]{{0,9}}?{_OFFICE}"
)
# 乡还要办, 镇想办: before 办 these tell that somebody does it.
_DOES_IT = re.compile(f"(?:{one_of('before a deed')})[委办]$")
_KINDS_BEFORE_A_DEED = frozenset(WORDS["kinds before a deed"])
_UP_TO_COUNTY = re.compile("[一-鿿]{2,}$")
# What stands between the two where no one name is meant: 县里成立指挥部.
_NOT_OF_IT = re.compile(
    "[两三四五六七八九十0-9][家所个间]|"
    f"^.(?:{one_of('county of another kind')}|城(?![建管投乡市])|财政$)|"
    + one_of("between two bodies")
)
_STEM = one_of("stem of a body")
# 鸿顺|新材料, 县|自然资源和|规划局: what the segmenter takes apart.
_ONE_WORD = re.compile(f"{_STEM}{{1,3}}[和与]|{one_of('trade of a firm', 'one word in a body')}")
_STEMS = re.compile(f"{_STEM}(?:分局|局|委)")
# 由皖能临涣公司建设: a firm stands behind a stop or who does it.
_FIRM = re.compile(
    r"(?:^|[,，。;；:：、\n]|[由与])((?![由与经])(?:[\u4e00-\u9fff]){2}[^\s0-9,，。;；:：、“”()（）的由与和在是]{0,10}?"
    f"(?:{one_of('firm ends so')}))(?={one_of('what a firm does')}|[0-9,，。;；、]|$)"
)
# 施工单位中建三局项目部, 中标单位为省路桥二公司: a role is a stop before it.
_IN_A_ROLE = re.compile(
    f"{one_of('role of a firm')}[为是：:]?([一-鿿]{{2,16}}?(?:{one_of('firm ends so')}))"
    f"(?!{one_of('same body')})"
)
_ROLE = re.compile(f"^.*{one_of('role of a firm')}[为是]?")
_STATE_BUILDER = re.compile(
    f"{one_of('state builder')}[一二三四五六七八九十]{{1,3}}局(?:集团|[一二三四五六]公司)?"
)
# 由广泽环保能源投资4.9亿元建设: its trade ends the name of one that is called no 公司.
_BY_TRADE = re.compile(
    f"[由与]([一-鿿]{{2,6}}?(?:{one_of('trade of a firm')}))"
    f"(?={one_of('what a firm does')}|、[一-鿿]{{2,8}}等)"
)
# What the segmenter glues to a name: 由青屏, 经青屏; before 县 it may be more: 已转县|城管局.
_LEADING = frozenset("由经被为向")
_LEADING_TO_THE_COUNTY = _LEADING | frozenset("转报请到让将把对送函从据在或")
_NAMED_KINDS = frozenset(("nr", "n", "ns", "nz", "nrt", "nt"))
_SEEMS_LED = tuple(WORDS["begins like a lead"])
_PLACES = frozenset("镇乡村县市区")
_COUNTED = re.compile("[0-9一二两三四五六七八九十几多余]+(?:家|所|个|座|支|间)$")  # 6家茶叶合作社
_HELD = re.compile(f"$|{one_of('held in a house')}")
_IS_BODY_OR_PLACE = re.compile(r"(?:[局委办厅会部处站所院行镇乡]|公司|集团|中心|政府|街道)$")
_LINK = re.compile(rf"^(?:[由据从经对向为被让请报送](?=.{{3}})|{one_of('verb before a body')})*")
_BY = re.compile("^.*[由经驻](?=[县市区省旗州])")  # 本项目已由市交通局批准
# 水溪镇中心|小学; 县公安局|交通警察大队, 市生态环境局|临江分局: the name goes on.
_GOES_ON = re.compile(one_of("goes on a body"))
# 县水务|投资有限公司, 县交通建设集团|有限公司: so does the name of a firm.
_IS_A_FIRM = re.compile(
    f"(?:{one_of('trade of a firm', 'word in a firm')}){{0,3}}(?:集团)?{one_of('firm in full')}"
)
_PART = re.compile(f"([一-鿿]{{0,6}}?)(?:[大中支]队|{one_of('part of a body')})")
_SAME = re.compile(one_of("same body"))
_TITLE = re.compile(one_of("person title"))
_BRANCH = re.compile(one_of("part of a body"))
_PLACE_IN_IT = "[0-9一二三四五六七八九十]+[楼层]"  # 县政务中心三楼
_LISTED_PLACES = f"等?[0-9两二三四五六七八九十]+个{one_of('goes on a body')}"  # 物资局2个小区
_RUNS_ON = re.compile(
    f"{one_of('makes no body')}|{_PLACE_IN_IT}|{_LISTED_PLACES}|项(?!目{one_of('person title')})"
)
_OF_A_TOWN = re.compile("[一-鿿]{2,}[镇乡]党委")
_NO_BODY = re.compile(f"(?:{one_of('no body')}|(?<!十)[一二三四五六七八九十]局|副局)$")
_BARE = frozenset(WORDS["bare kind"])
_BUILDINGS = WORDS["body in a building"]
_GENERAL = re.compile(f"(?:{one_of('begins no body')}|[0-9一二三四五六七八九十两]+[所家个间])")


def bodies(texts: list[str], known: Iterable[str]) -> list[str]:
    """Printed names in order of appearance, each once, without those inside a longer one."""
    found: dict[str, None] = {}
    names = [each for each in known if len(each) > 1]
    for text in texts:
        printed = [past_a_time(each, text) for each in dict.fromkeys(_shaped(text))]
        shaped = [with_its_county(each, texts) for each in dict.fromkeys(printed)]
        for name in [each for each in names if each in text] + shaped:
            found.setdefault(name)
    return [name for name in found if _stands_alone(name, list(found), texts)]


def _stands_alone(name: str, found: list[str], texts: list[str]) -> bool:
    """No short form of a longer name; 县委 may stand beside 县委督查室 if it is printed alone."""
    longer = [each for each in found if each != name and name in each]
    if not all(each.startswith(name) and not _SAME.match(each, len(name)) for each in longer):
        return False
    return not longer or any(
        not _MEMBER.match(text, at.end())
        and not any(text.startswith(each, at.start()) for each in longer)
        for text in texts
        for at in re.finditer(re.escape(name), text)
    )


def is_in_a_building(name: str) -> bool:
    """县中医院, but not 县公路局: a work may be named after it, and then tells of no body."""
    return name.endswith((*_BUILDINGS, "院", "馆", "林场"))


def _shaped(text: str) -> list[str]:
    names = [name for name in _of_the_county(text) if not _NO_BODY.search(name)]
    names += [name for name in _FIRM.findall(text) if _is_a_firm(name)]
    names += [name for name in _BY_TRADE.findall(text) if _is_a_firm(name)]
    names += [name for name in _IN_A_ROLE.findall(text) if _is_a_firm(name)]
    names += _STATE_BUILDER.findall(text)
    for run in _RUN.finditer(text):
        words = _tagged(run[0])
        start = 0
        for end in _ends(run[0], words):
            name = _from_the_county(run[0], words, start, end) or _back_over_nouns(
                run[0], words, start, end
            )
            name = name if name.startswith(_SEEMS_LED) else _LINK.sub("", name)
            name = _ROLE.sub("", _BY.sub("", name))
            if _is_body(name) and _is_meant(run[0], end, name):
                names.append(name)
                start = end
    return sorted(names, key=text.find)


def _is_meant(run: str, end: int, name: str) -> bool:
    """Not 县委书记, nor 6家合作社, nor where something is held: 在县会议中心召开."""
    begin = end - len(name)
    is_somebody = _MEMBER.match(run, end) and not _OF_A_TOWN.fullmatch(name)
    is_a_house = is_in_a_building(name) and not name.endswith("银行")
    is_a_site = is_a_house and run[begin - 1 : begin] == "在" and _HELD.match(run, end)
    return not (is_somebody or is_a_site or _COUNTED.search(run, 0, begin))


def _of_the_county(text: str) -> list[str]:
    """县发改局, 市以工代赈办: a word for the county before, one for an office behind."""
    found: list[str] = []
    place = 0
    while each := _COUNTY.search(text, place):
        is_one = not (_NOT_OF_IT.search(each[0]) or _GENERAL.match(each[0]) or _is_done(each[0]))
        place = each.end() if is_one else each.start() + 1  # 县委书记在县|委常委会
        if is_one and not _MEMBER.match(text, each.end()):
            found.append(_place_of(text, each.start()) + each[0])
    stems = [each[0] for each in _STEMS.finditer(text) if not _goes_on(text, each.end())]
    return found + stems


def _is_done(name: str) -> bool:
    """乡还要办, 镇上接着办: 办 is what somebody does; but 县扶贫办 and 县重点办 are offices."""
    if name[-1] not in "委办":
        return False
    _, kind = rjieba.tag(name[:-1])[-1]
    return kind in _KINDS_BEFORE_A_DEED or _DOES_IT.search(name) is not None


def _place_of(text: str, county: int) -> str:
    """凤河 of 凤河县蚕业技术推广站, where its 县 stands at this place."""
    before = _UP_TO_COUNTY.search(text, max(0, county - 6), county + 1)
    word, kind = rjieba.tag(before[0])[-1] if before else ("", "")
    is_led = word[-2:-1] in _LEADING_TO_THE_COUNTY or _GENERAL.match(word)  # 已由县, 各乡镇
    is_place = len(word) > 2 and kind in _NAMED_KINDS and not is_led
    return _LINK.sub("", word[:-1]) if is_place else ""


def _is_a_firm(name: str) -> bool:
    """鄂西抽水蓄能有限公司, 皖能临涣公司: between two stops, whatever kind of words it holds."""
    words = {word for word, _ in rjieba.tag(name)}
    return name not in _BARE and not words & _NO_PART_OF_A_FIRM and not _GENERAL.match(name)


def _tagged(run: str) -> list[tuple[int, int, str]]:
    """The words of a run: where each begins and ends, and its kind.

    The segmenter takes 由青屏, 经青屏 and the 和县 of 发改局和县水利局 for names: a word that leads
    on to a name stands by itself.
    """
    found, place = [], 0
    for word, kind in rjieba.tag(run):
        after = place + len(word)
        if _leads_on(word, kind, run[:place]):
            found += [(place, place + 1, "p"), (place + 1, after, _kind_of(word[1:], kind))]
        else:
            found.append((place, after, _kind_of(word, kind)))
        place = after
    return _whole_words(run, found)


def _whole_words(run: str, words: list[tuple[int, int, str]]) -> list[tuple[int, int, str]]:
    branches = [_branch_at(run, place + len(word)) for place, word, _ in BODY.every(run)]
    spans = [each.span() for each in _ONE_WORD.finditer(run)]
    for start, end in spans + [each.span(1) for each in branches if each and each[1]]:
        inside = [word for word in words if word[0] < end and word[1] > start]
        at = words.index(inside[0])
        words[at : at + len(inside)] = [(inside[0][0], inside[-1][1], "n")]
    return words


def _leads_on(word: str, kind: str, before: str) -> bool:
    if len(word) < 2:
        return False
    if word[0] in _LEADING_TO_THE_COUNTY and word[1:] in _COUNTY_WORDS:
        return True
    if word[0] in _LEADING:
        is_place = len(word) > 2 and word[-1] in _PLACES  # 向阳镇
        kinds = _NAMED_KINDS if word[0] == "由" else ("nr",)
        return kind in kinds and not is_place and not word.startswith(_SEEMS_LED)
    # 和县 is a county too, at the beginning or behind its province.
    return word == "和县" and _IS_BODY_OR_PLACE.search(before) is not None


def _kind_of(word: str, kind: str) -> str:
    return "n" if word == "村" else "zg" if word in _COUNTY_WORDS else kind


def _ends(run: str, words: list[tuple[int, int, str]]) -> list[int]:
    ends = [place + len(word) for place, word, _ in BODY.every(run) if place or word in _WHOLE]
    return [
        end
        for end in ends
        if not _RUNS_ON.match(run, end)
        and not _goes_on(run, end)
        and not _is_inside_a_word(run, words, end)
    ]


def _goes_on(text: str, end: int) -> bool:
    longer = _GOES_ON.match(text, end) or _IS_A_FIRM.match(text, end)
    return longer is not None or _branch_at(text, end) is not None


def _branch_at(text: str, end: int) -> re.Match[str] | None:
    """县公安局|城关派出所, 人民银行|县支行; 县公安局|联合派出所 are two."""
    branch = _PART.match(text, end)
    return branch if branch and not any(map(_is_no_place, rjieba.tag(branch[1]))) else None


def _is_no_place(word: tuple[str, str]) -> bool:
    """联合, 和; a single character of a name may pass for anything: 壶|镇."""
    text, kind = word
    return text in _STOPS or (kind in _NOT_IN_A_NAME and len(text) > 1)


def _is_inside_a_word(run: str, words: list[tuple[int, int, str]], end: int) -> bool:
    """大雨局 of 大雨|局部|暴雨; who leads a body (局长, 局|局长) stands behind its name."""
    beyond = next((stop for begin, stop, _ in words if begin < end < stop), None)
    if beyond is None or run[end] == "长" or _TITLE.match(run, end):
        return False
    return len(rjieba.cut(run[end - 1 : beyond], False)) == 1


def _from_the_county(run: str, words: list[tuple[int, int, str]], start: int, end: int) -> str:
    """县自来水公司, 县城市建设投资公司: a word for the county begins a name, whatever it holds."""
    suffix = BODY.before(run, end)
    inside = end - len(suffix[0]) if suffix and "和" in suffix[0] else end
    for begin, stop, kind in reversed(words):
        if stop >= end or begin >= inside:
            continue  # 县|发展和改革局
        if begin < max(start, end - _LONGEST_COUNTY):
            return ""
        word = run[begin:stop]
        if kind in _NEVER_IN_A_NAME and not _is_a_number(run, begin, stop, kind):
            return ""  # but 县|第一|人民医院
        if word in _STOPS and word != "建设":
            return ""  # 县金融办联合人民银行; but 县城市建设投资公司
        if word in _COUNTY_WORDS:
            if run.startswith("建设", stop):
                return ""
            is_a_branch = BODY.before(run, begin) and _BRANCH.fullmatch(run, stop, end)
            goes_back = is_a_branch or word.startswith("自治")  # 人民银行|县支行, 回族|自治县
            return (_back_over_nouns(run, words, start, begin) if goes_back else "") + run[
                begin:end
            ]
    return ""


def _back_over_nouns(run: str, words: list[tuple[int, int, str]], start: int, end: int) -> str:
    suffix = BODY.before(run, end)
    first = end - len(suffix[0]) if suffix else end
    for begin, stop, kind in reversed(words):
        if stop > first and begin < first and stop <= end:
            first = begin  # the word of the segmenter goes on to the left
            continue
        if stop > first:
            continue
        if begin < max(start, end - _LONGEST) or run[begin:stop] in _STOPS:
            break
        if kind in _NOT_IN_A_NAME and not _is_a_number(run, begin, stop, kind):
            break
        first = begin
    return run[max(first, start) : end]


def _is_a_number(run: str, begin: int, stop: int, kind: str) -> bool:
    """Of 中铁二十一局, 第二医院; 第三天|交警大队 has none in its name."""
    is_long = stop - begin > 2 or (run[begin] == "第" and "医院" in run[stop : stop + 4])
    return kind == "m" and is_long and run[stop - 1] not in "天日周月年次届"


def _is_body(name: str) -> bool:
    if name in _WHOLE:
        return True
    if len(name) < 3 or name in _BARE or _NO_BODY.search(name) or _GENERAL.match(name):
        return False
    return len(name) >= 5 or not name.endswith(_BUILDINGS)
