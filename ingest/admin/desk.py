"""The review desk: one page, and one address to which every step is posted."""

from __future__ import annotations

from typing import Any
from urllib.parse import urlsplit

from django.contrib import admin, messages
from django.http import HttpRequest, HttpResponse, QueryDict
from django.middleware.csrf import get_token
from django.shortcuts import get_object_or_404, redirect, render
from django.template.response import TemplateResponse
from django.urls import path
from django.utils.cache import patch_vary_headers
from django.utils.translation import gettext as _

from articles.bounds import MOST_PAGES
from ingest.admin.steps import step_of
from ingest.desk_place import LOOSE, Place
from ingest.desk_view import Desk, fact_of
from ingest.forms import BODY_LABELS, ENDS, fact_form, milestone_forms, sum_forms
from ingest.messages import IngestError
from ingest.models import Upload
from ingest.outcome import outcome_of
from ingest.reviewing import RESTING, UNDO, StaleError, may_review, take_back, take_step
from projects.models import Investment


class DeskPages(admin.ModelAdmin):
    """Mixed into the upload's admin: `<pk>/desk/`."""

    def get_urls(self) -> list[Any]:
        view = self.admin_site.admin_view
        return [
            path("<int:pk>/desk/", view(self.desk_view), name="ingest_upload_desk"),
            *super().get_urls(),
        ]

    def desk_view(self, request: HttpRequest, pk: int) -> HttpResponse:
        upload = self._upload(request, pk)
        if upload.state != Upload.State.PROPOSED:
            return self._outcome_page(request, upload)
        if request.method == "POST":
            return self._step(request, upload)
        return self._show(request, Desk(upload, Place.read(request.GET), self._user(request)))

    def _upload(self, request: HttpRequest, pk: int) -> Upload:
        found = self.get_queryset(request).defer(None).defer("machine")
        return get_object_or_404(found.select_related("newspaper", "uploaded_by"), pk=pk)

    def _user(self, request: HttpRequest) -> Any:
        return request.user

    # -- a step -----------------------------------------------------------------------------

    def _step(self, request: HttpRequest, upload: Upload) -> HttpResponse:
        place = Place.read(request.GET)
        try:
            changed = self._take(request, upload)
        except IngestError as error:
            return self._refused(request, upload, place, error)
        changed.newspaper, changed.uploaded_by = upload.newspaper, upload.uploaded_by
        after = after_step(request.POST, place, upload.document, changed.document)
        if not request.htmx:  # type: ignore[attr-defined]
            return redirect(f"{upload.get_desk_url()}{after.here}{anchor(request.POST)}")
        response = self._show(request, Desk(changed, after, self._user(request)))
        response["HX-Replace-Url"] = upload.get_desk_url() + after.here
        return response

    def _take(self, request: HttpRequest, upload: Upload) -> Upload:
        action, values = step_of(request.POST)
        try:
            revision = int(request.POST.get("revision", ""))
        except ValueError:
            raise IngestError(_("The form is not complete: {}").format("revision")) from None
        user = self._user(request)
        if action == UNDO:
            return take_back(upload=upload, revision=revision, by=user)
        return take_step(upload=upload, revision=revision, action=action, values=values, by=user)

    def _refused(
        self, request: HttpRequest, upload: Upload, place: Place, error: IngestError
    ) -> HttpResponse:
        """The page as it is now, with what was typed still in its form and the reason on top."""
        stored = self._upload(request, upload.pk)
        if stored.state != Upload.State.PROPOSED:
            self.message_user(request, str(error), messages.ERROR)
            return redirect(stored.get_desk_url())
        desk = Desk(stored, place, self._user(request), typed=request.POST.dict())
        status = 409 if isinstance(error, StaleError) else 422
        response = self._show(request, desk, refusal=str(error), status=status)
        response["HX-Replace-Url"] = "false"
        return response

    # -- the page ---------------------------------------------------------------------------

    def _show(
        self, request: HttpRequest, desk: Desk, refusal: str = "", status: int = 200
    ) -> HttpResponse:
        context = {**self._context(request, desk), "refusal": refusal}
        if request.htmx:  # type: ignore[attr-defined]
            template = "admin/ingest/upload/desk_parts.html"
            response = render(request, template, context, status=status)
        else:
            context |= self.admin_site.each_context(request) | paper_of(desk.upload)
            response = TemplateResponse(
                request, "admin/ingest/upload/desk.html", context, status=status
            )
        patch_vary_headers(response, ["HX-Request"])
        response["Cache-Control"] = "private, no-store"
        return response

    def _context(self, request: HttpRequest, desk: Desk) -> dict[str, Any]:
        fact = fact_of(desk)
        projects = [each["name"] for each in desk.doc["facts"] if each["kind"] == "project"]
        return {
            "desk": desk,
            "upload": desk.upload,
            "place": desk.place,
            "article": desk.article,
            "opts": self.opts,
            "csrf_token": get_token(request),
            "title": _("Review"),
            "subtitle": desk.upload.original_name,
            "may_commit": request.user.has_perm("ingest.commit_upload"),
            "may_review": may_review(request.user, desk.upload),
            "body_labels": BODY_LABELS,
            "ends": ENDS,
            "most_pages": MOST_PAGES,
            "measures": Investment.Measure.choices,
            "fact": fact,
            "fact_form": fact_form(fact, desk.typed, projects) if fact else None,
            "sum_forms": sum_forms(fact, desk.typed) if fact else [],
            "milestone_forms": milestone_forms(fact, desk.typed) if fact else [],
            "same_source": shows_same_source(request, desk),
        }

    # -- what came of it --------------------------------------------------------------------

    def _outcome_page(self, request: HttpRequest, upload: Upload) -> HttpResponse:
        """An upload that is not on the desk any more: what came in, and what can be done."""
        context = {
            **self.admin_site.each_context(request),
            "title": upload.original_name,
            "opts": self.opts,
            "upload": upload,
            "outcome": outcome_of(upload),
            "may_commit": request.user.has_perm("ingest.commit_upload"),
            "may_resume": upload.state in RESTING and may_review(request.user, upload),
        }
        return TemplateResponse(request, "admin/ingest/upload/outcome.html", context)


