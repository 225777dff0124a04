"""What the followers of one project subscribe to: every article that speaks of it."""

from __future__ import annotations

from typing import Any

from django.db.models import Prefetch
from django.db.models.functions import StrIndex
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils import feedgenerator

from articles.feeds import ArticleItems, as_html, newest
from articles.linked_data import absolute
from articles.models import Article, Newspaper
from projects.models import Evidence, Project
from projects.removing import was_removed


class ProjectRss(ArticleItems):
    """An entry is an article, told by its sentences about the project in the order of
    the print, and leads to the first."""

    feed_url_name = "projects:rss"

    def __call__(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
        """The feed; 410 where its project was taken out, so that readers of feeds give it up."""
        try:
            return super().__call__(request, *args, **kwargs)
        except Http404:
            if was_removed(kwargs["pk"]):
                return render(request, "projects/410.html", status=410)
            raise

    def get_object(self, request: HttpRequest, pk: int) -> Project:
        found: Project = Project.objects.public().get(pk=pk)
        found.paper = Newspaper.objects.of_the_site()  # type: ignore[attr-defined]
        return found

    def title(self, project: Project) -> str:
        return f"{project.name} · 项目账本 · {self.author_name(project)}"

    def author_name(self, project: Project) -> str:
        paper = project.paper  # type: ignore[attr-defined]
        return paper.name if paper else project.name

    def description(self, project: Project) -> str:
        return project.summary or f"报上每次说到{project.name}"

    def link(self, project: Project) -> str:
        return absolute(project.get_absolute_url())

    def feed_url(self, project: Project) -> str:
        return absolute(reverse(self.feed_url_name, args=[project.pk]))

    def items(self, project: Project) -> Any:
        said = Evidence.objects.filter(projects=project)
        place = StrIndex("article__plain", "exact")
        standing = said.filter(broken=False).order_by(place, "id")
        found = newest(Article.objects.filter(pk__in=said.values("article")))
        return found.prefetch_related(Prefetch("evidence", standing, to_attr="sentences"))

    def item_description(self, item: Any) -> str:
        """The sentences about the project; first what was wrong in the article."""
        said = "".join(dict.fromkeys(each.exact for each in item.sentences))
        if not said:
            return super().item_description(item)
        return as_html(f"更正：{item.correction} {said}" if item.correction else said)

    def item_link(self, item: Any) -> str:
        return absolute((item.sentences or [item])[0].get_absolute_url())


class ProjectAtom(ProjectRss):
    feed_type = feedgenerator.Atom1Feed
    subtitle = ProjectRss.description
    feed_url_name = "projects:atom"
