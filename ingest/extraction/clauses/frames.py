"""What holds for a sentence from outside it: the heading over it, and a date that closes its list.

2024年工作安排 / 今年要抓好以下工作:        all under it is promised for the year
1.…;2.…;以上事项12月20日前办结。            all over it is promised by that day
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace
from datetime import date

import rjieba

from chinese.figures import Figure
from chinese.wordlists import any_of, words
from ingest.extraction.clauses.sentences import Clause, Date, Sentence, read_sentences
from ingest.extraction.clauses.terms import (
    Frame,
    as_term,
    began_long_ago,
    closes_all,
    date_of_heading,
    first_due,
    for_all,
    is_only_a_term,
)
from ingest.extraction.words.lists import HEADINGS, HEADS, one_of
from ingest.extraction.words.moods import Mood, MoodOfArticle, heading_of, is_demand, labels_in

_PLAN = re.compile(f"《[^《》]{{0,30}}{one_of('kind of plan')}》")
# 2021年经济稳中有进。预计全年完成产值268亿元: the year that is gone was not counted out yet.
_ESTIMATED = re.compile("(?:初步)?预计(?:全年)?(?:完成|实现|可)")
# 一年来,我们顶住压力。预计完成产值268亿元: so does what looks back.
_LOOKS_BACK = re.compile("(?:过去的?)?[一两三五]年[多]?来|过去的?[一两三五]年|回顾(?:过去)?")
_WILL_DO = re.compile(one_of("opens a plan"))
_TASKS_BELOW = re.compile(
    "(?:抓|做|落实|推进|实施|开展)好?以下[^,。]{0,10}(?:工作|任务|[举措]措|重点)$"
)
_TASKS_COUNTED = ("场", "件", "方面", "项")
_WHO_SAYS = re.compile(f"{one_of('says', 'asked')}$")
_OPENING = 2  # clauses
# 强力推进脱贫攻坚, 着力培育市场主体: what a work report calls for.
_CALL = re.compile(f"{one_of('call')}(?!了|以来|之后|后|中|的)(?!.*(?:了|已|成效|明显|取得))")
_ITEM = re.compile(r"(?:\(?[一二三四五六七八九十]{1,3}(?:、|\)、?|是|要)|[0-9]{1,2}[.、])")
_LONGEST_CALL = 18
_SOON = 2  # sentences: the call and the next
# 县交通运输局2018年工作目标已定。 opens its tasks.
_TASKS_SET = re.compile(any_of(words("moods", "task of a year")) + any_of(words("moods", "is set")))


class Frames:
    """The frames of an article's sentences, asked for in the order of the print."""

    def __init__(self, sentences: Sequence[Sentence], issue_date: date) -> None:
        self._sentences = list(sentences)
        self._place = {id(each): place for place, each in enumerate(self._sentences)}
        self._today = issue_date
        self._mood = MoodOfArticle()
        self._listed = _listed_under_a_date(self._sentences)
        self._heading: Mood | None = None
        self._due: Date | None = None
        self._year: Date | None = None  # named by the last sentence that named one
        self._plans = False  # whether a plan is told of, of which all that follows is part
        self._told = False  # whether this paragraph began with a year gone by
        self._called = False  # whether sentences such as 加快完善基础设施。 promise here
        self._calling = False  # … and whether this paragraph stands under one
        self._yearly = False  # whether this paragraph began with a year and what it is to bring
        self._asked: Date | None = None  # the year for which this paragraph asks: 今年要…。要…
        self._before: Date | None = None  # the last day to come of the sentence before
        self._aims: Date | None = None  # the year whose aims are listed: 今年主要预期目标是:…

    def begin(self, *titles: str, deck: str = "") -> None:
        """The first heading is over the article: 2024年工作安排, or 2013年发展综述 above.

        A deck is one only if it ends as a heading does: 2025年安岭县十件实事, under 票决产生.
        """
        heads = HEADINGS.before(deck, len(deck)) is not None
        for title in (*titles, deck) if heads else titles:
            self._heading = heading_of(title) or self._heading
            if due := _year_of_a_list(title, self._today):
                self._due = due
                self._mood.hear(title)

    def begin_paragraph(self) -> None:
        """What one paragraph asks of a year, the next no longer does."""
        self._asked, self._told, self._calling, self._yearly = None, False, False, False
        self._before = None

    def of(self, sentence: Sentence) -> Frame:
        """The frame of the next sentence."""
        frame = replace(self._frame(sentence), before=self._before)
        due = [d for clause in sentence.clauses for d in clause.dates if d.find.is_due]
        self._before = due[-1] if due else None
        sentence.in_retrospect = self._heading == "done"
        self._yearly = self._yearly or _begins_with_its_year(sentence)
        years = [d for clause in sentence.clauses for d in clause.dates if self._is_this_year(d)]
        if years:
            self._year = as_term(years[-1])
            self._asked = years[-1] if years[-1].find.is_due else self._asked
        return frame

    def _is_this_year(self, day: Date) -> bool:
        last = day.find.last
        return day.find.precision == "year" and last is not None and last >= self._today

    def _frame(self, sentence: Sentence) -> Frame:
        self._mood.hear(sentence.text)
        if heading := heading_of(sentence.text):
            self._heading = heading
            planned = heading == "planned"
            named = date_of_heading(sentence.clauses, self._today) or self._year
            self._due = named if planned else None
        elif plan := _titled_plan(sentence, self._today):
            self._heading, self._due, self._plans = "planned", plan, True
        elif opening := (
            _opens_its_tasks(sentence, self._today) or _opens_a_plan(sentence, self._today)
        ):
            self._heading, self._due = "planned", opening
        elif began_long_ago(sentence):
            self._told = True
            self._heading, self._due, self._plans = None, None, False
        self._aims = _opens_its_aims(sentence, self._today, self._year) or self._aims
        self._told = self._told or _LOOKS_BACK.match(sentence.text) is not None
        if due := self._listed.get(id(sentence)):
            return Frame("planned", due, self._today, self._year)
        if self._told and _ESTIMATED.match(sentence.text):
            return Frame("done", None, self._today, self._year, estimated=True)
        mood = self._heading if self._heading == "done" else self._mood.current
        called = self._heading != "done" and mood != "done" and self._is_called_for(sentence)
        mood = "planned" if self._plans or called else mood
        goes_on = self._yearly and mood != "done" and "done" not in labels_in(sentence.text)
        mood = "planned" if goes_on else mood
        asked = goes_on or is_demand(sentence.text) or (called and _calls(sentence))
        due = self._due or (self._asked if asked else None) or (self._aims if called else None)
        return Frame(mood, due, self._today, self._year)

    def _is_called_for(self, sentence: Sentence) -> bool:
        """加快完善基础设施。…: a call promises what follows if dates to come stand in it."""
        if _calls(sentence):
            begun = self._called or self._asked is not None or self._aims is not None
            self._called = begun or self._is_dated_soon(sentence)
            self._calling = self._called
        return self._calling

    def _is_dated_soon(self, sentence: Sentence) -> bool:
        place = self._place[id(sentence)]
        return any(first_due(each) for each in self._sentences[place : place + _SOON])


