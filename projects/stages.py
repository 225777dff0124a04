"""Which stages of a project were promised and which reported, with the reports behind them."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from projects.days import printed_on, reached_on
from projects.models import Evidence, Progress, Target
from projects.presenting import (
    STAGES,
    due_words,
    full_day,
    is_told_of,
    punctuality,
    reached_words,
    standing_of,
)


@dataclass
class Step:
    """One stage: its promise, the day it was reported, or both."""

    stage: str
    planned: Target | None = None
    standing: str = ""
    reached: date | None = None
    # The day in words where print knows it less exactly, 2026年8月; what is said with it; and
    # the sentence that tells it.
    reached_in: str = ""
    told: str = "{}见报"
    evidence: Evidence | None = None
    is_now: bool = False

    def reach(self, report: Progress, *, again: bool = False) -> None:
        """What was reported of the stage; `again` where it was told of on an earlier day too."""
        self.reached, self.evidence = reached_on(report), report.evidence
        self.reached_in = reached_words(report, "")
        if is_told_of(report):
            self.told = "实际{}"
        elif self.reached != printed_on(report.evidence.article):
            self.told = "{}"  # 到这一天完工: neither is the day printed nor was the report of it
        elif again:
            self.told = "{}又见报"

    @property
    def word(self) -> str:
        if self.planned and len(self.planned.indicator) <= 6:
            return self.planned.indicator
        return STAGES[self.stage]

    @property
    def due(self) -> str:
        return due_words(self.planned) if self.planned else ""

    @property
    def reached_day(self) -> str:
        """2026年11月22日, or 2026年8月 where print knows no more."""
        return self.reached_in or (full_day(self.reached) if self.reached else "")

    @property
    def difference(self) -> str:
        """如期, 早41天 or 迟39天, once both days are known."""
        return punctuality(self.planned, self.reached) if self.planned and self.reached else ""

    @property
    def late(self) -> bool:
        return self.difference.startswith("迟") or (
            self.standing == "overdue" and self.reached is None
        )

    @property
    def day(self) -> date:
        """The day by which the step is sorted."""
        known = self.reached or (self.planned.due_on if self.planned else None)
        assert known is not None
        return known


def steps_of(
    targets: Iterable[Target], reports: Iterable[Progress], *, stage: str, today: date
) -> list[Step]:
    """The steps of a project that is at `stage`, of what readers may know.

    A stage stands at the day it was first reported: by that its promise is measured. Where the
    project stands now was reported last; a stage told of again on a later day is a second step.
    """
    steps = _promised(targets, today)
    reached = sorted((report for report in reports if report.stage), key=reached_on)
    for report in reached:
        step = steps.setdefault(report.stage, Step(report.stage))
        if step.reached is None:
            step.reach(report)
    told = list(steps.values())
    if reached and reached[-1].stage == stage:
        now = steps[stage]
        if now.reached != reached_on(reached[-1]):
            now = Step(stage)
            now.reach(reached[-1], again=True)
            told.append(now)
        now.is_now = True
    return told


def _promised(targets: Iterable[Target], today: date) -> dict[str, Step]:
    steps: dict[str, Step] = {}
    for target in targets:
        if target.stage and target.due_on:
            standing = standing_of(target, today)
            if standing in {"revised", "dropped"} and target.stage in steps:
                continue
            steps[target.stage] = Step(target.stage, planned=target, standing=standing)
    return steps
