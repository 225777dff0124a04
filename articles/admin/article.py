"""The page where an article is written, checked and published."""

from __future__ import annotations

from typing import Any

from django.contrib import admin, messages
from django.core.exceptions import PermissionDenied
from django.db.models import QuerySet, prefetch_related_objects
from django.http import HttpRequest, HttpResponse
from django.template.loader import render_to_string
from django.utils.formats import date_format
from django.utils.html import format_html
from django.utils.safestring import SafeString, mark_safe
from django.utils.timezone import localtime
from django.utils.translation import gettext_lazy as _
from django.utils.translation import ngettext
from js_asset import Media

from articles import workflow
from articles.admin.drafts import DraftPages
from articles.admin.filters import DepartmentFilter, IssueFilter, ProjectFilter, StandingFilter
from articles.admin.forms import ArticleForm
from articles.admin.history import HistoryPages
from articles.admin.photo import PhotoInline, leave_out_gone, thumbnail
from articles.admin.steps import StepPages
from articles.admin.storing import StoresFiles
from articles.fields import clean_html
from articles.models import Article, ArticleEvent, Status
from articles.people import full_name, person
from articles.resources import ArticleResource
from departments.spreadsheets import SheetAdmin

Fieldsets = Any
LONGEST_NUMBER = 18  # digits of a primary key that a database can hold


