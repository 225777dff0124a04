"""What the ledger wants to know of an article: its quotes, and whether readers see it."""

from __future__ import annotations

from typing import Any

from django.urls import reverse
from django.utils.translation import gettext as _

from articles.hooks import Watcher, watch
from articles.models import Article
from projects import ledger, quotes
from projects.mending import broken_quotes
from projects.models import Evidence, Project


class LedgerWatcher(Watcher):
    def hangs_on(self, article: Article) -> list[str]:
        names = Project.objects.filter(evidence__article=article).distinct()
        return [
            _("The ledger's figures of “{project}” that stand on it leave the sums.").format(
                project=name
            )
            for name in names.values_list("name", flat=True)
        ]

    def quotes_broken_by(self, article: Article, plain: str) -> list[str]:
        """Only quotes that held until now: what is broken already is not asked again."""
        if article.pk is None:
            return []
        held = Evidence.objects.filter(article=article, broken=False)
        return list(dict.fromkeys(q.exact for q in held if not q.stands_in(plain)))

    def text_changed(self, article: Article) -> None:
        """A quote that went is marked and leaves the sums; one that came back is whole again."""
        if quotes.recheck(article):
            ledger.rebuild_for_article(article.pk)

    def where_to_mend(self, article: Article, user: Any) -> str:
        """The figures are led to in the same step as the correction."""
        if not (user.has_perm("projects.change_evidence") and broken_quotes(article)):
            return ""
        return reverse("admin:projects_evidence_mend", args=[article.pk])

    def visibility_changed(self, article: Article) -> None:
        """The stored sums change with the article."""
        ledger.rebuild_for_article(article.pk)


def register() -> None:
    watch(LedgerWatcher())
