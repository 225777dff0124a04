"""The projects of an article: names, sums, sizes, stages and due dates, bound to each other.

A clause that names a work opens a project. What follows without a subject of its own
(`早日投运`, `总投资3亿元`, `该项目占地20亩`) goes on about it; a sum before a name waits for it.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field

from chinese.figures import Figure
from chinese.money import CURRENCIES
from ingest.extraction.lists import ANAPHOR, GENERIC, NO_PROJECT
from ingest.extraction.moods import Mood, stage_words, tense_of
from ingest.extraction.naming import Named, names_in
from ingest.extraction.predicates import Predicate, done_to, read_predicate, verb_inside
from ingest.extraction.sectors import sector_of
from ingest.extraction.sentences import Clause, Date, Sentence, Sum
from ingest.proposal import Capacity, ProjectFact
from ingest.proposal import Sum as SumFact

_INVESTED = ("total", "approved", "year", "done", "paid", "part")
_PURE = re.compile(
    r"(?:[总该本此]?[^,。0-9]{0,5}?(?:项目|工程)?(?:计划|预计|估算|概算|年度|累计|完成|固定资产|总|已|目前|由[^,。]{2,14})*(?:投资额?|造价|占地面积|占地|建筑面积|面积|用地|全长|"
    r"总长|长|宽|库容|装机容量|装机|出资|筹资|筹措|斥资|争取|安排|耗资|投入|拨付|资金|到位|设计规模|规模|容纳|涉及|惠及|覆盖)(?:约|达|为|共|近|超)?)*"
)
_PART_OF_WORK = re.compile(
    r"主体|安装|装修|施工|土建|桩基|验收|设备|基础|路基|封顶|建设任务|工程量|调试|全部"
)
# 走进…项目施工现场: the work is named by its site.
_SITE = re.compile(
    r"(?:在|走进|来到|位于|深入|前往|到)([^在,。]{4,30}?)(?:的)?(?:施工现场|建设现场|项目现场|工地|施工工地|建设工地|项目部|生产车间)"
)
_LABEL = re.compile(r"(?:^|[ ;])(?:项目名称|工程名称|名称|项目|建设项目|工程)$")
_WORKS = ("项目", "工程")
_SHORTEST = 4
_COSTS = re.compile(
    r"(?:计划|预计|估算|概算)?(?:总投资|投资|造价|概算)额?(?:约|达|为|共)?[0-9一二两三四五六七八九十]"
)
_NUMBERED = re.compile(r"^(?:[(]?[0-9一二三四五六七八九十]{1,3}[)、.]+|[0-9]+[ ]+)")
_TELLS = re.compile(
    r"[的了是在将已把对]|公司|企业|集团|全县|全市|今年|去年|我们|总共|一共|其中|建设|实施|年来|期间|万元"
)
_CORE = re.compile(r"(?<=..)(?:项目|工程)?(?:建设)?(?:项目|工程)?$")
_CLASS_SUM = re.compile(r"(?:以上|以下)?(?:的)?(?:重点)?(?:项目|企业|工程)")


@dataclass
class Reading:
    """What is known of one article's projects while its sentences go by."""

    key: str
    projects: list[ProjectFact] = field(default_factory=list)
    recent: list[ProjectFact] = field(default_factory=list)
    current: list[ProjectFact] = field(default_factory=list)
    pending: list[Sum] = field(default_factory=list)
    used: set[tuple[int, int]] = field(default_factory=set)
    standing_date: Date | None = None
    told_of: bool = False

    def begin_paragraph(self) -> None:
        self.recent, self.used = [], set()

    def read(self, sentence: Sentence, mood: Mood) -> None:
        self.current, self.pending, self.standing_date = [], [], None
        for before, clause in zip([None, *sentence.clauses], sentence.clauses, strict=False):
            if name := self._bare(sentence, clause):
                self.current = [self._known(name) or self._new(name, sentence)]
                self.current[0].tense, self.pending = mood, []
                self.told_of = True
            elif before and before.stop == ":" and _LABEL.search(before.text):
                self._labelled(sentence, clause, mood)
            else:
                self._clause(sentence, clause, mood)
        self.recent = self.current or self.recent

    def _bare(self, sentence: Sentence, clause: Clause) -> str | None:
        """新型墙材,投资1亿元: a bare thing is a work if the next clause tells its cost."""
        place = sentence.clauses.index(clause)
        following = sentence.clauses[place + 1] if place + 1 < len(sentence.clauses) else None
        if following is None or clause.stop not in ",:" or clause.sums or clause.dates:
            return None
        costs = any(each.measure == "total" for each in following.sums)
        if not costs or not _COSTS.match(following.text.strip()):
            return None
        name = _NUMBERED.sub("", clause.text.strip())
        if not 4 <= len(name) <= 16 or clause.sizes or _TELLS.search(name):
            return None
        said = stage_words(name) or NO_PROJECT.every(name) or ANAPHOR.at(name, 0)
        if said or name in GENERIC or read_predicate(clause).verb:
            return None
        return name

    def _clause(self, sentence: Sentence, clause: Clause, mood: Mood) -> None:
        if clause.stop == ":" and not clause.sums:
            return
        predicate = read_predicate(clause)
        if self.recent and not self.current and _speaks_of(clause, self.recent[-1]):
            self.current = self.recent
        if known := self._told_again(clause):
            self.current = [known]
            self._go_on(sentence, clause, predicate, mood, again=True)
            return
        if predicate.anaphor and (self.current or self.recent):
            self.current = self.current or self.recent
            self._go_on(sentence, clause, predicate, mood)
            return
        paid = any(each.measure in _INVESTED for each in clause.sums)
        named = self._names(clause, predicate, paid)
        if named:
            self._open(sentence, clause, predicate, named, mood)
        elif self.current and self._tells_more(clause, predicate, paid):
            self._go_on(sentence, clause, predicate, mood)
        elif place := _SITE.search(clause.text):
            first, last = clause.start + place.start(1), clause.start + place.end(1)
            named = names_in(clause, first, last, governed=True)
            if named:
                self._open(sentence, clause, predicate, named, mood)
        elif predicate.says_nothing_new and predicate.dates and not predicate.stage:
            self.standing_date = predicate.dates[-1]
        elif paid and self._is_pure(clause) and self.recent and not self.pending:
            self.current = self.recent
            self._go_on(sentence, clause, predicate, mood)
        elif paid and self._is_pure(clause):
            self.pending += [each for each in clause.sums if each.measure in _INVESTED]

    def _labelled(self, sentence: Sentence, clause: Clause, mood: Mood) -> None:
        """项目名称:第二中学宿舍楼; what follows the label is the name."""
        name = clause.text.strip().split(" ")[0]
        if len(name) >= _SHORTEST:
            self.current = [self._known(name) or self._new(name, sentence)]
            self.current[0].tense = "planned"

    def _names(self, clause: Clause, predicate: Predicate, paid: bool) -> list[Named]:
        start, end = predicate.start, predicate.end
        if done := done_to(clause):
            return [Named(done, [], [], "")]
        told = bool(stage_words(predicate.tail) or predicate.dates or clause.sizes) or paid
        subject = predicate.end < clause.end and clause.text[: end - clause.start].endswith(_WORKS)
        if not (predicate.verb or subject or _owns_a_sum(clause) or (told and predicate.tail)):
            return self._inside(clause, start)
        if self.current and _is_part(clause, predicate, self.told_of):
            return []
        if _is_counted_thing(clause, predicate) and not paid:
            return []
        dated = bool(clause.dates) and bool(stage_words(predicate.tail))
        governed = bool(predicate.verb) or told or subject
        found = names_in(clause, start, end, governed=governed, dated=dated)
        if found or predicate.verb:
            return found
        return self._inside(clause, start)

    @staticmethod
    def _inside(clause: Clause, start: int) -> list[Named]:
        inner = verb_inside(clause, start)
        counted = any(size.end >= clause.end - 1 for size in clause.sizes) and not clause.sums
        if inner is None or counted:
            return []
        return names_in(clause, inner, clause.end, governed=True)

    def _open(
        self,
        sentence: Sentence,
        clause: Clause,
        predicate: Predicate,
        named: list[Named],
        mood: Mood,
    ) -> None:
        due = self._due(clause, predicate)
        tense = tense_of(clause.text, mood, due is not None)
        named = _joined(clause, named)
        loose = [each for each in clause.sums if not any(each in one.sums for one in named)]
        sums_before = [*self.pending, *loose]
        opened = []
        for one in named:
            fact = self._known(one.name) or self._new(one.name, sentence)
            fact.stage = predicate.stage or fact.stage
            fact.tense = tense
            if due:
                _set_due(fact, due)
            self._add_sums(fact, sentence, [*one.sums, *sums_before])
            self._add_sizes(fact, clause, one.sizes)
            sums_before = []
            opened.append(fact)
        if len(opened) == 1:
            self._add_sizes(opened[0], clause, [s for s in clause.sizes if _is_own(clause, s)])
        self.current, self.pending = opened, []
        self.told_of = not predicate.verb

    def _told_again(self, clause: Clause) -> ProjectFact | None:
        """体育馆10月底竣工 after 加快体育馆、青少年宫建设: a named work with its own date."""
        said = clause.text.strip()
        if not any(each.find.is_due for each in clause.dates) or not stage_words(said):
            return None
        for fact in reversed(self.projects[-8:]):
            core = _CORE.sub("", fact.name)
            if len(core) >= 2 and said.startswith(core) and not clause.sums:
                return fact
        return None

    def _go_on(
        self,
        sentence: Sentence,
        clause: Clause,
        predicate: Predicate,
        mood: Mood,
        *,
        again: bool = False,
    ) -> None:
        due = self._due(clause, predicate)
        for fact in self.current:
            told = stage_words(clause.text)
            if told and (predicate.says_nothing_new or due or predicate.anaphor or again):
                fact.stage = told[-1][2]
                fact.tense = tense_of(clause.text, fact.tense or mood, due is not None)
                if due:
                    _set_due(fact, due)
            elif due and not fact.due_on and not clause.sizes:
                _set_due(fact, due)
        self._add_sums(self.current[0], sentence, clause.sums)
        self._add_sizes(self.current[0], clause, clause.sizes)

    def _tells_more(self, clause: Clause, predicate: Predicate, paid: bool) -> bool:
        """Whether a clause without a work of its own goes on about the one named before it."""
        if predicate.says_nothing_new or paid or self._is_pure(clause):
            return True
        thing = clause.text[predicate.start - clause.start : predicate.end - clause.start]
        own = not predicate.verb or _PART_OF_WORK.search(thing)
        return bool(own and clause.dates and stage_words(clause.text))

    def _due(self, clause: Clause, predicate: Predicate) -> Date | None:
        return predicate.dates[-1] if predicate.dates else self.standing_date

    def _known(self, name: str) -> ProjectFact | None:
        return next((each for each in self.projects if each.name == name), None)

    def _new(self, name: str, sentence: Sentence) -> ProjectFact:
        fact = ProjectFact(
            name, self.key, sentence.quote, sector=sector_of(name), printed_name=name
        )
        self.projects.append(fact)
        return fact

    def _add_sums(self, fact: ProjectFact, sentence: Sentence, sums: list[Sum]) -> None:
        for said in sums:
            place = (said.figure.start, said.figure.end)
            is_class = _CLASS_SUM.match(sentence.folded.text, said.figure.end)
            if said.measure not in _INVESTED or place in self.used or is_class:
                continue
            self.used.add(place)
            fact.investments.append(sum_fact(said, sentence))

    def _add_sizes(self, fact: ProjectFact, clause: Clause, sizes: list[Figure]) -> None:
        for size in sizes:
            place = (size.start, size.end)
            if size.kind in ("percent", "times") or size.value is None or place in self.used:
                continue
            self.used.add(place)
            text = clause.text[size.start - clause.start : size.end - clause.start]
            unit = f"{size.unit}/{size.per}" if size.per and "/" not in size.unit else size.unit
            fact.capacities.append(
                Capacity(size.value, unit, text, size.comparator, size.per or None)  # type: ignore[arg-type]
            )

    @staticmethod
    def _is_pure(clause: Clause) -> bool:
        """Whether the clause says only how much or how large: 总投资3亿元, 占地20亩."""
        if not clause.sums and not clause.sizes:
            return False
        first = min(
            [each.figure.start for each in clause.sums] + [each.start for each in clause.sizes]
        )
        before = clause.text[: first - clause.start]
        for date in reversed(clause.dates):
            if date.end <= first:
                before = before.replace(date.find.text, "")
        return _PURE.fullmatch(before.strip()) is not None and len(before) <= 16


