"""What day it is. `SITE_TODAY` stops the clock for the demo; nothing else asks the system."""

from __future__ import annotations

from datetime import date, datetime, time

from django.conf import settings
from django.utils import timezone

# Days at the very ends of the calendar have no neighbour and no counterpart in another time
# zone, and nothing of a paper is dated there.
YEARS = range(2, 9999)


def stopped_at() -> date | None:
    return date.fromisoformat(settings.SITE_TODAY) if settings.SITE_TODAY else None


def today() -> date:
    return stopped_at() or timezone.localdate()


def now() -> datetime:
    """The moment to stamp on a row: the real time of day, on the site's day."""
    moment = timezone.localtime()
    if day := stopped_at():
        return timezone.make_aware(datetime.combine(day, moment.time()))
    return moment


def horizon() -> datetime:
    """What is dated up to here is public. A stopped day is public as a whole."""
    if day := stopped_at():
        return timezone.make_aware(datetime.combine(day, time.max))
    return timezone.now()
