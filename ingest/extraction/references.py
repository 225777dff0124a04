"""Which works a clause without a name of its own goes on about.

该项目, 电站    the work named before it, by its last word where several were
三个项目均…      the last three
轮胎裂解年内投产  the work whose name ends so
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from chinese.numerals import number
from ingest.extraction.lists import ADVERB, ANAPHOR, HEADS, STAGES, WORDS, one_of
from ingest.extraction.moods import stage_words
from ingest.extraction.nameable import is_common
from ingest.extraction.phases import whole_of_phase
from ingest.extraction.predicates import Predicate, read_predicate
from ingest.extraction.sentences import Clause
from ingest.proposal import ProjectFact

_SEVERAL = re.compile(
    r"(?:以上|上述|这|该|前述)?([两二三四五六七八九十]|[0-9]{1,2})(?:个|项|大|处|座|条|馆|地)"
    f"(?:重点|重大|新)?{one_of('any work')}?"
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
_CORE = re.compile(r"(?<=..)(?:项目|工程)?(?:建设)?(?:项目|工程)?$")
_ITS_FIRM = re.compile(one_of("firm") + "$")
_WHOLE = frozenset(WORDS["of the whole"])
_PLACES = frozenset(WORDS["holds many works"])
_THIS = re.compile("^" + one_of("this work"))
_ANY_WORK = WORDS["may mean any work"]
# 改造后的敬老院9月投用: it is the one that was told of.
_SINCE_BUILT = re.compile(f"{one_of('build', 'altered')}后的")
# 全线明年10月通车: of works told of, only what leads from one place to another has a length.
_LINE = re.compile(f"{one_of('road')}$|[路线渠段道](?:项目|工程)?$")
_SCHOOLS = tuple(WORDS["called a school"])
_SHORTEST_ENDING = 3
_SHORTEST_WHOSE, _LONGEST_WHOSE = 2, 4
_SHORT_NAME = 5
_LOOKING_BACK = 12
_TWO = 2


def spoken_of(
    clause: Clause,
    predicate: Predicate,
    named: Sequence[ProjectFact],
    current: list[ProjectFact],
    recent: list[ProjectFact],
    pair: Sequence[ProjectFact] = (),
) -> list[ProjectFact]:
    """The works of `named`, in the order of the print, that this clause refers to; else none.

    `pair`: the two that were told of together last.
    """
    near = current or recent
    said = _SINCE_BUILT.sub("", clause.text[past_adverbs(clause.text) :])
    house = HEADS.at(said, 0) if _SINCE_BUILT.match(clause.text) else None
    if house and near and house[0] in near[-1].name:
        return near[-1:]
    if one := one_of_two(clause):
        both = pair_told(near, recent, pair)
        return [both[one - 1]] if both else []  # 前者投资1800万元,后者投资960万元
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
    if recent and not current and _begins_with_ending(clause, recent[-1]):
        return recent
    return _called_by_ending(said, named)


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
        left = [each for each in (near if len(near) > 1 else named) if each.due_on is None]
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


def is_short_for(full: str, name: str) -> bool:
    """南校区 is short for 实验中学南校区, of which a sentence before spoke."""
    whole = full if full.endswith(name) else _CORE.sub("", full)
    return whole.endswith(name) and _SHORTEST_ENDING <= len(name) <= len(whole) - 2


def is_called(full: str, name: str) -> bool:
    """城东区棚户区改造安置房工程 is called 安置房工程 or 棚户区改造安置房 further down."""
    core, short = _CORE.sub("", full), _CORE.sub("", name)
    if _is_done_to(core, short):
        return True  # 清水湾水库, of 清水湾水库枢纽工程
    if is_short_for(short, core) and _ITS_FIRM.search(short.removesuffix(core)):
        return True  # 美达公司小家电生产项目, of 小家电生产项目
    return core == short or is_short_for(core, short)


def begins_its_name(full: str, name: str) -> bool:
    """宏远项目 is short for 宏远新材料产业园项目: whose it is, and that it is a work."""
    whose = name.removesuffix("项目")
    short = name != whose and _SHORTEST_WHOSE <= len(whose) <= _LONGEST_WHOSE
    return short and full.endswith("项目") and full.startswith(whose)


def is_in_full(name: str, known: str) -> bool:
    """清水湾水库枢纽工程, 马集镇粮食烘干中心: whether a name says more of what is known by less.

    Known were 清水湾水库 and 烘干中心.
    """
    core, short = _CORE.sub("", name), _CORE.sub("", known)
    short_name = len(short) <= _SHORT_NAME or is_common(known)
    return _is_done_to(core, short) or (short_name and is_short_for(core, short))


def _is_done_to(core: str, place: str) -> bool:
    """县医院整体迁建 is done to 县医院; 县医院住院楼 is but a part of it."""
    rest = core.removeprefix(place)
    head = HEADS.before(place, len(place))
    if rest == core or not rest or len(place) <= _SHORTEST_ENDING or is_common(place):
        return False
    deed = HEADS.before(rest, len(rest))
    done = deed is not None and deed[1] == "action"
    return head is not None and head[1] == "facility" and (done or rest in _WHOLE)


def may_mean(clause: Clause, name: str) -> bool:
    """Whether 这座隧道 or 该工程 at the beginning of a clause can mean the thing of this name."""
    name = whole_of_phase(name) or name  # 该基地 after 风光储基地一期
    said = _THIS.sub("", clause.text[past_opening(clause) :])
    if said.startswith(_ANY_WORK):
        return True
    word = clause.text[: read_predicate(clause).start - clause.start]
    name = name[: _house_end(name)]
    if said.startswith("校") and name.endswith(_SCHOOLS):
        return True
    return is_of_a_kind(word, name) or any(said.startswith(name[-size:]) for size in (4, 3, 2, 1))


def is_of_a_kind(one: str, other: str) -> bool:
    """大桥 and 沅水二桥, 这栋小楼 and 小学寄宿楼: both end with the same sort of work."""
    kinds = [head[0] for name in (one, other) if (head := HEADS.before(name, _house_end(name)))]
    return len(kinds) == 2 and (kinds[0].endswith(kinds[1]) or kinds[1].endswith(kinds[0]))


def _house_end(name: str) -> int:
    """Where the house ends in 红旗小学迁建项目, whatever is done to it."""
    end = len(name)
    while (word := HEADS.before(name, end)) and word[1] != "facility":
        end -= len(word[0])
    return end if HEADS.before(name, end) else len(name)


def past_adverbs(text: str) -> int:
    """Where the first word stands that is no adverb of the list."""
    place = 0
    while (word := ADVERB.at(text, place)) and word[0] not in ("均", "都"):
        place += len(word[0])
    return place


def past_opening(clause: Clause) -> int:
    """Where the first word stands that is no adverb and no date: 确保9月底|全线通车."""
    place = 0
    while place < len(clause.text):
        date = clause.date_at.get(clause.start + place)
        following = date.end - clause.start if date else place + past_adverbs(clause.text[place:])
        if following == place:
            break
        place = following
    return place


def past_its_work(text: str) -> str:
    """二期正在规划 of 景区二期正在规划: a clause behind the word for the work told of."""
    word = ANAPHOR.at(text, 0) or HEADS.at(text, 0)
    return text[len(word[0]) :] if word else text


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
    if not any(each.find.is_due for each in clause.dates):
        return None
    staged = bool(stage_words(said))
    for fact in reversed(named[-_LOOKING_BACK:]):
        core = _CORE.sub("", fact.name).strip("“”")
        if len(core) >= (2 if staged else 4) and said.startswith(core) and not clause.sums:
            return fact
        if staged and _begins_with_end_of(core, said):
            return fact
    return None


def _begins_with_end_of(core: str, said: str) -> bool:
    """轮胎裂解年内… of 废旧轮胎裂解; a bare word for a work (图书馆) says too little."""
    sizes = range(min(len(core), len(said)) - 1, _SHORTEST_ENDING, -1)
    return any(said.startswith(core[-size:]) for size in sizes)


def _called_by_ending(said: str, named: Sequence[ProjectFact]) -> list[ProjectFact]:
    """新校区位于城南 after 特殊教育学校新校区, paragraphs ago: the last word of a name alone."""
    for fact in reversed(named[-_LOOKING_BACK:]):
        for size in (4, 3, 2):
            ending = fact.name[-size:]
            alone = said.startswith(ending) and _TOLD_OF.match(said, size)
            if alone and len(fact.name) > size + 1:
                return [fact]
    return []


def _begins_with_ending(clause: Clause, fact: ProjectFact) -> bool:
    """新校区占地20亩 after 实验小学新校区: the end of the name stands for the whole."""
    said = _SINCE_BUILT.sub("", clause.text.strip())
    endings = [fact.name[-size:] for size in (4, 3, 2) if len(fact.name) > size]
    return said.startswith(("该", "这座", "这条", "这个", *endings))
