"""Who acts in the county: party and government, townships, villages, companies."""

from __future__ import annotations

import re

from django.core.exceptions import ValidationError
from django.db import models
from django.db.models import F, Q
from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from chinese.printed import printed_key, tight
from departments.querysets import AliasQuerySet, DepartmentQuerySet

# As GB 32100 has it: letters that look like figures are none.
CREDIT_CODE = re.compile("[0-9A-HJ-NP-RTUW-Y]{18}")


def credit_code(typed: str) -> str:
    """In its one way of writing: １１14072801 2345678x is 11140728012345678X."""
    return tight(typed).upper()


class Department(models.Model):
    """One body with its official name; how else it is printed stands in its aliases."""

    class Kind(models.TextChoices):
        PARTY = "party", _("Party")
        GOVERNMENT = "government", _("Government")
        TOWNSHIP = "township", _("Town or township")
        SUBDISTRICT = "subdistrict", _("Subdistrict")
        COMMUNITY = "community", _("Community")
        VILLAGE = "village", _("Village")
        INSTITUTION = "institution", _("Public institution")
        COMPANY = "company", _("Company")
        ASSOCIATION = "association", _("Association")
        OTHER = "other", _("Other")

    name = models.CharField(_("name"), max_length=120, unique=True)
    short_name = models.CharField(
        _("short name"),
        max_length=60,
        blank=True,
        help_text=_("As readers know it: 县水利局."),
    )
    kind = models.CharField(_("kind"), max_length=20, choices=Kind, default=Kind.GOVERNMENT)
    parent = models.ForeignKey(
        "self",
        verbose_name=_("belongs to"),
        null=True,
        blank=True,
        on_delete=models.SET_NULL,
        related_name="children",
    )
    slug = models.SlugField(
        _("address"),
        max_length=120,
        unique=True,
        help_text=_("Pinyin; stands in the address."),
    )
    uscc = models.CharField(
        _("unified social credit code"),
        max_length=18,
        blank=True,
        help_text=_("18 characters."),
    )
    description = models.TextField(_("description"), blank=True)

    objects = DepartmentQuerySet.as_manager()

    class Meta:
        verbose_name = _("department")
        verbose_name_plural = _("departments")
        ordering = ["kind", "name"]
        constraints = [
            models.CheckConstraint(
                name="department_not_its_own_parent",
                condition=Q(parent__isnull=True) | ~Q(parent=F("id")),
                violation_error_message=_("A department cannot belong to itself."),
            ),
            models.CheckConstraint(
                name="department_name_not_empty",
                condition=~Q(name=""),
                violation_error_code="name",
            ),
        ]

    def __str__(self) -> str:
        return self.name

    def clean(self) -> None:
        """Readers see the short name alone: two departments never share one. What stands is not
        asked about."""
        super().clean()
        stored = Department.objects.filter(pk=self.pk).first() or Department()
        self.uscc = credit_code(self.uscc)
        is_new_code = self.uscc != credit_code(stored.uscc)
        if self.uscc and is_new_code and not CREDIT_CODE.fullmatch(self.uscc):
            raise ValidationError(
                {"uscc": _("18 digits and capital letters, without I, O, S, V, Z.")}
            )
        if self.short_name and self.short_name != stored.short_name:
            refuse_name_of_another("short_name", self.short_name, self.pk)

    @property
    def label(self) -> str:
        return self.short_name or self.name

    def natural_key(self) -> tuple[str]:
        return (self.slug,)

    def get_absolute_url(self) -> str:
        return reverse("departments:department", args=[self.slug])


class Alias(models.Model):
    """Another printed name of a department: 县委 for 中共…县委员会."""

    department = models.ForeignKey(
        Department,
        verbose_name=_("department"),
        on_delete=models.CASCADE,
        related_name="aliases",
    )
    name = models.CharField(_("printed name"), max_length=120)
    key = models.CharField(max_length=120, unique=True, editable=False)

    objects = AliasQuerySet.as_manager()

    class Meta:
        verbose_name = _("printed name")
        verbose_name_plural = _("printed names")
        ordering = ["name"]

    def __str__(self) -> str:
        return self.name

    def natural_key(self) -> tuple[str]:
        return (self.key,)

    natural_key.dependencies = ["departments.department"]  # type: ignore[attr-defined]

    def clean(self) -> None:
        """A name leads to one department: who has it already is told. What stands is not asked."""
        super().clean()
        self.key = printed_key(self.name)
        same = Alias.objects.filter(key=self.key)
        if self.pk and same.filter(pk=self.pk).exists():
            return
        if self.department_id and same.filter(department=self.department_id).exists():
            raise ValidationError({"name": _("The department has “{}” already.").format(self.name)})
        refuse_name_of_another("name", self.name, self.department_id)

    def save(self, *args: object, **kwargs: object) -> None:
        self.key = printed_key(self.name)
        super().save(*args, **kwargs)  # type: ignore[arg-type]


def refuse_name_of_another(field: str, name: str, own_id: int | None) -> None:
    """Raises ValidationError on `field` where another department is printed so."""
    others = Department.objects.exclude(pk=own_id) if own_id else Department.objects.all()
    holder = others.by_printed_name(name)
    if holder is not None:
        raise ValidationError(
            {field: _("“{name}” is a name of “{holder}” already.").format(name=name, holder=holder)}
        )
