"""Departments: a tree with printed names."""

from __future__ import annotations

from typing import Any

from django.contrib import admin
from django.db.models import QuerySet
from django.http import HttpRequest
from django.utils.translation import gettext_lazy as _

from departments.addresses import keep_old_address
from departments.forms import PinyinForm, PrintedNamesFormSet
from departments.models import Alias, Department
from departments.resources import DepartmentResource
from departments.spreadsheets import SheetAdmin


class AliasInline(admin.TabularInline):
    model = Alias
    formset = PrintedNamesFormSet
    extra = 1


@admin.register(Department)
class DepartmentAdmin(SheetAdmin):
    form = PinyinForm
    resource_classes = [DepartmentResource]
    list_display = ("name", "short_name", "kind", "parent", "printed_names")
    list_filter = ("kind",)
    list_select_related = ("parent",)
    list_per_page = 100
    search_fields = ("name", "short_name", "aliases__name")
    autocomplete_fields = ("parent",)
    inlines = [AliasInline]
    fields = ("name", "short_name", "kind", "parent", "slug", "uscc", "description")

    def get_queryset(self, request: HttpRequest) -> QuerySet[Department]:
        return super().get_queryset(request).prefetch_related("aliases")

    @admin.display(description=_("printed names"))
    def printed_names(self, department: Department) -> str:
        return "、".join(alias.name for alias in department.aliases.all()) or "—"

    def save_model(self, request: HttpRequest, obj: Department, form: Any, change: bool) -> None:
        super().save_model(request, obj, form, change)
        if change and "slug" in form.changed_data:
            keep_old_address(obj, form.initial["slug"])