def paper_of(upload: Upload) -> dict[str, Any]:
    """The paper of the site, which every page of the newsroom names, where it is at hand."""
    return {"paper": upload.newspaper} if upload.newspaper.is_site else {}


def after_step(post: QueryDict, place: Place, before: Any, after: Any) -> Place:
    """Where one stands after a step: its form is closed, a new or gone article is followed."""
    old, new = ([each["id"] for each in doc["articles"]] for doc in (before, after))
    article = place.article
    if article and article != LOOSE and article not in new:
        article = post.get("to", "")
    if post.get("action") == "new_article":
        article = next((each for each in new if each not in old), article)
    fact = place.fact if post.get("stay") else ""
    return Place(article=article, fact=fact)


def anchor(post: QueryDict) -> str:
    """The part or fact that a step was about, so that the page opens there again."""
    identity = post.get("part") or post.get("fact") or ""
    return f"#{identity}" if identity.isalnum() else ""


def shows_same_source(request: HttpRequest, desk: Desk) -> bool:
    """Whether the source column on the screen stands as it is: same article, same pieces."""
    asked = getattr(request, "htmx", None)
    if not asked or request.POST.get("action") not in QUIET:
        return False
    query = QueryDict(urlsplit(asked.current_url or "").query)
    return Place.read(query).article == desk.place.article


QUIET = {
    *("edit_fact", "drop_fact", "add_fact", "use_department", "skip_department"),
    *("edit_milestone", "drop_milestone"),
    *("match_department", "add_department", "edit_article"),
}
