"""From the object of a verb to the names of projects: a list is taken apart, measures set aside.

`总投资1.3亿元的甲基地和总投资3.6亿元的乙项目` names two; `甲、乙等食品加工项目` is one joint name;
`甲水库、乙公园等4个项目` names two of four.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field

import rjieba

from chinese.figures import Figure
from chinese.numerals import number
from ingest.extraction.lists import BODY, GENERIC, HEADS, MODIFIERS, NO_PROJECT, WORDS
from ingest.extraction.sentences import Clause, Sum

_OPEN, _CLOSE = "(“《‘【", ")”》’】"
_MONEY_WORDS = re.compile(
    r"(?:计划|预计|估算|概算|协议|签约|固定资产)?(?:总投资额?|投资总额|投资额|投资|总造价|造价|耗资|斥资|出资|投资概算|概算|投资预算)"
    r"(?:约|达|达到|为|共|近|超|超过|:)?$"
)
_SIZE_WORDS = re.compile(
    r"(?:规划|计划|设计|拟)?(?:总?占地(?:面积)?|总?建筑面积|总?用地(?:面积)?|规划(?:面积)?|总?面积|全长|总长|长|宽|容纳|可容纳|总库容|库容|总规模|规模|"
    r"总装机(?:容量)?|装机(?:容量)?|年?产能|拥有|设有|设计|日?处理能力|设计规模|床位)(?:约|达|为)?$"
)
_OTHERS = re.compile(r"等(?=[^级])")
_FILLER = re.compile(
    r"^(?:[的之、,和与及了]|[一个]?[个项处座条家](?=.{3})|等|包括|一批|总(?!部)|其中|位于[^的]{1,12}的)+"
)
_OF = re.compile(r"^.*[^目]的(?=[^的]{3,}$)")
_COUNTED_WORKS = re.compile(
    r"([两二三四五六七八九十]|[0-9]{1,2})[个项大处座条家]"
    r"(?:[^、,0-9]{0,8}(?:项目|工程|片区|桥|路|园区|馆))?(?:建设)?$"
)
_TITLES = re.compile("(?:" + "|".join(WORDS["person title"]) + ")(?!项目|工程)")
_TELLING = ("利用", "选址", "采用", "需", "还", "已", "将", "借用", "完成", "新增", "实现", "通过")
_BUILDINGS = ("中心", "学校", "医院", "小学", "中学", "卫生院", "学院", "大学", "社区", "林场")
_OFFICES = ("局", "办", "委", "厅", "公司", "集团", "政府", "银行", "法院")
_ACTING = ("负责", "承担", "牵头", "承建", "分别", "们", "部门", "单位")
_MINIMUM = 3


@dataclass
class Named:
    """A project by its name, with the sums and sizes that stand inside the name's own phrase."""

    name: str
    sums: list[Sum] = field(default_factory=list)
    sizes: list[Figure] = field(default_factory=list)
    head: str = ""
    joint: bool = False


def names_in(
    clause: Clause, start: int, end: int, *, governed: bool, dated: bool = False
) -> list[Named]:
    """The projects that a stretch of a clause names.

    `governed`: a verb of building stands before it; `dated`: a dated stage is told of it, which
    makes even a short name (西环路) that of a work.
    """
    phrase = clause.text[start - clause.start : end - clause.start]
    head = HEADS.before(phrase, len(phrase))
    if dated and len(phrase) == 3 and head and phrase not in GENERIC and phrase[0] not in "该这本":
        return [Named(phrase, head=head[0])]
    if counted := _COUNTED_WORKS.search(phrase):
        listed = phrase[: counted.start()].removesuffix("等")
        found = [_name(clause, a, b, True, listed=True) for a, b in _split(listed, start)]
        if len(found) > 1 and all(found) and len(found) == number(counted[1]):
            return [each for each in found if each]
    items = _split(phrase, start)
    others = _OTHERS.search(phrase)
    if others and phrase[others.end() :].strip():
        return _with_others(clause, phrase, start, others, governed)
    if len(items) > 1 and _is_joint(clause, phrase, start, items):
        items = [(start, end)]
    priced = len(items) > 1 and all(_sums_in(clause, *each) for each in items)
    named = [
        each
        for first, last in items
        if (each := _name(clause, first, last, governed or priced, listed=priced))
    ]
    if len(named) < len(items) and len(items) > 1 and not _all_have_heads(clause, items):
        whole = _name(clause, start, end, governed)
        return [whole] if whole else named
    return named


