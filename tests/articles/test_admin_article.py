"""The newsroom at work on an article: who sees it, who saves it, who came second."""

from __future__ import annotations

from typing import Any

import pytest
from django.contrib.auth.models import Group, User
from django.test import Client
from django.urls import reverse
from pytest_django import DjangoAssertNumQueries

from articles import workflow
from articles.models import Article, ArticleEvent, Correction, Photo, Status
from pingyao_cms.roles import EDITOR, JOURNALIST
from tests.factories import (
    ArticleFactory,
    EvidenceFactory,
    PhotoFactory,
    SectionFactory,
    UserFactory,
)

pytestmark = pytest.mark.django_db
LIST = "/admin/articles/article/"


def signed_in(role: str, **fields: Any) -> tuple[Client, User]:
    user = UserFactory(**fields)
    user.groups.add(Group.objects.get(name=role))
    client = Client()
    client.force_login(user)
    return client, user


@pytest.fixture
def editor() -> tuple[Client, User]:
    return signed_in(EDITOR)


@pytest.fixture
def journalist() -> tuple[Client, User]:
    return signed_in(JOURNALIST)


def address(article: Article, page: str = "change") -> str:
    return reverse(f"admin:articles_article_{page}", args=[article.pk])


def form_of(article: Article, **changes: Any) -> dict[str, Any]:
    """What the browser sends when the form of this article is saved."""
    return {
        "shown_version": article.version,
        "kicker": article.kicker,
        "headline": article.headline,
        "deck": article.deck,
        "dateline": article.dateline,
        "byline": article.byline,
        "body": article.body,
        "summary": article.summary,
        "section": article.section_id,
        "tags": "",
        "missing": "",
        "published_at_0": "2026-11-20",
        "published_at_1": "09:00",
        "photos-TOTAL_FORMS": 0,
        "photos-INITIAL_FORMS": 0,
        "photos-MIN_NUM_FORMS": 0,
        "photos-MAX_NUM_FORMS": 1000,
        **changes,
    }


def draft(author: User, **fields: Any) -> Article:
    article: Article = ArticleFactory(
        status=Status.DRAFT, published_at=None, author=author, **fields
    )
    return article


# --- who sees what ----------------------------------------------------------------------------


def test_a_journalist_sees_their_own_articles_and_the_published_ones(
    journalist: tuple[Client, User],
) -> None:
    client, user = journalist
    mine = draft(user, headline="我的草稿")
    theirs = draft(UserFactory(), headline="别人的草稿")
    ArticleFactory(headline="已经见报")
    ArticleFactory(headline="明天才见报", published_at="2026-11-25T02:00Z")
    page = client.get(LIST).content.decode()
    assert "我的草稿" in page
    assert "已经见报" in page
    assert "别人的草稿" not in page
    assert "明天才见报" not in page
    assert client.get(address(mine)).status_code == 200
    assert client.get(address(theirs)).status_code == 302
    for page_name in ("preview", "history"):
        assert client.get(address(theirs, page_name)).status_code == 404


def test_a_journalist_reads_a_published_article_and_changes_nothing(
    journalist: tuple[Client, User],
) -> None:
    client, user = journalist
    article = ArticleFactory(author=user, headline="原题")
    assert "原题" in client.get(address(article)).content.decode()
    answer = client.post(address(article), form_of(article, headline="改题"))
    assert answer.status_code == 403
    assert Article.objects.get().headline == "原题"


def test_a_journalist_has_no_say_over_dates_and_the_home_page(
    journalist: tuple[Client, User],
) -> None:
    client, user = journalist
    article = draft(user)
    client.post(address(article), form_of(article, front_order=1))
    article.refresh_from_db()
    assert article.front_order is None
    assert article.published_at is None


@pytest.mark.parametrize(
    "page",
    [
        "/admin/projects/project/",
        "/admin/auth/user/",
        "/admin/articles/newspaper/add/",
        "/admin/articles/article/import/",
    ],
)
def test_what_is_not_a_journalists_is_closed_to_them(
    page: str, journalist: tuple[Client, User]
) -> None:
    assert journalist[0].get(page).status_code == 403


