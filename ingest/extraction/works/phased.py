"""Which phase of a work a clause tells of: 二期 behind its work, 项目二期, one told of before."""

from __future__ import annotations

from dataclasses import dataclass

from ingest.extraction.clauses.openings import past_adverbs, past_its_work, past_opening
from ingest.extraction.clauses.predicates import Predicate
from ingest.extraction.clauses.sentences import Clause
from ingest.extraction.names.things import Topic, stands_for_itself
from ingest.extraction.words.moods import stage_words
from ingest.extraction.works.account import Account
from ingest.extraction.works.phases import (
    is_a_phase,
    is_of_a_phase,
    is_of_a_thing_in_it,
    name_of_phase,
    ordinal_of,
    past_what_it_is,
    phase_at,
    phase_ordinal,
)
from ingest.extraction.works.topics import topic_of

_LOOKING_BACK = 12  # projects
_BEGINNING, _ENDING = 2, 3  # characters


@dataclass
class Phased(Account):
    """Names the phase that a clause means, and enters nothing."""

    def phase_named(self, clause: Clause, predicate: Predicate) -> str | None:
        """The name of the phase that a clause tells something of, after its work."""
        said = past_what_it_is(clause.text[past_adverbs(clause.text) :])
        phase = phase_at(said) or phase_at(past_its_work(said))
        lately = self.current or self.recent
        goes_through = any(is_a_phase(each.name) for each in lately)  # 一期投产;二期260套
        if phase is None:
            return self._phase_told_before(clause)
        if is_of_a_thing_in_it(clause, said[phase.end() :]):
            return None  # 一期库区防渗层已铺设完毕
        sized = clause.text.startswith("其中") and clause.sizes  # 其中一期建设风电50万千瓦
        if not (goes_through or clause.sums or sized or stage_words(said) or predicate.dates):
            return None
        near = [each.name for each in self.current if not is_of_a_phase(each.name)]
        if not near and (begun := self._begun_with()):
            near = [begun.name]
        near = near or self._told_of_before()
        if not near:
            return None
        for name in reversed(near):
            if ordinal_of(name) == phase_ordinal(phase):
                return name  # 酿酒技改项目二期 is told of again
        return name_of_phase(near[-1], phase)

    def phase_of_it(self, clause: Clause, predicate: Predicate) -> str | None:
        """项目二期拟于明年3月启动: the phase of the work that is told of, and not the work."""
        said = clause.text[past_adverbs(clause.text) :]
        phase = phase_at(past_its_work(said)) if predicate.anaphor else None
        near = self.current or self.recent
        if phase is None or len(near) != 1 or phase.start() or is_a_phase(near[0].name):
            return None
        told = clause.sums or stage_words(said) or predicate.dates
        return name_of_phase(near[0].name, phase) if told else None

    def _told_of_before(self) -> list[str]:
        """The works of the sentence before, else what the paragraph went on to speak of.

        东关小区改造10月完工。河道治理进入尾声。二期12月底前验收
        Of an earlier paragraph none is meant where this one speaks of another.
        """
        recent = [each.name for each in self.recent if not is_of_a_phase(each.name)]
        here = any(each in self.opened for each in self.recent)  # …项目分三期,…;二期投资…
        topic = topic_of(self.segment) if here else self.memory.work_before(self.segment)
        phased = any(is_a_phase(each.name) for each in self.recent)  # 一期投产;二期260套
        phased = phased and not self.carried
        if topic is None or phased or any(_may_be_one(topic.name, each) for each in recent):
            return recent
        named = stands_for_itself(topic) and not topic.name[0].isdigit()
        return [topic.name] if not recent or named else recent

    def _phase_told_before(self, clause: Clause) -> str | None:
        """12月底一期全容量投产: a phase that is a work of its own already, behind its day."""
        phase = phase_at(clause.text[past_opening(clause) :])
        names = [each.name for each in self.projects[-_LOOKING_BACK:] if phase]
        known = [name for name in names if ordinal_of(name) == phase_ordinal(phase)]
        return known[-1] if len(known) == 1 else None

    def _begun_with(self) -> Topic | None:
        """The work with which this part of a sentence begins: 鑫达产业园占地260亩,二期…"""
        topic = topic_of(self.segment)
        begins = topic and topic.is_work and self.segment[0].text.startswith(topic.name)
        return topic if begins and len(self.segment) > 1 else None


def _may_be_one(one: str, other: str) -> bool:
    """Whether a thing may be a work told of before: they begin alike, or it holds how that ends."""
    return one in other or other[-_ENDING:] in one or one[:_BEGINNING] == other[:_BEGINNING]
