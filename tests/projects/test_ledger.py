"""The ledger counts what published sentences say, and nothing else."""

from __future__ import annotations

from datetime import date, datetime, timedelta
from decimal import Decimal
from importlib import import_module

import pytest
from django.apps import apps
from django.utils import timezone

from articles import workflow
from articles.models import Status
from projects import ledger, presenting
from projects.found import projects_found
from projects.ledger_lines import lines_of
from projects.models import Investment, Progress, Project, Stage, Target
from projects.recording import QuoteNotFoundError, quote, record_investment
from tests.conftest import TODAY
from tests.factories import (
    ArticleFactory,
    EvidenceFactory,
    InvestmentFactory,
    IssueFactory,
    ProgressFactory,
    ProjectFactory,
    TargetFactory,
    UserFactory,
)

pytestmark = pytest.mark.django_db
TOMORROW = timezone.make_aware(datetime(2026, 11, 25, 8))


def test_the_county_total_counts_published_figures():
    InvestmentFactory(projects=[ProjectFactory()])
    InvestmentFactory(projects=[ProjectFactory()], amount=Decimal(20_000_000), comparator=">=")
    sums = ledger.county_sums(TODAY)
    assert (sums.projects, sums.total.yuan, sums.total.comparator) == (2, 150_000_000, ">=")


@pytest.mark.parametrize(
    "hidden",
    [
        {"status": Status.DRAFT, "published_at": None},
        {"status": Status.IN_REVIEW, "published_at": None},
        {"status": Status.WITHDRAWN},
        {"published_at": TOMORROW},
    ],
)
def test_figures_of_articles_that_are_not_public_leave_every_sum(hidden):
    project = ProjectFactory()
    evidence = EvidenceFactory(article=ArticleFactory(**hidden))
    InvestmentFactory(projects=[project], evidence=evidence)
    TargetFactory(project=project, evidence=evidence, due_on=TODAY - timedelta(1))
    ledger.rebuild(project)
    project.refresh_from_db()
    sums = ledger.county_sums(TODAY)
    assert (sums.projects, sums.total.yuan, sums.overdue) == (0, 0, 0)
    assert project.total_yuan is None
    assert project.next_due_on is None
    assert not Project.objects.public().exists()


HIDDEN = [
    {"status": Status.DRAFT, "published_at": None},
    {"status": Status.WITHDRAWN},
    {"published_at": TOMORROW},
]


@pytest.mark.parametrize("hidden", HIDDEN)
def test_what_only_a_hidden_article_tells_of_a_promise_is_told_nowhere(hidden):
    proof = EvidenceFactory(article=ArticleFactory(**hidden))
    late = TODAY - timedelta(days=10)
    met = {"outcome": "met", "outcome_on": TODAY, "outcome_evidence": proof}
    target = TargetFactory(due_on=late, **met)
    sums = ledger.county_sums(TODAY)
    assert sums.overdue == 1
    ledger.rebuild(target.project)
    target.project.refresh_from_db()
    assert target.project.next_due_on == late


@pytest.mark.parametrize("hidden", HIDDEN)
def test_a_date_that_only_a_hidden_article_moves_stands_as_it_was(hidden):
    target = TargetFactory(due_on=TODAY + timedelta(days=3), outcome="revised")
    evidence = EvidenceFactory(article=ArticleFactory(**hidden))
    TargetFactory(supersedes=target, evidence=evidence, project=target.project)
    assert list(Target.objects.public().open_to_readers()) == [target]
    assert list(Target.objects.due_between(TODAY, TODAY + timedelta(days=30))) == [target]


def test_an_outcome_that_is_published_counts():
    met = {"outcome": "met", "outcome_on": TODAY, "outcome_evidence": EvidenceFactory()}
    TargetFactory(due_on=TODAY - timedelta(days=10), **met)
    sums = ledger.county_sums(TODAY)
    assert sums.overdue == 0


def test_an_article_dated_ahead_changes_the_stored_sums_when_its_day_comes(client, settings):
    project = ProjectFactory()
    InvestmentFactory(projects=[project], as_of=date(2026, 11, 1))
    ahead = EvidenceFactory(article=ArticleFactory(published_at=TOMORROW))
    InvestmentFactory(
        projects=[project], amount=Decimal(9), as_of=date(2026, 11, 25), evidence=ahead
    )
    ledger.rebuild(project)
    for day, total in (("2026-11-24", 130_000_000), ("2026-11-25", 9)):
        settings.SITE_TODAY = day
        client.get("/projects/")
        project.refresh_from_db()
        assert project.total_yuan == total
    assert project.stale_at is None


def test_what_was_stored_before_an_update_is_rebuilt_by_the_first_who_reads(client, settings):
    """Migrations take sentences and outcomes back and know no rules to derive sums by."""
    project, promise = ProjectFactory(), TargetFactory()
    InvestmentFactory(projects=[project], evidence=EvidenceFactory(broken=True))
    Project.objects.update(total_yuan=130_000_000, stale_at=None)
    module = import_module("projects.migrations.0007_stored_sums_are_looked_at_again")
    for operation in module.Migration.operations:
        operation.code(apps, None)
    client.get("/projects/")
    project.refresh_from_db()
    assert (project.total_yuan, project.stale_at) == (None, None)
    promise.project.refresh_from_db()
    assert promise.project.next_due_on == date(2026, 12, 31)


