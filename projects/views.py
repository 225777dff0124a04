"""The ledger's pages: all projects, and one with everything that was said of it."""

from __future__ import annotations

from collections import Counter

from django.db.models import Prefetch
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, render

from articles import clock
from projects import dossier, history, ledger, presenting
from projects.filters import ONWARD, SORTS, ProjectFilter, Row, all_rows
from projects.models import Investment, Project, Stage, Target

PIPELINE = {
    "谋划": (Stage.PLANNED,),
    "立项": (Stage.APPROVED,),
    "开工": (Stage.STARTED,),
    "在建": (Stage.UNDER_CONSTRUCTION, Stage.STRUCTURE_COMPLETE),
    "完工": (Stage.COMPLETED,),
    "投运": (Stage.OPERATING,),
    "停滞": (Stage.STALLED,),
}


def projects(request: HttpRequest) -> HttpResponse:
    """The list, filtered and sorted by the address alone."""
    rows = all_rows()
    chosen = ProjectFilter(request.GET, rows)
    ids, onward = chosen.page()
    facets = chosen.facets
    return render(
        request,
        "projects/projects.html",
        {
            "current": "projects",
            "sums": ledger.stored_county_sums(chosen.today),
            "count": len(rows),
            "late": sum(bool(r.next_due_on and r.next_due_on < chosen.today) for r in rows),
            "pipeline": pipeline(rows),
            "facets": facets,
            "chips": [choice for facet in facets for choice in facet.choices if choice.chosen],
            "found": len(chosen.found),
            "filter": chosen,
            "sorts": [(key, word, chosen.address(sort=key)) for key, word in SORTS.items()],
            "lines": project_lines(ids),
            "onward": chosen.address(after=onward) if onward else "",
            "onward_words": ONWARD[chosen.sort],
            "start": chosen.address() if chosen.after else "",
        },
    )


def pipeline(rows: list[Row]) -> list[tuple[str, int]]:
    """How many projects stand at each stage, in the order of building."""
    counts = Counter(row.stage for row in rows)
    return [(word, sum(counts[stage] for stage in group)) for word, group in PIPELINE.items()]


def project_lines(ids: list[int]) -> list[dict[str, object]]:
    """The rows of the table, in the order of `ids`: three queries for any number of them."""
    public = Target.objects.public().select_related("outcome_evidence__article")
    targets = Prefetch("targets", public.order_by("due_on", "id"), to_attr="public_targets")
    found = Project.objects.select_related("lead", "sector").prefetch_related(targets).in_bulk(ids)
    totals = history.totals_of(ids)
    return [project_line(found[pk], totals.get(pk, [])) for pk in ids]


def project_line(project: Project, totals: list[Investment]) -> dict[str, object]:
    today = clock.today()
    total = history.current(totals)
    old = history.before(history.first_said(total, totals), totals) if total else None
    target = nearest(project.public_targets)  # type: ignore[attr-defined]
    standing = presenting.standing_of(target, today) if target else ""
    return {
        "project": project,
        "about": about(project),
        "total": presenting.figure_of(total) if total else None,
        "was": f"由{presenting.figure_of(old)}调整" if old else "",
        "target": target,
        "standing": standing,
        "result": (
            presenting.punctuality(target, target.outcome_on)
            if standing == "met_late" and target and target.outcome_on
            else ""
        ),
    }


def about(project: Project) -> str:
    """县能源局·朱坑乡·能源; a township that leads is not named twice."""
    parts = [project.lead.label if project.lead else "", project.place]
    if project.place.startswith(parts[0]):
        parts = [project.place]
    parts.append(project.sector.name if project.sector else "")
    return "·".join(part for part in parts if part)


def nearest(targets: list[Target]) -> Target | None:
    """The promise to show in a list: the next open one, else the last one that is settled."""
    dated = [target for target in targets if target.due_on]
    waiting = (target for target in dated if target.outcome == Target.Outcome.OPEN)
    return next(waiting, dated[-1] if dated else None)


def project(request: HttpRequest, pk: int) -> HttpResponse:
    """One project. What only drafts speak of does not exist for readers."""
    found = get_object_or_404(
        Project.objects.public().select_related("lead", "sector", "parent"), pk=pk
    )
    read = dossier.read(found)
    return render(
        request,
        "projects/project.html",
        {
            "current": "projects",
            "dossier": read,
            "project": found,
            "since": dossier.recent_since(read.today),
        },
    )
