"""Filters of the article list that ask one question each."""

from __future__ import annotations

from typing import Any, TypeGuard

from django.contrib import admin
from django.db.models import Exists, OuterRef, Q, QuerySet
from django.http import HttpRequest
from django.utils.translation import gettext_lazy as _

from articles.models import Article, Issue, Status
from departments.models import Department

ISSUES_OFFERED = 20
DIGITS = 18  # that a key has at the most


def _is_key(value: str | None) -> TypeGuard[str]:
    return value is not None and value.isascii() and value.isdigit()


class StandingFilter(admin.SimpleListFilter):
    """The status as the list shows it: what is signed off and dated ahead is scheduled."""

    title = _("status")
    parameter_name = "status"

    def lookups(self, request: HttpRequest, model_admin: Any) -> list[tuple[str, Any]]:
        standings: list[tuple[str, Any]] = [*Status.choices]
        place = standings.index((Status.PUBLISHED.value, Status.PUBLISHED.label))
        standings.insert(place, ("scheduled", _("Scheduled")))
        return standings

    def queryset(self, request: HttpRequest, queryset: QuerySet[Article]) -> QuerySet[Article]:
        value = self.value()
        if value == "scheduled":
            return queryset.filter(pk__in=Article.objects.scheduled().values("pk"))
        if value == Status.PUBLISHED:
            return queryset.filter(pk__in=Article.objects.published().values("pk"))
        return queryset.filter(status=value) if value in Status.values else queryset


class IssueFilter(admin.SimpleListFilter):
    title = _("issue")
    parameter_name = "issue"

    def lookups(self, request: HttpRequest, model_admin: Any) -> list[tuple[Any, str]]:
        issues = Issue.objects.select_related("newspaper")[:ISSUES_OFFERED]
        return [*((issue.pk, str(issue)) for issue in issues), ("none", str(_("Not in print")))]

    def queryset(self, request: HttpRequest, queryset: QuerySet[Article]) -> QuerySet[Article]:
        value = self.value()
        if value == "none":
            return queryset.filter(issue=None)
        return queryset.filter(issue=int(value[:DIGITS])) if _is_key(value) else queryset


class DepartmentFilter(admin.SimpleListFilter):
    title = _("department")
    parameter_name = "department"

    def lookups(self, request: HttpRequest, model_admin: Any) -> list[tuple[Any, str]]:
        through = Article.departments.through.objects.filter(department=OuterRef("pk"))
        sourced = Article.objects.filter(source_department=OuterRef("pk"))
        known = Department.objects.filter(Exists(through) | Exists(sourced))
        return [(department.pk, department.label) for department in known]

    def queryset(self, request: HttpRequest, queryset: QuerySet[Article]) -> QuerySet[Article]:
        value = self.value()
        if not _is_key(value):
            return queryset
        key = int(value[:DIGITS])
        mentioned = Article.departments.through.objects.filter(
            article=OuterRef("pk"), department=key
        )
        return queryset.filter(Q(source_department=key) | Exists(mentioned))


class ProjectFilter(admin.SimpleListFilter):
    """Whether the ledger stands on the article. The names of the relations are the ledger's."""

    title = _("has a project")
    parameter_name = "project"

    def lookups(self, request: HttpRequest, model_admin: Any) -> list[tuple[str, Any]]:
        return [("yes", _("Yes")), ("no", _("No"))]

    def queryset(self, request: HttpRequest, queryset: QuerySet[Article]) -> QuerySet[Article]:
        with_project = Article.objects.filter(evidence__mentions__isnull=False).values("pk")
        if self.value() == "yes":
            return queryset.filter(pk__in=with_project)
        if self.value() == "no":
            return queryset.exclude(pk__in=with_project)
        return queryset
