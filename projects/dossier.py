"""Everything that the page of one project shows, read in five queries.

Facts of a withdrawn article, and those whose sentence was corrected away, keep their date and
their amount, and lose everything else.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from datetime import date
from typing import Any

from django.db.models import OuterRef, Subquery

from articles import clock
from articles.models import Article, Photo
from projects import history, presenting
from projects.days import printed_on, reached_on
from projects.history import once_public, with_source
from projects.models import Evidence, Investment, Progress, Project, Target
from projects.money_chart import Chart, Point, chart_of
from projects.presenting import Figure, near_day
from projects.promise_rows import PromiseRow, next_due, promise_rows
from projects.stages import Step, steps_of
from projects.timeline import Timeline

_OUTCOME = "outcome_evidence__article"
RECENT_AT_MOST = 3
CARDS = 4


@dataclass(frozen=True)
class MoneyRow:
    """One reported sum. `evidence` is None where its article was withdrawn, or no longer says
    it: then `corrected` is that article."""

    fact: Investment
    day: date
    label: str
    as_of: str
    figure: Figure
    replaced: bool
    change: str
    evidence: Evidence | None
    paper: bool = True
    corrected: Article | None = None


@dataclass
class Dossier:
    project: Project
    today: date
    money: list[MoneyRow] = field(default_factory=list)
    chart: Chart | None = None
    promises: list[PromiseRow] = field(default_factory=list)
    reports: list[Progress] = field(default_factory=list)
    recent: list[str] = field(default_factory=list)
    total: Investment | None = None
    done: Investment | None = None
    now: Step | None = None
    next_due: Target | None = None
    timeline: Timeline | None = None
    coverage: list[Article] = field(default_factory=list)

    @property
    def share(self) -> float | None:
        """How much of the total is reported as done, 0 to 1."""
        if not (self.total and self.total.amount and self.done and self.done.amount):
            return None
        return min(1.0, float(self.done.amount / self.total.amount))

    @property
    def pictured(self) -> list[Article]:
        """Four articles to show as cards: those with a public picture first, then the newest."""
        pictured_first = sorted(self.coverage, key=lambda a: not a.picture)  # type: ignore[attr-defined]
        return pictured_first[:CARDS]

    @property
    def unpictured(self) -> list[Article]:
        shown = {article.pk for article in self.pictured}
        return [article for article in self.coverage if article.pk not in shown]

    @property
    def promise_counts(self) -> str:
        """6项：逾期1，将到期2，已兑现2（其中迟1）."""
        standings = [row.standing for row in self.promises]
        late, met = standings.count("met_late"), standings.count("met")
        said = [
            (standings.count("overdue"), "逾期"),
            (standings.count("missed"), "未兑现"),
            (standings.count("due_soon"), "将到期"),
            (standings.count("open"), "进行中"),
            (standings.count("revised"), "已调整"),
            (standings.count("dropped"), "已取消"),
            (late + met, "已兑现"),
            (sum(row.withdrawn for row in self.promises), "来源已撤"),
            (sum(row.corrected is not None for row in self.promises), "来源已更正"),
        ]
        told = {"已兑现": f"（其中迟{late}）"} if late else {}
        parts = "，".join(f"{word}{count}{told.get(word, '')}" for count, word in said if count)
        return f"{len(standings)}项：{parts}"


def read(project: Project) -> Dossier:
    """The dossier of a public project."""
    dossier = Dossier(project, clock.today())
    sums = sorted(_sums(project), key=history.age)
    targets = list(_targets(project))
    progress = list(with_source(once_public(Progress.objects.filter(project=project))))
    _tell_money(dossier, sums)
    dossier.promises = promise_rows(targets, progress, dossier.today)
    dossier.next_due = next_due(dossier.promises, dossier.today)
    _tell_progress(dossier, targets, progress)
    dossier.recent = _recent(dossier, sums, targets, progress)
    dossier.coverage = list(_coverage(project))
    return dossier


def _sums(project: Project) -> Any:
    own = Investment.objects.of_projects().with_cover().filter(projects=project)
    return with_source(once_public(own))


def _targets(project: Project) -> Any:
    found = with_source(once_public(Target.objects.with_untold().filter(project=project)))
    return found.select_related(
        *("evidence__article__issue", "evidence__article__page"),
        *(f"{_OUTCOME}__issue", f"{_OUTCOME}__page"),
    ).defer(
        *("evidence__article__body", "evidence__article__plain"),
        *(f"{_OUTCOME}__body", f"{_OUTCOME}__plain"),
    )


def _coverage(project: Project) -> Any:
    """The public articles that speak of the project, each with the sizes of its first picture
    that is public."""
    made = Photo.objects.filter(article=OuterRef("pk")).exclude(renditions={})
    photo = made.order_by("order", "id")
    return (
        Article.objects.published()
        .filter(pk__in=Evidence.objects.filter(projects=project).values("article"))
        .annotate(
            picture=Subquery(photo.values("renditions")[:1]),
            picture_alt=Subquery(photo.values("alt")[:1]),
        )
        .defer("body", "plain")
        .newest_first()
    )


def _public(fact: Any) -> bool:
    return bool(fact.evidence.is_told)


# Money


def _tell_money(dossier: Dossier, sums: Sequence[Investment]) -> None:
    public = [row for row in sums if _public(row)]
    own = [row for row in public if row.covers == 1]  # type: ignore[attr-defined]
    totals = [r for r in own if r.measure == Investment.Measure.TOTAL and r.amount is not None]
    done = [r for r in own if r.measure == Investment.Measure.DONE and not r.period_start]
    if total := history.current(totals):
        dossier.total = history.first_said(total, totals)
    done_sums = [row for row in done if row.amount is not None]
    dossier.done = history.current(done_sums)
    dossier.chart = chart_of(_points(totals), _points(done_sums), dossier.today)
    replaced = {row.supersedes_id for row in public}
    for row in sums:
        if not _public(row):
            dossier.money.append(_gone_sum(row, dossier.today))
            continue
        is_old_total = row in totals and not _still_stands(dossier.total, row)
        dossier.money.append(
            MoneyRow(
                fact=row,
                day=printed_on(row.evidence.article),
                label=_label(row, dossier.today),
                as_of=presenting.as_of_words(row, dossier.today),
                figure=presenting.figure_of(row),
                replaced=row.pk in replaced or is_old_total,
                change=_change(dossier, row, totals),
                evidence=row.evidence,
                # Older completion figures and repeated totals are left out on paper.
                paper=(row not in done or row == dossier.done)
                and (row not in totals or row == history.first_said(row, totals)),
            )
        )


def _points(rows: Sequence[Investment]) -> list[Point]:
    """A sum stands at the day up to which it was counted, else at the day of its report."""
    return [
        Point(row.as_of or printed_on(row.evidence.article), row.amount, presenting.figure_of(row))
        for row in rows
        if row.amount is not None
    ]


def _still_stands(current: Investment | None, row: Investment) -> bool:
    return current is not None and row.span == current.span


def _gone_sum(row: Investment, today: date) -> MoneyRow:
    return MoneyRow(
        fact=row,
        day=printed_on(row.evidence.article),
        label=presenting.measure_words(row, today),
        as_of="",
        figure=presenting.figure_of(row),
        replaced=True,
        change="",
        evidence=None,
        corrected=history.corrected_in(row),
    )


def _label(row: Investment, today: date) -> str:
    words = presenting.measure_words(row, today)
    covers: int = row.covers  # type: ignore[attr-defined]
    return words if covers == 1 else f"{words}，{covers}个项目合计"


def _change(dossier: Dossier, row: Investment, totals: Sequence[Investment]) -> str:
    if departure := presenting.departure_words(row):
        return departure
    if row.change == Investment.Change.MISPRINT and row.reason:
        return f"更正：{row.reason}"
    if row in totals:
        return presenting.difference_words(row, history.before(row, totals))
    if row == dossier.done and dossier.total:
        return presenting.share_words(row.amount, dossier.total.amount)
    return ""


# Stages


def _tell_progress(
    dossier: Dossier, targets: Sequence[Target], progress: Sequence[Progress]
) -> None:
    promised = [target for target in targets if _public(target)]
    dossier.reports = [row for row in progress if _public(row)]
    steps = steps_of(promised, dossier.reports, stage=dossier.project.stage, today=dossier.today)
    dossier.now = next((step for step in steps if step.is_now), None)
    if steps:
        dossier.timeline = Timeline(steps, dossier.today)


def _recent(
    dossier: Dossier,
    sums: Sequence[Investment],
    targets: Sequence[Target],
    progress: Sequence[Progress],
) -> list[str]:
    """What the last two months changed, in a few words each."""
    since, today, said = recent_since(dossier.today), dossier.today, []
    public = [row for row in sums if _public(row) and row.covers == 1]  # type: ignore[attr-defined]
    for row in (dossier.total, dossier.done):
        if row is None:
            continue
        same = [each for each in public if each.measure == row.measure and not each.period_start]
        first = history.first_said(row, same)
        if printed_on(first.evidence.article) < since:
            continue  # said again since, and no change
        old = history.before(first, same)
        words = presenting.MEASURES[row.measure]
        new = presenting.figure_of(row)
        said.append(f"{words}由{presenting.figure_of(old)}到{new}" if old else f"{words}{new}")
    for target in targets:
        successor = next((t for t in targets if t.supersedes_id == target.pk and _public(t)), None)
        if successor and _public(target) and printed_on(successor.evidence.article) >= since:
            said.append(presenting.title_of(target, successor))
    for step in _stages_reached(progress):
        if (day := reached_on(step)) >= since:
            words = presenting.reached_words(step, near_day(day, today))
            said.append(f"{presenting.STAGES[step.stage]}，{words}")
    return said[-RECENT_AT_MOST:]


def _stages_reached(progress: Sequence[Progress]) -> Iterator[Progress]:
    """The reports by which the stage of a project changed: what is told again is none."""
    last = ""
    for step in sorted(progress, key=lambda row: (reached_on(row), row.pk)):
        if step.stage and _public(step) and step.stage != last:
            last = step.stage
            yield step


def recent_since(today: date) -> date:
    """The first day of last month."""
    return date(today.year - (today.month == 1), (today.month - 2) % 12 + 1, 1)
