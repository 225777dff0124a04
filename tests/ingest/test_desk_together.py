"""Two people at one desk: each sees the other, and neither overwrites."""

from __future__ import annotations

from typing import Any

import pytest
from django.test import Client
from django.urls import reverse

from articles import workflow
from articles.models import Article
from ingest.committing import commit_upload
from ingest.models import Upload
from tests.ingest.uploads import do, person_of, receive, signed_in

pytestmark = pytest.mark.django_db


@pytest.fixture
def first() -> Any:
    editor = person_of("编辑")
    editor.last_name, editor.first_name = "梁", "小满"
    editor.save()
    return editor


@pytest.fixture
def second() -> Any:
    return person_of("编辑")


def page_of(client: Client, upload: Upload) -> str:
    return str(client.get(upload.get_desk_url()).content.decode())


def test_the_desk_says_who_else_was_at_it_and_when(first: Any, second: Any) -> None:
    upload = receive(first)
    assert "presence" not in page_of(signed_in(second), upload)
    article = upload.document["articles"][0]["id"]
    do(signed_in(first), upload, "edit_article", article=article, kicker="民生")
    assert "presence" not in page_of(signed_in(first), upload)
    page = page_of(signed_in(second), upload)
    assert '<span class="presence">梁小满' in page
    assert "改过" in page


@pytest.mark.parametrize("headers", [{}, {"HX-Request": "true"}])
def test_the_slower_one_is_told_who_was_faster_and_loses_nothing(
    first: Any, second: Any, headers: dict[str, str]
) -> None:
    upload = receive(first)
    article = upload.document["articles"][0]
    part = article["parts"][0]["id"]
    do(signed_in(first), upload, "edit_article", article=article["id"], headline="梁的标题")
    query = f"{upload.get_desk_url()}?article={article['id']}&edit={part}"
    step = {"action": "edit_text", "revision": 0, "part": part, "text": "我写的一段。"}
    answer = signed_in(second).post(query, step, headers=headers)
    page = answer.content.decode()
    assert answer.status_code == 409
    assert "梁小满在" in page
    assert "我写的一段。" in page
    assert "梁的标题" in page
    assert Upload.objects.get(pk=upload.pk).document["articles"][0]["headline"] == "梁的标题"


@pytest.mark.parametrize("action", ["undo", "set_aside"])
def test_not_even_an_undo_goes_over_what_another_did(first: Any, second: Any, action: str) -> None:
    upload = receive(first)
    part = upload.document["articles"][0]["parts"][0]["id"]
    do(signed_in(first), upload, "label_part", part=part, kind="caption")
    answer = do(signed_in(second), upload, action, part=part, revision=0)
    assert answer.status_code == 409
    assert Upload.objects.get(pk=upload.pk).revision == 1


def test_who_sent_the_page_in_goes_on_with_its_articles_after_an_editor_let_it_in(
    first: Any,
) -> None:
    journalist = person_of("记者")
    upload = receive(journalist)
    commit_upload(upload=upload, by=first)
    article = Article.objects.order_by("pk")[0]
    assert article.author == journalist
    assert article.events.get().by == first
    client = signed_in(journalist)
    assert (
        client.get(reverse("admin:articles_article_change", args=[article.pk])).status_code == 200
    )
    assert article.headline in client.get(reverse("admin:index")).content.decode()
    assert workflow.may_take("submit", journalist, article)
