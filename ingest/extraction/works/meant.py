"""Which works a clause may be about: those told of before it, or what its passage speaks of."""

from __future__ import annotations

import re
from dataclasses import dataclass

from ingest.extraction.clauses.contents import is_paid_by_all, is_pure, tells_of_a_work
from ingest.extraction.clauses.pointing import points
from ingest.extraction.clauses.predicates import Predicate
from ingest.extraction.clauses.sentences import Clause, Sentence
from ingest.extraction.clauses.sizes import is_size
from ingest.extraction.names.things import Topic, stands_for_itself
from ingest.extraction.words.lists import HEADS, one_of
from ingest.extraction.words.moods import Mood, labels_in, stage_words
from ingest.extraction.words.nameable import is_common
from ingest.extraction.works.belonging import goes_on_alone as tells_alone
from ingest.extraction.works.outright import Around
from ingest.extraction.works.pairs import pair_named
from ingest.extraction.works.phased import Phased
from ingest.extraction.works.phases import phases_told, whole_of_phase
from ingest.extraction.works.references import may_mean, one_of_two, pair_told
from ingest.extraction.works.sites import site_of
from ingest.extraction.works.topics import topic_of
from ingest.proposal import ProjectFact

TOGETHER = re.compile(one_of("all", "together"))
_ALL_ALIKE = re.compile(one_of("all alike"))
_SECOND = 2  # 后者
_EACH_OF_THEM = re.compile(one_of("each of them"))


