"""Whether a clause tells of a part of a work, of what stands beside it, or of many things."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import date
from operator import itemgetter

from ingest.extraction.clauses.contents import is_pure
from ingest.extraction.clauses.costs import is_of_all
from ingest.extraction.clauses.telling import Told
from ingest.extraction.clauses.widely import (
    makes_many,
    makes_many_alone,
    tells_of_a_class,
    tells_of_many,
)
from ingest.extraction.names.things import Topic, stands_for_itself
from ingest.extraction.words.nameable import is_common
from ingest.extraction.works.announced import ENDS, Said
from ingest.extraction.works.items import is_under
from ingest.extraction.works.meant import Meant
from ingest.extraction.works.parts import (
    is_fitted_there,
    is_of_a_part,
    is_said_of_all,
    stands_beside,
)
from ingest.extraction.works.phases import is_part_of_a_phase
from ingest.extraction.works.sites import site_of
from ingest.extraction.works.topics import topic_of
from ingest.proposal import ProjectFact


@dataclass
class Parted(Meant):
    """Tells apart what is said of the whole of a work and what is not."""

    part_told: bool = False  # whether the clause before told of a part that was listed
    house_told: bool = False  # … and whether that was one of its numbered houses
    neighbour_told: bool = False  # … or, with all its figures, of what stands beside a work
    beside_many: list[ProjectFact] | None = None  # told of when many things were counted
    many_made: bool = False  # … and whether it was told what is done to all of them
    parts_told: dict[str, dict[str, tuple[date, Said] | None]] = field(default_factory=dict)

    def tells_of_a_listed_part(self, told: Told) -> bool:
        """索道9月试运行, behind 新建索道、栈道: no work of its own, nor the day of the whole.

        Nor is what follows at once told of the whole: 与之配套的管网还差2公里,投资260万元.
        """
        near = self.current or self.recent
        parts = self.memory.parts.get(near[-1].name, []) if near else []
        bare = told.predicate.says_nothing_new or is_pure(told.clause)
        goes_on = self.part_told and bare and bool(self.current) and not is_said_of_all(told.clause)
        of_part = is_of_a_part(told.clause, parts)
        of_part |= bool(near) and stands_beside(told.clause)
        fitted = bool(near) and is_fitted_there(told.clause, near[-1].name)
        of_part |= fitted
        of_part = of_part and not told.clause.sums  # with a cost it is a work
        self.house_told = self.house_told and goes_on
        self.neighbour_told = self.neighbour_told and goes_on
        owned = self.neighbour_told or not told.paid or bool(near and near[-1].investments)
        self.part_told = of_part or (goes_on and owned)
        if self.part_told:
            self.current = near[-1:]
            self._hear_of_parts(told, near[-1], parts)
            told.clause.of_other_things = fitted or (goes_on and self.house_told)
        if self.neighbour_told:
            told.clause.of_other_things = told.clause.of_many = True
        return self.part_told

    def _hear_of_parts(self, told: Told, whole: ProjectFact, parts: Sequence[str]) -> None:
        """步道已建成,民宿5月开业,游客中心6月建成: when each part was told of, the last ends all."""
        day, stage = told.due(), told.predicate.stage
        end = None
        if day and day.find.due_on and stage in ENDS:
            said = Said(told.sentence.quote, stage, "planned", day.find, "part")
            end = day.find.due_on, said
        heard = self.parts_told.setdefault(whole.name, {})
        heard |= {each: end for each in parts if is_of_a_part(told.clause, [each])}
        ends = [each for each in heard.values() if each]
        if ends and len(heard) == len(parts):
            self.announced.hear(whole, max(ends, key=itemgetter(0))[1])

    def is_content(self, told: Told, names: Sequence[str]) -> bool:
        """建设联村供水站一座, in the item 农村安全饮水工程: what is named is no work of its own.

        A cost makes it one, if that of the work at the head is known.
        """
        if self.item is None or (told.paid and self.item.investments):
            return False
        return all(is_under(each, self.item.name) for each in names)

    def seen_there(self, told: Told, names: Sequence[str]) -> Topic | None:
        """走进药谷项目工地,办公楼、宿舍楼已经封顶: the site, whose houses one sees."""
        if told.paid or any(stands_for_itself(Topic(each, is_work=True)) for each in names):
            return None
        sites = (site_of(each) for each in self.segment[:-1])
        return next((each for each in sites if each and each.at_work), None)

    def are_parts_of_a_phase(self, told: Told, names: Sequence[str]) -> Topic | None:
        """一期教学楼、宿舍楼封顶: what the clauses before spoke of, of which these are parts."""
        if told.paid or not is_part_of_a_phase(names[0]):
            return None
        topic = topic_of(self.segment[:-1]) if len(self.segment) > 1 else None
        own = topic and topic.is_work and not is_common(topic.name) and not self.current
        near = self.current or self.recent
        return topic if own else Topic(near[-1].name, is_work=True) if near else None

    def tells_what_stands_beside(self, told: Told) -> bool:
        """门前的停车场另外投入380万元: no cost of the work told of, and no name of another."""
        self.part_told = bool(self.current) and stands_beside(told.clause)
        return self.part_told

    def tells_of_all(self, told: Told) -> bool:
        """全县累计改造9860户,投入27亿元; 三块加起来5.6亿元: of no one of the works told of."""
        of_all = told.paid and is_of_all(self.segment, [each.name for each in self.lately()])
        told.clause.of_many |= of_all
        return of_all

    def tells_of_a_class(self, told: Told) -> bool:
        """全年重点项目完成投资72亿元: of no one of them."""
        of_all = tells_of_a_class(told.clause)
        told.clause.of_many |= of_all
        return of_all

    def tells_of_many(self, told: Told) -> bool:
        """今年全县加装电梯36部,总投资1620万元,10月底前完工: no figure nor day is that of one work.

        The work told of before is no longer meant: 全县硬化村道60公里。10月底前完工。
        """
        alone = not self.current and makes_many_alone(told.clause)
        counts = alone or tells_of_many(told.clause)
        if counts:
            self.beside_many, self.many_made = self.current, alone or makes_many(told.clause)
        if self.beside_many is not self.current:
            return False
        told.clause.of_other_things |= self.many_made and not counts
        of_many = told.paid or bool(told.clause.sizes)
        of_many = of_many or (self.many_made and told.predicate.says_nothing_new)
        told.clause.of_many |= of_many
        return of_many
