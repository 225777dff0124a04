"""An uploaded file, what the machine made of it, what people made of that, and what came in."""

from __future__ import annotations

import uuid
from typing import Any

from django.conf import settings
from django.contrib.contenttypes.fields import GenericForeignKey
from django.contrib.contenttypes.models import ContentType
from django.core.validators import MaxValueValidator, MinValueValidator
from django.db import models
from django.db.models import Q
from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from articles.bounds import MOST_PAGES
from articles.fields import StampField
from articles.models import Newspaper
from articles.models.issue import private_storage


class Upload(models.Model):
    """One file of one issue. The original is kept for ever, byte for byte.

    `machine` is the proposal as the pipeline made it and never changes; `current` is what
    people have made of it. `revision` counts the steps: one with an older number is refused.
    """

    class State(models.TextChoices):
        RECEIVED = "received", _("Received")
        READING = "reading", _("Being read")
        PROPOSED = "proposed", _("To be checked")
        COMMITTED = "committed", _("Committed")
        UNDONE = "undone", _("Taken back")
        DISCARDED = "discarded", _("Discarded")
        FAILED = "failed", _("Could not be read")

    uid = models.UUIDField(default=uuid.uuid4, unique=True, editable=False)
    newspaper = models.ForeignKey(
        Newspaper,
        verbose_name=_("newspaper"),
        on_delete=models.PROTECT,
        related_name="uploads",
    )
    issue_date = models.DateField(
        _("issue date"), help_text=_("年底, 上半年 and the like are read against it.")
    )
    number = models.PositiveIntegerField(_("issue number"), null=True, blank=True)
    page_number = models.PositiveSmallIntegerField(
        _("page"),
        null=True,
        blank=True,
        validators=[MinValueValidator(1), MaxValueValidator(MOST_PAGES)],
    )
    file = models.FileField(_("file"), upload_to="uploads/%Y/%m/", storage=private_storage)
    original_name = models.CharField(_("file name"), max_length=255)
    sha256 = models.CharField(_("hash of the file"), max_length=64, db_index=True)
    size = models.PositiveIntegerField(_("size in bytes"))
    encoding = models.CharField(_("encoding"), max_length=20, blank=True)
    state = models.CharField(_("state"), max_length=10, choices=State, default=State.RECEIVED)
    error = models.TextField(_("what went wrong"), blank=True)

    machine = models.JSONField(null=True, blank=True, editable=False)
    current = models.JSONField(null=True, blank=True, editable=False)
    revision = models.PositiveIntegerField(default=0, editable=False)

    uploaded_by = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        verbose_name=_("uploaded by"),
        null=True,
        on_delete=models.SET_NULL,
        related_name="uploads",
    )
    uploaded_at = StampField(_("uploaded at"), auto_now_add=True)
    committed_by = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        verbose_name=_("committed by"),
        null=True,
        blank=True,
        on_delete=models.SET_NULL,
        related_name="+",
    )
    committed_at = models.DateTimeField(_("committed at"), null=True, blank=True)

    class Meta:
        verbose_name = _("upload")
        verbose_name_plural = _("uploads")
        ordering = ["-uploaded_at", "-id"]
        permissions = [("commit_upload", _("Can commit and take back imports"))]
        constraints = [
            models.UniqueConstraint(
                name="the_same_file_once",
                fields=["sha256"],
                condition=~Q(state__in=["undone", "discarded", "failed"]),
            ),
            models.CheckConstraint(
                name="proposal_is_kept_twice",
                condition=Q(machine__isnull=True, current__isnull=True)
                | Q(machine__isnull=False, current__isnull=False),
            ),
            models.CheckConstraint(
                name="committed_upload_has_a_date",
                condition=~Q(state="committed") | Q(committed_at__isnull=False),
            ),
            models.CheckConstraint(
                name="failed_upload_says_why",
                condition=~Q(state="failed") | ~Q(error=""),
            ),
        ]

    def __str__(self) -> str:
        return self.original_name

    @property
    def document(self) -> dict[str, Any]:
        """The working document as it stands; see `ingest.desk.draft` for its form."""
        assert self.current is not None, "nothing has been proposed yet"
        return self.current

    def get_desk_url(self) -> str:
        return reverse("admin:ingest_upload_desk", args=[self.pk])


class Revision(models.Model):
    """One step of a reviewer, with the way back: `back` is the patch (`ingest.desk.patches`) that
    turns the document after the step into the one before it."""

    upload = models.ForeignKey(Upload, on_delete=models.CASCADE, related_name="revisions")
    number = models.PositiveIntegerField()
    action = models.CharField(_("action"), max_length=40)
    back = models.JSONField(null=True)
    by = models.ForeignKey(
        settings.AUTH_USER_MODEL, null=True, on_delete=models.SET_NULL, related_name="+"
    )
    at = StampField(auto_now_add=True)

    class Meta:
        verbose_name = _("step")
        verbose_name_plural = _("steps")
        ordering = ["upload", "number"]
        constraints = [
            models.UniqueConstraint(name="one_step_a_revision", fields=["upload", "number"])
        ]

    def __str__(self) -> str:
        return f"{self.upload} {self.number}: {self.action}"


class ImportedRecord(models.Model):
    """Links an upload to a row that it made, for provenance and for undo."""

    upload = models.ForeignKey(Upload, on_delete=models.CASCADE, related_name="records")
    content_type = models.ForeignKey(ContentType, on_delete=models.CASCADE)
    object_id = models.PositiveBigIntegerField()
    record = GenericForeignKey("content_type", "object_id")
    # The row's state when it was made, so that a later edit is noticed.
    fingerprint = models.CharField(max_length=64, blank=True)

    class Meta:
        verbose_name = _("imported record")
        verbose_name_plural = _("imported records")
        constraints = [
            models.UniqueConstraint(
                name="one_record_an_upload",
                fields=["upload", "content_type", "object_id"],
            )
        ]

    def __str__(self) -> str:
        return f"{self.content_type} {self.object_id}"
