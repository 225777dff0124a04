"""How finds of any reader are held against the readings, so that peers get their fairest due.

- A find that overlaps a marked figure or date has found it, whatever it reads there; several
  finds in one figure are as good as their best.
- Marks that are borderline, and neutral ground, count neither way.
- **Precision** is the share of finds that overlap a mark, **recall** the share of marks that are
  overlapped. **Exact value** and **exact span** are shares of the marks that were found.
- A value is exact when it is the one of the reading, for a range when both ends are. A vague sum
  (8万余元, 近百万元) may be given by two ends, of which one must be the reading's.
- A span is exact when it is the mark's, words of convention at either edge left aside: whether
  约, 以上 and the 年产 of a rate belong to a figure, or 前 to a date.
- Dates: recall, value and span are taken on due dates, the value is the last day named, and of
  several days offered one must be right. Precision is taken over all marked dates, due or not.
  The readings do not list every day gone by: a find before the issue that no mark overlaps, and that
  is printed as a date, counts neither way.
- Counts (3700余户) are no kind of either peer; they are left out of `measures`.
- `invented` counts values given to damaged sums (75亿元.分), which have none.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable
from dataclasses import dataclass, field
from decimal import Decimal
from typing import Any

from benchmarks.scoring import values
from chinese.wordlists import DATA, sections

Item = dict[str, Any]
COLUMNS = ("precision", "recall", "exact value", "exact span")
_COUNTED = ("count", "times", "money", "foreign", "spoken", "none")
_MEASURED = {
    unit for kind, units in sections(DATA / "units.txt").items() if kind not in _COUNTED for unit in units
}  # fmt: skip
_BOUNDS = [word for words in sections(DATA / "bounds.txt").values() for word in words]
_WORDS = "|".join(sorted(_BOUNDS, key=len, reverse=True))
_BEFORE = re.compile(rf"^(?:{_WORDS}|上(?=[百千万亿])|[年月日天][^\W0-9]{{1,3}}?(?=[0-9]))+")
_AFTER = re.compile(rf"(?:{_WORDS}|[余多整])+$")
_EDGES = {
    False: (_BEFORE, _AFTER),
    True: (re.compile(r"^[到至在于“]+"), re.compile(r"(?:之前|以前|前夕|前|之内|以内|内|期间|”)+$")),
}  # fmt: skip
_PRINTED_AS_DATE = re.compile(r"[年月日号天季旬周节]")


@dataclass
class Score:
    """What one reader did with one kind of one set."""

    finds: int = 0
    good_finds: int = 0
    wanted: int = 0
    found: int = 0
    right_values: int = 0
    right_spans: int = 0
    invented: int = 0
    failed: int = 0
    misses: list[tuple[str, str]] = field(default_factory=list)

    def shares(self) -> dict[str, float]:
        return {
            "precision": self.good_finds / self.finds if self.finds else 0.0,
            "recall": self.found / self.wanted if self.wanted else 0.0,
            "exact value": self.right_values / self.found if self.found else 0.0,
            "exact span": self.right_spans / self.found if self.found else 0.0,
        }


def marks(item: Item, kind: str) -> list[Item]:
    """The marks of a kind in the form that `judge` wants, with those that count neither way."""
    if kind == "dates":
        return [
            each | {"days": _alternatives(each, "due_on"), "wanted": each["is_due"]}
            for each in item["dates"]
        ]
    if kind == "money":
        return [
            each | {"values": [_sum(each), each.get("yuan_to")], "wanted": True}
            for each in item["money"]
        ]
    return [
        each | {"values": values(each), "wanted": True}
        for each in item["quantities"]
        if is_measured(each) == (kind == "measures")
    ]


def ground(item: Item, kind: str) -> list[Item]:
    """Where a find is not judged: neutral ground, and the other half of the quantities."""
    if kind in ("money", "dates"):
        return item.get("neutral", [])
    other = [each for each in item["quantities"] if is_measured(each) != (kind == "measures")]
    return [*item.get("neutral", []), *other]


def is_measured(quantity: Item) -> bool:
    return quantity["unit"].split("/")[0] in _MEASURED or quantity["unit"] == "成"


def judge(item: Item, kind: str, finds: list[Item], score: Score) -> None:
    wanted, neutral = marks(item, kind), ground(item, kind)
    for each in finds:
        under = [mark for mark in wanted if _overlap(each, mark)]
        if any(not _counts(mark) for mark in under):
            score.invented += any(_is_damaged(mark) for mark in under)
            continue
        if not under and (_any(each, neutral) or (kind == "dates" and _gone_by(item, each))):
            continue
        score.finds += 1
        score.good_finds += bool(under)
        if not under:
            score.misses.append(("precision", _shown(item, each)))
    value_is_right = _day_is_right if kind == "dates" else _value_is_right
    for mark in wanted:
        if mark["wanted"] and _counts(mark):
            over = [each for each in finds if _overlap(each, mark)]
            _judge_mark(item, mark, over, value_is_right, score, dates=kind == "dates")


def _judge_mark(
    item: Item,
    mark: Item,
    over: list[Item],
    value_is_right: Callable[[Item, Item], bool],
    score: Score,
    *,
    dates: bool,
) -> None:
    score.wanted += 1
    if not over:
        score.misses.append(("recall", _shown(item, mark)))
        return
    score.found += 1
    value = any(value_is_right(each, mark) for each in over)
    span = any(_span_is_exact(item["text"], each, mark, dates=dates) for each in over)
    score.right_values += value
    score.right_spans += span
    if not value:
        score.misses.append(("exact value", f"{_shown(item, mark)} read as {over[0]}"))
    if not span:
        score.misses.append(("exact span", f"{_shown(item, mark)} not {_shown(item, over[0])}"))


def _value_is_right(find: Item, mark: Item) -> bool:
    values = [Decimal(each) for each in find["values"]]
    low, high = mark["values"]
    if high is not None:
        return values == [low, high]
    if find["loose"] and mark["comparator"] != "=":
        return low in values
    return values == [low]


def _day_is_right(find: Item, mark: Item) -> bool:
    return any(day in mark["days"] for day in find["days"])


def _span_is_exact(text: str, find: Item, mark: Item, *, dates: bool) -> bool:
    """Whether a find holds the core of the mark, and outside of it words of convention alone."""
    before, after = _EDGES[dates]
    printed = text[find["start"] : find["end"]]
    core = after.sub("", before.sub("", mark["text"]))
    return bool(core) and after.sub("", before.sub("", printed)) == core


def _counts(mark: Item) -> bool:
    return not mark.get("borderline") and not mark.get("damaged")


def _is_damaged(mark: Item) -> bool:
    """A reading of damaged print may still give a value where it can be known."""
    return bool(mark.get("damaged") and mark["values"][0] is None and not mark.get("borderline"))


def _gone_by(item: Item, find: Item) -> bool:
    printed = item["text"][find["start"] : find["end"]]
    return max(find["days"]) < item["date"] and bool(_PRINTED_AS_DATE.search(printed))


def _sum(mark: Item) -> Any:
    return mark.get("amount", mark["yuan"])


def _alternatives(mark: Item, name: str) -> list[Any]:
    also = mark.get(f"{name}_alt") or []
    return [mark.get(name), *(also if isinstance(also, list) else [also])]


def _any(find: Item, spans: Iterable[Item]) -> bool:
    return any(_overlap(find, span) for span in spans)


def _overlap(one: Item, other: Item) -> bool:
    return one["start"] < other["end"] and other["start"] < one["end"]


def _shown(item: Item, each: Item) -> str:
    text, start, end = item["text"], each["start"], each["end"]
    around = f"…{text[max(0, start - 12) : start]}【{text[start:end]}】{text[end : end + 8]}"
    return f"{item['id']} {around!r}"
