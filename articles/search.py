"""Search in the news: any word of one character or more, in mid-sentence, on both databases.

The index holds two-character terms (`chinese.bigrams`). Which articles may be found is asked of
`Article.objects.published()` in the same query, whatever the index says.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from typing import Any

from django.db import connection
from django.db.models import BooleanField, Case, IntegerField, Q, Value, When
from django.db.models.expressions import RawSQL
from django.utils import timezone

from articles.models import Article
from articles.search_index import TABLE
from chinese.bigrams import query_terms, runs

LONGEST = 60
MONTH = timedelta(days=30)
YEARS = 4


@dataclass(frozen=True)
class Hit:
    """An article that was found. `year` is 0 for what is older than the years told apart."""

    pk: int
    section_id: int
    in_headline: bool
    year: int
    is_recent: bool


def words_of(query: str) -> list[str]:
    """What is looked for: stretches of Chinese characters, or of Latin letters and digits."""
    return list(dict.fromkeys(runs(query[:LONGEST])))


def search(query: str, today: date, *, by_date: bool = False) -> list[Hit]:
    """All public articles with every word of the query; one query to the database.

    Those with the words in their heads come first, then the newest. Signs, quotes and operators
    in the query mean nothing; a query without a letter finds nothing.
    """
    words = words_of(query)
    if not words:
        return []
    order = ["-published_at", "-id"]
    found = (
        _matching(words)
        .annotate(
            in_headline=RawSQL(*_in_head(words), output_field=BooleanField()),  # noqa: S611
            year=_year(today),
            is_recent=Case(
                When(published_at__gte=_midnight(today - MONTH), then=Value(1)),
                default=Value(0),
                output_field=IntegerField(),
            ),
        )
        .order_by(*order if by_date else ["-in_headline", *order])
        .values_list("pk", "section_id", "in_headline", "year", "is_recent")
    )
    return [
        Hit(pk, section, bool(head), year, bool(recent))
        for pk, section, head, year, recent in found
    ]


def _matching(words: list[str]) -> Any:
    found = Article.objects.published().filter(pk__in=RawSQL(*_in_text(words)))  # noqa: S611
    if connection.vendor == "sqlite":
        return found
    # The terms of a longer word may stand apart from one another: the text itself decides.
    for word in words:
        if len(word) > 2 and not word[0].isascii():
            found = found.filter(plain__contains=word)
    return found


def _in_text(words: list[str]) -> tuple[str, list[str]]:
    if connection.vendor == "sqlite":
        return f"SELECT rowid FROM {TABLE} WHERE {TABLE} MATCH %s", [_fts(words)]  # noqa: S608
    return f"SELECT article_id FROM {TABLE} WHERE body @@ %s::tsquery", [_ts(words)]  # noqa: S608


def _in_head(words: list[str]) -> tuple[str, list[str]]:
    if connection.vendor == "sqlite":
        inside = f"SELECT rowid FROM {TABLE} WHERE {TABLE} MATCH %s"  # noqa: S608
        return f"articles_article.id IN ({inside})", [f"head : ({_fts(words)})"]
    inside = f"SELECT head @@ %s::tsquery FROM {TABLE} "  # noqa: S608
    return f"({inside} WHERE article_id = articles_article.id)", [_ts(words)]


def _fts(words: list[str]) -> str:
    """FTS5: the terms of a word as a phrase. Terms are letters and digits, so none can escape."""
    return " AND ".join(
        f'"{" ".join(query_terms(word))}"' + (" *" if _is_single(word) else "") for word in words
    )


def _ts(words: list[str]) -> str:
    return " & ".join(
        f"'{term}'" + (":*" if _is_single(word) else "")
        for word in words
        for term in query_terms(word)
    )


def _is_single(word: str) -> bool:
    """A lone character begins the terms of every place where it stands."""
    return len(word) == 1 and not word.isascii()


def _year(today: date) -> Case:
    years = range(today.year, today.year - YEARS, -1)
    return Case(
        *(When(Q(published_at__gte=_midnight(date(y, 1, 1))), then=Value(y)) for y in years),
        default=Value(0),
        output_field=IntegerField(),
    )


def _midnight(day: date) -> datetime:
    return timezone.make_aware(datetime.combine(day, time.min))
