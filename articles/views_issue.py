"""The printed issue: all issues by month, and one page of one issue with its articles."""

from __future__ import annotations

from datetime import date
from typing import Any

from django.db.models import Exists, F, OuterRef, Q
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render

from articles.issue_calendar import month_of, months_of
from articles.models import Article, Issue, Page
from articles.stamp import kept, stamp_of

LONGEST_YEAR = 5  # digits: of a longer one there is no issue either


def issues(request: HttpRequest) -> HttpResponse:
    """The issues of one year as calendars; the newest year unless the address names one."""
    days = kept("issue days", stamp_of(request), public_days)
    years = sorted({day.year for day in days}, reverse=True)
    asked = request.GET.get("year", "")
    is_year = asked.isascii() and asked.isdigit()
    year = int(asked[:LONGEST_YEAR]) if is_year else next(iter(years), None)
    if years and year not in years:
        raise Http404("no issue of that year")
    return render(
        request,
        "articles/issues.html",
        {
            "current": "issues",
            "years": years,
            "year": year,
            "months": months_of([day for day in days if day.year == year]),
            "count": sum(day.year == year for day in days),
            "latest": pages_of(days[-1]) if days and not asked else [],
        },
    )


def issue(request: HttpRequest, day: str) -> HttpResponse:
    return page(request, day)


def address_of(page: Page, pages: list[Page]) -> str:
    """The one address of a page: the first has that of its issue."""
    return page.issue.get_absolute_url() if page is pages[0] else page.get_absolute_url()


def page(request: HttpRequest, day: str, number: int | None = None) -> HttpResponse:
    """One page of the issue of a day; without a number the first page there is."""
    when = parse_day(day)
    if day != when.isoformat():
        # 20261124 and 2026-W48-2 are that day too, but an issue has one address.
        name, rest = ("issue", []) if number is None else ("page", [number])
        return redirect(f"articles:{name}", when.isoformat(), *rest, permanent=True)
    pages = pages_of(when)
    shown = next((each for each in pages if number is None or each.number == number), None)
    if shown is None:
        raise Http404("no such page")
    days = kept("issue days", stamp_of(request), public_days)
    at = days.index(shown.issue.date)
    place = pages.index(shown)
    return render(
        request,
        "articles/issue.html",
        {
            "current": "issues",
            "issue": shown.issue,
            "page": shown,
            "address": address_of(shown, pages),
            "pages": pages,
            "articles": articles_on(shown, is_first=place == 0),
            "previous_page": pages[place - 1] if place else None,
            "next_page": pages[place + 1] if place + 1 < len(pages) else None,
            "previous_issue": days[at - 1] if at else None,
            "next_issue": days[at + 1] if at + 1 < len(days) else None,
            "month": month_of(shown.issue.date, days),
        },
    )


def parse_day(text: str) -> date:
    try:
        return date.fromisoformat(text)
    except ValueError:
        raise Http404("no such day") from None


def public_days() -> list[date]:
    """The days with a public issue, oldest first."""
    return list(Issue.objects.published().order_by("date").values_list("date", flat=True))


def pages_of(day: date) -> list[Page]:
    """The pages of a public issue; `is_public` says whether their image may be shown.

    An issue that was entered without pages has one, unsaved, for its articles.
    """
    issues = Issue.objects.published().filter(date=day)
    public = Article.objects.published().filter(page=OuterRef("pk"))
    found = Page.objects.filter(issue__in=issues).annotate(is_public=Exists(public))
    pages: list[Page] = list(found.select_related("issue").order_by("number"))
    if pages:
        return pages
    return [Page(issue=issue, number=1) for issue in issues[:1]]


def articles_on(page: Page, *, is_first: bool) -> Any:
    """The public articles of a page; those of the issue without a page stand on the first."""
    here = Q(page=page.pk) if page.pk else Q()
    if is_first:
        here |= Q(issue=page.issue_id, page=None)
    # The page by itself first: with the rule beside it, databases try every public article.
    on_page = Article.objects.filter(here).order_by().values("pk")
    found = Article.objects.published().filter(pk__in=on_page).defer("plain")
    return found.order_by("page", F("front_order").asc(nulls_last=True), "id")
