"""Whatever an editor types as a tag, its article can be read."""

from __future__ import annotations

from importlib import import_module

import pytest
from django.apps import apps
from django.contrib.auth.models import User
from django.test import Client
from taggit.models import Tag

from articles.models import Article
from tests.articles.newsroom import address, form_of
from tests.factories import ArticleFactory

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
