"""The desk: what waits for me, what falls due, what went out, what came in."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from typing import Any, NamedTuple

from django.contrib.auth.models import User
from django.core.cache import cache
from django.db.models import (
    CharField,
    Count,
    DateTimeField,
    F,
    OuterRef,
    Q,
    QuerySet,
    Subquery,
    TextField,
    Value,
)
from django.db.models.functions import Coalesce
from django.http import HttpRequest
from django.utils import timezone
from django.utils.formats import date_format
from django.utils.functional import Promise
from django.utils.timesince import timesince
from django.utils.translation import gettext_lazy as _

from articles import clock, workflow
from articles.models import Article, ArticleEvent, Status
from articles.people import person
from ingest.models import Upload
from pingyao_cms.admin_site import address
from projects.models import Evidence, Target

SHOWN = 8
DUE_AHEAD = timedelta(days=30)
LONG_WAIT = timedelta(hours=3)
BADGE_SECONDS = 30


@dataclass(frozen=True)
class Queue:
    """A pile of articles with its name; `mine` ones belong to the user."""

    key: str
    label: str | Promise
    rule: Q


def queues_of(user: User) -> list[Queue]:
    mine = Q(author=user)
    returned = Q(status=Status.DRAFT, last_kind=ArticleEvent.Kind.RETURNED)
    piles = []
    if user.has_perm(workflow.PUBLISH):
        piles.append(Queue("review", _("To review"), Q(status=Status.IN_REVIEW)))
    piles.append(Queue("returned", _("Returned to me"), mine & returned))
    piles.append(Queue("mine", _("My drafts"), mine & Q(status=Status.DRAFT)))
    if user.has_perm(workflow.EDIT_ANY):
        piles.append(Queue("drafts", _("All drafts"), Q(status=Status.DRAFT)))
    else:
        piles.append(Queue("sent", _("Sent to review"), mine & Q(status=Status.IN_REVIEW)))
    return piles


def desk(request: HttpRequest) -> dict[str, Any]:
    """Everything that the desk shows, in a fixed number of queries."""
    user: Any = request.user
    today = clock.today()
    found: dict[str, Any] = {}
    if user.has_perm("articles.view_article"):
        found |= {"waiting": waiting(user, request.GET.get("queue", ""))}
        signed_off = last_and_next(today)
        found |= {"week": week(today, signed_off), "scheduled": scheduled(user, signed_off)}
    if user.has_perm("projects.view_target"):
        found |= {"due": falling_due(today), "today": today}
    if user.has_perm("ingest.view_upload"):
        found |= {
            "uploads": [upload_row(upload) for upload in last_uploads(user)],
            "uploads_url": address("ingest_upload_changelist"),
        }
    return found


def badges(user: Any) -> dict[str, int]:
    """What the menu counts beside its lines, asked anew twice a minute."""
    return cache.get_or_set(f"badges:{user.pk}", lambda: _badges(user), BADGE_SECONDS) or {}


def _badges(user: Any) -> dict[str, int]:
    first = queues_of(user)[0]
    counted = {"articles.article": with_last_event(Article.objects.all()).filter(first.rule)}
    if user.has_perm("ingest.view_upload"):
        counted["ingest.upload"] = uploads_of(user).filter(state=Upload.State.PROPOSED)
    found = {model: rows.count() for model, rows in counted.items()}
    return {**found, **ledger_badges()} if user.has_perm("projects.view_target") else found


def ledger_badges() -> Counter[str]:
    """Promises that are overdue, and sentences that went from under their figures: one query."""
    late = Target.objects.public().overdue(clock.today())
    piles = {"projects.target": late, "projects.evidence": Evidence.objects.waiting()}
    named = [rows.order_by().values_list(Value(name)) for name, rows in piles.items()]
    return Counter(name for (name,) in named[0].union(named[1], all=True))


def waiting(user: User, chosen: str) -> dict[str, Any]:
    """The piles with their counts, and the articles of the chosen one, longest wait first."""
    piles = queues_of(user)
    articles = with_last_event(Article.objects.all())
    counts = articles.aggregate(**{pile.key: Count("pk", filter=pile.rule) for pile in piles})
    first = next((pile for pile in piles if counts[pile.key]), piles[0])
    pile = next((pile for pile in piles if pile.key == chosen), first)
    rows = (
        articles.filter(pile.rule)
        .select_related("section", "author")
        .defer("body")
        .order_by("since", "pk")[:SHOWN]
    )
    return {
        "piles": [{"pile": one, "count": counts[one.key]} for one in piles],
        "chosen": pile.key,
        "rows": [waiting_row(row) for row in rows],
    }


def waiting_row(article: Any) -> dict[str, Any]:
    waited = max(clock.now() - article.since, timedelta())
    return {
        "article": article,
        "writer": person(article.author),
        "waited": timesince(clock.now() - waited, clock.now(), depth=1),
        "long": article.status == Status.IN_REVIEW and waited > LONG_WAIT,
        "length": len(article.plain),
    }


def with_last_event(articles: QuerySet[Article]) -> QuerySet[Any]:
    events = ArticleEvent.objects.filter(article=OuterRef("pk")).order_by("-at", "-id")
    return articles.annotate(
        last_kind=Subquery(events.values("kind")[:1], output_field=CharField()),
        last_note=Subquery(events.values("note")[:1], output_field=TextField()),
        since=Coalesce(
            Subquery(events.values("at")[:1], output_field=DateTimeField()),
            F("updated_at"),
            output_field=DateTimeField(),
        ),
    )


def falling_due(today: date) -> list[dict[str, Any]]:
    """Promises that are overdue or due within thirty days: stories to be written."""
    targets = (
        Target.objects.public()
        .open_to_readers()
        .filter(due_on__lte=today + DUE_AHEAD)
        .select_related("project__lead", "department")
        .annotate(last_seen=last_report())
        .order_by("due_on", "id")[:SHOWN]
    )
    return [
        {
            "target": target,
            "days": (target.due_on - today).days,
            "late": (today - target.due_on).days,
            "silent": (today - timezone.localdate(target.last_seen)).days
            if target.last_seen
            else None,
        }
        for target in targets
    ]


def last_report() -> Subquery:
    """When a public article last spoke of the project of a target."""
    articles = Article.objects.published().filter(evidence__projects=OuterRef("project"))
    newest = articles.order_by("-published_at").values("published_at")[:1]
    return Subquery(newest, output_field=DateTimeField())


class SignedOff(NamedTuple):
    """A published or scheduled article, as short as the desk needs it."""

    pk: int
    headline: str
    author: int | None
    section: str
    at: datetime


def last_and_next(today: date) -> list[SignedOff]:
    """What was published in seven days and what is scheduled, in one query, by its time."""
    since = start_of(today - timedelta(days=6))
    rows = Article.objects.filter(status=Status.PUBLISHED, published_at__gte=since)
    columns = ("pk", "headline", "author", "section__name", "published_at")
    return [SignedOff(*row) for row in rows.order_by("published_at", "pk").values_list(*columns)]


def scheduled(user: User, signed_off: list[SignedOff]) -> list[SignedOff]:
    """What comes next, soonest first. Of articles that are not public writers see their own."""
    waiting = [row for row in signed_off if row.at > clock.horizon()]
    sees_all = user.has_perm(workflow.EDIT_ANY)
    return [row for row in waiting if sees_all or row.author == user.pk][:SHOWN]


def week(today: date, signed_off: list[SignedOff]) -> dict[str, Any]:
    """What was published in seven days: per day and per section."""
    first = today - timedelta(days=6)
    rows = [row for row in signed_off if row.at <= clock.horizon()]
    per_day = Counter(timezone.localdate(row.at) for row in rows)
    days = [first + timedelta(days=n) for n in range(7)]
    per_section = Counter(row.section for row in rows).most_common(5)
    return {
        "total": len(rows),
        "days": columns([(day, per_day[day], day == today) for day in days]),
        "sections": bars(per_section),
    }


COLUMN_STEP, COLUMN_WIDTH, FLOOR, BRICK, MOST_BRICKS = 44, 28, 118, 7, 11


def columns(days: list[tuple[date, int, bool]]) -> list[dict[str, Any]]:
    """Where each day's bricks lie in an SVG of 308 × 140; a tall week shares bricks out."""
    highest = max([count for _day, count, _now in days] + [1])
    share = max(1, -(-highest // MOST_BRICKS))
    found = []
    for number, (day, count, is_today) in enumerate(days):
        bricks = -(-count // share)
        x = number * COLUMN_STEP
        found.append(
            {
                "name": date_format(day, "D").replace("星期", "周"),
                "count": count,
                "is_today": is_today,
                "x": x,
                "middle": x + COLUMN_WIDTH // 2,
                "bricks": [FLOOR - 5 - n * BRICK for n in range(bricks)],
                "top": FLOOR - bricks * BRICK - 5,
            }
        )
    return found


def bars(sections: list[tuple[str, int]]) -> list[dict[str, Any]]:
    """Bars of an SVG, the longest 140 wide."""
    longest = max([count for _name, count in sections] + [1])
    return [
        {"name": name, "count": count, "y": n * 25, "width": round(140 * count / longest)}
        for n, (name, count) in enumerate(sections)
    ]


def uploads_of(user: User) -> QuerySet[Upload]:
    """All uploads for those who commit, their own for the others."""
    if user.has_perm("ingest.commit_upload"):
        return Upload.objects.all()
    return Upload.objects.filter(uploaded_by=user)


def last_uploads(user: User) -> QuerySet[Upload]:
    uploads = uploads_of(user).select_related("uploaded_by", "newspaper")
    return uploads.defer("machine", "current").order_by("-uploaded_at", "-id")[:6]


def upload_row(upload: Upload) -> dict[str, Any]:
    """An upload with the way to its desk; one that could not be read has its own page."""
    on_desk = upload.state in {Upload.State.PROPOSED, Upload.State.COMMITTED}
    page = "ingest_upload_desk" if on_desk else "ingest_upload_change"
    return {
        "upload": upload,
        "by": person(upload.uploaded_by) if upload.uploaded_by else "",
        "url": address(page, upload.pk),
    }


def start_of(day: date) -> datetime:
    return timezone.make_aware(datetime.combine(day, datetime.min.time()))
