"""Whether the words around a date promise something by it, report it, or merely name it."""

from __future__ import annotations

import re
from bisect import bisect_left
from functools import lru_cache

from chinese.calendar import RELATIVE_YEARS
from chinese.stages import outcomes, words_by_stage
from chinese.windows import closes_a_window, is_of_display, is_spoken_about
from chinese.wordlists import Lexicon, any_of, words

# 明年 is a word of promise for what stands beside it, but says nothing of itself.
_PLANNED = Lexicon(
    {
        "planned": {*words("moods", "planned"), *words("moods", "planned mood"), "将", "要"}
        - set(RELATIVE_YEARS)
    }
)
# Words that look like a cue and are none: 要求的标准, 20日前, 完成任务的104%, 争取资金.
NO_CUE = re.compile(
    r"(?:提出|要求|明确|确定)的|(?:咬定|围绕|紧扣|聚焦|锁定|瞄准|盯住)[^,。]{0,4}(?:目标|任务)|"
    r"[0-9一二三四五六七八九十]日前|争取(?=[^,]{0,14}(?:资金|补助|专项债))|"
    r"(?:完成|占|为|超|比)[^,。0-9]{0,6}(?:任务|计划|目标)(?=[的,。;]|[0-9])"
)
_BY_STAGE = words_by_stage()
_STAGES = ("started", "under_construction", "structure_complete", "completed", "operating")
_BEHIND = 40  # characters behind a date that are looked at
_NEAR_CLAUSES = 3  # a promise stands that near to the year it is for
_SENTENCE_END = re.compile(r"[。!?\n]")
_SINCE = Lexicon.read("moods", "before a time told of")
_REPORTED = re.compile(
    f"[^,。;]{{0,6}}?(?:{any_of(words('moods', 'reported'))}|"
    "前[0-9一二三四五六七八九十两]+个?(?:季度|月|批))|"
    "[^,。;]{0,18}?(?:会议|报告|通知|文件)[^,。;]{0,4}(?:提出|指出|强调|要求|明确)"
)
_TASKS = Lexicon.read("moods", "task")
_REACHES = re.compile(r"[^,。;]{0,12}(?:达到|控制在|稳定在|保持在|突破|提高到|降至|下降到)")
# 6月16日在县第一中学举行: reported of a day gone by, announced for one to come.
_HELD = re.compile(f"[^,。;]{{0,6}}?{any_of(words('moods', 'held'))}")
# 4月7日是世界卫生日, 清明前的武夷山区, 六月的天.
_OF_TASKS = any_of(words("moods", "task of a year"))
_NAMED = re.compile(
    rf"是(?!否)|[0-9一二三四五六七八九十]{{1,3}}岁|以后|之后|\?|的(?!“?{_OF_TASKS}|节点|期限|时限|要求|最后)[^,。;]"
)
# 清明前,老孙把父亲接到了新码头: told, whatever the calendar says.
_WAS_DONE = re.compile(
    "(?:,?[^,。;]{0,14}?)(?<![为除])了(?![结解却断])"
    f"(?![^,。;]*{any_of(words('moods', 'planned'))})"
)
# 今年的目标是再装60部, 明年的“作业”: what is said of such a year is a promise.
_ITS_TASKS = re.compile(f"的“?{_OF_TASKS}")
_FROM = re.compile(r"起(?!步|点)")
_RESULT = re.compile(
    any_of(words("moods", "result"), words("moods", "compared"))
    + "|增长[0-9.]+%,|[前近一二三四]个?季?月|[0-9]月份"
)
# 今年新建、改扩建的11所学校: tells which ones, sets no task.
_WHICH = re.compile("(?:[、和及][^,。;、]{1,4}){0,3}的")
# Of a year to come a figure or a stage is promise enough; 明年回来看戏 is talk.
_COMING = Lexicon(
    {
        "coming": (
            *"0123456789将要",
            *(w for each in _STAGES for w in _BY_STAGE[each] if len(w) > 2 or w not in outcomes()),
        )
    }
)
_TIME_NAMED = Lexicon.read("moods", "time named")
_YEAR_NAMED = Lexicon.read("moods", "year named", "time named")


