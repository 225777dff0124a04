"""Dated promises without a figure of their own: an event, or a deed done to what was counted.

年内通过二级医院评审                    an event
排查出隐患点87处,4月底前全部治理到位    what was counted is to be dealt with
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from ingest.extraction.clauses.contents import PART_OF_WORK
from ingest.extraction.clauses.interim import behind, interim_deed
from ingest.extraction.clauses.predicates import Predicate, read_predicate
from ingest.extraction.clauses.preparing import prepares
from ingest.extraction.clauses.saying import plain, without_number
from ingest.extraction.clauses.sentences import Clause, Date, Sentence
from ingest.extraction.promises.about import closing, in_full
from ingest.extraction.promises.targetfacts import event_of
from ingest.extraction.words.lists import GENERIC, one_of
from ingest.extraction.words.moods import stage_words
from ingest.extraction.works.projects import Reading
from ingest.proposal import TargetFact

_DONE_BY = ("完成", "全面完成", "按期完成", "确保完成")
_BY = re.compile("(?:须|要|应|务必|必须|将)?[在于]$")  # 须在11月20日前通过验收
_LONGEST_BY = 3
_STARTS = re.compile(
    "[日时点号]起|是[0-9]{2,4}年?[0-9]*月"
)  # 将于10月11日起入户: it begins, and is not done by then
_NO_EVENT = re.compile(
    f"^(?:请|限时|凡|不|如|对|未)|{one_of('no event')}|{one_of('part and no event')}$"
)
_END = re.compile(one_of("event that ends") + "$")
_BARE_END = re.compile(f"{one_of('before a bare end')}*(?:到位|{one_of('finished')})")
_SUBJECT = re.compile("[^0-9,。;:已未共约自从]{2,12}(?=已|未|共|约|自|从|[0-9])")
_ASKED = re.compile(one_of("asked"))
# 三年内水质达到Ⅲ类, 年底退出劣Ⅴ类
_REACHES_A_GRADE = re.compile(
    "(?:达到?|退出|恢复到|提升到|稳定在)[^,、0-9]{0,4}(?:[IVXⅠ-Ⅻ]{1,3}|[一二三四五])类"
)
_AIM = re.compile(
    f"(?:基本|全面|全部|彻底|如期)*{one_of('brings about')}(?!了)[^0-9,]{{3,16}}|"
    "每个?[^,、0-9]{1,4}都有[^,0-9]{2,12}"
)
_WORK_THAT_ENDS = re.compile(one_of("work that ends") + "$")
_ASKED_BY = re.compile(
    f"(?:必须|要|须|全面|全部)?{one_of('done by a day')}(?:[0-9]+号|[^,、0-9]){{3,18}}"
)
# 砖厂10月15日断电, 老棚屋2011年底推平, 6月20日清场: what is brought to an end, behind its day.
_ENDED = re.compile(
    f"(?:{one_of('before an end')}|[到在][^,、0-9]{{2,10}})?"
    f"(?:{one_of('brought to an end')}|(?P<so>[一-鿿]{{1,3}}{one_of('end of a deed')}))"
)
_ENDS_IT = re.compile(f"[请须应要将拟于在]+$|{one_of('asks for an end')}$")
_SAID_BY = re.compile(f"^.{{0,8}}(?:{one_of('asked')})")
_WHAT_ENDS = re.compile("[一-鿿“”、]{2,16}")
# 9月10日前各乡镇把产业资金拨付到村: what somebody is to do with a thing.
_DONE_TO_IT = re.compile(
    "[^,、0-9]{0,10}?把(?P<deed>[^,、0-9先]{4,16}"
    f"(?:{one_of('result of a deed')}|到村|到账|清楚|一遍))"
)
# 受损学校全部复课, 户户通电
_OF_EVERYONE = re.compile(
    f"(?!除)[^,、0-9已将]{{2,10}}(?:全部|全面|一律|悉数)(?!{one_of('in service')})[^,、0-9]{{2,6}}|"
    "(?P<each>户|村|乡|镇|家|人)(?P=each)[^,、0-9]{2,6}"
)
_EACH_OF_THEM = re.compile("(户|村|乡|镇|家|人)\\1[^,、0-9]{2,6}")
_FOR_WHOM_ENDS = re.compile(f"[为给对把](?:{one_of('finished')})$")
# 煤改气8000户,10月底前全部完成安装调试: how those that were counted are done
_OF_ALL_COUNTED = re.compile("全部|到位$")
# 地块5.3万平方米,一季度末完成效果评估: so ends what was told of, and is no event of its own.
_END_OF_IT = re.compile(f"[^,、]{{0,5}}{one_of('end of a thing')}")
_A_PART = re.compile("[\u4e00-\u9fff、]{2,14}")
_ALL_OF_A_WORK = re.compile(f"主体|全部|{one_of('all of a work')}")
_SHORT = 4  # characters
_BACK = 2  # clauses
_EVENT = re.compile(one_of("event"))
# 年内完成县医院三级医院创建, 明年创成省级旅游度假区
_IS_ATTAINED = re.compile(one_of("grade attained"))


def due_of_an_end(
    clause: Clause, due: Date | None, found: Sequence[TargetFact] = ()
) -> Date | None:
    """年底前,…,城区黑臭水体动态清零: what ends so is an event by the date over its clause.

    到2025年,新增公路95公里,实现镇镇通二级路: and so is an aim beside the figures of that date.
    """
    ends = _END.search(clause.text) or _EACH_OF_THEM.fullmatch(clause.text)
    aimed = _is_an_aim(clause) and any(each.value is not None for each in found)
    return due if ends or aimed else None


def _is_an_aim(clause: Clause) -> bool:
    """实现镇镇通二级路, 基本消除土坯房, 每个乡镇都有养老院"""
    return _AIM.fullmatch(plain(clause.without_dates(clause.text))) is not None


def read_events(
    sentence: Sentence, place: int, due: Date, reading: Reading, counted: Sequence[TargetFact] = ()
) -> list[TargetFact]:
    """A dated promise without a figure and without a named work: 年内完成…创建.

    `counted` are the targets of the sentence so far.
    """
    clause = sentence.clauses[place]
    deed = interim_deed(clause, behind(sentence, place), _without_who_asks(clause))
    if deed:
        clause.is_sure = True
        return [event_of(sentence, deed, due)]
    if not reading.current and (closed := closing(sentence, place)):
        return [event_of(sentence, closed, due)]
    predicate = read_predicate(clause)
    text = _event(clause, predicate)
    named = any(each.name in clause.text for each in reading.current)
    named = named or bool(reading.current and PART_OF_WORK.search(text))
    named = named or bool(reading.current and predicate.verb and not _EVENT.search(text))
    figures = clause.sizes or clause.sums
    done = predicate.verb in _DONE_BY or _EVENT.search(text) or _REACHES_A_GRADE.search(text)
    told = predicate.stage == "completed" and not predicate.verb
    if told and (ended := _work_ended(clause, predicate)):
        text, done = ended, True
    asked = "" if done or reading.current else _asked_by(clause) or _of_everyone(clause)
    if not done and (asked := asked or _brought_to_an_end(clause, reading)):
        text, done = asked, True
    if counted and not reading.current and _is_an_aim(clause):
        _clause_of(sentence, due).is_sure = True
        return [event_of(sentence, plain(clause.without_dates(clause.text)), due)]
    if predicate.verb in _DONE_BY and 2 <= len(text) < _SHORT and _ASKED.search(clause.text):
        text = "完成" + text  # 3月15日前完成春防
    if _OF_ALL_COUNTED.search(clause.text) and _is_due_with(counted, due):
        return []
    if prepares(clause):  # 5月底前完成招投标, whatever work stands before it
        text, done, named = _without_who_asks(clause), True, False
    elif part := _part_of_work(clause, predicate, reading):
        text, done, named = part, True, False
    starts = _STARTS.search(clause.text)
    if named or figures or not done or starts or _NO_EVENT.search(text):
        return []
    if text in GENERIC or (text.endswith("任务") and len(text) <= 6) or "前" in text[1:-1]:
        return []
    if _BARE_END.fullmatch(text):  # 春季造林已完成2.9万亩,预计4月中旬基本结束
        if _is_due_with(counted, due):
            return []  # 拆除广告牌120块,5月底结束: what was counted ends then
        text = _subject_before(sentence, place) + text
    if len(text) < 4 or _BARE_END.fullmatch(text) or _FOR_WHOM_ENDS.search(text):
        return []
    if _END_OF_IT.fullmatch(text) and _tells_of_a_thing(sentence, place, reading):
        return []
    clause.is_sure = clause.is_sure or _IS_ATTAINED.search(text) is not None
    deeds = [in_full(each, sentence, place) for each in _each_of(text)]
    return [event_of(sentence, each, due, predicate.stage) for each in deeds]


def _clause_of(sentence: Sentence, due: Date) -> Clause:
    """The clause in which a date stands, or the first where it stands in another sentence."""
    within = [each for each in sentence.clauses if each.start <= due.start < each.end]
    return (*within, sentence.clauses[0])[0]


def _tells_of_a_thing(sentence: Sentence, place: int, reading: Reading) -> bool:
    """Whether a work, or what was counted or measured, is told of before a clause."""
    before = sentence.clauses[max(0, place - _BACK) : place]
    counted = any(figure.kind != "percent" for each in before for figure in each.sizes)
    return bool(reading.current) or counted or any(each.sums for each in before)


def _is_due_with(counted: Sequence[TargetFact], due: Date) -> bool:
    return any(each.due_text == due.find.text for each in counted)


def _subject_before(sentence: Sentence, place: int) -> str:
    """What the clause before tells of: the 春季造林 of 春季造林已完成2.9万亩."""
    before = plain(without_number(sentence.clauses[place - 1].text)) if place else ""
    said = _SUBJECT.match(before)
    if said is None or said[0].endswith("的"):
        return ""
    begun = "开始" in before and not _WORK_THAT_ENDS.search(said[0])  # 从3月开始,7月结束
    return "" if begun else said[0]


def _event(clause: Clause, predicate: Predicate) -> str:
    """What is to have happened: the object of a verb, else the clause without its date."""
    if predicate.verb:
        return clause.text[predicate.start - clause.start : predicate.end - clause.start].strip()
    return plain(without_number(_without_who_asks(clause)))


def _part_of_work(clause: Clause, predicate: Predicate, reading: Reading) -> str:
    """The 完成外墙保温 of 9月底前完成外墙保温, behind the work of which it is a part."""
    if not reading.current or predicate.verb not in _DONE_BY or not predicate.dates:
        return ""
    part = clause.text[predicate.start - clause.start : predicate.end - clause.start].strip()
    if any(each.name in part for each in reading.current) or _ALL_OF_A_WORK.search(part):
        return ""
    return "完成" + part if _A_PART.fullmatch(part) else ""


def _without_who_asks(clause: Clause) -> str:
    """The 取得取水许可 of 会议要求6月10日前取得取水许可."""
    asked = _ASKED.search(clause.text)
    return plain(_without_terms(clause, asked.end() if asked else 0))


def _work_ended(clause: Clause, predicate: Predicate) -> str:
    """The 水塔清洗工作 of 水塔清洗工作3月20日前全部完成, or nothing."""
    subject = plain(clause.text[predicate.start - clause.start : predicate.end - clause.start])
    return subject if _WORK_THAT_ENDS.search(subject) else ""


def _asked_by(clause: Clause) -> str:
    """The 完成全员核酸检测 of 要求各校4月30日前完成全员核酸检测, or nothing."""
    due = [each for each in clause.dates if each.find.is_due]
    behind = clause.text[due[-1].end - clause.start :] if due else ""
    asked = _ASKED_BY.fullmatch(behind)
    return asked[0] if asked else ""


def _brought_to_an_end(clause: Clause, reading: Reading) -> str:
    """The 砖厂断电 of 砖厂10月15日断电, the 把资金拨付到村 of 9月底前各镇把资金拨付到村."""
    due = [each for each in clause.dates if each.find.is_due]
    if len(due) != 1 or len(clause.dates) > 1:
        return ""
    behind = clause.text[due[0].end - clause.start :].strip("”)")
    if not reading.current and (done := _DONE_TO_IT.fullmatch(behind)):
        return "把" + done["deed"]
    ended = _ENDED.fullmatch(behind)
    if ended is None or stage_words(behind) or (ended["so"] and reading.current):
        return ""
    before = _ENDS_IT.sub("", clause.text[: due[0].start - clause.start].strip("“( "))
    before = _SAID_BY.sub("", before)
    if not before:
        return "" if reading.current else behind
    link = "的" if before.endswith("的") else ""  # 余下的12月拨完
    return plain(before) + link + behind if _WHAT_ENDS.fullmatch(before) else ""


def _of_everyone(clause: Clause) -> str:
    """The 受损学校全部复课 of 9月15日前受损学校全部复课, or nothing; 3月10日前,户户通电."""
    due = [each for each in clause.dates if each.find.is_due]
    said = _OF_EVERYONE.fullmatch(clause.text, due[-1].end - clause.start if due else 0)
    said = said or _OF_EVERYONE.fullmatch(clause.without_dates(clause.text))
    return said[0] if said else ""


def _without_terms(clause: Clause, first: int) -> str:
    """The clause from a place on, without its dates and the 须在 or 于 before them."""
    kept, position = [], first
    for each in clause.dates:
        start, end = each.start - clause.start, each.end - clause.start
        if start < position:
            continue
        by = _BY.search(clause.text, max(position, start - _LONGEST_BY), start)
        kept.append(clause.text[position : by.start() if by else start])
        position = end
    return "".join((*kept, clause.text[position:]))


def _each_of(text: str) -> list[str]:
    """甲医院和乙医院二级创建 is one promise for each of the two."""
    left, link, right = text.partition("和")
    kind = left[-2:]
    place = right.find(kind)
    if not link or len(left) < 3 or place < 0:
        return [text]
    tail = right[place + 2 :]
    return [left + tail, right] if tail else [text]
