"""The paper itself and its sections."""

from __future__ import annotations

from django.db import models
from django.db.models import F, Q
from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from articles.querysets import NewspaperQuerySet, SectionQuerySet


class Newspaper(models.Model):
    """A paper: its name, its county, and the numbers of its footer. One of them is the site's.

    Another county fills in this record; no template and no code names a paper. An empty
    number shows nothing.
    """

    name = models.CharField(_("name"), max_length=60, unique=True)
    slug = models.SlugField(_("address"), max_length=60, unique=True)
    motto = models.CharField(_("motto"), max_length=20, blank=True)
    county = models.CharField(_("county"), max_length=30, help_text=_("平遥县"))
    about = models.CharField(_("about the paper"), max_length=200, blank=True)
    is_site = models.BooleanField(_("the paper of this site"), default=False)
    cn_number = models.CharField(
        _("CN number"),
        max_length=40,
        blank=True,
        help_text=_("CN or internal permit number."),
    )
    icp_number = models.CharField(_("ICP number"), max_length=60, blank=True)
    police_number = models.CharField(_("public security number"), max_length=60, blank=True)
    news_licence = models.CharField(_("news licence"), max_length=60, blank=True)
    complaint_line = models.CharField(_("complaint line"), max_length=60, blank=True)
    hotline = models.CharField(_("news hotline"), max_length=60, blank=True)
    email = models.EmailField(
        _("mail to the newsroom"),
        blank=True,
        help_text=_("Where readers report errors. It stands on the site."),
    )
    address = models.CharField(_("address of the office"), max_length=120, blank=True)

    objects = NewspaperQuerySet.as_manager()

    class Meta:
        verbose_name = _("newspaper")
        verbose_name_plural = _("newspapers")
        ordering = ["-is_site", "name"]
        constraints = [
            models.UniqueConstraint(
                name="one_newspaper_of_the_site",
                fields=["is_site"],
                condition=Q(is_site=True),
                violation_error_message=_("Another paper is the paper of this site already."),
            )
        ]

    def __str__(self) -> str:
        return self.name

    def natural_key(self) -> tuple[str]:
        return (self.slug,)


class Section(models.Model):
    """A section (栏目) of the site; a child is a sub-topic of its parent."""

    name = models.CharField(_("name"), max_length=30, unique=True)
    slug = models.SlugField(_("address"), max_length=60, unique=True)
    parent = models.ForeignKey(
        "self",
        verbose_name=_("parent"),
        null=True,
        blank=True,
        on_delete=models.PROTECT,
        related_name="children",
    )
    description = models.CharField(_("description"), max_length=120, blank=True)
    order = models.PositiveSmallIntegerField(_("order"), default=100)

    objects = SectionQuerySet.as_manager()

    class Meta:
        verbose_name = _("section")
        verbose_name_plural = _("sections")
        ordering = ["order", "name"]
        constraints = [
            models.CheckConstraint(
                name="section_not_its_own_parent",
                condition=Q(parent__isnull=True) | ~Q(parent=F("id")),
            )
        ]

    def __str__(self) -> str:
        return self.name

    def natural_key(self) -> tuple[str]:
        return (self.slug,)

    def get_absolute_url(self) -> str:
        return reverse("articles:section", args=[self.slug])
