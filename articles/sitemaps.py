"""The addresses of the news, for search engines."""

from __future__ import annotations

from datetime import datetime
from typing import Any
from urllib.parse import urlsplit

from django.conf import settings
from django.contrib.sitemaps import Sitemap
from django.db.models import Max

from articles.models import Article, Issue, Section


class SiteSitemap(Sitemap):
    """A sitemap whose addresses begin with SITE_URL, whatever host the request named."""

    limit = 5000

    def get_protocol(self, protocol: str | None = None) -> str:
        return urlsplit(settings.SITE_URL).scheme

    def get_domain(self, site: Any = None) -> str:
        return urlsplit(settings.SITE_URL).netloc


class ArticleSitemap(SiteSitemap):
    def items(self) -> Any:
        newest = Article.objects.published().newest_first()
        return newest.only("published_at").annotate(corrected_at=Max("corrections__at"))

    def lastmod(self, item: Article) -> datetime:
        """When readers last saw it change: published or corrected, not merely saved."""
        moments = [item.published_at, item.corrected_at]  # type: ignore[attr-defined]
        return max(moment for moment in moments if moment)


class SectionSitemap(SiteSitemap):
    changefreq = "daily"

    def items(self) -> Any:
        return Section.objects.all()


class IssueSitemap(SiteSitemap):
    def items(self) -> Any:
        return Issue.objects.published().order_by("-date")

    def lastmod(self, item: Issue) -> Any:
        return item.date
