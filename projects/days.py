"""On which day readers were told of something: by it the newest of two figures is found."""

from __future__ import annotations

from datetime import date, datetime

from django.utils import timezone

from articles.models import Article
from projects.models import Progress


def told_on(issued: date | None, published_at: datetime | None) -> date:
    """The day of the issue, or of publication where that came first or there is no print.

    What nobody was told of yet comes last.
    """
    published = timezone.localdate(published_at) if published_at else None
    return min((day for day in (issued, published) if day), default=date.max)


def printed_on(article: Article) -> date:
    return told_on(article.issue.date if article.issue else None, article.published_at)


def reached_on(progress: Progress) -> date:
    """The day of what was reported; what has no day but its issue's, when readers were told."""
    article = progress.evidence.article
    by_its_issue = article.issue is not None and article.issue.date == progress.date
    return printed_on(article) if by_its_issue else progress.date
