"""What readers subscribe to: RSS and Atom of the whole paper and of each section."""

from __future__ import annotations

import re
from typing import Any

from django.contrib.syndication.views import Feed
from django.db.models import OuterRef, Q, Subquery
from django.db.models.functions import Coalesce, Greatest
from django.http import HttpRequest
from django.urls import reverse
from django.utils import feedgenerator
from django.utils.html import escape

from articles.linked_data import absolute
from articles.models import Article, Correction, Newspaper, Section
from articles.querysets import ArticleQuerySet

NEWEST = 30
# What XML cannot hold, and no reader sees.
_CONTROL = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f]")


def as_html(text: str) -> str:
    """Printed text as a description, which readers of feeds show as HTML."""
    return escape(_CONTROL.sub("", text))


def newest(articles: ArticleQuerySet) -> ArticleQuerySet:
    """The articles that came out or were corrected last, each with its last correction as
    `correction` and `corrected_at`, by the moment of either: `told_at`."""
    public = articles.published()
    corrections = Correction.objects.order_by("-at", "-id")
    last = corrections.filter(article=OuterRef("pk"))
    # Two short walks of indexes: to sort all articles by what happened last would read them all.
    lately = corrections.filter(article__in=public.values("pk")).values("article")[:NEWEST]
    newest_first = public.newest_first().values("pk")[:NEWEST]
    return (
        Article.objects.filter(Q(pk__in=newest_first) | Q(pk__in=lately))
        .annotate(
            correction=Subquery(last.values("text")[:1]),
            corrected_at=Subquery(last.values("at")[:1]),
            told_at=Greatest("published_at", Coalesce("corrected_at", "published_at")),
        )
        .select_related("section")
        .defer("plain")
        .order_by("-told_at", "-pk")[:NEWEST]
    )


class ArticleItems(Feed):
    """How an article stands in every feed; addresses are those of SITE_URL."""

    language = "zh-Hans-CN"

    def item_title(self, item: Any) -> str:
        return _CONTROL.sub("", item.headline)

    def item_description(self, item: Any) -> str:
        """What the article says; first what was wrong in it, for those who have read it."""
        said = f"更正：{item.correction} {item.teaser}" if item.correction else str(item.teaser)
        return as_html(said)

    def item_link(self, item: Any) -> str:
        return absolute(item.get_absolute_url())

    def item_guid(self, item: Any) -> str:
        return f"urn:uuid:{item.uid}"

    item_guid_is_permalink = False

    def item_pubdate(self, item: Any) -> Any:
        return item.published_at

    def item_updateddate(self, item: Any) -> Any:
        return item.told_at

    def item_author_name(self, item: Any) -> str | None:
        return item.byline or None

    def item_categories(self, item: Any) -> list[str]:
        return [item.section.name]


class SiteRss(ArticleItems):
    feed_url_name = "articles:rss"

    def get_object(self, request: HttpRequest) -> Newspaper:
        return Newspaper.objects.of_the_site() or Newspaper()

    def title(self, paper: Newspaper) -> str:
        return paper.name

    def author_name(self, paper: Newspaper) -> str:
        return paper.name

    def description(self, paper: Newspaper) -> str:
        return paper.about or paper.name

    def link(self, paper: Newspaper) -> str:
        return absolute("/")

    def feed_url(self, paper: Newspaper) -> str:
        return absolute(reverse(self.feed_url_name))

    def items(self, paper: Newspaper) -> Any:
        return newest(Article.objects.all())


class SiteAtom(SiteRss):
    feed_type = feedgenerator.Atom1Feed
    subtitle = SiteRss.description
    feed_url_name = "articles:atom"


class SectionRss(ArticleItems):
    feed_url_name = "articles:section_rss"

    def get_object(self, request: HttpRequest, slug: str) -> Section:
        found: Section = Section.objects.get(slug=slug)
        found.paper = Newspaper.objects.of_the_site()  # type: ignore[attr-defined]
        return found

    def title(self, section: Section) -> str:
        paper = section.paper  # type: ignore[attr-defined]
        return f"{paper.name} {section.name}" if paper else section.name

    def author_name(self, section: Section) -> str:
        paper = section.paper  # type: ignore[attr-defined]
        return paper.name if paper else section.name

    def description(self, section: Section) -> str:
        return section.description or section.name

    def link(self, section: Section) -> str:
        return absolute(section.get_absolute_url())

    def feed_url(self, section: Section) -> str:
        return absolute(reverse(self.feed_url_name, args=[section.slug]))

    def items(self, section: Section) -> Any:
        family = Section.objects.filter(Q(pk=section.pk) | Q(parent=section.pk))
        return newest(Article.objects.filter(section__in=family))


class SectionAtom(SectionRss):
    feed_type = feedgenerator.Atom1Feed
    subtitle = SectionRss.description
    feed_url_name = "articles:section_atom"
