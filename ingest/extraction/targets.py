"""Targets: what is promised with a number or a date and is no stage of a named project.

粮食产量稳定在19万吨以上    an indicator reaches a figure
新增5个照料中心             a verb of making, a figure, a thing
实施重点项目14个            a verb of making, a thing, a figure
"""

from __future__ import annotations

import re

import rjieba

from chinese.figures import Figure
from chinese.wordlists import any_of, words
from ingest.extraction.lists import ADVERB, GENERIC, MAKE, REACH, WORDS, one_of
from ingest.extraction.predicates import Predicate, read_predicate
from ingest.extraction.projects import Reading
from ingest.extraction.sentences import Clause, Date, Sentence, Sum
from ingest.extraction.terms import Frame, closes_all, for_all, terms_of
from ingest.proposal import TargetFact

# What stands between the last figure and this one where it is a size, a price or a rank.
_NOT_PROMISED = re.compile(
    f"{any_of(WORDS['no promise'], words('moods', 'compared'))}|{one_of('no promise at the end')}$|"
    "(?<!完成)投资$|(?<![增提])[长宽高]$|[(]$|每(?![千万百]人|个乡|户均)|占(?!比)|由[^,]*(?:提高|增加)"
)
_NUMBERED = re.compile(r"^(?:--|[▲●■◆※◎]|【[^】]*】|[(]?[0-9一二三四五六七八九十]{1,3}[)、.]+)")
# 甲桥、乙路两个项目6月通车: the count is that of the works just named.
_OF_NAMED = re.compile(r"(?:重点|重大)?(?:项目|工程|大桥|片区|标段|岛桥)")
_DONE_BY = ("完成", "全面完成", "按期完成", "确保完成")
_NO_EVENT = re.compile(r"^(?:请|凡|不|如|对|未)|的单位|罚款|停产|报送|举报")
_SCOPE = re.compile(r"范围|以内的|的(?:村|人|企业)")
_EACH = re.compile(one_of("each"))
_NOUN = re.compile(r"“[^”,。]{2,12}”|[^0-9,;:。、()“”的]{1,16}")
_FLOOR = re.compile(r"[^,。;]{0,6}(?:红线|底线)")
_AIM = re.compile(one_of("aim"))
_EVENT = re.compile(one_of("event"))


def read_targets(
    sentence: Sentence, reading: Reading, frame: Frame, before: list[TargetFact]
) -> list[TargetFact]:
    """The targets of a sentence whose projects have been read already.

    `before` are those of the sentences before it, which a date for all of them may still date.
    """
    found: list[TargetFact] = []
    if due := closes_all(sentence):
        _date_all(before, due)
        return found
    for clause, term in zip(sentence.clauses, terms_of(sentence, frame), strict=True):
        if due := for_all(clause):
            _date_all(found, due)
        if not term.promised or _heads_a_list(clause):
            continue
        quantities = _quantities(sentence, clause, reading, term.due)
        found += quantities
        predicate = read_predicate(clause)
        if not quantities and predicate.dates:
            found += _events(sentence, clause, predicate, reading)
    return found


def _heads_a_list(clause: Clause) -> bool:
    """道路8条: the count is that of the list behind it."""
    return clause.stop == ":" and bool(clause.sizes) and clause.end - clause.sizes[-1].end <= 1


def _date_all(targets: list[TargetFact], due: Date) -> None:
    for target in targets:
        if target.due_text is None or target.due_precision == "year":
            _set_due(target, due)


def _quantities(
    sentence: Sentence, clause: Clause, reading: Reading, due: Date | None
) -> list[TargetFact]:
    figures = [*clause.sizes, *(s.figure for s in clause.sums if _is_no_cost(clause, s))]
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


def _is_no_cost(clause: Clause, said: Sum) -> bool:
    """技改投资突破20亿元, 引进资金28亿元: an indicator, where 总投资3亿元 is the cost of a work."""
    if said.measure in ("none", "done"):
        return True
    before = clause.text[: said.figure.start - clause.start]
    reached = REACH.before(before, len(before))
    return bool(reached) or (said.measure == "paid" and bool(MAKE.every(before)))


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
    before = _NUMBERED.sub("", _before(clause, figure, figures))
    behind = clause.text[figure.end - clause.start :]
    if _NOT_PROMISED.search(before) or _SCOPE.match(behind):
        return None
    if figure.kind == "count" and opened and _OF_NAMED.match(behind):
        return None
    aimed = _AIM.search(clause.text) or any(d.find.is_due for d in clause.dates)
    if opened and not aimed and not (due and MAKE.at(clause.text, 0)):
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
    """A bound is promised: 耕地保有量不低于68.5万亩; and so is a share with a due date."""
    bound_before = figure.number_start > figure.start and figure.comparator in (">=", "<=")
    return bound_before or (
        figure.kind == "percent" and (due is not None or figure.comparator != "=")
    )


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
    told = _EACH.search(clause.text)
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
    text = _event(clause, predicate)
    named = any(each.name in clause.text for each in reading.current)
    figures = clause.sizes or clause.sums
    done = predicate.verb in _DONE_BY or _EVENT.search(text)
    if named or figures or not done or _NO_EVENT.search(text):
        return []
    if text in GENERIC or len(text) < 4 or (text.endswith("任务") and len(text) <= 6):
        return []
    found = []
    for indicator in _each_of(text):
        target = TargetFact("", "event", indicator, sentence.quote, stage=predicate.stage)
        _set_due(target, predicate.dates[-1])
        found.append(target)
    return found


def _event(clause: Clause, predicate: Predicate) -> str:
    """What is to have happened: the object of a verb, else the clause without its date."""
    if predicate.verb:
        return clause.text[predicate.start - clause.start : predicate.end - clause.start].strip()
    text = clause.text
    for date in clause.dates:
        text = text.replace(date.find.text, "")
    return _plain(_NUMBERED.sub("", text))


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
