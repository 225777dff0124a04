"""What a link shows where it is shared: `parts/shared.html` writes it."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any
from urllib.parse import urlencode

from django import template
from django.http import HttpRequest

from articles import linked_data
from articles.chrome import Site
from articles.front import Front
from articles.models import Article, Page

register = template.Library()


@register.filter
def absolute(address: str) -> str:
    return linked_data.absolute(address)


@register.filter
def shared_picture(articles: Iterable[Any]) -> str:
    """The address of the first public picture of some articles, "" where none has one."""
    for each in articles:
        if each.picture:
            # A row has a `Picture`, an article of a project the renditions themselves.
            made = getattr(each.picture, "renditions", each.picture)
            if address := linked_data.shared_address(made):
                return address
    return ""


@register.filter
def shared_page(pages: Page | list[Page]) -> str:
    """The image of a printed page, or of the first of several, where readers may see it."""
    first: Any = next(iter(pages), None) if isinstance(pages, list) else pages
    return str(first.image.url) if first and first.image and first.is_public else ""


@register.filter
def front_picture(front: Front, site: Site) -> str:
    """The picture of the home page: that of its lead, a card or a section, or the paper itself."""
    rows = [front.lead, *front.cards, *(block.first for block in front.blocks)]
    return shared_picture([row for row in rows if row]) or shared_page(site.pages)


@register.filter
def headlines(articles: Iterable[Article]) -> str:
    return "；".join(article.headline for article in articles)


@register.filter
def of_year(address: str, request: HttpRequest) -> str:
    """The address of the year that a page was asked for, which is a page of its own."""
    year = request.GET.get("year", "")
    return f"{address}?{urlencode({'year': year})}" if year else address
