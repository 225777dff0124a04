"""What an upload brought into the house, by kind, with the way to each row."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Any

from articles.models import Article, Issue, Page
from departments.models import Department
from ingest.models import Upload
from ingest.undoing import what_keeps_it
from projects.models import Capacity, Investment, Progress, Project, Target

FACTS = (Investment, Target, Progress, Capacity)


@dataclass
class Outcome:
    """The rows that an import made; `obstacles` say why it cannot be taken back."""

    articles: list[Article] = field(default_factory=list)
    projects: list[Project] = field(default_factory=list)
    departments: list[Department] = field(default_factory=list)
    places: list[Issue | Page] = field(default_factory=list)
    facts: list[dict[str, Any]] = field(default_factory=list)
    obstacles: list[str] = field(default_factory=list)


def outcome_of(upload: Upload) -> Outcome:
    found = Outcome()
    if upload.state != Upload.State.COMMITTED:
        return found
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
            found.facts.append({"row": row, "kind_label": row._meta.verbose_name})
    found.obstacles = what_keeps_it(upload)
    return found
