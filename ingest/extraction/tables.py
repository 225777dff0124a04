"""Works in the rows of a table: `3 | 柳河防洪堤 | 水利局 | 1.08亿元 | 主体完工 | 12月底`.

Columns are parted by `|` or tabs, or by blanks where a head of columns has told their number. A
head with 总投资(万元) lends its unit to bare numbers, 完成时限 and 开工时间 their stage to dates.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from datetime import date

from chinese.dates import find_dates
from chinese.finds import DateFind
from chinese.folding import fold, fold_characters
from chinese.money import money_figures
from chinese.quantities import quantity_figures
from ingest.extraction.announced import Announced, Said
from ingest.extraction.departments import bodies
from ingest.extraction.lists import GENERIC, HEADS, NO_PROJECT, one_of
from ingest.extraction.measured import COST
from ingest.extraction.moods import stage_words
from ingest.extraction.sectors import sector_of
from ingest.extraction.sizes import sizes_in_a_cell
from ingest.proposal import ProjectFact, Sum

_NAME = re.compile(r"^(?:建设|重点)?(?:项目|工程)?名称$|^(?:建设)?(?:项目|工程)$")
_SUM = re.compile(one_of("column of a sum"))
_YEAR_SUM = re.compile(r"年(?:度)?(?:计划)?投资|年(?:度)?计划")
_UNIT = re.compile(r"[(](万元|亿元|元)[)]")
_TERM = re.compile(one_of("column of a term"))
_MEASURE_COLUMN = re.compile(one_of("column of no sum"))
_TASK_COLUMN = re.compile(one_of("column of a task"))
_ITEM = re.compile("^(?:实施)?(?:事项|实事|实事项目)(?:名称)?$")  # its task tells more
_LEFT_OUT = re.compile(one_of("column left out"))
_NUMBER = re.compile(r"[0-9]+(?:,[0-9]{3})*(?:\.[0-9]+)?")
_COST = re.compile(f"{COST}:?[0-9]")
_SECTION = re.compile(r"[一二三四五六东西南北]段$")
_YEAR_MONTH = re.compile(r"^((?:19|20)[0-9]{2})[./-]([0-9]{1,2})$")
_NAME_IN_A_ROW = re.compile("[^0-9,、:]{2}[^,:]{2,28}")
_LABELLED = re.compile("(?:[0-9一二三四五六七八九十]{1,2}[.、])?([^:,。0-9]{2,8}):([^:]+?)[;。]?$")
_BARE_SUM = re.compile("约?[0-9.]+[万亿]元")
_ITEM_NUMBER = re.compile(r"^ *[0-9]{1,2}[.、](?![0-9]) *")
_HOW_FAR = re.compile(f"已?{one_of('how far in a row')}[0-9]")
_PROGRESS = re.compile("进度|进展|完成情况|兑现")
_DEED_IN_A_ROW = re.compile("[^0-9,、:。]{4,20}")
_COLUMNS = 3
_FORM = 3  # lines
_LONGEST = 30
_SLASHES = 3  # 序号/名称/总投资(亿元)/节点


@dataclass
class Table:
    """Follows the lines of an article; `heads` are those of the table it is in."""

    announced: Announced
    heads: list[str] = field(default_factory=list)
    progress: int = 0  # columns of a table of tasks and how far they are
    tasks: list[str] = field(default_factory=list)  # what the rows of the last paragraph set

    def read(self, paragraph: str, today: date, article: str) -> tuple[list[ProjectFact], str]:
        """The works of the rows, and the paragraph without its heads and rows.

        A row that tells a task and its term goes to `tasks`, one sentence each.
        """
        found: list[ProjectFact] = []
        self.tasks = []
        if form := self._form(paragraph, today, article):
            return [form], ""
        rest: list[str] = []
        for line in paragraph.splitlines(keepends=True):
            cells = self._cells(line)
            if _is_head(cells):
                self.heads = cells
            elif _tells_progress(cells):
                self.progress = len(cells)
            elif task := _task(cells, self.heads, today) or self._task_alone(cells, today):
                self.tasks.append(task)
            elif fact := self._row(cells, line.strip(), today, article):
                found.append(fact)
            else:
                rest.append(line)
        return found, "".join(rest)

    def _form(self, paragraph: str, today: date, article: str) -> ProjectFact | None:
        """工程名称:南门桥重建⏎投资:2150万元⏎竣工时间:10月底: one work, a label on each line."""
        lines = [_LABELLED.match(fold(each).text.strip()) for each in paragraph.splitlines()]
        told = [each for each in lines if each]
        if len(told) < _FORM or len(told) < len(lines) - 1:
            return None
        heads, cells = [each[1] for each in told], [each[2].strip() for each in told]
        outer, self.heads = self.heads, heads
        fact = self._row(cells, paragraph.strip(), today, article) if _is_head(heads) else None
        self.heads = outer
        return fact

    def _cells(self, line: str) -> list[str]:
        line = line.replace("｜", "|")
        for mark in ("|", "\t", "/"):
            if line.count(mark) >= (2 if mark != "/" else _SLASHES):
                raw = [each.strip() for each in line.strip().strip("|").split(mark)]
                cells = [fold(each).text for each in raw]
                told = mark != "/" or _is_head(cells) or len(cells) == len(self.heads)
                if told:
                    return cells
        cells = [fold(each).text for each in _ITEM_NUMBER.sub("", fold_characters(line)).split()]
        told = bool(self.heads) and len(cells) == len(self.heads)
        return cells if told or _is_head(cells) or _is_row(cells) else []

    def _task_alone(self, cells: list[str], today: date) -> str | None:
        """城区公厕改造 | 18座 | 已完成6座 | 8月底: a deed, how much of it, how far it is, its term.

        Under 年度任务 it needs no term: 农村公路 | 160公里 | 完成97公里.
        """
        if len(cells) < _COLUMNS or not _DEED_IN_A_ROW.fullmatch(cells[0]):
            return None
        under = len(cells) == self.progress
        if not under and not any(_HOW_FAR.match(each) for each in cells[2:]):
            return None
        sizes = quantity_figures(cells[1])
        if len(sizes) != 1 or sizes[0].end - sizes[0].start != len(cells[1]):
            return None
        if due := _due(cells[-1], "", today):
            return f"{due.text}{'' if due.text.endswith('前') else '前'},{cells[0]}{cells[1]}。"
        return f"今年计划{cells[0]}{cells[1]}。" if under else None

    def _row(self, cells: list[str], line: str, today: date, article: str) -> ProjectFact | None:
        if len(cells) < 3 or any("。" in each for each in cells):
            return None
        heads = self.heads if len(self.heads) == len(cells) else [""] * len(cells)
        name = _name(cells, heads)
        if name is None:
            return None
        fact = ProjectFact(
            name, article, line, sector=sector_of(name), printed_name=name, tense="planned"
        )
        said: list[Said] = []
        for cell, head in zip(cells, heads, strict=True):
            if cell == name:
                continue
            if cost := _sum(cell, head, line):
                fact.investments.append(cost)
                continue
            fact.capacities += sizes_in_a_cell(cell, head, line)
            due = _due(cell, head, today)
            told = stage_words(cell) or (due and stage_words(head))
            if due or told:
                said.append(Said(line, told[-1][2] if told else None, "planned", due))
        if not (fact.investments or said):
            return None
        for each in said:
            self.announced.hear(fact, each)
        return fact


def _is_head(cells: list[str]) -> bool:
    return len(cells) >= 3 and (any(_NAME.search(each) for each in cells) or _sets_tasks(cells))


def _tells_progress(heads: list[str]) -> bool:
    """民生实事 | 年度任务 | 至9月底进度"""
    tasks = len(heads) >= _COLUMNS and _TASK_COLUMN.search(heads[1]) is not None
    return tasks and any(_PROGRESS.search(each) for each in heads[2:])


def _sets_tasks(heads: list[str]) -> bool:
    """序号 | 事项 | 目标任务 | 责任单位 | 完成时限: what each row promises, and by when."""
    tasks = any(_TASK_COLUMN.search(each) for each in heads)
    terms = any(_TERM.search(each) and not _TASK_COLUMN.search(each) for each in heads)
    return tasks and terms and not any(_NAME.search(e) or _NUMBER.search(e) for e in heads)


def _task(cells: list[str], heads: list[str], today: date) -> str | None:
    """A row as a sentence, 改造33个小区,10月底: without its number and who is charged."""
    if len(cells) != len(heads) or not _sets_tasks(heads):
        return None
    named = any(_TASK_COLUMN.search(head) and not _ITEM.search(head) for head in heads)
    told = [
        cell
        for cell, head in zip(cells, heads, strict=True)
        if _TASK_COLUMN.search(head) or not _LEFT_OUT.search(head)
        if not (named and _ITEM.search(head))
    ]
    return ",".join(told) + "。" if any(_due(each, "", today) for each in told) else None


def _is_row(cells: list[str]) -> bool:
    """沿江大道三段 总投资2.9亿元 年底通车: a work, its cost and more, parted by blanks.

    2.石门大桥 286米 3400万元 县公路段 年底合龙: a bare sum is the cost, if the row tells more.
    """
    if len(cells) < 3:
        return False
    name = _SECTION.sub("", cells[0])
    work = HEADS.before(name, len(name))
    bare = len(cells) > 3 and any(_BARE_SUM.fullmatch(each) for each in cells[1:])
    return bool(work) and (bare or any(_COST.match(each) for each in cells[1:]))


def _name(cells: list[str], heads: list[str]) -> str | None:
    for cell, head in zip(cells, heads, strict=True):
        if _NAME.search(head):
            return cell if len(cell) >= 3 and cell not in GENERIC else None
    if any(heads):
        return None
    first = cells[1] if cells[0].strip(".、").isdigit() else cells[0]
    if any(_COST.match(cell) for cell in cells) and _NAME_IN_A_ROW.fullmatch(first):
        return first  # 果品交割库|总投资1.9亿元|冷库3座封顶
    for cell in cells:
        bare = _SECTION.sub("", cell)
        work = HEADS.before(bare, len(bare))
        fits = work and 3 <= len(cell) <= _LONGEST and cell not in GENERIC
        if fits and not NO_PROJECT.every(cell) and not bodies([cell], {}):
            return cell
    return None


def _sum(cell: str, head: str, quote: str) -> Sum | None:
    unit = _UNIT.search(head)
    bare = _NUMBER.fullmatch(cell)
    if _MEASURE_COLUMN.search(head) or (head and not _SUM.search(head)):
        return None
    printed = cell + unit[1] if bare and unit else cell
    figures = money_figures(printed)
    if len(figures) != 1 or figures[0].start > 4 or figures[0].value is None:
        return None
    kind = "year" if _YEAR_SUM.search(head) else "total"
    return Sum(
        yuan=figures[0].value,
        text=cell,
        kind=kind,
        comparator=figures[0].comparator,  # type: ignore[arg-type]
        quote=quote,
    )


def _due(cell: str, head: str, today: date) -> DateFind | None:
    told = stage_words(head) or stage_words(cell)  # 目标: 12月迎客
    if head and not _TERM.search(head) and not told:
        return None
    written = _YEAR_MONTH.sub(r"\1年\2月", cell)
    dates = [each for each in find_dates(written, today) if each.is_due]
    return dates[-1] if dates else None
