"""Commit, discard, take back, go on: each asks first and says what will happen, or cannot."""

from __future__ import annotations

from typing import Any

from django.contrib import admin, messages
from django.core.exceptions import PermissionDenied
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.template.response import TemplateResponse
from django.urls import path, reverse
from django.utils.translation import gettext_lazy as _

from ingest.admin.revision import sent_revision
from ingest.again import not_known_to_be_in
from ingest.committing import commit_upload, what_stands_in_the_way
from ingest.desk.draft import Doc
from ingest.desk.filing import filed
from ingest.desk_place import Place
from ingest.desk_view import Desk
from ingest.doubt_words import in_already
from ingest.fact_lines import Ledger, lines_of
from ingest.known import known_names
from ingest.matching import section_names, without_section
from ingest.messages import IngestError
from ingest.models import Upload
from ingest.recognising import as_the_ledger_has_it
from ingest.reviewing import RESTING, discard_upload, may_review, resume_upload
from ingest.undoing import undo_upload, what_keeps_it

STATES = Upload.State
ENDINGS: dict[str, dict[str, Any]] = {
    "commit": {
        "title": _("Commit"),
        "from": (STATES.PROPOSED,),
        "done": _("“{name}” was committed. The articles are drafts now."),
    },
    "discard": {
        "title": _("Discard"),
        "from": (STATES.PROPOSED,),
        "done": _("“{name}” was set aside. The file and the work on it are kept."),
    },
    "undo": {
        "title": _("Take back"),
        "from": (STATES.COMMITTED,),
        "done": _("The import of “{name}” was taken back whole. The page is on the desk again."),
    },
    "resume": {
        "title": _("Go on with it"),
        "from": RESTING,
        "done": _("“{name}” is on the desk again, as it was left."),
    },
}


class EndingPages(admin.ModelAdmin):
    """Mixed into the upload's admin: `<pk>/commit/`, `<pk>/discard/`, `<pk>/undo/`,
    `<pk>/resume/`."""

    def get_urls(self) -> list[Any]:
        return [
            path(
                f"<int:pk>/{name}/",
                self.admin_site.admin_view(self.ending_view),
                {"name": name},
                name=f"ingest_upload_{name}",
            )
            for name in ENDINGS
        ] + super().get_urls()

    def ending_view(self, request: HttpRequest, pk: int, name: str) -> HttpResponse:
        upload: Upload = self._upload(request, pk)  # type: ignore[attr-defined]
        if not may_end(request.user, upload, name):
            raise PermissionDenied
        ending = ENDINGS[name]
        if upload.state not in ending["from"]:
            self.message_user(
                request,
                _("This upload is “{}” now.").format(upload.get_state_display()),
                messages.WARNING,
            )
            return redirect(upload.get_desk_url())
        if request.method == "POST":
            return self._end(request, upload, name)
        return self._ask(request, upload, name)

    def _end(self, request: HttpRequest, upload: Upload, name: str) -> HttpResponse:
        user: Any = request.user
        revision = sent_revision(request)
        try:
            if name == "commit":
                commit_upload(
                    upload=upload,
                    by=user,
                    revision=revision,
                    knowingly=bool(request.POST.get("knowingly")),
                    section=request.POST.get("section", ""),
                )
            elif name == "discard":
                discard_upload(upload=upload, revision=revision, by=user)
            elif name == "undo":
                undo_upload(upload=upload, by=user)
            else:
                resume_upload(upload=upload, by=user)
        except IngestError as error:
            self.message_user(request, str(error), messages.ERROR)
            return redirect(request.path)
        done = ENDINGS[name]["done"].format(name=upload.original_name)
        self.message_user(request, done, messages.SUCCESS)
        return redirect(upload.get_desk_url())

    def _ask(self, request: HttpRequest, upload: Upload, name: str) -> HttpResponse:
        names = section_names()
        context = {
            **self.admin_site.each_context(request),
            "title": ENDINGS[name]["title"],
            "subtitle": upload.original_name,
            "opts": self.opts,
            "upload": upload,
            "name": name,
            "obstacles": obstacles(upload, name),
            "coming": what_comes_in(upload) if name == "commit" else None,
            "again": again(upload) if name == "commit" else None,
            "unplaced": without_section(upload.document, names) if name == "commit" else None,
            "sections": names,
            "open_doubts": open_doubts(upload, request.user) if name == "commit" else None,
            "leaving": upload.records.count() if name == "undo" else None,
        }
        return TemplateResponse(request, "admin/ingest/upload/ending.html", context)


def may_end(user: Any, upload: Upload, name: str) -> bool:
    """Who commits also takes back; whoever reviews an upload may set it aside."""
    if name in ("discard", "resume"):
        return may_review(user, upload)
    return bool(user.has_perm("ingest.commit_upload"))


def obstacles(upload: Upload, name: str) -> list[str]:
    if name == "commit":
        return what_stands_in_the_way(filed(upload.document, upload.page_number))
    return what_keeps_it(upload) if name == "undo" else []


def again(upload: Upload) -> list[dict[str, str]]:
    """What is in already, in words, with the way to it; only editors are asked."""
    pages = {"upload": "ingest_upload_desk", "article": "articles_article_change"}
    return [
        {
            "sentence": in_already(each),
            "address": reverse(f"admin:{pages[each['what']]}", args=[each["pk"]]),
        }
        for each in not_known_to_be_in(upload)
    ]


def open_doubts(upload: Upload, user: Any) -> dict[str, Any] | None:
    """How many doubts nobody has looked at, and the place of the first on the desk."""
    waiting = Desk(upload, Place(), user).doubts
    if not waiting:
        return None
    return {"count": len(waiting), "first": upload.get_desk_url() + waiting[0]["link"]}


def _lines_in(doc: Doc, upload: Upload) -> int:
    """As many as the desk lists beside its articles, departments that are none left out."""
    beside = Ledger([], upload.issue_date)
    used = sum(each["use"] for article in doc["articles"] for each in article["departments"])
    return used + sum(len(lines_of(fact, beside)) for fact in doc["facts"])


def what_comes_in(upload: Upload) -> dict[str, Any]:
    """Counts of what a commit will make, and the names that are new in the ledger."""
    doc, known = as_the_ledger_has_it(upload.document), known_names()
    projects = [each for each in doc["facts"] if each["kind"] == "project"]
    printed = {
        each["printed"]
        for article in doc["articles"]
        for each in article["departments"]
        if each["use"] and not each["match"] and not known.department(each["printed"])
    }
    return {
        "articles": len(doc["articles"]),
        "facts": _lines_in(doc, upload),
        "projects": sorted({each["name"] for each in projects if not each["match"]}),
        "departments": sorted(printed),
        "loose": len(doc["loose"]),
    }
