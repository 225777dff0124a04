"""The steps of an article's way as one table, and who may take which of them."""

from __future__ import annotations

from dataclasses import dataclass

from django.conf import settings
from django.contrib.auth.models import AnonymousUser, User
from django.utils.functional import Promise
from django.utils.translation import gettext_lazy

from articles.models import Article, ArticleEvent, Status

Kind = ArticleEvent.Kind
AnyUser = User | AnonymousUser
CHANGE, PUBLISH, EDIT_ANY = (
    "articles.change_article",
    "articles.publish_article",
    "articles.edit_any_article",
)


@dataclass(frozen=True)
class Transition:
    """One step: from which status to which, who may take it, and whether it needs words.

    `ahead`: of what is signed off, whether its date must be still to come, or must have come.
    """

    label: str | Promise
    source: Status
    target: Status
    event: str
    permission: str
    needs_note: bool = False
    ahead: bool | None = None

    def begins_at(self, article: Article) -> bool:
        return article.status == self.source and self.ahead in (None, article.is_scheduled())


TRANSITIONS: dict[str, Transition] = {
    "submit": Transition(
        gettext_lazy("Send to review"), Status.DRAFT, Status.IN_REVIEW, Kind.SUBMITTED, CHANGE
    ),
    "return": Transition(
        gettext_lazy("Return with a note"),
        Status.IN_REVIEW,
        Status.DRAFT,
        Kind.RETURNED,
        PUBLISH,
        needs_note=True,
    ),
    "publish": Transition(
        gettext_lazy("Publish"), Status.IN_REVIEW, Status.PUBLISHED, Kind.PUBLISHED, PUBLISH
    ),
    "unschedule": Transition(
        gettext_lazy("Cancel the schedule"),
        Status.PUBLISHED,
        Status.IN_REVIEW,
        Kind.UNSCHEDULED,
        PUBLISH,
        ahead=True,
    ),
    "withdraw": Transition(
        gettext_lazy("Withdraw"),
        Status.PUBLISHED,
        Status.WITHDRAWN,
        Kind.WITHDRAWN,
        PUBLISH,
        needs_note=True,
        ahead=False,
    ),
    "reopen": Transition(
        gettext_lazy("Take up again"), Status.WITHDRAWN, Status.DRAFT, Kind.REOPENED, PUBLISH
    ),
}


def may_edit(user: AnyUser, article: Article) -> bool:
    """Writers edit their own drafts, editors every text, and what is public with the right
    to publish."""
    if article.status == Status.PUBLISHED:
        return bool(user.has_perm(PUBLISH))
    if user.has_perm(EDIT_ANY):
        return True
    own_draft = article.author_id == user.pk and article.status == Status.DRAFT
    return own_draft and bool(user.has_perm(CHANGE))


def may_take(step: str, user: AnyUser, article: Article) -> bool:
    """Whether the user may take this step from where the article stands."""
    transition = TRANSITIONS[step]
    if not transition.begins_at(article) or not user.has_perm(transition.permission):
        return False
    if step == "publish" and settings.REVIEW_BY_ANOTHER and article.author_id == user.pk:
        return False
    return step != "submit" or may_edit(user, article)


def steps_open_to(user: AnyUser, article: Article) -> list[str]:
    return [step for step in TRANSITIONS if may_take(step, user, article)]
