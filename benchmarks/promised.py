"""What the tests of extraction promise: their sentences, each with the works and targets that they hold right.

The tests are run, and what they read is written down as the rules alone read it; random and
hostile texts and those of the clock are left out. A test that fails teaches nothing.
"""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from pathlib import Path
from typing import Any

import pytest

from ingest import extraction
from ingest.extraction.learned.opinion import Heard, Ruled
from ingest.proposal import Article, Facts, Known, ProjectFact

PROMISED = "promised"
TESTS = Path(__file__).resolve().parent.parent / "tests" / "ingest"
_LONGEST = 600  # characters
_LEFT_OUT = ("test_extraction_time", "test_extraction_seed")

Item = dict[str, Any]


class _Listener:
    """Stands in for `extract` while the tests run, and keeps what each test read."""

    def __init__(self) -> None:
        self.extract = extraction.extract
        self.kept: dict[tuple[tuple[str, ...], str], Item] = {}
        self.heard: dict[tuple[tuple[str, ...], str], Item] = {}

    def __call__(self, articles: Sequence[Article], *, issue_date: date, known: Known) -> Facts:
        facts = self.extract(articles, issue_date=issue_date, known=known)
        texts = tuple(part.text for article in articles for part in article.paragraphs)
        if len(articles) == 1 and 0 < sum(map(len, texts)) <= _LONGEST:
            self.heard[texts, issue_date.isoformat()] = reading_of(facts)
        return facts

    def pytest_runtest_setup(self) -> None:
        self.heard = {}

    def pytest_runtest_logreport(self, report: pytest.TestReport) -> None:
        if report.when == "call" and report.passed:
            self.kept |= self.heard

    def pytest_collection_modifyitems(self, items: list[Any]) -> None:
        items[:] = [
            each for each in items
            if each.path.stem not in _LEFT_OUT and not hasattr(each.function, "hypothesis")
        ]  # fmt: skip


def reading_of(facts: Facts) -> Item:
    """Works and targets as `works_passages` wants to be told of them."""
    return {
        "projects": [_work(each) for each in facts.projects],
        "targets": [
            {
                "indicator": each.indicator,
                "value": None if each.value is None else float(each.value),
                "unit": each.unit,
                "due_on": each.due_on.isoformat() if each.due_on else None,
            }
            for each in facts.targets
        ],
    }


def _work(fact: ProjectFact) -> Item:
    announced = fact.announced
    return {
        "name": fact.name,
        "investment_yuan": float(announced.yuan) if announced and announced.yuan else None,
        "due_on": fact.due_on.isoformat() if fact.due_on else None,
    }


def rules_alone(articles: Sequence[Ruled]) -> list[Heard]:
    """Stands in for the second opinions: what the rules found is what counts."""
    return [Heard(list(each.facts), list(each.targets)) for each in articles]


def promised_items() -> list[Item]:
    """The sentences of the tests in the form of a reading, with `paragraphs` for its text."""
    listener, opinion = _Listener(), extraction.second_opinions
    extraction.extract = listener
    extraction.second_opinions = rules_alone
    try:
        files = [str(path) for path in sorted(TESTS.glob("test_extraction*.py"))]
        pytest.main(["-q", "-p", "no:xdist", "-p", "no:cacheprovider", *files], [listener])
    finally:
        extraction.extract, extraction.second_opinions = listener.extract, opinion
    return [
        {"id": f"promised-{number}", "folder": PROMISED, "file": "", "date": day,
         "paragraphs": texts, **reading}
        for number, ((texts, day), reading) in enumerate(sorted(listener.kept.items(), key=str))
    ]  # fmt: skip
