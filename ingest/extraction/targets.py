"""Targets: what is promised with a number or a date and is no stage of a named project.

粮食产量稳定在19万吨以上    an indicator reaches a figure
新增5个照料中心             a verb of making, a figure, a thing
实施重点项目14个            a verb of making, a thing, a figure
"""

from __future__ import annotations

import re

import rjieba

from chinese.figures import Figure
from ingest.extraction.lists import ADVERB, GENERIC, MAKE, REACH
from ingest.extraction.moods import Mood, tense_of
from ingest.extraction.predicates import Predicate, read_predicate
from ingest.extraction.projects import Reading
from ingest.extraction.sentences import Clause, Date, Sentence
from ingest.proposal import TargetFact

_NOT_PROMISED = re.compile(
    r"已|涵盖|户型|担保|两侧|建筑面积|现有|安排资金|对标|涉及|位于|距离?|占地|全长|达产后|投产后|建成后|可年|预计年|周边|半径|现有|原有|共有|拥有|总投资|投资|造价|面积达|为期|覆盖人口|总人口|"
    r"补助|补贴|奖励|最高|每|比去年|比上年|同比|排名|位列|列第|获|荣获|占|收费|价格|由[^,]*(?:提高|增加)"
)
_SCOPE = re.compile(r"范围|以内的|的(?:村|人|企业)")
_LISTED = re.compile(r"分别")
_NOUN = re.compile(r"[^0-9,;:。、()“”的]{1,16}")
_FLOOR = re.compile(r"[^,。;]{0,6}(?:红线|底线)")
_ALL_ABOVE = re.compile(r"^(?:以上|上述|这些)(?:[^,]{0,4}(?:事项|任务|项目|工作|工程|实事))")
_FOR_ALL = re.compile(r"全部|均|一律|都|全面")
_AIM = re.compile(r"力争|确保|达到|实现|争取|目标|计划|不低于|新增")
_EVENT = re.compile(
    r"创建|验收|评定|达标|摘帽|认证|申报|出台|编制|审查|评审|挂牌|整改|清零|销号|报名|截止|换届|普查|签约|脱贫|全覆盖"
)


def read_targets(
    sentence: Sentence, reading: Reading, mood: Mood, before: list[TargetFact]
) -> list[TargetFact]:
    """The targets of a sentence whose projects have been read already."""
    found: list[TargetFact] = []
    standing: Date | None = None
    closing = _closing_date(sentence)
    head = _head_date(sentence)
    for clause in sentence.clauses:
        predicate = read_predicate(clause)
        due = predicate.dates[-1] if predicate.dates else standing or closing
        if predicate.dates and (predicate.says_nothing_new or _opens(clause) or clause.sizes):
            standing = predicate.dates[-1]
        if clause.stop == ";":
            standing = head
        if predicate.dates and not clause.sizes and _FOR_ALL.search(clause.text):
            _backdate(found, predicate.dates[-1], force=True)
        if tense_of(clause.text, mood, bool(predicate.dates)) != "planned":
            continue
        quantities = _quantities(sentence, clause, reading, due)
        found += quantities
        if not quantities and predicate.dates:
            found += _events(sentence, clause, predicate, reading)
    if _ALL_ABOVE.match(sentence.text) and standing_date(sentence):
        _backdate(before, standing_date(sentence))
    return found


def _head_date(sentence: Sentence) -> Date | None:
    """The date with which a sentence begins holds for all its parts."""
    first = sentence.clauses[0] if sentence.clauses else None
    dates = [each for each in first.dates if each.find.is_due] if first else []
    return dates[0] if first and dates and dates[0].start - first.start <= 2 else None


def _closing_date(sentence: Sentence) -> Date | None:
    """…铺设管道46公里,6月底前完成: the date at the end holds for what has none of its own."""
    last = sentence.clauses[-1] if len(sentence.clauses) > 1 else None
    if last is None or last.sizes or last.sums:
        return None
    predicate = read_predicate(last)
    return predicate.dates[-1] if predicate.dates and predicate.says_nothing_new else None


def standing_date(sentence: Sentence) -> Date | None:
    dates = [each for clause in sentence.clauses for each in clause.dates if each.find.is_due]
    return dates[0] if dates else None