def names_told_alike(clause: Clause, start: int, end: int) -> list[Named]:
    """恒丰米业二期、天泽饲料10月投产: whatever a built stage is told of is a work."""
    items = _split(clause.text[start - clause.start : end - clause.start], start)
    named = [_name(clause, first, last, True, listed=True) for first, last in items]
    return [each for each in named if each] if all(named) else []


def names_each(clause: Clause, end: int, start: int) -> list[Named]:
    """甲、乙、丙分别投资3亿元、1.6亿元、8000万元: as many works as sums, each with its own.

    甲、乙、丙三处各投资3000万元: to each the same.
    """
    sums = [each for each in clause.sums if each.figure.start >= end]
    phrase = clause.text[start - clause.start : end - clause.start]
    counted = _COUNTED_WORKS.search(phrase)
    items = _split(phrase[: counted.start()] if counted else phrase, start)
    if clause.text.startswith("各投资", end - clause.start):
        sums = sums * len(items)
    if len(items) != len(sums) or len(items) < 2:
        return []
    named = [_name(clause, first, last, True, listed=True) for first, last in items]
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
        whole = _name(clause, start, end, governed)
        return [whole] if whole else []
    listed = phrase[: others.start()]
    items = _split(listed, start)
    if any(each.measure != "none" for each in _sums_in(clause, start, end)) and len(items) > 1:
        own = [_sums_in(clause, first, last) for first, last in items]
        if not all(own):
            whole = _name(clause, start, end, True)
            return [Named(whole.name, whole.sums, whole.sizes, "项目", True)] if whole else []
    found = [_name(clause, first, last, True, listed=True) for first, last in items]
    return [each for each in found if each]


def _bare_tail(clause: Clause, tail: str, start: int) -> bool:
    """Whether what follows 等 is only a count and a general word: 4个省市项目, 项目, 重点工程."""
    counted = [each for each in clause.sizes if each.start == start]
    rest = tail[counted[0].end - start :] if counted else tail
    rest = rest.removesuffix("建设")
    rest = re.sub(r"^(?:一批|一系列|[两三四五六七八九十]大|多个|个)", "", rest)
    if rest in GENERIC:
        return True
    return bool(counted) and rest.endswith(("项目", "工程")) and len(rest) <= 7


def _split(phrase: str, offset: int) -> list[tuple[int, int]]:
    """The items of a list: parted by 、, or by 和 where what stands before it is a whole name."""
    cuts: list[tuple[int, int]] = []
    depth, first = 0, 0
    for index, character in enumerate(phrase):
        if character in _OPEN:
            depth += 1
        elif character in _CLOSE:
            depth = max(0, depth - 1)
        elif depth == 0 and _parts(phrase, first, index):
            cuts.append((offset + first, offset + index))
            first = index + 1
    cuts.append((offset + first, offset + len(phrase)))
    return [cut for cut in cuts if cut[1] > cut[0]]


def _parts(phrase: str, first: int, index: int) -> bool:
    character, left, right = phrase[index], phrase[first:index], phrase[index + 1 :]
    if character == "、":
        return not _ends_with_measure(left)
    if character not in "和及与" or len(left) < 2 or len(right) < 3:
        return False
    head = HEADS.before(left.rstrip("”)"), len(left.rstrip("”)")))
    if character == "及" and not (head and head[1] == "strong"):
        return False
    if re.match(r"(?:总投资|投资|年产|日处理|占地|[0-9])", right):
        return True
    if not head:
        return False
    repeated = right.rstrip("”)").find(head[0])
    return not 0 <= repeated < len(right.rstrip("”)")) - len(head[0])


