"""Keeps the search index: the terms of every article and its writers, drafts too, by number.

The row is written in the transaction that changes the article, in the same database, so index
and text never disagree. What readers may find is asked at the time of the search.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from itertools import islice
from typing import Any

from django.db import connection
from django.db.models.signals import post_delete, post_save
from django.dispatch import receiver

from articles import signals  # noqa: F401 - its receivers come first: we read what they derive
from articles.bylines import authors_of
from articles.models import Article, Photo
from chinese.bigrams import terms

TABLE = "articles_searchterms"
BATCH = 500
# Headline, kicker and deck stand first in `Article.plain`; a hit in them counts more.
_COLUMNS = ("pk", "byline", "kicker", "headline", "deck", "plain")


def rebuild() -> int:
    """Fill the index afresh; how many articles stand in it."""
    with connection.cursor() as cursor:
        cursor.execute(f"DELETE FROM {TABLE}")  # noqa: S608 - our own name
    rows = Article.objects.order_by("pk").values_list(*_COLUMNS).iterator(chunk_size=BATCH)
    return sum(_write(batch) for batch in _batches(rows))


def index_article(pk: int) -> None:
    forget_article(pk)
    _write(Article.objects.filter(pk=pk).values_list(*_COLUMNS))


def forget_article(pk: int) -> None:
    key = "rowid" if connection.vendor == "sqlite" else "article_id"
    with connection.cursor() as cursor:
        cursor.execute(f"DELETE FROM {TABLE} WHERE {key} = %s", [pk])  # noqa: S608


def _write(articles: Iterable[tuple[Any, ...]]) -> int:
    """Insert the terms of articles that are not in the index; how many there were."""
    rows = [
        (pk, terms(" ".join(heads)), terms(plain) + terms(" ".join(authors_of(byline))))
        for pk, byline, *heads, plain in articles
    ]
    if connection.vendor == "sqlite":
        statement = f"INSERT INTO {TABLE} (rowid, head, body) VALUES (%s, %s, %s)"  # noqa: S608
        values: list[tuple[Any, ...]] = [(pk, " ".join(h), " ".join(b)) for pk, h, b in rows]
    else:
        statement = (
            f"INSERT INTO {TABLE} (article_id, head, body) "  # noqa: S608
            "VALUES (%s, array_to_tsvector(%s), array_to_tsvector(%s))"
        )
        values = [(pk, _distinct(head), _distinct(body)) for pk, head, body in rows]
    with connection.cursor() as cursor:
        cursor.executemany(statement, values)
    return len(values)


def _distinct(found: list[str]) -> list[str]:
    return list(dict.fromkeys(found))


def _batches(rows: Iterator[tuple[Any, ...]]) -> Iterator[list[tuple[Any, ...]]]:
    while batch := list(islice(rows, BATCH)):
        yield batch


@receiver(post_save, sender=Article)
def article_saved(instance: Article, **kwargs: Any) -> None:
    index_article(instance.pk)


@receiver([post_save, post_delete], sender=Photo)
def captions_changed(instance: Photo, **kwargs: Any) -> None:
    """Captions are part of the text."""
    index_article(instance.article_id)


@receiver(post_delete, sender=Article)
def article_deleted(instance: Article, **kwargs: Any) -> None:
    forget_article(instance.pk)
