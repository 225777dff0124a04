"""The news pages: section, article, department, tag. What is not published is not here."""

from __future__ import annotations

from datetime import date
from operator import attrgetter
from typing import Any

from django.db.models import Exists, OuterRef, Q, QuerySet, Subquery
from django.db.models.functions import JSONObject
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, render
from taggit.models import Tag

from articles import clock, linked_data
from articles.beside import beside
from articles.chrome import site_of
from articles.corrections import corrections_before
from articles.keyset import page_of
from articles.listing import (
    departments_in,
    in_the_news,
    of_department,
    of_month,
    opens,
    section_aside,
    tags_in,
)
from articles.models import Article, Issue, Status
from articles.preview import preview_response
from articles.stamp import adopt, kept, stamp_of, with_stamp
from departments.models import Department

BESIDE_TAG = 8
NAMED = JSONObject(pk="pk", headline="headline")


def section(request: HttpRequest, slug: str) -> HttpResponse:
    site = site_of(request)
    shown = site.section(slug)
    if shown is None:
        raise Http404("no such section")
    articles = Article.objects.filter(section__in=site.family(shown))
    month = month_of(request)
    if month:
        articles = of_month(articles, month)
    parent = next((top for top in site.sections if top.pk == shown.parent_id), shown)
    return render(
        request,
        "articles/section.html",
        {
            "section": shown,
            "parent": parent,
            "topics": site.children(parent),
            "page": page_of(articles.published(), request.GET),
            "month": month,
            "aside": section_aside(site.family(shown), stamp_of(request)),
            "current": parent.slug,
        },
    )


def corrections(request: HttpRequest) -> HttpResponse:
    """What the paper got wrong and has put right, and how a reader reports a mistake."""
    found = corrections_before(request.GET.get("before", ""))
    return render(request, "articles/corrections.html", {"page": found})


def month_of(request: HttpRequest) -> date | None:
    """`?month=2026-11`; anything else is an address we never gave."""
    text = request.GET.get("month")
    if not text:
        return None
    try:
        month = date.fromisoformat(f"{text}-01")
    except ValueError:
        raise Http404("no such month") from None
    if month.year not in clock.YEARS:
        raise Http404("no such month")
    return month


def department(request: HttpRequest, slug: str) -> HttpResponse:
    """A department that no published article speaks of is not shown: a draft may have made it."""
    departments = Department.objects.select_related("parent").annotate(parent_opens=opens("parent"))
    shown = get_object_or_404(with_stamp(departments), slug=slug)
    adopt(request, shown)
    page = page_of(of_department(shown).published(), request.GET)
    if not page.articles and page.is_first:
        raise Http404("no published article speaks of it")
    children = kept(f"children:{shown.pk}", stamp_of(request), lambda: children_of(shown))
    context = {"department": shown, "page": page, "children": children}
    return render(request, "departments/department.html", context)


def children_of(department: Department) -> list[Department]:
    """The parts of a department that are in the news, by name."""
    return sorted(in_the_news(department.children.all()), key=attrgetter("name"))


def tag(request: HttpRequest, slug: str) -> HttpResponse:
    """A tag without a published article is not shown: its name alone could tell."""
    shown = get_object_or_404(Tag, slug=slug)
    articles = tagged(shown)
    page = page_of(articles.published(), request.GET)
    if not page.articles and page.is_first:
        raise Http404("no published article has this tag")
    public = articles.published()
    departments, tags = kept(
        f"beside tag:{shown.pk}",
        stamp_of(request),
        lambda: (departments_in(public, BESIDE_TAG), tags_in(public, BESIDE_TAG + 1)),
    )
    others = [other for other in tags if other["slug"] != slug]
    context = {"tag": shown, "page": page, "departments": departments, "tags": others}
    return render(request, "articles/tag.html", context)


def tagged(tag: Tag) -> Any:
    items = tag.taggit_taggeditem_items.filter(
        content_type__app_label="articles", content_type__model="article"
    )
    return Article.objects.filter(pk__in=items.values("object_id"))


def article(request: HttpRequest, pk: int) -> HttpResponse:
    """The article; 410 when it was withdrawn, 404 when it never was public.

    `?preview` shows staff what is not public yet, by the rules of `articles.preview`.
    """
    found = get_object_or_404(with_stamp(with_neighbours(Article.objects.all())), pk=pk)
    adopt(request, found)
    if found.is_published():
        return render_article(request, found)
    if "preview" in request.GET:
        return preview_response(request, found)
    if found.status == Status.WITHDRAWN:
        return render(request, "410.html", status=410)
    raise Http404("not published")


def render_article(request: HttpRequest, article: Article, **extra: Any) -> HttpResponse:
    """The public page of one article, for the preview of the newsroom as well.

    `extra` overrides the context: `preview=True` and a `photo_address(photo, rendition)` of its
    own show what has no public pictures yet.
    """
    site = site_of(request)
    more = beside(article, stamp_of(request))
    context = {
        "article": article,
        "current": site.place(article.section),
        "photos": more.photos,
        "corrections": more.corrections,
        "tags": more.tags,
        "pictures": linked_data.picture_addresses(more.photos),
        "linked_data": linked_data.news_article(article, more, site.newspaper),
    }
    return render(request, "articles/article.html", {**context, **extra})


def with_neighbours(articles: QuerySet[Article]) -> QuerySet[Article]:
    """With the article before and after it in its section, `before` and `after`, and with
    `issue_is_public`: whether readers find the printed issue that it stands in."""
    others = Article.objects.published().filter(section=OuterRef("section"))
    # Articles of one issue share their moment: the key goes on where it is the same.
    moment, key = OuterRef("published_at"), OuterRef("pk")
    # The outer bound is for the index: no database walks it for the alternative alone.
    before = others.filter(Q(published_at__lt=moment) | Q(pk__lt=key), published_at__lte=moment)
    after = others.filter(Q(published_at__gt=moment) | Q(pk__gt=key), published_at__gte=moment)
    before, after = before.newest_first(), after.order_by("published_at", "pk")
    together = articles.select_related("section", "issue", "page__issue", "source_department")
    return together.annotate(
        before=Subquery(before.values(said=NAMED)[:1]),
        after=Subquery(after.values(said=NAMED)[:1]),
        issue_is_public=Exists(Issue.objects.published().filter(pk=OuterRef("issue"))),
    )
