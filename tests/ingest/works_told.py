"""What the reader finds of the works of an article that was printed on one day in 2024."""

from __future__ import annotations

from datetime import date

from ingest.extraction import extract
from ingest.proposal import Article, Facts, Known, Part

TODAY = date(2024, 6, 15)


def facts(*paragraphs: str, headline: str = "", deck: str = "", today: date = TODAY) -> Facts:
    """All that is read of an article."""
    article = Article("a", paragraphs=[Part(each, []) for each in paragraphs])
    article.headline = Part(headline, []) if headline else None
    article.deck = Part(deck, []) if deck else None
    return extract([article], issue_date=today, known=Known())


def promised(*paragraphs: str, headline: str = "", deck: str = "") -> dict[str, str | None]:
    """By when each target is due."""
    found = facts(*paragraphs, headline=headline, deck=deck).targets
    return {each.indicator: each.due_on.isoformat() if each.due_on else None for each in found}


def told(*paragraphs: str) -> dict[str, tuple[int | None, str | None]]:
    """What each work costs, and by when it is due."""
    found = facts(*paragraphs).projects
    return {
        each.name: (
            int(each.announced.yuan) if each.announced and each.announced.yuan else None,
            each.due_on.isoformat() if each.due_on else None,
        )
        for each in found
    }
