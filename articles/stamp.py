"""What is kept in memory between requests, and the stamp that says whether it is still true.

The stamp is one row that every write renews once it is committed. What was made from the database
is kept under the stamp that was read before: after a write no process uses it again. Time passes
too, so the key also holds the day and the newest public moment, which moves when an article dated
ahead becomes public. What was written past Django shows within a minute.
"""

from __future__ import annotations

import secrets
import time
from collections import OrderedDict
from collections.abc import Callable
from datetime import date, datetime
from threading import Lock
from typing import Any, NamedTuple, TypeVar

from django.db import connection, transaction
from django.db.models import Model, QuerySet, Subquery
from django.db.models.signals import m2m_changed, post_delete, post_save
from django.dispatch import receiver
from django.http import HttpRequest

from articles import clock
from articles.models import Article, Stamp
from departments.written import written

# The rooms whose records readers see, and the tags.
SHOWN = {"departments", "articles", "projects", "taggit"}
MINUTE = 60
MOST = 1024
T = TypeVar("T")
R = TypeVar("R", bound=Model)


class Key(NamedTuple):
    """Two equal keys mean: the same public site."""

    token: str
    newest: datetime | None
    today: date
    minute: int


def renew() -> None:
    """Everything that was kept is out of date, in every process."""
    Stamp(pk=1, token=secrets.token_hex(8)).save()


def renew_on_commit() -> None:
    """Once for a transaction. Not inside it: writers would wait for one another's stamp."""
    waiting = (entry[1] for entry in connection.run_on_commit)
    if renew not in waiting:
        transaction.on_commit(renew)


@receiver([post_save, post_delete, m2m_changed, written])
def something_was_written(sender: Any, **kwargs: Any) -> None:
    if sender is not Stamp and sender._meta.app_label in SHOWN:
        renew_on_commit()


def with_stamp(records: QuerySet[R]) -> Any:
    """The stamp in a query that is made anyway; `adopt` hands it to the request."""
    return records.annotate(stamp_token=Subquery(_token()), stamp_newest=Subquery(_newest()))


def adopt(request: HttpRequest, record: Model) -> None:
    known = vars(record)
    request._stamp = _key(known["stamp_token"], known["stamp_newest"])  # type: ignore[attr-defined]


def stamp_of(request: HttpRequest) -> Key | None:
    """The stamp as it was when the request began: one query at the most."""
    if not hasattr(request, "_stamp"):
        request._stamp = read()  # type: ignore[attr-defined]
    return request._stamp  # type: ignore[attr-defined]


def read() -> Key | None:
    """None where nothing may be kept: in a transaction, whose writes may yet be undone."""
    if connection.in_atomic_block:
        return None
    found = Stamp.objects.values_list("token", Subquery(_newest())).first()
    return _key(*found) if found else None


def _key(token: str | None, newest: datetime | None) -> Key | None:
    if not token or connection.in_atomic_block:
        return None
    return Key(token, newest, clock.today(), int(time.time()) // MINUTE)


def _token() -> Any:
    return Stamp.objects.values("token")[:1]


def _newest() -> Any:
    return Article.objects.published().newest_first().values("published_at")[:1]


_kept: OrderedDict[str, tuple[Key, Any]] = OrderedDict()
_lock = Lock()


def kept(name: str, stamp: Key | None, make: Callable[[], T]) -> T:
    """What `make` reads from the database, kept for as long as the stamp stays the same.

    The value is shared by all requests: it is never changed.
    """
    if stamp is None:
        return make()
    before = _kept.get(name)
    if before and before[0] == stamp:
        return before[1]
    made = make()
    with _lock:
        _kept[name] = stamp, made
        _kept.move_to_end(name)
        if len(_kept) > MOST:
            _kept.popitem(last=False)
    return made
