"""One phrase as the name of a work, its measures set aside: 总投资3亿元的冷链物流园."""

from __future__ import annotations

import re
from bisect import bisect_left
from dataclasses import dataclass, field

import rjieba

from chinese.figures import Figure
from ingest.extraction.clauses.sentences import Clause, Sum
from ingest.extraction.clauses.sizes import counts_workers
from ingest.extraction.words.lists import GOVERN, HEADS, WORDS, one_of
from ingest.extraction.words.measured import COST, SIZE
from ingest.extraction.words.nameable import (
    LEADS_TO,
    is_common,
    is_deed,
    is_name,
    may_be_one,
    past_region,
    past_what_is_done,
)

_COST_BEFORE = re.compile(f"{COST}:?$")
_AMONG_OTHERS = re.compile(f"(?:其中)?,?{COST}")
_SIZE_BEFORE = re.compile(f"{SIZE}$")
_FILLER = re.compile(
    rf"^(?:(?!{one_of('adverb none')})[的之、,和与及了]|"
    r"[一个]?(?:[个处座条家栋幢]|所(?![有在属])|项(?!目))(?=.{3})|"
    r"等|(?:到|有(?![机色轨线]))(?=.{4})|包括|一批|总(?!部)|其中|位于[^的]{1,12}的|"
    rf"{one_of('before a name')}(?=.{{4}}))+"
)
# 谋划建豆制品产业园: the verb before the name.
_BUILD = re.compile(r"^(?:建|修)(?![筑材设行业工德安湖宁水平昌瓯阳复缮整])(?=.{4})")
_IS = re.compile("(?<=..)[是为系](?=.*的)")
_OF = re.compile(r"^.*[^目]的(?=[^的]{3,}$)")
_CALLED_SO = re.compile("([^“”]{1,6})“[^“”]{2,10}”$")  # 安置房“芙蓉里”
_SAYS = re.compile(f"^{one_of('says')}(?<=..)(?=.{{4}})")  # 指出宏远项目
_AND_OTHERS = re.compile("(?<=....)等$")  # …救援基地等: others that are not named
_LATELY = re.compile(f"(?<=...){one_of('lately')}$")
_POWER = ("兆瓦", "千瓦", "千伏", "兆瓦时", "千瓦时", "MW", "kV")
_INSIDE = re.compile(one_of("inside of a place") + "$")
_UNIT_LEFT = re.compile("(?<=..)[(][^()]{0,1}[)]$")  # of (9700万元、30个班)
_PIECES = ("台", "部", "户", "套", "辆", "盏", "根", "扇")
_YEAR_IN_BRACKETS = re.compile("[(][0-9]{4}年度?[)]$")
LAST_BRACKETS = re.compile("[(][^()]{1,8}[)]$")
_NEAR = 8  # characters before a place, where what ends right before it is looked for
_LEADS_UP = re.compile("(?:分别|[是为有])$")  # 其余三单分别是2亿元的冷链仓、…
_REACH, _SHORTEST = 24, 4
_PAID_WITH = re.compile("(?<=..)以(?:总价)?[约近]?$")
_ONE_BEFORE = re.compile(f"一{one_of('piece')}")
_ONE_TAKEN = re.compile(f"{_ONE_BEFORE.pattern}$")  # 盖一栋|综合楼
_ONE_BEHIND = re.compile("(?<![0-9二三四五六七八九十百千])一[座个栋条处所家眼]$")
# Of 老城1200户居民煤改电改造 what is done for them.
_WHOSE_DEED = re.compile(
    f"(?:居民|群众|农户|住户|村民|牧民|渔民)[^,、的0-9]{{0,6}}{one_of('head action')}"
)
_TELLING = frozenset(WORDS["telling of a name"])


@dataclass
class Named:
    """A project by its name, with the sums and sizes that stand inside the name's own phrase."""

    name: str
    sums: list[Sum] = field(default_factory=list)
    sizes: list[Figure] = field(default_factory=list)


