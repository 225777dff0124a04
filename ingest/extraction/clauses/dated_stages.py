"""The stages that a clause promises of a work, each with the day that is printed before it.

It is read strictly: a day, nothing that tells of another thing, a stage; and what stands before
the day may only mean the work or the whole of it. Whatever else is printed there leaves the stage
out: 首台机组6月投产 is no stage of the power station.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Sequence
from typing import NamedTuple

from chinese.dates import GONE_BY
from chinese.wordlists import Lexicon
from ingest.extraction.clauses.predicates import NUMBERED, read_predicate
from ingest.extraction.clauses.sentences import Clause, Date
from ingest.extraction.words.lists import HEADS, WORDS, one_of
from ingest.extraction.words.lists import STAGES as STAGE_WORDS
from ingest.extraction.words.moods import plans, stage_words
from ingest.proposal import Milestone

# Stages that come on a day; 规划 and 推进 go on for a while.
COME_ON_A_DAY = ("approved", "started", "structure_complete", "completed", "operating")
NEAR = 0.95  # the confidence where the day stands in the clause of its stage
APART = 0.85  # … and where it stands alone in the clause before: 8月,工程正式动工
_WORK = re.compile("(?:项目|工程)?(?:建设)?(?:项目|工程)?$")
_STRUCTURE = re.compile(one_of("carries a house or a bridge"))
_PARTS = ("but a part", "tells of a part")
_PLAIN = ("adverb", "in a tail", "anaphor", "the whole work", "of the whole work")
_BETWEEN = Lexicon(
    {
        "kept": [word for name in _PARTS for word in WORDS[name]],
        "plain": [*" 、“”", *(word for name in _PLAIN for word in WORDS[name])],
    }
)
_LABEL = re.compile(f"(.+?){one_of('time of a stage')}(?:{one_of('is fixed', 'put off')}|:)*")
_COSTS = re.compile("(?:总?投资)?约?[0-9.]+[万亿]元的")  # 开工总投资2亿元的青石河大桥
_PLANNED = re.compile(one_of("as it was planned"))
_BEHIND = re.compile(f"(?:{one_of('behind a stage')})*")


class Dated(NamedTuple):
    """A stage with the day that a clause prints for it, and how surely."""

    stage: str
    day: Date
    confidence: float = NEAR

    def milestone(self, quote: str) -> Milestone:
        find = self.day.find
        assert find.due_on is not None
        return Milestone(
            self.stage, find.text, find.due_on, find.precision, quote, confidence=self.confidence
        )


def promised_in(segment: Sequence[Clause], name: str) -> list[Dated]:
    """The dated stages that the last clause of a part of a sentence promises of a work."""
    clause = segment[-1]
    if not any(each.dates for each in segment[-2:]):
        return []
    if clause.stop == "?" or _told_of_another_work(segment, name):
        return []
    return list(_dated_stages(clause, name)) or _labelled(clause, name) or _under(segment, name)


def reported_in(segment: Sequence[Clause], name: str) -> list[Dated]:
    """The stages that a work has reached by a clause, each on a day that is gone: 10月20日投用."""
    clause = segment[-1]
    if not clause.dates or clause.stop == "?" or _PLANNED.search(clause.text):
        return []
    if plans(clause.text, "done") or _told_of_another_work(segment, name):
        return []
    return list(_dated_stages(clause, name, _is_gone))


def _is_due(day: Date) -> bool:
    return day.find.is_due


def _is_gone(day: Date) -> bool:
    return day.find.reason == GONE_BY and day.find.last is not None


def _told_of_another_work(segment: Sequence[Clause], name: str) -> bool:
    """二是人防指挥所,主体到二层,要求11月底封顶: another work was told of before the day."""
    for clause in reversed(segment):
        if core_of(name) in clause.text or clause.of_phase:
            return False
        if clause is not segment[-1] and _tells_of_another(clause, name):
            return True
    return False


def _tells_of_another(clause: Clause, name: str) -> bool:
    """Whether a clause has a work for its subject that is not this one: 体育馆10月完工."""
    predicate = read_predicate(clause)
    thing = clause.text[predicate.start - clause.start : predicate.end - clause.start]
    is_subject = not predicate.verb and HEADS.before(thing, len(thing)) is not None
    return is_subject and not _means_it(thing, name, "")


def _dated_stages(
    clause: Clause, name: str, counts: Callable[[Date], bool] = _is_due
) -> Iterator[Dated]:
    """Every stage of a clause with the day before it: 五月合龙九月通车."""
    text = clause.text
    numbered = NUMBERED.match(text)
    begin = numbered.end() if numbered else 0
    ends = [each.start - clause.start for each in clause.dates[1:]] + [len(text)]
    for day, end in zip(clause.dates, ends, strict=False):
        first, behind = day.start - clause.start, day.end - clause.start
        word = _last_stage(text, behind, end, name)
        its_own = word and _means_it(text[begin:first], name, word[2])
        if word and its_own and counts(day) and _is_told_alone(clause, behind, end, name, word):
            yield Dated(_stage_of(text[begin:end], word[2]), day)
        begin = word[0] + len(word[1]) if word else begin


def _stage_of(told: str, stage: str) -> str:
    """主体要在4月底前完工: with its main structure a work is not completed yet."""
    return "structure_complete" if stage == "completed" and "主体" in told else stage


def _labelled(clause: Clause, name: str) -> list[Dated]:
    """竣工时间推迟到明年3月: the word for a stage stands before its day in a label."""
    if len(clause.dates) != 1 or clause.dates[0].end != clause.end:
        return []
    day = clause.dates[0]
    label = _LABEL.fullmatch(clause.text[: day.start - clause.start])
    words = stage_words(label[1]) if label else ()
    if label is None or not words or not label[1].endswith(words[-1][1]):
        return []
    place, _, stage = words[-1]
    its_own = day.find.is_due and _means_it(label[1][:place], name, stage)
    return [Dated(stage, day)] if its_own and stage in COME_ON_A_DAY else []


def _under(segment: Sequence[Clause], name: str) -> list[Dated]:
    """The stage of 8月,工程正式动工: its day stands alone in the clause before."""
    clause, before = segment[-1], segment[-2] if len(segment) > 1 else None
    if before is None or len(before.dates) != 1:
        return []
    day = before.dates[0]
    word = _last_stage(clause.text, 0, len(clause.text), name)
    alone = day.find.is_due and not _left(before.without_dates(before.text))
    if word and alone and _is_told_alone(clause, 0, len(clause.text), name, word):
        return [Dated(word[2], day, APART)]
    return []


def _last_stage(text: str, first: int, end: int, name: str) -> tuple[int, str, str] | None:
    """The last word for a stage in a stretch of a clause that is none of the work's own name."""
    core = core_of(name)
    at = text.find(core) if core else -1
    inside = range(at, at + len(core)) if at >= 0 else range(0)
    words = [
        each
        for each in stage_words(text)
        if first <= each[0] < end and each[0] not in inside and each[2] in COME_ON_A_DAY
    ]
    return words[-1] if words else None


