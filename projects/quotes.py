"""Whether the sentences that figures rest on still stand in their articles."""

from __future__ import annotations

from articles.models import Article
from projects.models import Evidence


def recheck(article: Article) -> int:
    """Mark what of an article's quotes went, unmark what came back; how many changed."""
    changed = [
        quote
        for quote in Evidence.objects.filter(article=article)
        if quote.broken == quote.stands_in(article.plain)
    ]
    for quote in changed:
        quote.broken = not quote.broken
        quote.save(update_fields=["broken"])
    return len(changed)


def recheck_all() -> int:
    """The same for every article that is quoted; how many quotes changed."""
    quoted = Article.objects.filter(evidence__isnull=False).distinct()
    return sum(recheck(article) for article in quoted.only("plain").iterator())
