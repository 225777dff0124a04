"""Where nothing was found: articles that hold some of what was looked for."""

from __future__ import annotations

from functools import reduce
from operator import add
from typing import Any, NamedTuple

from django.db.models import Case, Value, When
from django.db.models.expressions import RawSQL

from articles.models import Article
from articles.search import in_text
from chinese.sought import anywhere
from chinese.words import headline_words

AT_MOST = 5
PARTS = 6
# The terms of a part may stand apart or inside a longer number: some are read in vain.
READ = 4 * AT_MOST


class Partly(NamedTuple):
    """A public article, and the parts of the query that stand in it."""

    article: Article
    parts: list[str]


def parts_of(words: list[str]) -> list[str]:
    """The words inside what was typed in one, of two characters or more, at most `PARTS`.

    Of one word that has no parts there are none: it was looked for as it is.

    >>> parts_of(["投资漆艺"]), parts_of(["北京"])
    (['投资', '漆艺'], [])
    """
    found = [part for word in words for part in headline_words(word) if len(part) > 1]
    parts = [part for part in dict.fromkeys(found) if [part] != words]
    return parts[:PARTS]


def holding_some(parts: list[str]) -> list[Partly]:
    """The articles that hold most of the parts, then the newest: one query, none without parts."""
    if not parts:
        return []
    held: Any = reduce(add, (_holds(part) for part in parts))
    found = (
        Article.objects.published()
        .filter(pk__in=RawSQL(*in_text(parts, any_of=True)))  # noqa: S611
        .annotate(held=held)
        .select_related("section", "issue", "page")
        .defer("body")
        .order_by("-held", "-published_at", "-pk")
    )
    read = [Partly(article, _standing_in(article, parts)) for article in found[:READ]]
    kept = sorted((each for each in read if each.parts), key=lambda each: -len(each.parts))
    return kept[:AT_MOST]


def _holds(part: str) -> Case:
    here = When(pk__in=RawSQL(*in_text([part])), then=Value(1))  # noqa: S611
    return Case(here, default=Value(0))


def _standing_in(article: Article, parts: list[str]) -> list[str]:
    text = f"{article.plain}\n{article.byline}"
    return [part for part in parts if anywhere([part]).search(text)]
