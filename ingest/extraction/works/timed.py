"""Clauses that tell nothing but a day of the works told of, or lend them that of another."""

from __future__ import annotations

from dataclasses import dataclass

from ingest.extraction.clauses.telling import (
    Told,
    comes_with,
    stage_at_the_latest,
    term_labelled,
    time_set,
)
from ingest.extraction.words.alike import core_of
from ingest.extraction.works.announced import Said
from ingest.extraction.works.parted import Parted


@dataclass
class Timed(Parted):
    """Gives days to the works told of."""

    def fixes_a_day(self, told: Told) -> bool:
        """竣工时间统一卡在11月底: the day of a stage, of the works told of."""
        fixed = time_set(told.clause)
        meant = self.fixed_for(told.sentence, told.clause) if fixed else []
        if fixed and meant:
            self.fix(told, meant, *fixed)
        return bool(meant)

    def is_the_latest_day(self, told: Told) -> bool:
        """道路要赶在医院启用之前通车,最迟不晚于8月底: the day of the stage told before it."""
        stage = stage_at_the_latest(self.segment)
        meant = self.current or self.recent if stage else []
        if stage and meant:
            self.fix(told, meant, stage, told.predicate.dates[-1])
        return bool(meant)

    def comes_with_another(self, told: Told) -> bool:
        """与大桥同步通车: on the day of that work, where it was told."""
        with_it = comes_with(told.clause)
        meant = self.current if with_it else []
        if not with_it or not meant:
            return False
        others = [each for each in self.lately() if each not in meant and each.due_on]
        named = [each for each in others if core_of(each.name).endswith(with_it[0])]
        day = self.announced.day_of(named[-1]) if named else None
        for fact in meant if day else ():
            said = Said(told.sentence.quote, with_it[1], "planned", day)
            self.announced.hear(fact, said)
            told.clause.day_lent_to = fact
        return day is not None

    def has_a_term(self, told: Told) -> bool:
        """时限:9月底, 计划竣工日期2019年6月30日: of the works told of, in a list or a notice."""
        term = term_labelled(self.segment)
        meant = self.current or self.recent
        if term and meant:
            self.fix(told, meant, *term)
        return bool(term and meant)

    def is_only_a_day(self, told: Told) -> bool:
        """年底前,…: the day stands for what follows."""
        predicate = told.predicate
        alone = predicate.says_nothing_new and predicate.dates and not predicate.stage
        if alone:
            self.standing_date = predicate.dates[-1]
        return bool(alone)
