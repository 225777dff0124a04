"""The sector of a project and the section of an article, guessed from their words."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence

from ingest.extraction.words.lists import SECTION, SECTOR


def sector_of(name: str) -> str | None:
    """The coarse sector whose words a name holds most of; the last word decides a draw."""
    hits = SECTOR.every(name)
    if not hits:
        return None
    weights: Counter[str] = Counter()
    for place, word, label in hits:
        weights[label] += len(word) * 100 + place
    return weights.most_common(1)[0][0]


def section_of(head: str, body: str, known: Sequence[str]) -> str | None:
    """The section of an article: words of its head count five times those of its body."""
    weights: Counter[str] = Counter()
    for _, _, label in SECTION.every(head):
        weights[label] += 5
    for _, _, label in SECTION.every(body):
        weights[label] += 1
    ranked = [label for label, _ in weights.most_common()]
    if known:
        return next((label for label in ranked if label in known), None)
    return ranked[0] if ranked else None
