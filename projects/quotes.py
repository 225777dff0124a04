"""Whether the sentences that figures rest on still stand in their articles."""

from __future__ import annotations

import re
from difflib import SequenceMatcher

from articles.models import Article
from projects.models import Evidence

SENTENCE = re.compile(r"[^。！？!?]+[。！？!?]*[”’」』]*")
ALIKE = 0.5


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


def sentences_of(plain: str) -> list[str]:
    """The sentences of an article, each with its stop."""
    return [each.strip() for line in plain.split("\n") for each in SENTENCE.findall(line)]


def nearest_sentence(plain: str, gone: str) -> str:
    """The sentence of an article that is most like one it does not hold; "" where none is."""
    found = max(sentences_of(plain), key=lambda each: _likeness(each, gone), default="")
    return found if found and _likeness(found, gone) >= ALIKE else ""


def _likeness(one: str, other: str) -> float:
    return SequenceMatcher(None, one, other, autojunk=False).ratio()
