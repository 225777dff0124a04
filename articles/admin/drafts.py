"""Unsaved text: a browser keeps what is typed until it hears that it was saved."""

from __future__ import annotations

import re
import secrets
from typing import Any

from django.conf import settings
from django.contrib import admin
from django.http import HttpRequest, HttpResponse
from django.urls import reverse

from articles.models import Article

TOKEN = re.compile(r"[0-9a-f]{32}")
AN_HOUR = 3600


class DraftPages(admin.ModelAdmin):
    """Mixed into the article's admin: every form has a token, and a cookie names the one whose
    text is saved. `static/newsroom/unsaved.js` drops that draft and offers the others again.

    A cookie, because the answer to a save is a redirect to any page of the newsroom. An answer
    that never came, or one that led to the login, sets none, so the text is kept.
    """

    def render_change_form(
        self, request: HttpRequest, context: dict[str, Any], *args: Any, **kwargs: Any
    ) -> HttpResponse:
        # A form that comes back with errors is the same one, and so is its draft.
        sent = request.POST.get("draft", "")
        context["draft_token"] = sent if TOKEN.fullmatch(sent) else secrets.token_hex(16)
        return super().render_change_form(request, context, *args, **kwargs)

    def response_add(
        self, request: HttpRequest, obj: Article, post_url_continue: str | None = None
    ) -> HttpResponse:
        return _saved(request, super().response_add(request, obj, post_url_continue))

    def response_change(self, request: HttpRequest, obj: Article) -> HttpResponse:
        return _saved(request, super().response_change(request, obj))


def _saved(request: HttpRequest, response: HttpResponse) -> HttpResponse:
    token = request.POST.get("draft", "")
    if TOKEN.fullmatch(token):
        response.set_cookie(
            "saved_draft",
            token,
            max_age=AN_HOUR,
            path=reverse("admin:index"),
            secure=settings.SESSION_COOKIE_SECURE,
            samesite="Lax",
        )
    return response
