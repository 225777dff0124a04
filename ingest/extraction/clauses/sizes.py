"""Which figures of a clause are sizes and yields of the work that is told of.

建筑面积860平方米      a word for a size before it
日处理生活垃圾600吨    a rate, with what is made or taken in between
更换朽坏梁柱22根       a deed of building, its thing, how much of it
…大桥,|86米,|双层        a figure alone in its clause
设计藏书50万册,|座席600个 a thing and its figure, right behind another size
北塔山风电二期40万千瓦  right behind the name
Who works there, who is served and how many firms came are none.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence

from chinese.figures import Figure
from chinese.money import money_figures
from chinese.quantities import graded_figures, quantity_figures
from ingest.extraction.clauses.sentences import Clause
from ingest.extraction.words.lists import WORDS, one_of
from ingest.extraction.words.measured import ABOUT, SIZE
from ingest.proposal import Capacity

_NO_MEASURES = ("percent", "times")
_NEAR = 24  # characters before a figure that are looked at
_SIZED = re.compile(f"(?:{SIZE}|{one_of('measure of a work')}{ABOUT}?)(?:每秒|每小时)?$")
_RATED = re.compile(
    "(?<![今昨去明前上本当全近同几数两0-9一二三四五六七八九十])(?:每|一)?(?P<per>[年月日天]|小时)均?(?:可|能|可以)?"
    f"{one_of('rate')}[^,。;、0-9]{{0,8}}$"
)
_BUILT = re.compile(
    f"(?:{one_of('deed of building')}|(?<![所没已还只共具])有)[^,。;、0-9]{{0,10}}$"
)
_GOES_ON = re.compile("[、和及与][^,。;、0-9]{0,8}$")
_NOBODY = WORDS["unit of people"]
_ROOM = re.compile(one_of("room for people") + "[^,。;0-9]{0,4}$")
# 日处理能力从800吨提到1400吨, 首批10万千瓦并网: what was before, and what is but a part.
_GREW = re.compile("[^,。;、0-9]{0,3}(?:提|扩|增|升|恢复)[^,。;、0-9]{0,3}[到至为]")
_GROWN = re.compile("(?:提|扩|增|升|恢复)[^,。;、0-9]{0,3}[到至]$")
_PART = re.compile(
    f"{one_of('but a part')}[^,。;、0-9]{{0,4}}$|其中(?![一二三四五首]期)[^,。;、0-9]{{0,8}}$"
)
# 涉及21个小区、1860户, 惠及石桥、柳溪等6个乡镇: for whom it is; but 覆盖率, 涉及项目12个.
_SCOPE = re.compile(one_of("scope of a work") + "(?!率)[^,。;]{0,20}$")
_NO_SCOPE = re.compile("项目|工程|企业|单位|部门|问题|隐患|人员|工人|民工|务工|职工|干部|党员|专班")
# 三处都已进场, 一口气走完三处: so many works.
_WORKS = ("处", "项", "块", "样", "件")
_OF_WORKS = re.compile("$|[都均也加合共]|总投资|总计|全部|同[步时]")
# 改造农村公路90公里, 新增公办幼儿园8所: of what the whole county has.
_OF_EVERY_PLACE = re.compile(
    f"(?:{one_of('deed of building')}){one_of('of every place')}[^,。;、0-9]{{1,8}}$"
)
# 可提供就业岗位2000个, 卖出整车1.1万辆: who works there, what is sold.
_JOBS = re.compile("(?:岗位|卖出|售出)[^,。;、0-9]{0,4}$")
# 全县新增光伏装机已达236兆瓦: what the whole county has.
_OF_THE_COUNTY = re.compile("全[县市区省旗州][^,。;、0-9]{0,12}$")
# 老桥下游800米处, 距县城5公里: how far it is from something.
_AWAY = re.compile(f"{one_of('away from')}[^,。;、0-9]{{0,8}}$")
_FROM = re.compile(one_of("so far from"))
# 已铺设管道17公里, 3条线已装完2条: how far it has come.
_SO_FAR = re.compile(f"{one_of('so far done')}[^,。;、0-9]{{0,6}}$")
_NO_OWN = (_PART, _JOBS, _AWAY, _SO_FAR, _OF_EVERY_PLACE)
_HOLES = tuple(WORDS["counted by mouths"])  # 沉淀池3口
# 5栋六层楼, 1.2万平方米, 48间客房: nothing else stands in the clause.
_ALONE_BEHIND = re.compile("[^,。;、0-9]{0,6}(?=、|$)")
_COUNTED_PART = re.compile(one_of("counted part of a work"))
_LABEL = re.compile(one_of("label of sizes") + "$")
_COLUMN = re.compile(one_of("column of a size"))
# 36个班, 占地120亩; but 冷库3座封顶 tells how far a work is.
_CELL = re.compile("[^0-9:,]{0,4}[约近]?[0-9.,]+[万亿]?[余多]?[^0-9,。;]{1,4}")
_THING = re.compile(f"(?!{one_of('no part of a work')})[^,。;、0-9]{{2,6}}")
# 存栏基础母猪1.2万头: a herd that a farm keeps.
_HERD = re.compile("存栏[^,。;、0-9]{0,6}$")
_TELL = (_SIZED, _GROWN, _ROOM, _HERD)
_WORKERS = one_of("who is employed")
_WORKERS_BEFORE, _WORKERS_BEHIND = re.compile(f"{_WORKERS}$"), re.compile(_WORKERS)
_BESIDE = 4  # characters
_NO_SIZE = re.compile(one_of("counted but no size"))


def is_size(clause: Clause, size: Figure) -> bool:
    """Whether a figure may be a size of a work at all: no share, no people, no firms, no works."""
    if size.kind in _NO_MEASURES or size.value is None:
        return False
    offset = size.end - clause.start
    if scope := _scope_told(clause, size):
        return _NO_SCOPE.search(scope) is None
    if size.kind == "count" and _NO_SIZE.match(clause.text, offset):
        return False
    before = _before(clause, size)
    if _GREW.match(clause.text, offset) or any(each.search(before) for each in _NO_OWN):
        return False
    counts_works = size.unit in _WORKS and _OF_WORKS.match(clause.text, offset)
    if counts_works and not (_BUILT.search(before) or _RATED.search(before)):
        return False  # 三处; but 年产骨瓷3000万件
    if size.kind == "length" and _FROM.match(clause.text, offset):
        return False
    if size.unit == "口" and before.endswith(_HOLES):
        return True
    if size.unit == "期" or _OF_THE_COUNTY.search(before):
        return False  # 项目分三期建设; 全县新打机井420眼
    return size.unit not in _NOBODY or bool(_ROOM.search(_before(clause, size)))


def counts_workers(clause: Clause, size: Figure) -> bool:
    """农民工120人, 120名工人: how many work there is no size; 600名学生 is one."""
    first, last = size.start - clause.start, size.end - clause.start
    around = clause.text[max(0, first - _BESIDE) : first], clause.text[last:][:_BESIDE]
    beside = (_WORKERS_BEFORE.search(around[0]), _WORKERS_BEHIND.match(around[1]))
    return size.unit in _NOBODY and any(beside)


def _scope_told(clause: Clause, size: Figure) -> str:
    """涉及居民1860户, 覆盖9个乡镇: for how many a work is; 涉及12个配套项目 only counts works."""
    before = _before(clause, size)
    told = _SCOPE.search(before)
    if told is None or _PART.search(before):
        return ""
    behind = re.split("[、,和及]", clause.text[size.end - clause.start :][:8])[0]
    return told[0] + behind


def sizes_told(
    clause: Clause, name: str = "", *, strict: bool = False, behind_one: bool = False
) -> Iterator[Figure]:
    """The sizes that a clause tells of a work, each with its rate.

    `name`: that it goes by here; `strict`: a deed of building may be that of another work;
    `behind_one`: the clause before ended with a size.
    """
    goes_on = False
    for size in clause.sizes:
        if not is_size(clause, size):
            goes_on = False
            continue
        before = _before(clause, size)
        rated = _RATED.search(before)
        told = bool(rated or size.per or any(each.search(before) for each in _TELL))
        told = told or (not strict and _BUILT.search(before) is not None)
        told = told or is_alone(clause, size) or bool(_scope_told(clause, size))
        told = told or (behind_one and _is_thing_and_figure(clause, size))
        counts_them = size.kind == "count" and size.end < clause.end  # 锦绣江南三个小区
        named = bool(name) and not counts_them and before.rstrip("(").endswith(name[-_NEAR:])
        if told or named or (goes_on and _GOES_ON.search(before)):
            goes_on = True
            per = {"天": "日"}.get(rated["per"], rated["per"]) if rated else size.per
            yield size._replace(per=per)


def sizes_behind(clause: Clause, name: str) -> Iterator[Figure]:
    """What a clause that names a work tells of its size, and all that it prints behind the name.

    酒类产业园完成土地平整580亩, 安防工程310公里
    """
    told = {each.start: each for each in sizes_told(clause, name)}
    at = clause.text.find(name)
    behind = clause.start + at + len(name) if at >= 0 else clause.end
    for size in clause.sizes:
        if size.start in told:
            yield told[size.start]
        elif size.start >= behind and is_size(clause, size):
            yield size


def but_their_number(sizes: Iterable[Figure], works: Sequence[object]) -> list[Figure]:
    """三所学校8月交工, of three works: how many they are is the size of none."""
    several = len(works) > 1
    return [each for each in sizes if not (several and each.value == len(works))]


def told_under_a_label(segment: Sequence[Clause]) -> bool:
    """建设内容:蓄水池9座、管道158公里: whether the last clause stands right behind a label."""
    before = segment[-2] if len(segment) > 1 else None
    return before is not None and before.stop == ":" and _LABEL.search(before.text) is not None


def sizes_of(clause: Clause) -> list[Figure]:
    """All that a clause may tell of how large a work is, where its label says that it does."""
    return [each for each in clause.sizes if is_size(clause, each)]


def is_alone(clause: Clause, size: Figure) -> bool:
    """…大桥,|86米: a clause that is nothing but an extent, or how many rooms or houses it has."""
    behind = _ALONE_BEHIND.match(clause.text, size.end - clause.start)
    if clause.text[: size.start - clause.start].strip("约共近有") or not behind or clause.sums:
        return False
    if size.kind == "count":
        return _COUNTED_PART.match(size.unit + behind[0]) is not None
    return not behind[0]


def ends_with_size(clause: Clause) -> bool:
    """建筑面积7200平方米,|: whether a clause tells a size with its last word."""
    told = [*sizes_told(clause)]
    return bool(told) and told[-1].end == clause.end


def sizes_in_a_cell(cell: str, head: str, quote: str) -> list[Capacity]:
    """96米, 占地120亩, 泊位4个: a cell of a row that says no more, or stands under 建设规模."""
    found = quantity_figures(cell)
    column = _COLUMN.search(head) is not None
    if not found or money_figures(cell) or (not column and not _CELL.fullmatch(cell)):
        return []
    clause = Clause(0, len(cell), cell, sizes=found)
    return [capacity(each, cell[each.start : each.end], quote) for each in sizes_of(clause)]


def sizes_in_a_name(name: str, quote: str) -> list[Capacity]:
    """年产4000吨米醋生产线, 5000吨级码头: what the name of a work prints is a size of it."""
    printed = (*quantity_figures(name), *graded_figures(name))
    found = [
        each
        for each in printed
        if each.kind not in _NO_MEASURES
        and (name[each.start].isdigit() or not _NO_SIZE.match(name, each.end))  # 两个乡的示范区
    ]
    texts = [name[each.start : each.end] for each in found]
    return [
        capacity(each, text, quote)
        for each, text in zip(found, texts, strict=True)
        if text in quote
    ]


def capacity(size: Figure, text: str, quote: str) -> Capacity:
    """A size as its sentence prints it."""
    assert size.value is not None
    unit = f"{size.unit}/{size.per}" if size.per and "/" not in size.unit else size.unit
    comparator = size.comparator
    return Capacity(size.value, unit, text, comparator, size.per or None, quote)  # type: ignore[arg-type]


def _is_thing_and_figure(clause: Clause, size: Figure) -> bool:
    """设计藏书50万册,|阅览座席600个."""
    if clause.text == clause.text[size.start - clause.start : size.end - clause.start]:
        return size.kind == "count"  # 5栋六层楼,|214套
    alone = clause.end == size.end and not clause.sums
    return alone and _THING.fullmatch(clause.text[: size.start - clause.start]) is not None


def _before(clause: Clause, size: Figure) -> str:
    offset = size.start - clause.start
    return clause.text[max(0, offset - _NEAR) : offset]
