"""Gives a work the sums and sizes that a clause says of it, each once."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass, field

from chinese.figures import Figure
from chinese.money import CURRENCIES
from chinese.periods import period_words
from ingest.extraction.clauses.asof import as_of
from ingest.extraction.clauses.sentences import Clause, Sentence, Sum
from ingest.extraction.clauses.sizes import capacity
from ingest.extraction.words.lists import one_of
from ingest.extraction.works.phases import is_a_phase
from ingest.proposal import MEASURES, ProjectFact
from ingest.proposal import Sum as SumFact

_PHASE_COSTS = re.compile(
    "期(?:工程|项目)?(?:由[^,0-9]{2,14}?)?"
    f"{one_of('planned measure')}*{one_of('cost')}{one_of('about')}?$"
)
_WORK = re.compile("(?:工程|项目)$")
_EACH = re.compile(one_of("each"))
_EVERY_ONE = re.compile(r"各(?:自)?投资")
# 5000万元以上项目: a bound that sorts works, no sum of one.
_THIS_ONE = re.compile(f"[这该]{one_of('piece')}[^,。;0-9]{{0,6}}$")
_CLASS_SUM = re.compile(r"(?:以上|以下)?(?:的)?(?:重点)?(?:项目|企业|工程)")


@dataclass
class Binding:
    """Remembers which figures of a paragraph have found their work."""

    used: set[tuple[int, int]] = field(default_factory=set)

    def sums(self, fact: ProjectFact, sentence: Sentence, sums: Iterable[Sum]) -> None:
        """Gives a work the investments among these sums; 5000万元以上项目 is of a class."""
        for said in sums:
            place = (said.figure.start, said.figure.end)
            if (
                said.measure in MEASURES
                and place not in self.used
                and not _is_class(said, sentence)
            ):
                self.used.add(place)
                whole = is_a_phase(_WORK.sub("", fact.name)) and _is_of_a_phase(said, sentence)
                said = Sum(said.figure, "total") if whole else said
                fact.investments.append(sum_fact(said, sentence))

    def shared(self, facts: list[ProjectFact], sentence: Sentence, clause: Clause) -> None:
        """分别投资2600万元、880万元: each its own. 各投资3000万元: each the same.

        One sum behind several works (共投资2900万元) belongs to none of them alone.
        """
        own = [each for each in clause.sums if each.measure in MEASURES]
        if len(facts) == 1:
            self.sums(facts[0], sentence, [] if clause.of_many and len(own) == 1 else own)
        elif _EACH.search(clause.text) and len(own) == len(facts):
            for fact, said in zip(facts, own, strict=True):
                self.sums(fact, sentence, [said])
        elif costs_each_the_same(clause):
            for fact in facts:
                self.used.discard((own[0].figure.start, own[0].figure.end))
                if not any(each.text == _printed(own[0], sentence) for each in fact.investments):
                    self.sums(fact, sentence, own)

    def sizes(
        self, fact: ProjectFact, sentence: Sentence, clause: Clause, sizes: Iterable[Figure]
    ) -> None:
        """Gives a work its sizes and yields; a share or a multiple is none."""
        for size in sizes:
            place = (size.start, size.end)
            if size.kind in ("percent", "times") or size.value is None or place in self.used:
                continue
            self.used.add(place)
            text = clause.text[size.start - clause.start : size.end - clause.start]
            fact.capacities.append(capacity(size, text, sentence.quote))


def costs_each_the_same(clause: Clause) -> bool:
    """甲、乙、丙三处各投资3000万元: one sum, which is that of each."""
    own = [each for each in clause.sums if each.measure in MEASURES]
    return len(own) == 1 and _EVERY_ONE.search(clause.text) is not None


def _printed(said: Sum, sentence: Sentence) -> str:
    return sentence.folded.printed(said.figure.start, said.figure.end)


def _is_class(said: Sum, sentence: Sentence) -> bool:
    """5000万元以上项目 is a class of works; 这个总投资4.2亿元的项目 is one."""
    before = sentence.folded.text[max(0, said.figure.start - 12) : said.figure.start]
    sorted_by = _CLASS_SUM.match(sentence.folded.text, said.figure.end)
    return sorted_by is not None and _THIS_ONE.search(before) is None


def _is_of_a_phase(said: Sum, sentence: Sentence) -> bool:
    """龙湖公园二期投资9000万元: part of a work, but all of its phase."""
    before = sentence.folded.text[max(0, said.figure.start - 24) : said.figure.start]
    return said.measure == "part" and _PHASE_COSTS.search(before) is not None


def whole_of_one(sums: list[Sum]) -> list[Sum]:
    """改造3座危桥,其中石门桥投资280万元: a part of what all cost is the whole of one."""
    return [Sum(each.figure, "total") if each.measure == "part" else each for each in sums]


def sum_fact(said: Sum, sentence: Sentence) -> SumFact:
    """A sum as its sentence prints it; foreign money has no yuan."""
    figure = said.figure
    foreign = CURRENCIES.get(figure.unit)
    done = said.measure == "done"
    return SumFact(
        yuan=None if foreign else figure.value,
        text=_printed(said, sentence),
        kind=said.measure,
        comparator=figure.comparator,  # type: ignore[arg-type]
        currency=foreign or "CNY",
        as_of=as_of(said, sentence),
        quote=sentence.quote,
        yuan_to=None if foreign else figure.value_to,
        period_text=period_words(sentence.folded.text, figure.start) if done else None,
        reason=figure.reason,
    )
