"""Whether what a clause tells belongs to the works that were told of before it."""

from __future__ import annotations

from collections.abc import Sequence

from ingest.extraction.clauses import does_it_all, is_pure
from ingest.extraction.lists import HEADS
from ingest.extraction.moods import Mood
from ingest.extraction.phrases import Named
from ingest.extraction.predicates import Predicate
from ingest.extraction.references import past_adverbs
from ingest.extraction.sentences import Clause, Sentence
from ingest.extraction.telling import is_a_list
from ingest.proposal import ProjectFact

_LONGEST_PART = 5


def are_parts(
    clause: Clause, predicate: Predicate, named: list[Named], near: Sequence[ProjectFact]
) -> bool:
    """发酵车间, 引道工程 without a cost of their own are parts of the work that is told of."""
    said = clause.text[past_adverbs(clause.text) :]
    if not near or clause.stop == "、" or clause.sums or not said.startswith(named[0].name):
        return False
    if any(one.sums or len(one.name) > _LONGEST_PART for one in named):
        return False
    head = HEADS.before(near[-1].name, len(near[-1].name))
    is_whole = head is not None and head[1] != "facility"
    return (is_whole or not predicate.dates) and named[0].name[0] not in "县市区镇乡村"


def goes_on_alone(segment: Sequence[Clause], predicate: Predicate, *, paid: bool) -> bool:
    """9月开工; 总投资3亿元: a new sentence without a subject, about the last work told of.

    `paid`: it tells a cost, and no other waits for its work.
    """
    alone = not any(each.sums or each.sizes for each in segment[:-1])
    whole = predicate.says_nothing_new or does_it_all(segment[-1], predicate)
    dated = alone and whole and predicate.dates and predicate.stage
    return bool(dated) or (paid and is_pure(segment[-1]))


def may_be_of_another(
    sentence: Sentence, mood: Mood, current: Sequence[ProjectFact], *, told_of: bool
) -> bool:
    """打通柳林街,改造农村公路12公里: two tasks, if the first was an object without cost."""
    if not current:
        return is_a_list(sentence)
    return mood == "planned" and not (told_of or current[-1].investments)
