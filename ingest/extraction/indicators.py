"""What a promised figure measures or counts.

粮食产量稳定在19万吨    粮食产量          what reaches it
新增5个照料中心         新增照料中心      what is made, behind it
招聘教师20名            招聘教师          what is done, before it
小麦45万亩、油菜22万亩  小麦, 油菜        each thing of a list
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property

import rjieba

from chinese.figures import Figure
from chinese.wordlists import any_of, words
from ingest.extraction.lists import ADVERB, MAKE, REACH, WORDS, one_of
from ingest.extraction.sentences import Clause, Date, Sentence

# What stands between the last figure and this one where it is a size, a price or a rank.
_NOT_PROMISED = re.compile(
    f"{any_of(WORDS['no promise'], words('moods', 'compared'))}|{one_of('no promise at the end')}$|"
    "[\u4e00-\u9fff]着(?![力手眼重])|"
    "^(?![^,]*完成).*投资$|(?<![增提])[长宽高]$|[(]$|每(?![千万百]人|个乡|户均)|占(?!比)|"
    "由[^,]*(?:提高|增加)"
)
# 发放租赁补贴760户 is a deed, 补贴760元 a price; 每万人拥有医师3.1人 an indicator.
_DEEDS_AFTER_ALL = re.compile(
    "发放[^,、]{0,8}?(?:补贴|补助|奖补|奖励)|(?<=每[千万百]人)[^,]{0,6}?拥有"
)
# 新上的320座温室连成一片: which ones they are. 尚未开工的7个 are still to come.
_WHICH = re.compile(f"(?<![未没]){one_of('make')}的$")
# 列入计划的文昌阁、祠堂,…两处修缮工程10月竣工
_OF_THOSE_NAMED = re.compile("[^,、]{0,4}?" + one_of("any work"))
_NUMBERED = re.compile(r"^(?:--|[▲●■◆※◎]|【[^】]*】|[(]?[0-9一二三四五六七八九十]{1,3}[)、.]+)")
_ALL_TOLD = re.compile(r"(?:全部|各|共|总共)$")
# 甲桥、乙路两个项目6月通车: the count is that of the works just named.
_OF_NAMED = re.compile("(?:重点|重大)?" + one_of("any work") + "(?!灯)")
_SCOPE = re.compile(r"范围|以内的|的(?:村|人|企业)")
# 为186名残疾人更换轮椅, 给60户送煤: for whom it is done stands before what is done.
_FOR = ("为", "给")
_FOR_WHOM = re.compile(f"[^,。;]{{1,24}}?{one_of('make', 'done for')}[^,。;]*")
# 安排24名维修人员: who is sent for a deed, and no deed.
_STAFF = re.compile(f"{one_of('sends')}(?:了)?$")
_STAFF_BEHIND = re.compile(f"[^,。;的]{{0,6}}?{one_of('staff')}")
_STAFF_BEFORE = re.compile(f"{one_of('sends')}[^,]{{0,16}}?{one_of('staff')}$")
# 43个在建项目年内完成投资18亿元, 27个乡镇站负荷率不低于60%: of how many it is told.
_REACHED_BY_THEM = re.compile("投资$|率$")
_ELSEWHERE = re.compile(
    f"(?:^|[,;:年底末月])(?P<there>{one_of('elsewhere')})(?!{one_of('rank')})|{one_of('here')}"
)
_REACH_AT_END = re.compile(f"(?:{one_of('reach')})+$")
_LONGEST_LEAD = 4  # characters before a count that begins its clause
_NOUN = re.compile(r"“[^”,。]{2,12}”|[^0-9,;:。、()“”的]{1,16}")
_EACH = re.compile(one_of("each"))
# 12处危险区各演练一次: what is promised of all that are counted.
_DEED_OF_ALL = re.compile("各|" + one_of("all", "aim", "make"))
_PLANS = re.compile(one_of("plans") + "[^0-9]*$")
_CAPACITY = re.compile(f"日{one_of('rate')}[^,]{{0,6}}$")  # 日烘干50吨
_SORTED = re.compile(f"(.{{4,}}(?:以上|以下)的?[^0-9,]{{1,4}}?)(?:{one_of('reach')})$")
_BOUNDS_BEHIND = (*words("bounds", "after >="), *words("bounds", "after <="))
_AIM = re.compile(one_of("aim"))
_TASK = re.compile("任务|目标")
_HOPES = re.compile("(?:有望|可望|预计|力争|确保|要|将|可|能)+$")  # 产值有望突破
_AIMS_AT = re.compile(f"{one_of('aims at')}$")
_MAKES_TOO = frozenset(WORDS["reach or make"])
_DIRECTIONS = frozenset(WORDS["direction"])


@dataclass(frozen=True)
class Measured:
    """A figure in its clause, with the other figures of the clause and the date that holds."""

    sentence: Sentence
    clause: Clause
    figure: Figure
    figures: Sequence[Figure]
    due: Date | None

    @cached_property
    def since(self) -> str:
        """What the clause says since the figure before this one."""
        base = self.clause.start
        ends = [each.end - base for each in self.figures if each.end <= self.figure.start]
        return self.clause.text[max([0, *ends]) : self.figure.start - base]

    @cached_property
    def before(self) -> str:
        """The same, without the number of an item of a list and without dates."""
        return self.clause.without_dates(without_number(self.since))

    @cached_property
    def behind(self) -> str:
        """What the clause says behind the figure."""
        return self.clause.text[self.figure.end - self.clause.start :]

    @property
    def is_count(self) -> bool:
        return self.figure.kind == "count"

    @property
    def goes_on(self) -> bool:
        """小麦45万亩、油菜22万亩, 28个、126栋, 60户210人: it carries on the list before it."""
        return self.since[:1] in ("、", "和") or (self.is_count and not self.since.strip())


def indicator_of(said: Measured, *, opened: bool) -> str | None:
    """What is promised of this figure, or None where nothing is.

    `opened`: a project was named before it, whose sizes are no promises of their own.
    """
    if _promises_nothing(said, opened):
        return None
    subject = _ALL_TOLD.sub("", plain(said.before))
    reached, noun = REACH.before(subject, len(subject)), _NOUN.match(said.behind)
    if said.is_count and (whom := _done_for(said)):
        return whom
    if noun and said.is_count and _AIMS_AT.search(said.before):
        return noun[0] if len(noun[0]) >= 2 else None  # 确保58个贫困村出列
    if reached and reached[0] not in _MAKES_TOO:
        return _what_reaches(said, subject, reached[0])
    made = MAKE.before(subject, len(subject))
    if made and noun and said.figure.kind != "percent":
        return made[0] + noun[0]
    alone = made is not None and subject == made[0] and len(subject) >= 2
    if alone and said.figure.kind not in ("percent", "money"):
        return subject  # 马铃薯是主导产业,计划种植1.5万亩
    if _is_promised(said, subject, reached is not None, opened):
        return subject
    if said.due is None or said.figure.kind == "money":
        return None
    if not subject and not _DEED_OF_ALL.search(said.behind):
        return None  # 三个乡镇签下责任书: of whom something is told
    thing = (subject + noun[0] if noun and said.is_count else subject).strip("、")
    return thing if len(thing) >= 2 else None


def _is_of_those_named(said: Measured) -> bool:
    """两个项目6月通车, and in Chinese figures 两处修缮工程, behind the names of works."""
    if _OF_NAMED.match(said.behind):
        return True
    printed = said.sentence.folded.text[said.figure.number_start]
    return not printed.isdecimal() and _OF_THOSE_NAMED.match(said.behind) is not None


def _is_dated_behind(said: Measured) -> bool:
    """签约的17个项目6月底前进场: a date to come stands behind the figure."""
    return any(d.find.is_due and d.start >= said.figure.end for d in said.clause.dates)


def _is_staff(said: Measured) -> bool:
    """安排24名维修人员, 安排抢修队伍12支: who is sent."""
    before = said.clause.text[: said.figure.start - said.clause.start]
    if _STAFF_BEFORE.search(before):
        return True
    return bool(_STAFF.search(said.before) and _STAFF_BEHIND.match(said.behind))


def _is_scope(said: Measured) -> bool:
    """Whether the count tells how many reach the figure that stands behind it in its clause."""
    if len(said.before.strip()) > _LONGEST_LEAD:
        return False
    later = [f for f in said.clause.sizes if f.kind == "percent"]
    later += [each.figure for each in said.clause.sums]
    begins = [f.start - said.clause.start for f in later if f.start > said.figure.end]
    told = said.clause.text[: begins[0]] if begins else ""
    return bool(begins) and _REACHED_BY_THEM.search(_REACH_AT_END.sub("", told)) is not None


def _is_told_of_others(said: Measured) -> bool:
    """全国农村自来水普及率达到80%: the last place named before the figure is none of ours."""
    text = said.sentence.text[: said.figure.start - said.sentence.start]
    places = list(_ELSEWHERE.finditer(text))
    return bool(places) and places[-1]["there"] is not None


def _done_for(said: Measured) -> str | None:
    """为残疾人更换轮椅 of 为186名残疾人更换轮椅."""
    if not said.before.endswith(_FOR):
        return None
    deed = _FOR_WHOM.match(said.behind)
    return said.before[-1] + said.clause.without_dates(deed[0])[:24] if deed else None


def _promises_nothing(said: Measured, opened: bool) -> bool:
    """占地20亩, 由210亿元, 完成85%: a size, a price, a scope, a report, or where a change began."""
    since = _DEEDS_AFTER_ALL.sub("", without_number(said.since))
    if _NOT_PROMISED.search(since) or _SCOPE.match(said.behind):
        return True
    if said.figure.comparator == "=" and _CAPACITY.search(since):
        return True
    if said.is_count and _WHICH.search(said.before) and not _is_dated_behind(said):
        return True
    if said.is_count and (_is_staff(said) or _is_scope(said)):
        return True
    if _is_told_of_others(said):
        return True
    if said.figure.kind == "money" and _sorts_what_is_counted(said):
        return True
    if said.is_count and opened and _is_of_those_named(said):
        return True
    aimed = _AIM.search(said.clause.text) or any(d.find.is_due for d in said.clause.dates)
    if opened and not aimed and not (said.due and MAKE.at(said.clause.text, 0)):
        return True
    share_done = said.figure.kind == "percent" and plain(said.before).endswith("完成")
    return said.before.endswith(("由", "从")) or (share_done and not said.clause.dates)


def _sorts_what_is_counted(said: Measured) -> bool:
    """年销售收入5亿元以上龙头企业3家: the sum tells which ones are counted."""
    bound = said.figure.comparator in (">=", "<=") and said.behind[:1] not in ("", "、")
    return bound and any(
        each.kind == "count" and each.start > said.figure.end for each in said.clause.sizes
    )


def _what_reaches(said: Measured, subject: str, verb: str) -> str | None:
    """粮食产量 of 粮食产量稳定在, 能耗下降 of 能耗下降: a direction belongs to what is promised."""
    what = (
        _HOPES.sub("", plain(subject.removesuffix(verb)))
        or _before_change(said)
        or _said_before(said)
    )
    return (what + verb if verb in _DIRECTIONS else what) if len(what) >= 2 else None


def _is_promised(said: Measured, subject: str, reached: bool, opened: bool) -> bool:
    """Whether what stands before the figure is a thing to be done or to be reached by it."""
    if _TASK.search(said.before) and len(subject) >= 3:
        return True
    if len(subject) < 4:
        return len(subject) >= 2 and _is_bound_before(said) and said.figure.kind != "money"
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
    behind = bound and said.sentence.folded.text[figure.end - 2 : figure.end] in _BOUNDS_BEHIND
    share = figure.kind == "percent" and (said.due is not None or figure.comparator != "=")
    return _is_bound_before(said) or behind or share


def _is_bound_before(said: Measured) -> bool:
    """编织袋不少于2000条"""
    figure = said.figure
    return figure.comparator in (">=", "<=") and figure.number_start > figure.start


def _said_before(said: Measured) -> str:
    """产值翻一番,达到30亿元: the clause before names what is reached."""
    clauses = said.sentence.clauses
    place = clauses.index(said.clause)
    text = plain(clauses[place - 1].text) if place else ""
    return re.sub(r"[0-9.]+.*$", "", text)[:16]


def _of_those_sorted(said: Measured) -> str:
    """The 村集体收入10万元以上的村 of …达到90%: what is counted is told by another figure."""
    text = said.clause.text[: said.figure.start - said.clause.start]
    sorted_by = _SORTED.search(said.clause.without_dates(text))
    return plain(sorted_by[1])[-20:] if sorted_by else ""


def _before_change(said: Measured) -> str:
    """The 产值 of 产值由210亿元增加到400亿元."""
    text = said.clause.text[: said.figure.start - said.clause.start]
    changed = re.search(r"[由从][0-9]", text)
    return plain(text[: changed.start()]) if changed else ""


def next_of_list(said: Measured, last: str) -> str:
    """The next thing under the verb of the last; a bare measure counts the same thing again."""
    noun = said.since.strip("、和 ")
    verb = MAKE.at(last, 0)
    return (verb[0] if verb else "") + noun if noun else last


def listed_indicators(clause: Clause, figures: Sequence[Figure]) -> dict[int, str]:
    """By the start of each figure: 甲、乙、丙总产分别达到1万吨、2万吨、3万吨."""
    told = _EACH.search(clause.text)
    behind = [f for f in figures if told and f.start - clause.start >= told.end()]
    if not told or len(behind) < 2:
        return {}
    names = re.split(r"[、和与及]", plain(clause.without_dates(clause.text[: told.start()])))
    if len(names) != len(behind):
        return {}
    tail = list(rjieba.cut(names[-1]))[-1]
    named = [name if name.endswith(tail) else name + tail for name in names]
    return {figure.start: name for figure, name in zip(behind, named, strict=True)}


def plain(text: str) -> str:
    """Without the adverbs before it: 粮食产量 of 力争粮食产量."""
    text = text.strip(" 、,的")
    while adverb := ADVERB.at(text, 0):
        if MAKE.at(text, 0) or len(text) - len(adverb[0]) < 2:
            break
        text = text[len(adverb[0]) :].strip(" 、,的")
    return text


def without_number(text: str) -> str:
    """Without the number of an item before it: 新增车位 of 3.新增车位, (三)新增车位, ▲新增车位."""
    return _NUMBERED.sub("", text)
