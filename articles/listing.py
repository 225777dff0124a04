"""Lists of published articles, and what stands beside them."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from typing import Any

from django.db.models import Count, Exists, F, OuterRef, Q, Value
from django.utils import timezone
from taggit.models import TaggedItem

from articles.models import Article
from articles.querysets import ArticleQuerySet
from articles.stamp import Key, kept
from departments.models import Department
from departments.querysets import DepartmentQuerySet

Counts = Sequence[Mapping[str, Any]]

DEPARTMENTS, TAGS, MONTHS = 6, 12, 12
CHUNK = 200


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


def opens(path: str) -> Exists:
    """Whether the department at `path` has a page of its own for readers."""
    return Exists(in_the_news(Department.objects.filter(pk=OuterRef(path))))


def of_month(articles: ArticleQuerySet, month: date) -> ArticleQuerySet:
    zone = timezone.get_current_timezone()
    first = datetime(month.year, month.month, 1, tzinfo=zone)
    last = (first + timedelta(days=31)).replace(day=1)
    return articles.filter(published_at__gte=first, published_at__lt=last)


@dataclass(frozen=True, eq=False)
class Aside:
    """The right column: names with the number of their articles, the most first. Never changed.

    `departments` and `tags` hold `{name, slug, count}`, `months` `{month, count}`, newest first.
    """

    departments: Counts
    tags: Counts
    months: Counts


def section_aside(section_ids: list[int], stamp: Key | None) -> Aside:
    """Three queries where something was written since they were last made, else none."""
    name = f"aside:{':'.join(map(str, section_ids))}"
    return kept(name, stamp, lambda: _read_aside(section_ids))


def _read_aside(section_ids: list[int]) -> Aside:
    articles = Article.objects.published().filter(section__in=section_ids)
    return Aside(
        departments=departments_in(articles, DEPARTMENTS),
        tags=tags_in(articles, TAGS),
        months=months_in(articles, MONTHS),
    )


def departments_in(articles: ArticleQuerySet, at_most: int) -> Counts:
    return list(_departments(articles).order_by("-count", "name")[:at_most])


def _departments(articles: ArticleQuerySet) -> Any:
    links = Article.departments.through.objects.filter(article__in=articles.values("pk"))
    return links.values(slug=F("department__slug")).annotate(
        name=F("department__name"),
        short_name=F("department__short_name"),
        count=Count("pk"),
    )


def tags_in(articles: ArticleQuerySet, at_most: int) -> Counts:
    return list(_tags(articles).order_by("-count", "name")[:at_most])


def _tags(articles: ArticleQuerySet) -> Any:
    items = TaggedItem.objects.filter(
        content_type__app_label="articles",
        content_type__model="article",
        object_id__in=articles.values("pk"),
    )
    return items.values(slug=F("tag__slug")).annotate(name=F("tag__name"), count=Count("pk"))


def names_in(articles: ArticleQuerySet) -> tuple[Counts, Counts]:
    """What `departments_in` and `tags_in` find, all of it and in one query: for short lists."""
    kind = ("kind", "slug", "name", "short_name", "count")
    departments = _departments(articles).annotate(kind=Value("department"))
    tags = _tags(articles).annotate(kind=Value("tag"), short_name=Value(""))
    both = departments.values_list(*kind).union(tags.values_list(*kind), all=True)
    found: dict[str, list[Mapping[str, Any]]] = {"department": [], "tag": []}
    for row in sorted(both, key=lambda row: (-row[4], row[2])):
        found[row[0]].append(dict(zip(kind, row, strict=True)))
    return found["department"], found["tag"]


def months_in(articles: ArticleQuerySet, at_most: int) -> Counts:
    """The newest months, read no further back: a month is of the county, not of the database."""
    moments = articles.order_by("-published_at").values_list("published_at", flat=True)
    counts: Counter[date] = Counter()
    for moment in moments.iterator(chunk_size=CHUNK):
        month = timezone.localtime(moment).date().replace(day=1)
        if month not in counts and len(counts) == at_most:
            break
        counts[month] += 1
    return [{"month": month, "count": count} for month, count in counts.items()]
