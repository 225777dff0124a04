"""Articles of an issue that is still to come wait for its morning; nobody is shown it before."""

from __future__ import annotations

from datetime import date, datetime
from decimal import Decimal
from typing import Any
from uuid import UUID

import pytest
from django.contrib.auth.models import User
from django.test import Client
from django.utils import timezone

from articles import clock, workflow
from articles.chrome import read_site
from articles.models import Article, Issue, Status
from articles.views_issue import public_days
from projects import history, ledger
from projects.days import printed_on, reached_on
from projects.presenting import source_words
from tests.articles.newsroom import LIST, address, form_of
from tests.factories import (
    SENTENCE,
    ArticleFactory,
    EvidenceFactory,
    InvestmentFactory,
    IssueFactory,
    PageFactory,
    ProgressFactory,
    ProjectFactory,
)

pytestmark = pytest.mark.django_db
TODAY, COMING = date(2026, 11, 24), date(2026, 12, 2)


def in_review(day: date = COMING, **fields: Any) -> Article:
    page = PageFactory(issue=IssueFactory(date=day, number=1291 + day.day))
    article: Article = ArticleFactory(
        status=Status.IN_REVIEW, published_at=None, issue=page.issue, page=page, **fields
    )
    return article


def step(article: Article) -> str:
    return f"{LIST}{article.pk}/step/publish/"


def taken(editor: tuple[Client, User], article: Article, **sent: str) -> Article:
    assert editor[0].post(step(article), sent).status_code == 302
    article.refresh_from_db()
    return article


def test_it_is_scheduled_for_the_morning_of_its_issue(editor: tuple[Client, User]) -> None:
    article = taken(editor, in_review())
    assert article.status == Status.PUBLISHED
    assert article.is_scheduled()
    assert timezone.localtime(article.published_at).isoformat()[:16] == "2026-12-02T06:00"


def test_the_editor_is_told_before_and_may_say_now(editor: tuple[Client, User]) -> None:
    article = in_review()
    page = editor[0].get(step(article)).content.decode()
    assert "2026年12月2日的报纸还没有出版" in page
    assert 'name="publish_now"' in page
    article = taken(editor, article, publish_now="1")
    assert article.is_published()


def test_both_ways_stand_under_the_form(editor: tuple[Client, User]) -> None:
    article = in_review()
    page = editor[0].get(address(article)).content.decode()
    assert "随12月2日的报纸发布" in page
    sent = form_of(article, published_at_0="", published_at_1="", _step="publish_now")
    sent |= {"issue": article.issue_id, "page": article.page_id}
    assert editor[0].post(address(article), sent).status_code == 302
    article.refresh_from_db()
    assert article.is_published()


@pytest.mark.parametrize("day", [TODAY, date(2026, 11, 20)])
def test_an_issue_that_has_come_out_waits_for_nothing(
    day: date, editor: tuple[Client, User]
) -> None:
    article = in_review(day)
    assert "publish_now" not in editor[0].get(step(article)).content.decode()
    assert taken(editor, article).is_published()


def test_a_date_that_was_set_by_hand_stands(editor: tuple[Client, User]) -> None:
    article = in_review()
    article.published_at = timezone.make_aware(datetime(2026, 12, 5, 9, 0))
    article.save()
    assert "publish_now" not in editor[0].get(step(article)).content.decode()
    assert timezone.localtime(taken(editor, article).published_at).day == 5


def test_many_at_once_wait_for_their_issues_too(editor: tuple[Client, User]) -> None:
    rows = [in_review(), in_review(TODAY)]
    sent = {"action": "publish_selected", "_selected_action": [row.pk for row in rows]}
    page = editor[0].post(LIST, sent, follow=True).content.decode()
    assert "1篇已定时" in page
    assert [Article.objects.get(pk=row.pk).is_published() for row in rows] == [False, True]


def test_what_is_public_before_its_issue_never_shows_the_issue(
    editor: tuple[Client, User], client: Client
) -> None:
    out = in_review(TODAY, headline="今天的")
    early = in_review(headline="明天的")
    for article in (out, early):
        workflow.publish_article(article=article, by=editor[1], at=clock.now())
    assert early.is_published()
    site = read_site()
    assert site.issue and site.issue.date == TODAY
    assert public_days() == [TODAY]
    assert client.get(f"/issues/{COMING}/").status_code == 404
    assert "2026-12-02" not in client.get("/sitemap-issues.xml").content.decode()
    page = client.get(early.get_absolute_url()).content.decode()
    assert "明天的" in page
    for word in ("12月2日", "2026-12-02", "1293"):
        assert word not in page
        assert word not in client.get("/").content.decode()
        assert word not in client.get(early.section.get_absolute_url()).content.decode()