def _backdate(targets: list[TargetFact], due: Date | None, *, force: bool = False) -> None:
    """以上事项11月底前全部兑现 dates the targets listed before it."""
    for target in targets:
        if due and (force or target.due_text is None):
            _set_due(target, due)


def _opens(clause: Clause) -> bool:
    """Whether the clause begins with its date, which then holds for the clauses after it."""
    return bool(clause.dates) and clause.dates[0].start == clause.start


def _quantities(
    sentence: Sentence, clause: Clause, reading: Reading, due: Date | None
) -> list[TargetFact]:
    figures = [*clause.sizes, *(s.figure for s in clause.sums if s.measure in ("none", "done"))]
    figures = sorted(
        (f for f in figures if (f.start, f.end) not in reading.used and f.value is not None),
        key=lambda each: each.start,
    )
    if not figures:
        return []
    listed = _listed(clause, figures)
    found: list[TargetFact] = []
    for figure in figures:
        indicator = listed.get(figure.start) or _indicator(
            sentence, clause, figure, figures, due, opened=_opened(sentence, figure, reading)
        )
        if not indicator and found and _goes_on(clause, figure, figures):
            indicator = _next_of_list(clause, figure, figures, found[-1].indicator)
        if indicator:
            target = _target(sentence, clause, figure, indicator)
            if due:
                _set_due(target, due)
            found.append(target)
    return found


def _opened(sentence: Sentence, figure: Figure, reading: Reading) -> bool:
    """Whether a project was named before this figure: its sizes are no promises of their own."""
    said = sentence.text[: figure.start - sentence.start]
    before = [each for each in reading.current if each.name[-5:] not in sentence.text]
    return bool(before) or any(each.name[-5:] in said for each in reading.current)


def _goes_on(clause: Clause, figure: Figure, figures: list[Figure]) -> bool:
    """小麦45万亩、油菜22万亩, 28个、126栋: the figure carries on the list before it."""
    return _before(clause, figure, figures)[:1] in ("、", "和")


def _next_of_list(clause: Clause, figure: Figure, figures: list[Figure], last: str) -> str:
    """The next thing under the same verb; a bare measure counts the same thing again."""
    noun = _before(clause, figure, figures).strip("、和 ")
    verb = MAKE.at(last, 0)
    return (verb[0] if verb else "") + noun if noun else last


def _before(clause: Clause, figure: Figure, figures: list[Figure]) -> str:
    """What the clause says since the figure before this one."""
    first = max([0, *(f.end - clause.start for f in figures if f.end <= figure.start)])
    return clause.text[first : figure.start - clause.start]


def _indicator(
    sentence: Sentence,
    clause: Clause,
    figure: Figure,
    figures: list[Figure],
    due: Date | None,
    *,
    opened: bool,
) -> str | None:
    before = _before(clause, figure, figures)
    behind = clause.text[figure.end - clause.start :]
    if _NOT_PROMISED.search(before) or _SCOPE.match(behind):
        return None
    if opened and not _AIM.search(clause.text) and not any(d.find.is_due for d in clause.dates):
        return None
    for date in clause.dates:
        before = before.replace(date.find.text, "")
    subject = re.sub(r"(?:全部|各|共|总共)$", "", _plain(before))
    reached = REACH.before(subject, len(subject))
    if before.endswith(("由", "从")):
        return None
    if reached and reached[0] == "完成" and figure.kind == "percent" and not clause.dates:
        return None
    if reached and reached[0] not in ("新增", "扩面", "完成", "实现"):
        what = _plain(subject[: -len(reached[0])]) or _before_change(clause, figure)
        what = what or _said_before(sentence, clause)
        verb = reached[0] if reached[0] in ("增长", "下降", "降低", "提高", "减少") else ""
        return (what + verb) if len(what) >= 2 else None
    made = MAKE.before(subject, len(subject))
    noun = _NOUN.match(behind)
    if made and noun and figure.kind != "percent":
        return made[0] + noun[0]
    if len(subject) >= 4 and (MAKE.every(subject) or reached or _is_aimed(figure, due)):
        return subject
    if len(subject) >= 4 and not opened and figure.kind != "money" and _is_deed(subject):
        return subject
    if re.search(r"任务|目标", before) and len(subject) >= 3:
        return subject
    dated = due is not None and figure.kind != "money"
    thing = (subject + noun[0] if noun and figure.kind == "count" else subject).strip("、")
    return thing if dated and len(thing) >= 2 else None