def _ends_with_measure(left: str) -> bool:
    return bool(re.search(r"[0-9][^、,]{0,3}[元亩米吨里户层](?:以上|左右)?$", left)) and bool(
        re.search(r"(?:总投资|投资|占地|面积|长|造价|规模)[^的、]*$", left)
    )


def _is_joint(clause: Clause, phrase: str, start: int, items: list[tuple[int, int]]) -> bool:
    """One sum before a list, or items that only their last word makes a work: one name."""
    sums = _sums_in(clause, start, start + len(phrase))
    owned = [bool(_sums_in(clause, first, last)) for first, last in items]
    before_all = phrase.find("的") < phrase.find("、") >= 0
    return bool(sums and owned[0] and not any(owned[1:]) and before_all)


def _all_have_heads(clause: Clause, items: list[tuple[int, int]]) -> bool:
    texts = [clause.text[first - clause.start : last - clause.start] for first, last in items]
    return all(HEADS.before(each, len(each)) or NO_PROJECT.every(each) for each in texts)


def _sums_in(clause: Clause, start: int, end: int) -> list[Sum]:
    return [each for each in clause.sums if start <= each.figure.start < end]


def _name(
    clause: Clause, start: int, end: int, governed: bool, listed: bool = False
) -> Named | None:
    sums = _sums_in(clause, start, end)
    sizes = [each for each in clause.sizes if start <= each.start < end]
    start = _past_measures(clause, start, end, sums, sizes)
    text = _without_measures(clause, start, end, sums, sizes)
    text = _up_to_work(_trimmed(text), priced=bool(sums))
    counted = _counted(clause, text, sizes)
    if counted:
        text = text[len(counted) :]
    if _counts_inside(clause, start, end, text, sizes):
        return None
    bare = text.rstrip("”)》")
    head = HEADS.before(bare, len(bare))
    word, kind = head or ("", "")
    if not _is_name(text, word, kind, governed, listed, bool(counted), bool(sums)):
        return None
    return Named(text, sums, sizes, word)


def _past_measures(
    clause: Clause, start: int, end: int, sums: list[Sum], sizes: list[Figure]
) -> int:
    """Past all of 全长18公里、总投资4.2亿元的, where the phrase begins with its measures."""
    figures = sorted([*(s.figure for s in sums), *sizes], key=lambda each: each.start)
    if not figures:
        return start
    opening = clause.text[start - clause.start : figures[0].start - clause.start]
    begins = not opening or _MONEY_WORDS.fullmatch(opening) or _SIZE_WORDS.fullmatch(opening)
    last = figures[-1].end
    followed = clause.text[last - clause.start : last - clause.start + 1] == "的"
    return last + 1 if begins and followed and last + 1 < end else start


def _without_measures(
    clause: Clause, start: int, end: int, sums: list[Sum], sizes: list[Figure]
) -> str:
    """The phrase without 总投资3亿元的, 占地320亩的, 容纳120个孩子的 before its name."""
    cuts: list[tuple[int, int]] = []
    base = clause.start
    for figure in [each.figure for each in sums]:
        before = _MONEY_WORDS.search(clause.text[start - base : figure.start - base])
        first = start + before.start() if before else figure.start
        cuts.append((first, figure.end))
    for figure in sizes:
        before = _SIZE_WORDS.search(clause.text[start - base : figure.start - base])
        following = clause.text[figure.end - base : figure.end - base + 1]
        touches_cut = any(last in (figure.start, figure.start - 1) for _, last in cuts)
        last_of_all = figure.end >= end - 1
        if before:
            cuts.append((start + before.start(), figure.end))
        elif following == "的" or touches_cut or (last_of_all and figure.start > start):
            cuts.append((figure.start, figure.end))
    kept, position = [], start
    for first, last in sorted(cuts):
        kept.append(clause.text[position - base : max(position, first) - base])
        position = max(position, last)
    kept.append(clause.text[position - base : end - base])
    return "".join(_FILLER.sub("", each) if index else each for index, each in enumerate(kept))


def _trimmed(text: str) -> str:
    text = _FILLER.sub("", text.rpartition("--")[2].strip(" ,、"))
    if "的" in text and (of := _OF.match(text)):
        text = text[of.end() :]
    return _FILLER.sub("", text).replace("()", "").strip(" ,、")


