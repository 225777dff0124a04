"""How a fact is said to readers: figures in their printed unit, dates, promises and how they stand.

Pure functions on records that are loaded already; `today` is always given. Reader pages are
Chinese, so the words stand here and not in the catalogue.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date, timedelta
from decimal import ROUND_HALF_UP, Decimal
from typing import Any

from articles.models import Article
from chinese.dates import find_dates
from chinese.money import money_text, split_money
from chinese.said import read_sum
from projects.days import printed_on, reached_on
from projects.models import Investment, Progress, Stage, Target
from projects.sums import Money

COMPARATORS = {"=": "", ">=": "不少于", "<=": "不超过", "~": "约"}
STAGES: dict[str, str] = {
    Stage.PLANNED: "谋划",
    Stage.APPROVED: "立项",
    Stage.STARTED: "开工",
    Stage.UNDER_CONSTRUCTION: "在建",
    Stage.STRUCTURE_COMPLETE: "主体完工",
    Stage.COMPLETED: "完工",
    Stage.OPERATING: "投运",
    Stage.STALLED: "停滞",
    Stage.CANCELLED: "取消",
}
MEASURES: dict[str, str] = {
    Investment.Measure.TOTAL: "总投资",
    Investment.Measure.APPROVED: "批复投资",
    Investment.Measure.YEAR: "年度计划",
    Investment.Measure.DONE: "累计完成",
    Investment.Measure.PAID: "已付",
    Investment.Measure.PART: "其中",
}
STANDINGS = {
    "met": "已兑现",
    "met_late": "迟兑现",
    "overdue": "已逾期",
    "missed": "未兑现",
    "due_soon": "将到期",
    "open": "进行中",
    "revised": "已调整",
    "dropped": "已取消",
}
# What readers have been told no outcome of yet.
WAITING = {"overdue", "due_soon", "open"}
LONG = 9
_UNITS = {
    "万亿": Decimal(10**12),
    "亿": Decimal(10**8),
    "千万": Decimal(10**7),
    "百万": Decimal(10**6),
    "万": Decimal(10**4),
    "": Decimal(1),
}
_PRINTED = re.compile(r"(\d[\d,]*(?:\.\d+)?)\s*(万亿|亿|千万|百万|万|)元")
_PERIOD = re.compile(r"\d{4}年(?:\d{1,2}月|[一二三四]季度|[上下]半年)?")
_YI, _WAN = Decimal(10**8), Decimal(10**4)


@dataclass(frozen=True)
class Figure:
    """An amount in three pieces of type: 约 · 1.9 · 亿元."""

    number: str
    unit: str
    comparator: str = ""

    def __str__(self) -> str:
        return f"{self.comparator}{self.number}{self.unit}"

    @property
    def is_long(self) -> bool:
        """Wider than nine digits, a Chinese character being two: it is set in smaller type."""
        return sum(1 if each.isascii() else 2 for each in self.number) > LONG


def stage_words(stage: str) -> str:
    """在建; 未说阶段 where print has told of none."""
    return STAGES[stage] if stage else "未说阶段"


def figure(yuan: Decimal, comparator: str = "=", printed: str = "") -> Figure:
    """An exact amount, in the unit that was printed where the print is in figures."""
    word = COMPARATORS[comparator]
    found = _PRINTED.search(printed)
    if found and Decimal(found[1].replace(",", "")) * _UNITS[found[2]] == yuan:
        return Figure(found[1].replace(",", ""), f"{found[2]}元", word)
    return Figure(*split_money(yuan), word)


def figure_of(investment: Investment) -> Figure:
    """One reported sum; what could not be read or is foreign stays as it was printed."""
    if investment.amount is None:
        found = re.search(r"\d[\d.,]*", investment.printed)
        if not found:
            return Figure(investment.printed, "")
        return Figure(found[0], investment.printed[found.end() :])
    low = figure(investment.amount, investment.comparator, investment.printed)
    if investment.amount_to is None:
        return low
    return Figure(money_text(investment.amount, investment.amount_to), "")


def rounded(money: Money) -> Figure:
    """A sum of many figures, short enough to be said; "about" where rounding took something."""
    unit, places = (_YI, "0.1") if money.yuan >= _YI else (_WAN, "1")
    said = (money.yuan / unit).quantize(Decimal(places), ROUND_HALF_UP) * unit
    comparator = money.comparator if said == money.yuan or money.comparator != "=" else "~"
    return figure(said, comparator)


def measure_words(investment: Investment, today: date) -> str:
    start = investment.period_start
    if investment.measure == Investment.Measure.YEAR:
        year = (start or investment.period_end or today).year
        return "今年计划" if year == today.year else f"{year}年计划"
    if investment.measure == Investment.Measure.DONE and start:
        return f"{start.year}年完成"
    return MEASURES[investment.measure]


def as_of_words(investment: Investment, today: date) -> str:
    """截至10月底; empty where the sentence names no day."""
    day = investment.as_of or (
        investment.period_end if investment.measure == Investment.Measure.DONE else None
    )
    if day is None:
        return ""
    if (day + timedelta(days=1)).day == 1:
        year = "" if day.year == today.year else f"{day.year}年"
        return f"截至{year}{day.month}月底"
    return f"截至{near_day(day, today)}"


def difference_words(new: Investment, old: Investment | None) -> str:
    """What changed since the figure before: 比前次多1800万元. Empty where nothing can be said, as
    of ranges."""
    if old is None or new.amount is None or old.amount is None or new.span == old.span:
        return ""
    if new.amount_to or old.amount_to:
        return ""
    more = "多" if new.amount > old.amount else "少"
    about = "" if new.comparator == old.comparator == "=" else "约"
    return f"比前次{about}{more}{money_text(abs(new.amount - old.amount))}"


def departure_words(investment: Investment) -> str:
    """印作3150万元，县发改局已更正: a sum that is not what its sentence says, and why."""
    if not investment.reason or investment.amount is None:
        return ""
    read = read_sum(investment.printed)
    if read and (read.value, read.value_to) == investment.span:
        return ""
    return f"原句印作{investment.printed}，{investment.reason}"


def share_words(part: Decimal | None, whole: Decimal | None) -> str:
    if part is None or not whole or part > whole:
        return ""
    percent = (part / whole * 100).quantize(Decimal("0.1"), ROUND_HALF_UP).normalize()
    return f"占总投资{percent:f}%"


# Dates


def full_day(day: date) -> str:
    return f"{day.year}年{day.month}月{day.day}日"


def near_day(day: date, today: date) -> str:
    """11月24日; with its year where that is not today's."""
    return full_day(day) if day.year != today.year else f"{day.month}月{day.day}日"