@dataclass
class Meant(Phased):
    """Finds the works that a clause is about, and enters nothing."""

    of_parts: bool = False  # whether the sentence tells how far the work told of has come
    costs_next: bool = False  # whether the next clause only tells what this one's work costs

    def fixed_for(self, sentence: Sentence, clause: Clause) -> list[ProjectFact]:
        """竣工时间统一卡在11月底: all works of the sentence before, else the one told of.

        What the sentence itself speaks of is nearer than a work of the one before.
        """
        alike = _ALL_ALIKE.search(clause.text) and not self.current
        of_all = [each for each in self.opened_before if _may_be_fixed(each)] if alike else []
        if told := of_all or self.current:
            return told
        topic = topic_of(self.segment) if len(self.segment) > 1 else None
        named = topic is not None and topic.is_work and not is_common(topic.name)
        return [self.fact(topic.name, sentence)] if topic and named else self.recent

    def goes_on_alone(self, predicate: Predicate, *, paid: bool) -> bool:
        """总投资3亿元; 目前,5.8公里河道已完工,7月10日开放: of the work of the sentence before."""
        segment = self.segment[-1:] if self.of_parts else self.segment
        return tells_alone(segment, predicate, paid=paid)

    def each_of_them(self, clause: Clause) -> list[ProjectFact]:
        """…产业园,…生产线,均计划年底前开工: each of the works that the sentence named is meant.

        前者正在装修,后者主体封顶,均须在8月交付: or both of two that were told of by turns.
        """
        works = self.opened if len(self.opened) > 1 else self.pair
        by_turns = works is self.opened or bool(self.current and self.current[0] in works)
        named = len(works) > 1 and by_turns and _EACH_OF_THEM.match(clause.text)
        return [each for each in works if each.due_on is None] if named else []

    def around(self, paid: bool) -> Around:
        return Around(
            over=self.over_line,
            money_before=any(each.sums for each in self.segment[-2:-1]),
            after_a_work=bool(self.current or self.recent),
            paid=paid or self.costs_next,
            paid_before=bool(self.pending),
            goes_on=bool(self.current),
            told_of=self.told_of,
        )

    def all_meant(self, clause: Clause, predicate: Predicate) -> list[ProjectFact]:
        """预计10月底前全部完工: all works of the sentence of which no day was told."""
        if not (TOGETHER.search(clause.text) and predicate.says_nothing_new):
            return []
        return [each for each in self.opened if each.due_on is None]

    def only_goes_there(self, clause: Clause, predicate: Predicate) -> bool:
        """记者在县医院迁建项目施工现场看到: where one stands, and nothing told of it yet."""
        site = site_of(clause)
        return site is not None and site.at_work and not predicate.verb and not clause.sums

    def meant(self, clause: Clause, predicate: Predicate) -> Topic | None:
        """The work that 该项目 means, or 学校 after 求实学校, where none was told of yet."""
        if predicate.anaphor:
            meant = self.memory.meant_in(self.segment)
            if meant is None or not may_mean(clause, meant.name):
                return None
            if clause.sums or clause.sizes or clause.dates or stage_words(clause.text):
                return meant
            self.memory.heading = meant  # 该馆选址城东,…,造价3.9亿元
            return None
        if points(clause) and clause.sums and (again := self.memory.pointed_at(clause)):
            return again
        sized = any(is_size(clause, each) for each in clause.sizes)
        tells = clause.sums or sized or clause.dates or stage_words(clause.text)
        if self.current or self.recent or not tells:
            return None
        return self.memory.named_again(clause)

    def one_of_two_named(self, sentence: Sentence, clause: Clause) -> list[ProjectFact]:
        """前者4月复工, behind …察看了风光带改造工程和县第四小学: two that a clause only named.

        Two that were told of are meant, unless the clause right before names two others.
        """
        one = one_of_two(clause)
        near = self.current or self.recent
        if not one or (one == _SECOND and near and near[0] in self.pair):
            return []
        told = pair_told(near, self.recent, self.pair)
        names = pair_named(self.segment[-2:-1] if told else [*self.before, *self.segment[:-1]])
        if not names:
            return []
        self.pair = [self.fact(name, sentence) for name in names]
        return [self.pair[one - 1]]

    def phase_of_whole(self, sentence: Sentence) -> Topic | None:
        """该基地…分三期建设 after 风光储基地一期: the phase of which the whole is told."""
        near = self.current or self.recent
        if len(near) != 1 or not phases_told(sentence.text) or not whole_of_phase(near[0].name):
            return None
        return Topic(near[0].name, is_work=True)

    def told_last(self) -> Topic | None:
        """The work that a clause means at its end: …投入3亿元盘活该项目."""
        near = self.current or self.recent
        return Topic(near[-1].name, is_work=True) if near else self.memory.meant_in(self.segment)

    def told_before(self, sentence: Sentence, mood: Mood) -> list[ProjectFact]:
        """学校设有18个教学班: the work of the sentence before, whose sizes this one tells.

        What sets tasks or sums up what was done tells of other things; so does another paragraph.
        """
        begins = len(self.segment) == 1 and is_pure(self.segment[0])  # 路线全长74公里,力争4月开工
        sums_up = mood == "planned" or "done" in labels_in(sentence.text)
        of_others = self.opened or ((sums_up or self.place <= 1) and not begins)
        return self.recent if len(self.recent) == 1 and not of_others else []

    def topic(self, sentence: Sentence, clause: Clause, predicate: Predicate) -> Topic | None:
        """What a clause that tells a cost or a dated stage, but no name, may be about."""
        if predicate.anaphor or self.of_parts or not tells_of_a_work(clause, predicate):
            return None
        topic = topic_of(self.segment, listed=self.over_works) or self.memory.heading
        if sentence.counts_works and not (topic and stands_for_itself(topic)):
            return None
        if topic and points(self.segment[0]) and topic.name in self.segment[0].text:
            topic = self.memory.pointed_at(self.segment[0]) or topic
        if topic:
            return None if points(clause) and topic.name not in clause.text else topic
        if self.memory.site and not self.projects:
            return self.memory.site
        told = clause.sums or (predicate.dates and not self._speaks_of_others())
        first = told and not self.projects and not is_paid_by_all(clause)
        return self.memory.last_work() if first else None  # 农贸市场又脏又挤。总投资4200万元

    def _speaks_of_others(self) -> bool:
        """600套公寓正在装修,年底入住: the part of the sentence has things of its own."""
        if any(each.sizes for each in self.segment):
            return True
        return any(len(word) > 1 for each in self.segment for _, word, _ in HEADS.every(each.text))


def _may_be_fixed(fact: ProjectFact) -> bool:
    """Whether no day was told of a work, or but the year of them all."""
    return fact.due_on is None or fact.due_precision == "year"
