"""Works that were given up: 县政府决定不再实施, 取消了洪善垃圾焚烧厂项目.

Their sums are what was planned and their days are none any more. A clause must end with the word
for it, or with the name of the work: 不再实施封闭管理 and 取消了绿化带 give up another thing.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from functools import lru_cache

from chinese.folding import fold
from ingest.extraction.clauses.dated_stages import core_of
from ingest.extraction.clauses.sentences import Clause, Sentence
from ingest.extraction.words.lists import one_of
from ingest.proposal import ProjectFact

_ANY_WORD = re.compile(one_of("given up", "given up, of a work", "gives up"))
_GIVEN_UP = re.compile(f"{one_of('given up')}了?[”’]?$")
_GIVEN_UP_ITSELF = re.compile(f"{one_of('given up, of a work')}了?[”’]?$")
_GIVES_UP = f"{one_of('gives up')}了?[“‘]?"
_BEHIND_NAME = "[”’]?(?:项目|工程)?(?:的?建设|的?实施)?$"
_OPEN = re.compile(one_of("not given up"))
# Between the name of a work and the word for it, which may be that of its bidding: 招标活动取消.
_NOTHING_ELSE = re.compile(
    "[”’]?(?:项目|工程)?(?:建设)?(?:[因经][^的,]{1,8}?)?"
    f"{one_of('adverb', 'before it is given up')}*"
)
_THE_WORK = re.compile("[该此这本]个?(?:项目|工程)")
_LONGEST_SUBJECT = 16  # characters before a word for it in a clause that does not name the work


def enter_cancelled(
    fact: ProjectFact, sentences: Sequence[Sentence], others: Iterable[str]
) -> None:
    """Enters of a work that it was given up, where a sentence about it and no other says so."""
    name = fold(fact.name).text
    sentences = sentences if core_of(name) else []  # 工程 alone names none
    others = [each for each in others if each != fact.name]
    for place, sentence in enumerate(sentences):
        if name not in sentence.text:
            continue
        alone = not any(each in sentence.text for each in others)
        behind = [] if others else sentences[place + 1 : place + 2]
        if _is_given_up(sentence, name, alone) or any(_says_of_it(each) for each in behind):
            fact.stage, fact.tense, fact.term_quote = "cancelled", "done", sentence.quote
            fact.due_text = fact.due_on = fact.due_precision = None
            return
    if fact.stage == "cancelled":
        fact.stage = None  # 招标活动取消: something was, and not surely the work


@lru_cache(64)
def _may_tell(text: str) -> bool:
    """Whether any word for it stands in a sentence, which may be about a thousand works."""
    return _ANY_WORD.search(text) is not None


def _is_given_up(sentence: Sentence, name: str, alone: bool) -> bool:
    if not _may_tell(sentence.text):
        return False
    core = core_of(name)
    named = False  # whether the work was named before
    before: Clause | None = None
    for clause in sentence.clauses:
        here = core in clause.text
        if (here or (named and alone)) and _tells_it(clause, core, here=here):
            return True
        if named and alone and before and _goes_on(before, clause):
            return True
        named, before = named or here, clause
    return False


def _goes_on(before: Clause, clause: Clause) -> bool:
    """原计划投资3400万元,|因水源不足已取消: behind its cost, not behind a day of its bidding."""
    told = _GIVEN_UP.search(clause.text)
    costs = bool(before.sums) and not before.dates and not _OPEN.search(clause.text)
    if told is None or not costs or clause.stop == "?":
        return False
    return _NOTHING_ELSE.fullmatch(clause.text, 0, told.start()) is not None


def _tells_it(clause: Clause, core: str, *, here: bool) -> bool:
    if clause.stop == "?" or _OPEN.search(clause.text):
        return False
    if here and re.search(_GIVES_UP + re.escape(core) + _BEHIND_NAME, clause.text):
        return True
    if here:
        behind = clause.without_dates(clause.text.rpartition(core)[2])
        told = _GIVEN_UP_ITSELF.search(behind) or _GIVEN_UP.search(behind)
        return told is not None and _NOTHING_ELSE.fullmatch(behind, 0, told.start()) is not None
    told = _GIVEN_UP_ITSELF.search(clause.text)
    of_it = _THE_WORK.match(clause.text) and _GIVEN_UP.search(clause.text)
    return bool(of_it) or (told is not None and told.start() <= _LONGEST_SUBJECT)


def _says_of_it(sentence: Sentence) -> bool:
    """该项目已终止: the next sentence, about the only work of an article."""
    first = sentence.clauses[0]
    return _THE_WORK.match(first.text) is not None and _tells_it(first, "", here=False)
