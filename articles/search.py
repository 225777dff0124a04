"""Search in the news: any word of one character or more, in mid-sentence, on both databases.

The index holds two-character terms (`chinese.bigrams`). Which articles may be found is asked of
`Article.objects.published()` in the same query, whatever the index says.
"""

from __future__ import annotations

import re
from datetime import UTC, date, datetime, time
from functools import reduce
from operator import or_
from typing import Any, NamedTuple

from django.db import connection
from django.db.models import Case, Q, Value, When
from django.db.models.expressions import RawSQL
from django.utils import timezone

from articles.models import Article
from articles.search_index import TABLE
from chinese.bigrams import query_terms
from chinese.scripts import simplified
from chinese.sought import is_plain, pattern, words, words_as_typed

LONGEST = 60
TEXT, HEADS = ("plain", "byline"), ("kicker", "headline", "deck")
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
    """What is looked for: what stands between blanks and punctuation, 1.48亿元 as one word."""
    return words(query[:LONGEST])


def _as_typed(query: str) -> dict[str, str]:
    """The words of the query with the script in which each was typed."""
    return {simplified(word): word for word in words_as_typed(query[:LONGEST])}


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
    asked = words_of(query)
    if not asked:
        return [], 0
    found = _matching(asked)
    if sections is not None:
        found = found.filter(section__in=sections)
    if since:
        found = found.filter(published_at__gte=midnight(since))
    if until:
        found = found.filter(published_at__lt=midnight(until))
    order = ["-published_at", "-id"] if by_date else ["-in_head", "-published_at", "-id"]
    typed = _as_typed(query)
    written = _as_written(asked, typed, *TEXT)
    in_head = _as_written(asked, typed, *HEADS)
    hits, dropped, more = _best(found, asked, written, in_head, order)
    if dropped and more:
        # So many articles hold the terms of a word apart that the best of them were too few.
        hits, _, _ = _best(found.filter(written), asked, written, in_head, order)
        return hits, 2
    return hits, 1


def _best(
    found: Any, words: list[str], is_written: Q, is_in_head: Q, order: list[str]
) -> tuple[list[Hit], bool, bool]:
    """The first `MOST` with the words as written; whether some had not, and whether more follow.

    They are chosen by columns that an index holds; only the text of those is read.
    """
    keys = _with_head(found, words).order_by(*order).values("pk")[: MOST + SPARE]
    written = Case(When(is_written, then=True), default=False)
    read = (
        _with_head(Article.objects.filter(pk__in=keys), words, is_in_head)
        .annotate(is_written=written)
        .order_by(*order)
        .values_list("is_written", "pk", "section_id", "in_head", "published_at")
    )
    rows = list(read)
    hits = [Hit(pk, section, bool(head), at) for ok, pk, section, head, at in rows if ok]
    return hits[:MOST], len(hits) < min(MOST, len(rows)), len(rows) == MOST + SPARE


def _with_head(articles: Any, words: list[str], is_written: Q | None = None) -> Any:
    inside = Q(pk__in=RawSQL(*_in_head(words)))  # noqa: S611
    head = When(inside & is_written if is_written else inside, then=Value(1))
    return articles.annotate(in_head=Case(head, default=Value(0)))


def midnight(day: date) -> datetime:
    """The moment that begins a day, to compare with `Hit.at`: in its zone, that is quicker."""
    return timezone.make_aware(datetime.combine(day, time.min)).astimezone(UTC)


def _matching(words: list[str]) -> Any:
    return Article.objects.published().filter(pk__in=RawSQL(*in_text(words)))  # noqa: S611


def _as_written(words: list[str], typed: dict[str, str], *columns: str) -> Q:
    """Where the index says too much the text itself decides: these columns of an article.

    PostgreSQL's terms of a longer word may stand apart, and on both databases digits may be part of
    a longer number. A word is looked for in simplified characters and in those that were typed.
    """
    written = Q(pk__isnull=False)
    for word in words:
        if _is_decided(word):
            continue
        forms = dict.fromkeys([word, typed.get(word, word)])
        ways = [_stands(form) for form in forms]
        written &= reduce(
            or_, (Q(**{f"{column}__{how}": form}) for column in columns for how, form in ways)
        )
    return written


def _is_decided(word: str) -> bool:
    """Whether the index alone knows where a word stands."""
    return is_plain(word) and (connection.vendor == "sqlite" or len(query_terms(word)) == 1)


def _stands(word: str) -> tuple[str, str]:
    if is_plain(word):
        return "contains", word
    return ("iregex" if re.search("[a-z]", word) else "regex"), pattern(word)


def in_text(words: list[str], *, any_of: bool = False) -> tuple[str, list[str]]:
    """The keys of the articles whose terms hold every word, or any of them: SQL and its values."""
    if connection.vendor == "sqlite":
        terms = (" OR " if any_of else " AND ").join(_fts([word]) for word in words)
        return f"SELECT rowid FROM {TABLE} WHERE {TABLE} MATCH %s", [terms]  # noqa: S608
    terms = (" | " if any_of else " & ").join(f"({_ts([word])})" for word in words)
    return f"SELECT article_id FROM {TABLE} WHERE body @@ %s::tsquery", [terms]  # noqa: S608


def _in_head(words: list[str]) -> tuple[str, list[str]]:
    if connection.vendor == "sqlite":
        inside = f"head : ({_fts(words)})"
        return f"SELECT rowid FROM {TABLE} WHERE {TABLE} MATCH %s", [inside]  # noqa: S608
    return f"SELECT article_id FROM {TABLE} WHERE head @@ %s::tsquery", [_ts(words)]  # noqa: S608


def _fts(words: list[str]) -> str:
    """FTS5: the terms of a word as a phrase. Terms are letters and digits, so none can escape."""
    return " AND ".join(
        f'"{" ".join(query_terms(word))}"' + (" *" if _goes_on(word) else "") for word in words
    )


def _ts(words: list[str]) -> str:
    found = []
    for word in words:
        *before, last = query_terms(word)
        found += [f"'{term}'" for term in before]
        found.append(f"'{last}'" + (":*" if _goes_on(word) else ""))
    return " & ".join(found)


def _goes_on(word: str) -> bool:
    """A lone character at the end begins the terms of every place where it stands."""
    last = query_terms(word)[-1]
    return len(last) == 1 and not last.isascii()
