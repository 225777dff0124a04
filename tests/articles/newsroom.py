"""What the tests of the newsroom share: people at work, and a form as the browser sends it."""

from __future__ import annotations

from typing import Any

from django.contrib.auth.models import Group, User
from django.test import Client
from django.urls import reverse

from articles.models import Article, Status
from tests.factories import ArticleFactory, UserFactory

LIST = "/admin/articles/article/"


def signed_in(role: str, **fields: Any) -> tuple[Client, User]:
    user = UserFactory(**fields)
    user.groups.add(Group.objects.get(name=role))
    client = Client()
    client.force_login(user)
    return client, user


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
