"""Whether what a clause tells belongs to the works that were told of before it."""

from __future__ import annotations

import re
from collections.abc import Sequence

from ingest.extraction.clauses.contents import does_it_all, is_pure, tells_of_a_part
from ingest.extraction.clauses.openings import past_adverbs
from ingest.extraction.clauses.predicates import Predicate
from ingest.extraction.clauses.sentences import Clause, Sentence
from ingest.extraction.clauses.sizes import is_size
from ingest.extraction.clauses.telling import is_a_list, was_planned
from ingest.extraction.names.phrases import Named
from ingest.extraction.words.alike import differ_in_number, is_called, is_in_full, is_of_a_kind
from ingest.extraction.words.lists import HEADS, one_of
from ingest.extraction.words.moods import Mood
from ingest.extraction.words.nameable import is_common, is_numbered_house
from ingest.extraction.works.parts import is_a_work_beside
from ingest.extraction.works.sites import Site
from ingest.extraction.works.topics import topic_of
from ingest.proposal import MEASURES, ProjectFact

_LONGEST_PART = 5
_STRETCH = re.compile(one_of("stretch of a work"))
_HAS_ITS_INVESTOR = re.compile("由[^,]{2,20}(?<!承建)投资")  # 农机产业园由雷豹公司投资建设
_IS_DONE_TO = re.compile("对(?!外)")
# 多出来的550万元用于充电桩和雨水收集池: on what the money of the work told of is spent.
_GOES_TO_PARTS = re.compile(
    f"{one_of('money of the same work')}[^,。;]{{0,16}}?用于(?!{one_of('builds anew')})"
)
_PROGRESS = re.compile(one_of("so far"))
_SHORTEST_NAME = 4
_SHORTEST_WHOLE = 3  # 实训楼 has no parts that papers name


def are_parts(
    clause: Clause,
    predicate: Predicate,
    named: list[Named],
    near: Sequence[ProjectFact],
    *,
    begins: bool = False,
) -> bool:
    """发酵车间, 引道工程 without a cost of their own are parts of the work that is told of.

    `begins`: the clause stands behind a full stop or a semicolon.
    """
    said = clause.text[past_adverbs(clause.text) :]
    if near and near[-1].investments and _IS_DONE_TO.match(said) and not clause.sums:
        return not predicate.dates  # 项目投资3600万元,对5300个泊位进行智能化改造
    if near and near[-1].investments and _GOES_TO_PARTS.match(clause.text):
        return True
    if near and not clause.sums and _is_a_stretch(said, named[0].name):
        return True
    if not near or clause.stop == "、" or clause.sums or not said.startswith(named[0].name):
        return False
    if any(one.sums or len(one.name) > _LONGEST_PART for one in named):
        return False
    if _HAS_ITS_INVESTOR.match(said, len(named[0].name)):
        return False
    if is_numbered_house(named[0].name):
        return True
    if begins and len(named) > 1 and predicate.dates and not any(is_common(n.name) for n in named):
        return False  # …迁建项目9月投用;城北幼儿园、马营幼儿园年内建成
    if len(near[-1].name) <= min(_SHORTEST_WHOLE, len(named[0].name)):
        return False  # 实训楼6月交付;9月,学生公寓完工
    head = HEADS.before(near[-1].name, len(near[-1].name))
    is_whole = head is not None and head[1] != "facility"
    dated = predicate.dates or was_planned(clause)  # 文化馆原定8月开馆,推迟到年底
    return (is_whole or not dated) and named[0].name[0] not in "县市区镇乡村"


def _is_a_stretch(said: str, name: str) -> bool:
    """东段立面修缮已完成: a stretch of what is told of, whatever it is called."""
    return said.startswith(name) and _STRETCH.match(said) is not None


def tells_progress(sentence: Sentence, near: Sequence[ProjectFact]) -> bool:
    """目前失能照护楼已封顶,康复楼施工至四层: how far the parts of the one work told of have come.

    That work has its cost already, and what is told of here has none.
    """
    if len(near) != 1 or not near[0].investments or is_a_list(sentence):
        return False
    begins = _PROGRESS.match(sentence.text) is not None
    return begins and not any(clause.sums for clause in sentence.clauses)


def goes_on_alone(segment: Sequence[Clause], predicate: Predicate, *, paid: bool) -> bool:
    """9月开工; 总投资3亿元: a new sentence without a subject, about the last work told of.

    `paid`: it tells a cost, and no other waits for its work.
    """
    alone = not any(_tells_a_figure(each) for each in segment[:-1])
    whole = predicate.says_nothing_new or does_it_all(segment[-1], predicate)
    whole = whole or tells_of_a_part(segment[-1], predicate)
    dated = alone and whole and predicate.dates and predicate.stage
    return bool(dated) or (paid and is_pure(segment[-1]))


def begins_anew(sentence: Sentence, near: Sequence[ProjectFact]) -> bool:
    """鹤凤高速全长73.5公里, 在第二高中新校区,…: a sentence that begins with another work.

    Its own name and how large it is or what it costs are told, and it ends like none told of.
    """
    first = sentence.clauses[0]
    if is_a_work_beside(first):
        return True
    topic = topic_of(sentence.clauses[:1])
    if not near or topic is None or not topic.is_work or is_common(topic.name):
        return False
    if len(topic.name) < _SHORTEST_NAME or any(_is_like(each.name, topic.name) for each in near):
        return False
    enters = isinstance(topic, Site) and first.text.startswith("在")
    bare = first.text.endswith(topic.name) and first.stop == ","
    told_next = bare and is_pure(sentence.clauses[1])  # 滨河大道二期,全长4.3公里
    sized = first.sums or any(is_size(first, each) for each in first.sizes)
    return bool(enters or told_next or sized)


def names_another(segment: Sequence[Clause], near: Sequence[ProjectFact]) -> bool:
    """…主桥7月合龙;三岔河大桥完成桩基42根,年底前…: behind a semicolon with another name."""
    topic = topic_of(segment[:1])
    if not near or topic is None or not topic.is_work or is_common(topic.name):
        return False
    behind = segment[0].text.removeprefix(topic.name)
    begins = behind != segment[0].text and len(topic.name) >= _SHORTEST_NAME
    if not begins or behind.startswith("的"):
        return False
    return not any(_is_same(each.name, topic.name) for each in near)


def _is_same(one: str, other: str) -> bool:
    if differ_in_number(one, other):
        return False
    return one[:2] == other[:2] or is_called(one, other) or is_in_full(other, one)


def _is_like(one: str, other: str) -> bool:
    if differ_in_number(one, other):
        return False
    return is_called(one, other) or is_in_full(other, one) or is_of_a_kind(one, other)


def _tells_a_figure(clause: Clause) -> bool:
    """Whether a figure of something built stands here; 完成剩余11户拆迁 tells of none."""
    costs = any(each.measure in MEASURES for each in clause.sums)
    return costs or any(is_size(clause, each) for each in clause.sizes)


def may_be_of_another(
    sentence: Sentence, mood: Mood, current: Sequence[ProjectFact], *, told_of: bool
) -> bool:
    """打通柳林街,改造农村公路12公里: two tasks, if the first was an object without cost."""
    if not current:
        return is_a_list(sentence)
    return mood == "planned" and not (told_of or current[-1].investments)
