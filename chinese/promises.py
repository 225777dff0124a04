"""Whether the words around a date promise something by it, report it, or merely name it."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Callable
from functools import lru_cache

from chinese import tellings
from chinese.calendar import RELATIVE_YEARS
from chinese.named import Named, end_of
from chinese.stages import outcomes, words_by_stage
from chinese.windows import closes_a_window
from chinese.wordlists import Lexicon, any_of, words

# 明年 is a word of promise for what stands beside it, but says nothing of itself.
_PLANNED = Lexicon(
    {
        "planned": {
            *words("moods", "planned"),
            *words("moods", "holds at"),
            *words("moods", "planned mood"),
            "将",
            "要",
        }
        - set(RELATIVE_YEARS)
    }
)
# Words that look like a cue and are none: 要求的标准, 20日前, 完成任务的104%, 低于预期.
NO_CUE = re.compile(
    "|".join(
        (
            "(?:提出|要求|明确|确定)的",
            "承诺的(?=[^,。;]{1,16}已)",  # what was kept
            "计划(?=生育)",
            any_of(words("moods", "planned by then")) + "了",  # it was done
            any_of(words("moods", "keeps in view")) + "[^,。]{0,4}(?:目标|任务)",
            r"《[^》\n]{0,40}》",
            "将(?=(?:19|20)[0-9]{2}年)",
            "[0-9一二三四五六七八九十]日前",
            "争取(?=[^,]{0,14}(?:资金|补助|专项债))",
            "(?:完成|占|为|超|比)[^,。0-9]{0,6}(?:任务|计划|目标)(?=[的,。;]|[0-9])",
            any_of(words("moods", "against what was hoped")) + "预期",
            "(?:目标|任务|计划)完成率",
            any_of(words("moods", "rule for everybody")) + "[^,。]{0,4}(?:要求|规定)",
            "(?<=[年底末前])累计(?=[建完新培])",  # 到2025年累计建成, by then
            "(?<=[虚模比草])拟",
        )
    )
)
_BY_STAGE = words_by_stage()
_STAGES = ("started", "under_construction", "structure_complete", "completed", "operating")
_BEFORE, _AFTER = 12, 40  # characters in which a promise may stand
_PART_END = re.compile(r"[。!?\n;]")
_SET_APART = re.compile("[,:是]“?$")  # 县里商定,今年…; 街道定的数是全年…
_SETS = Lexicon.read("moods", "sets tasks")
_TASKS = Lexicon.read("moods", "task")
_OF_TASKS = any_of(words("moods", "task of a year"))
_FOR_SOMEBODY = re.compile("[^,。;]{0,4}[为给][0-9]")  # 今年给1.2万户安装自来水
_REACHES = re.compile(
    f"[^,。;]{{0,14}}?(?:{any_of(words('moods', 'reaches'))}|增长[0-9.]+%(?:以上|左右))"
)
# 今年的目标是再装60部, 明年的“作业”: what is said of such a year is a promise.
_ITS_TASKS = re.compile(
    f"(?!{any_of(words('moods', 'done with a task'))})[^,。;的0-9]{{0,4}}"
    f"的“?[^,。;的]{{0,3}}?{_OF_TASKS}"
)
_TASKS_SET = re.compile(
    f"(?:的|[县市区]级)?{any_of(words('moods', 'task of a year'))}(?:项目|清单)?(?:正式)?"
    f"{any_of(words('moods', 'is set'))}"
)
# 2019年城建怎么干? 今冬怎么熬: what is to be done is told behind it.
_ASKS_HOW = re.compile(f"[^,。;]{{0,10}}?{any_of(words('moods', 'asks how'))}[?,]")
# 本周签完, 本月封顶: to be over within a few days.
_FINISHES = re.compile(
    "[^,。;了已]{0,4}?"
    + any_of((w for w in _BY_STAGE["completed"] if len(w) > 1), words("moods", "over soon"))
    + "(?!了|后|的|以来|以后)"
)
# 今年购书费由18万元加到40万元, 今年掏750万元给22所小学换锅炉.
_RAISED = re.compile(
    f"[^,。;]{{0,14}}?[由从][^,。;]{{1,16}}?{any_of(words('moods', 'brought to'))}"
)
_SPENDS = re.compile(
    f",?[只就先再]?{any_of(words('moods', 'takes on'))}[^,。;了过]{{0,10}}?"
    "[0-9一二两三四五六七八九十百]"
)
# 今年乡里再开三家, 2024年公用经费再砍一成.
_AGAIN = re.compile("[^,。;0-9了]{0,12}?再[^,。;了说看议度次]{1,4}?[0-9一两三四五六七八九十半]")
# 会议今年不超过30个,比去年少一成半: a bound is promised, whatever it is compared with.
_BOUNDED = re.compile(
    f"[^,。;了已]{{0,14}}?{any_of(words('moods', 'bounded'))}[0-9一两三四五六七八九十]"
)
# 内装待明年。 两样都压在了明年: put off until then.
_PUT_OFF = re.compile(f"{any_of(words('moods', 'put off'))}了?$")
_CLAUSE_END = re.compile("[,。;)]|$")
_LABEL = re.compile("(?:时限|期限|完成时间):$")
_RESULT = re.compile(
    any_of(words("moods", "result"), words("moods", "compared"))
    + "|增长[0-9.]+%,|[前近一二三四]个?季?月|[0-9]月份"
)
# A year that has hardly begun, over what it is to bring; of its first days one may report.
_OPENS = re.compile(",|[^,。;:0-9]{2,16}:")
_FIRST_DAYS = re.compile(any_of(words("moods", "first days of a year")))
_FIGURE = re.compile("[0-9]")
_YEAR_OF = re.compile("是[^,。;]{2,24}?年[,。](?:也是[^,。;]{2,24}?年[,。])?")
# 今年新建、改扩建的11所学校: tells which ones, sets no task.
_WHICH = re.compile("(?:[、和及][^,。;、]{1,4}){0,3}的")
# Of a year to come a figure or a stage is promise enough; 明年回来看戏 is talk.
_COMING = Lexicon(
    {
        "coming": (
            *"0123456789将要",
            *words("moods", "comes"),
            *(w for each in _STAGES for w in _BY_STAGE[each] if len(w) > 2 or w not in outcomes()),
        )
    }
)


@lru_cache(256)
def is_promised(date: Named) -> tuple[bool, str]:
    """Whether it is a due date, and else why not: the first rule that knows it says so."""
    for holds, why in _RULES:
        if holds(date):
            return not why, why
    raise AssertionError("the last rule always holds")


def _closes_a_window(date: Named) -> bool:
    return closes_a_window(date.text, date.start, date.end)


def _has_its_tasks_set(date: Named) -> bool:
    """2018年工作目标已定: what follows is promised for the year; 时限:全年."""
    labelled = date.whole and _LABEL.search(date.text, max(0, date.start - _BEFORE), date.start)
    return bool(labelled) or (date.wide and _TASKS_SET.match(date.behind) is not None)


def _has_a_task(date: Named) -> bool:
    return date.wide and _ITS_TASKS.match(date.behind) is not None


def _is_asked_for(date: Named) -> bool:
    """2019年城建怎么干?"""
    return date.wide and _ASKS_HOW.match(date.behind) is not None


def _is_bounded(date: Named) -> bool:
    """会议今年不超过30个,比去年少一成半"""
    return date.wide and _BOUNDED.match(date.behind) is not None


def _is_put_off(date: Named) -> bool:
    """内装待明年。"""
    if not date.ahead or not date.wide or not _CLAUSE_END.match(date.behind):
        return False
    return _PUT_OFF.search(date.text, max(0, date.start - _BEFORE), date.start) is not None


def _is_over_soon(date: Named) -> bool:
    """本周签完, 本月封顶"""
    return not date.wide and _FINISHES.match(date.behind) is not None


def _is_a_year_of(date: Named) -> bool:
    """今年是攻坚之年,要抓好…: the promises of the year follow."""
    said = _YEAR_OF.match(date.behind) if date.wide and not date.late else None
    return said is not None and _stands_between(
        _planned(date.text), date.end + said.end(), date.end + said.end() + _AFTER
    )


def _is_no_bare_year(date: Named) -> bool:
    return not (date.whole or date.before)


def _has_something_to_come(date: Named) -> bool:
    """Of a year to come a figure or a stage is promise enough."""
    if not date.ahead or date.before:
        return False
    return not date.wide or _stands_between(_coming(date.text), date.end, date.near)


def _has_a_promise_near(date: Named) -> bool:
    """力争6月底, and 一号文件部署,今年…"""
    marks = _SET_APART.search(date.text, max(0, date.start - 2), date.start)
    sets = marks and _SETS.before(date.text, marks.start())
    if sets and date.wide and not date.late:
        return True
    return _stands_between(_planned(date.text), _since(date), date.near)


def _has_hardly_begun(date: Named) -> bool:
    """2019年,营商环境再加码:新登记市场主体5000户, printed in January: such figures are aims."""
    if not date.early or not _OPENS.match(date.behind):
        return False
    last = end_of(_PART_END, date.text, date.end)
    if any(said.search(date.text, date.end, last) for said in (_RESULT, _FIRST_DAYS)):
        return False
    return _FIGURE.search(date.text, date.end, last) is not None


def _sets_a_task(date: Named) -> bool:
    """今年改造危桥7座, without a word of report."""
    if date.late or not _says_a_task(date.behind):
        return False
    last = end_of(_PART_END, date.text, date.end)
    return _RESULT.search(date.text, date.start, last) is None


def _always(date: Named) -> bool:
    return True


# Asked in this order. A rule with no reason says that something is due.
DUE = ""
NO_PROMISE = "nothing is promised for this year"
_RULES: tuple[tuple[Callable[[Named], bool], str], ...] = (
    (_closes_a_window, DUE),
    (tellings.is_shown, "a time in which something is shown"),
    (tellings.begins_a_stretch, "a time at which something begins"),
    (tellings.is_in_a_title, "stands in the title of a paper"),
    (_has_its_tasks_set, DUE),
    (tellings.is_told_since, "a time from which, or up to which, something is reported"),
    (tellings.lasts_till, "something lasts until this time"),
    (tellings.is_reported, "something is reported of this time"),
    (tellings.goes_on_through, "something goes on through these days"),
    (tellings.ends_a_stretch, "a time through which something lasts"),
    (tellings.comes_by_itself, "what comes by itself is told"),
    (tellings.is_forecast, "the weather of this time is told"),
    (tellings.is_subject, "the time is only spoken about"),
    (tellings.names_a_meeting, "the time tells which meeting is meant"),
    (tellings.is_counted, "something is counted at this time"),
    (tellings.is_asked_about, "is asked about"),
    (tellings.is_denied, "it is said that nothing will come of it"),
    (tellings.is_conditional, "it is asked what follows if nothing comes about"),
    (tellings.takes_a_turn, "what comes by itself is told"),
    (_has_a_task, DUE),
    (_is_asked_for, DUE),
    (_is_a_year_of, DUE),
    (tellings.is_only_named, "the time is only named"),
    (tellings.was_done, "something is reported of this time"),
    (tellings.is_over, "something is reported of this time"),
    (tellings.is_a_term, DUE),
    (tellings.is_a_beginning, "a year from which on something holds"),
    (tellings.is_a_time_named, "the time is only named"),
    (_is_no_bare_year, DUE),
    (tellings.is_a_year_named, "the year is only named"),
    (_is_bounded, DUE),
    (_is_put_off, DUE),
    (_is_over_soon, DUE),
    (_has_something_to_come, DUE),
    (_has_a_promise_near, DUE),
    (_sets_a_task, DUE),
    (_has_hardly_begun, DUE),
    (_always, NO_PROMISE),
)


def _since(date: Named) -> int:
    """Where the clause of a date begins, as far as a promise before it may stand."""
    first = max(0, date.start - _BEFORE)
    comma = date.text.rfind(",", first, date.start)
    says_so = comma >= 0 and _PLANNED.before(date.text, comma) is not None  # 县里承诺,今年…
    return first if says_so else max(first, comma)


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


def _says_a_task(behind: str) -> bool:
    said = behind.removeprefix(",").removeprefix("内")
    hit = _TASKS.at(said, 0)
    if hit and not said.startswith("了", len(hit[0])) and not _WHICH.match(said, len(hit[0])):
        return True
    return bool(
        _AGAIN.match(said)
        or _RAISED.match(said)
        or _SPENDS.match(said)
        or _REACHES.match(said)
        or _FOR_SOMEBODY.match(said)
    )
