"""Lists of published articles, and what stands beside them."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from typing import Any

from django.core.cache import cache
from django.db.models import Count, Exists, F, OuterRef, Q
from django.db.models.functions import TruncMonth
from django.utils import timezone
from taggit.models import TaggedItem

from articles.models import Article
from articles.querysets import ArticleQuerySet
from departments.models import Department
from departments.querysets import DepartmentQuerySet

Counts = Sequence[Mapping[str, Any]]

ASIDE_SECONDS = 60
DEPARTMENTS, TAGS, MONTHS = 6, 12, 12


def listed(articles: ArticleQuerySet) -> ArticleQuerySet:
    """With all that a row of a list shows: two queries, however long it is."""
    return (
        articles.published()
        .select_related("section", "issue", "page", "source_department")
        .prefetch_related("photos")
        .defer("plain")
    )


def of_department(department: Department) -> ArticleQuerySet:
    """Where the department is the source or is mentioned."""
    mentioned = Article.departments.through.objects.filter(department=department)
    return Article.objects.filter(
        Q(source_department=department) | Q(pk__in=mentioned.values("article"))
    )


def in_the_news(departments: DepartmentQuerySet) -> DepartmentQuerySet:
    """Those that a published article speaks of, as its source or by name."""
    public = Article.objects.published()
    return departments.filter(
        Exists(public.filter(source_department=OuterRef("pk")))
        | Exists(public.filter(departments=OuterRef("pk")))
    )


def of_month(articles: ArticleQuerySet, month: date) -> ArticleQuerySet:
    zone = timezone.get_current_timezone()
    first = datetime(month.year, month.month, 1, tzinfo=zone)
    last = (first + timedelta(days=31)).replace(day=1)
    return articles.filter(published_at__gte=first, published_at__lt=last)


@dataclass(frozen=True)
class Aside:
    """The right column: names with the number of their articles, the most first.

    `departments` and `tags` hold `{name, slug, count}`, `months` `{month, count}`, newest first.
    """

    departments: Counts
    tags: Counts
    months: Counts


def section_aside(section_ids: list[int]) -> Aside:
    """The stored fragment of a section page: kept for a minute, three queries when it is not."""
    key = f"aside:{':'.join(map(str, section_ids))}"
    found: Aside | None = cache.get(key)
    if found is None:
        found = _read_aside(section_ids)
        cache.set(key, found, ASIDE_SECONDS)
    return found


def _read_aside(section_ids: list[int]) -> Aside:
    articles = Article.objects.published().filter(section__in=section_ids)
    return Aside(
        departments=departments_in(articles, DEPARTMENTS),
        tags=tags_in(articles, TAGS),
        months=months_in(articles, MONTHS),
    )


def departments_in(articles: ArticleQuerySet, at_most: int) -> Counts:
    links = Article.departments.through.objects.filter(article__in=articles.values("pk"))
    counted = (
        links.values(slug=F("department__slug"))
        .annotate(
            name=F("department__name"),
            short_name=F("department__short_name"),
            count=Count("pk"),
        )
        .order_by("-count", "department__name")
    )
    return list(counted[:at_most])


def tags_in(articles: ArticleQuerySet, at_most: int) -> Counts:
    items = TaggedItem.objects.filter(
        content_type__app_label="articles",
        content_type__model="article",
        object_id__in=articles.values("pk"),
    )
    counted = (
        items.values(slug=F("tag__slug"))
        .annotate(name=F("tag__name"), count=Count("pk"))
        .order_by("-count", "tag__name")
    )
    return list(counted[:at_most])


def months_in(articles: ArticleQuerySet, at_most: int) -> Counts:
    counted = (
        articles.order_by()
        .values(month=TruncMonth("published_at"))
        .annotate(count=Count("pk"))
        .order_by("-month")
    )
    return list(counted[:at_most])