def name_of(
    clause: Clause, start: int, end: int, *, governed: bool, listed: bool = False
) -> Named | None:
    """The work that a stretch of a clause names, if it may be the name of one.

    `governed`: a verb of building stands before it; `listed`: it stands in a list of works.
    """
    before = clause.text[: start - clause.start]
    if before.count("《") > before.count("》"):
        return None  # of the title of a plan or a book
    start = _past_lead(clause, start, end)
    single = governed and _is_one(clause, start, end)
    first, last = start - clause.start, end - clause.start
    if _ONE_BEHIND.search(clause.text, max(first, last - _NEAR), last):
        end -= len("一座")
    if single:
        start = _past_how_much(clause, start, end)
    if any(pays_with(clause, each) for each in sums_in(clause, start, end)):
        return None
    sums = [_of_what_follows(clause, start, each) for each in sums_in(clause, start, end)]
    sizes = sizes_in(clause, start, end)
    end = _before_brackets(clause, start, end)
    all_sums, all_sizes = sums, [each for each in sizes if not counts_workers(clause, each)]
    sums = [each for each in sums if each.figure.start < end]
    sizes = [each for each in sizes if each.start < end]
    start = _past_measures(clause, start, end, sums, sizes)
    end = _before_its_size(clause, start, end, sizes)
    text = _before_what_it_is(_without_measures(clause, start, end, sums, sizes))
    text = _up_to_work(past_what_is_done(_trimmed(text)), priced=bool(sums))
    counted = _counted(clause, text, sizes)
    if counted:
        text = text[len(counted) :]
    if GOVERN.before(clause.text, start - clause.start):
        text = _past_its_length(clause, text, sizes)
    if counted and sizes[0].unit in _PIECES and _ends_with_a_deed(text):
        return None  # 260台老旧电梯更新
    if sizes and is_deed(text):
        return None  # 修缮古厝58栋、整治水系3公里
    if _is_so_much(clause, start, text, sizes) or _counts_inside(clause, start, end, text, sizes):
        return None
    bare = LAST_BRACKETS.sub("", text).rstrip("”)》")
    head = HEADS.before(bare, len(bare))
    word, kind = head or ("", "")
    if single and kind == "facility" and may_be_one(text):
        return Named(text, all_sums, all_sizes)
    if not is_name(
        text,
        word,
        kind,
        governed=governed,
        listed=listed,
        counted=bool(counted),
        paid=any(each.measure != "done" for each in sums)
        or (governed and bool(clause.sums) and clause.sums[0].figure.start < start),
    ):
        return None
    return Named(text, all_sums, all_sizes)


def _is_one(clause: Clause, start: int, end: int) -> bool:
    """盖|一栋综合楼, 建设|冷库一座: one thing is built, which need not be called by a name."""
    first, last = start - clause.start, end - clause.start
    before = _ONE_BEFORE.match(clause.text, first) or _ONE_TAKEN.search(
        clause.text, max(0, first - _NEAR), first
    )
    behind = _ONE_BEHIND.search(clause.text, max(first, last - _NEAR), last)
    return before is not None or behind is not None


def _past_how_much(clause: Clause, start: int, end: int) -> int:
    """Past 日处理鲜奶600吨的 before 乳品加工厂: how much it does is not what it is called."""
    lasts = [each.end for each in sizes_in(clause, start, end)]
    of = clause.text.startswith("的", lasts[-1] - clause.start) if lasts else False
    return lasts[-1] + 1 if of and lasts[-1] + 1 < end else start


def pays_with(clause: Clause, said: Sum) -> bool:
    """园区以2.3亿元的投资拿下…: who pays so much for a thing is no work, nor is what it does."""
    end = said.figure.start - clause.start
    return _PAID_WITH.search(clause.text, max(0, end - _NEAR), end) is not None


def _past_lead(clause: Clause, start: int, end: int) -> int:
    """Past 其余三单分别是 before 2亿元的冷链仓: what is counted there is no part of the name."""
    for said in sums_in(clause, start, end)[:1]:
        first, last = start - clause.start, said.figure.start - clause.start
        lead = _LEADS_UP.search(clause.text, max(first, last - _NEAR), last)
        return clause.start + lead.end() if lead else start
    return start