def sum_fact(said: Sum, sentence: Sentence) -> SumFact:
    figure = said.figure
    foreign = CURRENCIES.get(figure.unit)
    return SumFact(
        yuan=None if foreign else figure.value,
        text=sentence.folded.printed(figure.start, figure.end),
        kind=said.measure,
        comparator=figure.comparator,  # type: ignore[arg-type]
        currency=foreign or "CNY",
        quote=sentence.quote,
        yuan_to=None if foreign else figure.value_to,
        reason=figure.reason,
    )


def _set_due(fact: ProjectFact, due: Date) -> None:
    fact.due_text, fact.due_on = due.find.text, due.find.due_on
    fact.due_precision = due.find.precision


def _speaks_of(clause: Clause, fact: ProjectFact) -> bool:
    """新校区占地20亩 after 实验小学新校区: the end of the name stands for the whole."""
    said = clause.text.strip()
    endings = [fact.name[-size:] for size in (4, 3, 2) if len(fact.name) > size]
    return said.startswith(("该", "这座", "这条", "这个", *endings))


def _joined(clause: Clause, named: list[Named]) -> list[Named]:
    """甲、乙、丙等项目总投资4.4亿元: one sum behind a list makes one joint row of it."""
    own = any(each.sums for each in named)
    joint = any(each.measure == "total" for each in clause.sums) and not own
    if len(named) < 2 or not joint:
        return named
    sizes = [size for each in named for size in each.sizes]
    return [Named("、".join(each.name for each in named), [], sizes, "项目", True)]


