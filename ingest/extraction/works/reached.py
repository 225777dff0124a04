"""The stage that a work has reached on a printed day: 今年8月动工,10月20日投用.

While an article is read each clause that tells of a work is read once more (`dated_stages`). What
was reached last counts where nothing is promised; nothing else that is told of the work may
contradict it.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from datetime import date

from chinese.folding import fold
from ingest.extraction.clauses.dated_stages import Dated, core_of, reported_in
from ingest.extraction.clauses.sentences import Clause, Sentence, segments
from ingest.extraction.words.moods import stage_words
from ingest.proposal import STAGES, ProjectFact

_LEFT = ("stalled", "cancelled")  # stages after which the others count no more
_EXACT_ENOUGH = ("day", "ten-days", "month")  # 水库1962年建成 is no news
_ENDS = ("completed", "operating")


@dataclass(frozen=True)
class Reached:
    """One stage with its day, and the sentence that reports both."""

    stage: str
    day: date
    is_exact: bool
    quote: str


@dataclass
class ReachedStages:
    """The dated stages that the clauses of one article report of its works."""

    heard: dict[int, list[Reached]] = field(default_factory=dict)  # by the id of its work

    def hear(self, facts: Sequence[ProjectFact], quote: str, segment: Sequence[Clause]) -> None:
        """Keeps the stages of a clause that tells of one work; of several it may mean each."""
        if len(facts) == 1:
            found = _reached(reported_in(segment, facts[0].name), quote)
            self.heard.setdefault(id(facts[0]), []).extend(found)

    def enter(self, fact: ProjectFact, sentences: Sequence[Sentence], others: set[str]) -> None:
        """Gives a work the stage that it reached last, with its day."""
        if fact.due_on or fact.stage in _LEFT or (fact.tense == "planned" and fact.stage in _ENDS):
            return
        found = self.heard.get(id(fact)) or _read(fact, sentences, others)
        last = _last(found)
        if last and any(_is_left(each) for each in sentences if each.quote == last.quote):
            return  # 10月8日开工,11月2日因塌方停工
        if last and _rank(last.stage) >= _rank(fact.stage):
            fact.stage, fact.tense, fact.term_quote = last.stage, "done", last.quote
            fact.reached_on = last.day if last.is_exact else None


def _read(fact: ProjectFact, sentences: Sequence[Sentence], others: set[str]) -> list[Reached]:
    """What the sentence that names a work reports from its name on, where it names no other.

    Of the only work of an article the next sentence may go on: …总投资285万元。8月动工,10月20日投用
    """
    name = fold(fact.name).text
    others = others - {fact.name}
    for place, sentence in enumerate(sentences):
        if name not in sentence.text or any(each in sentence.text for each in others):
            continue
        if found := _in_parts(sentence, name, core_of(name)):
            return found
        behind = sentences[place + 1 : place + 2]
        return [each for next_one in behind if not others for each in _in_parts(next_one, name)]
    return []


def _in_parts(sentence: Sentence, name: str, first: str = "") -> list[Reached]:
    """What the part of a sentence reports that has `first`, from its clause on."""
    for part in segments(sentence.clauses):
        begins = next((at for at, each in enumerate(part) if first in each.text), None)
        if begins is not None:
            places = range(begins, len(part))
            told = [each for at in places for each in reported_in(part[: at + 1], name)]
            return _reached(told, sentence.quote)
    return []


def _reached(told: Iterable[Dated], quote: str) -> list[Reached]:
    return [
        Reached(each.stage, each.day.find.last, each.day.find.precision == "day", quote)
        for each in told
        if each.day.find.last and each.day.find.precision in _EXACT_ENOUGH
    ]


def _last(found: Sequence[Reached]) -> Reached | None:
    """The furthest stage, if none that is earlier was reached after it, and its day is one."""
    furthest = max((_rank(each.stage) for each in found), default=-1)
    last = [each for each in found if _rank(each.stage) == furthest]
    in_order = all(each.day <= last[0].day for each in found) if last else False
    return last[0] if in_order and len({each.day for each in last}) == 1 else None


def _is_left(sentence: Sentence) -> bool:
    return any(stage in _LEFT for _, _, stage in stage_words(sentence.text))


def _rank(stage: str | None) -> int:
    return STAGES.index(stage) if stage else -1
