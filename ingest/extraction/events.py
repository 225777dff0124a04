"""Dated promises without a figure of their own: an event, or a deed done to what was counted.

年内通过二级医院评审                    an event
排查出隐患点87处,4月底前全部治理到位    what was counted is to be dealt with
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from chinese.figures import Figure
from ingest.extraction.clauses import PART_OF_WORK
from ingest.extraction.lists import GENERIC, STAGES, one_of
from ingest.extraction.moods import labels_in, stage_words
from ingest.extraction.predicates import Predicate, read_predicate
from ingest.extraction.projects import Reading
from ingest.extraction.saying import plain, without_number
from ingest.extraction.sentences import Clause, Date, Sentence
from ingest.extraction.targetfacts import set_due, target_of
from ingest.proposal import TargetFact

_DONE_BY = ("完成", "全面完成", "按期完成", "确保完成")
_BY = re.compile("(?:须|要|应|务必|必须|将)?[在于]$")  # 须在11月20日前通过验收
_LONGEST_BY = 3
_STARTS = re.compile(
    "[日时点号]起|是[0-9]{2,4}年?[0-9]*月"
)  # 将于10月11日起入户: it begins, and is not done by then
_NO_EVENT = re.compile(
    "^(?:请|限时|凡|不|如|对|未)|艰巨|繁重|困难|的单位|罚款|停产|报送|举报|窗口|"
    f"{one_of('part and no event')}$"
)
_END = re.compile(one_of("event that ends") + "$")
# What is done with all that was counted, behind a date: 4月底前|全部治理到位.
_DEALT_WITH = re.compile(
    "^(?:必须|要|须|再|将|可|有望|预计|计划|力争|争取)?"
    f"(?:{one_of('all', 'piece by piece', 'event that ends')})|到位$"
)
# … and with what was measured: 淤泥外运4.6万方,8月15日|扫尾.
_FINISHED = re.compile(one_of("finished") + "$")
# … and with what is left of it: 余下的882户分到各组,6月15日前|签完.
_DONE_AT_LAST = re.compile("[\u4e00-\u9fff]{1,3}完|" + one_of("bare deed"))
_IS_LEFT = re.compile(one_of("what is left") + "的?$")
_BEGAN_WITH = re.compile("[由从]$")
_MEASURES = ("area", "volume", "length")
_STEPS = ("批", "步", "期", "次")
_SO_FAR = re.compile("(?:目前|现|正)[^,]{0,4}(?:完成|建成|交付|开工)")
_FOR_WHOM = re.compile("[为给对](?:全[县市区镇乡])?$")  # 为96所学校配备白板,8月底全部装好
_CONCERNS = re.compile("(?:涉及|惠及|覆盖)[^,0-9]*$")  # 涉及14个社区,年底完工: those are not built
_TOGETHER = re.compile("|[^0-9,的]{0,6}、")
_WORKS = re.compile("[^,、]{0,4}?" + one_of("any work"))
_THING = re.compile("[^0-9,。;:、()“”的要由]{1,12}")
_BARE_END = re.compile(f"{one_of('before a bare end')}*(?:到位|{one_of('finished')})")
_SUBJECT = re.compile("[^0-9,。;:已未共约自从]{2,12}(?=已|未|共|约|自|从|[0-9])")
_LONGEST_DEED, _WHO, _BACK = 14, 6, 2  # characters, characters, clauses
_ASKED = re.compile(one_of("asked"))
# 三年内水质达到Ⅲ类, 年底退出劣Ⅴ类
_REACHES_A_GRADE = re.compile(
    "(?:达到?|退出|恢复到|提升到|稳定在)[^,、0-9]{0,4}(?:[IVXⅠ-Ⅻ]{1,3}|[一二三四五])类"
)
_WORK_THAT_ENDS = re.compile(one_of("work that ends") + "$")
_ASKED_BY = re.compile(f"(?:必须|要|须|全面|全部)?{one_of('done by a day')}[^,、0-9]{{3,18}}")
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
_SHORT = 4  # characters
_EVENT = re.compile(one_of("event"))


def is_left_to_do(
    sentence: Sentence, place: int, due: Date, reading: Reading, found: list[TargetFact]
) -> bool:
    """Of 排查出隐患点87处,4月底前全部治理到位: what was counted before is to be dealt with.

    `place` is that of the clause with the date; the target is added to those found.
    """
    deed = _deed_of_all(sentence.clauses[place])
    kinds = ("count", *_MEASURES)
    last = _DEALT_WITH.search(deed) is None  # 扫尾, 签完
    built = bool(stage_words(deed))
    counted = _counted_before(sentence, place, due, reading, kinds, built=built) if deed else None
    if counted and last:
        counted = _measured_or_left(*counted)
    if counted is None:
        return False
    before, figures = counted
    for figure in figures:
        told = [each for each in found if each.value == figure.value]
        if not told:
            thing = _THING.match(before.text, figure.end - before.start)
            told = [target_of(sentence, before, figure, (thing[0] if thing else "") + deed)]
            found += told
        for each in told:
            set_due(each, due)
    return True


def _measured_or_left(clause: Clause, figures: list[Figure]) -> tuple[Clause, list[Figure]] | None:
    """淤泥4.6万方,8月15日扫尾; of a count only what is left is dealt with so: 余下的882户,…签完."""
    if figures[0].kind in _MEASURES or _is_left(clause, figures[0]):
        return clause, figures
    return None


def _is_left(clause: Clause, figure: Figure) -> bool:
    return _IS_LEFT.search(clause.text, 0, figure.start - clause.start) is not None


def _deed_of_all(clause: Clause) -> str:
    """The 全部治理到位 of a clause that begins with its date, or nothing."""
    if clause.sizes or clause.sums or not clause.dates or not clause.dates[-1].find.is_due:
        return ""
    if clause.dates[0].start - clause.start > _WHO:
        return ""
    deed = clause.text[clause.dates[-1].end - clause.start :].strip("”)")
    ends = _DEALT_WITH.search(deed) or _FINISHED.search(deed) or _DONE_AT_LAST.fullmatch(deed)
    return deed if ends and len(deed) <= _LONGEST_DEED else ""


def _ends_before(clause: Clause, due: Date) -> bool:
    """今年先改40家,明年全部完成: what is counted for this year is not what next year ends."""
    first, last = due.find.first, clause.dates[-1].find.last if clause.dates else None
    return first is not None and last is not None and last < first


def _counted_before(
    sentence: Sentence,
    place: int,
    due: Date,
    reading: Reading,
    kinds: Sequence[str],
    *,
    built: bool,
) -> tuple[Clause, list[Figure]] | None:
    """The nearest count in the clauses before this one, in its part of the sentence.

    412户986人 and 22个小区、136栋楼 count the same things twice.
    """
    for before in reversed(sentence.clauses[max(0, place - _BACK) : place]):
        if before.stop in (";", ":"):
            return None
        if before.text.startswith("其中") or _ends_before(before, due):
            continue  # 危房214户,其中D级46户,6月底前全部改造
        counts = [f for f in before.sizes if f.kind in kinds and f.value is not None]
        counts = [f for f in counts if (f.start, f.end) not in reading.used]
        counts = [f for f in counts if f.unit not in _STEPS]  # 分两批实施
        counts = [
            f for f in counts if not _BEGAN_WITH.search(before.text, 0, f.start - before.start)
        ]
        if counts and _FOR_WHOM.search(before.text, 0, counts[0].start - before.start):
            return None
        if built and counts and _CONCERNS.search(before.text, 0, counts[0].start - before.start):
            return None
        if reading.current and any(_of_works(before, f) for f in counts):
            return None  # 两个项目,10月底前全部投产
        if counts:
            is_left = "done" not in labels_in(before.text) and not STAGES.at(before.text, 0)
            is_left = is_left and not _SO_FAR.search(before.text)
            is_left = is_left or _is_left(before, counts[0])
            return (before, _counted_together(before, counts)) if is_left else None
    return None


def _began_so(clause: Clause, figure: Figure) -> bool:
    """从1900个加到3500个: the first tells where it began."""
    return _BEGAN_WITH.search(clause.text, 0, figure.start - clause.start) is not None


def _counted_together(clause: Clause, counts: list[Figure]) -> list[Figure]:
    together = counts[:1]
    for each in counts[1:]:
        between = clause.text[together[-1].end - clause.start : each.start - clause.start]
        if _TOGETHER.fullmatch(between) is None:
            break
        together.append(each)
    return together


def _of_works(clause: Clause, figure: Figure) -> bool:
    return _WORKS.match(clause.text, figure.end - clause.start) is not None


def due_of_an_end(clause: Clause, due: Date | None) -> Date | None:
    """年底前,…,城区黑臭水体动态清零: what ends so is an event by the date over its clause."""
    ends = _END.search(clause.text) or _EACH_OF_THEM.fullmatch(clause.text)
    return due if ends else None


def read_events(
    sentence: Sentence, place: int, due: Date, reading: Reading, counted: Sequence[TargetFact] = ()
) -> list[TargetFact]:
    """A dated promise without a figure and without a named work: 年内完成…创建.

    `counted` are the targets of the sentence so far.
    """
    clause = sentence.clauses[place]
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
    if not done and not reading.current and (asked := _asked_by(clause) or _of_everyone(clause)):
        text, done = asked, True
    if predicate.verb in _DONE_BY and 2 <= len(text) < _SHORT and _ASKED.search(clause.text):
        text = "完成" + text  # 3月15日前完成春防
    if _OF_ALL_COUNTED.search(clause.text) and _is_due_with(counted, due):
        return []
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
    found = []
    for indicator in _each_of(text):
        target = TargetFact("", "event", indicator, sentence.quote, stage=predicate.stage)
        set_due(target, due)
        found.append(target)
    return found


def _tells_of_a_thing(sentence: Sentence, place: int, reading: Reading) -> bool:
    """Whether a work, or what was counted or measured, is told of before a clause."""
    before = sentence.clauses[max(0, place - _BACK) : place]
    counted = any(figure.kind != "percent" for each in before for figure in each.sizes)
    return bool(reading.current) or counted or any(each.sums for each in before)


def _is_due_with(counted: Sequence[TargetFact], due: Date) -> bool:
    return any(each.due_text == due.find.text for each in counted)


def _subject_before(sentence: Sentence, place: int) -> str:
    """What the clause before tells of: the 春季造林 of 春季造林已完成2.9万亩."""
    before = plain(sentence.clauses[place - 1].text) if place else ""
    said = _SUBJECT.match(before)
    if said is None or said[0].endswith("的"):
        return ""
    begun = "开始" in before and not _WORK_THAT_ENDS.search(said[0])  # 从3月开始,7月结束
    return "" if begun else said[0]


def _event(clause: Clause, predicate: Predicate) -> str:
    """What is to have happened: the object of a verb, else the clause without its date."""
    if predicate.verb:
        return clause.text[predicate.start - clause.start : predicate.end - clause.start].strip()
    asked = _ASKED.search(clause.text)
    return plain(without_number(_without_terms(clause, asked.end() if asked else 0)))


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
