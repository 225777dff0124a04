"""The newsroom: Django's admin with a menu by subject and a desk instead of an index."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from django.contrib import admin
from django.http import HttpRequest
from django.template.response import TemplateResponse
from django.urls import NoReverseMatch, reverse
from django.utils.functional import Promise, SimpleLazyObject
from django.utils.translation import gettext_lazy as _

from articles import clock
from articles.models import Newspaper
from articles.people import person
from pingyao_cms.sign_in import SignInForm


@dataclass(frozen=True)
class Entry:
    """One line of the menu: a model's list under a name of the newsroom."""

    label: str | Promise
    model: str
    icon: str


BASICS = _("Basics")

# Where the number beside a line leads: to what it counts.
COUNTED = {"projects.target": "?public=overdue"}

MENU: list[tuple[str | Promise, list[Entry]]] = [
    (
        _("Articles"),
        [
            Entry(_("Articles"), "articles.article", "article"),
            Entry(_("Pictures"), "articles.photo", "picture"),
            Entry(_("Issues and pages"), "articles.issue", "issue"),
        ],
    ),
    (_("Import"), [Entry(_("Upload and review"), "ingest.upload", "upload")]),
    (
        _("Ledger"),
        [
            Entry(_("Projects"), "projects.project", "project"),
            Entry(_("Promises"), "projects.target", "target"),
            Entry(_("Investments"), "projects.investment", "money"),
            Entry(_("Evidence"), "projects.evidence", "quote"),
        ],
    ),
    (
        BASICS,
        [
            Entry(_("Departments"), "departments.department", "department"),
            Entry(_("Sections"), "articles.section", "section"),
            Entry(_("Sectors"), "projects.sector", "sector"),
            Entry(_("Newspapers"), "articles.newspaper", "newspaper"),
            Entry(_("Tags"), "taggit.tag", "tag"),
            Entry(_("Old addresses"), "redirects.redirect", "redirect"),
            Entry(_("People and rights"), "auth.user", "person"),
        ],
    ),
]


class NewsroomAdminSite(admin.AdminSite):
    site_title = _("Newsroom")
    site_header = _("Newsroom")
    index_title = _("Desk")
    enable_nav_sidebar = True
    login_form = SignInForm

    def each_context(self, request: HttpRequest) -> dict[str, Any]:
        user: Any = request.user
        return {
            **super().each_context(request),
            "paper": SimpleLazyObject(Newspaper.objects.of_the_site),
            "menu": self.menu(request),
            "today": clock.today(),
            "user_label": person(user) if user.is_authenticated else "",
            "may_search": user.has_perm("articles.view_article"),
            "may_write": user.has_perm("articles.add_article"),
            "upload_url": address("ingest_upload_add")
            if user.has_perm("ingest.add_upload")
            else "",
        }

    def menu(self, request: HttpRequest) -> list[dict[str, Any]]:
        """The groups and lines of this user; the basics only for those who keep them."""
        from pingyao_cms.dashboard import badges

        waiting = badges(request.user) if request.user.is_authenticated else {}
        groups = []
        for label, entries in MENU:
            right = "change" if label is BASICS else "view"
            lines = [
                self.line(request, entry, waiting.get(entry.model))
                for entry in entries
                if self.may(request, right, entry.model)
            ]
            if lines:
                groups.append({"label": label, "lines": lines})
        return groups

    def may(self, request: HttpRequest, right: str, name: str) -> bool:
        model_admin = next(
            (kept for model, kept in self._registry.items() if model._meta.label_lower == name),
            None,
        )
        if model_admin is None:
            return False
        return bool(getattr(model_admin, f"has_{right}_permission")(request))

    def line(self, request: HttpRequest, entry: Entry, badge: int | None) -> dict[str, Any]:
        url = address("{}_{}_changelist".format(*entry.model.split(".")))
        current = bool(url) and request.path.startswith(url)
        counted = f"{url}{COUNTED[entry.model]}" if badge and entry.model in COUNTED else ""
        return {
            "entry": entry,
            "url": url,
            "current": current,
            "badge": badge,
            "counted": counted,
        }

    def index(
        self, request: HttpRequest, extra_context: dict[str, Any] | None = None
    ) -> TemplateResponse:
        from pingyao_cms.dashboard import desk

        return super().index(request, {**desk(request), **(extra_context or {})})


def address(name: str, *args: Any) -> str:
    """The address of a page of the newsroom, or nothing where there is none."""
    try:
        return reverse(f"admin:{name}", args=args)
    except NoReverseMatch:
        return ""
