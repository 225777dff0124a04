"""Times of which something is told, shown or forecast, or that only say which one is meant.

Each function answers one question about a date (`Named`); `promises` asks them in order.
"""

from __future__ import annotations

import re

from chinese.calendar import SOLAR_TERMS
from chinese.named import Named
from chinese.windows import is_of_display, is_spoken_about
from chinese.wordlists import Lexicon, any_of, words

_LONGEST_TITLE = 40
_TOLD = 16  # characters before a date that may tell of it
_FORECAST = 24  # … in which a forecast is named, or the beginning of a stretch of days

_BEGINS = re.compile(
    r"(?:至|到|-|~)[0-9]{1,4}(?:[年月日时点]|[./][0-9])|(?<=[时点分])起|"
    r"(?:正式)?开始[,。]|(?:零|凌晨|[上下]午)?[0-9]{0,2}[时点](?:整|[0-9]{1,2}分)?(?:至|到|-|~|起)"
)
_SINCE = Lexicon.read("moods", "before a time told of")
_TELLS_OF = re.compile(
    f"{any_of(words('moods', 'tells of'))}[^,。;]{{0,8}}$|"
    "每年的?[0-9一二三四五六七八九十月日、]{1,8}[至到~-]?$"  # 每年6月至|8月, 每年七|八月
)
_LASTS = re.compile(
    "(?:够|可供)[^,。;]{0,16}[吃用烧喝][到至]?$|(?:订单|档期)[^,。;]{0,6}排[到至]了?$|赛程[^,。;]{0,6}排到$|撑(?:不|得)?到$"
)
# 去年都说“年内建成”: what was promised then was for that year.
_SAID_THEN = re.compile(f"去年[^。;]{{0,12}}{any_of(words('moods', 'said then'))}[过了]?[,:]?“?$")
_REPORTED = re.compile(
    f"[^,。;]{{0,6}}?(?:{any_of(words('moods', 'reported'))}|"
    "前[0-9一二三四五六七八九十两]+个?(?:季度|月|批|天|周))|"
    f"[^,。;]{{0,18}}?{any_of(words('moods', 'meeting or paper'))}[^,。;]{{0,4}}"
    f"{any_of(words('moods', 'lays down'))}"
)
# 力争通用机场年内获批, 要求商户15日前召回已售产品: asked for, whatever is told with it.
_AIMED_AT = re.compile(any_of(words("moods", "aims"), words("moods", "asks")) + "[^,。;]{0,12}$")
# 6月16日在县第一中学举行: reported of a day gone by, announced for one to come.
_HELD = re.compile(f"[^,。;]{{0,6}}?{any_of(words('moods', 'held'))}")
_EVERY_DAY = re.compile(f"[^。;\n]{{0,16}}?{any_of(words('windows', 'every day'))}")
_STRETCH = re.compile("[从自][0-9年月日时点]{3,14}起?[到至]?$")
_MAY_ACT = re.compile(any_of(words("windows", "to act in")))
_COMES_BY_ITSELF = re.compile(
    f"{any_of(SOLAR_TERMS)}[,。]|"
    f"[^,。;0-9]{{0,4}}?{any_of(words('windows', 'comes by itself'))}|"
    "[^,。;]{0,16}(?:周年|诞辰)(?!庆|大庆|活动)|"
    ",?[^,。;]{0,8}?满[0-9一二三四五六七八九十]{1,3}岁|[^,。;0-9]{0,5}前夕"
)
_WEATHER = re.compile(f"[^。;\n]{{0,16}}?{any_of(words('windows', 'weather'))}")
_NOTHING_YET = re.compile("[^,。;0-9]{0,6}?(?:仍|还是?|依旧|依然)(?:未|不(?!断|少|低|高)|没|无)")
_PUT_OFF_TO = re.compile("(?:延期?|推迟|顺延|调整|改)(?:至|到|为)$")
_FORECAST_OF = re.compile(f"{any_of(words('windows', 'forecast'))}[^。;\n]{{0,20}}$")
_OF_A_MEETING = re.compile(
    f"(?:(?!{any_of(words('windows', 'holding'))})[^,。;、0-9]){{2,18}}?"
    f"{any_of(words('windows', 'meeting'))}"
)
# 4月7日是世界卫生日, 清明前的武夷山区, 六月的天; but 今年的目标 is one.
_NAMED = re.compile(
    "是(?!否)|[二三四五六七八九]十[一二三四五六七八九]?(?=[,。;])|[0-9一二三四五六七八九十]{1,3}岁|以后|之后|\\?|"
    f"的(?!“?{any_of(words('moods', 'task of a year'))}|"
    f"{any_of(words('moods', 'term after all'))})[^,。;]"
)
# 资金已列入明年财政预算: which budget it is.
_ENTERED = re.compile(f"{any_of(words('moods', 'entered in a budget'))}了?(?:县|市|镇)?$")
_BUDGET = re.compile("[^,。;0-9]{0,8}?预算")
_NEAR = 8  # characters
_WAS_DONE = re.compile(
    "(?:,?[^,。;]{0,14}?|[^。;]{0,26}?,(?:一共|总共|共)?[花用])(?<![为除])了(?![结解却断])"
    f"(?![^,。;]*{any_of(words('moods', 'planned'))})"
)
_SOON_GONE = re.compile("年[底末](?!前)[^,。;就]{0,4}(?:顺利|终于|已|都)?[^,。;就]{0,3}了")
# 年末公路里程2268公里, 年底户籍人口68万人: how much there is of it, unless more is promised.
_AT_THE_END = re.compile(
    f"[^,。;]{{0,8}}?{any_of(words('moods', 'counted at the end'))}"
    f"(?![^,。;]*(?:{any_of(words('moods', 'planned'), words('moods', 'reaches'))}|[要将]))"
)
# 年内动不了, 今冬指望不上: nobody promises it any more; but 年底通车的目标不会改变.
_DENIED = re.compile(
    f"[^,。;]{{0,6}}?{any_of(words('moods', 'denied'))}(?!的|超过|低于|少于|高于|变|改变|动摇)"
)
_ASKED = re.compile(r"[^,。;]{0,12}[吗么]\?")
_TURNS = re.compile("要[^,。;0-9]{1,8}(?<!定)了[,。;]")
_CAME_ABOUT = re.compile("[^,。;将要才再]{0,8}?(?<![为除])了(?![结解却断])")
_FROM = re.compile(r"起(?!步|点)")
_TIME_NAMED = Lexicon.read("moods", "time named")
_YEAR_NAMED = Lexicon.read("moods", "year named", "time named")