def _year_of_a_list(title: str, today: date) -> Date | None:
    """2024年县政府民生实事, 2019年工作安排: the year for which all under a title is promised.

    Not so 我县安排部署2024年春季植树, where the words tell what was done.
    """
    last = HEADINGS.before(title, len(title))
    if last is None or last[1] == "done":
        return None
    clauses = [clause for each in read_sentences(title, today) for clause in each.clauses]
    return date_of_heading(clauses, today)


def _begins_with_its_year(sentence: Sentence) -> bool:
    """2012年,民生支出比重达到75%。新建幼儿园6所。: what follows is of that year too."""
    first = sentence.clauses[0] if sentence.clauses else None
    if first is None or len(first.dates) != 1 or "done" in labels_in(sentence.text):
        return False
    year = first.dates[0]
    alone = first.text.strip() == year.find.text and year.find.precision == "year"
    return alone and year.find.is_due


def _calls(sentence: Sentence) -> bool:
    """Whether a sentence begins with a call: 加快开发区建设,新增建成区1.5平方公里."""
    first = sentence.clauses[0] if sentence.clauses else None
    if first is None or first.sizes or first.sums or first.dates:
        return False
    item = _ITEM.match(first.text)
    called = first.text[item.end() if item else 0 :]
    if len(called) > _LONGEST_CALL:
        return False
    task = item is not None and len(sentence.clauses) == 1 and _is_a_deed(called)
    return task or _CALL.match(called) is not None


