"""The questions that the site and the newsroom ask of the news."""

from __future__ import annotations

from datetime import date, datetime
from typing import TYPE_CHECKING

from django.db import models

from articles import clock
from departments.written import ToldQuerySet

if TYPE_CHECKING:
    from django.contrib.auth.models import AnonymousUser, User

    from articles.models import (
        Article,
        ArticleEvent,
        Correction,
        Issue,
        Newspaper,
        Page,
        Section,
    )


class NewspaperQuerySet(ToldQuerySet["Newspaper"]):
    def get_by_natural_key(self, slug: str) -> Newspaper:
        return self.get(slug=slug)

    def of_the_site(self) -> Newspaper | None:
        return self.filter(is_site=True).first()


class SectionQuerySet(ToldQuerySet["Section"]):
    def get_by_natural_key(self, slug: str) -> Section:
        return self.get(slug=slug)

    def top(self) -> SectionQuerySet:
        return self.filter(parent=None)


class IssueQuerySet(ToldQuerySet["Issue"]):
    def get_by_natural_key(self, newspaper: str, day: str) -> Issue:
        return self.get(newspaper__slug=newspaper, date=date.fromisoformat(day))

    def published(self) -> IssueQuerySet:
        """Issues of the site's paper, up to today's, with at least one public article."""
        from articles.models import Article

        public = Article.objects.published().filter(issue=models.OuterRef("pk"))
        come_out = self.filter(newspaper__is_site=True, date__lte=clock.today())
        return come_out.filter(models.Exists(public))


class PageQuerySet(ToldQuerySet["Page"]):
    def get_by_natural_key(self, newspaper: str, day: str, number: int) -> Page:
        return self.get(
            issue__newspaper__slug=newspaper,
            issue__date=date.fromisoformat(day),
            number=number,
        )


class ArticleQuerySet(ToldQuerySet["Article"]):
    def get_by_natural_key(self, uid: str) -> Article:
        return self.get(uid=uid)

    def published(self) -> ArticleQuerySet:
        """The publication rule: published, and dated up to now. Nothing else is public.

        `Article.is_published` says the same of one article; a test holds them together.
        """
        return self.filter(status="published", published_at__lte=clock.horizon())

    def scheduled(self) -> ArticleQuerySet:
        """Signed off, and public by itself when its date has come."""
        return self.filter(status="published", published_at__gt=clock.horizon())

    def readable_by(self, user: User | AnonymousUser) -> ArticleQuerySet:
        """What a person of the newsroom sees: editors all, writers their own and the public."""
        if user.has_perm("articles.edit_any_article"):
            return self
        public = self.model._default_manager.published().values("pk")
        return self.filter(models.Q(author=user.pk) | models.Q(pk__in=public))

    def newest_first(self) -> ArticleQuerySet:
        return self.order_by("-published_at", "-id")

    def on_front(self) -> ArticleQuerySet:
        # Not "is not null": a range is what the index of the front is chosen for.
        return self.published().filter(front_order__gte=0).order_by("front_order", "-id")


class ArticleEventQuerySet(ToldQuerySet["ArticleEvent"]):
    def get_by_natural_key(self, article: str, kind: str, at: str, note: str) -> ArticleEvent:
        """The same step of the same article at the same moment is the same event."""
        same = self.filter(
            article__uid=article, kind=kind, at=datetime.fromisoformat(at), note=note
        )
        if (found := same.first()) is None:
            raise self.model.DoesNotExist
        return found


class CorrectionQuerySet(ToldQuerySet["Correction"]):
    def get_by_natural_key(self, uid: str) -> Correction:
        return self.get(uid=uid)

    def public(self) -> CorrectionQuerySet:
        """Those of public articles, the newest first."""
        from articles.models import Article

        told = Article.objects.published().filter(pk=models.OuterRef("article"))
        return self.filter(models.Exists(told)).order_by("-at", "-pk")