def _of_what_follows(clause: Clause, start: int, said: Sum) -> Sum:
    """2亿元的冷链仓, 其中投资2亿元的冷链仓: what a sum before a name is said of costs so much."""
    before = clause.text[start - clause.start : said.figure.start - clause.start]
    goes_on = clause.text[said.figure.end - clause.start :].startswith("的")
    bare = said.measure == "none" and not before
    among = said.measure == "part" and _AMONG_OTHERS.fullmatch(before)
    return Sum(said.figure, "total") if goes_on and (bare or among) else said


def sums_in(clause: Clause, start: int, end: int) -> list[Sum]:
    """The sums of a clause, which are in order, that begin between two places."""
    first = bisect_left(clause.sums, start, key=lambda each: each.figure.start)
    last = bisect_left(clause.sums, end, first, key=lambda each: each.figure.start)
    return clause.sums[first:last]


def sizes_in(clause: Clause, start: int, end: int) -> list[Figure]:
    """The same of its sizes."""
    first = bisect_left(clause.sizes, start, key=lambda each: each.start)
    return clause.sizes[first : bisect_left(clause.sizes, end, first, key=lambda each: each.start)]


def _before_brackets(clause: Clause, start: int, end: int) -> int:
    """县智慧公交(800个站台), 灌区改造工程(2017年度): a name ends where its size or year stands."""
    text = clause.text[start - clause.start : end - clause.start]
    opening = text.rfind("(")
    sized = any(start + opening < each.start < end for each in clause.sizes)
    told = sized or _YEAR_IN_BRACKETS.search(text)
    return start + opening if text.endswith(")") and opening >= _SHORTEST and told else end


def _past_measures(
    clause: Clause, start: int, end: int, sums: list[Sum], sizes: list[Figure]
) -> int:
    """Past all of 全长18公里、总投资4.2亿元的, where the phrase begins with its measures."""
    figures = sorted([*(s.figure for s in sums), *sizes], key=lambda each: each.start)
    if not figures:
        return start
    opening = clause.text[start - clause.start : figures[0].start - clause.start]
    begins = not opening or _COST_BEFORE.fullmatch(opening) or _SIZE_BEFORE.fullmatch(opening)
    last = figures[-1].end
    followed = clause.text[last - clause.start : last - clause.start + 1] == "的"
    return last + 1 if begins and followed and last + 1 < end else start


def _before_its_size(clause: Clause, start: int, end: int, sizes: list[Figure]) -> int:
    """标准厂房三期10万平方米建设, 供热站两台锅炉点火: a whole name ends where its size begins."""
    text, base = clause.text, clause.start
    for size in sizes:
        if size.start - start < _SHORTEST or not HEADS.before(text, size.start - base):
            continue
        if size.unit in ("个", "座", "所", "处", "家"):
            continue  # 农村学校13个食堂: of the schools something is counted
        behind = text[size.end - base : end - base]
        deed = HEADS.before(behind, len(behind))
        if size.unit in _POWER and deed and deed[1] == "strong" and len(behind) > len(deed[0]):
            continue  # 华能风电100兆瓦风力发电项目
        if behind == "建设" or not (deed and deed[1] == "action"):
            return size.start
    return end


def _without_measures(
    clause: Clause, start: int, end: int, sums: list[Sum], sizes: list[Figure]
) -> str:
    """The phrase without 总投资3亿元的, 占地320亩的, 容纳120个孩子的 before its name."""
    cuts: list[tuple[int, int]] = []
    base = clause.start
    for figure in [each.figure for each in sums]:
        from_here = max(start, figure.start - _REACH)
        before = _COST_BEFORE.search(clause.text[from_here - base : figure.start - base])
        first = from_here + before.start() if before else figure.start
        cuts.append((first, figure.end))
    for figure in sizes:
        from_here = max(start, figure.start - _REACH)
        before = _SIZE_BEFORE.search(clause.text[from_here - base : figure.start - base])
        following = clause.text[figure.end - base : figure.end - base + 1]
        touches_cut = any(last in (figure.start, figure.start - 1) for _, last in cuts)
        last_of_all = figure.end >= end - 1
        if before:
            cuts.append((from_here + before.start(), figure.end))
        elif following == "的" or touches_cut or (last_of_all and figure.start > start):
            cuts.append((figure.start, figure.end))
    kept, position = [], start
    for first, last in sorted(cuts):
        kept.append(clause.text[position - base : max(position, first) - base])
        position = max(position, last)
    kept.append(clause.text[position - base : end - base])
    if len(kept) > 1 and (_stands_in(kept[0]) or _LEADS_UP.search(kept[0])):
        kept[0] = ""
    return "".join(_FILLER.sub("", each) if index else each for index, each in enumerate(kept))


