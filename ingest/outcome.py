"""What an upload brought into the house, by kind, with the way to each row."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Any

from django.db.models import prefetch_related_objects
from django.urls import reverse

from articles.models import Article, Issue, Page
from departments.models import Department
from ingest.desk.doubts import FOLIO, doubts
from ingest.doubt_words import grade, sentence
from ingest.models import Upload
from ingest.undoing import what_keeps_it
from projects.models import Capacity, Investment, Progress, Project, Target

FACTS = (Investment, Target, Progress, Capacity)


@dataclass(frozen=True)
class FactLine:
    """One fact of the ledger with what it is about and the sentence that says it."""

    row: Any
    kind: str
    projects: list[Project]
    sentence: str
    address: str

    @classmethod
    def of(cls, row: Any) -> FactLine:
        """Wants `evidence` and the projects of the row loaded with it."""
        found = row.projects.all() if isinstance(row, Investment) else [row.project]
        quote = row.evidence
        page = reverse("admin:articles_article_preview", args=[quote.article_id])
        return cls(
            row=row,
            kind=str(row._meta.verbose_name),
            projects=[each for each in found if each],
            sentence=quote.exact,
            address=f"{page}?fact={quote.uid}#f-{quote.uid}",
        )


@dataclass
class Outcome:
    """The rows that an import made; `obstacles` say why it cannot be taken back."""

    articles: list[Article] = field(default_factory=list)
    projects: list[Project] = field(default_factory=list)
    departments: list[Department] = field(default_factory=list)
    places: list[Issue | Page] = field(default_factory=list)
    facts: list[FactLine] = field(default_factory=list)
    obstacles: list[str] = field(default_factory=list)
    contradictions: list[dict[str, str]] = field(default_factory=list)


def outcome_of(upload: Upload) -> Outcome:
    found = Outcome()
    facts: list[Any] = []
    if upload.state != Upload.State.COMMITTED:
        return found
    found.contradictions = [
        {"tag": grade(each)["tag"], "sentence": sentence(each)}
        for each in doubts(upload.document)
        if each["target"] == FOLIO
    ]
    for record in upload.records.order_by("pk").prefetch_related("record"):
        row: Any = record.record
        if isinstance(row, Article):
            found.articles.append(row)
        elif isinstance(row, Project):
            found.projects.append(row)
        elif isinstance(row, Department):
            found.departments.append(row)
        elif isinstance(row, Issue | Page):
            found.places.append(row)
        elif isinstance(row, FACTS):
            facts.append(row)
    for kind in FACTS:
        about = "projects" if kind is Investment else "project"
        rows = [row for row in facts if isinstance(row, kind)]
        prefetch_related_objects(rows, "evidence", about)
    found.facts = [FactLine.of(row) for row in facts]
    found.obstacles = what_keeps_it(upload)
    return found
