"""Whatever an editor types as a tag, its article can be read."""

from __future__ import annotations

from contextlib import suppress
from importlib import import_module

import pytest
from django.apps import apps
from django.contrib.auth.models import User
from django.core.exceptions import ValidationError
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client
from taggit.models import Tag

from articles.models import Article
from articles.tagging import string_from_tags, tags_from_string
from tests.articles.newsroom import address, draft, form_of
from tests.factories import ArticleFactory, SectionFactory, UserFactory
from tests.growth import MOST, growth_with_length

pytestmark = pytest.mark.django_db


def tag_in_the_form(client: Client, article: Article, typed: str) -> None:
    """Save a public article with these tags, silently."""
    article.refresh_from_db()
    sent = form_of(article, tags=typed, saving="reason", words="标签")
    assert client.post(address(article), sent).status_code == 302


@pytest.mark.parametrize("typed", ["🔥", "？！", "…", "🔥、？！、晚稻", "㍿" * 100])
def test_a_tag_without_letters_has_an_address_like_any_other(
    typed: str, editor: tuple[Client, User], client: Client
) -> None:
    article = ArticleFactory()
    tag_in_the_form(editor[0], article, typed)
    assert client.get(article.get_absolute_url()).status_code == 200
    assert client.get(article.section.slug.join(("/news/", "/"))).status_code == 200
    for tag in article.tags.all():
        assert 0 < len(tag.slug) <= 100
        assert tag.name in client.get(f"/tags/{tag.slug}/").content.decode()


def test_an_article_whose_tag_lost_its_address_is_shown_again(client: Client) -> None:
    article = ArticleFactory()
    article.tags.add("🔥")
    Tag.objects.update(slug="")
    mend = import_module("articles.migrations.0014_every_tag_has_an_address")
    mend.give_addresses(apps, None)
    assert "🔥" in client.get(article.get_absolute_url()).content.decode()


def test_a_tag_with_a_blank_stays_one_tag_through_every_save(editor: tuple[Client, User]) -> None:
    client, _ = editor
    article = ArticleFactory()
    tag_in_the_form(client, article, "民生 交通，早市")
    for _again in range(3):
        field = client.get(address(article)).context["adminform"].form["tags"]
        shown = field.field.widget.format_value(field.value())
        tag_in_the_form(client, article, shown)
        assert set(article.tags.names()) == {"民生 交通", "早市"}


@pytest.mark.parametrize(
    ("typed", "read"),
    [
        ('"民生 交通", 早市', ["民生 交通", "早市"]),
        ('""民生 交通""', ["民生 交通"]),
        ('"晚稻、早稻"；麦子', ["晚稻、早稻", "麦子"]),
        ('"没有收尾', ["没有收尾"]),
        ('没有开头"、早市', ["没有开头", "早市"]),
        ('"谷雨"与"小满"', ['"谷雨"与"小满"']),
        ('话剧"谷雨"，"小满"开镰', ['话剧"谷雨"', '"小满"开镰']),
        ('话剧"谷雨""', ['话剧"谷雨"']),
        ('"甲" "', ["甲"]),
        ('"', []),
        ('，、"" ; ', []),
        ("“两山”、早市、早市", ["“两山”", "早市"]),
    ],
)
def test_quotes_of_the_form_are_no_part_of_a_tag(typed: str, read: list[str]) -> None:
    assert tags_from_string(typed) == read
    assert tags_from_string(string_from_tags(Tag(name=name) for name in read)) == sorted(read)


@pytest.mark.parametrize("part", ['"', '" ', " ", '"a', '"a,', '",', '""a" '])
def test_marks_without_end_are_read_in_time(part: str) -> None:
    def read(text: str) -> None:
        with suppress(ValidationError):
            tags_from_string(text)

    assert growth_with_length(read, lambda length: part * (length // len(part)), 100_000) < MOST


@pytest.mark.parametrize(
    ("kept", "read"),
    [
        (['甲"乙,丙'], ["甲乙,丙"]),
        (['"晚稻、早稻"', "麦子"], ["晚稻、早稻", "麦子"]),
        (['"谷雨', '小满"'], ["小满", "谷雨"]),
        (['"谷雨"与"小满"', '话剧"谷雨"', "早市"], ['"谷雨"与"小满"', "早市", '话剧"谷雨"']),
    ],
)
def test_a_save_that_changes_nothing_neither_splits_nor_joins_tags(
    kept: list[str], read: list[str]
) -> None:
    shown = string_from_tags(Tag(name=name) for name in kept)
    assert sorted(tags_from_string(shown)) == sorted(read)


def test_quotes_of_a_name_outlive_the_mending_of_earlier_saves() -> None:
    article = ArticleFactory()
    names = {'"谷雨"与"小满"', '话剧"谷雨"', "早市"}
    article.tags.add(*names)
    import_module("articles.migrations.0015_tags_without_quotes").take_off_quotes(apps, None)
    assert set(article.tags.names()) == names


def test_quotes_that_earlier_saves_left_are_taken_off() -> None:
    article, other = ArticleFactory(), ArticleFactory()
    for name in ("民生 交通", '"民生 交通"', '""早市 搬迁""'):
        article.tags.add(name)
    other.tags.add('"民生 交通"')
    import_module("articles.migrations.0015_tags_without_quotes").take_off_quotes(apps, None)
    assert set(article.tags.names()) == {"民生 交通", "早市 搬迁"}
    assert set(other.tags.names()) == {"民生 交通"}
    assert Tag.objects.count() == 2


def test_a_tag_that_is_too_long_is_told_at_its_field(editor: tuple[Client, User]) -> None:
    client, user = editor
    article = draft(user)
    answer = client.post(address(article), form_of(article, tags="早市，" + "长" * 101))
    said = answer.context["adminform"].form.errors["tags"]
    assert said == ["标签“长长长长长长长长长长…”有101个字，最多100个字。"]
    assert not Tag.objects.exists()


def test_a_sheet_with_a_tag_that_is_too_long_is_told_of_its_row(client: Client) -> None:
    client.force_login(UserFactory(is_superuser=True))
    SectionFactory(name="要闻")
    sheet = f"标题,栏目,正文,标签\n早市搬家,要闻,搬了。,{'长' * 101}\n".encode()
    file = SimpleUploadedFile("表.csv", sheet)
    sent = {"import_file": file, "resource": "0"}
    answer = client.post("/admin/articles/article/import/", sent)
    assert "有101个字，最多100个字。" in answer.content.decode()
    assert answer.context.get("confirm_form") is None
