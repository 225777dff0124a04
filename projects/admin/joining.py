"""Two projects made one, and facts moved to another: asked first, with what will happen."""

from __future__ import annotations

import hashlib
from typing import Any

from django import forms
from django.contrib import admin, messages
from django.contrib.admin.widgets import AutocompleteSelect
from django.core.exceptions import PermissionDenied, ValidationError
from django.db import transaction
from django.db.models import Count, QuerySet
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect
from django.template.response import TemplateResponse
from django.urls import path, reverse
from django.utils.translation import gettext_lazy as _

from projects.merging import (
    Joined,
    MergeError,
    facts_of,
    merge_projects,
    move_facts,
    what_is_joined,
)
from projects.models import Project

PAIR = 2


def chooser(label: Any, *, required: bool) -> forms.ModelChoiceField:
    """A project found by typing any of its printed names."""
    widget = AutocompleteSelect(Project._meta.get_field("parent"), admin.site)
    return forms.ModelChoiceField(
        Project.objects.all(), label=label, required=required, widget=widget
    )


class OtherForm(forms.Form):
    other = chooser(_("Project to merge into this one"), required=True)


class MoveForm(forms.Form):
    to = chooser(_("To this project"), required=False)
    name = forms.CharField(label=_("or to a new one named"), max_length=120, required=False)

    def clean(self) -> dict[str, Any]:
        data: dict[str, Any] = super().clean() or self.cleaned_data
        if not self.errors and bool(data.get("to")) == bool(data.get("name")):
            raise ValidationError(_("Choose a project, or name a new one."))
        return data


class JoiningPages(admin.ModelAdmin):
    """Mixed into the project's admin: `<pk>/merge/` and `<pk>/move/`."""

    def get_urls(self) -> list[Any]:
        view = self.admin_site.admin_view
        return [
            path("<int:pk>/merge/", view(self.merge_view), name="projects_project_merge"),
            path("<int:pk>/move/", view(self.move_view), name="projects_project_move"),
            *super().get_urls(),
        ]

    @admin.action(description=_("Merge the two selected projects"), permissions=["change"])
    def merge_selected(
        self, request: HttpRequest, queryset: QuerySet[Project]
    ) -> HttpResponse | None:
        """The one that more was said of stays, unless the page is told otherwise."""
        rows = list(queryset.annotate(said=Count("mentions")).order_by("-said", "pk"))
        if len(rows) != PAIR:
            self.message_user(request, _("Select exactly two projects."), messages.WARNING)
            return None
        return redirect(merge_address(rows[0], rows[1]))

    # -- merge ------------------------------------------------------------------------------

    def merge_view(self, request: HttpRequest, pk: int) -> HttpResponse:
        project = self._project(request, pk)
        given = request.POST if request.method == "POST" else request.GET
        form = OtherForm(given if "other" in given else None)
        if not form.is_bound or not form.is_valid():
            return self._page(request, "merge", project, _("Merge projects"), form=form)
        other: Project = form.cleaned_data["other"]
        if other.pk == project.pk:
            form.add_error("other", _("Choose another project than this one."))
            return self._page(request, "merge", project, _("Merge projects"), form=form)
        joined = what_is_joined(project, other)
        if request.method == "POST":
            if request.POST.get("seen") == seen(joined):
                return self._merge(request, project, other)
            self.message_user(
                request,
                _("Something was changed since you opened this page. Look at it again."),
                messages.WARNING,
            )
        return self._page(
            request,
            "merge",
            project,
            _("Merge projects"),
            other=other,
            joined=joined,
            seen=seen(joined),
            other_way=merge_address(other, project),
        )

    def _merge(self, request: HttpRequest, project: Project, other: Project) -> HttpResponse:
        user: Any = request.user
        name = str(other)
        try:
            merge_projects(project=project, merged=other, by=user)
        except MergeError as error:
            self.message_user(request, str(error), messages.ERROR)
        else:
            said = _("“{other}” was merged into “{name}”; its address leads here.")
            self.message_user(request, said.format(other=name, name=project), messages.SUCCESS)
        return redirect("admin:projects_project_change", project.pk)

    # -- move -------------------------------------------------------------------------------

    def move_view(self, request: HttpRequest, pk: int) -> HttpResponse:
        project = self._project(request, pk)
        rows = facts_of(project)
        chosen = request.POST.getlist("fact")
        form = MoveForm(request.POST if request.method == "POST" else None)
        if form.is_bound and form.is_valid():
            facts = [row for row in rows if str(row.uid) in chosen]
            try:
                to = self._move(request, project, facts, form.cleaned_data)
            except (MergeError, ValidationError) as error:
                form.add_error(None, str(error) if isinstance(error, MergeError) else error)
            else:
                said = _("Moved to “{name}”.").format(name=to)
                self.message_user(request, said, messages.SUCCESS)
                return redirect("admin:projects_project_change", to.pk)
        lines = [{"row": row, "chosen": str(row.uid) in chosen} for row in rows]
        return self._page(request, "move", project, _("Move facts"), form=form, lines=lines)

    def _move(
        self, request: HttpRequest, project: Project, facts: list[Any], given: dict[str, Any]
    ) -> Project:
        user: Any = request.user
        with transaction.atomic():
            to = given["to"]
            if to is None:
                if not self.has_add_permission(request):
                    raise PermissionDenied
                to = Project(name=given["name"].strip())
                to.full_clean(exclude=["identifiers"])
                to.save()
                self.log_addition(request, to, [{"added": {}}])
            move_facts(source=project, to=to, facts=facts, by=user)
        return to

    # -- both -------------------------------------------------------------------------------

    def _project(self, request: HttpRequest, pk: int) -> Project:
        project = get_object_or_404(self.get_queryset(request), pk=pk)
        if not self.has_change_permission(request, project):
            raise PermissionDenied
        return project

    def _page(
        self, request: HttpRequest, name: str, project: Project, title: Any, **context: Any
    ) -> HttpResponse:
        form = context.get("form")
        context |= {
            **self.admin_site.each_context(request),
            "title": title,
            "subtitle": str(project),
            "opts": self.opts,
            "project": project,
            "media": self.media + form.media if form else self.media,
        }
        template = f"admin/projects/project/{name}.html"
        status = 422 if form is not None and form.errors else 200
        return TemplateResponse(request, template, context, status=status)


def merge_address(project: Project, other: Project) -> str:
    return f"{reverse('admin:projects_project_merge', args=[project.pk])}?other={other.pk}"


def seen(joined: Joined) -> str:
    """All that the page showed, so that nothing is merged that nobody looked at."""
    facts = [(str(fact.uid), str(fact), fact.evidence.exact) for fact in joined.facts]
    phases = [(phase.pk, str(phase)) for phase in joined.phases]
    shown = (facts, joined.sentences, joined.names, phases, joined.differences)
    return hashlib.sha256(repr(shown).encode()).hexdigest()[:16]
