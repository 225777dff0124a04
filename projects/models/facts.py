"""What sentences said of money, promises, progress and capacity. History, never overwritten."""

from __future__ import annotations

import uuid
from datetime import date, timedelta
from decimal import Decimal
from typing import Any

from django.conf import settings
from django.db import models
from django.db.models import F, Q
from django.utils.translation import gettext_lazy as _

from articles.fields import StampField
from departments.models import Department
from projects.models.evidence import Evidence
from projects.models.project import Project, Stage
from projects.querysets import FactQuerySet, InvestmentQuerySet, TargetQuerySet

DUE_SOON = timedelta(days=30)


class Comparator(models.TextChoices):
    EXACT = "=", _("exactly")
    AT_LEAST = ">=", _("at least")
    AT_MOST = "<=", _("at most")
    ABOUT = "~", _("about")


class Precision(models.TextChoices):
    DAY = "day", _("day")
    MONTH = "month", _("month")
    QUARTER = "quarter", _("quarter")
    HALF_YEAR = "half-year", _("half-year")
    YEAR = "year", _("year")


class Fact(models.Model):
    """What every row of the ledger has: its key and its sentence."""

    uid = models.UUIDField(default=uuid.uuid4, unique=True, editable=False)
    evidence = models.ForeignKey(
        Evidence,
        verbose_name=_("evidence"),
        on_delete=models.PROTECT,
        related_name="%(class)ss",
    )
    created_at = StampField(_("created at"), auto_now_add=True)

    objects = FactQuerySet.as_manager()

    class Meta:
        abstract = True

    def natural_key(self) -> tuple[str]:
        return (str(self.uid),)

    natural_key.dependencies = ["projects.evidence", "projects.project"]  # type: ignore[attr-defined]


class Investment(Fact):
    """One sum that one sentence gave for one project, for several, or for an unnamed set.

    `amount` is yuan, at most 15 digits with 2 places because SQLite keeps no more; empty where
    it cannot be read or is foreign. With `members` it speaks of a set (全县50个项目): it is
    shown beside the sum of its members and never added up.
    """

    class Measure(models.TextChoices):
        TOTAL = "total", _("total investment")
        APPROVED = "approved", _("approved")
        YEAR = "year", _("plan of the year")
        DONE = "done", _("done")
        PAID = "paid", _("paid")
        PART = "part", _("part")

    class Change(models.TextChoices):
        PLAN = "plan", _("plan revised")
        SCOPE = "scope", _("scope changed")
        MISPRINT = "misprint", _("slip in print")
        ROUNDING = "rounding", _("rounding")

    projects = models.ManyToManyField(
        Project, verbose_name=_("projects"), blank=True, related_name="investments"
    )
    is_statement = models.BooleanField(_("speaks of a set"), default=False)
    members = models.PositiveIntegerField(_("printed number of members"), null=True, blank=True)
    amount = models.DecimalField(
        _("amount (yuan)"), max_digits=15, decimal_places=2, null=True, blank=True
    )
    amount_to = models.DecimalField(
        _("up to (yuan)"), max_digits=15, decimal_places=2, null=True, blank=True
    )
    currency = models.CharField(_("currency"), max_length=3, default="CNY")
    printed = models.CharField(_("as printed"), max_length=60)
    measure = models.CharField(_("measure"), max_length=8, choices=Measure, default=Measure.TOTAL)
    comparator = models.CharField(
        _("comparator"), max_length=2, choices=Comparator, default=Comparator.EXACT
    )
    period_start = models.DateField(_("period from"), null=True, blank=True)
    period_end = models.DateField(_("period to"), null=True, blank=True)
    as_of = models.DateField(_("as of"), null=True, blank=True)
    supersedes = models.ForeignKey(
        "self",
        verbose_name=_("supersedes"),
        null=True,
        blank=True,
        on_delete=models.PROTECT,
        related_name="superseded_by",
    )
    change = models.CharField(_("kind of change"), max_length=8, choices=Change, blank=True)
    reason = models.CharField(_("reason"), max_length=200, blank=True)

    objects = InvestmentQuerySet.as_manager()  # type: ignore[misc]

    class Meta:
        verbose_name = _("investment")
        verbose_name_plural = _("investments")
        ordering = ["as_of", "id"]
        constraints = [
            models.CheckConstraint(
                name="investment_not_negative",
                condition=Q(amount__isnull=True) | Q(amount__gte=0),
            ),
            models.CheckConstraint(
                name="investment_range_in_order",
                condition=Q(amount_to__isnull=True) | Q(amount_to__gt=F("amount")),
            ),
            models.CheckConstraint(
                name="foreign_money_has_no_yuan",
                condition=Q(currency="CNY") | Q(amount__isnull=True),
            ),
            models.CheckConstraint(
                name="investment_not_its_own_predecessor",
                condition=Q(supersedes__isnull=True) | ~Q(supersedes=F("id")),
            ),
            models.CheckConstraint(
                name="investment_change_needs_predecessor",
                condition=Q(change="") | Q(supersedes__isnull=False),
            ),
        ]

    def __str__(self) -> str:
        return self.printed

    @property
    def span(self) -> tuple[Decimal | None, Decimal | None]:
        """The sum as one value: the range 3至5亿元 is neither 3亿元 nor 3至6亿元."""
        return self.amount, self.amount_to