@pytest.mark.parametrize("page", [LIST, "/admin/articles/photo/"])
def test_a_list_of_three_asks_as_little_as_a_list_of_one(
    page: str,
    editor: tuple[Client, User],
    django_assert_num_queries: DjangoAssertNumQueries,
) -> None:
    client, user = editor
    section = SectionFactory()

    def one_more() -> None:
        article = draft(user, section=section)
        PhotoFactory(article=article)
        workflow.submit_article(article=article, by=user)

    one_more()
    client.get(page)
    expected = {LIST: 14, "/admin/articles/photo/": 9}[page]
    with django_assert_num_queries(expected):
        client.get(page)
    one_more()
    one_more()
    with django_assert_num_queries(expected):
        client.get(page)


# --- saving -----------------------------------------------------------------------------------


def test_a_new_article_is_a_draft_of_who_wrote_it(journalist: tuple[Client, User]) -> None:
    client, user = journalist
    empty = Article(headline="早市搬家", section=SectionFactory(), body="<p>搬了。</p>")
    sent = form_of(empty, status="published")
    assert client.post("/admin/articles/article/add/", sent).status_code == 302
    article = Article.objects.get()
    assert (article.status, article.author) == (Status.DRAFT, user)
    assert article.events.get().kind == ArticleEvent.Kind.CREATED


def test_scripts_do_not_survive_the_form(editor: tuple[Client, User]) -> None:
    client, user = editor
    article = draft(user)
    client.post(
        address(article), form_of(article, body="<p onclick=a()>好<script>alert(1)</script></p>")
    )
    article.refresh_from_db()
    assert article.body == "<p>好</p>"


def test_who_comes_second_is_shown_both_texts_and_overwrites_nothing(
    editor: tuple[Client, User],
) -> None:
    client, user = editor
    article = draft(user, body="<p>总投资1.3亿元。</p>")
    second_form = form_of(article, body="<p>总投资1.6亿元。</p>")
    client.post(address(article), form_of(article, body="<p>总投资1.5亿元。</p>"))

    answer = client.post(address(article), second_form)
    page = answer.content.decode()
    assert answer.status_code == 200
    assert "<del>5</del>" in page
    assert "<ins>6</ins>" in page
    article.refresh_from_db()
    assert article.body == "<p>总投资1.5亿元。</p>"

    client.post(address(article), {**second_form, "merged_into": article.version})
    article.refresh_from_db()
    assert article.body == "<p>总投资1.6亿元。</p>"


def test_a_third_save_between_reading_and_confirming_is_told_again(
    editor: tuple[Client, User],
) -> None:
    client, user = editor
    article = draft(user)
    mine = form_of(article, deck="我的")
    seen = article.version + 1
    client.post(address(article), form_of(article, deck="第二个人的"))
    article.refresh_from_db()
    client.post(address(article), form_of(article, deck="第三个人的"))
    client.post(address(article), {**mine, "merged_into": seen})
    article.refresh_from_db()
    assert article.deck == "第三个人的"


def test_a_published_article_asks_how_the_change_is_told(editor: tuple[Client, User]) -> None:
    client, _ = editor
    article = ArticleFactory()
    answer = client.post(address(article), form_of(article, deck="新副题"))
    assert answer.status_code == 200
    article.refresh_from_db()
    assert article.deck == ""

    said = {"saving": "correction", "words": "副题应为新副题。"}
    client.post(address(article), form_of(article, deck="新副题", **said))
    article.refresh_from_db()
    assert article.deck == "新副题"
    assert Correction.objects.get().text == "副题应为新副题。"

    said = {"saving": "reason", "words": "错别字"}
    client.post(address(article), form_of(article, deck="更新的副题", **said))
    assert Correction.objects.count() == 1
    assert article.events.first().note == "错别字"


def test_an_edit_that_breaks_a_quote_waits_for_the_editors_word(
    editor: tuple[Client, User],
) -> None:
    client, user = editor
    article = draft(user)
    quote = EvidenceFactory(article=article)
    changed = form_of(article, body="<p>全改了。</p>")
    page = client.post(address(article), changed).content.decode()
    assert quote.exact in page
    article.refresh_from_db()
    assert "全改了" not in article.body

    client.post(address(article), {**changed, "accept_broken": "on"})
    quote.refresh_from_db()
    article.refresh_from_db()
    assert quote.broken
    assert "全改了" in article.body


