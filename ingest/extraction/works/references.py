"""Which works a clause without a name of its own goes on about.

该项目, 电站    the work named before it, by its last word where several were
三个项目均…      the last three
轮胎裂解年内投产  the work whose name ends so
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import permutations, product, takewhile

from chinese.numerals import number
from ingest.extraction.clauses.openings import past_adverbs, past_opening, told_why
from ingest.extraction.clauses.predicates import Predicate, read_predicate
from ingest.extraction.clauses.sentences import Clause
from ingest.extraction.words.alike import core_of, house_end, is_of_a_kind
from ingest.extraction.words.lists import ADVERB, ANAPHOR, HEADS, STAGES, WORDS, one_of
from ingest.extraction.words.moods import stage_words
from ingest.extraction.works.phases import its_phase_follows, whole_of_phase
from ingest.proposal import ProjectFact

_SEVERAL = re.compile(
    r"(?:以上|上述|这|该|前述)?([两二三四五六七八九十]|[0-9]{1,2})(?:个|项|大|处|座|条|馆|地|所|栋|家)"
    f"(?:重点|重大|新)?{one_of('any work', 'counted together')}?"
    rf"{one_of('all', 'tells of several')}|([两二三四五六七八九十])者|"
    rf"([两二三四])[校桥馆路园厂院站楼](?={one_of('tells of several houses')}|[0-9])|"
    r"(?:上述|这些|以上)(?:项目|工程)(?![中里当之])|(?<![一-鿿])均(?=.{2})"
)
# 其余三项今年完工: all of them that no date was told of.
_THE_REST = re.compile(
    r"其[余他](?:([两二三四五六七八九]|[0-9]{1,2})(?:个|项|处|座|条))?(?:项目|工程)?"
)
_ALL = WORDS["all"]
_FIRST_OF_THEM = re.compile(r"前([两二三四五])(?:个|项|处|座|条|者)")
# What may follow a word that stands for a work: 大桥于2018年…, 工程批复概算….
_TOLD_OF = re.compile(
    r"(?:项目|工程)?(?:[选总投占全概长估计预建将已于由共设造采用拟规位建起自再,]|[0-9]|批复)"
)
_PLACES = frozenset(WORDS["holds many works"])
_THIS = re.compile("^" + one_of("this work"))
_ANY_WORK = WORDS["may mean any work"]
# 改造后的敬老院9月投用: it is the one that was told of.
_SINCE_BUILT = re.compile(f"{one_of('build', 'altered')}后的")
# 全线明年10月通车: of works told of, only what leads from one place to another has a length.
_PHASE = re.compile("[一二三四五首]期")
_LINE = re.compile(f"{one_of('road')}$|[路线渠段道](?:项目|工程)?$")
_SCHOOLS = tuple(WORDS["called a school"])
_ITS_TIME = re.compile(f"[^,0-9的]{{2,4}}的?{one_of('how its time goes')}")
_AIMS_AT = re.compile(
    f"[则也]?(?:赶在?|[将要须拟能]|{one_of('aims at a day')})|的?{one_of('how its time goes')}"
)
_LOOKING_BACK = 12
_TWO = 2
_SHORTEST_ENDING = 3
_LONGEST_SHORT = 8


def spoken_of(
    clause: Clause,
    predicate: Predicate,
    named: Sequence[ProjectFact],
    current: list[ProjectFact],
    recent: list[ProjectFact],
    pair: Sequence[ProjectFact] = (),
    *,
    begins: bool = True,
) -> list[ProjectFact]:
    """The works of `named`, in the order of the print, that this clause refers to; else none.

    `pair`: the two that were told of together last; `begins`: whether the clause begins its part
    of the sentence.
    """
    near = current or recent
    said = _SINCE_BUILT.sub("", clause.text[past_adverbs(clause.text) :])
    house = HEADS.at(said, 0) if _SINCE_BUILT.match(clause.text) else None
    if house and near and house[0] in near[-1].name:
        return near[-1:]
    if one := one_of_two(clause):
        both = pair_told(near, recent, pair)
        return [both[one - 1]] if both else []  # 前者投资1800万元,后者投资960万元
    if of_place := _called_by_place(said, named):
        return [of_place]
    if first := _FIRST_OF_THEM.match(said):
        return near[: int(number(first[1]) or 0)]
    if rest := _THE_REST.match(said):
        return _the_rest(clause, said, rest, named, near)
    # 三个项目年内全部开工: a day may stand before the word for all of them.
    if several := _SEVERAL.match(said) or _SEVERAL.match(clause.without_dates(said)):
        count = several[1] or several[2] or several[3]
        return _last(count, named) if count else list(current or named[-2:])
    if predicate.anaphor and near:
        return _by_last_word(clause, near, named) or (near if _can_mean(clause, near[-1]) else [])
    if again := _told_again(clause, named):
        return [again]
    if (begins or current) and (short := _called_shortly(clause, said, named)):
        return [short]  # 东街片区还在征收,安置房7月分: of what began it, and no other
    if recent and not current and _begins_with_ending(clause, recent[-1]):
        return recent
    return _called_by_ending(said, named)


def _called_by_place(said: str, named: Sequence[ProjectFact]) -> ProjectFact | None:
    """石塘投资1.2亿元, after 石塘变电站 and 柳沟变电站: of works of one kind, by where they are."""
    for fact, other in permutations(named[-_TWO:], _TWO):
        kind = _length_of_common_end(fact.name, other.name)
        place = fact.name[:-kind] if kind > 1 else ""
        if len(place) > 1 and said.startswith(place) and _TOLD_OF.match(said, len(place)):
            return fact
    return None


def _length_of_common_end(one: str, other: str) -> int:
    backwards = zip(reversed(one), reversed(other), strict=False)
    return sum(1 for _ in takewhile(lambda pair: pair[0] == pair[1], backwards))


def _the_rest(
    clause: Clause,
    said: str,
    rest: re.Match[str],
    named: Sequence[ProjectFact],
    near: list[ProjectFact],
) -> list[ProjectFact]:
    """其余三项今年完工: all works that no day was told of.

    其余住房明年国庆前交付, 其余2台9月并网: the rest of the one work that is told of ends it.
    """
    wanted = int(number(rest[1]) or 0) if rest[1] else 0
    if wanted or rest[0][-1] in "目程" or _tells_on(clause, said, rest.end()):
        several = near if len(near) > 1 else named
        left = [each for each in several if each.due_on is None or each.due_precision == "year"]
        return left if (near or wanted) and wanted in (0, len(left)) else []
    ends_it = len(near) == 1 and any(each.find.is_due for each in clause.dates)
    return near if ends_it and stage_words(said) else []


def _tells_on(clause: Clause, said: str, place: int) -> bool:
    """其余|明年6月完工 is told of works; 其余|2台9月并网 and 其余|住房…交付 of parts of one."""
    at = clause.end - len(said) + place
    begins = ADVERB.at(said, place) or STAGES.at(said, place) or said.startswith(_ALL, place)
    return bool(begins) or place >= len(said) or at in clause.date_at


def one_of_two(clause: Clause) -> int:
    """1 where a clause begins with 前者, 2 with 后者, else 0."""
    said = clause.text[past_adverbs(clause.text) :]
    return 1 if said.startswith("前者") else 2 if said.startswith("后者") else 0


def pair_told(
    near: Sequence[ProjectFact], recent: Sequence[ProjectFact], pair: Sequence[ProjectFact]
) -> Sequence[ProjectFact]:
    """The two works told of together last, if the one told of now is among them."""
    twos = (each for each in (near, recent, pair) if len(each) == _TWO)
    return next((each for each in twos if not near or near[0] in each), ())


def may_mean(clause: Clause, name: str) -> bool:
    """Whether 这座隧道 or 该工程 at the beginning of a clause can mean the thing of this name."""
    name = whole_of_phase(name) or name  # 该基地 after 风光储基地一期
    said = _THIS.sub("", clause.text[past_opening(clause) :])
    if said.startswith(_ANY_WORK):
        return True
    word = clause.text[: read_predicate(clause).start - clause.start]
    name = name[: house_end(name)]
    if said.startswith("校") and name.endswith(_SCHOOLS):
        return True
    return is_of_a_kind(word, name) or any(said.startswith(name[-size:]) for size in (4, 3, 2, 1))


def counts_several(clause: Clause) -> bool:
    """三馆总投资7.4亿元, 两个项目合计投资23亿元: how many works one sum is of."""
    several = _SEVERAL.match(clause.text[past_adverbs(clause.text) :])
    counted = several is not None and any(several.groups())
    return counted and len(clause.sums) == 1


def _last(count: str, named: Sequence[ProjectFact]) -> list[ProjectFact]:
    wanted = int(number(count) or 0)
    return list(named[-wanted:]) if wanted > 1 else []


def _by_last_word(
    clause: Clause, near: list[ProjectFact], named: Sequence[ProjectFact]
) -> list[ProjectFact]:
    """电站装机…: of all works named lately, the one whose name ends with 电站; 全线: the road."""
    said = clause.text.strip()
    hit = ANAPHOR.at(said, 0)
    word = _THIS.sub("", hit[0]) if hit else ""
    if word == "全线":
        return [each for each in named[-_LOOKING_BACK:] if _LINE.search(each.name)][-1:]
    if len(word) < 2 or word.startswith(("项目", "工程")) or near[-1].name.endswith(word):
        return []
    return [each for each in named[-_LOOKING_BACK:] if each.name.endswith(word)][-1:]


def _can_mean(clause: Clause, fact: ProjectFact) -> bool:
    """园区同时启动铁路专用线可研 is not said of a cold store that stands in it."""
    hit = ANAPHOR.at(clause.text.strip(), 0)
    if hit is None or hit[0] not in _PLACES or fact.name.endswith(tuple(_PLACES)):
        return True
    return is_of_a_kind(hit[0], fact.name)


def _told_again(clause: Clause, named: Sequence[ProjectFact]) -> ProjectFact | None:
    """市民体育馆10月底竣工 after 加快市民体育馆建设: a named work with its own date or stage."""
    said = clause.text[past_adverbs(clause.text) :].strip("“ ").removeprefix("除")
    if why := _told_why(said, named):
        return why
    if not any(each.find.is_due for each in clause.dates):
        return None
    staged = bool(stage_words(said))
    for fact in reversed(named[-_LOOKING_BACK:]):
        core = core_of(fact.name).strip("“”")
        if said.startswith(core) and its_phase_follows(said, len(core)):
            continue  # 河道治理工程二期明年完工 is told of the phase
        if len(core) >= (2 if staged else 4) and said.startswith(core) and not clause.sums:
            return fact
        if staged and _begins_with_end_of(core, said):
            return fact
    return None


def _called_shortly(clause: Clause, said: str, named: Sequence[ProjectFact]) -> ProjectFact | None:
    """宾馆要到国庆开业, after 望湖宾馆 and a road: the one work of all that ends with the word.

    A day and a stage are told of it, or how its time goes: 实训楼的工期紧,明年5月竣工.
    """
    dated = any(each.find.is_due for each in clause.dates) and bool(stage_words(said))
    if clause.sums or not (dated or _ITS_TIME.match(said)):
        return None
    things = [(thing, fact) for fact in named[-_LOOKING_BACK:] for thing in _things_in(fact.name)]
    for size in range(_LONGEST_SHORT, 1, -1):
        called = [fact for thing, fact in things if _is_short_for(said[:size], thing)]
        if len(called) == 1 and _goes_on_to_its_time(clause, said, size):
            return called[0]
    return None


def _things_in(name: str) -> list[str]:
    """烟叶复烤厂 of 烟叶复烤厂技改: a name to the end of each thing in it."""
    ends = (at + len(word) for at, word, kind in HEADS.every(name) if kind == "facility")
    return [name[:end] for end in dict.fromkeys(ends)]


def _is_short_for(word: str, thing: str) -> bool:
    head = HEADS.before(word, len(word))
    house = head is not None and head[1] == "facility"
    return house and len(thing) > len(word) > 1 and thing.endswith(word)


def _goes_on_to_its_time(clause: Clause, said: str, place: int) -> bool:
    at = clause.end - len(said) + place
    aims = _AIMS_AT.match(said, place) is not None
    return aims or at in clause.date_at or bool(ADVERB.at(said, place))


def _told_why(said: str, named: Sequence[ProjectFact]) -> ProjectFact | None:
    """黑泥坝水库因旱情严重, after 黑泥坝水库除险加固工程: what follows is told of that one."""
    for fact in reversed(named[-_LOOKING_BACK:]):
        ends = (at + len(word) for at, word, kind in HEADS.every(fact.name) if kind == "facility")
        things = [fact.name[:end] for end in ends if end >= _SHORTEST_ENDING]
        if any(told_why(said, each) for each in (*things, fact.name)):
            return fact
    return None


def _begins_with_end_of(core: str, said: str) -> bool:
    """轮胎裂解年内… of 废旧轮胎裂解; a bare word for a work (图书馆) says too little."""
    sizes = range(min(len(core), len(said)) - 1, _SHORTEST_ENDING, -1)
    return any(said.startswith(core[-size:]) for size in sizes)


def _called_by_ending(said: str, named: Sequence[ProjectFact]) -> list[ProjectFact]:
    """新校区位于城南 after 特殊教育学校新校区, paragraphs ago: the last word of a name alone."""
    for fact in reversed(named[-_LOOKING_BACK:]):
        thing = fact.name[: house_end(fact.name)]  # 景区9月闭园, after 峡谷景区提质改造
        for name, size in product(dict.fromkeys((fact.name, thing)), (4, 3, 2)):
            ending = name[-size:]
            alone = said.startswith(ending) and _TOLD_OF.match(said, size)
            if alone and len(name) > size + 1 and not _PHASE.fullmatch(ending):
                return [fact]
    return []


def is_rest_of_counted(segment: Sequence[Clause]) -> bool:
    """更新公交车40辆,第一批24辆4月到位,其余9月底前上线: the rest of a count, and no works."""
    said = segment[-1].text[past_adverbs(segment[-1].text) :]
    rest = _THE_REST.match(said)
    if rest is None or rest[0][-1] in "目程" or not _tells_on(segment[-1], said, rest.end()):
        return False  # 首批480套春节前交钥匙,其余住房国庆前交付 ends the work told of
    return any(size.kind == "count" for each in segment[-3:-1] for size in each.sizes)


def _begins_with_ending(clause: Clause, fact: ProjectFact) -> bool:
    """新校区占地20亩 after 实验小学新校区: the end of the name stands for the whole."""
    said = _SINCE_BUILT.sub("", clause.text.strip())
    endings = [fact.name[-size:] for size in (4, 3, 2) if len(fact.name) > size]
    return said.startswith(("该", "这座", "这条", "这个", *endings))
