"""The projects of an article: names, sums, sizes, stages and due dates, bound to each other.

A clause that names a work opens a project. What follows without a subject of its own
(`早日投运`, `总投资3亿元`, `该项目占地20亩`) goes on about it; a sum before a name waits for it.
Behind a semicolon the next thing is told.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

from ingest.extraction.account import Account
from ingest.extraction.belonging import (
    are_parts,
    begins_anew,
    goes_on_alone,
    may_be_of_another,
    tells_progress,
)
from ingest.extraction.binding import Binding
from ingest.extraction.clauses import (
    costs_next,
    is_paid_by_all,
    is_pure,
    pays_for_next,
    tells_all_history,
    tells_history,
    tells_more,
    tells_of_a_work,
    tells_parts,
    tells_who_pays,
)
from ingest.extraction.constructions import is_a_heading, tendered
from ingest.extraction.lists import HEADS, one_of
from ingest.extraction.moods import Mood, labels_in, stage_words
from ingest.extraction.nameable import is_common, is_numbered_house
from ingest.extraction.phases import phases_told, whole_of_phase
from ingest.extraction.pointing import points
from ingest.extraction.predicates import NUMBERED, Predicate, read_predicate
from ingest.extraction.references import may_mean, one_of_two, spoken_of
from ingest.extraction.sentences import Clause, Date, Sentence, segments
from ingest.extraction.sizes import is_size, sizes_told
from ingest.extraction.telling import Told, time_set
from ingest.extraction.things import Topic, site_of, stands_for_itself
from ingest.extraction.topics import costed, pair_in, topic_of
from ingest.extraction.works import Around, lists_deeds, works_named
from ingest.proposal import MEASURES, ProjectFact

_LABEL = re.compile(
    r"(?:^|[ ;]|^[(]?[0-9一二三四五六七八九十]+[)、.])"
    rf"(?:{one_of('label of a name')}|[^,;]{{0,10}}(?:公告|公示))$"
)
_MEANT_LAST = re.compile("(?:该|这一|此|这个)(?:项目|工程)(?:建设)?$")
_TOGETHER = re.compile(one_of("all", "together"))
# 标志着这个总投资4.2亿元的项目正式投产: the one told of, by its cost.
_POINTED_AT = re.compile(f"[这该]{one_of('piece')}[^,0-9]{{0,4}}{one_of('cost')}[^,]*元的")
_ALL_ALIKE = re.compile(one_of("all alike"))
_EACH_OF_THEM = re.compile(one_of("each of them"))
_SHORTEST = 4


@dataclass
class Reading(Account):
    """Decides of each clause which works it tells of, and enters it in the account."""

    of_parts: bool = False  # whether the sentence tells how far the work told of has come
    costs_next: bool = False  # whether the next clause only tells what this one's work costs
    pays_for_next: bool = False  # whether it only tells who pays for what is named next

    def begin_paragraph(self) -> None:
        """A new paragraph goes on about the work of the article, where it has but one."""
        self.recent = self.projects[:1] if len(self.projects) == 1 else []
        self.opened = []
        self.carried = bool(self.recent)
        self.bind = Binding()
        self.memory.begin_paragraph()

    def read(self, sentence: Sentence, mood: Mood, under: Date | None = None) -> None:
        """Takes in the next sentence, in the mood in which it is to be read.

        `under`: the date of the heading or plan that it stands under.
        """
        self.under = under
        self.phases = max(self.phases, phases_told(sentence.text))
        self.opened_before = self.opened or self.opened_before
        self.current, self.opened, self.unowned, self.over_text = [], [], [], ""
        self.over_works, self.over_line = False, self._heading_over(sentence)
        if begins_anew(sentence, self.recent):
            self.recent = []
        self.of_parts = tells_progress(sentence, self.recent)
        if NUMBERED.match(sentence.text):
            self.recent = []  # the next item of a list is another thing
        if tells_all_history(sentence.clauses, self.issue_date):
            return
        for segment in segments(sentence.clauses):
            self._begin_segment()
            for index, clause in enumerate(segment):
                self.segment = segment[: index + 1]
                self.costs_next = costs_next(segment[index + 1 : index + 2])
                self.pays_for_next = pays_for_next(clause, segment[index + 1 : index + 2])
                before = segment[index - 1] if index else None
                if before and before.stop == ":" and _LABEL.search(before.text):
                    self._labelled(sentence, before, clause, mood)
                else:
                    self._clause(sentence, clause, mood)
                self._let_stand(clause)
        self.recent = self.current or self.recent
        if self.memory.hear(sentence, told=bool(self.current)):
            self.recent = []

    def _heading_over(self, sentence: Sentence) -> str:
        """其中投资额居前的是: on a line of its own, for the numbered items under it."""
        text = sentence.text.strip()
        if text.endswith(":"):
            self.head_line = text.rstrip(":")
        elif not NUMBERED.match(text):
            self.head_line = ""
        return "" if text.endswith(":") else self.head_line

    def _begin_segment(self) -> None:
        self.recent = self.current or self.recent
        self.current, self.pending, self.standing_date = [], [], None

    def _let_stand(self, clause: Clause) -> None:
        """年内新增停车位1500个,建成实验学校: the year of a clause holds for those after it."""
        dates = read_predicate(clause).dates
        opens = dates and dates[-1].start - clause.start <= 2
        if opens and dates[-1].find.precision == "year" and self.standing_date is None:
            self.standing_date = dates[-1]

    def _clause(self, sentence: Sentence, clause: Clause, mood: Mood) -> None:
        predicate = read_predicate(clause)
        if is_a_heading(clause):
            if name := tendered(clause):  # …门诊楼施工中标公示 招标人:
                self.current = [self.fact(name, sentence)]
                self.current[0].stage = self.current[0].tense = "planned"
                return
            self.over_text, self.over_works = clause.text, bool(HEADS.every(clause.text))
            self.over_line = ",".join(each.text for each in self.segment)
            if predicate.dates and predicate.stage:  # 一季度新开工项目:甲、乙
                self.standing_date = predicate.dates[-1]
            return
        told = Told(sentence, clause, predicate, mood)
        paid = any(each.measure in MEASURES for each in clause.sums)
        if (
            self.carried
            and self.recent
            and predicate.anaphor
            and not may_mean(clause, self.recent[0].name)
        ):
            self.recent = []
        if self._anaphor_of_another(predicate) and (own := self.memory.work_before(self.segment)):
            self.adopt(told, own)
        elif predicate.anaphor and (phased := self._phase_of_whole(sentence)):
            self.adopt(told, phased)
        elif paid and len(self.current) == 1 and _POINTED_AT.search(clause.text):
            self.go_on(told, self.current, again=True)
        elif (fixed := time_set(clause)) and (meant := self._fixed_for(sentence, clause)):
            self.fix(told, meant, *fixed)
        elif phase := self.phase_of_it(clause, predicate):
            self.tell_of_phase(told, phase)
        elif all_named := self._each_of_them(clause):
            self.go_on(told, all_named, again=True)
        elif before := spoken_of(clause, predicate, self.projects, self.current, self.recent):
            self.go_on(told, before, again=True)
        elif phase := self.phase_named(clause, predicate):
            self.tell_of_phase(told, phase)
        elif paid and _MEANT_LAST.search(clause.text) and (own := self._spoken_of()):
            self.adopt(told, own)
        elif topic := self._meant(clause, predicate):
            self.adopt(told, topic)
        elif tells_parts(clause) and (whole := self.current or self.recent):
            if predicate.dates and stage_words(clause.text):
                self.go_on(told, whole)
        elif paid and self.pays_for_next:
            self.pending += [each for each in clause.sums if each.measure in MEASURES]
        elif self._only_goes_there(clause, predicate) or tells_history(clause, self.issue_date):
            return
        elif named := works_named(self.segment, predicate, self._around(paid)):
            listed = lists_deeds(self.over_line)
            if self.of_parts and not predicate.dates:
                self.current = self.recent
            elif not listed and are_parts(clause, predicate, named, self.current or self.recent):
                self.go_on(told, self.current or self.recent)
            elif not is_numbered_house(named[0].name):
                self.open(told, named)
        elif paid and self.current and (topic := costed(clause)):
            self.adopt(told, topic)
        elif self.current and tells_more(clause, predicate, paid):
            self.go_on(told, self._all_meant(clause, predicate) or self.current)
        elif predicate.says_nothing_new and predicate.dates and not predicate.stage:
            self.standing_date = predicate.dates[-1]
        elif topic := self._topic(sentence, clause, predicate):
            self.adopt(told, topic)
        elif self.recent and self._goes_on_alone(predicate, paid=paid and not self.pending):
            all_of_them = _TOGETHER.search(clause.text) and self.opened
            self.go_on(told, list(all_of_them or self.recent))
        elif paid and (is_pure(clause) or tells_who_pays(clause)):
            self.pending += [each for each in clause.sums if each.measure in MEASURES]
        elif near := self.current or self._told_before(sentence, mood):
            strict = may_be_of_another(sentence, mood, self.current, told_of=self.told_of)
            self.bind.sizes(near[-1], sentence, clause, sizes_told(clause, strict=strict))

    def _fixed_for(self, sentence: Sentence, clause: Clause) -> list[ProjectFact]:
        """竣工时间统一卡在11月底: all works of the sentence before, else the one told of."""
        alike = _ALL_ALIKE.search(clause.text) and not self.current
        of_all = [each for each in self.opened_before if each.due_on is None] if alike else []
        if told := of_all or self.current or self.recent:
            return told
        topic = topic_of(self.segment) if len(self.segment) > 1 else None
        named = topic is not None and topic.is_work and not is_common(topic.name)
        return [self.fact(topic.name, sentence)] if topic and named else []

    def _goes_on_alone(self, predicate: Predicate, *, paid: bool) -> bool:
        """总投资3亿元; 目前,5.8公里河道已完工,7月10日开放: of the work of the sentence before."""
        segment = self.segment[-1:] if self.of_parts else self.segment
        return goes_on_alone(segment, predicate, paid=paid)

    def _anaphor_of_another(self, predicate: Predicate) -> bool:
        """Whether 工程 in a new paragraph may mean a work that this paragraph spoke of."""
        return self.carried and predicate.anaphor and not self.of_parts

    def _each_of_them(self, clause: Clause) -> list[ProjectFact]:
        """…产业园,…生产线,均计划年底前开工: each of the works that the sentence named is meant."""
        named = len(self.opened) > 1 and _EACH_OF_THEM.match(clause.text)
        return [each for each in self.opened if each.due_on is None] if named else []

    def _around(self, paid: bool) -> Around:
        return Around(
            over=self.over_line,
            money_before=any(each.sums for each in self.segment[-2:-1]),
            paid=paid or self.costs_next,
            paid_before=bool(self.pending),
            goes_on=bool(self.current),
            told_of=self.told_of,
        )

    def _all_meant(self, clause: Clause, predicate: Predicate) -> list[ProjectFact]:
        """预计10月底前全部完工: all works of the sentence of which no day was told."""
        if not (_TOGETHER.search(clause.text) and predicate.says_nothing_new):
            return []
        return [each for each in self.opened if each.due_on is None]

    def _only_goes_there(self, clause: Clause, predicate: Predicate) -> bool:
        """记者在县医院迁建项目施工现场看到: where one stands, and nothing told of it yet."""
        site = site_of(clause)
        return site is not None and site.at_work and not predicate.verb and not clause.sums

    def _meant(self, clause: Clause, predicate: Predicate) -> Topic | None:
        """The work that 该项目 means, or 学校 after 求实学校, where none was told of yet."""
        if one := one_of_two(clause):
            pair = pair_in(self.segment[:-1])
            return pair[one - 1] if pair else None
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

    def _phase_of_whole(self, sentence: Sentence) -> Topic | None:
        """该基地…分三期建设 after 风光储基地一期: the phase of which the whole is told."""
        near = self.current or self.recent
        if len(near) != 1 or not phases_told(sentence.text) or not whole_of_phase(near[0].name):
            return None
        return Topic(near[0].name, is_work=True)

    def _spoken_of(self) -> Topic | None:
        """The work that a clause means at its end: …投入3亿元盘活该项目."""
        near = self.current or self.recent
        return Topic(near[-1].name, is_work=True) if near else self.memory.meant_in(self.segment)

    def _told_before(self, sentence: Sentence, mood: Mood) -> list[ProjectFact]:
        """学校设有18个教学班: the work of the sentence before, whose sizes this one tells.

        What sets tasks or sums up what was done tells of other things.
        """
        of_others = self.opened or mood == "planned" or "done" in labels_in(sentence.text)
        return self.recent if len(self.recent) == 1 and not of_others else []

    def _topic(self, sentence: Sentence, clause: Clause, predicate: Predicate) -> Topic | None:
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
        first = clause.sums and not self.projects and not is_paid_by_all(clause)
        return self.memory.last_work() if first else None  # 农贸市场又脏又挤。总投资4200万元

    def _labelled(self, sentence: Sentence, before: Clause, clause: Clause, mood: Mood) -> None:
        """项目名称:第二中学宿舍楼; what follows the label is the name."""
        name = clause.text.strip().split(" ")[0]
        announced = before.text.endswith(("公告", "公示"))
        if announced and not HEADS.before(name, len(name)):
            self._clause(sentence, clause, mood)
        elif len(name) >= _SHORTEST:
            self.current = [self.fact(name, sentence)]
            self.current[0].tense = "planned"
            if HEADS.before(bare := name.partition("(")[0], len(bare)) and not is_common(bare):
                self.governed += self.current
            if announced and not before.text.startswith(("中标", "成交")):
                self.current[0].stage = "planned"  # 环评公示, 招标公告: all is still to come
