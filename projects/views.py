"""The ledger's pages: all projects, and one with everything that was said of it."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Callable
from functools import wraps

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils.http import content_disposition_header
from import_export.formats.base_formats import Format
from tablib import Dataset

from articles import clock
from articles.stamp import kept, stamp_of
from departments.spreadsheets import FORMATS
from projects import dossier, history, ledger, list_table, presenting
from projects.family import family_of, with_relatives
from projects.filters import ONWARD, SORTS, ProjectFilter, Row, all_rows
from projects.in_short import in_short
from projects.models import Investment, Project, Stage, Target
from projects.open_data import table_of
from projects.removing import was_removed

PIPELINE = {
    "谋划": (Stage.PLANNED,),
    "立项": (Stage.APPROVED,),
    "开工": (Stage.STARTED,),
    "在建": (Stage.UNDER_CONSTRUCTION, Stage.STRUCTURE_COMPLETE),
    "完工": (Stage.COMPLETED,),
    "投运": (Stage.OPERATING,),
    "停滞": (Stage.STALLED,),
    "未说": ("",),
}

TABLES = {kind().get_extension(): kind() for kind in FORMATS}


def projects(request: HttpRequest) -> HttpResponse:
    """The list, filtered and sorted by the address alone."""
    stamp = stamp_of(request)
    sums = ledger.stored_county_sums(stamp)
    rows = kept("project rows", stamp, all_rows)
    chosen = ProjectFilter(request.GET, rows)
    shown, onward = chosen.page()
    facets = chosen.facets
    return render(
        request,
        "projects/projects.html",
        {
            "current": "projects",
            "sums": sums,
            "count": len(rows),
            "late": sum(bool(r.next_due_on and r.next_due_on < chosen.today) for r in rows),
            "pipeline": pipeline(rows),
            "facets": facets,
            "chips": [choice for facet in facets for choice in facet.choices if choice.chosen],
            "found": len(chosen.found),
            "filter": chosen,
            "sorts": [(key, word, chosen.address(sort=key)) for key, word in SORTS.items()],
            "lines": project_lines(shown),
            "onward": chosen.address(after=onward) if onward else "",
            "onward_words": ONWARD[chosen.sort],
            "start": chosen.address() if chosen.after else "",
            "endings": TABLES,
            "chosen": chosen.address().removeprefix("?"),
        },
    )


def pipeline(rows: list[Row]) -> list[tuple[str, int]]:
    """How many projects stand at each stage, in the order of building; last, where there are any,
    those of which no stage was told."""
    counts = Counter(row.stage for row in rows)
    steps = [(word, sum(counts[stage] for stage in group)) for word, group in PIPELINE.items()]
    return steps if counts[""] else steps[:-1]


def project_lines(rows: list[Row]) -> list[dict[str, object]]:
    """The lines of the table: two queries for any number of them."""
    ids = [row.id for row in rows]
    public = Target.objects.public().with_untold().filter(project__in=ids)
    targets: dict[int | None, list[Target]] = defaultdict(list)
    for target in public.order_by("due_on", "id"):
        targets[target.project_id].append(target)
    totals = history.totals_of(ids)
    return [project_line(row, totals.get(row.id, []), targets[row.id]) for row in rows]


def project_line(row: Row, totals: list[Investment], targets: list[Target]) -> dict[str, object]:
    today = clock.today()
    total = history.current(totals)
    old = history.before(history.first_said(total, totals), totals) if total else None
    target = nearest(targets)
    standing = presenting.standing_of(target, today) if target else ""
    return {
        "project": row.project,
        "about": row.about,
        "said": total,
        "total": presenting.figure_of(total) if total else None,
        "was": f"由{presenting.figure_of(old)}调整" if old else "",
        "target": target,
        "standing": standing,
        "result": lateness(target) if target and standing == "met_late" else "",
    }


def lateness(target: Target) -> str:
    return presenting.punctuality(target, target.outcome_on) if target.outcome_on else ""


def nearest(targets: list[Target]) -> Target | None:
    """The promise to show in a list: the next open one, else the last one that is settled."""
    dated = [target for target in targets if target.due_on]
    waiting = (target for target in dated if presenting.is_open(target))
    return next(waiting, dated[-1] if dated else None)


def of_a_project(view: Callable[..., HttpResponse]) -> Callable[..., HttpResponse]:
    """A view of one project; 410 where it was taken out. What only drafts tell does not exist."""

    @wraps(view)
    def of_one(request: HttpRequest, pk: int, **more: str) -> HttpResponse:
        public = with_relatives(Project.objects.public().select_related("lead", "sector"))
        if found := public.filter(pk=pk).first():
            return view(request, found, **more)
        if was_removed(pk):
            return render(request, "projects/410.html", status=410)
        raise Http404

    return of_one


def dossier_of(request: HttpRequest, project: Project) -> dossier.Dossier:
    return kept(f"dossier:{project.pk}", stamp_of(request), lambda: dossier.read(project))


@of_a_project
def project(request: HttpRequest, found: Project) -> HttpResponse:
    read = dossier_of(request, found)
    family = kept(f"family:{found.pk}", stamp_of(request), lambda: family_of(found))
    return render(
        request,
        "projects/project.html",
        {
            "current": "projects",
            "dossier": read,
            "project": found,
            "description": in_short(read),
            "family": family,
            "since": dossier.recent_since(read.today),
        },
    )


def projects_table(request: HttpRequest, ending: str) -> HttpResponse:
    """All projects of the list as the reader has chosen and sorted them, not a page of them."""
    kind = kind_of(ending)
    rows = kept("project rows", stamp_of(request), all_rows)
    found = ProjectFilter(request.GET, rows).found
    return as_file(kind, list_table.table_of(found, project_lines(found)), "项目账本")


@of_a_project
def project_table(request: HttpRequest, found: Project, ending: str) -> HttpResponse:
    """What the page of a project says, to be opened in a spreadsheet or read by a program."""
    return as_file(kind_of(ending), table_of(dossier_of(request, found)), f"{found.name}账本")


def kind_of(ending: str) -> Format:
    """The kind of file with this ending; asked before anything is read for it. 404 for no kind."""
    if ending not in TABLES:
        raise Http404
    return TABLES[ending]


def as_file(kind: Format, table: Dataset, name: str) -> HttpResponse:
    """A table to be kept under this name and the day."""
    file = f"{name}-{clock.today().isoformat()}.{kind.get_extension()}"
    disposition = content_disposition_header(True, file)
    return HttpResponse(
        kind.export_data(table),
        content_type=kind.get_content_type(),
        headers={"Content-Disposition": disposition},
    )
