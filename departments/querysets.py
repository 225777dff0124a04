from __future__ import annotations

from typing import TYPE_CHECKING

from django.db import models

if TYPE_CHECKING:
    from departments.models import Alias, Department


class AliasQuerySet(models.QuerySet["Alias"]):
    def get_by_natural_key(self, key: str) -> Alias:
        return self.get(key=key)


class DepartmentQuerySet(models.QuerySet["Department"]):
    def get_by_natural_key(self, slug: str) -> Department:
        return self.get(slug=slug)

    def printed_names(self) -> dict[str, str]:
        """Every printed name, official and alias, with the slug of its department."""
        names: dict[str, str] = dict(self.exclude(short_name="").values_list("short_name", "slug"))
        names |= dict(self.exclude(aliases=None).values_list("aliases__name", "slug"))
        names |= dict(self.values_list("name", "slug"))
        return names

    def by_printed_name(self, name: str) -> Department | None:
        """The department that prints this name as its own or as an alias, else None."""
        from departments.models import printed_key

        key = printed_key(name)
        return (
            self.filter(
                models.Q(aliases__key=key) | models.Q(name=name) | models.Q(short_name=name)
            )
            .distinct()
            .first()
        )
