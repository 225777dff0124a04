from __future__ import annotations

from typing import TYPE_CHECKING

from chinese.printed import by_key, printed_key
from departments.written import ToldQuerySet

if TYPE_CHECKING:
    from departments.models import Alias, Department

# Which of the departments with one short name is meant: the same one everywhere.
SAME_NAME = ("kind", "name")


class AliasQuerySet(ToldQuerySet["Alias"]):
    def get_by_natural_key(self, key: str) -> Alias:
        return self.get(key=key)


class DepartmentQuerySet(ToldQuerySet["Department"]):
    def get_by_natural_key(self, slug: str) -> Department:
        return self.get(slug=slug)

    def printed_names(self) -> dict[str, str]:
        """Every printed name with the official name of the department that `by_printed_name`
        finds for it."""
        ordered = list(self.order_by(*SAME_NAME).values_list("name", "short_name"))
        aliases = self.exclude(aliases=None).values_list("aliases__name", "name")
        found: dict[str, str] = {name: name for name, _ in ordered}
        for printed, name in (*aliases, *((short, name) for name, short in ordered if short)):
            found.setdefault(printed, name)
        return found

    def by_printed_name(self, name: str) -> Department | None:
        """The department that prints this name, else None.

        Its own name counts before an alias, and that before a short name, which several may have.
        The key is made of what is stored too: there it may be printed with full-width brackets.
        """
        official = by_key(self.printed_names()).get(printed_key(name))
        return None if official is None else self.get(name=official)
