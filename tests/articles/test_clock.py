"""One clock for the whole newsroom: on a stopped day nothing is dated by another."""

from __future__ import annotations

from datetime import date
from typing import Any

import pytest
from django.contrib.admin.models import LogEntry
from django.urls import reverse
from django.utils.timezone import localdate

from articles import workflow
from articles.models import Status
from ingest.committing import commit_upload
from ingest.reviewing import take_step
from projects.models import Investment
from tests.conftest import TODAY
from tests.factories import ArticleFactory, SectionFactory
from tests.ingest.uploads import person_of, receive

pytestmark = pytest.mark.django_db


@pytest.fixture
def editor() -> Any:
    return person_of("编辑")


def test_an_article_is_changed_on_the_day_of_the_site(editor: Any) -> None:
    article = ArticleFactory(status=Status.DRAFT, published_at=None, author=editor)
    assert localdate(article.updated_at) == TODAY
    article.headline = "改过的标题"
    workflow.save_draft(article=article, by=editor)
    assert localdate(article.updated_at) == TODAY
    assert localdate(article.history.first().history_date) == TODAY


def test_an_upload_its_steps_and_its_commit_are_of_the_day_of_the_site(
    editor: Any, settings: Any
) -> None:
    settings.SITE_TODAY = "2026-11-22"
    day = date(2026, 11, 22)
    upload = receive(editor)
    assert localdate(upload.uploaded_at) == day
    article = upload.document["articles"][0]["id"]
    values = {"article": article, "kicker": "民生"}
    take_step(upload=upload, revision=0, action="edit_article", values=values, by=editor)
    assert localdate(upload.revisions.get().at) == day
    assert localdate(commit_upload(upload=upload, by=editor).committed_at) == day
    assert localdate(Investment.objects.get().created_at) == day


def test_the_log_of_a_record_is_kept_by_the_same_clock(admin_client: Any) -> None:
    section = SectionFactory()
    url = reverse("admin:articles_section_change", args=[section.pk])
    form = {"name": "要闻", "slug": section.slug, "order": section.order, "description": ""}
    admin_client.post(url, form)
    assert localdate(LogEntry.objects.get().action_time) == TODAY
