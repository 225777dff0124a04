"""The ledger's use cases: sums of public figures, and what is stored for sorting.

Only facts whose sentence stands in a published article are counted, so that a withdrawn
article's figure leaves every sum at once. The arithmetic is in `projects.sums`.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, datetime
from decimal import Decimal

from django.db import transaction
from django.db.models import Case, Min, Q, When

from articles import clock
from articles.models import Article, Status
from articles.stamp import Key, kept
from projects import sums
from projects.days import reached_on, told_on
from projects.models import Evidence, Investment, Progress, Project, Target
from projects.models.project import BRICKS
from projects.querysets import told_at
from projects.sums import Money, Row

COLUMNS = (
    *("uid", "amount", "amount_to", "comparator", "as_of", "period_start", "members"),
    *("evidence__article__issue__date", "evidence__article__published_at"),
)
LONG_TEXTS = ("evidence__article__body", "evidence__article__plain")


@dataclass(frozen=True)
class CountySums:
    """The four sums of the ledger band. Amounts in yuan."""

    projects: int
    total: Money
    done: Money
    overdue: int


def rows_of(measure: str, *, project: Project | None = None) -> list[Row]:
    """The public, readable, unsuperseded sums of one measure, joint ones included."""
    found = (
        Investment.objects.public()
        .of_projects()
        .filter(measure=measure, amount__isnull=False)
        .exclude(superseded_by__in=Investment.objects.public())
        .values_list(*COLUMNS, "projects__id")
    )
    if project is not None:
        found = found.filter(projects=project)
    return _grouped(found)


def _grouped(values: Iterable[tuple[object, ...]]) -> list[Row]:
    """One row per sum out of one line per sum and project."""
    heads: dict[str, tuple[object, ...]] = {}
    covers: dict[str, set[int]] = {}
    for *head, project_id in values:
        uid = str(head[0])
        heads[uid] = tuple(head)
        if isinstance(project_id, int):
            covers.setdefault(uid, set()).add(project_id)
    return [_row(heads[uid], frozenset(projects)) for uid, projects in covers.items()]


def _row(head: tuple[object, ...], projects: frozenset[int]) -> Row:
    uid, amount, amount_to, comparator, as_of, start, members, issued, published = head
    assert isinstance(amount, Decimal)
    told = told_on(
        issued if isinstance(issued, date) else None,
        published if isinstance(published, datetime) else None,
    )
    return Row(
        uid=str(uid),
        amount=amount,
        # A range is sure of its lower end only.
        comparator=">=" if amount_to is not None else str(comparator),
        dated=as_of if isinstance(as_of, date) else told,
        projects=projects,
        members=members if isinstance(members, int) else 0,
        period=date(start.year, 1, 1) if isinstance(start, date) else None,
    )


@dataclass(frozen=True)
class CountyRows:
    """Every public project with the project it is a phase of, and all public sums by measure.

    `stale` are those whose stored columns are older than an article that became public since.
    """

    projects: dict[int, int | None]
    sums: dict[str, list[Row]]
    stale: set[int]

    @property
    def parents(self) -> dict[int, int]:
        return {project: parent for project, parent in self.projects.items() if parent}

    def done(self) -> list[Row]:
        """Reported completion: the cumulative figure of a project, else its years, never both."""
        rows = self.sums.get(Investment.Measure.DONE, [])
        cumulative = {row.projects for row in rows if row.period is None}
        return [row for row in rows if row.period is None or row.projects not in cumulative]


def county_rows() -> CountyRows:
    """The whole ledger in one query: what `rows_of` says, for all measures and projects."""
    found = (
        Project.objects.public()
        .order_by()
        .annotate(is_public=Case(When(told_at("investments__evidence"), then=True), default=False))
        .values_list(
            *("id", "parent", "stale_at", "is_public", "investments__is_statement"),
            *("investments", "investments__supersedes", "investments__measure"),
            *(f"investments__{column}" for column in COLUMNS),
        )
    )
    projects: dict[int, int | None] = {}
    spoken: list[tuple[int, int, str, tuple[object, ...]]] = []
    superseded: set[int | None] = set()
    stale: set[int] = set()
    now = clock.horizon()
    for project, parent, stale_at, is_public, is_statement, pk, old, measure, *head in found:
        projects[project] = parent
        if stale_at and stale_at <= now:
            stale.add(project)
        if is_public:
            superseded.add(old)
        if is_public and not is_statement and head[1] is not None:
            spoken.append((pk, project, measure, tuple(head)))
    values: dict[str, list[tuple[object, ...]]] = {}
    for pk, project, measure, head in spoken:
        if pk not in superseded:
            values.setdefault(measure, []).append((*head, project))
    sums_by_measure = {measure: _grouped(lines) for measure, lines in values.items()}
    return CountyRows(projects, sums_by_measure, stale)


def county_sums(today: date) -> CountySums:
    """The sums of the whole county, computed afresh: two queries."""
    return _county_sums(county_rows(), today)


def _county_sums(rows: CountyRows, today: date) -> CountySums:
    is_open = Q(outcome=Target.Outcome.OPEN) | Q(is_untold=True)
    overdue = Target.objects.public().with_untold().filter(is_open, due_on__lt=today).count()
    return CountySums(
        projects=len(rows.projects),
        total=sums.total(rows.sums.get(Investment.Measure.TOTAL, []), rows.parents),
        done=sums.total(rows.done(), rows.parents),
        overdue=overdue,
    )


def stored_county_sums(stamp: Key | None) -> CountySums:
    """The sums, added up anew once something was written.

    An article dated ahead becomes public by the clock alone: whoever reads the sums first after
    that brings the stored columns of its projects up to date.
    """
    return kept("county sums", stamp, _sums_now)


def _sums_now() -> CountySums:
    rows = county_rows()
    for project in Project.objects.filter(pk__in=rows.stale) if rows.stale else ():
        rebuild(project)
    return _county_sums(rows, clock.today())


def rebuild(project: Project) -> None:
    """Derive what a project keeps for sorting: total, next due date, stage and bricks, and when
    this goes out of date because an article of it becomes public.

    The one writer of these columns. The total is the project's own newest figure: its part of
    a joint figure is unknown and stays empty.
    """
    own = [row for row in rows_of(Investment.Measure.TOTAL, project=project) if _own(row)]
    latest = max(own, key=lambda row: row.age, default=None)
    due = (
        Target.objects.public()
        .open_to_readers()
        .filter(project=project, due_on__isnull=False)
        .order_by("due_on")
        .values_list("due_on", flat=True)
        .first()
    )
    stage, bricks = _stage_of(project)
    Project.objects.filter(pk=project.pk).update(
        total_yuan=latest.amount if latest else None,
        next_due_on=due,
        stage=stage,
        bricks=bricks,
        stale_at=_next_article(project),
    )


def _next_article(project: Project) -> datetime | None:
    """When the next scheduled article becomes public that speaks of the project."""
    scheduled = Article.objects.filter(
        Q(evidence__projects=project) | Q(evidence__outcomes__project=project),
        status=Status.PUBLISHED,
        published_at__gt=clock.horizon(),
    )
    found: datetime | None = scheduled.aggregate(at=Min("published_at"))["at"]
    return found


def _own(row: Row) -> bool:
    return len(row.projects) == 1


def _stage_of(project: Project) -> tuple[str, int]:
    """The stage last reported, "" where none was, and the bricks that a halt leaves standing."""
    stage, bricks = "", 0
    reported = Progress.objects.public().filter(project=project).exclude(stage="")
    rows = reported.select_related("evidence__article__issue").defer(*LONG_TEXTS)
    for row in sorted(rows, key=lambda row: (reached_on(row), row.pk)):
        stage = row.stage
        bricks = BRICKS.get(stage, bricks)
    return stage, bricks


@transaction.atomic
def rebuild_all() -> int:
    """Rebuild every project; how many. For the command line and after large imports."""
    count = 0
    for project in Project.objects.iterator():
        rebuild(project)
        count += 1
    return count


def rebuild_for_article(article_id: int) -> None:
    """After an article was published, corrected or withdrawn: its projects and the sums."""
    said = Evidence.objects.filter(article_id=article_id)
    touched = Q(pk__in=said.values("mentions__project")) | Q(
        pk__in=said.values("outcomes__project")
    )
    for project in Project.objects.filter(touched):
        rebuild(project)
