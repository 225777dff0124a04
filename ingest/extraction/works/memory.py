"""What an article has spoken of so far, for 该项目, 二期 or a bare cost to mean.

topic     of the paragraph: 半导体靶材基地通过审查. …
heading   named by the sentence before and by nothing else: (三)南湖水厂。
subject   of the article, which outlives its paragraph
site      where one stands and looks at the work: 记者来到城北水厂施工现场. …
names     of all works that sentences spoke of, lately
listed    and counted, each to be told of by itself: 建设新村、供电局宿舍两个小区
parts     of each work, as they were listed: 由大坝、溢洪道、输水洞组成
"""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field

from chinese.numerals import number
from ingest.extraction.clauses.openings import past_adverbs, told_why
from ingest.extraction.clauses.pointing import INSIDE
from ingest.extraction.clauses.sentences import Clause, Sentence
from ingest.extraction.names.common_tail import full_name
from ingest.extraction.names.things import Topic
from ingest.extraction.words.alike import is_of_a_kind, is_short_for
from ingest.extraction.words.lists import HEADS, one_of
from ingest.extraction.words.moods import stage_words
from ingest.extraction.words.nameable import NO_NAME, is_common
from ingest.extraction.works.items import is_a_deed
from ingest.extraction.works.parts import parts_in
from ingest.extraction.works.phases import its_phase_follows
from ingest.extraction.works.sites import site_of
from ingest.extraction.works.topics import topic_of, work_in

_LOOKING_BACK = 12  # names
_OPENING = 3  # clauses
_BUILT = re.compile("(?<=..)建设$")  # 度假区建设迈出步伐
_PARTS = 24  # of one work
_LONGEST_ENDING = 8  # characters
_LONGEST_LISTED = 12  # characters
_ON_THE_SITE = re.compile("(?:记者)?在?(?:施工|建设)?(?:现场|工地)[上里]?[,看见]")
_COUNT = re.compile("([两二三四五六七八九十]|[2-9])[个条座所处家]")
_WORKS = re.compile("[^,、]{0,4}?" + one_of("any work"))
_LONGEST_KIND = 8  # characters behind a count


