"""The demo content: it loads, it hangs together, and every figure stands in print."""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Iterator
from datetime import date
from pathlib import Path
from typing import Any

import pytest
from django.core.management import call_command
from django.db import transaction
from PIL import Image
from tablib import Dataset

from articles.models import Article, Issue, Page, Photo, Section
from departments.models import Department
from pingyao_cms.management.commands.load_demo import FIXTURES, NAMES
from projects import ledger
from projects.checking import complaints
from projects.models import Capacity, Evidence, Investment, Progress, Project, Target
from projects.models.facts import FACTS
from projects.resources import ProjectResource
from tests.conftest import TODAY

ISSUE_DATES = [date(2026, 11, 10), date(2026, 11, 17), date(2026, 11, 24)]
LONGEST_BORROWED = 15


@pytest.fixture(scope="module")
def demo(django_db_setup: None, django_db_blocker: Any) -> Iterator[None]:
    """The fixtures as plain `loaddata` leaves them, once for all tests that only read."""
    with django_db_blocker.unblock(), transaction.atomic():
        call_command("loaddata", *(FIXTURES / f"{name}.json" for name in NAMES), verbosity=0)
        yield
        transaction.set_rollback(True)


def facts() -> Iterator[Any]:
    for model in FACTS:
        yield from model._default_manager.select_related("evidence__article")


# What is there


@pytest.mark.django_db
def test_there_is_enough_of_everything(demo: None) -> None:
    assert Section.objects.top().count() == 8
    assert Article.objects.published().count() >= 40
    assert Department.objects.count() >= 25
    assert set(Department.objects.values_list("kind", flat=True)) >= {
        "party",
        "government",
        "township",
        "subdistrict",
        "community",
        "village",
        "institution",
        "company",
        "association",
    }
    assert Department.objects.exclude(parent=None).exists()
    assert Project.objects.public().count() >= 20
    assert Photo.objects.count() >= 14
    issues = list(Issue.objects.published().order_by("date"))
    assert [issue.date for issue in issues] == ISSUE_DATES
    assert [issue.number for issue in issues] == [1285, 1286, 1287]
    assert all(4 <= issue.pages.count() <= 8 for issue in issues)


@pytest.mark.django_db
def test_every_section_and_every_page_of_print_has_articles(demo: None) -> None:
    public = Article.objects.published()
    for section in Section.objects.all():
        assert public.filter(section=section).exists(), section
    for page in Page.objects.all():
        assert public.filter(page=page).exists(), page


@pytest.mark.django_db
def test_published_articles_are_written_out(demo: None) -> None:
    for article in Article.objects.published():
        assert article.summary, article
        assert len(article.plain) >= 300, article
        assert article.tags.exists(), article


@pytest.mark.django_db
def test_the_newsroom_has_work_waiting_and_nothing_of_it_is_public(demo: None) -> None:
    states = Counter(Article.objects.values_list("status", flat=True))
    assert (states["draft"], states["in_review"], states["withdrawn"]) == (2, 1, 1)
    tomorrow = Article.objects.filter(status="published", published_at__date__gt=TODAY)
    assert tomorrow.count() == 1
    assert not Article.objects.published().filter(pk__in=tomorrow).exists()


@pytest.mark.django_db
def test_pictures_are_described_and_light(demo: None) -> None:
    for photo in Photo.objects.all():
        path = FIXTURES / "media" / str(photo.image.name)
        assert photo.caption, photo
        assert photo.credit, photo
        assert photo.alt, photo
        assert path.stat().st_size <= 120_000, path
        with Image.open(path) as image:
            assert image.size == (photo.width, photo.height)
    for page in Page.objects.all():
        path = FIXTURES / "media" / str(page.image.name)
        assert path.stat().st_size <= 150_000, path


# The ledger


@pytest.mark.django_db
def test_every_quote_is_a_whole_sentence_of_its_article(demo: None) -> None:
    for quote in Evidence.objects.select_related("article"):
        plain = quote.article.plain
        line = next((line for line in plain.split("\n") if quote.exact in line), "")
        before, _, after = line.partition(quote.exact)
        assert line, quote
        assert before.strip() in {"", "本报讯"} or before[-1] in "。！？”’）", quote
        assert quote.exact[-1] in "。！？”’）；：" or not after, quote
        assert quote.prefix + quote.exact + quote.suffix in plain, quote


