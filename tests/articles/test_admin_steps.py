"""From draft to the public and back, and the preview before it."""

from __future__ import annotations

import pytest
from django.contrib.auth.models import User
from django.test import Client
from django.urls import reverse

from articles import workflow
from articles.models import Status
from pingyao_cms.roles import JOURNALIST
from tests.articles.newsroom import LIST, address, draft, form_of, signed_in
from tests.factories import ArticleFactory, EvidenceFactory, PhotoFactory, UserFactory

pytestmark = pytest.mark.django_db


def test_save_and_publish_is_one_button(editor: tuple[Client, User]) -> None:
    client, user = editor
    article = draft(user)
    workflow.submit_article(article=article, by=user)
    client.post(address(article), form_of(article, deck="最后改一笔", _step="publish"))
    article.refresh_from_db()
    assert article.is_published()
    assert article.deck == "最后改一笔"


@pytest.mark.parametrize(
    ("step", "said"),
    [
        ("publish", "“早市搬家”已发布。"),
        ("return", "“早市搬家”退回，现在是“草稿”。"),
        ("withdraw", "“早市搬家”已撤稿。"),
    ],
)
def test_a_step_is_told_once(step: str, said: str, editor: tuple[Client, User]) -> None:
    status = Status.PUBLISHED if step == "withdraw" else Status.IN_REVIEW
    article = ArticleFactory(headline="早市搬家", status=status)
    page = reverse("admin:articles_article_step", args=[article.pk, step])
    answer = editor[0].post(page, {"note": "数字有误"}, follow=True)
    assert [str(message) for message in answer.context["messages"]] == [said]


def test_drafts_are_not_published_and_the_list_says_what_comes_first(
    editor: tuple[Client, User],
) -> None:
    article = draft(editor[1], headline="早市搬家")
    sent = {"action": "publish_selected", "_selected_action": [article.pk]}
    answer = editor[0].post(LIST, sent, follow=True)
    told = [str(message) for message in answer.context["messages"]]
    assert told == ["“早市搬家”还是草稿，要先送审。"]


def test_a_withdrawal_says_what_hangs_on_it_and_wants_a_reason(
    editor: tuple[Client, User],
) -> None:
    from tests.factories import MentionFactory

    client, _ = editor
    article = ArticleFactory()
    MentionFactory(evidence=EvidenceFactory(article=article), project__name="冷链中心")
    page = reverse("admin:articles_article_step", args=[article.pk, "withdraw"])
    assert "冷链中心" in client.get(page).content.decode()
    client.post(page, {"note": ""})
    article.refresh_from_db()
    assert article.status == Status.PUBLISHED
    client.post(page, {"note": "数字有误"})
    article.refresh_from_db()
    assert article.status == Status.WITHDRAWN


def test_the_preview_shows_staff_the_page_and_its_private_pictures(
    editor: tuple[Client, User],
) -> None:
    client, user = editor
    photo = PhotoFactory(article=draft(user, headline="早市搬家"))
    answer = client.get(address(photo.article, "preview"))
    assert "早市搬家" in answer.content.decode()
    assert f"/admin/articles/photo/{photo.pk}/file/" in answer.content.decode()
    assert "noindex" in answer.headers["X-Robots-Tag"]
    assert client.get(f"/admin/articles/photo/{photo.pk}/file/?size=body").status_code == 200


def test_nobody_else_gets_preview_or_originals(client: Client) -> None:
    photo = PhotoFactory(article=draft(UserFactory()))
    pages = [
        address(photo.article, "preview"),
        f"/admin/articles/photo/{photo.pk}/file/",
        f"/admin/articles/photo/{photo.pk}/file/?size=row",
    ]
    reader, reporter = Client(), signed_in(JOURNALIST)[0]
    reader.force_login(UserFactory(is_staff=False))
    for page in pages:
        assert client.get(page).status_code == 302
        assert reader.get(page).status_code == 302
        assert reporter.get(page).status_code == 404
    public = reverse("articles:article", args=[photo.article.pk])
    assert client.get(public + "?preview").status_code == 404
    assert reader.get(public + "?preview").status_code == 404


def test_who_gets_a_draft_back_reads_why_above_the_form_until_it_is_sent_again(
    editor: tuple[Client, User], journalist: tuple[Client, User]
) -> None:
    client, user = journalist
    article = draft(user)
    workflow.submit_article(article=article, by=user)
    workflow.return_article(article=article, by=editor[1], note="请补上金额出处")
    page = client.get(address(article)).content.decode()
    assert 'class="returned"' in page
    assert page.index("请补上金额出处") < page.index("id_headline")
    workflow.submit_article(article=article, by=user)
    assert 'class="returned"' not in client.get(address(article)).content.decode()


def test_an_article_dated_ahead_is_called_scheduled_in_its_form_too(
    editor: tuple[Client, User],
) -> None:
    article = ArticleFactory(published_at="2026-11-25T02:00Z")
    assert ">定时</span>" in editor[0].get(address(article)).content.decode()