@dataclass
class Memory:
    """Follows an article sentence by sentence with what each spoke of."""

    topic: Topic | None = None
    heading: Topic | None = None
    subject: Topic | None = None
    site: Topic | None = None
    names: list[str] = field(default_factory=list)
    listed: list[str] = field(default_factory=list)
    parts: dict[str, list[str]] = field(default_factory=dict)  # by the name of their work

    def begin_paragraph(self) -> None:
        """A new paragraph has a topic of its own."""
        self.topic = None

    def hear(self, sentence: Sentence, *, told: bool) -> bool:
        """Keeps what a sentence spoke of; whether it is but a heading: 二、饮水安全工程。

        `told`: the sentence told something of a work.
        """
        topic = topic_of(sentence.clauses)
        self.listed = next(
            (found for each in sentence.clauses if (found := _counted(each, _are_things))),
            self.listed,
        )
        begins = bool(topic and not told and sentence.text.rstrip("。 ").endswith(topic.name))
        alone = begins and len(sentence.clauses) == 1
        self.heading = topic if alone and topic and not _is_a_task(topic) else None
        elsewhere = topic is not None and topic.is_work and not _stays_there(sentence)
        self.site = _site_in(sentence) or (None if elsewhere else self.site)
        self.topic = topic or work_in(sentence.clauses) or self.topic
        self.subject = self.topic or self.subject
        if topic and topic.is_work:
            self.names = [*self.names[1 - _LOOKING_BACK :], topic.name]
        return begins

    def hear_list(self, sentence: Sentence) -> None:
        """文化广场改造、体育馆两个项目进展顺利:…: what a list names is told of in it too."""
        listed = (_counted(each, _are_works) for each in sentence.clauses)
        self.listed = next((found for found in listed if found), self.listed)

    def hear_parts(self, segment: Sequence[Clause], whole: str) -> None:
        """Keeps what the clauses of a segment list as the parts of a work."""
        for clause in segment[-_OPENING:]:
            if listed := parts_in(clause, whole):
                known = dict.fromkeys((*self.parts.get(whole, []), *listed))
                self.parts[whole] = [*known][-_PARTS:]

    def work_before(self, segment: Sequence[Clause]) -> Topic | None:
        """The work that this part of a sentence, else its paragraph, speaks of."""
        topic = topic_of(segment) or self.topic
        return topic if topic and topic.is_work else None

    def meant_in(self, segment: Sequence[Clause]) -> Topic | None:
        """The nearest thing spoken of, be it paragraphs ago."""
        return topic_of(segment) or self.topic or self.subject

    def named_again(self, clause: Clause) -> Topic | None:
        """学校… after 求实学校: the end of the topic's name begins the clause."""
        name = self.topic.name if self.topic and self.topic.is_work else ""
        for size in range(min(len(name), _LONGEST_ENDING), 1, -1):
            if not clause.text.startswith(name[-size:]) or INSIDE.match(clause.text, size):
                continue
            return None if its_phase_follows(clause.text, size) else self.topic
        return None

    def one_listed(self, clause: Clause) -> Topic | None:
        """供电局宿舍850万元, 纬七路11月通车: one of those that were listed and counted."""
        said = clause.text[past_adverbs(clause.text) :]
        named = [each for each in self.listed if said.startswith(each) and "、" not in said]
        dated = clause.dates and stage_words(clause.text)
        name = named and (full_name(named[0], said) or named[0])
        told = name and (clause.sums or dated or told_why(said, name))
        return Topic(name, is_work=True) if name and told else None

    def pointed_at(self, clause: Clause) -> Topic | None:
        """这座投资1.3亿元的工厂 after 中水回用厂: the work told of, by what sort of thing it is."""
        name = self.topic.name if self.topic and self.topic.is_work else ""
        return self.topic if name and is_of_a_kind(clause.text, name) else None

    def last_work(self) -> Topic | None:
        """The work spoken of last: 农贸市场又脏又挤。总投资4200万元."""
        named = [each for each in self.names[-1:] if not is_common(each)]
        return Topic(named[0], is_work=True) if named else None

    def in_full(self, name: str) -> str:
        """实验中学南校区 for 南校区, where a sentence spoke of it."""
        told = (full for full in reversed(self.names) if is_short_for(full, name))
        return next((_BUILT.sub("", full) if name in full else full for full in told), name)


def _is_a_task(topic: Topic) -> bool:
    """突破园区经济: what is to be done, without a word for a work."""
    return HEADS.before(topic.name, len(topic.name)) is None and is_a_deed(topic.name)


def _are_works(behind: str) -> bool:
    return _WORKS.match(behind) is not None


def _are_things(behind: str) -> bool:
    return any(kind == "facility" for _, _, kind in HEADS.every(behind))


def _counted(clause: Clause, kind: Callable[[str], bool]) -> list[str]:
    """建设新村、供电局宿舍、二轻大院三个小区: as many names as are counted, and of what `kind`.

    Behind the count of works (甲路改造、体育馆两个项目) what is listed are their whole names.
    """
    found = _COUNT.search(clause.text) if "、" in clause.text else None
    behind = clause.text[found.end() : found.end() + _LONGEST_KIND] if found else ""
    if found is None or not kind(behind):
        return []
    names = clause.text[: found.start()].split("、")
    names[0] = names[0][past_adverbs(names[0]) :]
    fit = all(2 <= len(each) <= _LONGEST_LISTED and not NO_NAME.match(each) for each in names)
    return names if fit and len(names) == number(found[1]) else []


def _stays_there(sentence: Sentence) -> bool:
    """记者在现场看到,2号主墩的爬模平台上,…: what is seen at the site is no other place."""
    return _ON_THE_SITE.match(sentence.text) is not None


def _site_in(sentence: Sentence) -> Topic | None:
    """The site of works to which a sentence goes at its beginning."""
    sites = [site_of(each) for each in sentence.clauses[:_OPENING]]
    return next((each for each in sites if each and each.at_work), None)