def _is_deed(subject: str) -> bool:
    """招聘教师, 新打机井: what is to be done begins with a verb."""
    tags = [tag for _, tag in rjieba.tag(subject)][:2]
    return tags[:1] == ["v"] or tags == ["a", "v"]


def _is_aimed(figure: Figure, due: Date | None) -> bool:
    """A share with a bound or a due date is promised: 签约率不低于30%."""
    return figure.kind == "percent" and (due is not None or figure.comparator != "=")


def _said_before(sentence: Sentence, clause: Clause) -> str:
    """产值翻一番,达到30亿元: the clause before names what is reached."""
    place = sentence.clauses.index(clause)
    text = _plain(sentence.clauses[place - 1].text) if place else ""
    return re.sub(r"[0-9.]+.*$", "", text)[:16]


def _before_change(clause: Clause, figure: Figure) -> str:
    """The 产值 of 产值由210亿元增加到400亿元."""
    changed = re.search(r"[由从][0-9]", clause.text[: figure.start - clause.start])
    return _plain(clause.text[: changed.start()]) if changed else ""


def _plain(text: str) -> str:
    text = text.strip(" 、,的")
    while adverb := ADVERB.at(text, 0):
        if MAKE.at(text, 0) or len(text) - len(adverb[0]) < 2:
            break
        text = text[len(adverb[0]) :].strip(" 、,的")
    return text


def _listed(clause: Clause, figures: list[Figure]) -> dict[int, str]:
    """甲、乙、丙总产分别达到1万吨、2万吨、3万吨: each figure with its own name."""
    told = _LISTED.search(clause.text)
    behind = [f for f in figures if told and f.start - clause.start >= told.end()]
    if not told or len(behind) < 2:
        return {}
    names = re.split(r"[、和与及]", _plain(clause.text[: told.start()]))
    if len(names) != len(behind):
        return {}
    tail = list(rjieba.cut(names[-1]))[-1]
    named = [name if name.endswith(tail) else name + tail for name in names]
    return {figure.start: name for figure, name in zip(behind, named, strict=True)}


def _target(sentence: Sentence, clause: Clause, figure: Figure, indicator: str) -> TargetFact:
    behind = clause.text[figure.end - clause.start :]
    comparator = ">=" if figure.comparator == "=" and _FLOOR.match(behind) else figure.comparator
    unit = f"{figure.unit}/{figure.per}" if figure.per and "/" not in figure.unit else figure.unit
    return TargetFact(
        article="",
        kind="quantity",
        indicator=indicator,
        quote=sentence.quote,
        comparator=comparator,  # type: ignore[arg-type]
        value=figure.value,
        unit=unit or "元",
        value_text=sentence.folded.printed(figure.start, figure.end),
    )


def _events(
    sentence: Sentence, clause: Clause, predicate: Predicate, reading: Reading
) -> list[TargetFact]:
    """A dated promise without a figure and without a named work: 年内完成…创建."""
    text = clause.text[predicate.start - clause.start : predicate.end - clause.start].strip()
    named = any(each.name in clause.text for each in reading.current)
    if named or not predicate.verb or not _EVENT.search(text) or text in GENERIC:
        return []
    found = []
    for indicator in _each_of(text):
        target = TargetFact("", "event", indicator, sentence.quote, stage=predicate.stage)
        _set_due(target, predicate.dates[-1])
        found.append(target)
    return found


def _each_of(text: str) -> list[str]:
    """甲医院和乙医院二级创建 is one promise for each of the two."""
    left, link, right = text.partition("和")
    kind = left[-2:]
    place = right.find(kind)
    if not link or len(left) < 3 or place < 0:
        return [text]
    tail = right[place + 2 :]
    return [left + tail, right] if tail else [text]


def _set_due(target: TargetFact, due: Date) -> None:
    target.due_text, target.due_on = due.find.text, due.find.due_on
    target.due_precision = due.find.precision
