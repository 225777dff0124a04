"""What machines read of an article: schema.org/NewsArticle as JSON-LD."""

from __future__ import annotations

import json
from collections.abc import Iterable
from datetime import datetime
from typing import Any

from django.conf import settings
from django.core.files.storage import default_storage
from django.utils import timezone
from django.utils.safestring import SafeString, mark_safe

from articles.beside import Beside
from articles.bylines import authors_of, credits_of
from articles.models import Article, Newspaper, Photo

# Inside a script element these could end it or begin a comment.
_ESCAPES = {ord("<"): "\\u003C", ord(">"): "\\u003E", ord("&"): "\\u0026"}


def absolute(path: str) -> str:
    """The public address of a path; an address that is absolute already stays (S3)."""
    return path if path.startswith("http") else f"{settings.SITE_URL}{path}"


def shared_address(renditions: dict[str, Any]) -> str:
    """The copy that links show, "" where none is public. Pictures that came out before there
    was one for links show their largest."""
    made = renditions.get("shared") or renditions.get("lead")
    return absolute(default_storage.url(made["name"])) if made else ""


def picture_addresses(photos: Iterable[Photo]) -> list[str]:
    return [address for photo in photos if (address := shared_address(photo.renditions))]


def news_article(article: Article, more: Beside, newspaper: Newspaper | None) -> SafeString:
    address = absolute(article.get_absolute_url())
    paper = newspaper.name if newspaper else ""
    moments = [article.published_at, *(correction.at for correction in more.corrections)]
    data = {
        "@context": "https://schema.org",
        "@type": "NewsArticle",
        "mainEntityOfPage": address,
        "url": address,
        "headline": article.headline,
        "alternativeHeadline": article.deck,
        "description": article.teaser,
        "articleSection": article.section.name,
        "keywords": [tag["name"] for tag in more.tags],
        "image": picture_addresses(more.photos),
        "datePublished": _stamp(article.published_at),
        "dateModified": _stamp(max((moment for moment in moments if moment), default=None)),
        "author": _authors(article, paper),
        "publisher": {"@type": "NewsMediaOrganization", "name": paper, "url": absolute("/")},
        "correction": [correction.text for correction in more.corrections],
        "inLanguage": "zh-Hans-CN",
        "isAccessibleForFree": True,
        "printEdition": _edition(article),
        "printPage": article.page.number if article.page and article.printed_in else "",
    }
    text = json.dumps({key: value for key, value in data.items() if value}, ensure_ascii=False)
    return mark_safe(text.translate(_ESCAPES))  # noqa: S308 - escaped for a script element


def _authors(article: Article, paper: str) -> list[dict[str, str]]:
    credited = credits_of(article.byline)
    if credited and credited[0].role != "署名":
        return [{"@type": "Person", "name": name} for name in authors_of(article.byline)]
    return [{"@type": "Organization", "name": article.byline or paper}]


def _edition(article: Article) -> str:
    return article.printed_in.date.isoformat() if article.printed_in else ""


def _stamp(moment: datetime | None) -> str:
    return timezone.localtime(moment).isoformat() if moment else ""
