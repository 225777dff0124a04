"""The printed issue (期) and its pages (版)."""

from __future__ import annotations

import secrets
from datetime import datetime, time
from pathlib import PurePath
from typing import Any

from django.core.files.storage import Storage, storages
from django.core.validators import MaxValueValidator, MinValueValidator
from django.db import models
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from articles import clock
from articles.bounds import MOST_PAGES, check_issue_day
from articles.models.newspaper import Newspaper
from articles.querysets import IssueQuerySet, PageQuerySet

MORNING = time(6, 0)


def private_storage() -> Storage:
    return storages["private"]


def random_page_name(page: Page, filename: str) -> str:
    """A name nobody can guess: the image of a page lies in public storage before the page is."""
    return f"pages/{secrets.token_hex(16)}{PurePath(filename).suffix.lower()}"


class Issue(models.Model):
    newspaper = models.ForeignKey(
        Newspaper,
        verbose_name=_("newspaper"),
        on_delete=models.PROTECT,
        related_name="issues",
    )
    date = models.DateField(_("date"), validators=[check_issue_day])
    number = models.PositiveIntegerField(
        _("number"),
        null=True,
        blank=True,
        help_text=_("Counted from the first issue (总期号)."),
    )
    cn_number = models.CharField(_("CN number"), max_length=40, blank=True)

    objects = IssueQuerySet.as_manager()

    class Meta:
        verbose_name = _("issue")
        verbose_name_plural = _("issues")
        ordering = ["-date"]
        constraints = [
            models.UniqueConstraint(
                name="one_issue_a_day",
                fields=["newspaper", "date"],
                violation_error_message=_("This paper has an issue of that date already."),
            )
        ]

    def __str__(self) -> str:
        number = _("No. {}").format(self.number) if self.number else ""
        return f"{self.newspaper.name} {self.date:%Y-%m-%d} {number}".strip()

    def natural_key(self) -> tuple[str, str]:
        return (*self.newspaper.natural_key(), self.date.isoformat())

    natural_key.dependencies = ["articles.newspaper"]  # type: ignore[attr-defined]

    def get_absolute_url(self) -> str:
        return reverse("articles:issue", args=[self.date.isoformat()])

    @property
    def has_come_out(self) -> bool:
        """Before its day no page of the site speaks of an issue, whatever of it is public."""
        return self.date <= clock.today()

    @property
    def morning(self) -> datetime:
        """When its articles become public unless an editor says otherwise."""
        return timezone.make_aware(datetime.combine(self.date, MORNING))


class Page(models.Model):
    """One page of an issue. Its image is public once an article on it is."""

    issue = models.ForeignKey(
        Issue, verbose_name=_("issue"), on_delete=models.CASCADE, related_name="pages"
    )
    number = models.PositiveSmallIntegerField(
        _("number"), validators=[MinValueValidator(1), MaxValueValidator(MOST_PAGES)]
    )
    name = models.CharField(_("name"), max_length=30, blank=True, help_text=_("要闻"))
    image = models.ImageField(_("page image"), upload_to=random_page_name, blank=True)
    original = models.FileField(
        _("original file"), upload_to="originals/", storage=private_storage, blank=True
    )

    objects = PageQuerySet.as_manager()

    class Meta:
        verbose_name = _("page")
        verbose_name_plural = _("pages")
        ordering = ["issue", "number"]
        constraints = [
            models.UniqueConstraint(name="one_page_of_a_number", fields=["issue", "number"]),
            models.CheckConstraint(name="page_number_from_one", condition=models.Q(number__gte=1)),
        ]

    def __str__(self) -> str:
        number = _("page {}").format(self.number)
        return f"{self.issue} {number} {self.name}".strip()

    def natural_key(self) -> tuple[Any, ...]:
        return (*self.issue.natural_key(), self.number)

    natural_key.dependencies = ["articles.issue"]  # type: ignore[attr-defined]

    def get_absolute_url(self) -> str:
        return reverse("articles:page", args=[self.issue.date.isoformat(), self.number])
