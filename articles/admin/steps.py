"""The steps of the workflow as pages and buttons, and the preview before them."""

from __future__ import annotations

from typing import Any

from django import forms
from django.contrib import admin, messages
from django.core.exceptions import PermissionDenied
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect
from django.template.response import TemplateResponse
from django.urls import path, reverse
from django.utils.formats import date_format
from django.utils.timezone import localtime
from django.utils.translation import gettext_lazy as _

from articles import clock, hooks, workflow
from articles.models import Article, ArticleEvent
from articles.preview import preview_response

# Publishing an article of an issue that is still to come, without waiting for it.
NOW = "publish_now"
VERBS: dict[str, Any] = {
    "submit": lambda article, by, note: workflow.submit_article(article=article, by=by),
    "return": lambda article, by, note: workflow.return_article(article=article, by=by, note=note),
    "publish": lambda article, by, note: workflow.publish_article(article=article, by=by),
    NOW: lambda article, by, note: workflow.publish_article(article=article, by=by, at=clock.now()),
    "unschedule": lambda article, by, note: workflow.unschedule_article(article=article, by=by),
    "withdraw": lambda article, by, note: workflow.withdraw_article(
        article=article, by=by, reason=note
    ),
    "reopen": lambda article, by, note: workflow.reopen_article(article=article, by=by, note=note),
}


TAKEN = {NOW: "publish"}  # the step of the workflow that a button takes


class NoteForm(forms.Form):
    note = forms.CharField(
        label=_("Note"), required=False, widget=forms.Textarea(attrs={"rows": 3})
    )


class StepPages(admin.ModelAdmin):
    """Mixed into the article's admin: `<pk>/step/<step>/` and `<pk>/preview/`."""

    def get_urls(self) -> list[Any]:
        view = self.admin_site.admin_view
        return [
            path("<int:pk>/step/<slug:step>/", view(self.step_view), name="articles_article_step"),
            path("<int:pk>/preview/", view(self.preview_view), name="articles_article_preview"),
            *super().get_urls(),
        ]

    def step_buttons(self, request: HttpRequest, article: Article) -> list[dict[str, Any]]:
        """The steps open to this user: those without words save the form on their way."""
        user: Any = request.user
        open_ones = workflow.steps_open_to(user, article)
        if "publish" in open_ones and waits_for_issue(article):
            open_ones.insert(open_ones.index("publish") + 1, NOW)
        return [
            {
                "name": step,
                "label": label_of(step, article),
                "needs_note": workflow.TRANSITIONS[TAKEN.get(step, step)].needs_note,
                "with_save": step in {"submit", "publish", NOW},
                "url": reverse(
                    "admin:articles_article_step", args=[article.pk, TAKEN.get(step, step)]
                ),
            }
            for step in open_ones
        ]

    def response_change(self, request: HttpRequest, obj: Article) -> HttpResponse:
        """A button “save and …” takes its step after the save; a correction that took quoted
        sentences away leads on to their figures."""
        if step := request.POST.get("_step"):
            answer = self._take(request, obj, step, "")
        else:
            answer = super().response_change(request, obj)
        return to_mend(request, obj) or answer

    def step_view(self, request: HttpRequest, pk: int, step: str) -> HttpResponse:
        """Asks before a step, says what hangs on it, takes it on POST."""
        article = get_object_or_404(self.get_queryset(request), pk=pk)
        if step not in workflow.TRANSITIONS:
            raise Http404
        if request.method == "POST":
            taken = NOW if step == "publish" and NOW in request.POST else step
            return self._take(request, article, taken, request.POST.get("note", ""))
        if not workflow.may_take(step, request.user, article):
            self.message_user(
                request, _("This step is not possible for you now."), messages.WARNING
            )
            return redirect("admin:articles_article_change", pk)
        transition = workflow.TRANSITIONS[step]
        context = {
            **self.admin_site.each_context(request),
            "title": transition.label,
            "subtitle": article.headline,
            "opts": self.opts,
            "article": article,
            "transition": transition,
            "step": step,
            "label": label_of(step, article),
            "waits": step == "publish" and waits_for_issue(article),
            "form": NoteForm(),
            "hanging": hooks.what_hangs_on(article) if step == "withdraw" else [],
        }
        return TemplateResponse(request, "admin/articles/article/step.html", context)

    def _take(self, request: HttpRequest, article: Article, step: str, note: str) -> HttpResponse:
        if step not in VERBS:
            raise Http404
        try:
            VERBS[step](article, request.user, note)
        except workflow.WordsMissingError as refusal:
            self.message_user(request, str(refusal), messages.ERROR)
            return redirect("admin:articles_article_step", article.pk, step)
        except (workflow.WorkflowError, PermissionDenied) as refusal:
            self.message_user(request, str(refusal), messages.ERROR)
        else:
            self.message_user(request, _told(article, step), messages.SUCCESS)
        return redirect("admin:articles_article_change", article.pk)

    def preview_view(self, request: HttpRequest, pk: int) -> HttpResponse:
        article = get_object_or_404(self.get_queryset(request), pk=pk)
        return preview_response(request, article)


def to_mend(request: HttpRequest, article: Article) -> HttpResponse | None:
    """The way to the figures whose sentences just went, for whoever may put them right."""
    if "accept_broken" not in request.POST:
        return None
    where = hooks.where_to_mend(article, request.user)
    return redirect(where) if where else None


def waits_for_issue(article: Article) -> bool:
    """Whether publishing it means the morning of its issue: no other moment is set."""
    return article.published_at is None and workflow.with_its_issue(article) is not None


def label_of(step: str, article: Article) -> Any:
    if step == NOW:
        return _("Publish now")
    if step == "publish" and article.issue and waits_for_issue(article):
        day = date_format(article.issue.date, str(_("N j")))
        return _("Publish with the issue of {day}").format(day=day)
    return workflow.TRANSITIONS[step].label


def _told(article: Article, step: str) -> str:
    """What a step has made of the article, in words."""
    if article.is_scheduled():
        assert article.published_at is not None
        said = _("“{headline}” is scheduled: it will be public on {moment}.")
        moment = date_format(localtime(article.published_at), "DATETIME_FORMAT")
        return said.format(headline=article.headline, moment=moment)
    event = str(ArticleEvent.Kind(workflow.TRANSITIONS[TAKEN.get(step, step)].event).label)
    status = str(article.get_status_display())
    if event == status:
        said = _("“{headline}” is “{status}” now.")
    else:
        said = _("“{headline}”: {step}. It is “{status}” now.")
    return said.format(headline=article.headline, step=event, status=status)
