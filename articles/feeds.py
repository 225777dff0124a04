"""What readers subscribe to: RSS and Atom of the whole paper and of each section."""

from __future__ import annotations

from typing import Any

from django.contrib.syndication.views import Feed
from django.db.models import Q
from django.http import HttpRequest
from django.urls import reverse
from django.utils import feedgenerator

from articles.linked_data import absolute
from articles.models import Article, Newspaper, Section
from articles.querysets import ArticleQuerySet

NEWEST = 30


def newest(articles: ArticleQuerySet) -> ArticleQuerySet:
    return articles.published().newest_first().select_related("section").defer("plain")[:NEWEST]


class ArticleItems(Feed):
    """How an article stands in every feed; addresses are those of SITE_URL."""

    language = "zh-Hans-CN"

    def item_title(self, item: Any) -> str:
        return str(item.headline)

    def item_description(self, item: Any) -> str:
        return str(item.teaser)

    def item_link(self, item: Any) -> str:
        return absolute(item.get_absolute_url())

    def item_guid(self, item: Any) -> str:
        return f"urn:uuid:{item.uid}"

    item_guid_is_permalink = False

    def item_pubdate(self, item: Any) -> Any:
        return item.published_at

    def item_author_name(self, item: Any) -> str:
        return str(item.byline)

    def item_categories(self, item: Any) -> list[str]:
        return [item.section.name]


class SiteRss(ArticleItems):
    feed_url_name = "articles:rss"

    def get_object(self, request: HttpRequest) -> Newspaper:
        return Newspaper.objects.of_the_site() or Newspaper()

    def title(self, paper: Newspaper) -> str:
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
        return Section.objects.get(slug=slug)

    def title(self, section: Section) -> str:
        paper = Newspaper.objects.of_the_site()
        return f"{paper.name} {section.name}" if paper else section.name

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
