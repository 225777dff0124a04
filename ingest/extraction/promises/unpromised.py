"""Figures of which nothing is promised: sizes, prices, reports, staff, scopes, other places.

Each function answers one question about a figure in its clause; `promises_nothing` asks them all.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from functools import lru_cache

from chinese.wordlists import any_of, words
from ingest.extraction.clauses.counted import counts_only
from ingest.extraction.clauses.saying import Measured, plain, without_comparison, without_number
from ingest.extraction.promises.fulfilled import came_of_a_plan, is_a_plan_gone
from ingest.extraction.words.lists import MAKE, REACH, WORDS, one_of
from ingest.extraction.words.moods import BESIDE_AN_AIM, labels_in, plans, stage_words

# What stands between the last figure and this one where it is a size, a price or a rank.
_NOT_PROMISED = re.compile(
    f"{any_of(WORDS['no promise'], words('moods', 'compared'))}|{one_of('no promise at the end')}$|"
    "[\u4e00-\u9fff]着(?![力手眼重])|"
    f"^(?![^,]*(?:完成|{one_of('draws')})).*投资$|"
    f"(?<![增提延])[长宽高]$|[(]$|每(?![千万百]|个乡|户均|年{one_of('make')})|占(?!比|[^,]*比[重例](?:要|将)?(?:达到?|提高到|不低于|不少于|超过)?$)|"
    "由[^,]*(?:提高|增加)"
)
# 发放租赁补贴760户, 兑付补贴640万元 is a deed, 补贴760元 a price; 每万人拥有医师3.1人 an indicator.
_DEEDS_AFTER_ALL = re.compile(
    f"(?:发放|兑[付现])[^,、]{{0,8}}?{one_of('subsidy')}|"
    "标准[^,、]{0,6}?[至到]每[^,、0-9]{1,5}$|每[千万百][^,]{1,6}?拥有"
)
# 列入计划的文昌阁、祠堂,…两处修缮工程10月竣工
_OF_THOSE_NAMED = re.compile("[^,、]{0,4}?" + one_of("any work"))
# 甲桥、乙路两个项目6月通车: the count is that of the works just named.
_OF_NAMED = re.compile("(?:重点|重大)?" + one_of("any work") + "(?!灯)")
_NAMED_BEFORE = re.compile("[^,、0-9]{3,}、[^,0-9]{3,}$")
_SIZED = re.compile(one_of("size of a work") + "$")
_LIMITS_EACH = re.compile(f"每[^,、元]{{1,4}}{one_of('limited of each')}(?:要|须)?(?:控制在|达到)$")
_EACH_AT_LEAST = re.compile("每[个所座]?[村镇乡校班户县][^,、元0-9]{1,10}$")
# 每日收运量提升至42吨, 每天接种量稳定在6500剂次: a rate that is reached.
_RATE = re.compile(f"每[日天周月年][^,、0-9]{{0,8}}[量数]{one_of('reach')}$")
_AIM_BEHIND = re.compile("的[^,、]{0,4}目标")  # 同比增长10%的目标不变
_EARNS = re.compile("收入")  # 每个村集体经济收入不低于50万元
_DONE_BY_EACH = re.compile(f"每[个所]?(?:村|镇|乡镇?|学?校|班|县|社区){one_of('make')}")
# 预计清明假期接待游客8.5万人次: who comes by himself is foretold.
_FORETOLD = re.compile(f"(?:预计|预测)[^,;]{{0,16}}?{one_of('comes to a place')}")
_DONE_SO_FAR = re.compile("完成(?:[^,、0-9率例量]{2,6})?$")
# 高标准农田达到120万亩,占耕地的65%: what part of a whole an aim comes to.
_PART_OF_A_WHOLE = re.compile("占[^,、0-9]{2,12}的(?:比例|比重)?(?:约|近)?")
_COUNTY_INVESTMENT = re.compile(one_of("kind of county investment") + "投资$")
_SIZE_WORD = re.compile("(?:规模|面积)$")
_SCOPE = re.compile(
    f"{one_of('of a price', 'of those who take part')}|范围|以内的|的(?:村|人|企业)|"
    f"{one_of('meeting of so many')}|的(?:奖励|补贴|补助|奖补)|[^,、0-9]{{0,8}}的(?:机遇|契机|机会)"
)
_ELSEWHERE = re.compile(
    f"(?:^|[,;:年底末月])(?P<there>{one_of('elsewhere')})(?!{one_of('rank')})|{one_of('here')}"
)
_ENDS_SO = re.compile(one_of("event that ends") + "$")
_SHORTEST = 3  # characters of a thing that grows
_LONGEST_WANTED = 24  # characters of 低于年度目标
_BACK = 200  # characters before a figure in which its place is named
# 涉及5个乡镇31个行政村, 涉及9个社区、3000户
_CONCERNS = re.compile(
    "(?:涉及|惠及|影响)(?:(?:[^,、;]|、(?=[0-9]|$))*|[^,;]{2,30}等[^,、;]{0,8})$"
)
_THING = re.compile("[\u4e00-\u9fff]{2,8}")
_OF_A_CLASS = WORDS["unit of a class"]
_CAPACITY = re.compile(f"日{one_of('rate')}[^,]{{0,6}}$")  # 日烘干50吨
_FROM = re.compile(
    f"[由从][增降][长低幅]{{0,1}}$|[由从](?:增长|增加|下降|减少)$|[由从]{one_of('as it was')}的?$"
)
_CHANGED_TO = re.compile("[^0-9,。;]{0,6}?[到至为成][0-9约近]")
_COSTS_EACH = re.compile(f"{one_of('cost of each')}(?:各|分别)?(?:需|为|约)[0-9.万亿元、和]*$")
_SHARE = re.compile("(?<![利费税])率$|比例$")  # 票面利率 is a price
_FIRST_TIME = re.compile(f"{one_of('for the first time')}{one_of('reach')}$")
_AIM = re.compile(one_of("aim"))


def promises_nothing(said: Measured, opened: bool) -> bool:
    """占地20亩, 由210亿元, 完成85%: a size, a price, a scope, a report, or where a change began.

    `opened`: a project was named before it, whose sizes are no promises of their own.
    """
    if opened and (_is_of_those_named(said) or not _is_aimed_at(said)):
        return True
    return any(tells(said) for tells in _TELLS)


def _is_told(said: Measured) -> bool:
    """占地20亩, 已完成3公里, 每户5元; behind it 以内的, 的企业."""
    since = _DEEDS_AFTER_ALL.sub("", without_number(said.since))
    if said.is_of_the_rest:
        return False  # 还有4000亩要在3月底前栽完
    if said.is_paid_behind:
        return False  # 拖欠的82万元运费3月底前打入账户
    if said.dealt_with and "done" not in labels_in(since):
        return False  # 奖励对象1230人全部兑现到位, 还有11户全部搬完
    if said.is_count and _CONCERNS.search(said.lead):
        return True
    if _LIMITS_EACH.search(since):
        since = since.replace("每", "")  # 每班人数控制在45人以内
    if said.is_bounded_before and _EACH_AT_LEAST.search(since):
        earns = _EARNS.search(since) is not None
        since = since.replace("每", "") if earns or said.figure.kind != "money" else since
    if _RATE.search(since) and said.due is not None:
        since = since.replace("每", "")
    if _DONE_BY_EACH.search(since):
        since = since.replace("每", "")  # 每个村培训农机手4名
    if said.is_growth_aimed_at or _AIM_BEHIND.match(said.behind):
        since = without_comparison(since)
    if _is_a_part_aimed_at(said):
        since = since.replace("占", "")
    if said.is_bounded_before:
        since = _SIZE_WORD.sub("", since)  # 户均种植规模不低于20亩
        since = _COUNTY_INVESTMENT.sub("", since)  # 技改投资不少于9亿元
    return bool(_NOT_PROMISED.search(since) or _SCOPE.match(said.behind))


def _is_a_part_aimed_at(said: Measured) -> bool:
    """高标准农田面积要达到120万亩,占耕地的65%"""
    if said.due is None or not _PART_OF_A_WHOLE.fullmatch(said.before):
        return False
    before = said.clauses_before[-1:]
    aimed = any(each.sizes and REACH.every(each.text) for each in before)
    return aimed and not any("done" in labels_in(each.text) for each in before)


def is_a_class(said: Measured) -> bool:
    """消除56人以上大班额: the bound behind tells which ones are meant."""
    if said.figure.kind == "money" and said.is_bounded_behind and said.behind[:1] == "的":
        return True  # 开支500元以上的须经小组签字
    bound = said.is_bounded_behind and said.figure.unit in _OF_A_CLASS
    return bound and _THING.match(said.behind) is not None


def _is_bare(said: Measured) -> bool:
    """产值过亿元: no number is printed."""
    printed = said.sentence.folded.text[said.figure.number_start : said.figure.end]
    return said.figure.kind == "money" and printed[:1] in "万亿"


def _is_a_ceiling(said: Measured) -> bool:
    """创业贷款最高30万元: as much as one may get."""
    printed = said.sentence.folded.text[said.figure.start : said.figure.number_start]
    return said.figure.kind == "money" and printed.startswith(("最高", "最多"))


def _falls_short(said: Measured) -> bool:
    """知晓率不足六成, 低于年度目标1.4个百分点: how far things are from what is wanted."""
    printed = said.sentence.folded.text[said.figure.start : said.figure.number_start]
    end = said.figure.start - said.clause.start
    found = BESIDE_AN_AIM.finditer(said.clause.text, max(0, end - _LONGEST_WANTED), end + 1)
    return printed.startswith("不足") or any(each.end() == end for each in found)


def _is_a_capacity(said: Measured) -> bool:
    if said.figure.comparator != "=" or not _CAPACITY.search(said.since):
        return False
    reached = REACH.before(said.before, len(said.before))
    return not (reached and said.due)  # 3月10日前再上两条线,日产能达到60万只


def _is_told_of_others(said: Measured) -> bool:
    """全国农村自来水普及率达到80%: the last place named before the figure is none of ours."""
    end = said.figure.start - said.sentence.start
    places = list(_ELSEWHERE.finditer(said.sentence.text, max(0, end - _BACK), end))
    return bool(places) and places[-1]["there"] is not None


def _sorts_what_is_counted(said: Measured) -> bool:
    """年销售收入5亿元以上龙头企业3家: the sum tells which ones are counted."""
    bound = said.figure.kind == "money" and said.figure.comparator in (">=", "<=")
    if not bound or said.behind[:1] in ("", "、"):
        return False
    counted = said.next_of(said.clause.sizes)
    return counted is not None and counted.kind == "count"


def _sizes_a_work(said: Measured) -> bool:
    """装机30万千瓦的抽水蓄能电站, 容量800吨的冷库: how large what is named behind it is."""
    sized = said.figure.kind not in ("count", "percent", "money", "times")
    return sized and _SIZED.search(said.before) is not None and said.behind[:1] == "的"


def _counts_those_named(said: Measured) -> bool:
    """县三中扩建、城北小学新建两个项目赶在9月1日交付: two that have just been named."""
    named = said.is_count and said.is_in_hanzi and _NAMED_BEFORE.match(said.lead) is not None
    return named and _OF_NAMED.match(said.behind) is not None


def _sizes_what_is_counted(said: Measured) -> bool:
    """新建5000吨平房仓4栋: how large each is of those that are counted."""
    if said.is_count or said.figure.kind in ("percent", "money"):
        return False
    made = MAKE.before(said.before, len(said.before))
    counted = said.next_of(said.clause.sizes) if made else None
    if counted is None or counted.kind != "count":
        return False
    between = said.behind[: counted.start - said.figure.end]
    return _THING.fullmatch(between) is not None


def _is_where_it_began(said: Measured) -> bool:
    """由210亿元, 从8万元; 由增长7%调整为5.5%"""
    if said.before.endswith(("由", "从")):
        return True
    return _FROM.search(said.before) is not None and _CHANGED_TO.match(said.behind) is not None


def _is_how_it_stands(said: Measured) -> bool:
    """八件满意率在90%以上, 得票最低,为71.4%: told without a day, it is how things are."""
    if said.due is not None or plans(said.clause.text, "ongoing"):
        return False
    if said.figure.kind != "percent":
        return False
    return said.before.endswith(("率在", "度在", "在")) or said.before == "为"


def _is_a_distance(said: Measured) -> bool:
    """老桥下游300米处: where a thing stands."""
    return said.figure.kind == "length" and said.behind[:1] in ("处", "外", "远")


def _is_foretold(said: Measured) -> bool:
    """预计假期接待游客8万人次: a forecast; but 力争全年接待 is an aim."""
    return _FORETOLD.search(said.lead) is not None and not _is_aiming(said.clause.text)


def _is_what_each_costs(said: Measured) -> bool:
    """给两座水库加固,资金各为380万元和295万元"""
    return said.figure.kind == "money" and _COSTS_EACH.search(said.lead) is not None


def _is_a_share_done(said: Measured) -> bool:
    """完成85%, 完成外立面60%, without a date."""
    share = said.figure.kind == "percent" and _DONE_SO_FAR.search(plain(said.before))
    return bool(share) and not said.clause.dates


def _is_the_first_time(said: Measured) -> bool:
    """产值首次突破30亿元: told, unless it is aimed at, or to come by a day."""
    first = _FIRST_TIME.search(said.lead) is not None and said.clause.last_due < 0
    aimed = any(_aims(each.text) for each in (*said.clauses_before, said.clause))
    return first and not aimed


def _aims(clause: str) -> bool:
    return _is_aiming(clause) or "planned" in labels_in(clause) or "将" in clause


_TELLS: tuple[Callable[[Measured], bool], ...] = (
    _is_told,
    counts_only,
    is_a_class,
    _is_bare,
    _is_a_ceiling,
    _falls_short,
    _is_a_capacity,
    _is_told_of_others,
    _sorts_what_is_counted,
    _sizes_what_is_counted,
    _sizes_a_work,
    _counts_those_named,
    _is_where_it_began,
    _is_how_it_stands,
    _is_foretold,
    _is_a_distance,
    _is_what_each_costs,
    _is_a_share_done,
    _is_the_first_time,
    came_of_a_plan,
    is_a_plan_gone,
)


def _is_of_those_named(said: Measured) -> bool:
    """两个项目6月通车, and in Chinese figures 两处修缮工程, behind the names of works."""
    if not said.is_count:
        return False
    if _OF_NAMED.match(said.behind):
        return True
    return said.is_in_hanzi and _OF_THOSE_NAMED.match(said.behind) is not None


def _is_dealt_with(said: Measured) -> bool:
    """积水点6处全部销号; but 三栋厂房全部封顶 tells of a work."""
    ends = _ENDS_SO.search(said.dealt_with) is not None
    return bool(said.dealt_with) and (ends or not stage_words(said.dealt_with))


def _what_grows(said: Measured) -> bool:
    """年底前,水北桥通车,普惠托位增加450个: a thing of its own grows, whatever work was named."""
    verb = REACH.before(said.before, len(said.before))
    return verb is not None and len(plain(said.before)) >= len(verb[0]) + _SHORTEST


@lru_cache(1024)
def _is_aiming(clause: str) -> bool:
    return _AIM.search(clause) is not None


def _is_a_subject_of_its_own(said: Measured) -> bool:
    """6个乡镇站挂牌营业, behind a work among promises: so many others, of which a deed is told."""
    begins = said.is_count and not said.before and said.clause.start == said.figure.start
    return begins and said.sentence.among_promises and not said.is_in_hanzi


def _is_aimed_at(said: Measured) -> bool:
    """力争…达到: a clause that aims at its figure, though a work was named before it."""
    if _is_a_subject_of_its_own(said):
        return True
    aimed = _is_aiming(said.clause.text) or said.clause.last_due >= 0
    if aimed or said.due is None:
        return aimed
    share = said.figure.kind == "percent" and _SHARE.search(said.before)
    made = MAKE.at(said.clause.text, 0)
    return bool(share or made or said.is_added or _is_dealt_with(said) or _what_grows(said))
