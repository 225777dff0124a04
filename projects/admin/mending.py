"""The page to which a correction leads: the figures that lost their sentence, one after another."""

from __future__ import annotations

from typing import Any

from django.contrib import admin, messages
from django.core.exceptions import PermissionDenied, ValidationError
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect
from django.template.response import TemplateResponse
from django.urls import path
from django.utils.translation import gettext as _

from articles.models import Article
from projects.mending import Broken, broken_quotes, mend
from projects.models import Evidence


class MendingPages(admin.ModelAdmin):
    """Mixed into the evidence's admin: `mend/<article>/`."""

    def get_urls(self) -> list[Any]:
        view = self.admin_site.admin_view(self.mending_view)
        return [path("mend/<int:pk>/", view, name="projects_evidence_mend"), *super().get_urls()]

    def mending_view(self, request: HttpRequest, pk: int) -> HttpResponse:
        if not self.has_change_permission(request):
            raise PermissionDenied
        article = get_object_or_404(Article, pk=pk)
        refused: dict[int, list[str]] = {}
        if request.method == "POST":
            refused = self._mend(request, article)
            if not refused:
                return self._after(request, article)
        broken = broken_quotes(article)
        context = {
            **self.admin_site.each_context(request),
            "title": _("Figures that lost their sentence"),
            "subtitle": article.headline,
            "opts": self.opts,
            "article": article,
            "rows": [row_of(each, request, refused) for each in broken],
            "reason": request.POST.get("reason", last_correction(article)),
        }
        return TemplateResponse(request, "admin/projects/mend.html", context)

    def _mend(self, request: HttpRequest, article: Article) -> dict[int, list[str]]:
        """Mend what was ticked, each by itself; what could not be, with its reasons."""
        refused, chosen = {}, {each for each in request.POST.getlist("adopt") if each.isdecimal()}
        for quote in Evidence.objects.filter(article=article, broken=True, pk__in=chosen):
            sentence = request.POST.get(f"sentence-{quote.pk}", "")
            pk = quote.pk
            try:
                fresh = mend(
                    quote=quote,
                    sentence=sentence,
                    typed=request.POST.dict(),
                    reason=request.POST.get("reason", "").strip(),
                )
            except ValidationError as error:
                refused[pk] = error.messages
            else:
                self.log_change(request, fresh, _("Put on the corrected sentence."))
        return refused

    def _after(self, request: HttpRequest, article: Article) -> HttpResponse:
        if broken_quotes(article):
            return redirect(request.path)
        self.message_user(
            request, _("All figures of this article stand in their sentences."), messages.SUCCESS
        )
        return redirect("admin:articles_article_change", article.pk)


def row_of(broken: Broken, request: HttpRequest, refused: dict[int, list[str]]) -> dict[str, Any]:
    """A broken sentence with what was typed for it, else with what it seems to be now."""
    typed, pk = request.POST, broken.quote.pk
    return {
        "broken": broken,
        "sentence": typed.get(f"sentence-{pk}", broken.sentence),
        "figures": [(each, typed.get(each.key, each.now)) for each in broken.figures],
        "adopt": str(pk) in typed.getlist("adopt") if typed else bool(broken.sentence),
        "errors": refused.get(pk, []),
    }


def last_correction(article: Article) -> str:
    """What readers were told last: the reason of a sum that changes with it."""
    last = article.corrections.order_by("-pk").first()
    return last.text if last else ""
