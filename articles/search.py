"""Search in the news: any word of one character or more, in mid-sentence, on both databases.

The index holds two-character terms (`chinese.bigrams`). Which articles may be found is asked of
`Article.objects.published()` in the same query, whatever the index says.
"""

from __future__ import annotations

import re
from datetime import UTC, date, datetime, time
from typing import Any, NamedTuple

from django.db import connection
from django.db.models import Case, Q, Value, When
from django.db.models.expressions import RawSQL
from django.utils import timezone

from articles.models import Article
from articles.search_index import TABLE
from chinese.bigrams import query_terms, runs, runs_as_typed

LONGEST = 60
DECIMAL = re.compile(r"[0-9]+\.[0-9]+")
# Nobody reads further; a word of half of all articles costs no more than a rarer one.
MOST = 500
# So many of the best may hold the terms of a word without the word.
SPARE = 100


class Hit(NamedTuple):
    """An article that was found, with what filters and their counts need."""

    pk: int
    section_id: int
    in_headline: bool
    at: datetime


def words_of(query: str) -> list[str]:
    """What is looked for: stretches of Chinese characters, of Latin letters and digits, 1.48."""
    text = query[:LONGEST]
    found = DECIMAL.findall(text) + runs(DECIMAL.sub(" ", text))
    return list(dict.fromkeys(found))


def _as_typed(query: str) -> dict[str, str]:
    """The words of the query with the script in which each was typed."""
    text = DECIMAL.sub(" ", query[:LONGEST])
    return dict(zip(runs(text), runs_as_typed(text), strict=True))


def search(
    query: str,
    *,
    by_date: bool = False,
    sections: list[int] | None = None,
    since: date | None = None,
    until: date | None = None,
) -> list[Hit]:
    """The public articles with every word of the query, at most `MOST`.

    Those with the words in their heads come first, then the newest; `until` is left out itself.
    Signs, quotes and operators in the query mean nothing; one without a letter finds nothing.
    """
    return search_counted(query, by_date, sections, since, until)[0]


def search_counted(
    query: str,
    by_date: bool = False,
    sections: list[int] | None = None,
    since: date | None = None,
    until: date | None = None,
) -> tuple[list[Hit], int]:
    """What `search` finds, and how often it asked the database: once, seldom twice."""
    words = words_of(query)
    if not words:
        return [], 0
    found = _matching(words)
    if sections is not None:
        found = found.filter(section__in=sections)
    if since:
        found = found.filter(published_at__gte=midnight(since))
    if until:
        found = found.filter(published_at__lt=midnight(until))
    order = ["-published_at", "-id"] if by_date else ["-in_head", "-published_at", "-id"]
    written = _as_written(words, _as_typed(query))
    hits, dropped, more = _best(found, words, written, order)
    if dropped and more:
        # So many articles hold the terms of a word apart that the best of them were too few.
        hits, _, _ = _best(found.filter(written), words, written, order)
        return hits, 2
    return hits, 1


def _best(
    found: Any, words: list[str], is_written: Q, order: list[str]
) -> tuple[list[Hit], bool, bool]:
    """The first `MOST` with the words as written; whether some had not, and whether more follow.

    They are chosen by columns that an index holds; only the text of those is read.
    """
    keys = _with_head(found, words).order_by(*order).values("pk")[: MOST + SPARE]
    written = Case(When(is_written, then=True), default=False)
    read = (
        _with_head(Article.objects.filter(pk__in=keys), words)
        .annotate(is_written=written)
        .order_by(*order)
        .values_list("is_written", "pk", "section_id", "in_head", "published_at")
    )
    rows = list(read)
    hits = [Hit(pk, section, bool(head), at) for ok, pk, section, head, at in rows if ok]
    return hits[:MOST], len(hits) < min(MOST, len(rows)), len(rows) == MOST + SPARE


def _with_head(articles: Any, words: list[str]) -> Any:
    head = When(pk__in=RawSQL(*_in_head(words)), then=Value(1))  # noqa: S611
    return articles.annotate(in_head=Case(head, default=Value(0)))


def midnight(day: date) -> datetime:
    """The moment that begins a day, to compare with `Hit.at`: in its zone, that is quicker."""
    return timezone.make_aware(datetime.combine(day, time.min)).astimezone(UTC)


def _matching(words: list[str]) -> Any:
    return Article.objects.published().filter(pk__in=RawSQL(*_in_text(words)))  # noqa: S611


def _as_written(words: list[str], typed: dict[str, str]) -> Q:
    """On PostgreSQL the terms of a longer word may stand apart: the text itself decides.

    It is looked for in simplified characters and in those that were typed.
    """
    written = Q(pk__isnull=False)
    if connection.vendor != "sqlite":
        for word in words:
            if len(query_terms(word)) > 1:
                text = Q(plain__contains=word) | Q(byline__contains=word)
                other = typed.get(word, word)
                written &= text if other == word else text | Q(plain__contains=other)
    return written


def _in_text(words: list[str]) -> tuple[str, list[str]]:
    if connection.vendor == "sqlite":
        return f"SELECT rowid FROM {TABLE} WHERE {TABLE} MATCH %s", [_fts(words)]  # noqa: S608
    return f"SELECT article_id FROM {TABLE} WHERE body @@ %s::tsquery", [_ts(words)]  # noqa: S608


def _in_head(words: list[str]) -> tuple[str, list[str]]:
    if connection.vendor == "sqlite":
        inside = f"head : ({_fts(words)})"
        return f"SELECT rowid FROM {TABLE} WHERE {TABLE} MATCH %s", [inside]  # noqa: S608
    return f"SELECT article_id FROM {TABLE} WHERE head @@ %s::tsquery", [_ts(words)]  # noqa: S608


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
