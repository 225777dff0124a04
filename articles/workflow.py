"""The way of an article: the verbs that walk the table of `articles.transitions`.

draft → in review → published → withdrawn, and back; what is signed off for a day to come is
scheduled, and goes back to review. Every verb takes the acting user as `by=`, runs in one
transaction and writes its `ArticleEvent` in the same one. A user without the right gets
`PermissionDenied`; a step that the article's state or the missing words do not allow is a
`WorkflowError`, whose text is for the user.
"""

from __future__ import annotations

from datetime import datetime
from typing import Any

from django.contrib.auth.models import User
from django.core.exceptions import PermissionDenied
from django.db import transaction
from django.utils import timezone
from django.utils.functional import Promise
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from articles import clock, hooks, pictures
from articles.models import Article, ArticleEvent, Correction, Status
from articles.refusals import WorkflowError as WorkflowError
from articles.transitions import EDIT_ANY as EDIT_ANY
from articles.transitions import PUBLISH as PUBLISH
from articles.transitions import TRANSITIONS as TRANSITIONS
from articles.transitions import may_edit as may_edit
from articles.transitions import may_take as may_take
from articles.transitions import steps_open_to as steps_open_to

Kind = ArticleEvent.Kind

# What an older version gives back: the words, and which end of them is missing. Where the article
# stands and whether it is advertising are decisions of today.
VERSIONED = (
    "kicker",
    "headline",
    "deck",
    "dateline",
    "byline",
    "body",
    "summary",
    "missing",
    "reprint_source",
    "reprint_author",
    "reprint_title",
)

TOWARDS_READERS = ("submit", "publish")

# What is told of a step that does not begin at this status.
_PUBLISHED = gettext_lazy("“{headline}” is published already.")
_WITHDRAWN = gettext_lazy("“{headline}” is withdrawn: take it up again first.")
_NOT_PUBLIC = gettext_lazy("“{headline}” is not published: there is nothing to withdraw.")
FIRST: dict[tuple[str, str], Promise] = {
    ("publish", Status.DRAFT): gettext_lazy(
        "“{headline}” is still a draft: send it to review first."
    ),
    ("return", Status.DRAFT): gettext_lazy("“{headline}” is a draft: there is nothing to return."),
    ("submit", Status.IN_REVIEW): gettext_lazy("“{headline}” is in review already."),
    ("submit", Status.PUBLISHED): _PUBLISHED,
    ("publish", Status.PUBLISHED): _PUBLISHED,
    ("submit", Status.WITHDRAWN): _WITHDRAWN,
    ("publish", Status.WITHDRAWN): _WITHDRAWN,
    ("withdraw", Status.DRAFT): _NOT_PUBLIC,
    ("withdraw", Status.IN_REVIEW): _NOT_PUBLIC,
}


class WrongStatusError(WorkflowError):
    """The article is not where the step begins: someone else was faster."""


class WordsMissingError(WorkflowError):
    """The step needs a note, a reason or a correction."""


class NothingToReadError(WorkflowError):
    """The article is a headline with nothing under it."""

    def __init__(self, article: Article) -> None:
        super().__init__(
            _(
                "“{}” has no text yet. Write it; a picture story needs a picture with its caption."
            ).format(article.headline)
        )


class BreaksQuotesError(WorkflowError):
    """The new text no longer holds `quotes`, which the ledger stands on."""

    def __init__(self, quotes: list[str]) -> None:
        self.quotes = quotes
        super().__init__(
            _("The ledger quotes sentences that the new text no longer holds: {}").format(
                "；".join(quotes)
            )
        )


def submit_article(*, article: Article, by: User) -> Article:
    return _step("submit", article=article, by=by)


def return_article(*, article: Article, by: User, note: str) -> Article:
    """Back to its writer, with what is to be done."""
    return _step("return", article=article, by=by, note=note)


