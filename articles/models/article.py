"""The article, what happened to it, and its corrections."""

from __future__ import annotations

import uuid

from django.conf import settings
from django.db import models
from django.db.models import F, Q
from django.urls import reverse
from django.utils.translation import gettext_lazy as _
from simple_history.models import HistoricalRecords
from taggit.managers import TaggableManager

from articles import clock
from articles.bounds import check_publishing
from articles.fields import CleanHTMLField, StampField
from articles.models.issue import Issue, Page
from articles.models.newspaper import Section
from articles.plain import body_lines, plain_text, teaser_of, tells_nothing, with_dateline
from articles.querysets import ArticleEventQuerySet, ArticleQuerySet, CorrectionQuerySet
from articles.tagging import ArticleTags
from departments.models import Department


class Status(models.TextChoices):
    DRAFT = "draft", _("Draft")
    IN_REVIEW = "in_review", _("In review")
    PUBLISHED = "published", _("Published")
    WITHDRAWN = "withdrawn", _("Withdrawn")


class Article(models.Model):
    class Missing(models.TextChoices):
        BEGINNING = "beginning", _("Beginning")
        END = "end", _("End")
        BOTH = "both", _("Beginning and end")

    uid = models.UUIDField(default=uuid.uuid4, unique=True, editable=False)
    kicker = models.CharField(_("kicker"), max_length=120, blank=True)
    headline = models.CharField(_("headline"), max_length=120)
    deck = models.CharField(_("deck"), max_length=200, blank=True)
    dateline = models.CharField(_("dateline"), max_length=60, blank=True, help_text=_("本报讯"))
    byline = models.CharField(_("byline"), max_length=120, blank=True)
    body = CleanHTMLField(_("text"), blank=True)
    summary = models.CharField(_("summary"), max_length=200, blank=True)
    plain = models.TextField(_("plain text"), editable=False, blank=True)

    section = models.ForeignKey(
        Section,
        verbose_name=_("section"),
        on_delete=models.PROTECT,
        related_name="articles",
    )
    issue = models.ForeignKey(
        Issue,
        verbose_name=_("issue"),
        null=True,
        blank=True,
        on_delete=models.PROTECT,
        related_name="articles",
    )
    page = models.ForeignKey(
        Page,
        verbose_name=_("page"),
        null=True,
        blank=True,
        on_delete=models.PROTECT,
        related_name="articles",
    )
    # Left, top, width and height on the page image, as fractions of it; empty if unknown.
    region = models.JSONField(_("region on the page"), null=True, blank=True)
    source_department = models.ForeignKey(
        Department,
        verbose_name=_("source department"),
        null=True,
        blank=True,
        on_delete=models.SET_NULL,
        related_name="sourced_articles",
    )
    departments = models.ManyToManyField(
        Department,
        verbose_name=_("departments mentioned"),
        blank=True,
        related_name="articles",
    )
    tags = TaggableManager(_("tags"), blank=True, manager=ArticleTags)

    status = models.CharField(
        _("status"), max_length=12, choices=Status, default=Status.DRAFT, editable=False
    )
    published_at = models.DateTimeField(
        _("published at"), null=True, blank=True, validators=[check_publishing]
    )
    front_order = models.PositiveSmallIntegerField(
        _("place on the home page"),
        null=True,
        blank=True,
        help_text=_("1 is the lead; empty leaves it out."),
    )
    missing = models.CharField(
        _("missing end"), max_length=9, choices=Missing, blank=True, default=""
    )
    is_advertising = models.BooleanField(_("advertising"), default=False)
    reprint_source = models.CharField(_("reprinted from"), max_length=60, blank=True)
    reprint_author = models.CharField(_("original author"), max_length=60, blank=True)
    reprint_title = models.CharField(_("original title"), max_length=120, blank=True)

    author = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        verbose_name=_("entered by"),
        null=True,
        blank=True,
        editable=False,
        on_delete=models.SET_NULL,
        related_name="articles",
    )
    # Counted up by every save: a form that shows an older number is refused.
    version = models.PositiveIntegerField(default=1, editable=False)
    created_at = models.DateTimeField(_("created at"), default=clock.now, editable=False)
    updated_at = StampField(_("changed at"), auto_now=True)

    history = HistoricalRecords(excluded_fields=["version", "plain", "updated_at"])
    objects = ArticleQuerySet.as_manager()

    class Meta:
        verbose_name = _("article")
        verbose_name_plural = _("articles")
        ordering = ["-published_at", "-id"]
        permissions = [
            ("publish_article", _("Can publish, correct and withdraw articles")),
            ("edit_any_article", _("Can edit the articles of others")),
        ]
        constraints = [
            models.CheckConstraint(
                name="published_article_has_a_date",
                condition=~Q(status="published") | Q(published_at__isnull=False),
            ),
            models.CheckConstraint(name="article_headline_not_empty", condition=~Q(headline="")),
            models.CheckConstraint(
                name="reprint_names_its_source",
                condition=Q(reprint_author="", reprint_title="") | ~Q(reprint_source=""),
                violation_error_message=_("A reprint names its source."),
            ),
        ]
        indexes = [
            models.Index(
                F("section"),
                F("status"),
                F("published_at").desc(),
                F("id").desc(),
                name="article_in_section",
            ),
            models.Index(
                F("status"),
                F("published_at").desc(),
                F("id").desc(),
                name="article_by_status",
            ),
            models.Index(
                F("status"),
                F("front_order"),
                F("id").desc(),
                name="article_on_front",
                condition=Q(front_order__isnull=False),
            ),
        ]

    def __str__(self) -> str:
        return self.headline

    def natural_key(self) -> tuple[str]:
        return (str(self.uid),)

    natural_key.dependencies = [  # type: ignore[attr-defined]
        "articles.section",
        "articles.page",
        "departments.department",
    ]

    def get_absolute_url(self) -> str:
        return reverse("articles:article", args=[self.pk])

    def is_published(self) -> bool:
        """The publication rule for one article; `ArticleQuerySet.published` is its twin."""
        return (
            self.status == Status.PUBLISHED
            and self.published_at is not None
            and self.published_at <= clock.horizon()
        )

    def is_scheduled(self) -> bool:
        """Signed off, and public by itself when its date has come."""
        return self.status == Status.PUBLISHED and not self.is_published()

    @property
    def standing(self) -> str:
        """The status in words, that of a scheduled article included."""
        return str(_("Scheduled") if self.is_scheduled() else self.get_status_display())

    def derive_plain(self) -> str:
        """The plain text as it stands now; captions are read from the saved photos."""
        captions = list(self.photos.values_list("caption", flat=True)) if self.pk else []
        return plain_text(
            heads=[self.kicker, self.headline, self.deck],
            body=self.body,
            captions=captions,
            dateline=self.dateline,
        )

    @property
    def text(self) -> str:
        """The body as readers have it, with its dateline."""
        return with_dateline(self.body, self.dateline)

    @property
    def is_empty(self) -> bool:
        """Whether readers would find nothing under the headline."""
        pictures = self.photos.exclude(image="") if self.pk else ()
        captions = [each.caption for each in pictures]
        return tells_nothing(self.body, captions, is_advertising=self.is_advertising)

    @property
    def printed_in(self) -> Issue | None:
        """The issue that readers are told of; one still to come is for the preview alone."""
        if self.issue is None or self.issue.has_come_out or not self.is_published():
            return self.issue
        return None

    @property
    def teaser(self) -> str:
        """The summary, or the first paragraph without its dateline where none was written."""
        if self.summary:
            return self.summary
        first = next(iter(body_lines(self.body)), "")
        return teaser_of(first, self.dateline)


