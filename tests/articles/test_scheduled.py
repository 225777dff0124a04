"""An article dated ahead is not public yet: it is called scheduled, and edited like a draft."""

from __future__ import annotations

from datetime import datetime
from importlib import import_module
from typing import Any

import pytest
from django.apps import apps
from django.contrib.auth.models import User
from django.test import Client
from django.urls import reverse
from django.utils import timezone

from articles import hooks, workflow
from articles.models import Article, ArticleEvent, Correction, Status
from projects import ledger
from tests.articles.newsroom import LIST, address, draft, form_of
from tests.factories import (
    ArticleFactory,
    EvidenceFactory,
    InvestmentFactory,
    PhotoFactory,
    ProjectFactory,
)

pytestmark = pytest.mark.django_db
AHEAD = {"published_at_0": "2026-11-25", "published_at_1": "10:00"}
WILL_BE = "将于2026年11月25日 10:00发布"


def scheduled(**fields: Any) -> Article:
    article: Article = ArticleFactory(published_at="2026-11-25T02:00Z", **fields)
    article.refresh_from_db()
    return article


def test_publishing_with_a_date_ahead_says_when_it_will_be_public(
    editor: tuple[Client, User],
) -> None:
    client, user = editor
    article = draft(user)
    workflow.submit_article(article=article, by=user)
    sent = form_of(article, _step="publish", **AHEAD)
    page = client.post(address(article), sent, follow=True).content.decode()
    assert page.count(WILL_BE) == 2, "once told, once standing over the form"
    assert "已发布" not in page
    event = article.events.first()
    assert event.get_kind_display() == "定时发布"
    assert event.note == "2026-11-25 10:00"


def test_its_form_leads_to_the_preview_and_not_to_a_page_that_is_not_there(
    editor: tuple[Client, User],
) -> None:
    article = scheduled()
    page = editor[0].get(address(article)).content.decode()
    assert WILL_BE in page
    assert f'href="{address(article, "preview")}"' in page
    assert f'href="{article.get_absolute_url()}"' not in page
    assert "已公开" not in page
    assert 'name="saving"' not in page


def test_it_is_changed_without_words_and_readers_are_told_of_nothing(
    editor: tuple[Client, User],
) -> None:
    client, _ = editor
    article = scheduled()
    sent = form_of(article, deck="新副题", **AHEAD)
    assert client.post(address(article), sent).status_code == 302
    article.refresh_from_db()
    assert article.deck == "新副题"
    assert article.status == Status.PUBLISHED
    assert not article.is_published()
    assert not Correction.objects.exists()
    assert not article.events.exists()


def test_a_new_date_is_logged_and_the_ledger_hears_of_it(
    editor: tuple[Client, User], monkeypatch: Any
) -> None:
    heard: list[Article] = []
    monkeypatch.setattr(hooks, "visibility_changed", heard.append)
    client, _ = editor
    article = scheduled()
    client.post(address(article), form_of(article, **{**AHEAD, "published_at_1": "11:30"}))
    event = article.events.get()
    assert (event.kind, event.note) == (ArticleEvent.Kind.SCHEDULED, "2026-11-25 11:30")
    article.refresh_from_db()
    client.post(address(article), form_of(article))
    article.refresh_from_db()
    assert article.is_published()
    assert article.events.first().kind == ArticleEvent.Kind.PUBLISHED
    assert heard == [article, article]


def test_once_it_is_public_a_change_asks_for_words(
    editor: tuple[Client, User], settings: Any
) -> None:
    client, _ = editor
    article = scheduled()
    settings.SITE_TODAY = "2026-11-25"
    page = client.get(address(article)).content.decode()
    assert 'name="saving"' in page
    assert (
        client.post(address(article), form_of(article, deck="新副题", **AHEAD)).status_code == 200
    )


def test_a_public_article_is_not_taken_off_the_site_by_a_date_without_words(
    editor: tuple[Client, User],
) -> None:
    client, _ = editor
    article = ArticleFactory()
    answer = client.post(address(article), form_of(article, **AHEAD))
    assert answer.status_code == 200
    assert 'name="saving"' in answer.content.decode()
    article.refresh_from_db()
    assert article.is_published()


@pytest.mark.parametrize("make", [scheduled, ArticleFactory])
def test_a_date_that_was_taken_out_is_asked_for(make: Any, editor: tuple[Client, User]) -> None:
    client, _ = editor
    article = make()
    words = {"saving": "reason", "words": "错别字"}
    sent = form_of(article, **{**words, "published_at_0": "", "published_at_1": ""})
    answer = client.post(address(article), sent)
    assert answer.status_code == 200
    assert "签发了的稿件要有发布时间" in answer.content.decode()


def test_an_older_version_of_it_comes_back_without_words(editor: tuple[Client, User]) -> None:
    client, user = editor
    article = scheduled(deck="旧副题")
    article.deck = "新副题"
    workflow.save_draft(article=article, by=user)
    older = article.history.last()
    page = reverse("admin:articles_article_version", args=[article.pk, older.history_id])
    assert 'name="saving"' not in client.get(page).content.decode()
    client.post(page, {})
    article.refresh_from_db()
    assert article.deck == "旧副题"