@transaction.atomic
def publish_article(*, article: Article, by: User, at: datetime | None = None) -> Article:
    """Public from `at`, from the date that the article already carries, from the morning of its
    issue where that is still to come, or from now.

    The public pictures are made inside the transaction: an article never goes out with
    holes where they belong. What is dated ahead is scheduled: its date alone makes it public.
    """
    article.published_at = at or article.published_at or with_its_issue(article) or clock.now()
    _step("publish", article=article, by=by, saving=["published_at"])
    pictures.publish_pictures(article)
    hooks.visibility_changed(article)
    return article


def with_its_issue(article: Article) -> datetime | None:
    """The morning of an issue that is still to come; None where the article waits for none."""
    issue = article.issue
    return None if issue is None or issue.has_come_out else issue.morning


@transaction.atomic
def unschedule_article(*, article: Article, by: User) -> Article:
    """Back to review before its day: no date makes it public any more, and nothing of it is.

    The log keeps the date that was cancelled.
    """
    was, article.published_at = moment_words(article), None
    _step("unschedule", article=article, by=by, note=was, saving=["published_at"])
    pictures.withdraw_pictures(article)
    hooks.visibility_changed(article)
    return article


@transaction.atomic
def withdraw_article(*, article: Article, by: User, reason: str) -> Article:
    """Off the site at once: its address answers 410, its figures leave the sums."""
    _step("withdraw", article=article, by=by, note=reason)
    pictures.withdraw_pictures(article)
    hooks.visibility_changed(article)
    return article


def reopen_article(*, article: Article, by: User, note: str = "") -> Article:
    return _step("reopen", article=article, by=by, note=note)


@transaction.atomic
def create_draft(
    *,
    article: Article,
    by: User,
    author: User | None = None,
    event: str = Kind.CREATED,
    note: str = "",
) -> Article:
    """Save a new article as a draft of `author`, else of `by`; an import says so with
    `Kind.IMPORTED`."""
    _require(by.has_perm("articles.add_article"))
    article.status, article.author = Status.DRAFT, author or by
    _sign(article, by)
    article.save()
    _log(article, event, by, note)
    return article


@transaction.atomic
def save_draft(
    *, article: Article, by: User, accept_broken: bool = False, settle: bool = True
) -> Article:
    """Save an article that is not public; `accept_broken` is the editor's word that quoted
    sentences may go. A scheduled one may get another date, and be public from now.

    Who saves pictures next passes `settle=False` and calls `text_settled` after them.
    """
    stored = _locked(article)
    _require(may_edit(by, stored))
    if stored.is_published():
        raise WrongStatusError(_("The article was published meanwhile."))
    _save(article, stored, by, accept_broken, settle)
    if stored.is_scheduled() and article.published_at != stored.published_at:
        hooks.visibility_changed(article)
        _log(article, *_publication(article, by))
    return article


@transaction.atomic
def save_published(
    *,
    article: Article,
    by: User,
    correction: str | None = None,
    reason: str | None = None,
    accept_broken: bool = False,
    settle: bool = True,
) -> Article:
    """Save a public article: with a correction that readers see, or silently with a reason.

    Exactly one of the two is given; `reason` stands in the log only. `settle` as in `save_draft`.
    """
    correction, reason = (correction or "").strip(), (reason or "").strip()
    if bool(correction) == bool(reason):
        raise WordsMissingError(
            _("A published article is saved with a correction for readers or with a reason.")
        )
    stored = _locked(article)
    _require(by.has_perm(PUBLISH))
    if stored.status != Status.PUBLISHED:
        raise WrongStatusError(_("The article is not published any more."))
    _save(article, stored, by, accept_broken, settle)
    if article.published_at != stored.published_at:
        hooks.visibility_changed(article)
    if correction:
        Correction.objects.create(article=article, text=correction, by=by)
        _log(article, Kind.CORRECTED, by, correction)
    else:
        _log(article, Kind.FIXED, by, reason)
    return article


@transaction.atomic
def place_on_front(*, article: Article, by: User) -> Article:
    """Save where the article stands on the home page; its text stays as it is."""
    _require(by.has_perm(PUBLISH))
    _locked(article)
    _sign(article, by)
    article.save(update_fields=["front_order", "version", "updated_at"])
    return article


