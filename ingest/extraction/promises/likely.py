"""Whether print around a figure usually promises it: a second opinion beside the rules."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from functools import lru_cache
from pathlib import Path
from zlib import crc32

from chinese.figures import Figure
from chinese.likely import PRECISIONS
from chinese.weighing import Around, load
from ingest.extraction.clauses.sentences import Clause, Date, Sentence

TABLE = Path(__file__).resolve().parent.parent.parent / "data" / "promised.xz"
_MANY = 9  # figures of a clause that are told apart
_NO_DATE = 0
_FACTS = (
    "kind", "unit", "comparator", "measure", "in hanzi", "figure of clause", "figures of clause",
)  # fmt: skip

Paragraphs = Sequence[Sequence[Sentence]]


def weigh_figures(paragraphs: Paragraphs, issue_date: date) -> None:
    """Enters in each clause how much the print around its figures speaks for a promise."""
    around, places = around_figures(paragraphs, issue_date)
    if around is not None:
        for (clause, figure), weight in zip(places, around.weigh(load(TABLE)), strict=True):
            clause.promise[figure.start] = float(weight)


def around_figures(
    paragraphs: Paragraphs, issue_date: date
) -> tuple[Around | None, list[tuple[Clause, Figure]]]:
    """What is looked at: the print around the figures of an article and the dates beside them."""
    places: list[tuple[Clause, Figure]] = []
    texts: list[str] = []
    starts: list[int] = []
    facts: list[tuple[int, ...]] = []
    days: list[dict[str, int]] = []
    offset = 0
    for sentences in paragraphs:
        if not sentences:
            continue
        for sentence in sentences:
            beside = _dates_beside(sentence.clauses, issue_date)
            for clause, dates in zip(sentence.clauses, beside, strict=True):
                for index, (figure, measure) in enumerate(figures := _figures(clause)):
                    places.append((clause, figure))
                    starts.append(offset + figure.start)
                    place = (min(index, _MANY), min(len(figures), _MANY))
                    facts.append((*_told(sentence, figure, measure), *place))
                    days.append(dates)
        texts.append(sentences[0].folded.text)
        offset += len(texts[-1]) + 1
    if not places:
        return None, []
    ends = [start + each.end - each.start for start, (_, each) in zip(starts, places, strict=True)]
    around = Around("\n".join(texts), starts, ends)
    columns = dict(zip(_FACTS, zip(*facts, strict=True), strict=True))
    around.by_kind(columns["kind"])
    for name, values in columns.items():
        around.fact(name, values)
    for name in days[0]:
        around.fact(name, [each[name] for each in days])
    around.fact("month of issue", [issue_date.month] * len(places))
    return around, places


def _figures(clause: Clause) -> list[tuple[Figure, str]]:
    """The figures of a clause that have a value, in order, with what sums measure."""
    found = [(each, "") for each in clause.sizes]
    found += [(each.figure, each.measure) for each in clause.sums]
    return sorted((each for each in found if each[0].value is not None), key=lambda e: e[0].start)


def _told(sentence: Sentence, figure: Figure, measure: str) -> tuple[int, ...]:
    """The kind, unit, bound and measure of a figure, and whether it is printed 两座 or 2座."""
    in_hanzi = not sentence.folded.text[figure.number_start].isdecimal()
    kind = "money" if measure else figure.kind
    return (*map(_number, (kind, figure.unit, figure.comparator, measure)), int(in_hanzi))


@lru_cache(1024)
def _number(word: str) -> int:
    """A word as a number; that two words share one is as rare as it is harmless."""
    return crc32(word.encode("utf-8"))


def _dates_beside(clauses: Sequence[Clause], issue_date: date) -> list[dict[str, int]]:
    """For each clause which dates stand in it, before it and behind it in its sentence."""
    own = [[_date(each, issue_date) for each in clause.dates] for clause in clauses]
    found: list[dict[str, int]] = []
    before = 0
    nearest = _NO_DATE
    for kinds in own:
        inside = sum({1 << each // 16 for each in kinds})
        found.append({"dates inside": inside, "dates before": before, "date before": nearest})
        found[-1]["first date inside"] = kinds[0] if kinds else _NO_DATE
        before |= inside
        nearest = kinds[-1] if kinds else nearest
    behind, nearest = 0, _NO_DATE
    for kinds, told in zip(reversed(own), reversed(found), strict=True):
        told["dates behind"], told["date behind"] = behind, nearest
        told["dates"] = (told["dates inside"] * 32 + told["dates before"]) * 32 + behind
        behind |= told["dates inside"]
        nearest = kinds[0] if kinds else nearest
    return found


def _date(day: Date, issue_date: date) -> int:
    """Whether a date is to come, goes on or is gone, and how closely it is told."""
    find = day.find
    if find.first is None or find.last is None:
        when = 1
    elif find.first > issue_date:
        when = 2
    else:
        when = 3 if find.last >= issue_date else 4
    return when * 16 + PRECISIONS.index(find.precision)
