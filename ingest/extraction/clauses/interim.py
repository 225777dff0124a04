"""What is done of a work on the way to its end, by a day of its own.

10月底前设备进场,12月底投产          what is done by the day
沥青面层10月底铺完,11月10日通车      … to what stands before it
6月底前完成雨污管网,8月底全线通车    a part that is completed

It is told of where a stage of the whole is promised behind it by a later day. Alone, such a day is
the nearest that is told of the whole.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

import rjieba

from ingest.extraction.clauses.sentences import Clause, Date, Sentence
from ingest.extraction.words.lists import BUILD, BUILT, HEADS, WORDS, one_of
from ingest.extraction.words.moods import stage_words

_STAGES_OF_ALL = ("started", "structure_complete", "operating")
_STAGES = (*_STAGES_OF_ALL, "completed")
_COMPLETED = re.compile("(?:[^,、0-9]{2,}?|[前须要将]?)完成(?P<part>[一-鿿“”、]{2,16})")
_ALL_OF_IT = re.compile(
    f"(?:全部|全面|所有|整个|剩余|各项|年度)*的?(?:{BUILD}|改造|治理|修缮|加固|搬迁|装修)?"
    f"(?:任务|工程|工作|{one_of('all of a work')})?"
)
_STRUCTURE = re.compile("主体")
_DEED = re.compile("[一-鿿“”、]{4,18}")
_NO_DEED = re.compile(
    f"^(?:只|仍|不|未|如|凡|请|[前后]者)|后(?![续勤期方])|[的起前]$|{one_of('put off')}"
)
_IS_SET = re.compile("定[于在]$")  # 现在定在7月20日试机
_WHOLE = re.compile(f"(?:{one_of('must by', 'put off')})*|.*(?:工程|项目)")
_SAID = re.compile(f"^(?:{one_of('says', 'asked')})")
# 5月1日|泡田前完成…, 11月|上冻前完成…: the season that a day is named by.
_SEASON = re.compile("[一-鿿]{2,4}前(?!期)")
_OF_PARTS_TOO = frozenset(WORDS["stage of a part too"])
_VERBS = ("v", "vn")
_SHORTEST_PART, _SHORTEST_NAME = 2, 4  # characters
_AHEAD = 6  # clauses


def behind(sentence: Sentence, place: int) -> Sequence[Clause]:
    """The next clauses behind one in its part of the sentence."""
    near = sentence.clauses[place : place + 1 + _AHEAD]
    ends = [at for at, each in enumerate(near) if each.stop == ";"]
    return near[1 : ends[0] + 1 if ends else None]


def interim_deed(clause: Clause, following: Sequence[Clause], text: str) -> str:
    """What is done by the day of a clause before its work is, or nothing.

    `text` are the words of the clause without its day, `following` the clauses behind it.
    """
    if clause.sizes or clause.sums or not is_before_the_end(clause, following):
        return ""
    text = _SEASON.sub("", _SAID.sub("", text), count=1)
    return _completed_part(text) if "完成" in text else _done_to_a_part(text)


def is_before_the_end(clause: Clause, following: Sequence[Clause]) -> bool:
    """Whether the day of a clause comes before one by which a stage of the whole is promised."""
    days = [each for each in clause.dates if each.find.is_due]
    if len(days) != 1 or _IS_SET.search(clause.text, 0, days[0].start - clause.start):
        return False
    return any(_ends_later(each, days[0]) for each in following)


def _ends_later(clause: Clause, day: Date) -> bool:
    """Whether a stage of the whole, and not the next part, is promised by a day after this one."""
    due = [each.find.last for each in clause.dates if each.find.is_due]
    told = any(stage in _STAGES for *_, stage in stage_words(clause.text))
    told = told and not _COMPLETED.fullmatch(clause.text)
    last = day.find.last
    return told and last is not None and any(each is not None and each > last for each in due)


def _completed_part(text: str) -> str:
    """The 完成雨污管网 of 6月底前完成雨污管网; 完成主体 and 完成全部建设任务 tell of the whole."""
    said = _COMPLETED.fullmatch(text)
    part = said["part"] if said else ""
    if not part or _ALL_OF_IT.fullmatch(part) or _STRUCTURE.search(part):
        return ""
    built = any(word in BUILT for _, word, _ in stage_words(part))
    return "" if built else "完成" + part


def _done_to_a_part(text: str) -> str:
    """The 沥青面层铺完 of 沥青面层10月底铺完; 二期厂房投产 tells of a work."""
    if not _DEED.fullmatch(text) or _NO_DEED.search(text) or _STRUCTURE.search(text):
        return ""
    if _is_of_the_whole(text) or _is_but_a_stage(text) or _names_a_work(text):
        return ""
    acts = bool(stage_words(text)) or any(tag in _VERBS for _, tag in rjieba.tag(text))
    return text if acts else ""


def _is_of_the_whole(text: str) -> bool:
    """二期厂房投产, 体育馆交付; but 用地红线图交付 and 设备进场 are said of a part."""
    return any(
        (word in BUILT or stage in _STAGES_OF_ALL) and not _is_said_of_a_part(text, place, word)
        for place, word, stage in stage_words(text)
    )


def _is_said_of_a_part(text: str, place: int, word: str) -> bool:
    told = word in _OF_PARTS_TOO and place >= _SHORTEST_PART
    return told and not HEADS.before(text, place)


def _names_a_work(text: str) -> bool:
    """修通北环三路: a work of its own; 铺完栈道 is but a part."""
    told = stage_words(text)
    behind = text[told[-1][0] + len(told[-1][1]) :] if told else ""
    return len(behind) >= _SHORTEST_NAME and HEADS.before(behind, len(behind)) is not None


def _is_but_a_stage(text: str) -> bool:
    """进场施工, 限定复工, 城北路拓宽工程进场: no more than a stage of the whole."""
    left = text
    for _, word, _ in stage_words(text):
        left = left.replace(word, "", 1)
    return len(left) < _SHORTEST_PART or _WHOLE.fullmatch(left) is not None
