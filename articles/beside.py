"""What belongs to one article beside its own row: pictures, corrections, tags."""

from __future__ import annotations

from dataclasses import dataclass

from articles.listing import Counts, tags_in
from articles.models import Article, Correction, Photo
from articles.stamp import Key, kept

TAGS = 20


@dataclass(frozen=True, eq=False)
class Beside:
    """Never changed: all requests share it."""

    photos: list[Photo]
    corrections: list[Correction]
    tags: Counts


def beside(article: Article, stamp: Key | None) -> Beside:
    """Three queries where something was written since they were last made, else none."""
    return kept(f"beside:{article.pk}", stamp, lambda: _read(article))


def _read(article: Article) -> Beside:
    return Beside(
        photos=list(article.photos.order_by("order", "pk")),
        corrections=list(article.corrections.all()),
        tags=tags_in(Article.objects.filter(pk=article.pk), at_most=TAGS),
    )