def place_words(article: Article) -> str:
    """第1287期1版; empty for what never stood in print."""
    issue = article.printed_in
    if issue is None:
        return ""
    number = f"第{issue.number}期" if issue.number else ""
    page = f"{article.page.number}版" if article.page else ""
    return f"{number}{page}" or full_day(issue.date)


def source_words(article: Article) -> str:
    """Issue and page, or the day of what never stood in print."""
    return place_words(article) or full_day(printed_on(article))


def reached_words(progress: Progress, said: str) -> str:
    """The day of a stage, `said` in words; 2026年8月 where print knows no more."""
    return progress.note if _PERIOD.fullmatch(progress.note) else said


def is_told_of(progress: Progress) -> bool:
    """Whether print gives the stage a day of its own: it is what is circled in the sentence."""
    quote = progress.evidence
    printed = find_dates(quote.marked, printed_on(quote.article))
    return bool(printed) and reached_on(progress) != printed_on(quote.article)


def due_words(target: Target) -> str:
    """The due date as exactly as it was promised: 2026年12月31日, 2027年6月, 2028年."""
    day, said = target.due_on, target.due_text
    if day is None:
        return said or "未说期限"
    end = "底" if "底" in said or "末" in said else ""
    match target.due_precision:
        case "year":
            return f"{day.year}年{end}"
        case "half-year":
            return f"{day.year}年{'上' if day.month <= 6 else '下'}半年"
        case "quarter":
            return f"{day.year}年{'一二三四'[(day.month - 1) // 3]}季度"
        case "month":
            return f"{day.year}年{day.month}月{end}"
    return full_day(day)


