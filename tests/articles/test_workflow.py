"""The way of an article: who may take which step, and what each step leaves behind."""

from __future__ import annotations

from datetime import datetime
from typing import Any

import pytest
from django.contrib.auth.models import Permission, User
from django.core.exceptions import PermissionDenied
from django.utils import timezone

from articles import workflow
from articles.models import Article, ArticleEvent, Correction, Status
from tests.factories import ArticleFactory, EvidenceFactory, SectionFactory, UserFactory

pytestmark = pytest.mark.django_db

CALLS: dict[str, Any] = {
    "submit": workflow.submit_article,
    "return": lambda **kw: workflow.return_article(note="请补上金额出处", **kw),
    "publish": workflow.publish_article,
    "unschedule": workflow.unschedule_article,
    "withdraw": lambda **kw: workflow.withdraw_article(reason="数字有误", **kw),
    "reopen": workflow.reopen_article,
}


def user_with(*codenames: str, **fields: Any) -> User:
    user = UserFactory(**fields)
    user.user_permissions.set(Permission.objects.filter(codename__in=codenames))
    return User.objects.get(pk=user.pk)


@pytest.fixture
def editor() -> User:
    return user_with("add_article", "change_article", "publish_article", "edit_any_article")


@pytest.fixture
def journalist() -> User:
    return user_with("add_article", "change_article")


def draft_of(author: User, **fields: Any) -> Article:
    return ArticleFactory(status=Status.DRAFT, published_at=None, author=author, **fields)


@pytest.mark.parametrize("step", workflow.TRANSITIONS)
@pytest.mark.parametrize("status", [*Status.values, "scheduled"])
def test_a_step_is_possible_only_where_the_table_says(step: str, status: str, editor: User) -> None:
    ahead = {"published_at": timezone.make_aware(datetime(2026, 11, 25, 8))}
    article = ArticleFactory(**ahead) if status == "scheduled" else ArticleFactory(status=status)
    transition, before = workflow.TRANSITIONS[step], article.status
    signed_off = "scheduled" if transition.ahead else "published"
    if status == (signed_off if transition.source == Status.PUBLISHED else transition.source):
        CALLS[step](article=article, by=editor)
        article.refresh_from_db()
        assert article.status == transition.target
        event = article.events.get()
        assert (event.kind, event.by) == (transition.event, editor)
    else:
        with pytest.raises(workflow.WrongStatusError):
            CALLS[step](article=article, by=editor)
        article.refresh_from_db()
        assert article.status == before
        assert not article.events.exists()


@pytest.mark.parametrize(
    ("step", "status", "said"),
    [
        ("publish", Status.DRAFT, "“早市搬家”还是草稿，要先送审。"),
        ("return", Status.DRAFT, "“早市搬家”还是草稿，不用退回。"),
        ("publish", Status.PUBLISHED, "“早市搬家”已经发布。"),
        ("submit", Status.IN_REVIEW, "“早市搬家”已经送审。"),
        ("submit", Status.PUBLISHED, "“早市搬家”已经发布。"),
        ("publish", Status.WITHDRAWN, "“早市搬家”已经撤稿，要先重新处理。"),
        ("submit", Status.WITHDRAWN, "“早市搬家”已经撤稿，要先重新处理。"),
        ("withdraw", Status.DRAFT, "“早市搬家”没有发布，不用撤稿。"),
        ("reopen", Status.PUBLISHED, "“早市搬家”现在是“已发布”，不能走这一步。"),
    ],
)
def test_a_step_that_does_not_begin_here_says_what_comes_first(
    step: str, status: Status, said: str, editor: User
) -> None:
    article = ArticleFactory(headline="早市搬家", status=status)
    with pytest.raises(workflow.WrongStatusError, match=said):
        CALLS[step](article=article, by=editor)


@pytest.mark.parametrize("step", ["return", "publish", "withdraw", "reopen"])
def test_a_journalist_takes_no_editors_step(step: str, journalist: User) -> None:
    article = ArticleFactory(status=workflow.TRANSITIONS[step].source, author=journalist)
    with pytest.raises(PermissionDenied):
        CALLS[step](article=article, by=journalist)
    assert not ArticleEvent.objects.exists()


def test_a_journalist_submits_their_own_draft_and_no_other(journalist: User) -> None:
    workflow.submit_article(article=draft_of(journalist), by=journalist)
    with pytest.raises(PermissionDenied):
        workflow.submit_article(article=draft_of(UserFactory()), by=journalist)


@pytest.mark.parametrize("words", ["", "   "])
def test_a_withdrawal_and_a_return_say_why(words: str, editor: User) -> None:
    with pytest.raises(workflow.WordsMissingError):
        workflow.withdraw_article(article=ArticleFactory(), by=editor, reason=words)
    with pytest.raises(workflow.WordsMissingError):
        workflow.return_article(
            article=ArticleFactory(status=Status.IN_REVIEW), by=editor, note=words
        )


