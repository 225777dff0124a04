"""Everything that was put right in the paper, newest first, a page at a time by key."""

from __future__ import annotations

from dataclasses import dataclass

from django.db.models import Q

from articles.keyset import Key
from articles.models import Correction

PAGE_SIZE = 20


@dataclass(frozen=True)
class CorrectionPage:
    """`older` is the key that leads on; None where there is nothing more."""

    corrections: list[Correction]
    older: Key | None = None


def corrections_before(text: str) -> CorrectionPage:
    """The newest corrections, or those older than the key of an address: one query."""
    found = Correction.objects.public()
    if text:
        key = Key.parse(text)
        found = found.filter(Q(at__lt=key.at) | Q(pk__lt=key.pk), at__lte=key.at)
    with_place = found.select_related("article__issue", "article__page")
    rows = list(with_place.defer("article__body", "article__plain")[: PAGE_SIZE + 1])
    shown = rows[:PAGE_SIZE]
    older = Key(shown[-1].at, shown[-1].pk) if len(rows) > PAGE_SIZE else None
    return CorrectionPage(shown, older)
