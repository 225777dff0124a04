"""What the reader finds of the works of an article that was printed on one day in 2024."""

from __future__ import annotations

from datetime import date

from ingest.extraction import extract
from ingest.proposal import Article, Known, Part

TODAY = date(2024, 6, 15)


def told(*paragraphs: str) -> dict[str, tuple[int | None, str | None]]:
    """What each work costs, and by when it is due."""
    article = Article("a", paragraphs=[Part(each, []) for each in paragraphs])
    found = extract([article], issue_date=TODAY, known=Known()).projects
    return {
        each.name: (
            int(each.announced.yuan) if each.announced and each.announced.yuan else None,
            each.due_on.isoformat() if each.due_on else None,
        )
        for each in found
    }