@pytest.mark.django_db
def test_the_mark_covers_the_printed_figure(demo: None) -> None:
    seen = 0
    for fact in facts():
        if printed := getattr(fact, "printed", ""):
            seen += 1
            assert printed in fact.evidence.marked, fact
    assert seen > 50


@pytest.mark.django_db
def test_every_fact_is_what_its_sentence_says(demo: None) -> None:
    assert {str(fact): complaints(fact) for fact in facts() if complaints(fact)} == {}


def test_every_fact_of_a_project_is_a_mention_of_it(demo: None) -> None:
    for fact in facts():
        if isinstance(fact, Investment):
            covered = list(fact.projects.all())
            assert covered or fact.is_statement, fact
        else:
            covered = [fact.project] if fact.project else []
        for project in covered:
            assert project.mentions.filter(evidence=fact.evidence).exists(), fact


@pytest.mark.django_db
def test_the_ledger_shows_every_way_a_promise_can_go(demo: None) -> None:
    standings = Counter(target.standing(TODAY) for target in Target.objects.public())
    assert set(standings) == {
        "met",
        "met_late",
        "open",
        "due_soon",
        "overdue",
        "missed",
        "revised",
        "dropped",
    }
    for target in Target.objects.overdue(TODAY):
        assert target.checked_on, target
        assert target.searched_in, target
    stages = set(Project.objects.values_list("stage", flat=True))
    assert stages >= {"stalled", "cancelled", "operating", "planned"}


@pytest.mark.django_db
def test_money_has_its_history(demo: None) -> None:
    chains = Investment.objects.filter(supersedes__supersedes__isnull=False)
    assert chains.exists(), "no investment was revised twice"
    assert set(Investment.objects.values_list("measure", flat=True)) == set(
        Investment.Measure.values
    )
    assert Investment.objects.filter(is_statement=True, members__gt=1).exists()
    joint = [row for row in Investment.objects.of_projects() if row.projects.count() == 2]
    assert joint, "no sum was printed for two projects together"
    assert Project.objects.exclude(parent=None).exists()
    assert Progress.objects.exists()
    assert Capacity.objects.exists()


@pytest.mark.django_db
def test_what_the_fixtures_store_for_sorting_is_what_the_ledger_derives(demo: None) -> None:
    columns = ("uid", "total_yuan", "next_due_on", "stage", "bricks")
    stored = list(Project.objects.order_by("uid").values_list(*columns))
    ledger.rebuild_all()
    assert list(Project.objects.order_by("uid").values_list(*columns)) == stored


# The files to upload


@pytest.mark.django_db
def test_the_demo_spreadsheet_of_projects_can_be_imported(demo: None) -> None:
    content = (FIXTURES / "uploads" / "demo-projects.xlsx").read_bytes()
    table = Dataset().load(content, format="xlsx")
    result = ProjectResource().import_data(table, dry_run=True)
    assert not result.has_errors()
    assert not result.has_validation_errors()
    assert result.totals["new"] == 4
    assert result.totals["update"] == 1


# Own words


def longest_common(text: str, source: str, limit: int) -> list[str]:
    """Passages of `source` longer than `limit` characters that stand in `text`."""
    grams = {text[i : i + limit + 1] for i in range(len(text) - limit)}
    return [
        source[i : i + limit + 1]
        for i in range(len(source) - limit)
        if source[i : i + limit + 1] in grams
    ]


def test_no_sentence_is_borrowed_from_the_real_page(seed: Path) -> None:
    page = next(seed.glob("*.txt")).read_text("utf-8")
    texts = [
        value
        for name in NAMES
        for row in json.loads((FIXTURES / f"{name}.json").read_text("utf-8"))
        for value in row["fields"].values()
        if isinstance(value, str)
    ]
    texts += [path.read_text("utf-8") for path in (FIXTURES / "uploads").glob("*.txt")]
    assert longest_common("\n".join(texts), "".join(page.split()), LONGEST_BORROWED) == []
