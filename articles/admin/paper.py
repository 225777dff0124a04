"""Papers, sections, issues and pages."""

from __future__ import annotations

from typing import Any

from django.contrib import admin
from django.db.models import Count, QuerySet
from django.http import HttpRequest
from django.utils.translation import gettext_lazy as _

from articles.admin.storing import StoresFiles
from articles.models import Issue, Newspaper, Page, Section
from departments.addresses import keep_old_address
from departments.forms import PinyinForm


@admin.register(Newspaper)
class NewspaperAdmin(admin.ModelAdmin):
    form = PinyinForm
    list_display = ("name", "county", "of_site", "hotline")
    search_fields = ("name",)
    fieldsets = (
        (None, {"fields": ("name", "slug", "motto", "county", "about", "is_site")}),
        (
            _("Footer"),
            {
                "fields": (
                    "cn_number",
                    "icp_number",
                    "police_number",
                    "news_licence",
                    "complaint_line",
                    "hotline",
                    "email",
                    "address",
                )
            },
        ),
    )

    @admin.display(description=_("the paper of this site"))
    def of_site(self, newspaper: Newspaper) -> str:
        return str(_("Yes")) if newspaper.is_site else "—"


@admin.register(Section)
class SectionAdmin(admin.ModelAdmin):
    form = PinyinForm
    list_display = ("name", "parent", "order", "slug", "article_count")
    list_editable = ("order",)
    list_select_related = ("parent",)
    search_fields = ("name", "slug")

    def get_queryset(self, request: HttpRequest) -> QuerySet[Section]:
        return super().get_queryset(request).annotate(articles_written=Count("articles"))

    @admin.display(description=_("articles"), ordering="articles_written")
    def article_count(self, section: Any) -> int:
        return int(section.articles_written)

    def save_model(self, request: HttpRequest, obj: Section, form: Any, change: bool) -> None:
        super().save_model(request, obj, form, change)
        if change and "slug" in form.changed_data:
            keep_old_address(obj, form.initial["slug"])


class PageInline(admin.TabularInline):
    model = Page
    extra = 0
    fields = ("number", "name", "image")


@admin.register(Issue)
class IssueAdmin(StoresFiles):
    list_display = ("date", "number", "newspaper", "page_count", "article_count")
    list_select_related = ("newspaper",)
    list_filter = ("newspaper",)
    date_hierarchy = "date"
    search_fields = ("date", "number")
    inlines = [PageInline]

    def get_queryset(self, request: HttpRequest) -> QuerySet[Issue]:
        return (
            super()
            .get_queryset(request)
            .select_related("newspaper")
            .annotate(
                pages_printed=Count("pages", distinct=True),
                articles_printed=Count("articles", distinct=True),
            )
        )

    @admin.display(description=_("pages"), ordering="pages_printed")
    def page_count(self, issue: Any) -> int:
        return int(issue.pages_printed)

    @admin.display(description=_("articles"), ordering="articles_printed")
    def article_count(self, issue: Any) -> int:
        return int(issue.articles_printed)


@admin.register(Page)
class PageAdmin(StoresFiles):
    """Found from the field of an article; pages are kept inside their issue."""

    list_display = ("number", "name", "issue")
    list_select_related = ("issue__newspaper",)
    search_fields = ("issue__date", "name", "number")
    fields = ("issue", "number", "name", "image")
    autocomplete_fields = ("issue",)

    def get_queryset(self, request: HttpRequest) -> QuerySet[Page]:
        return super().get_queryset(request).select_related("issue__newspaper")

    def has_module_permission(self, request: HttpRequest) -> bool:
        return False