def near_due(target: Target, today: date) -> str:
    """The same without the year, where that is today's: 6月底, 二季度, 年底."""
    said = due_words(target)
    if target.due_on is None or target.due_on.year != today.year:
        return said
    short = said.removeprefix(f"{today.year}年")
    return {"": said, "底": "年底"}.get(short, short)


def period_start(target: Target) -> date | None:
    """The first day of the period that ends on the due date."""
    day = target.due_on
    if day is None:
        return None
    first = {"month": day.month, "quarter": day.month - 2, "half-year": day.month - 5, "year": 1}
    if month := first.get(target.due_precision):
        return date(day.year, max(1, month), 1)
    return day


def punctuality(target: Target, reached: date) -> str:
    """如期 inside the promised period, else 早41天 or 迟39天, counted from its last day."""
    start = period_start(target)
    if target.due_on is None or start is None:
        return ""
    if reached > target.due_on:
        return f"迟{(reached - target.due_on).days}天"
    return "如期" if reached >= start else f"早{(target.due_on - reached).days}天"


# Promises


def value_words(target: Target) -> str:
    """不少于600人; what has no value in figures stays as it was printed."""
    if target.value is None:
        return target.printed
    return f"{COMPARATORS[target.comparator]}{number_words(target.value)}{target.unit}"


def number_words(value: Decimal) -> str:
    if value >= _WAN and value % 1000 == 0:
        return f"{(value / _WAN).normalize():f}万"
    return f"{value.normalize():f}"


def title_of(target: Target, successor: Target | None = None) -> str:
    """引进企业不少于20家; with its successor 大师工作室15个，改为12个."""
    value = value_words(target)
    known = (value, target.printed, f"{target.value.normalize():f}" if target.value else "")
    said = not value or any(part and part in target.indicator for part in known)
    title = target.indicator if said else f"{target.indicator}{value}"
    if successor is None:
        return title
    changed = value_words(successor)
    return f"{title}，改为{changed if changed != value else due_words(successor)}"


def is_open(target: Any) -> bool:
    """Whether readers have been told no outcome yet. Wants a target `with_untold`."""
    return bool(target.outcome == Target.Outcome.OPEN or target.is_untold)


def standing_of(target: Any, today: date) -> str:
    """How the promise stands for readers: an outcome that nothing public tells is still open.

    Wants a target `with_untold`.
    """
    shown: Target = Target(due_on=target.due_on) if target.is_untold else target
    return shown.standing(today)


def result_words(target: Target, standing: str, today: date) -> str:
    """What became of it so far: 还有37天, 已过147天, 12月9日兑现，迟39天."""
    day = near_day(target.outcome_on, target.due_on or today) if target.outcome_on else ""
    if standing in {"met", "met_late"} and target.outcome_on:
        timing = punctuality(target, target.outcome_on)
        return f"{day}兑现，{timing}" if timing else f"{day}兑现"
    if standing == "revised":
        return f"{day}见报调整" if day else "见报调整"
    if standing in {"missed", "dropped"}:
        if not target.outcome_evidence_id:
            return searched(target, today)
        return f"{day}见报" if day else ""
    return countdown(target.due_on, today)


def searched(target: Target, today: date) -> str:
    """查到11月20日（2025年以来的本报）: what stands for a sentence where none could be found."""
    if target.checked_on is None:
        return ""
    return f"查到{near_day(target.checked_on, today)}（{target.searched_in}）未见兑现"


def countdown(due: date | None, today: date) -> str:
    if due is None:
        return ""
    days = (due - today).days
    if days < 0:
        return f"已过{-days}天"
    return f"还有{days}天" if days else "今天到期"
