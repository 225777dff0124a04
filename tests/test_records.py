"""The records keep their own rules: in the database, on both, whoever writes."""

from __future__ import annotations

import uuid
from collections.abc import Callable, Iterator
from datetime import date
from decimal import Decimal
from pathlib import Path
from typing import Any

import pytest
from django.apps import apps
from django.contrib.contenttypes.models import ContentType
from django.core.management import call_command
from django.db import IntegrityError, connection, models, transaction

from articles.models import Article, Correction, Issue, Newspaper, Page
from departments.models import Department
from ingest.models import ImportedRecord, Revision, Upload
from pingyao_cms.management.commands.load_demo import FIXTURES, NAMES, flush
from projects.models import Evidence, Investment, Progress, Project, Target
from tests import factories as make

pytestmark = pytest.mark.django_db

ROOMS = ("departments", "articles", "projects", "ingest")
DAY = date(2026, 11, 20)


def records() -> Iterator[type[models.Model]]:
    for room in ROOMS:
        for model in apps.get_app_config(room).get_models():
            if not model.__name__.startswith("Historical"):
                yield model


def of_itself(record: models.Model, field: str) -> None:
    """Point a record at itself, past all forms."""
    type(record)._default_manager.filter(pk=record.pk).update(**{field: record.pk})


def write(model: type[models.Model], record: models.Model, **values: Any) -> None:
    model._default_manager.filter(pk=record.pk).update(**values)


def upload(**values: Any) -> Upload:
    given = {
        "newspaper": make.NewspaperFactory(),
        "issue_date": DAY,
        "original_name": "一版.txt",
        "sha256": uuid.uuid4().hex,
        "size": 10,
    }
    return Upload.objects.create(**{**given, **values})


def twice(made: Callable[[], Any]) -> None:
    made()
    made()


def same_file() -> None:
    twice(lambda: upload(sha256="a" * 64))


def same_step() -> None:
    one = upload()
    twice(lambda: Revision.objects.create(upload=one, number=1, action="edit_text"))


def same_trace() -> None:
    one, article = upload(), make.ArticleFactory()
    row = {"content_type": ContentType.objects.get_for_model(Article), "object_id": article.pk}
    twice(lambda: ImportedRecord.objects.create(upload=one, **row))


def same_alias() -> None:
    project = make.ProjectFactory()
    twice(lambda: project.aliases.create(name="菜库"))


def same_mention() -> None:
    project, evidence = make.ProjectFactory(), make.EvidenceFactory()
    twice(lambda: project.mentions.create(evidence=evidence))


def same_day() -> None:
    paper = make.NewspaperFactory()
    twice(lambda: Issue.objects.create(newspaper=paper, date=DAY))


def same_page() -> None:
    issue = make.IssueFactory()
    twice(lambda: Page.objects.create(issue=issue, number=1))


