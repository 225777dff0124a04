"""The stages of a project on a line of time: above what was promised, below what was reported.

Positions are whole pixels for a drawing of a given width; the same steps, in words, make the
vertical list of narrow screens.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, timedelta

from projects.models import Evidence
from projects.presenting import STAGES, countdown, full_day, near_day
from projects.stages import Step

WIDE, MIDDLE = 1200, 786
LEFT, RIGHT = 92, 40
LABEL = 104
LABEL_ROW = 38
DAY = 56
_ORDER = {stage: place for place, stage in enumerate(STAGES)}


@dataclass(frozen=True)
class Mark:
    """A step as it is drawn: `planned_x` and `reached_x` are the middles of its two bricks."""

    step: Step
    planned_x: int | None
    reached_x: int | None
    label_x: int
    label_y: int
    planned_class: str
    reached_text: str
    middle_x: int


@dataclass(frozen=True)
class Drawing:
    width: int
    top: int
    marks: list[Mark]
    years: list[tuple[int, int]]
    today_x: int

    @property
    def right(self) -> int:
        return self.width - RIGHT // 2

    @property
    def bottom(self) -> int:
        return self.top + 78

    @property
    def height(self) -> int:
        return self.top + 136

    @property
    def today_from(self) -> int:
        return self.top + 20

    @property
    def today_y(self) -> int:
        """Under the line; above it where the day of a report would stand in its place."""
        days = (mark.reached_x for mark in self.marks if mark.reached_x is not None)
        crowded = any(abs(x - self.today_x) < DAY for x in days)
        return self.today_from - 4 if crowded else self.bottom + 28


@dataclass
class Timeline:
    steps: list[Step]
    today: date

    def __post_init__(self) -> None:
        self.steps.sort(key=lambda step: (step.day, _ORDER[step.stage]))

    @property
    def wide(self) -> Drawing:
        return self.draw(WIDE)

    @property
    def middle(self) -> Drawing:
        return self.draw(MIDDLE)

    @property
    def words(self) -> list[tuple[Step, str, str, str]]:
        """For the list: the step, its words, what is late about it, and its brick."""
        return [(step, *self._said(step)) for step in self.steps]

    @property
    def quotes(self) -> list[Evidence]:
        """The sentences that tell of the stages, each once, that of the last one first."""
        told = (step.evidence for step in reversed(self.steps) if step.reached)
        return list({quote.pk: quote for quote in told if quote}.values())

    def _said(self, step: Step) -> tuple[str, str, str]:
        parts = [f"说好{step.due}"] if step.planned else []
        if step.reached:
            parts.append(step.told.format(step.reached_in or self._near(step)))
            if step.difference and not step.late:
                parts.append(step.difference)
            if step.is_now:
                parts.append("今天在这里")
            return "，".join(parts), step.difference if step.late else "", "laid"
        if step.planned:
            left = countdown(step.planned.due_on, self.today)
            if step.late:
                return "，".join(parts), left, "late"
            parts += [left] if left else []
        return "，".join(parts), "", "soon" if step.standing == "due_soon" else "open"

    def _near(self, step: Step) -> str:
        """The day of the report; beside a promise of the same year without the year."""
        due = step.planned.due_on if step.planned else None
        assert step.reached is not None
        return near_day(step.reached, due) if due else full_day(step.reached)

    def draw(self, width: int) -> Drawing:
        first, last = self._span()
        scale = (width - LEFT - RIGHT - LABEL) / max(1, (last - first).days)

        def at(day: date | None) -> int | None:
            return None if day is None else round(LEFT + LABEL / 2 + (day - first).days * scale)

        lanes: list[int] = []
        marks = []
        for step in self.steps:
            planned = at(step.planned.due_on) if step.planned else None
            reached = at(step.reached)
            x = planned if planned is not None else reached
            assert x is not None
            lane = _free_lane(lanes, x)
            marks.append((step, planned, reached, x, lane))
        top = 46 + LABEL_ROW * max(0, len(lanes) - 1)
        years = [
            (year, x)
            for year in range(first.year, last.year + 1)
            if (x := at(date(year, 1, 1))) is not None and x >= LEFT - 10
        ]
        today_x = at(self.today)
        assert today_x is not None
        drawn = [
            Mark(
                step=step,
                planned_x=planned,
                reached_x=reached,
                label_x=x,
                label_y=top - 32 - LABEL_ROW * lane,
                planned_class=_planned_class(step),
                reached_text=self._reached_text(step),
                middle_x=(planned + reached) // 2 + 12 if planned and reached else 0,
            )
            for step, planned, reached, x, lane in marks
        ]
        return Drawing(width, top, drawn, years, today_x)

    def _reached_text(self, step: Step) -> str:
        if step.reached is None:
            return ""
        return step.reached_in or f"{step.reached.month}月{step.reached.day}日"

    def _span(self) -> tuple[date, date]:
        days = [self.today]
        for step in self.steps:
            days += [day for day in (step.reached, step.planned and step.planned.due_on) if day]
        first, last = min(days), max(days)
        if (last - first).days < 120:
            first, last = first - timedelta(days=60), last + timedelta(days=60)
        return first, last


def _free_lane(lanes: list[int], x: int) -> int:
    """The lowest row of labels in which the one at `x` touches no other; `lanes` are their ends."""
    for lane, end in enumerate(lanes):
        if x - LABEL // 2 >= end:
            lanes[lane] = x + LABEL // 2
            return lane
    lanes.append(x + LABEL // 2)
    return len(lanes) - 1


def _planned_class(step: Step) -> str:
    if step.reached is None and step.standing == "overdue":
        return "late"
    return "soon" if step.reached is None and step.standing == "due_soon" else "open"