@admin.register(Article)
class ArticleAdmin(StoresFiles, DraftPages, StepPages, HistoryPages, SheetAdmin):
    resource_classes = [ArticleResource]
    form = ArticleForm
    inlines = [PhotoInline]
    change_form_template = "admin/articles/article/change_form.html"

    list_display = ("thumb", "title", "standing", "section", "in_print", "writer", "last_step")
    list_display_links = ("title",)
    list_filter = (
        StandingFilter,
        ("section", admin.RelatedFieldListFilter),
        IssueFilter,
        DepartmentFilter,
        ProjectFilter,
    )
    list_select_related = ("section", "issue", "page", "author")
    list_per_page = 50
    show_full_result_count = False
    search_fields = ("headline", "kicker", "deck", "byline", "plain")
    date_hierarchy = "published_at"
    ordering = ("-updated_at", "-id")
    actions = ["submit_selected", "publish_selected"]

    autocomplete_fields = ("issue", "page", "source_department", "departments")
    readonly_fields = ("log", "told", "set_text")

    # -- who sees what ----------------------------------------------------------------------

    def get_queryset(self, request: HttpRequest) -> QuerySet[Article]:
        articles: Any = super().get_queryset(request)
        return articles.readable_by(request.user)

    def has_change_permission(self, request: HttpRequest, obj: Article | None = None) -> bool:
        allowed = super().has_change_permission(request, obj)
        return allowed and (obj is None or workflow.may_edit(request.user, obj))

    def has_delete_permission(self, request: HttpRequest, obj: Article | None = None) -> bool:
        """Only drafts: what was public is withdrawn and kept."""
        allowed = super().has_delete_permission(request, obj)
        if obj is None:
            return allowed
        return allowed and obj.status == Status.DRAFT and workflow.may_edit(request.user, obj)

    def has_import_permission(self, request: HttpRequest) -> bool:
        return bool(request.user.has_perm(workflow.EDIT_ANY))

    def get_actions(self, request: HttpRequest) -> dict[str, Any]:
        actions = super().get_actions(request)
        if not request.user.has_perm(workflow.PUBLISH):
            actions.pop("publish_selected", None)
        return actions

    def get_fieldsets(self, request: HttpRequest, obj: Article | None = None) -> Fieldsets:
        placing = ["section", "issue", "page", "tags"]
        if request.user.has_perm(workflow.PUBLISH):
            placing += ["published_at", "front_order"]
        origin = ["missing", "is_advertising", "reprint_source", "reprint_author", "reprint_title"]
        text = "body" if self.has_change_permission(request, obj) or obj is None else "set_text"
        sets: Fieldsets = [
            (None, {"fields": ["kicker", "headline", "deck"]}),
            (_("Text"), {"fields": ["dateline", "byline", text, "summary"]}),
            (_("Place"), {"fields": placing}),
            (_("Departments"), {"fields": ["source_department", "departments"]}),
            (_("Origin"), {"fields": origin, "classes": ["collapse"]}),
        ]
        if obj:
            sets.append((_("What happened"), {"fields": ["told", "log"]}))
        return sets

    # -- the list ---------------------------------------------------------------------------

    def get_changelist_instance(self, request: HttpRequest) -> Any:
        """Pictures and last steps of all rows at once: two queries, however many rows."""
        found = super().get_changelist_instance(request)
        found.result_list = rows = list(found.result_list)
        prefetch_related_objects(rows, "photos")
        events = ArticleEvent.objects.filter(article__in=rows).select_related("by")
        latest = {event.article_id: event for event in events.order_by("at", "id")}
        for row in rows:
            row.latest = latest.get(row.pk)
        return found

    @admin.display(description=_("picture"), empty_value="")
    def thumb(self, article: Article) -> SafeString | str:
        photos = sorted(article.photos.all(), key=lambda photo: not photo.image)
        return thumbnail(photos[0]) if photos else ""

    @admin.display(description=_("headline"), ordering="headline")
    def title(self, article: Article) -> str:
        return article.headline

    @admin.display(description=_("status"), ordering="status")
    def standing(self, article: Article) -> SafeString:
        kind = "scheduled" if article.is_scheduled() else article.status
        return format_html('<span class="state {}">{}</span>', kind, article.standing)

    @admin.display(description=_("in print"), ordering="issue__date")
    def in_print(self, article: Article) -> str:
        if not article.issue:
            return "—"
        page = _("page {}").format(article.page.number) if article.page else ""
        return f"{article.issue.date:%m-%d} {page}".strip()

    @admin.display(description=_("writer"), ordering="author")
    def writer(self, article: Article) -> str:
        return person(article.author)

    @admin.display(description=_("last step"), ordering="updated_at")
    def last_step(self, article: Any) -> SafeString | str:
        event = article.latest
        if event is None:
            return "—"
        return format_html(
            '{} <small class="quiet">{} {}</small>',
            event.get_kind_display(),
            person(event.by),
            date_format(localtime(event.at), "m-d H:i"),
        )

    # -- the form ---------------------------------------------------------------------------

    @admin.display(description=_("text"))
    def set_text(self, article: Article) -> SafeString:
        """The text for those who only read it. Cleaned once more, as nothing here escapes it."""
        cleaned = mark_safe(clean_html(article.text))  # noqa: S308
        return format_html('<div class="set-text">{}</div>', cleaned)

    @admin.display(description=_("corrections"))
    def told(self, article: Article) -> str:
        rows = [(c, person(c.by)) for c in article.corrections.select_related("by")]
        return render_to_string("admin/articles/article/corrections.html", {"corrections": rows})

    @admin.display(description=_("steps"))
    def log(self, article: Article) -> str:
        rows = [(event, person(event.by)) for event in article.events.select_related("by")]
        return render_to_string("admin/articles/article/events.html", {"events": rows})

    def get_changeform_initial_data(self, request: HttpRequest) -> dict[str, Any]:
        initial: dict[str, Any] = super().get_changeform_initial_data(request)
        # A name to sign in with is nobody's byline: it stays empty until a person fills it in.
        return {"byline": full_name(request.user), **initial}  # type: ignore[arg-type]

    def render_change_form(
        self, request: HttpRequest, context: dict[str, Any], *args: Any, **kwargs: Any
    ) -> HttpResponse:
        """The editor's import map needs the nonce of this answer."""
        nonce = str(request.csp_nonce)  # type: ignore[attr-defined]
        context["media"] = Media.from_media(context["media"]).with_nonce(nonce)
        article = context.get("original")
        context["show_save_and_add_another"] = False
        for inline in context["inline_admin_formsets"]:
            inline.formset.come_back()
        context["steps"] = self.step_buttons(request, article) if article else []
        context["returned"] = returned_with(article) if article else None
        return super().render_change_form(request, context, *args, **kwargs)

    def changeform_view(
        self, request: HttpRequest, object_id: str | None = None, *args: Any, **kwargs: Any
    ) -> HttpResponse:
        """A picture that somebody deleted meanwhile is left out of what was sent, and named."""
        numbered = object_id and object_id.isdecimal() and len(object_id) <= LONGEST_NUMBER
        if request.method == "POST" and object_id and numbered:
            for caption in leave_out_gone(request, object_id):
                said = _("The picture “{}” was deleted meanwhile; its row was left out.")
                self.message_user(request, said.format(caption), messages.WARNING)
        return super().changeform_view(request, object_id, *args, **kwargs)

    def save_model(
        self, request: HttpRequest, obj: Article, form: ArticleForm, change: bool
    ) -> None:
        user: Any = request.user
        if not change:
            workflow.create_draft(article=obj, by=user)
        elif form.only_moves:
            workflow.place_on_front(article=obj, by=user)
        elif form.is_public:
            words = form.verb_words()
            workflow.save_published(article=obj, by=user, accept_broken=True, settle=False, **words)
        else:
            workflow.save_draft(article=obj, by=user, accept_broken=True, settle=False)

    def save_related(self, request: HttpRequest, form: Any, formsets: Any, change: bool) -> None:
        super().save_related(request, form, formsets, change)
        workflow.text_settled(form.instance)

    # -- many at once -----------------------------------------------------------------------

    @admin.action(description=_("Send to review"))
    def submit_selected(self, request: HttpRequest, queryset: QuerySet[Article]) -> None:
        self._each(request, queryset, workflow.submit_article)

    @admin.action(description=_("Publish"))
    def publish_selected(self, request: HttpRequest, queryset: QuerySet[Article]) -> None:
        self._each(request, queryset, workflow.publish_article)

    def _each(self, request: HttpRequest, queryset: QuerySet[Article], verb: Any) -> None:
        """One verb on every article by itself: what fails is told, the others go through."""
        done = scheduled = 0
        for article in queryset.select_related("issue"):
            try:
                verb(article=article, by=request.user)
                done += 1
                scheduled += article.is_scheduled()
            except (workflow.WorkflowError, PermissionDenied) as refusal:
                self.message_user(request, _named(article, refusal), messages.WARNING)
        if done:
            self.message_user(
                request,
                ngettext("{} article done.", "{} articles done.", done).format(done),
                messages.SUCCESS,
            )
        if scheduled:
            self.message_user(
                request,
                ngettext(
                    "{} article is scheduled: it becomes public with its issue or on its date.",
                    "{} articles are scheduled: they become public with their issue or on their "
                    "date.",
                    scheduled,
                ).format(scheduled),
            )


def _named(article: Article, refusal: Exception) -> str:
    """Why this one did not go through; its headline before it, where that does not name it."""
    said, name = str(refusal), article.headline
    return said if name in said else _("“{name}”: {reason}").format(name=name, reason=said)


def returned_with(article: Article) -> dict[str, Any] | None:
    """What a draft was returned with, as long as nothing else happened to it since."""
    if article.status != Status.DRAFT:
        return None
    last = article.events.select_related("by").first()
    if last is None or last.kind != ArticleEvent.Kind.RETURNED:
        return None
    return {"note": last.note, "by": person(last.by), "at": last.at}
