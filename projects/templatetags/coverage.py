"""What else the paper wrote about the projects of an article."""

from __future__ import annotations

from operator import attrgetter
from typing import Any

from django import template
from django.template import Context

from articles.models import Article
from articles.stamp import kept, stamp_of
from departments.models import Department
from projects.models import Mention, Project
from projects.templatetags.ledger import facts_in

register = template.Library()
OTHERS = 3
LED = 12


@register.simple_tag(takes_context=True)
def led_projects(context: Context, department: Department) -> list[Project]:
    stamp = stamp_of(context["request"])
    return kept(f"led:{department.pk}", stamp, lambda: projects_led_by(department))


def projects_led_by(department: Department) -> list[Project]:
    """The first public projects of a department, by name: one query."""
    public = Project.objects.public().filter(lead=department).only("name", "stage")
    return sorted(public, key=attrgetter("name"))[:LED]


@register.inclusion_tag("projects/_same_project.html", takes_context=True)
def same_project(context: Context, article: Article) -> dict[str, Any]:
    """Other articles about a project that this one speaks of; no query where it speaks of none."""
    if not facts_in(context, article).quotes:
        return {"others": []}
    stamp = stamp_of(context["request"])
    return {"others": kept(f"others:{article.pk}", stamp, lambda: others_about(article))}


def others_about(article: Article) -> list[Article]:
    """The newest articles with a project of this one: one query."""
    mentioned = Mention.objects.filter(evidence__article=article).values("project")
    told_in = Mention.objects.filter(project__in=mentioned).values("evidence__article")
    others = Article.objects.published().filter(pk__in=told_in).exclude(pk=article.pk)
    return list(others.newest_first().only("headline", "published_at")[:OTHERS])
