"""What a promised figure measures or counts.

粮食产量稳定在19万吨    粮食产量          what reaches it
新增5个照料中心         新增照料中心      what is made, behind it
招聘教师20名            招聘教师          what is done, before it
小麦45万亩、油菜22万亩  小麦, 油菜        each thing of a list
"""

from __future__ import annotations

import re
from collections.abc import Sequence

import rjieba

from chinese.figures import Figure
from ingest.extraction.clauses.saying import Measured, plain, without_comparison
from ingest.extraction.clauses.sentences import Clause
from ingest.extraction.promises.unpromised import promises_nothing
from ingest.extraction.words.lists import MAKE, REACH, WORDS, one_of
from ingest.extraction.words.moods import stage_words

_ALL_TOLD = re.compile(r"(?:全部|各|共|总共)$")
# 为186名残疾人更换轮椅, 给60户送煤: for whom it is done stands before what is done.
_FOR = ("为", "给")
_FOR_WHOM = re.compile(f"[^,。;]{{1,24}}?{one_of('make', 'done for')}[^,。;]*")
_NOUN = re.compile(r"“[^”,。]{2,12}”|[^0-9,;:。、()“”的]{1,16}")
_EACH = re.compile(one_of("each"))
# 12处危险区各演练一次: what is promised of all that are counted.
_DEED_OF_ALL = re.compile("各|" + one_of("all", "aim", "make"))
_PLANS = re.compile(one_of("plans") + "[^0-9]*$")
_SORTED = re.compile(f"(.{{4,}}(?:以上|以下)的?[^0-9,]{{1,4}}?)(?:{one_of('reach')})$")
_LASTS = re.compile("[日月年时][至到-][0-9]|[日月年时]起|停[产业工]")
_OF_A_TASK = re.compile("的([^,。;]{0,8}?(?:任务|目标))")
_TASK = re.compile("任务|目标")
# 产值有望突破; but 产能 and 能耗 are things.
_HOPES = re.compile(f"(?:{one_of('hopes')}|(?<![产性效功职智节热电核储氢])能)+$")
_FUNDS = re.compile("(?:到位|引进|争取|投放).{0,8}(?:资金|贷款|债券)$")
_PAYS = re.compile(f"{one_of('pays out')}[^,、]{{0,10}}$")
_AIMS_AT = re.compile(f"{one_of('aims at')}$")
_KIND = re.compile("[^已正将完在未,、。;:()0-9]{1,6}")
_WILL = re.compile(f"^{one_of('will do')}+")
_SOME_NAMED = re.compile("|[^,0-9]{2,24}等")
# 对45处管网、12座水池进行维修
_IS_DONE_TO = re.compile("[^,;]{0,40}?进行(?P<deed>[一-鿿]{2,4})(?=$|[,、])")
_DEED_DONE = re.compile("[^0-9,;:、()“”的]{4,16}$")
_PRICE = re.compile("投资|造价|概算|资金$|每")
_TO_EACH = re.compile("(?<=[至到])(?:每[^,、0-9]{1,5})$")  # 标准提高到每人每月310元
_CHANGES_FROM = re.compile(
    f"[要将]?[由从](?:{one_of('as it was')}的?)?(?P<how>{one_of('direction')})?[0-9]"
)
_AIM_OVER = re.compile("[\u4e00-\u9fff]{0,8}目标")
_LABEL = re.compile("[一-鿿]{3,10}$")
_CONNECTED = re.compile("通[电水路气网邮暖]$")
_BARE_DEEDS = frozenset(WORDS["bare verb"])
_UNTIL = re.compile("分|计划|已|要|,")
_TOWN_AND_COUNTRY = ("城镇", "农村")
_ALIKE = 2  # characters
_MADE = re.compile("[一-鿿]{2,8}")
_SHORTEST_THING = 2  # characters
_SENTENCE_BEFORE = 80  # characters
_TAKES = ("把", "将")
_ONLY_LEFT = re.compile(f"^{one_of('what is left to do')}")
_TAKES_THE_REST = re.compile(f"[把将]{one_of('what is left to do')}$")
_IS_DONE = ("完", "好", "起来", "到位")
_BEFORE_WHAT_IS_DONE = re.compile("[一-鿿]{2,12}?(?=已|正|目前|现|累计|共|$)")
_LONGEST_DEED = 12  # characters
_MAKES_TOO = frozenset(WORDS["reach or make"])
_SUMS_UP = ("总量", "总额", "总规模", "总数")
_A_FIGURE = re.compile("[0-9]")
_GROWN = re.compile(f"(?<=..)[要将]?{one_of('direction')}$")
_DIRECTIONS = frozenset(WORDS["direction"])