def test_where_the_newsroom_says_so_nobody_publishes_their_own(editor: User, settings: Any) -> None:
    settings.REVIEW_BY_ANOTHER = True
    own = ArticleFactory(status=Status.IN_REVIEW, author=editor)
    with pytest.raises(PermissionDenied):
        workflow.publish_article(article=own, by=editor)
    other = ArticleFactory(status=Status.IN_REVIEW, author=UserFactory())
    workflow.publish_article(article=other, by=editor)
    assert other.is_published()


def test_publication_dates_the_article_once(editor: User) -> None:
    article = ArticleFactory(status=Status.IN_REVIEW, published_at=None)
    workflow.publish_article(article=article, by=editor)
    first = article.published_at
    assert first is not None
    assert article.is_published()
    workflow.withdraw_article(article=article, by=editor, reason="数字有误")
    assert not article.is_published()
    workflow.reopen_article(article=article, by=editor)
    workflow.submit_article(article=article, by=editor)
    workflow.publish_article(article=article, by=editor)
    assert article.published_at == first


def test_who_was_faster_wins_and_the_other_is_told(editor: User) -> None:
    article = ArticleFactory(status=Status.IN_REVIEW)
    stale = Article.objects.get(pk=article.pk)
    workflow.return_article(article=article, by=editor, note="再核一遍")
    with pytest.raises(workflow.WrongStatusError):
        workflow.publish_article(article=stale, by=editor)


def test_a_new_draft_belongs_to_its_writer(journalist: User) -> None:
    article = Article(headline="南街开了早市", section=SectionFactory(), status=Status.PUBLISHED)
    workflow.create_draft(article=article, by=journalist)
    assert (article.status, article.author) == (Status.DRAFT, journalist)
    assert article.events.get().kind == ArticleEvent.Kind.CREATED
    assert article.history.get().history_user == journalist


def test_a_published_article_needs_a_correction_or_a_reason(editor: User) -> None:
    article = ArticleFactory(headline="原题")
    article.headline = "新题"
    for words in ({}, {"correction": " "}, {"correction": "a", "reason": "b"}):
        with pytest.raises(workflow.WordsMissingError):
            workflow.save_published(article=article, by=editor, **words)
    assert Article.objects.get().headline == "原题"


def test_a_correction_is_public_and_a_silent_fix_is_in_the_log_alone(editor: User) -> None:
    article = ArticleFactory()
    article.deck = "副题改了"
    workflow.save_published(article=article, by=editor, correction="副题应为……")
    assert Correction.objects.get().text == "副题应为……"
    article.deck = "副题又改了"
    workflow.save_published(article=article, by=editor, reason="错别字")
    assert Correction.objects.count() == 1
    kinds = list(article.events.values_list("kind", "note"))
    assert kinds == [("fixed", "错别字"), ("corrected", "副题应为……")]


def test_a_published_article_is_saved_by_those_who_may_publish_alone(journalist: User) -> None:
    article = ArticleFactory(author=journalist)
    with pytest.raises(PermissionDenied):
        workflow.save_published(article=article, by=journalist, reason="错别字")


def test_a_draft_save_never_slips_into_a_published_article(editor: User) -> None:
    article = draft_of(editor)
    Article.objects.filter(pk=article.pk).update(
        status=Status.PUBLISHED, published_at="2026-11-20T00:00Z"
    )
    with pytest.raises(workflow.WrongStatusError):
        workflow.save_draft(article=article, by=editor)


def test_every_save_counts_even_of_a_stale_copy(editor: User) -> None:
    article = draft_of(editor)
    stale = Article.objects.get(pk=article.pk)
    article.save()
    stale.save()
    assert Article.objects.get().version == 3


def test_an_edit_that_takes_a_quoted_sentence_away_needs_the_editors_word(editor: User) -> None:
    article = draft_of(editor)
    quote = EvidenceFactory(article=article)
    body = article.body
    article.body = "<p>本报讯 全改了。</p>"
    with pytest.raises(workflow.BreaksQuotesError) as told:
        workflow.save_draft(article=article, by=editor)
    assert told.value.quotes == [quote.exact]
    quote.refresh_from_db()
    assert not quote.broken

    workflow.save_draft(article=article, by=editor, accept_broken=True)
    quote.refresh_from_db()
    assert quote.broken

    article.body = body
    workflow.save_draft(article=article, by=editor)
    quote.refresh_from_db()
    assert not quote.broken


def test_the_rule_of_publication_says_the_same_of_one_and_of_many(settings: Any) -> None:
    for status in Status.values:
        for moment in ("2026-11-20T00:00Z", "2026-11-24T15:59Z", "2026-11-24T16:01Z", None):
            if status != Status.PUBLISHED or moment:
                ArticleFactory(status=status, published_at=moment)
    public = set(Article.objects.published())
    assert public == {a for a in Article.objects.all() if a.is_published()}
    assert len(public) == 2