class Target(Fact):
    """A promise: a stage, a quantity or an event that is to come."""

    class Kind(models.TextChoices):
        STAGE = "stage", _("stage")
        QUANTITY = "quantity", _("quantity")
        EVENT = "event", _("event")

    class Outcome(models.TextChoices):
        OPEN = "open", _("open")
        MET = "met", _("met")
        MISSED = "missed", _("missed")
        REVISED = "revised", _("revised")
        DROPPED = "dropped", _("dropped")

    kind = models.CharField(_("kind"), max_length=8, choices=Kind, default=Kind.QUANTITY)
    project = models.ForeignKey(
        Project,
        verbose_name=_("project"),
        null=True,
        blank=True,
        on_delete=models.CASCADE,
        related_name="targets",
    )
    department = models.ForeignKey(
        Department,
        verbose_name=_("department"),
        null=True,
        blank=True,
        on_delete=models.SET_NULL,
        related_name="targets",
    )
    indicator = models.CharField(_("indicator"), max_length=120)
    stage = models.CharField(_("promised stage"), max_length=20, choices=Stage, blank=True)
    value = models.DecimalField(_("value"), max_digits=15, decimal_places=2, null=True, blank=True)
    unit = models.CharField(_("unit"), max_length=20, blank=True)
    comparator = models.CharField(
        _("comparator"), max_length=2, choices=Comparator, default=Comparator.EXACT
    )
    printed = models.CharField(_("as printed"), max_length=60, blank=True)
    due_text = models.CharField(_("due, as printed"), max_length=40, blank=True)
    due_on = models.DateField(_("due on"), null=True, blank=True)
    due_precision = models.CharField(_("precision"), max_length=9, choices=Precision, blank=True)
    supersedes = models.ForeignKey(
        "self",
        verbose_name=_("supersedes"),
        null=True,
        blank=True,
        on_delete=models.SET_NULL,
        related_name="superseded_by",
    )
    outcome = models.CharField(_("outcome"), max_length=8, choices=Outcome, default=Outcome.OPEN)
    outcome_on = models.DateField(_("outcome on"), null=True, blank=True)
    outcome_evidence = models.ForeignKey(
        Evidence,
        verbose_name=_("evidence of the outcome"),
        null=True,
        blank=True,
        on_delete=models.PROTECT,
        related_name="outcomes",
    )
    checked_on = models.DateField(_("last checked on"), null=True, blank=True)
    checked_by = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        verbose_name=_("checked by"),
        null=True,
        blank=True,
        on_delete=models.SET_NULL,
        related_name="+",
    )
    searched_in = models.CharField(_("searched in"), max_length=120, blank=True)
    # Why the value or the date is not what the sentence says; readers see it.
    reason = models.CharField(_("reason"), max_length=200, blank=True)

    objects = TargetQuerySet.as_manager()  # type: ignore[misc]

    class Meta:
        verbose_name = _("target")
        verbose_name_plural = _("targets")
        ordering = [F("due_on").asc(nulls_last=True), "id"]
        constraints = [
            models.CheckConstraint(
                name="stage_target_names_its_stage",
                condition=~Q(kind="stage") | ~Q(stage=""),
            ),
            models.CheckConstraint(
                name="due_date_has_a_precision",
                condition=Q(due_on__isnull=True) | ~Q(due_precision=""),
            ),
            models.CheckConstraint(
                name="met_target_has_a_date_and_evidence",
                condition=~Q(outcome="met")
                | Q(outcome_on__isnull=False, outcome_evidence__isnull=False),
                violation_error_message=_("A kept promise needs its date and its evidence."),
            ),
            models.CheckConstraint(
                name="missed_target_has_evidence_or_a_search",
                condition=~Q(outcome="missed")
                | Q(outcome_evidence__isnull=False)
                | (Q(checked_on__isnull=False) & ~Q(searched_in="")),
                violation_error_message=_(
                    "Choose the sentence that says so, or fill in when somebody last looked and "
                    "where they searched."
                ),
            ),
            models.CheckConstraint(
                name="target_check_is_paired",
                condition=Q(checked_on__isnull=False) | Q(checked_by__isnull=True),
            ),
            models.CheckConstraint(name="target_says_what", condition=~Q(indicator="")),
        ]
        indexes = [
            models.Index(fields=["outcome", "due_on"], name="target_by_due"),
        ]

    def __str__(self) -> str:
        return self.indicator

    def standing(self, today: date) -> str:
        """How the promise stands on a day: computed, never stored.

        met, met_late, missed, revised, dropped, overdue, due_soon (within 30 days) or open.
        """
        if self.outcome == self.Outcome.MET:
            late = self.due_on and self.outcome_on and self.outcome_on > self.due_on
            return "met_late" if late else "met"
        if self.outcome != self.Outcome.OPEN:
            return str(self.outcome)
        if self.due_on is None:
            return "open"
        if self.due_on < today:
            return "overdue"
        return "due_soon" if self.due_on - today <= DUE_SOON else "open"