def _is_told_alone(
    clause: Clause, first: int, end: int, name: str, word: tuple[int, str, str]
) -> bool:
    """Whether between a day and its stage, and behind it, nothing is told of another thing.

    The work itself may stand there: 9月底前|建成|污水处理厂.
    """
    place, said, stage = word
    before, behind = clause.text[first:place], clause.text[place + len(said) : end]
    told, named, rest = behind.partition(core_of(name))
    if named and not _left(_COSTS.sub("", told)):
        behind = rest
    return _means_it(_without_stages(before), name, stage) and not _left(_BEHIND.sub("", behind, 1))


def _means_it(text: str, name: str, stage: str) -> bool:
    """Whether a stretch speaks of the work of this name, the whole of it, or of nothing.

    The end of its name stands for it: 新院区, of 县中医院新院区.
    """
    core = core_of(name)
    behind = text.rpartition(core)[2] if core and core in text else text
    if stage == "structure_complete":
        behind = _STRUCTURE.sub("", behind)
    return core.endswith(_left(behind))


def _without_stages(text: str) -> str:
    """完工并 of 完工并投入使用: an earlier stage before the last tells of no other thing."""
    for _, word, _ in STAGE_WORDS.every(text):
        text = text.replace(word, "", 1)
    return text


def _left(text: str) -> str:
    """What a stretch tells besides adverbs and words for the whole: 机组 of 力争首台机组."""
    left, place = "", 0
    while place < len(text):
        hit = _BETWEEN.at(text, place)
        word = hit[0] if hit else text[place]
        left += "" if hit and hit[1] == "plain" else word
        place += len(word)
    return left


def core_of(name: str) -> str:
    """滨江大道 of 滨江大道工程."""
    return _WORK.sub("", name)