def test_the_ledger_dates_it_by_the_day_of_publication(editor: tuple[Client, User]) -> None:
    early = in_review()
    evidence = EvidenceFactory(article=early)
    workflow.publish_article(article=early, by=editor[1], at=clock.now())
    assert printed_on(evidence.article) == timezone.localdate(early.published_at)
    assert "1293" not in source_words(evidence.article)


def test_a_figure_told_before_its_issue_is_older_than_one_told_since(
    editor: tuple[Client, User], settings: Any
) -> None:
    project, early, since = ProjectFactory(), in_review(), in_review(date(2026, 11, 28))
    for article, amount in ((early, 3), (since, 4)):
        told = EvidenceFactory(article=article)
        InvestmentFactory(projects=[project], evidence=told, amount=Decimal(amount) * 10**8)
    workflow.publish_article(article=early, by=editor[1], at=clock.now())
    workflow.publish_article(article=since, by=editor[1])
    for day in ("2026-11-29", COMING.isoformat()):
        settings.SITE_TODAY = day
        ledger.rebuild(project)
        project.refresh_from_db()
        assert project.total_yuan == ledger.county_sums(clock.today()).total.yuan == 4 * 10**8
        (totals,) = history.totals_of([project.pk]).values()
        assert [row.amount for row in totals] == [3 * 10**8, 4 * 10**8]


def test_what_was_published_after_midnight_is_of_the_new_day(settings: Any) -> None:
    settings.SITE_TODAY = COMING.isoformat()
    project = ProjectFactory()
    for number, hour in ((9, datetime(2026, 11, 25, 23)), (1, datetime(2026, 11, 26, 1))):
        told = EvidenceFactory(article=ArticleFactory(published_at=timezone.make_aware(hour)))
        amount, uid = Decimal(number) * 10**8, UUID(int=number)
        InvestmentFactory(uid=uid, projects=[project], evidence=told, amount=amount)
    ledger.rebuild(project)
    project.refresh_from_db()
    assert project.total_yuan == 10**8


def test_the_stage_of_a_project_is_the_one_that_was_told_last(
    editor: tuple[Client, User], settings: Any
) -> None:
    project, early, since = ProjectFactory(), in_review(), in_review(date(2026, 11, 28))
    for article, stage in ((early, "started"), (since, "stalled")):
        told, day = EvidenceFactory(article=article), article.issue.date
        ProgressFactory(project=project, evidence=told, date=day, stage=stage)
    workflow.publish_article(article=early, by=editor[1], at=clock.now())
    workflow.publish_article(article=since, by=editor[1])
    settings.SITE_TODAY = COMING.isoformat()
    ledger.rebuild(project)
    project.refresh_from_db()
    assert project.stage == "stalled"


def test_a_stage_of_the_coming_issue_is_reached_when_readers_are_told(
    editor: tuple[Client, User], client: Client
) -> None:
    early = in_review(body=f"<p>{SENTENCE}</p>")
    told = EvidenceFactory(article=early, exact=SENTENCE)
    step = ProgressFactory(evidence=told, date=COMING, stage="started")
    workflow.publish_article(article=early, by=editor[1], at=clock.now())
    ledger.rebuild(step.project)
    assert reached_on(step) == TODAY
    for shown in (step.project.get_absolute_url(), early.get_absolute_url()):
        page = client.get(shown).content.decode()
        assert "12月2日" not in page


def test_on_its_day_everything_is_there(editor: tuple[Client, User], settings: Any) -> None:
    article = taken(editor, in_review())
    assert not Issue.objects.published().exists()
    settings.SITE_TODAY = COMING.isoformat()
    assert article.is_published()
    assert list(Issue.objects.published()) == [article.issue]
    assert printed_on(article) == COMING
    assert article.printed_in == article.issue


def test_the_preview_names_the_issue_that_is_to_come(editor: tuple[Client, User]) -> None:
    article = in_review()
    assert article.printed_in == article.issue
    page = editor[0].get(address(article, "preview")).content.decode()
    assert "第1293期" in page