class Progress(Fact):
    """What was reported as reached: a stage, a value, or in words."""

    project = models.ForeignKey(
        Project,
        verbose_name=_("project"),
        on_delete=models.CASCADE,
        related_name="progress",
    )
    target = models.ForeignKey(
        Target,
        verbose_name=_("target"),
        null=True,
        blank=True,
        on_delete=models.SET_NULL,
        related_name="progress",
    )
    date = models.DateField(_("date"))
    stage = models.CharField(_("stage reached"), max_length=20, choices=Stage, blank=True)
    value = models.DecimalField(
        _("reported value"), max_digits=15, decimal_places=2, null=True, blank=True
    )
    unit = models.CharField(_("unit"), max_length=20, blank=True)
    note = models.CharField(_("note"), max_length=200, blank=True)

    class Meta:
        verbose_name = _("progress")
        verbose_name_plural = _("progress")
        ordering = ["date", "id"]
        constraints = [
            models.CheckConstraint(
                name="progress_says_something",
                condition=~Q(stage="") | Q(value__isnull=False) | ~Q(note=""),
                violation_error_message=_("Progress needs a stage, a value or a note."),
            )
        ]

    def __str__(self) -> str:
        return self.get_stage_display() if self.stage else self.note or str(self.value)


class Capacity(Fact):
    """What a project is to hold or to make: 年产2000吨, 120个床位."""

    class Per(models.TextChoices):
        YEAR = "year", _("a year")
        DAY = "day", _("a day")

    project = models.ForeignKey(
        Project,
        verbose_name=_("project"),
        on_delete=models.CASCADE,
        related_name="capacities",
    )
    value = models.DecimalField(_("value"), max_digits=15, decimal_places=2)
    unit = models.CharField(_("unit"), max_length=20)
    per = models.CharField(_("per"), max_length=4, choices=Per, blank=True)
    comparator = models.CharField(
        _("comparator"), max_length=2, choices=Comparator, default=Comparator.EXACT
    )
    printed = models.CharField(_("as printed"), max_length=60, blank=True)

    class Meta:
        verbose_name = _("capacity")
        verbose_name_plural = _("capacities")
        ordering = ["id"]

    def __str__(self) -> str:
        return self.printed or f"{self.value.normalize():f}{self.unit}"


FACTS: tuple[type[Any], ...] = (Investment, Target, Progress, Capacity)
