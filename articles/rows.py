"""Published articles as lists show them: short frozen rows, never the long texts.

A row holds what a list may say of an article and nothing else, so that it can be the key of a
stored fragment (`articles.fragments`).
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime
from typing import Any

from django.db.models import Case, OuterRef, Q, QuerySet, Subquery, Value, When
from django.db.models.functions import Substr
from django.urls import reverse

from articles import clock
from articles.models import Article, Photo
from articles.plain import TEASER, teaser_of

# Kicker, headline and deck, the dateline and the teaser at their longest.
OPENING = 120 + 120 + 200 + 60 + TEASER + 10
COLUMNS = (
    *("pk", "published_at", "front_order", "headline", "kicker", "deck", "summary", "dateline"),
    *("opening", "section_id", "section__name", "section__slug"),
    *("issue__date", "issue__number", "page__number"),
    *("source_department__short_name", "source_department__name"),
    *("renditions", "caption", "credit"),
)


@dataclass(frozen=True, slots=True)
class SectionName:
    pk: int
    name: str
    slug: str

    def get_absolute_url(self) -> str:
        return reverse("articles:section", args=[self.slug])


@dataclass(frozen=True, slots=True)
class Place:
    """Where it stood in print; `number` and `page` are None where they are not known."""

    date: date
    number: int | None
    page: int | None


def place_of(article: Article) -> Place | None:
    issue = article.printed_in
    if issue is None:
        return None
    return Place(issue.date, issue.number, article.page.number if article.page else None)


@dataclass(frozen=True, slots=True)
class Picture:
    """The first public picture: `copies` are (rendition, file name, width, height)."""

    copies: tuple[tuple[str, str, int, int], ...]
    caption: str
    credit: str

    @property
    def renditions(self) -> dict[str, dict[str, Any]]:
        """As `Photo.renditions` has it."""
        return {
            kind: {"name": name, "width": width, "height": height}
            for kind, name, width, height in self.copies
        }


@dataclass(frozen=True, slots=True)
class Row:
    """One article of a list."""

    pk: int
    published_at: datetime
    front_order: int | None
    headline: str
    kicker: str
    deck: str
    teaser: str
    section: SectionName
    place: Place | None
    source: str
    picture: Picture | None

    def get_absolute_url(self) -> str:
        return reverse("articles:article", args=[self.pk])


def read_rows(articles: QuerySet[Article], *, captions: bool = False) -> list[Row]:
    """The rows of a queryset in its order: one query, pictures and places included."""
    photo = Photo.objects.filter(article=OuterRef("pk")).exclude(renditions={})
    first = photo.order_by("order", "pk")
    unsaid = Q(summary="") & ~Q(body="")
    beginning = Case(When(unsaid, then=Substr("plain", 1, OPENING)), default=Value(""))
    found = articles.annotate(
        opening=beginning,
        renditions=Subquery(first.values("renditions")[:1]),
        caption=Subquery(first.values("caption")[:1]) if captions else Value(""),
        credit=Subquery(first.values("credit")[:1]) if captions else Value(""),
    )
    return [_row(*values) for values in found.values_list(*COLUMNS)]


def _row(
    pk: int,
    published_at: datetime,
    front_order: int | None,
    headline: str,
    kicker: str,
    deck: str,
    summary: str,
    dateline: str,
    opening: str,
    section_id: int,
    section_name: str,
    section_slug: str,
    issued: date | None,
    number: int | None,
    page: int | None,
    short_name: str | None,
    name: str | None,
    renditions: dict[str, Any] | None,
    caption: str | None,
    credit: str | None,
) -> Row:
    heads = sum(bool(head.strip()) for head in (kicker, headline, deck))
    return Row(
        pk=pk,
        published_at=published_at,
        front_order=front_order,
        headline=headline,
        kicker=kicker,
        deck=deck,
        teaser=summary or _teaser(opening, heads, dateline),
        section=SectionName(section_id, section_name, section_slug),
        place=Place(issued, number, page) if issued and issued <= clock.today() else None,
        source=short_name or name or "",
        picture=_picture(renditions, caption or "", credit or "") if renditions else None,
    )


def _teaser(opening: str, heads: int, dateline: str) -> str:
    """What `Article.teaser` says, out of the beginning of the plain text."""
    lines = opening.split("\n")[heads : heads + 2]
    if lines[0:1] == [dateline]:  # it stands alone before a subhead or a list
        lines = lines[1:]
    return teaser_of(lines[0], dateline) if lines else ""


def _picture(renditions: dict[str, Any], caption: str, credit: str) -> Picture:
    copies = (
        (kind, made["name"], made["width"], made["height"]) for kind, made in renditions.items()
    )
    return Picture(tuple(copies), caption, credit)