def is_shown(date: Named) -> bool:
    """公示期至8月16日"""
    return not date.whole and is_of_display(date.text, date.start)


def begins_a_stretch(date: Named) -> bool:
    """8月5日22时至8月6日6时停水, 12月20日零时起单行: when something begins, not when it is due."""
    return not date.wide and _BEGINS.match(date.text, date.end) is not None


def is_in_a_title(date: Named) -> bool:
    """《乡村振兴2018年工作要点》"""
    opened = date.text.rfind("《", max(0, date.start - _LONGEST_TITLE), date.start)
    return opened >= 0 and "》" not in date.text[opened : date.start]


def is_told_since(date: Named) -> bool:
    """截至6月底, 标志着全市今年…任务完成"""
    if _SINCE.before(date.text, date.start):
        return True
    if _SAID_THEN.search(date.text, max(0, date.start - _FORECAST), date.start):
        return True
    return _TELLS_OF.search(date.text, max(0, date.start - _TOLD), date.start) is not None


def lasts_till(date: Named) -> bool:
    """够牲畜吃到明年4月, 订单排到了年底: so long something is enough."""
    return _LASTS.search(date.text, max(0, date.start - _FORECAST), date.start) is not None


def is_reported(date: Named) -> bool:
    """今年以来, 6月16日在县一中举行 of a day gone by"""
    if _AIMED_AT.search(date.text, max(0, date.start - _TOLD), date.start):
        return False
    return bool(_REPORTED.match(date.behind) or (_HELD.match(date.behind) and not date.ahead))


