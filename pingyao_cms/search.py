"""The search page: news, projects and departments, with filters counted from what was found."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass
from datetime import date, timedelta

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils.safestring import SafeString

from articles import clock
from articles.chrome import Site, site_of
from articles.excerpts import excerpt, highlight
from articles.listing import Counts, names_in
from articles.models import Article
from articles.search import LONGEST, MOST, Hit, midnight, search_counted, words_of
from articles.stamp import stamp_of
from chinese.sought import anywhere
from pingyao_cms.nearest import Nearest, nearest_to
from projects.found import projects_found

PAGE = 10
DIGITS = 18  # that a key has at the most
BESIDE = 5
NEAREST = 100
MONTH = timedelta(days=30)


@dataclass(frozen=True)
class Choice:
    value: str
    label: str
    count: int


@dataclass(frozen=True)
class Line:
    """One result: the headline and the sentence around the words, with the words marked.

    `byline` is empty where none of the words stands in it.
    """

    article: Article
    headline: SafeString
    text: SafeString
    byline: SafeString | str


def search_page(request: HttpRequest) -> HttpResponse:
    query = request.GET.get("q", "").strip()[:LONGEST]
    site, today = site_of(request), clock.today()
    by_date = request.GET.get("sort") == "date"
    section, period = request.GET.get("section", ""), request.GET.get("time", "")
    words = words_of(query)
    hits, asked = search_counted(query, by_date)
    found, again = _chosen(hits, site, section, period, query=query, by_date=by_date)
    shown, more = _page(found, request.GET.get("after", ""))
    nearest = Article.objects.filter(pk__in=[hit.pk for hit in found[:NEAREST]])
    # Where the search had to ask twice, the page does without the names beside it.
    departments, tags = names_in(nearest) if found and asked + again < 2 else ([], [])
    offer = nearest_to(words, stamp_of(request)) if words and not hits else None
    return render(
        request,
        "search.html",
        {
            "query": query,
            "words": words,
            "by_date": by_date,
            "section": section,
            "time": period,
            "count": len(found),
            "is_capped": len(found) >= MOST,
            "total": len(hits),
            "all_capped": len(hits) >= MOST,
            "lines": _lines(shown, words),
            "more": more,
            "sections": _sections(hits, site),
            "times": _times(hits, today),
            "others": _others(tags, words),
            "departments": departments[:BESIDE],
            "projects": projects_found(words) if words else [],
            "nearest": offer,
            "partly": _partly(offer) if offer else [],
        },
    )


def _chosen(
    hits: list[Hit], site: Site, section: str, period: str, *, query: str, by_date: bool
) -> tuple[list[Hit], int]:
    """The hits of a section and a time, and how often the database was asked for them.

    A full list was cut off, so the choice is asked anew.
    """
    chosen = site.section(section) if section else None
    family = site.family(chosen) if chosen else None
    since, until = _span(period, clock.today())
    if family is None and since is None:
        return hits, 0
    if len(hits) >= MOST:
        return search_counted(query, by_date, family, since, until)
    within = _within(hits, since, until)
    return [hit for hit in within if family is None or hit.section_id in family], 0


def _within(hits: list[Hit], since: date | None, until: date | None) -> list[Hit]:
    first = midnight(since) if since else None
    last = midnight(until) if until else None
    return [
        hit
        for hit in hits
        if (first is None or hit.at >= first) and (last is None or hit.at < last)
    ]


def _span(period: str, today: date) -> tuple[date | None, date | None]:
    """From and up to (left out) of a choice of time; what is unknown is no choice."""
    if period == "month":
        return today - MONTH, None
    if period.isascii() and period.isdigit() and len(period) == 4 and 1900 < int(period) < 2200:
        return date(int(period), 1, 1), date(int(period) + 1, 1, 1)
    return None, None


def _page(found: list[Hit], after: str) -> tuple[list[int], int | None]:
    """The next ten after the article that the address names, and the last of them if more come."""
    keys = [hit.pk for hit in found]
    last = int(after[:DIGITS]) if after.isascii() and after.isdigit() else None
    start = keys.index(last) + 1 if last in keys else 0
    shown = keys[start : start + PAGE]
    return shown, shown[-1] if len(keys) > start + PAGE else None


def _lines(keys: list[int], words: list[str]) -> list[Line]:
    found = Article.objects.published().select_related("section", "issue", "page").defer("body")
    articles = found.in_bulk(keys) if keys else {}
    return [_line(articles[key], words) for key in keys if key in articles]


def _line(article: Article, words: list[str]) -> Line:
    heads = sum(bool(head) for head in (article.kicker, article.headline, article.deck))
    text = "\n".join(article.plain.split("\n")[heads:])
    return Line(
        article,
        highlight(article.headline, words),
        highlight(excerpt(text, words), words),
        highlight(article.byline, words) if anywhere(words).search(article.byline) else "",
    )


def _partly(nearest: Nearest) -> list[tuple[Line, list[str]]]:
    """The articles that hold some of the words, with those that they hold."""
    return [(_line(each.article, each.parts), each.parts) for each in nearest.partly]


def _sections(hits: list[Hit], site: Site) -> list[Choice]:
    """The sections with a hit; a sub-topic counts for its parent."""
    counts = Counter(hit.section_id for hit in hits)
    choices = [
        Choice(top.slug, top.name, sum(counts[pk] for pk in site.family(top)))
        for top in site.sections
    ]
    return [choice for choice in choices if choice.count]


def _times(hits: list[Hit], today: date) -> list[Choice]:
    spans = [("month", "近一个月")]
    spans += [(str(year), f"{year}年") for year in range(today.year, today.year - 4, -1)]
    choices = []
    for value, label in spans:
        since, until = _span(value, today)
        count = len(_within(hits, since, until))
        if count:
            choices.append(Choice(value, label, count))
    return choices


def _others(tags: Counts, words: list[str]) -> list[str]:
    """Other words to try: the tags of what was found."""
    return [tag["name"] for tag in tags if tag["name"] not in words][:3]
