"""Where higher rooms say what an article means to them, without being imported here.

The ledger quotes sentences of articles. It registers one `Watcher` in its `AppConfig.ready`;
the workflow asks all of them before it changes a text and tells them afterwards.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Protocol

if TYPE_CHECKING:
    from articles.models import Article


class Watcher(Protocol):
    def hangs_on(self, article: Article) -> list[str]:
        """What loses its source when the article is withdrawn, one sentence each."""

    def quotes_broken_by(self, article: Article, plain: str) -> list[str]:
        """The quoted sentences that `plain`, the new text of the article, no longer holds."""

    def text_changed(self, article: Article) -> None:
        """The article was saved; called inside the transaction, captions included."""

    def where_to_mend(self, article: Article, user: Any) -> str:
        """The page of the newsroom where this user puts right what the article's new text broke;
        "" where nothing is broken, or another has to do it."""

    def visibility_changed(self, article: Article) -> None:
        """The article was published or withdrawn; called inside the transaction."""


watchers: list[Watcher] = []


def watch(watcher: Watcher) -> None:
    if watcher not in watchers:
        watchers.append(watcher)


def what_hangs_on(article: Article) -> list[str]:
    return [line for watcher in watchers for line in watcher.hangs_on(article)]


def where_to_mend(article: Article, user: Any) -> str:
    return next(filter(None, (each.where_to_mend(article, user) for each in watchers)), "")


def quotes_broken_by(article: Article, plain: str) -> list[str]:
    return [quote for watcher in watchers for quote in watcher.quotes_broken_by(article, plain)]


def text_changed(article: Article) -> None:
    for watcher in watchers:
        watcher.text_changed(article)


def visibility_changed(article: Article) -> None:
    for watcher in watchers:
        watcher.visibility_changed(article)
