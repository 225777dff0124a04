"""What a paper numbers and dates, and how far: what lies beyond is a slip of the hand."""

from __future__ import annotations

from datetime import date, datetime, timedelta

from django.core.exceptions import ValidationError
from django.utils.translation import gettext as _

from articles import clock

MOST_PAGES = 99  # of one issue: a folio has two figures
HIGHEST_NUMBER = 999_999  # of an issue: one a day for 2700 years
# The first papers of counties came out in the years after this one; what is typed before it has
# a wrong year (0026, 1899).
FIRST_DAY = date(1900, 1, 1)
ISSUES_AHEAD = timedelta(days=31)  # an issue is laid out days before it comes out
PUBLISHING_AHEAD = timedelta(days=366)  # an article is scheduled for an anniversary at the most


def is_issue_day(day: date) -> bool:
    return FIRST_DAY <= day <= clock.today() + ISSUES_AHEAD


def check_issue_day(day: date) -> None:
    """Refuses a day on which no issue can have come out or be planned (ValidationError)."""
    _check_day(day, ISSUES_AHEAD)


def check_publishing(moment: datetime) -> None:
    """Refuses a moment at which no article can have become public or be going to."""
    _check_day(moment.date(), PUBLISHING_AHEAD)


def _check_day(day: date, ahead: timedelta) -> None:
    if day < FIRST_DAY:
        said = _("This date is too early: please check the year.")
        raise ValidationError(said, code="too_early")
    if day > clock.today() + ahead:
        said = _("This date lies far ahead: today is {}.")
        raise ValidationError(said.format(clock.today()), code="too_late")
