"""Pages of a list by the key of their first and last article, never by number.

Page 400 costs what page 1 costs, and an article published meanwhile shifts nothing.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import UTC, datetime

from django.db.models import Q
from django.http import Http404, QueryDict

from articles import clock
from articles.querysets import ArticleQuerySet
from articles.rows import Row, read_rows

PAGE_SIZE = 20


@dataclass(frozen=True)
class Key:
    """Where an article stands in the list: its moment, then its number."""

    at: datetime
    pk: int

    def __str__(self) -> str:
        # Z and not +00:00: a plus sign in an address is easily lost.
        return f"{self.at.astimezone(UTC):%Y-%m-%dT%H:%M:%S.%fZ},{self.pk}"

    @classmethod
    def of(cls, row: Row) -> Key:
        return cls(row.published_at, row.pk)

    @classmethod
    def parse(cls, text: str) -> Key:
        """The key of an address; one that is none is an address we never gave (404)."""
        at, _, pk = text.rpartition(",")
        try:
            key = cls(datetime.fromisoformat(at), int(pk))
        except ValueError:
            raise Http404("no such key") from None
        if key.at.tzinfo is None or key.at.year not in clock.YEARS or not 0 <= key.pk < 2**63:
            raise Http404("no such key")
        return key


@dataclass(frozen=True)
class KeysetPage:
    """`newer` and `older` are the keys that lead on; None where there is nothing more."""

    articles: list[Row]
    newer: Key | None = None
    older: Key | None = None

    @property
    def is_first(self) -> bool:
        return self.newer is None


def page_of(articles: ArticleQuerySet, query: QueryDict, size: int = PAGE_SIZE) -> KeysetPage:
    """The page that `?before=` or `?after=` asks for, else the newest: one query."""
    if text := query.get("after"):
        return _newer_than(Key.parse(text), articles, size)
    if text := query.get("before"):
        return _older_than(Key.parse(text), articles, size)
    found = read_rows(articles.newest_first()[: size + 1])
    return KeysetPage(found[:size], older=_last(found, size))


def _older_than(key: Key, articles: ArticleQuerySet, size: int) -> KeysetPage:
    older = articles.filter(Q(published_at__lt=key.at) | Q(pk__lt=key.pk), published_at__lte=key.at)
    found = read_rows(older.newest_first()[: size + 1])
    # Who comes to a later page came from a newer one; an empty page leads back to it.
    newer = Key.of(found[0]) if found else Key(key.at, max(key.pk - 1, 0))
    return KeysetPage(found[:size], newer=newer, older=_last(found, size))


def _newer_than(key: Key, articles: ArticleQuerySet, size: int) -> KeysetPage:
    newer = articles.filter(Q(published_at__gt=key.at) | Q(pk__gt=key.pk), published_at__gte=key.at)
    found = read_rows(newer.order_by("published_at", "pk")[: size + 1])
    shown = found[:size][::-1]
    more = Key.of(shown[0]) if len(found) > size else None
    return KeysetPage(shown, newer=more, older=Key.of(shown[-1]) if shown else None)


def _last(found: list[Row], size: int) -> Key | None:
    return Key.of(found[size - 1]) if len(found) > size else None
