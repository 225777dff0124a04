"""The projects of an article: names, sums, sizes, stages and due dates, bound to each other.

A clause that names a work opens a project. What follows without a subject of its own
(`早日投运`, `总投资3亿元`, `该项目占地20亩`) goes on about it; a sum before a name waits for it.
Behind a semicolon the next thing is told.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from ingest.extraction.clauses.contents import (
    costs_next,
    pays_for_next,
    tells_all_history,
)
from ingest.extraction.clauses.predicates import NUMBERED, read_predicate
from ingest.extraction.clauses.sentences import Clause, Date, Sentence, segments
from ingest.extraction.words.lists import HEADS, one_of
from ingest.extraction.words.moods import Mood
from ingest.extraction.words.nameable import is_common
from ingest.extraction.works.belonging import (
    begins_anew,
    names_another,
    tells_progress,
)
from ingest.extraction.works.binding import Binding
from ingest.extraction.works.items import begins_an_item, head_of, is_over_tasks, pair_at_head
from ingest.extraction.works.phases import phases_told
from ingest.extraction.works.programmes import mark_programmes
from ingest.extraction.works.steps import Steps

_LABEL = re.compile(
    r"(?:^|[ ;]|^[(]?[0-9一二三四五六七八九十]+[)、.])"
    rf"(?:{one_of('label of a name')}|[^,;]{{0,10}}(?:公告|公示))$"
)
_SHORTEST = 4
_UNTOLD = 3  # sentences
_REMEMBERED = 8  # clauses


@dataclass
class Reading(Steps):
    """Goes through an article sentence by sentence, and hands its clauses to the steps."""

    heads_alone: bool = False  # whether the last sentence was but the head of an item

    def begin_paragraph(self, sentences: Sequence[Sentence]) -> None:
        """A new paragraph goes on about the work of the article, where it has but one."""
        self.sentences, self.place = sentences, 0
        self.item = self.item if self.heads_alone else None
        self.recent = self.projects[:1] if len(self.projects) == 1 else []
        self.opened, self.untold, self.pair, self.before = [], [], (), ()
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
        self.over_line = self._heading_over(sentence)
        if begins_anew(sentence, self.recent):
            self.recent = []
        self.of_parts = tells_progress(sentence, self.recent)
        if NUMBERED.match(sentence.text):
            self.recent = []  # the next item of a list is another thing
        self.memory.hear_list(sentence)
        self._begin_item(sentence)
        if self.item is None and is_over_tasks(sentence, self.sentences[self.place :][:1]):
            self.current = self.recent = []
            return
        if tells_all_history(sentence.clauses, self.issue_date):
            return
        for segment in segments(sentence.clauses):
            self._begin_segment(segment)
            mark_programmes(segment)
            for index, clause in enumerate(segment):
                self.segment = segment[: index + 1]
                self.costs_next = costs_next(segment[index + 1 : index + 2])
                self.pays_for_next = pays_for_next(clause, segment[index + 1 : index + 2])
                before = segment[index - 1] if index else None
                if clause.of_programme:  # a set of works, and no work
                    self.current, self.recent, self.pending = [], [], []
                elif before and before.stop == ":" and _LABEL.search(before.text):
                    self._labelled(sentence, before, clause, mood)
                else:
                    self.read_clause(sentence, clause, mood)
                self._let_stand(clause)
                clause.of_one = self.item if self.is_of_the_item() else clause.of_one
                self._goes_on_about_one(before, clause)
                if self.next_task and self.current == [self.next_task]:
                    clause.of_one = self.next_task
            self.before = [*self.before, *segment][-_REMEMBERED:]
        self.recent = self.current or self.recent
        self.announced.hand_over(self.opened)
        self.untold = [] if self.current else [*self.untold, sentence][-_UNTOLD:]
        if self.memory.hear(sentence, told=bool(self.current)):
            self.recent = []

    def _begin_item(self, sentence: Sentence) -> None:
        """五、县人民医院内科综合大楼。…: the work that stands at the head of what is told of it."""
        behind = self.sentences[self.place + 1 : self.place + 2]
        if name := head_of(sentence, behind, first=not self.place):
            self.item = self.fact(name, sentence)
        elif begins_an_item(sentence):
            self.item = None
        if not name and (pair := pair_at_head(sentence, first=not self.place)):
            self.item = None
            self.pair = self.recent = [self.fact(each, sentence) for each in pair]
        self.heads_alone = bool(name) and not behind and len(sentence.clauses) == 1
        if self.item:
            self.recent = [self.item]
        self.place += 1

    def _heading_over(self, sentence: Sentence) -> str:
        """其中投资额居前的是: on a line of its own, for the numbered items under it."""
        text = sentence.text.strip()
        if text.endswith(":"):
            self.head_line = text.rstrip(":")
        elif not NUMBERED.match(text):
            self.head_line = ""
        return "" if text.endswith(":") else self.head_line

    def _begin_segment(self, segment: Sequence[Clause]) -> None:
        self.recent = self.current or self.recent
        if self.opened and names_another(segment, self.recent):
            self.recent = []
        self.current = [self.item] if self.item else []
        self.pending, self.standing_date, self.next_task = [], None, None

    def _let_stand(self, clause: Clause) -> None:
        """年内新增停车位1500个,建成实验学校: the year of a clause holds for those after it."""
        dates = read_predicate(clause).dates
        opens = dates and dates[-1].start - clause.start <= 2
        if opens and dates[-1].find.precision == "year" and self.standing_date is None:
            self.standing_date = dates[-1]

    def _goes_on_about_one(self, before: Clause | None, clause: Clause) -> None:
        """前者全长26公里,8月底前贯通: the second clause too tells of that one only."""
        one = before.of_one if before else None
        if one is not None and clause.of_one is None and self.current == [one]:
            clause.of_one = one

    def _labelled(self, sentence: Sentence, before: Clause, clause: Clause, mood: Mood) -> None:
        """项目名称:第二中学宿舍楼; what follows the label is the name."""
        name = clause.text.strip().split(" ")[0]
        announced = before.text.endswith(("公告", "公示"))
        if announced and not HEADS.before(name, len(name)):
            self.read_clause(sentence, clause, mood)
        elif len(name) >= _SHORTEST:
            self.current = [self.fact(name, sentence)]
            if HEADS.before(bare := name.partition("(")[0], len(bare)) and not is_common(bare):
                self.governed += self.current
            # 环评公示, 招标公告: all is still to come
            to_come = announced and not before.text.startswith(("中标", "成交"))
            self.say(self.current[0], sentence, "planned" if to_come else None, "planned")
