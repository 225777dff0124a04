"""The printed sentence that a figure leads back to."""

from __future__ import annotations

import uuid

from django.db import models
from django.db.models import F, Q
from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from articles.models import Article
from projects.querysets import EvidenceQuerySet


class Evidence(models.Model):
    """A whole sentence of an article, as a W3C TextQuoteSelector on `Article.plain`.

    `mark_start` and `mark_end` count characters inside `exact`: the figure that gets the red
    circles. Several facts may share one sentence. `broken` means that an edit of the article
    took the sentence away; the fact stays and says so, and counts in no sum.
    """

    uid = models.UUIDField(default=uuid.uuid4, unique=True, editable=False)
    article = models.ForeignKey(
        Article,
        verbose_name=_("article"),
        on_delete=models.PROTECT,
        related_name="evidence",
    )
    exact = models.TextField(_("sentence"))
    prefix = models.CharField(_("text before"), max_length=64, blank=True)
    suffix = models.CharField(_("text after"), max_length=64, blank=True)
    mark_start = models.PositiveIntegerField(_("figure from"), null=True, blank=True)
    mark_end = models.PositiveIntegerField(_("figure to"), null=True, blank=True)
    said_by = models.CharField(_("said by"), max_length=120, blank=True)
    said_on = models.DateField(_("said on"), null=True, blank=True)
    broken = models.BooleanField(_("sentence no longer found"), default=False)

    objects = EvidenceQuerySet.as_manager()

    class Meta:
        verbose_name = _("evidence")
        verbose_name_plural = _("evidence")
        ordering = ["article", "id"]
        constraints = [
            models.CheckConstraint(name="evidence_quotes_something", condition=~Q(exact="")),
            models.CheckConstraint(
                name="evidence_mark_in_order",
                condition=Q(mark_start__isnull=True, mark_end__isnull=True)
                | Q(mark_start__lt=F("mark_end")),
            ),
        ]

    def __str__(self) -> str:
        return self.exact[:40]

    def natural_key(self) -> tuple[str]:
        return (str(self.uid),)

    natural_key.dependencies = ["articles.article"]  # type: ignore[attr-defined]

    def get_absolute_url(self) -> str:
        """The article, landing on the marked sentence."""
        page = reverse("articles:article", args=[self.article_id])
        return f"{page}?fact={self.uid}#f-{self.uid}"

    @property
    def before(self) -> str:
        return self.exact[: self.mark_start] if self.mark_start is not None else self.exact

    @property
    def marked(self) -> str:
        return self.exact[self.mark_start : self.mark_end] if self.mark_start is not None else ""

    @property
    def after(self) -> str:
        return self.exact[self.mark_end :] if self.mark_end is not None else ""

    def stands_in(self, plain: str) -> bool:
        return bool(self.exact) and self.exact in plain

    @property
    def is_told(self) -> bool:
        """Whether readers can find the sentence: in a public article that still says it."""
        return not self.broken and self.article.is_published()