def test_a_new_caption_counts_as_text_of_the_article(editor: tuple[Client, User]) -> None:
    client, user = editor
    photo = PhotoFactory(article=draft(user), caption="菜农在装车。")
    article = photo.article
    EvidenceFactory(article=article, exact="菜农在装车。", mark_start=None, mark_end=None)
    sent = form_of(article, **{"photos-TOTAL_FORMS": 1, "photos-INITIAL_FORMS": 1})
    row = {
        "photos-0-id": photo.pk,
        "photos-0-article": article.pk,
        "photos-0-caption": "换了图说。",
        "photos-0-focus_x": 0.5,
        "photos-0-focus_y": 0.5,
        "photos-0-order": 0,
    }
    assert "菜农在装车。" in client.post(address(article), {**sent, **row}).content.decode()
    photo.refresh_from_db()
    assert photo.caption == "菜农在装车。"


def test_a_file_that_is_no_picture_is_refused_in_the_form(
    editor: tuple[Client, User], tmp_path: Any
) -> None:
    client, user = editor
    article = draft(user)
    fake = tmp_path / "a.png"
    fake.write_bytes(b"MZ not a picture")
    with fake.open("rb") as file:
        row = {
            "photos-TOTAL_FORMS": 1,
            "photos-0-image": file,
            "photos-0-focus_x": 0.5,
            "photos-0-focus_y": 0.5,
            "photos-0-order": 0,
        }
        assert client.post(address(article), form_of(article, **row)).status_code == 200
    assert not Photo.objects.exists()


# --- steps, preview, versions -----------------------------------------------------------------


def test_save_and_publish_is_one_button(editor: tuple[Client, User]) -> None:
    client, user = editor
    article = draft(user)
    workflow.submit_article(article=article, by=user)
    client.post(address(article), form_of(article, deck="最后改一笔", _step="publish"))
    article.refresh_from_db()
    assert article.is_published()
    assert article.deck == "最后改一笔"


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


def test_many_are_sent_and_published_at_once_and_who_cannot_go_is_named(
    editor: tuple[Client, User],
) -> None:
    client, user = editor
    ready, raw = draft(user, headline="备好的"), draft(user, headline="没送审的")
    workflow.submit_article(article=ready, by=user)
    answer = client.post(
        LIST,
        {"action": "publish_selected", "_selected_action": [ready.pk, raw.pk]},
        follow=True,
    )
    ready.refresh_from_db()
    raw.refresh_from_db()
    assert ready.is_published()
    assert raw.status == Status.DRAFT
    assert "没送审的" in " ".join(str(message) for message in answer.context["messages"])


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


def test_a_version_is_compared_before_it_is_put_back(editor: tuple[Client, User]) -> None:
    client, user = editor
    article = draft(user, headline="第一版题")
    first = article.history.get()
    client.post(address(article), form_of(article, headline="第二版题"))
    page = reverse("admin:articles_article_version", args=[article.pk, first.history_id])
    shown = client.get(page).content.decode()
    assert "<del>一</del>" in shown
    assert "<ins>二</ins>" in shown
    client.post(page, {})
    article.refresh_from_db()
    assert article.headline == "第一版题"
    assert article.history.count() == 3
    assert article.events.first().kind == ArticleEvent.Kind.RESTORED


def test_a_restored_public_text_is_told_like_any_other_change(
    editor: tuple[Client, User],
) -> None:
    client, _ = editor
    article = ArticleFactory(deck="旧副题")
    first = article.history.get()
    said = {"saving": "reason", "words": "改题"}
    client.post(address(article), form_of(article, deck="新副题", **said))
    page = reverse("admin:articles_article_version", args=[article.pk, first.history_id])
    client.post(page, {})
    article.refresh_from_db()
    assert article.deck == "新副题"
    client.post(page, {"saving": "correction", "words": "副题改回。"})
    article.refresh_from_db()
    assert article.deck == "旧副题"
    assert Correction.objects.get().text == "副题改回。"


def test_what_was_public_is_never_deleted(editor: tuple[Client, User]) -> None:
    client, user = editor
    public, raw = ArticleFactory(), draft(user)
    assert client.post(address(public, "delete"), {"post": "yes"}).status_code == 403
    client.post(address(raw, "delete"), {"post": "yes"})
    assert list(Article.objects.all()) == [public]


def test_a_deleted_user_leaves_their_articles_behind() -> None:
    article = draft(UserFactory())
    article.author.delete()
    article.refresh_from_db()
    assert article.author is None