class ArticleEvent(models.Model):
    """Who did what to an article and when: the record an inspector is shown. Never edited."""

    class Kind(models.TextChoices):
        CREATED = "created", _("Created")
        IMPORTED = "imported", _("Imported")
        SUBMITTED = "submitted", _("Sent to review")
        RETURNED = "returned", _("Returned with a note")
        PUBLISHED = "published", _("Published")
        SCHEDULED = "scheduled", _("Scheduled for publication")
        UNSCHEDULED = "unscheduled", _("Schedule cancelled")
        CORRECTED = "corrected", _("Corrected in public")
        FIXED = "fixed", _("Fixed without a note to readers")
        WITHDRAWN = "withdrawn", _("Withdrawn")
        REOPENED = "reopened", _("Taken up again")
        RESTORED = "restored", _("Restored an older version")

    article = models.ForeignKey(
        Article,
        verbose_name=_("article"),
        on_delete=models.CASCADE,
        related_name="events",
    )
    kind = models.CharField(_("event"), max_length=12, choices=Kind)
    by = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        verbose_name=_("by"),
        null=True,
        on_delete=models.SET_NULL,
        related_name="+",
    )
    at = models.DateTimeField(_("at"), default=clock.now)
    note = models.TextField(_("note"), blank=True)

    objects = ArticleEventQuerySet.as_manager()

    class Meta:
        verbose_name = _("event")
        verbose_name_plural = _("events")
        ordering = ["-at", "-id"]

    def __str__(self) -> str:
        return f"{self.get_kind_display()} {self.at:%Y-%m-%d %H:%M}"

    def natural_key(self) -> tuple[str, str, str, str]:
        return (*self.article.natural_key(), self.kind, self.at.isoformat(), self.note)

    natural_key.dependencies = ["articles.article"]  # type: ignore[attr-defined]


class Correction(models.Model):
    """What readers are told when a published article was wrong (更正)."""

    uid = models.UUIDField(default=uuid.uuid4, unique=True, editable=False)
    article = models.ForeignKey(
        Article,
        verbose_name=_("article"),
        on_delete=models.CASCADE,
        related_name="corrections",
    )
    text = models.TextField(_("correction"))
    at = models.DateTimeField(_("at"), default=clock.now)
    by = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        verbose_name=_("by"),
        null=True,
        blank=True,
        on_delete=models.SET_NULL,
        related_name="+",
    )

    objects = CorrectionQuerySet.as_manager()

    class Meta:
        verbose_name = _("correction")
        verbose_name_plural = _("corrections")
        ordering = ["-at"]
        constraints = [
            models.CheckConstraint(name="correction_says_something", condition=~Q(text=""))
        ]

    def __str__(self) -> str:
        return self.text[:40]

    def natural_key(self) -> tuple[str]:
        return (str(self.uid),)

    natural_key.dependencies = ["articles.article"]  # type: ignore[attr-defined]