def _up_to_work(text: str, *, priced: bool) -> str:
    """敬老院还差一层楼, 钱币馆利用旧粮仓改造: the name ends before something is told of it.

    `priced`: its cost stands before it, so that it may end without a word for a work:
    投资7.3亿元的对位芳纶正在吊装.
    """
    place = 0
    for word, kind in rjieba.tag(text):
        told = (kind in ("d", "p") and len(word) > 1) or word in _TELLING
        if place > 2 and told and (priced or HEADS.before(text, place)):
            return text[:place]
        place += len(word)
    return text


def _counted(clause: Clause, text: str, sizes: list[Figure]) -> str:
    """The 3个 of 3个敬老院改造; 30万吨洗选 keeps its measure, which names it."""
    for figure in sizes:
        printed = clause.text[figure.start - clause.start : figure.end - clause.start]
        if figure.kind == "count" and text.startswith(printed) and len(text) > len(printed):
            return printed
    return ""


def _counts_inside(clause: Clause, start: int, end: int, text: str, sizes: list[Figure]) -> bool:
    """农村学校13个食堂: what is counted has no name."""
    for figure in sizes:
        printed = clause.text[figure.start - clause.start : figure.end - clause.start]
        among = clause.text[start - clause.start : figure.start - clause.start].endswith("等")
        inside = start < figure.start and figure.end < end and printed in text
        if figure.kind == "count" and inside and not among:
            return figure.unit in ("个", "座", "所", "处", "家", "栋", "条")
    return False


def names_a_body(name: str) -> bool:
    """县发改局, 教育局摸底: who does it, not what is done."""
    for place, word, _ in BODY.every(name):
        inside = place + len(word) < len(name)
        if place and not word.endswith(_BUILDINGS) and (not inside or word.endswith(_OFFICES)):
            return True
    return False


def is_generic(text: str, head: str) -> bool:
    """省市县重点项目, 2024年水利建设项目, 县乡道路: words of order and kind, and no name."""
    if text in GENERIC or re.match("[一二三四五六七八九十]标段", text):
        return True
    if not head:
        return False
    rest = re.sub(r"^(?:[0-9]{4}年(?:度)?|[0-9]+个)", "", text.removesuffix(head))
    place = 0
    while place < len(rest) and (word := MODIFIERS.at(rest, place)):
        place += len(word[0])
    return place >= len(rest)


def reads_like_a_name(text: str) -> bool:
    """Whether all words of a phrase may stand in a name: 如今大桥, 同志们, 窗户换了 are none."""
    if text.startswith("“") and text.endswith("”"):
        return True
    for word, kind in rjieba.tag(text):
        if kind in ("r", "y", "ul", "ud") or word in _ACTING:
            return False
        if kind == "t" and not re.fullmatch(r"现代|.期|[^年月日今]+", word):
            return False
    return True


def _is_name(
    text: str, head: str, kind: str, governed: bool, listed: bool, counted: bool, paid: bool
) -> bool:
    if len(text) < _MINIMUM or len(text) > 45 or is_generic(text, head if kind == "strong" else ""):
        return False
    if counted and kind == "strong":
        return False
    if _TITLES.search(text) or not reads_like_a_name(text):
        return False
    if re.search(
        r"^(?:一批|投入|在|因|于|这|那|各|每|所有|全部|许多|多个|[^“”]{0,2}[大批]项目)", text
    ):
        return False
    if NO_PROJECT.every(text[-8:] if kind == "strong" else text.removesuffix(head)):
        return False
    if kind == "strong":
        return len(text) >= 5 or governed
    if kind == "facility":
        return paid or (governed and len(text) >= (3 if listed else 4))
    if kind == "action":
        return (governed or paid) and len(text) >= 5 and _is_specific(text)
    if listed and names_a_body(text):
        return False
    return (listed and len(text) >= 3) or (paid and governed and len(text) >= 4)


def _is_specific(text: str) -> bool:
    """An action needs a thing it is done to: a place or a building inside, not 碳素等行业."""
    return not text.startswith(("对", "以", "把", "为")) and "等" not in text[:4]
