"""Whose a figure is by the place where it stands, which the networks may not overrule.

A row of a table is of its work, an item of a list of the work at its head, and the day that an
item prints is of that item.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from ingest.extraction.clauses.sentences import Clause, Date
from ingest.extraction.learned.words import Text, Word
from ingest.extraction.works.announced import ENDS
from ingest.extraction.works.parts import is_of_a_part
from ingest.extraction.works.phases import (
    FIRST_PHASE,
    is_of_another_phase,
    ordinal_of,
    phase_by_clause,
)
from ingest.proposal import ProjectFact


def may_be_due(text: Text, day: Word, figure: Word) -> bool:
    """Whether a day may be that of a promised figure: none that another item of a list prints.

    七、口袋公园6个 is not due by the 主汛期前 of 六. From another sentence only a year that was
    named before it may hold on: 2024年…。新增车位80个。; 12月底前 and 全年 are said of their own.
    """
    if day.sentence != figure.sentence and not _is_a_year_over(day, figure):
        return False
    item = text.items[figure.clause]
    return item is None or not item.is_beside(text.items[day.clause])


def _is_a_year_over(day: Word, figure: Word) -> bool:
    """2024年 and 今年 may stand over what follows."""
    said = day.find.find.text if isinstance(day.find, Date) else ""
    return day.sentence < figure.sentence and said.endswith("年") and said != "全年"


class PlacesTell:
    """What the places of an article's figures tell of its works.

    `parts` are those listed of each work, by name; `rows` the works in the rows of tables.
    """

    def __init__(
        self,
        clauses: Sequence[Clause],
        parts: Mapping[str, Sequence[str]],
        rows: Sequence[ProjectFact],
    ) -> None:
        self.parts = parts
        self._rows = {id(each) for each in rows}
        self._lent = {id(each.day_lent_to) for each in clauses if each.day_lent_to}
        self._heads = {id(each.of_one) for each in clauses if each.of_one}
        self.denied: set[int] = set()  # works of the rules, by their ids
        self._phases = phase_by_clause(clauses)

    def may_be_of(self, clause: Clause, what: str, fact: ProjectFact) -> bool:
        """Whether a `sum` or a `day` of a clause may be that of a work.

        None of an item that is about another; 索道9月试运行 is of a listed part of it, and 三期明年
        5月开工 no day of its 二期.
        """
        if clause.of_one not in (None, fact):
            return False
        part = is_of_a_part(clause, self.parts.get(fact.name, ()))
        return what != "day" or not (part or is_of_another_phase(clause, fact.name))

    def stands(self, fact: ProjectFact, held: object, other: object) -> bool:
        """Whether what is held of a work stands against another figure, or against none.

        A figure in a row gives way to none, nor does a day that is that of another work (与大桥同步
        通车); that of a work at the head of its item gives way but to another.
        """
        in_a_row = id(fact) in self._rows and held is not None
        lent = id(fact) in self._lent and held is not None and held == fact.due_on
        return in_a_row or lent or (other is None and id(fact) in self._heads)

    def is_of_another(self, clause: Clause, fact: ProjectFact) -> bool:
        """Whether a figure of a clause is not this work's, however sure the networks are.

        秋实仓储9月封顶: it is of the work that the clause begins with, if that is not denied.
        """
        begins = clause.begins_with
        named = begins not in (None, fact) and id(begins) not in self.denied
        return named or self._is_of_a_later_phase(clause, fact)

    def _is_of_a_later_phase(self, clause: Clause, fact: ProjectFact) -> bool:
        """一期已投产。二期正在招标,明年6月建成: no figure of a 一期, or of what is built."""
        phase, own = self._phases.get(id(clause), ""), ordinal_of(fact.name)
        built = fact.tense == "done" and fact.stage in ENDS and fact.due_on is None
        return phase != "" and (phase != own if own else built and phase != FIRST_PHASE)