def indicator_of(said: Measured, *, opened: bool) -> str | None:
    """What is promised of this figure, or None where nothing is.

    `opened`: a project was named before it, whose sizes are no promises of their own.
    """
    found = _indicator(said, opened)
    return past_what_takes(said, found) if found else found


def past_what_takes(said: Measured, name: str) -> str | None:
    """烤烟面积 of 把烤烟面积; of 把最后 before a figure what stands behind it."""
    if _TAKES_THE_REST.search(name):
        return _deed_behind(said)
    if name[0] not in _TAKES:
        return name
    thing = _ONLY_LEFT.sub("", plain(name[1:]))
    return thing if len(thing) >= _SHORTEST_THING else _deed_behind(said)


def names_no_thing(said: Measured) -> bool:
    """剩下8.5公里年底前修完: what is left of a thing that no clause before names."""
    return said.is_of_the_rest and not _thing_of_the_rest(said)


def _deed_behind(said: Measured) -> str | None:
    """渠道衬砌 of 把最后3.2公里渠道衬砌完, 路灯换完 of 把剩下的140盏路灯换完."""
    noun = _NOUN.match(said.told_behind.removeprefix("的"))
    deed = noun[0][:_LONGEST_DEED] if noun else ""
    words = list(rjieba.cut(deed))
    done = len(words) > 2 and words[-1] in _IS_DONE and len(words[-2]) > 1
    deed = deed.removesuffix(words[-1]) if done else deed
    return deed if len(deed) >= _SHORTEST_THING else None


def _indicator(said: Measured, opened: bool) -> str | None:
    if promises_nothing(said, opened):
        return None
    subject = _ALL_TOLD.sub("", _TO_EACH.sub("", plain(said.before)))
    reached, noun = REACH.before(subject, len(subject)), _NOUN.match(said.behind.removeprefix("的"))
    if said.is_of_the_rest:
        return _of_the_rest(said)
    if said.dealt_with:
        return said.dealt_with
    if said.is_count and (deed := _done_to_all(said) or _done_to(said)):
        return deed
    if said.figure.kind == "money" and (paid := _paid_out(said, subject)):
        return paid
    if said.is_count and (whom := _done_for(said)):
        return whom
    if noun and said.is_count and _AIMS_AT.search(said.before) and len(noun[0]) >= 2:
        return noun[0]  # 确保58个贫困村出列
    if reached and reached[0] not in _MAKES_TOO and said.before not in _FOR:
        return _what_reaches(said, subject, reached[0])
    if said.before == "计划" and (label := _label_over(said)):
        return label
    if said.before in _FOR and said.is_count:
        return None  # 为300户种养大户授信
    if (bare := _bare_deed(said, subject, opened)) is not None:
        return bare
    made = MAKE.before(subject, len(subject))
    if made and (task := _OF_A_TASK.match(said.behind)):
        return made[0] + task[1]  # 确保完成8亿元的年度任务
    if made and noun and said.figure.kind != "percent":
        return made[0] + noun[0]
    alone = made is not None and subject == made[0] and len(subject) >= 2
    if alone and said.figure.kind not in ("percent", "money"):
        return _made_before(said, subject) or subject  # 马铃薯是主导产业,计划种植1.5万亩
    if _is_promised(said, subject, reached is not None, opened):
        return subject
    if not subject and said.is_bounded_before and said.due and (same := _same_before(said)):
        return same
    if said.due is not None and not subject and (aim := _aim_over(said)):
        return aim
    if said.due is None or said.figure.kind == "money":
        return None
    dated = said.is_dated_behind and not said.is_in_hanzi and not _LASTS.search(said.behind)
    if not subject and not dated and not _DEED_OF_ALL.search(said.behind):
        return None  # 三个乡镇签下责任书: of whom something is told
    thing = (subject + noun[0] if noun and said.is_count else subject).strip("、")
    return thing if len(thing) >= 2 else None


def _same_before(said: Measured) -> str:
    """开行 of 每月开行2列,全年不少于20列: a figure of what the clause before counts."""
    told = said.clauses_before[-1:]
    if not told or not any(each.unit == said.figure.unit for each in told[0].sizes):
        return ""
    before = said_before(said)
    return before if len(before) >= 2 else ""


def _made_before(said: Measured, verb: str) -> str:
    """加装电梯 of 老旧小区加装电梯,年底前要加装120部: what is made stands in the clause before."""
    told = said.clauses_before[-1:]
    if not told or told[0].figures:
        return ""
    before, same, thing = plain(told[0].without_dates(told[0].text)).rpartition(verb)
    if same and _MADE.fullmatch(thing):
        return verb + thing
    return before + verb if same and not thing and len(before) >= _SHORTEST_THING else ""


