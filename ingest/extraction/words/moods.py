"""Whether an article promises or reports: the mood holds from sentence to sentence."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import lru_cache
from typing import Literal

from chinese.promises import NO_CUE
from chinese.stages import is_part_of_others
from ingest.extraction.words.lists import HEADINGS, MOODS, STAGES, WORDS, one_of

Mood = Literal["planned", "ongoing", "done"]

_MUST = re.compile(r"(?:^|[,;:。“])(?:必须|须|要(?![求点素闻]))")
# 入学率、巩固率要分别达到98%和95%: asked for, behind what is to reach it.
_MUST_EACH = re.compile(f"(?<![主重必需想还就若只])要(?:分别|均|都)(?:{one_of('reach')})")
# 为保证供热质量,更换管道9.8公里: what a thing was done for promises nothing.
_PURPOSE = re.compile(rf"(?:^|[,;])为了?(?:切实|进一步|全力)?(?:{one_of('purpose')}|保(?![护障]))")
# 低于年度目标1.4个百分点: what was wanted is named, and nothing promised.
BESIDE_AN_AIM = re.compile(
    f"{one_of('beside')}[^,、]{{0,8}}{one_of('wanted')}[^,、0-9]{{0,2}}(?=[0-9])"
)
_AMOUNT = re.compile(
    r"完成(?:了)?(?:[^,。]{0,6}(?:投资|产值|工程量|任务)|[0-9约近总]|率|[^,。0-9]{1,12}的?[0-9.]+%|"
    f"[^,。、]{{0,8}}?{one_of('done before works')})"
)
# 入住率, 通水那天, 启动仪式, 投产后: no stage is told.
_NO_STAGE = re.compile(
    r"[率费价额者]|量(?!产)|(?<=办公)[会室楼用大区桌设]|"
    rf"{one_of('of a stage and none')}|[之以]?后(?![期续勤方])|"
    r"[至到][0-9]+[时点]|"  # 开放至22时
    "(?<=收口)[段处井管]|"  # 管网收口段: where pipes meet
    "(?<=批[复准])(?:静态|动态|总)?(?:概算|投资)"  # 批复概算2亿元: its cost, not how far it is
)
_RESUMES = re.compile(f"恢复{one_of('resumed')}")  # after a repair
# 至今未开工, 没有封顶, 年底能不能用: what has not come about, or nobody knows.
_NEGATED = re.compile("(?:[未没不]|没有|未能|不能)$")
# 年出栏肉牛3000头: how much in a year; 2025年出栏 and 来年出栏 tell when.
_SO_MUCH_A_YEAR = re.compile(
    "(?<![今昨去明前上本当全近同几数两半翌次来后头隔早0-9一二三四五六七八九十])年均?$"
)
_RATES = frozenset(WORDS["rate"])
# 复产前须完成环保改造: what must be done before, and no stage that is told.
_FIRST = re.compile("[之以]?前(?:还|都)?(?:必?须|必需|应当?|需|要先|得先)")
# 昨日举行奠基仪式: the stage is what was held.
_IS_HELD = re.compile(f"{one_of('is held')}了?[^,。]{{0,16}}$")
_HELD_THERE = re.compile(f"(?:仪式|典礼)[^,。]{{0,20}}{one_of('is held')}")  # …仪式在南山乡举行
# 今年以来,全系统着力…, 会议指出,过去一年,…: what is told of the time up to now was done in it.
_LOOKS_BACK = re.compile(
    f"(?:[^,。;:0-9]{{2,10}}{one_of('says')}[,:])?(?:自?(?:20[0-9]{{2}}年|今年|去年)以来|"
    "(?:过去的?|近)?[一两三四五几]年来|过去的?[一两三五几]年|近年来)"
)
_TITLE = re.compile(r"[^,。;!?]{4,34}")


@dataclass
class MoodOfArticle:
    """Follows an article sentence by sentence. `current` is what the last cue said."""

    current: Mood = "ongoing"

    def hear(self, sentence: str, *, is_dated: bool = False) -> Mood:
        """The mood in which a sentence is to be read; the next sentences follow its mood words.

        A sentence with a due date, or with a word of promise and none of report, promises for
        itself alone.
        """
        labels = labels_in(sentence)
        if heading := heading_of(sentence):
            self.current = heading
        elif _reports(sentence, labels, is_dated):
            self.current = "done"
        elif "planned mood" in labels or _MUST.search(sentence):
            self.current = "planned"
        elif is_dated or ("planned" in labels and "done" not in labels):
            return "planned"
        return self.current


def _reports(sentence: str, labels: frozenset[str], is_dated: bool) -> bool:
    if looks_back(sentence) and not (is_dated or _MUST.search(sentence)):
        return True
    return "done mood" in labels and "planned mood" not in labels


@lru_cache(4096)
def labels_in(text: str) -> frozenset[str]:
    """The labels of all mood words of a text."""
    said = BESIDE_AN_AIM.sub("", _PURPOSE.sub("", NO_CUE.sub("", text)))
    return frozenset(label for _, _, label in MOODS.every(said))


def looks_back(sentence: str) -> bool:
    """过去的一年,新增造林4.1万亩: whether a sentence tells of the time up to now."""
    return _LOOKS_BACK.match(sentence) is not None


def heading_of(sentence: str) -> Mood | None:
    """2024年工作安排, …为民办实事清单: what stands under such a heading is promised or reported."""
    text = sentence.strip()
    if not (text.endswith(":") or _TITLE.fullmatch(text)):
        return None
    told = [label for _, _, label in HEADINGS.every(text)]
    if not told:
        return None
    return "done" if told[-1] == "done" else "planned"


def is_demand(sentence: str) -> bool:
    """要坚持民生为本,…: a sentence that begins with what must be done."""
    return _MUST.match(sentence) is not None


def plans(text: str, mood: Mood) -> bool:
    """Whether a word of promise stands in a text; 控制在 and 稳定在 may as well report."""
    labels = labels_in(text)
    return "planned" in labels or ("holds at" in labels and mood != "done")


def tense_of(clause: str, mood: Mood, has_due_date: bool) -> Mood:
    """The tense of one clause: its own words first, then a date to come, then the mood."""
    labels = labels_in(clause)
    planned = plans(clause, mood)
    if "done" in labels and not planned:
        return "done"
    if "ongoing" in labels and not has_due_date:
        return "ongoing"
    if has_due_date or planned or _MUST.search(clause) or _MUST_EACH.search(clause):
        return "planned"
    return mood


@lru_cache(4096)
def stage_words(text: str) -> tuple[tuple[int, str, str], ...]:
    """Every stage word of a text with its place and stage; 完成投资 and 完成路基的85% tell none."""
    every = STAGES.every(text)
    ends = (place for place, word, _ in every if _FIRST.match(text, place + len(word)))
    condition = next(ends, len(text))
    return tuple(
        (place, word, stage)
        for place, word, stage in every
        if place < condition
        and not (word in _RATES and _SO_MUCH_A_YEAR.search(text, 0, place))
        and not (word == "完成" and _AMOUNT.match(text, place))
        and not is_part_of_others(text, place, word)
        and not _RESUMES.match(text, max(0, place - 2))
        and not text.startswith("封闭施工", max(0, place - 2))
        and not _NEGATED.search(text, max(0, place - 2), place)
        and (not _NO_STAGE.match(text, place + len(word)) or _is_held(text, place, word))
    )


def _is_held(text: str, place: int, word: str) -> bool:
    if not text.startswith(("仪式", "典礼"), place + len(word)):
        return False
    before, behind = text[max(0, place - 24) : place], text[place + len(word) :]
    return bool(_IS_HELD.search(before) or _HELD_THERE.match(behind))
