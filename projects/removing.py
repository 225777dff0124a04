"""Taking a project out of the ledger, with what was said of it alone."""

from __future__ import annotations

from django.contrib.admin.models import DELETION, LogEntry
from django.contrib.contenttypes.models import ContentType
from django.db import transaction
from django.db.models import Count, QuerySet

from projects.models import Investment, Project


def own_sums(project: Project) -> QuerySet[Investment]:
    """The sums that speak of this project and of no other: without it they say nothing."""
    covered = Investment.projects.through.objects.filter(project=project).values("investment")
    sums = Investment.objects.filter(pk__in=covered).annotate(covers=Count("projects"))
    return sums.filter(covers=1)


@transaction.atomic
def remove_project(*, project: Project) -> None:
    """Delete a project with its own sums; joint ones stay with the others they speak of.

    Who did it and why stands in the log of the newsroom, by which its address is known as gone.
    """
    sums = Investment.objects.filter(pk__in=list(own_sums(project).values_list("pk", flat=True)))
    Investment.objects.filter(supersedes__in=sums).update(supersedes=None, change="")
    sums.delete()
    project.delete()


def was_removed(project_id: int) -> bool:
    """Whether a project stood at this address and was taken out."""
    log = LogEntry.objects.filter(
        content_type=ContentType.objects.get_for_model(Project),
        object_id=str(project_id),
        action_flag=DELETION,
    )
    return log.exists()
