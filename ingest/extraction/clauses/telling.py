"""One clause with all that was read of it, and what it tells of the stage and the day of a work."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from ingest.extraction.clauses.openings import past_adverbs
from ingest.extraction.clauses.predicates import Predicate
from ingest.extraction.clauses.preparing import prepares
from ingest.extraction.clauses.sentences import Clause, Date, Sentence
from ingest.extraction.words.alike import is_called
from ingest.extraction.words.lists import one_of
from ingest.extraction.words.moods import Mood, stage_words
from ingest.proposal import MEASURES

_LONGEST_TERM = 24  # characters
_TIME_SET = re.compile(
    f"[^,0-9]{{0,6}}?([^,、0-9]{{2,8}}?)的?{one_of('time of a stage')}(?:[由从][^,]{{2,12}}?)?"
    f"[^,0-9]{{0,4}}?{one_of('is fixed')}"
)
_AS_PLANNED = re.compile(one_of("as it was planned"))
_PUT_OFF = re.compile(one_of("put off"))
_COMES_WITH = re.compile(
    f"(?:将|也将|要|并|届时)?[与和同随]([^,0-9]{{2,14}}?){one_of('comes together')}([^,0-9]{{2,8}})"
)
_AT_THE_LATEST = re.compile("(?:也|且|但)?(?:最迟|最晚|至迟|不晚于|不迟于|不超过|在|于|到)+前?")
_FROM = re.compile("[由从](?=[^,]{2})")
_THIS_ONE = re.compile("^[该此这其它本]|(?:工程|项目|工期)$")
_ONCE = re.compile(
    f"(?:{one_of('all')})?([^,]{{2,6}}?)(?:之后|以后|后)(?:$|{one_of('comes of it')})"
)
_TERM = re.compile(
    f"(?:{one_of('before a term')}|:)*(?:{one_of('time of a stage')}|(工期))[:为至]?"
)


@dataclass(frozen=True)
class Told:
    """One clause with all that was read of it."""

    sentence: Sentence
    clause: Clause
    predicate: Predicate
    mood: Mood

    @property
    def paid(self) -> bool:
        """Whether the clause tells what a work costs."""
        return any(each.measure in MEASURES for each in self.clause.sums)

    def due(self) -> Date | None:
        """The date of the last stage that the clause tells, else the one that stands before it."""
        clause, predicate = self.clause, self.predicate
        if predicate.is_finished or prepares(clause):
            return None
        words = stage_words(clause.text)
        last = clause.start + words[-1][0] if words else clause.end
        before = [each for each in predicate.dates if each.start < last]
        dates = predicate.dates if stage_put_off([clause]) else before or predicate.dates
        return dates[-1] if dates else None

    def later_days(self) -> list[Date]:
        """The days behind that of the last stage, each with a deed of its own behind it.

        动手 and a deed of 清明动手、端午磨出头锅浆.
        """
        clause, due = self.clause, self.due()
        later = [each for each in self.predicate.dates if due and each.start > due.start]
        ends = [each.start for each in later[1:]] + [clause.end]
        figures = [each.start for each in clause.sizes] + [e.figure.start for e in clause.sums]
        return [
            day
            for day, end in zip(later, ends, strict=False)
            if end - day.end > 1 and not any(day.end <= each < end for each in figures)
        ]


def time_set(clause: Clause) -> tuple[str, Date] | None:
    """The stage and the day of 竣工时间统一卡在11月底, 新的通车时间定在今年6月底."""
    found = _TIME_SET.match(clause.text)
    words = stage_words(found[1]) if found else ()
    days = [each for each in clause.dates if each.find.is_due]
    ends = found is not None and days and days[-1].start - clause.start == found.end()
    return (words[-1][2], days[-1]) if words and ends else None


def term_labelled(segment: Sequence[Clause]) -> tuple[str | None, Date] | None:
    """The stage, if any, and the day of a label: 时限:9月底, 计划竣工日期2019年6月30日.

    A work is completed by the end of 计划工期4月20日至9月20日.
    """
    clause = segment[-1]
    days = [each for each in clause.dates if each.find.is_due]
    if not days or days[-1].end != clause.end:
        return None
    label = clause.text[: clause.dates[0].start - clause.start]
    if not label and len(segment) > 1 and segment[-2].stop == ":":
        label = segment[-2].text
    found = _TERM.fullmatch(label.strip("0123456789.、 "))
    if found is None or clause.end - clause.dates[0].start > _LONGEST_TERM:
        return None
    words = stage_words(found[0])
    return (words[-1][2] if words else "completed" if found[1] else None), days[-1]


def stage_once(clause: Clause) -> str | None:
    """The stage of 2016年底全部建成后, 11月投产后可年加工…: a day to come stands before it."""
    for day in clause.dates:
        found = _ONCE.match(clause.text, day.end - clause.start) if day.find.is_due else None
        if found and (words := stage_words(found[1])):
            return words[-1][2]
    return None


def stage_put_off(segment: Sequence[Clause]) -> str | None:
    """The stage of 原定6月投用,…,延期至8月底: the later day is that of what was put off.

    A clause may tell both: 由6月完工推迟到8月底, 完工由6月推迟到8月底.
    """
    text = segment[-1].text
    put_off = _PUT_OFF.search(text)
    if put_off is None:
        return None
    if _FROM.search(text, 0, put_off.start()) and (words := stage_words(text[: put_off.start()])):
        return words[-1][2]
    planned = [stage_words(each.text) for each in segment[:-1] if _AS_PLANNED.search(each.text)]
    before = [words for words in planned if words]
    return before[-1][-1][2] if before else None


def comes_with(clause: Clause) -> tuple[str, str] | None:
    """The other work and the stage of 与大桥同步通车: what comes about on the day of another."""
    found = _COMES_WITH.fullmatch(clause.text) if not clause.dates else None
    words = stage_words(found[2]) if found else ()
    return (found[1], words[-1][2]) if found and words else None


def stage_at_the_latest(segment: Sequence[Clause]) -> str | None:
    """The stage of 要赶在汛期前通车,最迟不晚于8月底: told in the clause before its last day."""
    clause = segment[-1]
    due = len(clause.dates) == 1 and clause.dates[0].find.is_due
    alone = due and _AT_THE_LATEST.fullmatch(clause.without_dates(clause.text))
    words = stage_words(segment[-2].text) if alone and len(segment) > 1 else ()
    return words[-1][2] if words else None


def puts_off_another(segment: Sequence[Clause], names: Sequence[str], *, carried: bool) -> bool:
    """体育中心原定5月竣工,推迟到…: whether what was put off is none of the works told of before.

    Nor is it one of an earlier paragraph, from which they are `carried`.
    """
    if not _PUT_OFF.search(segment[-1].text):
        return False
    planned = [each.text for each in segment if _AS_PLANNED.search(each.text)]
    if not planned:
        return False
    before = _AS_PLANNED.split(planned[-1], maxsplit=1)[0]
    subject = before[past_adverbs(before) :]
    if not subject or _THIS_ONE.search(subject):
        return carried and not subject
    return not any(each in subject or is_called(each, subject) for each in names)


def was_planned(clause: Clause) -> bool:
    """文化馆原定8月开馆: whether a clause tells of a day that was set before."""
    return _AS_PLANNED.search(clause.text) is not None


def is_a_list(sentence: Sentence) -> bool:
    """Whether a sentence goes through several things, parted by semicolons or under a colon."""
    return any(each.stop in ";:" for each in sentence.clauses)


def stage_before_name(text: str) -> str | None:
    """开工的是电子级双氧水项目, 新投用的滨江校区: the stage that is told right before a name."""
    told = [
        stage
        for place, word, stage in stage_words(text)
        if text.startswith("的", place + len(word))
    ]
    return told[0] if told else None
