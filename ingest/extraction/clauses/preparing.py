"""What goes before a work and has a day of its own: 征地3月底前完成, 5月底前拿出施工图."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence

from chinese.wordlists import Lexicon
from ingest.extraction.clauses.sentences import Clause, Date, Sentence
from ingest.extraction.words.lists import BUILT, WORDS, one_of
from ingest.extraction.words.moods import stage_words

# 杆线迁改工程 is a work, and no step before one.
_A_WORK = "工程|项目"
_STEP = f"{one_of('done before works', 'settled before works')}(?!{_A_WORK})"
_NO_WORK = f"(?!{_A_WORK})[^,、;0-9]"
# 因管线迁改推迟到10月底: why something else is late.
_BEFORE_ITS_DAY = re.compile(
    f"(?:(?!因|由于|{one_of('put off')})[^,;])*{_STEP}(?:{_NO_WORK}){{0,8}}"
)
_BEHIND_ITS_DAY = re.compile(
    f"前?{one_of('must by')}*(?:全部|全面|基本)?{one_of('ends a step')}"
    f"[^,、;0-9]{{0,8}}?{_STEP}(?:、|{_NO_WORK}){{0,6}}"
)
# 预计4月底前办结, behind the clause that tells of which papers.
_ONLY_ENDS = re.compile(
    f"(?:{one_of('must by')}|预计|有望|前|之前|以前|能|可|全部|全面|基本)*"
    f"{one_of('ends a step', 'gets a paper')}(?:了|手续)?"
)
_TELLS_STEP = re.compile(_STEP)
_EVERY_STEP = Lexicon({"step": (*WORDS["done before works"], *WORDS["settled before works"])})
_HEAD = re.compile("(?:建设)?(?:工程|项目)$")
_FAULT = re.compile(one_of("fault"))
_MENDS = re.compile(f"[^,;]{{0,8}}?{one_of('mends')}(?:完毕|完成|到位|完|好)?[^,;]{{0,4}}$")
_HANDS_OVER = re.compile(f"{one_of('ground')}[^,;]{{0,12}}{one_of('hands over')}")
_SERVES = re.compile(f"为[^,;]{{4,}}{one_of('makes possible')}")
_OLD = re.compile(
    "[老旧原](?:[站桥路楼厂馆院校]|校区|院区|厂区|县城)"
    f"(?![^,。;0-9]{{0,4}}{one_of('head action')})"
)
_TENDER = re.compile(one_of("day of a tender"))
_BOUGHT = re.compile("(?:前|开始|启动)?(?:公开|集中)?采购|(?:重新)?(?:公告|挂网)")
_LONGEST_LABEL = 10  # characters
_LONGEST = 60  # characters of such a clause


def prepares(clause: Clause) -> bool:
    """Whether the day of a clause is that of a step before the work, and not of the work."""
    if len(clause.text) > _LONGEST or clause.is_the_work:
        return False
    days = [each for each in clause.dates if each.find.is_due]
    stages = stage_words(clause.text)
    if not days or any(word in BUILT or stage != "completed" for _, word, stage in stages):
        return False
    return _is_of_a_step(clause, days[-1])


def is_the_work_itself(clause: Clause, names: Iterable[str]) -> bool:
    """场地平整3月底前完成, of a 土地平整项目: the step is what the work does."""
    steps = [word for _, word, _ in _EVERY_STEP.every(clause.text) if len(word) > 2]
    return any(_HEAD.sub("", name).endswith(each[-2:]) for name in names for each in steps)


def _is_of_a_step(clause: Clause, day: Date) -> bool:
    before = clause.text[: day.start - clause.start]
    behind = clause.text[day.end - clause.start :]
    return bool(_BEFORE_ITS_DAY.fullmatch(before) or _BEHIND_ITS_DAY.fullmatch(behind))


def has_a_step_end(segment: Sequence[Clause]) -> bool:
    """Whether the day of a clause is that of a step of papers, or of a tender, on the work."""
    return ends_its_papers(segment) or is_tendered(segment)


def is_tendered(segment: Sequence[Clause]) -> bool:
    """报名截止4月28日, 开标时间:6月2日, 将于4月20日重新公告, 预计9月采购: no day of the work."""
    clause = segment[-1]
    days, works = clause.dates, re.search(_A_WORK, clause.text)
    if not days or works or any(word in BUILT for _, word, _ in stage_words(clause.text)):
        return False
    labelled = len(segment) > 1 and segment[-2].stop == ":" and not clause.sums
    label = segment[-2].text[-_LONGEST_LABEL:] if labelled else ""
    behind = clause.text[days[-1].end - clause.start :]
    return (
        _TENDER.search(clause.text) is not None
        or _TENDER.search(label) is not None
        or _BOUGHT.match(behind) is not None
    )


def ends_its_papers(segment: Sequence[Clause]) -> bool:
    """正在办理用地手续,预计4月底前办结: the day of the step that the clause before tells of.

    等待可研批复,力争9月批下来 tells when the work is approved, which is a stage of it.
    """
    clause = segment[-1]
    if len(segment) < 2 or not any(each.find.is_due for each in clause.dates):
        return False
    if any(stage == "approved" for *_, stage in stage_words(segment[-2].text)):
        return False
    alone = _ONLY_ENDS.fullmatch(clause.without_dates(clause.text).strip()) is not None
    return alone and _TELLS_STEP.search(segment[-2].text) is not None


def hands_over_ground(clause: Clause) -> bool:
    """剩余的213亩土地要在6月底交付施工单位: the day of whoever has the ground, not of the work."""
    return bool(clause.dates) and _HANDS_OVER.search(clause.text) is not None


def serves_others(clause: Clause) -> bool:
    """为企业明年元月整体搬迁创造条件: the day of what a work is to make possible."""
    return bool(clause.dates) and _SERVES.match(clause.text) is not None


def tells_of_the_old(clause: Clause, names: Sequence[str]) -> bool:
    """老站10月底停止售票: the day of what gives way to the work, which is no such itself."""
    old = _OLD.match(clause.text)
    return old is not None and not any(old[0] in name for name in names)


def tells_what_it_is_for(segment: Sequence[Clause]) -> bool:
    """明年3月底前完成,赶在主汛期之前蓄水: what the end is in time for, behind its own day."""
    clause = segment[-1]
    promised = len(segment) > 1 and any(each.find.is_due for each in segment[-2].dates)
    in_time = promised and clause.dates and clause.text.startswith(WORDS["in time for"])
    words = stage_words(segment[-2].text) if in_time else ()
    return bool(words) and words[-1][2] in ("completed", "operating")


def mends_faults(sentence: Sentence, clause: Clause) -> bool:
    """市民反映几处路面不平,请施工方在12月10日前改完: no day by which the work is to be done."""
    days = [each for each in clause.dates if each.find.is_due]
    if not days or any(word in BUILT for _, word, _ in stage_words(clause.text)):
        return False
    mended = _MENDS.match(clause.text[days[-1].end - clause.start :]) is not None
    told = sentence.text[: clause.end - sentence.start]
    return mended and _FAULT.search(told) is not None