def test_moving_a_published_article_into_the_future_takes_its_figures_along():
    editor = UserFactory(is_superuser=True)
    project, article = ProjectFactory(), ArticleFactory()
    InvestmentFactory(projects=[project], evidence=EvidenceFactory(article=article))
    ledger.rebuild(project)
    article.published_at = TOMORROW
    workflow.save_published(article=article, by=editor, reason="改期见报")
    project.refresh_from_db()
    assert (project.total_yuan, project.stale_at) == (None, TOMORROW)


def test_a_statement_about_a_set_is_no_addend():
    InvestmentFactory(is_statement=True, members=50, amount=Decimal(17_870_000_000))
    assert ledger.county_sums(TODAY).total.yuan == 0


def test_a_revised_figure_replaces_the_one_it_supersedes():
    project = ProjectFactory()
    first = InvestmentFactory(projects=[project], as_of=date(2026, 2, 1))
    InvestmentFactory(
        projects=[project], amount=Decimal(148_000_000), as_of=date(2025, 1, 1), supersedes=first
    )
    ledger.rebuild(project)
    project.refresh_from_db()
    assert project.total_yuan == Decimal(148_000_000)


def test_a_withdrawn_revision_gives_its_place_back_to_the_figure_before():
    project = ProjectFactory()
    first = InvestmentFactory(projects=[project])
    withdrawn = EvidenceFactory(article=ArticleFactory(status=Status.WITHDRAWN))
    InvestmentFactory(projects=[project], amount=Decimal(9), supersedes=first, evidence=withdrawn)
    assert ledger.county_sums(TODAY).total.yuan == 130_000_000


def test_the_date_of_a_figure_is_that_of_its_issue_where_it_names_none():
    project = ProjectFactory()
    for day, amount in ((date(2026, 11, 3), 5), (date(2026, 10, 1), 9)):
        evidence = EvidenceFactory(article=ArticleFactory(issue=IssueFactory(date=day)))
        InvestmentFactory(projects=[project], amount=Decimal(amount), evidence=evidence)
    assert ledger.county_sums(TODAY).total.yuan == 5


def test_reported_completion_is_cumulative_or_by_year_but_not_both():
    project = ProjectFactory()
    year = {"measure": Investment.Measure.DONE, "period_start": date(2026, 1, 1)}
    InvestmentFactory(projects=[project], amount=Decimal(3), **year)
    InvestmentFactory(projects=[project], amount=Decimal(8), measure=Investment.Measure.DONE)
    assert ledger.county_sums(TODAY).done.yuan == 8


def test_the_stage_is_the_last_reported_and_a_halt_keeps_the_bricks():
    project = ProjectFactory()
    ProgressFactory(project=project, date=date(2026, 3, 1), stage=Stage.STRUCTURE_COMPLETE)
    ProgressFactory(project=project, date=date(2026, 6, 1), stage=Stage.STALLED)
    ledger.rebuild(project)
    project.refresh_from_db()
    assert (project.stage, project.laid) == (Stage.STALLED, 3)


def test_a_promised_stage_is_not_reached():
    project = ProjectFactory()
    TargetFactory(project=project)
    ledger.rebuild(project)
    project.refresh_from_db()
    assert project.stage == ""
    assert project.next_due_on == date(2026, 12, 31)


@pytest.mark.parametrize(
    ("outcome", "due", "done", "standing"),
    [
        ("open", date(2026, 11, 23), None, "overdue"),
        ("open", date(2026, 11, 24), None, "due_soon"),
        ("open", date(2026, 12, 24), None, "due_soon"),
        ("open", date(2026, 12, 25), None, "open"),
        ("open", None, None, "open"),
        ("met", date(2026, 6, 30), date(2026, 6, 30), "met"),
        ("met", date(2026, 6, 30), date(2026, 7, 1), "met_late"),
        ("missed", date(2026, 6, 30), None, "missed"),
        ("revised", date(2026, 6, 30), None, "revised"),
    ],
)
def test_how_a_promise_stands_is_computed(outcome, due, done, standing):
    target = TargetFactory.build(
        project=None, evidence=None, outcome=outcome, due_on=due, outcome_on=done
    )
    assert target.standing(TODAY) == standing


def test_a_fact_is_recorded_with_its_sentence_and_makes_its_project_known():
    article, project = ArticleFactory(), ProjectFactory()
    sentence = "县蔬菜冷链中心总投资1.3亿元，年底前投用。"
    evidence = quote(article, sentence, mark="1.3亿元")
    record_investment(projects=[project], evidence=evidence, amount=130_000_000, printed="1.3亿元")
    assert evidence.marked == "1.3亿元"
    assert evidence.suffix.startswith("\n菜农")
    assert list(Project.objects.public()) == [project]


def test_a_sentence_that_was_not_printed_proves_nothing():
    with pytest.raises(QuoteNotFoundError):
        quote(ArticleFactory(), "总投资2亿元。")


def test_rebuilding_everything_says_how_many():
    ProgressFactory()
    assert ledger.rebuild_all() == 1
    assert Progress.objects.get().project.name


def test_the_bound_of_a_joint_sum_is_not_that_of_a_project_s_own() -> None:
    article = ArticleFactory()
    barn, store = ProjectFactory(name="薛贤牧场"), ProjectFactory(name="薛贤粮库")
    proof = EvidenceFactory(article=article)
    InvestmentFactory(projects=[barn], evidence=proof)
    InvestmentFactory(projects=[barn, store], evidence=proof, comparator=">=")
    ledger.rebuild_all()
    (found,) = projects_found(["牧场"])
    assert found.total == presenting.figure(Decimal(130_000_000), "=")
    assert lines_of([article.pk])[article.pk].startswith("总投资1.3亿元")
