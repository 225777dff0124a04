"""What stands on every page of the reader site: the paper, its sections, its latest issue."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from django.db.models import Count, OuterRef, Subquery
from django.http import HttpRequest
from django.utils.functional import SimpleLazyObject

from articles import clock
from articles.models import Issue, Newspaper, Page, Section


@dataclass(frozen=True)
class Site:
    """The chrome of a page. `newspaper` has `issue_date`, `issue_number` and `issue_pages`."""

    newspaper: Newspaper | None
    sections: list[Section]
    today: date
    is_demo: bool


def site_newspaper() -> Newspaper | None:
    """The paper of the site with what its masthead says of the latest issue: one query."""
    latest = Issue.objects.published().filter(newspaper=OuterRef("pk")).order_by("-date")
    pages = (
        Page.objects.filter(issue=OuterRef("issue_id"))
        .values("issue")
        .annotate(count=Count("pk"))
        .values("count")
    )
    return (
        Newspaper.objects.filter(is_site=True)
        .annotate(
            issue_id=Subquery(latest.values("pk")[:1]),
            issue_date=Subquery(latest.values("date")[:1]),
            issue_number=Subquery(latest.values("number")[:1]),
        )
        .annotate(issue_pages=Subquery(pages))
        .first()
    )


def read_site() -> Site:
    return Site(
        newspaper=site_newspaper(),
        sections=list(Section.objects.top()),
        today=clock.today(),
        is_demo=clock.stopped_at() is not None,
    )


def site(request: HttpRequest) -> dict[str, object]:
    """`site` in every template, read only by those that use it."""
    return {"site": SimpleLazyObject(read_site)}
