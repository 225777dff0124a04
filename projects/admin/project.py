"""Projects and their sectors."""

from __future__ import annotations

from typing import Any

from django.contrib import admin
from django.db.models import QuerySet
from django.http import HttpRequest
from django.utils.translation import gettext_lazy as _

from articles import clock
from chinese.money import money_text
from departments.forms import PinyinForm, PrintedNamesFormSet
from departments.spreadsheets import SheetAdmin
from projects import ledger
from projects.admin.deleting import ReasonedDeletion
from projects.admin.forms import CapacityForm, ProgressForm, TargetForm
from projects.admin.joining import JoiningPages
from projects.admin.together import TogetherAdmin, TogetherForm
from projects.models import (
    Capacity,
    Investment,
    Mention,
    Progress,
    Project,
    ProjectAlias,
    Sector,
    Target,
)
from projects.removing import own_sums, remove_project
from projects.resources import ProjectResource


class SectorForm(PinyinForm):
    address_field = "code"


@admin.register(Sector)
class SectorAdmin(admin.ModelAdmin):
    form = SectorForm
    list_display = ("name", "code", "order")
    list_editable = ("order",)
    search_fields = ("name",)


class AliasInline(admin.TabularInline):
    model = ProjectAlias
    formset = PrintedNamesFormSet
    extra = 0


class FactInline(admin.TabularInline):
    """Facts of one project; their sentence is picked, never typed."""

    extra = 0
    show_change_link = True
    autocomplete_fields = ("evidence",)

    def get_queryset(self, request: HttpRequest) -> QuerySet[Any]:
        return super().get_queryset(request).select_related("evidence")


class InvestmentInline(FactInline):
    """The sums that cover this project; a sum itself is kept on its own page."""

    model = Investment.projects.through
    autocomplete_fields = ("investment",)
    verbose_name = _("investment")
    verbose_name_plural = _("investments")

    def formfield_for_foreignkey(self, db_field: Any, request: Any, **kwargs: Any) -> Any:
        return super().formfield_for_foreignkey(db_field, request, label=_("investment"), **kwargs)

    def get_queryset(self, request: HttpRequest) -> QuerySet[Any]:
        return admin.TabularInline.get_queryset(self, request).select_related("investment")


class TargetInline(FactInline):
    model = Target
    form = TargetForm
    can_delete = False  # on its own page, where a reason is asked
    fk_name = "project"
    fields = ("kind", "indicator", "stage", "value", "unit", "due_on", "due_precision", "evidence")


class ProgressInline(FactInline):
    model = Progress
    form = ProgressForm
    fields = ("date", "stage", "value", "unit", "note", "evidence")


class CapacityInline(FactInline):
    model = Capacity
    form = CapacityForm
    fields = ("comparator", "value", "unit", "per", "printed", "evidence")


@admin.register(Project)
class ProjectAdmin(JoiningPages, ReasonedDeletion, TogetherAdmin, SheetAdmin):
    resource_classes = [ProjectResource]
    form = TogetherForm
    actions = ["merge_selected"]
    list_display = ("name", "sector", "lead", "stage", "total", "due")
    list_filter = ("sector", "stage", ("lead", admin.RelatedOnlyFieldListFilter))
    list_select_related = ("sector", "lead")
    list_per_page = 50
    search_fields = ("name", "aliases__name", "place")
    autocomplete_fields = ("lead", "parent")
    inlines = [AliasInline, InvestmentInline, TargetInline, ProgressInline, CapacityInline]
    readonly_fields = ("stage", "total", "due")
    fieldsets = (
        (None, {"fields": ("name", "lead", "sector", "place", "parent", "summary")}),
        (_("As the ledger has it"), {"fields": ("stage", "total", "due")}),
        (_("Identifiers"), {"fields": ("identifiers",), "classes": ("collapse",)}),
    )

    @admin.display(description=_("total investment"), ordering="total_yuan")
    def total(self, project: Project) -> str:
        return money_text(project.total_yuan) if project.total_yuan is not None else "—"

    @admin.display(description=_("next due date"), ordering="next_due_on")
    def due(self, project: Project) -> str:
        if project.next_due_on is None:
            return "—"
        late = _("overdue") if project.next_due_on < clock.today() else ""
        return f"{project.next_due_on:%Y-%m-%d} {late}".strip()

    def save_related(self, request: HttpRequest, form: Any, formsets: Any, change: bool) -> None:
        """Every fact of a project is a mention, and the stored sums follow the facts."""
        super().save_related(request, form, formsets, change)
        project = form.instance
        for fact in (*project.targets.all(), *project.progress.all(), *project.capacities.all()):
            Mention.objects.get_or_create(project=project, evidence_id=fact.evidence_id)
        for investment in project.investments.all():
            Mention.objects.get_or_create(project=project, evidence_id=investment.evidence_id)
        ledger.rebuild(project)

    def get_deleted_objects(self, objs: Any, request: HttpRequest) -> Any:
        """The sums that go along are counted as well."""
        going, counts, lacking, protected = super().get_deleted_objects(objs, request)
        sums = sum(own_sums(project).count() for project in objs)
        if sums:
            counts = {**counts, str(Investment._meta.verbose_name_plural): sums}
        return going, counts, lacking, protected

    def what_goes(self, record: Project) -> list[str]:
        facts = (own_sums(record), record.targets.all(), record.progress.all())
        rows = [each for found in (*facts, record.capacities.all()) for each in found]
        return [f"{each._meta.verbose_name}: {each}" for each in rows]

    def delete_model(self, request: HttpRequest, obj: Project) -> None:
        remove_project(project=obj)