# What each rule forbids, written past every form. A rule without its line here fails the test.
FORBIDDEN: dict[str, Callable[[], Any]] = {
    "department_not_its_own_parent": lambda: of_itself(make.DepartmentFactory(), "parent"),
    "department_name_not_empty": lambda: write(Department, make.DepartmentFactory(), name=""),
    "one_newspaper_of_the_site": lambda: (
        make.NewspaperFactory(),
        Newspaper.objects.create(name="另一张报", slug="ling", county="清河县", is_site=True),
    ),
    "section_not_its_own_parent": lambda: of_itself(make.SectionFactory(), "parent"),
    "one_issue_a_day": same_day,
    "one_page_of_a_number": same_page,
    "page_number_from_one": lambda: write(Page, make.PageFactory(), number=0),
    "published_article_has_a_date": lambda: write(
        Article, make.ArticleFactory(), published_at=None
    ),
    "article_headline_not_empty": lambda: write(Article, make.ArticleFactory(), headline=""),
    "reprint_names_its_source": lambda: write(
        Article, make.ArticleFactory(), reprint_author="某人"
    ),
    "correction_says_something": lambda: Correction.objects.create(
        article=make.ArticleFactory(), text=""
    ),
    "evidence_quotes_something": lambda: write(Evidence, make.EvidenceFactory(), exact=""),
    "evidence_mark_in_order": lambda: write(Evidence, make.EvidenceFactory(), mark_end=0),
    "project_name_not_empty": lambda: write(Project, make.ProjectFactory(), name=""),
    "project_not_its_own_phase": lambda: of_itself(make.ProjectFactory(), "parent"),
    "project_bricks_five_at_most": lambda: write(Project, make.ProjectFactory(), bricks=6),
    "one_alias_a_project": same_alias,
    "one_mention_a_sentence": same_mention,
    "investment_not_negative": lambda: write(Investment, make.InvestmentFactory(), amount=-1),
    "investment_range_in_order": lambda: write(
        Investment, make.InvestmentFactory(), amount_to=Decimal(1)
    ),
    "foreign_money_has_no_yuan": lambda: write(
        Investment, make.InvestmentFactory(), currency="USD"
    ),
    "investment_not_its_own_predecessor": lambda: of_itself(make.InvestmentFactory(), "supersedes"),
    "investment_change_needs_predecessor": lambda: write(
        Investment, make.InvestmentFactory(), change="plan"
    ),
    "stage_target_names_its_stage": lambda: write(Target, make.TargetFactory(), stage=""),
    "due_date_has_a_precision": lambda: write(Target, make.TargetFactory(), due_precision=""),
    "met_target_has_a_date_and_evidence": lambda: write(
        Target, make.TargetFactory(), outcome="met", outcome_on=DAY
    ),
    "missed_target_has_evidence_or_a_search": lambda: write(
        Target, make.TargetFactory(), outcome="missed", outcome_on=DAY
    ),
    "target_check_is_paired": lambda: write(
        Target, make.TargetFactory(), checked_by=make.UserFactory().pk
    ),
    "target_says_what": lambda: write(Target, make.TargetFactory(), indicator=""),
    "progress_says_something": lambda: write(Progress, make.ProgressFactory(), stage=""),
    "the_same_file_once": same_file,
    "proposal_is_kept_twice": lambda: upload(machine={}),
    "committed_upload_has_a_date": lambda: upload(state="committed"),
    "failed_upload_says_why": lambda: upload(state="failed"),
    "one_step_a_revision": same_step,
    "one_record_an_upload": same_trace,
}


def test_every_rule_of_a_record_stands_in_the_database_and_has_its_example() -> None:
    written, standing = set(), set()
    for model in records():
        written |= {rule.name for rule in model._meta.constraints}
        with connection.cursor() as cursor:
            standing |= set(connection.introspection.get_constraints(cursor, model._meta.db_table))
    assert written <= standing
    assert written == set(FORBIDDEN)


@pytest.mark.parametrize("rule", FORBIDDEN)
def test_what_a_rule_forbids_is_refused_by_the_database(rule: str) -> None:
    with pytest.raises(IntegrityError) as refused, transaction.atomic():
        FORBIDDEN[rule]()
    # SQLite names the columns of a broken unique rule, not the rule.
    assert rule in str(refused.value) or "UNIQUE" in str(refused.value)


def counted() -> dict[str, int]:
    return {model._meta.label: model._default_manager.count() for model in records()}


def load(*files: Path) -> None:
    call_command("loaddata", *files, verbosity=0)


def test_the_fixtures_can_be_loaded_again_and_change_nothing() -> None:
    files = [FIXTURES / f"{name}.json" for name in NAMES]
    load(*files)
    once = counted()
    load(*files)
    assert counted() == once


def test_what_is_dumped_by_natural_keys_comes_back_the_same(tmp_path: Path) -> None:
    load(*(FIXTURES / f"{name}.json" for name in NAMES))
    dump = {"natural_foreign": True, "natural_primary": True, "verbosity": 0}
    labels = ["taggit.tag", "departments", "articles", "projects"]
    leave_out = ["articles.historicalarticle", "articles.stamp"]
    before, after = tmp_path / "before.json", tmp_path / "after.json"
    call_command("dumpdata", *labels, exclude=leave_out, output=str(before), **dump)
    flush()
    load(before)
    call_command("dumpdata", *labels, exclude=leave_out, output=str(after), **dump)
    assert sorted(after.read_text().split("}, {")) == sorted(before.read_text().split("}, {"))
    assert '"pk"' not in before.read_text()
