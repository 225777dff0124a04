"""The button on the desk that takes the date which the page prints."""

from __future__ import annotations

from typing import Any

from django.contrib import admin, messages
from django.core.exceptions import PermissionDenied
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.urls import path
from django.utils.formats import date_format
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from ingest.admin.revision import sent_revision
from ingest.messages import IngestError
from ingest.models import Upload
from ingest.rereading import read_as_printed
from ingest.reviewing import may_review


class RereadingPages(admin.ModelAdmin):
    """Mixed into the upload's admin: `<pk>/as-printed/`."""

    def get_urls(self) -> list[Any]:
        view = self.admin_site.admin_view(require_POST(self.as_printed_view))
        return [
            path("<int:pk>/as-printed/", view, name="ingest_upload_as_printed"),
            *super().get_urls(),
        ]

    def as_printed_view(self, request: HttpRequest, pk: int) -> HttpResponse:
        upload: Upload = self._upload(request, pk)  # type: ignore[attr-defined]
        user: Any = request.user
        if not (may_review(user, upload) and self.has_add_permission(request)):
            raise PermissionDenied
        try:
            found = read_as_printed(upload=upload, revision=sent_revision(request), by=user)
        except IngestError as error:
            self.message_user(request, str(error), messages.ERROR)
            return redirect(upload.get_desk_url())
        self.message_user(
            request,
            _("Read again as {paper} of {date}.").format(
                paper=found.newspaper, date=date_format(found.issue_date, "DATE_FORMAT")
            ),
            messages.SUCCESS,
        )
        return redirect(found.get_desk_url())
