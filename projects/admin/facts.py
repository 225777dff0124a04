"""Sums, promises and the sentences behind them."""

from __future__ import annotations

from typing import Any, ClassVar

from django.contrib import admin
from django.db.models import QuerySet
from django.http import HttpRequest
from django.urls import reverse
from django.utils.html import format_html
from django.utils.safestring import SafeString
from django.utils.translation import gettext_lazy as _

from articles import clock
from chinese.money import money_text
from projects import ledger
from projects.admin.deleting import ReasonedDeletion
from projects.admin.filters import PublicStandingFilter
from projects.admin.forms import EvidenceForm, InvestmentForm, TargetForm
from projects.admin.mending import MendingPages
from projects.admin.together import TogetherAdmin
from projects.models import Evidence, Investment, Mention, Target
from projects.presenting import due_words

STANDINGS = {
    "met": _("met"),
    "met_late": _("met late"),
    "missed": _("missed"),
    "revised": _("revised"),
    "dropped": _("dropped"),
    "overdue": _("overdue"),
    "due_soon": _("due soon"),
    "open": _("open"),
}


class FactAdmin(ReasonedDeletion, TogetherAdmin):
    """A fact leads to its sentence, and saving one renews the sums of its projects."""

    list_per_page = 50
    autocomplete_fields: ClassVar[tuple[str, ...] | list[str]] = ("evidence",)
    list_select_related: ClassVar[tuple[str, ...]] = ("evidence__article",)

    @admin.display(description=_("sentence"))
    def quote(self, fact: Any) -> SafeString:
        return quoted(fact.evidence)

    def projects_of(self, fact: Any) -> list[Any]:
        return [fact.project] if fact.project else []

    def delete_model(self, request: HttpRequest, obj: Any) -> None:
        projects = self.projects_of(obj)
        super().delete_model(request, obj)
        for project in projects:
            ledger.rebuild(project)

    def save_related(self, request: HttpRequest, form: Any, formsets: Any, change: bool) -> None:
        super().save_related(request, form, formsets, change)
        fact = form.instance
        for project in self.projects_of(fact):
            Mention.objects.get_or_create(project=project, evidence_id=fact.evidence_id)
            ledger.rebuild(project)


def quoted(evidence: Evidence) -> SafeString:
    """The sentence with its figure marked."""
    return format_html(
        '<span class="quote{}">{}<mark>{}</mark>{}</span>',
        " broken" if evidence.broken else "",
        evidence.before,
        evidence.marked,
        evidence.after,
    )


@admin.register(Investment)
class InvestmentAdmin(FactAdmin):
    form = InvestmentForm
    fieldsets = (
        (None, {"fields": ("projects", "is_statement", "members", "measure")}),
        (
            _("What the sentence says"),
            {"fields": ("evidence", "amount", "amount_to", "printed", "comparator", "currency")},
        ),
        (_("Of which time"), {"fields": ("as_of", "period_start", "period_end")}),
        (_("What it changes"), {"fields": ("supersedes", "change", "reason")}),
    )
    list_display = ("printed", "amount_said", "measure", "as_of", "of_projects", "quote")
    list_filter = ("measure", "is_statement", "as_of")
    search_fields = ("printed", "projects__name", "evidence__exact")
    autocomplete_fields = ("evidence", "projects", "supersedes")

    def get_queryset(self, request: HttpRequest) -> QuerySet[Investment]:
        return super().get_queryset(request).prefetch_related("projects")

    def projects_of(self, fact: Investment) -> list[Any]:
        return list(fact.projects.all())

    @admin.display(description=_("amount"), ordering="amount")
    def amount_said(self, investment: Investment) -> str:
        if investment.amount is None:
            return "—"
        return money_text(investment.amount, investment.amount_to)

    @admin.display(description=_("projects"))
    def of_projects(self, investment: Investment) -> str:
        return "、".join(project.name for project in investment.projects.all()) or "—"


@admin.register(Target)
class TargetAdmin(FactAdmin):
    form = TargetForm
    list_display = ("indicator", "of_whom", "due", "standing", "quote")
    list_filter = (PublicStandingFilter, "outcome", "kind", "due_on")
    list_select_related = ("evidence__article", "project", "department")
    search_fields = ("indicator", "project__name", "department__name", "evidence__exact")
    autocomplete_fields = ("evidence", "outcome_evidence", "project", "department", "supersedes")
    readonly_fields = ("checked_by",)
    fieldsets = (
        (None, {"fields": ("kind", "project", "department", "indicator", "stage")}),
        (_("What was promised"), {"fields": ("comparator", "value", "unit", "printed")}),
        (_("By when"), {"fields": ("due_text", "due_on", "due_precision", "supersedes")}),
        (_("Evidence"), {"fields": ("evidence", "reason")}),
        (_("What came of it"), {"fields": ("outcome", "outcome_on", "outcome_evidence")}),
        (_("Last look"), {"fields": ("checked_on", "searched_in", "checked_by")}),
    )

    @admin.display(description=_("project or department"), ordering="project")
    def of_whom(self, target: Target) -> str:
        return str(target.project or target.department or "—")

    def get_queryset(self, request: HttpRequest) -> QuerySet[Target]:
        targets: Any = super().get_queryset(request)
        return targets.with_untold()

    @admin.display(description=_("due on"), ordering="due_on")
    def due(self, target: Target) -> str:
        return due_words(target)

    @admin.display(description=_("outcome"), ordering="due_on")
    def standing(self, target: Any) -> SafeString:
        """What the newsroom knows, and whether readers know it too."""
        state = target.standing(clock.today())
        said = format_html('<span class="state {}">{}</span>', state, STANDINGS[state])
        if not target.is_untold:
            return said
        return format_html('{} <small class="quiet">{}</small>', said, _("not told to readers yet"))

    def save_model(self, request: HttpRequest, obj: Target, form: Any, change: bool) -> None:
        """Who looked last is who saved a new date of looking."""
        if "checked_on" in form.changed_data:
            obj.checked_by = request.user if obj.checked_on else None  # type: ignore[assignment]
        super().save_model(request, obj, form, change)


@admin.register(Evidence)
class EvidenceAdmin(MendingPages, ReasonedDeletion, TogetherAdmin):
    """A sentence is taken from an article when a fact is made of it; here it is looked up."""

    form = EvidenceForm
    list_display = ("sentence", "article", "said_by", "said_on", "state")
    list_filter = ("broken",)
    list_select_related = ("article",)
    list_per_page = 50
    search_fields = ("exact", "article__headline")
    autocomplete_fields = ("article",)
    fields = (
        "article",
        "exact",
        "figure",
        "said_by",
        "said_on",
        "state",
    )
    readonly_fields = ("state",)

    @admin.display(description=_("state"), ordering="broken")
    def state(self, evidence: Evidence) -> SafeString | str:
        if evidence.pk is None:
            return "—"
        if evidence.broken:
            return format_html(
                '<a class="state missed" href="{}">{}</a>',
                reverse("admin:projects_evidence_mend", args=[evidence.article_id]),
                _("sentence no longer found"),
            )
        return format_html('<span class="state met">{}</span>', _("stands in the article"))

    @admin.display(description=_("sentence"), ordering="exact")
    def sentence(self, evidence: Evidence) -> SafeString:
        return quoted(evidence)
