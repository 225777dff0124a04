"""What may be done with a clause: the first small step of the table that fits takes it."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass

from ingest.extraction.clauses.constructions import is_a_heading, tendered
from ingest.extraction.clauses.contents import (
    is_part,
    is_pure,
    somebody_pays,
    tells_history,
    tells_more,
    tells_parts,
    tells_who_pays,
)
from ingest.extraction.clauses.costs import shares_out
from ingest.extraction.clauses.predicates import read_predicate
from ingest.extraction.clauses.preparing import (
    hands_over_ground,
    has_a_step_end,
    is_the_work_itself,
    mends_faults,
    serves_others,
    tells_of_the_old,
    tells_what_it_is_for,
)
from ingest.extraction.clauses.sentences import Clause, Sentence, Sum
from ingest.extraction.clauses.sizes import (
    but_their_number,
    ends_with_size,
    sizes_of,
    sizes_told,
    told_under_a_label,
)
from ingest.extraction.clauses.telling import (
    Told,
    puts_off_another,
    stage_put_off,
)
from ingest.extraction.clauses.widely import counts_works_of_a_kind, makes_many_alone
from ingest.extraction.names.common_tail import adds_up, is_money_of_several
from ingest.extraction.words.lists import one_of
from ingest.extraction.words.moods import Mood, stage_words
from ingest.extraction.works.belonging import may_be_of_another
from ingest.extraction.works.entering import Entering
from ingest.extraction.works.meant import TOGETHER
from ingest.extraction.works.parts import (
    tells_of_the_whole,
)
from ingest.extraction.works.phases import is_a_phase, is_whole_of
from ingest.extraction.works.references import (
    counts_several,
    is_rest_of_counted,
    may_mean,
    one_of_two,
    spoken_of,
)
from ingest.extraction.works.topics import costed, measured_by_its_year
from ingest.proposal import MEASURES

_MEANT_LAST = re.compile("(?:该|这一|此|这个)(?:项目|工程)(?:建设)?$")
# 标志着这个总投资4.2亿元的项目正式投产: the one told of, by its cost.
_POINTED_AT = re.compile(f"[这该]{one_of('piece')}[^,0-9]{{0,4}}{one_of('cost')}[^,]*元的")
_WORK_THERE = re.compile(
    f"(?:[0-9]+[余多]?名)?[^,0-9]{{0,6}}?{one_of('worker')}[^,]{{0,3}}"
    f"(?:正|日夜|昼夜|[在还])[^,]{{0,16}}{one_of('does at a site')}"
)
_THE_WHOLE = re.compile("整个")
_OF_A_YEAR = ("year", "done")


@dataclass
class Steps(Entering):
    """Decides of each clause which works it tells of, and enters it in the account."""

    pays_for_next: bool = False  # whether the next clause only tells what is paid for here

    def read_clause(self, sentence: Sentence, clause: Clause, mood: Mood) -> None:
        """Gives the clause to the first step that knows what to do with it."""
        told = Told(sentence, clause, read_predicate(clause), mood)
        self._forget_what_is_not_meant(told)
        before = [each.name for each in self.current or self.recent]
        clause.is_the_work = is_the_work_itself(clause, before)
        clause.of_many = shares_out(clause) or is_money_of_several(clause)
        if not any(step(self, told) for step in _STEPS):
            self.wait_for_a_name(told)
        if len(self.current) == 1:
            self.memory.hear_parts(self.segment, self.current[0].name)

    def _forget_what_is_not_meant(self, told: Told) -> None:
        """大桥 in a new paragraph does not mean the school of the paragraph before."""
        carried = self.recent if self.carried and not is_a_heading(told.clause) else []
        if carried and told.predicate.anaphor and not may_mean(told.clause, carried[0].name):
            self.recent = []
        names = [each.name for each in self.current or self.recent]
        if names and puts_off_another(self.segment, names, carried=bool(carried)):
            same = any(name in each.text for name in names for each in self.segment)
            told.clause.of_other_things = same
            self.recent, self.current = [], []  # 体育中心原定5月竣工,推迟到2027年6月

    def _heads_a_list(self, told: Told) -> bool:
        """一季度新开工项目:甲、乙; …门诊楼施工中标公示 招标人: what stands over a list."""
        if not is_a_heading(told.clause):
            return False
        if name := tendered(told.clause):
            self.current = [self.fact(name, told.sentence)]
            self.say(self.current[0], told.sentence, "planned", "planned")
            return True
        text = told.clause.text
        self.over_text = text
        self.over_line = ",".join(each.text for each in self.segment)
        if told.predicate.dates and told.predicate.stage:
            self.standing_date = told.predicate.dates[-1]
        return True

    def _tells_of_a_step_or_a_fault(self, told: Told) -> bool:
        """正在办理用地手续,预计4月底前办结; 请施工方在12月10日前改完: no day of the work."""
        mended = mends_faults(told.sentence, told.clause)
        near = [each.name for each in self.current or self.recent]
        old = bool(near) and tells_of_the_old(told.clause, near)
        if old:
            self.current, self.recent = [], []  # 老馆本月停止借阅,改造明年5月完成
        others = old or mended or hands_over_ground(told.clause) or serves_others(told.clause)
        others = others or tells_what_it_is_for(self.segment)
        told.clause.of_other_things |= others or has_a_step_end(self.segment)
        return told.clause.of_other_things

    def _tells_who_works_there(self, told: Told) -> bool:
        """3200名工人正在地下厂房里日夜开挖: the work told of is being built."""
        near = self.current or self.recent
        works = len(near) == 1 and not told.predicate.dates and not told.paid
        if not works or not _WORK_THERE.match(told.clause.text):
            return False
        self.say(near[0], told.sentence, "under_construction", "ongoing")
        return True

    def _means_one_of_this_paragraph(self, told: Told) -> bool:
        """工程 in a new paragraph, which spoke of a work of its own."""
        another = self.carried and told.predicate.anaphor and not self.of_parts
        return self.adopts(told, self.memory.work_before(self.segment) if another else None)

    def _means_the_whole(self, told: Told) -> bool:
        """该基地…分三期建设, where one phase of it was told of."""
        return told.predicate.anaphor and self.adopts(told, self.phase_of_whole(told.sentence))

    def _points_by_its_cost(self, told: Told) -> bool:
        """标志着这个总投资4.2亿元的项目正式投产: the one told of, by its cost."""
        one = told.paid and len(self.current) == 1 and _POINTED_AT.search(told.clause.text)
        return self.goes_on(told, self.current if one else [])

    def _tells_of_its_phase(self, told: Told) -> bool:
        """项目二期拟于明年3月启动."""
        return self._tells_phase(told, self.phase_of_it(told.clause, told.predicate))

    def _means_one_of_two_named(self, told: Told) -> bool:
        """前者4月复工, behind two that a clause only named, and perhaps what each of them costs."""
        meant = self.one_of_two_named(told.sentence, told.clause)
        if meant and len(self.pending) == len(self.pair):
            for fact, cost in zip(self.pair, self.pending, strict=True):
                self.bind.sums(fact, told.sentence, [cost])
            self.pending = []
        told.clause.of_one = meant[0] if meant else told.clause.of_one
        return self.goes_on(told, meant)

    def _tells_of_each(self, told: Told) -> bool:
        """…产业园,…生产线,均计划年底前开工."""
        return self.goes_on(told, self.each_of_them(told.clause))

    def _refers_back(self, told: Told) -> bool:
        """该项目, 三个项目均, 前者, 新校区: works named before."""
        of_many = not self.current and makes_many_alone(told.clause)
        if of_many:
            return False  # 改造老旧小区14个, behind 东关小区改造
        if is_rest_of_counted(self.segment):
            told.clause.of_many |= told.paid
            return False
        found = spoken_of(
            told.clause, told.predicate, self.projects, self.current, self.recent, self.pair,
            begins=len(self.segment) == 1,
        )  # fmt: skip
        told.clause.of_many |= counts_several(told.clause)
        if len(found) == 1 and one_of_two(told.clause):
            told.clause.of_one = found[0]
        elif len(found) == 1 and told.predicate.anaphor and _THE_WHOLE.match(told.clause.text):
            told.clause.begins_with = found[0]  # 整个工程明年8月完工
        elif len(found) == 1 and (self.current or len(self.segment) == 1):
            self.begins_with_its_name(told.clause, found[0])
        return self.goes_on(told, found)

    def _tells_of_one_listed(self, told: Told) -> bool:
        """供电局宿舍850万元, behind 建设新村、供电局宿舍两个小区."""
        one = self.memory.one_listed(told.clause)
        if not self.adopts(told, one) or one is None:
            return False
        at = told.clause.start + told.clause.text.find(one.name) + len(one.name)
        cost = [Sum(each.figure, "total") for each in told.clause.sums if each.figure.start == at]
        self.bind.sums(self.current[0], told.sentence, cost)
        return True

    def _tells_of_a_phase(self, told: Told) -> bool:
        """二期总投资13.6亿元, behind its work."""
        return self._tells_phase(told, self.phase_named(told.clause, told.predicate))

    def _means_it_at_its_end(self, told: Told) -> bool:
        """…投入3亿元盘活该项目, 宏升为此要拿出1900万元."""
        meant = told.paid and (_MEANT_LAST.search(text := told.clause.text) or "为此" in text)
        return self.adopts(told, self.told_last() if meant else None)

    def _means_what_was_spoken_of(self, told: Told) -> bool:
        """该馆, or 学校 after 求实学校: a work of which nothing was told yet."""
        return self.adopts(told, self.meant(told.clause, told.predicate))

    def _means_one_of_an_unknown_pair(self, told: Told) -> bool:
        """后者明年供汽: where no two works were told of, no work is meant here nor behind it."""
        unknown = one_of_two(told.clause) > 0
        if unknown:
            self.current, self.recent = [], []
        return unknown

    def _tells_its_parts(self, told: Told) -> bool:
        """主要建设内容有大坝加固: what the work consists of."""
        whole = self.current or self.recent
        if not (whole and tells_parts(told.clause)):
            return False
        if told.predicate.dates and stage_words(told.clause.text):
            self.go_on(told, whole)
        return True

    def _pays_for_what_follows(self, told: Told) -> bool:
        """县职业中学投资350万元,对食堂进行改造."""
        of_a_year = self.current and all(each.measure in _OF_A_YEAR for each in told.clause.sums)
        pays = told.paid and self.pays_for_next and not of_a_year and not self.is_of_the_item()
        return pays and self._waits(told)

    def _tells_who_pays_for_the_item(self, told: Told) -> bool:
        """——正极材料项目,由深圳华宁新能源投资18亿元: its cost, whoever pays it."""
        of_item = self.is_of_the_item() and somebody_pays(told.clause)
        return self.goes_on(told, self.current if of_item else [])

    def _tells_of_its_year(self, told: Told) -> bool:
        """农产品物流园年度计划投资1.2亿元,前十月只完成7400万元: a work, and no total of it."""
        return self.adopts(told, measured_by_its_year(told.clause) if told.paid else None)

    def _tells_nothing_of_today(self, told: Told) -> bool:
        """记者在…施工现场看到; 2009年投资2100万元进行了加固."""
        goes_there = self.only_goes_there(told.clause, told.predicate)
        return goes_there or tells_history(told.clause, self.issue_date)

    def _means_all_phases(self, told: Told) -> bool:
        """其中一期投资6800万元,整个工程明年6月建成: behind a phase its whole is meant."""
        phase = self.current[-1].name if len(self.current) == 1 else ""
        if not is_a_phase(phase) or not tells_of_the_whole(told.clause):
            return False
        wholes = [each for each in self.lately() if is_whole_of(each.name, phase)]
        return self.goes_on(told, wholes[-1:])

    def _tells_of_others_counted(self, told: Told) -> bool:
        """…大坝浇筑到顶,4个乡镇集中供水工程11月底前通水: the day is that of none told of before."""
        others = counts_works_of_a_kind(told.clause, told.predicate.start)
        if others:
            told.clause.of_many = told.clause.of_other_things = True
            self.current, self.recent = [], []
        return others

    def _costs_so_much(self, told: Told) -> bool:
        """…,跨境电商保税仓投资2.2亿元: a thing beside the work told of, with its cost."""
        return self.adopts(told, costed(told.clause) if told.paid and self.current else None)

    def _tells_more(self, told: Told) -> bool:
        """总投资3亿元,年底投用: of the works of this part of the sentence."""
        later = told.predicate.dates and stage_put_off(self.segment)
        more = self.current and (later or tells_more(told.clause, told.predicate, told.paid))
        if more:
            told.clause.of_many |= len(self.current) > 1 and adds_up(told.clause)
            self.go_on(told, self.all_meant(told.clause, told.predicate) or self.current)
        return bool(more)

    def _speaks_of_a_work(self, told: Told) -> bool:
        """半导体靶材基地通过审查,6月打桩: what the passage speaks of is the work."""
        return self.adopts(told, self.topic(told.sentence, told.clause, told.predicate))

    def _goes_on_alone(self, told: Told) -> bool:
        """总投资3亿元, in a sentence without a subject."""
        paid = told.paid and not self.pending
        of_a_set = told.paid and told.sentence.counts_works  # 152个重点项目…,完成投资118.4亿元
        if not self.recent or of_a_set or not self.goes_on_alone(told.predicate, paid=paid):
            return False
        all_of_them = TOGETHER.search(told.clause.text) and self.opened
        self.go_on(told, list(all_of_them or self.recent))
        return True

    def _tells_a_sum_alone(self, told: Told) -> bool:
        """总投资3亿元, 恒昌公司计划投资12亿元: of what is named next."""
        pure = is_pure(told.clause) or tells_who_pays(told.clause)
        return told.paid and pure and self._waits(told)

    def _tells_sizes(self, told: Told) -> bool:
        """学校设有18个教学班: the sizes of the work told of."""
        labelled = told_under_a_label(self.segment)
        before = self.recent if labelled else self.told_before(told.sentence, told.mood)
        if near := self.current or before:
            sentence, current = told.sentence, self.current
            if current and is_part(told.clause, told.predicate, self.told_of):
                told.clause.under = current[-1].name  # 建设桃汁、桃罐头生产线各1条
            strict = may_be_of_another(sentence, told.mood, current, told_of=self.told_of)
            strict = strict or len(near) > 1
            behind_one = not strict and any(ends_with_size(each) for each in self.segment[-2:-1])
            found = [*sizes_told(told.clause, strict=strict, behind_one=behind_one)]
            found = sizes_of(told.clause) if labelled else but_their_number(found, near)
            self.bind.sizes(near[-1], sentence, told.clause, found)
        return bool(near)

    def _tells_phase(self, told: Told, phase: str | None) -> bool:
        if phase:
            self.tell_of_phase(told, phase)
        return phase is not None

    def _waits(self, told: Told) -> bool:
        """A sum waits for the work that is named next."""
        self.pending += [each for each in told.clause.sums if each.measure in MEASURES]
        return True


# What may be done with a clause, in this order: the first step that fits takes it.
_STEPS: tuple[Callable[[Steps, Told], bool], ...] = (
    Steps._heads_a_list,
    Steps._tells_of_a_step_or_a_fault,
    Steps.tells_of_a_class,
    Steps._means_one_of_this_paragraph,
    Steps._means_the_whole,
    Steps._points_by_its_cost,
    Steps.fixes_a_day,
    Steps.is_the_latest_day,
    Steps.comes_with_another,
    Steps.has_a_term,
    Steps._tells_of_its_phase,
    Steps._tells_of_each,
    Steps._means_all_phases,
    Steps._means_one_of_two_named,
    Steps._refers_back,
    Steps._tells_of_one_listed,
    Steps._tells_of_a_phase,
    Steps._means_it_at_its_end,
    Steps._means_what_was_spoken_of,
    Steps._means_one_of_an_unknown_pair,
    Steps._tells_its_parts,
    Steps._tells_who_pays_for_the_item,
    Steps._tells_of_its_year,
    Steps._pays_for_what_follows,
    Steps._tells_nothing_of_today,
    Steps.tells_of_a_listed_part,
    Steps.names_what_shares_a_tail,
    Steps.opens_by_its_parts,
    Steps._tells_who_works_there,
    Steps.names_works,
    Steps.tells_what_stands_beside,
    Steps.tells_of_all,
    Steps.tells_of_many,
    Steps._tells_of_others_counted,
    Steps._costs_so_much,
    Steps._tells_more,
    Steps.is_only_a_day,
    Steps._speaks_of_a_work,
    Steps._goes_on_alone,
    Steps._tells_a_sum_alone,
    Steps._tells_sizes,
)