@transaction.atomic
def text_settled(article: Article) -> None:
    """After photos and captions are saved as well: renew pictures and the ledger's quotes."""
    article.refresh_from_db(fields=["plain"])
    if article.status == Status.PUBLISHED:
        pictures.publish_pictures(article)
    hooks.text_changed(article)


@transaction.atomic
def restore_version(
    *,
    article: Article,
    version: Any,
    by: User,
    correction: str | None = None,
    reason: str | None = None,
    accept_broken: bool = False,
) -> Article:
    """Put the words of an older version (a row of `article.history`) back, as a new version.

    Its section, tags, departments and pictures, when it was published and its place in print stay
    as they are.
    """
    for name in VERSIONED:
        setattr(article, name, getattr(version, name))
    if article.is_published():
        save_published(
            article=article,
            by=by,
            correction=correction,
            reason=reason,
            accept_broken=accept_broken,
        )
    else:
        save_draft(article=article, by=by, accept_broken=accept_broken)
    _log(article, Kind.RESTORED, by, f"{timezone.localtime(version.history_date):%Y-%m-%d %H:%M}")
    return article


def _step(
    step: str, *, article: Article, by: User, note: str = "", saving: list[str] | None = None
) -> Article:
    transition = TRANSITIONS[step]
    if transition.needs_note and not note.strip():
        raise WordsMissingError(_("Please say why."))
    with transaction.atomic():
        stored = _locked(article)
        if not transition.begins_at(stored):
            raise WrongStatusError(_why_not_from(stored, step))
        _require(may_take(step, by, stored))
        if step in TOWARDS_READERS and stored.is_empty:
            raise NothingToReadError(stored)
        article.status = transition.target
        _sign(article, by)
        article.save(update_fields=["status", "version", "updated_at", *(saving or [])])
        if step == "publish":
            _log(article, *_publication(article, by))
        else:
            _log(article, transition.event, by, note.strip())
    return article


def _why_not_from(article: Article, step: str) -> str:
    """Why the step does not begin where the article stands, and what comes before it."""
    known = None if article.is_scheduled() else FIRST.get((step, article.status))
    said = str(known or _("“{headline}” is “{status}” now; this step is not possible."))
    return said.format(headline=article.headline, status=article.standing)


def _publication(article: Article, by: User) -> tuple[str, User, str]:
    """How the log calls it: published, or scheduled for a moment."""
    if not article.is_scheduled():
        return Kind.PUBLISHED, by, ""
    return Kind.SCHEDULED, by, moment_words(article)


def moment_words(article: Article) -> str:
    """When an article becomes public, as the log says it: 2026-11-25 10:00."""
    moment = article.published_at
    return f"{timezone.localtime(moment):%Y-%m-%d %H:%M}" if moment else ""


def _save(article: Article, stored: Article, by: User, accept_broken: bool, settle: bool) -> None:
    article.status, article.author_id = stored.status, stored.author_id
    # Whose pictures are saved next is asked by the form, which knows them already.
    if settle and stored.status == Status.PUBLISHED and article.is_empty:
        raise NothingToReadError(article)
    quotes = hooks.quotes_broken_by(article, article.derive_plain())
    if quotes and not accept_broken:
        raise BreaksQuotesError(quotes)
    _sign(article, by)
    article.save()
    if settle:
        text_settled(article)


def _locked(article: Article) -> Article:
    return Article.objects.select_for_update().get(pk=article.pk)


def _sign(article: Article, by: User) -> None:
    """The version that this save keeps names who made it, in a request or outside one."""
    article._history_user = by  # type: ignore[attr-defined]


def _log(article: Article, kind: str, by: User, note: str = "") -> ArticleEvent:
    return ArticleEvent.objects.create(article=article, kind=kind, by=by, note=note)


def _require(allowed: Any) -> None:
    if not allowed:
        raise PermissionDenied(_("You are not allowed to do this with this article."))