def is_promised(
    text: str,
    start: int,
    end: int,
    *,
    whole: bool,
    before: bool,
    ahead: bool,
    late: bool = False,
    wide: bool = True,
) -> tuple[bool, str]:
    """Of a date at this place of a folded text, whether it is a due date, and else why not.

    `whole`: a bare year, which needs a promise beside it;
    `wide`: a quarter or longer, which may be what a meeting speaks about;
    `before`: the print says 前, which is nearly always asked or promised;
    `ahead`: the whole period is still to come;
    `late`: the period is nearly over, so that a bare year sums up rather than promises.
    """
    if closes_a_window(text, start, end):
        return True, ""
    behind = text[end : end + _BEHIND]
    if not whole and is_of_display(text, start):
        return False, "a time in which something is shown"
    if told := _told_of(text, start, behind, ahead=ahead):
        return False, told
    if wide and not before and is_spoken_about(text, start, end):
        return False, "the time is only spoken about"
    if wide and _ITS_TASKS.match(behind):
        return True, ""
    if _NAMED.match(behind):
        return False, "the time is only named"
    if before and text[end - 2 : end] != "前夕":
        past = _WAS_DONE.match(behind)
        return (False, "something is reported of this time") if past else (True, "")
    if whole and _FROM.match(behind):
        return False, "a year from which on something holds"
    if _TIME_NAMED.at(behind, 0):
        return False, "the time is only named"
    if not (whole or before):
        return True, ""
    if not ahead and _YEAR_NAMED.at(behind, 0):
        return False, "the year is only named"
    last = _end_of(_SENTENCE_END, text, end)
    near = _near(text, start, last, wide=wide)
    said = _stands_between(_planned(text), max(0, start - 12), near)
    task = _sets_a_task(behind) and not late and not _RESULT.search(text, start, last)
    comes = ahead and not before and (not wide or _stands_between(_coming(text), end, near))
    if not (comes or said or task):
        return False, "nothing is promised for this year"
    return True, ""


def _told_of(text: str, start: int, behind: str, *, ahead: bool) -> str:
    """Why a time is one of which something is told, or nothing."""
    if _SINCE.before(text, start):
        return "a time from which, or up to which, something is reported"
    if _REPORTED.match(behind) or (_HELD.match(behind) and not ahead):
        return "something is reported of this time"
    return ""


def _stands_between(places: list[int], start: int, end: int) -> bool:
    return bisect_left(places, start) < bisect_left(places, end)


@lru_cache(8)
def _planned(text: str) -> list[int]:
    """Where the words of promise of a text stand, read once whatever the number of its dates."""
    none = {p for each in NO_CUE.finditer(text) for p in range(each.start(), each.end())}
    return [place for place, _, _ in _PLANNED.every(text) if place not in none]


@lru_cache(8)
def _coming(text: str) -> list[int]:
    """Where figures and words of stages stand."""
    return [place for place, _, _ in _COMING.every(text)]


def _near(text: str, start: int, last: int, *, wide: bool) -> int:
    """The end of the few clauses that may hold a promise for the time at a place.

    Of a month or a week only its own: 本月复工,…力争年底竣工.
    """
    place = start
    for _ in range(_NEAR_CLAUSES if wide else 1):
        comma = text.find(",", place, last)
        if comma < 0:
            return last
        place = comma + 1
    return place


def _sets_a_task(behind: str) -> bool:
    """今年改造危桥7座, without a word of report."""
    said = behind.removeprefix(",").removeprefix("内")
    hit = _TASKS.at(said, 0)
    if hit and not said.startswith("了", len(hit[0])) and not _WHICH.match(said, len(hit[0])):
        return True
    return _REACHES.match(said) is not None


def _end_of(mark: re.Pattern[str], text: str, start: int) -> int:
    found = mark.search(text, start, start + 100)
    return found.start() if found else min(len(text), start + 100)
