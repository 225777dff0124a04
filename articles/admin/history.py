"""Every save is a version: listed, compared with today's text, and put back."""

from __future__ import annotations

from typing import Any

from django import forms
from django.contrib import admin, messages
from django.core.exceptions import PermissionDenied
from django.core.paginator import Paginator
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect
from django.template.response import TemplateResponse
from django.urls import path
from django.utils.translation import gettext_lazy as _

from articles import hooks, workflow
from articles.admin.differences import compared_fields
from articles.admin.steps import to_mend
from articles.models import Article
from articles.people import person
from articles.plain import plain_text

PER_PAGE = 50


class RestoreForm(forms.Form):
    """What a restored version needs beside the click: words where the article is public."""

    saving = forms.ChoiceField(
        label=_("This article is public"),
        required=False,
        choices=[
            ("correction", _("Readers see a correction")),
            ("reason", _("Fix silently, with a reason in the log")),
        ],
        widget=forms.RadioSelect,
    )
    words = forms.CharField(
        label=_("Correction or reason"), required=False, widget=forms.Textarea(attrs={"rows": 2})
    )
    accept_broken = forms.BooleanField(
        required=False, label=_("The quoted sentences may go; mark their figures as broken")
    )

    def verb_words(self) -> dict[str, str]:
        saving = self.cleaned_data["saving"]
        return {saving: self.cleaned_data["words"]} if saving else {}


class HistoryPages(admin.ModelAdmin):
    """Mixed into the article's admin: `<pk>/history/` and `<pk>/history/<version>/`."""

    def get_urls(self) -> list[Any]:
        view = self.admin_site.admin_view(self.version_view)
        return [
            path("<int:pk>/history/<int:version>/", view, name="articles_article_version"),
            *super().get_urls(),
        ]

    def history_view(
        self, request: HttpRequest, object_id: str, extra_context: Any = None
    ) -> HttpResponse:
        if (article := self.get_object(request, object_id)) is None:
            raise Http404
        page = Paginator(article.history.select_related("history_user"), PER_PAGE).get_page(
            request.GET.get("page")
        )
        context = {
            **self.admin_site.each_context(request),
            "title": _("Versions"),
            "subtitle": article.headline,
            "opts": self.opts,
            "article": article,
            "page_obj": page,
            "versions": [
                {
                    "record": record,
                    "by": person(record.history_user),
                    "is_latest": page.number == 1 and number == 0,
                }
                for number, record in enumerate(page)
            ],
        }
        return TemplateResponse(request, "admin/articles/article/versions.html", context)

    def version_view(self, request: HttpRequest, pk: int, version: int) -> HttpResponse:
        """The older text beside today's, before anything is replaced."""
        article = get_object_or_404(self.get_queryset(request), pk=pk)
        older = get_object_or_404(article.history, history_id=version)
        form = RestoreForm(request.POST if request.method == "POST" else None)
        if request.method == "POST" and form.is_valid():
            if response := self._restore(request, article, older, form):
                return response
            article.refresh_from_db()
        now = {name: getattr(article, name) for name in workflow.VERSIONED}
        context = {
            **self.admin_site.each_context(request),
            "title": _("Compare versions"),
            "subtitle": article.headline,
            "opts": self.opts,
            "article": article,
            "older": older,
            "older_by": person(older.history_user),
            "fields": compared_fields(older, now, workflow.VERSIONED),
            "broken_quotes": hooks.quotes_broken_by(article, plain_of(older, article)),
            "form": form,
            "is_public": article.is_published(),
            "may_restore": self.has_change_permission(request, article),
        }
        return TemplateResponse(request, "admin/articles/article/version.html", context)

    def _restore(
        self, request: HttpRequest, article: Article, older: Any, form: RestoreForm
    ) -> HttpResponse | None:
        try:
            workflow.restore_version(
                article=article,
                version=older,
                by=request.user,  # type: ignore[arg-type]
                accept_broken=form.cleaned_data["accept_broken"],
                **form.verb_words(),
            )
        except (workflow.WorkflowError, PermissionDenied) as refusal:
            self.message_user(request, str(refusal), messages.ERROR)
            return None
        self.message_user(request, _("The older version stands again."), messages.SUCCESS)
        return to_mend(request, article) or redirect("admin:articles_article_change", article.pk)


def plain_of(version: Any, article: Article) -> str:
    """The plain text that the article would have with the words of `version`."""
    return plain_text(
        heads=[version.kicker, version.headline, version.deck],
        body=version.body,
        dateline=version.dateline,
        captions=article.photos.values_list("caption", flat=True),
    )
