"""What else the paper wrote about the projects of an article."""

from __future__ import annotations

from typing import Any

from django import template

from articles.models import Article
from projects.models import Mention

register = template.Library()
OTHERS = 3


@register.inclusion_tag("projects/_same_project.html")
def same_project(article: Article) -> dict[str, Any]:
    """The newest other articles about a project that this one speaks of: one query."""
    mentioned = Mention.objects.filter(evidence__article=article).values("project")
    told_in = Mention.objects.filter(project__in=mentioned).values("evidence__article")
    others = Article.objects.published().filter(pk__in=told_in).exclude(pk=article.pk)
    return {"others": others.newest_first().only("headline", "published_at")[:OTHERS]}