def _is_part(clause: Clause, predicate: Predicate, told_of: bool) -> bool:
    """新建堤防9.6公里 after a project was named says what it consists of.

    `told_of`: the project was the subject, so that all its clause goes on about it.
    """
    builds = predicate.verb in ("新建", "建设", "改建", "增建", "配套建设", "修建", "铺设", "建")
    return builds and (told_of or bool(clause.sizes)) and not clause.sums and not predicate.dates


def _is_counted_thing(clause: Clause, predicate: Predicate) -> bool:
    """改造老旧小区28个 counts things without a name."""
    last = max((each.end for each in clause.sizes), default=0)
    return bool(predicate.verb) and last >= predicate.end - 1 and last > predicate.start


def _owns_a_sum(clause: Clause) -> bool:
    """总投资3亿元的…: a sum that is said of what follows it."""
    text, base = clause.text, clause.start
    return any(text[s.figure.end - base : s.figure.end - base + 1] == "的" for s in clause.sums)


def _is_own(clause: Clause, size: Figure) -> bool:
    """全长3公里, 占地20亩: a size that the clause says of its work."""
    before = clause.text[max(0, size.start - clause.start - 6) : size.start - clause.start]
    return bool(re.search(r"长|宽|占地|面积|容纳|产能|规模|装机|库容|涉及|日处理|年产", before))
