"""Whether the words around a date promise something by it, report it, or merely name it."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Callable
from dataclasses import dataclass
from functools import cached_property, lru_cache

from chinese.calendar import RELATIVE_YEARS, SOLAR_TERMS
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
# Words that look like a cue and are none: 要求的标准, 20日前, 完成任务的104%, 低于预期.
NO_CUE = re.compile(
    "|".join(
        (
            "(?:提出|要求|明确|确定)的",
            "(?:安排|部署|规划|谋划|要求|明确)了",  # it was done
            "(?:咬定|围绕|紧扣|聚焦|锁定|瞄准|盯住)[^,。]{0,4}(?:目标|任务)",
            r"《[^》\n]{0,40}》",
            "将(?=(?:19|20)[0-9]{2}年)",
            "[0-9一二三四五六七八九十]日前",
            "争取(?=[^,]{0,14}(?:资金|补助|专项债))",
            "(?:完成|占|为|超|比)[^,。0-9]{0,6}(?:任务|计划|目标)(?=[的,。;]|[0-9])",
            "(?:低于|高于|好于|超出|超过|超)预期",  # against what was hoped for
            "(?:目标|任务|计划)完成率",
            "(?:标准|办法|条例|规范|制度)[^,。]{0,4}(?:要求|规定)",  # of everybody
            "(?<=[年底末前])累计(?=[建完新培])",  # 到2025年累计建成, by then
        )
    )
)
_BY_STAGE = words_by_stage()
_STAGES = ("started", "under_construction", "structure_complete", "completed", "operating")
_BEHIND = 40  # characters behind a date that are looked at
_BEFORE = 12  # … and before it
_LONGEST_TITLE = 40
_NEAR_CLAUSES = 3  # a promise stands that near to the year it is for
_SENTENCE_END = re.compile(r"[。!?\n]")
_PART_END = re.compile(r"[。!?\n;]")
_SINCE = Lexicon.read("moods", "before a time told of")
_REPORTED = re.compile(
    f"[^,。;]{{0,6}}?(?:{any_of(words('moods', 'reported'))}|"
    "前[0-9一二三四五六七八九十两]+个?(?:季度|月|批))|"
    "[^,。;]{0,18}?(?:会议|报告|通知|文件)[^,。;]{0,4}(?:提出|指出|强调|要求|明确)"
)
_TASKS = Lexicon.read("moods", "task")
_FOR_SOMEBODY = re.compile("[^,。;]{0,4}[为给][0-9]")  # 今年给1.2万户安装自来水
_REACHES = re.compile(
    f"[^,。;]{{0,14}}?(?:{any_of(words('moods', 'reaches'))}|增长[0-9.]+%(?:以上|左右))"
)
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
_ITS_TASKS = re.compile(f"的“?[^,。;的]{{0,3}}?{_OF_TASKS}")
_TASKS_SET = re.compile(
    f"的?{any_of(words('moods', 'task of a year'))}{any_of(words('moods', 'is set'))}"
)
_TELLS_OF = re.compile(
    f"{any_of(words('moods', 'tells of'))}[^,。;]{{0,8}}$|"
    "每年[0-9一二三四五六七八九十月日]{2,8}[至到~-]$"
)
_FROM = re.compile(r"起(?!步|点)")
_RESULT = re.compile(
    any_of(words("moods", "result"), words("moods", "compared"))
    + "|增长[0-9.]+%,|[前近一二三四]个?季?月|[0-9]月份"
)
_BEGINS = re.compile(
    r"(?:至|到|-|~)[0-9]{1,4}(?:[年月日时点]|[./][0-9])|(?<=[时点分])起|"
    r"(?:零|凌晨|[上下]午)?[0-9]{0,2}[时点](?:整|[0-9]{1,2}分)?(?:至|到|-|~|起)"
)
_WEATHER = re.compile(f"[^。;\n]{{0,16}}?{any_of(words('windows', 'weather'))}")
_SOON_GONE = re.compile("年[底末](?!前)[^,。;就]{0,4}(?:顺利|终于|已|都)?[^,。;就]{0,3}了")
_FORECAST = 24  # characters before a date in which a forecast is named
_FORECAST_OF = re.compile(f"{any_of(words('windows', 'forecast'))}[^。;\n]{{0,20}}$")
_COMES_BY_ITSELF = re.compile(
    f"{any_of(SOLAR_TERMS, words('festivals', 'other turns'))}[,。]|[^,。;0-9]{{0,4}}?{any_of(words('windows', 'comes by itself'))}|"
    "[^,。;]{0,16}(?:周年|诞辰)(?!庆|大庆|活动)"
)
_STRETCH = re.compile("[从自][0-9年月日时点]{3,14}起?[到至]?$")
_MAY_ACT = re.compile(any_of(words("windows", "to act in")))
_EVERY_DAY = re.compile(f"[^。;\n]{{0,16}}?{any_of(words('windows', 'every day'))}")
_OF_A_MEETING = re.compile(
    f"(?:(?!{any_of(words('windows', 'holding'))})[^,。;、0-9]){{2,18}}?"
    f"{any_of(words('windows', 'meeting'))}"
)
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
_TIME_NAMED = Lexicon.read("moods", "time named")
_YEAR_NAMED = Lexicon.read("moods", "year named", "time named")


@dataclass(frozen=True)
class Named:
    """A date at its place in a folded text, and how the print names it.

    `whole`: a bare year, which needs a promise beside it;
    `wide`: a quarter or longer, which may be what a meeting speaks about;
    `before`: the print says 前, which is nearly always asked or promised;
    `ahead`: the whole period is still to come;
    `late`: the period is nearly over, so that a bare year sums up rather than promises.
    """

    text: str
    start: int
    end: int
    whole: bool = False
    before: bool = False
    ahead: bool = False
    late: bool = False
    wide: bool = True

    @cached_property
    def behind(self) -> str:
        """What the print says right behind the date."""
        return self.text[self.end : self.end + _BEHIND]

    @cached_property
    def near(self) -> int:
        """The end of the few clauses that may hold a promise for it."""
        return _near(self.text, self.start, _end_of(_SENTENCE_END, self.text, self.end), self.wide)


def is_promised(date: Named) -> tuple[bool, str]:
    """Whether it is a due date, and else why not: the first rule that knows it says so."""
    return next((not why, why) for holds, why in _RULES if holds(date))


def _closes_a_window(date: Named) -> bool:
    return closes_a_window(date.text, date.start, date.end)


def _is_of_display(date: Named) -> bool:
    return not date.whole and is_of_display(date.text, date.start)


def _begins_a_stretch(date: Named) -> bool:
    """8月5日22时至8月6日6时停水, 12月20日零时起单行: when something begins, not when it is due."""
    return not date.wide and _BEGINS.match(date.text, date.end) is not None


def _is_in_a_title(date: Named) -> bool:
    """《乡村振兴2018年工作要点》"""
    opened = date.text.rfind("《", max(0, date.start - _LONGEST_TITLE), date.start)
    return opened >= 0 and "》" not in date.text[opened : date.start]


def _is_told_since(date: Named) -> bool:
    if _SINCE.before(date.text, date.start):
        return True
    return _TELLS_OF.search(date.text, max(0, date.start - 16), date.start) is not None


def _has_its_tasks_set(date: Named) -> bool:
    """2018年工作目标已定: what follows is promised for the year."""
    return date.wide and _TASKS_SET.match(date.behind) is not None


def _is_reported(date: Named) -> bool:
    return bool(_REPORTED.match(date.behind) or (_HELD.match(date.behind) and not date.ahead))


def _goes_on_through(date: Named) -> bool:
    """清明期间每天安排60人值班: something goes on through these days."""
    through = date.text[date.end - 2 : date.end] == "期间" and not date.wide
    return through and _EVERY_DAY.match(date.behind) is not None


def _is_forecast(date: Named) -> bool:
    """据气象台预报,12日至14日有雨雪: nobody promises the weather."""
    if date.wide or date.before:
        return False
    first = max(0, date.start - _FORECAST)
    said = _FORECAST_OF.search(date.text, first, date.start)
    return said is not None or _WEATHER.match(date.behind) is not None


def _is_of_a_life(date: Named) -> bool:
    """合同6月底到期, 明年6月毕业, 6月迎来建校110周年: it comes by itself."""
    return not date.before and _COMES_BY_ITSELF.match(date.behind) is not None


def _ends_a_stretch(date: Named) -> bool:
    """假期从9月29日到10月6日: days that last, unless somebody may act in them."""
    first = max(0, date.start - _FORECAST)
    lasts = _STRETCH.search(date.text, first, date.start) if not date.wide else None
    return lasts is not None and _MAY_ACT.search(date.text, first, date.end + 12) is None


def _is_spoken_about(date: Named) -> bool:
    return date.wide and not date.before and is_spoken_about(date.text, date.start, date.end)


def _names_a_meeting(date: Named) -> bool:
    """举行一季度项目集中开工仪式: the quarter tells which one is held."""
    return date.wide and not date.before and _OF_A_MEETING.match(date.behind) is not None


def _has_a_task(date: Named) -> bool:
    return date.wide and _ITS_TASKS.match(date.behind) is not None


def _is_a_year_of(date: Named) -> bool:
    """今年是攻坚之年,要抓好…: the promises of the year follow."""
    said = _YEAR_OF.match(date.behind) if date.wide and not date.late else None
    return said is not None and _stands_between(
        _planned(date.text), date.end + said.end(), date.end + said.end() + _BEHIND
    )


def _is_only_named(date: Named) -> bool:
    return _NAMED.match(date.behind) is not None


def _was_done(date: Named) -> bool:
    """清明前,老孙接回了父亲; 年底顺利脱了贫: told, whatever the calendar says."""
    told = _is_a_term(date) or _SOON_GONE.match(date.text, date.start) is not None
    return told and _WAS_DONE.match(date.behind) is not None


def _is_a_term(date: Named) -> bool:
    return date.before and date.text[date.end - 2 : date.end] != "前夕"


def _is_a_beginning(date: Named) -> bool:
    return date.whole and _FROM.match(date.behind) is not None


def _is_a_time_named(date: Named) -> bool:
    return _TIME_NAMED.at(date.behind, 0) is not None


def _is_no_bare_year(date: Named) -> bool:
    return not (date.whole or date.before)


def _is_a_year_named(date: Named) -> bool:
    return not date.ahead and _YEAR_NAMED.at(date.behind, 0) is not None


def _has_something_to_come(date: Named) -> bool:
    """Of a year to come a figure or a stage is promise enough."""
    if not date.ahead or date.before:
        return False
    return not date.wide or _stands_between(_coming(date.text), date.end, date.near)


def _has_a_promise_near(date: Named) -> bool:
    return _stands_between(_planned(date.text), _since(date), date.near)


def _sets_a_task(date: Named) -> bool:
    """今年改造危桥7座, without a word of report."""
    if date.late or not _says_a_task(date.behind):
        return False
    last = _end_of(_PART_END, date.text, date.end)
    return _RESULT.search(date.text, date.start, last) is None


def _always(date: Named) -> bool:
    return True


# Asked in this order. A rule with no reason says that something is due.
DUE = ""
_RULES: tuple[tuple[Callable[[Named], bool], str], ...] = (
    (_closes_a_window, DUE),
    (_is_of_display, "a time in which something is shown"),
    (_begins_a_stretch, "a time at which something begins"),
    (_is_in_a_title, "stands in the title of a paper"),
    (_has_its_tasks_set, DUE),
    (_is_told_since, "a time from which, or up to which, something is reported"),
    (_is_reported, "something is reported of this time"),
    (_goes_on_through, "something goes on through these days"),
    (_ends_a_stretch, "a time through which something lasts"),
    (_is_of_a_life, "what comes by itself is told"),
    (_is_forecast, "the weather of this time is told"),
    (_is_spoken_about, "the time is only spoken about"),
    (_names_a_meeting, "the time tells which meeting is meant"),
    (_has_a_task, DUE),
    (_is_a_year_of, DUE),
    (_is_only_named, "the time is only named"),
    (_was_done, "something is reported of this time"),
    (_is_a_term, DUE),
    (_is_a_beginning, "a year from which on something holds"),
    (_is_a_time_named, "the time is only named"),
    (_is_no_bare_year, DUE),
    (_is_a_year_named, "the year is only named"),
    (_has_something_to_come, DUE),
    (_has_a_promise_near, DUE),
    (_sets_a_task, DUE),
    (_always, "nothing is promised for this year"),
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


def _near(text: str, start: int, last: int, wide: bool) -> int:
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


def _says_a_task(behind: str) -> bool:
    said = behind.removeprefix(",").removeprefix("内")
    hit = _TASKS.at(said, 0)
    if hit and not said.startswith("了", len(hit[0])) and not _WHICH.match(said, len(hit[0])):
        return True
    return bool(_REACHES.match(said) or _FOR_SOMEBODY.match(said))


def _end_of(mark: re.Pattern[str], text: str, start: int) -> int:
    found = mark.search(text, start, start + 100)
    return found.start() if found else min(len(text), start + 100)
