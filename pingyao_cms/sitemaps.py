"""The sitemap of the whole site: an index, and one file for each kind of page."""

from __future__ import annotations

from typing import Any

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse

from articles.linked_data import absolute
from articles.listing import in_the_news
from articles.sitemaps import ArticleSitemap, IssueSitemap, SectionSitemap, SiteSitemap
from departments.models import Department
from projects.models import Project


class HomeSitemap(SiteSitemap):
    changefreq = "hourly"

    def items(self) -> list[str]:
        return ["home", "projects:projects", "promises", "articles:issues", "articles:corrections"]

    def location(self, item: str) -> str:
        return reverse(item)


class ProjectSitemap(SiteSitemap):
    def items(self) -> Any:
        return Project.objects.public().only("pk").order_by("pk")


class DepartmentSitemap(SiteSitemap):
    """Departments that a published article speaks of."""

    def items(self) -> Any:
        return in_the_news(Department.objects.order_by("pk"))


SITEMAPS: dict[str, type[SiteSitemap]] = {
    "pages": HomeSitemap,
    "sections": SectionSitemap,
    "articles": ArticleSitemap,
    "issues": IssueSitemap,
    "projects": ProjectSitemap,
    "departments": DepartmentSitemap,
}


def index(request: HttpRequest) -> HttpResponse:
    """Django's index names the host of `sites`; ours names SITE_URL, as the files do."""
    locations = []
    for section, sitemap in SITEMAPS.items():
        address = absolute(reverse("sitemap", args=[section]))
        pages = sitemap().paginator.num_pages
        locations += [address, *(f"{address}?p={number}" for number in range(2, pages + 1))]
    return render(
        request,
        "sitemap_index.xml",
        {"sitemaps": [{"location": location} for location in locations]},
        content_type="application/xml",
    )