def _label_over(said: Measured) -> str:
    """农村公路提质 of 农村公路提质:计划68公里."""
    over = said.clauses_before[-1:]
    label = _LABEL.search(over[0].text) if over and over[0].stop == ":" else None
    return label[0] if label else ""


def _aim_over(said: Measured) -> str:
    """全年目标 of 全年目标不变:1200万人次、68亿元: figures alone under what they are."""
    over = said.clauses_before[-1:]
    if not over or over[0].stop != ":" or said.clause.text[:1] not in "约0123456789":
        return ""
    aim = _AIM_OVER.search(over[0].text)
    return aim[0] if aim else ""


def _of_the_rest(said: Measured) -> str:
    """小区全部完工 of 目前9个小区已完工,其余6个11月15日前全部完工."""
    deed = _WILL.sub("", plain(said.told_behind))
    rest = _ONLY_LEFT.sub("", said.before).removesuffix("的")
    return rest + _thing_of_the_rest(said) + deed[:_LONGEST_DEED]


def _thing_of_the_rest(said: Measured) -> str:
    """小区 of 目前9个小区已完工, 管网改造 of 管网改造已修完12公里: what is left is of it."""
    for clause in reversed(said.clauses_before):
        alike = [each for each in clause.sizes if each.unit == said.figure.unit]
        for each in reversed(alike):
            noun = _NOUN.match(said.sentence.text, each.end - said.sentence.start)
            if noun and (kind := _KIND.match(noun[0])):
                return kind[0]
        if alike:
            told = plain(clause.without_dates(clause.text[: alike[0].start - clause.start]))
            thing = _BEFORE_WHAT_IS_DONE.match(told)
            return thing[0] if thing else ""
    return _thing_told_before(said)


def _thing_told_before(said: Measured) -> str:
    """风机 of 已吊装21台风机。剩下3台年底前立起来: the sentence before tells of what they are."""
    start = said.sentence.start
    before = said.sentence.folded.text[max(0, start - _SENTENCE_BEFORE) : start]
    counted = re.compile(f"[0-9]{re.escape(said.figure.unit)}({_KIND.pattern})")
    found = counted.findall(before.rstrip("。!?\n").rpartition("。")[2])
    return next((each for each in reversed(found) if len(each) >= _SHORTEST_THING), "")


def _done_to_all(said: Measured) -> str:
    """村通自来水 of 6月底前,27个村通自来水: a count under a date alone, and what is done to it.

    挂牌 of 4个站点挂牌 too, where all around it is still to come; 东庄、西庄等 may stand before.
    """
    promised = said.has_its_date_before or said.sentence.among_promises
    if not _SOME_NAMED.fullmatch(said.before) or said.is_in_hanzi or not promised:
        return ""
    deed = _DEED_DONE.match(said.behind)
    if deed is None:
        return ""
    acts = any(tag == "v" for _, tag in list(rjieba.tag(deed[0]))[1:])
    return deed[0] if acts or stage_words(deed[0]) or _CONNECTED.search(deed[0]) else ""


def _done_to(said: Measured) -> str:
    """维修水池 of 对45处管网、12座水池进行维修."""
    deed, noun = _IS_DONE_TO.match(said.behind), _NOUN.match(said.behind)
    if deed is None or noun is None or not said.lead.startswith("对"):
        return ""
    return deed["deed"] + noun[0].split("进行")[0]


def _bare_deed(said: Measured, subject: str, opened: bool) -> str | None:
    """改厕所 of 村里的厕所,今年改1200座: one verb and a count, of what was told before."""
    if subject not in _BARE_DEEDS or opened or said.due is None or said.figure.kind == "percent":
        return None
    noun = _NOUN.match(said.behind)
    return subject + (noun[0] if noun else _UNTIL.split(said_before(said))[0])


def _paid_out(said: Measured, subject: str) -> str | None:
    """春节前拨付1500万元, 补发的640万元11月10日前打入账户: money that is to be paid by a day."""
    if said.due is None:
        return None
    if said.is_paid_behind:
        return subject if len(subject) >= 2 else None
    return subject if _PAYS.search(subject) else None


def _done_for(said: Measured) -> str | None:
    """为残疾人更换轮椅 of 为186名残疾人更换轮椅."""
    if not said.before.endswith(_FOR):
        return None
    deed = _FOR_WHOM.match(said.behind)
    return said.before[-1] + said.clause.without_dates(deed[0])[:24] if deed else None


def _what_reaches(said: Measured, subject: str, verb: str) -> str | None:
    """粮食产量 of 粮食产量稳定在, 能耗下降 of 能耗下降: a direction belongs to what is promised."""
    what = without_comparison(_HOPES.sub("", plain(subject.removesuffix(verb))))
    if what in _SUMS_UP and (whose := _level_before(said)):
        return whose + what
    if len(what) < 2:
        what = _before_change(said) or _of_those_sorted(said) or _level_before(said)
    how = without_comparison(verb)
    return (what + how if how in _DIRECTIONS else what) if len(what) >= 2 else None


