"""What stands in the ledger is deleted one by one, with a reason in the log."""

from __future__ import annotations

from typing import Any

from django.contrib import admin, messages
from django.contrib.admin.models import DELETION, LogEntry
from django.contrib.admin.utils import unquote
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.utils.translation import gettext_lazy as _


class ReasonedDeletion(admin.ModelAdmin):
    """Mixed into the admins of the ledger: old figures are kept, and what goes is accounted for."""

    delete_confirmation_template = "admin/projects/delete_confirmation.html"

    def get_actions(self, request: HttpRequest) -> dict[str, Any]:
        actions = super().get_actions(request)
        actions.pop("delete_selected", None)
        return actions

    def delete_view(
        self, request: HttpRequest, object_id: str, extra_context: dict[str, Any] | None = None
    ) -> HttpResponse:
        if request.method == "POST" and not reason_of(request):
            self.message_user(request, _("Please say why."), messages.ERROR)
            return redirect(request.get_full_path())
        record = self.get_object(request, unquote(object_id))
        going = {"going": self.what_goes(record) if record else []}
        return super().delete_view(request, object_id, {**going, **(extra_context or {})})

    def what_goes(self, record: Any) -> list[str]:
        """What is said nowhere else and goes along, one line each."""
        return []

    def log_deletions(self, request: HttpRequest, queryset: Any) -> Any:
        return LogEntry.objects.log_actions(
            user_id=request.user.pk,  # type: ignore[arg-type]
            queryset=queryset,
            action_flag=DELETION,
            change_message=reason_of(request),
        )


def reason_of(request: HttpRequest) -> str:
    return request.POST.get("reason", "").strip()
