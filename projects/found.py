"""Projects for the search page: by a printed name, or by what was said of them."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from django.db.models import F, OuterRef, Q, QuerySet, Subquery
from django.db.models.functions import JSONObject

from articles import clock
from chinese.sought import is_plain, pattern
from projects import presenting
from projects.ledger_lines import PROMISE
from projects.models import Investment, Mention, Project, Target
from projects.presenting import Figure
from projects.querysets import told_at

MOST = 4


@dataclass(frozen=True)
class Found:
    """A project with its total and its next due date, as the ledger keeps them."""

    project: Project
    total: Figure | None
    due: str
    standing: str


def projects_found(words: list[str]) -> list[Found]:
    """The public projects with every word in their name, or in one public sentence.

    Those that are named so come first, then the largest: one query, and one for what is known of
    them where there are any.
    """
    named, spoken = Q(), Mention.objects.all()
    for word in words:
        how, form = ("icontains", word) if is_plain(word) else ("iregex", pattern(word))
        named &= Q(**{f"name__{how}": form}) | Q(**{f"aliases__name__{how}": form})
        spoken = spoken.filter(**{f"evidence__exact__{how}": form})
    public = spoken.filter(told_at("evidence")).values("project")
    keys = (
        Project.objects.public()
        .annotate(is_named=Q(pk__in=Project.objects.filter(named).values("pk")))
        .filter(Q(is_named=True) | Q(pk__in=public))
        .order_by("-is_named", F("total_yuan").desc(nulls_last=True), "pk")
        .values_list("pk", flat=True)
    )
    best = list(keys[:MOST])
    known = _with_next_promise(Project.objects.filter(pk__in=best)).in_bulk() if best else {}
    return [_found(known[key], clock.today()) for key in best]


def _with_next_promise(projects: QuerySet[Project]) -> QuerySet[Project]:
    """With the words of the next due date and the bound of the total."""
    promise = (
        Target.objects.public()
        .open_to_readers()
        .filter(project=OuterRef("pk"), due_on=OuterRef("next_due_on"))
        .order_by("id")
    )
    total = Investment.objects.behind_total()
    return projects.annotate(
        promise=Subquery(promise.values(said=JSONObject(**PROMISE))[:1]),
        comparator=Subquery(total.values("comparator")[:1]),
    )


def _found(project: Project, today: date) -> Found:
    known = vars(project)
    target = Target(**(known["promise"] or {}), due_on=project.next_due_on)
    total = project.total_yuan
    return Found(
        project=project,
        total=None if total is None else presenting.figure(total, known["comparator"] or "="),
        due=f"{target.indicator} {presenting.due_words(target)}" if project.next_due_on else "",
        standing=target.standing(today) if project.next_due_on else "",
    )