def _level_before(said: Measured) -> str:
    """财政收入 of 财政收入增长16%、达到6.8亿元: its growth stands before what it reaches."""
    told = said.clause.without_dates(said.far_lead)
    first = _A_FIGURE.search(told)
    before = plain(told[: first.start()]) if first else ""
    before = before if len(before) >= 2 else said_before(said)
    return _GROWN.sub("", before)


def _is_promised(said: Measured, subject: str, reached: bool, opened: bool) -> bool:
    """Whether what stands before the figure is a thing to be done or to be reached by it."""
    if _TASK.search(said.before) and len(subject) >= 3:
        return True
    if said.due and said.figure.kind == "money" and _FUNDS.search(subject):
        return True
    if said.is_under_aims and len(subject) >= 3 and not opened and not _PRICE.search(subject):
        return True
    if len(subject) < 4:
        if said.figure.kind == "money":
            return False
        made = MAKE.at(subject, 0)
        return (len(subject) >= 2 and said.is_bounded_before) or bool(
            made and not opened and len(made[0]) < len(subject)
        )  # 建油路100公里
    if MAKE.every(subject) or reached or _is_aimed(said) or _PLANS.search(said.before):
        return True
    return not opened and said.figure.kind != "money" and _is_deed(subject)


def _is_deed(subject: str) -> bool:
    """招聘教师, 新打机井: what is to be done begins with a verb."""
    tags = [tag for _, tag in rjieba.tag(subject)][:2]
    return tags[:1] == ["v"] or tags == ["a", "v"]


def _is_aimed(said: Measured) -> bool:
    """A bound is promised: 耕地保有量不低于68.5万亩; and so is a share with a due date."""
    figure = said.figure
    bound = figure.comparator in (">=", "<=")
    behind = bound and said.is_bounded_behind
    share = figure.kind == "percent" and (said.due is not None or figure.comparator != "=")
    return said.is_bounded_before or behind or share


def said_before(said: Measured) -> str:
    """产值翻一番,达到30亿元: the clause before names what is reached."""
    told = said.clauses_before[-1] if said.clauses_before else None
    text = plain(told.without_dates(told.text)) if told else ""
    return re.sub(r"[0-9.]+.*$", "", text)[:16]


def _of_those_sorted(said: Measured) -> str:
    """The 村集体收入10万元以上的村 of …达到90%: what is counted is told by another figure."""
    sorted_by = _SORTED.search(said.clause.without_dates(said.lead))
    return plain(sorted_by[1])[-20:] if sorted_by else ""


def _before_change(said: Measured) -> str:
    """The 产值 of 产值由210亿元增加到400亿元, the 保护率 of 保护率要从目前的61%提高到75%."""
    changed = _CHANGES_FROM.search(said.far_lead)
    return plain(said.far_lead[: changed.start()]) + (changed["how"] or "") if changed else ""


def next_of_list(said: Measured, last: str) -> str:
    """The next thing under the verb of the last; a bare measure counts the same thing again."""
    noun = re.split("[、和]", said.since.strip("、和 "))[-1] if said.since[:1] in "、和" else ""
    verb = MAKE.at(last, 0)
    return (verb[0] if verb else "") + noun if noun else last


def listed_indicators(clause: Clause, figures: Sequence[Figure]) -> dict[int, str]:
    """By the start of each figure: 甲、乙、丙总产分别达到1万吨、2万吨、3万吨."""
    told = _EACH.search(clause.text)
    behind = [f for f in figures if told and f.start - clause.start >= told.end()]
    if not told or len(behind) < 2:
        return {}
    said = clause.without_dates(clause.text[: told.start()]).rstrip("要将须")
    names = re.split(r"[、和与及]", plain(said))
    if len(names) != len(behind):
        return {}
    named = [_in_full(name, names[-1]) for name in names]
    return {figure.start: name for figure, name in zip(behind, named, strict=True)}


def _in_full(name: str, last: str) -> str:
    """城镇居民收入, for 城镇 before 农村居民收入; 小麦总产, for 小麦 before 玉米总产.

    What ends alike is whole: 城镇居民人均可支配收入 beside 农民人均纯收入.
    """
    if name == last or name[-_ALIKE:] == last[-_ALIKE:]:
        return name
    if name in _TOWN_AND_COUNTRY and last.startswith(_TOWN_AND_COUNTRY):
        return name + last[len(name) :]
    words = list(rjieba.cut(last))
    return name + words[-1] if len(words) > 1 else name
