"""The projects of an article: names, sums, sizes, stages and due dates, bound to each other.

A clause that names a work opens a project. What follows without a subject of its own
(`早日投运`, `总投资3亿元`, `该项目占地20亩`) goes on about it; a sum before a name waits for it.
Behind a semicolon the next thing is told.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import date

from ingest.extraction.belonging import (
    are_parts,
    begins_anew,
    goes_on_alone,
    may_be_of_another,
)
from ingest.extraction.binding import Binding, goes_back, set_due, tell_stage, whole_of_one
from ingest.extraction.ceremonies import occasion_of
from ingest.extraction.clauses import (
    costs_next,
    dates_each,
    does_it_all,
    is_own,
    is_paid_by_all,
    is_pure,
    pays_for_next,
    tells_all_history,
    tells_history,
    tells_more,
    tells_of_a_work,
    tells_other_money,
    tells_parts,
    tells_who_pays,
)
from ingest.extraction.lists import GOVERN, HEADS, one_of
from ingest.extraction.memory import Memory
from ingest.extraction.moods import Mood, labels_in, stage_words, tense_of
from ingest.extraction.nameable import is_common
from ingest.extraction.naming import joined
from ingest.extraction.phases import (
    end_with_last_phases,
    is_a_phase,
    is_of_a_phase,
    name_of_phase,
    phase_at,
    phases_told,
    whole_of_phase,
)
from ingest.extraction.phrases import Named
from ingest.extraction.predicates import NUMBERED, Predicate, points, read_predicate
from ingest.extraction.references import (
    is_called,
    is_in_full,
    may_mean,
    one_of_two,
    past_adverbs,
    past_its_work,
    spoken_of,
)
from ingest.extraction.sectors import sector_of
from ingest.extraction.sentences import Clause, Date, Sentence, Sum, counted_works, segments
from ingest.extraction.sizes import is_size, sizes_told
from ingest.extraction.telling import Told, stage_before_name
from ingest.extraction.topics import Site, Topic, costed, pair_in, site_of, topic_of
from ingest.extraction.works import Around, works_named
from ingest.proposal import MEASURES, ProjectFact

_LABEL = re.compile(
    r"(?:^|[ ;]|^[(]?[0-9一二三四五六七八九十]+[)、.])"
    rf"(?:{one_of('label of a name')}|[^,;]{{0,10}}(?:公告|公示))$"
)
_NOTICE = re.compile("(?:项目|工程)[^,]{0,8}(?:公告|公示)$")  # 档案馆新馆项目公开招标公告:
_MEANT_LAST = re.compile("(?:该|这一|此|这个)(?:项目|工程)(?:建设)?$")
_TOGETHER = re.compile(one_of("all", "together"))
_SHORTEST = 4
_LOOKING_BACK = 12  # projects


@dataclass
class Reading:
    """What is known of one article's projects while its sentences go by."""

    key: str
    issue_date: date
    projects: list[ProjectFact] = field(default_factory=list)
    phases: int = 0
    governed: list[ProjectFact] = field(default_factory=list)  # by a verb of building
    visited: list[ProjectFact] = field(default_factory=list)  # where one stands, and nobody builds
    recent: list[ProjectFact] = field(default_factory=list)
    current: list[ProjectFact] = field(default_factory=list)
    opened: list[ProjectFact] = field(default_factory=list)  # by this sentence
    pending: list[Sum] = field(default_factory=list)
    unowned: list[Sum] = field(default_factory=list)  # of all works together, none of them
    bind: Binding = field(default_factory=Binding)
    standing_date: Date | None = None
    under: Date | None = None  # of the heading over the sentence
    over_text: str = ""  # the heading of the list that this sentence goes through
    over_works: bool = False  # whether that heading speaks of works
    told_of: bool = False
    carried: bool = False  # whether the recent work is that of an earlier paragraph
    memory: Memory = field(default_factory=Memory)
    segment: Sequence[Clause] = ()
    costs_next: bool = False  # whether the next clause only tells what this one's work costs
    pays_for_next: bool = False  # whether it only tells who pays for what is named next

    @property
    def used(self) -> set[tuple[int, int]]:
        """The places of the figures that have found their work."""
        return self.bind.used

    def begin_paragraph(self) -> None:
        """A new paragraph goes on about the work of the article, where it has but one."""
        self.recent = self.projects[:1] if len(self.projects) == 1 else []
        self.carried = bool(self.recent)
        self.bind = Binding()
        self.memory.begin_paragraph()

    def read(self, sentence: Sentence, mood: Mood, under: Date | None = None) -> None:
        """Takes in the next sentence, in the mood in which it is to be read.

        `under`: the date of the heading or plan that it stands under.
        """
        self.under = under
        self.phases = max(self.phases, phases_told(sentence.text))
        self.current, self.opened, self.unowned, self.over_text = [], [], [], ""
        self.over_works = False
        if begins_anew(sentence, self.recent):
            self.recent = []
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

    def told(self) -> list[ProjectFact]:
        """The projects of the article. A common thing is none where nothing else is told of it."""
        end_with_last_phases(self.projects, self.phases)
        return [each for each in self.projects if self._is_told_of(each)]

    def _is_told_of(self, fact: ProjectFact) -> bool:
        """Whether the article tells what a work costs, by when or how far, or who is to build it.

        在…光伏产业园,…并网规模85万千瓦 speaks of a place; a common thing (文化广场) needs more.
        """
        if fact.investments or fact.due_on:
            return True
        told = fact.stage is not None or fact in self.governed
        runs = fact in self.visited and fact.stage == "operating"
        return told and not runs and (bool(fact.capacities) or not is_common(fact.name))

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
        if clause.stop == ":" and not clause.sums and not _NOTICE.search(clause.text):
            self.over_text, self.over_works = clause.text, bool(HEADS.every(clause.text))
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
        if self.carried and predicate.anaphor and (own := self.memory.work_before(self.segment)):
            self._adopt(told, own)
        elif before := spoken_of(clause, predicate, self.projects, self.current, self.recent):
            self._go_on(told, before, again=True)
        elif phase := self._phase(clause, predicate):
            self._tell_of_phase(told, phase)
        elif paid and _MEANT_LAST.search(clause.text) and (own := self._spoken_of()):
            self._adopt(told, own)
        elif topic := self._meant(clause, predicate):
            self._adopt(told, topic)
        elif tells_parts(clause) and (whole := self.current or self.recent):
            if predicate.dates and stage_words(clause.text):
                self._go_on(told, whole)
        elif paid and self.pays_for_next:
            self.pending += [each for each in clause.sums if each.measure in MEASURES]
        elif self._only_goes_there(clause, predicate) or tells_history(clause, self.issue_date):
            return
        elif named := works_named(self.segment, predicate, self._around(paid)):
            if are_parts(clause, predicate, named, self.current or self.recent):
                self._go_on(told, self.current or self.recent)
            else:
                self._open(told, named)
        elif paid and self.current and (topic := costed(clause)):
            self._adopt(told, topic)
        elif self.current and tells_more(clause, predicate, paid):
            self._go_on(told, self._all_meant(clause, predicate) or self.current)
        elif predicate.says_nothing_new and predicate.dates and not predicate.stage:
            self.standing_date = predicate.dates[-1]
        elif topic := self._topic(sentence, clause, predicate):
            self._adopt(told, topic)
        elif self.recent and goes_on_alone(self.segment, predicate, paid=paid and not self.pending):
            all_of_them = _TOGETHER.search(clause.text) and self.opened
            self._go_on(told, list(all_of_them or self.recent))
        elif paid and (is_pure(clause) or tells_who_pays(clause)):
            self.pending += [each for each in clause.sums if each.measure in MEASURES]
        elif near := self.current or self._told_before(sentence, mood):
            strict = may_be_of_another(sentence, mood, self.current, told_of=self.told_of)
            self.bind.sizes(near[-1], sentence, clause, sizes_told(clause, strict=strict))

    def _around(self, paid: bool) -> Around:
        return Around(
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
        if predicate.anaphor or not tells_of_a_work(clause, predicate):
            return None
        if any(counted_works(each) for each in sentence.clauses if each.stop != ":"):
            return None
        if topic := topic_of(self.segment, listed=self.over_works) or self.memory.heading:
            return None if points(clause) and topic.name not in clause.text else topic
        if self.memory.site and not self.projects:
            return self.memory.site
        first = clause.sums and not self.projects and not is_paid_by_all(clause)
        return self.memory.last_work() if first else None  # 农贸市场又脏又挤。总投资4200万元

    def _adopt(self, told: Told, topic: Topic) -> None:
        """半导体靶材基地通过审查,6月打桩: what the sentence speaks of is the work."""
        in_phases = phases_told(told.sentence.text) > 0
        whole = whole_of_phase(topic.name) if in_phases else None  # 该基地…分三期建设
        fact = self._fact(whole or topic.name, told.sentence)
        if isinstance(topic, Site) and not topic.at_work:
            self.visited.append(fact)
        fact.tense = tense_of(told.clause.text, told.mood, bool(told.predicate.dates))
        named = False
        for clause in self.segment:
            if topic.name in clause.text:
                fact.stage, named = fact.stage or stage_before_name(clause.text), True
            if named:
                of_it = sizes_told(clause, topic.name)
                self.bind.sizes(fact, told.sentence, clause, of_it)
        self.bind.sums(fact, told.sentence, self.pending)
        self.pending, self.told_of = [], True
        self._go_on(told, [fact], again=True)

    def _phase(self, clause: Clause, predicate: Predicate) -> str | None:
        """The name of the phase that a clause tells something of, after its work."""
        said = clause.text[past_adverbs(clause.text) :]
        phase = phase_at(said) or phase_at(past_its_work(said))
        goes_through = any(is_a_phase(each.name) for each in self.current)  # 一期投产,二期装修
        if phase is None or not (
            goes_through or clause.sums or stage_words(said) or predicate.dates
        ):
            return None
        near = [each.name for each in self.current if not is_of_a_phase(each.name)]
        if not near and (begun := self._begun_with()):
            near = [begun.name]
        near = near or [each.name for each in self.recent if not is_of_a_phase(each.name)]
        if not near and (topic := self.memory.work_before(self.segment)):
            near = [topic.name]
        return name_of_phase(near[-1], phase) if near else None

    def _begun_with(self) -> Topic | None:
        """The work with which this part of a sentence begins: 鑫达产业园占地260亩,二期…"""
        topic = topic_of(self.segment)
        begins = topic and topic.is_work and self.segment[0].text.startswith(topic.name)
        return topic if begins and len(self.segment) > 1 else None

    def _tell_of_phase(self, told: Told, name: str) -> None:
        """二期总投资13.6亿元, 8月浇筑…: what is told of a phase is told of a work of its own."""
        self.pending = []
        self._go_on(told, [self._fact(name, told.sentence)], again=True)
        for each in self.current[0].investments:
            each.kind = "total" if each.kind == "part" else each.kind

    def _labelled(self, sentence: Sentence, before: Clause, clause: Clause, mood: Mood) -> None:
        """项目名称:第二中学宿舍楼; what follows the label is the name."""
        name = clause.text.strip().split(" ")[0]
        announced = before.text.endswith(("公告", "公示"))
        if announced and not HEADS.before(name, len(name)):
            self._clause(sentence, clause, mood)
        elif len(name) >= _SHORTEST:
            self.current = [self._fact(name, sentence)]
            self.current[0].tense = "planned"
            if announced and not before.text.startswith(("中标", "成交")):
                self.current[0].stage = "planned"  # 环评公示, 招标公告: all is still to come

    def _open(self, told: Told, named: list[Named]) -> None:
        clause, predicate = told.clause, told.predicate
        due = told.due() or self.standing_date
        tense = tense_of(clause.text, told.mood, due is not None)
        named = joined(clause, named)
        owned = {said.figure.start for one in named for said in one.sums}
        loose = [each for each in clause.sums if each.figure.start not in owned]
        if clause.text.startswith("其中"):  # 总投资1900万元,其中甲工程…: the sum is of them all
            self.unowned, self.pending = [*self.unowned, *self.pending], []
            if not self.current and len(named) == 1:
                loose = whole_of_one(loose)
        sums_before = [*self.pending, *loose]
        opened = []
        governs = bool(GOVERN.every(clause.text.partition(named[0].name)[0]))
        for one in named:
            fact = self._fact(one.name, told.sentence)
            fact.tense = tense
            if governs:
                self.governed.append(fact)
            if stage := self._stage_of(told):
                fact.stage, fact.term_quote = stage, told.sentence.quote
            under = self.under if tense == "planned" and not fact.due_on else None
            if day := due or under:
                set_due(fact, told.sentence, day)
            self.bind.sums(fact, told.sentence, [*one.sums, *sums_before])
            self.bind.sizes(fact, told.sentence, clause, one.sizes)
            sums_before = []
            opened.append(fact)
        if len(opened) == 1:
            own = [each for each in clause.sizes if is_own(clause, each)]
            self.bind.sizes(opened[0], told.sentence, clause, own)
            of_it = sizes_told(clause, opened[0].name)
            self.bind.sizes(opened[0], told.sentence, clause, of_it)
        self.current, self.pending = opened, []
        self.told_of = not predicate.verb

    def _stage_of(self, told: Told) -> str | None:
        """The stage that a clause tells of the works it names."""
        text = told.clause.text
        said = told.predicate.stage or stage_before_name(text) or occasion_of(told.clause)
        return said or self._stage_over()

    def _stage_over(self) -> str | None:
        """一季度拟新开工项目:甲园、乙路: the stage that a list's heading tells of all its works."""
        words = stage_words(self.over_text) if self.over_text else ()
        return words[-1][2] if words else None

    def _go_on(self, told: Told, facts: list[ProjectFact], *, again: bool = False) -> None:
        clause, predicate = told.clause, told.predicate
        due = told.due() or self.standing_date
        if due and not again and all(goes_back(each, predicate.stage) for each in facts):
            return  # 分拣中心投入使用。…引进一家企业,争取8月开工: of another
        self.current, self.carried = facts, False
        tells = bool(due or predicate.says_nothing_new or predicate.anaphor or again)
        dues: list[Date | None] = [*dates_each(clause, predicate, len(facts))]
        dues = dues or [due] * len(facts)
        for fact, day in zip(facts, dues, strict=True):
            if tells and stage_words(clause.text):
                tell_stage(fact, told.sentence, clause, told.mood, day)
            elif day and not clause.sizes and not tells_other_money(clause):
                set_due(fact, told.sentence, day)
                if does_it_all(clause, predicate):
                    fact.stage, fact.tense = "completed", "planned"
        self.bind.shared(facts, told.sentence, clause)
        told_sizes = {each.start: each for each in sizes_told(clause)}
        own = [told_sizes.get(each.start, each) for each in clause.sizes if is_size(clause, each)]
        self.bind.sizes(facts[0], told.sentence, clause, own)

    def _fact(self, name: str, sentence: Sentence) -> ProjectFact:
        """The project of this name or called so, opened by this sentence where it is new.

        南校区 takes its full name from a sentence that spoke of 实验中学南校区.
        """
        name = self.memory.in_full(name)
        for known in self.projects:
            if known.name == name:
                return known
        for known in reversed(self.projects[-_LOOKING_BACK:]):
            if known not in self.opened and is_called(known.name, name):
                return known
            if known not in self.opened and is_in_full(name, known.name):
                known.name = known.printed_name = name
                return known
        fact = ProjectFact(
            name, self.key, sentence.quote, sector=sector_of(name), printed_name=name
        )
        self.projects.append(fact)
        self.opened.append(fact)
        return fact
