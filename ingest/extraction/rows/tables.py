"""Works in the rows of a table: `3 | 柳河防洪堤 | 水利局 | 1.08亿元 | 主体完工 | 12月底`.

Columns are parted by `|` or tabs, or by blanks where a head of columns has told their number or
other rows stand beside. A head with 总投资(万元), or 单位:万元 over the table, lends its unit to
bare numbers, 完成时限 and 开工时间 their stage to dates, and 2019年计划 over it its year to months.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass, field, replace
from datetime import date

from chinese.folding import fold, fold_characters
from chinese.quantities import quantity_figures
from ingest.extraction.clauses.sizes import sizes_in_a_cell
from ingest.extraction.rows import cells as say
from ingest.extraction.rows.cells import NOTHING_OVER, Over
from ingest.extraction.words.lists import one_of
from ingest.extraction.words.moods import stage_words
from ingest.extraction.words.sectors import sector_of
from ingest.extraction.works.announced import Announced, Said
from ingest.proposal import ProjectFact
from ingest.readers.rows import cells_of, rows_among

_TASK_COLUMN = re.compile(one_of("column of a task"))
_ITEM = re.compile("^(?:实施)?(?:事项|实事|实事项目)(?:名称)?$")  # its task tells more
_LEFT_OUT = re.compile(one_of("column left out"))
_LABELLED = re.compile("(?:[0-9一二三四五六七八九十]{1,2}[.、])?([^:,。0-9]{2,8}):([^:]+?)[;。]?$")
# 3.柳河桥, 8.2019年度高标准农田建设; but 3.5公里 is a length.
_ITEM_NUMBER = re.compile(
    r"^ *(?:[0-9]{1,2}|[一二三四五六七八九十]{1,3})[.、](?![0-9](?![0-9]{3}年)) *"
)
_HOW_FAR = re.compile(f"已?{one_of('how far in a row')}[0-9]")
_PROGRESS = re.compile("进度|进展|完成情况|兑现")
_DEED_IN_A_ROW = re.compile("[^0-9,、:。]{4,20}")
_COLUMNS = 3
_FORM = 3  # lines
_DIGIT = re.compile("[0-9]")
_WIDEST = 10  # characters of a head
_SLASHES = 3  # 序号/名称/总投资(亿元)/节点


@dataclass
class Table:
    """Follows the lines of an article; `heads` are those of the table it is in.

    `rows` are the lines of the article that stand among others of a table, `over` what is said over
    the one that is read.
    """

    announced: Announced
    rows: frozenset[str] = frozenset()
    over: Over = NOTHING_OVER
    heads: list[str] = field(default_factory=list)
    foreign: str = ""  # the head over the rows, if it is of no table of works: 企业 欠税金额 期限
    progress: int = 0  # columns of a table of tasks and how far they are
    tasks: list[str] = field(default_factory=list)  # what the rows of the last paragraph set

    @classmethod
    def of(cls, announced: Announced, paragraphs: Iterable[str]) -> Table:
        """A reader for the tables of an article."""
        lines = [_plain(line) for each in paragraphs for line in each.splitlines()]
        lines = [line for line in lines if line]
        return cls(announced, frozenset(lines[at] for at in rows_among(lines)))

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
                listed = _plain(line) in self.rows
                if listed and not _DIGIT.search(line):
                    self.foreign = line
                elif not listed:
                    self.foreign = ""
                if not say.tells_other_money([self.foreign]):
                    rest.append(line)
                if not listed:
                    over = Over.of(fold(line).text.strip(), today) or NOTHING_OVER
                    self.over = over.with_line_above(self.over) if over.unit else over
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
                row = _ITEM_NUMBER.sub("", fold_characters(line.strip().strip("|")))
                raw = [each.strip() for each in row.split(mark)]
                cells = [fold(each).text for each in raw]
                told = mark != "/" or _is_head(cells) or len(cells) == len(self.heads)
                if told:
                    return cells
        cells = [fold(each).text for each in cells_of(_ITEM_NUMBER.sub("", fold_characters(line)))]
        told = bool(self.heads) and len(cells) == len(self.heads)
        told = told or self._is_listed(line, cells)
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
        if due := say.due_in(cells[-1], "", today, self.over):
            return f"{due.text}{'' if due.text.endswith('前') else '前'},{cells[0]}{cells[1]}。"
        return f"今年计划{cells[0]}{cells[1]}。" if under else None

    def _row(self, cells: list[str], line: str, today: date, article: str) -> ProjectFact | None:
        if len(cells) < _COLUMNS or any("。" in each for each in cells):
            return None
        heads = self.heads if len(self.heads) == len(cells) else [""] * len(cells)
        if any(heads):
            printed = say.name_in(cells, heads)
        elif self.foreign or say.tells_other_money(cells) or not _DIGIT.search(line):
            return None
        else:
            printed = say.name_among(cells, in_a_table=self._is_listed(line, cells))
        if printed is None or say.is_a_total(printed):
            return None
        name, size = say.without_size(printed)
        cost = say.sum_in(size, "", self.over, line)
        fact = ProjectFact(
            name, article, line, sector=sector_of(name), printed_name=name, tense="planned",
            capacities=[] if cost else sizes_in_a_cell(size, "", line),
            investments=[cost] if cost else [],
        )  # fmt: skip
        said = self._read(fact, cells, heads, printed, today)
        for each in said:
            self.announced.hear(fact, each)
        return fact if fact.investments or said else None

    def _read(
        self, fact: ProjectFact, cells: list[str], heads: list[str], printed: str, today: date
    ) -> list[Said]:
        """Gives a work the sums and sizes of its row; what is said of its stages is given back."""
        line = fact.quote
        headed = any(heads)
        stage = "" if headed else say.stage_among(cells)
        unsure = not headed and sum(map(say.is_bare_sum, cells)) > 1  # no head tells which
        over = self.over if headed or say.lends(cells) else replace(self.over, unit="")
        said: list[Said] = []
        for cell, head in zip(cells, heads, strict=True):
            if cell in printed or say.says_who(cell) or (unsure and say.is_bare_sum(cell)):
                continue
            if not headed and (say.is_item_number(cell) or say.is_a_year(cell)):
                continue
            if cost := say.sum_in(cell, head, over, line):
                fact.investments.append(cost)
                continue
            fact.capacities += sizes_in_a_cell(cell, head, line)
            dated = say.told_of_the_work(cell)
            due = say.due_in(dated, head or stage, today, self.over) if dated else None
            if due:
                due = replace(due, text=say.as_printed(due.text, line))
            told = say.stages_in(cell) or (due and stage_words(head or stage))
            if due or told:
                said.append(Said(line, told[-1][2] if told else None, "planned", due))
        return said

    def _is_listed(self, line: str, cells: list[str]) -> bool:
        """Whether a line is a row of works among others."""
        told = bool(self.over.unit) or say.tells_of_a_work(cells)
        return told and _plain(line) in self.rows


def _plain(line: str) -> str:
    return fold_characters(line).strip()


def _is_head(cells: list[str]) -> bool:
    """名称 | 总投资 | 完成时限, or without a column of names 段落 | 投资 | 期限."""
    if len(cells) < _COLUMNS:
        return False
    costed = say.costs_works(cells)
    dated = any(say.is_term_column(each) for each in cells)
    words = not any(re.search("[0-9。]", each) or len(each) > _WIDEST for each in cells)
    named = any(say.is_name_column(each) for each in cells)
    return named or _sets_tasks(cells) or (costed and dated and words)


def _tells_progress(heads: list[str]) -> bool:
    """民生实事 | 年度任务 | 至9月底进度"""
    tasks = len(heads) >= _COLUMNS and _TASK_COLUMN.search(heads[1]) is not None
    return tasks and any(_PROGRESS.search(each) for each in heads[2:])


def _sets_tasks(heads: list[str]) -> bool:
    """序号 | 事项 | 目标任务 | 责任单位 | 完成时限: what each row promises, and by when."""
    tasks = any(_TASK_COLUMN.search(each) for each in heads)
    terms = any(say.is_term_column(each) and not _TASK_COLUMN.search(each) for each in heads)
    others = any(say.is_name_column(each) or re.search("[0-9]", each) for each in heads)
    works = any(map(say.is_place_column, heads)) and any(map(say.is_sum_column, heads))
    return tasks and terms and not others and not works


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
    is_due = any(say.due_in(each, "", today, NOTHING_OVER) for each in told)
    return ",".join(told) + "。" if is_due else None


def _is_row(cells: list[str]) -> bool:
    """沿江大道三段 总投资2.9亿元 年底通车: a work, its cost and more, parted by blanks.

    2.石门大桥 286米 3400万元 县公路段 年底合龙: a bare sum is the cost, if the row tells more.
    """
    if len(cells) < _COLUMNS:
        return False
    bare = len(cells) > _COLUMNS and say.has_bare_sum(cells[1:])
    return say.ends_like_a_work(cells[0]) and (bare or say.costs(cells[1:]))
