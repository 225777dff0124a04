"""A project and its phases: the whole that it is a part of, its own parts, and the other ones."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from typing import Any

from django.db.models import Exists, OuterRef, Q, QuerySet, Subquery
from django.db.models.functions import JSONObject

from chinese.numerals import number
from projects import presenting
from projects.ledger_lines import TOTAL
from projects.models import Investment, Project
from projects.presenting import Figure

# 一期, 第2标段, 三号地块: parts that are counted stand in the order of their numbers.
_COUNTED = re.compile("([0-9一二三四五六七八九十]+)(?:期|阶段|标段|号)")
_LAST = 10**6


@dataclass(frozen=True)
class Relative:
    """Another project as its kin's page shows it: with its stage and its total as printed."""

    project: Project
    total: Figure | None


@dataclass(frozen=True)
class Family:
    """The public relatives of a project: the whole it belongs to, and parts of it or beside it."""

    whole: Relative | None = None
    parts: list[Relative] = field(default_factory=list)


def with_relatives(projects: QuerySet[Project]) -> Any:
    """With `has_relatives`: whether there is anybody to ask for."""
    parts = Project.objects.filter(parent=OuterRef("pk"))
    return projects.annotate(has_relatives=Q(parent__isnull=False) | Q(Exists(parts)))


def family_of(project: Project) -> Family:
    """One query, none for a project that stands alone. Reads `has_relatives`."""
    if not vars(project)["has_relatives"]:
        return Family()
    kin = Q(parent=project.pk)
    if project.parent_id:
        kin |= Q(pk=project.parent_id) | Q(parent=project.parent_id)
    found = _with_totals(Project.objects.public().filter(kin).exclude(pk=project.pk))
    known = {each.pk: Relative(each, _total(each)) for each in sorted(found, key=_place)}
    whole = known.pop(project.parent_id, None) if project.parent_id else None
    return Family(whole, list(known.values()))


def _with_totals(projects: Any) -> Any:
    total = Investment.objects.behind_total()
    return projects.annotate(said=Subquery(total.values(said=JSONObject(**TOTAL))[:1]))


def _total(project: Project) -> Figure | None:
    if project.total_yuan is None:
        return None
    return presenting.figure(project.total_yuan, **(vars(project)["said"] or {}))


def _place(project: Project) -> tuple[int, int]:
    counted = _COUNTED.search(project.name)
    order = number(counted[1]) if counted else None
    return int(order) if order is not None else _LAST, project.pk
