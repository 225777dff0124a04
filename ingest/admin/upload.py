"""Uploads: sending a file in, the list of them, the original, and the way to the desk."""

from __future__ import annotations

from typing import Any

from django.conf import settings
from django.contrib import admin, messages
from django.core.exceptions import PermissionDenied
from django.db.models import QuerySet
from django.http import FileResponse, Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect
from django.template.response import TemplateResponse
from django.urls import path
from django.utils.html import format_html
from django.utils.safestring import SafeString
from django.utils.translation import gettext_lazy as _
from django.views.decorators.csrf import csrf_exempt

from articles.people import person
from ingest.admin.desk import DeskPages
from ingest.admin.ending import EndingPages
from ingest.admin.quota import QuotaHandler
from ingest.admin.rereading import RereadingPages
from ingest.forms import UploadForm
from ingest.messages import IngestError, filled_lines, warnings_of
from ingest.models import Upload
from ingest.querysets import with_counts
from ingest.receiving import SameFileError, receive_upload

SEES_ALL = "ingest.commit_upload"


@admin.register(Upload)
class UploadAdmin(EndingPages, RereadingPages, DeskPages, admin.ModelAdmin):
    """Journalists see their own uploads, those who commit see all. An upload is never deleted:
    its original is kept for ever."""

    list_display = ("file_name", "standing", "issue_date", "page_number", "counts", "who", "when")
    list_display_links = ("file_name",)
    list_filter = ("state", "newspaper")
    list_select_related = ("uploaded_by",)
    list_per_page = 50
    show_full_result_count = False
    search_fields = ("original_name", "issue_date")
    date_hierarchy = "issue_date"
    ordering = ("-uploaded_at", "-id")
    actions = None

    def get_queryset(self, request: HttpRequest) -> QuerySet[Upload]:
        found = super().get_queryset(request).defer("machine", "current")
        if request.user.has_perm(SEES_ALL):
            return found
        return found.filter(uploaded_by=request.user.pk)

    def has_delete_permission(self, request: HttpRequest, obj: Upload | None = None) -> bool:
        return False

    def get_urls(self) -> list[Any]:
        view = self.admin_site.admin_view
        return [
            path("add/", self.receive_view, name="ingest_upload_add"),
            path("<int:pk>/original/", view(self.original_view), name="ingest_upload_original"),
            *super().get_urls(),
        ]

    # -- the list ---------------------------------------------------------------------------

    def get_changelist_instance(self, request: HttpRequest) -> Any:
        found = super().get_changelist_instance(request)
        found.result_list = with_counts(found.result_list)
        return found

    @admin.display(description=_("file"), ordering="original_name")
    def file_name(self, upload: Upload) -> str:
        return upload.original_name

    @admin.display(description=_("state"), ordering="state")
    def standing(self, upload: Upload) -> SafeString:
        return format_html(
            '<span class="state {}">{}</span>', upload.state, upload.get_state_display()
        )

    @admin.display(description=_("content"))
    def counts(self, upload: Any) -> str:
        if upload.article_count is None:
            return "—"
        return _("{articles} articles, {facts} projects or promises").format(
            articles=upload.article_count, facts=upload.fact_count
        )

    @admin.display(description=_("uploaded by"), ordering="uploaded_by")
    def who(self, upload: Upload) -> str:
        return person(upload.uploaded_by)

    @admin.display(description=_("uploaded at"), ordering="uploaded_at")
    def when(self, upload: Upload) -> Any:
        return upload.uploaded_at

    def change_view(
        self, request: HttpRequest, object_id: str, form_url: str = "", extra_context: Any = None
    ) -> HttpResponse:
        """What can be said about an upload stands on its desk."""
        if (upload := self.get_object(request, object_id)) is None:
            raise Http404
        return redirect(upload.get_desk_url())

    # -- sending in -------------------------------------------------------------------------

    @property
    def receive_view(self) -> Any:
        """The quota must stand before the body is read, so the token is checked after it."""

        def receive(request: HttpRequest) -> HttpResponse:
            quota = QuotaHandler(request, settings.UPLOAD_MAX_BYTES)
            if request.method == "POST":
                request.upload_handlers.insert(0, quota)
            inner = self.admin_site.admin_view(self.add_page)
            return inner(request, quota)

        return csrf_exempt(receive)

    def add_page(self, request: HttpRequest, quota: QuotaHandler) -> HttpResponse:
        if not self.has_add_permission(request):
            raise PermissionDenied
        if request.method != "POST":
            return self._form_page(request, UploadForm())
        form = UploadForm(request.POST, request.FILES, refused=quota.refused)
        if quota.refused:
            form.is_valid()
            return self._form_page(request, form, status=413)
        if form.is_valid() and (upload := self._receive(request, form)):
            self.message_user(
                request,
                _("{name} was read as {encoding}.").format(
                    name=upload.original_name, encoding=upload.encoding.upper()
                ),
                messages.SUCCESS,
            )
            for line in filled_lines(upload, form.cleaned_data):
                self.message_user(request, line)
            for line in warnings_of(upload):
                self.message_user(request, line, messages.WARNING)
            return redirect(upload.get_desk_url())
        return self._form_page(request, form, status=422)

    def _receive(self, request: HttpRequest, form: UploadForm) -> Upload | None:
        given = form.cleaned_data
        try:
            return receive_upload(
                data=given["file"].read(),
                name=given["file"].name,
                newspaper=given["newspaper"],
                issue_date=given["issue_date"],
                number=given["number"],
                page_number=given["page_number"],
                by=request.user,  # type: ignore[arg-type]
            )
        except SameFileError as error:
            form.add_error("file", self._with_link(request, error))
        except IngestError as error:
            form.add_error("file", str(error))
        return None

    def _with_link(self, request: HttpRequest, error: SameFileError) -> str | SafeString:
        """The earlier upload, linked where this user may open it."""
        if not self.get_queryset(request).filter(pk=error.upload.pk).exists():
            return str(error)
        return format_html(
            '{} <a href="{}">{}</a>', str(error), error.upload.get_desk_url(), _("Open it")
        )

    def _form_page(
        self, request: HttpRequest, form: UploadForm, status: int = 200
    ) -> TemplateResponse:
        context = {
            **self.admin_site.each_context(request),
            "title": _("Upload an issue"),
            "opts": self.opts,
            "form": form,
        }
        template = "admin/ingest/upload/upload_form.html"
        return TemplateResponse(request, template, context, status=status)

    # -- the original -----------------------------------------------------------------------

    def original_view(self, request: HttpRequest, pk: int) -> FileResponse:
        """The file as it came in, byte for byte, to be kept and never to be shown."""
        upload = get_object_or_404(self.get_queryset(request), pk=pk)
        response = FileResponse(
            upload.file.open("rb"),
            as_attachment=True,
            filename=upload.original_name,
            content_type="application/octet-stream",
        )
        response["X-Content-Type-Options"] = "nosniff"
        response["Cache-Control"] = "private, no-store"
        return response
