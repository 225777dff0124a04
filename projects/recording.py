"""Verbs that put a fact into the ledger: never without the sentence that says it."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from django.db import transaction

from articles.models import Article
from projects.models import (
    Capacity,
    Evidence,
    Investment,
    Mention,
    Progress,
    Project,
    Target,
)

CONTEXT = 32


class QuoteNotFoundError(ValueError):
    """The sentence does not stand in the article's text, so it proves nothing."""


def quote(
    article: Article, exact: str, *, mark: str = "", said_by: str = "", **extra: Any
) -> Evidence:
    """The evidence for a sentence of an article, with `mark` (the figure in it) circled.

    The same sentence with the same mark is one row. Raises `QuoteNotFoundError` where the sentence
    does not stand in `article.plain`, word for word.
    """
    if not exact or exact not in article.plain:
        raise QuoteNotFoundError(exact)
    prefix, suffix = context_of(article.plain, exact)
    start = exact.find(mark) if mark else -1
    marks = (start, start + len(mark)) if start >= 0 else (None, None)
    evidence, _ = Evidence.objects.get_or_create(
        article=article,
        exact=exact,
        mark_start=marks[0],
        mark_end=marks[1],
        defaults={
            "prefix": prefix,
            "suffix": suffix,
            "said_by": said_by,
            **extra,
        },
    )
    return evidence


def context_of(plain: str, exact: str) -> tuple[str, str]:
    """What an article prints before and behind a sentence: by it the sentence is found again."""
    at = plain.find(exact)
    end = at + len(exact)
    return plain[max(0, at - CONTEXT) : at], plain[end : end + CONTEXT]


def mention(project: Project, evidence: Evidence) -> None:
    Mention.objects.get_or_create(project=project, evidence=evidence)


@transaction.atomic
def record_investment(
    *, projects: Iterable[Project], evidence: Evidence, **fields: Any
) -> Investment:
    """One sum for one project or several together; with none it is a statement about a set."""
    covered = list(projects)
    row = Investment.objects.create(evidence=evidence, **{"is_statement": not covered, **fields})
    row.projects.set(covered)
    for project in covered:
        mention(project, evidence)
    return row


@transaction.atomic
def record_target(*, evidence: Evidence, project: Project | None = None, **fields: Any) -> Target:
    row = Target.objects.create(evidence=evidence, project=project, **fields)
    if project:
        mention(project, evidence)
    return row


@transaction.atomic
def record_progress(*, project: Project, evidence: Evidence, **fields: Any) -> Progress:
    row = Progress.objects.create(project=project, evidence=evidence, **fields)
    mention(project, evidence)
    return row


@transaction.atomic
def record_capacity(*, project: Project, evidence: Evidence, **fields: Any) -> Capacity:
    row = Capacity.objects.create(project=project, evidence=evidence, **fields)
    mention(project, evidence)
    return row
