"""A deed done by a day to what was counted before: 排查出隐患点87处,4月底前全部治理到位."""

from __future__ import annotations

import re
from collections.abc import Sequence

from chinese.figures import Figure
from ingest.extraction.clauses.saying import plain
from ingest.extraction.clauses.sentences import Clause, Date, Sentence
from ingest.extraction.promises.about import told_before
from ingest.extraction.promises.targetfacts import set_due, target_of
from ingest.extraction.words.lists import STAGES, one_of
from ingest.extraction.words.moods import labels_in, stage_words
from ingest.extraction.works.projects import Reading
from ingest.proposal import TargetFact

# What is done with all that was counted, behind a date: 4月底前|全部治理到位.
_DEALT_WITH = re.compile(
    f"^{one_of('before a deed of all')}?"
    f"(?:{one_of('all', 'piece by piece', 'event that ends')})|到位$|答复$"
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
# 7月15日前|打到企业账上, 春节前|一分不少发到位
_PAID = re.compile(
    f"^{one_of('before it is paid')}*(?:{one_of('pays out', 'pays the rest')}|"
    f"(?:[打发]到|{one_of('goes to')})[^,、0-9]{{1,8}})$"
)
_OF_EACH = re.compile("每|保证金|押金")  # of one of many, or of those who bid
_TOTAL = re.compile(one_of("altogether") + "$")
_OF_WORKS = ("total", "approved", "part", "done", "year")
_OF_WORKS_ALONE = tuple(each for each in _OF_WORKS if each != "part")  # 省里转贷的2.1亿元
_THING = re.compile("[^0-9,。;:、()“”的要由]{1,12}")
_LONGEST_DEED, _WHO, _BACK = 14, 6, 2  # characters, characters, clauses


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
    return _add_all(sentence, before, figures, deed, due, found)


def is_to_be_paid(
    sentence: Sentence, place: int, due: Date, reading: Reading, found: list[TargetFact]
) -> bool:
    """Of 欠下的奖金218万元,春节前一分不少发到位: the sum told just before is to be paid."""
    deed = _behind_its_date(sentence.clauses[place])
    before = _sum_before(sentence.clauses[:place]) if _PAID.search(deed) else None
    if before is None:
        return False
    works = _OF_WORKS if reading.current else _OF_WORKS_ALONE
    figures = [each.figure for each in before.sums if each.measure not in works]
    figures = [f for f in figures if f.value is not None and (f.start, f.end) not in reading.used]
    if len(figures) != 1 or "done" in labels_in(before.text):
        return False
    said = before.text[: figures[0].start - before.start]
    if _OF_EACH.search(said):
        return False  # 每亩补贴40元,9月底前打进存折
    what = plain(_TOTAL.sub("", said)) or told_before(sentence, sentence.clauses.index(before))
    what = what.rpartition("、")[2][-_LONGEST_DEED:]
    if not what:
        return False
    before.is_sure = True
    return _add_all(sentence, before, figures, what + deed, due, found)


def _sum_before(clauses: Sequence[Clause]) -> Clause | None:
    """The clause with the sum that is to be paid: 工资184万元分两次补,春节前补一半,9月底前|补清."""
    for clause in reversed(clauses[-_BACK:]):
        if clause.stop in (";", ":"):
            return None
        if clause.sums:
            return clause
        if clause.sizes or "done" in labels_in(clause.text):
            return None
    return None


def _add_all(
    sentence: Sentence,
    before: Clause,
    figures: list[Figure],
    deed: str,
    due: Date,
    found: list[TargetFact],
) -> bool:
    for figure in figures:
        told = [each for each in found if each.value == figure.value]
        if not told:
            counted = figure.kind != "money"
            thing = _THING.match(before.text, figure.end - before.start) if counted else None
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
    deed = _behind_its_date(clause)
    ends = _DEALT_WITH.search(deed) or _FINISHED.search(deed) or _DONE_AT_LAST.fullmatch(deed)
    return deed if ends and len(deed) <= _LONGEST_DEED else ""


def _behind_its_date(clause: Clause) -> str:
    """What a clause without figures that begins with its date says behind it."""
    if clause.sizes or clause.sums or not clause.dates or not clause.dates[-1].find.is_due:
        return ""
    if clause.dates[0].start - clause.start > _WHO:
        return ""
    return clause.text[clause.dates[-1].end - clause.start :].strip("”)")


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
        counts = [f for f in counts if not _OF_EACH.search(before.text, 0, f.start - before.start)]
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
