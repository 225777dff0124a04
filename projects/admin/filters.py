"""Filters of the lists of the ledger that ask one question each."""

from __future__ import annotations

from typing import Any

from django.contrib import admin
from django.db.models import F, Q, QuerySet
from django.http import HttpRequest
from django.utils.translation import gettext_lazy as _

from articles import clock
from projects.models import Target
from projects.models.facts import DUE_SOON


class PublicStandingFilter(admin.SimpleListFilter):
    """How the promises that readers know of stand today; what only a draft promises is left out.

    Its overdue ones are those that the menu counts.
    """

    title = _("public promises")
    parameter_name = "public"

    def lookups(self, request: HttpRequest, model_admin: Any) -> list[tuple[str, Any]]:
        return [
            ("overdue", _("overdue")),
            ("due_soon", _("due soon")),
            ("open", _("open")),
            ("met", _("met")),
            ("met_late", _("met late")),
        ]

    def queryset(self, request: HttpRequest, queryset: QuerySet[Target]) -> QuerySet[Target]:
        value = self.value()
        if value is None:
            return queryset
        return queryset.filter(pk__in=standing(value).values("pk"))


def standing(value: str) -> Any:
    """The public promises that stand so for readers: `presenting.standing_of` says it of one."""
    today = clock.today()
    public = Target.objects.public()
    soon = today + DUE_SOON
    late = Q(outcome_on__gt=F("due_on"))
    match value:
        case "overdue":
            return public.overdue(today)
        case "due_soon":
            return public.due_between(today, soon)
        case "open":
            return public.open_to_readers().filter(Q(due_on=None) | Q(due_on__gt=soon))
        case "met":
            return public.kept().exclude(late)
        case "met_late":
            return public.kept().filter(late)
    return public