def goes_on_through(date: Named) -> bool:
    """清明期间每天安排60人值班: something goes on through these days."""
    through = date.text[date.end - 2 : date.end] == "期间" and not date.wide
    return through and _EVERY_DAY.match(date.behind) is not None


def ends_a_stretch(date: Named) -> bool:
    """假期从9月29日到10月6日: days that last, unless somebody may act in them."""
    first = max(0, date.start - _FORECAST)
    lasts = _STRETCH.search(date.text, first, date.start) if not date.wide else None
    return lasts is not None and _MAY_ACT.search(date.text, first, date.end + 12) is None


def comes_by_itself(date: Named) -> bool:
    """合同6月底到期, 明年6月毕业, 6月迎来建校110周年"""
    return not date.before and _COMES_BY_ITSELF.match(date.behind) is not None


def is_forecast(date: Named) -> bool:
    """据气象台预报,12日至14日有雨雪: nobody promises the weather.

    受台风影响,通气日期延至11月20日: what it hindered has its day all the same.
    """
    if date.wide or date.before:
        return False
    first = max(0, date.start - _FORECAST)
    said = _FORECAST_OF.search(date.text, first, date.start)
    if said and _PUT_OFF_TO.search(date.text, first, date.start):
        return False
    return said is not None or _WEATHER.match(date.behind) is not None


def is_subject(date: Named) -> bool:
    """听取上半年工作汇报"""
    return date.wide and not date.before and is_spoken_about(date.text, date.start, date.end)


def names_a_meeting(date: Named) -> bool:
    """举行一季度项目集中开工仪式: the quarter tells which one is held."""
    return date.wide and not date.before and _OF_A_MEETING.match(date.behind) is not None


def is_only_named(date: Named) -> bool:
    """4月7日是世界卫生日, 六月的天; 已列入明年预算"""
    if _BUDGET.match(date.behind) and _ENTERED.search(date.text[: date.start][-_NEAR:]):
        return True
    return _NAMED.match(date.behind) is not None


def was_done(date: Named) -> bool:
    """清明前,老孙接回了父亲; 年底顺利脱了贫: told, whatever the calendar says."""
    told = is_a_term(date) or _SOON_GONE.match(date.text, date.start) is not None
    return told and _WAS_DONE.match(date.behind) is not None


def is_counted(date: Named) -> bool:
    """年末公路里程2268公里: a census, of which nothing is promised; not so of a year to come."""
    at_the_end = not date.ahead and date.text[date.end - 2 : date.end] in ("年末", "年底")
    return at_the_end and _AT_THE_END.match(date.behind) is not None


def is_asked_about(date: Named) -> bool:
    """二季度还稳得住吗?"""
    return not date.before and _ASKED.match(date.behind) is not None


def is_denied(date: Named) -> bool:
    """人才公寓年内动不了, 今冬指望不上"""
    return _DENIED.match(date.behind) is not None


def is_conditional(date: Named) -> bool:
    """如8月底仍无实质进展, 6月1日前仍不开工的: what follows if nothing has come about by then."""
    return _NOTHING_YET.match(date.behind) is not None


def takes_a_turn(date: Named) -> bool:
    """山路今年要变短了: what comes about is told."""
    return date.wide and not date.before and _TURNS.match(date.behind) is not None


def is_over(date: Named) -> bool:
    """过渡棚8月就搭好了, 9月关了门: told, though the month is still ahead in this year."""
    closely = not date.wide and not date.before and not date.whole
    return closely and _CAME_ABOUT.match(date.behind) is not None


def is_a_term(date: Named) -> bool:
    """6月底前, but 七一前夕 tells of a time."""
    return date.before and date.text[date.end - 2 : date.end] != "前夕"


def is_a_beginning(date: Named) -> bool:
    """2024年起"""
    return date.whole and _FROM.match(date.behind) is not None


def is_a_time_named(date: Named) -> bool:
    """年底盘点"""
    return _TIME_NAMED.at(date.behind, 0) is not None


def is_a_year_named(date: Named) -> bool:
    """今年首个"""
    return not date.ahead and _YEAR_NAMED.at(date.behind, 0) is not None