def _stands_in(text: str) -> bool:
    """蔬菜产业园内 before 投资980万元的育苗中心: where a work stands is not its name."""
    inside = _INSIDE.search(text)
    return inside is not None and HEADS.before(text, inside.start()) is not None


def _trimmed(text: str) -> str:
    text = _FILLER.sub("", text.rpartition("--")[2].strip(" ,、"))
    text = _SAYS.sub("", text)
    if "的" in text and not LEADS_TO.fullmatch(text) and (of := _OF.match(text)):
        text = text[of.end() :]
    if (called := _CALLED_SO.match(text)) and is_common(called[1]):
        text = text[called.end(1) :]
    text = _FILLER.sub("", text).replace("()", "").strip(" ,、")
    text = _AND_OTHERS.sub("", text)
    text = _LATELY.sub("", _UNIT_LEFT.sub("", text))
    return past_region(_BUILD.sub("", text))


def _before_what_it_is(text: str) -> str:
    """鑫源商贸城 of 鑫源商贸城是全县最大的小商品市场: what a thing is said to be is no name."""
    said = _IS.search(text)
    head = HEADS.before(text, said.start()) if said else None
    return text[: said.start()] if said and head and head[1] != "action" else text


def _up_to_work(text: str, *, priced: bool) -> str:
    """敬老院还差一层楼, 钱币馆利用旧粮仓改造: the name ends before something is told of it.

    A phase (一期, which may read like an adverb) belongs to it.
    `priced`: its cost stands before it, so that it may end without a word for a work:
    投资7.3亿元的对位芳纶正在吊装.
    """
    place = 0
    whole = max(text.rfind(word) + len(word) for word in ("项目", "工程"))  # 古城保护利用项目
    for word, kind in rjieba.tag(text):
        is_work = HEADS.before(word, len(word)) is not None
        told = (kind in ("d", "p") and len(word) > 1 and not is_work) or word in _TELLING
        told = told or (priced and kind == "t")
        if place >= max(3, whole) and told and (priced or HEADS.before(text, place)):
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


def _ends_with_a_deed(text: str) -> bool:
    head = HEADS.before(text, len(text))
    return head is not None and head[1] == "action"


def _past_its_length(clause: Clause, text: str, sizes: list[Figure]) -> str:
    """滑雪索道 of 建成1.8公里滑雪索道: how long one thing is stands before it as well as behind."""
    for figure in sizes:
        printed = clause.text[figure.start - clause.start : figure.end - clause.start]
        rest = text[len(printed) :]
        if figure.kind == "length" and text.startswith(printed) and not is_common(rest):
            return rest
    return text


def _is_so_much(clause: Clause, start: int, text: str, sizes: list[Figure]) -> bool:
    """12万平方米标准厂房建设: so much of a common thing; 300亩果园项目 is one work."""
    if not sizes or sizes[0].start != start or sizes[0].kind == "count" or sizes[0].unit in _POWER:
        return False
    if sizes[0].unit == "亩" and text.endswith("项目"):
        return False
    printed = clause.text[sizes[0].start - clause.start : sizes[0].end - clause.start]
    return text.startswith(printed) and is_common(text[len(printed) :])


def _counts_inside(clause: Clause, start: int, end: int, text: str, sizes: list[Figure]) -> bool:
    """农村学校13个食堂: what is counted has no name; 老城1200户|居民煤改电改造 does so."""
    for figure in sizes:
        printed = clause.text[figure.start - clause.start : figure.end - clause.start]
        before = clause.text[start - clause.start : figure.start - clause.start]
        behind = clause.text[figure.end - clause.start : end - clause.start]
        inside = start < figure.start and figure.end < end and printed in text
        for_whom = figure.unit == "户" and _WHOSE_DEED.fullmatch(behind) and not is_common(before)
        if figure.kind == "count" and inside and not (before.endswith("等") or for_whom):
            return figure.unit in ("个", "座", "所", "处", "家", "栋", "条", "套", "户", "间")
    return False