def test_the_schedule_is_cancelled_and_no_day_makes_it_public(
    editor: tuple[Client, User], client: Client, settings: Any
) -> None:
    desk, user = editor
    article = scheduled()
    step = reverse("admin:articles_article_step", args=[article.pk, "unschedule"])
    assert step in desk.get(address(article)).content.decode()
    assert "原定2026年11月25日 10:00发布" in desk.get(step).content.decode()
    page = desk.post(step, follow=True).content.decode()
    assert "取消定时，现在是“待审”" in page
    article.refresh_from_db()
    assert (article.status, article.published_at) == (Status.IN_REVIEW, None)
    event = article.events.get()
    assert (event.get_kind_display(), event.note, event.by) == (
        "取消定时",
        "2026-11-25 10:00",
        user,
    )
    settings.SITE_TODAY = "2026-11-26"
    assert client.get(article.get_absolute_url()).status_code == 404
    workflow.publish_article(article=article, by=user)
    assert client.get(article.get_absolute_url()).status_code == 200


def test_what_waited_for_the_day_goes_with_the_schedule(editor: tuple[Client, User]) -> None:
    _, user = editor
    article = scheduled()
    photo = PhotoFactory(article=article)
    evidence = EvidenceFactory(article=article)
    project = InvestmentFactory(projects=[ProjectFactory()], evidence=evidence).projects.get()
    workflow.text_settled(article)
    ledger.rebuild(project)
    photo.refresh_from_db()
    project.refresh_from_db()
    assert photo.renditions
    assert project.stale_at == article.published_at
    workflow.unschedule_article(article=article, by=user)
    photo.refresh_from_db()
    project.refresh_from_db()
    assert photo.renditions == {}
    assert project.stale_at is None


def test_what_was_never_public_cannot_be_withdrawn_nor_what_is_public_unscheduled(
    editor: tuple[Client, User], settings: Any
) -> None:
    client, user = editor
    article = scheduled()
    for step, here in (("unschedule", True), ("withdraw", False)):
        url = reverse("admin:articles_article_step", args=[article.pk, step])
        assert (url in client.get(address(article)).content.decode()) is here
    with pytest.raises(workflow.WrongStatusError, match="定时"):
        workflow.withdraw_article(article=article, by=user, reason="不发了")
    settings.SITE_TODAY = "2026-11-25"
    url = reverse("admin:articles_article_step", args=[article.pk, "unschedule"])
    assert url not in client.get(address(article)).content.decode()
    assert "现在是“已发布”" in client.post(url, follow=True).content.decode()
    article.refresh_from_db()
    assert article.is_published()


def test_what_was_withdrawn_before_its_date_has_no_date_any_more() -> None:
    never, once = (ArticleFactory(status=Status.WITHDRAWN) for _ in range(2))
    for article, day in ((never, 19), (once, 21)):
        at = timezone.make_aware(datetime(2026, 11, day, 9))
        ArticleEvent.objects.create(article=article, kind="withdrawn", at=at)
    module = import_module("articles.migrations.0011_a_schedule_is_cancelled")
    module.undate_what_never_was_public(apps, None)
    for article in (never, once):
        article.refresh_from_db()
    assert never.published_at is None
    assert once.published_at is not None


def test_who_may_not_publish_cancels_no_schedule(journalist: tuple[Client, User]) -> None:
    client, user = journalist
    article = scheduled(author=user)
    url = reverse("admin:articles_article_step", args=[article.pk, "unschedule"])
    assert url not in client.get(address(article)).content.decode()
    assert "不能" in client.post(url, follow=True).content.decode()
    article.refresh_from_db()
    assert article.is_scheduled()
    assert not article.events.exists()


def test_its_writer_does_not_change_what_was_signed_off(journalist: tuple[Client, User]) -> None:
    client, user = journalist
    article = scheduled(author=user)
    client.post(address(article), form_of(article, deck="偷偷改", **AHEAD))
    article.refresh_from_db()
    assert article.deck == ""


def test_the_list_calls_it_scheduled(editor: tuple[Client, User]) -> None:
    scheduled()
    assert 'class="state scheduled">定时<' in editor[0].get(LIST).content.decode()


@pytest.mark.parametrize(
    ("status", "headlines"),
    {
        "scheduled": {"明天的"},
        "published": {"登了的"},
        "draft": {"没写完的"},
        "withdrawn": set(),
        "x": {"明天的", "登了的", "没写完的"},
    }.items(),
)
def test_the_list_tells_what_is_scheduled_from_what_is_public(
    editor: tuple[Client, User], status: str, headlines: set[str]
) -> None:
    client, user = editor
    scheduled(headline="明天的")
    ArticleFactory(headline="登了的")
    draft(user, headline="没写完的")
    found = client.get(f"{LIST}?status={status}").context["cl"].result_list
    assert {article.headline for article in found} == headlines
