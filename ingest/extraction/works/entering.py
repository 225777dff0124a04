"""Clauses that name works: new ones, parts of the one told of, or that one again."""

from __future__ import annotations

import re
from dataclasses import dataclass

from ingest.extraction.clauses.openings import past_adverbs
from ingest.extraction.clauses.sentences import Clause
from ingest.extraction.clauses.telling import Told
from ingest.extraction.names.common_tail import common_tail
from ingest.extraction.names.phrases import Named
from ingest.extraction.names.things import Topic
from ingest.extraction.words.alike import house_end
from ingest.extraction.words.lists import one_of
from ingest.extraction.words.nameable import is_common, is_numbered_house
from ingest.extraction.works.announced import ENDS
from ingest.extraction.works.belonging import are_parts
from ingest.extraction.works.outright import lists_deeds, works_named
from ingest.extraction.works.parts import (
    goes_on_building,
    names_its_neighbour,
    opened_by_its_parts,
)
from ingest.extraction.works.timed import Timed
from ingest.proposal import ProjectFact

_JOINS = ("、", "和", "与", "及")
_NEXT = re.compile(one_of("next task"))
_SHORTEST_WHOLE = 4
_NEAR = 4  # clauses


@dataclass
class Entering(Timed):
    """Enters the works that a clause names."""

    next_task: ProjectFact | None = None  # opened by what is to be done next: 下一步将…

    def names_what_shares_a_tail(self, told: Told) -> bool:
        """马鹿沟、黑石沟两条小流域综合治理: one deed, unless each is told of by itself."""
        shared = common_tail(told.clause)
        if shared is None:
            return False
        behind = [each.text for one in self.sentences[self.place :] for each in one.clauses]
        if named := shared.each_by_itself():
            self.open(told, named)
            self.governed += self.current
        elif shared.are_told_again(behind):
            self.current = self.recent = []
        else:
            self.open(told, [Named(shared.name)])
        return True

    def opens_by_its_parts(self, told: Told) -> bool:
        """江滩公园主要建设亲水平台、儿童乐园,投资1.3亿元: the whole is the work, and no part is."""
        whole = "" if self.current else opened_by_its_parts(told.clause)
        is_name = len(whole) >= _SHORTEST_WHOLE and not is_common(whole)
        return is_name and self.adopts(told, Topic(whole, is_work=True))

    def names_works(self, told: Told) -> bool:
        """推进甲项目、乙路: works are named, if they are no parts of the one told of."""
        named = works_named(self.segment, told.predicate, self.around(told.paid))
        whole = self.current or self.recent
        if not named:
            return False
        names = [each.name for each in named]
        if whole_told := self.are_parts_of_a_phase(told, names):
            told.clause.under = whole_told.name
            return self.adopts(told, whole_told)
        if site := self.seen_there(told, names):
            return self.adopts(told, site)
        if self.of_parts and not told.predicate.dates:
            self.current = self.recent
        elif names_its_neighbour(told.clause, named[-1].name):
            self.current = [self.fact(named[-1].name, told.sentence)]
            self.part_told = self.neighbour_told = told.clause.of_other_things = True
            told.clause.of_many = True
        elif whole and goes_on_building(self.segment):
            self.current = whole  # 公园改造去年已完成步道,今年续建南大门广场,五一前开放
        elif self._is_the_next_task(whole):
            self.open(told, named)
            self.next_task = self.current[0] if len(self.current) == 1 else None
            for clause in self.segment[-_NEAR:]:
                clause.of_one = self.next_task
        elif not lists_deeds(self.over_line) and are_parts(
            told.clause, told.predicate, named, whole, begins=len(self.segment) == 1
        ):
            self.go_on(told, whole)
        elif self.is_of_the_item() and not told.paid:
            self.go_on(told, whole)  # 水库除险加固。…今年重点实施放水设施改造,9月竣工
        elif is_numbered_house(named[0].name):
            # 其中,一号楼投资1.6亿元,计划年底投用
            self.part_told = self.house_told = bool(self.current)
        else:
            self.open(told, named)
            if len(named) == 1 and len(self.current) == 1:
                self.begins_with_its_name(told.clause, self.current[0])
        return True

    def begins_with_its_name(self, clause: Clause, fact: ProjectFact) -> None:
        """秋实仓储9月封顶, 仓储9月封顶: the figures of the clause are those of this work."""
        said = clause.text[past_adverbs(clause.text) :]
        thing = fact.name[: house_end(fact.name)]
        names = (fact.name, *(thing[-size:] for size in (4, 3, 2)))
        name = next((each for each in names if said.startswith(each)), None)
        if name and not said.startswith(_JOINS, len(name)):  # 老桥拓宽、看台翻修国庆前交工
            clause.begins_with = fact

    def _is_the_next_task(self, before: list[ProjectFact]) -> bool:
        """…通过竣工验收。下一步将投资300万元,对渠系进行改造: another than the one that is done."""
        done = len(before) == 1 and before[0].stage in ENDS and before[0].due_on is None
        return done and any(_NEXT.search(each.text) for each in self.segment[-_NEAR:])

    def adopts(self, told: Told, topic: Topic | None) -> bool:
        if topic and self.item and self.is_content(told, [topic.name]):
            return self.goes_on(told, [self.item])
        if topic:
            self.adopt(told, topic)
        return topic is not None

    def goes_on(self, told: Told, facts: list[ProjectFact]) -> bool:
        if facts:
            self.go_on(told, facts, again=True)
        return bool(facts)
