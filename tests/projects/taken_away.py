"""A project whose feed and table a reader takes away: what is said of it, and what is in them."""

from __future__ import annotations

import csv
import io
from typing import Any

import feedparser
import openpyxl
from django.test import Client

from tests.factories import ArticleFactory, EvidenceFactory, MentionFactory

SITE = "http://127.0.0.1:8000"
FEEDS = ["feed.rss", "feed.atom"]


def said(project: Any, exact: str, mark: str = "", **article: Any) -> Any:
    """A sentence about the project in an article of its own."""
    start = exact.index(mark)
    evidence = EvidenceFactory(
        article=ArticleFactory(**article),
        exact=exact,
        mark_start=start if mark else None,
        mark_end=start + len(mark) if mark else None,
    )
    MentionFactory(project=project, evidence=evidence)
    return evidence


def address(project: Any, name: str) -> str:
    return f"/projects/{project.pk}/{name}"


def cells_in(workbook: bytes) -> list[Any]:
    return [
        cell.value for line in openpyxl.load_workbook(io.BytesIO(workbook)).active for cell in line
    ]


def words_in(data: bytes, name: str) -> str:
    """What a reader of the file sees, whatever its form."""
    return str(cells_in(data)) if name.endswith("xlsx") else data.decode()


def rows(client: Client, project: Any) -> list[dict[str, str]]:
    text = client.get(address(project, "ledger.csv")).content.decode("utf-8-sig")
    return list(csv.DictReader(io.StringIO(text)))


def entries(client: Client, project: Any, name: str = "feed.atom") -> Any:
    feed = feedparser.parse(client.get(address(project, name)).content)
    assert not feed.bozo
    return feed.entries
