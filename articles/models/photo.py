"""Pictures of an article. The original is private; renditions become public on publication."""

from __future__ import annotations

import uuid
from typing import Any

from django.core.validators import MaxValueValidator, MinValueValidator
from django.db import models
from django.utils.translation import gettext_lazy as _

from articles.models.issue import private_storage
from departments.written import ToldQuerySet

FRACTION = [MinValueValidator(0), MaxValueValidator(1)]


class PhotoQuerySet(ToldQuerySet["Photo"]):
    def get_by_natural_key(self, uid: str) -> Photo:
        return self.get(uid=uid)


class Photo(models.Model):
    uid = models.UUIDField(default=uuid.uuid4, unique=True, editable=False)
    article = models.ForeignKey(
        "articles.Article",
        verbose_name=_("article"),
        on_delete=models.CASCADE,
        related_name="photos",
    )
    image = models.ImageField(
        _("picture"),
        upload_to="photos/%Y/%m/",
        storage=private_storage,
        blank=True,  # an imported caption waits for its picture
        width_field="width",
        height_field="height",
    )
    width = models.PositiveIntegerField(null=True, blank=True, editable=False)
    height = models.PositiveIntegerField(null=True, blank=True, editable=False)
    caption = models.CharField(_("caption"), max_length=200, blank=True)
    credit = models.CharField(_("credit"), max_length=60, blank=True)
    alt = models.CharField(
        _("alternative text"),
        max_length=200,
        blank=True,
        help_text=_("What a reader who cannot see the picture should know."),
    )
    focus_x = models.FloatField(_("focus from the left"), default=0.5, validators=FRACTION)
    focus_y = models.FloatField(_("focus from the top"), default=0.5, validators=FRACTION)
    order = models.PositiveSmallIntegerField(_("order"), default=0)
    # {"lead": {"name": "photos/3f….webp", "width": 1344, "height": 848}, …}; empty until public.
    renditions = models.JSONField(default=dict, blank=True, editable=False)

    objects = PhotoQuerySet.as_manager()

    class Meta:
        verbose_name = _("photo")
        verbose_name_plural = _("photos")
        ordering = ["article", "order", "id"]

    def __str__(self) -> str:
        return self.caption or self.image.name or str(self.uid)

    def natural_key(self) -> tuple[Any]:
        return (str(self.uid),)

    natural_key.dependencies = ["articles.article"]  # type: ignore[attr-defined]
