"""One project of two, and facts that were hung on the wrong one: history goes along, always.

Every verb asks for the right to change projects, runs in one transaction and writes the log of
both projects in the same one.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Any

from django.contrib.admin.models import CHANGE, LogEntry
from django.contrib.auth.models import User
from django.contrib.contenttypes.models import ContentType
from django.core.exceptions import PermissionDenied
from django.db import transaction
from django.utils.translation import gettext as _

from chinese.money import money_text
from chinese.printed import printed_key
from departments.addresses import lead_to
from projects import ledger
from projects.models import (
    Capacity,
    Evidence,
    Investment,
    Mention,
    Progress,
    Project,
    ProjectAlias,
    Target,
)
from projects.recording import mention

GAPS = ("lead", "sector", "place", "summary")
OWNED = (Target, Progress, Capacity)


class MergeError(Exception):
    """What cannot be joined or moved; the message is for the user."""


def merge_projects(*, project: Project, merged: Project, by: User) -> Project:
    """Make `merged` a part of `project`: its facts, sentences, names, phases and log go over, its
    address leads there, and what `project` does not say of itself it takes from it."""
    with transaction.atomic():
        kept, gone = _both(project, merged, by)
        _fill_gaps(kept, gone)
        _take_phases(kept, gone)
        names = _take_names(kept, gone)
        count = _take_facts(kept, gone)
        _take_log(kept, gone)
        lead_to(gone.get_absolute_url(), kept.get_absolute_url())
        # As a change: a deletion would say that there is nothing at its address any more.
        _log(gone, by, _("Merged into “{}” ({}).").format(kept, kept.pk))
        told = _("“{name}” ({pk}) was merged into this: {facts} facts, printed as {names}.")
        _log(
            kept,
            by,
            told.format(name=gone, pk=gone.pk, facts=count, names="、".join(names) or "—"),
        )
        gone.delete()
        ledger.rebuild(kept)
    kept.refresh_from_db()
    return kept


def _both(one: Project, other: Project, by: User) -> tuple[Project, Project]:
    """Both projects, locked in one order whoever asks."""
    if not by.has_perm("projects.change_project"):
        raise PermissionDenied(_("You are not allowed to change the ledger."))
    if one.pk == other.pk:
        raise MergeError(_("Choose another project than this one."))
    rows = Project.objects.select_for_update().filter(pk__in=[one.pk, other.pk]).order_by("pk")
    found = {row.pk: row for row in rows}
    if len(found) < len({one.pk, other.pk}):
        raise MergeError(_("One of the two projects is not there any more."))
    return found[one.pk], found[other.pk]


def _fill_gaps(kept: Project, gone: Project) -> None:
    for name in GAPS:
        if not getattr(kept, name):
            setattr(kept, name, getattr(gone, name))
    kept.identifiers = {**gone.identifiers, **kept.identifiers}
    kept.save()


def _take_phases(kept: Project, gone: Project) -> None:
    """The phases of both are phases of the one; nothing is a phase of its own phase."""
    if kept.parent_id in (None, gone.pk) or _stands_over(gone, kept):
        kept.parent = None if _stands_over(kept, gone) else gone.parent
        kept.save(update_fields=["parent"])
    gone.phases.exclude(pk=kept.pk).update(parent=kept)


def _stands_over(project: Project, other: Project) -> bool:
    """Whether the other is a phase of the project, or a phase of one."""
    seen: set[int] = set()
    above = other.parent
    while above is not None and above.pk not in seen:
        if above.pk == project.pk:
            return True
        seen.add(above.pk)
        above = above.parent
    return False


def _take_names(kept: Project, gone: Project) -> list[str]:
    """Every printed name of the other that is none of its own yet."""
    known = {printed_key(kept.name), *kept.aliases.values_list("key", flat=True)}
    names = [gone.name, *gone.aliases.values_list("name", flat=True)]
    fresh = {printed_key(name): name for name in reversed(names)}
    taken = [name for key, name in fresh.items() if key not in known]
    for name in taken:
        ProjectAlias.objects.create(project=kept, name=name)
    return taken


def _take_facts(kept: Project, gone: Project) -> int:
    investments = list(gone.investments.all())
    for investment in investments:
        investment.projects.add(kept)
        investment.projects.remove(gone)
    moved = sum(model._default_manager.filter(project=gone).update(project=kept) for model in OWNED)
    own = Mention.objects.filter(project=kept).values("evidence")
    Mention.objects.filter(project=gone).exclude(evidence__in=own).update(project=kept)
    return len(investments) + moved


def _take_log(kept: Project, gone: Project) -> None:
    LogEntry.objects.filter(content_type=_kind(), object_id=str(gone.pk)).update(
        object_id=str(kept.pk)
    )


# Facts one by one.


def move_facts(*, source: Project, to: Project, facts: Sequence[Any], by: User) -> None:
    """Hang facts of one project on another, with their sentences.

    Reports of a promise go along with it. What replaced a fact that stays, or was replaced by
    one, does so no more: no project supersedes the sum of another.
    """
    with transaction.atomic():
        source, to = _both(source, to, by)
        if not facts:
            raise MergeError(_("Choose what is to be moved."))
        going = [*facts, *_reports_of(facts, source)]
        _refuse_strangers(going, source)
        for fact in going:
            _move(fact, source, to)
        _part_successions(going)
        _leave_sentences(source, {fact.evidence_id for fact in going})
        said = "；".join(str(fact) for fact in going)
        _log(source, by, _("Moved to “{}”: {}").format(to, said))
        _log(to, by, _("Moved here from “{}”: {}").format(source, said))
        ledger.rebuild(source)
        ledger.rebuild(to)


def _reports_of(facts: Sequence[Any], source: Project) -> list[Progress]:
    promises = [fact.pk for fact in facts if isinstance(fact, Target)]
    chosen = [fact.pk for fact in facts if isinstance(fact, Progress)]
    reports = Progress.objects.filter(project=source, target__in=promises)
    return list(reports.exclude(pk__in=chosen))


def _refuse_strangers(facts: Iterable[Any], source: Project) -> None:
    own = {(type(fact), fact.pk) for fact in facts_of(source)}
    if any((type(fact), fact.pk) not in own for fact in facts):
        raise MergeError(_("Somebody moved one of these meanwhile. Look at the list again."))


def _move(fact: Any, source: Project, to: Project) -> None:
    if isinstance(fact, Investment):
        fact.projects.add(to)
        fact.projects.remove(source)
    else:
        fact.project = to
        fact.save(update_fields=["project"])
    mention(to, fact.evidence)


def _part_successions(moved: Sequence[Any]) -> None:
    """Undo the links between what went and what stayed."""
    for model in (Investment, Target):
        keys = [fact.pk for fact in moved if isinstance(fact, model)]
        rows: Any = model._default_manager
        parted: dict[str, Any] = {"supersedes": None}
        if model is Investment:
            parted["change"] = ""
        rows.filter(pk__in=keys).exclude(supersedes__in=keys).update(**parted)
        rows.filter(supersedes__in=keys).exclude(pk__in=keys).update(**parted)
    targets = [fact.pk for fact in moved if isinstance(fact, Target)]
    reports = Progress.objects.filter(pk__in=[f.pk for f in moved if isinstance(f, Progress)])
    reports.exclude(target__in=targets).update(target=None)


def _leave_sentences(source: Project, sentences: set[int]) -> None:
    """A sentence that no fact of the project stands on any more speaks of the other one."""
    kept = {fact.evidence_id for fact in facts_of(source)}
    kept |= set(source.targets.values_list("outcome_evidence", flat=True))
    Mention.objects.filter(project=source, evidence__in=sentences - kept).delete()


def facts_of(project: Project) -> list[Any]:
    """All facts of a project with their sentences and articles: four queries."""
    found: list[Any] = []
    for rows in (project.investments, project.targets, project.progress, project.capacities):
        found += rows.select_related("evidence__article")
    return found


@dataclass(frozen=True)
class Joined:
    """What a merge brings over and what speaks against it, for the preview."""

    facts: list[Any]
    sentences: int
    names: list[str]
    phases: list[Project]
    differences: list[tuple[str, str, str]]


def what_is_joined(project: Project, merged: Project) -> Joined:
    return Joined(
        facts=facts_of(merged),
        sentences=Evidence.objects.filter(projects=merged).count(),
        names=[merged.name, *merged.aliases.values_list("name", flat=True)],
        phases=list(merged.phases.all()),
        differences=list(_differences(project, merged)),
    )


def _differences(project: Project, merged: Project) -> Iterable[tuple[str, str, str]]:
    """(what, here, there) of what both say of themselves, and say otherwise."""
    for name in ("place", "lead", "sector", "total_yuan", "stage"):
        here, there = getattr(project, name), getattr(merged, name)
        if here and there and here != there:
            label = getattr(Project._meta.get_field(name), "verbose_name", name)
            yield str(label), _shown(project, name), _shown(merged, name)


def _shown(project: Project, name: str) -> str:
    if name == "total_yuan":
        assert project.total_yuan is not None
        return money_text(project.total_yuan)
    return project.get_stage_display() if name == "stage" else str(getattr(project, name))


def _kind() -> ContentType:
    return ContentType.objects.get_for_model(Project)


def _log(project: Project, by: User, said: str) -> None:
    LogEntry.objects.create(
        user=by,
        content_type=_kind(),
        object_id=str(project.pk),
        object_repr=str(project)[:200],
        action_flag=CHANGE,
        change_message=said,
    )
