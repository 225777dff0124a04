"""What one article tells of its works: which works it tells of, and what is told of each.

A clause opens works by their names, goes on about those told of before, or makes what the passage
speaks of a work. `projects` decides which of these it does.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from datetime import date

from chinese.dates import GONE_BY
from ingest.extraction.clauses.contents import (
    dates_each,
    does_it_all,
    is_own,
    tells_how_far,
    tells_of_another,
    tells_other_money,
)
from ingest.extraction.clauses.dated_stages import Dated
from ingest.extraction.clauses.predicates import read_predicate
from ingest.extraction.clauses.preparing import prepares
from ingest.extraction.clauses.sentences import Clause, Date, Sentence, Sum
from ingest.extraction.clauses.sizes import but_their_number, is_size, sizes_behind, sizes_told
from ingest.extraction.clauses.telling import Told, stage_before_name, stage_once, stage_put_off
from ingest.extraction.names.naming import joined
from ingest.extraction.names.phrases import Named
from ingest.extraction.names.things import Topic
from ingest.extraction.words.alike import begins_its_name, is_called, is_in_full
from ingest.extraction.words.lists import GOVERN, HEADS, WORDS
from ingest.extraction.words.moods import stage_words, tense_of
from ingest.extraction.words.nameable import is_common, is_the_countys
from ingest.extraction.words.sectors import sector_of
from ingest.extraction.works.announced import ENDS, Announced, Kind, Said, goes_back
from ingest.extraction.works.binding import Binding, costs_each_the_same, whole_of_one
from ingest.extraction.works.ceremonies import occasion_of
from ingest.extraction.works.houses import in_full, new_house_in
from ingest.extraction.works.memory import Memory
from ingest.extraction.works.milestones import Milestones
from ingest.extraction.works.phases import (
    end_with_last_phases,
    phases_told,
    whole_of_phase,
)
from ingest.extraction.works.reached import ReachedStages
from ingest.extraction.works.sites import Site
from ingest.proposal import ProjectFact, Tense

_LOOKING_BACK = 12  # projects
_TWO = 2  # works that 前者 and 后者 mean
_PHASE_OF = 4  # characters of 绿道二期, which is printed with a word for its work
_DOUBT = re.compile("能不能|能否|是否|会不会")  # 年底能不能用,还难说


@dataclass
class Account:
    """What is known of one article's projects while its sentences go by."""

    key: str
    issue_date: date
    projects: list[ProjectFact] = field(default_factory=list)
    phases: int = 0
    governed: list[ProjectFact] = field(default_factory=list)  # by a verb of building
    beside: list[ProjectFact] = field(default_factory=list)  # opened where another was told of
    visited: list[ProjectFact] = field(default_factory=list)  # where one stands, and nobody builds
    recent: list[ProjectFact] = field(default_factory=list)
    current: list[ProjectFact] = field(default_factory=list)
    opened: list[ProjectFact] = field(default_factory=list)  # by this sentence
    opened_before: list[ProjectFact] = field(default_factory=list)  # by the last that opened any
    pair: Sequence[ProjectFact] = ()  # the two that were told of together last
    pending: list[Sum] = field(default_factory=list)
    unowned: list[Sum] = field(default_factory=list)  # of all works together, none of them
    bind: Binding = field(default_factory=Binding)
    announced: Announced = field(default_factory=Announced)
    milestones: Milestones = field(default_factory=Milestones)
    reached: ReachedStages = field(default_factory=ReachedStages)
    standing_date: Date | None = None
    under: Date | None = None  # of the heading over the sentence
    over_text: str = ""  # the heading of the list that this sentence goes through
    over_line: str = ""  # … and all of its line: 十件大事,件件有着落:
    head_line: str = ""  # the heading on a line of its own over numbered items
    sentences: Sequence[Sentence] = ()  # of the paragraph that is read
    place: int = 0  # in its paragraph, behind the sentence that is read
    item: ProjectFact | None = None  # the work at the head of the item that is read
    told_of: bool = False
    carried: bool = False  # whether the recent work is that of an earlier paragraph
    memory: Memory = field(default_factory=Memory)
    untold: list[Sentence] = field(default_factory=list)  # the last that told of no known work
    segment: Sequence[Clause] = ()  # of the sentence, up to the clause that is read
    before: Sequence[Clause] = ()  # the last clauses of the paragraph, up to this segment

    @property
    def used(self) -> set[tuple[int, int]]:
        """The places of the figures that have found their work."""
        return self.bind.used

    @property
    def over_works(self) -> bool:
        """Whether the heading of the list speaks of works."""
        return bool(HEADS.every(self.over_text))

    def is_of_the_item(self) -> bool:
        """Whether nothing but the work at the head of the item is told of."""
        return self.item is not None and self.current == [self.item]

    def lately(self) -> list[ProjectFact]:
        """The works that were told of last."""
        return self.projects[-_LOOKING_BACK:]

    def told(self) -> list[ProjectFact]:
        """The projects of the article. A common thing is none where nothing else is told of it."""
        end_with_last_phases(self.projects, self.phases)
        for each in self.projects:
            each.milestones = self.milestones.of(each, self.announced.reached(each))
        return [each for each in self.projects if self._is_told_of(each)]

    def _is_told_of(self, fact: ProjectFact) -> bool:
        """Whether the article tells what a work costs, by when or how far, or who is to build it.

        在…光伏产业园,…并网规模85万千瓦 speaks of a place; a common thing (文化广场) needs more.
        """
        if fact.investments or fact.due_on:
            return True
        if whole_of_phase(fact.name) and fact.name[-_PHASE_OF:] not in fact.quote:
            return False  # 体育公园总投资…,一期去年开放: a phase of which no more is told
        told = fact.stage is not None or fact in self.governed
        runs = fact in self.visited and fact.stage == "operating"
        which = not is_common(fact.name) or (is_the_countys(fact.name) and fact in self.governed)
        return told and not runs and (bool(fact.capacities) or which)

    def open(self, told: Told, named: list[Named]) -> None:
        """推进甲项目、乙路: a clause names works outright."""
        clause, predicate = told.clause, told.predicate
        own = told.due()
        reported = tense_of(clause.text, told.mood, has_due_date=False) == "done"
        due = own or (None if reported else self.standing_date)  # 全年撤并3所,新校去年已招生
        tense = tense_of(clause.text, told.mood, due is not None)
        if self.over_text and self.under and tense != "done":
            tense = "planned"  # 十件实事:①…②…。以上事项年底前完工
        named = joined(clause, named)
        if self.pending and self._does_other_things_first():
            self.pending = []  # 投资2600万元,拓宽主街道1.2公里,新建农贸市场一处: for both
        owned = {said.figure.start for one in named for said in one.sums}
        loose = [each for each in clause.sums if each.figure.start not in owned]
        if clause.text.startswith("其中"):  # 总投资1900万元,其中甲工程…: the sum is of them all
            self.unowned, self.pending = [*self.unowned, *self.pending], []
            if not self.current and len(named) == 1:
                loose = whole_of_one(loose)
        sums_before = [*self.pending, *loose]
        opened = []
        before = clause.text.partition(named[0].name)[0]
        governs = bool(GOVERN.every(before)) or self._is_signed_for(clause, before)
        dues: list[Date | None] = [*dates_each(clause, predicate, len(named))] if own else []
        dues = dues or [due or (self.under if tense == "planned" else None)] * len(named)
        for one, day in zip(named, dues, strict=True):
            fact = self.fact(one.name, told.sentence)
            if governs:
                self.governed.append(fact)
            stage = self._stage_of(told) or _stage_behind(told, one.name)
            kind: Kind = "stage" if own else "over"
            self.say(fact, told.sentence, stage, tense, day, kind)
            if own and len(named) == 1:
                self._say_what_follows(fact, told)
            self.bind.sums(fact, told.sentence, [*one.sums, *sums_before])
            self.bind.sizes(fact, told.sentence, clause, one.sizes)
            sums_before = []
            opened.append(fact)
        if costs_each_the_same(clause):
            self.bind.shared(opened, told.sentence, clause)
        if len(opened) == 1:
            sizes = [each for each in clause.sizes if is_own(clause, each)]
            self.bind.sizes(opened[0], told.sentence, clause, sizes)
            of_it = sizes_behind(clause, opened[0].name)
            self.bind.sizes(opened[0], told.sentence, clause, of_it)
        self.milestones.hear(opened, told, self.segment)
        self.reached.hear(opened, told.sentence.quote, self.segment)
        self.current, self.pending = opened, []
        self.pair = opened if len(opened) == _TWO else self.pair
        self.told_of = not predicate.verb

    def _does_other_things_first(self) -> bool:
        """Whether a deed stands between a sum that waits and the clause that names a work."""
        last = self.pending[-1].figure.end
        between = (each for each in self.segment[:-1] if each.start > last)
        return any(read_predicate(each).verb and each.sizes for each in between)

    def _is_signed_for(self, clause: Clause, before: str) -> bool:
        """Whether money goes to a work, or a contract on it was won."""
        return "用于" in before or clause.text.startswith(WORDS["price of a contract"])

    def _stage_of(self, told: Told) -> str | None:
        """The stage that a clause tells of the works it names."""
        text = told.clause.text
        if prepares(told.clause):
            return "planned"  # 南环路要在3月底前完成征地
        said = told.predicate.stage or stage_before_name(text) or occasion_of(told.clause)
        return said or self._stage_over()

    def _stage_over(self) -> str | None:
        """一季度拟新开工项目:甲园、乙路: the stage that a list's heading tells of all its works."""
        words = stage_words(self.over_text) if self.over_text else ()
        return words[-1][2] if words else None

    def adopt(self, told: Told, topic: Topic) -> None:
        """半导体靶材基地通过审查,6月打桩: what the sentence speaks of is the work."""
        in_phases = phases_told(told.sentence.text) > 0
        whole = whole_of_phase(topic.name) if in_phases else None  # 该基地…分三期建设
        new = new_house_in(told.clause, topic.name)
        fact = self.fact(whole or f"{topic.name}{new}", told.sentence)
        if isinstance(topic, Site) and not topic.at_work:
            self.visited.append(fact)
        tense = tense_of(told.clause.text, told.mood, bool(told.predicate.dates))
        self.say(fact, told.sentence, None, tense)
        named = not any(topic.name in clause.text for clause in self.segment)
        for clause in self.segment:
            if topic.name in clause.text:
                if not fact.stage:
                    self.say(fact, told.sentence, stage_before_name(clause.text), tense)
                named = True
            if named:
                of_it = sizes_told(clause, topic.name)
                self.bind.sizes(fact, told.sentence, clause, of_it)
        self.bind.sums(fact, told.sentence, self.pending)
        self.pending, self.told_of = [], True
        self.go_on(told, [fact], again=True)

    def tell_of_phase(self, told: Told, name: str) -> None:
        """二期总投资13.6亿元, 8月浇筑…: what is told of a phase is told of a work of its own."""
        self.pending, self.told_of = [], True
        told.clause.of_phase = name
        self.go_on(told, [self.fact(name, told.sentence)], again=True)
        for each in self.current[0].investments:
            each.kind = "total" if each.kind == "part" else each.kind

    def go_on(self, told: Told, facts: list[ProjectFact], *, again: bool = False) -> None:
        """总投资3亿元,年底投用: a clause tells more of the works before it, or `again` of some."""
        clause, predicate = told.clause, told.predicate
        due = told.due() or self.standing_date
        if due and not again and all(goes_back(each, predicate.stage) for each in facts):
            return  # 分拣中心投入使用。…引进一家企业,争取8月开工: of another
        self.current, self.carried = facts, False
        self.pair = facts if len(facts) == _TWO else self.pair
        self.told_of = self.told_of or predicate.anaphor
        if prepares(clause):  # 征地3月底前完成: the day of a step before the work
            for fact in facts:
                if not fact.stage:
                    self.say(fact, told.sentence, "planned", "planned")
            return
        tells = bool(due or predicate.says_nothing_new or predicate.anaphor or again)
        tells, once = tells or tells_how_far(clause), stage_once(clause)
        dues: list[Date | None] = [*dates_each(clause, predicate, len(facts))]
        dues = dues or [due] * len(facts)
        for fact, day in zip(facts, dues, strict=True):
            if tells and stage_words(clause.text):
                self._say_stage(fact, told, day)
            elif day and (once or not clause.sizes) and not _tells_of_other_things(clause):
                reached = once or stage_put_off(self.segment)
                reached = "completed" if does_it_all(clause, predicate) else reached
                alone = reached or predicate.says_nothing_new
                kind: Kind = "stage" if alone else "deed"
                self.say(fact, told.sentence, reached, "planned", day, kind)
            if day and len(facts) == 1:
                self._say_what_follows(fact, told)
        self.milestones.hear(facts, told, self.segment)
        self.reached.hear(facts, told.sentence.quote, self.segment)
        if again and len(facts) == 1 and clause.text.startswith("其中"):
            self.bind.sums(facts[0], told.sentence, whole_of_one(clause.sums))
        self.bind.shared(facts, told.sentence, clause)
        told_sizes = {each.start: each for each in sizes_told(clause)}
        own = [told_sizes.get(each.start, each) for each in clause.sizes if is_size(clause, each)]
        self.bind.sizes(facts[0], told.sentence, clause, but_their_number(own, facts))

    def fix(self, told: Told, facts: list[ProjectFact], stage: str | None, day: Date) -> None:
        """新的通车时间定在今年6月底: the day of a stage, and no more, of the works told of."""
        self.current = facts
        for fact in facts:
            self.say(fact, told.sentence, stage, "planned", day)
            if stage:
                self.milestones.keep(fact, Dated(stage, day), told.sentence.quote)

    def say(
        self,
        fact: ProjectFact,
        sentence: Sentence,
        stage: str | None,
        tense: Tense | None,
        day: Date | None = None,
        kind: Kind = "stage",
    ) -> None:
        """A clause says of a work how far it is, or is to be by a day."""
        found = day.find if day else None
        self.announced.hear(fact, Said(sentence.quote, stage, tense, found, kind))

    def _say_what_follows(self, fact: ProjectFact, told: Told) -> None:
        """清明动手、端午磨出头锅浆: behind its last stage a clause tells a later deed."""
        for day in told.later_days():
            self.say(fact, told.sentence, None, "planned", day, "deed")

    def _say_stage(self, fact: ProjectFact, told: Told, day: Date | None) -> None:
        """The last stage that a clause tells; one of a day that is gone only where none is told."""
        clause = told.clause
        gone = any(each.find.reason == GONE_BY for each in clause.dates) and fact.stage
        stage = None if gone else stage_words(clause.text)[-1][2]
        tense = tense_of(clause.text, fact.tense or told.mood, day is not None)
        part = tells_of_another(clause, told.predicate, fact.name)
        if stage or day:
            self.say(fact, told.sentence, stage, tense, day, "part" if part else "stage")

    def fact(self, name: str, sentence: Sentence) -> ProjectFact:
        """The project of this name or called so, opened by this sentence where it is new.

        南校区 takes its full name from a sentence that spoke of 实验中学南校区.
        """
        name = self.memory.in_full(in_full(name, self._spoken_of()))
        for known in self.projects:
            if known.name == name:
                return known
        near, opened, beside = (
            each[-_LOOKING_BACK:] for each in (self.projects, self.opened, self.beside)
        )
        called = [each for each in near if begins_its_name(each.name, name)]
        if len(called) == 1:
            return called[0]
        for known in reversed(near):
            if begins_its_name(name, known.name) and not known.investments:
                known.name = known.printed_name = name
                return known
            if known not in opened and is_called(known.name, name):
                return known
            of_another = known in beside and not known.investments
            if of_another and is_common(known.name):
                continue  # 县医院迁建…,住院楼8月封顶。石桥卫生院住院楼: not that of the hospital
            if known not in opened and is_in_full(name, known.name):
                known.name = known.printed_name = name
                return known
        fact = ProjectFact(
            name, self.key, sentence.quote, sector=sector_of(name), printed_name=name
        )
        if self.current or self.recent:
            self.beside.append(fact)
        self.projects.append(fact)
        self.opened.append(fact)
        self._sizes_told_before(fact)
        return fact

    def _spoken_of(self) -> Iterator[str]:
        """The names of what was told or spoken of last, the nearest first."""
        yield from (each.name for each in reversed(self.current or self.recent))
        if topic := self.memory.topic:
            yield topic.name

    def _sizes_told_before(self, fact: ProjectFact) -> None:
        """三桥架通。大桥主跨120米。…9月28日通车: sizes told before what makes it a work."""
        named = False
        for sentence in self.untold:
            for clause in sentence.clauses:
                named = named or fact.name in clause.text
                if named:
                    found = sizes_told(clause, fact.name, strict=True)
                    self.bind.sizes(fact, sentence, clause, found)
        self.untold = []

    def wait_for_a_name(self, told: Told) -> None:
        """渔梁大桥的桥墩已露出水面,明年6月能走车: nothing was opened that the day could be of."""
        predicate, quote = told.predicate, told.sentence.quote
        if predicate.stage in ENDS and predicate.says_nothing_new and predicate.dates:
            day = predicate.dates[-1].find
            said = Said(quote, predicate.stage, "planned", day, "far")
            self.announced.wait(told.sentence.text, said)


def _tells_of_other_things(clause: Clause) -> bool:
    """年底前入库税收500万元; 年底能不能用,还难说: no day of a work is told."""
    return tells_other_money(clause) or _DOUBT.search(clause.text) is not None


def _stage_behind(told: Told, name: str) -> str | None:
    """云顶酒庄二部主体封顶: the stage behind a name that ends with no word for a work."""
    if told.predicate.verb or told.predicate.tail:
        return None
    behind = told.clause.text.partition(name)[2]
    words = stage_words(behind)
    deed = GOVERN.at(behind, 0)  # 柳河综合治理|续建4.6公里
    return words[-1][2] if words else deed[1] if deed else None