def _is_a_deed(text: str) -> bool:
    """建设宜居县城, 补齐民生短板: a verb and what is to come of it, and no work."""
    tags = list(rjieba.tag(text))
    begins = bool(tags) and tags[0][1] in ("v", "vn") and len(tags) > 1
    return begins and HEADS.before(text, len(text)) is None and "了" not in text


def _opens_a_plan(sentence: Sentence, today: date) -> Date | None:
    """今年,我们将全力抓好交通建设。 — the year for which all that follows is promised."""
    opening = sentence.clauses[:_OPENING]
    if any(each.sums or any(map(_is_no_count_of_tasks, each.sizes)) for each in opening):
        return None
    first = _past_who_says(sentence.clauses)
    if first and first.dates and _TASKS_SET.search(first.text) and first.dates[-1].find.is_due:
        return as_term(first.dates[-1])
    year = first.dates[0] if first and first.dates else None
    if first is None or year is None or year.find.last is None or year.find.last < today:
        return None
    begins = year.find.precision == "year" and year.start - first.start <= 2
    return as_term(year) if begins and _WILL_DO.search(sentence.text) else None


def _is_no_count_of_tasks(size: Figure) -> bool:
    """46所; but 三场硬仗 and 五件大事 only tell how many tasks follow."""
    return size.unit not in _TASKS_COUNTED


def _past_who_says(clauses: Sequence[Clause]) -> Clause | None:
    """2020年要守住耕地 of 会议强调,2020年要守住耕地: the first clause that is not who says it."""
    says = len(clauses) > 1 and not clauses[0].dates and _WHO_SAYS.search(clauses[0].text)
    return clauses[1] if says else clauses[0] if clauses else None


def _opens_its_tasks(sentence: Sentence, today: date) -> Date | None:
    """今年,全局计划完成投资5亿元,重点抓好以下工作:…: what follows is promised for it."""
    if not sentence.clauses or not _TASKS_BELOW.search(sentence.clauses[-1].text):
        return None
    dates = [each for clause in sentence.clauses for each in clause.dates]
    years = [each for each in dates if each.find.precision == "year"]
    ahead = [each for each in years if each.find.last and each.find.last >= today]
    return as_term(ahead[-1]) if ahead else None


def _opens_its_aims(sentence: Sentence, today: date, named: Date | None) -> Date | None:
    """今年全县主要预期目标是:生产总值增长13%,…: the sections after it speak of that year.

    今年是开局之年。主要预期目标是:…: or of the year that was `named` before.
    """
    first = sentence.clauses[0] if sentence.clauses else None
    if first is None or first.stop != ":" or heading_of(first.text + ":") != "planned":
        return None
    year = date_of_heading([first], today) or named
    return year if year and year.find.precision == "year" else None


def _titled_plan(sentence: Sentence, today: date) -> Date | None:
    """印发《乡村振兴2018年工作要点》: the year in the title of a plan, for what the plan lists.

    …,所有项目要求11月底前完成: a date for all of it says more than the year.
    """
    for clause in sentence.clauses:
        for title in _PLAN.finditer(clause.text):
            span = range(clause.start + title.start(), clause.start + title.end())
            year = [each for each in clause.dates if each.start in span]
            if year and year[0].find.last and year[0].find.last >= today:
                closing = [due for each in sentence.clauses if (due := for_all(each))]
                return closing[-1] if closing else as_term(year[0])
    return None


def _listed_under_a_date(sentences: Sequence[Sentence]) -> dict[int, Date]:
    """Every sentence of a list that a later 以上事项…前办结 dates, back to the list's heading."""
    found: dict[int, Date] = {}
    for index, sentence in enumerate(sentences):
        if index and (term := is_only_a_term(sentence)) and not first_due(sentences[index - 1]):
            found[id(sentences[index - 1])] = term  # 清淤渠道175公里,整修塘坝54口。3月底前完成。
        due = closes_all(sentence)
        for before in reversed(sentences[:index] if due else []):
            if before.text.rstrip().endswith(":") or id(before) in found:
                break
            found[id(before)] = due  # type: ignore[assignment]
    return found
