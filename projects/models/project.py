"""A development project of the county, as print speaks of it."""

from __future__ import annotations

import uuid

from django.core.exceptions import ValidationError
from django.db import models
from django.db.models import F, Q
from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from chinese.printed import printed_key
from departments.models import Department
from projects.models.evidence import Evidence
from projects.querysets import (
    MentionQuerySet,
    ProjectAliasQuerySet,
    ProjectQuerySet,
    SectorQuerySet,
)


class Stage(models.TextChoices):
    """The stages in order; `BRICKS` says how many of the five bricks are laid at each."""

    PLANNED = "planned", _("Planned")
    APPROVED = "approved", _("Approved")
    STARTED = "started", _("Started")
    UNDER_CONSTRUCTION = "under_construction", _("Under construction")
    STRUCTURE_COMPLETE = "structure_complete", _("Structure complete")
    COMPLETED = "completed", _("Completed")
    OPERATING = "operating", _("Operating")
    STALLED = "stalled", _("Stalled")
    CANCELLED = "cancelled", _("Cancelled")


BRICKS: dict[str, int] = {
    Stage.PLANNED: 0,
    Stage.APPROVED: 1,
    Stage.STARTED: 2,
    Stage.UNDER_CONSTRUCTION: 2,
    Stage.STRUCTURE_COMPLETE: 3,
    Stage.COMPLETED: 4,
    Stage.OPERATING: 5,
}


class Sector(models.Model):
    name = models.CharField(_("name"), max_length=30, unique=True)
    code = models.SlugField(_("code"), max_length=30, unique=True)
    order = models.PositiveSmallIntegerField(_("order"), default=100)

    objects = SectorQuerySet.as_manager()

    class Meta:
        verbose_name = _("sector")
        verbose_name_plural = _("sectors")
        ordering = ["order", "name"]

    def __str__(self) -> str:
        return self.name

    def natural_key(self) -> tuple[str]:
        return (self.code,)


class Project(models.Model):
    """Public only through evidence in a published article: `Project.objects.public()`.

    `stage` is the stage last reported, never a promised one, and empty until one is.
    `total_yuan` and `next_due_on` are kept for sorting and rebuilt by `projects.ledger.rebuild`
    alone; `stale_at` is when they go out of date, because the next scheduled article of the
    project becomes public.
    """

    uid = models.UUIDField(default=uuid.uuid4, unique=True, editable=False)
    name = models.CharField(_("name"), max_length=120)
    identifiers = models.JSONField(
        _("identifiers"),
        default=dict,
        blank=True,
        help_text=_('{"投资项目代码": "…"} where known.'),
    )
    lead = models.ForeignKey(
        Department,
        verbose_name=_("lead department"),
        null=True,
        blank=True,
        on_delete=models.SET_NULL,
        related_name="projects",
    )
    place = models.CharField(_("place"), max_length=120, blank=True)
    sector = models.ForeignKey(
        Sector,
        verbose_name=_("sector"),
        null=True,
        blank=True,
        on_delete=models.PROTECT,
        related_name="projects",
    )
    parent = models.ForeignKey(
        "self",
        verbose_name=_("phase of"),
        null=True,
        blank=True,
        on_delete=models.SET_NULL,
        related_name="phases",
    )
    stage = models.CharField(
        _("stage"), max_length=20, choices=Stage, blank=True, default="", editable=False
    )
    # For stalled and cancelled projects: the bricks that were laid before.
    bricks = models.PositiveSmallIntegerField(default=0, editable=False)
    summary = models.TextField(_("summary"), blank=True)
    total_yuan = models.DecimalField(
        _("total investment (yuan)"),
        max_digits=15,
        decimal_places=2,
        null=True,
        blank=True,
        editable=False,
    )
    next_due_on = models.DateField(_("next due date"), null=True, blank=True, editable=False)
    stale_at = models.DateTimeField(null=True, blank=True, editable=False)
    evidence = models.ManyToManyField(
        Evidence,
        through="projects.Mention",
        related_name="projects",
        verbose_name=_("evidence"),
    )

    objects = ProjectQuerySet.as_manager()

    class Meta:
        verbose_name = _("project")
        verbose_name_plural = _("projects")
        ordering = ["name"]
        constraints = [
            models.CheckConstraint(name="project_name_not_empty", condition=~Q(name="")),
            models.CheckConstraint(
                name="project_not_its_own_phase",
                condition=Q(parent__isnull=True) | ~Q(parent=F("id")),
                violation_error_message=_("A project cannot be a phase of itself."),
            ),
            models.CheckConstraint(name="project_bricks_five_at_most", condition=Q(bricks__lte=5)),
        ]
        indexes = [
            models.Index(fields=["-total_yuan", "id"], name="project_by_total"),
            models.Index(fields=["next_due_on", "id"], name="project_by_due"),
        ]

    def __str__(self) -> str:
        return self.name

    def natural_key(self) -> tuple[str]:
        return (str(self.uid),)

    natural_key.dependencies = ["departments.department", "projects.sector"]  # type: ignore[attr-defined]

    def get_absolute_url(self) -> str:
        return reverse("projects:project", args=[self.pk])

    @property
    def laid(self) -> int:
        """How many of the five bricks are laid."""
        return BRICKS.get(self.stage, self.bricks)


class ProjectAlias(models.Model):
    """Another printed name of a project. Two projects may share one: people decide then."""

    project = models.ForeignKey(
        Project,
        verbose_name=_("project"),
        on_delete=models.CASCADE,
        related_name="aliases",
    )
    name = models.CharField(_("printed name"), max_length=120)
    key = models.CharField(max_length=120, db_index=True, editable=False)

    objects = ProjectAliasQuerySet.as_manager()

    class Meta:
        verbose_name = _("printed name")
        verbose_name_plural = _("printed names")
        constraints = [
            models.UniqueConstraint(name="one_alias_a_project", fields=["project", "key"])
        ]

    def __str__(self) -> str:
        return self.name

    def natural_key(self) -> tuple[str, str]:
        return (*self.project.natural_key(), self.key)

    natural_key.dependencies = ["projects.project"]  # type: ignore[attr-defined]

    def clean(self) -> None:
        super().clean()
        self.key = printed_key(self.name)
        same = ProjectAlias.objects.filter(project=self.project_id, key=self.key)
        if self.project_id and same.exclude(pk=self.pk).exists():
            raise ValidationError({"name": _("The project has “{}” already.").format(self.name)})

    def save(self, *args: object, **kwargs: object) -> None:
        self.key = printed_key(self.name)
        super().save(*args, **kwargs)  # type: ignore[arg-type]


class Mention(models.Model):
    """A sentence that speaks of a project. Every fact of a project makes one."""

    project = models.ForeignKey(Project, on_delete=models.CASCADE, related_name="mentions")
    evidence = models.ForeignKey(Evidence, on_delete=models.CASCADE, related_name="mentions")

    objects = MentionQuerySet.as_manager()

    class Meta:
        verbose_name = _("mention")
        verbose_name_plural = _("mentions")
        constraints = [
            models.UniqueConstraint(name="one_mention_a_sentence", fields=["project", "evidence"])
        ]

    def __str__(self) -> str:
        return f"{self.project} · {self.evidence}"

    def natural_key(self) -> tuple[str, str]:
        return (*self.project.natural_key(), *self.evidence.natural_key())

    natural_key.dependencies = ["projects.project", "projects.evidence"]  # type: ignore[attr-defined]
