"""What one cell of a table says: a name, a sum, a term. The head of its column helps to read it."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date
from itertools import filterfalse

from chinese.dates import LIKE_A_TERM, find_dates, year_over
from chinese.finds import DateFind
from chinese.folding import fold
from chinese.money import money_figures
from chinese.quantities import quantity_figures
from ingest.extraction.names.departments import bodies
from ingest.extraction.words.lists import GENERIC, HEADS, NO_PROJECT, one_of
from ingest.extraction.words.measured import COST, COST_WORD
from ingest.extraction.words.moods import stage_words
from ingest.proposal import Sum

_NAME = re.compile(f"(?:建设|重点)?(?:项目|工程)?{one_of('column of a name')}")
_PLACE = re.compile(f"(?:所在)?{one_of('column of a place')}(?:名称)?")
_CONTENT = re.compile(f"(?:建设|项目|工程)?{one_of('column of a content')}")
_SUM = re.compile(one_of("column of a sum"))
# What a sum measures, by the head of its column or its label: 年度计划投资, 累计完成, 到位资金.
_MEASURES = (
    ("part", re.compile("(?:中央|[省市县]级?|自筹|配套|专项|补助|贷款|银行|财政)[^,]{0,4}资金")),
    ("done", re.compile("完成|累计|已投")),
    ("paid", re.compile("到位|拨付|支付|下达")),
    ("year", re.compile("年度?(?:计划)?投资|年度?计划|当年|本年")),
    ("approved", re.compile("批复")),
)
_TERM = re.compile(one_of("column of a term"))
_PROGRESS = re.compile(one_of("column of progress"))
_NO_SUM = re.compile(one_of("column of no sum"))
_UNIT = re.compile(r"[(](?:单位:?)?(?:[^()]{1,6}[、,])?(万元|亿元|元)[)]|单位:([^()]{1,12})[)]?$")
_MONEY_UNIT = re.compile("万元|亿元|元")
_NUMBER = re.compile(r"[0-9]+(?:,[0-9]{3})*(?:\.[0-9]+)?")
_LABEL = re.compile(f"(?:{COST}|约)?|(?:已|累计|实际)*(?:完成|到位|拨付)(?:投资|资金)?约?")
_COST = re.compile(f"{COST}:?[0-9]")
_BARE_COST = re.compile(f"{COST_WORD}:?({_NUMBER.pattern})")
_BARE_SUM = re.compile("约?[0-9.]+[万亿]元")
_SECTION = re.compile(r"[一二三四五六东西南北]段$")
_YEAR_MONTH = re.compile(r"(?<![0-9.])((?:19|20)[0-9]{2})[./-]([0-9]{1,2})(?![0-9.])")
_YEARS = re.compile(r"^(?:19|20)[0-9]{2}年?(?:[-~至到—]+)((?:19|20)[0-9]{2})年?$")
_WHEN = re.compile("[0-9一二三四五六七八九十][年月日]|年底|年末|年内|季度|半年|待定")
_SEVERAL_YEARS = re.compile("20[0-9]{2}[^0-9]{1,4}(?:20)?[0-9]{2}年")
# 完工60%: a part, and no completion.
_IN_PART = re.compile("(?:工程量?|投资|进度|[^,0-9]{1,8}的)?(?:至|到|达|达到|过|约)?[0-9.]+%")
_ENDS_LESS = re.compile(
    f"(?:完成|完工){_IN_PART.pattern}|{one_of('ends a step')}[^,;0-9]{{0,6}}"
    f"{one_of('done before works', 'settled before works')}"
)
_BY = re.compile("年底|年末|年内")
_TO = re.compile("[-~至到—]+")
_WORDS = re.compile("[^0-9,、:]{2}[^,:]{1,28}")
_IN_BRACKETS = re.compile(rf"[(]((?:{COST}:?)?[0-9][^()]*)[)]$")
_ITEM_NUMBER = re.compile(
    r"^(?:序号)?[(]?(?:[0-9]{1,2}|[一二三四五六七八九十]{1,3})(?:[.、)](?![0-9])|$)"
)
_CHARGED = re.compile(f"{one_of('column left out')}")
# What the rows of other tables tell of: 罚款, 贷款, 欠税, 奖学金.
_OTHER_MONEY = re.compile(one_of("other money of a row"))
_WORKS_COST = re.compile("投资|造价|概算|估算")
_NO_TERM = re.compile(one_of("no term of a row"))
# 年度目标: what is to be reached in the year that stands over the table.
_OF_THE_YEAR = re.compile(one_of("column of a year"))
_CLAUSES = re.compile("[,;。]")
_TOTALS = re.compile("合计|小计|总计|共计")
_YEAR = re.compile("(?:19|20)[0-9]{2}")
_OF_ITS_YEAR = re.compile("(?:19|20)[0-9]{2}年度?[^0-9,]{4,}$")  # 2019年度高标准农田建设
_PLACE_ALONE = re.compile("[县市区镇乡村局委办]$")
_LONGEST, _SHORTEST = 30, 3


@dataclass(frozen=True)
class Over:
    """What stands over a table: the unit of its bare sums, and the year that it plans.

    `year` is one to come, of which its months are; `plans` may be that of the issue too.
    """

    unit: str = ""
    year: int | None = None
    measures: bool = False  # whether figures of other units stand in the table too
    plans: DateFind | None = None

    @classmethod
    def of(cls, line: str, today: date) -> Over | None:
        """What a line without a stop says of the table under it: 2019年计划(单位:万元)."""
        if len(line) > _LONGEST + 10 or "。" in line:
            return None
        found = _UNIT.search(line)
        printed = (found[1] or found[2]) if found else ""
        unit = _MONEY_UNIT.search(printed)
        return cls(
            unit[0] if unit else "",
            None if _SEVERAL_YEARS.search(line) else year_over(f"{line.rstrip(':')}:", today),
            bool(found and unit and found[0].strip("()单位:") != unit[0]), _year_in(line, today),
        )  # fmt: skip

    def with_line_above(self, above: Over) -> Over:
        """2024年重点项目⏎单位:万元: a line that only tells the unit leaves the year standing."""
        return self if self.plans else replace(self, plans=above.plans, year=above.year)


def _year_in(line: str, today: date) -> DateFind | None:
    """The last year that a line names, if it is not over; 2026-2028年 is no single year."""
    if _SEVERAL_YEARS.search(line):
        return None
    finds = [each for each in find_dates(line, today) if each.last and each.precision == "year"]
    return finds[-1] if finds and finds[-1].last and finds[-1].last >= today else None


NOTHING_OVER = Over()


def is_name_column(head: str) -> bool:
    return _NAME.fullmatch(head) is not None


def is_place_column(head: str) -> bool:
    return _PLACE.fullmatch(head) is not None


def is_sum_column(head: str) -> bool:
    return _SUM.search(head) is not None


def is_term_column(head: str) -> bool:
    return _TERM.search(head) is not None and not _NO_TERM.search(head)


def is_item_number(cell: str) -> bool:
    number = cell.strip(".、")
    return _ITEM_NUMBER.fullmatch(cell) is not None or (number.isdigit() and len(number) <= 2)


def costs(cells: Sequence[str]) -> bool:
    """Whether one of the cells tells what a work costs: 总投资2.9亿元."""
    return any(_COST.match(cell) for cell in cells)


def has_bare_sum(cells: Sequence[str]) -> bool:
    return any(map(is_bare_sum, cells))


def costs_works(heads: Sequence[str]) -> bool:
    """Whether the sums of a table are what works cost: 投资, 造价."""
    return any(_WORKS_COST.search(each) for each in heads)


def tells_other_money(cells: Sequence[str]) -> bool:
    """罚款1.2万元, 贷款500万元: whether a row is of money that no work costs."""
    return any(_OTHER_MONEY.search(each) for each in cells)


def is_a_year(cell: str) -> bool:
    return _YEAR.fullmatch(cell) is not None


def is_a_total(name: str) -> bool:
    """小计工程 is the sum of the rows above."""
    return _TOTALS.match(name) is not None


def lends(cells: Sequence[str]) -> bool:
    """Whether one cell alone is a bare number that may be a sum, or a label says which one is."""
    numbers = [each for each in cells[1:] if _NUMBER.fullmatch(each) and not is_a_year(each)]
    return len(numbers) == 1 or any(map(_BARE_COST.fullmatch, cells))


def is_bare_sum(cell: str) -> bool:
    return _BARE_SUM.fullmatch(cell) is not None


def ends_like_a_work(cell: str) -> bool:
    bare = _SECTION.sub("", cell)
    return bool(HEADS.before(bare, len(bare)))


def name_in(cells: Sequence[str], heads: Sequence[str]) -> str | None:
    """The cell that names the work of a row; 岭南实验学校 | 教学楼 names it in two."""
    at = next((at for at, head in enumerate(heads) if is_name_column(head)), None)
    place = next((at for at, head in enumerate(heads) if _PLACE.fullmatch(head)), None)
    content = next((at for at, head in enumerate(heads) if _CONTENT.fullmatch(head)), None)
    if at is None and place is not None and costs_works(heads):
        whole = cells[place] + (cells[content] if content is not None else "")
        told = content is None or _WORDS.fullmatch(cells[content])
        return whole if told and _SHORTEST <= len(whole) <= _LONGEST else None
    if at is not None:
        fits = len(cells[at]) >= _SHORTEST and cells[at] not in GENERIC
        return cells[at] if fits else None
    return None


def name_among(cells: Sequence[str], *, in_a_table: bool) -> str | None:
    """The cell that names a work where no head says which does."""
    said = [each for each in cells if not is_item_number(each)]
    first, second = [*(each for each in said if not _tells(each)), "", ""][:2]
    if (in_a_table or costs(cells)) and _is_a_name(without_size(first)[0]):
        is_place = not ends_like_a_work(first) and ends_like_a_work(second)
        return first + second if is_place else first  # 果品交割库|总投资1.9亿元|冷库3座封顶
    for cell in filterfalse(_tells, cells):
        fits = ends_like_a_work(cell) and _SHORTEST <= len(cell) <= _LONGEST
        if fits and cell not in GENERIC and not NO_PROJECT.every(cell) and not bodies([cell], {}):
            return cell
    return None


def _is_a_name(cell: str) -> bool:
    named = _WORDS.fullmatch(cell) is not None and cell not in GENERIC
    named = named and not _PLACE_ALONE.search(cell)
    return named and (ends_like_a_work(cell) or not bodies([cell], {}))


def _tells(cell: str) -> bool:
    """Whether a cell says when, how much or how far, and not what: 10月18日, 竣工, 3公里."""
    if _OF_ITS_YEAR.match(cell) and ends_like_a_work(cell):
        return False
    return bool(_NUMBER.match(cell) or _COST.match(cell)) or _is_a_stage(cell)


def _is_a_stage(cell: str) -> bool:
    return any(len(word) == len(cell) for _, word, _ in stage_words(cell))


def stage_among(cells: Sequence[str]) -> str:
    """The cell that says a stage and no more; a day in another cell is its: 10月18日 竣工."""
    return next(filter(_is_a_stage, cells), "")


def without_size(name: str) -> tuple[str, str]:
    """A name, and the size behind it: 城区公厕新建(12座), 镇区路灯更换260盏."""
    if found := _IN_BRACKETS.search(name):
        bare, size = name[: found.start()], found[1]
    else:
        sizes = quantity_figures(name)
        at = sizes[-1].start if sizes and sizes[-1].end == len(name) else len(name)
        bare, size = name[:at], name[at:]
    return (bare, size) if len(bare) >= _SHORTEST else (name, "")


def sum_in(cell: str, head: str, over: Over, quote: str) -> Sum | None:
    """What a cell says that a work costs; a bare number needs the unit of its head or its table."""
    if _NO_SUM.search(head) or (head and not is_sum_column(head)):
        return None
    unit = _UNIT.search(head)
    lent = (unit[1] if unit else "") or (over.unit if head or not over.measures else "")
    bare = _NUMBER.fullmatch(cell) or _BARE_COST.fullmatch(cell)
    printed = cell + lent if bare and lent else cell
    figures = money_figures(printed)
    if len(figures) != 1 or figures[0].value is None:
        return None
    label = printed[: figures[0].start].rstrip(":")
    if not _LABEL.fullmatch(label):
        return None  # 产值2.1亿元
    return Sum(
        yuan=figures[0].value,
        text=as_printed(cell, quote),
        kind=_measure(head + label),
        comparator=figures[0].comparator,  # type: ignore[arg-type]
        quote=quote,
    )


def _measure(said: str) -> str:
    return next((measure for measure, words in _MEASURES if words.search(said)), "total")


def as_printed(cell: str, line: str) -> str:
    """The print of a folded cell, or of a part of it, in its line."""
    folded = fold(line)
    at = folded.text.find(cell)
    return folded.printed(at, at + len(cell)) if at >= 0 else cell


def due_in(cell: str, head: str, today: date, over: Over) -> DateFind | None:
    """The term that a cell sets: 11月底, 2023.10—2025.4, 12月迎客."""
    term = is_term_column(head)
    told = stage_words(head) or stages_in(cell)  # 目标: 12月迎客
    if head and not term and not told and not _PROGRESS.search(head):
        return None
    written = _YEARS.sub(r"\1年", _YEAR_MONTH.sub(r"\1年\2月", cell))
    finds = find_dates(written, today, over.year)
    if not finds and told and _BY.search(head):
        finds, term = find_dates(head, today, over.year), True  # 年底进度: 主体封顶
    if not finds and told and over.plans and _OF_THE_YEAR.search(head):
        finds, term = [over.plans], True
    is_span = bool(_TO.search(cell)) and len(finds) > 1
    dates = [
        each
        for each in (finds[-1:] if is_span else finds)
        if each.is_due or (term and each.last and each.last >= today)
    ]
    if not dates:
        return None
    text = dates[-1].text if dates[-1].text in cell + head else cell
    return replace(dates[-1], text=text, is_due=True, reason=dates[-1].reason or LIKE_A_TERM)


def tells_of_a_work(cells: Sequence[str]) -> bool:
    """Whether a row tells what only a work has: its cost, a stage with its day (8月完工), or a
    sum beside a day or a stage.
    """
    days, stages = (
        {at for at, cell in enumerate(cells) if says(cell)} for says in (_WHEN.search, stage_words)
    )
    return costs(cells) or bool(days & stages or (days | stages and has_bare_sum(cells)))


def told_of_the_work(cell: str) -> str:
    """12月底前建成, of 3月开标,12月底前建成: what a cell says whose day is that of the work.

    年内完成路基的40% and 7月底前完成方案报批 tell of a part, and of a step before the work.
    """
    told = _CLAUSES.split(cell)
    rest = [each for each in told if not _NO_TERM.search(each) and not _ENDS_LESS.search(each)]
    if len(rest) == len(told):
        return cell
    return ",".join(rest) if stages_in(",".join(rest)) else ""


def stages_in(cell: str) -> tuple[tuple[int, str, str], ...]:
    """The stages that a cell tells; 完工60% is none."""
    return tuple(
        each for each in stage_words(cell) if not _IN_PART.match(cell, each[0] + len(each[1]))
    )


def says_who(cell: str) -> bool:
    """Whether a cell says who is charged: 责任单位县水务局."""
    return _CHARGED.match(cell) is not None
